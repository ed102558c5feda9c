import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { Change } from "../../../compiler/lock/next-lock.js";
import type { Session } from "../../../local/drain.js";
import type { RunRequest } from "../../../local/request.js";
import { forgetLastBatch } from "../faults/tear.js";
import { ChangingProject } from "../storage/project.js";

const project = new ChangingProject();
afterAll(() => rmSync(project.folder, { recursive: true, force: true }));

const base = `
version: 1
project: moves
platform: { spark: databricks }
lake: { account: lake }
secrets: { vault: vault }
compute: { small: { workers: 1 } }
connections:
  landing: { kind: storage, account: drop, container: landing }
  sent: { kind: storage, account: drop, container: sent }
environments: { local: { on: this-machine } }
---
pipeline: base
sources:
  a: { kind: files, connection: landing, path: "a/*.csv", format: csv, columns: { x: string, n: int, at: timestamp }, producer: { file: data/a*.csv } }
  q: { kind: files, connection: landing, path: "q/*.csv", format: csv, columns: { x: string }, producer: { file: data/q*.csv } }
bronze: { a: { from: sources.a }, q: { from: sources.q } }
silver: { q: { from: bronze.q, columns: { x: x } } }
`.trimStart();

/** Removes repeats: it has a state, and rows that it sets aside. */
const events = (more: string, n: string): string =>
  `{ ${more} from: base/bronze.a, columns: { x: x, n: ${n}, at: at }, expect: { has_at: { that: at is not null, else: quarantine } }, watermark: { column: at, delay: 1 minute }, deduplicate: { keys: [x, at], within: watermark }, late_rows: drop }`;
const sums = (from: string, more = ""): string =>
  `{ ${more}from: ${from}, window: { type: tumbling, column: at, size: 10 minutes }, group_by: [x], aggregates: { n: sum(n) } }`;
/** What reads it as a stream: rows, and files that are sent; and as a table: what is replaced, and what looks rows up. */
const readers = (of: string, pipeline: string, copy: string): string => `---
pipeline: ${pipeline}
gold:
  ${copy} from: ${of}, columns: { x: x, n: n } }
  totals: { from: ${of}, write: replace, group_by: [x], aggregates: { n: sum(n) } }
  asked: { from: base/silver.q, columns: { x: x }, join: { o: { table: ${of}, on: x = o.x, how: semi } } }
sinks: { filed: { from: ${of}, connection: sent, folder: out, format: json, columns: [x, n] } }
`;

const first = `${base}---
pipeline: first
silver: { a: ${events("", "n")} }
gold: { sums: ${sums("silver.a")} }
${readers("first/silver.a", "below", "copy: {")}`;
/** All have other names, and stand in other pipelines. */
const second = `${base}---
pipeline: second
silver: { readings: ${events("renamed_from: a,", "n")} }
gold: { windows: ${sums("silver.readings", "renamed_from: sums, ")} }
${readers("second/silver.readings", "readers", "kept: { renamed_from: copy,")}`;
/** Once more, and it is made anew of other numbers and without \`b\`: what reads it does not say so. */
const third = `${base}---
pipeline: third
silver: { events: ${events("renamed_from: a, backfill: 1, where: x <> 'b',", "n * 10")} }
---
pipeline: second
gold: { windows: ${sums("third/silver.events", "renamed_from: sums, ")} }
${readers("third/silver.events", "below", "copy: {")}`;

type Sent = readonly [x: string, n: number, minute: number | undefined];
/** Each begins with a row that the one before it ended with, but for the first; times go up, so that none is late. */
const waves: readonly (readonly Sent[])[] = [
  [
    ["a", 1, 0],
    ["b", 2, 3],
    ["b", 2, 3],
    ["l", 9, undefined],
    ["c", 3, 8],
    ["a", 4, 12],
  ],
  [
    ["a", 4, 12],
    ["d", 5, 14],
    ["b", 6, 19],
    ["a", 7, 23],
  ],
  [
    ["a", 7, 23],
    ["e", 8, 25],
    ["m", 9, undefined],
    ["z", 0, 300],
  ],
];
const asked = [
  ["a", "b", "y"],
  ["d", "c"],
  ["b", "e"],
];

const at = (minute: number): string =>
  `2026-03-01T${String(10 + Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}:00Z`;

function put(wave: number): void {
  const lines = (waves[wave] ?? []).map(([x, n, minute]) => `${x},${n},${minute === undefined ? "never" : at(minute)}`);
  project.readings(`a${wave}.csv`, ["x,n,at", ...lines]);
  project.readings(`q${wave}.csv`, ["x", ...(asked[wave] ?? [])]);
}

/** The rows of all tables, each in a line. */
interface Held {
  readonly events: readonly string[];
  readonly aside: readonly string[];
  readonly sums: readonly string[];
  readonly copies: readonly string[];
  readonly filed: readonly string[];
  readonly totals: readonly string[];
  readonly asked: readonly string[];
}

/** Of the first waves, of plain arithmetic. */
function expected(of: number, isAnew: boolean): Held {
  const sent = waves.slice(0, of).flat();
  const made = (n: number): number => (isAnew ? n * 10 : n);
  const taken = new Map<string, { readonly x: string; readonly n: number; readonly minute: number }>();
  for (const [x, n, minute] of sent)
    if (minute !== undefined && !(isAnew && x === "b")) taken.set(`${x} ${minute}`, { x, n: made(n), minute });
  const rows = [...taken.values()];
  const closed = Math.max(...rows.map(({ minute }) => minute)) - 1;
  const startOf = (minute: number): number => minute - (minute % 10);
  const added = (of: typeof rows, nameOf: (row: (typeof rows)[number]) => string): readonly string[] => {
    const sums = new Map<string, number>();
    for (const row of of) sums.set(nameOf(row), (sums.get(nameOf(row)) ?? 0) + row.n);
    return [...sums].map(([name, n]) => `${name} ${n}`).sort();
  };
  const known = new Set(rows.map(({ x }) => x));
  const copies = rows.map(({ x, n }) => `${x} ${n}`).sort();
  return {
    events: rows.map(({ x, n, minute }) => `${x} ${n} ${at(minute)}`).sort(),
    aside: sent.flatMap(([x, n, minute]) => (minute === undefined ? [`${x} ${made(n)}`] : [])).sort(),
    sums: added(
      rows.filter(({ minute }) => startOf(minute) + 10 <= closed),
      ({ x, minute }) => `${at(startOf(minute))} ${x}`,
    ),
    ...{ copies, filed: copies, totals: added(rows, ({ x }) => x) },
    asked: asked
      .slice(0, of)
      .flat()
      .filter((x) => known.has(x))
      .sort(),
  };
}

async function held({ runner, places }: Session): Promise<Held> {
  const rows = async (path: string, ...names: readonly string[]): Promise<readonly string[]> =>
    (await runner.rows(join(places.state, "lake", path)))
      .map((row) =>
        names
          .map((name) => (/at|start/.test(name) ? `${String(row[name]).slice(0, 19)}Z` : String(row[name])))
          .join(" "),
      )
      .sort();
  return {
    events: await rows("silver/a", "x", "n", "at"),
    aside: await rows("silver/a_quarantine", "x", "n"),
    sums: await rows("gold/sums", "window_start", "x", "n"),
    copies: await rows("gold/copy", "x", "n"),
    filed: filed(join(places.state, "stores/sent/out")),
    totals: await rows("gold/totals", "x", "n"),
    asked: await rows("gold/asked", "x"),
  };
}

/** What stands in the folder of the sink's latest checkpoint. */
function filed(folder: string): readonly string[] {
  const [latest = ""] = readdirSync(folder).sort((a, b) => generation(b) - generation(a));
  return readdirSync(join(folder, latest), { recursive: true, encoding: "utf8" })
    .filter((path) => /\/part-[^/]*$/.test(path))
    .flatMap((path) =>
      readFileSync(join(folder, latest, path), "utf8")
        .split("\n")
        .filter(Boolean),
    )
    .map((line) => {
      const { x, n }: { readonly x: string; readonly n: number } = JSON.parse(line);
      return `${x} ${n}`;
    })
    .sort();
}

const generation = (name: string): number => Number(/^checkpoint=(\d+)-/.exec(name)?.[1]);

/** By the names under which they were first compiled. */
const queries = [
  ...["first/silver.a", "first/gold.sums", "below/gold.copy", "below/gold.totals", "below/gold.asked"],
  "below/sinks.filed",
];

async function drainedAll(request: RunRequest, jobs: readonly string[], session: Session): Promise<void> {
  for (const job of jobs) expect(await project.drained({ ...request, job }, session), job).toBeUndefined();
}

/** As a stop before Spark's note that a batch is done leaves them: the notebooks that come next make it again. */
function forgetLast({ places }: Session): void {
  for (const query of queries) {
    const checkpoint = join(places.state, "lake/_checkpoints", query);
    if (existsSync(checkpoint)) expect(forgetLastBatch(checkpoint), query).toBeDefined();
  }
}

const told = ({ id, kind }: Change): string => `${id}: ${kind}`;

it("the calculation tells of rows that are added and of tables that are made of other numbers", () => {
  expect(
    new Set(
      [expected(1, false), expected(2, false), expected(3, false), expected(3, true)].map((one) => JSON.stringify(one)),
    ).size,
  ).toBe(4);
});

if (process.env["SLUICE_LONG"] === "1") {
  it("to other pipelines under other names go on, and a backfill beside makes them and all that reads them anew: no row is lost, none doubled", async () => {
    put(0);
    await project.run(
      first,
      async (session) => {
        await drainedAll(project.request(first), ["first", "below"], session);
        expect(await held(session)).toEqual(expected(1, false));

        forgetLast(session);
        put(1);
        const moved = project.compiled(second);
        expect(moved.changes).toEqual([]);
        await drainedAll(moved.request, ["base", "second", "readers"], session);
        expect(await held(session)).toEqual(expected(2, false));

        forgetLast(session);
        put(2);
        const anew = project.compiled(third);
        expect(anew.changes.map(told).sort()).toEqual(queries.map((id) => `${id}: replay`).sort());
        const jobs = ["base", "third", "second", "below"];
        await drainedAll(anew.request, jobs, session);
        expect(await held(session)).toEqual(expected(3, true));
        await drainedAll(anew.request, jobs, session);
        expect(await held(session)).toEqual(expected(3, true));
      },
      "base",
    );
  });
}

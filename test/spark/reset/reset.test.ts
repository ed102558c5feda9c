import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { Session } from "../../../local/drain.js";
import type { RunRequest } from "../../../local/request.js";
import type { TableRow } from "../../../local/runner/answers.js";
import { ChangingProject } from "../storage/project.js";

const project = new ChangingProject();
const fresh = new ChangingProject();

afterAll(() => {
  for (const { folder } of [project, fresh]) rmSync(folder, { recursive: true, force: true });
});

const first = `
version: 1
project: reset
platform: { spark: databricks }
lake: { account: lake }
secrets: { vault: vault }
compute: { small: { workers: 1 } }
connections:
  events: { kind: event-hubs, namespace: ns, identity: { secret: events } }
  serving: { kind: cosmos, account: documents, api: nosql, identity: { secret: serving } }
environments: { local: { on: this-machine } }
---
pipeline: reset
sources:
  a: { kind: event-hub, connection: events, event_hub: a, partitions: 1, format: json, columns: { x: string, at: timestamp, n: int }, producer: { file: data/*.csv, key: x } }
bronze:
  a: { from: sources.a }
silver:
  a:
    from: bronze.a
    columns: { x: x, at: at, n: n }
    expect: { has_at: { that: at is not null, else: quarantine } }
    watermark: { column: at, delay: 1 minute }
    deduplicate: { keys: [x, at], within: watermark }
gold:
  a: { from: silver.a, window: { type: tumbling, column: at, size: 5 minutes }, aggregates: { n: sum(n) } }
sinks:
  served: { from: gold.a, connection: serving, database: d, container: c, partition_key: window_start }
---
pipeline: copies
gold:
  copy: { from: reset/gold.a }
`.trimStart();

/** Other rows, and a column of another type. */
const second = first.replace(
  "columns: { x: x, at: at, n: n }",
  "backfill: 1\n    columns: { x: x, at: at, n: cast(n * 10 as double) }\n    where: x <> 'b'",
);

/** The table that removes repeats under another name, and so the pipeline. */
const third = second
  .replace("pipeline: reset\n", "pipeline: renamed\n")
  .replace("from: reset/gold.a", "from: renamed/gold.a")
  .replace("silver:\n  a:\n", "silver:\n  readings:\n    renamed_from: a\n")
  .replaceAll("from: silver.a", "from: silver.readings");

const at = (minute: string) => `2026-03-01T10:${minute}:00Z`;
const wave = (...rows: readonly (readonly [x: string, minute: string, n: number])[]) => [
  "x,at,n",
  ...rows.map(([x, minute, n]) => `${x},${at(minute)},${n}`),
];

/** What tables hold, as text that can be compared. */
async function tables({ runner, places }: Session) {
  const rows = async (path: string, shown: (row: TableRow) => string) =>
    (await runner.rows(join(places.state, "lake", path))).map(shown).sort();
  return {
    silver: await rows("silver/a", ({ x, at, n }) => `${x} ${String(at).slice(14, 16)} ${n}`),
    aside: await rows("silver/a_quarantine", ({ x, n }) => `${x} ${n}`),
    gold: await rows("gold/a", ({ window_start, n }) => `${String(window_start).slice(14, 16)} ${n}`),
    documents: await rows(
      "_stand_ins/cosmos/d/c",
      ({ window_start, n }) => `${String(window_start).slice(14, 16)} ${n}`,
    ),
  };
}

/** The generations of each layer's query that made batches. */
async function identities({ runner, places }: Session) {
  const found: Record<string, readonly number[]> = {};
  for (const { app } of await runner.rows(join(places.state, "lake", "_ops", "batches"), ["app"])) {
    const [, layer = "", generation = ""] = /^(?:reset|copies)\/(\w+)\.\w+\/(\d+)-/.exec(String(app)) ?? [];
    found[layer] = [...new Set([...(found[layer] ?? []), Number(generation)])].sort();
  }
  return found;
}

/** The same notebooks, of which the project's module stops before a statement, unless this holds. */
function stopping(request: RunRequest, statement: string, unless: string): RunRequest {
  const common = join(request.artifactsDir, "common/databricks/notebook/common.py");
  const text = readFileSync(common, "utf8");
  const line = text.split("\n").find((candidate) => candidate.includes(statement)) ?? "";
  const indent = /^ */.exec(line)?.[0] ?? "";
  expect(line).not.toBe("");
  writeFileSync(common, text.replace(line, `${indent}assert ${unless}, "stopped"\n${line}`));
  return request;
}

it("a raised backfill computes a table and its readers anew, once, wherever it is stopped; a renamed table and a renamed pipeline go on", async () => {
  const readings = [
    ...wave(["a", "00", 1], ["a", "01", 2], ["b", "07", 3], ["b", "07", 3], ["d", "25", 4]),
    "q,never,5",
  ];
  project.readings("1.csv", readings);
  await project.run(
    first,
    async (session) => {
      expect(await tables(session)).toEqual({
        silver: ["a 00 1", "a 01 2", "b 07 3", "d 25 4"],
        aside: ["q 5"],
        gold: ["00 3", "05 3"],
        documents: ["00 3", "05 3"],
      });

      const anew = project.request(second, "reset");
      expect(
        await project.drained(
          stopping(project.request(second, "reset"), "takes `CREATE OR REPLACE` for", '"gold" not in path'),
          session,
        ),
      ).toContain("stopped");
      expect(await tables(session)).toMatchObject({ silver: [], aside: [], gold: ["00 3", "05 3"] });
      const copies = project.request(second, "copies");
      expect(await project.drained(copies, session)).toContain("start the job of reset/gold.a first");
      expect(
        await project.drained(stopping(project.request(second, "reset"), "append(kept.drop(", "False"), session),
      ).toContain("stopped");
      expect(await tables(session)).toMatchObject({
        silver: ["a 00 10", "a 01 20", "d 25 40"],
        aside: ["q 50"],
        gold: [],
      });

      const whole = {
        silver: ["a 00 10", "a 01 20", "d 25 40"],
        aside: ["q 50"],
        gold: ["00 30"],
        documents: ["00 30", "05 3"], // what is no longer made stays where only its key could remove it
      };
      expect(await project.drained(anew, session)).toBeUndefined();
      expect(await tables(session)).toEqual(whole);

      // What a project that never was another makes of the same events.
      fresh.readings("1.csv", readings);
      const state = join(fresh.folder, "state");
      mkdirSync(state);
      const elsewhere = { ...session, places: { ...session.places, state } };
      const another = second.replace("event_hub: a", "event_hub: another");
      expect(await fresh.drained(fresh.request(another, "reset"), elsewhere)).toBeUndefined();
      expect(await tables(elsewhere)).toEqual({ ...whole, documents: ["00 30"] });

      // Under another name nothing is cleared or read again. One that comes again, one whose windows are closed, a new one, and one that closes theirs.
      const later = wave(["d", "25", 4], ["a", "02", 2], ["d", "26", 5], ["e", "50", 6]);
      project.readings("2.csv", later);
      const renamed = project.request(third, "renamed");
      expect(await project.drained(renamed, session)).toBeUndefined();
      expect(await tables(session)).toEqual({
        silver: ["a 00 10", "a 01 20", "d 25 40", "d 26 50", "e 50 60"],
        aside: ["q 50"],
        gold: ["00 30", "25 90"],
        documents: ["00 30", "05 3", "25 90"],
      });
      expect(await project.drained(project.request(third, "copies"), session)).toBeUndefined();
      expect(await session.runner.rows(join(session.places.state, "lake/gold/copy"), ["n"])).toHaveLength(2);
      const { silver, ...others } = await identities(session);
      expect(silver).toEqual([1, 2]);
      expect(others).toEqual({ bronze: [1], gold: [1, 2], sinks: [1, 2] });
    },
    "reset",
  );
});

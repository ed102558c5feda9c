import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readWalk } from "../../../local/adf/walk.js";
import type { WalkEvent } from "../../../local/adf/world.js";
import { ensureSpark, ensureSql } from "../../../local/engines/engines.js";
import { type LocalFlow, loadFlow, rowsFeeds } from "../../../local/flow.js";
import { readCsv } from "../../../local/producer/csv.js";
import type { NotebookRun } from "../../../local/runner/runner.js";
import { type Databases, startDatabases } from "../../../local/sql/databases.js";
import { makeDatabases } from "../../../local/sql/make.js";
import { putRows } from "../../../local/sql/rows.js";
import { compileInto, expectedTables, projectDir } from "./project.js";

/* The emitted pipeline on H2, stopped after each of its activities. Spark is not needed to see what is handed to the notebook. */

const folder = mkdtempSync(join(tmpdir(), "sluice-killed-"));
const artifactsDir = join(folder, "artifacts");
let databases: Databases;
let flow: LocalFlow;

beforeAll(async () => {
  compileInto(artifactsDir);
  const found = await loadFlow(artifactsDir, "users");
  if (found === undefined) throw new Error("There is no flow.");
  flow = found;
  const engine = await ensureSql(await ensureSpark(() => {}), () => {});
  databases = await startDatabases(engine, { folder: join(folder, "sql") });
});
afterAll(async () => {
  await databases.stop();
  rmSync(folder, { recursive: true });
});

it("stopped after any of its activities and run again, it misses nothing and reads nothing for ever", async () => {
  const expected = keysAndStamps(expectedTables());
  let last = -1;
  for (let at = 0; at !== last; at += 1) {
    const { rows, stops, marks, quiet } = await threeWaves(at);
    expect({ at, rows: Object.fromEntries(rows) }).toEqual({ at, rows: expected });
    // What has landed was taken, and a run with nothing new lands nothing and starts no notebook.
    expect(marks.every(([landing, taken]) => landing === taken)).toBe(true);
    expect(quiet).toEqual(["land the rows", "take what has landed"].map(() => 0));
    if (stops === 0) last = at + 1;
  }
  expect(last).toBeGreaterThan(15);
});

it("a failure names the activities that lead to it, and the statement", async () => {
  const bare = { database: () => databases.database("bare"), stop: databases.stop };
  const runner = {
    run: async () => ({ kind: "done" }) as const,
    parquet: async () => {},
    unzip: async () => undefined,
    dataFlow: async () => undefined,
  };
  const places = { state: join(folder, "bare"), kafka: "" };
  const walk = readWalk({ flow, artifactsDir, places, databases: bare, runner, signal: undefined });
  const failure = await walk({ onActivity: () => {}, onNotebook: () => {} });
  expect(failure?.notebook).toBe("The pipeline 'users'");
  expect(failure?.error).toMatch(
    /^'each table' has failed: youflix\/users\/bronze\..*: 'old mark' has failed: Schema "sluice" not found/,
  );
  expect(failure?.error).toContain("The statement: SELECT COALESCE(");
});

/** The three waves of the samples, in a database and a lake of their own; each walk is stopped after so many activities, and walked again. */
async function threeWaves(stopAfter: number) {
  const own = { database: (name: string) => databases.database(`${name}-${stopAfter}`), stop: databases.stop };
  const places = { state: join(folder, `state-${stopAfter}`), kafka: "" };
  const rows = new Map<string, string>();
  const done = new Map<string, number>();
  const runner = {
    run: async (notebooks: readonly NotebookRun[]) => {
      for (const { parameters } of notebooks) await take(parameters["landings"] ?? "", places.state, rows, done);
      return { kind: "done" } as const;
    },
    parquet: async () => {},
    unzip: async () => undefined,
    dataFlow: async () => undefined,
  };
  await makeDatabases(own, flow, artifactsDir);
  const walk = readWalk({ flow, artifactsDir, places, databases: own, runner, signal: undefined });
  let stops = 0;
  for (const wave of [1, 2, 3]) {
    for (const feed of rowsFeeds(flow)) {
      const path = join(projectDir, feed.file.replace("*", String(wave)));
      if (existsSync(path)) await putRows(own.database(feed.database), feed, { path, earlier: wave - 1 });
    }
    let left = stopAfter;
    const onActivity = ({ state }: WalkEvent) => {
      if (state === "started" || left < 0) return;
      left -= 1;
      if (left < 0) throw new Error("killed");
    };
    const outcome = await walk({ onActivity, onNotebook: () => {} }).catch((error) => error.message);
    if (outcome === "killed") stops += 1;
    else expect(outcome).toBeUndefined();
    expect(await walk({ onActivity: () => {}, onNotebook: () => {} })).toBeUndefined();
  }
  const ended: string[] = [];
  await walk({
    onActivity: ({ activity, state }) => void (state !== "started" && ended.push(activity)),
    onNotebook: () => {},
  });
  const [marks] = await own.database("youflix_youflix").run(["SELECT [landing], [taken] FROM [sluice].[marks]"]);
  const quiet = ["land the rows", "take what has landed"].map((name) => ended.filter((one) => one === name).length);
  return { rows, stops, marks: marks && "rows" in marks ? marks.rows : [], quiet };
}

/** What the notebooks do, in a few words: the rows of all whole landings that were not taken, the latest of each key. */
async function take(
  landings: string,
  state: string,
  rows: Map<string, string>,
  done: Map<string, number>,
): Promise<void> {
  const given: readonly { readonly source: string; readonly landing: number }[] = JSON.parse(landings);
  for (const { source, landing } of given) {
    for (let at = (done.get(source) ?? 0) + 1; at <= landing; at += 1) {
      const [, table = "", identity = ""] = /^youflix\/users\/bronze\.(\w+)\/(.*)$/.exec(source) ?? [];
      const file = join(state, "lake/bronze", table, identity, `landing=${String(at).padStart(10, "0")}`, "rows.csv");
      let header: readonly string[] | undefined;
      for await (const { cells } of readCsv([readFileSync(file, "utf8")], file)) {
        header ??= cells;
        const cell = (column: string) => cells[header?.indexOf(column) ?? -1] ?? "";
        const key = `${table} ${cell(`${table.slice(0, -1)}_id`)}`;
        const stamp = cell("updated_at").slice(0, -1); // of its seven digits of a second Spark takes six
        if (header !== cells && stamp >= (rows.get(key) ?? "")) rows.set(key, stamp);
      }
    }
    done.set(source, Math.max(landing, done.get(source) ?? 0));
  }
}

/** The same of the tables: each row by its key, with its stamp as it lands. */
function keysAndStamps(tables: ReturnType<typeof expectedTables>): Readonly<Record<string, string>> {
  const stamp = (time: unknown) => {
    const [seconds = "", fraction = ""] = String(time).replace("Z", "").split(".");
    return `${seconds}.${fraction.padEnd(6, "0")}`;
  };
  return Object.fromEntries(
    Object.entries(tables).flatMap(([table, rows]) =>
      rows.map((row) => [`${table} ${row[`${table.slice(0, -1)}_id`]}`, stamp(row["updated_at"])]),
    ),
  );
}

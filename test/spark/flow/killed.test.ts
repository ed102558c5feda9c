import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { diskHost } from "../../../cli/disk-host.js";
import { readWalk } from "../../../local/adf/walk.js";
import type { WalkEvent } from "../../../local/adf/world.js";
import { ensureSpark, ensureSql } from "../../../local/engines/engines.js";
import { type LocalFlow, loadFlow, rowsFeeds } from "../../../local/flow.js";
import { readCsv } from "../../../local/producer/csv.js";
import type { NotebookRun } from "../../../local/runner/runner.js";
import { type Databases, startDatabases } from "../../../local/sql/databases.js";
import { makeDatabases } from "../../../local/sql/make.js";
import { putRows } from "../../../local/sql/rows.js";
import { compileInto, expectedPizzaStore, expectedTables, pizzaStoreDir, projectDir, type Rows } from "./project.js";

/* Emitted pipelines on H2, stopped after each of their activities. Spark is not needed to see what is handed to the notebooks. */

/** What notebooks do with landings, in a few words. */
interface Tables {
  readonly take: (table: string, landed: readonly Row[], wave: number) => void;
  readonly held: () => unknown;
}

type Row = (column: string) => string;

/** A project, the pipeline that is started, and what its tables hold at last by a plain calculation. */
interface Story {
  readonly dir: string;
  readonly pipeline: string;
  readonly database: string;
  readonly tables: () => Tables;
  readonly expected: () => unknown;
  /** What ends in a run with nothing new: activities by name, and how often. A table that is read whole lands each time. */
  readonly quiet: Readonly<Record<string, number>>;
  readonly activities: number;
  /** The pipeline of whose tables more is kept, and where, one after another. */
  readonly kept: { readonly pipeline: string; readonly in: readonly string[] };
}

const stories: Readonly<Record<string, Story>> = {
  "changes of two tables": {
    dir: projectDir,
    pipeline: "users",
    database: "youflix_youflix",
    tables: latestRows,
    expected: () => stampsByKey(expectedTables()),
    quiet: { "land the rows": 0, "take what has landed": 0 },
    activities: 15,
    kept: { pipeline: "users", in: ["ldw"] },
  },
  "a whole table with history, and changes after it, by a master": {
    dir: pizzaStoreDir,
    pipeline: "stores_master",
    database: "pizza_store_pos",
    tables: pizzaTables,
    expected: () => {
      const { stores, pos_sales = [] } = expectedPizzaStore();
      return { stores, sales: stampsByKey({ sales: pos_sales }) };
    },
    quiet: { "land the rows": 0, stores: 1, tills: 1 },
    activities: 22,
    kept: { pipeline: "tills", in: ["serverless", "dedicated"] },
  },
};

const folder = mkdtempSync(join(tmpdir(), "sluice-killed-"));
const artifactsOf = (story: Story): string => join(folder, story.pipeline);
let databases: Databases;

beforeAll(async () => {
  for (const story of Object.values(stories)) compileInto(artifactsOf(story), diskHost(story.dir));
  const engine = await ensureSql(await ensureSpark(() => {}), () => {});
  databases = await startDatabases(engine, { folder: join(folder, "sql") });
});
afterAll(async () => {
  await databases.stop();
  rmSync(folder, { recursive: true });
});

async function flowOf(story: Story): Promise<LocalFlow> {
  const found = await loadFlow(artifactsOf(story), story.pipeline);
  if (found === undefined) throw new Error("There is no flow.");
  return found;
}

it.each(Object.entries(stories))(
  "%s: stopped after any activity and run again, nothing is missed and nothing is read for ever",
  async (_, story) => {
    const expected = story.expected();
    let last = -1;
    for (let at = 0; at !== last; at += 1) {
      const { held, stops, marks, quiet } = await threeWaves(story, at);
      expect({ at, held }).toEqual({ at, held: expected });
      // What has landed was taken, and a run with nothing new lands no changes.
      expect(marks.every(([landing, taken]) => landing === taken)).toBe(true);
      expect(quiet).toEqual(story.quiet);
      if (stops === 0) last = at + 1;
    }
    expect(last).toBeGreaterThan(story.activities);
  },
);

it("a failure names the activities that lead to it, and the statement", async () => {
  const bare = { database: () => databases.database("bare"), stop: databases.stop };
  const runner = {
    run: async () => ({ kind: "done" }) as const,
    parquet: async () => {},
    unzip: async () => undefined,
    dataFlow: async () => undefined,
  };
  const places = { state: join(folder, "bare"), kafka: "" };
  const story = stories["changes of two tables"];
  if (story === undefined) throw new Error("There is no story.");
  const artifactsDir = artifactsOf(story);
  const flow = await flowOf(story);
  const walk = readWalk({ flow, artifactsDir, places, databases: bare, runner, signal: undefined });
  const failure = await walk({ onActivity: () => {}, onNotebook: () => {} });
  expect(failure?.notebook).toBe("The pipeline 'users'");
  expect(failure?.error).toMatch(
    /^'each table' has failed: youflix\/users\/bronze\..*: 'old mark' has failed: Schema "sluice" not found/,
  );
  expect(failure?.error).toContain("The statement: SELECT COALESCE(");
});

/** The three waves of the samples, in a database and a lake of their own; each walk is stopped after so many activities, and walked again. */
async function threeWaves(story: Story, stopAfter: number) {
  const called = `${story.pipeline}-${stopAfter}`;
  const own = { database: (name: string) => databases.database(`${name}-${called}`), stop: databases.stop };
  const places = { state: join(folder, `state-${called}`), kafka: "" };
  const tables = story.tables();
  const done = new Map<string, number>();
  let wave = 0;
  let behind: readonly string[] = [];
  const runner = {
    run: async (notebooks: readonly NotebookRun[]) => {
      for (const { parameters } of notebooks) {
        const landings = parameters["landings"] ?? "";
        if (landings.includes(`/${story.kept.pipeline}/bronze.`)) behind = story.kept.in;
        for await (const [table, landed] of notTaken(landings, places.state, done)) tables.take(table, landed, wave);
      }
      return { kind: "done" } as const;
    },
    parquet: async () => {},
    unzip: async () => undefined,
    dataFlow: async () => undefined,
  };
  const [flow, artifactsDir] = [await flowOf(story), artifactsOf(story)];
  await makeDatabases(own, flow, artifactsDir);
  const written = new Set<string>();
  const inWarehouse = async (warehouse: string) => {
    written.add(warehouse);
    expect(story.kept.in).toContain(warehouse);
    expect(behind.indexOf(warehouse)).toBeLessThan(1); // what it reads was written before
    behind = behind.filter((one) => one !== warehouse);
  };
  const walk = readWalk({ flow, artifactsDir, places, databases: own, runner, inWarehouse, signal: undefined });
  let stops = 0;
  for (wave of [1, 2, 3]) {
    for (const feed of rowsFeeds(flow)) {
      const path = join(story.dir, feed.file.replace("*", String(wave)));
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
    // What warehouse and pool keep of a table was written after the notebook that last changed it.
    expect(behind).toEqual([]);
  }
  expect([...written]).toEqual(story.kept.in);
  const ended: string[] = [];
  await walk({
    onActivity: ({ activity, state }) => void (state !== "started" && ended.push(activity)),
    onNotebook: () => {},
  });
  const [marks] = await own.database(story.database).run(["SELECT [landing], [taken] FROM [sluice].[marks]"]);
  const quiet = Object.fromEntries(
    Object.keys(story.quiet).map((name) => [name, ended.filter((one) => one === name).length]),
  );
  return { held: tables.held(), stops, marks: marks && "rows" in marks ? marks.rows : [], quiet };
}

/** The rows of all whole landings that were not taken, landing by landing. */
async function* notTaken(
  landings: string,
  state: string,
  done: Map<string, number>,
): AsyncGenerator<readonly [table: string, rows: readonly Row[]]> {
  const given: readonly { readonly source: string; readonly landing: number }[] = JSON.parse(landings);
  for (const { source, landing } of given) {
    for (let at = (done.get(source) ?? 0) + 1; at <= landing; at += 1) {
      const [, table = "", identity = ""] = /^[^/]+\/[^/]+\/bronze\.(\w+)\/(.*)$/.exec(source) ?? [];
      const file = join(state, "lake/bronze", table, identity, `landing=${String(at).padStart(10, "0")}`, "rows.csv");
      const rows: (readonly string[])[] = [];
      for await (const { cells } of readCsv([readFileSync(file, "utf8")], file)) rows.push(cells);
      const [header = [], ...landed] = rows;
      yield [table, landed.map((cells) => (column: string) => cells[header.indexOf(column)] ?? "")];
    }
    done.set(source, Math.max(landing, done.get(source) ?? 0));
  }
}

/** The latest stamp of each key of tables whose key is called after them. */
function latestRows(): Tables {
  const stamps = new Map<string, string>();
  return {
    take: (table, landed) => {
      for (const row of landed) {
        const key = `${table} ${row(`${table.slice(0, -1)}_id`)}`;
        const stamp = row("updated_at").slice(0, -1); // of its seven digits of a second Spark takes six
        if (stamp >= (stamps.get(key) ?? "")) stamps.set(key, stamp);
      }
    },
    held: () => Object.fromEntries(stamps),
  };
}

/** The same of sales; and of stores each version, with the waves from and until which it held. */
function pizzaTables(): Tables {
  const sales = latestRows();
  const versions: Record<string, unknown>[] = [];
  return {
    take: (table, landed, wave) => {
      if (table === "pos_sales") return sales.take("sales", landed, wave);
      for (const version of versions.filter(({ valid_to }) => valid_to === null)) {
        const listed = landed.find((row) => Number(row("store_id")) === version["store_id"]);
        if (listed?.("city") === version["city"]) version["opened_on"] = dayOf(listed?.("opened_on"));
        else version["valid_to"] = wave;
      }
      for (const row of landed) {
        const store = Number(row("store_id"));
        if (versions.some(({ store_id, valid_to }) => store_id === store && valid_to === null)) continue;
        versions.push({
          store_id: store,
          city: row("city"),
          opened_on: dayOf(row("opened_on")),
          valid_from: wave,
          valid_to: null,
        });
      }
    },
    held: () => ({
      stores: versions.toSorted(
        (a, b) => Number(a["store_id"]) - Number(b["store_id"]) || Number(a["valid_from"]) - Number(b["valid_from"]),
      ),
      sales: sales.held(),
    }),
  };
}

const dayOf = (text: string | undefined): string | null => text?.slice(0, 10) || null;

/** Of tables each row by its key, with its stamp as it lands. */
function stampsByKey(tables: Readonly<Record<string, Rows>>): Readonly<Record<string, string>> {
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

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readWalk } from "../../../local/adf/walk.js";
import type { WalkEvent } from "../../../local/adf/world.js";
import type { SparkEngine } from "../../../local/engines/engine.js";
import { ensureSpark } from "../../../local/engines/engines.js";
import { type LocalFlow, loadFlow } from "../../../local/flow.js";
import { type Apis, startApis } from "../../../local/http/apis.js";
import type { NotebookRun, ParquetFile } from "../../../local/runner/runner.js";
import type { Databases } from "../../../local/sql/databases.js";
import { makeDatabases } from "../../../local/sql/make.js";
import { startDatabasesOf } from "../../../local/sql/start.js";
import { memoryHost } from "../../golden.js";
import { compileInto } from "./project.js";

/*
 * The emitted pipeline of a workspace of Synapse, for one window after another, stopped after each of its activities: tables of
 * a real PostgreSQL server, new files by their times, and what an API answers. What notebooks are handed is seen without Spark.
 */

const folder = mkdtempSync(join(tmpdir(), "sluice-killed-windows-"));
const head = `version: 1
project: shop
platform: { orchestrator: synapse, spark: synapse }
lake: { account: lake }
secrets: { vault: vault }
control: { connection: marks }
compute: { small: { workers: 1 } }
connections:
  marks: { kind: azure-sql, server: shop.database.windows.net, database: marks }
  db: { kind: postgres, server: pg.example.org, database: shop, identity: { user: etl, secret: pg-password } }
  drop: { kind: blob, account: shopdrop, container: incoming }
  shop_api: { kind: http, host: api.example.org }
environments: { local: { on: this-machine } }
`;

interface Story {
  readonly pipeline: string;
  /** Tables that land what is new, and those that land all that there is. */
  readonly tables: { readonly changes: readonly string[]; readonly whole: readonly string[] };
  /** What its trigger hands over. */
  readonly handed: (until: string) => Readonly<Record<string, string>>;
  /** How many activities there are at least after which a run is stopped. */
  readonly activities: number;
}

const cursor = "column: updated_at, start: 2020-01-01T00:00:00, time_zone: UTC";
const columns = "columns: { id: bigint, who: string, updated_at: timestamp }";
const newFiles = "connection: drop, read: new-files, lag: 5 minutes, changes: upsert, primary_key: [id]";

const stories: Readonly<Record<string, Story>> = {
  "tables of PostgreSQL by windows": {
    pipeline: `pipeline: shop
triggers: { hourly: { window: { every: 1 hour, start: 2024-05-01T00:00:00Z } } }
sources:
  orders: { kind: postgres, connection: db, table: public.orders, primary_key: [id], changes: upsert, read: incremental, cursor: { ${cursor}, lag: 10 minutes }, ${columns} }
  payments: { kind: postgres, connection: db, table: public.payments, primary_key: [id], changes: upsert, read: incremental, cursor: { ${cursor}, lag: 10 minutes }, ${columns} }
bronze:
  orders: { from: sources.orders, format: csv }
  payments: { from: sources.payments, format: parquet }
silver:
  orders: { from: bronze.orders, apply_changes: { keys: [id], sequence_by: [updated_at], scd_type: 1 } }
  payments: { from: bronze.payments, apply_changes: { keys: [id], sequence_by: [updated_at], scd_type: 1 } }
`,
    tables: { changes: ["orders", "payments"], whole: [] },
    handed: (until) => ({ read_until: until.replace("T", " ").replace("Z", ".0000000") }),
    activities: 15,
  },
  "new files of CSV and of JSON, a whole table of PostgreSQL and an API's answers, by the clock": {
    pipeline: `pipeline: shop
triggers: { hourly: { every: 1 hour, start: 2024-05-01T00:00:00, time_zone: UTC } }
sources:
  clicks: { kind: files, path: clicks/*.csv, format: csv, columns: { id: int, page: string }, ${newFiles} }
  visits: { kind: files, path: visits/*.json, format: json, columns: { id: int, page: string }, ${newFiles} }
  stores: { kind: postgres, connection: db, table: public.stores, primary_key: [id], changes: snapshot, read: full, columns: { id: bigint, city: string } }
  prices:
    kind: http
    connection: shop_api
    path: prices
    read: full
    changes: snapshot
    format: json
    rows: $.results
    paging: { page: page, max_pages: 9, wait: 10 milliseconds }
    primary_key: [id]
    columns: { id: int, price: double }
bronze:
  clicks: { from: sources.clicks, format: csv }
  visits: { from: sources.visits, format: json }
  stores: { from: sources.stores, format: parquet }
  prices: { from: sources.prices, format: json }
silver:
  clicks: { from: bronze.clicks, expect: { has_page: { that: page is not null, else: drop } }, apply_changes: { keys: [id], sequence_by: [page], scd_type: 1 } }
  visits: { from: bronze.visits, expect: { has_page: { that: page is not null, else: drop } }, apply_changes: { keys: [id], sequence_by: [page], scd_type: 1 } }
  stores: { from: bronze.stores, apply_changes: { keys: [id], scd_type: 1 } }
  prices: { from: bronze.prices, write: replace }
`,
    tables: { changes: ["clicks", "visits"], whole: ["stores", "prices"] },
    handed: () => ({}),
    activities: 25,
  },
};

interface Row {
  readonly [column: string]: string | number;
}

/** What has come by the time of a run: rows by their keys, and files with the times at which they were put. */
interface Wave {
  readonly until: string;
  readonly orders: readonly Row[];
  readonly payments: readonly Row[];
  readonly stores: readonly Row[];
  readonly files: readonly { readonly path: string; readonly at: string; readonly rows: readonly Row[] }[];
  readonly prices: readonly Row[];
}

const row = (id: number, time: string, who = `customer ${id}`): Row => ({ id, who, updated_at: `2024-05-01T${time}Z` });
const file = (path: string, time: string, ...rows: readonly (readonly [number, string])[]) => ({
  ...{ path, at: `2024-05-01T${time}Z`, rows: rows.map(([id, page]) => ({ id, page })) },
});

const waves: readonly Wave[] = [
  {
    until: "2024-05-01T01:00:00Z",
    // The last of each is beyond the end of the window.
    orders: [row(1, "00:10:00"), row(2, "00:59:59.999999"), row(3, "01:00:00")],
    payments: [row(1, "00:30:00", 'Ann "the" one'), row(2, "01:00:00.000001")],
    stores: [
      { id: 1, city: "Gdynia" },
      { id: 2, city: "Opole" },
    ],
    // Two are beyond what a run takes: younger than the lag.
    files: [
      file("clicks/a.csv", "00:30:00", [1, "/"], [2, "/a, b"]),
      file("clicks/b.csv", "01:00:00", [3, "/b"]),
      file("visits/a.json", "00:59:59", [1, "/ą"]),
      file("visits/b.json", "01:00:00", [2, "/"]),
    ],
    prices: [1, 2, 3, 4, 5, 6].map((id) => ({ id, price: id / 4 })),
  },
  {
    until: "2024-05-01T02:00:00Z",
    // The first was committed late, within the lag of what has been read.
    orders: [row(4, "00:55:00"), row(5, "01:30:00"), row(1, "01:40:00", "somebody else")],
    payments: [row(3, "01:59:59.999999")],
    stores: [
      { id: 2, city: "Radom" },
      { id: 3, city: "Łódź" },
    ],
    // One is put again with other rows.
    files: [file("clicks/a.csv", "01:20:00", [2, "/again"]), file("clicks/c.csv", "01:59:59", [4, "/c"], [5, "/c"])],
    prices: [{ id: 1, price: 0.75 }],
  },
];

let spark: SparkEngine;

beforeAll(async () => {
  spark = await ensureSpark(() => {});
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each(Object.entries(stories))(
  "%s: stopped after any activity and run again, each run lands what it would have landed at once",
  async (name, story) => {
    const root = join(folder, `${Object.keys(stories).indexOf(name)}`);
    const stage = await set(story, root);
    try {
      const lives: Life[] = [];
      do lives.push(await lived(story, stage, lives.length));
      while (lives.at(-1)?.stops !== 0);
      expect(lives.length).toBeGreaterThan(story.activities);
      const { expected, landed } = calculated(story, root, lives.length);
      for (const [at, { given, marks }] of lives.entries()) {
        const { readings, numbers } = landed[at] ?? {};
        expect({ at, readings }).toEqual({ at, readings: expected });
        // All that lies in the lake was handed to the notebook, and is kept as taken.
        expect({ at, marks }).toEqual({
          at,
          marks: Object.fromEntries(Object.entries(numbers ?? {}).map(([table, number]) => [table, [number, number]])),
        });
        expect({ at, given }).toEqual({ at, given: numbers });
      }
    } finally {
      await stage.apis?.stop();
      await stage.databases.stop();
    }
  },
  120_000,
);

interface Calculated {
  readonly expected: unknown;
  /** Of each life: the same of what lies in the lake, and the numbers of the last landings. */
  readonly landed: readonly { readonly readings: unknown; readonly numbers: Readonly<Record<string, number>> }[];
}

/** What the landings of each table must hold, by the waves alone, and what those of all lives hold. */
function calculated({ tables }: Story, root: string, lives: number): Calculated {
  const script = fileURLToPath(new URL("./expected_killed.py", import.meta.url));
  const input = JSON.stringify({ waves, lives, ...tables });
  return JSON.parse(execFileSync("python3", [script, root], { input, encoding: "utf8", maxBuffer: 2 ** 28 }));
}

/** What lives are lived in. */
interface Stage {
  readonly flow: LocalFlow;
  readonly artifactsDir: string;
  readonly root: string;
  readonly databases: Databases;
  readonly apis: Apis | undefined;
}

async function set({ pipeline }: Story, root: string): Promise<Stage> {
  const artifactsDir = join(root, "artifacts");
  compileInto(artifactsDir, memoryHost({ "sluice.yaml": head, "pipelines/shop.yaml": pipeline }));
  const flow = await loadFlow(artifactsDir, "shop");
  if (flow === undefined) throw new Error("There is no flow.");
  const databases = await startDatabasesOf(flow, { spark, stateDir: join(root, "databases"), progress: () => {} });
  await makeDatabases(databases, flow, artifactsDir);
  return { flow, artifactsDir, root, databases, apis: flow.apis && (await startApis(flow, join(root, "apis"))) };
}

const tablesOf = ({ databases }: LocalFlow): readonly string[] =>
  databases.flatMap(({ tables }) => tables.map(({ table }) => table));

interface Life {
  readonly stops: number;
  /** By table: the last landing that a notebook was handed, and what the marks say has landed and was taken. */
  readonly given: Readonly<Record<string, number>>;
  readonly marks: Readonly<Record<string, readonly [landing: number, taken: number]>>;
}

/** The waves in order, over marks and a lake of their own; each run is stopped after so many activities, and begun again. */
async function lived(story: Story, stage: Stage, stopAfter: number): Promise<Life> {
  const { flow, artifactsDir, apis, root } = stage;
  const state = join(root, `life-${stopAfter}`);
  let clock = "";
  const databases: Databases = {
    ...stage.databases,
    database: (name, session) => {
      const one = stage.databases.database(name, session);
      const told = (text: string) => text.replaceAll("LOCALTIMESTAMP(7)", `CAST('${clock}' AS TIMESTAMP(7))`);
      return { ...one, run: (texts: readonly string[], seconds?: number) => one.run(texts.map(told), seconds) };
    },
  };
  await databases.database("shop_marks").run(["DELETE FROM [sluice].[marks]"]);
  await databases.database("shop_db").run(tablesOf(flow).map((table) => `TRUNCATE public.${table}`));
  const given = new Map<string, number>();
  const runner = {
    run: async (notebooks: readonly NotebookRun[]) => {
      // A text that is not of letters alone is handed to a workspace's notebook in Base64.
      for (const { parameters } of notebooks)
        for (const { source, landing } of JSON.parse(Buffer.from(parameters["landings"] ?? "", "base64").toString()))
          given.set(tableOf(source), landing);
      return { kind: "done" } as const;
    },
    parquet: async ({ path, columns, records }: ParquetFile) => {
      mkdirSync(dirname(path), { recursive: true });
      const rows = records.map((record) => Object.fromEntries(columns.map(({ name }, at) => [name, record[at]])));
      writeFileSync(path, JSON.stringify(rows));
    },
    unzip: async () => undefined,
    dataFlow: async () => undefined,
  };
  const walk = readWalk({
    ...{ flow, artifactsDir, places: { state, kafka: "" }, databases, apis, runner, signal: undefined },
  });
  let stops = 0;
  for (const wave of waves) {
    await arrive(wave, stage, state);
    // As old as a file has to be.
    clock = wave.until.replace("T", " ").replace(":00:00Z", ":05:00");
    let left = stopAfter;
    const onActivity = ({ state: how }: WalkEvent) => {
      if (how === "started" || left < 0) return;
      left -= 1;
      if (left < 0) throw new Error("killed");
    };
    const handed = story.handed(wave.until);
    const outcome = await walk({ onActivity, onNotebook: () => {} }, handed).catch((error) => error.message);
    if (outcome === "killed") stops += 1;
    else expect(outcome).toBeUndefined();
    expect(await walk({ onActivity: () => {}, onNotebook: () => {} }, handed)).toBeUndefined();
  }
  const [found] = await databases
    .database("shop_marks")
    .run(["SELECT [source], [landing], [taken] FROM [sluice].[marks]"]);
  const rows = found && "rows" in found ? found.rows : [];
  const marks = rows.map(([source, landing, taken]) => [tableOf(source), [Number(landing), Number(taken)]] as const);
  return { stops, given: Object.fromEntries(given), marks: Object.fromEntries(marks) };
}

const tableOf = (source: string | null | undefined): string => /bronze\.(\w+)/.exec(source ?? "")?.[1] ?? "";

async function arrive(wave: Wave, { databases, flow, root, apis }: Stage, state: string): Promise<void> {
  const put = (table: string) => (one: Row) => {
    const values = Object.values(one).map((value) => `'${value}'`);
    const set = Object.keys(one).map((name) => `${name} = excluded.${name}`);
    return `INSERT INTO public.${table} (${Object.keys(one)}) VALUES (${values}) ON CONFLICT (id) DO UPDATE SET ${set}`;
  };
  const rows = { orders: wave.orders, payments: wave.payments, stores: wave.stores };
  const made = tablesOf(flow);
  await databases
    .database("shop_db")
    .run(Object.entries(rows).flatMap(([table, these]) => (made.includes(table) ? these.map(put(table)) : [])));
  for (const { path, at, rows: written } of wave.files) {
    const to = join(state, "files/drop", path);
    mkdirSync(dirname(to), { recursive: true });
    const csv = ["page,id", ...written.map(({ id, page }) => `"${page}",${id}`)];
    writeFileSync(to, `${(path.endsWith(".csv") ? csv : written.map((one) => JSON.stringify(one))).join("\n")}\n`);
    utimesSync(to, new Date(at), new Date(at));
  }
  const sample = join(root, "prices.json");
  writeFileSync(sample, wave.prices.map((one) => `${JSON.stringify(one)}\n`).join(""));
  for (const { linked_service, sources } of flow.apis ?? [])
    for (const { source } of sources) await apis?.feed({ source, api: linked_service, file: sample }, sample, 0);
}

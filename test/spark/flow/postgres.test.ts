import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWalk, type Walk, type Walking } from "../../../local/adf/walk.js";
import { ensureSpark } from "../../../local/engines/engines.js";
import { type LocalFlow, loadFlow } from "../../../local/flow.js";
import { runJob } from "../../../local/run.js";
import type { ParquetFile } from "../../../local/runner/runner.js";
import type { Databases } from "../../../local/sql/databases.js";
import { makeDatabases } from "../../../local/sql/make.js";
import { startDatabasesOf } from "../../../local/sql/start.js";
import { memoryHost, readCase, type Tree } from "../../golden.js";
import { keptRunner } from "../kept.js";
import { compileInto } from "./project.js";

/* The emitted pipeline over tables of a real PostgreSQL server, as it is; the marks are kept in H2. Only the last part starts Spark. */

const folder = mkdtempSync(join(tmpdir(), "sluice-of-postgres-"));
const artifactsDir = join(folder, "artifacts");
const stateDir = join(folder, "state");
const parquet: ParquetFile[] = [];
let databases: Databases;
let flow: LocalFlow;
let walk: Walk;

/** The project of the golden case, with keys called `id`, and a table that is read by a number. */
const project: Tree = Object.fromEntries(
  Object.entries(readCase("project-postgres").input).map(([path, text]) => [
    path,
    text
      .replaceAll(/(order|store)_id/g, "id")
      .replace(
        "  stores:\n    kind",
        `  events:
    kind: postgres
    connection: db
    table: log.Events
    primary_key: [id]
    changes: upsert
    read: incremental
    cursor: { column: Number, start: 10, in_commit_order: true }
    columns: { id: int, Number: bigint }
  stores:\n    kind`,
      )
      .replace("bronze:\n", "bronze:\n  events: { from: sources.events, format: csv }\n"),
  ]),
);

/** Only the orders, and only those up to the end of a run's window. */
const windowed: Tree = Object.fromEntries(
  Object.entries(project).map(([path, text]) => [
    path,
    text
      .replace(/^ {2}events:\n[\s\S]*?(?=^bronze)/m, "")
      .replaceAll(/^ {2}(stores|events): .*\n/gm, "")
      .replace(/^sources:/m, "triggers: { hourly: { window: { every: 1 hour, start: 2026-01-01T00:00:00Z } } }\n$&"),
  ]),
);

beforeAll(async () => {
  compileInto(artifactsDir, memoryHost(project));
  const found = await loadFlow(artifactsDir, "shop");
  if (found === undefined) throw new Error("There is no flow.");
  flow = found;
  databases = await startDatabasesOf(flow, { spark: await ensureSpark(() => {}), stateDir, progress: () => {} });
  await makeDatabases(databases, flow, artifactsDir);
  // As such a table mostly is; of the two types the landings are the same.
  await sql("ALTER TABLE public.orders ALTER COLUMN updated_at TYPE timestamptz");
  walk = walking({ flow, artifactsDir });
});
afterAll(async () => {
  await databases.stop();
  rmSync(folder, { recursive: true });
});

/** The pipeline of a project. */
function walking(of: Pick<Walking, "flow" | "artifactsDir" | "parameters">): Walk {
  const runner = {
    run: async () => ({ kind: "done" }) as const,
    parquet: async (file: ParquetFile) => void parquet.push(file),
    unzip: async () => undefined,
    dataFlow: async () => undefined,
  };
  const places = { state: stateDir, kafka: "" };
  return readWalk({ ...of, places, databases, runner, signal: undefined });
}

const sql = (...statements: readonly string[]) => databases.database("shop_db").run(statements);

type Row = Readonly<Record<string, string | number | boolean | null>>;

/** Adds rows of a table, or puts them in the place of those with their keys. */
async function put(table: string, rows: readonly Row[]): Promise<void> {
  for (const row of rows) {
    const names = Object.keys(row).map((name) => `"${name}"`);
    const values = Object.values(row).map((value) =>
      value === null ? "NULL" : `'${`${value}`.replaceAll("'", "''")}'`,
    );
    const set = names.map((name) => `${name} = excluded.${name}`).join(", ");
    await sql(`INSERT INTO ${table} (${names}) VALUES (${values}) ON CONFLICT (id) DO UPDATE SET ${set}`);
  }
}

/** Runs the pipeline; which activities that land or keep anything it did. */
async function run(walked = walk): Promise<readonly string[]> {
  const done: string[] = [];
  const failure = await walked({
    onActivity: ({ activity, state }) => {
      if (state === "Succeeded" && /^(land the|keep the)/.test(activity)) done.push(activity);
    },
    onNotebook: () => {},
  });
  expect(failure).toBeUndefined();
  return done;
}

function calculated(job: Readonly<Record<string, unknown>>) {
  const script = fileURLToPath(new URL("./expected_postgres.py", import.meta.url));
  const text = execFileSync("python3", [script, join(stateDir, "lake")], {
    input: JSON.stringify(job),
    encoding: "utf8",
  });
  const { expected, landed }: { readonly expected: unknown; readonly landed: readonly unknown[] } = JSON.parse(text);
  return { expected, landed };
}

const order = (id: number, updated_at: string, others: Row = {}): Row => ({
  ...{
    id,
    who: `customer ${id}`,
    total: "10.50",
    is_paid: true,
    day: "2026-01-01",
    weight: 0.1,
    updated_at,
    ...others,
  },
});

/** The mark is at 10:00:00.000001 after the first wave. */
const orders: readonly (readonly Row[])[] = [
  [
    order(1, "2026-01-01T09:00:00Z", { who: `Ann "the" one, it's\\so`, total: null, is_paid: false, day: null }),
    order(2, "2026-01-01T12:00:00.000001+02:00", { who: null, is_paid: null, weight: 1e21 }),
    order(3, "2019-12-31T23:59:59.999999Z"),
    order(4, "2026-01-01T10:00:00.000001Z"),
  ],
  // Committed late: within the lag, with the very stamp of the mark, and too late, which nobody can see.
  [order(5, "2026-01-01T09:55:00Z"), order(6, "2026-01-01T10:00:00.000001Z"), order(7, "2026-01-01T09:50:00Z")],
  [],
  // Another stamp within the lag, by the least that there is.
  [order(5, "2026-01-01T09:55:00.000001Z")],
  // At no time, until it is given one; and a mark that rises.
  [order(8, "infinity"), order(9, "2026-01-01T10:05:00Z", { total: "9999999999.99" })],
  [order(8, "2026-01-01T10:04:59.5Z")],
];

const events: readonly (readonly Row[])[] = [
  [1, 2].map((id) => ({ id, Number: 9 + id })),
  [{ id: 3, Number: "9007199254740993" }],
  [],
  [{ id: 1, Number: "9007199254740994" }],
  [],
  [],
];

describe("tables that are read by their changes", () => {
  const did: (readonly string[])[] = [];
  beforeAll(async () => {
    for (const [at, wave] of orders.entries()) {
      await put("public.orders", wave);
      await put('"log"."Events"', events[at] ?? []);
      await put("public.stores", [{ id: at, city: "Gdynia", opened_at: "2026-01-01T06:30:00.123456" }]);
      did.push(await run());
    }
  });

  it("land what a plain calculation has: late rows within the lag again, and nothing where nothing is new", () => {
    const job = {
      table: "bronze/orders",
      start: "2020-01-01T00:00:00Z",
      lag_seconds: 600,
      waves: orders,
      number: null,
    };
    const { expected, landed } = calculated(job);
    expect(landed).toEqual(expected);
    expect(landed.map((rows) => Object(rows).length)).toEqual([3, 4, 4, 5, 6]);
  });

  it("by a number too", () => {
    const { expected, landed } = calculated({
      ...{ table: "bronze/events", start: 10, lag_seconds: 0, waves: events, number: "Number" },
    });
    expect(landed).toEqual(expected);
    expect(landed.map((rows) => Object(rows).length)).toEqual([1, 1, 1]);
  });

  it("land nothing in an empty interval", () => {
    expect(did[2]).toEqual(["land the table", "keep the landing"]); // the stores, which are read whole
  });

  it("and one that is read whole lands all rows, each reading later than the one before", () => {
    const readings = parquet.map(({ columns, records }) => {
      const at = columns.findIndex(({ name }) => name === "_read_at");
      return {
        readAt: records.map((record) => record[at]),
        rows: records.map((record) => record.filter((_, i) => i !== at)),
      };
    });
    expect(readings.map(({ rows }) => rows)).toEqual(
      orders.map((_, wave) =>
        Array.from({ length: wave + 1 }, (_, id) => ["Gdynia", `${id}`, "2026-01-01 06:30:00.123456"]),
      ),
    );
    const times = readings.flatMap(({ readAt }) => [...new Set(readAt)]);
    expect(times).toHaveLength(orders.length);
    expect(times).toEqual(times.toSorted());
    for (const time of times) expect(Math.abs(Date.parse(`${time}Z`) - Date.now())).toBeLessThan(120_000);
  });

  it("leave what is beyond the end of the run's window to later runs", async () => {
    await put("public.orders", [order(10, "2026-01-01T11:00:00Z"), order(11, "2026-01-01T12:00:00Z")]);
    const own = join(folder, "windowed");
    compileInto(own, memoryHost(windowed));
    const ofOrders = await loadFlow(own, "shop");
    if (ofOrders === undefined) throw new Error("There is no flow.");
    const job = { table: "bronze/orders", start: "2020-01-01T00:00:00Z", lag_seconds: 0, waves: [], number: null };
    const until = async (time: string) => {
      await run(
        walking({ flow: ofOrders, artifactsDir: own, parameters: { read_until: `2026-01-01 ${time}:00.0000000` } }),
      );
      return JSON.stringify(calculated(job).landed.at(-1))
        .match(/customer \d+/g)
        ?.at(-1);
    };
    expect(await until("12:00")).toBe("customer 10");
    expect(await until("13:00")).toBe("customer 11");
  });

  it("a table that is empty, and was not before, stops the run", async () => {
    await sql("DELETE FROM public.stores");
    const failure = await walk({ onActivity: () => {}, onNotebook: () => {} });
    expect(failure?.error).toMatch(/public\.stores of 'db' has no rows, and had 6 when it was read before/);
  });
});

it("what the server does not know is the failure of the activity, in its own words", async () => {
  await put("public.stores", [{ id: 1, city: "Gdynia", opened_at: null }]);
  await sql(
    'ALTER TABLE public.orders RENAME COLUMN who TO "Who"',
    "UPDATE public.orders SET updated_at = now() WHERE id = 1",
  );
  const failure = await walk({ onActivity: () => {}, onNotebook: () => {} });
  expect(failure?.error).toMatch(/column "who" does not exist \[42703\]/);
});

it("samples are run, each file a wave, and merged", async () => {
  const projectDir = join(folder, "project");
  const samples = {
    "samples/orders-1.csv":
      "id,who,total,is_paid,day,weight,updated_at\n1,Ann,1.50,true,2026-01-01,0.5,2026-01-01 10:00:00\n2,Bob,,false,,,2026-01-01 10:00:00.000001",
    "samples/orders-2.csv":
      "id,who,total,is_paid,day,weight,updated_at\n1,Ann,2.50,true,2026-01-01,0.5,2026-01-01 09:59:59\n3,Eve,3,true,2026-01-03,3,2026-01-01 10:01:00",
    "samples/stores-1.csv": "id,city,opened_at\n1,Gdynia,2026-01-01\n2,Opole,",
    "samples/stores-2.csv": "id,city,opened_at\n2,Radom,2026-01-02",
  };
  for (const [path, text] of Object.entries({ ...project, ...samples })) {
    mkdirSync(dirname(join(projectDir, path)), { recursive: true });
    writeFileSync(join(projectDir, path), `${text}\n`);
  }
  const tables: Record<string, unknown> = {};
  const request = { artifactsDir, projectDir, stateDir: join(folder, "run"), runner: await keptRunner() };
  const result = await runJob(request, async ({ runner, places }) => {
    for (const [table, columns] of Object.entries({ orders: ["id", "who", "total"], stores: ["id", "city"] })) {
      const rows = await runner.rows(join(places.state, "lake/silver", table), columns);
      tables[table] = rows.map((row) => columns.map((column) => `${row[column]}`).join()).sort();
    }
  });
  expect(result).toMatchObject({ kind: "done", waves: 2 });
  expect(tables).toEqual({ orders: ["1,Ann,1.50", "2,Bob,null", "3,Eve,3.00"], stores: ["1,Gdynia", "2,Radom"] });
});

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWalk } from "../../../local/adf/walk.js";
import type { WalkEvent } from "../../../local/adf/world.js";
import { ensureSpark, ensureSql } from "../../../local/engines/engines.js";
import { type LocalFlow, loadFlow } from "../../../local/flow.js";
import type { RunRequest } from "../../../local/request.js";
import { runJob } from "../../../local/run.js";
import type { ParquetFile } from "../../../local/runner/runner.js";
import { type Databases, startDatabases } from "../../../local/sql/databases.js";
import { makeDatabases } from "../../../local/sql/make.js";
import { memoryHost, readCase } from "../../golden.js";
import { compileInto } from "./project.js";

const folder = mkdtempSync(join(tmpdir(), "sluice-files-"));
const artifactsDir = join(folder, "artifacts");
/** The golden case, with a table whose rows are deleted by what new files say, and one that reads the lines: what nobody reads starts no job. */
const project = Object.fromEntries(
  Object.entries(readCase("adf-files").input).map(([path, text]) => [
    path,
    text.replace("lag: 5 minutes,", "lag: 5 minutes, primary_key: [a],").replace(
      "silver:\n",
      `silver:
  alive: { from: bronze.orders, expect: { has_change: { that: changed_at is not null, else: drop } }, apply_changes: { keys: [order_id], sequence_by: [changed_at], scd_type: 1, delete_when: total < 0 } }
  lines: { from: bronze.lines, expect: { has_b: { that: b is not null, else: drop } }, apply_changes: { sequence_by: [b], scd_type: 1 } }
`,
    ),
  ]),
);
beforeAll(() => compileInto(artifactsDir, memoryHost(project)));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the emitted pipeline over files, on H2 alone", () => {
  const state = join(folder, "walked");
  let databases: Databases;
  let flow: LocalFlow;

  beforeAll(async () => {
    const found = await loadFlow(artifactsDir, "shop");
    if (found === undefined) throw new Error("There is no flow.");
    flow = found;
    databases = await startDatabases(await ensureSql(await ensureSpark(() => {}), () => {}), {
      folder: join(state, "sql"),
    });
    await makeDatabases(databases, flow, artifactsDir);
  });
  afterAll(() => databases.stop());

  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

  function put(path: string, content: string | Buffer, at = minutesAgo(10)): void {
    const file = join(state, "files/drop", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    utimesSync(file, at, at);
  }

  /** Runs the pipeline: which landings the notebooks are given, what was written, and why it has failed. */
  async function run() {
    const given: string[] = [];
    const parquets: ParquetFile[] = [];
    const events: WalkEvent[] = [];
    const runner = {
      run: async (notebooks: readonly { readonly parameters: Readonly<Record<string, string>> }[]) => {
        given.push(...notebooks.map(({ parameters }) => parameters["landings"] ?? "[]"));
        return { kind: "done" } as const;
      },
      parquet: async (file: ParquetFile) => void parquets.push(file),
      unzip: async () => undefined,
      dataFlow: async () => undefined,
    };
    const places = { state, kafka: "" };
    const walk = readWalk({ flow, artifactsDir, places, databases, runner, signal: undefined });
    const failure = await walk({ onActivity: (event) => events.push(event), onNotebook: () => {} });
    const landings = given.flatMap((text) => JSON.parse(text)).map(({ source, landing }) => `${source} ${landing}`);
    const of = (table: string) => parquets.find(({ path }) => path.includes(`/bronze/${table}/`));
    return {
      error: failure?.error,
      landings: landings.map((one) => one.replace(/^shop\/shop\/bronze\.|\/1-[0-9a-f]+/g, "")).sort(),
      orders: of("orders")?.records,
      stores: of("stores")?.records.map(([, ...cells]) => cells),
      columns: of("orders")?.columns,
      said: events.filter(({ state: how }) => how === "Failed").map(({ error }) => error),
    };
  }

  const gz = (...lines: readonly string[]) =>
    gzipSync(`${["total;order_id;changed_at;more", ...lines].join("\r\n")}\r\n`);

  it("without files there is no landing; of those that are read whole it is an error", async () => {
    const { landings, error } = await run();
    expect(landings).toEqual([]);
    expect(error).toContain("stores/*/*.csv of 'drop': there is no file with a row. Nothing was taken of them.");
  });

  it("lands the cells of all files as texts, by the names of their columns or by their places", async () => {
    put("orders/a.csv.gz", gz('1.50;1;2026-01-01T00:00:00;"a;""b"', ";x;;"));
    put("orders/b.csv.gz", gz("007;2;now;"));
    put("orders/c.csv", "total;order_id\n1;3\n");
    put("orders/below/d.csv.gz", gz("1;4;;"));
    put("stores/north/s.csv", 'city,store_id\n"Łódź, centre",1\n"two\nlines",2\n');
    put("stores/south/s.csv", "store_id,city\n3,\n");
    put("lines-1.csv", "\ufeffone,1\n,2\n");
    const { error, landings, orders, stores, columns } = await run();
    expect(error).toBeUndefined();
    expect(landings).toEqual(["lines 1", "orders 1", "stores 1"]);
    expect(columns).toEqual(["changed_at", "order_id", "total"].map((name) => ({ name, type: "string" })));
    expect(orders).toEqual([
      ["2026-01-01T00:00:00", "1", "1.50"],
      [null, "x", null],
      ["now", "2", "007"],
    ]);
    expect(stores).toEqual([
      ["Łódź, centre", "1"],
      ["two\nlines", "2"],
      [null, "3"],
    ]);
    const [[source = ""] = []] = await marks("lines");
    const path = source?.replace("shop/shop/bronze.", "bronze/") ?? "";
    expect(readFileSync(join(state, "lake", path, "landing=0000000001/rows.csv"), "utf8")).toBe(
      '\ufeff"a","b"\n"1","one"\n"2","\\N"\n',
    );
  });

  const marks = async (table: string) => {
    const [found] = await databases
      .database("shop_db")
      .run([`SELECT [source], [mark], [landing] FROM [sluice].[marks] WHERE [source] LIKE N'%bronze.${table}/%'`]);
    return found && "rows" in found ? found.rows : [];
  };

  it("takes a file when it is as old as the lag, once, and again when it is changed", async () => {
    put("orders/young.csv.gz", gz("1;5;;"), minutesAgo(1));
    const [[, mark = ""] = []] = await marks("orders");
    expect(mark).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(await run()).toMatchObject({ error: undefined, landings: ["lines 1", "orders 1", "stores 2"] });
    expect(await marks("orders")).toMatchObject([[expect.anything(), mark, "1"]]);
    // As if the landing had been ten seconds ago: marks are of whole seconds, and this run may be within the same one.
    const before = Date.parse(mark ?? "") - 10_000;
    const text = `${new Date(before).toISOString().slice(0, 19)}Z`;
    await databases
      .database("shop_db")
      .run([`UPDATE [sluice].[marks] SET [mark] = '${text}' WHERE [source] LIKE N'%bronze.orders/%'`]);
    // At the mark itself it is beyond what was taken; a second before it was taken already.
    put("orders/young.csv.gz", gz("1;5;;"), new Date(before));
    put("orders/a.csv.gz", gz("1;6;;"), new Date(before - 1000));
    const { landings, orders } = await run();
    expect(landings).toEqual(["lines 1", "orders 2", "stores 3"]);
    expect(orders).toEqual([[null, "5", "1"]]);
  });

  it.each([
    ["stores/north/s.csv", "city,store_id\nGdynia,1,2\n", "it has 3 cells, and the first record 2"],
    ["stores/north/s.csv", "town,store_id\nGdynia,1\n", "s.csv: it has no column 'city'"],
    ["stores/north/s.csv", 'city,store_id\n"Gdynia,1\n', "never closed"],
  ])("a file that is not as declared fails the copy", async (path, text, says) => {
    put(path, text);
    const { error, landings } = await run();
    expect(error).toContain(says);
    expect(landings).toEqual([]);
    expect(await marks("stores")).toMatchObject([[expect.anything(), expect.anything(), "3"]]);
  });

  it("a file that is said to be compressed and is not fails the copy", async () => {
    put("stores/north/s.csv", "city,store_id\nGdynia,1\n");
    put("orders/e.csv.gz", "order_id;total;changed_at\n1;1;\n", minutesAgo(2.5));
    await databases.database("shop_db").run(["UPDATE [sluice].[marks] SET [mark] = '1970-01-01T00:00:00Z'"]);
    expect((await run()).error).toContain("incorrect header check");
  });
});

it("waves of files are landed, typed and merged as a calculation in plain Python has it", async () => {
  const samples = join(folder, "project/samples");
  mkdirSync(samples, { recursive: true });
  const orders = (wave: number, ...lines: readonly string[]) =>
    writeFileSync(
      join(samples, `orders-${wave}.csv.gz`),
      gzipSync(["order_id;total;changed_at", ...lines, ""].join("\n")),
    );
  const stores = (wave: number, ...lines: readonly string[]) =>
    writeFileSync(join(samples, `stores-${wave}.csv`), ["store_id,city", ...lines, ""].join("\n"));
  orders(1, "1;1.5;2026-01-01T10:00:00", "2;;2026-01-01T11:00:00", '3;"7";2026-01-01T12:00:00');
  orders(
    2,
    "1;2.50;2026-01-02T10:00:00",
    "2;9;2026-01-01T09:00:00",
    "4;-0.01;2026-01-02T11:00:00.25",
    "5;1;",
    "3;-7;2026-01-02T12:00:00",
  );
  // One that was deleted comes back, one is told of too late to, and one is deleted that was there.
  orders(3, "3;8;2026-01-03T10:00:00", "4;6;2026-01-02T10:00:00", "1;-2;2026-01-03T09:00:00");
  stores(1, '1,"Łódź, centre"', "2,");
  stores(2, "2,Gdynia", '3,"two\nlines"');
  const request: RunRequest = { artifactsDir, projectDir: join(folder, "project"), stateDir: join(folder, "run") };
  const tables: Record<string, unknown> = {};
  const result = await runJob(request, async ({ runner, places }) => {
    const rows = async (table: string, ...columns: readonly string[]) => {
      const found = await runner.rows(join(places.state, "lake/silver", table), columns);
      return found.map((row) => columns.map((column) => row[column])).toSorted((a, b) => Number(a[0]) - Number(b[0]));
    };
    const times = (at: unknown) =>
      String(at)
        .replace(/(\.\d*?)0*Z$/, "$1")
        .replace(/[.Z]+$/, "");
    tables["orders"] = (await rows("orders", "order_id", "total", "changed_at")).map(([id, total, at]) => [
      id,
      total,
      times(at),
    ]);
    tables["alive"] = await rows("alive", "order_id", "total");
    tables["quarantined"] = await rows("orders_quarantine", "order_id", "total");
    tables["stores"] = await rows("stores", "store_id", "city");
  });
  expect(result.failure).toBeUndefined();
  expect(result).toMatchObject({ kind: "done", waves: 3 });
  const script = fileURLToPath(new URL("./files.py", import.meta.url));
  expect(tables).toEqual(JSON.parse(execFileSync("python3", [script, samples], { encoding: "utf8" })));
});

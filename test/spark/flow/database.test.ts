import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nowhere } from "../../../local/adf/nowhere.fixture.js";
import { readFactory } from "../../../local/adf/read-factory.js";
import { runPipeline } from "../../../local/adf/run-pipeline.js";
import type { WalkEvent } from "../../../local/adf/world.js";
import type { SqlEngine } from "../../../local/engines/engine.js";
import { ensureSpark, ensureSql } from "../../../local/engines/engines.js";
import { type Database, type Databases, startDatabases } from "../../../local/sql/databases.js";
import { makeTables, putRows } from "../../../local/sql/rows.js";
import { runFile, runScript } from "../../../local/sql/script.js";

/* H2 alone: no Spark is started here. */

const folder = mkdtempSync(join(tmpdir(), "sluice-database-"));
let engine: SqlEngine;
let databases: Databases;
let database: Database;

beforeAll(async () => {
  engine = await ensureSql(await ensureSpark(() => {}), () => {});
  await start();
});
afterAll(async () => {
  await databases.stop();
  rmSync(folder, { recursive: true });
});

async function start(): Promise<void> {
  databases = await startDatabases(engine, { folder: join(folder, "sql") });
  database = databases.database("shop");
}

const items = {
  source: "shop/sources.items",
  database: "shop",
  schema: "dbo",
  table: "items",
  columns: [
    { name: "id", type: "bigint" },
    { name: "name", type: "nvarchar(max)" },
    { name: "price", type: "decimal(9,2)" },
    { name: "sold", type: "bit" },
    { name: "day", type: "date" },
    { name: "at", type: "datetime2" },
  ],
  key: ["id"],
  file: "items-*.csv",
};

const rowsOf = async (text: string) => {
  const [result] = await runScript(database, text);
  return result !== undefined && "rows" in result ? result.rows : undefined;
};

/** A file of samples. */
function sample(name: string, ...lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${["id,name,price,sold,day,at", ...lines].join("\n")}\n`);
  return path;
}

it("runs a script as often as one likes, and says what it cannot do", async () => {
  const script = `-- once
IF SCHEMA_ID(N'own') IS NULL EXEC(N'CREATE SCHEMA [own]');
GO
IF OBJECT_ID(N'[own].[marks]', N'U') IS NULL CREATE TABLE [own].[marks] ([source] nvarchar(400) PRIMARY KEY);
`;
  for (const _ of [1, 2]) await runFile(database, script);
  expect(await rowsOf("SELECT COUNT(*) FROM [own].[marks]")).toEqual([["0"]]);
  await expect(runScript(database, "SELECT [nothing] FROM [own].[marks]")).rejects.toThrow(
    /^Column "nothing" not found \[42122-232\]\nThe statement: SELECT \[nothing\] FROM \[own\]\.\[marks\]$/,
  );
});

it("puts the rows of a file into a table once, all of them or none", async () => {
  await makeTables(database, [items]);
  const first = sample("items-1.csv", "1,Łódź,4.5,true,2026-01-01,2026-01-01T10:00:00.1234567", '2,"a ""b""\nc",,,,');
  expect(await putRows(database, items, { path: first, earlier: 0 })).toEqual({ sent: 2, skipped: 0 });
  expect(await putRows(database, items, { path: first, earlier: 0 })).toEqual({ sent: 0, skipped: 2 });
  const bad = sample("items-2.csv", "1,new,9,false,2026-01-02,2026-01-02T00:00:00", "3,x,much,true,,");
  await expect(putRows(database, items, { path: bad, earlier: 1 })).rejects.toThrow(`${bad}: `);
  expect(await rowsOf("SELECT * FROM [dbo].[items] ORDER BY [id]")).toEqual([
    ["1", "Łódź", "4.50", "TRUE", "2026-01-01", "2026-01-01 10:00:00.1234567"],
    ["2", 'a "b"\nc', null, null, null, null],
  ]);
  const second = sample(
    "items-3.csv",
    "2,b,1,0,2026-01-03,2026-01-03T00:00:00",
    "3,,2.25,1,2026-01-03,2026-01-03T00:00:00",
  );
  expect(await putRows(database, items, { path: second, earlier: 1 })).toEqual({ sent: 2, skipped: 0 });
  expect(await rowsOf("SELECT [id], [name] FROM [dbo].[items] ORDER BY [id]")).toEqual([
    ["1", "Łódź"],
    ["2", "b"],
    ["3", ""],
  ]);
});

it("keeps what was committed when its process is killed", async () => {
  await runScript(database, "INSERT INTO [own].[marks] VALUES (N'kept')");
  const { session } = JSON.parse(readFileSync(join(folder, "sql", "process.json"), "utf8"));
  process.kill(-session, "SIGKILL");
  await expect(runScript(database, "SELECT 1")).rejects.toThrow("H2 has ended unexpectedly");
  await start();
  expect(await rowsOf("SELECT [source] FROM [own].[marks]")).toEqual([["kept"]]);
  expect(await rowsOf("SELECT COUNT(*) FROM [dbo].[items]")).toEqual([["3"]]);
});

describe("activities over it", () => {
  const linked = (referenceName: string) => ({ referenceName, type: "LinkedServiceReference" });
  const dataset = (referenceName: string, parameters = {}) => ({ referenceName, type: "DatasetReference", parameters });
  const expression = (value: string) => ({ value, type: "Expression" });
  const source = (sqlReaderQuery: unknown) => ({ type: "SqlServerSource", sqlReaderQuery, partitionOption: "None" });
  const once = (activity: string) => ({ dependsOn: [{ activity, dependencyConditions: ["Succeeded"] }] });
  const mapped = (name: string, type: string) => ({ source: { name, type }, sink: { name } });

  const copy = (mappings: readonly unknown[]) => ({
    name: "copy",
    type: "Copy",
    policy: { timeout: "0.00:10:00", retry: 1 },
    typeProperties: {
      source: source("SELECT [id], [name], [price], [sold], [day], [at] FROM [dbo].[items] ORDER BY [id]"),
      sink: {
        type: "DelimitedTextSink",
        storeSettings: { type: "AzureBlobFSWriteSettings" },
        formatSettings: { type: "DelimitedTextWriteSettings", quoteAllText: true, fileExtension: ".csv" },
      },
      enableStaging: false,
      translator: {
        type: "TabularTranslator",
        typeConversion: true,
        typeConversionSettings: { allowDataTruncation: false, dateTimeFormat: "yyyy-MM-ddTHH:mm:ss.fffffff" },
        mappings,
      },
    },
    inputs: [dataset("table")],
    outputs: [dataset("csv", { folder: expression("@concat('items/', pipeline().parameters.n)") })],
  });

  async function walk(activities: readonly unknown[]) {
    const properties = { parameters: { n: { type: "int", defaultValue: 7 } }, activities };
    const table = { type: "SqlServerTable", linkedServiceName: linked("shop"), typeProperties: { table: "items" } };
    const csv = {
      type: "DelimitedText",
      linkedServiceName: linked("lake"),
      parameters: { folder: { type: "String" } },
      typeProperties: {
        location: {
          type: "AzureBlobFSLocation",
          fileSystem: "lake",
          folderPath: expression("@dataset().folder"),
          fileName: "rows.csv",
        },
        rowDelimiter: "\n",
        encodingName: "UTF-8 without BOM",
        escapeChar: '"',
        firstRowAsHeader: true,
        nullValue: "\\N",
      },
    };
    for (const [kind, name, body] of [
      ["pipeline", "main", properties],
      ["dataset", "table", table],
      ["dataset", "csv", csv],
    ] as const) {
      mkdirSync(join(folder, kind), { recursive: true });
      writeFileSync(join(folder, kind, `${name}.json`), JSON.stringify({ name, properties: body }));
    }
    const yes = () => true;
    const pipeline = readFactory([folder], "main", {
      hasDatabase: yes,
      hasStore: yes,
      hasNotebook: yes,
      functionsOf: () => undefined,
    });
    const events: WalkEvent[] = [];
    const world = nowhere({
      database: databases.database,
      folder: () => join(folder, "lake"),
      tell: (event) => void events.push(event),
    });
    const run = { world, parameters: {}, parent: undefined, within: [] };
    const error = await runPipeline(pipeline, run).then(
      () => undefined,
      (thrown) => thrown.message,
    );
    const outputs = events.flatMap(({ activity, state, output }) =>
      state === "Succeeded" ? [[activity, output]] : [],
    );
    return { error, outputs, states: events.map(({ activity, state }) => `${activity} ${state}`) };
  }

  it("Lookup gives typed rows, Script changes them", async () => {
    const lookup = (name: string, query: unknown, firstRowOnly: boolean, more = {}) => ({
      ...{ name, type: "Lookup", ...more },
      typeProperties: { source: source(query), dataset: dataset("table"), firstRowOnly },
    });
    const script = {
      ...{ name: "sell", type: "Script", linkedServiceName: linked("shop"), ...once("last") },
      typeProperties: {
        scripts: [
          {
            type: "NonQuery",
            text: "UPDATE [dbo].[items] SET [sold] = 1 WHERE [id] = @{activity('last').output.firstRow.id};",
          },
        ],
      },
    };
    const last = "SELECT TOP (1) [id], [price], [sold], [name] FROM [dbo].[items] WHERE [id] = 2";
    const { error, outputs } = await walk([
      lookup("last", last, true),
      script,
      lookup("all", "SELECT [id] FROM [dbo].[items] WHERE [sold] = 1 ORDER BY [id]", false, once("sell")),
      lookup("none", "SELECT [id] FROM [dbo].[items] WHERE [id] = @{add(4, 5)}", true, once("all")),
    ]);
    expect(error).toBeUndefined();
    expect(Object.fromEntries(outputs)).toEqual({
      last: { firstRow: { id: 2, price: 1, sold: false, name: "b" } },
      sell: { resultSetCount: 0, recordsAffected: 1, resultSets: [] },
      all: { count: 3, value: [{ id: 1 }, { id: 2 }, { id: 3 }] },
      none: {},
    });
  });

  it("Copy writes the mapped columns as text, under the dataset's name", async () => {
    const columns = [
      ["name", "String"],
      ["id", "Int64"],
      ["price", "Decimal"],
      ["sold", "Boolean"],
      ["at", "DateTime"],
      ["day", "DateTime"],
    ];
    const { error, outputs } = await walk([copy(columns.map(([name = "", type = ""]) => mapped(name, type)))]);
    expect(error).toBeUndefined();
    expect(outputs).toEqual([["copy", { rowsRead: 3, rowsCopied: 3, filesWritten: 1 }]]);
    expect(readFileSync(join(folder, "lake/items/7/rows.csv"), "utf8")).toBe(
      [
        '"name","id","price","sold","at","day"',
        '"Łódź","1","4.50","True","2026-01-01T10:00:00.1234567","2026-01-01T00:00:00.0000000"',
        '"b","2","1.00","True","2026-01-03T00:00:00.0000000","2026-01-03T00:00:00.0000000"',
        '"","3","2.25","True","2026-01-03T00:00:00.0000000","2026-01-03T00:00:00.0000000"',
        "",
      ].join("\n"),
    );
  });

  it("a column that is missing or of another type fails the copy, which is tried again", async () => {
    const { error, states } = await walk([copy([mapped("nobody", "String"), mapped("id", "String")])]);
    expect(error).toBe(
      "'copy' has failed: The column 'nobody' of the mapping is not in the result, which has: id, name, price, sold, day, at. " +
        "The column 'id' is Int64 in the result and String in the mapping.",
    );
    expect(states).toEqual(["copy started", "copy tried again", "copy Failed"]);
  });
});

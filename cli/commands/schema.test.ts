import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import { compile } from "../../compiler/compile.js";
import { targets } from "../../targets/index.js";
import { memoryHost } from "../../test/golden.js";
import { said } from "../said.fixture.js";
import { readListing } from "../schema-import/listing.js";
import { schemaFileOf } from "../schema-import/schema-file.js";

const project = `version: 1
project: shop
platform: { orchestrator: adf, spark: databricks }
lake: { account: lake }
secrets: { vault: vault }
control: { connection: pos }
compute: { small: { workers: 1 } }
connections:
  pos: { kind: sql-server, server: sql.example.org, database: pos, identity: { user: etl, secret: shop-password } }
  events: { kind: event-hubs, namespace: ns, identity: { secret: events } }
environments: { local: { on: this-machine } }
`;

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "sluice-schema-"));
  writeFileSync(join(cwd, "sluice.yaml"), project);
});
afterEach(() => rmSync(cwd, { recursive: true }));

const importing = (input: string | undefined, ...options: readonly string[]) =>
  said(cwd, ["schema", "import", ...(options.length === 0 ? ["--connection", "pos"] : options)], input);
const made = (path = "schemas/pos.yaml") => readFileSync(join(cwd, path), "utf8");

const csv = `TABLE_SCHEMA,TABLE_NAME,COLUMN_NAME,DATA_TYPE,CHARACTER_MAXIMUM_LENGTH,NUMERIC_PRECISION,NUMERIC_SCALE,ORDINAL_POSITION,KEY_POSITION
sales,Orders,Total,money,NULL,19,4,2,NULL
sales,Orders,OrderId,bigint,NULL,19,0,1,1
sales,Orders,Note,nvarchar,50,NULL,NULL,3,NULL
sales,Orders,Long,varchar,-1,,,4,
sales,Orders,Price,decimal,,12,2,5,
sales,Orders,on,datetime2,,,,6,
sales,Orders,Photo,varbinary,-1,,,7,
sales,Orders,Unit Price,int,,10,0,8,
sales,Orders,Odd,frob,,,,9,
sales,Stamped,at,datetimeoffset,,,,1,1
sales,Stamped,id,int,,10,0,2,2
"sales",Order Details,id,int,,10,0,1,1
hr,only,photo,image,,,,1,
sales,ORDERS,id,int,,10,0,1,
`;

it("makes a file of what can be read, and tells what cannot", async () => {
  const { code, out, err } = await importing(csv);
  expect([code, out]).toEqual([0, "Written: schemas/pos.yaml, with 2 tables and 7 columns.\n"]);
  expect(made()).toBe(`# yaml-language-server: $schema=../.sluice/schema/database.schema.json
connection: pos
types: database
tables:
  sales.Orders:
    primary_key: [OrderId]
    columns:
      OrderId: bigint
      Total: money
      Note: nvarchar(50)
      Long: varchar(max)
      Price: decimal(12,2)
      "on": datetime2
      # Photo: varbinary(max) cannot be read: list a view that casts it
      # Unit Price: int has a name that cannot be written here: list a view of the table
      # Odd: frob is no type that is known here
  sales.Stamped:
    # its primary key has a column that is left out: at, id
    columns:
      # at: datetimeoffset cannot be read: list a view that casts it
      id: int
  # sales.Order Details: has a name that cannot be written here: list a view of it
  # hr.only: has no column that can be read
  # sales.ORDERS: differs from one before only in upper and lower case
`);
  expect(err.trim().split("\n")).toHaveLength(8);
  expect(err).toContain(
    "Left out: 'Photo' of 'sales.Orders': varbinary(max) cannot be read: list a view that casts it.\n",
  );
  const pipeline = `pipeline: shop
sources:
  \${table}: { kind: sql-server, connection: pos, tables: "*.*", read: full }
bronze:
  \${each}: { for_each: sources.*, from: "sources.\${each}", format: csv }
`;
  const host = memoryHost({ "sluice.yaml": project, "schemas/pos.yaml": made(), "pipelines/shop.yaml": pipeline });
  expect(compile(host, targets).diagnostics.map(({ message }) => message)).toEqual([]);
});

it("takes JSON too, and leaves a file that is there as it is", async () => {
  const rows = [{ TABLE_SCHEMA: "dbo", TABLE_NAME: "users", COLUMN_NAME: "id", DATA_TYPE: "int", KEY_POSITION: 1 }];
  expect((await importing(JSON.stringify(rows))).code).toBe(0);
  const before = made();
  expect(before).toContain("  dbo.users:\n    primary_key: [id]\n");
  const again = await importing(csv);
  expect(again).toMatchObject({ code: 1, err: expect.stringContaining("schemas/pos.yaml is there already") });
  expect(made()).toBe(before);
  expect((await importing(csv, "--connection", "pos", "--out", "schemas/more/pos.yaml")).code).toBe(0);
  expect(made("schemas/more/pos.yaml")).toContain("sales.Orders");
});

it.each<[string, string | undefined, readonly string[], string]>([
  ["no connection", csv, ["--project", "."], "--connection NAME"],
  ["one that is not there", csv, ["--connection", "poss"], "no connection 'poss' in sluice.yaml. Did you mean 'pos'?"],
  ["one that is no database", csv, ["--connection", "events"], "a connection to event-hubs, which is no database"],
  ["nothing given", undefined, [], "on standard input"],
  ["an empty list", "", [], "no column in it"],
  ["other columns", "a,b\n1,2\n", [], "lacks table_schema, table_name, column_name, data_type: it has a, b."],
  ["a cell that is empty", csv.replace("sales,Orders,Total", "sales,Orders,"), [], "Row 1 of the list lacks one of"],
  ["no JSON", "[{", [], "The list is no JSON"],
  ["a list in UTF-16", Buffer.from(`\uFEFF${csv}`, "utf16le").toString("utf8"), [], "UTF-16, as Windows PowerShell"],
  ["semicolons", csv.replaceAll(",", ";"), [], "parted by ';': write it with commas"],
  ["tabs", csv.replaceAll(",", "\t"), [], "parted by tabs: write it with commas"],
  ["a list of nothing", "[null]", [], "it has none."],
  ["broken CSV", 'table_schema,"a\n', [], "Nothing was written."],
  ["two databases", csv + csv.split("\n")[1], [], "'Total' of 'sales.Orders' twice"],
  ["nothing that can be read", csv.replaceAll(/^(sales|"sales").*\n/gm, ""), [], "No table of the list can be read"],
  ["a hidden folder", csv, ["--connection", "pos", "--out", "schemas/.old/pos.yaml"], "under 'schemas/' that is read"],
  ["packages", csv, ["--connection", "pos", "--out", "schemas/node_modules/x.yaml"], "under 'schemas/' that is read"],
  ["a path of Windows", csv, ["--connection", "pos", "--out", "schemas/a\\..\\..\\x.yaml"], "'schemas/' that is read"],
  ["a place elsewhere", csv, ["--connection", "pos", "--out", "schemas/../x.yaml"], "no YAML file under 'schemas/'"],
])("writes nothing for %s", async (_, input, options, words) => {
  const { code, err } = await importing(input, ...options);
  expect([code > 0, err]).toEqual([true, expect.stringContaining(words)]);
  expect(() => made()).toThrow();
});

it.each(["\u001b[31m", "\u202e", "\u2028", "\ud800", "\ufffd", "\u200b", "\r"])(
  "shows the sign %j of a database's name, and does not write it",
  async (sign) => {
    const rows = [`Od${sign}d`, "id"].map((name) => ({
      table_schema: "s",
      table_name: "t",
      column_name: name,
      data_type: "int",
    }));
    const { code, err } = await importing(JSON.stringify([...rows, { ...rows[0], table_name: `t${sign}` }]));
    expect(code).toBe(0);
    expect(`${err}${made()}`).not.toMatch(/[^\n\P{C}]|[\p{Zl}\p{Zp}\ufffd]/u);
    expect((await said(cwd, ["validate"])).err).not.toContain("schemas/pos.yaml");
  },
);

it("does not overwrite what somebody makes meanwhile, and has options of its own", async () => {
  mkdirSync(join(cwd, "schemas"));
  writeFileSync(join(cwd, "schemas/pos.yaml"), "mine");
  await importing(csv);
  expect(made()).toBe("mine");
  expect(await said(cwd, ["schema", "database", "--out", "x"])).toMatchObject({ code: 2 });
});

it("whatever a list says, the file is read as it says, or is not made", () => {
  const name = fc.oneof(
    fc.constantFrom("id", "null", "Name", "true", "a b", "y", "x_1", "ä", "#", "a: b"),
    fc.string(),
  );
  const kinds = [
    "int",
    "nvarchar",
    "decimal",
    "varbinary",
    "datetime2",
    "money",
    "frob",
    "timestamp",
    "float",
    "uniqueidentifier",
  ];
  const row = fc.record({
    table_schema: fc.constantFrom("dbo", "Sales", "1x"),
    table_name: name,
    column_name: name,
    data_type: fc.constantFrom(...kinds),
    numeric_precision: fc.option(fc.integer({ min: 1, max: 40 })),
    numeric_scale: fc.constantFrom(0, 2, null),
    key_position: fc.option(fc.integer({ min: 1, max: 3 })),
  });
  return fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
      const file = await readListing(JSON.stringify(rows))
        .then((listed) => schemaFileOf("pos", "sql-server", listed))
        .catch((error: Error) => error.message);
      if (typeof file === "string") {
        expect(file).toMatch(/lacks one of|twice|No table/);
        return;
      }
      const pipeline = `pipeline: shop
sources:
  \${schema}_\${table}: { kind: sql-server, connection: pos, tables: "*.*", read: full }
bronze:
  \${each}: { for_each: sources.*, from: "sources.\${each}", format: csv }
`;
      const host = memoryHost({
        "sluice.yaml": project,
        "schemas/pos.yaml": file.text,
        "pipelines/shop.yaml": pipeline,
      });
      const { diagnostics, understood } = compile(host, targets);
      expect(
        diagnostics
          .map(({ code, message }) => `${code}: ${message}`)
          .filter((one) => !/same-name|wrong-name/.test(one)),
      ).toEqual([]);
      if (understood === undefined) return;
      const sources = understood.linked.pipelines.flatMap((pipeline) => pipeline.flow.landings).length;
      expect(sources).toBe(file.tables);
    }),
    { numRuns: 200 },
  );
});

it("leaves out a column that differs from one before only in case: a lake's table cannot have both", async () => {
  const columns = ["Id", "id"].map((column_name) => ({
    ...{ table_schema: "public", table_name: "users", column_name, data_type: "date" },
  }));
  const listed = await readListing(JSON.stringify(columns));
  for (const kind of ["postgres", "sql-server"] as const)
    expect(schemaFileOf("crm", kind, listed)).toMatchObject({
      columns: 1,
      left: [
        expect.stringContaining("'id' of 'public.users': date differs from one before only in upper and lower case"),
      ],
    });
});

it("keeps tables that differ in case where the database tells them apart", async () => {
  const columns = ["Users", "users"].map((table_name) => ({
    ...{ table_schema: "public", table_name, column_name: "id", data_type: "date" },
  }));
  const listed = await readListing(JSON.stringify(columns));
  expect(schemaFileOf("crm", "postgres", listed)).toMatchObject({ tables: 2, left: [] });
  expect(schemaFileOf("pos", "sql-server", listed)).toMatchObject({
    tables: 1,
    left: [expect.stringContaining("only in upper and lower case")],
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { compile } from "../../../compiler/compile.js";
import { runJob } from "../../../local/run.js";
import type { TableRow } from "../../../local/runner/answers.js";
import { targets } from "../../../targets/index.js";
import { writeArtifacts } from "../../artifacts.js";
import { memoryHost } from "../../golden.js";
import { keptRunner } from "../kept.js";

const folder = mkdtempSync(join(tmpdir(), "sluice-json-bodies-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const project = `
version: 1
project: shop
platform: { spark: databricks }
lake: { account: lake }
secrets: { vault: vault }
compute: { small: { workers: 1 } }
connections: { events: { kind: event-hubs, namespace: ns, identity: { secret: events-connection } } }
environments: { local: { on: this-machine } }
`;
const pipeline = `
pipeline: sales
sources:
  sales:
    kind: event-hub
    connection: events
    event_hub: sales
    partitions: 1
    format: json
    columns:
      id: bigint
      price: "decimal(9,2)"
      rate: "decimal(38,18)"
      at: timestamp
      "on": date
      name: string
      lines: "array<struct<sku:string,price:decimal(9,2),on:date>>"
      fees: "map<string,decimal(9,2)>"
      of: { at: timestamp, n: int, weight: double }
    producer: { file: data/*.csv, key: id }
bronze: { sales: { from: sources.sales } }
silver:
  sales:
    from: bronze.sales
    expect: { known: { that: id > 0, else: quarantine } }
`;

/** Members of a body, and what Spark makes of the first. */
const fits: readonly (readonly [members: string, column: string, value: unknown])[] = [
  ['"price":1.5', "price", "1.50"],
  ['"price":"1.5"', "price", "1.50"],
  ['"price":-1234567.890', "price", "-1234567.89"],
  ['"price":1e3,"name":"1.005"', "price", "1000.00"],
  ['"price" : 1500E-3 ', "price", "1.50"],
  ['"price":0.000E-10', "price", "0.00"],
  ['"price":"+1.5"', "price", "1.50"],
  ['"pr\\u0069ce":2.5', "price", "2.50"],
  ['"price":"\\u0031.5"', "price", "1.50"],
  ["'price':'1.5'", "price", "1.50"],
  [`"price":null,"of":{"weight":1.23456},"name":"say \\"price\\":1.005 - 'twice' \\\\"`, "price", null],
  [`"name":"say \\"price\\":1.005 - 'twice' \\\\","price":1.500`, "price", "1.50"],
  ['"rate":12345678901234567890.123456789012345678', "rate", "12345678901234567890.123456789012345678"],
  ['"rate":0.1234567890123456780', "rate", "0.123456789012345678"],
  ['"at":"2026-03-01T10:00:00.123456Z"', "at", "2026-03-01T10:00:00.123456Z"],
  ['"at":"2026-03-01T10:00:00.123456789Z"', "at", "2026-03-01T10:00:00.123456Z"],
  ['"at":"2026-03-01 10:00:00+02:00"', "at", "2026-03-01T08:00:00Z"],
  ['"at":"2026-03-01"', "at", "2026-03-01T00:00:00Z"],
  ['"at":null', "at", null],
  ['"on":"2026-03-01"', "on", "2026-03-01"],
  ['"on":" 2026-03-01T00:00:00.000"', "on", "2026-03-01"],
  ['"on":"2026-03-01T00:00:00.000Z"', "on", "2026-03-01"],
  ['"on":"2026-03-01T00:00:00+00:00"', "on", "2026-03-01"],
  ['"on":"1600-02-29"', "on", "1600-02-29"],
  ['"on":"0001-01-01"', "on", "0001-01-01"],
  ['"at":"0001-01-03T00:00:00Z"', "at", "0001-01-03T00:00:00Z"],
  [
    '"lines":[{"sku":"a","price":1,"on":"2026-03-01"},null,{"sku":"b, 1,5","price":"2.50"}]',
    "lines",
    [{ sku: "a", price: "1.00", on: "2026-03-01" }, null, { sku: "b, 1,5", price: "2.50", on: null }],
  ],
  ['"lines":[]', "lines", []],
  ['"price":"1e0002","name":"1e99999999"', "price", "100.00"],
  ['"fees":{"1e99999999":1e3},"name":"say \\"1e99999999\\""', "fees", { "1e99999999": "1000.00" }],
  ['"lines":[{"sku":"\'1e99999999\'","price":1e1}]', "lines", [{ sku: "'1e99999999'", price: "10.00", on: null }]],
  ['"fees":{"post":0.5,"none":null}', "fees", { post: "0.50", none: null }],
  ['"of":{"at":"2026-03-01T10:00:00Z","n":7}', "of", { at: "2026-03-01T10:00:00Z", n: 7, weight: null }],
  ['"of":{"weight":0.123456789,"n":1},"fees":{}', "of", { at: null, n: 1, weight: 0.123456789 }],
];

/** Members that Spark's own parser takes for other values than those that are written, and the column of the first. */
const misfits: readonly (readonly [members: string, column: string])[] = [
  ['"price":1.005', "price"],
  ['"price":"1.005"', "price"],
  ['"price":1005e-3', "price"],
  ['"price":0.00000000000000000000000000000000000000001', "price"],
  ['"price":"1,50"', "price"],
  ["'price':'1,50'", "price"],
  ['"price":"1\\u002c50"', "price"],
  ['"pr\\u0069ce":1.005', "price"],
  [`"name":"say \\"price\\": 1 - 'twice' \\\\","price":1.005`, "price"],
  ['"rate":0.1234567890123456785', "rate"],
  ['"rate":12345678901234567890.0000000000000000001', "rate"],
  ['"at":1772359200', "at"],
  ['"at":1772359200000', "at"],
  ['"at":"2026"', "at"],
  ['"at":"10:00"', "at"],
  ['"on":"2026-03-01T10:00:00Z"', "on"],
  ['"on":"20454"', "on"],
  ['"on":"2026"', "on"],
  ['"on":"2026-03-01T00:00:00-01:00"', "on"],
  ['"lines":[{"sku":"a","price":1},{"price":1.005}]', "lines"],
  ['"lines":[{"sku":"a","price":"1,5"}]', "lines"],
  ['"price":"1e99999999"', "price"],
  ["'price':'1E-99999999'", "price"],
  ['"price":"1e9,999,9999"', "price"],
  ['"price":"1e\u0669\u0669\u0669\u0669\u0669\u0669\u0669\u0669"', "price"],
  ['"price":"1\\u0065999\\u003999999"', "price"],
  ['"pr\\u0069ce":1e99999999', "price"],
  ['"rate":-0.5E-99999999', "rate"],
  ['"lines":[{"sku":"1e99999999","price":1e1},{"price":1e99999999}]', "lines"],
  ['"fees":{"1e99999999":1e3,"post":"1e99999999"}', "fees"],
  ['"lines":[null,{"on":"2026-03-01 10:00:00"}]', "lines"],
  ['"fees":{"post":0.5,"more":0.001}', "fees"],
  ['"of":{"at":1772359200,"n":1}', "of"],
];

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const body = (id: number, members: string): string => `{"id":${id},${members}}`;

it("a body in which a decimal, a day or a time is another one than what Spark's parser takes it for is set aside whole", async () => {
  const host = memoryHost({ "sluice.yaml": project, "pipelines/sales.yaml": pipeline });
  const { artifacts, diagnostics } = compile(host, targets);
  expect(diagnostics).toEqual([]);
  const artifactsDir = join(folder, "artifacts");
  writeArtifacts(artifactsDir, artifacts);
  const sent = [...fits, ...misfits].map(([members], at) => body(at + 1, members));
  mkdirSync(join(folder, "data"));
  writeFileSync(
    join(folder, "data", "1.csv"),
    `id,price,rate,at,on,name,lines,fees,of.at,of.n,of.weight,_body\n${sent.map((text, at) => `${at},,,,,,,,,,,${quoted(text)}\n`).join("")}`,
  );
  const tables: Record<string, readonly TableRow[]> = {};
  const result = await runJob(
    { artifactsDir, projectDir: folder, stateDir: join(folder, "state"), rate: "max", runner: await keptRunner() },
    async ({ runner, places }) => {
      for (const name of ["sales", "sales_quarantine"])
        tables[name] = await runner.rows(join(places.state, "lake", "silver", name));
    },
  );
  expect(result.failure).toBeUndefined();
  const byId = (rows: readonly TableRow[] = []) => [...rows].sort((a, b) => Number(a["id"]) - Number(b["id"]));
  const written = byId(tables["sales"]);
  expect(written.map((row) => [Number(row["id"]), row[fits[Number(row["id"]) - 1]?.[1] ?? ""]])).toEqual(
    fits.map(([, , value], at) => [at + 1, value]),
  );
  const aside = byId(tables["sales_quarantine"]);
  expect(
    aside.map((row) => [
      row["_body"],
      row["_violations"],
      row[misfits[Number(row["id"]) - 1 - fits.length]?.[1] ?? ""],
    ]),
  ).toEqual(
    misfits.map(([members, column], at) => [
      body(fits.length + at + 1, members),
      ["unparsable"],
      column === "of" ? { at: null, n: 1, weight: null } : null,
    ]),
  );
  expect(result.queries.at(-1)?.counts).toMatchObject({
    ...{ read: sent.length, written: fits.length, unparsable: misfits.length },
  });
});

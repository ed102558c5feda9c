import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
import { decimalTexts, unscaled } from "./exact-decimals.js";

const folder = mkdtempSync(join(tmpdir(), "sluice-csv-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The golden's project with more columns, fed with records that have a `_body` where what is sent is not what the cells come to. */
const [project = "", pipeline = ""] = readFileSync("test/golden/spark-read-csv-bodies/input.yaml", "utf8")
  .replace(
    "at: timestamp }",
    'at: timestamp, rate: "decimal(38,18)", "on": date, n: int, weight: double }\n    producer: { file: data/*.csv, key: id }',
  )
  .split("---\n");

const time = "2026-03-01T10:00:00Z";
const good = { item: "tea", price: "2.50", paid: true, at: time, rate: null, on: null, n: null, weight: null };

/** What is sent, and what must become of it: the row, or nothing where the body is no record of these columns. */
const sent: readonly (readonly [body: string, row: TableRow | undefined])[] = [
  [`1,tea,2.50,true,${time},,,,`, { id: 1, ...good }],
  [`2,"green ""tea"", loose","2.5",TRUE,${time},,,,`, { id: 2, ...good, item: 'green "tea", loose' }],
  [`3,"two\nlines",2.50,true,${time},,,,`, { id: 3, ...good, item: "two\nlines" }],
  [`4,"two\r\nlines",2.50,true,${time},,,,\r\n`, { id: 4, ...good, item: "two\r\nlines" }],
  [`5,,,"",${time},,,,`, { id: 5, ...good, item: null, price: null, paid: null }],
  [`6, tea ,2.50,true,${time},,,,`, { id: 6, ...good, item: " tea " }],
  [`7,"back\\",2.50,true,${time},,,,`, { id: 7, ...good, item: "back\\" }],
  [`8,${"x".repeat(1_000_000)},2.50,true,${time},,,,`, { id: 8, ...good, item: "x".repeat(1_000_000) }],
  [`9,"${'""'.repeat(20_000)}",2.50,true,${time},,,,`, { id: 9, ...good, item: '"'.repeat(20_000) }],
  ["10,tea,2.50,true", undefined],
  [`11,tea,2.50,true,${time},,,,,more`, undefined],
  [`12,"tea,2.50,true,${time},,,,`, undefined],
  [`13,te"a,2.50,true,${time},,,,`, undefined],
  [`14,"te"a,2.50,true,${time},,,,`, undefined],
  [`15,${"[".repeat(100_000)},2.50,true,${time},,,,`, { id: 15, ...good, item: "[".repeat(100_000) }],
  [`20,tea,2.50,true,${time},,,,\n21,tea,2.50,true,${time},,,,`, undefined],
  [`22,1e99999999,1.5e1,true,${time},,,,`, { id: 22, ...good, item: "1e99999999", price: "15.00" }],
  ["\n", undefined],
  ['{"id":1}', undefined],
  ["\u0000\u0001\u0002", undefined],
  ["x".repeat(1_000_000), undefined],
];
/** Records with a time that no condition lets through, and what they violate. */
const aside: readonly (readonly [body: string, violates: string])[] = [
  [",,,,,,,,", "has_time"],
  ["90,tea,2.50,true,9999-12-31T23:59:59.999999Z,,,,", "not_ahead"],
];

/** Cells, and what they say by RFC 4180 and their columns' types: a value, or nothing where they are none of these types. */
const cells: readonly (readonly [column: string, cell: string, value?: TableRow[string] | bigint | undefined])[] = [
  // Long ones that are none only at their end: each digit is looked at once.
  ["weight", `${"1".repeat(1_000_000)}x`],
  ["price", `${"1".repeat(1_000_000)}x`],
  ["price", `1${"0".repeat(1_000_000)}1`],
  ["price", "1.5", "1.50"],
  ["price", "-1234567.890", "-1234567.89"],
  ["price", "1e3", "1000.00"],
  ["price", "1500E-3", "1.50"],
  ["price", "+.5", "0.50"],
  ["price", "1e0002", "100.00"],
  ["price", "0e40", "0.00"],
  ["price", "-0.00E+9999", "0.00"],
  ["price", "1.005"],
  ["price", "1005e-3"],
  ["price", '"1,50"'],
  ["price", '"1,234.50"'],
  ["price", "12345678"],
  ["price", "1e9999"],
  ["price", "1e99999999"],
  ["price", '"-1.5E-9,999,9999"'],
  ["price", "1e\u0669\u0669\u0669\u0669\u0669\u0669\u0669\u0669"],
  ["price", "\u0661"],
  ["price", "cheap"],
  ["price", " 1"],
  ["rate", "12345678901234567890.123456789012345678", "12345678901234567890.123456789012345678"],
  ["rate", "0.1234567890123456785"],
  ["rate", "12345678901234567890.0000000000000000001"],
  ["paid", "False", false],
  ["paid", "yes"],
  ["paid", "1"],
  ["n", "+7", 7],
  ["n", "2147483648"],
  ["n", "1.0"],
  ["n", "\u0661"],
  ["weight", "1.23456e2", 123.456],
  ["weight", "-.5", -0.5],
  ["weight", "1d"],
  ["weight", "0x1p3"],
  ["weight", " 1"],
  ["id", "17.5"],
  ["id", "99999999999999999999"],
  ["at", "2026-03-01 10:00:00+02:00", "2026-03-01T08:00:00Z"],
  ["at", "2026-03-01T10:00:00.123456789Z", "2026-03-01T10:00:00.123456Z"],
  ["at", "2026-03-01", "2026-03-01T00:00:00Z"],
  ["at", "2026-13-01T10:00:00Z"],
  ["at", "+10000-01-01T00:00:00Z"],
  ["at", "1772359200"],
  ["at", "2026"],
  ["at", "10:00"],
  ["on", "2026-03-01", "2026-03-01"],
  ["on", "2026-03-01T00:00:00Z", "2026-03-01"],
  ["on", "9999-12-31", "9999-12-31"],
  ["on", "0001-01-01", "0001-01-01"],
  ["on", "2026-03-01 00:00:00.000+00:00", "2026-03-01"],
  ["on", "2026-03-01T00:00:00+02:00"],
  ["on", "12026-03-01"],
  ["on", "2026-02-30"],
  ["on", "2026-03-01T10:00:00Z"],
  ["on", "20454"],
  ["on", "2026"],
  ...decimalTexts(300, 2026).map((text) => ["rate", text, unscaled(text, 38, 18)] as const),
];

const names = ["id", "item", "price", "paid", "at", "rate", "on", "n", "weight"];

/** Each cell in a record of its own, the rest of which is good. */
const asCells: typeof sent = cells.map(([column, cell, value], at) => {
  const usual: TableRow = { id: 100 + at, ...good };
  const body = names.map((name) => (name === column ? cell : `${usual[name] ?? ""}`)).join(",");
  if (value === undefined) return [body, undefined];
  return [body, { ...usual, [column]: typeof value === "bigint" ? `${value}e-18` : value }];
});

const withoutPosition = ({ enqueued_at, partition, offset, ...row }: TableRow): TableRow => row;

/** Rows that are there and should not be, and such as are not there: as texts, of which long ones are cut. */
function differences(found: readonly TableRow[] = [], wanted: readonly TableRow[]) {
  const cell = (row: TableRow, name: string) =>
    name === "rate" && row[name] !== null ? `${unscaled(`${row[name]}`, 38, 18)}e-18` : row[name];
  const text = (row: TableRow) => JSON.stringify(names.map((name) => cell(row, name)));
  const without = (rows: readonly TableRow[], others: readonly TableRow[]) => {
    const texts = new Set(others.map(text));
    return rows.map(text).flatMap((one) => (texts.has(one) ? [] : [one.slice(0, 200)]));
  };
  const more = found.length > wanted.length ? [`${found.length} rows`] : [];
  return { more: [...more, ...without(found, wanted)], missing: without(wanted, found) };
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

it("records of CSV are read as they stand, and what is no record of these columns is set aside whole", async () => {
  const { artifacts, diagnostics } = compile(
    memoryHost({ "sluice.yaml": project, "pipelines/sales.yaml": pipeline }),
    targets,
  );
  expect(diagnostics).toEqual([]);
  const artifactsDir = join(folder, "artifacts");
  writeArtifacts(artifactsDir, artifacts);
  mkdirSync(join(folder, "data"));
  const bodies = [...sent, ...asCells, ...aside].map(([body], at) => `${at},,,,,,,,,${quoted(body)}`);
  // A record that the producer writes itself, and the same event a second time.
  const written = ['31,"a ""b"",\nc",1.00,false,2026-03-01T11:00:00Z,1.5,2026-03-01,1,0.5,'];
  writeFileSync(
    join(folder, "data", "1.csv"),
    `id,item,price,paid,at,rate,on,n,weight,_body\n${[...bodies, ...written, ...written].join("\n")}\n`,
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
  const rows = [...sent, ...asCells].flatMap(([, row]) => (row ? [row] : []));
  const own = { id: 31, item: 'a "b",\nc', price: "1.00", paid: false, at: "2026-03-01T11:00:00Z" };
  const all = [...rows, { ...own, rate: "1.5", on: "2026-03-01", n: 1, weight: 0.5 }];
  expect(differences(tables["sales"]?.map(withoutPosition), all)).toEqual({ more: [], missing: [] });
  const unparsable = [...sent, ...asCells].flatMap(([body, row]) => (row ? [] : [[body, '["unparsable"]']]));
  const set = tables["sales_quarantine"] ?? [];
  expect(set.map(({ _body, _violations }) => [_body, JSON.stringify(_violations)]).sort()).toEqual(
    [...unparsable, ...aside.map(([body, violates]) => [body, JSON.stringify([violates])])].sort(),
  );
  expect(set.every((row) => row["_offset"] !== null && row["_enqueued_at"] !== null)).toBe(true);
  expect(result.queries.at(-1)?.counts).toMatchObject({
    ...{ read: bodies.length + 2, written: rows.length + 1, unparsable: unparsable.length, duplicates: 1 },
    quarantined: aside.length,
  });
});

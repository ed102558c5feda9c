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

const folder = mkdtempSync(join(tmpdir(), "sluice-csv-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The golden's project, fed with records that have a `_body` where what is sent is not what the cells come to. */
const [project = "", pipeline = ""] = readFileSync("test/golden/spark-read-csv-bodies/input.yaml", "utf8")
  .replace("at: timestamp }", "at: timestamp }\n    producer: { file: data/*.csv, key: id }")
  .split("---\n");

const time = "2026-03-01T10:00:00Z";
const good = { item: "tea", price: "2.50", paid: true, at: time };

/** What is sent, and what must become of it: the row, or nothing where the body is no record of these columns. */
const sent: readonly (readonly [body: string, row: TableRow | undefined])[] = [
  [`1,tea,2.50,true,${time}`, { id: 1, ...good }],
  [`2,"green ""tea"", loose",2.5,TRUE,${time}`, { id: 2, ...good, item: 'green "tea", loose' }],
  [`3,"two\nlines",2.50,true,${time}`, { id: 3, ...good, item: "two\nlines" }],
  [`4,"two\r\nlines",2.50,true,${time}\r\n`, { id: 4, ...good, item: "two\r\nlines" }],
  [`5,,,,${time}`, { id: 5, item: null, price: null, paid: null, at: time }],
  [`6, tea ,2.50,true,${time}`, { id: 6, ...good, item: " tea " }],
  [`7,"back\\",2.50,true,${time}`, { id: 7, ...good, item: "back\\" }],
  [`8,${"x".repeat(20_000)},2.50,true,${time}`, { id: 8, ...good, item: "x".repeat(20_000) }],
  [`9,"${'""'.repeat(20_000)}",2.50,true,${time}`, { id: 9, ...good, item: '"'.repeat(20_000) }],
  ["10,tea,2.50,true", undefined],
  [`11,tea,2.50,true,${time},more`, undefined],
  [`12,"tea,2.50,true,${time}`, undefined],
  [`13,te"a,2.50,true,${time}`, undefined],
  [`14,"te"a,2.50,true,${time}`, undefined],
  [`15,tea,cheap,true,${time}`, undefined],
  [`16,tea,2.50,yes,${time}`, undefined],
  [`17.5,tea,2.50,true,${time}`, undefined],
  [`99999999999999999999,tea,2.50,true,${time}`, undefined],
  ["19,tea,2.50,true,2026-13-01T10:00:00Z", undefined],
  [`20,tea,2.50,true,${time}\n21,tea,2.50,true,${time}`, undefined],
  [`22,1e99999999,1.5e1,true,${time}`, { id: 22, ...good, item: "1e99999999", price: "15.00" }],
  [`23,tea,1e99999999,true,${time}`, undefined],
  [`24,tea,"-1.5E-9,999,9999",true,${time}`, undefined],
  [`25,tea,1e\u0669\u0669\u0669\u0669\u0669\u0669\u0669\u0669,true,${time}`, undefined],
  ["\n", undefined],
];

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
  const raw = sent.map(([body], at) => `${at},,,,,${quoted(body)}`);
  // A record that the producer writes itself, and the same event a second time.
  const written = [
    '31,"a ""b"",\nc",1.00,false,2026-03-01T11:00:00Z,',
    '31,"a ""b"",\nc",1.00,false,2026-03-01T11:00:00Z,',
  ];
  writeFileSync(join(folder, "data", "1.csv"), `id,item,price,paid,at,_body\n${[...raw, ...written].join("\n")}\n`);
  const tables: Record<string, readonly TableRow[]> = {};
  const result = await runJob(
    { artifactsDir, projectDir: folder, stateDir: join(folder, "state"), rate: "max", runner: await keptRunner() },
    async ({ runner, places }) => {
      for (const name of ["sales", "sales_quarantine"])
        tables[name] = await runner.rows(join(places.state, "lake", "silver", name));
    },
  );
  expect(result.failure).toBeUndefined();
  const byId = (rows: readonly TableRow[] = []) =>
    rows.map(({ enqueued_at, partition, offset, ...cells }) => cells).sort((a, b) => Number(a["id"]) - Number(b["id"]));
  expect(byId(tables["sales"])).toEqual([
    ...sent.flatMap(([, row]) => (row ? [row] : [])),
    { id: 31, item: 'a "b",\nc', price: "1.00", paid: false, at: "2026-03-01T11:00:00Z" },
  ]);
  const aside = tables["sales_quarantine"] ?? [];
  expect(aside.map(({ _body }) => _body).sort()).toEqual(sent.flatMap(([body, row]) => (row ? [] : [body])).sort());
  expect(aside.every((row) => JSON.stringify(row["_violations"]) === '["unparsable"]')).toBe(true);
  expect(aside.every((row) => row["_offset"] !== null && row["_enqueued_at"] !== null)).toBe(true);
  expect(result.queries.at(-1)?.counts).toMatchObject({ read: 27, written: 11, unparsable: 15, duplicates: 1 });
});

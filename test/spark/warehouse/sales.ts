import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { columnsOf } from "../../../compiler/expression/testing.fixture.js";
import type { Field } from "../../../compiler/expression/type.js";
import { ensureSpark } from "../../../local/engines/engines.js";
import { ensureDuckdb } from "../../../local/engines/packages.js";
import { keptRunner } from "../kept.js";

/** The columns of the table, as those of the golden `sql-views`. */
export const columns: readonly Field[] = columnsOf({
  id: "bigint!",
  store: "int",
  item: "string",
  gift: "boolean",
  price: "decimal(9,2)",
  weight: "double",
  day: "date",
  at: "timestamp",
  photo: "binary",
  buyer: "string",
});

/** Values that T-SQL and Spark could take for different ones: texts with spaces at their ends, of other alphabets, and all sorts of nulls. */
export const values = [
  "1L, 1, 'test', true, 99.99BD, 1.5D, date'2026-01-30', timestamp'2026-01-30T23:59:59.999999Z', x'00ff', 'ada'",
  "2L, 2, 'test ', false, 100.00BD, -0.0D, date'2026-01-31', timestamp'2026-12-31T23:59:59.999999Z', x'', 'ada '",
  "3L, 9, 'żółw', null, 100.01BD, null, date'2026-02-01', timestamp'2027-01-01T00:00:00Z', null, 'ż'",
  "4L, 10, '', false, null, 2.0D, date'2026-02-28', timestamp'2026-06-30T12:30:00.000001Z', x'41', ''",
  "5L, null, null, false, -0.01BD, 0.1D, null, null, x'20', null",
  "6L, -2147483648, 'a', true, 0.00BD, 3.0D, date'1900-01-01', timestamp'1900-01-01T00:00:00Z', x'6100', 'A'",
  "7L, 2147483647, 'A', null, 9999999.99BD, 1e300D, date'9999-12-31', timestamp'9999-12-31T23:59:59.999999Z', x'61', 'a'",
  "9223372036854775807L, 0, '?', false, 1.50BD, 1.5D, date'2026-03-01', timestamp'2026-03-01T00:00:00Z', x'3f', '?'",
  "-9223372036854775808L, 3, 'it''s', false, 7.00BD, 1.5D, date'2026-03-02', timestamp'2026-03-02T01:02:03.4Z', x'27', '😀'",
  "10L, 20, 'test', false, 7.00BD, 1.5D, date'2026-03-02', timestamp'2026-03-02T01:02:03.4Z', x'27', 'b'",
  "11L, 9, 'test', null, 7.00BD, 1.5D, date'2026-03-02', timestamp'2026-03-02T01:02:03.4Z', x'27', 'c'",
  "12L, 8, 'tes', null, 150.00BD, 1.5D, date'2026-03-02', timestamp'2026-03-02T01:02:03.4Z', x'27', 'd'",
  "13L, 5, 'test', null, 99.99BD, 1.5D, date'2026-03-02', timestamp'2026-03-02T01:02:03.4Z', x'27', null",
  "14L, 1, 'test', true, 5.00BD, 1.5D, date'2026-03-02', timestamp'2026-03-02T01:02:03.4Z', x'27', 'e'",
  "15L, 0, 'test', null, 5.00BD, 1.5D, date'2026-03-02', timestamp'2026-03-02T01:02:03.4Z', x'27', 'f'",
  "16L, 10, 'test', null, 5.00BD, 1.5D, date'2026-03-02', timestamp'2026-03-02T01:02:03.4Z', x'27', 'g'",
  "17L, 20, 'test ', null, 100.00BD, 1.5D, date'2026-03-02', timestamp'2026-03-02T01:02:03.4Z', x'27', 'h'",
  "18L, 5, null, true, 5.00BD, 1.5D, date'2026-03-02', timestamp'2026-03-02T01:02:03.4Z', x'27', 'i'",
  "19L, 2, 'b', null, 5.00BD, 1.5D, date'2026-03-02', timestamp'2026-03-02T01:02:03.4Z', x'27', 'j'",
  "20L, 0, 'b', null, 5.00BD, 1.5D, date'2026-03-02', timestamp'2026-03-02T01:02:03.4Z', x'27', 'k'",
  "21L, 7, 'c', true, 5.00BD, 1.5D, date'2026-01-31', timestamp'2026-01-31T01:02:03Z', x'27', 'l'",
  "22L, 1, 'b', null, 6.00BD, 1.5D, date'2026-03-02', timestamp'2026-03-02T01:02:03.4Z', x'27', 'ada'",
  "23L, 3, 'test', null, 150.00BD, 1.5D, date'2026-03-02', timestamp'2026-03-02T01:02:03.4Z', x'27', 'ada'",
  "24L, 3, 'test', null, 150.00BD, 1.5D, date'2026-03-02', timestamp'2026-03-02T01:02:03.4Z', x'27', 'ada'",
  "25L, 3, 'test', null, 6.50BD, 1.5D, date'2026-03-02', timestamp'2026-03-02T01:02:03.4Z', x'27', 'ada '",
  "26L, 3, 'test ', null, 150.00BD, 1.5D, date'2026-03-02', timestamp'2026-03-02T01:02:03.4Z', x'27', 'ada '",
  "9223372036854775806L, 0, '?', false, 1.50BD, 1.5D, date'2026-03-01', timestamp'2026-03-01T00:00:00Z', x'3f', '?'",
  // Addresses, and what only looks like one; texts of characters of four bytes, and of several that are seen as one.
  ...[
    ["32L", "0", "'😀'", "true", "5.00BD", "'😀@żółw.example'"],
    ["33L", "10", "'😀ż'", "null", "5.00BD", "'canary@example.org'"],
    ["34L", "1", "'a '", "false", "5.00BD", "'two@at@example.org'"],
    ["35L", "9", "' '", "true", "null", "'@'"],
    ["36L", "2", "'e\u0301'", "true", "5.00BD", "'nobody@'"],
    ["37L", "3", "'test'", "true", "null", "'@example.org'"],
    ["38L", "4", "'👩\u200d💻'", "true", "5.00BD", "concat('long@', repeat('d', 255))"],
    ["39L", "5", "'canary-item'", "true", "77.77BD", "concat('longer@', repeat('d', 256))"],
    ["40L", "10", "'test'", "true", "5.00BD", "'fullwidth＠example.org'"],
    ["41L", "6", "concat('x', repeat('ż', 3999))", "true", "5.00BD", "'ends@example.org '"],
    ["42L", "9", "'ab'", "true", "5.00BD", "'c'"],
    ["43L", "9", "''", "true", "5.00BD", "'xyz'"],
    ["44L", "9", "'ż'", "true", "5.00BD", "'ż'"],
  ].map(
    ([id, store, item, gift, price, buyer]) =>
      `${id}, ${store}, ${item}, ${gift}, ${price}, 1.5D, date'2026-01-30', timestamp'2026-01-30T01:02:03Z', x'27', ${buyer}`,
  ),
];

/** The lake with the table, written by Spark, and what Spark makes of some expressions: for each its values, in the order of the rows' ids. */
export async function lakeWithSales(expressions: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), "sluice-warehouse-"));
  const [notebook, request, answer] = ["sales.py", "request.json", "answer.json"].map((name) => join(folder, name));
  writeFileSync(
    request ?? "",
    JSON.stringify({ table: join(folder, "silver", "sales"), ddl, values, expressions, others }),
  );
  writeFileSync(notebook ?? "", program(request ?? "", answer ?? ""));
  const runner = await keptRunner();
  const outcome = await runner.run([{ name: "sales", path: notebook ?? "", form: "databricks", parameters: {} }]);
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  const engine = await ensureDuckdb(await ensureSpark(console.log), console.log);
  const computed: unknown = JSON.parse(readFileSync(answer ?? "", "utf8"));
  return { folder, engine, computed: computed as readonly (readonly (string | null)[])[] };
}

/** What the table is joined with in the golden `sql-selects`: not all of the items, so that not every row has a match. */
const others = {
  items: "SELECT item, max(price) AS dearest FROM {sales} WHERE item <> 'b' AND store < 20 GROUP BY item",
  stores: "SELECT store, gift, min(day) AS first FROM {sales} WHERE gift IS NOT NULL GROUP BY store, gift",
};

const ddl =
  "id bigint NOT NULL, store int, item string, gift boolean, price decimal(9,2), weight double, day date, at timestamp, photo binary, buyer string";

/** What is computed is written as the warehouse's rows are: numbers as texts, bits as 0 and 1. */
const program = (request: string, answer: string): string => `# Databricks notebook source
import json
with open(${JSON.stringify(request)}) as file:
    request = json.load(file)
spark.sql(f"CREATE TABLE delta.\`{request['table']}\` ({request['ddl']}) USING DELTA")
rows = " UNION ALL ".join(f"SELECT {row}" for row in request["values"])
spark.sql(f"INSERT INTO delta.\`{request['table']}\` {rows}")
table = spark.read.format("delta").load(request["table"])
for name, statement in request["others"].items():
    spark.sql(statement.format(sales=f"delta.\`{request['table']}\`")).write.format("delta").save(request["table"].replace("sales", name))

def told(expression, kind):
    text = {
        "boolean": f"cast(cast({expression} as int) as string)",
        "timestamp": f"date_format({expression}, \\"yyyy-MM-dd'T'HH:mm:ss.SSSSSS\\")",
        "binary": f"concat('0x', hex({expression}))",
        "double": f"cast({expression} as string)",
    }
    return text.get(kind, f"cast({expression} as string)")

kinds = [field.dataType.typeName() for field in table.selectExpr(*request["expressions"]).schema.fields] if request["expressions"] else []
texts = [f"{told(f'({one})', kind)} as e{at}" for at, (one, kind) in enumerate(zip(request["expressions"], kinds))]
found = [list(row) for row in table.selectExpr("id", *texts).orderBy("id").collect()]
with open(${JSON.stringify(answer)}, "w") as file:
    json.dump([[row[at + 1] for row in found] for at in range(len(texts))], file)
`;

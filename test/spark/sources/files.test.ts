import { mkdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import type { Session } from "../../../local/drain.js";
import { only, type Ran, ran } from "../clauses/project.js";
import { writeAvro } from "./avro.js";

/** The golden's pipeline, with samples of its own and Avro beside Parquet. */
const [project = "", golden = ""] = readFileSync("test/golden/spark-read-files/input.yaml", "utf8").split("---\n");
const pipeline = golden
  .replace("path: orders/*.csv", "path: orders/*.csv\n    producer: { file: orders/*.csv }")
  .replace("json\n    format: json", "json\n    producer: { file: clicks/*.json }\n    format: json")
  .replace(
    "bronze:",
    '  stock: { kind: files, connection: landing, path: "stock/*.avro", format: avro, columns: { item: string, n: bigint } }\nbronze:\n  stock: { from: sources.stock }',
  );

const files = {
  // A mark of UTF-8, quotes in quotes, lines in quotes (one of them blank), a blank line, a bad time, a record too short.
  "orders/1.csv": `\uFEFFid,item,at\n1,"green ""tea"", loose",2020-03-01T10:00:00Z\n2,"two\r\n\nlines",2020-03-01T10:01:00Z\n\n3,x,noon\n4,x`,
  "clicks/1.json": '{"id":"a","at":"2020-03-01T10:00:00Z"}\r\n\n[1]\n{"id":"b"}\n{"id":"c"} {"id":"d"}\n',
};

let result: Ran;
beforeAll(async () => {
  result = await ran(project, pipeline, files, async (session, rerun) => {
    await putMore(session);
    await rerun();
  });
});

/** Files of one batch: all kinds of wrong ones, one that is older than what was read, and one that was read and has changed since. */
async function putMore({ runner, places }: Session): Promise<void> {
  const root = join(places.state, "stores", "landing");
  const put = (path: string, text: string): string => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    return join(root, path);
  };
  const late = put("orders/old [1] 50%+{a}*.csv", "id,item,at\n11,old,2020-03-01T10:30:00Z\n");
  utimesSync(late, 1_000_000_000, 1_000_000_000);
  put("orders/2.csv", "id,at,item\n7,2020-03-01T10:00:00Z,x\n");
  put("orders/plain.csv", "id,item,at\n12,plain,2020-03-01T10:30:00Z\n");
  put("orders/3.csv", 'id,"item",at\r\n5,y,2020-03-01T10:30:00Z\r\n1,again,2020-03-01T10:00:00Z\r\n');
  put(
    "orders/4.csv",
    'id,item,at\n8,z,2020-03-01T10:31:00Z\n9,"open,2020-03-01T10:00:00Z\n10,lost,2020-03-01T10:00:00Z\n',
  );
  put("orders/_hidden.csv", "id,item,at\n13,hidden,2020-03-01T10:30:00Z\n");
  put("orders/empty.csv", "");
  put("orders/1.csv", "id,item,at\n14,changed,2020-03-01T10:30:00Z\n");
  put("prices/none.parquet", "no file of Parquet");
  put("stock/none.avro", "no file of Avro");
  const stock = (path: string, type: string, n: number) =>
    writeAvro(
      put(path, ""),
      [
        ["item", "string"],
        ["n", type],
      ],
      [
        { item: "tea", n },
        { item: "mug", n: n + 1 },
      ],
    );
  await stock("stock/good.avro", "long", 3);
  await stock("stock/int.avro", "int", 3);
  // Spark writes a folder; a folder that fits the source's path stands for the files in it.
  const cells = [
    "# Databricks notebook source",
    `prices = spark.sql("SELECT item, cast(price AS decimal(9,2)) price, named_struct('n', n) sold FROM VALUES ('tea', 2.5, 1), ('mug', -1, 2) t(item, price, n)").coalesce(1)`,
    `prices.write.parquet(${JSON.stringify(join(root, "prices", "good.parquet"))})`,
    `prices.withColumn("sold", prices.sold.n).write.parquet(${JSON.stringify(join(root, "prices", "flat.parquet"))})`,
    `prices.withColumn("more", prices.item).drop("price").write.parquet(${JSON.stringify(join(root, "prices", "more.parquet"))})`,
  ];
  const path = join(places.state, "prices.py");
  writeFileSync(path, cells.join("\n"));
  const outcome = await runner.run([{ name: "prices", path, form: "databricks", parameters: {} }]);
  if (outcome.kind === "failed") throw new Error(outcome.traceback);
}

it("a replayed batch changes nothing", () => {
  expect([...result.replayed].sort()).toEqual(
    [
      "bronze.clicks",
      "bronze.orders",
      "bronze.prices",
      "bronze.stock",
      "silver.clicks",
      "silver.orders",
      "silver.prices",
    ].map((name) => `orders/${name}`),
  );
  expect(result.again).toEqual(result.tables);
});

it("CSV: records as they stand, numbered in their file; each file once, and late ones too", () => {
  const { tables } = result;
  expect(only(tables["bronze.orders"], "file_path", "file_row", "body")).toEqual(
    only(
      [
        ["orders/1.csv", 1, '1,"green ""tea"", loose",2020-03-01T10:00:00Z'],
        ["orders/1.csv", 2, '2,"two\r\n\nlines",2020-03-01T10:01:00Z'],
        ["orders/1.csv", 3, "3,x,noon"],
        ["orders/1.csv", 4, "4,x"],
        ["orders/3.csv", 1, "5,y,2020-03-01T10:30:00Z"],
        ["orders/3.csv", 2, "1,again,2020-03-01T10:00:00Z"],
        ["orders/4.csv", 1, "8,z,2020-03-01T10:31:00Z"],
        ["orders/4.csv", 2, '9,"open,2020-03-01T10:00:00Z\n10,lost,2020-03-01T10:00:00Z\n'.trimEnd()],
        ["orders/old [1] 50%+{a}*.csv", 1, "11,old,2020-03-01T10:30:00Z"],
        ["orders/plain.csv", 1, "12,plain,2020-03-01T10:30:00Z"],
      ].map(([file_path, file_row, body]) => ({
        file_path: file_path ?? "",
        file_row: file_row ?? 0,
        body: body ?? "",
      })),
      ...["file_path", "file_row", "body"],
    ),
  );
  const old = tables["bronze.orders"]?.find((row) => String(row["file_path"]).startsWith("orders/old"));
  expect(old?.["file_modified_at"]).toBe("2001-09-09T01:46:40Z");
});

it("a file that is not as declared is set aside whole, with the reason", () => {
  const { tables } = result;
  expect(only(tables["bronze.orders.quarantine"], "file_path", "reason")).toEqual([
    { file_path: "orders/2.csv", reason: "its header is id,at,item; declared is id,item,at" },
  ]);
  const reasons = (table: string) =>
    only(tables[table], "file_path", "reason").map((row) => [
      String(row["file_path"]).replace(/(parquet)\/.*/, "$1"),
      row["reason"],
    ]);
  expect(reasons("bronze.prices.quarantine")).toEqual([
    ["prices/flat.parquet", "it lacks ['sold struct<n:int>'] and has ['sold int']"],
    ["prices/more.parquet", "it lacks ['price decimal(9,2)'] and has ['more string']"],
    ["prices/none.parquet", "it is no file of parquet"],
  ]);
  expect(reasons("bronze.stock.quarantine")).toEqual([
    ["stock/int.avro", "it lacks ['n bigint'] and has ['n int']"],
    ["stock/none.avro", "it is no file of avro"],
  ]);
});

it("tables above parse records, lines and rows as they parse events", () => {
  const { tables, counts } = result;
  expect(only(tables["silver.orders"], "id", "item", "file_row")).toEqual(
    only(
      [
        { id: 1, item: 'green "tea", loose', file_row: 1 },
        { id: 2, item: "two\r\n\nlines", file_row: 2 },
        { id: 5, item: "y", file_row: 1 },
        { id: 8, item: "z", file_row: 1 },
        { id: 12, item: "plain", file_row: 1 },
      ],
      ...["id", "item", "file_row"],
    ),
  );
  expect(only(tables["silver.orders.quarantine"], "_violations", "_file_path", "_file_row")).toEqual([
    { _violations: ["not_ahead"], _file_path: "orders/old [1] 50%+{a}*.csv", _file_row: 1 }, // of a later day than its file
    { _violations: ["unparsable"], _file_path: "orders/1.csv", _file_row: 3 },
    { _violations: ["unparsable"], _file_path: "orders/1.csv", _file_row: 4 },
    { _violations: ["unparsable"], _file_path: "orders/4.csv", _file_row: 2 },
  ]);
  expect(only(tables["silver.clicks"], "id", "file_path", "file_row")).toEqual([
    { id: "a", file_path: "clicks/day=sample/1.json", file_row: 1 },
    { id: "b", file_path: "clicks/day=sample/1.json", file_row: 3 },
  ]);
  expect(only(tables["silver.clicks.quarantine"], "_body", "_file_row")).toEqual([
    { _body: "[1]", _file_row: 2 },
    { _body: '{"id":"c"} {"id":"d"}', _file_row: 4 },
  ]);
  expect(only(tables["silver.prices"], "item", "price", "n", "row")).toEqual([
    { item: "tea", price: "2.50", n: 1, row: 1 },
  ]);
  expect(only(tables["silver.prices.quarantine"], "_violations", "_body", "_file_row")).toEqual([
    { _violations: ["positive"], _body: '{"item":"mug","price":-1.00,"sold":{"n":2}}', _file_row: 2 },
  ]);
  expect(only(tables["bronze.stock"], "item", "n", "file_row")).toEqual([
    { item: "mug", n: 4, file_row: 2 },
    { item: "tea", n: 3, file_row: 1 },
  ]);
  expect(counts["orders/bronze.orders"]).toEqual({ read: 4, written: 4, "files.read": 1, "files.quarantined": 0 });
});

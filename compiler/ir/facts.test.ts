import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { targets } from "../../targets/index.js";
import { memoryHost } from "../../test/golden.js";
import { compile } from "../compile.js";

/** The queries that begin anew after one text of a golden was replaced by another. */
function changedBy(golden: string, from: string, to: string): readonly string[] {
  const written = readFileSync(`test/golden/${golden}/input.yaml`, "utf8");
  expect(written).toContain(from);
  const compiled = (text: string, lock: string | undefined) => {
    const [project = "", pipeline = ""] = text.split(/^---\n/m);
    const files = { "sluice.yaml": project, "pipelines/0.yaml": pipeline, ...(lock && { "sluice.lock": lock }) };
    return compile(memoryHost(files), targets).lock;
  };
  const changes = compiled(written.replace(from, to), compiled(written, undefined)?.text)?.changes ?? [];
  return changes.map(({ id }) => id.replace(/^.*\//, "")).sort();
}

it("a replaced table is computed anew by any change of what it is computed from, and so are those that read it; rows that were looked up in it stay", () => {
  const readers = ["gold.alike", "gold.small", "gold.smallest", "gold.totals"];
  expect(changedBy("spark-replace", "total: sum(amount)", "total: max(amount)")).toEqual(readers);
  expect(changedBy("spark-replace", "where: amount > 0", "where: amount > 1")).toEqual(readers);
  expect(changedBy("spark-replace", "tag: tag,", "tag: upper(tag),")).toEqual(["gold.tags"]);
  expect(changedBy("spark-replace", "how: inner, columns: [total]", "how: inner, columns: { total: kinds }")).toEqual([
    "gold.alike",
  ]);
  expect(changedBy("spark-replace", "    partition_by: [is_one]\n", "")).toEqual(["gold.small", "gold.smallest"]);
  expect(changedBy("spark-replace", "All that was", "What was")).toEqual([]);
});

it("of a window's aggregate it counts as what Spark keeps it: a lock that was made when that was another begins anew", () => {
  const [project = "", written = ""] = readFileSync("test/golden/spark-joins/input.yaml", "utf8").split(/^---\n/m);
  const sums =
    "price: max(price), seconds: sum(unix_seconds(at)), wide: 'avg(cast(price as decimal(38,2)))', n: sum(price)";
  const files = { "sluice.yaml": project, "pipelines/0.yaml": written.replace("price: max(price)", sums) };
  const { lock } = compile(memoryHost(files), targets);
  const kept = [...(lock?.text ?? "").matchAll(/(\w+): .*, kept as (.*?)"?$/gm)].map(([, name, as]) => [name, as]);
  expect(kept).toEqual([
    ["seconds", "decimal(30,0)"],
    ["wide", "sums by sign"],
  ]);
  const before = lock?.text.replaceAll(/, kept as (?:decimal\(30,0\)|sums by sign)/g, "") ?? "";
  const changes = compile(memoryHost({ ...files, "sluice.lock": before }), targets).lock?.changes ?? [];
  const clauses = changes.flatMap((change) => (change.kind === "replay" ? change.clauses : []));
  expect(clauses.map(({ clause }) => clause)).toEqual(["aggregates.seconds", "aggregates.wide"]);
});

it("where hashes decide what is kept another secret begins anew: it gives other hashes of the same values", () => {
  const secret = (golden: string, name: string) => changedBy(golden, `secret: ${name}`, "secret: next-hash-key");
  // `visitor` is what rows are told apart by; it is hashed in a view on the way.
  expect(secret("spark-keyed-hash", "customers-hash-key")).toEqual(["gold.hourly", "silver.visits", "sinks.visits"]);
  // `device` decides nothing: rows that come from then on have other hashes, as with any change of a column.
  expect(secret("spark-keyed-hash", "devices-hash-key")).toEqual([]);
  expect(secret("spark-keyed-hash-flow", "customers-hash-key")).toEqual(["gold.plans"]);
});

it("a cell of CSV is known by its place: whoever keeps what it decides begins anew when columns change places", () => {
  const swapped = (golden: string, from: string, to: string): readonly string[] =>
    changedBy(golden, `columns: { ${from}`, `columns: { ${to}`);
  expect(swapped("spark-read-csv-bodies", "id: bigint, item: string", "item: string, id: bigint")).toEqual([
    "silver.sales",
  ]);
  // A header has to be the columns' names, so files that were set aside may not be any more.
  expect(swapped("spark-read-files", "id: bigint, item: string", "item: string, id: bigint")).toEqual([
    "bronze.orders",
    "silver.orders",
  ]);
  expect(swapped("spark-read-files", "id: string, at: timestamp", "at: timestamp, id: string")).toEqual([]);
});

it("files of Parquet that were set aside for their columns are looked at again when others are declared", () => {
  const price = 'price: "decimal(9,2)"';
  expect(changedBy("spark-read-files", `item: string, ${price}`, `${price}, item: string`)).toEqual([]);
  expect(changedBy("spark-read-files", price, 'price: "decimal(10,2)"')).toEqual(["bronze.prices", "silver.prices"]);
});

it("a day and its first hour are one beginning of files that are known by their names", () => {
  const [project = "", pipeline = ""] = readFileSync("test/golden/adf-periods/input.yaml", "utf8").split(/^---\n/m);
  const written = "start: 2026-01-01T05:00";
  expect(pipeline).toContain(written);
  const from = (start: string) => {
    const files = { "sluice.yaml": project, "pipelines/0.yaml": pipeline.replace(written, `start: ${start}`) };
    return compile(memoryHost(files), targets).artifacts.map(({ path, body }) => `${path}\n${body}`);
  };
  expect(from("2026-01-01T00:00")).toEqual(from("2026-01-01"));
  expect(from("2026-01-01T01:00")).not.toEqual(from("2026-01-01"));
});

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it, test } from "vitest";
import { compile } from "../compiler/compile.js";
import type { Query } from "../compiler/ir/query.js";
import { targets } from "../targets/index.js";
import { memoryHost } from "./golden.js";

const [project = "", pipeline = ""] = readFileSync("test/golden/spark-interval-joins/input.yaml", "utf8").split(
  "---\n",
);

function queryOf(table: string, text = pipeline): Query | undefined {
  const { understood } = compile(memoryHost({ "sluice.yaml": project, "pipelines/p.yaml": text }), targets);
  return understood?.ir.jobs.flatMap(({ queries }) => queries).find(({ id }) => id === `shop/${table}`);
}

/** How many minutes the compiler lets a window wait for pairs. */
function delayOfPairs({ own, other, before, after }: Times): number {
  const text = pipeline
    .replace("column: at, delay: 10 minutes", `column: at, delay: ${own} minutes`)
    .replace("delay: 20 minutes", `delay: ${other} minutes`)
    .replace("before: 10 minutes, after: 1 hour", `before: ${before} minutes, after: ${after} minutes`);
  const hourly = queryOf("gold.hourly", text);
  return hourly?.kind === "windows" ? hourly.watermark.milliseconds / 60_000 : Number.NaN;
}

interface Times {
  readonly own: number;
  readonly other: number;
  readonly before: number;
  readonly after: number;
}

type Row = { readonly side: "own" | "other"; readonly time: number; readonly batch: number };

/** What a table accepts of rows as they come: in batches, none that the watermark before its batch has passed. */
function accepted(rows: readonly Row[], side: Row["side"], delay: number): readonly Row[] {
  const kept: Row[] = [];
  for (const row of rows.filter((one) => one.side === side)) {
    const earlier = kept.filter(({ batch }) => batch < row.batch).map(({ time }) => time);
    if (row.time > Math.max(...earlier) - delay) kept.push(row);
  }
  return kept;
}

/** How far behind the latest pair of earlier batches a pair comes at most, by this table's time. */
function furthestBehind(rows: readonly Row[], { own, other, before, after }: Times): number {
  const [mine, theirs] = [accepted(rows, "own", own), accepted(rows, "other", other)];
  const pairs = mine.flatMap(({ time, batch }) =>
    theirs
      .filter((row) => row.time >= time - before && row.time <= time + after)
      .map((row) => ({ time, batch: Math.max(batch, row.batch) })),
  );
  return Math.max(
    ...pairs.flatMap((pair) => pairs.filter(({ batch }) => batch < pair.batch).map(({ time }) => time - pair.time)),
  );
}

const minutes = (least: number) => fc.integer({ min: least, max: 6 });
const times = fc.record({ own: minutes(1), other: minutes(1), before: minutes(1), after: minutes(1) });
const rows = fc
  .array(
    fc.record({
      side: fc.constantFrom<Row["side"]>("own", "other"),
      time: fc.integer({ min: 0, max: 30 }),
      batch: fc.integer({ min: 0, max: 4 }),
    }),
    { maxLength: 14 },
  )
  .map((all) => all.sort((a, b) => a.batch - b.batch));

it("no pair is late for a window that reads pairs, however rows of both tables are spread over batches", () => {
  fc.assert(
    fc.property(times, fc.array(rows, { minLength: 40, maxLength: 40 }), (waits, runs) => {
      const delay = delayOfPairs(waits);
      for (const run of runs) expect(furthestBehind(run, waits)).toBeLessThan(delay);
    }),
    { numRuns: 50 },
  );
});

it("a delay that is a minute shorter would be too short", () => {
  const waits = { own: 1, other: 2, before: 3, after: 4 };
  const run: readonly Row[] = [
    { side: "own", time: 23, batch: 0 },
    { side: "own", time: 15, batch: 0 },
    { side: "other", time: 20, batch: 0 },
    { side: "other", time: 19, batch: 1 },
  ];
  expect(delayOfPairs(waits)).toBe(9);
  expect(furthestBehind(run, waits)).toBe(8);
});

/** The pipeline without the windows, which not every change leaves sound. */
const pairs = pipeline.replace(/^ {2}hourly: .*\n/m, "");

test.each([
  ["the bounds", "after: 1 hour }, columns: [payment", "after: 2 hours }, columns: [payment"],
  ["the key", "on: order_id, how: inner", "on: customer = payments.order_id, how: inner"],
  ["what becomes of rows without a match", "how: inner", "how: left"],
  ["this table's watermark", "delay: 10 minutes", "delay: 11 minutes"],
  ["the other table's watermark", "delay: 20 minutes", "delay: 21 minutes"],
  ["a column of this table", "upper(customer)", "lower(customer)"],
  ["a column of the other table", "columns: [payment, amount]", "columns: [payment]"],
  ["the type of a column of the other table", "amount: int", "amount: bigint"],
])("a query of pairs begins anew with another state: %s", (_, from, to) => {
  expect(pairs.split(from)).toHaveLength(2);
  const [before, after] = [queryOf("gold.paid", pairs), queryOf("gold.paid", pairs.replace(from, to))];
  expect(after?.identity).toBeDefined();
  expect(after?.identity).not.toBe(before?.identity);
});

test.each([
  ["one length of time", "after: 1 hour }, columns: [payment", "after: 60 minutes }, columns: [payment"],
  ["the order of columns", "columns: [payment, amount]", "columns: [amount, payment]"],
  ["a column that is not joined", "columns: { payment: payment,", "columns: { more: offset, payment: payment,"],
])("a query of pairs goes on where nothing in its state is another: %s", (_, from, to) => {
  expect(pairs.split(from)).toHaveLength(2);
  expect(queryOf("gold.paid", pairs.replace(from, to))?.identity).toBe(queryOf("gold.paid", pairs)?.identity);
});

it("a watermark with an error is told of once: the join that needs it stays silent", () => {
  const customer = "with_columns: { customer: upper(customer) }";
  expect(pairs.split(customer)).toHaveLength(2);
  const text = pairs.replace(customer, `${customer}\n    watermark: { column: att, delay: 1 hour }`);
  const { diagnostics } = compile(memoryHost({ "sluice.yaml": project, "pipelines/p.yaml": text }), targets);
  expect(diagnostics.map(({ code }) => code)).toEqual(["model/unknown-column"]);
});

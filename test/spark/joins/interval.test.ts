import { afterAll, beforeAll, expect, it } from "vitest";
import { conservationLines } from "../../../cli/run-summary.js";
import { type Lake, openLake } from "./lake.js";

let lake: Lake;

beforeAll(async () => {
  lake = await openLake("spark-interval-joins");
});

afterAll(() => lake?.close());

const insert = (table: string, rows: readonly string[]): string => {
  const values = rows.map((row) => {
    const cells = row.split(" ").map((cell) => (cell === "-" ? "null" : `'${cell}'`));
    return `(${[...cells.slice(0, -1), `timestamp'2026-03-01 ${cells.at(-1)?.replaceAll("'", "")}'`].join(", ")})`;
  });
  return `INSERT INTO lake.silver.${table} VALUES ${values.join(", ")}`;
};

/** `o1 ann 10:00`: what silver accepted, in one commit. */
const orders = (...rows: readonly string[]) => insert("orders", rows);
/** `p1 o1 1 10:20` */
const payments = (...rows: readonly string[]) => insert("payments", rows);

const run = async (...tables: readonly string[]) => expect(await lake.run(...tables)).toEqual({ kind: "done" });

/** `o1 10:00 p1` */
const short = (lines: readonly string[]) => lines.map((line) => line.replaceAll(/2026-03-01T(\S+?)(?::00)?Z/g, "$1"));
const paid = async () => short(await lake.lines("gold.paid", "order_id", "at", "payment"));
const followed = async () => short(await lake.lines("gold.followed", "order_id", "at", "paid"));

/** Whether all that a query's inputs hold is accounted for. */
const equations = async (table: string) =>
  (await lake.results()).filter(({ query }) => query === `shop/gold.${table}`).flatMap(conservationLines);

const paidFirst = ["o1 10:00 p1", "o2 10:05 p2", "o2 10:05 p3", "o2 10:06 p2", "o2 10:06 p3", "o5 10:10 p5"];
const paidSecond = ["o1 10:00 p7", "o5 10:10 p10"];
const paidThird = ["o1 10:01 p1", "o1 10:01 p7", "o1 10:01 p8", "o6 10:35 p6"];

it("rows of one batch are paired, several with several, bounds included; a null key matches nothing", async () => {
  await lake.sql(
    orders("o1 ann 10:00", "o2 bob 10:05", "o2 bea 10:06", "- nil 10:00", "o5 eve 10:10"),
    payments("p1 o1 1 10:20", "p2 o2 2 10:05", "p3 o2 4 10:15", "p4 - 8 10:05", "p5 o5 16 10:00", "p6 o6 32 10:30"),
  );
  await run("gold.paid", "gold.followed");
  expect(await paid()).toEqual(paidFirst);
  expect(await followed()).toEqual(["o1 10:00 1", "o2 10:05 2", "o2 10:05 4", "o2 10:06 4"]);
  expect(await lake.lines("gold.paid", "customer", "amount")).toContain("BEA 2");
});

it("a payment finds the order that came before it, up to an hour later to the millisecond; a replayed batch writes the same", async () => {
  await lake.sql(payments("p7 o1 64 11:00", "p8 o1 128 11:00:00.001", "p10 o5 - 10:40"));
  await run("gold.paid");
  expect(await paid()).toEqual([...paidFirst, ...paidSecond].sort());
  const before = await lake.counts("gold.paid");
  expect(before.at(-1)).toEqual({ written: 2, paired: 2, unmatched: 0 });
  await lake.forgetLastBatch("gold.paid", true);
  expect(await paid()).toEqual(paidFirst);
  await run("gold.paid");
  expect(await paid()).toEqual([...paidFirst, ...paidSecond].sort());
  expect(await lake.counts("gold.paid")).toEqual(before);
});

it("an order finds the payments that came before it, however late it is that the table above has accepted it", async () => {
  await lake.sql(orders("o6 fay 10:35", "o7 gus 11:30", "o1 zoe 10:01"));
  await run("gold.paid");
  expect(await paid()).toEqual([...paidFirst, ...paidSecond, ...paidThird].sort());
});

it("orders without a payment come once both watermarks have passed what they could match, once", async () => {
  await lake.sql(orders("o9 ian 13:20", "o10 joy 12:00", "o11 kim 11:51"), payments("p9 o9 256 13:10"));
  await run("gold.paid", "gold.followed", "gold.hourly");
  const alone = async () => (await followed()).filter((line) => line.endsWith("null"));
  const expected = ["null 10:00 null", "o5 10:10 null", "o6 10:35 null", "o7 11:30 null"];
  expect(await alone()).toEqual(expected);
  const pairs = [
    "o1 10:00 1",
    "o1 10:00 64",
    "o1 10:01 1",
    "o1 10:01 128",
    "o1 10:01 64",
    "o2 10:05 2",
    "o2 10:05 4",
    "o2 10:06 4",
  ];
  expect(await followed()).toEqual([...expected, ...pairs].sort());
  const counts = await lake.counts("gold.followed");
  expect(counts.at(-1)).toEqual({ written: 4, paired: 0, unmatched: 4 });
  await lake.forgetLastBatch("gold.followed", true);
  expect(await alone()).toEqual([]);
  await run("gold.followed");
  expect(await followed()).toEqual([...expected, ...pairs].sort());
  expect(await lake.counts("gold.followed")).toEqual(counts);
  expect(await equations("followed")).toEqual([
    { holds: true, line: "shop/gold.followed: 8 pairs = 8 written" },
    { holds: true, line: "shop/gold.followed: 7 without a match = 4 written + 3 waiting" },
  ]);
  expect(await lake.lines("gold.hourly", "window_start", "amount")).toEqual(["2026-03-01T10:00:00Z 318"]);
});

it("a pair as late as pairs can be is not late for a window; all that both tables hold is accounted for", async () => {
  await lake.sql(payments("p11 o11 512 12:50:30"));
  await run("gold.paid", "gold.hourly");
  expect(await paid()).toEqual([...paidFirst, ...paidSecond, ...paidThird, "o9 13:20 p9", "o11 11:51 p11"].sort());
  expect([...(await equations("paid")), ...(await equations("hourly"))]).toEqual([
    { holds: true, line: "shop/gold.paid: 14 pairs = 14 written" },
    { holds: true, line: "shop/gold.hourly: 14 in windows = 12 in written windows + 2 in open ones" },
  ]);
});

it("windows that a batch would have closed come although it was stopped before Spark noted that it was done", async () => {
  await lake.sql(orders("o12 lea 16:00"), payments("p12 o12 1024 16:00"));
  await run("gold.paid");
  await lake.stopped("gold.hourly");
  await run("gold.hourly");
  expect(await lake.lines("gold.hourly", "window_start", "amount")).toEqual([
    "2026-03-01T10:00:00Z 318",
    "2026-03-01T11:00:00Z 512",
    "2026-03-01T13:00:00Z 256",
  ]);
});

import { afterAll, beforeAll, expect, it } from "vitest";
import { type Lake, openLake } from "./lake.js";

let lake: Lake;

beforeAll(async () => {
  lake = await openLake("spark-joins");
});

afterAll(() => lake?.close());

let offset = 0;

/** `a,apple,s1,10:00`: a sale of the first of March; an empty cell is missing in its body. */
const sales = (...rows: readonly string[]): string => {
  const values = rows.map((row) => {
    const [sale, item, store, at] = row.split(",");
    const body = { sale, item: item || null, store: store || null, at: `2026-03-01T${at}:00Z` };
    offset += 1;
    return `(cast('${JSON.stringify(body)}' as binary), null, null, timestamp'2026-03-01 12:00:00', 0, ${offset})`;
  });
  return `INSERT INTO lake.bronze.sales VALUES ${values.join(", ")}`;
};

const price = (item: string | null, amount: number): string =>
  `INSERT INTO lake.gold.prices VALUES (timestamp'2026-03-01', timestamp'2026-03-02', ${item === null ? "null" : `'${item}'`}, ${amount})`;

const store = (...names: readonly (string | null)[]): string =>
  `INSERT INTO lake.silver.stores VALUES ${names.map((name) => `(${name === null ? "null" : `'${name}'`}, 'Rome', null, 0, 0)`).join(", ")}`;

const run = async () => expect(await lake.run("silver.sales", "gold.known")).toEqual({ kind: "done" });
const sold = () => lake.lines("silver.sales", "sale", "price");
const known = () => lake.lines("gold.known", "sale", "prices", "price_again");

it("rows find what the other table holds when their batch is made; a null key and what is missing match nothing", async () => {
  await lake.sql(price("apple", 3), price(null, 9), store("s1", "s1", null));
  await lake.sql(sales("a,apple,s1,10:00", "b,pear,s1,10:01", "c,,s2,10:02", "d,apple,,10:03", "a,apple,s1,10:00"));
  await run();
  expect(await sold()).toEqual(["a 3", "b null", "c null", "d 3"]);
  expect(await known()).toEqual(["a APPLE 3"]);
  expect(await lake.counts("silver.sales")).toMatchObject([
    { read: 5, written: 4, duplicates: 1, unmatched: 0, "prices.matched": 2, "prices.unmatched": 2 },
  ]);
  expect(await lake.counts("gold.known")).toMatchObject([
    {
      ...{ read: 4, written: 1, unmatched: 3, "stores.matched": 2, "stores.unmatched": 2 },
      ...{ "prices.matched": 1, "prices.unmatched": 1 },
    },
  ]);
});

it("a later batch finds what has been added since; rows that were written stay as they are", async () => {
  await lake.sql(price("pear", 5), store("s2"), sales("e,pear,s2,11:00", "b,pear,s1,10:01"));
  await run();
  expect(await sold()).toEqual(["a 3", "b null", "c null", "d 3", "e 5"]);
  expect(await known()).toEqual(["a APPLE 3", "e PEAR 5"]);
  expect((await lake.counts("silver.sales"))[1]).toMatchObject({
    ...{ read: 2, written: 1, duplicates: 1, unmatched: 0, "prices.matched": 1, "prices.unmatched": 0 },
  });
});

it("a replayed batch writes what it would have written, although the other tables have changed", async () => {
  const before = [await lake.counts("silver.sales"), await lake.counts("gold.known")];
  await lake.forgetLastBatch("silver.sales", true);
  await lake.forgetLastBatch("gold.known", true);
  expect(await sold()).toEqual(["a 3", "b null", "c null", "d 3"]);
  expect(await known()).toEqual(["a APPLE 3"]);
  await lake.sql("UPDATE lake.gold.prices SET price = 50 WHERE item = 'pear'", "DELETE FROM lake.silver.stores");
  await run();
  expect(await sold()).toEqual(["a 3", "b null", "c null", "d 3", "e 5"]);
  expect(await known()).toEqual(["a APPLE 3", "e PEAR 5"]);
  await lake.forgetLastBatch("silver.sales", false);
  await lake.forgetLastBatch("gold.known", false);
  await run();
  expect(await sold()).toEqual(["a 3", "b null", "c null", "d 3", "e 5"]);
  expect(await known()).toEqual(["a APPLE 3", "e PEAR 5"]);
  expect([await lake.counts("silver.sales"), await lake.counts("gold.known")]).toEqual(before);
});

it("a key that the other table holds twice after all stops the query before anything is written", async () => {
  await lake.sql(price("apple", 4), sales("f,apple,s1,11:30"));
  expect(await lake.run("silver.sales")).toMatchObject({
    kind: "failed",
    error: expect.stringContaining("1 read, 2 accounted for"),
  });
  expect(await sold()).toEqual(["a 3", "b null", "c null", "d 3", "e 5"]);
  expect(await lake.counts("silver.sales")).toHaveLength(2);
});

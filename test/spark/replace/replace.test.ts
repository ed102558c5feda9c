import { afterAll, beforeAll, expect, it } from "vitest";
import { type Lake, openLake } from "../joins/lake.js";

let lake: Lake;

beforeAll(async () => {
  lake = await openLake("spark-replace");
});

afterAll(() => lake?.close());

const run = async (...tables: readonly string[]) => expect(await lake.run(...tables)).toEqual({ kind: "done" });

let offset = 0;

/** `pear,3,red green`: an empty cell is null. */
function rows(table: string, ...cells: readonly string[]): string {
  const values = cells.map((row) => {
    const [item, amount, tags] = row.split(",");
    const array = tags ? `array(${tags.split(" ").map((tag) => `'${tag}'`)})` : "null";
    offset += 1;
    return `(${item ? `'${item}'` : "null"}, ${amount || "null"}, ${array}, timestamp'2026-03-01 12:00:00', 0, ${offset})`;
  });
  return `INSERT INTO lake.silver.${table} VALUES ${values.join(", ")}`;
}

const totals = () => lake.lines("gold.totals", "item", "total", "kinds");
const small = () => lake.lines("gold.small", "item", "total", "is_one");
const smallest = () => lake.lines("gold.smallest", "items", "total");
const last = async (query: string) => (await lake.counts(query)).at(-1);

it("tables are computed from all that their inputs hold", async () => {
  await lake.sql(
    rows("sales", "pear,1,red", "plum,2,red blue", "plum,3,", "fig,20,", ",4,blue", "fig,-9,", "fig,,"),
    rows("returns", "fig,-9,old"),
  );
  await run("gold.totals", "gold.small", "gold.smallest", "gold.alike", "gold.tags", "silver.priced");
  expect(await totals()).toEqual(["fig 20 1", "pear 1 1", "plum 5 2"]);
  expect(await lake.lines("gold.totals_quarantine", "_violations", "item", "amount")).toEqual(["has_item null 4"]);
  expect(await last("gold.totals")).toMatchObject({
    ...{ read: 7, filtered: 2, quarantined: 1, aggregated: 4, written: 3 },
  });
  expect(await small()).toEqual(["pear 1 true", "plum 5 false"]);
  expect(await smallest()).toEqual(["2 1"]);
  expect(await lake.lines("gold.alike", "total", "sales")).toEqual(["1 1", "20 3", "5 2"]);
  expect(await last("gold.alike")).toMatchObject({ read: 7, unmatched: 1, aggregated: 6, "totals.matched": 6 });
  expect(await lake.lines("gold.tags", "tag", "amount")).toEqual(["blue 2", "blue 4", "old -9", "red 1", "red 2"]);
  expect(await last("gold.tags")).toMatchObject({
    ...{ read: 8, elements: 5, with_elements: 4, without_elements: 4, written: 5 },
  });
});

it("nothing is done where nothing has changed", async () => {
  const before = await lake.counts("gold.alike");
  await run("gold.alike");
  expect(await lake.counts("gold.alike")).toEqual(before);
});

it("more rows give other results, an empty one among them, and rows that are looked up stay as they were found", async () => {
  await lake.sql(rows("sales", "pear,9,", "plum,5,red", "kiwi,31,", "huge,9223372036854775807,", "huge,1,"));
  await run("gold.totals", "gold.small", "gold.smallest", "silver.priced");
  expect(await totals()).toEqual(["fig 20 1", "huge null 2", "kiwi 31 1", "pear 10 2", "plum 10 3"]);
  expect(await lake.lines("silver.priced", "item", "amount", "total")).toEqual(
    [
      ...["pear 1 1", "plum 2 5", "plum 3 5", "fig 20 20", "null 4 null", "fig -9 20", "fig null 20"],
      ...["pear 9 10", "plum 5 10", "kiwi 31 31", "huge 9223372036854775807 null", "huge 1 null"],
    ].sort(),
  );
  expect(await small()).toEqual([]);
  expect(await smallest()).toEqual(["0 null"]);
  expect(await last("gold.small")).toMatchObject({ read: 5, filtered: 5, written: 0 });
});

it("rows that are all filtered change the counts and nothing else", async () => {
  const before = await totals();
  const { read = 0, filtered = 0, ...rest } = (await last("gold.totals")) ?? {};
  await lake.sql(rows("sales", "pear,-1,", "plum,0,"));
  await run("gold.totals");
  expect(await totals()).toEqual(before);
  expect(await last("gold.totals")).toEqual({ ...rest, read: read + 2, filtered: filtered + 2 });
});

it("a replayed batch computes from what it was computed from, and what was swapped stays", async () => {
  const [before, counts] = [await totals(), await lake.counts("gold.totals")];
  await lake.forgetLastBatch("gold.totals", false);
  await run("gold.totals");
  expect([await totals(), await lake.counts("gold.totals")]).toEqual([before, counts]);

  await lake.forgetLastBatch("gold.totals", true);
  await lake.sql("DELETE FROM lake.silver.sales WHERE item = 'fig'", rows("sales", "kiwi,5,"));
  await run("gold.totals");
  expect((await lake.counts("gold.totals")).slice(0, -1)).toEqual(counts);
  expect(await totals()).toEqual(["huge null 2", "kiwi 36 2", "pear 10 2", "plum 10 3"]);
  const replayed = counts.length; // after the table was created, each batch is one commit
  await lake.sql(
    `CREATE TABLE lake.gold.replayed USING delta AS SELECT * FROM lake.gold.totals VERSION AS OF ${replayed}`,
  );
  expect(await lake.lines("gold.replayed", "item", "total", "kinds")).toEqual(before);
});

it("a checkpoint that was lost is told, because its batches would be taken for those that are done", async () => {
  lake.loseCheckpoint("gold.alike");
  expect(await lake.run("gold.alike")).toMatchObject({
    kind: "failed",
    error: expect.stringContaining("does not know of it"),
  });
});

it("a table that was removed is computed again, and so is one that is made in another way", async () => {
  const before = await totals();
  await lake.remove("gold.totals");
  await run("tables", "gold.totals");
  expect(await totals()).toEqual(before);
  lake.edit("where: amount > 0", "where: amount > 5");
  await run("gold.totals");
  expect(await totals()).toEqual(["huge 9223372036854775807 1", "kiwi 31 1", "pear 9 1"]);
});

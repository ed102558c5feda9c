import { afterAll, beforeAll, expect, it } from "vitest";
import { type Lake, openLake } from "../joins/lake.js";

let lake: Lake;

beforeAll(async () => {
  lake = await openLake("spark-views", withStored);
});

afterAll(() => lake?.close());

/** One of the golden's chains stands there a second time, with every table of it stored. */
function withStored(golden: string): string {
  const again = (line: string): string =>
    line
      .replace("materialize: false, ", "")
      .replace(/\w+(?=:)/, "$&_stored")
      .replace("silver.elements", "$&_stored");
  return golden.replaceAll(/^ {2}(elements|sold): .*\n/gm, (line) => line + again(line));
}

const run = async (...tables: readonly string[]) => expect(await lake.run(...tables)).toEqual({ kind: "done" });

const offsets: Record<string, number> = {};

/** Events as they stand in bronze: bodies, each at the next offset. */
function events(table: string, ...bodies: readonly (string | object)[]): string {
  const values = bodies.map((body) => {
    const offset = offsets[table] ?? 0;
    offsets[table] = offset + 1;
    const text = typeof body === "string" ? body : JSON.stringify(body);
    return `(CAST('${text}' AS BINARY), null, null, timestamp'2026-03-01 13:00:00', 0, ${offset})`;
  });
  return `INSERT INTO lake.bronze.${table} VALUES ${values.join(", ")}`;
}

const at = (time: string): string => `2026-03-01T${time}:00Z`;
const line = (sku: string, quantity: number) => ({ sku, quantity });
const repeated = { id: "o5", at: at("10:30"), shop: "south", lines: [line("c", 1), line("d", 60), line("c", 4)] };

/** What a query counted in all its batches, without what it never did. */
async function counted(query: string): Promise<Readonly<Record<string, number>>> {
  const sums: Record<string, number> = {};
  for (const batch of await lake.counts(query)) {
    for (const [name, count] of Object.entries(batch)) sums[name] = (sums[name] ?? 0) + count;
  }
  return Object.fromEntries(Object.entries(sums).filter(([, count]) => count > 0));
}

const readers = ["silver.lines", "silver.sold", "silver.every", "silver.together"];

it("runs what is stored, and nothing else", async () => {
  await lake.sql(
    events(
      "orders",
      {
        ...{ id: "o1", at: at("10:00"), shop: "north" },
        lines: [line("a", 2), line("b", 0), line("a", 3), line("bag", 1)],
      },
      { id: "o2", at: at("10:01"), shop: "test", lines: [line("a", 9)] },
      { id: "o3", at: at("10:02"), shop: "south", lines: [] },
      '{"id": ',
      { at: at("10:03"), shop: "north", lines: [line("c", 5)] },
      repeated,
    ),
    events("returns", { id: "r1", at: at("10:10") }, { id: "o5", at: at("10:30") }, { id: "r9" }),
    events("returns", { id: "o1", at: at("10:00") }),
  );
  await run(...readers);
  await lake.sql(
    events("orders", { id: "o6", at: at("10:05"), shop: "north", lines: [line("c", 3)] }, repeated, {
      id: "o7",
      at: at("12:00"),
      shop: "north",
      lines: [line("a", 1)],
    }),
    events("returns", { id: "r2", at: at("12:30") }),
  );
  await run(...readers, "gold.hourly", "gold.all", "silver.elements_stored", "silver.sold_stored");
  const queries = (await lake.results()).map(({ query }) => query.replace("shop/", ""));
  expect(queries.sort()).toEqual(
    [
      ...["bronze.orders", "bronze.returns", ...readers],
      ...["gold.hourly", "gold.all", "silver.elements_stored", "silver.sold_stored"],
    ].sort(),
  );
});

it("rows that a view leaves out before an array is taken apart are counted as rows, under its name", async () => {
  expect(await lake.lines("silver.lines", "id", "shop", "sku", "quantity")).toEqual([
    ...["o1 NORTH a 2", "o5 SOUTH c 1", "o5 SOUTH d 60", "o7 NORTH a 1"],
  ]);
  expect(await lake.lines("silver.lines_quarantine", "_violations", "id", "_element", "_offset")).toEqual([
    ...["positive o1 1 0", "unparsable null null 3"],
  ]);
  expect(await lake.lines("silver.lines_late", "id", "sku")).toEqual(["o6 c"]);
  expect(await counted("silver.lines")).toEqual({
    ...{ read: 9, unparsable: 1, "silver.real.filtered": 1, "silver.real.dropped": 1 },
    ...{ without_elements: 1, with_elements: 5 },
    ...{ elements: 12, filtered: 1, quarantined: 1, late: 1, duplicates: 5, written: 4 },
  });
});

it("elements that a view leaves out are counted as elements; with every table stored the rows are the same", async () => {
  const sold = await lake.lines("silver.sold", "id", "sku", "quantity", "twice");
  expect(sold).toEqual([...["null c 5 10", "o1 a 2 4", "o1 a 3 6", "o2 a 9 18", "o5 c 4 8", "o5 c 4 8", "o6 c 3 6"]]);
  expect(await lake.lines("silver.sold_stored", "id", "sku", "quantity", "twice")).toEqual(sold);
  expect(await counted("silver.sold")).toEqual({
    ...{ read: 9, unparsable: 1, without_elements: 1, with_elements: 7 },
    ...{ elements: 14, "silver.elements.filtered_elements": 1, "silver.elements.dropped_elements": 1 },
    ...{ filtered: 3, quarantined: 2, written: 7 },
  });
});

it("a union of events by way of a view: each row says from which input it came, and repeats are found over both", async () => {
  expect(await lake.lines("silver.every", "id")).toEqual(["o1", "o2", "o3", "o5", "o7", "r1", "r2"]);
  expect(await lake.lines("silver.every_quarantine", "_violations", "_input", "id", "_offset")).toEqual([
    ...["has_at bronze.returns r9 2", "unparsable silver.bought null 3"],
  ]);
  expect(await counted("silver.every")).toEqual({
    ...{ read: 14, unparsable: 1, "silver.bought.filtered": 3, quarantined: 1, duplicates: 1, late: 1, written: 7 },
  });
});

it("a union of a union: only the view's own rows are left out by it, and each row says by which way it came", async () => {
  const others = ["o1", "o2", "o3", "o5", "o7", "r1", "r2"].map((id) => `${id} none`);
  const sold = ["null c", "o1 a", "o1 a", "o2 a", "o5 c", "o5 c", "o6 c"];
  expect(await lake.lines("silver.together", "id", "sku")).toEqual(["o5 c", ...sold, ...others].sort());
  expect(await lake.lines("silver.together_quarantine", "_input", "id", "sku")).toEqual([
    "silver.known / silver.dear o5 d",
  ]);
  expect(await counted("silver.together")).toEqual({
    ...{ read: 18, "silver.dear.filtered": 2, quarantined: 1, written: 15 },
  });
});

it("windows over views: of one, and of several in two pipelines, each with its watermark", async () => {
  expect(await lake.lines("gold.hourly", "window_start", "sku", "n")).toEqual(
    ["a", "c", "d"].map((sku) => `${at("10:00")} ${sku} 1`),
  );
  expect(await lake.lines("gold.all", "window_start", "n")).toEqual([`${at("10:00")} 8`]);
  const windowed = new Map((await lake.results()).map((result) => [result.query, result.windowed]));
  expect(windowed.get("shop/gold.hourly")).toMatchObject({ total: 4, open: 1 });
  expect(windowed.get("shop/gold.all")).toMatchObject({ total: 11, open: 3 });
});

it("a replayed batch changes nothing", async () => {
  const state = async () => {
    const found = [];
    for (const table of readers) found.push(await lake.lines(table, "id"), await lake.counts(table));
    return found;
  };
  const before = await state();
  for (const query of readers) await lake.forgetLastBatch(query, false);
  await run(...readers);
  expect(await state()).toEqual(before);
});

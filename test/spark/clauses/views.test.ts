import { readFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { csv, only, type Ran, ran } from "./project.js";

/** The golden's pipelines, fed from files, and one of its chains again with every table of it stored. */
const [project = "", ...pipelines] = readFileSync("test/golden/spark-views/input.yaml", "utf8").split(/^---\n/m);
const stored = pipelines
  .join("---\n")
  .replaceAll(/topic: (\w+),/g, "topic: $1, producer: { file: $1/*.csv, key: id },")
  .replaceAll(/^ {2}(elements|sold): .*\n/gm, (line) => line + again(line));

function again(line: string): string {
  return line
    .replace("materialize: false, ", "")
    .replaceAll(/(?<=^ {2})\w+(?=:)/gm, "$&_stored")
    .replace(/silver\.\w+/, "$&_stored");
}

const header = ["id", "at", "shop", "lines", "_body"];
const at = (time: string): string => `2026-03-01T${time}:00Z`;
const line = (sku: string, quantity: number) => ({ sku, quantity });
const repeated = ["o5", at("10:30"), "south", [line("c", 1), line("d", 60), line("c", 4)], ""];
const moments = (...rows: readonly (readonly [string, string])[]) => csv(["id", "at"], rows);
const files = {
  "orders/1.csv": csv(header, [
    ["o1", at("10:00"), "north", [line("a", 2), line("b", 0), line("a", 3), line("bag", 1)], ""],
    ["o2", at("10:01"), "test", [line("a", 9)], ""],
    ["o3", at("10:02"), "south", [], ""],
    ["", "", "", null, '{"id": '],
    ["", at("10:03"), "north", [line("c", 5)], ""],
    repeated,
  ]),
  "orders/2.csv": csv(header, [
    ["o6", at("10:05"), "north", [line("c", 3)], ""],
    repeated,
    ["o7", at("12:00"), "north", [line("a", 1)], ""],
  ]),
  "returns/1.csv": moments(["r1", at("10:10")], ["o5", at("10:30")], ["r9", ""], ["o1", at("10:00")]),
  "returns/2.csv": moments(["r2", at("12:30")]),
};

let result: Ran;
beforeAll(async () => {
  result = await ran(project, stored, files);
});

it("a replayed batch changes nothing", () => {
  expect([...result.replayed].sort()).toEqual(Object.keys(result.counts).sort());
  expect(result.again).toEqual(result.tables);
});

it("a view is neither a table nor a query", () => {
  const views = ["real", "elements", "bought", "events", "dear", "known", "timed", "ids", "named"];
  expect(Object.keys(result.tables).filter((name) => views.includes(name.replace("silver.", "")))).toEqual([]);
  expect(Object.keys(result.counts)).toHaveLength(10);
});

it("rows that a view leaves out before an array is taken apart are counted as rows, under its name", () => {
  const { tables, counts } = result;
  expect(only(tables["silver.lines"], "id", "shop", "sku", "quantity")).toEqual([
    { id: "o1", shop: "NORTH", sku: "a", quantity: 2 },
    { id: "o5", shop: "SOUTH", sku: "c", quantity: 1 },
    { id: "o5", shop: "SOUTH", sku: "d", quantity: 60 },
    { id: "o7", shop: "NORTH", sku: "a", quantity: 1 },
  ]);
  expect(only(tables["silver.lines.quarantine"], "_violations", "id", "_element", "_offset")).toEqual([
    { _violations: ["positive"], id: "o1", _element: 1, _offset: 0 },
    { _violations: ["unparsable"], id: null, _element: null, _offset: 3 },
  ]);
  expect(only(tables["silver.lines.late"], "id", "sku")).toEqual([{ id: "o6", sku: "c" }]);
  expect(counts["shop/silver.lines"]).toEqual({
    ...{ read: 9, unparsable: 1, "silver.real.filtered": 1, "silver.real.dropped": 1 },
    ...{ without_elements: 1, with_elements: 5 },
    ...{ elements: 12, filtered: 1, quarantined: 1, late: 1, duplicates: 5, written: 4 },
    ...{ failed: 0, dropped: 0, warned: 0 },
  });
});

it("elements that views leave out are counted as elements; with every table stored the rows are the same", () => {
  const { tables, counts } = result;
  const sold = only(tables["silver.sold"], "id", "sku", "quantity", "twice");
  expect(sold).toEqual(
    only(
      [
        { id: "o1", sku: "a", quantity: 2, twice: 4 },
        { id: "o1", sku: "a", quantity: 3, twice: 6 },
        { id: "o2", sku: "a", quantity: 9, twice: 18 },
        { id: null, sku: "c", quantity: 5, twice: 10 },
        { id: "o5", sku: "c", quantity: 4, twice: 8 },
        { id: "o6", sku: "c", quantity: 3, twice: 6 },
        { id: "o5", sku: "c", quantity: 4, twice: 8 },
      ],
      ...["id", "sku", "quantity", "twice"],
    ),
  );
  expect(only(tables["silver.sold_stored"], "id", "sku", "quantity", "twice")).toEqual(sold);
  expect(counts["shop/silver.sold"]).toEqual({
    ...{ read: 9, unparsable: 1, without_elements: 1, with_elements: 7 },
    ...{ elements: 14, "silver.elements.filtered_elements": 1, "silver.elements.dropped_elements": 1 },
    ...{ filtered: 3, quarantined: 2, written: 7, late: 0, duplicates: 0, failed: 0, dropped: 0, warned: 0 },
  });
});

it("a union of events by way of a view: each row says from which input it came, and repeats are found over both", () => {
  const { tables, counts } = result;
  expect(only(tables["silver.every"], "id").map(({ id }) => id)).toEqual(["o1", "o2", "o3", "o5", "o7", "r1", "r2"]);
  expect(only(tables["silver.every.quarantine"], "_violations", "_input", "id", "_offset")).toEqual([
    { _violations: ["has_at"], _input: "bronze.returns", id: "r9", _offset: 2 },
    { _violations: ["unparsable"], _input: "silver.bought", id: null, _offset: 3 },
  ]);
  expect(counts["shop/silver.every"]).toEqual({
    ...{ read: 14, unparsable: 1, "silver.bought.filtered": 3, quarantined: 1, duplicates: 1, late: 1, written: 7 },
    ...{ filtered: 0, failed: 0, dropped: 0, warned: 0 },
  });
});

it("a union of a union: only the view's own rows are left out by it, and each row says by which way it came", () => {
  const { tables, counts } = result;
  const others = ["o1", "o2", "o3", "o5", "o7", "r1", "r2"].map((id) => `${id} none`);
  const sold = ["null c", "o1 a", "o1 a", "o2 a", "o5 c", "o5 c", "o6 c"];
  expect(tables["silver.together"]?.map(({ id, sku }) => `${id} ${sku}`).sort()).toEqual(
    ["o5 c", ...sold, ...others].sort(),
  );
  expect(only(tables["silver.together.quarantine"], "_input", "id", "sku")).toEqual([
    { _input: "silver.known / silver.dear", id: "o5", sku: "d" },
  ]);
  expect(counts["shop/silver.together"]).toMatchObject({
    ...{ read: 18, "silver.dear.filtered": 2, quarantined: 1, written: 15 },
  });
});

it("windows over views: of one, and of several in two pipelines, each with its watermark", () => {
  const { tables, counts, windowed } = result;
  const start = at("10:00");
  expect(only(tables["gold.hourly"], "window_start", "sku", "n")).toEqual(
    ["a", "c", "d"].map((sku) => ({ window_start: start, sku, n: 1 })),
  );
  expect(only(tables["gold.all"], "window_start", "n")).toEqual([{ window_start: start, n: 8 }]);
  expect([counts["shop/gold.hourly"]?.["aggregated"], counts["shop/gold.all"]?.["aggregated"]]).toEqual([3, 8]);
  expect(windowed["shop/gold.hourly"]).toMatchObject({ total: 4, open: 1 });
  expect(windowed["shop/gold.all"]).toMatchObject({ total: 11, open: 3 });
});

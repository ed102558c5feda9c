import { readFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { csv, only, type Ran, ran } from "./project.js";

/** The goldens' pipelines as one, each source fed from files of its name. */
const goldens = ["spark-explode", "spark-union", "spark-except"].map((name) =>
  readFileSync(`test/golden/${name}/input.yaml`, "utf8"),
);
const project = goldens[0]?.split("---\n")[0] ?? "";
const fed = goldens.map((text) =>
  (text.split("---\n")[1] ?? "")
    .replaceAll(/topic: (\w+)/g, "topic: $1, producer: { file: $1/*.csv, key: KEY }")
    .replace(/topic: sales, (.*)KEY/, "topic: sales\n    $1sale_id")
    .replaceAll("KEY", "x"),
);
const pipeline = ["sources", "bronze", "silver", "gold"]
  .map((layer) => `${layer}:\n${fed.map((text) => sectionOf(text, layer)).join("")}`)
  .join("");

function sectionOf(text: string, layer: string): string {
  return new RegExp(`^${layer}:\n((?: .*\n)*)`, "m").exec(text)?.[1] ?? "";
}

const header = ["sale_id", "at", "tags", "items", "_body"];
const item = (sku: string, quantity: number) => ({ sku, quantity });
const first = [
  "s1",
  "2026-03-01T10:00:00Z",
  "red blue",
  [item("a", 2), item("b", 0), item("a", 3), item("bag", 1)],
  "",
];
/** Its items could be read; only its time is none. */
const badTime = '{"items":[{"sku":"a","quantity":1},{"sku":"b","quantity":1}],"sale_id":"s5","at":"noon"}';
const event = (x: string, at: string) => [x, `2026-03-01T${at}:00Z`, ""];
const events = (...rows: readonly (readonly unknown[])[]) => csv(["x", "at", "_body"], rows);
const files = {
  "north/1.csv": events(event("z", "10:20"), event("a", "10:00")),
  "south/1.csv": events(event("a", "10:00"), event("", "10:01"), ["", "", "[]"]),
  "north/2.csv": events(event("b", "12:30")),
  "south/2.csv": events(event("c", "10:09")),
  "north/3.csv": events(event("g", "12:55")),
  "south/3.csv": events(event("d", "10:30"), event("f", "12:50")),
  "shelves/1.csv": csv(
    ["x", "at", "price", "amount", "_body"],
    [
      ["a", "2026-03-01T10:00:00Z", 2.5, 4, ""],
      ["b", "2026-03-01T10:01:00Z", 2.5, 0, ""],
      ["c", "", "", 1, ""],
      ["d", "2026-03-01T10:02:00Z", 0.5, 3, ""],
    ],
  ),
  "sales/1.csv": csv(header, [
    first,
    ["s2", "2026-03-01T10:01:00Z", "", [], ""],
    ["s3", "2026-03-01T10:02:00Z", "", null, ""],
    ["s4", "", "", null, '{"sale_id": '],
    ["s5", "", "", null, badTime],
  ]),
  "sales/2.csv": csv(header, [["s6", "2026-03-01T10:30:00Z", "", [item("x", 1)], ""], first]),
  "sales/3.csv": csv(header, [
    ["s7", "2026-03-01T10:05:00Z", "", [item("p", 1), item("q", 1)], ""],
    ["s8", "2026-03-01T10:31:00Z", "", [null], ""],
  ]),
};

let result: Ran;
beforeAll(async () => {
  result = await ran(project, `pipeline: all\n${pipeline}`, files);
});

it("a replayed batch changes nothing", () => {
  expect([...result.replayed].sort()).toEqual(Object.keys(result.counts).sort());
  expect(result.again).toEqual(result.tables);
});

it("explode: each element goes to one place, the first of repeats by its place in the array; events without elements are counted", () => {
  const { tables, counts } = result;
  expect(only(tables["silver.items"], "sale_id", "sku", "quantity", "share")).toEqual([
    { sale_id: "s1", sku: "a", quantity: 2, share: 3 },
    { sale_id: "s6", sku: "x", quantity: 1, share: 12 },
  ]);
  expect(only(tables["silver.items.quarantine"], "_violations", "_body", "sku", "_element")).toEqual(
    only(
      [
        { _violations: ["unparsable"], _body: '{"sale_id": ', sku: null, _element: null },
        { _violations: ["unparsable"], _body: badTime, sku: null, _element: null },
        { _violations: ["positive"], _body: bodyOf(first), sku: "b", _element: 1 },
        { _violations: ["positive"], _body: bodyOf(first), sku: "b", _element: 1 },
        {
          _violations: ["positive"],
          _body: bodyOf(["s8", "2026-03-01T10:31:00Z", null, [null]]),
          sku: null,
          _element: 0,
        },
      ],
      ...["_violations", "_body", "sku", "_element"],
    ),
  );
  expect(only(tables["silver.items.late"], "sale_id", "sku", "_element")).toEqual([
    { sale_id: "s7", sku: "p", _element: 0 },
    { sale_id: "s7", sku: "q", _element: 1 },
  ]);
  expect(counts["all/silver.items"]).toEqual({
    ...{ read: 9, unparsable: 2, without_elements: 2, with_elements: 5 },
    ...{ elements: 12, filtered: 2, quarantined: 3, late: 2, duplicates: 3, written: 2 },
    ...{ failed: 0, dropped: 0, warned: 0 },
  });
});

it("explode, outer: what has no elements stays as one row", () => {
  expect(only(result.tables["silver.tags"], "sale_id", "tag")).toEqual([
    { sale_id: "s1", tag: "blue" },
    { sale_id: "s1", tag: "red" },
    { sale_id: "s6", tag: null },
  ]);
  expect(result.counts["all/silver.tags"]).toMatchObject({
    ...{ read: 2, without_elements: 0, with_elements: 2, elements: 3, written: 3 },
  });
});

it("union of events: one watermark over both, and of repeats the one from the first input, wherever each stood in its own", () => {
  const { tables, counts } = result;
  expect(only(tables["silver.both"], "x", "offset")).toEqual([
    { x: "a", offset: 1 },
    { x: "b", offset: 2 },
    { x: "f", offset: 5 },
    { x: "g", offset: 3 },
    { x: "z", offset: 0 },
  ]);
  expect(only(tables["silver.both.late"], "x", "_input", "_offset")).toEqual([
    { x: "c", _input: "bronze.south", _offset: 3 },
    { x: "d", _input: "bronze.south", _offset: 4 },
  ]);
  expect(only(tables["silver.both.quarantine"], "_violations", "_input", "_offset")).toEqual([
    { _violations: ["has_x"], _input: "bronze.south", _offset: 1 },
    { _violations: ["unparsable"], _input: "bronze.south", _offset: 2 },
  ]);
  expect(counts["all/silver.both"]).toMatchObject({
    ...{ read: 10, unparsable: 1, quarantined: 1, duplicates: 1, late: 2, written: 5 },
  });
});

it("union of rows: what is set aside says where it came from", () => {
  const { tables, counts } = result;
  expect(only(tables["silver.known"], "x").map(({ x }) => x)).toEqual(["a", "a", "b", "c", "d", "f", "g", "z"]);
  expect(only(tables["silver.known.quarantine"], "x", "_input")).toEqual([{ x: "?", _input: "silver.south" }]);
  expect(counts["all/silver.known"]).toMatchObject({ read: 9, quarantined: 1, written: 8 });
});

it("windows over a union wait for the input that is furthest behind", () => {
  const { tables, counts, windowed } = result;
  expect(only(tables["gold.hourly"], "window_start", "x", "n")).toEqual(
    only(
      Object.entries({ "?": 1, a: 2, c: 1, d: 1, z: 1 }).map(([x, n]) => ({
        ...{ window_start: "2026-03-01T10:00:00Z", x, n },
      })),
      ...["window_start", "x", "n"],
    ),
  );
  expect(counts["all/gold.hourly"]?.["aggregated"]).toBe(6);
  expect(windowed["all/gold.hourly"]).toMatchObject({ total: 9, open: 3 });
});

it("except: all columns but those, which what is added and comes later in the row was made of", () => {
  const { tables, counts } = result;
  expect(tables["silver.shelves"]).toEqual([
    { amount: 3, offset: 3, worth: 1.5, x: "D" },
    { amount: 4, offset: 0, worth: 10, x: "A" },
  ]);
  expect(tables["gold.shelves"]).toEqual([
    { offset: 0, worth: 10, x: "A" },
    { offset: 3, worth: 1.5, x: "D" },
  ]);
  expect(counts["all/silver.shelves"]).toMatchObject({ read: 4, unparsable: 0, filtered: 2, written: 2 });
});

function bodyOf([sale_id, at, tags, items]: readonly unknown[]): string {
  return JSON.stringify({ sale_id, at, tags, items });
}

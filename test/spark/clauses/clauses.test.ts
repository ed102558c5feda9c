import { readFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { csv, only, type Ran, ran } from "./project.js";

/** The goldens' pipelines as one, fed from files. */
const [project = "", explode = ""] = readFileSync("test/golden/spark-explode/input.yaml", "utf8").split("---\n");
const pipeline = explode.replace("format: json", "format: json\n    producer: { file: sales/*.csv, key: sale_id }");

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
const files = {
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
  result = await ran(project, pipeline, files);
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
  expect(counts["sales/silver.items"]).toEqual({
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
  expect(result.counts["sales/silver.tags"]).toMatchObject({
    ...{ read: 2, without_elements: 0, with_elements: 2, elements: 3, written: 3 },
  });
});

function bodyOf([sale_id, at, tags, items]: readonly unknown[]): string {
  return JSON.stringify({ sale_id, at, tags, items });
}

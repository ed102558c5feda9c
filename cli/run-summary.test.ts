import { expect, it } from "vitest";
import { conservationLines, landedTable, summaryTable, tallyTable } from "./run-summary.js";

const silver = {
  query: "readings/silver.readings",
  counts: { read: 122, written: 119, quarantined: 1, late: 0, duplicates: 1, filtered: 1, warned: 7 },
  watermark: "2026-01-01T10:49:00Z",
  seconds: 12.34,
};
const gold = {
  query: "readings/gold.averages",
  counts: { written: 22, aggregated: 119 },
  seconds: 3,
};

it("shows each query's counts side by side", () => {
  expect(summaryTable([silver, gold])).toBe(
    `query                     read  written  quarantined  late  duplicates  other                 watermark             seconds
readings/silver.readings   122      119            1     0           1  1 filtered, 7 warned  2026-01-01T10:49:00Z     12.3
readings/gold.averages               22                                 119 aggregated                                  3.0
`,
  );
});

it("shows what a pipeline has copied, with what its activities say of it", () => {
  const landed = [
    { wave: 1, rows: 8, properties: { Table: "dbo.users", Interval: "2020-01-01T00:00:00 .. 2026-03-29 03:00:00" } },
    { wave: 2, rows: 12, properties: { Table: "dbo.subscriptions" } },
  ];
  expect(landedTable(landed)).toBe(
    `wave  table              interval                                    rows landed
   1  dbo.users          2020-01-01T00:00:00 .. 2026-03-29 03:00:00            8
   2  dbo.subscriptions                                                       12
`,
  );
});

it("shows how queries stand while they run", () => {
  const sources = [{ source: "readings/sources.readings", events: 130 }];
  const queries = [
    { ...silver, lag: 8 },
    { ...gold, counts: { written: 22, aggregated: 119 } },
  ];
  expect(tallyTable({ sources, queries })).toBe(
    `query                      read  written  late  other                                              lag
readings/sources.readings            130
readings/silver.readings    122      119     0  1 quarantined, 1 duplicates, 1 filtered, 7 warned    8
readings/gold.averages                22        119 aggregated
`,
  );
});

it("says whether every row is accounted for", () => {
  expect(conservationLines(silver)).toEqual([
    {
      holds: true,
      line: "readings/silver.readings: 122 read = 119 written + 1 quarantined + 1 duplicates + 1 filtered",
    },
  ]);
  const joined = { ...silver, counts: { ...silver.counts, "stores.matched": 119, "stores.unmatched": 0 } };
  expect(conservationLines(joined)).toEqual(conservationLines(silver));
  expect(conservationLines(gold)).toEqual([]);
  expect(conservationLines({ ...silver, counts: { read: 3, written: 1, late: 1 } })).toEqual([
    { holds: false, line: "readings/silver.readings: 3 read is not 1 written + 1 late (2)" },
  ]);
});

it("counts files apart from the rows in them", () => {
  const bronze = {
    ...{ query: "orders/bronze.orders", seconds: 2 },
    counts: { read: 4, written: 4, "files.read": 3, "files.quarantined": 2, "files.incomplete": 1 },
  };
  expect(conservationLines(bronze)).toEqual([{ holds: true, line: "orders/bronze.orders: 4 read = 4 written" }]);
  expect(summaryTable([bronze])).toContain("3 files read, 2 files quarantined, 1 files incomplete");
});

it("says of pairs whether all that there are were written, and of rows without a match which still wait", () => {
  const query = "shop/gold.paid";
  const counts = { written: 9, paired: 7, unmatched: 2 };
  expect(conservationLines({ query, counts, pairs: { pairs: 7 }, seconds: 1 })).toEqual([
    { holds: true, line: "shop/gold.paid: 7 pairs = 7 written" },
  ]);
  expect(conservationLines({ query, counts, pairs: { pairs: 8, alone: 5, waiting: 3 }, seconds: 1 })).toEqual([
    { holds: false, line: "shop/gold.paid: 8 pairs is not 7 written (7)" },
    { holds: true, line: "shop/gold.paid: 5 without a match = 2 written + 3 waiting" },
  ]);
});

it("tells where the rows of a replaced table's aggregates went, and not the table's own", () => {
  const replaced = { read: 5, filtered: 1, warned: 2, aggregated: 4, written: 2 };
  expect(conservationLines({ ...gold, counts: replaced })).toEqual([
    { holds: true, line: "readings/gold.averages: 5 read = 4 aggregated + 1 filtered" },
  ]);
});

it("says of rows that were taken apart where they went, and of their elements", () => {
  const counts = {
    read: 5,
    unparsable: 1,
    without_elements: 2,
    with_elements: 2,
    elements: 7,
    written: 6,
    filtered: 1,
  };
  expect(conservationLines({ ...silver, counts })).toEqual([
    { holds: true, line: "readings/silver.readings: 5 read = 2 with_elements + 1 unparsable + 2 without_elements" },
    { holds: true, line: "readings/silver.readings: 7 elements = 6 written + 1 filtered" },
  ]);
  expect(conservationLines({ ...silver, counts: { ...counts, elements: 8 } })[1]).toEqual({
    holds: false,
    line: "readings/silver.readings: 8 elements is not 6 written + 1 filtered (7)",
  });
});

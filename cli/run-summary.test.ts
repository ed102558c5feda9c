import { expect, it } from "vitest";
import { conservationLine, summaryTable } from "./run-summary.js";

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

it("says whether every row is accounted for", () => {
  expect(conservationLine(silver)).toEqual({
    holds: true,
    line: "readings/silver.readings: 122 read = 119 written + 1 quarantined + 1 duplicates + 1 filtered",
  });
  expect(conservationLine(gold)).toBeUndefined();
  expect(conservationLine({ ...silver, counts: { read: 3, written: 1, late: 1 } })).toEqual({
    holds: false,
    line: "readings/silver.readings: 3 read is not 1 written + 1 late (2)",
  });
});

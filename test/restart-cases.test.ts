import { expect, it } from "vitest";
import { changeTable } from "../compiler/lock/change-table.js";
import { restarts } from "./restarts.js";
import { cases, unmeasured } from "./spark/state/cases.js";

it("restarts a changed notebook for each row of the table of changes, or says why not", () => {
  const rows = new Set(cases.map(({ row }) => row));
  expect([...rows, ...Object.keys(unmeasured)].sort()).toEqual(changeTable.map(({ id }) => id).sort());
});

it("has of each case what its row says that Spark makes of it", () => {
  for (const { row, old, change } of cases) {
    const found = changeTable.find(({ id }) => id === row);
    expect(found?.spark, change).toContain(old);
  }
});

it("repeats measurements that were made, and comes to what they came to", () => {
  for (const { restart, old, change } of cases)
    if (restart !== undefined) expect(restarts.find(({ id }) => id === restart)?.verdict, change).toBe(old);
});

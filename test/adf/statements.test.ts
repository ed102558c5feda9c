import { expect, it } from "vitest";
import { readingNames } from "../../targets/adf/names.js";
import { asValue } from "../../targets/adf/sql.js";
import { selectNewMark } from "../../targets/adf/statements.js";
import { itemOf } from "../../targets/adf/tables.js";
import { textsIn } from "./factory.js";
import { users } from "./fixture.js";

it("makes a datetime2 of the largest cursor before it gets a zone, as the comparisons with the mark do of each", () => {
  // A datetime of .003 is .0033333 as a datetime2; the database that stands in on this machine does not know that.
  const [text] = textsIn(asValue(selectNewMark("clock", readingNames(1))));
  expect(text).toContain(
    "CAST(COALESCE(MAX(@{item().cursor}), CAST('0001-01-01' AS datetime2)) AT TIME ZONE 'UTC' AS datetime2) AS [last]",
  );
});

it("tells how far rows are behind the mark in what an int has room for", () => {
  const unit = (lagSeconds: number) => {
    const column = { name: "updated_at", type: { kind: "timestamp" }, nullable: false } as const;
    return itemOf({ landing: users, cursor: { column, start: "2020-01-01T00:00:00", lagSeconds } }).lag_unit;
  };
  expect([600, 20 * 86_400].map(unit)).toEqual(["millisecond", "millisecond"]);
  expect([20 * 86_400 + 1, 2_147_483_647].map(unit)).toEqual(["second", "second"]);
});

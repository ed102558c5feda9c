import { expect, it } from "vitest";
import { findOne } from "./alike.js";

it.each([
  ["orders/*.csv", "orders/*.csv"],
  ["orders/a*.csv", "orders/*b.csv"],
  ["orders/*a*", "orders/b*c"],
  ["orders/{yyyy}-{MM}/*.csv", "orders/2026-01/a.csv"],
  ["*/a.csv", "orders/*.csv"],
])("%s and %s can find one file", (one, other) => {
  expect([findOne(one, other, false), findOne(other, one, false)]).toEqual([true, true]);
});

it.each([
  ["orders/*.csv", "orders/*.json"],
  ["orders/a*.csv", "orders/b*.csv"],
  ["orders/*.csv", "orders/2026/*.csv"],
  ["orders/*/a.csv", "orders/*.csv"],
  ["orders_{yyyy}.csv", "returns_{yyyy}.csv"],
])("%s and %s find no file that is the same", (one, other) => {
  expect([findOne(one, other, false), findOne(other, one, false)]).toEqual([false, false]);
});

it("a folder that fits of a stream stands for the files in it", () => {
  expect(findOne("orders/*", "orders/2026/*.csv", true)).toBe(true);
  expect(findOne("orders/*", "returns/2026/*.csv", true)).toBe(false);
});

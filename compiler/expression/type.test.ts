import { expect, test } from "vitest";
import { Report } from "../diagnostics/report.js";
import { parseType } from "./parse/parse-type.js";
import { originOf, typeOf } from "./testing.fixture.js";
import { printType, sameType } from "./type.js";

test.each([
  "string",
  "decimal(12,2)",
  "array<array<int>>",
  "map<string,array<bigint>>",
  "struct<id:bigint,tags:array<string>,`a b`:struct<x:double>>",
])("%s is printed as it is read", (words) => expect(printType(typeOf(words))).toBe(words));

test("spaces and capitals do not matter", () =>
  expect(printType(typeOf(" Map< STRING , Decimal( 9, 2 ) > "))).toBe("map<string,decimal(9,2)>"));

test("types are the same by their words, whatever can be null", () => {
  expect(sameType(typeOf("array<int>"), { kind: "array", element: { kind: "int" }, containsNull: false })).toBe(true);
  expect(sameType(typeOf("struct<a:int>"), typeOf("struct<b:int>"))).toBe(false);
  expect(sameType(typeOf("decimal(9,2)"), typeOf("decimal(9,3)"))).toBe(false);
});

test.each([
  ["integer", "integer", "There is no type 'integer'. Did you mean 'int'?"],
  ["array<long>", "long", "There is no type 'long'. Did you mean 'bigint'?"],
  ["strng", "strng", "There is no type 'strng'. Did you mean 'string'?"],
  ["decimal", "l", "Expected '(', found the end."],
  [
    "decimal(40,2)",
    "decimal(40,2)",
    "A decimal has 1 to 38 digits, and no more of them after the point: decimal(40,2) cannot be.",
  ],
  ["array<int", "t", "Expected '>', found the end."],
  ["struct<a int>", "int", "Expected ':', found 'int'."],
  ["struct<a:int,A:int>", "A", "The struct already has a field 'A'."],
  ["map<map<int,int>,int>", "map<map<int,int>,int>", "The key of a map cannot be a map."],
  ["int null", "null", "Expected the end of the type, found 'null'."],
  ["", "", "Expected a type, found the end."],
])("%s is refused at '%s'", (words, place, message) => {
  const report = new Report();
  expect(parseType(words, originOf(words), report)).toBeUndefined();
  const [problem] = report.sorted();
  expect(problem?.message).toBe(message);
  expect(words.slice(problem?.origin.range.start, problem?.origin.range.end)).toBe(place);
});

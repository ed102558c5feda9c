import fc from "fast-check";
import { expect, test } from "vitest";
import { expressionText } from "../../test/spark/expression/random-texts.js";
import { parseExpression } from "./parse/parse.js";
import { printSyntax } from "./print/print-syntax.js";
import { printSpark } from "./print-spark.js";
import { columns, columnsOf, expressionOf, originOf, scope } from "./testing.fixture.js";

test.each([
  ["i + j * 2", "try_add(i, try_multiply(j, 2))"],
  ["x + 1", "x + 1"],
  ["price * 2 + 1", "price * 2 + 1"],
  ["huge + 1", "try_add(huge, 1)"],
  ["cast(i as bigint) * j", "cast(i as bigint) * j"],
  ["hour(at) * 60 + minute(at)", "hour(at) * 60 + minute(at)"],
  ["i / j", "i / nullif(j, 0)"],
  ["price / 2", "price / 2"],
  ["i % (j + 1)", "i % nullif(try_add(j, 1), 0)"],
  ["n div i", "case when i = -1 then try_subtract(0, n) else n div nullif(i, 0) end"],
  ["-i", "try_subtract(0, i)"],
  ["-price", "-price"],
  ["-(-price)", "-(-price)"],
  ["numbers[0]", "get(numbers, 0)"],
  ["counts['a']", "counts['a']"],
  ["size(numbers) > 0", "array_size(numbers) > 0"],
  ["to_date(name)", "try_cast(regexp_replace(name, '^(?![^!-~]*[+-]?[0-9]{4}(?![0-9]))', '?') as date)"],
  [
    "try_cast(name as timestamp)",
    "try_cast(regexp_replace(name, '^(?![^!-~]*[+-]?[0-9]{4}(?![0-9]))', '?') as timestamp)",
  ],
  ["not (flag or i = 1) and name is not null", "not (flag or i = 1) and name is not null"],
  ["(i + 1) is null", "try_add(i, 1) is null"],
  ["name in ('a', 'it''s')", "name in ('a', 'it\\'s')"],
  ["`name` || `name`", "name || name"],
])("%s is spelled %s", (text, expected) => expect(printSpark(expressionOf(text))).toBe(expected));

test("names that Spark would read otherwise are in backticks, and own columns can be qualified", () => {
  const relations = new Map([["store", columnsOf({ city: "string" })]]);
  const columnsBeside = [...columns, ...columnsOf({ end: "string", "two words": "string", order: "string" })];
  const text = "`end` = store.city or `two words` = `order`";
  const expression = expressionOf(text, { ...scope, columns: columnsBeside, relations });
  expect(printSpark(expression)).toBe("`end` = store.city or `two words` = `order`");
  expect(printSpark(expression, "own")).toBe("own.`end` = store.city or own.`two words` = own.`order`");
});

test("what is printed is read again as the same", () => {
  fc.assert(
    fc.property(expressionText, (text) => {
      const parsed = parseExpression(text, originOf(text));
      if (!("syntax" in parsed)) throw new Error(parsed.problem.message);
      const printed = printSyntax(parsed.syntax);
      const again = parseExpression(printed, originOf(printed));
      expect("syntax" in again && printSyntax(again.syntax)).toBe(printed);
      expect("syntax" in again && printSyntax(again.syntax, "all")).toBe(printSyntax(parsed.syntax, "all"));
    }),
    { numRuns: 2000, seed: 20260301 },
  );
});

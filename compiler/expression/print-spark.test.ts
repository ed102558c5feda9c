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

test.each([
  ["max(x)", "max(x + 0D)"],
  ["max(i)", "max(i)"],
  ["min(array(x))", "min(transform(array(x), element0 -> element0 + 0D))"],
  ["max_by(x, i)", "max_by(x + 0D, case when i is not null then struct(i, x) end)"],
  ["collect_list(x)", "sort_array(collect_list(x + 0D))"],
  ["collect_set(x)", "array_distinct(sort_array(collect_set(x + 0D)))"],
  [
    "collect_set(array(struct(i, x)))",
    "sort_array(collect_set(transform(array(struct(i, x)), element0 -> named_struct('i', element0.i, 'x', element0.x + 0D))))",
  ],
  [
    "max(case when flag then struct(i, x) end)",
    "max(case when case when flag then struct(i, x) end is not null then " +
      "named_struct('i', case when flag then struct(i, x) end.i, 'x', case when flag then struct(i, x) end.x + 0D) end)",
  ],
  ["sum(i)", "try_sum(i)"],
  ["sum(price)", "try_sum(price)"],
  ["sum(distinct n)", "try_cast(try_sum(distinct cast(n as decimal(20,0))) as bigint)"],
  [
    "avg(huge) filter (where flag)",
    "case when try_sum(case when huge is not null then greatest(huge, cast(0 as decimal(38,0))) end) filter (where flag) is not null " +
      "and try_sum(case when huge is not null then least(huge, cast(0 as decimal(38,0))) end) filter (where flag) is not null " +
      "then try_avg(huge) filter (where flag) end",
  ],
])("the aggregate %s is spelled %s, which comes to one value in every order of the rows", (text, expected) =>
  expect(printSpark(expressionOf(text, { ...scope, aggregates: "required", clause: "aggregate", groupedBy: [] }))).toBe(
    expected,
  ),
);

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

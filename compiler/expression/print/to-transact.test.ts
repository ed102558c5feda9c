import { expect, it } from "vitest";
import { expressionOf } from "../testing.fixture.js";
import { columnsOf, transactPrinter } from "./to-transact.js";

/** An expression in T-SQL, and why it has none. */
function printed(
  text: string,
  levels?: number,
): { readonly text: string; readonly refused: readonly (string | undefined)[] } {
  const refused: (string | undefined)[] = [];
  const printer = transactPrinter(columnsOf("r"), (_, because) => refused.push(because), levels);
  return { text: printer.value(expressionOf(text).node).transact, refused };
}

it("coalesce of one value is that value, as COALESCE takes two or more", () => {
  expect(printed("coalesce(name)")).toEqual({ text: "[r].[name]", refused: [] });
  expect(printed("coalesce(name, 'x')").text).toBe("COALESCE([r].[name], 'x')");
});

it("a CASE has ten levels", () => {
  const cases = (levels: number): string =>
    levels === 0 ? "1" : `case when flag then ${cases(levels - 1)} else 0 end`;
  const tests = (levels: number): string => (levels === 0 ? "flag" : `(${tests(levels - 1)}) is true`);
  const limit = "in T-SQL a CASE has at most 10 levels.";
  expect(printed(cases(10)).refused).toEqual([]);
  expect(printed(cases(11)).refused).toEqual([limit]);
  expect(printed(cases(9), 1).refused).toEqual([]);
  expect(printed(cases(10), 1).refused).toEqual([limit]);
  expect(printed(tests(9)).refused).toEqual([]);
  expect(printed(tests(10)).refused).toContain(limit);
});

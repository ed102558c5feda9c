import { expect, it } from "vitest";
import type { Context } from "./context.js";
import { evaluate } from "./evaluate.js";
import { functionNames } from "./functions/functions.js";
import { ExpressionError } from "./problem.js";
import { toValue } from "./value.js";

const clock = {
  utcNow: () => new Date("2026-01-31T23:59:58.123Z"),
  guid: () => "c2ecc88d-88c8-4096-912c-d6f2e2b138ce",
  random: () => 0.999,
};

it.each([
  ["@utcNow()", "2026-01-31T23:59:58.1230000Z"],
  ["@utcNow('yyyy-MM-dd')", "2026-01-31"],
  ["@getFutureTime(1, 'Month')", "2026-02-28T23:59:58.1230000Z"],
  ["@getPastTime(2, 'Day', 'yyyy-MM-dd')", "2026-01-29"],
  ["@guid()", "c2ecc88d-88c8-4096-912c-d6f2e2b138ce"],
  ["@guid('N')", "c2ecc88d88c84096912cd6f2e2b138ce"],
  ["@guid('B')", "{c2ecc88d-88c8-4096-912c-d6f2e2b138ce}"],
  ["@guid('P')", "(c2ecc88d-88c8-4096-912c-d6f2e2b138ce)"],
  ["@guid('X')", "{0xc2ecc88d,0x88c8,0x4096,{0x91,0x2c,0xd6,0xf2,0xe2,0xb1,0x38,0xce}}"],
  ["@rand(1, 5)", 4n],
])("%s comes from the context", (text, value) => {
  expect(evaluate(text, { clock })).toEqual(value);
  expect(() => evaluate(text, {})).toThrow(/has no value here/);
});

it.each<[string, Context, string]>([
  ["@dataset().folder", { dataset: { folder: "users" } }, "users"],
  ["@linkedService().host", { linkedService: { host: "a" } }, "a"],
  ["@trigger().scheduledTime", { trigger: { scheduledTime: "2026-01-31T02:00:00Z" } }, "2026-01-31T02:00:00Z"],
  ["@triggerBody().fileName", { triggerBody: { fileName: "a.csv" } }, "a.csv"],
])("%s is known where it belongs", (text, context, value) => {
  expect(evaluate(text, context)).toBe(value);
  expect(() => evaluate(text, {})).toThrow(/has no value here/);
});

it.each([
  ["@concat('a', x)", "expected '(' after 'x', found )", ")"],
  ["@concat('a', 'b'", "expected ',' or ')', found the end", ""],
  ["@concat('a' 'b')", "expected ',' or ')', found 'b'", "'b'"],
  ["@concat('a)", "the string is not closed; a quote inside it is written twice", "'"],
  ['@concat("a")', "strings are written in single quotes", '"'],
  ["@add(1 + 2, 3)", "'+' is no operator here: use add, sub, mul or div", "+"],
  ["SELECT @{item().a", "'@{' has no '}' that closes it; write '@@{' for the two characters", "@{item().a"],
  ["@pipeline().parameters.tabels", "there is no 'tabels'. Did you mean 'tables'?", "tabels"],
  ["@variables('x')", "there is no variable 'x'. There is 'count'.", "variables"],
  [
    "@activity('old marc').output",
    "there is no activity that has ended 'old marc'. Did you mean 'old mark'?",
    "activity",
  ],
  ["@activity('old mark').output.firstRow", "there is no 'firstRow'. There is 'value'.", "firstRow"],
  ["@tables()", "there is no function 'tables'.", "tables"],
  [
    "@{formatDatetime(utcnow())} @{formatDatTime('x')}",
    "there is no function 'formatDatTime'. Did you mean 'formatDateTime'?",
    "formatDatTime",
  ],
  ["@xml('<a/>')", "'xml' cannot be used: XML is not evaluated on this machine", "xml"],
  ["@add('1', 2)", "'add' takes a number as its first argument, not String", "add"],
  ["@substring('abc', 1, 3)", "'substring' cannot take 3 characters from 1 on: there are 3", "substring"],
  ["@if(true, 1)", "'if' takes 3 arguments, not 2", "if"],
  ["@json('{\"a\":1')", "the text is not JSON: expected ',' or '}', found the end (character 7 of it)", "json"],
])("%s: %s", (text, problem, place) => {
  const context: Context = {
    clock,
    parameters: { tables: [] },
    variables: { count: 1n },
    activities: { "old mark": { output: { value: [] } } },
  };
  const error = caught(() => evaluate(text, context));
  expect(error.problem).toBe(problem);
  expect(text.slice(error.range.start, error.range.end)).toBe(place);
  expect(error.message).toContain(`(character ${error.range.start + 1} of `);
});

it("knows each documented function", () => {
  const roots = ["activity", "dataset", "item", "linkedService", "pipeline", "trigger", "triggerBody", "variables"];
  expect(functionNames.filter((name) => !roots.includes(name))).toHaveLength(84);
});

it("keeps what is a whole number in JSON an integer", () => {
  const context: Context = { item: toValue({ landing: 3, ratio: 0.5, gone: undefined }) };
  expect(evaluate("@item()", context)).toEqual({ landing: 3n, ratio: 0.5 });
  expect(evaluate("landing=@{item().landing}", context)).toBe("landing=3");
});

function caught(run: () => unknown): ExpressionError {
  try {
    run();
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
  throw new Error("it has a value");
}

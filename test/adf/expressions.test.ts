import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Context } from "../../local/adf/expression/context.js";
import { evaluate } from "../../local/adf/expression/evaluate.js";
import { printJson } from "../../local/adf/expression/print-json.js";
import { ExpressionError } from "../../local/adf/expression/problem.js";
import { parseJson } from "../../local/adf/expression/read-json.js";
import { isObject, type ObjectValue, type Value } from "../../local/adf/expression/value.js";

/**
 * Microsoft's own engine gave the answers; `.ci/expressions.mjs` asks it again. `culture`: it was asked on a machine with that
 * culture, as the service's are by its pages; without one it upper-cases no é and writes days in another order. `documented`:
 * what the vendor's page has instead.
 */
const read = (name: string): readonly ObjectValue[] =>
  readFileSync(join(import.meta.dirname, name), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => objectOf(parseJson(line)));

it("gives what Microsoft's engine gives", () => {
  const cases = read("expressions.jsonl");
  const ours = cases.map((one) => [textOf(one), answerTo(one)]);
  const theirs = cases.map((one) => [textOf(one), answerOf(one)]);
  expect(ours).toEqual(theirs);
  expect(cases.length).toBeGreaterThan(300);
});

it("keeps the engine's answer where the vendor's page has another", () => {
  const documented = read("expressions.jsonl").filter((one) => one["documented"] !== undefined);
  expect(documented.filter((one) => printJson(one["documented"] ?? null) === answerOf(one)).map(textOf)).toEqual([]);
  expect(documented.length).toBeGreaterThan(0);
});

it.each(["emitted.jsonl", "projects.jsonl"])(
  "gives what Microsoft's engine gives for what pipelines ask: %s",
  (list) => {
    const cases = read(list);
    expect(cases.map((one) => [textOf(one), answerTo(one)])).toEqual(cases.map((one) => [textOf(one), answerOf(one)]));
  },
);

it("refuses what the engine makes something of that is not to be relied on", () => {
  const cases = read("refused.jsonl");
  expect(cases.filter((one) => answerTo(one) !== "an error").map(textOf)).toEqual([]);
  // An engine that refuses it too would make the line belong to the other list.
  expect(cases.filter((one) => answerOf(one) === "an error").map(textOf)).toEqual([]);
});

function answerTo(one: ObjectValue): string {
  try {
    return printJson(evaluate(textOf(one), contextOf(objectOf(one["request"]))));
  } catch (error) {
    if (error instanceof ExpressionError) return "an error";
    throw error;
  }
}

function answerOf({ answer }: ObjectValue): string {
  const { ok } = objectOf(answer);
  return ok === undefined ? "an error" : printJson(ok);
}

const textOf = ({ request }: ObjectValue): string => String(objectOf(request)["e"]);

/** As the engine's requests put it: `p` is what `pipeline()` gives, `v` the variables, `i` the item, `a` what activities gave. */
function contextOf({ p, v, i, a }: ObjectValue): Context {
  const { parameters, globalParameters, ...pipeline } = objectOf(p);
  return {
    pipeline,
    ...(parameters === undefined ? {} : { parameters: objectOf(parameters) }),
    ...(globalParameters === undefined ? {} : { globalParameters: objectOf(globalParameters) }),
    variables: objectOf(v),
    activities: Object.fromEntries(Object.entries(objectOf(a)).map(([name, one]) => [name, bodyOf(one)])),
    ...(i === undefined ? {} : { item: i }),
  };
}

const bodyOf = (activity: Value): Value => objectOf(objectOf(activity)["outputs"])["body"] ?? null;

const objectOf = (value: Value | undefined): ObjectValue => (isObject(value) ? value : {});

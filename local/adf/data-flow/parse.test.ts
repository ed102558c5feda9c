import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readerOf } from "../reader.js";
import { checkScript } from "./check-script.js";
import { parseScript } from "./parse.js";
import { readDataFlow } from "./read-data-flow.js";
import type { Expression } from "./script.js";

const expressionIn = (text: string) => {
  const [filter] = parseScript(`a filter(${text}) ~> b`).transformations;
  const [item] = filter?.items ?? [];
  return item?.kind === "value" ? item.value : undefined;
};

/** With all brackets that there could be. */
function print(expression: Expression): string {
  switch (expression.kind) {
    case "text":
      return `'${expression.value}'`;
    case "number":
    case "flag":
      return String(expression.value);
    case "null":
      return "null";
    case "column":
      return `{${expression.name}}`;
    case "parameter":
      return `$${expression.name}`;
    case "not":
      return `!(${print(expression.operand)})`;
    case "binary":
      return `((${print(expression.left)}) ${expression.operator} (${print(expression.right)}))`;
    case "call":
      return `${expression.name}(${expression.items.map((item) => (item.kind === "value" ? print(item.value) : "")).join(" , ")})`;
  }
}

const word = fc
  .stringMatching(/^[a-zA-Z][a-zA-Z0-9_]{0,5}$/)
  .filter((name) => !["true", "false", "null", "as"].includes(name));
const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small" },
    fc.record({ kind: fc.constant("text" as const), value: fc.stringMatching(/^[^'\\]*$/) }),
    fc.record({ kind: fc.constant("number" as const), value: fc.nat() }),
    fc.record({ kind: fc.constant("flag" as const), value: fc.boolean() }),
    fc.record({ kind: fc.constant("column" as const), name: word }),
    fc.record({ kind: fc.constant("parameter" as const), name: word }),
    fc.record({ kind: fc.constant("not" as const), operand: tie("tree") }),
    fc.record({
      kind: fc.constant("binary" as const),
      operator: fc.constantFrom("&&", "||", "==", "!=", ">", "<=>", "+"),
      left: tie("tree"),
      right: tie("tree"),
    }),
    fc.tuple(word, fc.array(tie("tree"), { maxLength: 3 })).map(([name, values]) => ({
      kind: "call" as const,
      name,
      items: values.map((value) => ({ kind: "value" as const, value })),
    })),
  ),
}));

it("reads what is printed, whatever it is", () => {
  fc.assert(
    fc.property(tree, (expression) => {
      expect(expressionIn(print(expression))).toEqual(expression);
    }),
  );
});

it("without brackets 'and' binds more tightly than 'or', and both less than a comparison and 'not'", () => {
  expect(expressionIn("!a == b || c && $d != 'x'")).toEqual(expressionIn("((!a) == b) || (c && ($d != 'x'))"));
  expect(expressionIn("a || b || c")).toEqual(expressionIn("(a || b) || c"));
});

it.each([
  ["a filter(b) ~> c d", "a name is expected, and 'the end' stands there"],
  ["a filter(b ~> c", "')' is expected, and '~>' stands there"],
  ["a filter('b) ~> c", "is not read on this machine"],
  ["parameters{ a }\nsource() ~> s", "'as' is expected"],
  ["source(output(a as string)) s", "'~>' is expected"],
])("%s is no script", (text, says) => {
  expect(() => parseScript(text)).toThrow(says);
});

describe("what is not done on this machine is told by its name", () => {
  const problems = (text: string) => {
    const found: string[] = [];
    checkScript(parseScript(text), (what) => found.push(what));
    return found;
  };
  const source =
    "source(output(a as string), allowSchemaDrift: false, validateSchema: false, ignoreNoFilesFound: false, format: 'parquet') ~> s\n";

  it.each([
    ["s pivot(a) ~> t", "'t': transformations of the kind 'pivot' are not done on this machine."],
    ["s filter(isInteger(a)) ~> t", "'t': 'isInteger' is not computed on this machine."],
    ["s filter(uper(a) == 'A') ~> t", "'t': 'uper' is not computed on this machine. Did you mean 'upper'?"],
    ["s filter(a < 'b') ~> t", "'t': '<' is not computed on this machine."],
    ["s filter(trim(a) == 'b') ~> t", "'t': 'trim' with 1 arguments is not computed on this machine."],
    ["s filter(true(), partitionBy: 'hash') ~> t", "'t': 'partitionBy' is not done on this machine."],
    ["s sink(overwrite: false) ~> t", "'t': 'overwrite' must be true on this machine."],
    ["s sink(format: 'json') ~> t", `'t': 'format' must be "delta" on this machine.`],
    ["u filter(true()) ~> t", "'t': there is no stream 'u' before it."],
    ["s, s filter(true()) ~> t", "'t': it reads 2 streams."],
    ["s filter(true()) ~> s", "there are two streams 's'."],
    ["s derive(b = upper(c = a)) ~> t", "'t': 'upper' has an argument that is no value."],
    ["s derive(b as string) ~> t", "'t': 'b as string' stands outside of 'output'."],
  ])("%s", (text, says) => {
    expect(problems(source + text)).toEqual([says]);
  });

  it("a parameter of another type", () => {
    expect(problems(`parameters{ n as integer }\n${source}`)).toEqual([
      "the parameter 'n' is of the type 'integer', and strings are given here.",
    ]);
  });
});

it("every script that is emitted is one that this machine runs", () => {
  const golden = "test/golden";
  const files = readdirSync(golden, { recursive: true, encoding: "utf8" }).filter((path) =>
    /\/dataflow\/.*\.json$/.test(path),
  );
  expect(files.length).toBeGreaterThan(2);
  for (const path of files) {
    const problems: string[] = [];
    readDataFlow(readerOf(JSON.parse(readFileSync(join(golden, path), "utf8")), path, problems), path);
    expect(problems).toEqual([]);
  }
});

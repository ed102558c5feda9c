import { families } from "../../../compiler/expression/catalogue/catalogue.js";
import type { FunctionRow } from "../../../compiler/expression/catalogue/row.js";
import {
  type Parameter,
  type Pattern,
  type Signature,
  signatureOf,
} from "../../../compiler/expression/catalogue/signature.js";
import { parseExpression } from "../../../compiler/expression/parse/parse.js";
import type { CallSyntax, Syntax } from "../../../compiler/expression/parse/syntax.js";
import { Origin } from "../../../compiler/source/origin.js";
import { columnsOfType, type TestType } from "./fixture.js";

/** An expression to try, and the catalogue row that it tries. */
export interface Call {
  readonly text: string;
  readonly aggregate: boolean;
  readonly row: string;
}

/** Every row's samples, and a call for each class of types that its signatures admit, with and without nulls. */
export function catalogueCalls(): readonly Call[] {
  return families.flatMap(({ rows }) => rows.flatMap(callsOf));
}

function callsOf(row: FunctionRow): readonly Call[] {
  const texts = [row.signature].flat().flatMap((text) => generated(row, signatureOf(text)));
  return [...new Set([...row.samples, ...texts])].map((text) => ({
    text,
    aggregate: row.aggregate === true,
    row: row.name,
  }));
}

const SIMPLE: readonly TestType[] = [
  "int",
  "bigint",
  "double",
  "decimal",
  "great decimal",
  "string",
  "boolean",
  "date",
  "timestamp",
  "binary",
];
const NUMBERS: readonly TestType[] = ["double", "int", "decimal", "bigint", "great decimal", "whole decimal"];
const ARRAYS: readonly TestType[] = [
  "array of int",
  "array of string",
  "array of decimal",
  "array of array",
  "array of struct",
];
const MIXED: readonly (readonly [TestType, TestType])[] = [
  ["int", "bigint"],
  ["bigint", "decimal"],
  ["decimal", "int"],
  ["decimal", "double"],
  ["decimal", "great decimal"],
  ["int", "double"],
  ["date", "timestamp"],
];

/** The types that can stand for each parameter: one list per choice. */
function choices(signature: Signature, parameters: readonly Parameter[]): readonly (readonly TestType[])[] {
  const free = parameters.map(({ pattern }) => candidates(pattern, signature));
  const variables = parameters.map(({ pattern }) => variableOf(pattern));
  let lists: (readonly TestType[])[] = [[]];
  for (const [i, options] of free.entries()) {
    const before = variables[i] === undefined ? -1 : variables.indexOf(variables[i]);
    lists = lists.flatMap((list) => {
      const linked = before >= 0 && before < i ? list[before] : undefined;
      const allowed =
        linked === undefined
          ? options
          : options.filter(
              (option) =>
                option === linked ||
                elementOf(linked) === option ||
                elementOf(option) === linked ||
                linked === undefined,
            );
      const mixed =
        linked !== undefined && parameters[i]?.pattern.kind === "variable"
          ? MIXED.filter(([a]) => a === linked).map(([, b]) => b)
          : [];
      return [...new Set([...allowed, ...mixed])]
        .slice(0, linked !== undefined || i === 0 ? 20 : i === 1 ? 2 : 1)
        .map((option) => [...list, option]);
    });
  }
  return lists;
}

const elementOf = (type: TestType): TestType | undefined =>
  (
    ({
      "array of int": "int",
      "array of string": "string",
      "array of decimal": "decimal",
      "array of array": "array of int",
      "array of struct": "struct",
      map: "string",
    }) as const satisfies Partial<Record<TestType, TestType>> as Partial<Record<TestType, TestType>>
  )[type];

function variableOf(pattern: Pattern): string | undefined {
  if (pattern.kind === "variable") return pattern.name;
  if (pattern.kind === "array") return variableOf(pattern.element);
  return pattern.kind === "map" ? variableOf(pattern.key) : undefined;
}

function candidates(pattern: Pattern, signature: Signature): readonly TestType[] {
  switch (pattern.kind) {
    case "type":
      return pattern.type === "double"
        ? NUMBERS
        : pattern.type === "bigint"
          ? ["bigint", "int"]
          : pattern.type === "timestamp"
            ? ["timestamp", "date"]
            : SIMPLE.filter((type) => type === pattern.type);
    case "class":
      if (pattern.name === "number") return NUMBERS;
      if (pattern.name === "whole") return ["int", "bigint"];
      if (pattern.name === "decimal") return ["decimal", "great decimal"];
      if (pattern.name === "struct") return ["struct"];
      return [...SIMPLE, "array of int", "struct", "map"];
    case "either":
      return [...new Set(pattern.options.flatMap((option) => candidates(option, signature)))];
    case "array":
      return pattern.element.kind === "type" && pattern.element.type === "string"
        ? ["array of string"]
        : pattern.element.kind === "array"
          ? ["array of array"]
          : ARRAYS;
    case "map":
      return ["map"];
    case "variable": {
      const bound = signature.bounds.get(pattern.name);
      return bound === undefined ? [...SIMPLE, "array of int", "struct", "map"] : candidates(bound, signature);
    }
    case "lambda":
      return ["int"];
  }
}

function generated(row: FunctionRow, signature: Signature): readonly string[] {
  const given = row.samples.map(argumentsOf).find((list) => list !== undefined && list.length > 0) ?? [];
  const samples = row.samples.map(argumentsOf).filter((list) => list !== undefined);
  const least = signature.parameters.filter(({ optional, variadic }) => !optional && !variadic).length;
  const texts: string[] = [];
  for (let count = least; count <= signature.parameters.length; count += 1) {
    const parameters = signature.parameters.slice(0, count);
    for (const types of choices(signature, parameters)) {
      for (const twin of ["", "_r"]) {
        const used = new Map<TestType, number>();
        const written = parameters.map((parameter, i) => {
          if (parameter.literal || parameter.pattern.kind === "lambda")
            return (
              samples.find(
                (list) => list.length > i && (parameter.pattern.kind !== "lambda" || list[i]?.includes("->")),
              )?.[i] ??
              given[i] ??
              "?"
            );
          const type = types[i] ?? "int";
          const nth = used.get(type) ?? 0;
          used.set(type, nth + 1);
          return `${columnsOfType[type][nth % 2 === 0 ? 0 : 1]}${twin}`;
        });
        texts.push(`${row.name}(${written.join(", ")})`);
      }
    }
  }
  return texts;
}

/** The arguments of a sample, as they are written. */
export function argumentsOf(sample: string): readonly string[] | undefined {
  const origin = Origin.root({
    file: { path: "", text: "" },
    root: { kind: "scalar", range: { start: 0, end: 0 }, value: null },
  });
  const parsed = parseExpression(sample, origin);
  const call: Syntax | CallSyntax | undefined = "syntax" in parsed ? parsed.syntax : undefined;
  return call?.kind === "call" ? call.arguments.map(({ start, end }) => sample.slice(start, end)) : undefined;
}

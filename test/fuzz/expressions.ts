import { catalogue } from "../../compiler/expression/catalogue/catalogue.js";
import { tokensOf } from "../../compiler/expression/parse/token.js";
import type { Random } from "./random.js";
import { everyValue, type Value } from "./tree.js";

const names = [...catalogue.keys()];

/** Clauses under which expressions stand. */
const clauses = new Set([
  "columns",
  "with_columns",
  "where",
  "expect",
  "that",
  "aggregates",
  "on",
  "rows",
  "when",
  "delete_when",
]);

export const isExpression = (keys: readonly string[], text: string): boolean =>
  keys.some((key) => clauses.has(key)) || /[a-z_]+\(|\s(=|<|>|and|or|is|\+|-|\*)\s/.test(text);

/** All texts of a document that may be expressions. */
export const expressionsOf = (documents: readonly Value[]): readonly string[] =>
  documents.flatMap((document) =>
    everyValue(document).flatMap(({ value, keys }) =>
      value.kind === "scalar" && typeof value.value === "string" && isExpression(keys, value.value)
        ? [value.value]
        : [],
    ),
  );

/** Names that a document's expressions may know. */
export const namesOf = (documents: readonly Value[]): readonly string[] => {
  const found = documents.flatMap((document) => everyValue(document).map(({ keys }) => keys.at(-1) ?? "x"));
  return found.length === 0 ? ["x"] : found;
};

const literals = [
  "null", "true", "0", "-1", "1.5", "1e999", "1e-400", "9223372036854775808", "12345678901234567890123456789012345678901234567890",
  "''", "'a'", "'it''s'", "'\\\\'", "'\\u0041'", "'%_'", "r'\\d'", "x'0A'", "x'0'", "date '2020-01-01'", "timestamp '2020-02-30'",
  "interval 1 day", "interval '1' month", "5L", "1.0D", "0.1BD", "'$(x)'", "'{x}'", "'@{x}'", "'%Y'", "'\u2028'", "date '9999-12-31'", "1Y", "'yyyy-MM-dd'", "'UTC'", "'$.a[*]'",
]; // biome-ignore format: a list
const types = [
  "int",
  "bigint",
  "string",
  "double",
  "decimal(38,18)",
  "decimal(99)",
  "timestamp",
  "date",
  "boolean",
  "binary",
  "array<int>",
  "map<string,int>",
  "struct<a:int>",
  "void",
  "interval day",
];
const operators = [
  "+",
  "-",
  "*",
  "/",
  "%",
  "div",
  "||",
  "=",
  "==",
  "<>",
  "!=",
  "<",
  "<=",
  ">",
  ">=",
  "<=>",
  "and",
  "or",
  "&",
  "|",
  "^",
  "like",
  "rlike",
  "::",
  "->",
  ",",
];
const signs = [
  "(",
  ")",
  "[",
  "]",
  ".",
  ",",
  "'",
  "`",
  "--",
  "/*",
  "::",
  "->",
  "~",
  "!",
  "@",
  "$",
  "{",
  "}",
  "\\",
  ";",
  "case",
  "when",
  "then",
  "else",
  "end",
  "between",
  "in",
  "is",
  "not",
  "null",
  "cast",
  "as",
  "over",
  "select",
  "distinct",
  "interval",
  "filter",
];

/** An expression of about so many levels; most of them make no sense, and some do. */
export function grown(random: Random, columns: readonly string[], levels: number): string {
  const part = (): string => grown(random, columns, levels - 1 - random.below(2));
  if (levels <= 0) return random.chance(0.5) ? random.pick(columns) : random.pick(literals);
  switch (random.below(14)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return `${random.pick(names)}(${Array.from({ length: random.below(4) }, part).join(", ")})`;
    case 4:
      return `${part()} ${random.pick(operators)} ${part()}`;
    case 5:
      return `(${part()})`;
    case 6:
      return `${random.chance(0.5) ? "try_" : ""}cast(${part()} as ${random.pick(types)})`;
    case 7:
      return `case when ${part()} then ${part()} else ${part()} end`;
    case 8:
      return `${part()} ${random.chance(0.5) ? "not " : ""}in (${part()}, ${part()})`;
    case 9:
      return `${part()} between ${part()} and ${part()}`;
    case 10:
      return `${part()} is ${random.chance(0.5) ? "not " : ""}null`;
    case 11:
      return `${part()}[${part()}]`;
    case 12:
      return `${random.pick(["transform", "filter", "exists", "aggregate", "zip_with"])}(${part()}, (a, b) -> ${part()})`;
    default:
      return `${random.pick(["not", "-", "+", "!"])} ${part()}`;
  }
}

/** The expression with some of its words and signs gone, doubled, swapped, or taken from another. */
export function spoilt(random: Random, text: string, others: readonly string[], columns: readonly string[]): string {
  let words = tokensOf(text).map((token) => token.text);
  for (let times = 1 + random.below(3); times > 0; times -= 1) {
    const at = random.below(words.length + 1);
    const before = words.slice(0, at);
    const after = words.slice(at);
    const change = random.below(8);
    if (change === 0) words = [...before, ...after.slice(1)];
    else if (change === 1) words = [...before, ...after.slice(0, 1), ...after];
    else if (change === 2) words = [...before, ...after.slice(1, 2), ...after.slice(0, 1), ...after.slice(2)];
    else if (change === 3) words = [...before, random.pick(signs), ...after];
    else if (change === 4) words = [...before, random.pick(literals), ...after.slice(1)];
    else if (change === 5) words = [...before, random.pick(names), "(", ...after, ")"];
    else if (change === 6 && others.length > 0) words = [...before, random.pick(others), ...after.slice(1)];
    else words = [...before, grown(random, columns, 2), ...after.slice(1)];
  }
  return words.join(random.chance(0.95) ? " " : "");
}

import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Origin } from "../../source/origin.js";
import {
  atSymbol,
  atWord,
  type Cursor,
  cursorOf,
  expectSymbol,
  expectWord,
  failExpecting,
  failUnsupported,
  lastEnd,
  peek,
  takeSymbol,
  takeWord,
} from "./cursor.js";
import type { Grammar } from "./grammar.js";
import { parsePrimary } from "./parse-primary.js";
import { type BinaryOperator, type LikeOperator, POWER, type Syntax, VALUE_OPERATORS } from "./syntax.js";

/** Text → syntax tree, by precedence climbing over Spark's grammar. At most one problem is found. */
export function parseExpression(
  text: string,
  origin: Origin,
): { readonly syntax: Syntax } | { readonly problem: Diagnostic } {
  const cursor = cursorOf(text, origin);
  if (!isWithinReach(cursor))
    failUnsupported(
      cursor,
      peek(cursor),
      "So large an expression",
      "Compute parts of it as columns of a table before.",
    );
  const syntax = parseBoolean(cursor);
  if (cursor.problem === undefined && peek(cursor).kind !== "end") failTrailing(cursor);
  return cursor.problem === undefined ? { syntax } : { problem: cursor.problem };
}

/** Signs and words of one expression; lists of values may be longer. Trees are walked by recursion, which has an end. */
const MOST_TOKENS = 1500;

const isWithinReach = ({ tokens }: Cursor): boolean =>
  tokens.length <= MOST_TOKENS ||
  tokens.filter(({ kind, text }) => kind !== "string" && kind !== "number" && text !== ",").length <= MOST_TOKENS;

/** Anything: `or`, `and`, `not` and what stands below them. */
export function parseBoolean(cursor: Cursor, power: number = POWER.or): Syntax {
  const { start } = peek(cursor);
  let left: Syntax = takeNot(cursor)
    ? { kind: "unary", operator: "not", operand: parseBoolean(cursor, POWER.not), start, end: lastEnd(cursor) }
    : parsePredicate(cursor);
  for (;;) {
    const operator: BinaryOperator | undefined = atWord(cursor, "and")
      ? "and"
      : atWord(cursor, "or")
        ? "or"
        : undefined;
    if (operator === undefined || POWER[operator] < power) return left;
    cursor.at += 1;
    const right = parseBoolean(cursor, POWER[operator] + 1);
    left = { kind: "binary", operator, left, right, start, end: lastEnd(cursor) };
  }
}

const takeNot = (cursor: Cursor): boolean => takeWord(cursor, "not") || takeSymbol(cursor, "!");

/** A value and at most one test of it: `is`, `between`, `in`, `like`. */
function parsePredicate(cursor: Cursor): Syntax {
  const operand = parseValue(cursor);
  if (peek(cursor).kind !== "word") return operand;
  const { start } = operand;
  if (takeWord(cursor, "is")) return parseIs(cursor, operand);
  const negated = atWord(cursor, "not") && PREDICATES.has(peek(cursor, 1).text.toLowerCase());
  if (negated) cursor.at += 1;
  if (takeWord(cursor, "between")) {
    const low = parseValue(cursor);
    expectWord(cursor, "and");
    const high = parseValue(cursor);
    return { kind: "between", negated, operand, low, high, start, end: lastEnd(cursor) };
  }
  if (takeWord(cursor, "in")) {
    expectSymbol(cursor, "(");
    const items = parseList(cursor);
    return { kind: "in", negated, operand, items, start, end: lastEnd(cursor) };
  }
  for (const [word, operator] of LIKES) {
    if (!takeWord(cursor, word)) continue;
    for (const quantifier of ["any", "some", "all"]) {
      if (atWord(cursor, quantifier) && atSymbol(cursor, "(", 1)) {
        failUnsupported(cursor, peek(cursor), `'like ${quantifier}'`, "Join several `like` with `or` or `and`.");
      }
    }
    const pattern = parseValue(cursor);
    if (atWord(cursor, "escape")) failUnsupported(cursor, peek(cursor), "'escape'", "Escape % and _ with a backslash.");
    return { kind: "like", operator, negated, operand, pattern, start, end: lastEnd(cursor) };
  }
  return operand;
}

const LIKES: readonly (readonly [string, LikeOperator])[] = [
  ["like", "like"],
  ["rlike", "rlike"],
  ["regexp", "rlike"],
  ["ilike", "ilike"],
];
const PREDICATES: ReadonlySet<string> = new Set(["between", "in", ...LIKES.map(([word]) => word)]);

function parseIs(cursor: Cursor, operand: Syntax): Syntax {
  const negated = takeNot(cursor);
  const { start } = operand;
  for (const test of ["null", "true", "false"] as const) {
    if (takeWord(cursor, test)) return { kind: "is", test, negated, operand, start, end: lastEnd(cursor) };
  }
  if (takeWord(cursor, "unknown")) return { kind: "is", test: "null", negated, operand, start, end: lastEnd(cursor) };
  if (takeWord(cursor, "distinct")) {
    expectWord(cursor, "from");
    const right = parseValue(cursor);
    return {
      kind: "binary",
      operator: negated ? "is not distinct from" : "is distinct from",
      left: operand,
      right,
      start,
      end: lastEnd(cursor),
    };
  }
  failExpecting(cursor, "'null', 'not null', 'true', 'false' or 'distinct from'");
  return operand;
}

/** Comparisons and everything that holds tighter. */
export function parseValue(cursor: Cursor, power: number = POWER.comparison): Syntax {
  let left = parseUnary(cursor);
  for (;;) {
    const token = peek(cursor);
    const found =
      token.kind === "symbol"
        ? VALUE_OPERATORS[token.text]
        : atWord(cursor, "div")
          ? VALUE_OPERATORS["div"]
          : undefined;
    if (found === undefined || found.power < power) return left;
    cursor.at += 1;
    const right = parseValue(cursor, found.power + 1);
    left = { kind: "binary", operator: found.operator, left, right, start: left.start, end: lastEnd(cursor) };
  }
}

function parseUnary(cursor: Cursor): Syntax {
  const { start } = peek(cursor);
  const operator = atSymbol(cursor, "-") ? "-" : atSymbol(cursor, "+") ? "+" : undefined;
  if (operator === undefined || (operator === "-" && peek(cursor, 1).kind === "number")) return parsePostfix(cursor);
  cursor.at += 1;
  return { kind: "unary", operator, operand: parseUnary(cursor), start, end: lastEnd(cursor) };
}

function parsePostfix(cursor: Cursor): Syntax {
  let target = parsePrimary(cursor, GRAMMAR);
  for (;;) {
    const { start } = target;
    if (takeSymbol(cursor, ".")) {
      const name = peek(cursor);
      if (name.kind !== "word" && name.kind !== "quoted") {
        failExpecting(cursor, "the name of a field");
        return target;
      }
      cursor.at += 1;
      const text = name.kind === "quoted" ? name.text.slice(1, -1).replaceAll("``", "`") : name.text;
      target = {
        kind: "field",
        target,
        name: text,
        nameRange: { start: name.start, end: name.end },
        start,
        end: name.end,
      };
    } else if (takeSymbol(cursor, "[")) {
      const index = parseValue(cursor);
      expectSymbol(cursor, "]");
      target = { kind: "index", target, index, start, end: lastEnd(cursor) };
    } else return target;
  }
}

/** Expressions up to the closing bracket, which is taken too. */
function parseList(cursor: Cursor): readonly Syntax[] {
  const items: Syntax[] = [];
  do {
    if (atWord(cursor, "select"))
      failUnsupported(cursor, peek(cursor), "A subquery", "Join the other table with the `join` clause.");
    items.push(parseBoolean(cursor));
  } while (takeSymbol(cursor, ","));
  expectSymbol(cursor, ")");
  return items;
}

const GRAMMAR: Grammar = { boolean: parseBoolean, list: parseList };

function failTrailing(cursor: Cursor): void {
  const token = peek(cursor);
  if (token.text === "--" || token.text === "/*")
    failUnsupported(cursor, token, "A comment", "Put it into the YAML, after #.");
  else if (token.text === "::") failUnsupported(cursor, token, "'::'", "Write cast(… as …) or try_cast(… as …).");
  else if (atWord(cursor, "as"))
    failUnsupported(cursor, token, "'as' after an expression", "The name is the property before it.");
  else if (token.text === "~") failUnsupported(cursor, token, "'~'", "Write the bits with &, | or ^.");
  else failExpecting(cursor, "an operator or the end");
}

import type { Report } from "../diagnostics/report.js";
import { parseExpression } from "../expression/parse/parse.js";
import type { Syntax } from "../expression/parse/syntax.js";
import { grantDiagnostics } from "./grant-diagnostics.js";
import type { ExpressionText } from "./parts.js";

/**
 * Which rows of a table that the database keeps somebody sees. Nothing is known of its columns: they are compared by their own types and
 * collations, so this has only what says the same of columns of any type.
 */
export type RowCondition =
  | { readonly kind: "and" | "or"; readonly left: RowCondition; readonly right: RowCondition }
  | { readonly kind: "not"; readonly operand: RowCondition }
  | { readonly kind: "is-true"; readonly column: string }
  | {
      readonly kind: "compare";
      readonly operator: RowComparison;
      readonly left: RowOperand;
      readonly right: RowOperand;
    }
  | {
      readonly kind: "is";
      readonly test: "null" | "true" | "false";
      readonly isNegated: boolean;
      readonly column: string;
    }
  | {
      readonly kind: "in";
      readonly isNegated: boolean;
      readonly operand: RowOperand;
      readonly items: readonly RowOperand[];
    }
  | {
      readonly kind: "between";
      readonly isNegated: boolean;
      readonly operand: RowOperand;
      readonly low: RowOperand;
      readonly high: RowOperand;
    };

export type RowComparison = (typeof comparisons)[number];

const comparisons = ["=", "<>", "<", "<=", ">", ">="] as const;

export type RowOperand =
  | { readonly kind: "column"; readonly column: string }
  | { readonly kind: "text"; readonly value: string }
  /** Digits, with a sign and a point where it has them. */
  | { readonly kind: "number"; readonly digits: string }
  | { readonly kind: "boolean"; readonly value: boolean };

/** The condition that is written; undefined if it is none, which was reported. */
export function rowCondition({ text, origin }: ExpressionText, report: Report): RowCondition | undefined {
  const parsed = parseExpression(text, origin);
  if ("problem" in parsed) {
    report.add(parsed.problem);
    return undefined;
  }
  const refuse: Refuse = (what, { start, end }) =>
    void report.add(grantDiagnostics.rowsCondition.at(origin.within({ start, end }), { what }));
  return conditionOf(parsed.syntax, refuse);
}

type Refuse = (what: string, syntax: Syntax) => undefined;

function conditionOf(syntax: Syntax, refuse: Refuse): RowCondition | undefined {
  switch (syntax.kind) {
    case "name":
      return { kind: "is-true", column: syntax.name };
    case "unary":
      if (syntax.operator !== "not") return refuse("A value that is no condition", syntax);
      return given(conditionOf(syntax.operand, refuse), (operand) => ({ kind: "not", operand }));
    case "binary":
      return binaryOf(syntax, refuse);
    case "is": {
      const { operand, test, negated: isNegated } = syntax;
      if (operand.kind !== "name") return refuse(`'is ${test}' of what is no column`, operand);
      return { kind: "is", test, isNegated, column: operand.name };
    }
    case "in": {
      const [operand, ...items] = [syntax.operand, ...syntax.items].map((one) => operandOf(one, refuse));
      const known = items.filter((one) => one !== undefined);
      if (operand === undefined || known.length < items.length) return undefined;
      return { kind: "in", isNegated: syntax.negated, operand, items: known };
    }
    case "between": {
      const [operand, low, high] = [syntax.operand, syntax.low, syntax.high].map((one) => operandOf(one, refuse));
      if (operand === undefined || low === undefined || high === undefined) return undefined;
      return { kind: "between", isNegated: syntax.negated, operand, low, high };
    }
    default:
      return refuse(whatIs(syntax), syntax);
  }
}

function binaryOf(syntax: Extract<Syntax, { kind: "binary" }>, refuse: Refuse): RowCondition | undefined {
  const { operator: word } = syntax;
  if (word === "and" || word === "or") {
    const [left, right] = [syntax.left, syntax.right].map((one) => conditionOf(one, refuse));
    return left && right && { kind: word, left, right };
  }
  const operator = comparisons.find((one) => one === word);
  if (operator === undefined) return refuse(`'${word}'`, syntax);
  const [left, right] = [syntax.left, syntax.right].map((one) => operandOf(one, refuse));
  return left && right && { kind: "compare", operator, left, right };
}

function operandOf(syntax: Syntax, refuse: Refuse): RowOperand | undefined {
  if (syntax.kind === "name") return { kind: "column", column: syntax.name };
  if (syntax.kind !== "literal") return refuse(whatIs(syntax), syntax);
  const { value } = syntax;
  switch (value.kind) {
    case "string":
      return value.value.includes("\u0000")
        ? refuse("The character U+0000", syntax)
        : { kind: "text", value: value.value };
    case "int":
    case "bigint":
    case "decimal":
      return { kind: "number", digits: String(value.value) };
    case "boolean":
      return value;
    case "null":
      return refuse("A comparison with null ('is null' asks that)", syntax);
    case "date":
    case "timestamp":
      return refuse("A point in time (what it means depends on the column's type and the session's time zone)", syntax);
    case "double":
    case "binary":
    case "interval":
      return refuse(`A literal of the type ${value.kind}`, syntax);
  }
}

const given = <T, R>(value: T | undefined, make: (value: T) => R): R | undefined =>
  value === undefined ? undefined : make(value);

function whatIs(syntax: Syntax): string {
  switch (syntax.kind) {
    case "call":
      return `A function (${syntax.name})`;
    case "literal":
      return "A value that is no condition";
    case "like":
      return `'${syntax.operator}'`;
    case "unary":
    case "binary":
      return `Arithmetic or a condition in a value ('${syntax.operator}')`;
    case "field":
    case "index":
      return "A part of a column";
    default:
      return `'${syntax.kind}'`;
  }
}

/** The columns that a condition asks, once each, in their order. */
export const columnsAsked = (condition: RowCondition): readonly string[] => [...new Set(asked(condition))];

function asked(condition: RowCondition): readonly string[] {
  switch (condition.kind) {
    case "and":
    case "or":
      return [...asked(condition.left), ...asked(condition.right)];
    case "not":
      return asked(condition.operand);
    case "is":
    case "is-true":
      return [condition.column];
    case "compare":
      return inOperands([condition.left, condition.right]);
    case "in":
      return inOperands([condition.operand, ...condition.items]);
    case "between":
      return inOperands([condition.operand, condition.low, condition.high]);
  }
}

const inOperands = (operands: readonly RowOperand[]): readonly string[] =>
  operands.flatMap((one) => (one.kind === "column" ? [one.column] : []));

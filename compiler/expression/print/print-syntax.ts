import { POWER, type Syntax, VALUE_OPERATORS } from "../parse/syntax.js";
import { printType } from "../type.js";
import { printIdentifier } from "./identifier.js";

/**
 * How much is put into brackets: what must be, or every operator, to show how a text was read. (Chains of one logical
 * operator stay as they are, because Spark balances them.)
 */
export type Brackets = "needed" | "all";

/** Syntax tree → text that parses to the same tree. */
export function printSyntax(syntax: Syntax, brackets: Brackets = "needed"): string {
  const print = (part: Syntax, least: number): string => {
    const text = printSyntax(part, brackets);
    const power = powerOf(part);
    return power < least || (brackets === "all" && least > LAMBDA && power < POWER.postfix) ? `(${text})` : text;
  };
  const list = (parts: readonly Syntax[]): string => parts.map((part) => print(part, LAMBDA)).join(", ");
  const not = (negated: boolean): string => (negated ? "not " : "");
  switch (syntax.kind) {
    case "literal":
      return syntax.text;
    case "name":
      return printIdentifier(syntax.name);
    case "field":
      return `${print(syntax.target, POWER.postfix)}.${printIdentifier(syntax.name)}`;
    case "index":
      return `${print(syntax.target, POWER.postfix)}[${print(syntax.index, POWER.comparison)}]`;
    case "unary":
      return syntax.operator === "not"
        ? `not ${print(syntax.operand, POWER.not)}`
        : `${syntax.operator}${print(syntax.operand, startsWithSign(syntax.operand) ? POWER.postfix + 1 : POWER.unary)}`;
    case "binary": {
      const power = powerOf(syntax);
      const least = power === POWER.comparison ? power + 1 : power; // a = b = c is hard to read
      const { left } = syntax;
      const chained = power <= POWER.and && left.kind === "binary" && left.operator === syntax.operator;
      return `${chained ? printSyntax(left, brackets) : print(left, power === POWER.predicate ? POWER.bitOr : least)} ${syntax.operator} ${print(syntax.right, power === POWER.predicate ? POWER.bitOr : power + 1)}`;
    }
    case "is":
      return `${print(syntax.operand, POWER.bitOr)} is ${not(syntax.negated)}${syntax.test}`;
    case "between":
      return `${print(syntax.operand, POWER.bitOr)} ${not(syntax.negated)}between ${print(syntax.low, POWER.bitOr)} and ${print(syntax.high, POWER.bitOr)}`;
    case "in":
      return `${print(syntax.operand, POWER.bitOr)} ${not(syntax.negated)}in (${list(syntax.items)})`;
    case "like":
      return `${print(syntax.operand, POWER.bitOr)} ${not(syntax.negated)}${syntax.operator} ${print(syntax.pattern, POWER.bitOr)}`;
    case "case": {
      const branches = syntax.branches.map(
        ({ when, result }) => `when ${print(when, POWER.or)} then ${print(result, POWER.or)}`,
      );
      const parts = [
        syntax.operand && print(syntax.operand, POWER.or),
        ...branches,
        syntax.otherwise && `else ${print(syntax.otherwise, POWER.or)}`,
      ];
      return `case ${parts.filter((part) => part !== undefined).join(" ")} end`;
    }
    case "cast":
      return `${syntax.safe ? "try_cast" : "cast"}(${print(syntax.operand, POWER.or)} as ${printType(syntax.type)})`;
    case "call": {
      const filter = syntax.filter === undefined ? "" : ` filter (where ${print(syntax.filter, POWER.or)})`;
      return `${syntax.name}(${syntax.distinct ? "distinct " : ""}${syntax.star ? "*" : list(syntax.arguments)})${filter}`;
    }
    case "lambda": {
      const [only = ""] = syntax.parameters;
      const parameters = syntax.parameters.length === 1 ? only : `(${syntax.parameters.join(", ")})`;
      return `${parameters} -> ${print(syntax.body, LAMBDA)}`;
    }
  }
}

/** Lambdas stand only where nothing outside could take them apart: as arguments. */
const LAMBDA = 0;

function powerOf(syntax: Syntax): number {
  switch (syntax.kind) {
    case "unary":
      return syntax.operator === "not" ? POWER.not : POWER.unary;
    case "binary":
      if (syntax.operator === "and" || syntax.operator === "or") return POWER[syntax.operator];
      return VALUE_OPERATORS[syntax.operator]?.power ?? POWER.predicate;
    case "is":
    case "between":
    case "in":
    case "like":
      return POWER.predicate;
    case "lambda":
      return LAMBDA;
    case "literal":
      return syntax.text.startsWith("-") ? POWER.unary : POWER.postfix;
    default:
      return POWER.postfix;
  }
}

/** Two minus signs would begin a comment. */
const startsWithSign = (syntax: Syntax): boolean =>
  (syntax.kind === "unary" && syntax.operator !== "not") || (syntax.kind === "literal" && syntax.text.startsWith("-"));

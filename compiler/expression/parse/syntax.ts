import type { Range } from "../../source/tree.js";
import type { DataType } from "../type.js";

/** An expression as it is written: nothing is looked up yet. Ranges count the characters of the expression's own text. */
export type Syntax =
  | LiteralSyntax
  | (Range & { readonly kind: "name"; readonly name: string; readonly quoted: boolean })
  | (Range & { readonly kind: "field"; readonly target: Syntax; readonly name: string; readonly nameRange: Range })
  | (Range & { readonly kind: "index"; readonly target: Syntax; readonly index: Syntax })
  | (Range & { readonly kind: "unary"; readonly operator: UnaryOperator; readonly operand: Syntax })
  | (Range & {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: Syntax;
      readonly right: Syntax;
    })
  | (Range & { readonly kind: "is"; readonly test: IsTest; readonly negated: boolean; readonly operand: Syntax })
  | (Range & {
      readonly kind: "between";
      readonly negated: boolean;
      readonly operand: Syntax;
      readonly low: Syntax;
      readonly high: Syntax;
    })
  | (Range & {
      readonly kind: "in";
      readonly negated: boolean;
      readonly operand: Syntax;
      readonly items: readonly Syntax[];
    })
  | (Range & {
      readonly kind: "like";
      readonly operator: LikeOperator;
      readonly negated: boolean;
      readonly operand: Syntax;
      readonly pattern: Syntax;
    })
  | (Range & {
      readonly kind: "case";
      readonly operand: Syntax | undefined;
      readonly branches: readonly Branch[];
      readonly otherwise: Syntax | undefined;
    })
  | (Range & {
      readonly kind: "cast";
      readonly safe: boolean;
      readonly operand: Syntax;
      readonly type: DataType;
      readonly typeRange: Range;
    })
  | CallSyntax
  | (Range & { readonly kind: "lambda"; readonly parameters: readonly string[]; readonly body: Syntax });

export interface CallSyntax extends Range {
  readonly kind: "call";
  readonly name: string;
  readonly nameRange: Range;
  readonly arguments: readonly Syntax[];
  /** `count(*)` */
  readonly star: boolean;
  readonly distinct: boolean;
  readonly filter: Syntax | undefined;
}

export interface LiteralSyntax extends Range {
  readonly kind: "literal";
  readonly value: LiteralValue;
  /** As Spark reads it, which is as the person wrote it wherever Spark reads that in the same way. */
  readonly text: string;
}

export type LiteralValue =
  | { readonly kind: "null" }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "int"; readonly value: number }
  | { readonly kind: "bigint"; readonly value: bigint }
  | { readonly kind: "decimal"; readonly value: string; readonly precision: number; readonly scale: number }
  | { readonly kind: "double"; readonly value: number }
  /** `2026-03-01` */
  | { readonly kind: "date"; readonly value: string }
  | { readonly kind: "timestamp"; readonly value: string }
  /** Hexadecimal digits. */
  | { readonly kind: "binary"; readonly value: string }
  | { readonly kind: "interval"; readonly microseconds: bigint; readonly wholeDays: boolean };

export interface Branch {
  readonly when: Syntax;
  readonly result: Syntax;
}

export type UnaryOperator = "-" | "+" | "not";
export type ArithmeticOperator = "+" | "-" | "*" | "/" | "%" | "div";
export type BitOperator = "&" | "^" | "|";
export type ComparisonOperator =
  | "="
  | "<>"
  | "<"
  | "<="
  | ">"
  | ">="
  | "<=>"
  | "is distinct from"
  | "is not distinct from";
export type LogicOperator = "and" | "or";
export type BinaryOperator = ArithmeticOperator | BitOperator | ComparisonOperator | LogicOperator | "||";
export type LikeOperator = "like" | "ilike" | "rlike";
export type IsTest = "null" | "true" | "false";

/** How tightly an operator holds its operands, as in Spark's grammar. */
export const POWER = {
  or: 1,
  and: 2,
  not: 3,
  predicate: 4,
  comparison: 5,
  bitOr: 6,
  bitXor: 7,
  bitAnd: 8,
  additive: 9,
  multiplicative: 10,
  unary: 11,
  postfix: 12,
} as const;

/** The operators whose two sides are values; `==` and `!=` are spellings of `=` and `<>`. */
export const VALUE_OPERATORS: Readonly<
  Record<string, { readonly operator: BinaryOperator; readonly power: number } | undefined>
> = {
  "=": { operator: "=", power: POWER.comparison },
  "==": { operator: "=", power: POWER.comparison },
  "<=>": { operator: "<=>", power: POWER.comparison },
  "<>": { operator: "<>", power: POWER.comparison },
  "!=": { operator: "<>", power: POWER.comparison },
  "<": { operator: "<", power: POWER.comparison },
  "<=": { operator: "<=", power: POWER.comparison },
  ">": { operator: ">", power: POWER.comparison },
  ">=": { operator: ">=", power: POWER.comparison },
  "|": { operator: "|", power: POWER.bitOr },
  "^": { operator: "^", power: POWER.bitXor },
  "&": { operator: "&", power: POWER.bitAnd },
  "+": { operator: "+", power: POWER.additive },
  "-": { operator: "-", power: POWER.additive },
  "||": { operator: "||", power: POWER.additive },
  "*": { operator: "*", power: POWER.multiplicative },
  "/": { operator: "/", power: POWER.multiplicative },
  "%": { operator: "%", power: POWER.multiplicative },
  div: { operator: "div", power: POWER.multiplicative },
};

import type { DataType } from "../type.js";
import type { TypedNode } from "../typed-node.js";

export type Comparison = "=" | "<>" | "<" | "<=" | ">" | ">=";

export const isComparison = (operator: string): operator is Comparison =>
  ["=", "<>", "<", "<=", ">", ">="].includes(operator);

export const arithmeticFails = "T-SQL stops the query where a result does not fit, and Spark's is null.";

const isWhole = ({ kind }: DataType): boolean => kind === "int" || kind === "bigint";

export const isNumber = ({ type }: TypedNode): boolean => isWhole(type) || type.kind === "decimal";

/** Why two values are not compared as Spark compares them; undefined: they are. */
export function incomparable(
  { type: left }: TypedNode,
  { type: right }: TypedNode,
  isEqual: boolean,
): string | undefined {
  if (left.kind === "double" || right.kind === "double")
    return "Spark's NaN equals itself, and T-SQL's float has none.";
  if (left.kind === "string" && right.kind === "string")
    return isEqual ? undefined : "T-SQL fills the shorter text up with spaces before it compares.";
  if (left.kind === "decimal" || right.kind === "decimal")
    return (isWhole(left) || left.kind === "decimal") &&
      (isWhole(right) || right.kind === "decimal") &&
      digits(left, right) <= 38
      ? undefined
      : "both may need more than 38 digits.";
  if (isWhole(left) && isWhole(right)) return undefined;
  if (left.kind !== right.kind) return "the two have different types: cast one.";
  if (left.kind === "date" || left.kind === "timestamp") return undefined;
  return left.kind === "boolean" && isEqual ? undefined : "T-SQL compares such values in another way.";
}

/** How many digits both have room in. */
const digits = (left: DataType, right: DataType): number =>
  Math.max(wholeDigits(left), wholeDigits(right)) + Math.max(scaleOf(left), scaleOf(right));

const wholeDigits = (type: DataType): number =>
  type.kind === "decimal" ? type.precision - type.scale : type.kind === "int" ? 10 : 19;

const scaleOf = (type: DataType): number => (type.kind === "decimal" ? type.scale : 0);

export const holdsWhole = (type: DataType, whole: DataType): boolean =>
  type.kind === "decimal" && type.precision - type.scale >= wholeDigits(whole);

type Decimal = DataType & { readonly kind: "decimal" };

export const fits = (from: Decimal, to: Decimal): boolean =>
  to.scale >= from.scale && to.precision - to.scale >= from.precision - from.scale;

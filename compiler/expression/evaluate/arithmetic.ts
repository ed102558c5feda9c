import type { ArithmeticOperator, BitOperator } from "../parse/syntax.js";
import type { DataType } from "../type.js";
import { type Decimal, decimalOf, divideRounded, fitted, magnitude, powerOfTen, rescaled } from "./decimal.js";
import { decimalIn, doubleIn, type Value, wholeIn } from "./value.js";
import { widened } from "./widen.js";

/** A number with its type. */
export interface Operand {
  readonly value: Value;
  readonly type: DataType;
}

/** `a + b` and the like, where neither is null; null for the divisor 0 and where the result does not fit into its type. */
export function arithmeticOf(operator: ArithmeticOperator, a: Operand, b: Operand, result: DataType): Value {
  switch (result.kind) {
    case "double":
      return ofDoubles(
        operator,
        doubleIn(widened(a.value, a.type, result)),
        doubleIn(widened(b.value, b.type, result)),
      );
    case "decimal":
      return ofDecimals(operator, exact(a), exact(b), result);
    default:
      return ofWholes(operator, wholeIn(a.value), wholeIn(b.value), result.kind === "int" ? 32 : 64);
  }
}

const exact = ({ value, type }: Operand): Decimal =>
  type.kind === "decimal" ? decimalIn(value) : decimalOf(wholeIn(value), 0);

function ofDoubles(operator: ArithmeticOperator, a: number, b: number): number | null {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return b === 0 ? null : a / b;
    case "%":
      return b === 0 ? null : a % b;
    case "div":
      throw new Error("div is of whole numbers");
  }
}

function ofWholes(operator: ArithmeticOperator, a: bigint, b: bigint, bits: number): bigint | null {
  if ((operator === "/" || operator === "%" || operator === "div") && b === 0n) return null;
  const exactly = {
    "+": () => a + b,
    "-": () => a - b,
    "*": () => a * b,
    "%": () => a % b,
    "/": () => a / b,
    div: () => a / b,
  };
  const result = exactly[operator]();
  return BigInt.asIntN(bits, result) === result ? result : null;
}

function ofDecimals(
  operator: ArithmeticOperator,
  a: Decimal,
  b: Decimal,
  { precision, scale }: Extract<DataType, { readonly kind: "decimal" }>,
): Decimal | null {
  const common = Math.max(a.scale, b.scale);
  const [left, right] = [a.unscaled * powerOfTen(common - a.scale), b.unscaled * powerOfTen(common - b.scale)];
  switch (operator) {
    case "+":
      return fitted(decimalOf(left + right, common), precision, scale);
    case "-":
      return fitted(decimalOf(left - right, common), precision, scale);
    case "*":
      return fitted(withDigits(decimalOf(a.unscaled * b.unscaled, a.scale + b.scale), MOST), precision, scale);
    case "/":
      return right === 0n
        ? null
        : fitted(decimalOf(divideRounded(left * powerOfTen(MOST), right, "down"), MOST), precision, scale);
    case "%":
      return right === 0n ? null : fitted(decimalOf(left % right, common), precision, scale);
    case "div":
      throw new Error("div is of whole numbers");
  }
}

/** Spark computes products and quotients to so many digits, leaves out what follows, and rounds to those of the type (SPARK-45786). */
const MOST = 39;

/** The first so many digits from the first that is not 0. */
function withDigits(value: Decimal, digits: number): Decimal {
  const excess = magnitude(value.unscaled).toString().length - digits;
  return excess > 0 ? rescaled(value, value.scale - excess, "down") : value;
}

export function bitsOf(operator: BitOperator, a: bigint, b: bigint): bigint {
  return operator === "&" ? a & b : operator === "|" ? a | b : a ^ b;
}

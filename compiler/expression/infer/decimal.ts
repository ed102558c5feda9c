import type { ArithmeticOperator } from "../parse/syntax.js";
import type { DataType } from "../type.js";

export interface Digits {
  readonly precision: number;
  readonly scale: number;
}

const MOST = 38;
/** Spark keeps at least so many digits after the point when the result of an operator needs more than 38. */
const LEAST_SCALE = 6;

/** The digits of a number in decimal arithmetic; an int that is written out counts with the digits it has. */
export function digitsOf(type: DataType, literal?: number | bigint): Digits | undefined {
  if (type.kind === "decimal") return type;
  if (type.kind !== "int" && type.kind !== "bigint") return undefined;
  if (literal !== undefined) return { precision: String(literal).replace("-", "").length, scale: 0 };
  return { precision: type.kind === "int" ? 10 : 20, scale: 0 };
}

/**
 * The result of arithmetic on decimals by Spark's formulas (`allowPrecisionLoss`), and whether every result fits: where
 * the formula asks for more than 38 digits, a value may not.
 */
export function decimalArithmetic(
  operator: Exclude<ArithmeticOperator, "div">,
  a: Digits,
  b: Digits,
): { readonly digits: Digits; readonly fits: boolean } {
  const wanted = wantedDigits(operator, a, b);
  if (wanted.precision <= MOST) return { digits: wanted, fits: true };
  const whole = wanted.precision - wanted.scale;
  const scale = Math.max(MOST - whole, Math.min(wanted.scale, LEAST_SCALE));
  return { digits: { precision: MOST, scale }, fits: false };
}

function wantedDigits(operator: Exclude<ArithmeticOperator, "div">, a: Digits, b: Digits): Digits {
  const [wholeA, wholeB] = [a.precision - a.scale, b.precision - b.scale];
  switch (operator) {
    case "+":
    case "-": {
      const scale = Math.max(a.scale, b.scale);
      return { precision: Math.max(wholeA, wholeB) + scale + 1, scale };
    }
    case "*":
      return { precision: a.precision + b.precision + 1, scale: a.scale + b.scale };
    case "/": {
      const scale = Math.max(LEAST_SCALE, a.scale + b.precision + 1);
      return { precision: wholeA + b.scale + scale, scale };
    }
    case "%": {
      const scale = Math.max(a.scale, b.scale);
      return { precision: Math.min(wholeA, wholeB) + scale, scale };
    }
  }
}

/** The decimal that holds every value of both, if one does: Spark cuts the others short or fails, by a setting. */
export function widerDecimal(a: Digits, b: Digits): Digits | undefined {
  const scale = Math.max(a.scale, b.scale);
  const precision = Math.max(a.precision - a.scale, b.precision - b.scale) + scale;
  return precision <= MOST ? { precision, scale } : undefined;
}

/** An exact number: `unscaled` without its point, which stands `scale` digits from the right. */
export interface Decimal {
  readonly kind: "decimal";
  readonly unscaled: bigint;
  readonly scale: number;
}

export const decimalOf = (unscaled: bigint, scale: number): Decimal => ({ kind: "decimal", unscaled, scale });

export const powerOfTen = (exponent: number): bigint => 10n ** BigInt(exponent);

export type Rounding = "half up" | "half even" | "down" | "floor" | "ceiling";

/** a / b as a whole number, rounded: `half up` is away from zero, as Java calls it. */
export function divideRounded(a: bigint, b: bigint, rounding: Rounding): bigint {
  const [quotient, rest] = [a / b, a % b];
  if (rest === 0n) return quotient;
  const away = a < 0n === b < 0n ? 1n : -1n;
  switch (rounding) {
    case "down":
      return quotient;
    case "floor":
      return away === 1n ? quotient : quotient - 1n;
    case "ceiling":
      return away === 1n ? quotient + 1n : quotient;
    case "half up":
    case "half even": {
      const twice = magnitude(rest) * 2n - magnitude(b);
      const up = twice > 0n || (twice === 0n && (rounding === "half up" || quotient % 2n !== 0n));
      return up ? quotient + away : quotient;
    }
  }
}

export const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

/** The number with another scale. */
export function rescaled({ unscaled, scale }: Decimal, wanted: number, rounding: Rounding = "half up"): Decimal {
  if (wanted >= scale) return decimalOf(unscaled * powerOfTen(wanted - scale), wanted);
  return decimalOf(divideRounded(unscaled, powerOfTen(scale - wanted), rounding), wanted);
}

/** The number within a type; null where it has too many digits. */
export function fitted(value: Decimal, precision: number, scale: number): Decimal | null {
  const rounded = rescaled(value, scale);
  return magnitude(rounded.unscaled) < powerOfTen(precision) ? rounded : null;
}

export const compareDecimals = (a: Decimal, b: Decimal): number => {
  const scale = Math.max(a.scale, b.scale);
  const [left, right] = [rescaled(a, scale).unscaled, rescaled(b, scale).unscaled];
  return left < right ? -1 : left > right ? 1 : 0;
};

/** Digits with a point and no exponent. */
export function plainDecimal({ unscaled, scale }: Decimal): string {
  const digits = magnitude(unscaled)
    .toString()
    .padStart(scale + 1, "0");
  const sign = unscaled < 0n ? "-" : "";
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** As Java's `BigDecimal` reads it, or undefined: `1`, `-.5`, `1.5e-3`. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text);
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match ?? [];
  if (match === null || whole + fraction === "") return undefined;
  const unscaled = BigInt(whole + fraction) * (sign === "-" ? -1n : 1n);
  const scale = fraction.length - Number(exponent);
  if (Math.abs(scale) > 10_000) return scale > 0 || unscaled === 0n ? decimalOf(0n, 0) : undefined;
  return scale >= 0 ? decimalOf(unscaled, scale) : decimalOf(unscaled * powerOfTen(-scale), 0);
}

/** The nearest double. */
export const doubleOfDecimal = ({ unscaled, scale }: Decimal): number => Number(`${unscaled}e-${scale}`);

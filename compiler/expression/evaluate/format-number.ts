import { compareDecimals, type Decimal, decimalOf, parseDecimal, plainDecimal, rescaled } from "./decimal.js";
import { javaDouble } from "./java-double.js";
import type { Value } from "./value.js";

/** A number with commas between thousands and so many digits after its point, half to the even one: Java's `DecimalFormat` with `#,##0.00`. */
export function formatNumber(value: Value, digits: number): string | null {
  if (typeof value === "bigint") return grouped(plainDecimal(rescaled(decimalOf(value, 0), digits)));
  if (typeof value !== "number")
    return isDecimal(value) ? signed(plainDecimal(rescaled(value, digits, "half even")), value.unscaled < 0n) : null;
  if (Number.isNaN(value)) return "NaN";
  const isNegative = value < 0 || Object.is(value, -0);
  if (!Number.isFinite(value)) return isNegative ? "-∞" : "∞";
  return signed(plainDecimal(roundedDouble(value, digits)), isNegative);
}

const isDecimal = (value: Value): value is Decimal =>
  typeof value === "object" && value !== null && "kind" in value && value.kind === "decimal";

/** Its digits are those that Java writes; only where they end in a half does the number itself decide. */
function roundedDouble(value: number, digits: number): Decimal {
  const written = parseDecimal(javaDouble(value)) ?? decimalOf(0n, 0);
  if (written.scale <= digits) return rescaled(written, digits);
  const rounded = rescaled(written, digits, "half even");
  const [down, up] = [rescaled(written, digits, "down"), rescaled(written, digits, "half up")];
  const isHalf = compareDecimals(decimalOf(down.unscaled * 10n + (value < 0 ? -5n : 5n), digits + 1), written) === 0;
  if (!isHalf) return rounded;
  const order = compareDecimals(
    exactly(Math.abs(value)),
    decimalOf(written.unscaled < 0n ? -written.unscaled : written.unscaled, written.scale),
  );
  return order === 0 ? rounded : order < 0 ? down : up;
}

/** A double has at most 1074 digits after the point. */
function exactly(value: number): Decimal {
  let [scaled, twos] = [value, 0];
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    twos += 1;
  }
  return decimalOf(BigInt(scaled) * 5n ** BigInt(twos), twos);
}

const signed = (text: string, isNegative: boolean): string => (isNegative ? "-" : "") + grouped(text.replace("-", ""));

const grouped = (text: string): string => {
  const [whole = "", fraction] = text.split(".");
  const withCommas = whole.replaceAll(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? withCommas : `${withCommas}.${fraction}`;
};

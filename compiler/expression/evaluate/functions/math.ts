import type { ArithmeticOperator } from "../../parse/syntax.js";
import { arithmeticOf } from "../arithmetic.js";
import {
  decimalOf,
  divideRounded,
  fitted,
  magnitude,
  parseDecimal,
  plainDecimal,
  powerOfTen,
  type Rounding,
  rescaled,
} from "../decimal.js";
import { type Evaluator, type Evaluators, strict } from "../evaluator.js";
import { atan2, cbrt, cosh, exp, hypot } from "../fdlibm.js";
import { javaDouble } from "../java-double.js";
import { power } from "../power.js";
import { bytesOf, hexOf } from "../text.js";
import { booleanIn, decimalIn, doubleIn, textIn, type Value, wholeIn } from "../value.js";

const ofDoubles = (compute: (a: number, b: number) => number | null): Evaluator =>
  strict(([a, b]) => compute(doubleIn(a), doubleIn(b)));

const ofDouble = (compute: (value: number) => number | null): Evaluator =>
  strict(([value]) => compute(doubleIn(value)));

/** A logarithm, null where there is none. */
const logarithm = (compute: (value: number) => number, above = 0): Evaluator =>
  ofDouble((value) => (value <= above ? null : compute(value)));

const tried = (operator: ArithmeticOperator): Evaluator =>
  strict((_, { call, written: [left = null, right = null] }) => {
    const [a, b] = call.arguments;
    return a && b
      ? arithmeticOf(operator, { value: left, type: a.type }, { value: right, type: b.type }, call.type)
      : null;
  });

/** To the next whole number; a double beyond a bigint becomes the nearest one. */
const toWhole = (rounding: "floor" | "ceiling"): Evaluator =>
  strict(([value = null], { call, types: [type] }) => {
    if (type?.kind === "decimal") return rescaled(decimalIn(value), 0, rounding);
    if (typeof value !== "number") return wholeIn(value);
    return call.type.kind === "bigint" ? saturated(rounding === "floor" ? Math.floor(value) : Math.ceil(value)) : null;
  });

/** As Java casts a double to a long. */
export function saturated(value: number): bigint {
  if (Number.isNaN(value)) return 0n;
  if (value >= 2 ** 63) return 2n ** 63n - 1n;
  return value <= -(2 ** 63) ? -(2n ** 63n) : BigInt(Math.trunc(value));
}

/** A double is rounded by the digits that Java writes it with. */
const rounded = (rounding: Rounding): Evaluator =>
  strict(([value = null, digits], { call: { type } }) => {
    const wanted = digits === undefined ? 0 : Number(wholeIn(digits));
    if (typeof value === "number") {
      const exact = Number.isFinite(value) ? parseDecimal(javaDouble(value)) : undefined;
      return exact === undefined ? value : Number(plainDecimal(atDigits(exact, wanted, rounding)));
    }
    if (type.kind !== "decimal") return value;
    return fitted(atDigits(decimalIn(value), wanted, rounding), type.precision, type.scale);
  });

function atDigits(
  value: ReturnType<typeof decimalOf>,
  digits: number,
  rounding: Rounding,
): ReturnType<typeof decimalOf> {
  if (digits >= 0) return rescaled(value, digits, rounding);
  const unit = powerOfTen(-digits);
  return decimalOf(divideRounded(value.unscaled, powerOfTen(value.scale) * unit, rounding) * unit, 0);
}

const bitsOf = ({ kind }: { readonly kind: string }): number => (kind === "int" ? 32 : 64);

const shifted = (move: (value: bigint, by: bigint, bits: number) => bigint): Evaluator =>
  strict(([value, by], { call: { type } }) => {
    const bits = bitsOf(type);
    return BigInt.asIntN(bits, move(wholeIn(value), wholeIn(by) & BigInt(bits - 1), bits));
  });

const remainder = (compute: (a: bigint, b: bigint, bits: number) => bigint): Evaluator =>
  strict(([dividend, divisor], { call: { type } }) =>
    wholeIn(divisor) === 0n ? null : compute(wholeIn(dividend), wholeIn(divisor), bitsOf(type)),
  );

function notNegative(a: bigint, b: bigint, bits: number): bigint {
  const rest = a % b;
  return rest < 0n ? BigInt.asIntN(bits, rest + b) % b : rest;
}

function bucketOf(value: number, least: number, most: number, buckets: bigint): bigint | null {
  const senseless = buckets <= 0n || buckets === 2n ** 63n - 1n || least === most || Number.isNaN(value);
  if (senseless || !Number.isFinite(least) || !Number.isFinite(most)) return null;
  const [before, after] = least < most ? [value < least, value >= most] : [value > least, value <= most];
  if (before) return 0n;
  if (after) return buckets + 1n;
  const [distance, width] = least < most ? [value - least, most - least] : [least - value, least - most];
  return saturated((Number(buckets) * distance) / width) + 1n;
}

const rint = (value: number): number => {
  const whole = Math.round(value);
  const result = Math.abs(value % 1) === 0.5 && whole % 2 !== 0 ? whole - 1 : whole;
  return result === 0 && (value < 0 || Object.is(value, -0)) ? -0 : result;
};

function hexadecimal(value: Value): string {
  if (typeof value === "bigint") return BigInt.asUintN(64, value).toString(16).toUpperCase();
  return hexOf(value instanceof Uint8Array ? value : bytesOf(textIn(value))).toUpperCase();
}

/** https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/Math.html#sin(double) */
const LEFT_TO_THE_MACHINE: Evaluator = {
  kind: "none",
  reason: "Java leaves the last digit to the machine: it promises one of the two doubles around the exact value.",
};

export const math: Evaluators = {
  abs: strict(([value = null], { call: { type } }) => {
    if (typeof value === "number") return Math.abs(value);
    if (type.kind === "decimal") return decimalOf(magnitude(decimalIn(value).unscaled), type.scale);
    const positive = magnitude(wholeIn(value));
    return BigInt.asIntN(bitsOf(type), positive) === positive ? positive : null;
  }),
  ceil: toWhole("ceiling"),
  floor: toWhole("floor"),
  round: rounded("half up"),
  bround: rounded("half even"),
  rint: ofDouble(rint),
  sqrt: ofDouble(Math.sqrt),
  cbrt: ofDouble(cbrt),
  exp: ofDouble(exp),
  expm1: ofDouble(Math.expm1),
  ln: logarithm(Math.log),
  log10: logarithm(Math.log10),
  log2: logarithm((value) => Math.log(value) / Math.log(2)),
  log1p: logarithm(Math.log1p, -1),
  log: strict(([first, second]) => {
    const [base, value] = second === undefined ? [undefined, doubleIn(first)] : [doubleIn(first), doubleIn(second)];
    if (value <= 0 || (base !== undefined && base <= 0)) return null;
    return base === undefined ? Math.log(value) : Math.log(value) / Math.log(base);
  }),
  power: ofDoubles(power),
  sign: ofDouble(Math.sign),
  ...Object.fromEntries(["sin", "cos", "tan", "cot"].map((name) => [name, LEFT_TO_THE_MACHINE])),
  asin: ofDouble(Math.asin),
  acos: ofDouble(Math.acos),
  atan: ofDouble(Math.atan),
  sinh: ofDouble(Math.sinh),
  cosh: ofDouble(cosh),
  tanh: ofDouble(Math.tanh),
  degrees: ofDouble((value) => value * 57.29577951308232),
  radians: ofDouble((value) => value * 0.017453292519943295),
  // -0.0 becomes 0.0 first.
  atan2: ofDoubles((y, x) => atan2(y + 0, x + 0)),
  hypot: ofDoubles(hypot),
  e: strict(() => Math.E),
  pi: strict(() => Math.PI),
  factorial: strict(([value]) => {
    const last = Number(wholeIn(value));
    if (last < 0 || last > 20) return null;
    let product = 1n;
    for (let factor = 2n; factor <= BigInt(last); factor += 1n) product *= factor;
    return product;
  }),
  pmod: remainder(notNegative),
  mod: remainder((a, b) => a % b),
  try_add: tried("+"),
  try_subtract: tried("-"),
  try_multiply: tried("*"),
  try_divide: tried("/"),
  shiftleft: shifted((value, by) => value << by),
  shiftright: shifted((value, by) => value >> by),
  shiftrightunsigned: shifted((value, by, bits) => BigInt.asUintN(bits, value) >> by),
  bit_count: strict(([value = null]) => {
    const bits = typeof value === "boolean" ? BigInt(booleanIn(value)) : wholeIn(value);
    return BigInt(BigInt.asUintN(64, bits).toString(2).replaceAll("0", "").length);
  }),
  width_bucket: strict(([value, least, most, buckets]) =>
    bucketOf(doubleIn(value), doubleIn(least), doubleIn(most), wholeIn(buckets)),
  ),
  bin: strict(([value]) => BigInt.asUintN(64, wholeIn(value)).toString(2)),
  hex: strict(([value = null]) => hexadecimal(value)),
};

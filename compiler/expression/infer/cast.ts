import type { DataType } from "../type.js";
import { sameType } from "../type.js";
import { digitsOf } from "./decimal.js";

/** `always`: for every value, without losing; `try`: only try_cast, which gives null for what does not fit; `never`: not at all. */
export type Castable = "always" | "try" | "never";

export function castable(from: DataType, to: DataType): Castable {
  if (from.kind === "null" || sameType(from, to)) return "always";
  if (from.kind === "array" && to.kind === "array")
    return castable(from.element, to.element) === "always" ? "always" : "never";
  if (to.kind === "decimal") {
    const digits = digitsOf(from, from.kind === "bigint" ? LONGEST_BIGINT : undefined);
    // Spark's optimizer fails where it compares such a decimal with a number that is written out.
    if (from.kind === "boolean" && to.precision === to.scale) return "never";
    if (digits === undefined)
      return from.kind === "double" || from.kind === "string" || from.kind === "boolean" ? "try" : "never";
    return digits.scale <= to.scale && digits.precision - digits.scale <= to.precision - to.scale ? "always" : "try";
  }
  if (from.kind === "decimal" && to.kind === "string") return from.scale <= PLAIN_SCALE ? "always" : "try";
  if (SAFE[from.kind]?.includes(to.kind)) return "always";
  return TRIED[from.kind]?.includes(to.kind) ? "try" : "never";
}

/** A cast writes 0.00000001 as `1E-8` or `0.00000001`, by a setting; try_cast, or six digits after the point, have one form. */
const PLAIN_SCALE = 6;

/** A bigint has up to 19 digits, though Spark widens it to a decimal of 20. */
const LONGEST_BIGINT = 9_223_372_036_854_775_807n;

type Kinds = Readonly<Partial<Record<DataType["kind"], readonly DataType["kind"][]>>>;

/** Casts that give a value for every value. A double is approximate by declaration, a date is what a timestamp's day is. */
const SAFE: Kinds = {
  int: ["bigint", "double", "string"],
  bigint: ["double", "string"],
  decimal: ["double"],
  double: ["string"],
  boolean: ["int", "bigint", "double", "string"],
  date: ["timestamp", "string"],
  timestamp: ["date", "string"],
  string: ["binary"],
  binary: ["string"],
};

/** Casts where some values do not fit. */
const TRIED: Kinds = {
  string: ["boolean", "int", "bigint", "double", "date", "timestamp"],
  int: ["boolean"],
  bigint: ["int", "boolean"],
  decimal: ["int", "bigint", "boolean"],
  double: ["int", "bigint", "boolean"],
};

/** Whether a cast of a value that is not null can be null, as Spark's analyzer sees it. */
export function castMakesNull(from: DataType, to: DataType): boolean {
  if (from.kind === "null") return true;
  if (sameType(from, to)) return false;
  return from.kind === "bigint" && to.kind === "decimal" && to.precision - to.scale < 20;
}

import type { DataType } from "../type.js";
import { dateText, dayOfMicros, timestampText } from "./calendar.js";
import {
  type Decimal,
  decimalOf,
  divideRounded,
  doubleOfDecimal,
  fitted,
  parseDecimal,
  plainDecimal,
  powerOfTen,
} from "./decimal.js";
import { withDigits } from "./digit.js";
import { javaDouble } from "./java-double.js";
import { parseDate, parseTimestamp } from "./parse-time.js";
import { bytesOf, textOf, trimmed } from "./text.js";
import { arrayOf, booleanIn, bytesIn, decimalIn, doubleIn, elementsIn, textIn, type Value, wholeIn } from "./value.js";
import { widened } from "./widen.js";

/** A cast, or the try_cast that it is where values may not fit; what does not fit is null. */
export function cast(value: Value, from: DataType, to: DataType): Value {
  if (value === null) return null;
  switch (to.kind) {
    case "string":
      return toText(value, from);
    case "boolean":
      return toBoolean(value, from);
    case "int":
      // Of a decimal of more than 18 digits Spark takes the nearest double, so 9.99… of 38 digits is 10; for a bigint it does not.
      return from.kind === "decimal" && from.precision > 18
        ? within(BigInt(Math.trunc(doubleOfDecimal(decimalIn(value)))), 32)
        : within(toWhole(value, from), 32);
    case "bigint":
      // Spark compares with the greatest bigint as a double, which is one more.
      return value === 2 ** 63 ? 2n ** 63n - 1n : within(toWhole(value, from), 64);
    case "double":
      return from.kind === "string"
        ? parseDouble(textIn(value))
        : from.kind === "boolean"
          ? Number(booleanIn(value))
          : widened(value, from, to);
    case "decimal": {
      const number = toDecimal(value, from);
      return number === null ? null : fitted(number, to.precision, to.scale);
    }
    case "date":
      if (from.kind === "string") return parseDate(textIn(value));
      return from.kind === "timestamp" ? dayOfMicros(wholeIn(value)) : value;
    case "timestamp":
      return from.kind === "string" ? parseTimestamp(textIn(value)) : widened(value, from, to);
    case "binary":
      return from.kind === "string" ? bytesOf(textIn(value)) : value;
    case "array":
      return from.kind === "array"
        ? arrayOf(elementsIn(value).map((element) => cast(element, from.element, to.element)))
        : value;
    case "map":
      return widened(value, from, to);
    default:
      return value;
  }
}

/** What `cast(… as string)` writes. */
export function toText(value: Value, type: DataType): string {
  switch (type.kind) {
    case "double":
      return javaDouble(doubleIn(value));
    case "decimal":
      return plainDecimal(decimalIn(value));
    case "date":
      return dateText(wholeIn(value));
    case "timestamp":
      return timestampText(wholeIn(value));
    case "binary":
      return textOf(bytesIn(value));
    case "boolean":
      return String(booleanIn(value));
    case "string":
      return textIn(value);
    default:
      return String(wholeIn(value));
  }
}

const YES: readonly string[] = ["t", "true", "y", "yes", "1"];
const NO: readonly string[] = ["f", "false", "n", "no", "0"];

function toBoolean(value: Value, from: DataType): boolean | null {
  switch (from.kind) {
    case "string": {
      const word = trimmed(textIn(value)).toLowerCase();
      return YES.includes(word) ? true : NO.includes(word) ? false : null;
    }
    case "double":
      return doubleIn(value) !== 0;
    case "decimal":
      return decimalIn(value).unscaled !== 0n;
    case "boolean":
      return booleanIn(value);
    default:
      return wholeIn(value) !== 0n;
  }
}

/** Towards zero. */
function toWhole(value: Value, from: DataType): bigint | null {
  switch (from.kind) {
    case "string": {
      const digits = trimmed(textIn(value));
      return /^[+-]?\d+$/.test(digits) ? BigInt(digits.replace(/^\+/, "")) : null;
    }
    case "double": {
      const number = doubleIn(value);
      return Number.isFinite(number) ? BigInt(Math.trunc(number)) : null;
    }
    case "decimal": {
      const { unscaled, scale } = decimalIn(value);
      return divideRounded(unscaled, powerOfTen(scale), "down");
    }
    case "boolean":
      return booleanIn(value) ? 1n : 0n;
    default:
      return wholeIn(value);
  }
}

const within = (value: bigint | null, bits: number): bigint | null =>
  value !== null && BigInt.asIntN(bits, value) === value ? value : null;

function toDecimal(value: Value, from: DataType): Decimal | null {
  switch (from.kind) {
    case "string":
      return decimalOfText(withDigits(trimmed(textIn(value))));
    case "double": {
      const number = doubleIn(value);
      return Number.isFinite(number) ? (parseDecimal(javaDouble(number)) ?? null) : null;
    }
    case "decimal":
      return decimalIn(value);
    case "boolean":
      return decimalOf(booleanIn(value) ? 1n : 0n, 0);
    default:
      return decimalOf(wholeIn(value), 0);
  }
}

/** None of an exponent of five digits or more (`EXPONENT_IS_SHORT`), nor of a zero with more than 38 of them before the point. */
function decimalOfText(text: string): Decimal | null {
  const [, fraction = "", exponent = "0"] = /^[+-]?0*\.?(0*)[eE]\+?(\d+)$/.exec(text) ?? [];
  if (/[eE][+-]?\d{5}/.test(text) || Number(exponent) - fraction.length > 37) return null;
  return parseDecimal(text) ?? null;
}

const SPECIAL: Readonly<Record<string, number | undefined>> = {
  inf: Number.POSITIVE_INFINITY,
  "+inf": Number.POSITIVE_INFINITY,
  infinity: Number.POSITIVE_INFINITY,
  "+infinity": Number.POSITIVE_INFINITY,
  "-inf": Number.NEGATIVE_INFINITY,
  "-infinity": Number.NEGATIVE_INFINITY,
  nan: Number.NaN,
};

/** As Java's `Double.parseDouble` reads it, with its suffixes, or one of Spark's words. */
function parseDouble(text: string): number | null {
  const written = text.replace(/^[\0-\x20]+|[\0-\x20]+$/g, "");
  if (/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?[dDfF]?$/.test(written)) return Number(written.replace(/[dDfF]$/, ""));
  if (/^[+-]?NaN$/.test(written)) return Number.NaN;
  const hexadecimal = /^([+-]?)0[xX]([\da-fA-F]*)\.?([\da-fA-F]*)[pP]([+-]?\d+)[dDfF]?$/.exec(written);
  if (hexadecimal !== null) return hexadecimalDouble(hexadecimal);
  const word = written.toLowerCase();
  return (Object.hasOwn(SPECIAL, word) ? SPECIAL[word] : undefined) ?? null;
}

/** `0x1.8p3`; beyond 53 bits it is rounded to the even neighbour, once. */
function hexadecimalDouble([, sign = "", whole = "", fraction = "", power = "0"]: RegExpExecArray): number | null {
  if (whole + fraction === "") return null;
  const digits = BigInt(`0x${whole}${fraction}`);
  const exponent = Number(power) - 4 * fraction.length;
  const size = digits.toString(2).length + exponent;
  if (digits === 0n || size < -1080) return sign === "-" ? -0 : 0;
  if (size > 1030) return sign === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const exact =
    exponent >= 0 ? Number(digits << BigInt(exponent)) : Number(`${digits * 5n ** BigInt(-exponent)}e${exponent}`);
  return sign === "-" ? -exact : exact;
}

import type { DataType } from "../type.js";
import { compareDecimals } from "./decimal.js";
import { compareBytes, compareTexts } from "./text.js";
import {
  booleanIn,
  bytesIn,
  decimalIn,
  doubleIn,
  elementsIn,
  entriesIn,
  fieldsIn,
  textIn,
  type Value,
  wholeIn,
} from "./value.js";

/**
 * The order of two values of one type, negative, zero or positive: NaN equals NaN and is greatest, -0.0 equals 0.0, false is before
 * true, nulls are first, arrays and structs go by their first difference. Maps have no order, only equality.
 */
export function compare(a: Value, b: Value, type: DataType): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  switch (type.kind) {
    case "null":
      return 0;
    case "boolean":
      return Number(booleanIn(a)) - Number(booleanIn(b));
    case "int":
    case "bigint":
    case "date":
    case "timestamp":
    case "interval":
      return sign(wholeIn(a), wholeIn(b));
    case "double":
      return compareDoubles(doubleIn(a), doubleIn(b));
    case "decimal":
      return compareDecimals(decimalIn(a), decimalIn(b));
    case "string":
      return compareTexts(textIn(a), textIn(b));
    case "binary":
      return compareBytes(bytesIn(a), bytesIn(b));
    case "array": {
      const [left, right] = [elementsIn(a), elementsIn(b)];
      return firstDifference(left, right, () => type.element) || left.length - right.length;
    }
    case "struct":
      return firstDifference(fieldsIn(a), fieldsIn(b), (i) => type.fields[i]?.type ?? { kind: "null" });
    case "map": {
      const [left, right] = [entriesIn(a), entriesIn(b)];
      const differs = left.findIndex(([key, value], i) => {
        const [otherKey = null, otherValue = null] = right[i] ?? [];
        return compare(key, otherKey, type.key) !== 0 || compare(value, otherValue, type.value) !== 0;
      });
      return differs === -1 ? left.length - right.length : 1;
    }
  }
}

export const equals = (a: Value, b: Value, type: DataType): boolean => compare(a, b, type) === 0;

const sign = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

function compareDoubles(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a < b ? -1 : a > b ? 1 : 0;
}

function firstDifference(a: readonly Value[], b: readonly Value[], typeOf: (i: number) => DataType): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const difference = compare(a[i] ?? null, b[i] ?? null, typeOf(i));
    if (difference !== 0) return difference;
  }
  return 0;
}

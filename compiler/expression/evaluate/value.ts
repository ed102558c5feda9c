import type { DataType } from "../type.js";
import { dateText, timestampText } from "./calendar.js";
import { type Decimal, plainDecimal } from "./decimal.js";
import { hexOf, readable } from "./text.js";

/**
 * A value of the expression language. Its type is known from the expression, so a value does not carry it:
 *
 * - boolean: `boolean`; double: `number`; string: `string`; binary: `Uint8Array`;
 * - int and bigint: `bigint`, within the type;
 * - decimal: its digits as a whole number, and the type's scale;
 * - date: days since 1970-01-01, timestamp: microseconds since then in UTC, interval: microseconds, all as `bigint`;
 * - array: its elements; map: its entries in order, each key once; struct: its fields in the order of the type.
 *
 * A string of Spark is bytes, which need not be UTF-8: a byte that is none is a lone surrogate here (`text.ts`).
 */
export type Value =
  | null
  | boolean
  | bigint
  | number
  | string
  | Decimal
  | Uint8Array
  | ArrayValue
  | MapValue
  | StructValue;

export interface ArrayValue {
  readonly kind: "array";
  readonly elements: readonly Value[];
}

export interface MapValue {
  readonly kind: "map";
  readonly entries: readonly Entry[];
}

export type Entry = readonly [key: Value, value: Value];

export interface StructValue {
  readonly kind: "struct";
  readonly fields: readonly Value[];
}

/** What the columns hold; those of joined tables by the tables' aliases. A column that is not there is null. */
export interface Row {
  readonly columns: ReadonlyMap<string, Value>;
  readonly relations?: ReadonlyMap<string, ReadonlyMap<string, Value>>;
}

export const arrayOf = (elements: readonly Value[]): ArrayValue => ({ kind: "array", elements });
export const mapOf = (entries: readonly Entry[]): MapValue => ({ kind: "map", entries });
export const structOf = (fields: readonly Value[]): StructValue => ({ kind: "struct", fields });

/** Each gives the value as what its type says it is. That it is something else is a bug, so it throws. */
export const booleanIn = (value: Given): boolean => (typeof value === "boolean" ? value : wrong("a boolean", value));
export const wholeIn = (value: Given): bigint => (typeof value === "bigint" ? value : wrong("a whole number", value));
export const doubleIn = (value: Given): number => (typeof value === "number" ? value : wrong("a double", value));
export const textIn = (value: Given): string => (typeof value === "string" ? value : wrong("a string", value));
export const bytesIn = (value: Given): Uint8Array => (value instanceof Uint8Array ? value : wrong("bytes", value));
export const decimalIn = (value: Given): Decimal =>
  holds(value) && value.kind === "decimal" ? value : wrong("a decimal", value);
export const elementsIn = (value: Given): readonly Value[] =>
  holds(value) && value.kind === "array" ? value.elements : wrong("an array", value);
export const entriesIn = (value: Given): readonly Entry[] =>
  holds(value) && value.kind === "map" ? value.entries : wrong("a map", value);
export const fieldsIn = (value: Given): readonly Value[] =>
  holds(value) && value.kind === "struct" ? value.fields : wrong("a struct", value);

type Given = Value | undefined;

const holds = (value: Given): value is Decimal | ArrayValue | MapValue | StructValue =>
  typeof value === "object" && value !== null && !(value instanceof Uint8Array);

function wrong(expected: string, value: Given): never {
  const found = holds(value) ? value.kind : value === null ? "null" : typeof value;
  throw new Error(`Expected ${expected}, found ${found}`);
}

/**
 * A value as a line of text that tells every two values of a type apart, but for the sign of NaN. The differential tests print
 * Spark's values alike: `1.50` a decimal, `1.5e0` a double, `x'0a'` bytes, `[1, null]`, `{"a": 1}`, `(sku: "a", quantity: 1)`.
 */
export function printValue(value: Value, type: DataType): string {
  if (value === null) return "null";
  switch (type.kind) {
    case "null":
      return "null";
    case "string":
      return JSON.stringify(readable(textIn(value)));
    case "double":
      return printDouble(doubleIn(value));
    case "decimal":
      return plainDecimal(decimalIn(value));
    case "date":
      return dateText(wholeIn(value));
    case "timestamp":
      return timestampText(wholeIn(value), 6);
    case "binary":
      return `x'${hexOf(bytesIn(value))}'`;
    case "array":
      return `[${elementsIn(value)
        .map((element) => printValue(element, type.element))
        .join(", ")}]`;
    case "map":
      return `{${entriesIn(value)
        .map(([key, one]) => `${printValue(key, type.key)}: ${printValue(one, type.value)}`)
        .join(", ")}}`;
    case "struct": {
      const fields = fieldsIn(value);
      return `(${type.fields.map((field, i) => `${field.name}: ${printValue(fields[i] ?? null, field.type)}`).join(", ")})`;
    }
    case "boolean":
      return String(booleanIn(value));
    case "int":
    case "bigint":
    case "interval":
      return String(wholeIn(value));
  }
}

function printDouble(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const text = value.toExponential().replace("e+", "e");
  return Object.is(value, -0) ? `-${text}` : text;
}

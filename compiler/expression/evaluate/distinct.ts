import type { DataType } from "../type.js";
import { compare } from "./compare.js";
import { arrayOf, doubleIn, elementsIn, fieldsIn, structOf, type Value } from "./value.js";

/** The rows of arguments that differ from all before them; Spark makes of every -0.0 a 0.0 before it compares them. */
export const distinctRows = (
  rows: readonly (readonly Value[])[],
  types: readonly DataType[],
): readonly (readonly Value[])[] =>
  distinctBy(
    rows.map((row) => row.map((value, i) => withOneZero(value, types[i] ?? { kind: "null" }))),
    (a, b) => types.every((type, i) => compare(a[i] ?? null, b[i] ?? null, type) === 0),
  );

/** The value with 0.0 for every -0.0. */
export function withOneZero(value: Value, type: DataType): Value {
  if (value === null) return null;
  if (type.kind === "double") return doubleIn(value) + 0;
  if (type.kind === "array") return arrayOf(elementsIn(value).map((element) => withOneZero(element, type.element)));
  if (type.kind !== "struct") return value;
  return structOf(fieldsIn(value).map((field, i) => withOneZero(field, type.fields[i]?.type ?? { kind: "null" })));
}

/** The values that differ from all before them. */
export const distinctValues = (values: readonly Value[], type: DataType): readonly Value[] =>
  distinctBy(values, (a, b) => compare(a, b, type) === 0);

/** Whether a set of Spark's holds two values as one: of doubles themselves it tells -0.0 from 0.0, of doubles within values it does not. */
export const sameInSets =
  (type: DataType) =>
  (a: Value, b: Value): boolean =>
    type.kind === "double" ? Object.is(a, b) : compare(a, b, type) === 0;

/** Those that are the same as none before them. */
export function distinctBy<T>(items: readonly T[], same: (a: T, b: T) => boolean): readonly T[] {
  const found: T[] = [];
  for (const item of items) if (!found.some((other) => same(other, item))) found.push(item);
  return found;
}

import type { DataType } from "../type.js";
import { compare } from "./compare.js";
import type { Value } from "./value.js";

/** The rows of arguments that differ from all before them. */
export const distinctRows = (
  rows: readonly (readonly Value[])[],
  types: readonly DataType[],
): readonly (readonly Value[])[] =>
  firsts(rows, (a, b) => types.every((type, i) => compare(a[i] ?? null, b[i] ?? null, type) === 0));

/** The values that differ from all before them. */
export const distinctValues = (values: readonly Value[], type: DataType): readonly Value[] =>
  firsts(values, (a, b) => compare(a, b, type) === 0);

function firsts<T>(items: readonly T[], same: (a: T, b: T) => boolean): readonly T[] {
  const found: T[] = [];
  for (const item of items) if (!found.some((other) => same(other, item))) found.push(item);
  return found;
}

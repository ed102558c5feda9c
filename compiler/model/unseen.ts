import type { LinkedExposure } from "./linked.js";

/** The columns of a view's own table that nothing which is seen is made of. */
export function unseenOf(shown: Pick<LinkedExposure, "table" | "columns" | "groups">): readonly string[] {
  const used = usedOf(shown);
  return shown.table.output.map(({ name }) => name).filter((name) => !used.has(name));
}

function usedOf({ columns, groups }: Pick<LinkedExposure, "columns" | "groups">): ReadonlySet<string> {
  const seen = columns.flatMap(({ expression }) => expression.references);
  const rows = new Set(seen.map(({ path }) => path[0]));
  const references =
    groups === undefined
      ? seen
      : groups.rows.filter(({ name }) => rows.has(name)).flatMap(({ expression }) => expression.references);
  return new Set(references.filter(({ relation }) => relation === undefined).map(({ path }) => path[0]));
}

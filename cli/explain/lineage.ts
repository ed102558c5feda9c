import { type Root, rootsOf } from "../../compiler/model/lineage.js";
import type { LinkedTable } from "../../compiler/model/linked.js";

/** The columns of sources that a column of a table is made of, in words. */
export function lineage(table: LinkedTable, column: string): string {
  const roots = [...new Set(rootsOf(table, column).map(printed))];
  if (roots.length > 0) return roots.join(", ");
  const isCounted = (table.windows ?? table.grouping)?.aggregates.some(({ name }) => name === column);
  return isCounted ? "the rows themselves" : "nothing: it is the same in every row";
}

function printed({ bronze: { source, table }, path: [column, ...fields] }: Root): string {
  const isBody = source.columns.some(({ name }) => name === column);
  const owner = isBody ? `sources.${source.source.name}` : `bronze.${table.name}`;
  return [owner, column, ...fields].join(".");
}

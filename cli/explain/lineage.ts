import type { ColumnReference, Expression } from "../../compiler/expression/expression.js";
import { columnOf } from "../../compiler/expression/facts.js";
import type { LinkedExplode, LinkedInput, LinkedTable } from "../../compiler/model/linked.js";

/** The columns of sources that a column of a table is made of, down all tables between. */
export function lineage(table: LinkedTable, column: string): string {
  const roots = [...new Set(rootsOf(table, column))];
  if (roots.length > 0) return roots.join(", ");
  const isCounted = (table.windows ?? table.grouping)?.aggregates.some(({ name }) => name === column);
  return isCounted ? "the rows themselves" : "nothing: it is the same in every row";
}

function rootsOf(table: LinkedTable, column: string): readonly string[] {
  const { windows } = table;
  const aggregate = (windows ?? table.grouping)?.aggregates.find(({ name }) => name === column);
  if (aggregate) return aggregate.expression.references.flatMap(({ path: [first] }) => ofRow(table, first));
  if (windows && (column === "window_start" || column === "window_end")) return ofRow(table, windows.column);
  return ofRow(table, column);
}

/** What a column of the rows, before any window, is made of. */
function ofRow(table: LinkedTable, column: string): readonly string[] {
  for (const join of table.joins) {
    const joined = join.columns.find(({ name }) => name === column);
    if (joined) return rootsOf(join.table, joined.of);
  }
  const made = table.columns.find(({ name }) => name === column);
  return made === undefined ? [] : referencesOf(made.expression, table);
}

function referencesOf({ references }: Expression, { inputs, explode }: LinkedTable): readonly string[] {
  const paths = references.flatMap(({ path }) =>
    explode && path[0] === explode.name ? ofElement(explode, path) : [path],
  );
  return paths.flatMap((path) => inputs.flatMap((input) => ofInput(input, path)));
}

/** A field of an element is a field of the array, where that is a column as it stands. */
function ofElement({ expression }: LinkedExplode, [, ...fields]: Path): readonly Path[] {
  const isPlain = columnOf(expression) !== undefined;
  return expression.references.map(({ path }): Path => (isPlain ? [...path, ...fields] : path));
}

type Path = ColumnReference["path"];

function ofInput(input: LinkedInput, [column, ...fields]: Path): readonly string[] {
  if (input.kind === "table") return rootsOf(input, column);
  const isBody = input.source.columns.some(({ name }) => name === column);
  const owner = isBody ? `sources.${input.source.source.name}` : `bronze.${input.table.name}`;
  return [[owner, column, ...fields].join(".")];
}

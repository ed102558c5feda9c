import type { ColumnReference, Expression } from "../expression/expression.js";
import { columnOf } from "../expression/facts.js";
import type { LinkedExplode, LinkedInput, LinkedRaw, LinkedTable } from "./linked.js";
import type { LinkedLanded, LinkedMerged } from "./linked-landings.js";

/** A column that a bronze table has of its source, or beside it, and the fields below it. */
export interface Root {
  readonly bronze: LinkedRaw | LinkedLanded;
  readonly path: ColumnReference["path"];
}

interface Step {
  readonly input: LinkedInput;
  readonly path: ColumnReference["path"];
}

/** What a column of a table is made of, down all tables between, in order of appearance. */
export function rootsOf(table: LinkedTable, column: string): readonly Root[] {
  const roots: Root[] = [];
  const seen = new Map<LinkedTable | LinkedMerged, Set<string>>();
  const open: Step[] = [{ input: table, path: [column] }];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const { input, path } = step;
    if (input.kind === "raw" || input.kind === "landed") {
      roots.push({ bronze: input, path });
      continue;
    }
    const columns = seen.get(input) ?? new Set();
    if (columns.has(path[0])) continue;
    seen.set(input, columns.add(path[0]));
    const made = input.kind === "merged" ? ofMerged(input, path[0]) : madeOf(input, path[0]);
    open.push(...made.toReversed());
  }
  return roots;
}

/** What a column is made of in the landed table. */
const ofMerged = ({ columns, input }: LinkedMerged, column: string): readonly Step[] =>
  columns
    .filter(({ name }) => name === column)
    .flatMap(({ expression }) => expression.references.map(({ path }): Step => ({ input, path })));

/** What a column is made of in the tables that its table reads. */
function madeOf(table: LinkedTable, column: string): readonly Step[] {
  const { windows } = table;
  const aggregate = (windows ?? table.grouping)?.aggregates.find(({ name }) => name === column);
  if (aggregate) return aggregate.expression.references.flatMap(({ path: [first] }) => ofRow(table, first));
  if (windows && (column === "window_start" || column === "window_end")) return ofRow(table, windows.column);
  return ofRow(table, column);
}

/** What a column of the rows, before any window, is made of. */
function ofRow(table: LinkedTable, column: string): readonly Step[] {
  for (const join of table.joins) {
    const joined = join.columns.find(({ name }) => name === column);
    if (joined) return [{ input: join.table, path: [joined.of] }];
  }
  const made = table.columns.find(({ name }) => name === column);
  return made === undefined ? [] : referencesOf(made.expression, table);
}

function referencesOf({ references }: Expression, { inputs, explode }: LinkedTable): readonly Step[] {
  const paths = references.flatMap(({ path }) =>
    explode && path[0] === explode.name ? ofElement(explode, path) : [path],
  );
  return paths.flatMap((path) => inputs.map((input): Step => ({ input, path })));
}

/** A field of an element is a field of the array, where that is a column as it stands. */
function ofElement(
  { expression }: LinkedExplode,
  [, ...fields]: ColumnReference["path"],
): readonly ColumnReference["path"][] {
  const isPlain = columnOf(expression) !== undefined;
  return expression.references.map(({ path }): ColumnReference["path"] => (isPlain ? [...path, ...fields] : path));
}

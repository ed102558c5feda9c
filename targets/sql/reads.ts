import type { Expression } from "../../compiler/expression/expression.js";
import type { SpellColumn } from "../../compiler/expression/print/to-transact.js";
import { name, transact } from "../../compiler/expression/print/transact.js";
import type { Field } from "../../compiler/expression/type.js";
import type { TableIr } from "../../compiler/ir/table.js";
import type {
  LandedFilesIr,
  WarehouseColumnIr,
  WarehouseJoinIr,
  WarehouseViewIr,
} from "../../compiler/ir/warehouse.js";
import { isNeverShown } from "./mask.js";

/** A table that a view reads. */
export interface Read {
  /** Its rows have this name within the view. */
  readonly alias: string;
  readonly table: TableIr;
  /** What files it is that landed; undefined: it is a Delta table. */
  readonly landed: LandedFilesIr | undefined;
  /** Undefined: it is the view's own table. */
  readonly join: WarehouseJoinIr | undefined;
  /** The columns of it that the view uses. */
  readonly fields: readonly Field[];
}

/** The rows of a view's own table have this name within it; those of the tables that are joined `r1`, `r2`, …, in order. */
export const rows = "r";

/** The columns of the rows, before they are grouped, that what is seen is made of. */
export function rowColumns({ columns, groups }: WarehouseViewIr): readonly WarehouseColumnIr[] {
  if (groups === undefined) return columns;
  const used = new Set([
    ...groups.by,
    ...columns.flatMap(({ expression }) => expression.references.map(({ path }) => path[0])),
  ]);
  const found = groups.rows.filter((column) => used.has(column.name));
  return found.length > 0 ? found : groups.rows.slice(0, 1); // rows that are only counted have a column all the same
}

/** The view's own table, then those that are joined. */
export function readsOf(view: WarehouseViewIr): readonly [Read, ...Read[]] {
  const { table, where, joins, masks, rows: filters = [] } = view;
  const kept = filters.map((filter) => filter.where).filter((one) => one !== "all");
  const expressions = [
    ...rowColumns(view)
      .filter((column) => !isNeverShown(masks, column.name))
      .map(({ expression }) => expression),
    ...(where ? [where] : []),
    ...kept,
    ...joins.flatMap(({ on }) => on),
  ];
  const used = usedColumns(expressions, joins);
  const fieldsOf = (of: TableIr, join: string | undefined): readonly Field[] => {
    const fields = of.columns.filter((field) => used.some((one) => one.join === join && one.column === field.name));
    return fields.length > 0 ? fields : of.columns.slice(0, 1); // a view of nothing but constants reads its rows all the same
  };
  return [
    { alias: rows, table, landed: view.landed, join: undefined, fields: fieldsOf(table, undefined) },
    ...joins.map((join, at) => ({
      alias: `${rows}${at + 1}`,
      table: join.table,
      landed: undefined,
      join,
      fields: fieldsOf(join.table, join.name),
    })),
  ];
}

/** How a view's columns are spelled before they are grouped. */
export const spellingOf =
  ({ joins }: WarehouseViewIr): SpellColumn =>
  (column, relation) => {
    const of = placeOf(column, relation, joins);
    const at = joins.findIndex((join) => join.name === of.join);
    return of.join !== undefined && at < 0
      ? undefined
      : transact`${name(at < 0 ? rows : `${rows}${at + 1}`)}.${name(of.column)}`;
  };

interface Place {
  /** Undefined: the view's own table. */
  readonly join: string | undefined;
  readonly column: string;
}

/** Conditions of a join may use what the joins before it add, by the names that it gets. */
function placeOf(column: string, relation: string | undefined, joins: readonly WarehouseJoinIr[]): Place {
  if (relation !== undefined) return { join: relation, column };
  for (const join of joins) {
    const added = join.columns.find((one) => one.name === column);
    if (added) return { join: join.name, column: added.of };
  }
  return { join: undefined, column };
}

const usedColumns = (expressions: readonly Expression[], joins: readonly WarehouseJoinIr[]): readonly Place[] =>
  expressions.flatMap(({ references }) => references.map(({ path, relation }) => placeOf(path[0], relation, joins)));

import type { Report } from "../diagnostics/report.js";
import { closest } from "../diagnostics/suggest.js";
import type { PostgresConnection } from "./connection.js";
import type { GrantedTable, RowsView } from "./grant.js";
import { grantDiagnostics } from "./grant-diagnostics.js";
import { columnsAsked, type RowCondition, rowCondition } from "./row-condition.js";

/** A view of some rows of a table, which the script of rights makes as the table's owner. */
export interface LinkedRowsView {
  readonly view: RowsView;
  readonly of: GrantedTable;
  readonly columns: readonly string[];
  readonly where: RowCondition;
  /** The columns that the condition asks, and the view may not show. */
  readonly asked: readonly string[];
}

/** The views of a connection; those with an error are missing, which was reported. */
export const linkRowsViews = (connection: PostgresConnection, report: Report): readonly LinkedRowsView[] =>
  connection.views.flatMap((view) => linked(view, connection, report) ?? []);

function linked(view: RowsView, connection: PostgresConnection, report: Report): LinkedRowsView | undefined {
  const { name, of: named } = view;
  const same = connection.tables.find((table) => table.name === name);
  if (same) {
    const related = [{ message: "The table is declared here.", origin: same.origin.key() }];
    report.add(grantDiagnostics.viewIsTable.at(view.origin.key(), { view: name }, { related }));
  }
  const of = tableOf(view, connection);
  if (of === undefined) {
    const suggestion = closest(
      named.name,
      connection.tables.filter(isOne).map((table) => table.name),
    );
    const details = { connection: connection.name, table: named.name, suggestion };
    report.add(grantDiagnostics.unknownViewTable.at(named.origin, details));
  }
  const where = rowCondition(view.where, report);
  return of && where && !same
    ? { view, of, columns: view.columns.map((column) => column.name), where, asked: columnsAsked(where) }
    : undefined;
}

const isOne = ({ table }: GrantedTable): boolean => table !== undefined;

const tableOf = ({ of }: RowsView, { tables }: PostgresConnection): GrantedTable | undefined =>
  tables.find((table) => table.name === of.name && isOne(table));

/** All that may be granted on: the tables, and each view as a table of the same owner, whose rows are found by the key if all of it is shown. */
export function grantedObjects({ tables, views }: PostgresConnection): readonly GrantedTable[] {
  if (views.length === 0) return tables;
  // The last of one name is set first: what counts is the first.
  const byName = new Map(tables.toReversed().flatMap((one) => (isOne(one) ? [[one.name, one] as const] : [])));
  const shown = views.map((view): GrantedTable => {
    const { origin, name, schema, view: table } = view;
    const of = byName.get(view.of.name);
    const key = of?.key ?? [];
    const isFound = key.every((column) => view.columns.some((shown) => shown.name === column));
    return { origin, name, schema, table, owner: of?.owner ?? "", key: isFound ? key : [] };
  });
  return [...tables, ...shown];
}

/** The view of that name; undefined: it is a table. */
export const rowsViewOf = (connection: PostgresConnection, { name }: GrantedTable): RowsView | undefined =>
  connection.tables.some((table) => table.name === name)
    ? undefined
    : connection.views.find((view) => view.name === name);

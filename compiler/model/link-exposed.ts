import type { Report } from "../diagnostics/report.js";
import { equalities, matchesOne } from "../expression/equalities.js";
import type { Expression } from "../expression/expression.js";
import { linkGrouping } from "./link-grouping.js";
import { linkJoins } from "./link-join.js";
import { whole } from "./link-parts.js";
import type { Column, ExposedGroups, LinkedJoin, LinkedLookup, NamedExpression } from "./linked.js";
import type { Exposure } from "./warehouse.js";
import { warehouseDiagnostics } from "./warehouse-diagnostics.js";

/** What joins add to the rows of a view; `broken` if one of them has an error, which was reported. */
export function linkExposedJoins(
  exposure: Exposure,
  table: Pick<LinkedLookup, "output">,
  tables: readonly LinkedLookup[],
  report: Report,
): { readonly joins: readonly LinkedJoin[]; readonly added: readonly NamedExpression[] } | "broken" {
  const linked = linkJoins(exposure.joins, `'${exposure.from.name}'`, table.output, tables, report);
  const joins = whole(linked.joins);
  if (joins === "broken" || !joins.map((join) => keepsRows(join, report)).every(Boolean)) return "broken";
  const added = joins.flatMap((join) =>
    join.columns.map((column) => ({
      name: column.name,
      expression: asItIs({ ...column, name: column.of }, join.name),
    })),
  );
  return { joins, added };
}

/** Whether each row stays one row; reported if not. */
function keepsRows({ name, origin, on, table }: LinkedJoin, report: Report): boolean {
  const { key } = table;
  if (equalities(on).length > 0 && key !== undefined && matchesOne(on, key)) return true;
  const reference = table.kind === "table" ? `${table.table.layer}.${table.table.name}` : `silver.${table.table.name}`;
  report.add(warehouseDiagnostics.joinMultiplies.at(origin.child("on"), { join: name, table: reference, key }));
  return false;
}

/** What is seen of a view's rows where they are grouped; undefined: they are not. `rows`: before that. */
export function linkExposedGroups(
  exposure: Exposure,
  rows: readonly NamedExpression[],
  report: Report,
): { readonly columns: readonly NamedExpression[]; readonly groups: ExposedGroups } | "broken" | undefined {
  const scope = rows.map(({ name, expression: { type, nullable, origin } }) => ({ name, type, nullable, origin }));
  const grouping = linkGrouping(exposure, `'${exposure.name}'`, scope, report);
  if (grouping === undefined || grouping === "broken") return grouping;
  const keys = grouping.groupBy.flatMap((key) => scope.filter(({ name }) => name === key));
  const columns = [...keys.map((key) => ({ name: key.name, expression: asItIs(key) })), ...grouping.aggregates];
  return { columns, groups: { rows, by: grouping.groupBy } };
}

/** Whether a view groups its rows. */
export const isGrouped = ({ groupBy, aggregates }: Exposure): boolean => groupBy.length + aggregates.length > 0;

/** A column under its own name. `relation`: the join whose table has it. */
export const asItIs = ({ name, type, nullable, origin }: Column, relation?: string): Expression => ({
  syntax: { kind: "name", name, quoted: false, start: 0, end: name.length },
  node: { kind: "column", relation, name, type, nullable },
  type,
  nullable,
  isAggregate: false,
  references: [{ path: [name], ...(relation !== undefined && { relation }) }],
  origin,
});

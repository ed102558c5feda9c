import type { Report } from "../diagnostics/report.js";
import { analyze } from "../expression/analyze.js";
import type { Scope, ScopeColumn } from "../expression/expression.js";
import { type Clause, isColumn } from "./link-parts.js";
import type { Column, LinkedGrouping, NamedExpression } from "./linked.js";
import type { Table } from "./table.js";

/** Types aggregates and looks up what they are computed for; undefined where there are none. `here`: what has them, as a message names it. */
export function linkGrouping(
  { groupBy, aggregates: written }: Pick<Table, "groupBy" | "aggregates">,
  here: string,
  scope: readonly ScopeColumn[],
  report: Report,
): Clause<LinkedGrouping> {
  const keys = groupBy.filter((key) => isColumn(key, here, scope, report)).map((key) => key.name);
  const inside: Scope = { columns: scope, aggregates: "required", groupedBy: keys, clause: "aggregates" };
  const aggregates = written.map(({ name, text, origin }) => ({
    name,
    expression: analyze(text, origin, inside, report),
  }));
  const known = aggregates.filter((aggregate): aggregate is NamedExpression => aggregate.expression !== undefined);
  if (keys.length < groupBy.length || known.length < aggregates.length) return "broken";
  return keys.length + known.length === 0 ? undefined : { groupBy: keys, aggregates: known };
}

/** The keys, the aggregates. */
export function groupColumns({ groupBy, aggregates }: LinkedGrouping, rows: readonly Column[]): readonly Column[] {
  return [
    ...rows
      .filter(({ name }) => groupBy.includes(name))
      .sort((a, b) => groupBy.indexOf(a.name) - groupBy.indexOf(b.name)),
    ...aggregates.map(({ name, expression: { type, nullable, origin } }) => ({ name, type, nullable, origin })),
  ];
}

/** The columns over all rows at once: of no row at all the aggregates are null too. */
export const columnsOfGroups = (grouping: LinkedGrouping, rows: readonly Column[]): readonly Column[] =>
  groupColumns(grouping, rows).map((column) =>
    grouping.groupBy.length === 0 ? { ...column, nullable: true } : column,
  );

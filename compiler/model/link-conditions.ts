import type { Report } from "../diagnostics/report.js";
import type { Expression, ScopeColumn } from "../expression/expression.js";
import { provenNotNull } from "../expression/facts.js";
import { type Clause, condition, type SeenColumn } from "./link-parts.js";
import type { LinkedExpectation } from "./linked.js";
import type { Table } from "./table.js";

export function linkWhere(
  { where }: Pick<Table, "where">,
  columns: readonly ScopeColumn[],
  report: Report,
): Clause<Expression> {
  return where && (condition(where, { columns, aggregates: "forbidden", clause: "where" }, report) ?? "broken");
}

/** One with an error is undefined. */
export function linkExpectations(
  { expectations }: Pick<Table, "expectations">,
  columns: readonly ScopeColumn[],
  report: Report,
): readonly (LinkedExpectation | undefined)[] {
  return expectations.map(({ name, that, otherwise }) => {
    const expression = condition(that, { columns, aggregates: "forbidden", clause: "expect" }, report);
    return expression && { name, expression, otherwise };
  });
}

/** The columns of the rows that are written: what `where` and `expect` prove not to be null is not. */
export function columnsThatPass(
  columns: readonly SeenColumn[],
  where: Clause<Expression>,
  expectations: readonly (LinkedExpectation | undefined)[],
): readonly SeenColumn[] {
  const demanded = expectations.flatMap((one) => (one && one.otherwise !== "warn" ? [one.expression] : []));
  const conditions = where === undefined || where === "broken" ? demanded : [where, ...demanded];
  const proven = new Set(conditions.flatMap(provenNotNull));
  return columns.map((column) => ({ ...column, nullable: column.nullable && !proven.has(column.name) }));
}

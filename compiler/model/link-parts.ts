import type { Report } from "../diagnostics/report.js";
import { closest } from "../diagnostics/suggest.js";
import { analyze } from "../expression/analyze.js";
import type { Expression, Scope, ScopeColumn } from "../expression/expression.js";
import { printType } from "../expression/type.js";
import type { Origin } from "../source/origin.js";
import { modelDiagnostics } from "./diagnostics.js";
import type { Column } from "./linked.js";
import type { ExpressionText, Named } from "./parts.js";
import type { Table } from "./table.js";

/** What a clause comes to: undefined where it is not written, `broken` where it has an error, which was reported. */
export type Clause<T> = T | undefined | "broken";

/** All of them, if none has an error. */
export const whole = <T>(parts: readonly (T | undefined)[]): readonly T[] | "broken" => {
  const sound = parts.filter((part) => part !== undefined);
  return sound.length === parts.length ? sound : "broken";
};

/** A column as the clauses after it see it. */
export type SeenColumn = Column & ScopeColumn;

/** A column that has an error, which was reported: expressions that use it stay silent. */
export const poisonedColumn = (name: string, origin: Origin): SeenColumn => ({
  name,
  origin,
  type: { kind: "null" },
  nullable: true,
  poisoned: true,
});

/** A table as messages name it. */
export const quoted = ({ layer, name }: Pick<Table, "layer" | "name">): string => `'${layer}.${name}'`;

/** An expression that is true or false; undefined if it is not, which was reported. */
export function condition({ text, origin }: ExpressionText, scope: Scope, report: Report): Expression | undefined {
  const expression = analyze(text, origin, scope, report);
  if (expression === undefined || expression.type.kind === "boolean") return expression;
  report.add(modelDiagnostics.notBoolean.at(origin, { clause: scope.clause, type: printType(expression.type) }));
  return undefined;
}

/** Whether a table has the column; reported if not. `table`: the table as a message names it. */
export function isColumn(
  { name, origin }: Named,
  table: string,
  columns: readonly { readonly name: string }[],
  report: Report,
): boolean {
  const names = columns.map((column) => column.name);
  const isKnown = names.includes(name);
  if (!isKnown)
    report.add(modelDiagnostics.unknownColumn.at(origin, { column: name, table, suggestion: closest(name, names) }));
  return isKnown;
}

/** Whether a table has the column, and points in time in it; reported if not. */
export function isTimestamp(
  column: Named,
  table: Table,
  clause: string,
  columns: readonly ScopeColumn[],
  report: Report,
): boolean {
  if (!isColumn(column, quoted(table), columns, report)) return false;
  const found = columns.find(({ name }) => name === column.name);
  if (found === undefined || found.poisoned || found.type.kind === "timestamp") return true;
  report.add(
    modelDiagnostics.notATimestamp.at(column.origin, { column: column.name, type: printType(found.type), clause }),
  );
  return false;
}

import type { Report } from "../diagnostics/report.js";
import { closest } from "../diagnostics/suggest.js";
import { analyze } from "../expression/analyze.js";
import type { Expression, Scope } from "../expression/expression.js";
import { printType } from "../expression/type.js";
import { modelDiagnostics } from "./diagnostics.js";
import type { ExpressionText, Named } from "./parts.js";

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

import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.js";
import type { Report } from "../../compiler/diagnostics/report.js";
import type { Expression } from "../../compiler/expression/expression.js";
import { transactPrinter } from "../../compiler/expression/print/to-transact.js";
import { transactTypeOf } from "../../compiler/expression/print/transact-types.js";
import { printType } from "../../compiler/expression/type.js";
import type { WarehouseIr, WarehouseViewIr } from "../../compiler/ir/warehouse.js";
import { sqlDiagnostics } from "./diagnostics.js";
import { refuseExternalTable } from "./external-table.js";
import { fieldsOf, rows } from "./view.js";

/** Reports what a view in T-SQL cannot say; true if there is anything. */
export function refuse(warehouses: readonly WarehouseIr[], report: Report): boolean {
  const found = warehouses.flatMap(({ schemas }) => schemas.flatMap(({ views }) => views.flatMap(ofView)));
  for (const diagnostic of found) report.add(diagnostic);
  return found.length > 0;
}

function ofView(view: WarehouseViewIr): readonly Diagnostic[] {
  const untyped = fieldsOf(view)
    .filter(({ type }) => transactTypeOf(type) === undefined)
    .map(({ name, type }) => {
      const columns = view.origin.child("columns");
      const isHideable = !columns.isWritten && view.columns.length > 1;
      const details = { view: view.name, column: name, type: printType(type), isHideable };
      return sqlDiagnostics.noSuchType.at(view.origin.child("from"), details);
    });
  const unfit = refuseExternalTable(view);
  if (untyped.length + unfit.length > 0) return [...untyped, ...unfit]; // what is made of them is another matter
  return [
    ...view.columns.flatMap(({ expression }) => unspelled(expression, "value", view.name)),
    ...(view.where ? unspelled(view.where, "holds", view.name) : []),
  ];
}

function unspelled(expression: Expression, as: "value" | "holds", view: string): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const printer = transactPrinter(rows, (what, because) => {
    found.push(sqlDiagnostics.noSuchMeaning.at(expression.origin, { view, what, because }));
  });
  printer[as](expression.node);
  if (found.length === 0 && transactTypeOf(expression.type) === undefined)
    found.push(
      sqlDiagnostics.noSuchMeaning.at(expression.origin, {
        view,
        what: `a value of ${printType(expression.type)}`,
        because: "T-SQL has no such type.",
      }),
    );
  return found.slice(0, 1); // the first says where to look
}

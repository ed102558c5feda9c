import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.js";
import type { Report } from "../../compiler/diagnostics/report.js";
import type { Expression } from "../../compiler/expression/expression.js";
import { columnsOf, type SpellColumn, transactPrinter } from "../../compiler/expression/print/to-transact.js";
import { ungroupable } from "../../compiler/expression/print/transact-aggregates.js";
import { transactTypeOf } from "../../compiler/expression/print/transact-types.js";
import { printType } from "../../compiler/expression/type.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { WarehouseGroupsIr, WarehouseViewIr } from "../../compiler/ir/warehouse.js";
import { refuseCetas } from "./cetas.js";
import { sqlDiagnostics } from "./diagnostics.js";
import { refuseExternalTable } from "./external-table.js";
import { maskOf } from "./mask.js";
import { readsOf, rowColumns, spellingOf } from "./reads.js";
import { groups } from "./view.js";

/** Reports what a view in T-SQL cannot say; true if there is anything. */
export function refuse(project: ProjectIr, report: Report): boolean {
  const found = project.warehouses.flatMap(({ schemas }) =>
    schemas.flatMap((schema) =>
      schema.views.flatMap((view) => [...ofView(view), ...refuseCetas(view, schema, project)]),
    ),
  );
  for (const diagnostic of found) report.add(diagnostic);
  return found.length > 0;
}

function ofView(view: WarehouseViewIr): readonly Diagnostic[] {
  const reads = readsOf(view);
  const untyped = reads.flatMap(({ fields, join }) =>
    fields
      .filter(({ type }) => transactTypeOf(type) === undefined)
      .map(({ name, type }) => {
        const columns = view.origin.child("columns");
        const isHideable =
          join === undefined &&
          view.groups === undefined &&
          !columns.isWritten &&
          view.columns.length > 1 &&
          view.columns.some((column) => column.name === name);
        const details = { view: view.name, column: name, type: printType(type), isHideable };
        return sqlDiagnostics.noSuchType.at(join?.origin.child("columns") ?? view.origin.child("from"), details);
      }),
  );
  const unread = reads
    .filter(({ landed }) => landed?.format === "json")
    .flatMap(({ fields }) => fields.filter((field) => field.type.kind === "binary"))
    .map(({ name }) => sqlDiagnostics.bytesOfLines.at(view.origin.child("from"), { view: view.name, column: name }));
  const unfit = [...unread, ...refuseExternalTable(view)];
  if (untyped.length + unfit.length > 0) return [...untyped, ...unfit]; // what is made of them is another matter
  const ofRows = told(spellingOf(view), view.name);
  const ofGroups = told(columnsOf(groups), view.name);
  return [
    ...rowColumns(view).flatMap(({ name, expression }) =>
      ofRows(expression, "value", maskOf(view.masks, name) === undefined ? 0 : 1),
    ),
    ...[view.where, ...(view.rows ?? []).map(({ where }) => where)].flatMap((where) =>
      where === undefined || where === "all" ? [] : ofRows(where, "holds"),
    ),
    ...view.joins.flatMap(({ on }) => on.flatMap((condition) => ofRows(condition, "holds"))),
    ...(view.groups
      ? [...ofKeys(view, view.groups), ...computedOf(view).flatMap((one) => ofGroups(one, "value"))]
      : []),
  ];
}

/** What is made of groups: all but the keys as they are, of which the rows have told. */
const computedOf = ({ columns }: WarehouseViewIr): readonly Expression[] =>
  columns.map(({ expression }) => expression).filter(({ isAggregate, node }) => isAggregate || node.kind !== "column");

/** The columns by whose values T-SQL does not group as Spark does. */
const ofKeys = ({ name: view, origin }: WarehouseViewIr, { rows, by }: WarehouseGroupsIr): readonly Diagnostic[] =>
  by.flatMap((key, at) => {
    const type = rows.find((row) => row.name === key)?.expression.type;
    const because = type && ungroupable(type);
    if (type === undefined || because === undefined) return [];
    const details = { view, what: `group_by of ${printType(type)}`, because };
    return [sqlDiagnostics.noSuchMeaning.at(origin.child("group_by").child(at), details)];
  });

const told = (columns: SpellColumn, view: string) =>
  /** `levels`: in how many CASEs it stands. */
  function unspelled(expression: Expression, as: "value" | "holds", levels = 0): readonly Diagnostic[] {
    const found: Diagnostic[] = [];
    const refused = (what: string, because: string | undefined): void => {
      found.push(sqlDiagnostics.noSuchMeaning.at(expression.origin, { view, what, because }));
    };
    const printer = transactPrinter(columns, refused, levels);
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
  };

import type { Report } from "../diagnostics/report.js";
import { analyze } from "../expression/analyze.js";
import type { Expression, Scope } from "../expression/expression.js";
import { type Clause, condition, isColumn, whole } from "./link-parts.js";
import { connectionTo } from "./link-source.js";
import type { Column, LinkedExposure, LinkedLookup, LinkedWarehouse, NamedExpression } from "./linked.js";
import type { Pipeline, Project } from "./model.js";
import type { Named } from "./parts.js";
import { isSound } from "./poisoned.js";
import type { Exposure } from "./warehouse.js";
import { warehouseDiagnostics } from "./warehouse-diagnostics.js";

/** Types what a pipeline exposes; undefined where that is nothing, or it has an error. `tableAt`: the table that a view reads. */
export function linkWarehouse(
  { name: pipeline, origin, warehouse }: Pipeline,
  project: Project,
  tableAt: (from: Named) => LinkedLookup | undefined,
  report: Report,
): LinkedWarehouse | undefined {
  if (warehouse === undefined) return undefined;
  const isFree = !ownSchemas.test(pipeline);
  if (!isFree) report.add(warehouseDiagnostics.takenSchema.at(origin.child("pipeline"), { pipeline }));
  const connection = warehouse.connection && connectionTo(warehouse.connection, "serverless-sql", project, report);
  const exposures = [...warehouse.exposures.values()]
    .filter(isSound)
    .flatMap((exposure) => linkExposure(exposure, tableAt(exposure.from), report) ?? []);
  return connection && isFree ? { pipeline, origin: warehouse.origin, connection, exposures } : undefined;
}

/** The schemas that each database has. */
const ownSchemas = /^(dbo|guest|sys|information_schema|db_[a-z]*)$/i;

function linkExposure(exposure: Exposure, table: LinkedLookup | undefined, report: Report): LinkedExposure | undefined {
  if (table === undefined) return undefined;
  const { origin, name, hide } = exposure;
  const read = table.output;
  if (hide.length > 0 && exposure.columns)
    report.add(warehouseDiagnostics.hideBesideColumns.at(origin.child("hide").key(), { view: name }));
  const areKnown = hide.map((column) => isColumn(column, `'${exposure.from.name}'`, read, report)).every(Boolean);
  const scope: Scope = { columns: read, aggregates: "forbidden", clause: "columns" };
  const columns = exposure.columns
    ? whole(exposure.columns.map((column) => computed(column.name, analyze(column.text, column.origin, scope, report))))
    : seen(exposure, read, report);
  const areUnlike = columnsAreUnlike(exposure, report);
  const where: Clause<Expression> =
    exposure.where && (condition(exposure.where, { ...scope, clause: "where" }, report) ?? "broken");
  if (columns === "broken" || where === "broken" || !areKnown || !areNames(exposure, columns, report)) return undefined;
  if (!areUnlike || (hide.length > 0 && exposure.columns)) return undefined;
  return { exposure, table, columns, where };
}

/** Whether no two have one name, but for the case of its letters. */
function columnsAreUnlike({ name: view, columns = [] }: Exposure, report: Report): boolean {
  const found = columns.flatMap((column, at) => {
    const other = columns.slice(0, at).find(({ name }) => name.toLowerCase() === column.name.toLowerCase());
    return other === undefined ? [] : [{ column, other }];
  });
  for (const { column, other } of found)
    report.add(
      warehouseDiagnostics.columnsAlike.at(column.origin.key(), { view, column: column.name, other: other.name }),
    );
  return found.length === 0;
}

const computed = (name: string, expression: Expression | undefined): NamedExpression | undefined =>
  expression && { name, expression };

/** The table's own columns, but for those that are hidden. */
function seen({ name, origin, hide }: Exposure, read: readonly Column[], report: Report) {
  const hidden = hide.map((column) => column.name);
  const left = read.filter((column) => !hidden.includes(column.name));
  if (left.length > 0) return left.map((column) => ({ name: column.name, expression: asItIs(column) }));
  report.add(warehouseDiagnostics.nothingSeen.at(origin.child("hide"), { view: name }));
  return "broken" as const;
}

const asItIs = ({ name, type, nullable, origin }: Column): Expression => ({
  syntax: { kind: "name", name, quoted: false, start: 0, end: name.length },
  node: { kind: "column", relation: undefined, name, type, nullable },
  type,
  nullable,
  isAggregate: false,
  references: [{ path: [name] }],
  origin,
});

/** The longest name that T-SQL knows. */
const longest = 128;

function areNames({ origin }: Exposure, columns: readonly NamedExpression[], report: Report): boolean {
  const names = columns.flatMap(({ name, expression }) => [name, ...expression.references.map(({ path }) => path[0])]);
  const long = [...new Set(names)].filter((name) => name.length > longest);
  if (long.length > 0) report.add(warehouseDiagnostics.longName.at(origin.child("from"), { columns: long }));
  return long.length === 0;
}

import type { Report } from "../diagnostics/report.js";
import { analyze } from "../expression/analyze.js";
import type { Expression, Scope } from "../expression/expression.js";
import { showsLanding } from "./exposed-landing.js";
import type { JoinedName } from "./join.js";
import { linkDedicated } from "./link-dedicated.js";
import { asItIs, isGrouped, linkExposedGroups, linkExposedJoins } from "./link-exposed.js";
import { linkVisibility } from "./link-masks.js";
import { linkPartitions } from "./link-partitions.js";
import { type Clause, condition, isColumn, whole } from "./link-parts.js";
import { connectionTo } from "./link-source.js";
import type { Column, LinkedExposure, LinkedLookup, LinkedWarehouse, NamedExpression } from "./linked.js";
import type { Pipeline, Project } from "./model.js";
import type { Named } from "./parts.js";
import { isSound } from "./poisoned.js";
import type { Exposure } from "./warehouse.js";
import { warehouseDiagnostics } from "./warehouse-diagnostics.js";

/** Types what a pipeline exposes; undefined where that is nothing, or it has an error. `tableAt`: a stored table; `shownAt`: that, or files that landed. */
export function linkWarehouse(
  { name: pipeline, origin, warehouse }: Pipeline,
  project: Project,
  tableAt: (from: Named) => LinkedLookup | undefined,
  shownAt: (from: Named) => LinkedExposure["table"] | undefined,
  report: Report,
): LinkedWarehouse | undefined {
  if (warehouse === undefined) return undefined;
  const isFree = !ownSchemas.test(pipeline);
  if (!isFree) report.add(warehouseDiagnostics.takenSchema.at(origin.child("pipeline"), { pipeline }));
  const connection = warehouse.connection && connectionTo(warehouse.connection, "serverless-sql", project, report);
  const exposures = [...warehouse.exposures.values()].filter(isSound).flatMap((exposure) => {
    const tables = exposure.joins.map((join) => tableAt(join.table));
    const linked = linkExposure(exposure, shownAt(exposure.from), whole(tables), project, report);
    if (linked === undefined) return [];
    const dedicated = linkDedicated(linked, project, report);
    return dedicated === "broken" ? [] : { ...linked, dedicated };
  });
  return connection && isFree ? { pipeline, origin: warehouse.origin, connection, exposures } : undefined;
}

/** The schemas that each database has. */
const ownSchemas = /^(dbo|guest|sys|information_schema|db_[a-z]*)$/i;

function linkExposure(
  exposure: Exposure,
  table: LinkedExposure["table"] | undefined,
  joined: readonly LinkedLookup[] | "broken",
  project: Project,
  report: Report,
): Omit<LinkedExposure, "dedicated"> | undefined {
  if (table === undefined || joined === "broken") return undefined;
  const { hide } = exposure;
  const read = table.output;
  const isHidden = hidesRightly(exposure, report);
  const areKnown = hide.map((column) => isColumn(column, `'${exposure.from.name}'`, read, report)).every(Boolean);
  const scope: Scope = { columns: read, aggregates: "forbidden", clause: "columns" };
  const columns = exposure.columns
    ? whole(exposure.columns.map((column) => computed(column.name, analyze(column.text, column.origin, scope, report))))
    : seen(exposure, read, report);
  const joins = linkExposedJoins(exposure, table, joined, report);
  const where: Clause<Expression> =
    exposure.where && (condition(exposure.where, { ...scope, clause: "where" }, report) ?? "broken");
  const areUnlike = columnsAreUnlike(exposure, report);
  if (columns === "broken" || joins === "broken" || where === "broken") return undefined;
  if (!areKnown || !isHidden || !areUnlike) return undefined;
  const rows = [...columns, ...joins.added];
  const grouped = linkExposedGroups(exposure, rows, report);
  if (grouped === "broken") return undefined;
  const onAll = joins.joins.flatMap(({ on }) => on);
  const conditions = onAll.map((expression) => ({ name: "on", expression }));
  if (!areNames(exposure, [...rows, ...(grouped?.columns ?? []), ...conditions], report)) return undefined;
  const seenColumns = grouped?.columns ?? rows;
  if (table.kind === "exposed-landing" && !showsLanding(exposure, seenColumns, report)) return undefined;
  const visibility = linkVisibility(exposure, seenColumns, scope, { where, joins: joins.joins }, project, report);
  const partitions = linkPartitions(exposure, seenColumns, report);
  if (visibility === "broken" || partitions === "broken") return undefined;
  const shown = { columns: seenColumns, where, joins: joins.joins, groups: grouped?.groups };
  return { exposure, table, ...shown, visibility, partitions };
}

/** Whether `hide` stands where there is something for it to hide; reported if not. */
function hidesRightly(exposure: Exposure, report: Report): boolean {
  const { name: view, origin, hide, columns } = exposure;
  if (hide.length === 0 || (columns === undefined && !isGrouped(exposure))) return true;
  const { hideBesideColumns, hideBesideGroups } = warehouseDiagnostics;
  report.add((columns ? hideBesideColumns : hideBesideGroups).at(origin.child("hide").key(), { view }));
  return false;
}

/** Whether no two have one name, but for the case of its letters. */
function columnsAreUnlike(exposure: Exposure, report: Report): boolean {
  const view = exposure.name;
  const rows = [...(exposure.columns ?? []), ...exposure.joins.flatMap(({ columns }) => columns.map(originOf))];
  const found = [rows, [...exposure.groupBy, ...exposure.aggregates]].flatMap((columns) => alike(columns));
  for (const { column, other } of found)
    report.add(
      warehouseDiagnostics.columnsAlike.at(column.origin.key(), { view, column: column.name, other: other.name }),
    );
  return found.length === 0;
}

/** Each column that has the name of one before it, but for the case of its letters. */
const alike = (columns: readonly Named[]) =>
  columns.flatMap((column, at) => {
    const other = columns.slice(0, at).find(({ name }) => name.toLowerCase() === column.name.toLowerCase());
    return other === undefined ? [] : [{ column, other }];
  });

const originOf = ({ name, of }: JoinedName): Named => ({ name, origin: of.origin });

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

/** The longest name that T-SQL knows. */
const longest = 128;

function areNames({ origin }: Exposure, columns: readonly NamedExpression[], report: Report): boolean {
  const names = columns.flatMap(({ name, expression }) => [name, ...expression.references.map(({ path }) => path[0])]);
  const long = [...new Set(names)].filter((name) => name.length > longest);
  if (long.length > 0) report.add(warehouseDiagnostics.longName.at(origin.child("from"), { columns: long }));
  return long.length === 0;
}

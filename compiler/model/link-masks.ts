import type { Report } from "../diagnostics/report.js";
import { closest } from "../diagnostics/suggest.js";
import type { Expression, Scope } from "../expression/expression.js";
import { printType } from "../expression/type.js";
import { grantDiagnostics } from "./grant-diagnostics.js";
import { isGrouped } from "./link-exposed.js";
import { condition, isColumn } from "./link-parts.js";
import type { LinkedExposure, NamedExpression } from "./linked.js";
import type { Mask, RowFilter, Shown } from "./mask.js";
import { isBypassed, type KeptRows } from "./mask-bypass.js";
import { maskDiagnostics } from "./mask-diagnostics.js";
import type { Project } from "./model.js";
import type { Named } from "./parts.js";
import { isSound } from "./poisoned.js";
import type { RolePrincipal } from "./role-principals.js";
import { transactPrincipals } from "./transact-principals.js";
import type { Exposure } from "./warehouse.js";

/** A column of a view whose values only some see. */
export interface LinkedMask {
  /** The column's name in the view. */
  readonly column: string;
  readonly show: Shown;
  /** Who sees them; none: nobody does. */
  readonly unmask: readonly RolePrincipal[];
}

/** The rows that a principal sees. */
export interface LinkedRowFilter {
  readonly principal: RolePrincipal;
  /** Over the columns of the view's table. */
  readonly where: Expression | "all";
}

/** Which values and rows of a view are not everybody's. */
export interface LinkedVisibility {
  readonly masks: readonly LinkedMask[];
  /** Undefined: everybody sees all rows. */
  readonly rows: readonly LinkedRowFilter[] | undefined;
}

/** The principals by whose roles a view tells what who asks may see; one may be there several times. */
export const toldApart = ({ visibility: { masks, rows = [] } }: Pick<LinkedExposure, "visibility">) => [
  ...masks.flatMap(({ unmask }) => unmask),
  ...rows.map(({ principal }) => principal),
];

/** `columns`: what the view shows; `scope`: of its table. What has an error is `broken`. */
export function linkVisibility(
  exposure: Exposure,
  columns: readonly NamedExpression[],
  scope: Scope,
  kept: KeptRows,
  project: Project,
  report: Report,
): LinkedVisibility | "broken" {
  if (exposure.masks.length > 0 && isGrouped(exposure)) {
    report.add(maskDiagnostics.maskOfGroups.at(exposure.origin.child("masks").key(), { view: exposure.name }));
    return "broken";
  }
  const masks = exposure.masks.map((mask) => linkMask(mask, exposure, columns, project, report));
  const rows = (exposure.rows ?? []).map((filter) => linkFilter(filter, scope, project, report));
  const found = { masks: masks.filter((one) => one !== undefined), rows: rows.filter((one) => one !== undefined) };
  if (found.masks.length < masks.length || found.rows.length < rows.length) return "broken";
  const visibility = { masks: found.masks, rows: exposure.rows && found.rows };
  return isBypassed(exposure, columns, visibility, kept, report) ? "broken" : visibility;
}

function linkMask(
  { column, show, unmask, origin }: Mask,
  { name: view, hide }: Exposure,
  columns: readonly NamedExpression[],
  project: Project,
  report: Report,
): LinkedMask | undefined {
  const principals = unmask.map((one) => principalOf(one, project, report));
  const found = principals.filter((one) => one !== undefined);
  if (hide.some(({ name }) => name === column.name)) {
    report.add(maskDiagnostics.maskOfHidden.at(column.origin, { view, column: column.name }));
    return undefined;
  }
  if (!isColumn(column, `'${view}'`, columns, report)) return undefined;
  const type = columns.find(({ name }) => name === column.name)?.expression.type;
  if (type === undefined || (show.kind !== "nothing" && type.kind !== "string")) {
    const details = { column: column.name, type: type ? printType(type) : "unknown" };
    report.add(maskDiagnostics.maskOfType.at(origin.child("show"), details));
    return undefined;
  }
  return found.length < principals.length ? undefined : { column: column.name, show, unmask: found };
}

function linkFilter(
  { principal: named, where }: RowFilter,
  scope: Scope,
  project: Project,
  report: Report,
): LinkedRowFilter | undefined {
  const principal = principalOf(named, project, report);
  const kept = where === "all" ? where : condition(where, { ...scope, clause: "rows" }, report);
  return principal && kept && { principal, where: kept };
}

/** Who it is; undefined if it is nobody, or has an error, which was reported. */
function principalOf({ name, origin }: Named, project: Project, report: Report): RolePrincipal | undefined {
  const declared = project.principals.get(name);
  if (declared === undefined) {
    const suggestion = closest(name, project.principals.keys());
    report.add(grantDiagnostics.unknownPrincipal.at(origin, { principal: name, suggestion }));
  }
  return isSound(declared) ? transactPrincipals(project).find((one) => one.name === name) : undefined;
}

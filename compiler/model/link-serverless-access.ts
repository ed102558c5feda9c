import type { Report } from "../diagnostics/report.js";
import { closest } from "../diagnostics/suggest.js";
import { columnsOf, declaredIn, foundIn } from "./added-grants.js";
import { twice } from "./check-access.js";
import type { ServerlessSqlConnection } from "./connection.js";
import type { Grant } from "./grant.js";
import type { FoundGrant, ViewObject } from "./granted-object.js";
import { toldApart } from "./link-masks.js";
import type { LinkedPipeline } from "./linked.js";
import type { Project } from "./model.js";
import type { Named } from "./parts.js";
import { samePlace } from "./same-place.js";
import type { ServerlessAccess, ViewGrant } from "./serverless-access.js";
import { transactGrantDiagnostics } from "./transact-grant-diagnostics.js";
import { isOfEntra, type LoginPrincipal, transactPrincipals } from "./transact-principals.js";

/** Who may read what the project's warehouses show, of all that is granted. */
export function linkServerlessAccess(
  all: readonly FoundGrant[],
  project: Project,
  pipelines: readonly LinkedPipeline[],
  report: Report,
): readonly ServerlessAccess[] {
  const found = foundIn("serverless-sql", all);
  for (const one of found) check(one, report);
  const principals = transactPrincipals(project).filter(isOfEntra);
  const connections = connectionsOf(pipelines);
  if (connections.length === 0 || principals.length === 0) return [];
  const access = connections.map((connection) => ({
    engine: "serverless-sql" as const,
    connection,
    principals,
    toldApart: principals.filter(({ name }) => toldApartIn(connection, pipelines).some((one) => one.name === name)),
    grants: principals.flatMap((principal) => {
      const own = found.filter(({ object }) => object.connection.name === connection.name);
      return added(principal, own);
    }),
  }));
  for (const [at, one] of access.entries()) for (const other of access.slice(0, at)) apart(one, other, report);
  return access;
}

/** One database has one script that says what somebody may do there. */
function apart(one: ServerlessAccess, other: ServerlessAccess, report: Report): void {
  const names = namesIn(other);
  if (!namesIn(one).some((name) => names.includes(name))) return;
  const same = samePlace([
    { one: one.connection.workspace, other: other.connection.workspace, fold: true },
    { one: one.connection.database, other: other.connection.database, fold: true },
  ]);
  if (same) twice(one.connection, other.connection, same, report, true);
}

const namesIn = ({ grants, toldApart }: ServerlessAccess): readonly string[] => [
  ...grants.map(({ principal }) => principal.name),
  ...toldApart.map(({ name }) => name),
];

const connectionsOf = (pipelines: readonly LinkedPipeline[]): readonly ServerlessSqlConnection[] => {
  const connections = pipelines.flatMap(({ warehouse }) => warehouse?.connection ?? []);
  return [...new Map(connections.map((one) => [one.name, one] as const)).values()];
};

const toldApartIn = ({ name }: ServerlessSqlConnection, pipelines: readonly LinkedPipeline[]) =>
  pipelines
    .flatMap(({ warehouse }) => (warehouse?.connection.name === name ? warehouse.exposures : []))
    .flatMap(toldApart);

/** All that `grants` of a pipeline may name: `warehouse.users`, and with the pipeline's name of others. */
export const viewPaths = (pipelines: readonly LinkedPipeline[], pipeline: string): readonly string[] =>
  pipelines.flatMap(({ warehouse }) =>
    (warehouse?.exposures ?? []).map(
      ({ exposure }) =>
        `${warehouse?.pipeline === pipeline ? "" : `${warehouse?.pipeline}/`}warehouse.${exposure.name}`,
    ),
  );

/** The view `warehouse.users`, or `reports/warehouse.users`; undefined if there is none, or it has an error, which was reported. */
export function viewObject(
  { pipeline: own, object }: Grant,
  [pipeline = own, view]: readonly [pipeline: string | undefined, view: string],
  { pipelines: written }: Project,
  pipelines: readonly LinkedPipeline[],
  report: Report,
): ViewObject | undefined {
  const warehouse = pipelines.find((one) => one.pipeline.name === pipeline)?.warehouse;
  const exposure = warehouse?.exposures.find((one) => one.exposure.name === view);
  if (warehouse && exposure)
    return { engine: "serverless-sql", connection: warehouse.connection, pipeline, name: object.name, exposure };
  const isWritten = written.find(({ name }) => name === pipeline)?.warehouse?.exposures.has(view) === true;
  if (!isWritten) unknown(object, viewPaths(pipelines, own), view, report);
  return undefined;
}

function unknown({ name, origin }: Named, known: readonly string[], view: string, report: Report): void {
  const suggestion = closest(name, known) ?? known.find((one) => one.endsWith(`warehouse.${view}`));
  report.add(transactGrantDiagnostics.unknownView.at(origin, { object: name, suggestion }));
}

function check({ grant, principal, object }: FoundGrant<ViewObject>, report: Report): void {
  if (principal.entra === undefined) {
    const related = [{ message: "It is declared here.", origin: principal.origin.key() }];
    const details = { principal: principal.name, connection: object.connection.name };
    report.add(transactGrantDiagnostics.noEntra.at(grant.object.origin, details, { related }));
  }
  const shown = object.exposure.columns.map(({ name }) => name);
  for (const { privilege, columns = [], origin } of grant.privileges) {
    if (privilege !== "select") {
      const details = { object: object.name, privilege, table: object.exposure.exposure.from.name };
      report.add(transactGrantDiagnostics.viewIsRead.at(origin, details));
    } else if (columns.length > 0 && object.exposure.exposure.as === "external-table") {
      report.add(transactGrantDiagnostics.externalTableColumns.at(origin, { object: object.name }));
    } else
      for (const column of columns.filter(({ name }) => !shown.includes(name))) {
        const isHidden = object.exposure.table.output.some(({ name }) => name === column.name);
        const suggestion = isHidden ? undefined : closest(column.name, shown);
        const details = { object: object.name, column: column.name, isHidden, suggestion };
        report.add(transactGrantDiagnostics.unknownViewColumn.at(column.origin, details));
      }
  }
}

/** What all pipelines grant to one principal, view by view. */
function added(principal: LoginPrincipal, found: readonly FoundGrant<ViewObject>[]): readonly ViewGrant[] {
  const own = found.filter((one) => one.principal.name === principal.name);
  const views = new Map(own.map(({ object }) => [object.exposure, object] as const));
  const declaredTo = declaredIn(own, ({ exposure }) => exposure);
  return [...views.values()].map((object) => {
    const declared = declaredTo(principal, object.exposure);
    const columns = columnsOf(declared.flatMap(({ privileges }) => privileges));
    return { principal, object, columns, declared };
  });
}

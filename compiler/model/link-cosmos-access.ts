import type { Report } from "../diagnostics/report.js";
import { closest } from "../diagnostics/suggest.js";
import { declaredIn, foundIn } from "./added-grants.js";
import type { CosmosConnection } from "./connection.js";
import type { CosmosAccess, CosmosScope } from "./cosmos-access.js";
import { cosmosDiagnostics } from "./cosmos-diagnostics.js";
import { entraPrincipals, unknownThere } from "./entra-principals.js";
import type { ContainersObject, FoundGrant } from "./granted-object.js";
import type { Project } from "./model.js";
import type { Named } from "./parts.js";
import { samePlace } from "./same-place.js";

/** Who may do what with containers of the project's accounts of Azure Cosmos DB, of all that is granted. */
export function linkCosmosAccess(
  all: readonly FoundGrant[],
  project: Project,
  report: Report,
): readonly CosmosAccess[] {
  const found = foundIn("cosmos", all);
  unknownThere(found, report);
  const connections = connectionsOf(project);
  for (const [at, one] of connections.entries()) {
    if (!project.origin.child("principals").isWritten)
      report.add(cosmosDiagnostics.noPrincipals.at(one.origin.child("containers").key(), { connection: one.name }));
    for (const other of connections.slice(0, at)) apart(one, other, report);
    for (const [place, scope] of one.containers.entries()) twice(scope, one.containers.slice(0, place), report);
  }
  const principals = entraPrincipals(project);
  const declaredTo = declaredIn(found, ({ scope }) => scope);
  return connections.map((connection) => ({
    engine: "cosmos" as const,
    connection,
    principals,
    grants: principals.flatMap((principal) =>
      connection.containers.flatMap((scope) => {
        const declared = declaredTo(principal, scope);
        return declared.length === 0 ? [] : [{ principal, scope, declared }];
      }),
    ),
  }));
}

const connectionsOf = ({ connections }: Project): readonly CosmosConnection[] =>
  [...connections.values()].filter(
    (one): one is CosmosConnection => one.kind === "cosmos" && one.containers.length > 0,
  );

/** All containers that `grants` may name: `connections.serving.shop.orders`. */
export const containerPaths = (project: Project): readonly string[] =>
  connectionsOf(project).flatMap(({ name, containers }) => containers.map((one) => `connections.${name}.${one.name}`));

/** The containers of a connection by their name, as it is written there; undefined if there are none, which was reported. */
export function containersObject(
  connection: CosmosConnection,
  path: string,
  { origin }: Named,
  report: Report,
): ContainersObject | undefined {
  const scope = connection.containers.find(({ name }) => name === path);
  if (scope) return { engine: "cosmos", connection, scope };
  const suggestion = closest(
    path,
    connection.containers.map(({ name }) => name),
  );
  const details = { connection: connection.name, container: path, suggestion };
  report.add(cosmosDiagnostics.unknownContainer.at(origin, details));
  return undefined;
}

/** Names of databases and containers have capitals of their own. */
function twice(one: CosmosScope, before: readonly CosmosScope[], report: Report): void {
  for (const other of before) {
    if (one.database === undefined || other.database === undefined) continue;
    if ((one.container === undefined) !== (other.container === undefined)) continue;
    const { environment } =
      samePlace([
        { one: one.database, other: other.database, fold: false },
        ...(one.container && other.container ? [{ one: one.container, other: other.container, fold: false }] : []),
      ]) ?? {};
    if (environment === undefined) continue;
    const related = [{ message: "It stands here.", origin: other.origin }];
    const details = { container: one.name, other: other.name, environment };
    report.add(cosmosDiagnostics.sameContainers.at(one.origin, details, { related }));
  }
}

/** One account has one template. */
function apart(one: CosmosConnection, other: CosmosConnection, report: Report): void {
  const same = samePlace([{ one: one.account, other: other.account, fold: true }]);
  if (!same) return;
  const details = { connection: one.name, other: other.name, environment: same.environment };
  const related = [{ message: "The other one is declared here.", origin: other.origin.key() }];
  report.add(cosmosDiagnostics.sameAccount.at(one.origin.key(), details, { related }));
}

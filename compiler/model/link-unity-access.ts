import type { Report } from "../diagnostics/report.js";
import { closest } from "../diagnostics/suggest.js";
import { declaredIn, foundIn } from "./added-grants.js";
import type { UnityConnection } from "./connection.js";
import type { FoundGrant, SecurableObject } from "./granted-object.js";
import type { Project } from "./model.js";
import type { Named } from "./parts.js";
import { samePlace } from "./same-place.js";
import type { UnityAccess } from "./unity-access.js";
import { unityDiagnostics } from "./unity-diagnostics.js";
import { checkApplicationIds, checkUnityPrincipals, unityPrincipals, unknownToUnity } from "./unity-principals.js";

/** Who may do what in the project's catalogs, of all that is granted. */
export function linkUnityAccess(all: readonly FoundGrant[], project: Project, report: Report): readonly UnityAccess[] {
  const found = foundIn("unity-catalog", all);
  unknownToUnity(found, report);
  checkApplicationIds(project, report);
  const connections = connectionsOf(project);
  for (const [at, one] of connections.entries()) {
    if (!project.origin.child("principals").isWritten)
      report.add(unityDiagnostics.noPrincipals.at(one.origin.child("objects").key(), { connection: one.name }));
    for (const { type, name, written, origin } of one.objects)
      if (type === "view" && name === undefined)
        report.add(unityDiagnostics.viewsOfSchema.at(origin.child("type"), { object: written }));
    for (const other of connections.slice(0, at)) apart(one, other, report);
  }
  const principals = unityPrincipals(project);
  if (connections.length > 0) checkUnityPrincipals(principals, report);
  const declaredTo = declaredIn(found, ({ securable }) => securable);
  return connections.map((connection) => ({
    engine: "unity-catalog" as const,
    connection,
    principals,
    grants: principals.flatMap((principal) =>
      connection.objects.flatMap((object) => {
        const declared = declaredTo(principal, object);
        return declared.length === 0 ? [] : [{ principal, object, declared }];
      }),
    ),
  }));
}

const connectionsOf = ({ connections }: Project): readonly UnityConnection[] =>
  [...connections.values()].filter((one): one is UnityConnection => one.kind === "unity-catalog");

/** All that `grants` may name: `connections.lakehouse.sales.orders`. */
export const unityPaths = (project: Project): readonly string[] =>
  connectionsOf(project).flatMap(({ name, objects }) => objects.map((one) => `connections.${name}.${one.written}`));

/** The object of a connection by its name; undefined if there is none, which was reported. */
export function unityObject(
  connection: UnityConnection,
  path: string,
  { origin }: Named,
  report: Report,
): SecurableObject | undefined {
  const securable = connection.objects.find(({ written }) => written === path);
  if (securable) return { engine: "unity-catalog", connection, securable };
  const suggestion = closest(
    path,
    connection.objects.map(({ written }) => written),
  );
  report.add(unityDiagnostics.unknownObject.at(origin, { connection: connection.name, object: path, suggestion }));
  return undefined;
}

/** One catalog has one script. Names of catalogs have no capitals of their own. */
function apart(one: UnityConnection, other: UnityConnection, report: Report): void {
  const same = samePlace([
    { one: one.workspace, other: other.workspace, fold: true },
    { one: one.catalog, other: other.catalog, fold: true },
  ]);
  if (!same) return;
  const details = { connection: one.name, other: other.name, environment: same.environment };
  const related = [{ message: "The other one is declared here.", origin: other.origin.key() }];
  report.add(unityDiagnostics.sameCatalog.at(one.origin.key(), details, { related }));
}

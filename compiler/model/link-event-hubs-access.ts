import type { Report } from "../diagnostics/report.js";
import { closest } from "../diagnostics/suggest.js";
import { declaredIn, foundIn } from "./added-grants.js";
import type { EventHubsConnection } from "./connection.js";
import { entraDiagnostics } from "./entra-diagnostics.js";
import { entraPrincipals, unknownThere } from "./entra-principals.js";
import type { FoundGrant, HubObject } from "./granted-object.js";
import type { EventHubsAccess } from "./linked-access.js";
import type { Project } from "./model.js";
import type { Named, Text } from "./parts.js";

/** Who may do what with the hubs of the project's namespaces, of all that is granted. */
export function linkEventHubsAccess(
  all: readonly FoundGrant[],
  project: Project,
  report: Report,
): readonly EventHubsAccess[] {
  const found = foundIn("event-hubs", all);
  unknownThere(found, report);
  const connections = connectionsOf(project);
  for (const [at, { name, origin }] of connections.entries()) {
    if (!project.origin.child("principals").isWritten)
      report.add(entraDiagnostics.noPrincipals.at(origin.child("hubs").key(), { connection: name }));
    apart(connections.slice(0, at + 1), report);
  }
  const principals = entraPrincipals(project);
  const declaredTo = declaredIn(found, ({ hub }) => hub);
  return connections.map((connection) => ({
    engine: "event-hubs" as const,
    connection,
    principals,
    grants: principals.flatMap((principal) =>
      connection.hubs.flatMap((hub) => {
        const declared = declaredTo(principal, hub);
        return declared.length === 0 ? [] : [{ principal, hub, declared }];
      }),
    ),
  }));
}

const connectionsOf = ({ connections }: Project): readonly EventHubsConnection[] =>
  [...connections.values()].filter(
    (one): one is EventHubsConnection => one.kind === "event-hubs" && one.hubs.length > 0,
  );

/** All hubs that `grants` may name: `connections.events.readings`. */
export const hubPaths = (project: Project): readonly string[] =>
  connectionsOf(project).flatMap(({ name, hubs }) => hubs.map(({ written }) => `connections.${name}.${written}`));

/** The hub of a connection by its name, as it is written there; undefined if there is none, which was reported. */
export function hubObject(
  connection: EventHubsConnection,
  path: string,
  { origin }: Named,
  report: Report,
): HubObject | undefined {
  const hub = connection.hubs.find(({ written }) => written === path);
  if (hub) return { engine: "event-hubs", connection, hub };
  const suggestion = closest(
    path,
    connection.hubs.map(({ written }) => written),
  );
  report.add(entraDiagnostics.unknownHub.at(origin, { connection: connection.name, hub: path, suggestion }));
  return undefined;
}

/** What is said of a hub stands in one template. Azure's names have no capitals of their own. */
function apart(connections: readonly EventHubsConnection[], report: Report): void {
  const last = connections.at(-1);
  const places = connections.flatMap((connection) =>
    connection.hubs.flatMap((hub) => placesOf(connection, hub).map((place) => ({ connection, hub, ...place }))),
  );
  for (const hub of last?.hubs ?? []) {
    const own = places.filter((one) => one.hub === hub);
    const before = places.slice(
      0,
      places.findIndex((one) => one.hub === hub),
    );
    const same = before.find((one) => own.some(({ place }) => place === one.place));
    if (last === undefined || same === undefined) continue;
    const { connection: other, environment } = same;
    const related = [{ message: "It stands here.", origin: same.hub.origin }];
    const details = { connection: last.name, other: other.name, hub: hub.written, environment };
    report.add(entraDiagnostics.sameNamespace.at(hub.origin, details, { related }));
  }
}

const placesOf = ({ namespace }: EventHubsConnection, hub: Text) =>
  [...hub.values].flatMap(([environment, name]) => {
    const where = namespace.values.get(environment);
    return where === undefined ? [] : [{ environment, place: `${environment}/${where}/${name}`.toLowerCase() }];
  });

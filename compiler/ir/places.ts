import { fingerprint } from "../lock/identity.js";
import type { LinkedHubSource, LinkedInput, LinkedSink, LinkedSource } from "../model/linked.js";
import { storedInputs } from "../model/views.js";
import type { PerEnvironment } from "./ir.js";
import { pathOf } from "./lower-tables.js";

/**
 * The places that a table's rows come from, through all tables between, joined ones among them: at others the same offsets and
 * versions mean other rows. In the order of the tables' paths, because the order in which they are written means nothing.
 */
export function placesOf(input: LinkedInput): readonly PerEnvironment[] {
  const seen = new Set<LinkedInput>(); // tables that are reached by several ways are looked at once
  return [...new Set(below(input))];

  function below(at: LinkedInput): readonly PerEnvironment[] {
    if (seen.has(at)) return [];
    seen.add(at);
    if (at.kind === "raw") return sourcePlaces(at.source);
    const read = [...storedInputs(at), ...at.joins.map((join) => join.table)];
    return read.sort((a, b) => (pathOf(a.table) < pathOf(b.table) ? -1 : 1)).flatMap(below);
  }
}

/** A sink has sent its rows to one place; another has none of them. */
export const sinkPlaces = ({ input, to }: LinkedSink): readonly PerEnvironment[] => [
  ...placesOf(input),
  to.kind === "hub" ? placeValues(to.connection) : to.connection.account.values,
  ...(to.kind === "folder" ? [to.connection.container.values] : []),
];

const sourcePlaces = (source: LinkedSource): readonly PerEnvironment[] =>
  source.kind === "hub"
    ? [placeValues(source.connection)]
    : [source.connection.account.values, source.connection.container.values];

const placeValues = (connection: LinkedHubSource["connection"]): PerEnvironment =>
  connection.kind === "kafka" ? connection.servers.values : connection.namespace.values;

/** The environment's part of a checkpoint's identity: eight digits for the values of the places, in their order. */
export const placeOfRows = (places: readonly PerEnvironment[], environment: string): string =>
  fingerprint(Object.fromEntries(places.map((values, at) => [`${at}`, values.get(environment) ?? ""])));

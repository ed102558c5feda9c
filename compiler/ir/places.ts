import { fingerprint } from "../lock/identity.js";
import type { LinkedHubSource, LinkedInput, LinkedSink, LinkedSource } from "../model/linked.js";
import type { PerEnvironment } from "./environment.js";
import { pathOf } from "./lower-tables.js";
import { tablesBelow } from "./tables-below.js";

/**
 * The places that a table's rows come from, through all tables that its position depends on: at others the same offsets and
 * versions mean other rows. In the order of the tables' paths, because the order in which they are written means nothing.
 */
export function placesOf(input: LinkedInput): readonly PerEnvironment[] {
  const places = new Set<PerEnvironment>();
  const seen = new Set<LinkedInput>(); // tables that are reached by several ways are looked at once
  const next = [input]; // a list of its own instead of the call stack, because a chain may be as long as it likes
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    if (at.kind === "raw") for (const place of sourcePlaces(at.source)) places.add(place);
    else next.push(...[...tablesBelow(at)].sort((a, b) => (pathOf(a.table) < pathOf(b.table) ? 1 : -1)));
  }
  return [...places];
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

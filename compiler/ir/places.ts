import { fingerprint } from "../lock/identity.js";
import type { LinkedHubSource, LinkedInput, LinkedSink, LinkedSource } from "../model/linked.js";
import type { PerEnvironment } from "./environment.js";
import { pathOf } from "./lower-tables.js";
import { tablesBelow } from "./tables-below.js";

/**
 * The places that a table's rows come from, through all tables that its position depends on: at others the same offsets and
 * versions mean other rows. In the order of the tables' paths, because the order in which they are written means nothing.
 */
export class Places {
  private readonly known = new Map<LinkedInput, readonly PerEnvironment[]>();

  /** Each table is looked at once, with a list instead of the call stack, because a chain may be as long as it likes. */
  of(input: LinkedInput): readonly PerEnvironment[] {
    const next = [input];
    for (let at = next.at(-1); at !== undefined; at = next.at(-1)) {
      const below = at.kind === "table" ? tablesBelow(at) : []; // what has landed stands in the lake, wherever it came from
      const unknown = below.filter((table) => !this.known.has(table));
      next.push(...unknown);
      if (unknown.length > 0) continue;
      next.pop();
      this.known.set(at, at.kind === "raw" ? sourcePlaces(at.source) : this.together(below));
    }
    return this.known.get(input) ?? [];
  }

  /** A sink has sent its rows to one place; another has none of them. */
  ofSink({ input, to }: LinkedSink): readonly PerEnvironment[] {
    return [
      ...this.of(input),
      to.kind === "hub" ? placeValues(to.connection) : to.connection.account.values,
      ...(to.kind === "folder" ? [to.connection.container.values] : []),
    ];
  }

  private together(tables: readonly LinkedInput[]): readonly PerEnvironment[] {
    const inOrder = [...tables].sort((a, b) => (pathOf(a.table) < pathOf(b.table) ? -1 : 1));
    const [first = [], ...others] = inOrder.map((table) => this.known.get(table) ?? []);
    const all = others.length === 0 ? first : [first, ...others].flat();
    const distinct = new Set(all);
    return distinct.size === all.length ? all : [...distinct];
  }
}

const sourcePlaces = (source: LinkedSource): readonly PerEnvironment[] =>
  source.kind === "hub"
    ? [placeValues(source.connection)]
    : [source.connection.account.values, source.connection.container.values];

const placeValues = (connection: LinkedHubSource["connection"]): PerEnvironment =>
  connection.kind === "kafka" ? connection.servers.values : connection.namespace.values;

/** All places that a query's checkpoint depends on: the lake, where its table is, and where its rows come from and go to. */
export const checkpointPlaces = (
  { account, container }: { readonly account: PerEnvironment; readonly container: PerEnvironment },
  { places }: { readonly places: readonly PerEnvironment[] },
): readonly PerEnvironment[] => [account, container, ...places];

/** The environment's part of a checkpoint's identity: eight digits for the values of the places, in their order. */
export const placeOfRows = (places: readonly PerEnvironment[], environment: string): string =>
  fingerprint(Object.fromEntries(places.map((values, at) => [`${at}`, values.get(environment) ?? ""])));

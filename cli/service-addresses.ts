import { isThisMachine, mayTakeTokens } from "../publish/access.js";
import { misused, type Refusal } from "./refusal.js";

export type Variables = Readonly<Record<string, string | undefined>>;

const names = [
  "SLUICE_ARM",
  "SLUICE_DATABRICKS",
  "SLUICE_SYNAPSE",
  "SLUICE_BLOB",
  "SLUICE_DFS",
  "SLUICE_VAULT",
] as const;

/** The services' addresses in other clouds, or of stand-ins, by environment variable; an empty variable says nothing. */
export type ServiceAddresses = ReadonlyMap<(typeof names)[number], string>;

export function serviceAddresses(variables: Variables): ServiceAddresses | Refusal {
  const given = names.flatMap((name) => {
    const value = variables[name] ?? "";
    return value === "" ? [] : [[name, value] as const];
  });
  const wrong = given.find(([, value]) => !mayTakeTokens(value));
  if (wrong === undefined) return new Map(given);
  const [name, value] = wrong;
  return misused(`${name} is the address of a service, 'https://…' (or 'http://' on this machine), not '${value}'.`);
}

/** A service's address without what ends it. */
export const trimmed = (url: string): string => url.replace(/\/+$/, "");

const standIns = {
  SLUICE_POSTGRES: { what: "a server", port: 5432, socket: "the folder of its socket" },
  SLUICE_CASSANDRA: { what: "a Cassandra", port: 9042, socket: undefined },
  SLUICE_REDIS: { what: "a Redis", port: 6379, socket: "the path of its socket" },
  SLUICE_SQL: { what: "a server", port: 1433, socket: undefined },
} as const;

/** Where a server is reached that stands in for all others of its kind, by a variable; undefined: each at its own host. */
export function standInAddress(
  variables: Variables,
  name: keyof typeof standIns,
): { readonly host: string; readonly port: number } | Refusal | undefined {
  const value = variables[name] ?? "";
  if (value === "") return undefined;
  const { what, port: usual, socket } = standIns[name];
  const [, host = "", port = `${usual}`] = /^(\/.+|[^:]+|\[::1\])(?::([0-9]{1,5}))?$/.exec(value) ?? [];
  // Nothing is encrypted on the way there.
  if ((host.startsWith("/") && socket !== undefined) || isThisMachine(host)) return { host, port: Number(port) };
  return misused(
    `${name} is ${what} on this machine, '127.0.0.1:${usual}'${socket === undefined ? "" : ` or ${socket}`}, not '${value}'.`,
  );
}

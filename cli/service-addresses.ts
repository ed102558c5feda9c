import { isThisMachine, mayTakeTokens } from "../publish/access.js";
import { misused, type Refusal } from "./refusal.js";

export type Variables = Readonly<Record<string, string | undefined>>;

const names = ["SLUICE_ARM", "SLUICE_DATABRICKS", "SLUICE_SYNAPSE", "SLUICE_BLOB", "SLUICE_VAULT"] as const;

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

/** Where a server of PostgreSQL is reached that stands in for all others, by SLUICE_POSTGRES; undefined: each at its own host. */
export function postgresAddress(
  variables: Variables,
): { readonly host: string; readonly port: number } | Refusal | undefined {
  const value = variables["SLUICE_POSTGRES"] ?? "";
  if (value === "") return undefined;
  const [, host = "", port = "5432"] = /^(\/.+|[^:]+|\[::1\])(?::([0-9]{1,5}))?$/.exec(value) ?? [];
  // Nothing is encrypted on the way there.
  if (host.startsWith("/") || isThisMachine(host)) return { host, port: Number(port) };
  return misused(
    `SLUICE_POSTGRES is a server on this machine, '127.0.0.1:5432' or the folder of its socket, not '${value}'.`,
  );
}

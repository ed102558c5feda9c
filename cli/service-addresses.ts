import { mayTakeTokens } from "../publish/access.js";
import { misused, type Refusal } from "./refusal.js";

export type Variables = Readonly<Record<string, string | undefined>>;

const names = ["SLUICE_ARM", "SLUICE_DATABRICKS", "SLUICE_SYNAPSE", "SLUICE_BLOB"] as const;

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

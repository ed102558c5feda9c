import { createHash } from "node:crypto";

/** What a query's position and state depend on, as plain data: names and texts, no places and no descriptions. */
export type IdentityFacts = { readonly [fact: string]: unknown };

/**
 * The symbolic identity of a query's checkpoint: `generation-fingerprint`, the same in every environment. Spark accepts
 * many changes on an old checkpoint and then gives wrong rows, so each fact that matters is part of the path.
 */
export function identityOf(facts: IdentityFacts, generation = 1): string {
  return `${generation}-${createHash("sha256").update(canonical(facts)).digest("hex").slice(0, 8)}`;
}

/** JSON with keys in order, so that the order in which facts were collected means nothing. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members: string[] = [];
    for (const [key, member] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      if (member !== undefined) members.push(`${JSON.stringify(key)}:${canonical(member)}`);
    return `{${members.join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}

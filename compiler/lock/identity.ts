import { hash } from "node:crypto";

/** What a query's position and state depend on: by clause a text, or texts by name. No places, no descriptions. */
export type Facts = { readonly [clause: string]: string | { readonly [name: string]: string } };

/** Eight hexadecimal digits for plain data: the same for the same data, in whatever order it was collected. */
export const fingerprint = (data: Facts): string => hash("sha256", canonical(data)).slice(0, 8);

/** JSON with keys in order. */
function canonical(value: Facts | Facts[string]): string {
  if (typeof value === "string") return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(",")}}`;
}

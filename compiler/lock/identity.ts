import { hash } from "node:crypto";

/** What a query's position and state depend on: by clause a text, or texts by name. No places, no descriptions. */
export type Facts = { readonly [clause: string]: string | { readonly [name: string]: string } };

/** Eight hexadecimal digits for plain data: the same for the same data, in whatever order it was collected. */
export const fingerprint = (data: Facts): string => hash("sha256", canonical(data)).slice(0, 8);

/** JSON with keys in order. */
function canonical(value: Facts | Facts[string]): string {
  if (typeof value === "string") return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? "")}`).join(",")}}`;
}

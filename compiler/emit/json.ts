/** JSON that a service or a tool reads; keys stand in the order in which they were built. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The text of a JSON artifact: two spaces, a final newline. */
export const printJson = (value: Json): string => `${JSON.stringify(value, null, 2)}\n`;

/** What `JSON.stringify` makes of an object with these entries, whose names are distinct and no numbers: V8 makes a class of its own for each object of names that no other has. */
export const printEntries = (entries: readonly (readonly [string, string])[]): string =>
  `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(",")}}`;

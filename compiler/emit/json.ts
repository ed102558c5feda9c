/** JSON that a service or a tool reads; keys stand in the order in which they were built. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The text of a JSON artifact: two spaces, a final newline. */
export const printJson = (value: Json): string => `${JSON.stringify(value, null, 2)}\n`;

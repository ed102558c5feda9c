import type { LinkedInput } from "./linked.js";

/** Whether a table is computed anew as a whole: then nobody can tell which of its rows are new. */
export const isReplaced = (input: LinkedInput): boolean =>
  input.kind === "table" && input.table.storage.write === "replace";

import type { Cursor } from "./cursor.js";
import type { Syntax } from "./syntax.js";

/** What a primary needs of the levels above it. */
export interface Grammar {
  readonly boolean: (cursor: Cursor) => Syntax;
  readonly list: (cursor: Cursor) => readonly Syntax[];
}

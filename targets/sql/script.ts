import { oneLine } from "../../compiler/emit/one-line.js";
import type { Transact } from "../../compiler/expression/print/transact.js";

/**
 * Scripts are run in order, each batch by itself, and may be run again: they change nothing that is as it should be. A batch ends with `GO`, as
 * some statements must be the first of theirs. https://learn.microsoft.com/sql/t-sql/language-elements/sql-server-utilities-statements-go
 */
export const script = (comments: readonly string[], batches: readonly Transact[]): string =>
  `${comments.map((line) => `-- ${oneLine(line)}\n`).join("")}${batches.map((batch) => `${batch.transact}\nGO\n`).join("\n")}`;

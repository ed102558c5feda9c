import type { LinkedInput, LinkedTable } from "../model/linked.js";
import type { Origin } from "../source/origin.js";

/** Where the watermark that a table inherits is declared, and what becomes of late rows is said. */
export function watermarkOrigins(linked: LinkedTable): readonly (readonly [name: string, of: Origin])[] {
  const at = watermarkTable(linked);
  const { origin } = at.table;
  return at === linked ? [] : ["watermark", "late_rows"].map((name) => [name, origin]);
}

/** The table that declares the watermark which a table has. */
export function watermarkTable(linked: LinkedTable): LinkedInput {
  let at: LinkedInput = linked;
  while (at.kind === "table" && at.watermark?.isInherited) [at] = at.inputs;
  return at;
}

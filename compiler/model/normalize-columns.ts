import type { Origin } from "../source/origin.js";
import type { SourceColumnsSpec } from "../spec/spec.generated.js";
import type { SourceColumn } from "./source.js";

/** The columns that a source declares. */
export const sourceColumns = (columns: SourceColumnsSpec, origin: Origin): readonly SourceColumn[] =>
  Object.entries(columns).map(([name, type]) => {
    const at = origin.child(name);
    return { name, origin: at, type: typeof type === "string" ? type : sourceColumns(type, at) };
  });

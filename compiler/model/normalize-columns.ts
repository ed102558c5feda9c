import type { Origin } from "../source/origin.js";
import type { SourceColumnSpec, SourceColumnsSpec } from "../spec/spec.generated.js";
import { isLabel, type Label } from "./sensitive.js";
import type { SourceColumn } from "./source.js";

/** The columns that a source declares. */
export const sourceColumns = (columns: SourceColumnsSpec, origin: Origin): readonly SourceColumn[] =>
  Object.entries(columns).map(([name, spec]) => {
    const at = origin.child(name);
    const marked = sensitive(spec);
    const { type, label } = marked ?? { type: spec, label: undefined };
    const typeOrigin = marked ? at.child("type") : at;
    return {
      name,
      origin: at,
      type: typeof type === "string" ? type : sourceColumns(type, typeOrigin),
      typeOrigin,
      sensitive: label,
    };
  });

/** `{ type: string, sensitive: pii }`; no struct has a field of a type that is a label. */
function sensitive(spec: SourceColumnSpec): { readonly type: SourceColumnSpec; readonly label: Label } | undefined {
  if (typeof spec === "string" || Object.keys(spec).length !== 2) return undefined;
  const { type, sensitive: label } = spec;
  return type !== undefined && isLabel(label) ? { type, label } : undefined;
}

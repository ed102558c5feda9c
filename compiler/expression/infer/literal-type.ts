import type { LiteralValue } from "../parse/syntax.js";
import type { DataType } from "../type.js";

export const literalType = (value: LiteralValue): DataType =>
  value.kind === "decimal" ? { kind: "decimal", precision: value.precision, scale: value.scale } : { kind: value.kind };

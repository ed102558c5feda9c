import { isOrderable } from "../../infer/common-type.js";
import type { DataType } from "../../type.js";

/** Why a value of the type cannot be made a key of a map, if it cannot: said of the value. */
export function keyProblem(type: DataType): string | undefined {
  if (!isOrderable(type)) return "is or holds a map, which cannot be a key.";
  return holdsDouble(type)
    ? "is or holds a double, which cannot be a key: of -0.0 Spark 3.5 makes another key than of 0.0, and Spark 4 the same. Cast it to a string or a decimal."
    : undefined;
}

export function holdsDouble(type: DataType): boolean {
  if (type.kind === "array") return holdsDouble(type.element);
  return type.kind === "double" || (type.kind === "struct" && type.fields.some((field) => holdsDouble(field.type)));
}

import type { DataType, Field } from "../type.js";
import { digitsOf, widerDecimal } from "./decimal.js";

/** The one type that values of both types become without failing or losing, as Spark widens them. */
export function commonType(a: DataType, b: DataType): DataType | undefined {
  if (a.kind === "null") return b;
  if (b.kind === "null") return a;
  if (isNumeric(a) && isNumeric(b)) return commonNumber(a, b);
  if (a.kind === "array" && b.kind === "array") {
    const element = commonType(a.element, b.element);
    return element && { kind: "array", element, containsNull: a.containsNull || b.containsNull };
  }
  if (a.kind === "map" && b.kind === "map") {
    const [key, value] = [commonType(a.key, b.key), commonType(a.value, b.value)];
    return key && value && { kind: "map", key, value, valueContainsNull: a.valueContainsNull || b.valueContainsNull };
  }
  if (a.kind === "struct" && b.kind === "struct") return commonStruct(a.fields, b.fields);
  if (a.kind === b.kind) return a;
  const isTime = (type: DataType): boolean => type.kind === "date" || type.kind === "timestamp";
  return isTime(a) && isTime(b) ? { kind: "timestamp" } : undefined;
}

function commonNumber(a: DataType, b: DataType): DataType | undefined {
  if (a.kind === "double" || b.kind === "double") return { kind: "double" };
  if (a.kind !== "decimal" && b.kind !== "decimal")
    return { kind: a.kind === "bigint" || b.kind === "bigint" ? "bigint" : "int" };
  const [digitsA, digitsB] = [digitsOf(a), digitsOf(b)];
  const digits = digitsA && digitsB && widerDecimal(digitsA, digitsB);
  return digits && { kind: "decimal", ...digits };
}

function commonStruct(a: readonly Field[], b: readonly Field[]): DataType | undefined {
  if (a.length !== b.length) return undefined;
  const fields: Field[] = [];
  for (const [i, field] of a.entries()) {
    const other = b[i];
    const type = other?.name === field.name ? commonType(field.type, other.type) : undefined;
    if (type === undefined) return undefined;
    fields.push({ name: field.name, type, nullable: field.nullable || other?.nullable === true });
  }
  return { kind: "struct", fields };
}

export const isNumeric = (type: DataType): boolean =>
  isWhole(type) || type.kind === "decimal" || type.kind === "double";

export const isWhole = (type: DataType): boolean => type.kind === "int" || type.kind === "bigint";

/** Whether values have an order: everything except maps, and what holds maps. */
export function isOrderable(type: DataType): boolean {
  if (type.kind === "map") return false;
  if (type.kind === "array") return isOrderable(type.element);
  return type.kind !== "struct" || type.fields.every((field) => isOrderable(field.type));
}

/** A type with every element and field allowed to be null: what parsing makes. */
export function allNullable(type: DataType): DataType {
  switch (type.kind) {
    case "array":
      return { kind: "array", element: allNullable(type.element), containsNull: true };
    case "map":
      return { kind: "map", key: allNullable(type.key), value: allNullable(type.value), valueContainsNull: true };
    case "struct":
      return {
        kind: "struct",
        fields: type.fields.map((field) => ({ name: field.name, type: allNullable(field.type), nullable: true })),
      };
    default:
      return type;
  }
}

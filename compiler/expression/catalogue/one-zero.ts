import { printIdentifier } from "../print/identifier.js";
import type { DataType } from "../type.js";
import { holdsDouble } from "./checks/map-key.js";

/**
 * The spelling of a value in which every -0.0 is 0.0, so that of values that are equal it does not matter which one is taken; the text
 * itself, if the type holds no double. The value is orderable: no map is in it.
 */
export function oneZero(text: string, type: DataType, nullable: boolean, depth = 0): string {
  if (!holdsDouble(type)) return text;
  if (type.kind === "array") {
    const element = `element${depth}`;
    return `transform(${text}, ${element} -> ${oneZero(element, type.element, type.containsNull, depth + 1)})`;
  }
  if (type.kind !== "struct") return `${text} + 0D`;
  const fields = type.fields.map((field) => {
    const value = oneZero(`${text}.${printIdentifier(field.name)}`, field.type, nullable || field.nullable, depth);
    return `${quoted(field.name)}, ${value}`;
  });
  const made = `named_struct(${fields.join(", ")})`;
  return nullable ? `case when ${text} is not null then ${made} end` : made;
}

/** The type of what that spelling makes: a field of what can be null can be null itself. */
export function withOneZero(type: DataType, nullable: boolean): DataType {
  if (!holdsDouble(type)) return type;
  if (type.kind === "array") return { ...type, element: withOneZero(type.element, type.containsNull) };
  if (type.kind !== "struct") return type;
  const fields = type.fields.map((field) => {
    const isNullable = nullable || field.nullable;
    return { ...field, type: withOneZero(field.type, isNullable), nullable: isNullable };
  });
  return { kind: "struct", fields };
}

const quoted = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

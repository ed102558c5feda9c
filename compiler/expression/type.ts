import { printIdentifier } from "./print/identifier.js";

/** The type of a column or an expression. Names are those that a person writes in the YAML. */
export type DataType =
  | { readonly kind: SimpleKind }
  | { readonly kind: "decimal"; readonly precision: number; readonly scale: number }
  | { readonly kind: "array"; readonly element: DataType; readonly containsNull: boolean }
  | { readonly kind: "map"; readonly key: DataType; readonly value: DataType; readonly valueContainsNull: boolean }
  | { readonly kind: "struct"; readonly fields: readonly Field[] };

export type SimpleKind =
  | "string"
  | "boolean"
  | "int"
  | "bigint"
  | "double"
  | "date"
  | "timestamp"
  | "binary"
  /** A length of time (`INTERVAL 10 MINUTES`); lives in expressions only. */
  | "interval"
  /** The type of a bare `null`; lives in expressions only. */
  | "null";

export interface Field {
  readonly name: string;
  readonly type: DataType;
  readonly nullable: boolean;
}

/** The same words again; Spark's DDL takes them too. Whether an element or a field can be null is not part of them. */
export function printType(type: DataType): string {
  switch (type.kind) {
    case "decimal":
      return `decimal(${type.precision},${type.scale})`;
    case "array":
      return `array<${printType(type.element)}>`;
    case "map":
      return `map<${printType(type.key)},${printType(type.value)}>`;
    case "struct":
      return `struct<${type.fields.map((field) => `${printIdentifier(field.name)}:${printType(field.type)}`).join(",")}>`;
    default:
      return type.kind;
  }
}

/** Whether two types are written alike. Whether elements and fields can be null does not count. */
export function sameType(a: DataType, b: DataType): boolean {
  switch (a.kind) {
    case "decimal":
      return b.kind === "decimal" && a.precision === b.precision && a.scale === b.scale;
    case "array":
      return b.kind === "array" && sameType(a.element, b.element);
    case "map":
      return b.kind === "map" && sameType(a.key, b.key) && sameType(a.value, b.value);
    case "struct":
      return (
        b.kind === "struct" &&
        a.fields.length === b.fields.length &&
        a.fields.every((field, i) => sameField(field, b.fields[i]))
      );
    default:
      return a.kind === b.kind;
  }
}

const sameField = (a: Field, b: Field | undefined): boolean =>
  b !== undefined && a.name === b.name && sameType(a.type, b.type);

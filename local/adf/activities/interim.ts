import { ActivityError } from "../activity.js";
import { formatMoment } from "./moment.js";

/**
 * The types that the service gives values on their way, by those of the database.
 * https://learn.microsoft.com/azure/data-factory/connector-sql-server#data-type-mapping-for-sql-server
 */
const interimTypes: Readonly<Record<string, InterimType>> = {
  BIGINT: "Int64",
  INTEGER: "Int32",
  SMALLINT: "Int16",
  BOOLEAN: "Boolean",
  CHARACTER: "String",
  "CHARACTER VARYING": "String",
  DECIMAL: "Decimal",
  NUMERIC: "Decimal",
  "DOUBLE PRECISION": "Double",
  REAL: "Single",
  DATE: "DateTime",
  TIMESTAMP: "DateTime",
  UUID: "Guid",
};

export type InterimType =
  | "Int64"
  | "Int32"
  | "Int16"
  | "Boolean"
  | "String"
  | "Decimal"
  | "Double"
  | "Single"
  | "DateTime"
  | "Guid";

/** A column on its way; its cells are written as the database writes them. */
export interface InterimColumn {
  readonly name: string;
  readonly type: InterimType;
  /** Of a `Decimal`. */
  readonly precision: number;
  readonly scale: number;
  /** How a point in time becomes a text, if it does. */
  readonly format: string | undefined;
}

export const interimType = (type: string): InterimType | undefined =>
  Object.hasOwn(interimTypes, type) ? interimTypes[type] : undefined;

/** A value as text, as .NET writes it in the invariant culture. */
export function textOf(cell: string, { type, format, name }: InterimColumn): string {
  switch (type) {
    case "Boolean":
      return cell === "TRUE" ? "True" : "False";
    case "Double":
    case "Single":
      return floatText(Number(cell));
    case "DateTime":
      if (format === undefined)
        throw new ActivityError(`The mapping has no dateTimeFormat, and '${name}' is a point in time.`);
      return formatMoment(cell, format);
    default:
      return cell;
  }
}

/** The shortest digits that are the same number; with an exponent where .NET writes one. */
function floatText(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size === 0 || (size >= 1e-5 && size < 1e15)) return String(value);
  const [mantissa = "", exponent = ""] = value.toExponential().split("e");
  return `${mantissa}E${exponent.slice(0, 1)}${exponent.slice(1).padStart(2, "0")}`;
}

import type { DataType } from "../../compiler/expression/type.js";
import type { BodyIr } from "../../compiler/ir/table.js";

/** What makes columns of bodies: a function that notebooks share. */
export type Parser = "json_body" | "exact_json_body" | "csv_body" | "columns_body";

/** Spark's parser of JSON may take a decimal, a day or a time for another one than what is written: for columns with any there is another. */
export function parserOf({ format, columns }: BodyIr): Parser {
  if (format === "json") return columns.some(({ type }) => isMisread(type)) ? "exact_json_body" : "json_body";
  return format === "csv" ? "csv_body" : "columns_body";
}

function isMisread(type: DataType): boolean {
  switch (type.kind) {
    case "decimal":
    case "date":
    case "timestamp":
      return true;
    case "array":
      return isMisread(type.element);
    case "map":
      return isMisread(type.value);
    case "struct":
      return type.fields.some((field) => isMisread(field.type));
    default:
      return false;
  }
}

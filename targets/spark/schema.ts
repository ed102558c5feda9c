import { printIdentifier } from "../../compiler/expression/print/identifier.js";
import { type DataType, printType } from "../../compiler/expression/type.js";
import type { FieldIr, TableIr } from "../../compiler/ir/ir.js";
import type { Python } from "./python.js";
import { literal, withinTripleQuotes } from "./python.js";

/** A type as Spark's DDL spells it. */
export const ddl = (type: DataType): string => printType(type);

/** Columns as one text of DDL. */
export const columnsDdl = (columns: readonly FieldIr[]): Python =>
  literal(columns.map((field) => `${printIdentifier(field.name)} ${ddl(field.type)}`).join(", "));

/** A table's column definitions, one a line: text between three double quotes. */
export const columnDefinitions = ({ columns }: TableIr): Python =>
  withinTripleQuotes(columns.map((field) => `        ${definition(field)}`).join(",\n"));

const definition = ({ name, type, nullable }: FieldIr): string =>
  `${printIdentifier(name)} ${ddl(type)}${nullable ? "" : " NOT NULL"}`;

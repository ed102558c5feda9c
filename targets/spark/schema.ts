import { printIdentifier } from "../../compiler/expression/print/identifier.js";
import { type DataType, printType } from "../../compiler/expression/type.js";
import type { FieldIr, TableIr } from "../../compiler/ir/table.js";
import type { Python } from "./python.js";
import { literal, withinTripleQuotes } from "./python.js";

/** A type as Spark's DDL spells it. */
export const ddl = (type: DataType): string => printType(type);

/** Columns as one text of DDL. */
export const ddlOf = (columns: readonly FieldIr[]): string =>
  columns.map(({ name, type }) => `${printIdentifier(name)} ${ddl(type)}`).join(", ");

/** The same in Python. */
export const columnsDdl = (columns: readonly FieldIr[]): Python => literal(ddlOf(columns));

/** A table's column definitions, one a line: text between three double quotes. */
export const columnDefinitions = ({ columns }: TableIr): Python =>
  withinTripleQuotes(columns.map((field) => `        ${definition(field)}`).join(",\n"));

const definition = ({ name, type, nullable }: FieldIr): string =>
  `${printIdentifier(name)} ${ddl(type)}${nullable ? "" : " NOT NULL"}`;

import { printIdentifier } from "../../compiler/expression/print/identifier.js";
import { type DataType, type Field, printType } from "../../compiler/expression/type.js";
import type { TableIr } from "../../compiler/ir/table.js";
import type { Python } from "./python.js";
import { literal, withinTripleQuotes } from "./python.js";

/** A type as Spark's DDL spells it. */
export const ddl = (type: DataType): string => printType(type);

/** Columns as one text of DDL. */
export const ddlOf = (columns: readonly Field[]): string =>
  columns.map(({ name, type }) => `${printIdentifier(name)} ${ddl(type)}`).join(", ");

/** The same in Python. */
export const columnsDdl = (columns: readonly Field[]): Python => literal(ddlOf(columns));

/** The same in Python, with those that cannot be null. */
export const requiredColumnsDdl = (columns: readonly Field[]): Python => literal(columns.map(definition).join(", "));

/** A table's column definitions, one a line: text between three double quotes. */
export const columnDefinitions = ({ columns }: TableIr): Python =>
  withinTripleQuotes(columns.map((field) => `        ${definition(field)}`).join(",\n"));

const definition = ({ name, type, nullable }: Field): string =>
  `${printIdentifier(name)} ${ddl(type)}${nullable ? "" : " NOT NULL"}`;

import type { SqlType } from "./syntax.js";

/** A value as DuckDB computes it. */
export interface Value {
  readonly duck: string;
  readonly type: SqlType;
  /** It is written out, so that one of another type may stand for it: `'2026-01-31'` for a date. */
  readonly literal?: string;
  /** Letters and digits alone. */
  readonly isHex?: true;
  /** A number that is written out. */
  readonly written?: string;
  /** Of a collation in which characters are counted, and texts not compared. */
  readonly isCounted?: true;
  /** How many bytes a text has at the most, if that is less than its type says. */
  readonly bytes?: number;
  /** A part of a text, which may be cast to a type that is long enough for what there is. */
  readonly isCut?: true;
  /** A time that is told in UTC. */
  readonly isOfUtc?: true;
  /** What a line of JSON has, as it was read: a list of its fields, and whether it is JSON. */
  readonly json?: { readonly fields: string; readonly is: string };
  /** A text of any length, which a cast to a shorter type cuts. */
  readonly isOfField?: true;
  /** Where something stands in a text, from 1; 0: nowhere. */
  readonly isPosition?: true;
}

export interface Column extends Value {
  readonly name: string;
}

/** The columns that an expression may use, and what their rows are called. */
export interface Scope {
  readonly alias: string;
  readonly columns: readonly Column[];
  /** What the only `*` of a pattern of files stands for; undefined: there is none. */
  readonly folder?: string;
}

export const isText = (type: SqlType): type is SqlType & { readonly kind: "varchar" | "nvarchar" } =>
  type.kind === "varchar" || type.kind === "nvarchar";

export const isWhole = ({ kind }: SqlType): boolean => kind === "int" || kind === "bigint";

export const isNumber = (type: SqlType): boolean => isWhole(type) || ["decimal", "float", "bit"].includes(type.kind);

export function duckType(type: SqlType): string {
  switch (type.kind) {
    case "bit":
      return "UTINYINT";
    case "int":
      return "INTEGER";
    case "bigint":
      return "BIGINT";
    case "float":
      return "DOUBLE";
    case "date":
      return "DATE";
    case "decimal":
      return `DECIMAL(${type.precision}, ${type.scale})`;
    case "datetime2":
      return "TIMESTAMP";
    case "datetimeoffset":
      return "TIMESTAMPTZ";
    case "varchar":
    case "nvarchar":
      return "VARCHAR";
    case "varbinary":
      return "BLOB";
  }
}

export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export const duckName = (text: string): string => `"${text.replaceAll('"', '""')}"`;

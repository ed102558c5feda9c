import { closest } from "../../diagnostics/suggest.js";
import type { DatabaseSourceSpec } from "../spec.generated.js";

export type DatabaseKind = DatabaseSourceSpec["kind"];

/** What a column of a database's own type is read as: a type of the language. */
export type TypeRead =
  | { readonly kind: "read"; readonly type: string }
  /** The database has it; what lands cannot hold it. */
  | { readonly kind: "unreadable" }
  | { readonly kind: "unknown"; readonly suggestion: string | undefined };

/** `decimal`: with as many digits as are written, or the database's default. */
type Words = Readonly<Record<string, string | "decimal" | "unreadable">>;

/**
 * The types of T-SQL and what the copy makes of them, as `docs/databases.md` tells:
 * https://learn.microsoft.com/azure/data-factory/connector-sql-server#data-type-mapping-for-sql-server
 */
const transact: Words = {
  bit: "boolean",
  ...{ tinyint: "int", smallint: "int", int: "int", bigint: "bigint" },
  ...{ decimal: "decimal", numeric: "decimal", money: "decimal(19,4)", smallmoney: "decimal(10,4)" },
  ...{ float: "double", real: "double" },
  ...{ date: "date", datetime: "timestamp", datetime2: "timestamp", smalldatetime: "timestamp" },
  ...{ char: "string", varchar: "string", nchar: "string", nvarchar: "string", text: "string", ntext: "string" },
  uniqueidentifier: "string",
  ...{ datetimeoffset: "unreadable", time: "unreadable", xml: "unreadable", json: "unreadable", vector: "unreadable" },
  ...{ binary: "unreadable", varbinary: "unreadable", image: "unreadable" },
  ...{ rowversion: "unreadable", timestamp: "unreadable", sql_variant: "unreadable" },
  ...{ hierarchyid: "unreadable", geography: "unreadable", geometry: "unreadable" },
};

/**
 * The types of PostgreSQL, by the names that its catalogue has for them and by those that people write.
 * https://www.postgresql.org/docs/current/datatype.html
 * https://learn.microsoft.com/azure/data-factory/connector-postgresql#data-type-mapping-for-postgresql
 */
const postgres: Words = {
  ...{ boolean: "boolean", bool: "boolean" },
  ...{ smallint: "int", int2: "int", integer: "int", int: "int", int4: "int", smallserial: "int", serial: "int" },
  ...{ bigint: "bigint", int8: "bigint", bigserial: "bigint" },
  ...{ numeric: "decimal", decimal: "decimal", money: "decimal(19,2)" },
  ...{ real: "double", float4: "double", "double precision": "double", float8: "double" },
  ...{ date: "date", timestamp: "timestamp", timestamptz: "timestamp" },
  ...{ "timestamp without time zone": "timestamp", "timestamp with time zone": "timestamp" },
  ...{ text: "string", varchar: "string", "character varying": "string" },
  ...{ char: "string", character: "string", bpchar: "string" },
  ...{ uuid: "string", json: "string", jsonb: "string", xml: "string" },
  ...{ bytea: "unreadable", bit: "unreadable", "bit varying": "unreadable", interval: "unreadable" },
  ...{ time: "unreadable", "time without time zone": "unreadable", "time with time zone": "unreadable" },
  ...{ timetz: "unreadable", array: "unreadable", "user-defined": "unreadable" },
};

const wordsOf: Readonly<Record<DatabaseKind, Words>> = { "sql-server": transact, "azure-sql": transact, postgres };

export const isDatabaseKind = (kind: unknown): kind is DatabaseKind =>
  typeof kind === "string" && Object.hasOwn(wordsOf, kind);

/** `written`: `nvarchar(50)`, `decimal(12,2)`, as the database's catalogue or a CREATE TABLE has it. */
export function typeRead(written: string, kind: DatabaseKind): TypeRead {
  const words = wordsOf[kind];
  const [, name = "", length, scale, zone = ""] =
    /^([a-z_][a-z0-9_-]*(?: [a-z]+)*?)(?:\s*\(\s*(\d+|max)\s*(?:,\s*(\d+)\s*)?\))?( with(?:out)? time zone)?$/.exec(
      written.trim().toLowerCase(),
    ) ?? [];
  const word = `${name}${zone}`;
  const read = Object.hasOwn(words, word) ? words[word] : undefined;
  if (read === undefined) return { kind: "unknown", suggestion: closest(word, Object.keys(words)) };
  if (read === "unreadable") return { kind: "unreadable" };
  if (read !== "decimal") return { kind: "read", type: read };
  // Of PostgreSQL one without digits has as many as a value needs.
  return kind === "postgres" && length === undefined ? { kind: "unreadable" } : decimal(length, scale);
}

/** The words with which types of the language begin. */
export const languageTypes: readonly string[] = [
  ...["string", "boolean", "int", "bigint", "double", "date", "timestamp", "binary"],
  ...["decimal", "array", "map", "struct"],
];

/** Whether a type is one of the database's own and no word of the language. */
export function isOfDatabaseOnly(written: string, kind: DatabaseKind): boolean {
  const [word = ""] = /^[a-z_]*/.exec(written.trim().toLowerCase()) ?? [];
  return !languageTypes.includes(word) && typeRead(written, kind).kind !== "unknown";
}

/** https://learn.microsoft.com/sql/t-sql/data-types/decimal-and-numeric-transact-sql has the defaults. */
function decimal(length = "18", scale = "0"): TypeRead {
  const [precision, behind] = [Number(length), Number(scale)];
  // The copy's decimal is that of .NET, which has 28 digits.
  const isReadable = precision >= 1 && precision <= 28 && behind <= precision;
  return isReadable ? { kind: "read", type: `decimal(${precision},${behind})` } : { kind: "unreadable" };
}

/** A table's name as the database tells names apart: PostgreSQL by case too, those of T-SQL not, unless they are made so. */
export const tableAsCompared = (table: string, kind: DatabaseKind): string =>
  kind === "postgres" ? table : table.toLowerCase();

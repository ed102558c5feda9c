import type { DatabaseIr, PostgresDatabaseIr, TransactDatabaseIr } from "../../compiler/ir/database.js";

/** What the service calls a kind of database, where it is named: its linked service, its tables, and what reads them. */
export type DatabaseWords = TransactWords | PostgresWords;

/** Of one that is asked in T-SQL. */
export type TransactWords = (typeof transact)[TransactDatabaseIr["kind"]];

export type PostgresWords = typeof postgres;

const transact = {
  "sql-server": { service: "SqlServer", table: "SqlServerTable", source: "SqlServerSource" },
  "azure-sql": { service: "AzureSqlDatabase", table: "AzureSqlTable", source: "AzureSqlSource" },
} as const satisfies Readonly<Record<TransactDatabaseIr["kind"], unknown>>;

/** Of the vendor's two connectors the one for any server. https://learn.microsoft.com/azure/data-factory/connector-postgresql */
const postgres = { service: "PostgreSqlV2", table: "PostgreSqlV2Table", source: "PostgreSqlV2Source" } as const;

export function databaseWords(database: TransactDatabaseIr): TransactWords;
export function databaseWords(database: PostgresDatabaseIr): PostgresWords;
export function databaseWords(database: DatabaseIr): DatabaseWords;
export function databaseWords({ kind }: DatabaseIr): DatabaseWords {
  return kind === "postgres" ? postgres : transact[kind];
}

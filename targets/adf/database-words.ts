import type { DatabaseIr } from "../../compiler/ir/database.js";

/** What the service calls a kind of database, where it is named: its linked service, its tables, and what reads them. */
export type DatabaseWords = (typeof words)[keyof typeof words];

const words = {
  "sql-server": { service: "SqlServer", table: "SqlServerTable", source: "SqlServerSource" },
  "azure-sql": { service: "AzureSqlDatabase", table: "AzureSqlTable", source: "AzureSqlSource" },
} as const satisfies Readonly<Record<DatabaseIr["kind"], unknown>>;

export const databaseWords = ({ kind }: DatabaseIr): DatabaseWords => words[kind];

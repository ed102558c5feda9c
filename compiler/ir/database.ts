import type { Field } from "../expression/type.js";
import type { PerEnvironment } from "./environment.js";
import type { SecretRef } from "./secret.js";

/** A database that is reached by a connection. */
export type DatabaseIr = TransactDatabaseIr | PostgresDatabaseIr;

interface DatabasePlaceIr {
  /** The connection's name. */
  readonly name: string;
  readonly server: PerEnvironment;
  readonly database: PerEnvironment;
  /** The integration runtime that reaches it; undefined: the service reaches it itself. */
  readonly integrationRuntime: string | undefined;
}

/** One that is asked in T-SQL. */
export interface TransactDatabaseIr extends DatabasePlaceIr {
  readonly kind: "sql-server" | "azure-sql";
  readonly login: DatabaseLoginIr;
  /** The credential as which publishing has its scripts run; undefined: people run them. */
  readonly deployAs: string | undefined;
}

export interface PostgresDatabaseIr extends DatabasePlaceIr {
  readonly kind: "postgres";
  readonly login: PasswordLoginIr;
  readonly port: number;
  /** How it is encrypted, and what of the server's certificate is verified. */
  readonly ssl: "disable" | "require" | "verify-ca" | "verify-full";
}

/** Who it is opened as: a user with a password, or the orchestrator's own identity. */
export type DatabaseLoginIr = PasswordLoginIr | { readonly kind: "managed" };

export interface PasswordLoginIr {
  readonly kind: "password";
  readonly user: string;
  readonly password: SecretRef;
}

/** A table of a database. */
export interface DatabaseTableIr {
  readonly kind: "table";
  /** The source that reads it: `users/sources.users`. */
  readonly id: string;
  readonly database: DatabaseIr;
  /** `dbo` */
  readonly schema: string;
  readonly table: string;
  /** The columns that are read; it may have others. */
  readonly columns: readonly Field[];
  /** The columns that tell two of its rows apart; none: it is not said. */
  readonly key: readonly string[];
  readonly read: ReadIr;
  /** The project's own files, which stand for its rows on this machine, by environment; may have `*`, then each file is a wave. */
  readonly samples: PerEnvironment | undefined;
}

/** Which rows each reading brings. */
export type ReadIr =
  | { readonly kind: "incremental"; readonly cursor: CursorIr }
  /** All; each has the time of its reading beside its columns (`readAt`). `mayBeEmpty`: no rows after some is no mistake. */
  | { readonly kind: "full"; readonly mayBeEmpty: boolean };

/** When a table was read that is read whole, by its database's own clock: of one table each reading is later than the one before. */
export const readAt: Field = { name: "_read_at", type: { kind: "timestamp" }, nullable: false };

/** The column by which new and changed rows are found: only rows beyond the mark of the last reading are read. */
export interface CursorIr {
  readonly column: Field;
  /** The mark before the first reading, as text that the column's type takes: `2020-01-01T00:00:00`, `0`. */
  readonly start: string;
  /** How long before its commit a row may have been stamped: so far behind the mark rows are read again. 0 for a number. */
  readonly lagSeconds: number;
}

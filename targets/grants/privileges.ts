import { type Transact, transact } from "../../compiler/expression/print/transact.js";
import type { Privilege } from "../../compiler/ir/access.js";

/** The engines that rights are granted in. */
export type Engine = "postgres";

/** What it takes in an engine that a principal may do something with a table. */
export interface Needed {
  /** The right on the table, in the engine's word. */
  readonly right: string;
  /** It can be granted on some of the columns. */
  readonly hasColumns: boolean;
  /** It takes numbers from the sequences that fill columns of new rows. */
  readonly usesSequences: boolean;
  /** The vendor's own word. */
  readonly link: string;
}

/**
 * What a principal may do, engine by engine: the least that works. Beside it whoever may do anything with a table of PostgreSQL
 * needs `CONNECT` on the database and `USAGE` on the schema.
 * https://www.postgresql.org/docs/current/ddl-priv.html
 */
export const needed: Readonly<Record<Privilege, Readonly<Record<Engine, Needed>>>> = {
  select: {
    postgres: {
      right: "SELECT",
      hasColumns: true,
      usesSequences: false,
      link: "https://www.postgresql.org/docs/current/ddl-priv.html#DDL-PRIV-SELECT",
    },
  },
  insert: {
    postgres: {
      right: "INSERT",
      hasColumns: true,
      // nextval() asks for USAGE or UPDATE on the sequence; an identity column asks for nothing.
      usesSequences: true,
      link: "https://www.postgresql.org/docs/current/functions-sequence.html",
    },
  },
  update: {
    postgres: {
      right: "UPDATE",
      hasColumns: true,
      usesSequences: false,
      link: "https://www.postgresql.org/docs/current/sql-update.html",
    },
  },
  delete: {
    postgres: {
      right: "DELETE",
      hasColumns: false,
      usesSequences: false,
      link: "https://www.postgresql.org/docs/current/sql-delete.html",
    },
  },
  truncate: {
    postgres: {
      right: "TRUNCATE",
      hasColumns: false,
      usesSequences: false,
      link: "https://www.postgresql.org/docs/current/sql-truncate.html",
    },
  },
};

/** What it takes in a database that is asked in T-SQL. */
interface TransactNeeded {
  /** The permission, in the vendor's word; undefined: there is none that would let somebody do that, which is refused. */
  readonly right: Transact | undefined;
  /** It can be granted on some of the columns. */
  readonly hasColumns: boolean;
  /** The vendor's own word. */
  readonly link: string;
}

/** A serverless SQL pool changes no rows: `INSERT`, `UPDATE` and `DELETE` are none of its statements. */
const poolOnlyReads = {
  right: undefined,
  hasColumns: false,
  link: "https://learn.microsoft.com/azure/synapse-analytics/sql/overview-features#query-language",
} as const;

/** Of the permissions on an object only these, and REFERENCES, are granted on columns of it. */
const onObjects = "https://learn.microsoft.com/sql/t-sql/statements/grant-object-permissions-transact-sql";

/**
 * Beside it who asks a view of a serverless SQL pool needs `REFERENCES` on the credential that the view reads the lake by.
 * https://learn.microsoft.com/azure/synapse-analytics/sql/develop-storage-files-overview#permissions
 */
export const neededOfTransact = {
  select: {
    "serverless-sql": {
      right: transact`SELECT`,
      // Of views; external tables have none.
      hasColumns: true,
      link: "https://learn.microsoft.com/azure/synapse-analytics/sql/overview-features#security",
    },
    "sql-server": { right: transact`SELECT`, hasColumns: true, link: onObjects },
  },
  insert: {
    "serverless-sql": poolOnlyReads,
    "sql-server": { right: transact`INSERT`, hasColumns: false, link: onObjects },
  },
  update: {
    "serverless-sql": poolOnlyReads,
    // With SELECT on what WHERE and SET read.
    "sql-server": {
      right: transact`UPDATE`,
      hasColumns: true,
      link: "https://learn.microsoft.com/sql/t-sql/queries/update-transact-sql#permissions",
    },
  },
  delete: {
    "serverless-sql": poolOnlyReads,
    // With SELECT on what WHERE reads.
    "sql-server": {
      right: transact`DELETE`,
      hasColumns: false,
      link: "https://learn.microsoft.com/sql/t-sql/statements/delete-transact-sql#permissions",
    },
  },
  truncate: {
    "serverless-sql": poolOnlyReads,
    // On a procedure that does it as its owner: TRUNCATE asks for ALTER on the table, which lets one do anything with it.
    "sql-server": {
      right: transact`EXECUTE`,
      hasColumns: false,
      link: "https://learn.microsoft.com/sql/t-sql/statements/truncate-table-transact-sql#permissions",
    },
  },
} as const satisfies Readonly<Record<Privilege, Readonly<Record<"serverless-sql" | "sql-server", TransactNeeded>>>>;

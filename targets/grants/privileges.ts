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

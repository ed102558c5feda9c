import { withDigits } from "./transact.js";

/** How statements are written that this machine makes by itself: the tables of samples, and their rows. */
export interface Dialect {
  /** `[updated_at]` */
  readonly name: (text: string) => string;
  /** `N'text'` */
  readonly text: (value: string) => string;
  /** A type as a column of a table has it. */
  readonly type: (declared: string) => string;
  /** What a row's insertion begins and ends with, where one of a known key takes its place. */
  readonly upsert: (table: string, columns: readonly string[], key: readonly string[]) => Insertion;
  /** Whether a script of several statements is taken apart before it is run, and read for what the database has no word for. */
  readonly isTransact: boolean;
}

export interface Insertion {
  readonly into: string;
  readonly after: string;
  /** How many rows one statement may have. */
  readonly rows: number;
}

/** How many rows a statement has, unless there is a reason for fewer. */
export const rowsAtOnce = 500;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A text as T-SQL writes it. */
export const textLiteral = (text: string): string => `N${quoted(text)}`;

/** A name as T-SQL writes it. */
export const bracketed = (name: string): string => `[${name.replaceAll("]", "]]")}]`;

/** H2's, which takes T-SQL's names and types. */
export const transact: Dialect = {
  name: bracketed,
  text: textLiteral,
  type: withDigits,
  upsert: (table, columns, key) => ({
    into: `MERGE INTO ${table} (${columns.map(bracketed).join(", ")}) KEY (${key.map(bracketed).join(", ")})`,
    after: "",
    rows: rowsAtOnce,
  }),
  isTransact: true,
};

const inQuotes = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export const postgres: Dialect = {
  name: inQuotes,
  text: quoted,
  type: (declared) => declared,
  upsert: (table, columns, key) => {
    const changed = columns.filter((column) => !key.includes(column));
    const set = changed.map((column) => `${inQuotes(column)} = excluded.${inQuotes(column)}`).join(", ");
    return {
      into: `INSERT INTO ${table} (${columns.map(inQuotes).join(", ")})`,
      after: ` ON CONFLICT (${key.map(inQuotes).join(", ")}) DO ${set === "" ? "NOTHING" : `UPDATE SET ${set}`}`,
      // One statement changes no row twice, and a file may have two rows of a key.
      rows: 1,
    };
  },
  isTransact: false,
};

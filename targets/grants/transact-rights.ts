import { oneLine } from "../../compiler/emit/one-line.js";
import { joined, name, type Transact, text, transact } from "../../compiler/expression/print/transact.js";

/** A right that a role is granted or denied in a database that is asked in T-SQL. */
export interface TransactRight {
  readonly role: string;
  readonly state: "grant" | "deny";
  /** In the vendor's word. */
  readonly permission: Transact;
  /** Undefined: it is not on some columns. */
  readonly columns: readonly string[] | undefined;
  /** As it is named after `ON`; undefined: the database itself, which is not named. */
  readonly securable: Transact | undefined;
}

export const objectSecurable = (schema: string, object: string): Transact =>
  transact`OBJECT::${name(schema)}.${name(object)}`;

export const schemaSecurable = (schema: string): Transact => transact`SCHEMA::${name(schema)}`;

export const credentialSecurable = (credential: string): Transact =>
  transact`DATABASE SCOPED CREDENTIAL::${name(credential)}`;

/**
 * Its columns stand after the permission, where the grammar has them as well as after the object.
 * https://learn.microsoft.com/sql/t-sql/statements/grant-object-permissions-transact-sql
 */
export const rightStatement = (right: TransactRight): Transact => {
  const { word, some, on } = partsOf(right);
  return transact`${word} ${right.permission}${some}${on} TO ${name(right.role)};`;
};

/**
 * Its columns stand after the object, the only place that a dedicated SQL pool's grammar has for them.
 * https://learn.microsoft.com/azure/synapse-analytics/sql-data-warehouse/column-level-security#syntax
 */
export const rightInPool = (right: TransactRight): Transact => {
  const { word, some, on } = partsOf(right);
  return transact`${word} ${right.permission}${on}${some} TO ${name(right.role)};`;
};

const partsOf = ({ state, columns, securable }: TransactRight) => ({
  word: state === "grant" ? transact`GRANT` : transact`DENY`,
  some: columns === undefined ? transact`` : transact` (${joined(columns.map(name), ", ")})`,
  on: securable === undefined ? transact`` : transact` ON ${securable}`,
});

/** The rows that rights are in `sys.database_permissions`, one for each column: grantee, permission, column, securable and state. */
export const rightRows = (rights: readonly TransactRight[]): readonly Transact[] =>
  rights.flatMap(({ role, state, permission, columns, securable }) =>
    (columns ?? [undefined]).map(
      (column) =>
        transact`${text(role)}, ${text(permission.transact)}, ${column === undefined ? none : text(column)}, ${securable === undefined ? none : text(securable.transact)}, ${state === "grant" ? transact`'G'` : transact`'D'`}`,
    ),
  );

/** No column, and no securable but the database. */
const none: Transact = text("");

export const comment = (words: string): Transact => ({
  transact: `-- ${oneLine(words)}`,
});

/** Ends the batch with a message where something holds. `%s` of the message is the text. */
export const stopIf = (condition: Transact, message: Transact, values: readonly Transact[]): Transact =>
  transact`IF ${condition}
BEGIN
  RAISERROR(${joined([message, transact`16`, transact`1`, ...values], ", ")});
  RETURN;
END;`;

/** Ends a script where something holds, with a name and what is wrong with what has it. */
export type Stop = (condition: Transact, name: string, words: string) => Transact;

export const stopAbout: Stop = (condition, name, words) => stopIf(condition, text(`%s ${words}`), [text(name)]);

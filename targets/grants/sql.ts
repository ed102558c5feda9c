import { oneLine } from "../../compiler/emit/one-line.js";
/** SQL of PostgreSQL. Only this file makes it of text: names come in by `name`, values by `text`, and words by `comment`. */
export interface Sql {
  readonly sql: string;
}

/** A statement or a part of one. */
export const sql = (texts: TemplateStringsArray, ...values: readonly Sql[]): Sql => ({
  sql: texts.map((text, index) => `${text}${values[index]?.sql ?? ""}`).join(""),
});

/** `"orders"`. https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS */
export const name = (text: string): Sql => ({ sql: `"${text.replaceAll('"', '""')}"` });

/** `'orders'`, where `standard_conforming_strings` is on. */
export const text = (value: string): Sql => ({ sql: `'${value.replaceAll("'", "''")}'` });

export const list = (items: readonly Sql[], between = ", "): Sql => ({
  sql: items.map((item) => item.sql).join(between),
});

/** On a line of its own, however many lines the words have. */
export const comment = (words: string): Sql => ({
  sql: `-- ${oneLine(words)}`,
});

/** Statements of the procedural language, run at once. The quotes are such as do not stand in it. */
export function block(body: Sql): Sql {
  let tag = "$do$";
  for (let at = 1; body.sql.includes(tag); at += 1) tag = `$do${at}$`;
  return { sql: `DO ${tag}\n${body.sql}\n${tag};` };
}

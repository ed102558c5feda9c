import { oneLine } from "../../compiler/emit/one-line.js";

/** SQL of Databricks. Only this file makes it of text: names come in by `name`, values by `text`, and words by `comment`. */
export interface DatabricksSql {
  readonly databricks: string;
}

/** A statement or a part of one. */
export const databricks = (texts: TemplateStringsArray, ...values: readonly DatabricksSql[]): DatabricksSql => ({
  databricks: texts.map((text, index) => `${text}${values[index]?.databricks ?? ""}`).join(""),
});

/** `orders` in backticks. https://learn.microsoft.com/azure/databricks/sql/language-manual/sql-ref-identifiers */
export const name = (text: string): DatabricksSql => ({ databricks: `\`${text.replaceAll("`", "``")}\`` });

/** `'orders'`. Two quotes are no quote there. https://learn.microsoft.com/azure/databricks/sql/language-manual/data-types/string-type#literals */
export const text = (value: string): DatabricksSql => ({
  databricks: `'${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`,
});

/** A word of the language: a right, a kind of object. */
export const keyword = (word: Keyword): DatabricksSql => ({ databricks: word });

export type Keyword =
  | "CATALOG"
  | "SCHEMA"
  | "TABLE"
  | "VIEW"
  | "VOLUME"
  | "USE CATALOG"
  | "USE SCHEMA"
  | "EXTERNAL USE SCHEMA"
  | "MANAGE"
  | "SELECT"
  | "MODIFY"
  | "READ VOLUME"
  | "WRITE VOLUME";

export const joined = (items: readonly DatabricksSql[], between = ", "): DatabricksSql => ({
  databricks: items.map((item) => item.databricks).join(between),
});

/** On a line of its own, however many lines the words have. */
export const comment = (words: string): DatabricksSql => ({ databricks: `-- ${oneLine(words)}` });

/** Each line two blanks further in. No value has lines of its own: the schema lets none be written. */
export const indented = ({ databricks: lines }: DatabricksSql): DatabricksSql => ({
  databricks: lines.replaceAll(/^(?=.)/gm, "  "),
});

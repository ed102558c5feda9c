import { quotedName, withinQuotes } from "../../compiler/expression/print/transact.js";
import { type Expression, filled, type Hole, type Value } from "./expression.js";

/**
 * T-SQL, with holes for what only a run knows. Only this file makes it of text: names come in by `name`, values by `text`.
 * Statements keep to what both SQL Server and the database that stands in for it on a person's machine take as it is.
 */
export interface Sql {
  readonly parts: readonly (string | Hole)[];
}

/** A statement or a part of one. */
export const sql = (texts: TemplateStringsArray, ...values: readonly Sql[]): Sql => ({
  parts: texts.flatMap((text, index) => [text, ...(values[index]?.parts ?? [])]).filter((part) => part !== ""),
});

/** `[updated_at]` */
export const name = (text: string): Sql => ({ parts: [quotedName(text)] });

/** `N'text'` */
export const text = (value: string): Sql => ({ parts: [`N'${withinQuotes(value)}'`] });

/** A value that the run puts in: a name or a number as it is, or what stands between quotes. */
export const hole = (expression: Expression): Sql => ({ parts: [{ hole: expression }] });

export const list = (items: readonly Sql[]): Sql => ({
  parts: items.flatMap((item, index) => (index === 0 ? item.parts : [", ", ...item.parts])),
});

/** As an activity holds it. */
export const asValue = ({ parts }: Sql): Value => filled(parts);

/** As a file or an item of a list holds it; it has no holes. */
export const asText = ({ parts }: Sql): string =>
  parts.map((part) => (typeof part === "string" ? part : unfilled(part))).join("");

function unfilled({ hole }: Hole): never {
  throw new Error(`Nothing fills ${hole} in a text of its own`);
}

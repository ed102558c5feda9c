/** T-SQL. Only this file makes it of text: names come in by `name`, values by `text` and `plain`. */
export interface Transact {
  readonly transact: string;
}

/** A statement or a part of one. */
export const transact = (texts: TemplateStringsArray, ...values: readonly Transact[]): Transact => ({
  transact: texts.map((text, index) => `${text}${values[index]?.transact ?? ""}`).join(""),
});

/** `updated_at` as `[updated_at]`; any character may stand in it. https://learn.microsoft.com/sql/relational-databases/databases/database-identifiers */
export const quotedName = (text: string): string => `[${text.replaceAll("]", "]]")}]`;

/** What may stand between two quotes. */
export const withinQuotes = (value: string): string => value.replaceAll("'", "''");

export const name = (text: string): Transact => ({ transact: quotedName(text) });

/** `N'text'`, of any characters. */
export const text = (value: string): Transact => ({ transact: `N'${withinQuotes(value)}'` });

/** `'text'`, of ASCII: what other characters come to depends on the database's collation. */
export function plain(value: string): Transact {
  if (!isAscii(value)) throw new Error(`${JSON.stringify(value)} is not ASCII`);
  return { transact: `'${withinQuotes(value)}'` };
}

export const isAscii = (value: string): boolean => /^[\x20-\x7e]*$/.test(value);

/** A whole number, a precision, a position. */
export const number = (value: number | bigint): Transact => ({ transact: String(value) });

export const joined = (items: readonly Transact[], between: string): Transact => ({
  transact: items.map((item) => item.transact).join(between),
});

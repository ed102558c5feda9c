import type { Cell } from "../../sql/databases.js";
import { ActivityError } from "../activity.js";

/** How the cells of a file are told apart. https://learn.microsoft.com/azure/data-factory/format-delimited-text */
export interface Dialect {
  readonly columnDelimiter: string;
  readonly rowDelimiter: string;
  readonly quote: string;
  readonly escape: string;
  readonly nullValue: string;
  readonly hasHeader: boolean;
  /** Whether the file begins with a byte order mark. */
  readonly hasMark: boolean;
  readonly quoteAllText: boolean;
}

/** The text of a file, record by record. */
export function* csvOf(
  header: readonly string[],
  records: Iterable<readonly Cell[]>,
  dialect: Dialect,
): Generator<string> {
  if (dialect.hasMark) yield "\uFEFF";
  if (dialect.hasHeader) yield recordOf(header, dialect);
  for (const record of records) yield recordOf(record, dialect);
}

const recordOf = (cells: readonly Cell[], dialect: Dialect): string =>
  cells.map((cell) => cellOf(cell, dialect)).join(dialect.columnDelimiter) + dialect.rowDelimiter;

function cellOf(cell: Cell, { quote, escape: mark, nullValue, quoteAllText, columnDelimiter }: Dialect): string {
  const text = cell ?? nullValue;
  if (quote === "") {
    if ([columnDelimiter, "\n", "\r"].some((special) => text.includes(special)))
      throw new ActivityError("A cell holds what stands between cells, and no quote is around it.");
    return text;
  }
  if (!quoteAllText && ![quote, columnDelimiter, "\n", "\r"].some((special) => text.includes(special))) return text;
  const escaped = mark === quote ? text : text.replaceAll(mark, mark + mark);
  return quote + escaped.replaceAll(quote, mark + quote) + quote;
}

import { readCsv } from "../../local/producer/csv.js";

/** A column of a table as the database's own catalogue lists it. */
export interface CatalogueColumn {
  readonly schema: string;
  readonly table: string;
  readonly column: string;
  /** In the database's words: `nvarchar(50)`, `decimal(12,2)`. */
  readonly type: string;
  /** Which one of the table's it is, from 1; undefined: it is not said. */
  readonly position: number | undefined;
  /** Which one of the primary key's; undefined: it is none of it. */
  readonly keyPosition: number | undefined;
}

/** The list cannot be read, in words that say why. */
export class UnfitListing extends Error {}

const required = ["table_schema", "table_name", "column_name", "data_type"] as const;

/**
 * What a query of `INFORMATION_SCHEMA.COLUMNS` gives, as CSV with a header or as a JSON list of objects; `key_position` beside it.
 * Names in capitals are the same ones; what else there is is not looked at.
 */
export async function readListing(text: string): Promise<readonly CatalogueColumn[]> {
  if (text.includes("\0"))
    throw new UnfitListing("The list is UTF-16, as Windows PowerShell's '>' writes it: save it as UTF-8.");
  const bare = text.replace(/^\uFEFF/, "");
  const rows = /^\s*\[/.test(bare) ? ofJson(bare) : await ofCsv(bare);
  const [first] = rows;
  if (first === undefined) throw new UnfitListing("The list has no column in it.");
  const missing = required.filter((name) => !first.has(name));
  if (missing.length > 0)
    throw new UnfitListing(`The list lacks ${missing.join(", ")}: it has ${[...first.keys()].join(", ") || "none"}.`);
  return rows.map((row, at) => {
    const [schema = "", table = "", column = "", kind = ""] = required.map((name) => row.get(name) ?? "");
    if ([schema, table, column, kind].includes(""))
      throw new UnfitListing(`Row ${at + 1} of the list lacks one of ${required.join(", ")}.`);
    const position = wholeOf(row.get("ordinal_position"));
    return { schema, table, column, type: typeOf(kind, row), position, keyPosition: wholeOf(row.get("key_position")) };
  });
}

type Row = ReadonlyMap<string, string>;

async function ofCsv(text: string): Promise<readonly Row[]> {
  const [, sign] = /^[^,\r\n]*?([;\t|])[^,\r\n]*(?:[\r\n]|$)/.exec(text) ?? [];
  if (sign !== undefined)
    throw new UnfitListing(
      `The list's cells are parted by ${sign === "\t" ? "tabs" : `'${sign}'`}: write it with commas.`,
    );
  const records: (readonly string[])[] = [];
  try {
    for await (const { cells } of readCsv([text], "the list")) records.push(cells);
  } catch (error) {
    throw new UnfitListing(error instanceof Error ? error.message : String(error));
  }
  const [header = [], ...rows] = records;
  return rows.map((cells) => new Map(header.map((name, at) => [name.trim().toLowerCase(), (cells[at] ?? "").trim()])));
}

function ofJson(text: string): readonly Row[] {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (error) {
    throw new UnfitListing(`The list is no JSON: ${error instanceof Error ? error.message : error}.`);
  }
  const cell = (value: unknown): string => (value === null || value === undefined ? "" : String(value));
  return [read]
    .flat()
    .map(
      (one: unknown) => new Map(Object.entries(Object(one)).map(([name, value]) => [name.toLowerCase(), cell(value)])),
    );
}

/** Of the numbers, what is none is not said: clients write `NULL` or nothing. */
const wholeOf = (text: string | undefined): number | undefined =>
  /^-?\d+$/.test(text ?? "") ? Number(text) : undefined;

/** https://learn.microsoft.com/sql/relational-databases/system-information-schema-views/columns-transact-sql: -1 is `max`. */
function typeOf(kind: string, row: Row): string {
  const name = kind.toLowerCase();
  const [length, precision, scale] = ["character_maximum_length", "numeric_precision", "numeric_scale"].map((one) =>
    wholeOf(row.get(one)),
  );
  if (/^(decimal|numeric)$/.test(name) && precision !== undefined) return `${name}(${precision},${scale ?? 0})`;
  if (/char|binary/.test(name) && !name.includes("(") && length !== undefined)
    return `${name}(${length < 0 ? "max" : length})`;
  return name;
}

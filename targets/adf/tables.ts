import { withinQuotes } from "../../compiler/expression/print/transact.js";
import type { CursorIr } from "../../compiler/ir/database.js";
import { type LandingIr, type TableLandingIr, tableLandings } from "../../compiler/ir/flow.js";
import { grouped } from "./grouped.js";
import type { LandedFormat } from "./landed-files.js";
import { askedOf } from "./languages.js";
import { type Translator, translatorOf } from "./mapping.js";
import { asText, sql } from "./sql.js";
import type { CursorKind } from "./statements.js";

/** Landings that one ForEach can do: of one database, with cursors of one kind, as files of one format. */
export interface TableGroup {
  /** 1 is the first; what belongs to another carries its number in its name. */
  readonly number: number;
  readonly cursor: CursorKind;
  readonly format: LandedFormat;
  readonly landings: readonly [CursorLanding, ...CursorLanding[]];
}

/** A landing of new and changed rows. */
interface CursorLanding {
  readonly landing: TableLandingIr;
  readonly cursor: CursorIr;
}

/** What a ForEach is at: all that differs from table to table. */
export type TableItem = {
  /** By which the control table knows it; stands between quotes. */
  readonly source: string;
  readonly schema: string;
  readonly table: string;
  /** Schema and table, in the language of the database. */
  readonly from: string;
  /** In that language, as the cursor is. */
  readonly columns: string;
  readonly cursor: string;
  /** The mark before the first reading; stands between quotes. */
  readonly start: string;
  readonly lag_seconds: number;
  /** Of T-SQL: in which it is told how far a row is behind the mark. */
  readonly lag_unit?: "millisecond" | "second";
  /** Below the lake's root. */
  readonly path: string;
  readonly mapping: Translator;
};

export function groupsOf(landings: readonly LandingIr[]): readonly TableGroup[] {
  const withCursor = tableLandings(landings).flatMap((landing): readonly CursorLanding[] => {
    const { read } = landing.source;
    return read.kind === "full" ? [] : [{ landing, cursor: read.cursor }];
  });
  const key = (one: CursorLanding) =>
    `${cursorKind(one)} ${one.landing.output.format} ${one.landing.source.database.name}`;
  return grouped(withCursor, key).map(({ number, things }) => ({
    number,
    cursor: cursorKind(things[0]),
    format: things[0].landing.output.format,
    landings: things,
  }));
}

const cursorKind = ({ cursor }: CursorLanding): CursorKind =>
  cursor.column.type.kind === "timestamp" ? "clock" : "number";

/**
 * 20 days, as seconds: DATEDIFF gives an int, which has room for 24 days of milliseconds.
 * https://learn.microsoft.com/sql/t-sql/functions/datediff-transact-sql
 */
const mostMilliseconds = 20 * 86_400;

export const itemOf = ({ landing: { source, output }, cursor }: CursorLanding): TableItem => ({
  source: withinQuotes(output.id),
  schema: source.schema,
  table: source.table,
  from: asText(sql`${askedOf(source.database).name(source.schema)}.${askedOf(source.database).name(source.table)}`),
  columns: asText(askedOf(source.database).columnsRead(output.columns, output.format)),
  cursor: asText(askedOf(source.database).name(cursor.column.name)),
  // As marks are written: a text with a `T` may become a time on its way through JSON, and come out as a culture has it.
  start: withinQuotes(cursor.start.replace("T", " ")),
  lag_seconds: cursor.lagSeconds,
  ...(source.database.kind === "postgres"
    ? {}
    : ({ lag_unit: cursor.lagSeconds <= mostMilliseconds ? "millisecond" : "second" } as const)),
  path: output.path,
  mapping: translatorOf(output.columns),
});

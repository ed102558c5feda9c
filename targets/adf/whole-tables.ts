import { withinQuotes } from "../../compiler/expression/print/transact.js";
import { type LandingIr, type TableLandingIr, tableLandings } from "../../compiler/ir/flow.js";
import { grouped } from "./grouped.js";
import type { LandedFormat } from "./landed-files.js";
import { askedOf } from "./languages.js";
import { type Translator, translatorOf } from "./mapping.js";
import { asText, sql } from "./sql.js";

/** Landings of whole tables of one database, as files of one format, which one ForEach does. */
export interface WholeGroup {
  /** 1 is the first; what belongs to another carries its number in its name. */
  readonly number: number;
  readonly format: LandedFormat;
  readonly landings: readonly [TableLandingIr, ...TableLandingIr[]];
}

/** What a ForEach is at: all that differs from table to table. */
export type WholeItem = {
  /** By which the control table knows it; stands between quotes. */
  readonly source: string;
  readonly schema: string;
  readonly table: string;
  /** Schema and table, in the language of the database. */
  readonly from: string;
  /** In that language. */
  readonly columns: string;
  readonly may_be_empty: boolean;
  /** Below the lake's root. */
  readonly path: string;
  readonly mapping: Translator;
};

export function wholeGroupsOf(landings: readonly LandingIr[]): readonly WholeGroup[] {
  const whole = tableLandings(landings).filter(({ source }) => source.read.kind === "full");
  return grouped(whole, ({ output, source }) => `${output.format} ${source.database.name}`).map(
    ({ number, things }) => ({ number, format: things[0].output.format, landings: things }),
  );
}

export const wholeItemOf = ({ source, output }: TableLandingIr): WholeItem => ({
  source: withinQuotes(output.id),
  schema: source.schema,
  table: source.table,
  from: asText(sql`${askedOf(source.database).name(source.schema)}.${askedOf(source.database).name(source.table)}`),
  columns: asText(askedOf(source.database).columnsRead(source.columns, output.format)),
  may_be_empty: source.read.kind === "full" && source.read.mayBeEmpty,
  path: output.path,
  mapping: translatorOf(output.columns),
});

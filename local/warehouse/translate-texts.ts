import type { SqlType } from "./syntax.js";
import { NotKnown } from "./tokens.js";
import { duckType, isText, type Scope, type Value } from "./value.js";

/** How many arguments a function has; one, where it does not stand here. */
export const counts: Readonly<Record<string, number>> = { HASHBYTES: 2, STUFF: 4, SWITCHOFFSET: 2 };

/** A part of the path that a row's file has. https://learn.microsoft.com/azure/synapse-analytics/sql/query-specific-files#filepath */
export function filepathOf(scopes: readonly Scope[], of: string, star: number): Value {
  const folder = scopes.find(({ alias }) => alias === of)?.folder;
  if (folder === undefined || star !== 1) throw new NotKnown(`'${of}' has no part of a path that is number ${star}.`);
  return { duck: folder, type: { kind: "nvarchar", length: 4000 } };
}

/** A condition. */
export function likeOf({ duck, type }: Value, pattern: string, isNegated: boolean): string {
  const form = patternOf(pattern);
  if (form === undefined || !isText(type))
    throw new NotKnown(`LIKE '${pattern}' is not known here: whether spaces at the end count depends on the type.`);
  return `(${isNegated ? "NOT " : ""}regexp_full_match(${duck}, '${form.replaceAll("'", "''")}'))`;
}

/** Functions of texts, and of times with their zone; undefined: it is none of these. `others`: the arguments behind the first. */
export function callOfTexts(called: string, first: Value, others: readonly (Value | undefined)[]): Value | undefined {
  const [second, third, fourth] = others;
  const { duck, type } = first;
  if (called === "SWITCHOFFSET" && type.kind === "datetimeoffset" && second?.literal === "+00:00")
    return { duck, type, isOfUtc: true };
  const [start, length] = [Number(second?.written), Number(third?.written)];
  if (called !== "STUFF" || type.kind !== "varchar" || !(start >= 1 && length >= 0) || fourth?.literal !== "")
    return undefined;
  const counted = `left(${duck}, ${start + length - 1})`;
  const cut = `left(${duck}, ${start - 1}) || substr(${duck}, ${start + length})`;
  return {
    duck: `(CASE WHEN strlen(${counted}) <> length(${counted}) THEN error('What a character of ''' || ${duck} || ''' is is not known here.') ELSE ${cut} END)`,
    type,
  };
}

/** A text, or a time that is told in UTC, as another type; undefined: what that is is not known here. */
export function convertOfTexts({ duck, type, isOfUtc }: Value, to: SqlType): Value | undefined {
  if (type.kind === "datetimeoffset" && to.kind === "datetime2" && isOfUtc)
    return { duck: inYears(`(${duck} AT TIME ZONE 'UTC')`), type: to };
  const read = type.kind === "varchar" || type.kind === "nvarchar" ? textAs(duck, to) : undefined;
  return read === undefined ? undefined : { duck: read, type: to };
}

/** A time of the years that T-SQL has. */
const inYears = (duck: string): string =>
  `(CASE WHEN year(${duck}) NOT BETWEEN 1 AND 9999 THEN error('The year of ' || CAST(${duck} AS VARCHAR) || ' is out of range.') ELSE ${duck} END)`;

/** DuckDB's expression of a text as a value of a type, as a CAST in T-SQL has it; undefined: what it does is not known here. */
function textAs(duck: string, to: SqlType): string | undefined {
  const known = forms[to.kind];
  if (known === undefined) return undefined;
  const trimmed = `trim(${duck}, ' ')`;
  const ofNothing =
    known.nothing === undefined ? "" : `WHEN ${trimmed} = '' THEN CAST('${known.nothing}' AS ${duckType(to)}) `;
  const read = known.read ? known.read(trimmed) : `CAST(${trimmed} AS ${duckType(to)})`;
  return `(CASE WHEN ${duck} IS NULL THEN NULL ${ofNothing}WHEN regexp_full_match(${trimmed}, '${known.form}') THEN ${read} ELSE error('Conversion failed when converting the value ''' || ${duck} || ''' to ${to.kind}.') END)`;
}

/** How a text is written that a cast takes, spaces around it apart; what it makes of a text with nothing else; others are not known, or fail. */
interface Form {
  readonly form: string;
  readonly nothing?: string;
  readonly read?: (duck: string) => string;
}

/** DuckDB takes what is out of range for an infinity. */
const finite = (duck: string): string =>
  `(CASE WHEN isfinite(CAST(${duck} AS DOUBLE)) THEN CAST(${duck} AS DOUBLE) ELSE error(${duck} || ' is out of the range of float.') END)`;

/** A time of twelve hours is one of the afternoon. */
function afternoon(duck: string): string {
  const written = `regexp_replace(regexp_replace(${duck}, ' (PM|[-+])', '\\1'), '([.][0-9]{6})0', '\\1')`;
  const time = `CAST(replace(${written}, 'PM', '') AS TIMESTAMPTZ)`;
  return `(CASE WHEN ${duck} LIKE '% PM' AND hour(${time}) < 12 THEN ${time} + INTERVAL 12 HOUR ELSE ${time} END)`;
}

const whole: Form = { form: "[-+]?[0-9]+", nothing: "0" };

/** https://learn.microsoft.com/sql/t-sql/functions/cast-and-convert-transact-sql */
const forms: Partial<Readonly<Record<SqlType["kind"], Form>>> = {
  int: whole,
  bigint: whole,
  decimal: { form: "[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)" },
  float: { form: "[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?", nothing: "0", read: finite },
  bit: { form: "[0-9]+", read: (duck) => `CAST((CAST(${duck} AS HUGEINT) <> 0) AS UTINYINT)` },
  // Of a day with a time the day, whatever the zone.
  date: {
    form: "[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,7})?Z?)?",
    nothing: "1900-01-01",
    read: (duck) => `CAST(left(${duck}, 10) AS DATE)`,
  },
  // A seventh digit of a second has no place here, so it is known only as a zero.
  datetimeoffset: {
    form: "[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,6}0?)?( ?[-+][0-9]{2}:[0-9]{2}|Z| PM)?",
    nothing: "1900-01-01",
    read: afternoon,
  },
};

/**
 * A pattern of LIKE as a regular expression that the whole text fits. Undefined: it does not end with `%`, and whether spaces at the end of the
 * text count is not known here. https://learn.microsoft.com/sql/t-sql/language-elements/like-transact-sql
 */
function patternOf(like: string): string | undefined {
  if (!like.endsWith("%")) return undefined;
  const parts = like.match(/\[\^?[^\]]+\]|[\s\S]/g) ?? [];
  return `(?s)${parts.map(partOf).join("")}`;
}

function partOf(part: string): string {
  if (part === "%") return ".*";
  if (part === "_") return ".";
  if (part.length === 1) return part.replace(/[\\^$.|?*+()[\]{}]/, "\\$&");
  const [, not = "", set = ""] = /^\[(\^?)([\s\S]+)\]$/.exec(part) ?? [];
  return `[${not}${set.replaceAll(/[\\^[\]]/g, "\\$&")}]`;
}

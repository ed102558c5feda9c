import type { Landed } from "../local/notes.js";
import type { RunProgress } from "../local/progress.js";
import type { QueryResult } from "../local/results.js";
import { textTable } from "./text-table.js";

/** What one query did in a run: the sums over its batches. */
export type QuerySummary = Omit<QueryResult, "batches">;

const columns = ["read", "written", "quarantined", "late", "duplicates"];

/** The table that a run ends with. */
export function summaryTable(queries: readonly QuerySummary[]): string {
  const rows = queries.map(({ query, counts, watermark, seconds }) => [
    query,
    ...columns.map((name) => (counts[name] === undefined ? "" : String(counts[name]))),
    others(counts),
    watermark ?? "",
    // A query that a pipeline's notebook runs with others has no time of its own.
    seconds === 0 ? "" : seconds.toFixed(1),
  ]);
  return textTable(["query", ...columns, "other", "watermark", "seconds"], rows, [1, 2, 3, 4, 5, 8]);
}

/** What a run's pipeline has copied, copy by copy. */
export function landedTable(landed: readonly Landed[]): string {
  const names = [...new Set(landed.flatMap(({ properties }) => Object.keys(properties)))];
  const rows = landed.map(({ wave, rows, properties }) => [
    wave === undefined ? "" : String(wave),
    ...names.map((name) => properties[name] ?? ""),
    String(rows),
  ]);
  return textTable(["wave", ...names.map((name) => name.toLowerCase()), "rows landed"], rows, [0, names.length + 1]);
}

/** How the queries of a continuous run stand: what they have counted so far, and what waits in their inputs. */
export function tallyTable({
  sources,
  queries,
}: Omit<Extract<RunProgress, { readonly kind: "tally" }>, "kind">): string {
  const rows = queries.map(({ query, counts, lag }) => [
    query,
    ...["read", "written", "late"].map((name) => (counts[name] === undefined ? "" : String(counts[name]))),
    others(counts, ["read", "written", "late"]),
    lag === undefined ? "" : String(lag),
  ]);
  const sent = sources.map(({ source, events }) => [source, "", String(events), "", "", ""]);
  return textTable(["query", "read", "written", "late", "other", "lag"], [...sent, ...rows], [1, 2, 3, 5]);
}

function others(counts: QuerySummary["counts"], shown: readonly string[] = columns): string {
  const names = Object.keys(counts).filter((name) => !shown.includes(name) && (counts[name] ?? 0) > 0);
  return names.map((name) => `${counts[name]} ${name.replace(ofFiles, "files $1")}`).join(", ");
}

/** Counts of files and not of rows: `files.read`, `files.quarantined`, `files.incomplete` (read, without some of the columns). */
const ofFiles = /^files\.(read|quarantined|incomplete)$/;

/** Whether what came in is all somewhere, told in one line. */
export interface Equation {
  readonly holds: boolean;
  readonly line: string;
}

/**
 * `silver.readings: 122 read = 120 written + 1 quarantined + 1 duplicates`: every row that was read is somewhere. Where rows
 * are taken apart there is a second line for their elements (what a view leaves out are rows, or `…_elements`); none for a query that keeps no rows apart (a window counts
 * what it aggregated).
 */
export function conservationLines({ query, counts, windowed, pairs }: QuerySummary): readonly Equation[] {
  const { read, elements, warned: _, late_written: __, written = 0, aggregated, ...rest } = counts;
  // What was aggregated has another number of rows when it is written.
  const kept = aggregated === undefined ? { written } : { aggregated };
  // `stores.matched` says of a written row what a join found: it is no place of its own.
  // `table.deleted` says of the table's own rows what became of them.
  const isPlace = (name: string): boolean =>
    !/\.(un)?matched$/.test(name) && !ofFiles.test(name) && !name.startsWith("table.");
  const aside = Object.fromEntries(Object.entries(rest).filter(([name]) => isPlace(name)));
  if (windowed !== undefined) return [windowLine(query, aggregated ?? 0, windowed)];
  if (pairs !== undefined) return pairLines(query, counts, pairs);
  if (read === undefined) return [];
  if (elements === undefined) return [equation(query, [read, "read"], { ...kept, ...aside })];
  const { unparsable = 0, without_elements = 0, with_elements = 0, ...places } = aside;
  const isWhole = ([name]: readonly [string, number]): boolean => name.includes(".") && !name.endsWith("_elements");
  const whole = Object.entries(places).filter(isWhole);
  const parts = Object.entries(places).filter((place) => !isWhole(place));
  return [
    equation(query, [read, "read"], { with_elements, unparsable, without_elements, ...Object.fromEntries(whole) }),
    equation(query, [elements, "elements"], { ...kept, ...Object.fromEntries(parts) }),
  ];
}

/** The first place is always told, the others where something went there. */
function equation(
  query: string,
  [whole, what]: readonly [number, string],
  places: Readonly<Record<string, number>>,
): Equation {
  const told = Object.entries(places).filter(([, n], at) => at === 0 || n > 0);
  const found = told.reduce((sum, [, n]) => sum + n, 0);
  const sum = told.map(([name, n]) => `${n} ${name}`).join(" + ");
  const holds = whole === found;
  return { holds, line: `${query}: ${whole} ${what} ${holds ? "=" : "is not"} ${sum}${holds ? "" : ` (${found})`}` };
}

/** A row counts once for each window that it is in. */
function windowLine(
  query: string,
  aggregated: number,
  { total, open }: NonNullable<QuerySummary["windowed"]>,
): Equation {
  const holds = total === aggregated + open;
  const sum = `${aggregated} in written windows + ${open} in open ones`;
  return {
    holds,
    line: `${query}: ${total} in windows ${holds ? "=" : "is not"} ${sum}${holds ? "" : ` (${aggregated + open})`}`,
  };
}

/** The pairs that there are were all written; of the rows in none, which a left join writes too, some still wait. */
function pairLines(
  query: string,
  { paired = 0, unmatched = 0 }: QuerySummary["counts"],
  { pairs, alone, waiting = 0 }: NonNullable<QuerySummary["pairs"]>,
): readonly Equation[] {
  return [
    equation(query, [pairs, "pairs"], { written: paired }),
    ...(alone === undefined ? [] : [equation(query, [alone, "without a match"], { written: unmatched, waiting })]),
  ];
}

import { textTable } from "./text-table.js";

/** What one query did in a run: the sums over its batches. */
export interface QuerySummary {
  readonly query: string;
  /** `read`, `written`, and where the other rows went; `warned` rows were written too. */
  readonly counts: Readonly<Record<string, number>>;
  /** As it stands after the last batch. */
  readonly watermark?: string;
  /** Of a query that aggregates windows: what its input comes to, counted apart from it. */
  readonly windowed?: { readonly total: number; readonly open: number };
  readonly seconds: number;
}

const columns = ["read", "written", "quarantined", "late", "duplicates"];

/** The table that a run ends with. */
export function summaryTable(queries: readonly QuerySummary[]): string {
  const rows = queries.map(({ query, counts, watermark, seconds }) => [
    query,
    ...columns.map((name) => (counts[name] === undefined ? "" : String(counts[name]))),
    others(counts),
    watermark ?? "",
    seconds.toFixed(1),
  ]);
  return textTable(["query", ...columns, "other", "watermark", "seconds"], rows, [1, 2, 3, 4, 5, 8]);
}

function others(counts: QuerySummary["counts"]): string {
  const names = Object.keys(counts).filter((name) => !columns.includes(name) && (counts[name] ?? 0) > 0);
  return names.map((name) => `${counts[name]} ${name}`).join(", ");
}

/**
 * `silver.readings: 122 read = 120 written + 1 quarantined + 1 duplicates`: every row that was read is somewhere. Undefined for
 * a query that keeps no rows apart (a window counts what it aggregated).
 */
export function conservationLine({
  query,
  counts,
  windowed,
}: QuerySummary): { readonly holds: boolean; readonly line: string } | undefined {
  const { read, warned: _, written = 0, ...aside } = counts;
  if (windowed !== undefined) return windowLine(query, counts["aggregated"] ?? 0, windowed);
  if (read === undefined) return undefined;
  const places = [["written", written] as const, ...Object.entries(aside).filter(([, n]) => n > 0)];
  const found = places.reduce((sum, [, n]) => sum + n, 0);
  const sum = places.map(([name, n]) => `${n} ${name}`).join(" + ");
  const holds = read === found;
  return { holds, line: `${query}: ${read} read ${holds ? "=" : "is not"} ${sum}${holds ? "" : ` (${found})`}` };
}

/** A row counts once for each window that it is in. */
function windowLine(query: string, aggregated: number, { total, open }: NonNullable<QuerySummary["windowed"]>) {
  const holds = total === aggregated + open;
  const sum = `${aggregated} in written windows + ${open} in open ones`;
  return {
    holds,
    line: `${query}: ${total} in windows ${holds ? "=" : "is not"} ${sum}${holds ? "" : ` (${aggregated + open})`}`,
  };
}

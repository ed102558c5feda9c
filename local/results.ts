import { dirname, join } from "node:path";
import { type LocalJob, notebookName, placed } from "./job.js";
import type { Drained } from "./notes.js";
import type { Pairs, TableRow, Value, Windowed } from "./runner/answers.js";
import type { Runner } from "./runner/runner.js";

/** What a query has done in all its batches, of this run and the ones before. */
export interface QueryResult {
  readonly query: string;
  readonly batches: number;
  /** `read`, `written`, `quarantined`, …: summed over the batches; of a replaced table, in its last one. */
  readonly counts: Readonly<Record<string, number>>;
  /** The event time up to which it is finished; undefined if it has none. */
  readonly watermark?: string;
  /** Of a query that aggregates windows: what its input comes to, counted apart from it. */
  readonly windowed?: Windowed;
  /** Of a query that pairs rows: what its inputs come to, counted apart from it. */
  readonly pairs?: Pairs;
  /** How long its notebook ran, in this run. */
  readonly seconds: number;
}

/** The results of a job's queries, in the order of its notebooks, from the record that they keep in `_ops/batches`. */
export async function queryResults(
  runner: Runner,
  lake: string,
  job: LocalJob,
  { seconds, watermarks }: Pick<Drained, "seconds" | "watermarks">,
): Promise<readonly QueryResult[]> {
  const table = join(lake, "_ops", "batches");
  const rows = (await runner.exists(table)) ? await runner.rows(table) : [];
  const results: QueryResult[] = [];
  for (const notebook of job.notebooks) {
    const { query } = notebook;
    if (query === null) continue;
    const own = ofLatestIdentity(rows.filter((row) => row["query"] === query));
    const counted = job.replaced?.includes(query) ? lastBatch(own) : own;
    const result = queryResult(query, counted, seconds.get(notebookName(notebook)) ?? 0);
    const watermark = watermarks.get(query);
    // Without a new batch Spark does not say its watermark, and then nothing can be counted against it.
    const windowed = watermark === undefined ? undefined : await windowedOf(query, watermark, job, runner, lake);
    const pairs = await pairsOf(query, watermark, job, runner, lake);
    results.push({
      ...result,
      batches: own.length,
      ...(windowed && { windowed }),
      ...(pairs && { pairs }),
      ...(watermark && { watermark }),
    });
  }
  return results;
}

/** A table that was computed anew has the records of its earlier identity beside its own. */
function ofLatestIdentity(rows: readonly TableRow[]): readonly TableRow[] {
  const [latest] = [...rows].sort((a, b) => String(b["at"]).localeCompare(String(a["at"]), "en"));
  return rows.filter((row) => row["app"] === latest?.["app"]);
}

/** What a replaced table holds was made by its last batch alone. */
function lastBatch(rows: readonly TableRow[]): readonly TableRow[] {
  const last = Math.max(...rows.map(({ batch }) => Number(batch)));
  return rows.filter(({ batch }) => Number(batch) === last);
}

async function windowedOf(
  query: string,
  watermark: string,
  job: LocalJob,
  runner: Runner,
  lake: string,
): Promise<Windowed | undefined> {
  const windows = job.windows?.find((candidate) => candidate.query === query);
  if (windows === undefined || windows.kind === "session") return undefined;
  const { inputs, size, hop, offset } = windows;
  const counted = { total: 0, open: 0 };
  for (const { path: written, column } of inputs) {
    const path = placed(written, { state: dirname(lake), kafka: "" });
    const { total, open } = await runner.windowed({ path, column, size, hop, offset, watermark });
    counted.total += total;
    counted.open += open;
  }
  return counted;
}

async function pairsOf(
  query: string,
  watermark: string | undefined,
  job: LocalJob,
  runner: Runner,
  lake: string,
): Promise<Pairs | undefined> {
  const join = job.interval_joins?.find((candidate) => candidate.query === query);
  if (join === undefined) return undefined;
  const { query: _, ...of } = join;
  const places = { state: dirname(lake), kafka: "" };
  return runner.pairs({
    ...of,
    own: placed(of.own, places),
    other: placed(of.other, places),
    watermark: of.how === "left" ? (watermark ?? null) : null,
  });
}

function queryResult(query: string, rows: readonly TableRow[], seconds: number): QueryResult {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    for (const [name, count] of Object.entries(countsOf(row["counts"] ?? null)))
      counts[name] = (counts[name] ?? 0) + Number(count);
  }
  const watermarks = rows.flatMap(({ watermark }) => (typeof watermark === "string" ? [watermark] : [])).sort();
  const last = watermarks.at(-1);
  return { query, batches: rows.length, counts, ...(last === undefined ? {} : { watermark: last }), seconds };
}

function countsOf(counts: Value): Readonly<Record<string, unknown>> {
  return typeof counts === "object" && counts !== null && !Array.isArray(counts) ? { ...counts } : {};
}

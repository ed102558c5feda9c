import type { LocalJob } from "../job.js";
import type { QueryResult } from "../results.js";

/** Where a query stands while it runs. */
export interface QueryTally {
  readonly query: string;
  /** `read`, `written`, …: over all its batches, those of earlier runs too; of a replaced table, in its last one. */
  readonly counts: Readonly<Record<string, number>>;
  /** Rows that its input has and it has not read; undefined where that is not counted: a window's query does not say what it reads. */
  readonly lag?: number;
}

/** How many events the topic of a source has. */
export interface SourceTally {
  /** `readings/sources.readings` */
  readonly source: string;
  readonly events: number;
}

/** The counts of a job's queries, kept from what they log. */
export interface Tally {
  /** Takes a line that a notebook has printed. */
  readonly take: (line: string) => void;
  /** How things stand, with so many events in the topic of each source. */
  readonly now: (sources: readonly SourceTally[]) => readonly QueryTally[];
}

/** `before`: what the queries did in earlier runs. */
export function tallyOf(job: LocalJob, before: readonly QueryResult[]): Tally {
  const counts = new Map(before.map((result) => [result.query, { ...result.counts }]));
  return {
    take: (line) => {
      const batch = batchOf(line);
      const own = counts.get(batch?.query ?? "");
      if (own && job.replaced?.includes(batch?.query ?? "")) for (const name of Object.keys(own)) delete own[name];
      for (const [name, count] of Object.entries(batch?.counts ?? {})) if (own) own[name] = (own[name] ?? 0) + count;
    },
    now: (sources) =>
      job.notebooks.flatMap(({ query, reads = [] }) => {
        if (query === null) return [];
        const own = counts.get(query) ?? {};
        const there = reads.map(
          (reference) =>
            sources.find(({ source }) => source === `${job.job}/${reference}`)?.events ??
            rowsOf(reference, job, counts),
        );
        const lag = own["read"] === undefined ? undefined : lagOf(own["read"], there);
        return [{ query, counts: own, ...(lag === undefined ? {} : { lag }) }];
      }),
  };
}

type Counts = Readonly<Record<string, number>>;

/** The log line of a batch: `{"query": …, "batch": 3, "replayed": false, "read": 10, …}`; a replayed one has been counted. */
function batchOf(line: string): { readonly query: string; readonly counts: Counts } | undefined {
  if (!line.startsWith('{"query"')) return undefined;
  const { query, batch, replayed, ...counts }: Readonly<Record<string, unknown>> = JSON.parse(line);
  if (typeof query !== "string" || typeof batch !== "number" || replayed === true) return undefined;
  return { query, counts: Object.fromEntries(Object.entries(counts).filter(isCount)) };
}

const isCount = (entry: readonly [string, unknown]): entry is [string, number] => typeof entry[1] === "number";

/** The rows of a table that a query of this job writes. */
function rowsOf(reference: string, job: LocalJob, counts: ReadonlyMap<string, Counts>): number | undefined {
  const own = counts.get(`${job.job}/${reference}`);
  return own && (own["written"] ?? 0);
}

function lagOf(read: number, there: readonly (number | undefined)[]): number | undefined {
  let sum = 0;
  for (const rows of there) {
    if (rows === undefined) return undefined;
    sum += rows;
  }
  return there.length === 0 ? undefined : Math.max(0, sum - read);
}

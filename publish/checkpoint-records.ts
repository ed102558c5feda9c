import type { Json } from "../compiler/emit/json.js";
import type { PublishedQuery } from "./published-query.js";
import { isJsonList, isJsonRecord, textAt, valueAt } from "./records.js";
import type { ReleaseId } from "./release.js";

/** What is known of a checkpoint that was published once. */
export interface CheckpointRecord {
  /** `named` by what runs, or may run where a publishing was broken off, be it to go on from; `abandoned` since; or `removed` by publishing. */
  readonly is: "named" | "abandoned" | "removed";
  /** The first and the last release that names it; null: none does, as publishing was broken off. */
  readonly releases: readonly [first: ReleaseId, last: ReleaseId] | null;
}

/** By the folder of the checkpoint, below the lake's container. */
export type CheckpointRecords = { readonly [path: string]: CheckpointRecord };

type Queries = readonly PublishedQuery[] | undefined;

/** The folders of the checkpoints of queries. */
export const checkpointsOf = (queries: Queries): readonly string[] =>
  (queries ?? []).flatMap(({ checkpoint }) => (checkpoint === null ? [] : [checkpoint]));

/** The folders that queries must find: their own, and of those that they go on from, which they need until they have begun, the ones that were published here. */
const neededBy = (queries: Queries, records: CheckpointRecords): readonly string[] => {
  // Of a release of an earlier version it is not known which checkpoints it opens: any of them.
  if (queries === undefined) return notRemoved(records);
  const before = queries.flatMap(({ goesOnFrom }) => goesOnFrom ?? []);
  const isThere = (path: string): boolean => (recordOf(records, path)?.is ?? "removed") !== "removed";
  return [...checkpointsOf(queries), ...before.filter(isThere)];
};

/** From the first step of a publishing on: what it sets out to bring is named beside what there was. */
export function recordsBegun(records: CheckpointRecords, queries: Queries): CheckpointRecords {
  const named = neededBy(queries, records).map((path): [string, CheckpointRecord] => [
    path,
    { is: "named", releases: recordOf(records, path)?.releases ?? null },
  ]);
  return { ...records, ...Object.fromEntries(named) };
}

/** When all is done: what is no longer named is abandoned. `release`: of what runs now; `removed`: what was deleted by it. */
export function recordsEnded(
  records: CheckpointRecords,
  queries: Queries,
  release: ReleaseId,
  removed: readonly string[],
): CheckpointRecords {
  const begun = recordsBegun(records, queries);
  const paths = new Set(neededBy(queries, records));
  const ended = Object.entries(begun).map(([path, record]): [string, CheckpointRecord] => {
    if (removed.includes(path)) return [path, { ...record, is: "removed" }];
    if (!paths.has(path)) return [path, record.is === "named" ? { ...record, is: "abandoned" } : record];
    return queries === undefined
      ? [path, record]
      : [path, { is: "named", releases: [record.releases?.[0] ?? release, release] }];
  });
  return Object.fromEntries(ended);
}

const notRemoved = (records: CheckpointRecords): readonly string[] =>
  Object.entries(records).flatMap(([path, { is }]) => (is === "removed" ? [] : [path]));

export const recordOf = (records: CheckpointRecords, path: string): CheckpointRecord | undefined =>
  Object.hasOwn(records, path) ? records[path] : undefined;

/** Those that nothing names any more: neither what runs nor what is wanted, which may have to go on from one, nor a release that is kept. Releases in between are taken to name it too. */
export const cleanable = (
  records: CheckpointRecords,
  kept: readonly ReleaseId[],
  wanted: Queries,
): readonly string[] => {
  const isWanted = new Set([...checkpointsOf(wanted), ...(wanted ?? []).flatMap(({ goesOnFrom }) => goesOnFrom ?? [])]);
  return Object.entries(records)
    .filter(([path, { is, releases }]) => {
      const isKept = releases !== null && kept.some((id) => id >= releases[0] && id <= releases[1]);
      return is === "abandoned" && !isWanted.has(path) && !isKept && isCheckpoint(path);
    })
    .map(([path]) => path)
    .sort();
};

/** `_checkpoints/readings/silver.readings/2-6a78b9cd-9f6e701d`: nothing else is ever deleted by such a name. */
export const isCheckpoint = (path: string): boolean =>
  /^_checkpoints\/[^/]+\/[^/]+\/\d+-[0-9a-f]{8}-[0-9a-f]{8}$/.test(path) && !path.includes("..");

/** Earlier versions wrote none. */
export const readRecords = (value: Json | undefined): CheckpointRecords =>
  Object.fromEntries(
    Object.entries(isJsonRecord(value) ? value : {}).flatMap(([path, one]): [string, CheckpointRecord][] => {
      const is = textAt(one, "is");
      if (is !== "named" && is !== "abandoned" && is !== "removed") return [];
      const releases = valueAt(one, "releases");
      const [first, last] = isJsonList(releases) ? releases : [];
      return [[path, { is, releases: typeof first === "number" && typeof last === "number" ? [first, last] : null }]];
    }),
  );

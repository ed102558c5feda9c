import type { Json } from "../compiler/emit/json.js";
import { type Homes, readHomes } from "./homes.js";
import { isJob, isKindName, type KindName, kinds } from "./kinds.js";
import type { PublishedQuery } from "./published-query.js";
import { isJsonList, isJsonRecord, parsed, textAt, valueAt } from "./records.js";
import type { Script } from "./script.js";
import type { RunState, Wanted } from "./thing.js";

/** All that was published to an environment at one time, whole: what can be gone back to. */
export interface Release {
  readonly homes: Homes;
  readonly wanted: readonly Wanted[];
  readonly scripts: readonly Script[];
  /** The lock that it was compiled with; undefined: an earlier version published it. */
  readonly lock?: string | undefined;
  /** Its queries; undefined: an earlier version published it. */
  readonly queries?: readonly PublishedQuery[] | undefined;
}

/** A later release has a higher one, which is the state's serial at the end of its publishing too. */
export type ReleaseId = number;

export function releaseText({ homes, wanted, scripts, lock, queries }: Release): string {
  const things = wanted.map(({ kind, state, ...one }) => ({ ...one, kind: kind.name, state: state ?? null }));
  const checkpoints = { ...(lock === undefined ? {} : { lock }), ...(queries === undefined ? {} : { queries }) };
  return `${JSON.stringify({ version: 1, homes, things, scripts, ...checkpoints }, null, 1)}\n`;
}

/** Undefined: it is not a release that this version can read. */
export function readRelease(text: string): Release | undefined {
  const value = parsed(text);
  if (!isJsonRecord(value) || value["version"] !== 1) return undefined;
  const { things, scripts } = value;
  const homes = readHomes(value["homes"]);
  if (homes === undefined || !isJsonList(things) || !isJsonList(scripts)) return undefined;
  const [wanted, found] = [things.map(readThing), scripts.map(readScript)];
  const isWhole = <T>(all: readonly (T | undefined)[]): all is readonly T[] => !all.includes(undefined);
  if (!isWhole(wanted) || !isWhole(found)) return undefined;
  return { homes, wanted, scripts: found, lock: textAt(value, "lock"), queries: readQueries(value["queries"]) };
}

/** Undefined: an earlier version published it, or one that says it otherwise. */
function readQueries(value: Json | undefined): readonly PublishedQuery[] | undefined {
  if (!isJsonList(value)) return undefined;
  const read = value.map((one) => {
    const [id, kind, runs] = [textAt(one, "id"), textAt(one, "kind"), valueAt(one, "runs")];
    const checkpoint = textAt(one, "checkpoint") ?? null;
    if (id === undefined || kind === undefined || !isJsonList(runs)) return undefined;
    const before = valueAt(one, "goesOnFrom");
    const goesOnFrom = isJsonList(before) ? before.filter((path) => typeof path === "string") : [];
    return {
      ...{ id, kind, checkpoint, runs: runs.filter((thing) => typeof thing === "string") },
      ...(goesOnFrom.length > 0 ? { goesOnFrom } : {}),
    };
  });
  const known = read.filter((one) => one !== undefined);
  return known.length === read.length ? known : undefined;
}

function readThing(value: Json): Wanted | undefined {
  if (!isJsonRecord(value)) return undefined;
  const { id, name, kind, value: sent, state, needs } = value;
  if (typeof id !== "string" || typeof name !== "string" || typeof kind !== "string" || !isKindName(kind))
    return undefined;
  if (sent === undefined || !isJsonList(needs)) return undefined;
  return {
    ...{ id, name, kind: kinds[kind], value: sent, state: readState(kind, state) },
    needs: needs.filter((one) => typeof one === "string"),
  };
}

/** Releases of earlier versions say nothing of jobs, which are always to run. */
function readState(kind: KindName, state: Json | undefined): RunState | undefined {
  if (state === "Started" || state === "Stopped") return state;
  return isJob(kinds[kind]) ? "Started" : undefined;
}

function readScript(value: Json): Script | undefined {
  const [path, hash] = [textAt(value, "path"), textAt(value, "hash")];
  if (path === undefined || hash === undefined) return undefined;
  const [where, batches] = [textAt(value, "run", "where"), valueAt(value, "run", "batches")];
  // Earlier versions wrote none.
  if ((where !== "own" && where !== "master") || !isJsonList(batches)) return { path, hash, run: undefined };
  const lines = valueAt(value, "run", "lines");
  const known = isJsonList(lines) ? { lines: lines.filter((one) => typeof one === "number") } : {};
  return { path, hash, run: { where, batches: batches.filter((one) => typeof one === "string"), ...known } };
}

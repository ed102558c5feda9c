import { join } from "node:path";
import { checkLoad, putLoad } from "./files/load.js";
import { isPeriodic, pathsOf, periodOf } from "./files/periods.js";
import { checkName, putFile } from "./files/put.js";
import { checkSample, formatOf, UnfitFile } from "./files/table-samples.js";
import type { Functions } from "./functions/functions.js";
import type { Apis } from "./http/apis.js";
import { readRows } from "./http/rows-api.js";
import { readSamples } from "./http/sample-api.js";
import {
  isAnswersFeed,
  isApiFeed,
  isHubFeed,
  isLoadsFeed,
  isRowsFeed,
  isTableFeed,
  type LocalFilesFeed,
  type LocalTableFeed,
  type Places,
  placed,
} from "./job.js";
import { checkHeader, type Fed, feed } from "./producer/feed.js";
import type { RunProgress } from "./progress.js";
import type { RunRequest } from "./request.js";
import type { Runner } from "./runner/runner.js";
import type { Databases } from "./sql/databases.js";
import { checkRows, putRows } from "./sql/rows.js";
import type { WaveFile } from "./waves.js";

/** What a file is sent with. */
export interface Sending {
  readonly request: RunRequest;
  readonly places: Places;
  /** Adds rows to the Delta tables that others write. */
  readonly runner: Runner;
  /** Undefined where no feed puts rows into a database. */
  readonly databases?: Databases | undefined;
  /** Undefined where no feed has an API for functions. */
  readonly functions?: Functions | undefined;
  /** Undefined where no API is landed. */
  readonly apis?: Apis | undefined;
  readonly wave: number;
  /** Files that the same place was sent before. */
  readonly earlier: number;
  /** Rows of earlier files in each partition of the topic. */
  readonly before: readonly number[];
  readonly signal?: AbortSignal;
  readonly progress: (event: RunProgress) => void;
}

/** Looks at a file before anything is sent: its source must be able to read it. */
export async function checkFile({ feed: source, path }: WaveFile): Promise<void> {
  if (isHubFeed(source)) return checkHeader(path, source);
  if (isRowsFeed(source)) return checkRows(path, source);
  if (isAnswersFeed(source)) return void (await readRows(path));
  if (isApiFeed(source)) return void (await readSamples(path));
  if (isLoadsFeed(source)) return checkLoad(path);
  return isTableFeed(source) ? checkSample(path) : checkName(path, ofSample(source, path));
}

/** Where the source looks for it. */
const ofSample = (source: LocalFilesFeed, path: string): string =>
  isPeriodic(source) ? pathsOf(source, periodOf(source, path)) : source.path;

/** Sends a file's rows to its topic, at the rate that was asked for or declared, or to its table; or the file itself to where files are read. */
export async function send({ feed: source, path }: WaveFile, sending: Sending): Promise<Fed> {
  const { request, places, wave, before, signal, progress } = sending;
  const what = isHubFeed(source) ? "events" : isRowsFeed(source) ? "rows" : "file";
  const tell = ({ sent, skipped }: Pick<Fed, "sent" | "skipped">, isDone: boolean) =>
    progress({ kind: "fed", wave, source: source.source, what, file: path, sent, skipped, isDone });
  if (isTableFeed(source)) {
    const added = await addRows(path, source, sending);
    tell(added, true);
    return { ...added, rows: [] };
  }
  if (isRowsFeed(source)) {
    const database = sending.databases?.database(source.database);
    if (database === undefined) throw new Error(`There is no database '${source.database}' on this machine.`);
    const added = await putRows(database, source, { path, earlier: sending.earlier });
    tell(added, true);
    return { ...added, rows: [] };
  }
  if (isAnswersFeed(source)) {
    const isNew = await sending.apis?.feed(source, path, sending.earlier);
    if (isNew === undefined) throw new Error(`There is no API of '${source.api}' on this machine.`);
    const shown = isNew ? { sent: 1, skipped: 0 } : { sent: 0, skipped: 1 };
    tell(shown, true);
    return { ...shown, rows: [] };
  }
  if (isApiFeed(source)) {
    const isNew = await sending.functions?.feed(source, path, sending.earlier);
    if (isNew === undefined) throw new Error(`There is no function app in '${source.app}' on this machine.`);
    const shown = isNew ? { sent: 1, skipped: 0 } : { sent: 0, skipped: 1 };
    tell(shown, true);
    return { ...shown, rows: [] };
  }
  if (isLoadsFeed(source)) {
    const put = await putLoad(path, placed(source.loads, places), sending.earlier);
    tell(put, true);
    return { ...put, rows: [] };
  }
  if (!isHubFeed(source)) {
    const records = source.is_whole ? { records: join(places.state, "files_put") } : {};
    const put = await putFile(path, placed(ofSample(source, path), places), { ...source, ...records });
    tell(put, true);
    return { ...put, rows: [] };
  }
  const { topic, format, columns, key } = source;
  const fed = await feed({
    ...{ bootstrap: places.kafka, topic, file: path, format, columns, key, before },
    ...(source.cells ? { cells: source.cells } : {}),
    ...(signal ? { signal } : {}),
    rate: request.rate === "max" ? null : (request.rate ?? source.rate),
    onProgress: (sofar) => tell(sofar, false),
  });
  tell(fed, true);
  return fed;
}

/** Adds a file's rows to a Delta table, in a commit that says which of its files they are. */
async function addRows(
  path: string,
  { table, columns }: LocalTableFeed,
  { places, runner, earlier }: Sending,
): Promise<Pick<Fed, "sent" | "skipped">> {
  const to = { table: placed(table, places), columns };
  const appended = await runner.append({ ...to, path, format: formatOf(path), version: earlier });
  if (appended.kind === "unfit") throw new UnfitFile(appended.reason);
  return appended.kind === "added" ? { sent: 1, skipped: 0 } : { sent: 0, skipped: 1 };
}

import { createHash } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { isAnswersFeed, isApiFeed, isHubFeed, isRowsFeed, isTableFeed, type LocalFeed, placeOf } from "./job.js";
import { fingerprint, type Wave, type WaveFile } from "./waves.js";

/** What a state folder was made from, so that a later run goes on only with the same. */
export interface Ledger {
  readonly topics: Readonly<Record<string, TopicEntry>>;
  /** For each job, how many of its waves have been drained. */
  readonly drained: Readonly<Record<string, number>>;
}

interface TopicEntry {
  /** The files in the order in which they were sent; each is entered before its first event. */
  readonly files: readonly SentFile[];
}

interface SentFile {
  readonly name: string;
  readonly sha256: string;
  /** How its events are made: partitions, key and columns. */
  readonly feed: string;
}

/** The ledger of a state folder; an empty one if it has none. */
export async function readLedger(stateDir: string): Promise<Ledger> {
  const text = await readFile(join(stateDir, "ledger.json"), "utf8").catch(() => undefined);
  // The file is our own, written whole or not at all.
  return text === undefined ? { topics: {}, drained: {} } : (JSON.parse(text) as Ledger);
}

/** Writes the ledger in one step: a reader finds the old one or the new one. */
export async function writeLedger(stateDir: string, ledger: Ledger): Promise<void> {
  const path = join(stateDir, "ledger.json");
  await writeFile(`${path}.new`, `${JSON.stringify(ledger, undefined, 2)}\n`);
  await rename(`${path}.new`, path);
}

/**
 * The ledgers with one, two … files of a wave entered: each holds when its last file is sent. Where another file stands in
 * that place, or the events would be made in another way, the state was computed from something else, and going on would mix
 * the two: that is an error. A topic may have files of several sources: what counts is the order in which they reach it.
 * Where a wave that the job had drained gets one more file, it is to be drained again before those behind it.
 */
export async function entered(
  ledger: Ledger,
  waves: readonly Wave[],
  at: number,
  job: string,
): Promise<readonly Ledger[]> {
  const before = waves.slice(0, at).flat();
  const wave = waves[at] ?? [];
  const ledgers: Ledger[] = [];
  let after = ledger;
  for (const [inWave, file] of wave.entries()) {
    const earlier = [...before, ...wave.slice(0, inWave)].filter(({ feed }) => placeOf(feed) === placeOf(file.feed));
    after = withFile(after, earlier.length, await seen(file));
    ledgers.push(after === ledger ? ledger : withDrained(after, job, Math.min(at, ledger.drained[job] ?? 0)));
  }
  return ledgers;
}

/** A file as it is now. */
export interface SeenFile extends WaveFile {
  readonly sha256: string;
}

export const seen = async (file: WaveFile): Promise<SeenFile> => ({ ...file, sha256: await fingerprint(file.path) });

/** The ledger without the file that a place was to be sent after so many others: nothing of it got there. */
export function withoutFile(ledger: Ledger, to: string, place: number): Ledger {
  const files = ledger.topics[to]?.files.slice(0, place) ?? [];
  return { ...ledger, topics: { ...ledger.topics, [to]: { files } } };
}

/** The ledger with one file entered, in its place among those of its topic. A source of files knows them by their names. */
export function withFile(ledger: Ledger, place: number, { feed, path, sha256 }: SeenFile): Ledger {
  const file = { name: basename(path), sha256, feed: feedIdentity(feed) };
  const to = placeOf(feed);
  const files = ledger.topics[to]?.files ?? [];
  const was = files[place];
  if (was === undefined) return { ...ledger, topics: { ...ledger.topics, [to]: { files: [...files, file] } } };
  if (isByName(feed) && was.name !== file.name)
    throw mismatch(`'${was.name}' was put at '${shown(to)}', and as '${file.name}' it would be read again`);
  if (was.sha256 !== file.sha256)
    throw mismatch(`'${was.name}' was sent to '${shown(to)}' as file ${place + 1}, and ${path} has another content`);
  const columns = columnsOf(feed);
  if (columns && !was.feed.split("\n").every((column) => columns.includes(column)))
    throw mismatch(`columns of ${feed.source} are gone or of another type, and '${shown(to)}' has rows with them`);
  if (!columns && was.feed !== file.feed)
    throw mismatch(
      `the columns, key or partitions of ${feed.source} have changed since events were sent to '${shown(to)}'`,
    );
  return ledger;
}

/** The ledger after a job has drained so many waves. */
export function withDrained(ledger: Ledger, job: string, waves: number): Ledger {
  return { ...ledger, drained: { ...ledger.drained, [job]: waves } };
}

/** Whether all that a topic was sent before is still what is to be sent: fewer files than before is a change too. */
export function assertNoneMissing(ledger: Ledger, waves: readonly Wave[]): void {
  for (const { feed } of waves.flat()) {
    const now = waves.flat().filter((file) => placeOf(file.feed) === placeOf(feed)).length;
    const missing = ledger.topics[placeOf(feed)]?.files[now];
    if (missing !== undefined)
      throw mismatch(`'${missing.name}' was sent to '${shown(placeOf(feed))}' and is not there any more`);
  }
}

/** A place in words: as it stands in the state folder. */
const shown = (place: string): string => place.replace("{state}/", "");

const isByName = (feed: LocalFeed): boolean =>
  !isHubFeed(feed) && !isApiFeed(feed) && !isAnswersFeed(feed) && columnsOf(feed) === undefined;

/** The columns of a table that a feed's rows are put into, each with its type; such a table may get more of them. */
function columnsOf(feed: LocalFeed): readonly string[] | undefined {
  if (isTableFeed(feed)) return feed.columns;
  if (!isRowsFeed(feed)) return undefined;
  const isKey = (name: string) => (feed.key.includes(name) ? " KEY" : "");
  return feed.columns.map(({ name, type }) => `${name} ${type}${isKey(name)}`);
}

/** Files are put there as they are. */
function feedIdentity(feed: LocalFeed): string {
  if (!isHubFeed(feed)) return columnsOf(feed)?.join("\n") ?? "file";
  const { partitions, key, format, columns, cells } = feed;
  return createHash("sha256")
    .update(JSON.stringify([partitions, key, format, columns, cells ?? null]))
    .digest("hex");
}

function mismatch(what: string): Error {
  return new Error(
    `The state of earlier runs does not fit: ${what}. To begin again with an empty state, run with --fresh.`,
  );
}

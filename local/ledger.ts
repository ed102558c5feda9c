import { createHash } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { LocalFeed } from "./job.js";
import { fingerprint, type Wave } from "./waves.js";

/** What a state folder was made from, so that a later run goes on only with the same. */
export interface Ledger {
  readonly topics: Readonly<Record<string, TopicEntry>>;
  /** For each job, how many of its waves have been drained. */
  readonly drained: Readonly<Record<string, number>>;
}

interface TopicEntry {
  /** How its events are made: partitions, key and columns. */
  readonly feed: string;
  /** The files in the order in which they were sent; each is entered before its first event. */
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
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
 * The ledger with the files of a wave entered. Where another file stands in that place, or the events would be made in
 * another way, the state was computed from something else, and going on would mix the two: that is an error.
 */
export async function entered(ledger: Ledger, wave: Wave, at: number): Promise<Ledger> {
  let topics = ledger.topics;
  for (const { feed, path } of wave) {
    const file = { name: basename(path), sha256: await fingerprint(path) };
    const entry = topics[feed.topic] ?? { feed: feedIdentity(feed), files: [] };
    if (entry.feed !== feedIdentity(feed)) {
      throw mismatch(
        `the columns, key or partitions of ${feed.source} have changed since events were sent to '${feed.topic}'`,
      );
    }
    const was = entry.files[at];
    if (was !== undefined && was.sha256 !== file.sha256) {
      throw mismatch(`'${was.name}' was sent to '${feed.topic}' as file ${at + 1}, and ${path} has another content`);
    }
    const files = was === undefined ? [...entry.files, file] : entry.files;
    topics = { ...topics, [feed.topic]: { ...entry, files } };
  }
  return { ...ledger, topics };
}

/** The ledger after a job has drained so many waves. */
export function withDrained(ledger: Ledger, job: string, waves: number): Ledger {
  return { ...ledger, drained: { ...ledger.drained, [job]: waves } };
}

/** Whether all that a topic was sent before is still what is to be sent: fewer files than before is a change too. */
export function assertNoneMissing(ledger: Ledger, waves: readonly Wave[]): void {
  for (const { feed } of waves.flat()) {
    const now = waves.filter((wave) => wave.some((file) => file.feed.topic === feed.topic)).length;
    const missing = ledger.topics[feed.topic]?.files[now];
    if (missing !== undefined)
      throw mismatch(`'${missing.name}' was sent to '${feed.topic}' and is not there any more`);
  }
}

function feedIdentity({ partitions, key, format, columns, cells }: LocalFeed): string {
  return createHash("sha256")
    .update(JSON.stringify([partitions, key, format, columns, cells ?? null]))
    .digest("hex");
}

function mismatch(what: string): Error {
  return new Error(
    `The state of earlier runs does not fit: ${what}. To begin again with an empty state, run with --fresh.`,
  );
}

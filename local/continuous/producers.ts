import { stat } from "node:fs/promises";
import type { Draining } from "../drain.js";
import { placeOf } from "../job.js";
import { assertNoneMissing, readLedger, seen, withDrained, withFile, writeLedger } from "../ledger.js";
import { checkFile, send } from "../send.js";
import { type Wave, type WaveFile, wavesOf } from "../waves.js";
import { nap } from "./nap.js";
import { assertInOrder } from "./order.js";

/** The producers of a job, which go on until they are halted. */
export interface Producers {
  /** Resolves when they have been halted. */
  readonly run: () => Promise<void>;
  /** Keeps in mind that all that they have sent is drained. */
  readonly drained: () => Promise<void>;
}

/**
 * Producers that send each topic its files, at the declared rate and in the order of the waves, and then wait for files
 * that are added. Each topic (and each place where files are read) goes on by itself: none waits for another's wave to be drained.
 */
export async function producersOf(
  { request, job, session, progress }: Draining,
  halt: AbortSignal,
): Promise<Producers> {
  const { state } = session.places;
  const sent = new Set<string>();
  let ledger = await readLedger(state);
  let written: Promise<void> = Promise.resolve();
  const look = () => wavesOf(job.feeds, request.projectDir, request.inputs ?? {});
  assertNoneMissing(ledger, await look());

  /** One after another: several topics have files to enter. */
  const enter = async (place: number, file: WaveFile) => {
    const entry = await seen(file);
    ledger = withFile(ledger, place, entry);
    const now = ledger;
    written = written.then(() => writeLedger(state, now));
    await written;
  };

  const produce = async (place: string) => {
    const done: WaveFile[] = [];
    let before: readonly number[] = [];
    while (!halt.aborted) {
      const files = (await look()).flat().filter(({ feed }) => placeOf(feed) === place);
      assertInOrder(done, files);
      const next = files[done.length];
      if (next === undefined || !(await isComplete(next.path))) {
        await nap(1_000, halt);
        continue;
      }
      await checkFile(next);
      await enter(done.length, next);
      const wave = done.filter(({ feed }) => feed.source === next.feed.source).length + 1;
      const fed = await send(next, { request, ...session, wave, earlier: done.length, before, signal: halt, progress });
      before = fed.rows;
      done.push(next);
      sent.add(keyOf(next));
    }
  };

  return {
    run: async () => {
      const places = [...new Set(job.feeds.map(placeOf))];
      await Promise.all(places.map((place) => produce(place).catch(unlessHalted(halt))));
    },
    drained: async () => {
      const waves = wholeWaves(await look(), sent);
      await writeLedger(state, withDrained(ledger, job.job, Math.max(waves, ledger.drained[job.job] ?? 0)));
    },
  };
}

/** What a producer throws when it is halted in the middle of a file. */
const unlessHalted = (halt: AbortSignal) => (error: unknown) => {
  if (!halt.aborted) throw error;
};

const keyOf = ({ feed, path }: WaveFile): string => JSON.stringify([feed.source, path]);

/** How many waves, from the first one on, have been sent whole. */
function wholeWaves(waves: readonly Wave[], sent: ReadonlySet<string>): number {
  const partial = waves.findIndex((wave) => !wave.every((file) => sent.has(keyOf(file))));
  return partial === -1 ? waves.length : partial;
}

/** A new file that somebody is still writing would be sent in part: it is taken once it has been left alone for a second. */
export async function isComplete(path: string): Promise<boolean> {
  const { mtimeMs } = await stat(path);
  return Math.abs(Date.now() - mtimeMs) > 1_000; // a copied file's time may lie ahead
}

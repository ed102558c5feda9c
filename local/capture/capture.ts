import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { KafkaMessage } from "kafkajs";
import { readTopic } from "../kafka/read.js";
import { extentOf } from "../kafka/topics.js";
import { beginsFile, type CutRule, emptyWindows, fileTime, windowOf } from "./cut.js";
import { eventDataOf } from "./event-data.js";
import { type CaptureFile, filePath, filesOf, nextOffset, type OpenFile, openFile } from "./files.js";

export interface CaptureRequest {
  readonly bootstrap: string;
  readonly topic: string;
  /** The first two parts of a file's path. */
  readonly namespace: string;
  readonly hub: string;
  readonly folder: string;
  readonly rule: CutRule;
  /** Also cut the files whose window is still open: the producer has ended. */
  readonly flush: boolean;
  /** What time it is; windows that end later are still open. */
  readonly now: number;
}

/** What a call has written. */
export interface Captured {
  readonly files: number;
  readonly emptyFiles: number;
  readonly events: number;
}

/**
 * Writes what a topic holds beyond what is captured already, as the Avro files that Event Hubs Capture would write. What
 * is captured is read off the files themselves and a file appears whole, so a capture that was killed goes on where it
 * was: no event is lost and none is written twice.
 */
export async function capture(request: CaptureRequest): Promise<Captured> {
  const { bootstrap, topic, namespace, hub, folder, rule, flush, now } = request;
  const { begin, end } = await extentOf(bootstrap, topic);
  const scratch = join(folder, "_unfinished");
  await rm(scratch, { recursive: true, force: true });
  const partitions = await Promise.all(
    end.map(async (_, partition) =>
      openPartition(join(folder, namespace, hub, String(partition)), join(scratch, randomUUID()), rule),
    ),
  );
  const from = await Promise.all(
    partitions.map(async ({ next }, at) => BigInt(Math.max(next, Number(begin[at] ?? 0n)))),
  );
  let events = 0;
  await readTopic({ bootstrap, topic, from, to: end }, async (partition, message) => {
    await partitions[partition]?.take(message);
    events += 1;
  });
  let files = 0;
  for (const partition of partitions) files += await partition.close(flush ? Number.POSITIVE_INFINITY : now);
  const emptyFiles = await fillEmptyWindows(partitions, rule);
  await rm(scratch, { recursive: true, force: true });
  return { files, emptyFiles, events };
}

interface Partition {
  readonly next: number;
  readonly take: (message: KafkaMessage) => Promise<void>;
  /** Finishes the open file if its window ended before `now`; says how many files were finished in all. */
  readonly close: (now: number) => Promise<number>;
  readonly times: () => readonly number[];
  readonly writeEmpty: (window: number) => Promise<void>;
}

async function openPartition(folder: string, scratch: string, rule: CutRule): Promise<Partition> {
  const before: readonly CaptureFile[] = await filesOf(folder);
  const times = before.map(({ time }) => time);
  let open: { readonly file: OpenFile; readonly window: number; readonly time: number; bytes: number } | undefined;
  let finished = 0;
  const finish = async () => {
    if (open === undefined) return;
    await open.file.finish(join(folder, filePath(open.time)));
    times.push(open.time);
    finished += 1;
    open = undefined;
  };
  return {
    next: await nextOffset(before),
    take: async (message) => {
      const enqueued = Number(message.timestamp);
      const bytes = (message.value?.length ?? 0) + (message.key?.length ?? 0) + 200;
      if (open !== undefined && beginsFile(open, enqueued, bytes, rule)) await finish();
      if (open === undefined) {
        const time = fileTime(enqueued, times.at(-1));
        open = { file: await openFile(scratch), window: windowOf(enqueued, rule), time, bytes: 0 };
      }
      await open.file.write(eventDataOf(message));
      open.bytes += bytes;
    },
    close: async (now) => {
      if (open !== undefined && open.window + rule.windowMilliseconds <= now) await finish();
      return finished;
    },
    times: () => times,
    writeEmpty: async (window) => {
      const file = await openFile(scratch);
      await file.finish(join(folder, filePath(window)));
    },
  };
}

async function fillEmptyWindows(partitions: readonly Partition[], rule: CutRule): Promise<number> {
  const wanted = emptyWindows(
    partitions.map(({ times }) => times()),
    rule,
  );
  let written = 0;
  for (const [at, windows] of wanted.entries()) {
    for (const window of windows) {
      await partitions[at]?.writeEmpty(window);
      written += 1;
    }
  }
  return written;
}

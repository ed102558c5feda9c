import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { KafkaMessage } from "kafkajs";
import { readTopic } from "../kafka/read.js";
import { extentOf } from "../kafka/topics.js";
import { beginsFile, type CutRule, emptyWindows, fileTime, windowOf } from "./cut.js";
import { eventDataOf } from "./event-data.js";
import { type CaptureFile, filePath, filesOf, nextOffset, type OpenFile, openFile } from "./files.js";

export interface CaptureOf {
  readonly bootstrap: string;
  readonly topic: string;
  /** The first two parts of a file's path. */
  readonly namespace: string;
  readonly hub: string;
  readonly folder: string;
  readonly rule: CutRule;
}

/** How far to cut. */
export interface CutTo {
  /** Also cut the files whose window is still open: the producer has ended. */
  readonly flush: boolean;
  /** What time it is; windows that end later are still open. */
  readonly now: number;
}

/** What has been written: files that hold events, and those that stand for a window without any. */
export interface Captured {
  readonly files: number;
  readonly emptyFiles: number;
  readonly events: number;
}

/** A capture under way: it holds the files that are not full yet. */
export interface OpenCapture {
  /** Takes what the topic has got since, and finishes the files that are full or whose window has ended. */
  readonly cut: (to: CutTo) => Promise<Captured>;
  /** Forgets the files that are not finished; their events are taken again by the next capture. */
  readonly close: () => Promise<void>;
}

/** Writes what a topic holds beyond what is captured already, in one go. */
export async function capture(request: CaptureOf & CutTo): Promise<Captured> {
  const open = await openCapture(request);
  try {
    return await open.cut(request);
  } finally {
    await open.close();
  }
}

/**
 * Begins to write the events of a topic as the Avro files that Event Hubs Capture would write. What is captured is read off
 * the files themselves and a file appears whole, so a capture that was killed is gone on with by the next: no event is lost
 * and none is written twice.
 */
export async function openCapture({ bootstrap, topic, namespace, hub, folder, rule }: CaptureOf): Promise<OpenCapture> {
  const { begin, end } = await extentOf(bootstrap, topic);
  const scratch = join(folder, "_unfinished");
  await rm(scratch, { recursive: true, force: true });
  const partitions = await Promise.all(
    end.map(async (_, partition) =>
      openPartition(join(folder, namespace, hub, String(partition)), join(scratch, randomUUID()), rule),
    ),
  );
  const next = partitions.map((partition, at) => BigInt(Math.max(partition.next, Number(begin[at] ?? 0n))));
  return {
    cut: async ({ flush, now }) => {
      const to = (await extentOf(bootstrap, topic)).end;
      await readTopic({ bootstrap, topic, from: next, to }, async (partition, message) => {
        await partitions[partition]?.take(message);
        next[partition] = BigInt(message.offset) + 1n;
      });
      const until = flush ? Number.POSITIVE_INFINITY : now;
      let [files, events] = [0, 0];
      for (const partition of partitions) {
        const finished = await partition.close(until);
        files += finished.files;
        events += finished.events;
      }
      return { files, events, emptyFiles: await fillEmptyWindows(partitions, rule, until) };
    },
    close: () => rm(scratch, { recursive: true, force: true }),
  };
}

interface Partition {
  readonly next: number;
  readonly take: (message: KafkaMessage) => Promise<void>;
  /** Finishes the open file if its window ended before `now`; says what was finished since it was asked last. */
  readonly close: (now: number) => Promise<Pick<Captured, "files" | "events">>;
  readonly times: () => readonly number[];
  readonly writeEmpty: (window: number) => Promise<void>;
}

async function openPartition(folder: string, scratch: string, rule: CutRule): Promise<Partition> {
  const before: readonly CaptureFile[] = await filesOf(folder);
  const times = before.map(({ time }) => time);
  let open:
    | { readonly file: OpenFile; readonly window: number; readonly time: number; bytes: number; events: number }
    | undefined;
  let finished = { files: 0, events: 0 };
  const finish = async () => {
    if (open === undefined) return;
    await open.file.finish(join(folder, filePath(open.time)));
    times.push(open.time);
    finished = { files: finished.files + 1, events: finished.events + open.events };
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
        open = { file: await openFile(scratch), window: windowOf(enqueued, rule), time, bytes: 0, events: 0 };
      }
      await open.file.write(eventDataOf(message));
      open.bytes += bytes;
      open.events += 1;
    },
    close: async (now) => {
      if (open !== undefined && open.window + rule.windowMilliseconds <= now) await finish();
      const since = finished;
      finished = { files: 0, events: 0 };
      return since;
    },
    times: () => times,
    writeEmpty: async (window) => {
      const file = await openFile(`${scratch}-empty`);
      await file.finish(join(folder, filePath(window)));
      times.push(window);
      times.sort((a, b) => a - b);
    },
  };
}

/** Only where the window has ended: a partition may still have a file open in a later one. */
async function fillEmptyWindows(partitions: readonly Partition[], rule: CutRule, until: number): Promise<number> {
  const wanted = emptyWindows(
    partitions.map(({ times }) => times()),
    rule,
  );
  let written = 0;
  for (const [at, windows] of wanted.entries()) {
    for (const window of windows.filter((begin) => begin + rule.windowMilliseconds <= until)) {
      await partitions[at]?.writeEmpty(window);
      written += 1;
    }
  }
  return written;
}

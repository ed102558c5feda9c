import { basename } from "node:path";
import { setTimeout } from "node:timers/promises";
import { crc32 } from "node:zlib";
import type { IHeaders, Message, Producer } from "kafkajs";
import { connect, withBroker } from "../kafka/client.js";
import { settledExtentOf } from "../kafka/topics.js";
import { eventOf } from "./body.js";
import { type Declared, planRecords, type RecordPlan } from "./columns.js";
import { readCsvFile } from "./csv.js";
import { partitionOf, positionIn } from "./position.js";

export interface FeedRequest extends Declared {
  readonly bootstrap: string;
  readonly topic: string;
  readonly file: string;
  /** Rows per second; null: as fast as it goes. */
  readonly rate: number | null;
  /** Rows of earlier files in each partition, as the `rows` of the feed before; empty for the first file. */
  readonly before: readonly number[];
  readonly onProgress?: (fed: Fed) => void;
  readonly signal?: AbortSignal;
}

/** What came of a file so far. */
export interface Fed {
  /** Events sent now. */
  readonly sent: number;
  /** Rows that an earlier run had already sent. */
  readonly skipped: number;
  /** Rows of this and all earlier files in each partition. */
  readonly rows: readonly number[];
}

/**
 * Sends each row of a CSV file to a topic as one event, once: what the topic holds already is not sent again, so a feed
 * that was killed goes on where it was. That holds as long as nobody else writes to the topic.
 */
export async function feed(request: FeedRequest): Promise<Fed> {
  const { bootstrap, topic, file, rate, onProgress, signal } = request;
  const { begin, end } = await settledExtentOf(bootstrap, topic);
  const position = positionIn(
    end.map((offset, partition) => Number(offset - (begin[partition] ?? 0n))),
    request.before,
  );
  const producer = connect(bootstrap).producer({ idempotent: true, maxInFlightRequests: 1, retry: { retries: 10 } });
  await withBroker(() => producer.connect());
  const pace = paceOf(rate, signal);
  let sent = 0;
  let skipped = 0;
  let row = 0;
  let plan: RecordPlan | undefined;
  let waiting: Waiting[] = [];
  let size = 0;
  const flush = async () => {
    await pace(waiting.length);
    await send(producer, topic, waiting, file);
    sent += waiting.length;
    waiting = [];
    size = 0;
    onProgress?.({ sent, skipped, rows: position.rows() });
  };
  try {
    for await (const record of readCsvFile(file)) {
      if (plan === undefined) {
        plan = planRecords(record.cells, request, file);
        continue;
      }
      const { key, body } = eventOf(record, plan, file);
      const partition = partitionOf(key, row, end.length);
      if (position.isNew(partition)) {
        waiting.push({
          line: record.line,
          message: { key, value: body, partition, headers: headersOf(file, row, body) },
        });
        size += body.length * 3;
      } else {
        skipped += 1;
      }
      row += 1;
      if (waiting.length >= (rate === null ? 1000 : Math.max(1, Math.min(1000, rate / 10))) || size > bytesAtOnce) {
        signal?.throwIfAborted();
        await flush();
      }
    }
    if (waiting.length > 0) await flush();
    if (plan === undefined) throw new Error(`${file}: the file has no header.`);
    return { sent, skipped, rows: position.rows() };
  } finally {
    await producer.disconnect();
  }
}

/** Looks at a file before anything of it is sent: its header must fit the source's columns. */
export async function checkHeader(file: string, declared: Declared): Promise<void> {
  for await (const { cells } of readCsvFile(file)) {
    planRecords(cells, declared, file);
    return;
  }
  throw new Error(`${file}: the file has no header.`);
}

interface Waiting {
  readonly line: number;
  readonly message: Message;
}

/** A request's events of one partition make one record batch, and a batch may be no larger than an event: 1 MB. */
const bytesAtOnce = 512 * 1024;

async function send(producer: Producer, topic: string, waiting: readonly Waiting[], file: string): Promise<void> {
  try {
    await producer.send({ topic, acks: -1, messages: waiting.map(({ message }) => message) });
  } catch (error) {
    const [first, last] = [waiting[0]?.line, waiting.at(-1)?.line];
    throw new Error(
      `${file}: the events of lines ${first} to ${last} were not taken: ${error instanceof Error ? error.message : error}`,
      { cause: error },
    );
  }
}

/** What a client of the real service attaches: text, numbers, and bytes that are no text. */
function headersOf(file: string, row: number, body: string): IHeaders {
  const checksum = Buffer.alloc(5, 0xff);
  checksum.writeUInt32BE(crc32(body), 1);
  return { "source-file": basename(file), row: String(row), sampling: "1.0", checksum };
}

/** Waits as long as it takes for so many rows not to be above the rate. */
function paceOf(rate: number | null, signal: AbortSignal | undefined): (rows: number) => Promise<void> {
  const began = Date.now();
  let passed = 0;
  return async (rows) => {
    passed += rows;
    if (rate === null) return;
    const wait = began + ((passed - rows) / rate) * 1000 - Date.now();
    if (wait > 0) await setTimeout(wait, undefined, signal ? { signal } : {});
  };
}

import { randomUUID } from "node:crypto";
import { createConnection } from "node:net";
import type { KafkaMessage } from "kafkajs";
import { connect, withBroker } from "./client.js";

/** Whether anybody takes connections there. */
function isListening(bootstrap: string): Promise<boolean> {
  const [host = "", port = ""] = bootstrap.split(":");
  return new Promise((resolve) => {
    const socket = createConnection({ host, port: Number(port) });
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

export interface ReadRequest {
  readonly bootstrap: string;
  readonly topic: string;
  /** The first offset to read, per partition. */
  readonly from: readonly bigint[];
  /** The offset to stop before, per partition. */
  readonly to: readonly bigint[];
}

/** Reads a topic between two offsets of each partition, each partition in order, and resolves when all has been taken. */
export async function readTopic(
  { bootstrap, topic, from, to }: ReadRequest,
  take: (partition: number, message: KafkaMessage) => Promise<void>,
): Promise<void> {
  const next = [...from];
  const isDone = (partition: number) => (next[partition] ?? 0n) >= (to[partition] ?? 0n);
  const isAllDone = () => next.every((_, partition) => isDone(partition));
  if (isAllDone()) return;
  // A group of its own: the client has no reading without one, and nothing is ever committed to it.
  const consumer = connect(bootstrap).consumer({ groupId: `sluice-${randomUUID()}`, maxWaitTimeInMs: 100 });
  try {
    await withBroker(async () => {
      await consumer.connect();
      await consumer.subscribe({ topic, fromBeginning: true });
    });
    await new Promise<void>((resolve, reject) => {
      // It restarts by itself after what passes, such as a group coordinator that is still loading; then it reads from
      // the beginning, and what we have had already is passed over below.
      consumer.on("consumer.crash", async ({ payload }) => {
        if (!payload.restart) reject(payload.error);
        // A broker that has ended does not come back while this runs: the next one has another port.
        else if (!(await isListening(bootstrap)))
          reject(new Error(`The Kafka broker has ended: ${payload.error.message}`));
      });
      // At each start of the group, not once after the first: the client may have begun again by then.
      consumer.on("consumer.group_join", () => {
        for (const [partition, offset] of next.entries()) consumer.seek({ topic, partition, offset: String(offset) });
      });
      const running = consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        eachBatch: async ({ batch: { partition, messages }, resolveOffset }) => {
          try {
            for (const message of messages) {
              // What was fetched before the seek took effect lies before it.
              if (BigInt(message.offset) >= (next[partition] ?? 0n) && !isDone(partition)) {
                await take(partition, message);
                next[partition] = BigInt(message.offset) + 1n;
              }
              resolveOffset(message.offset);
            }
            if (isAllDone()) resolve();
          } catch (error) {
            reject(error);
          }
        },
      });
      running.catch(reject);
    });
  } finally {
    await consumer.disconnect();
  }
}

import kafkajs, { type Admin } from "kafkajs";
import { connect, withBroker } from "./client.js";

/** The first and the next offset of each partition, in the order of their numbers. */
export interface Extent {
  readonly begin: readonly bigint[];
  readonly end: readonly bigint[];
}

/** Creates a topic with so many partitions; one that is there already must have as many. */
export async function ensureTopic(bootstrap: string, topic: string, partitions: number): Promise<void> {
  await withAdmin(bootstrap, async (admin) => {
    const isThere = (await admin.listTopics()).includes(topic);
    if (!isThere) {
      await admin.createTopics({
        waitForLeaders: true,
        topics: [{ topic, numPartitions: partitions, replicationFactor: 1 }],
      });
      return;
    }
    const has = (await extentWith(admin, topic)).end.length;
    if (has === partitions) return;
    throw new Error(
      `The topic '${topic}' has ${has} partitions and ${partitions} are declared. A topic keeps the number it was made with: run with --fresh.`,
    );
  });
}

/** What a topic holds at this moment. */
export function extentOf(bootstrap: string, topic: string): Promise<Extent> {
  return withAdmin(bootstrap, (admin) => extentWith(admin, topic));
}

/**
 * What a topic holds once it has stopped growing: a producer that was killed may have left a last request on its way to
 * the broker.
 */
export function settledExtentOf(bootstrap: string, topic: string): Promise<Extent> {
  return withAdmin(bootstrap, async (admin) => {
    let extent = await extentWith(admin, topic);
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      const again = await extentWith(admin, topic);
      if (again.end.every((offset, partition) => offset === extent.end[partition])) return again;
      extent = again;
    }
  });
}

async function extentWith(admin: Admin, topic: string): Promise<Extent> {
  const offsets = [...(await offsetsWith(admin, topic))].sort((a, b) => a.partition - b.partition);
  return { begin: offsets.map(({ low }) => BigInt(low)), end: offsets.map(({ high }) => BigInt(high)) };
}

/** Right after a topic was made, its partitions may be without a leader: the client does not ask again by itself. */
async function offsetsWith(admin: Admin, topic: string): ReturnType<Admin["fetchTopicOffsets"]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await admin.fetchTopicOffsets(topic);
    } catch (error) {
      const isPassing = error instanceof kafkajs.KafkaJSProtocolError && error.type === "NOT_LEADER_FOR_PARTITION";
      if (!isPassing || attempt === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

async function withAdmin<T>(bootstrap: string, work: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = connect(bootstrap).admin();
  return withBroker(async () => {
    await admin.connect();
    try {
      return await work(admin);
    } finally {
      await admin.disconnect();
    }
  });
}

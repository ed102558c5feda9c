import kafkajs, { type Kafka } from "kafkajs";
import { engineError } from "../engines/command.js";

/** A Kafka client for the local broker. Its own log is silent: what goes wrong comes as an error. */
export function connect(bootstrap: string, { retries = 5, patience = 30_000 } = {}): Kafka {
  return new kafkajs.Kafka({
    clientId: "sluice",
    brokers: [bootstrap],
    logLevel: kafkajs.logLevel.NOTHING,
    connectionTimeout: patience,
    requestTimeout: patience,
    retry: { retries, initialRetryTime: 100 },
  });
}

/** Does what needs the broker. What its client says when the broker does not answer is the engine's own words, not a mistake of ours. */
export async function withBroker<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof kafkajs.KafkaJSError)) throw error;
    throw engineError("Kafka did not answer.", error.message, "another run, which goes on from here");
  }
}

import kafkajs, { type Kafka } from "kafkajs";

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

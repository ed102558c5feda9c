import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { engineError, runCommand } from "../engines/command.js";
import type { KafkaEngine } from "../engines/engine.js";
import { startKept, tailOf } from "../processes/kept.js";
import { freePorts } from "../processes/ports.js";
import { connect } from "./client.js";

export interface BrokerRequest {
  readonly engine: KafkaEngine;
  readonly python: string;
  /** Holds all that the broker knows; a broker started on the same folder has the same topics and events. */
  readonly folder: string;
  /** Settings of a second listener, `login`, that asks for a login (SASL without TLS). */
  readonly login?: Readonly<Record<string, string>>;
  /** More options for the broker's Java. */
  readonly javaOptions?: readonly string[];
}

/** A running broker. */
export interface Broker {
  /** `127.0.0.1:<port>`; another port each time. */
  readonly bootstrap: string;
  /** The same of the listener that asks for a login, where there is one. */
  readonly guarded: string;
  readonly stop: () => Promise<void>;
}

/** Starts a single Kafka broker on this machine (KRaft: it is its own controller) and waits until it answers. */
export async function startBroker(request: BrokerRequest): Promise<Broker> {
  const { engine, python, folder, login, javaOptions = [] } = request;
  await mkdir(folder, { recursive: true });
  const [port = 0, controllerPort = 0, guardedPort = 0] = await freePorts(3);
  const bootstrap = `127.0.0.1:${port}`;
  const properties = join(folder, "server.properties");
  await formatOnce(engine, folder);
  const settings = {
    ...serverSettings(join(folder, "data"), port, controllerPort),
    ...(login && guardedSettings(port, controllerPort, guardedPort, login)),
  };
  await writeFile(properties, propertiesOf(settings));
  const log = join(folder, "broker.log");
  await rm(log, { force: true });
  const kept = await startKept({
    python,
    record: join(folder, "process.json"),
    command: [
      engine.java,
      ...jvm,
      ...engine.javaOptions,
      ...javaOptions,
      "-cp",
      engine.classpath,
      "kafka.Kafka",
      properties,
    ],
    env: {},
    log,
  });
  const isReady = await waitFor(
    () => answers(bootstrap),
    () => kept.hasEnded(),
  );
  if (!isReady) {
    await kept.stop();
    throw engineError("Kafka did not start.", await tailOf(log), `a look into ${log}`);
  }
  return { bootstrap, guarded: `127.0.0.1:${guardedPort}`, stop: kept.stop };
}

const jvm = [
  ...["-Xms64m", "-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"],
  ...["-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-Dorg.slf4j.simpleLogger.showDateTime=true"],
];

/** A broker's folder gets its identity once. It is made beside its place, so a killed one leaves nothing half done. */
async function formatOnce(engine: KafkaEngine, folder: string): Promise<void> {
  const data = join(folder, "data");
  if (existsSync(data)) return;
  const unfinished = `${data}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished);
  const properties = join(folder, "format.properties");
  await writeFile(properties, propertiesOf(serverSettings(unfinished, 19092, 19093)));
  // A cluster's id is a UUID in base64; one that begins with a dash would be taken for an option.
  const id = randomBytes(16).toString("base64url").replace(/^-/, "a");
  const tool = ["-cp", engine.classpath, "kafka.tools.StorageTool", "format", "-t", id, "-c", properties];
  const outcome = await runCommand(engine.java, [...jvm, ...engine.javaOptions, ...tool]);
  if (outcome.code !== 0) {
    throw engineError("Kafka's folder could not be prepared.", outcome.stdout + outcome.stderr, `rm -r ${folder}`);
  }
  await rename(unfinished, data);
}

type Settings = Readonly<Record<string, string | number | boolean>>;

function serverSettings(data: string, port: number, controllerPort: number): Settings {
  return {
    "process.roles": "broker,controller",
    "node.id": 1,
    "controller.quorum.voters": `1@127.0.0.1:${controllerPort}`,
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    "advertised.listeners": `PLAINTEXT://127.0.0.1:${port}`,
    "controller.listener.names": "CONTROLLER",
    "inter.broker.listener.name": "PLAINTEXT",
    "listener.security.protocol.map": "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
    "log.dirs": data,
    "auto.create.topics.enable": false,
    "offsets.topic.replication.factor": 1,
    "offsets.topic.num.partitions": 1,
    "transaction.state.log.replication.factor": 1,
    "transaction.state.log.min.isr": 1,
    "transaction.state.log.num.partitions": 1,
    "group.initial.rebalance.delay.ms": 0,
    // As Event Hubs: an event of at most 1 MB, and its time is when it arrived.
    "message.max.bytes": 1048576,
    "log.message.timestamp.type": "LogAppendTime",
    "log.retention.ms": -1,
    // A killed broker's registration must lapse before the next one is let in; by default that takes 9 s.
    "broker.session.timeout.ms": 2000,
    "broker.heartbeat.interval.ms": 500,
    "log.cleaner.enable": false,
  };
}

const guardedSettings = (port: number, controllerPort: number, guarded: number, login: Settings): Settings => ({
  listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort},LOGIN://127.0.0.1:${guarded}`,
  "advertised.listeners": `PLAINTEXT://127.0.0.1:${port},LOGIN://127.0.0.1:${guarded}`,
  "listener.security.protocol.map": "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,LOGIN:SASL_PLAINTEXT",
  ...login,
});

/** Java's file of properties: read as Latin-1, with a backslash before a backslash, and with all else by its UTF-16 code. */
export const propertiesOf = (settings: Settings): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name}=${escaped(String(value))}\n`)
    .join("");

const escaped = (value: string): string =>
  value
    .replaceAll("\\", "\\\\")
    .replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

async function answers(bootstrap: string): Promise<boolean> {
  const admin = connect(bootstrap, { retries: 0, patience: 2_000 }).admin();
  try {
    await admin.connect();
    return (await admin.describeCluster()).brokers.length > 0;
  } catch {
    return false;
  } finally {
    await admin.disconnect().catch(() => {});
  }
}

async function waitFor(isSo: () => Promise<boolean>, isHopeless: () => boolean): Promise<boolean> {
  const until = Date.now() + 120_000;
  while (Date.now() < until && !isHopeless()) {
    if (await isSo()) return true;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return false;
}

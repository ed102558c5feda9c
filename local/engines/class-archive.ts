import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { startBroker } from "../kafka/broker.js";
import { script } from "../runner/script.js";
import { sparkSettings } from "../runner/settings.js";
import { built } from "./cache.js";
import { runCommand, withProgress } from "./command.js";
import type { KafkaEngine, SparkEngine } from "./engine.js";
import type { Java } from "./java.js";
import { type SparkVersions, versions } from "./versions.js";

interface SparkArchiveRequest {
  readonly engine: SparkEngine;
  /** The name under which the engine is set up; the archive stands beside it, one for each version of Java. */
  readonly name: string;
  readonly java: Java;
  readonly pinned: SparkVersions;
  readonly progress: (line: string) => void;
}

/** Spark with its classes as the JVM has them in memory; as it was, where no archive can be made or kept. */
export async function withClassArchive({ engine, ...of }: SparkArchiveRequest): Promise<SparkEngine> {
  const { python } = engine;
  const what = "Spark's classes (160 MB)";
  const file = await classArchive({ ...of, python, what, file: "spark.jsa", make: (path) => ofSpark(engine, path) });
  if (file === undefined) return engine;
  return { ...engine, javaOptions: [...engine.javaOptions, `"-XX:SharedArchiveFile=${file}"`] };
}

interface KafkaArchiveRequest {
  readonly engine: KafkaEngine;
  readonly python: string;
  readonly java: Java;
  readonly progress: (line: string) => void;
}

/** The same for Kafka: a broker starts with two fifths of the work. */
export async function withKafkaArchive({ engine, python, ...of }: KafkaArchiveRequest): Promise<KafkaEngine> {
  const file = await classArchive({
    ...{ ...of, python, name: "kafka", pinned: versions, what: "Kafka's classes (40 MB)", file: "kafka.jsa" },
    make: (path) => ofKafka(engine, python, path),
  });
  return file === undefined ? engine : { ...engine, javaOptions: [`-XX:SharedArchiveFile=${file}`] };
}

interface ArchiveRequest {
  readonly name: string;
  readonly java: Java;
  readonly pinned: SparkVersions;
  readonly python: string;
  readonly progress: (line: string) => void;
  /** Whose classes, and how much room they take. */
  readonly what: string;
  /** What the archive is called. */
  readonly file: string;
  readonly make: (path: string) => Promise<void>;
}

/**
 * An archive of classes as the JVM has them in memory, made once: to read and check them at each start takes as long
 * as all else. The JVM does without the archive if it does not fit, and so do we where none can be made or kept.
 * https://docs.oracle.com/en/java/javase/17/vm/class-data-sharing.html
 */
async function classArchive(request: ArchiveRequest): Promise<string | undefined> {
  const { name, java, pinned, python, progress, what, file, make } = request;
  if (Number.parseInt(java.version, 10) < FIRST_JAVA) return undefined;
  const archiving = `Archiving ${what}, for quicker starts`;
  const folder = await built({
    ...{ name: `${name}-java${java.version}`, pinned, python, progress },
    fill: (unfinished) => withProgress(archiving, progress, () => make(join(unfinished, file))),
  }).catch((error: unknown) => {
    progress(`They start without an archive of ${what}: ${error instanceof Error ? error.message : error}`);
  });
  return folder !== undefined && existsSync(join(folder, file)) ? join(folder, file) : undefined;
}

/** The first Java that archives the classes of a program while it ends. */
const FIRST_JAVA = 13;

async function ofSpark(engine: SparkEngine, file: string): Promise<void> {
  const scratch = `${file}.scratch`;
  await mkdir(scratch);
  const dumping = { ...engine, javaOptions: [...engine.javaOptions, `"-XX:ArchiveClassesAtExit=${file}"`] };
  const settings = JSON.stringify(sparkSettings(dumping, scratch));
  const { code, stderr } = await runCommand(
    engine.python,
    ["-B", script("class_archive.py"), settings, scratch],
    engine.env,
  );
  if (code !== 0) throw new Error(`Spark's classes could not be archived:\n${stderr.slice(-4_000)}`);
  await rm(scratch, { recursive: true });
}

async function ofKafka(engine: KafkaEngine, python: string, file: string): Promise<void> {
  const folder = `${file}.scratch`;
  const broker = await startBroker({ engine, python, folder, javaOptions: [`-XX:ArchiveClassesAtExit=${file}`] });
  await broker.stop();
  if (!existsSync(file)) throw new Error("a broker that was to archive them ended without doing so");
  await rm(folder, { recursive: true });
}

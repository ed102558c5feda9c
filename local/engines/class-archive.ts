import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { script } from "../runner/script.js";
import { sparkSettings } from "../runner/settings.js";
import { built } from "./cache.js";
import { runCommand, withProgress } from "./command.js";
import type { SparkEngine } from "./engine.js";
import type { Java } from "./java.js";
import type { SparkVersions } from "./versions.js";

interface ArchiveRequest {
  readonly engine: SparkEngine;
  /** The name under which the engine is set up; the archive stands beside it, one for each version of Java. */
  readonly name: string;
  readonly java: Java;
  readonly pinned: SparkVersions;
  readonly progress: (line: string) => void;
}

/**
 * The engine with its classes as the JVM has them in memory, made once: to read and check them at each start takes as long
 * as all else. The JVM does without the archive if it does not fit, and so do we where none can be made or kept.
 * https://docs.oracle.com/en/java/javase/17/vm/class-data-sharing.html
 */
export async function withClassArchive({ engine, name, java, pinned, progress }: ArchiveRequest): Promise<SparkEngine> {
  if (Number.parseInt(java.version, 10) < FIRST_JAVA) return engine;
  const folder = await built({
    name: `${name}-java${java.version}`,
    pinned,
    python: engine.python,
    progress,
    fill: (unfinished) =>
      withProgress("Archiving Spark's classes (160 MB), for quicker starts", progress, () =>
        archive(engine, join(unfinished, FILE)),
      ),
  }).catch((error: unknown) => {
    progress(`Spark starts without an archive of its classes: ${error instanceof Error ? error.message : error}`);
  });
  if (folder === undefined || !existsSync(join(folder, FILE))) return engine;
  return { ...engine, javaOptions: [...engine.javaOptions, `"-XX:SharedArchiveFile=${join(folder, FILE)}"`] };
}

/** The first Java that archives the classes of a program while it ends. */
const FIRST_JAVA = 13;
const FILE = "spark.jsa";

async function archive(engine: SparkEngine, file: string): Promise<void> {
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

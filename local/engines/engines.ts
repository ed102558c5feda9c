import { existsSync } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { built } from "./cache.js";
import { withClassArchive, withKafkaArchive } from "./class-archive.js";
import { engineError, withProgress } from "./command.js";
import { overConnect } from "./connect.js";
import type { KafkaEngine, SparkEngine, SqlEngine } from "./engine.js";
import { ivyIn, jarsIn, retrieveJars } from "./ivy.js";
import { requireJava } from "./java.js";
import { venvWith } from "./pip.js";
import { requirePython, sparkName } from "./python.js";
import {
  lanes,
  releases,
  type SparkLane,
  type SparkRelease,
  type SparkVersions,
  sqlParts,
  versions,
} from "./versions.js";

/** Spark, set up in the cache on first use. Errors carry the failing tool's own words and one thing to try. */
export async function ensureSpark(progress: (line: string) => void, lane: SparkLane = "3.5"): Promise<SparkEngine> {
  const { release, api } = lanes[lane];
  // The other lanes are started now and then, to compare: there an archive does not pay.
  const classic = await ensureClassic(progress, release, lane === "3.5");
  return api === "connect" ? overConnect(classic, release, progress) : classic;
}

async function ensureClassic(
  progress: (line: string) => void,
  release: SparkRelease,
  isArchived: boolean,
): Promise<SparkEngine> {
  const pinned: SparkVersions = releases[release];
  const base = await requirePython();
  const java = await requireJava(pinned.java);
  const { home } = java;
  const name = sparkName(base);
  const folder = await built({
    name,
    pinned,
    python: base.path,
    progress,
    fill: async (unfinished) => {
      const venv = join(unfinished, "venv");
      const [pyspark = ""] = pinned.wheels;
      const what = `Setting up ${pyspark.replace("pyspark==", "PySpark ")} (${pinned.wheelsSize})`;
      await withProgress(what, progress, () => venvWith(base.path, venv, pinned.wheels));
      const ivy = await ivyIn(await pysparkIn(venv));
      await withProgress("Setting up Spark's Kafka, Avro and Delta jars (12 MB)", progress, () =>
        retrieveJars({
          java: home,
          ivy,
          modules: pinned.sparkJars,
          withDependencies: false,
          into: join(unfinished, "jars"),
        }),
      );
      await mkdir(join(unfinished, "conf"));
      await writeFile(join(unfinished, "conf", "log4j2.properties"), log4j2);
    },
  });
  const venv = join(folder, "venv");
  if (!existsSync(join(venv, "bin", "python"))) {
    throw engineError("The Python that Spark was set up with is gone.", base.path, `rm -r ${folder}`);
  }
  const engine: SparkEngine = {
    api: "classic",
    python: join(venv, "bin", "python"),
    // A folder with files on the class path cannot be archived, so Spark's folder of settings is one that is not there.
    javaOptions: [`-Dlog4j2.configurationFile=${optionPath(join(folder, "conf", "log4j2.properties"))}`],
    jars: await jarsIn(join(folder, "jars")),
    env: {
      JAVA_HOME: home,
      // The user's own Spark, if there is one, must not lend its jars and settings to ours.
      SPARK_HOME: await pysparkIn(venv),
      SPARK_CONF_DIR: join(folder, "no-conf"),
      SPARK_LOCAL_IP: "127.0.0.1",
      PYSPARK_PYTHON: join(venv, "bin", "python"),
      PYSPARK_DRIVER_PYTHON: join(venv, "bin", "python"),
      PYTHONNOUSERSITE: "1",
      PYTHONPATH: "",
    },
  };
  return isArchived ? withClassArchive({ engine, name, java, pinned, progress }) : engine;
}

/** Kafka, set up in the cache on first use. Its jars are fetched by the Ivy that Spark brings. */
export async function ensureKafka(spark: SparkEngine, progress: (line: string) => void): Promise<KafkaEngine> {
  const java = await requireJava();
  const { home } = java;
  const folder = await built({
    name: "kafka",
    python: spark.python,
    progress,
    fill: async (unfinished) => {
      const ivy = await ivyIn(spark.env["SPARK_HOME"] ?? "");
      const what = `Setting up Kafka ${versions.kafkaJars[0].version} (${versions.kafkaSize})`;
      await withProgress(what, progress, () =>
        retrieveJars({
          java: home,
          ivy,
          modules: versions.kafkaJars,
          withDependencies: true,
          into: join(unfinished, "jars"),
        }),
      );
    },
  });
  const classpath = (await jarsIn(join(folder, "jars"))).join(delimiter);
  const engine: KafkaEngine = { java: join(home, "bin", "java"), javaOptions: [], classpath };
  return withKafkaArchive({ engine, python: spark.python, java, progress });
}

/** What stands in for SQL Server, set up in the cache on first use. Its jar is fetched by the Ivy that Spark brings. */
export async function ensureSql(spark: SparkEngine, progress: (line: string) => void): Promise<SqlEngine> {
  const { home } = await requireJava();
  const folder = await built({
    name: "h2",
    pinned: sqlParts,
    python: spark.python,
    progress,
    fill: async (unfinished) => {
      const ivy = await ivyIn(spark.env["SPARK_HOME"] ?? "");
      const [{ version }] = sqlParts.jars;
      await withProgress(`Setting up H2 ${version} (${sqlParts.size})`, progress, () =>
        retrieveJars({
          java: home,
          ivy,
          modules: sqlParts.jars,
          withDependencies: false,
          into: join(unfinished, "jars"),
        }),
      );
    },
  });
  const classpath = (await jarsIn(join(folder, "jars"))).join(delimiter);
  return { python: spark.python, classpath, env: spark.env };
}

async function pysparkIn(venv: string): Promise<string> {
  const [python = ""] = (await readdir(join(venv, "lib"))).filter((name) => name.startsWith("python"));
  return join(venv, "lib", python, "site-packages", "pyspark");
}

/** A path as a URL in a list of Java's options, where an apostrophe would begin a quotation. */
const optionPath = (path: string): string => pathToFileURL(path).href.replaceAll("'", "%27");

const log4j2 = `rootLogger.level = error
rootLogger.appenderRef.stderr.ref = stderr
appender.stderr.type = Console
appender.stderr.name = stderr
appender.stderr.target = SYSTEM_ERR
appender.stderr.layout.type = PatternLayout
appender.stderr.layout.pattern = %d{HH:mm:ss} %p %c{1}: %m%n%ex
`;

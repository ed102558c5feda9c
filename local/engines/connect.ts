import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { built } from "./cache.js";
import { withProgress } from "./command.js";
import type { SparkEngine } from "./engine.js";
import { ivyIn, jarsIn, retrieveJars } from "./ivy.js";
import { pipInstall } from "./pip.js";
import { requirePython, sparkName } from "./python.js";
import { type ConnectParts, connectParts, type SparkRelease } from "./versions.js";

/** The same Spark with what it lacks of Spark Connect, which is set up in the cache on first use, in a folder of its own. */
export async function overConnect(
  spark: SparkEngine,
  release: SparkRelease,
  progress: (line: string) => void,
): Promise<SparkEngine> {
  const pinned: ConnectParts = connectParts[release];
  const base = await requirePython();
  const folder = await built({
    name: sparkName(base).replace("spark", "connect"),
    pinned,
    python: base.path,
    progress,
    fill: (unfinished) =>
      withProgress(`Setting up Spark Connect (${pinned.size})`, progress, () => fill(unfinished, spark, pinned)),
  });
  return {
    ...spark,
    api: "connect",
    jars: [...spark.jars, ...(await jarsIn(join(folder, "jars")))],
    env: { ...spark.env, PYTHONPATH: join(folder, "packages") },
  };
}

async function fill(folder: string, { python, env }: SparkEngine, { wheels, sparkJars }: ConnectParts): Promise<void> {
  await pipInstall(python, wheels, ["--target", join(folder, "packages")]);
  const into = join(folder, "jars");
  await mkdir(into);
  if (sparkJars.length === 0) return;
  const { JAVA_HOME: java = "", SPARK_HOME: pyspark = "" } = env;
  await retrieveJars({ java, ivy: await ivyIn(pyspark), modules: sparkJars, withDependencies: false, into });
}

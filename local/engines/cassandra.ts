import { delimiter, join } from "node:path";
import { built } from "./cache.js";
import { withProgress } from "./command.js";
import type { CassandraEngine, SparkEngine } from "./engine.js";
import { ivyIn, jarsIn, retrieveJars } from "./ivy.js";
import { requireJava } from "./java.js";
import { pipInstall } from "./pip.js";
import { cassandraParts } from "./versions.js";

/** A Cassandra server, set up in the cache on first use. Its jars are fetched by the Ivy that Spark brings. */
export async function ensureCassandra(spark: SparkEngine, progress: (line: string) => void): Promise<CassandraEngine> {
  const { home } = await requireJava([17]);
  const { server, wheels, size } = cassandraParts;
  const folder = await built({
    name: "cassandra",
    pinned: cassandraParts,
    python: spark.python,
    progress,
    fill: (unfinished) =>
      withProgress(`Setting up Cassandra ${server.version} (${size})`, progress, async () => {
        await pipInstall(spark.python, wheels, ["--no-deps", "--target", join(unfinished, "packages")]);
        await retrieveJars({
          java: home,
          ivy: await ivyIn(spark.env["SPARK_HOME"] ?? ""),
          modules: [server],
          withDependencies: true,
          into: join(unfinished, "jars"),
        });
      }),
  });
  const jars = await jarsIn(join(folder, "jars"));
  const agent = jars.find((jar) => /\/jamm-[^/]*\.jar$/.test(jar));
  if (agent === undefined) throw new Error(`There is no jamm among the jars of Cassandra in ${folder}.`);
  const packages = join(folder, "packages");
  return {
    ...{ java: join(home, "bin", "java"), classpath: jars.join(delimiter), agent, python: spark.python },
    cqlsh: join(packages, "bin", "cqlsh"),
    env: { ...spark.env, PYTHONPATH: packages },
  };
}

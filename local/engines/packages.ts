import { join } from "node:path";
import { built } from "./cache.js";
import { withProgress } from "./command.js";
import type { PackagesEngine, SparkEngine } from "./engine.js";
import { pipInstall } from "./pip.js";
import { duckdbParts, type PythonParts, redisParts, sqlfluffParts } from "./versions.js";

type Progress = (line: string) => void;

/** DuckDB and what reads Delta tables for it, set up in the cache on first use. */
export const ensureDuckdb = (spark: SparkEngine, progress: Progress): Promise<PackagesEngine> =>
  packages("duckdb", "DuckDB 1.4", duckdbParts, spark, progress);

/** sqlfluff, set up in the cache on first use. */
export const ensureSqlfluff = (spark: SparkEngine, progress: Progress): Promise<PackagesEngine> =>
  packages("sqlfluff", "sqlfluff 4.5", sqlfluffParts, spark, progress);

/** What a test of rights in Redis runs on: the server alone, without its module. */
export const ensureRedis = (spark: SparkEngine, progress: Progress): Promise<PackagesEngine> =>
  packages("redis", "Redis 8.2", redisParts, spark, progress);

/** Packages beside those that Spark's Python has, in a folder of their own. */
async function packages(
  name: string,
  what: string,
  pinned: PythonParts,
  spark: SparkEngine,
  progress: Progress,
): Promise<PackagesEngine> {
  const folder = await built({
    name,
    pinned,
    python: spark.python,
    progress,
    fill: (unfinished) =>
      withProgress(`Setting up ${what} (${pinned.size})`, progress, () =>
        pipInstall(spark.python, pinned.wheels, ["--no-deps", "--target", join(unfinished, "packages")]),
      ),
  });
  return { python: spark.python, env: { ...spark.env, TZ: "UTC", PYTHONPATH: join(folder, "packages") } };
}

import { delimiter, join } from "node:path";
import type { SparkEngine } from "../engines/engine.js";
import type { RunnerOptions } from "./runner.js";

/** Spark's settings on this machine: what a cluster would have as its own, and what makes a small Spark quick. */
export function sparkSettings(
  engine: SparkEngine,
  scratch: string,
  // Through Connect, which is asked for to see what the cloud would do, it does as there.
  { memory = "1g", compilesPlans = engine.api === "connect" }: Pick<RunnerOptions, "memory" | "compilesPlans"> = {},
): Readonly<Record<string, string>> {
  return {
    "spark.master": "local[2]",
    "spark.app.name": "sluice",
    "spark.driver.extraClassPath": engine.jars.join(delimiter),
    "spark.sql.extensions": "io.delta.sql.DeltaSparkSessionExtension",
    "spark.sql.catalog.spark_catalog": "org.apache.spark.sql.delta.catalog.DeltaCatalog",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.streaming.stopTimeout": "30s",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.scheduler.mode": "FAIR",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.shuffle.partitions": "2",
    "spark.default.parallelism": "2",
    "spark.driver.memory": memory,
    // Logs of a few commits: one task reads what one task can.
    "spark.databricks.delta.snapshotPartitions": "1",
    // Every batch runs the same plans again; by default only the last hundred pieces of generated code stay compiled.
    "spark.sql.codegen.cache.maxEntries": "2000",
    // For a few rows Spark would take longer to write Java for each plan, of a whole stage or of each expression, than to do without.
    "spark.sql.codegen.wholeStage": String(compilesPlans),
    "spark.sql.codegen.factoryMode": compilesPlans ? "FALLBACK" : "NO_CODEGEN",
    // Every plan is written down for those who watch; nobody does.
    "spark.sql.ui.explainMode": "simple",
    "spark.local.dir": join(scratch, "spark"),
    "spark.sql.warehouse.dir": join(scratch, "warehouse"),
    // Without room for compiled code a long run slows to a crawl; with little room for new objects it collects garbage all the time.
    "spark.driver.extraJavaOptions": [
      ...["-XX:+UseSerialGC", "-Xms640m", "-Xmn320m", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=256m"],
      ...engine.javaOptions,
    ].join(" "),
  };
}

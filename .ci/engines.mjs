// Sets up the engines: beside the tests that need none, for it is downloads that take its time.
import { copyFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

for (const path of readdirSync("local", { recursive: true })) {
  if (path.endsWith(".py")) copyFileSync(join("local", path), join("dist", "local", path));
}
const { ensureCassandra } = await import("../dist/local/engines/cassandra.js");
const { ensureKafka, ensureSpark, ensureSql } = await import("../dist/local/engines/engines.js");
const { ensureDuckdb, ensureRedis, ensureSqlfluff } = await import("../dist/local/engines/packages.js");
const { ensurePostgres } = await import("../dist/local/engines/postgres.js");
const spark = await ensureSpark(console.log); // which all but a few tests run on
await Promise.all([
  ensureKafka(spark, console.log),
  ensureSql(spark, console.log),
  ensurePostgres(spark, console.log),
  ensureDuckdb(spark, console.log),
  ensureRedis(spark, console.log),
  ensureCassandra(spark, console.log),
  ensureSqlfluff(spark, console.log),
  ensureSpark(console.log, "4.0"),
  ensureSpark(console.log, "3.5-connect"),
]);

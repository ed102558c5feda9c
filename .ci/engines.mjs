// Sets up the engines: beside the tests that need none, for it is downloads that take its time.
import { copyFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

for (const path of readdirSync("local", { recursive: true })) {
  if (path.endsWith(".py")) copyFileSync(join("local", path), join("dist", "local", path));
}
const { ensureKafka, ensureSpark, ensureSql } = await import("../dist/local/engines/engines.js");
const spark = await ensureSpark(console.log); // which all but a few tests run on
await ensureKafka(spark, console.log);
await ensureSql(spark, console.log);
await ensureSpark(console.log, "4.0");
await ensureSpark(console.log, "3.5-connect");

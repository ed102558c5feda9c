import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, expect, it } from "vitest";
import type { SparkEngine } from "../../../local/engines/engine.js";
import { ensureKafka, ensureSpark } from "../../../local/engines/engines.js";
import { isHubFeed, type LocalJob, loadJob, type Places, placed } from "../../../local/job.js";
import { startBroker } from "../../../local/kafka/broker.js";
import { ensureTopic } from "../../../local/kafka/topics.js";
import { feed } from "../../../local/producer/feed.js";
import { sparkSettings } from "../../../local/runner/settings.js";
import { wavesOf } from "../../../local/waves.js";
import { keptRunner } from "../kept.js";
import { eventually } from "../local/children.js";
import {
  actualTables,
  copyProject,
  copyReadings,
  differences,
  expectedTables,
  forSynapse,
  fromKafka,
} from "./project.js";

const stops: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const stop of stops.reverse()) await stop();
});

/** What each batch of each query has logged: a replayed batch logs the same again. */
type Counts = Map<string, Readonly<Record<string, unknown>>>;

it("the main file of a Synapse job, by spark-submit: all queries side by side while readings come in, stopped and started again", async () => {
  const copy = copyProject({ ...fromKafka, ...forSynapse }, ["local", "dev"]);
  copyReadings(copy, "test/spark/telemetry/tiny");
  const spark = await ensureSpark(console.log);
  const folder = mkdtempSync(join(tmpdir(), "sluice-submitted-"));
  const kafka = { engine: await ensureKafka(spark, console.log), python: spark.python, folder: join(folder, "kafka") };
  const broker = await startBroker(kafka);
  stops.push(broker.stop);
  const places = { state: folder, kafka: broker.bootstrap };
  const job = await loadJob(copy.artifactsDir);
  const [readings] = job.feeds.filter(isHubFeed);
  if (readings === undefined) throw new Error("the job feeds nothing");
  await ensureTopic(broker.bootstrap, readings.topic, readings.partitions);

  const counts: Counts = new Map();
  const count = (query: string, of: string) =>
    [...counts.values()]
      .filter((batch) => batch["query"] === `readings/${query}`)
      .reduce((sum, batch) => sum + Number(batch[of] ?? 0), 0);
  let before: readonly number[] = [];
  let sent = 0;
  let run = submit(spark, copy.artifactsDir, job, places, counts);
  for (const [at, wave] of (await wavesOf(job.feeds, copy.projectDir, {})).entries()) {
    if (at === 1) {
      await stopped(run);
      run = submit(spark, copy.artifactsDir, job, places, counts);
    }
    for (const { path } of wave) {
      const { format, columns, key, topic } = readings;
      const fed = await feed({
        ...{ bootstrap: broker.bootstrap, topic, file: path, format, columns, key, rate: null, before },
        ...(readings.cells ? { cells: readings.cells } : {}),
      });
      sent += fed.sent;
      before = fed.rows;
    }
    await eventually(() => count("silver.readings", "read") >= sent);
  }
  await eventually(() => count("sinks.averages", "written") >= 4);
  // A batch is logged before it is written, and committed after.
  const batches = [...counts.values()].filter((batch) => batch["query"] === "readings/sinks.averages");
  await eventually(
    () => committed(join(folder, "lake", "_checkpoints", "readings", "sinks.averages")) >= batches.length,
  );
  await stopped(run);

  const tables = await actualTables(copy, { runner: await keptRunner(), places });
  expect(differences(copy, expectedTables(copy), tables)).toBe("");
  expect(tables["bronze.readings"]?.length).toBe(sent);
  expect(tables["sinks.averages"]?.length).toBe(tables["gold.readings_5_minutes"]?.length);
});

/** Starts the job as its definition says: the main file, its one argument, and the notebooks' texts beside it. */
function submit(spark: SparkEngine, artifacts: string, job: LocalJob, places: Places, counts: Counts): ChildProcess {
  const definition: {
    readonly properties: { readonly jobProperties: { readonly file: string; readonly pyFiles: readonly string[] } };
  } = JSON.parse(readFileSync(join(artifacts, "env/dev/synapse/sparkJobDefinition/telemetry_readings.json"), "utf8"));
  const { file, pyFiles } = definition.properties.jobProperties;
  const here = (path: string): string => join(artifacts, "common/synapse/python", path.split("/").at(-1) ?? "");
  const parameters = Object.entries({ ...job.notebooks[0]?.parameters, trigger: "as_declared" });
  const given = Object.fromEntries(parameters.map(([name, value]) => [name, placed(value, places)]));
  // With the code that Spark writes for plans, as a pool runs it.
  const codegen = { "spark.sql.codegen.wholeStage": "true", "spark.sql.codegen.factoryMode": "FALLBACK" };
  const asInPool = { "spark.scheduler.mode": "FAIR", ...codegen };
  const settings = Object.entries({ ...sparkSettings(spark, join(places.state, "scratch")), ...asInPool });
  const child = spawn(
    join(spark.env["SPARK_HOME"] ?? "", "bin", "spark-submit"),
    [
      ...settings.flatMap(([name, value]) => ["--conf", `${name}=${value}`]),
      ...["--py-files", pyFiles.map(here).join(",")],
      here(file),
      JSON.stringify(given),
    ],
    { stdio: ["ignore", "pipe", "inherit"], detached: true, env: { ...process.env, ...spark.env, TZ: "UTC" } },
  );
  stops.push(() => stopped(child));
  createInterface({ input: child.stdout }).on("line", (line) => {
    if (!line.startsWith('{"query"')) return;
    const logged: Readonly<Record<string, unknown>> = JSON.parse(line);
    counts.set(`${logged["query"]} ${logged["batch"]}`, logged);
  });
  return child;
}

/** How many batches a query has committed, in the checkpoint of its only identity. */
function committed(checkpoints: string): number {
  const [identity = ""] = readdirSync(checkpoints);
  const commits = join(checkpoints, identity, "commits");
  return existsSync(commits) ? readdirSync(commits).filter((name) => /^\d+$/.test(name)).length : 0;
}

/** Ends the application with all that belongs to it, as a pool does that takes its nodes back. */
async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  await gone;
}

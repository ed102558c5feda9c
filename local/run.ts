import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { readWalk } from "./adf/walk.js";
import { runContinuously } from "./continuous/continuous.js";
import { load, loadPools, shownTables } from "./dedicated/pools.js";
import { oneAfterAnother } from "./dedicated/turns.js";
import { drain, type Session } from "./drain.js";
import type { SparkEngine } from "./engines/engine.js";
import { ensureKafka, ensureSpark } from "./engines/engines.js";
import { ensureDuckdb } from "./engines/packages.js";
import { endsOfWaves } from "./files/periods.js";
import { answersFeeds, apiFeeds, filesFeeds, type LocalFlow, loadsFeeds, rowsFeeds } from "./flow.js";
import { startFunctions } from "./functions/functions.js";
import { startApis } from "./http/apis.js";
import { hubFeeds, isTableFeed, type LocalJob } from "./job.js";
import { startBroker } from "./kafka/broker.js";
import type { Landed } from "./notes.js";
import { takeLock } from "./processes/lock.js";
import type { RunProgress } from "./progress.js";
import type { RunRequest } from "./request.js";
import { type QueryResult, queryResults } from "./results.js";
import type { NotebookFailure } from "./runner/answers.js";
import { startRunner } from "./runner/runner.js";
import { checkFile } from "./send.js";
import { makeDatabases } from "./sql/make.js";
import { startDatabasesOf } from "./sql/start.js";
import { execute } from "./warehouse/refresh.js";
import { loadWarehouses, type ShownView, shownViews } from "./warehouse/warehouse.js";
import { type Wave, wavesOf } from "./waves.js";
import { loadWork } from "./work.js";

/** How a run ended. */
export interface RunResult {
  readonly kind: "done" | "failed" | "interrupted";
  readonly job: string;
  readonly waves: number;
  readonly queries: readonly QueryResult[];
  /** What the job's pipeline has copied; none where it has no pipeline. */
  readonly landed: readonly Landed[];
  /** What the cloud's form of the notebooks calls and this machine does not. */
  readonly notExercised: readonly string[];
  /** What the warehouse shows of the tables that there are; none where the project has none. */
  readonly shown: readonly ShownView[];
  /** The notebook that failed, and why. */
  readonly failure?: NotebookFailure;
  readonly seconds: number;
}

/**
 * Runs a job on this machine until everything its producers have is drained: for each wave of files, send them, cut the
 * capture files, run the notebooks in order; or, with `until`, as it runs in the cloud. A run that was killed at any moment is gone on with by the next.
 * `inspect` is called before the engines stop, also when a notebook has failed: tables may be missing then, and what it throws does not hide
 * the failure.
 */
export async function runJob(request: RunRequest, inspect?: (session: Session) => Promise<void>): Promise<RunResult> {
  const began = Date.now();
  const stateDir = resolve(request.stateDir);
  const progress = request.onProgress ?? (() => {});
  const spark = await ensureSpark((line) => progress({ kind: "engine", line }), request.spark);
  const lock = await lockOf(stateDir, spark.python);
  const engines = openEngines(request.signal);
  try {
    await request.writeArtifacts?.();
    const { job: emitted, flow } = await loadWork(request.artifactsDir, request.job, request.environment);
    const job = flow
      ? {
          ...emitted,
          feeds: [
            ...emitted.feeds,
            ...rowsFeeds(flow),
            ...filesFeeds(flow),
            ...apiFeeds(flow),
            ...answersFeeds(flow),
            ...loadsFeeds(flow),
          ],
        }
      : emitted;
    const waves = await wavesOf(job.feeds, request.projectDir, request.inputs ?? {});
    const seconds = () => (Date.now() - began) / 1000;
    const about = { job: job.job, waves: waves.length, notExercised: job.not_exercised ?? [] };
    try {
      await prepare({ stateDir, waves, flow, request });
      request.writeLock?.();
      const session = await startSession({ job, flow, request, stateDir, spark, engines, progress });
      const draining = { request, job, waves, session, progress };
      const drained = request.until ? await runContinuously(draining, request.until) : await drain(draining);
      const { failure } = drained;
      const queries = await queryResults(session.runner, join(stateDir, "lake"), job, drained);
      try {
        await inspect?.(session);
      } catch (error) {
        if (!failure) throw error;
      }
      const shown = failure ? [] : await warehouseViews(request, stateDir, spark, progress);
      return {
        ...about,
        shown,
        kind: failure ? "failed" : "done",
        queries,
        landed: drained.landed,
        ...(failure ? { failure } : {}),
        seconds: seconds(),
      };
    } catch (error) {
      if (!request.signal?.aborted) throw error;
      return { ...about, kind: "interrupted", queries: [], landed: [], shown: [], seconds: seconds() };
    }
  } finally {
    await engines.close();
    await lock.release();
  }
}

/** What the views of the environment's databases show, and the tables of its pools hold. */
async function warehouseViews(
  { artifactsDir, environment = "local" }: RunRequest,
  stateDir: string,
  spark: SparkEngine,
  progress: (event: RunProgress) => void,
): Promise<readonly ShownView[]> {
  const warehouses = await loadWarehouses(artifactsDir, environment, stateDir);
  if (warehouses.length === 0) return [];
  const engine = await ensureDuckdb(spark, (line) => progress({ kind: "engine", line }));
  const pools = await loadPools(artifactsDir, environment, stateDir);
  return [...(await shownViews(engine, warehouses)), ...(await shownTables(engine, pools))];
}

/** Looks at what is to be sent before anything remembers it, and makes the state folder what the run begins with. */
async function prepare({ stateDir, waves, flow, request }: Preparing): Promise<void> {
  const { fresh, until, environment = "local", spark = "3.5" } = request;
  if (until && flow)
    throw new Error(
      `The pipeline '${flow.pipeline}' is started by its triggers and ends each time, so nothing of it goes on: run without --continuous.`,
    );
  const table = waves.flat().find(({ feed }) => isTableFeed(feed));
  if (until && table)
    throw new Error(
      `${table.feed.source} is a Delta table, and on this machine commits are added to it only while no query runs: run without --continuous.`,
    );
  for (const file of waves.flat()) await checkFile(file);
  endsOfWaves(waves, Date.now());
  const isEmptied = fresh === true || (await isBeingEmptied(stateDir));
  if (isEmptied) await empty(stateDir);
  await mark(stateDir, spark === "3.5" ? environment : `${environment}, Spark ${spark}`, isEmptied);
}

interface Preparing {
  readonly stateDir: string;
  readonly waves: readonly Wave[];
  readonly flow: LocalFlow | undefined;
  readonly request: RunRequest;
}

interface Starting {
  readonly job: LocalJob;
  readonly flow: LocalFlow | undefined;
  readonly request: RunRequest;
  readonly stateDir: string;
  readonly spark: SparkEngine;
  readonly engines: Engines;
  readonly progress: (event: RunProgress) => void;
}

/** Runs procedures of the environment's databases. */
const refresher = ({ request: { artifactsDir, environment = "local" }, stateDir, spark, progress }: Starting) => {
  const inTurn = oneAfterAnother(); // DuckDB opens a file once, and a pipeline loads several tables at once
  return async (name: string, text: string): Promise<void> => {
    const engine = await ensureDuckdb(spark, (line) => progress({ kind: "engine", line }));
    const pool = (await loadPools(artifactsDir, environment, stateDir)).find((one) => one.name === name);
    if (pool) return inTurn(() => load(pool, text, engine));
    const warehouses = await loadWarehouses(artifactsDir, environment, stateDir);
    const warehouse = warehouses.find((one) => one.name === name);
    if (warehouse === undefined) throw new Error(`There is no warehouse '${name}' in '${environment}'.`);
    await execute(warehouse, text, engine);
  };
};

/** Starts the engines that the job needs. */
async function startSession({ job, flow, request, stateDir, spark, engines, progress }: Starting): Promise<Session> {
  const needsKafka = hubFeeds(job).length > 0 || (job.topics ?? []).length > 0;
  const kafka = needsKafka ? await ensureKafka(spark, (line) => progress({ kind: "engine", line })) : undefined;
  const broker =
    kafka && (await engines.add(startBroker({ engine: kafka, python: spark.python, folder: join(stateDir, "kafka") })));
  const options = { folder: join(stateDir, "spark"), ...(request.env ? { env: request.env } : {}) };
  const runner = request.runner ?? (await engines.add(startRunner(spark, options)));
  const session = { runner, places: { state: stateDir, kafka: broker?.bootstrap ?? "" } };
  if (flow === undefined) return session;
  const told = (line: string) => progress({ kind: "engine", line });
  const databases = await engines.add(startDatabasesOf(flow, { spark, stateDir, progress: told }));
  await makeDatabases(databases, flow, request.artifactsDir);
  const { projectDir, artifactsDir, signal } = request;
  const functions =
    flow.functions &&
    (await engines.add(startFunctions({ flow, projectDir, places: session.places, python: spark.python })));
  const apis = flow.apis && (await engines.add(startApis(flow, stateDir)));
  const inWarehouse = flow.warehouses && refresher({ job, flow, request, stateDir, spark, engines, progress });
  const walk = readWalk({ ...session, flow, artifactsDir, databases, inWarehouse, functions, apis, signal });
  return { ...session, databases, functions, apis, walk };
}

async function lockOf(stateDir: string, python: string): Promise<{ readonly release: () => Promise<void> }> {
  await mkdir(stateDir, { recursive: true });
  const lock = await takeLock({ python, path: join(stateDir, "lock"), note: `process ${process.pid}` });
  if (lock.kind === "held") return lock;
  throw new Error(
    `Another run (${lock.holder}) is using ${stateDir}. Wait for it, or give this one another state folder.`,
  );
}

const MARK = "sluice-run";

/** Marks a folder as a run's own, while it is empty or has just been emptied; one that is marked must be of the same environment and Spark. */
async function mark(stateDir: string, owner: string, isEmptied: boolean): Promise<void> {
  const path = join(stateDir, MARK);
  const names = await readdir(stateDir);
  if (isEmptied || names.every((name) => name === "lock")) return writeFile(path, owner);
  const was = await readFile(path, "utf8").catch(() => owner);
  if (was !== owner)
    throw new Error(`${stateDir} holds the state of '${was}'. Name another state folder, or run with --fresh.`);
}

/** Whether a run was stopped while it removed what was there: the rest is of no use, and says nothing of it. */
const isBeingEmptied = async (stateDir: string): Promise<boolean> =>
  (await readFile(join(stateDir, MARK), "utf8").catch(() => undefined)) === "";

/**
 * Removes what earlier runs left, but not the lock that we hold, nor the records by which processes that outlived their run
 * are found and ended.
 */
async function empty(stateDir: string): Promise<void> {
  const names = await readdir(stateDir);
  if (!names.includes(MARK) && !names.every((name) => name === "lock"))
    throw new Error(`${stateDir} holds files that no run made; --fresh would remove them. Name another state folder.`);
  await writeFile(join(stateDir, MARK), "");
  for (const name of names) {
    if (name === "lock" || name === MARK) continue;
    if (!["kafka", "spark", "sql", "postgres"].includes(name))
      await rm(join(stateDir, name), { recursive: true, force: true });
    else
      for (const inner of await readdir(join(stateDir, name)))
        if (inner !== "process.json") await rm(join(stateDir, name, inner), { recursive: true, force: true });
  }
}

interface Engines {
  readonly add: <T extends Engine>(starting: Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

interface Engine {
  readonly stop: () => Promise<void>;
}

/** The engines of a run, stopped in reverse order: at its end, or when it is aborted, for Spark in a notebook hears nothing else. */
function openEngines(signal: AbortSignal | undefined): Engines {
  const open: Engine[] = [];
  let closing: Promise<void> = Promise.resolve();
  const stopAll = async () => {
    for (const engine of open.splice(0).reverse()) await engine.stop();
  };
  const onAbort = () => {
    closing = stopAll();
  };
  signal?.addEventListener("abort", onAbort, { once: true });
  return {
    add: async (starting) => {
      const engine = await starting;
      open.push(engine);
      signal?.throwIfAborted();
      return engine;
    },
    close: async () => {
      signal?.removeEventListener("abort", onAbort);
      await closing;
      await stopAll();
    },
  };
}

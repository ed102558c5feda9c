import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { compile } from "../../../compiler/compile.js";
import { lockPath } from "../../../compiler/lock/lock.js";
import type { SparkLane } from "../../../local/engines/versions.js";
import { loadJob } from "../../../local/job.js";
import { noteWatermark } from "../../../local/notes.js";
import { type QueryResult, queryResults } from "../../../local/results.js";
import type { NotebookFailure, TableRow } from "../../../local/runner/answers.js";
import type { NotebookRun } from "../../../local/runner/runner.js";
import { targets } from "../../../targets/index.js";
import { memoryHost } from "../../golden.js";
import { keptRunner } from "../kept.js";

/** A golden's notebooks on a lake of their own, fed by statements instead of a broker. */
export interface Lake {
  /** Runs the notebooks of these tables; the last line says how it ended. */
  readonly run: (...tables: readonly string[]) => Promise<{ readonly kind: "done" } | NotebookFailure>;
  /** Runs the notebooks of all queries but those that take what comes in, in their order; `which`: of those, by their places in it. */
  readonly runAll: (
    which?: (name: string, at: number) => boolean,
  ) => Promise<{ readonly kind: "done" } | NotebookFailure>;
  /**
   * Runs the notebooks of these tables side by side, as in the cloud: each query is started once and goes on, batch after batch. When all
   * have looked at what there is, the steps begin. After the statements of each, as soon as all queries have done what there is: the lines
   * of tables, of these columns.
   */
  readonly goOn: (
    tables: readonly string[],
    steps: readonly (readonly string[])[],
    columns: ReadonlyMap<string, readonly string[]>,
  ) => Promise<readonly Readonly<Record<string, readonly string[]>>[]>;
  /** Runs lines of Python, in which `lake` is the lake's folder; what they print. */
  readonly python: (...lines: readonly string[]) => Promise<readonly string[]>;
  /** Puts another text in place of one of what was emitted; what it gives takes that back. */
  readonly tamper: (path: string, from: string | RegExp, to: string) => () => void;
  /** Runs SQL statements in which `lake.layer.table` is a table. */
  readonly sql: (...statements: readonly string[]) => Promise<void>;
  /** The rows of a table, as lines of these columns, in order. */
  readonly lines: (table: string, ...columns: readonly string[]) => Promise<readonly string[]>;
  /** What a query's batches counted, in order. */
  readonly counts: (query: string) => Promise<readonly Readonly<Record<string, number>>[]>;
  /** What each query has done in all its batches, and what its inputs come to, counted apart. */
  readonly results: () => Promise<readonly QueryResult[]>;
  /** Makes the query forget that its last batch was done, and the table that it was written, if asked. */
  readonly forgetLastBatch: (query: string, isWriteLost: boolean) => Promise<void>;
  /** Runs a table's notebook, and stops it when its first batch has written, before Spark notes that the batch was done. */
  readonly stopped: (table: string) => Promise<void>;
  /** Removes the checkpoint of a query. */
  readonly loseCheckpoint: (query: string) => void;
  /** Removes a table, as if it had never been made. */
  readonly remove: (table: string) => Promise<void>;
  /** Compiles again, with another text in place of one; the lake stays. */
  readonly edit: (from: string, to: string) => void;
  /** The same with the lock that the compilation before has made: `backfill` is raised by it. */
  readonly compileAgain: (from: string, to: string) => void;
  /** Has Spark forget the logs of all tables, which it holds for an hour with all that was planned over them: many lakes in one Spark fill its memory. */
  readonly forgetTables: () => Promise<void>;
  readonly close: () => void;
}

/** `change`: what is made of the golden's text first. Its first pipeline is the one that is run. */
export const openLake = (golden: string, change = (text: string): string => text, lane?: SparkLane): Promise<Lake> =>
  openLakeOf(change(readFileSync(`test/golden/${golden}/input.yaml`, "utf8")), lane);

/** The same of a text: the project, and its pipelines. */
export async function openLakeOf(input: string, lane?: SparkLane): Promise<Lake> {
  const folder = mkdtempSync(join(tmpdir(), "sluice-joins-"));
  const lake = join(folder, "lake");
  const name = /pipeline: (\w+)/.exec(input)?.[1] ?? "";
  let lock: string | undefined;
  emit(input);
  const job = await loadJob(folder, name);
  const runner = await keptRunner(lane);
  const watermarks = new Map<string, string>();
  const ran = await run(["tables"]);
  if (ran.kind === "failed") throw new Error(ran.traceback);
  return {
    run: (...tables) => run(tables.map((table) => table.replace(".", "_"))),
    runAll: (which = () => true) =>
      run(
        job.notebooks
          .map(({ path }) => basename(path, ".py"))
          .filter((name) => /^(silver|gold)_/.test(name))
          .filter(which),
      ),
    async goOn(tables, steps, columns) {
      const given = { lake, running: tables, steps: steps.map((step) => step.map(placed)), columns: [...columns] };
      write(notebookOf("feed"), `# Databricks notebook source\ngiven = ${JSON.stringify(given)}\n${feeding}`);
      const after: Readonly<Record<string, readonly string[]>>[] = [];
      const notebooks = [...tables.map((table) => table.replace(".", "_")), "feed"].map((one) =>
        notebookRun(one, "as_declared"),
      );
      const beside = runner.runBeside(name, notebooks, (event) => {
        if (event.kind === "finished" && event.notebook === "feed") beside.rest();
        if (event.kind !== "printed" || !event.line.startsWith(`{"after":`)) return;
        const told: { readonly after: Readonly<Record<string, readonly TableRow[]>> } = JSON.parse(event.line);
        const lines = Object.entries(told.after).map(([table, rows]) => [
          table,
          linesOf(rows, columns.get(table) ?? []),
        ]);
        after.push(Object.fromEntries(lines));
      });
      const ended = await beside.outcome;
      if (ended.kind === "failed") throw new Error(ended.traceback);
      return after;
    },
    python: (...lines) => python(`lake = ${JSON.stringify(lake)}`, ...lines),
    tamper(path, from, to) {
      const before = readFileSync(join(folder, path), "utf8");
      const after = before.replace(from, to);
      if (after === before) throw new Error(`${path} has no '${from}'`);
      write(path, after);
      return () => write(path, before);
    },
    sql,
    async lines(table, ...columns) {
      const rows = await runner.rows(join(lake, table.replace(".", "/")), columns);
      return linesOf(rows, columns);
    },
    async counts(query) {
      const rows = await runner.rows(join(lake, "_ops", "batches"));
      const own = rows.filter((row) => row["query"] === `${name}/${query}`);
      return own.sort((a, b) => Number(a["batch"]) - Number(b["batch"])).map(countsOf);
    },
    results: () => queryResults(runner, lake, job, { seconds: new Map(), watermarks }),
    async forgetLastBatch(query, isWriteLost) {
      const checkpoints = join(lake, "_checkpoints", name, query);
      const [identity = ""] = readdirSync(checkpoints);
      const commits = join(checkpoints, identity, "commits");
      const last = Math.max(...readdirSync(commits).flatMap((file) => (/^\d+$/.test(file) ? [Number(file)] : [])));
      for (const file of [`${last}`, `.${last}.crc`]) rmSync(join(commits, file), { force: true });
      if (!isWriteLost) return;
      const log = join(lake, query.replace(".", "/"), "_delta_log");
      const version =
        readdirSync(log)
          .filter((file) => /^\d+\.json$/.test(file))
          .sort()
          .at(-1) ?? "";
      for (const file of [version, `.${version}.crc`, version.replace("json", "crc")])
        rmSync(join(log, file), { force: true });
      await python(forgetLogs);
    },
    async stopped(table) {
      const notebook = table.replace(".", "_");
      const written = readFileSync(join(folder, notebookOf(notebook)), "utf8").split("\n    )\n\n\nbegin(");
      write(
        notebookOf("stopped"),
        written.join('\n    )\n    raise RuntimeError("stopped before its commit")\n\n\nbegin('),
      );
      const ran = await run(["stopped"]);
      if (ran.kind !== "failed" || !ran.traceback.includes("stopped before its commit"))
        throw new Error(`${table} was not stopped`);
    },
    loseCheckpoint(query) {
      rmSync(join(lake, "_checkpoints", name, query), { recursive: true });
    },
    async remove(table) {
      rmSync(join(lake, table.replace(".", "/")), { recursive: true });
      await python(forgetLogs);
    },
    edit(from, to) {
      if (!input.includes(from)) throw new Error(`There is no '${from}'`);
      emit(input.replace(from, to));
    },
    compileAgain(from, to) {
      if (!input.includes(from)) throw new Error(`There is no '${from}'`);
      emit(input.replace(from, to), lock);
    },
    async forgetTables() {
      await python(forgetLogs);
    },
    close() {
      rmSync(folder, { recursive: true, force: true });
    },
  };

  function emit(text: string, before?: string): void {
    const [project = "", ...pipelines] = text.split(/^---\n/m);
    const files = {
      "sluice.yaml": project,
      "pipelines/pipelines.yaml": pipelines.join("---\n"),
      ...(before !== undefined && { [lockPath]: before }),
    };
    const compiled = compile(memoryHost(files), targets);
    lock = compiled.lock?.text;
    for (const { path, body } of compiled.artifacts) write(path, body);
  }

  function write(path: string, body: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), body);
  }

  /** Where a notebook is in the folder. */
  function notebookOf(notebook: string): string {
    return `common/databricks/notebook/${name}/${notebook}.py`;
  }

  function notebookRun(notebook: string, trigger = "available_now"): NotebookRun {
    const parameters = { ...job.notebooks[0]?.parameters, lake, trigger };
    return { name: notebook, path: join(folder, notebookOf(notebook)), form: "databricks", parameters };
  }

  function run(notebooks: readonly string[], printed: string[] = []) {
    return runner.run(
      notebooks.map((notebook) => notebookRun(notebook)),
      (event) => {
        if (event.kind !== "printed") return;
        noteWatermark(event.line, watermarks);
        printed.push(event.line);
      },
    );
  }

  async function python(...lines: readonly string[]): Promise<readonly string[]> {
    const printed: string[] = [];
    write(notebookOf("feed"), `# Databricks notebook source\n${lines.join("\n")}\n`);
    const ran = await run(["feed"], printed);
    if (ran.kind === "failed") throw new Error(ran.traceback);
    return printed;
  }

  async function sql(...statements: readonly string[]): Promise<void> {
    const settings = 'spark.conf.set("spark.sql.session.timeZone", "UTC")';
    await python(settings, ...statements.map((text) => `spark.sql(${JSON.stringify(placed(text))})`));
  }

  function placed(statement: string): string {
    return statement.replaceAll(/lake\.(\w+)\.(\w+)/g, `delta.\`${lake}/$1/$2\``);
  }
}

/** Rows as lines of these columns, in order. */
export const linesOf = (rows: readonly TableRow[], columns: readonly string[]): readonly string[] =>
  rows.map((row) => columns.map((column) => String(row[column])).join(" ")).sort();

/** Goes through the steps beside the queries of `running`. One that has ended has failed: then this fails too, as nothing else would end it. */
const feeding = `
import json, time
from rows import readable

def streams():
    places = [(one.resolvedCheckpointRoot().partition(given["lake"] + "/_checkpoints/")[2], one) for one in spark._jsparkSession.sharedState().activeStreamingQueries().values()]
    return {place.split("/")[1]: one for place, one in places if place}

until = time.monotonic() + 600
while set(streams()) != set(given["running"]):
    time.sleep(0.2)
    if time.monotonic() > until:
        raise RuntimeError(f"Only {sorted(streams())} have started")

def drain():
    for table in given["running"]:
        streams()[table].processAllAvailable()

drain()
for step in given["steps"]:
    for statement in step:
        spark.sql(statement)
    drain()
    load = lambda table: spark.read.format("delta").load(f"{given['lake']}/{table.replace('.', '/')}")
    print(json.dumps({"after": {table: readable(load(table).select(*columns)) for table, columns in given["columns"]}}))
`;

const forgetLogs = "spark._jvm.org.apache.spark.sql.delta.DeltaLog.clearCache()";

function countsOf({ counts }: TableRow): Readonly<Record<string, number>> {
  const all = typeof counts === "object" && counts !== null && !Array.isArray(counts) ? Object.entries(counts) : [];
  return Object.fromEntries(all.map(([name, count]) => [name, Number(count)]));
}

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
      return rows.map((row) => columns.map((column) => String(row[column])).join(" ")).sort();
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
      const path = (of: string) => `common/databricks/notebook/${name}/${of}.py`;
      const written = readFileSync(join(folder, path(notebook)), "utf8").split("\n    )\n\n\nbegin(");
      write(path("stopped"), written.join('\n    )\n    raise RuntimeError("stopped before its commit")\n\n\nbegin('));
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

  function run(notebooks: readonly string[], printed: string[] = []) {
    const parameters = { ...job.notebooks[0]?.parameters, lake };
    return runner.run(
      notebooks.map((notebook) => ({
        name: notebook,
        path: join(folder, "common", "databricks", "notebook", name, `${notebook}.py`),
        form: "databricks" as const,
        parameters,
      })),
      (event) => {
        if (event.kind !== "printed") return;
        noteWatermark(event.line, watermarks);
        printed.push(event.line);
      },
    );
  }

  async function python(...lines: readonly string[]): Promise<readonly string[]> {
    const printed: string[] = [];
    write(`common/databricks/notebook/${name}/feed.py`, `# Databricks notebook source\n${lines.join("\n")}\n`);
    const ran = await run(["feed"], printed);
    if (ran.kind === "failed") throw new Error(ran.traceback);
    return printed;
  }

  async function sql(...statements: readonly string[]): Promise<void> {
    const settings = 'spark.conf.set("spark.sql.session.timeZone", "UTC")';
    const placed = statements.map((text) => text.replaceAll(/lake\.(\w+)\.(\w+)/g, `delta.\`${lake}/$1/$2\``));
    await python(settings, ...placed.map((text) => `spark.sql(${JSON.stringify(text)})`));
  }
}

const forgetLogs = "spark._jvm.org.apache.spark.sql.delta.DeltaLog.clearCache()";

function countsOf({ counts }: TableRow): Readonly<Record<string, number>> {
  const all = typeof counts === "object" && counts !== null && !Array.isArray(counts) ? Object.entries(counts) : [];
  return Object.fromEntries(all.map(([name, count]) => [name, Number(count)]));
}

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { compile } from "../../../compiler/compile.js";
import type { Session } from "../../../local/drain.js";
import { type LocalJob, type LocalNotebook, loadJob, placed } from "../../../local/job.js";
import { runJob } from "../../../local/run.js";
import type { TableRow, Windowed } from "../../../local/runner/answers.js";
import type { NotebookRun } from "../../../local/runner/runner.js";
import { targets } from "../../../targets/index.js";
import { memoryHost } from "../../golden.js";
import { keptRunner } from "../kept.js";

export type Tables = Readonly<Record<string, readonly TableRow[]>>;

export interface Ran {
  /** Of each table, after the last wave. */
  readonly tables: Tables;
  /** The same after the last batch of every query was run once more. */
  readonly again: Tables;
  /** The queries that said that they had seen their last batch before. */
  readonly replayed: readonly string[];
  /** By query, summed over its batches. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** By query: what its input comes to in windows, counted apart from it. */
  readonly windowed: Readonly<Record<string, Windowed | undefined>>;
}

/** More that happens once the waves of files are drained, before the tables are looked at. */
export type Meanwhile = (session: Session, rerun: () => Promise<void>) => Promise<void>;

/** Runs a pipeline on real engines over files by their path, and then the last batch of each query again. `afterwards`: when the tables have been looked at. */
export async function ran(
  project: string,
  pipeline: string,
  files: Readonly<Record<string, string>>,
  meanwhile: Meanwhile = async () => undefined,
  afterwards: Meanwhile = async () => undefined,
): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), "sluice-clauses-"));
  try {
    const { artifacts, diagnostics } = compile(
      memoryHost({ "sluice.yaml": project, "pipelines/pipeline.yaml": pipeline }),
      targets,
      { environments: ["local"] },
    );
    if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
    const artifactsDir = join(folder, "artifacts");
    for (const { path, body } of artifacts) write(join(artifactsDir, path), body);
    for (const [path, text] of Object.entries(files)) write(join(folder, path), text);
    const job = await loadJob(artifactsDir);
    let found: Pick<Ran, "tables" | "again" | "replayed"> = { tables: {}, again: {}, replayed: [] };
    const runner = await keptRunner();
    const request = { artifactsDir, projectDir: folder, stateDir: join(folder, "state"), rate: "max", runner } as const;
    const { failure, queries } = await runJob(request, async (session) => {
      const rerun = async () => {
        const outcome = await session.runner.run(
          job.notebooks.map((notebook) => notebookRun(notebook, artifactsDir, session)),
        );
        if (outcome.kind === "failed") throw new Error(`${outcome.notebook}: ${outcome.error}\n${outcome.traceback}`);
      };
      await meanwhile(session, rerun);
      const tables = await tablesOf(job, session);
      const replayed = await replay(job, artifactsDir, session);
      found = { tables, replayed, again: await tablesOf(job, session) };
      await afterwards(session, rerun);
    });
    if (failure) throw new Error(`${failure.notebook}: ${failure.error}\n${failure.traceback}`);
    return {
      ...found,
      counts: Object.fromEntries(queries.map(({ query, counts }) => [query, counts])),
      windowed: Object.fromEntries(queries.map(({ query, windowed }) => [query, windowed])),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

async function tablesOf(job: LocalJob, { runner, places }: Session): Promise<Tables> {
  const tables: Record<string, readonly TableRow[]> = {};
  for (const { reference, path } of job.tables) {
    const rows = await runner.rows(placed(path, places));
    tables[reference] = [...rows].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b), "en"));
  }
  return tables;
}

/** Spark runs a batch again whose commit is not in the checkpoint, as after a crash before the commit. */
async function replay(job: LocalJob, artifactsDir: string, session: Session): Promise<readonly string[]> {
  const { runner, places } = session;
  const replayed: string[] = [];
  for (const notebook of job.notebooks) {
    const { query } = notebook;
    if (query === null) continue;
    const checkpoint = join(places.state, "lake", "_checkpoints", query);
    const commits = join(checkpoint, readdirSync(checkpoint)[0] ?? "", "commits");
    const last = Math.max(...readdirSync(commits).map(Number).filter(Number.isInteger));
    for (const name of [`${last}`, `.${last}.crc`]) rmSync(join(commits, name), { force: true });
    const outcome = await runner.run([notebookRun(notebook, artifactsDir, session)], (event) => {
      if (event.kind === "printed" && event.line.includes('"replayed": true')) replayed.push(query);
    });
    if (outcome.kind === "failed") throw new Error(`${query}: ${outcome.error}`);
  }
  return replayed;
}

function notebookRun(
  { query, path, form, parameters }: LocalNotebook,
  artifactsDir: string,
  { places }: Session,
): NotebookRun {
  const given = Object.entries(parameters).map(([name, value]) => [name, placed(value, places)] as const);
  return { name: query ?? path, path: join(artifactsDir, path), form, parameters: Object.fromEntries(given) };
}

/** Rows as a CSV file; what is no text is written as JSON. */
export function csv(header: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const cell = (value: unknown): string => {
    const text = value === null ? "" : typeof value === "string" ? value : JSON.stringify(value);
    return `"${text.replaceAll('"', '""')}"`;
  };
  return [header.join(","), ...rows.map((row) => row.map(cell).join(","))].map((line) => `${line}\n`).join("");
}

/** The rows of a table with only these columns, in the order of their texts. */
export const only = (rows: readonly TableRow[] = [], ...columns: readonly string[]): readonly TableRow[] =>
  rows
    .map((row) => Object.fromEntries(columns.map((name) => [name, row[name] ?? null])))
    .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b), "en"));

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { JsonValue } from "./adf/json.js";
import type { LocalDatabaseTable, LocalFilesFeed, LocalRowsFeed } from "./job.js";

/**
 * What stands in on this machine for all that a factory reaches: `env/<environment>/flow/<pipeline>.json`. The pipeline is
 * walked as it was emitted; `{state}` in a text is the run's own folder.
 */
export interface LocalFlow {
  /** The pipeline that is walked; its job, if it has one, has the same name. */
  readonly pipeline: string;
  /** Of a master: the jobs of the pipelines that it calls. */
  readonly jobs?: readonly string[];
  /** Where the factory's, or the workspace's, things are among the artifacts, with `pipeline/` and `dataset/`: `common/adf`. */
  readonly folder: string;
  /** Of a workspace of Synapse, which has no global parameters: the folder with its pipelines of this machine alone, whose values hold places. */
  readonly own?: string;
  readonly global_parameters: Readonly<Record<string, JsonValue>>;
  readonly databases: readonly LocalDatabase[];
  readonly stores: readonly LocalStore[];
  /** Files that others put into those; `file` null: none come. */
  readonly files?: readonly (Omit<LocalFilesFeed, "file"> & { readonly file: string | null })[];
  /** Notebooks among the artifacts, by the workspace's paths or names: `/Shared/youflix/users/batch`, `youflix_users_batch`. */
  readonly notebooks: Readonly<Record<string, string>>;
}

/** A database that is made on this machine. */
export interface LocalDatabase {
  /** By which the pipeline's activities and datasets know it. */
  readonly linked_service: string;
  /** What it is, if not one that is asked in T-SQL. */
  readonly kind?: "postgres";
  /** Scripts among the artifacts that its owner runs once: `common/sql/control.sql`. */
  readonly setup: readonly string[];
  readonly tables: readonly LocalSourceTable[];
}

/** A table that is made, the source that reads it, and the files whose rows are put into it; null: it stays empty. */
export interface LocalSourceTable extends LocalDatabaseTable {
  readonly source: string;
  readonly file: string | null;
}

/** A storage account that is a folder on this machine. */
export interface LocalStore {
  readonly linked_service: string;
  /** The folder of each of its containers: `{"lake": "{state}/lake"}`. */
  readonly containers: Readonly<Record<string, string>>;
}

/** What stands in for the applications that write to the databases. */
export const rowsFeeds = ({ databases }: LocalFlow): readonly LocalRowsFeed[] =>
  databases.flatMap(({ linked_service, tables }) =>
    tables.flatMap(({ file, ...table }) => (file === null ? [] : [{ ...table, file, database: linked_service }])),
  );

/** What stands in for those who put files into the stores. */
export const filesFeeds = ({ files = [] }: LocalFlow): readonly LocalFilesFeed[] =>
  files.flatMap(({ file, ...feed }) => (file === null ? [] : [{ ...feed, file }]));

/** The flow of a job; undefined: nothing lands before its notebooks run. */
export async function loadFlow(
  artifactsDir: string,
  name: string,
  environment = "local",
): Promise<LocalFlow | undefined> {
  const path = join(artifactsDir, "env", environment, "flow", `${name}.json`);
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const read: unknown = JSON.parse(text);
  if (!isFlow(read)) throw new Error(`${path} is no flow for this machine: compile again with this version.`);
  return read;
}

// The file is an artifact of the same compiler: this tells a wrong file, it does not re-check a right one.
function isFlow(read: unknown): read is LocalFlow {
  return typeof read === "object" && read !== null && "pipeline" in read && "databases" in read && "notebooks" in read;
}

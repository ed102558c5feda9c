import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { JsonValue } from "./adf/json.js";
import type { RowsAt } from "./http/rows-api.js";
import type {
  LocalAnswersFeed,
  LocalApiFeed,
  LocalDatabaseTable,
  LocalFilesFeed,
  LocalLoadsFeed,
  LocalRowsFeed,
} from "./job.js";

/**
 * What stands in on this machine for all that a factory reaches: `env/<environment>/flow/<pipeline>.json`. The pipeline is
 * walked as it was emitted; `{state}` in a text is the run's own folder.
 */
export interface LocalFlow {
  /** The pipeline that is walked; its job, if `jobs` says no other, has the same name. */
  readonly pipeline: string;
  /** Of a master: the jobs of the pipelines that it calls. Of a pipeline with several jobs, or with one that has not its name: these. */
  readonly jobs?: readonly string[];
  /** Where the factory's, or the workspace's, things are among the artifacts, with `pipeline/` and `dataset/`: `common/adf`. */
  readonly folder: string;
  /** Of a workspace of Synapse, which has no global parameters: the folder with its pipelines of this machine alone, whose values hold places. */
  readonly own?: string;
  readonly global_parameters: Readonly<Record<string, JsonValue>>;
  readonly databases: readonly LocalDatabase[];
  /** Warehouses whose procedures the pipeline calls. */
  readonly warehouses?: readonly LocalFlowWarehouse[];
  readonly stores: readonly LocalStore[];
  /** Files that others put into those; `file` null: none come. */
  readonly files?: readonly (Omit<LocalFilesFeed, "file"> & { readonly file: string | null })[];
  /** APIs whose answers the pipeline lands. */
  readonly apis?: readonly LocalApi[];
  /** Apps whose functions the pipeline calls, or which run beside it. */
  readonly functions?: readonly LocalFunctionApp[];
  /** Triggers that wait for events, as they are emitted for Azure, with a topic's id that stands for one on this machine. */
  readonly triggers?: readonly JsonValue[];
  /** Loads of functions that run by themselves; `file` null: none come. */
  readonly loads?: readonly (Omit<LocalLoadsFeed, "file"> & { readonly file: string | null })[];
  /** Notebooks among the artifacts, by the workspace's paths or names: `/Shared/youflix/users/batch`, `youflix_users_batch`. */
  readonly notebooks: Readonly<Record<string, string>>;
}

/** An API that answers on this machine. */
export interface LocalApi {
  /** By which the pipeline's datasets know it. */
  readonly linked_service: string;
  /** What all its paths begin with; may be empty. */
  readonly base: string;
  /** The header that it wants a key in; null: none. */
  readonly header: string | null;
  readonly sources: readonly LocalApiSource[];
}

/** What it has at a path, the source that reads it, and the files with its rows; null: it has none. */
export interface LocalApiSource extends RowsAt {
  readonly source: string;
  readonly file: string | null;
}

/** A database that is made on this machine. */
export interface LocalDatabase {
  /** By which the pipeline's activities and datasets know it. */
  readonly linked_service: string;
  /** What it is, if not one that is asked in T-SQL. */
  readonly kind?: "postgres";
  /** What the linked service says of its connections' sessions. */
  readonly session?: { readonly timezone?: string };
  /** Scripts among the artifacts that its owner runs once: `common/sql/shop/control.sql`. */
  readonly setup: readonly string[];
  readonly tables: readonly LocalSourceTable[];
}

/** A warehouse: by which the pipeline's activities know it, and its connection's name. */
export interface LocalFlowWarehouse {
  readonly linked_service: string;
  readonly warehouse: string;
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

/** An app of Azure Functions that runs on this machine. */
export interface LocalFunctionApp {
  /** By which the pipeline's activities call it; null: none does. */
  readonly linked_service: string | null;
  /** The folder with its code, below the project's: `functions`. */
  readonly folder: string;
  readonly sources: readonly LocalFunctionSource[];
}

/** A source that a function writes. */
export interface LocalFunctionSource {
  /** `tmdb/sources.movie_lists` */
  readonly source: string;
  readonly function: string;
  /** Who calls it: the pipeline, or its own timer, which comes once in each wave. */
  readonly called_by: "pipeline" | "outside";
  /** Files with what the API that it reads has in each wave, as a hub's; null: it reads none of this machine's. */
  readonly file: string | null;
}

/** What stands in for the applications that write to the databases. */
export const rowsFeeds = ({ databases }: LocalFlow): readonly LocalRowsFeed[] =>
  databases.flatMap(({ linked_service, tables }) =>
    tables.flatMap(({ file, ...table }) => (file === null ? [] : [{ ...table, file, database: linked_service }])),
  );

/** What stands in for those who put files into the stores. */
export const filesFeeds = ({ files = [] }: LocalFlow): readonly LocalFilesFeed[] =>
  files.flatMap(({ file, ...feed }) => (file === null ? [] : [{ ...feed, file }]));

/** What stands in for the APIs that functions read. */
export const apiFeeds = ({ functions = [] }: LocalFlow): readonly LocalApiFeed[] =>
  functions.flatMap(({ folder, sources }) =>
    sources.flatMap(({ source, function: name, called_by, file }) =>
      file === null ? [] : [{ source, app: folder, runs: called_by === "outside" ? name : null, file }],
    ),
  );

/** What stands in for what the APIs know that are landed. */
export const answersFeeds = ({ apis = [] }: LocalFlow): readonly LocalAnswersFeed[] =>
  apis.flatMap(({ linked_service: api, sources }) =>
    sources.flatMap(({ source, file }) => (file === null ? [] : [{ source, api, file }])),
  );

/** What stands in for functions that run by themselves. */
export const loadsFeeds = ({ loads = [] }: LocalFlow): readonly LocalLoadsFeed[] =>
  loads.flatMap(({ file, ...feed }) => (file === null ? [] : [{ ...feed, file }]));

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

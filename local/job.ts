import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BodyColumn } from "./producer/columns.js";

/** A job of this machine. */
export interface LocalJob {
  readonly job: string;
  readonly notebooks: readonly LocalNotebook[];
  readonly feeds: readonly LocalFeed[];
  /** Topics that the job's sinks send to. */
  readonly topics?: readonly { readonly topic: string; readonly partitions: number }[];
  readonly windows?: readonly LocalWindows[];
  readonly interval_joins?: readonly LocalIntervalJoin[];
  /** Queries whose every batch makes the whole table. */
  readonly replaced?: readonly string[];
  /** What the cloud's form of the notebooks calls and this machine does not. */
  readonly not_exercised?: readonly string[];
  /** The tables that the job writes. */
  readonly tables: readonly { readonly reference: string; readonly path: string }[];
}

/** Windows that a query writes over the rows of a table. Sessions are cut by the rows themselves and not counted apart. */
export type LocalWindows = {
  readonly query: string;
  /** The tables that it reads, each with its column of event time. */
  readonly inputs: readonly { readonly path: string; readonly column: string }[];
} & (
  | {
      readonly kind: "tumbling" | "hopping";
      readonly size: string;
      readonly hop: string;
      readonly offset: string | null;
    }
  | { readonly kind: "session" }
);

/** An interval join: the tables whose rows a query pairs, and when two of them are a pair. */
export interface LocalIntervalJoin {
  readonly query: string;
  /** The table that it reads, and what it makes of its columns. */
  readonly own: string;
  readonly columns: readonly string[];
  /** The table that it joins, and by which name the condition knows it. */
  readonly other: string;
  readonly name: string;
  readonly on: string;
  /** Their columns of event time. */
  readonly own_time: string;
  readonly other_time: string;
  readonly before: string;
  readonly after: string;
  readonly how: "inner" | "left" | "semi";
}

export interface LocalNotebook {
  /** The query that it runs; null where it runs none (it creates the tables). */
  readonly query: string | null;
  /** References of the tables, or of the source, whose new rows it takes. */
  readonly reads?: readonly string[];
  readonly path: string;
  readonly form: "databricks" | "synapse";
  readonly parameters: Readonly<Record<string, string>>;
}

/** A job as the compiler emits it: `env/<environment>/job/<job>.json`, with the parameters that each of its notebooks is given. */
interface EmittedJob extends Omit<LocalJob, "notebooks"> {
  readonly parameters: LocalNotebook["parameters"];
  readonly notebooks: readonly Omit<LocalNotebook, "parameters">[];
}

/** The name under which a notebook tells of itself: its query, or its file's name where it runs none. */
export function notebookName({ query, path }: LocalNotebook): string {
  return query ?? path.replace(/^.*\/|\.[^.]*$/g, "");
}

/** What stands in for a source's producers. */
export type LocalFeed =
  | LocalHubFeed
  | LocalFilesFeed
  | LocalTableFeed
  | LocalRowsFeed
  | LocalApiFeed
  | LocalAnswersFeed
  | LocalLoadsFeed;

/** Rows of a CSV file that are sent as events. */
export interface LocalHubFeed {
  readonly source: string;
  readonly topic: string;
  readonly partitions: number;
  readonly namespace: string;
  readonly format: "json" | "csv";
  readonly columns: readonly BodyColumn[];
  /** CSV columns of paths of the body, where they have other names. */
  readonly cells?: Readonly<Record<string, string>>;
  /** Below the project's folder; may have `*`, then each file is a wave of its own, in the order of their names. */
  readonly file: string;
  readonly key: string | null;
  readonly rate: number | null;
  readonly capture: { readonly every_minutes: number; readonly size_mb: number; readonly folder: string } | null;
}

/** Files that are put where the source finds them. */
export interface LocalFilesFeed {
  readonly source: string;
  /** Where the source looks: the paths of its files, in which `*` stands for any part of a name. */
  readonly path: string;
  /** Of files that a pipeline lands: so far behind the clock it takes them. */
  readonly behind_seconds?: number;
  /** Of files that are known by their names: `path` has parts of a date. */
  readonly periods?: LocalPeriods;
  /** Each file is all that there is: it takes the place of those before. */
  readonly is_whole?: boolean;
  /** As a hub's. */
  readonly file: string;
}

/** What the names of files carry, when the first period begins (`2026-01-01 05:00:00`, in UTC), and how long after its end one is read. */
export interface LocalPeriods {
  readonly unit: "day" | "hour";
  readonly start: string;
  readonly lag_seconds: number;
}

/** Files whose rows are added to a Delta table that others write, each in one commit. */
export interface LocalTableFeed {
  readonly source: string;
  /** The table's folder. */
  readonly table: string;
  /** The columns that are declared of it, each as DDL. */
  readonly columns: readonly string[];
  /** As a hub's. */
  readonly file: string;
}

/** A table of a database. */
export interface LocalDatabaseTable {
  readonly schema: string;
  readonly table: string;
  /** `type` as the database's own DDL has it: `nvarchar(max)`. An empty cell is null where it is not a text. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** None: nothing tells two rows apart. */
  readonly key: readonly string[];
  /** It is read whole, so each file is all that it holds. */
  readonly is_whole?: boolean;
}

/** Files whose rows are put into a table of a database, each in one transaction: a row of a known key takes its place, or all rows do. */
export interface LocalRowsFeed extends LocalDatabaseTable {
  /** The source that reads it: `users/sources.users`. */
  readonly source: string;
  /** The database, by the linked service that reaches it. */
  readonly database: string;
  /** As a hub's. */
  readonly file: string;
}

/** Files with what an API has to say, each until the next, to the functions of an app that read it. */
export interface LocalApiFeed {
  /** The source that a function writes: `tmdb/sources.movie_lists`. */
  readonly source: string;
  /** The app's folder, below the project's. */
  readonly app: string;
  /** The function whose timer comes when the API has another file; null: a pipeline calls it. */
  readonly runs: string | null;
  /** As a hub's. */
  readonly file: string;
}

/** Files with the rows that an API has, each until the next. */
export interface LocalAnswersFeed {
  readonly source: string;
  /** By which the pipeline's datasets know the API. */
  readonly api: string;
  /** As a hub's. */
  readonly file: string;
}

/** Files each of which becomes a load, as of a function that loads into the lake by itself. */
export interface LocalLoadsFeed {
  readonly source: string;
  /** In which each load has a folder of its own. */
  readonly loads: string;
  /** As a hub's. */
  readonly file: string;
}

export const isLoadsFeed = (feed: LocalFeed): feed is LocalLoadsFeed => "loads" in feed;

export const isHubFeed = (feed: LocalFeed): feed is LocalHubFeed => "topic" in feed;

export const isTableFeed = (feed: LocalFeed): feed is LocalTableFeed => "table" in feed && !("database" in feed);

export const isRowsFeed = (feed: LocalFeed): feed is LocalRowsFeed => "database" in feed;

export const isApiFeed = (feed: LocalFeed): feed is LocalApiFeed => "app" in feed;

export const isAnswersFeed = (feed: LocalFeed): feed is LocalAnswersFeed => "api" in feed;

export const hubFeeds = ({ feeds }: LocalJob): readonly LocalHubFeed[] => feeds.filter(isHubFeed);

/** What the files of a feed are sent to: the topic, the table, the API, or the paths at which the source finds them. */
export function placeOf(feed: LocalFeed): string {
  if (isHubFeed(feed)) return feed.topic;
  if (isApiFeed(feed)) return `${feed.app} for ${feed.source}`;
  if (isAnswersFeed(feed)) return `${feed.api} for ${feed.source}`;
  if (isLoadsFeed(feed)) return feed.loads;
  if (isRowsFeed(feed)) return `${feed.database}/${feed.schema}.${feed.table}`;
  return isTableFeed(feed) ? feed.table : feed.path;
}

/** What the placeholders in a job's text stand for in one run. */
export interface Places {
  /** The absolute path of the run's own folder. */
  readonly state: string;
  /** The broker's address. */
  readonly kafka: string;
}

/** The jobs of an environment, by name; those are all that `sluice run` can be asked for. */
export async function jobNames(artifactsDir: string, environment = "local"): Promise<readonly string[]> {
  const names = await readdir(join(artifactsDir, "env", environment, "job")).catch(() => []);
  return names
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length))
    .sort();
}

/** A job as it was emitted, with its placeholders; without a name the only one there is. `also`: what else could be asked for. */
export async function loadJob(
  artifactsDir: string,
  name?: string,
  environment = "local",
  also: readonly string[] = [],
): Promise<LocalJob> {
  const names = await jobNames(artifactsDir, environment);
  const only = names.length === 1 ? names[0] : undefined;
  const wanted = name ?? only;
  if (wanted === undefined || !names.includes(wanted)) {
    const there =
      names.length === 0
        ? `There is none in ${artifactsDir}: compile first.`
        : `There are: ${[...names, ...also].join(", ")}.`;
    throw new Error(wanted === undefined ? `Which job? ${there}` : `There is no job '${wanted}'. ${there}`);
  }
  const path = join(artifactsDir, "env", environment, "job", `${wanted}.json`);
  const read: unknown = JSON.parse(await readFile(path, "utf8"));
  if (!isJob(read)) throw new Error(`${path} is no job for this machine: compile again with this version.`);
  const { parameters, notebooks, ...job } = read;
  return { ...job, notebooks: notebooks.map((notebook) => ({ ...notebook, parameters })) };
}

/** A text with its placeholders filled in. */
export function placed(text: string, { state, kafka }: Places): string {
  return text.replaceAll("{state}", state).replaceAll("{kafka}", kafka);
}

// The file is an artifact of the same compiler: this tells a wrong file, it does not re-check a right one.
function isJob(read: unknown): read is EmittedJob {
  return (
    typeof read === "object" &&
    read !== null &&
    "job" in read &&
    typeof read.job === "string" &&
    "notebooks" in read &&
    Array.isArray(read.notebooks) &&
    "parameters" in read &&
    typeof read.parameters === "object" &&
    "feeds" in read &&
    Array.isArray(read.feeds)
  );
}

import type { Expression } from "../expression/expression.js";
import type { Field } from "../expression/type.js";
import type { Origin } from "../source/origin.js";
import type { ApiRowsIr } from "./api.js";
import type { ColumnIr, ExplodeIr } from "./clauses.js";
import type { DatabaseTableIr, TransactDatabaseIr } from "./database.js";
import type { FileSetIr } from "./file-set.js";
import type { LoadsTakenIr } from "./loads.js";
import type { SecretRef } from "./secret.js";
import type { TableIr } from "./table.js";
import type { TriggerIr } from "./trigger.js";

export { defaultSteps } from "../model/default-steps.js";

/** What the orchestrator does each time that a pipeline is started: rows of databases and files are landed, then its job takes them. */
export interface FlowIr {
  /** The pipeline's name. */
  readonly name: string;
  readonly description: string | undefined;
  readonly origin: Origin;
  /** Independent of each other. */
  readonly landings: readonly LandingIr[];
  /** What is taken from where it is. */
  readonly loads: readonly LoadsTakenIr[];
  /** Tables that mapping data flows compute of what has landed, independent of each other; jobs that read one wait for it. */
  readonly dataFlows: readonly DataFlowIr[];
  /** The jobs that take what has landed, each after those that it comes after; none: it only lands. */
  readonly jobs: readonly FlowJobIr[];
  /** What starts it by itself; the first of a chain is started with the chain. */
  readonly triggers: readonly TriggerIr[];
  readonly steps: StepsIr;
  /** The pipelines that it comes after, by name. */
  readonly after: readonly string[];
}

/** A job of a flow: its notebooks run when the jobs that it comes after have succeeded. */
export interface FlowJobIr {
  /** Of the job itself: `shop`, `shop_heavy`. */
  readonly name: string;
  /** How the pipeline calls it: `heavy`; undefined: it has what no job names. */
  readonly title: string | undefined;
  /** Jobs of the same flow whose tables it reads, by name. */
  readonly after: readonly string[];
  /** How its notebooks are tried; undefined: as the flow has it. */
  readonly steps: Pick<StepsIr, "attempts" | "waitSeconds" | "timeoutSeconds">;
}

/** A table that a mapping data flow of the orchestrator computes anew, each time that there is a new reading of what it reads. */
export interface DataFlowIr {
  /** `imdb/silver.title_genres` */
  readonly id: string;
  /** `silver.title_genres` */
  readonly reference: string;
  readonly origin: Origin;
  readonly description: string | undefined;
  /** Parquet, all of whose columns are texts. */
  readonly input: LandedIr;
  readonly explode: ExplodeIr | undefined;
  readonly columns: readonly ColumnIr[];
  readonly where: Expression | undefined;
  readonly output: TableIr;
  /** The cores of the cluster that it runs on. */
  readonly cores: number;
}

/** How its steps are tried, and who is told when a run fails; undefined: as the target has it. */
export interface StepsIr {
  /** How often each is tried again. */
  readonly attempts: number | undefined;
  readonly waitSeconds: number | undefined;
  /** Of one attempt of copying a table, and of the job. */
  readonly timeoutSeconds: number | undefined;
  /** Of each database. */
  readonly tablesAtOnce: number | undefined;
  /** Holds the address that gets a POST. */
  readonly webhook: SecretRef | undefined;
}

/** Pipelines that run after each other: each when those that it comes after have succeeded. */
export type ChainIr = readonly [FlowIr, ...FlowIr[]];

/** Keeps what a reading of a source brought: each in a folder of its own, numbered from 1, whole or not counted. */
export interface LandingIr {
  /** By which the lock knows it: `users/bronze.users`. */
  readonly id: string;
  readonly origin: Origin;
  readonly description: string | undefined;
  readonly source: ApiRowsIr | DatabaseTableIr | FileSetIr;
  readonly output: LandedIr;
}

/** One of a table of a database. */
export type TableLandingIr = LandingIr & { readonly source: DatabaseTableIr };

/** One of what an API answers. */
export type ApiLandingIr = LandingIr & { readonly source: ApiRowsIr };

/** One of files of others. */
export type FileLandingIr = LandingIr & { readonly source: FileSetIr };

export const tableLandings = (landings: readonly LandingIr[]): readonly TableLandingIr[] =>
  landings.flatMap(({ source, ...landing }) => (source.kind === "table" ? [{ ...landing, source }] : []));

export const apiLandings = (landings: readonly LandingIr[]): readonly ApiLandingIr[] =>
  landings.flatMap(({ source, ...landing }) => (source.kind === "api-rows" ? [{ ...landing, source }] : []));

export const fileLandings = (landings: readonly LandingIr[]): readonly FileLandingIr[] =>
  landings.flatMap(({ source, ...landing }) => (source.kind === "file-set" ? [{ ...landing, source }] : []));

/** Some are read period by period, by the names of their files. */
export const hasPeriods = (landings: readonly LandingIr[]): boolean =>
  landings.some(({ source }) => source.kind === "file-set" && source.read.kind === "new-periods");

/**
 * Files of a bronze table: `<path>/landing=0000000001/rows.csv`, all of the same columns; of `json` a JSON object on each line, as it came. Nobody else reads or writes them: one
 * that is removed before all have taken it, as by a rule for old files, stops its readers.
 */
export interface LandedIr {
  /** `bronze.users` */
  readonly reference: string;
  /**
   * By which the control table knows it, which may serve several projects: `youflix/users/bronze.users/1-3f2a9c1b`. What is read
   * otherwise has another one.
   */
  readonly id: string;
  /** Below the lake's root: `bronze/users/1-3f2a9c1b`. */
  readonly path: string;
  readonly format: "csv" | "parquet" | "json";
  /** The names that lead to a list of rows in each object, as in an API's answer; none: each is a row. */
  readonly within: readonly string[];
  /** `loads`: others write them, and `path` is their folder; `called-loads`: those that the run has asked them for. */
  readonly of: "landings" | "loads" | "called-loads";
  /** In the order of their names: written in another order they are the same files. */
  readonly columns: readonly Field[];
}

/** Where it is kept how far each landing has come. */
export interface ControlIr {
  readonly database: TransactDatabaseIr;
  /** The database's schema that its tables stand in. */
  readonly schema: string;
}

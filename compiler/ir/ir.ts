import type { Origin } from "../source/origin.js";
import type { AccessIr } from "./access.js";
import type { EnvironmentIr, PerEnvironment } from "./environment.js";
import type { ChainIr, ControlIr, FlowIr } from "./flow.js";
import type { Query } from "./query.js";
import type { SecretRef } from "./secret.js";
import type { WarehouseIr } from "./warehouse.js";
import type { WatchIr } from "./watch.js";

/** What must happen, in no engine's words. Targets read this and nothing before it. */
export interface ProjectIr {
  readonly name: string;
  readonly origin: Origin;
  /** The Spark service that the jobs are made for; undefined: nothing runs, there are only rights. */
  readonly spark: SparkServiceIr | undefined;
  readonly environments: readonly EnvironmentIr[];
  readonly lake: { readonly account: PerEnvironment; readonly container: PerEnvironment };
  readonly vault: PerEnvironment;
  /** What `keyed_hash` hashes by, by the names of the keys. */
  readonly hashKeys: ReadonlyMap<string, SecretRef>;
  readonly jobs: readonly JobIr[];
  /** Pipelines that an orchestrator starts. */
  readonly flows: readonly FlowIr[];
  /** Those of them that come after each other: each pipeline after those that it comes after. */
  readonly chains: readonly ChainIr[];
  /** Streaming jobs of which an orchestrator looks whether they run. */
  readonly watches: readonly WatchIr[];
  /** Where there are flows that land anything. */
  readonly control: ControlIr | undefined;
  /** Databases that show tables of the lake. */
  readonly warehouses: readonly WarehouseIr[];
  /** Who may do what, by database. */
  readonly access: readonly AccessIr[];
}

export type SparkServiceIr = "databricks" | "synapse";

/** Queries that run together on one cluster. */
export interface JobIr {
  readonly name: string;
  readonly description: string | undefined;
  readonly origin: Origin;
  readonly compute: {
    readonly name: string;
    readonly workers: PerEnvironment<number>;
    /** Kind of node, or pool. */
    readonly bound: PerEnvironment;
  };
  /** A flow runs it, each time once; else it is kept running. */
  readonly isOfFlow: boolean;
  /** Each after what it reads. */
  readonly queries: readonly Query[];
}

import type { Origin } from "../source/origin.js";
import type { After } from "./after.js";
import type { Connection } from "./connection.js";
import type { Control } from "./control.js";
import type { DeployTo } from "./deploy-to.js";
import type { Duration } from "./duration.js";
import type { Grant, Principal } from "./grant.js";
import type { HashKeys } from "./hash-key.js";
import type { Job } from "./job.js";
import type { LandedTable } from "./landed-table.js";
import type { MergedTable } from "./merged-table.js";
import type { Named, Text, Trigger } from "./parts.js";
import type { PipelineTrigger } from "./pipeline-trigger.js";
import type { Poisoned } from "./poisoned.js";
import type { Allowed } from "./sensitive.js";
import type { Sink } from "./sink.js";
import type { Source } from "./source.js";
import type { Steps } from "./steps.js";
import type { LateRows, RawTable, Table } from "./table.js";
import type { Warehouse } from "./warehouse.js";
import type { Watch } from "./watch.js";

/** What was meant: every default filled in, one form for each thing, names not yet looked up. */
export interface Project {
  readonly origin: Origin;
  readonly name: string;
  /** Undefined: nothing but rights is declared, and nothing runs. */
  readonly spark: SparkService | undefined;
  /** What lands tables of databases and starts pipelines; undefined: nothing does. */
  readonly orchestrator: "adf" | "synapse" | undefined;
  /** Undefined where `spark` is. */
  readonly lake: Lake | undefined;
  readonly vault: Text | undefined;
  readonly hashKeys: HashKeys;
  /** Any change of what decides a row opens a new checkpoint. */
  readonly strictCheckpoints: boolean;
  readonly control: Control | Poisoned | undefined;
  readonly compute: ReadonlyMap<string, Compute | Poisoned>;
  readonly connections: ReadonlyMap<string, Connection | Poisoned>;
  readonly principals: ReadonlyMap<string, Principal | Poisoned>;
  readonly environments: readonly Environment[];
  readonly defaults: Defaults;
  readonly pipelines: readonly Pipeline[];
}

export type SparkService = "databricks" | "synapse";

export interface Lake {
  readonly account: Text;
  readonly container: Text;
  /** Where it says that rights are granted on all of it; undefined: it does not. */
  readonly roles: Origin | undefined;
  /** Where publishing deploys these; undefined: a person does. */
  readonly deployTo: DeployTo | undefined;
}

export interface Compute {
  readonly kind: "compute";
  readonly origin: Origin;
  readonly name: string;
  /** By environment; a machine that stands in for Azure may have none. */
  readonly workers: ReadonlyMap<string, number>;
  /** The kind of node (Databricks) or the pool (Synapse) of each environment that binds one. */
  readonly bound: ReadonlyMap<string, string>;
  /** The cores of a cluster that a mapping data flow runs on. */
  readonly dataFlowCores: number;
}

export type Environment =
  | { readonly kind: "this-machine"; readonly origin: Origin; readonly name: string }
  | {
      /** Of a project without platform: its databases' servers, and nothing else. */
      readonly kind: "servers";
      readonly origin: Origin;
      readonly name: string;
      /** Where in Azure they are, as far as it is said. */
      readonly subscription: string | undefined;
      readonly resourceGroup: string | undefined;
    }
  | {
      readonly kind: "azure";
      readonly origin: Origin;
      readonly name: string;
      /** Address (Databricks) or name (Synapse). */
      readonly workspace: string;
      /** The application that plans and does not publish. */
      readonly planner: string | undefined;
      /** Where `adf` is the orchestrator. */
      readonly factory: Factory | undefined;
      /** Where the workspace is, if it is one of Synapse. */
      readonly synapse: SynapsePlace | undefined;
    };

/** The data factory of an environment. */
export interface Factory {
  /** The subscription's id. */
  readonly subscription: string;
  readonly resourceGroup: string;
  readonly name: string;
  /** The Databricks workspace as a resource of Azure. */
  readonly databricks: string;
}

/** Where Azure Resource Manager finds a Synapse workspace. */
export interface SynapsePlace {
  /** The subscription's id. */
  readonly subscription: string;
  readonly resourceGroup: string;
}

export interface Pipeline {
  readonly origin: Origin;
  readonly name: string;
  readonly description: string | undefined;
  readonly compute: Named | undefined;
  readonly steps: Steps;
  readonly jobs: ReadonlyMap<string, Job | Poisoned>;
  readonly triggers: ReadonlyMap<string, PipelineTrigger | After | Poisoned>;
  /** How often it is looked whether its streams run; undefined: never. */
  readonly watch: Watch | undefined;
  readonly sources: ReadonlyMap<string, Source | Poisoned>;
  /** By `layer.name`. */
  readonly tables: ReadonlyMap<string, AnyTable | Poisoned>;
  readonly sinks: ReadonlyMap<string, Sink | Poisoned>;
  /** Its tables, or others', as views of a database. */
  readonly warehouse: Warehouse | undefined;
  readonly grants: readonly Grant[];
}

/** What stands under a layer. */
export type AnyTable = RawTable | LandedTable | Table | MergedTable;

/** What holds where nothing is written: the project's word, or the language's own. */
export interface Defaults {
  readonly trigger: Default<Trigger>;
  readonly ahead: Default<Duration>;
  readonly lateRows: Default<LateRows["policy"]>;
  readonly maySetAside: Allowed;
}

export interface Default<T> {
  readonly value: T;
  /** Where the project says it; undefined: it is built in. */
  readonly origin: Origin | undefined;
}

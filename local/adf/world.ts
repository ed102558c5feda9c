import type { DataFlowRun, ParquetFile } from "../runner/runner.js";
import type { Database } from "../sql/databases.js";
import type { Outcome } from "./activity.js";
import type { JsonObject, JsonValue } from "./json.js";

/** How a notebook is written, and is given its parameters. */
export type NotebookForm = "databricks" | "synapse";

/** What pipelines reach on this machine. */
export interface World {
  readonly factory: string;
  readonly globalParameters: JsonObject;
  /** A value that a pipeline of this machine alone returns, with its places filled in. */
  readonly returned: (value: JsonValue) => JsonValue;
  /** The database of a linked service. */
  readonly database: (linkedService: string) => Database;
  /** Runs a statement in the warehouse of a linked service; undefined: there is none. */
  readonly warehouse?: (linkedService: string, text: string) => Promise<void>;
  /** The folder of a storage account's container. */
  readonly folder: (linkedService: string, container: string) => string;
  /** Where the functions of a linked service's app are asked, `http://127.0.0.1:49152`, and with which key. */
  readonly functionApp: (linkedService: string) => FunctionAppAddress;
  /** Where the API of a linked service is asked, and what is sent with each request; undefined: there is none. */
  readonly api?: (linkedService: string) => ApiAddress | undefined;
  /** What shows a service who asks, as the home's own identity; undefined: nobody here looks at it. */
  readonly token?: (resource: string) => Promise<string>;
  /** Runs the notebook of a workspace's path, or name. An error is its failure. */
  readonly notebook: (path: string, form: NotebookForm, parameters: Readonly<Record<string, string>>) => Promise<void>;
  /** Writes a file of Parquet, whole or not at all. */
  readonly parquet: (file: ParquetFile) => Promise<void>;
  /** Runs a mapping data flow; gives why it has failed. */
  readonly dataFlow: (run: DataFlowRun) => Promise<string | undefined>;
  /** Unpacks an archive into a folder, whole or not at all; gives why it cannot be, as of one that is broken. */
  readonly unzip: (archive: string, folder: string) => Promise<string | undefined>;
  readonly tell: (event: WalkEvent) => void;
  /** Once it is raised no further activity begins. */
  readonly signal: AbortSignal;
  /** Stops the walk because of what is no failure of an activity. */
  readonly halt: (error: unknown) => void;
}

export interface ApiAddress {
  /** With what all paths begin with: `http://127.0.0.1:49152/api/v2/`. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface FunctionAppAddress {
  readonly address: string;
  readonly key: string;
}

/** What can be known of the world before anything begins. */
export interface Reach {
  readonly hasDatabase: (linkedService: string) => boolean;
  readonly hasWarehouse?: (linkedService: string) => boolean;
  readonly hasStore: (linkedService: string) => boolean;
  readonly hasApi?: (linkedService: string) => boolean;
  readonly hasNotebook: (path: string) => boolean;
  /** The functions that the app of a linked service lets be called over HTTP; undefined: there is no such app. */
  readonly functionsOf: (linkedService: string) => readonly string[] | undefined;
}

/** What a walk tells as it goes. */
export interface WalkEvent {
  readonly activity: string;
  readonly type: string;
  /** The containers that it is in, and which turn of each. */
  readonly within: readonly string[];
  readonly state: "started" | Outcome | "tried again";
  readonly seconds: number;
  readonly output: JsonObject;
  /** The activity's user properties: what the service's page of a run shows beside it. */
  readonly properties: Readonly<Record<string, JsonValue>>;
  readonly error: string | undefined;
}

import type { JsonObject } from "./json.js";

/** Everything that the services know. Keys are in lower case where the service does not tell letters' cases apart. */
export interface Store {
  /** Of Azure Resource Manager, by id in lower case. */
  readonly resources: Map<string, Resource>;
  /** Long-running operations, by id. */
  readonly operations: Map<string, Operation>;
  /** Of the Synapse workspaces, by id. Their artifacts are among the resources. */
  readonly artifactOperations: Map<string, ArtifactOperation>;
  /** Applications of Spark pools, by the pool's id in lower case and their own number: `…/bigdatapools/streaming/7`. */
  readonly batches: Map<string, Batch>;
  /** Pipeline runs, by id. */
  readonly runs: Map<string, PipelineRun>;
  /** Of the storage accounts, by `account/container`. */
  readonly containers: Map<string, Container>;
  /** When a container was deleted; milliseconds since 1970. */
  readonly deletedContainers: Map<string, number>;
  /** By `account/container/name`. */
  readonly blobs: Map<string, Blob>;
  /** Of the Databricks workspace, by path. */
  readonly objects: Map<string, WorkspaceObject>;
  readonly jobs: Map<number, Job>;
  /** The last number that was given: that of a job which is gone is given to no other. */
  readonly lastIds: Map<"job", number>;
  /** Of jobs, by id. */
  readonly jobRuns: Map<number, JobRun>;
  /** Of Key Vaults, by `vault/name` in lower case. */
  readonly secrets: Map<string, string>;
  /** Of Unity Catalog, by `type/full name` in lower case. */
  readonly securables: Map<string, Securable>;
  /** Whom Unity Catalog knows, by their names (of service principals the application's id) in lower case. */
  readonly identities: Map<string, string>;
}

/** A resource as it was put, and what the service keeps beside it. */
export interface Resource {
  /** As its creator spelled it. */
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly etag: string;
  readonly properties: JsonObject;
  /** What stands beside `properties`: a factory's `location`, `tags`, `identity`. */
  readonly beside: JsonObject;
  /** Milliseconds since 1970; the service refuses changes until then. */
  readonly isProvisioningUntil: number;
}

/** Something of Unity Catalog that rights are held on. */
export interface Securable {
  readonly type: "catalog" | "schema" | "table" | "volume";
  /** `shop.sales.orders` */
  readonly fullName: string;
  readonly owner: string;
  /** Of a table: `MANAGED`, `VIEW`. */
  readonly tableType?: string;
  /** What is granted directly on it, by principals in lower case. */
  readonly held: Readonly<Record<string, readonly string[]>>;
}

/** A long-running operation; what it changes is changed when it ends. */
export interface Operation {
  readonly id: string;
  /** The resource that it changes, in lower case. */
  readonly resource: string;
  /** What the resource gets when it ends; taken away once it has it. */
  readonly becomes?: Partial<Pick<Resource, "properties" | "beside">>;
  /** What is answered then. */
  readonly outcome?: JsonObject;
  /** Milliseconds since 1970; undefined: it never ends. */
  readonly endsAt?: number;
}

/** A change of an artifact in a Synapse workspace, made when the operation ends. */
export interface ArtifactOperation {
  readonly id: string;
  readonly change: ArtifactChange;
  /** Its effect is there. */
  readonly isDone: boolean;
  /** Milliseconds since 1970; undefined: it never ends. */
  readonly endsAt?: number;
}

export type ArtifactChange =
  | { readonly kind: "put"; readonly resource: Resource }
  | { readonly kind: "turn"; readonly trigger: Resource; readonly runtimeState: "Started" | "Stopped" }
  | { readonly kind: "delete"; readonly id: string }
  /** A trigger gets the events that it waits for from now on, or no more. */
  | { readonly kind: "subscription"; readonly trigger: Resource; readonly status: "Enabled" | "Disabled" }
  | { readonly kind: "fail"; readonly code: string; readonly message: string };

/** An application of a Spark pool. */
export interface Batch {
  /** The pool's, in lower case. */
  readonly pool: string;
  readonly id: number;
  /** As it was submitted. */
  readonly request: JsonObject;
  /** The object id of who did. */
  readonly submitter: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** When somebody asked for its end; undefined: nobody did. */
  readonly cancelledAt?: number;
  /** Undefined: it goes on. */
  readonly endsAt?: number;
}

export interface PipelineRun {
  readonly runId: string;
  /** Id of the factory, or of the workspace. */
  readonly factory: string;
  readonly pipelineName: string;
  readonly parameters: JsonObject;
  readonly startedAt: number;
  /** Undefined: it never ends. */
  readonly endsAt: number | undefined;
  /** What it fails with; undefined: it succeeds. */
  readonly failure?: string;
}

/** Names of headers, and their values. */
export type Headers = Readonly<Record<string, string>>;

export interface Container {
  readonly account: string;
  readonly name: string;
  readonly etag: string;
  /** Milliseconds since 1970. */
  readonly modifiedAt: number;
  /** `x-ms-meta-…`. */
  readonly metadata: Headers;
}

export interface Blob {
  /** `account/container`. */
  readonly container: string;
  readonly name: string;
  /** Base64. */
  readonly content: string;
  /** With which it is answered: `Content-Type` and the like. */
  readonly headers: Headers;
  readonly metadata: Headers;
  readonly etag: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly lease?: Lease;
}

/** Somebody's exclusive right to write. Times are milliseconds since 1970. */
export interface Lease {
  readonly id: string;
  /** Seconds; undefined: it does not expire. */
  readonly duration?: number;
  readonly expiresAt?: number;
  /** Somebody has broken it: until then nobody else gets one. */
  readonly breaksAt?: number;
}

/** A folder, or a notebook with its source. */
export interface WorkspaceObject {
  readonly path: string;
  readonly type: "DIRECTORY" | "NOTEBOOK";
  readonly language?: string;
  readonly content?: string;
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly modifiedAt: number;
}

/** https://learn.microsoft.com/azure/databricks/security/auth/access-control/#job-acls */
export type JobLevel = "CAN_VIEW" | "CAN_MANAGE_RUN" | "CAN_MANAGE";

export interface Job {
  readonly id: number;
  /** The application's id of who created it, and owns it. */
  readonly creator: string;
  /** What others may do with it, by their applications' ids; a state that was saved by an earlier version has none. */
  readonly access?: Readonly<Record<string, JobLevel>>;
  readonly createdAt: number;
  readonly settings: JsonObject;
}

/** One time that a job runs. */
export interface JobRun {
  readonly id: number;
  readonly job: number;
  /** By which who started it knows it again. */
  readonly token?: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly isCancelled: boolean;
  /** Why it ends. */
  readonly code?: string;
  /** Milliseconds since 1970; undefined: it goes on. */
  readonly endsAt?: number;
}

const folder = (path: string, id: number): [string, WorkspaceObject] => [
  path,
  { path, type: "DIRECTORY", id, createdAt: 0, modifiedAt: 0 },
];

export const emptyStore = (): Store => ({
  resources: new Map(),
  operations: new Map(),
  artifactOperations: new Map(),
  batches: new Map(),
  runs: new Map(),
  containers: new Map(),
  deletedContainers: new Map(),
  blobs: new Map(),
  // Every workspace has these: https://learn.microsoft.com/azure/databricks/workspace/workspace-assets
  objects: new Map([folder("/Shared", 1), folder("/Users", 2)]),
  jobs: new Map(),
  lastIds: new Map(),
  jobRuns: new Map(),
  secrets: new Map(),
  securables: new Map(),
  identities: new Map(),
});

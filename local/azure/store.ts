import type { Json } from "../../compiler/emit/json.js";

export type JsonObject = { readonly [key: string]: Json };

/** Everything that the services know. Keys are in lower case where the service does not tell letters' cases apart. */
export interface Store {
  /** Of Azure Resource Manager, by id in lower case. */
  readonly resources: Map<string, Resource>;
  /** Long-running operations, by id. */
  readonly operations: Map<string, Operation>;
  /** Pipeline runs, by id. */
  readonly runs: Map<string, PipelineRun>;
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

export interface PipelineRun {
  readonly runId: string;
  readonly factory: string;
  readonly pipelineName: string;
  readonly parameters: JsonObject;
  readonly startedAt: number;
  /** Undefined: it never ends. */
  readonly endsAt: number | undefined;
}

export const emptyStore = (): Store => ({
  resources: new Map(),
  operations: new Map(),
  runs: new Map(),
});

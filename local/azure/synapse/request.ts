import type { Answer, Call } from "../call.js";
import type { Settings } from "../settings.js";
import type { Resource, Store } from "../store.js";

/** One request of a workspace's development endpoint. */
export interface SynapseRequest {
  readonly call: Call;
  readonly store: Store;
  readonly settings: Settings;
  /** The workspace as Azure Resource Manager has it. */
  readonly workspace: Resource;
  /** The last part of the path that names something; empty in a list. */
  readonly name: string;
  /** The Spark pool that the path names; empty where it names none. */
  readonly pool: string;
}

/** One operation, and the action that a role of the workspace must have for it. */
export interface Endpoint {
  readonly method: "GET" | "PUT" | "POST" | "DELETE";
  /** The path's parts after the workspace; `{name}` is any. */
  readonly path: string;
  readonly action: string;
  readonly handle: (request: SynapseRequest) => Answer;
}

export const workspaces = "Microsoft.Synapse/workspaces";

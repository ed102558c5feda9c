import type { JsonObject } from "./json.js";
import type { Principal } from "./principal.js";

/** How the services are. */
export interface Settings {
  readonly principals: readonly Principal[];
  /** The resource ids of storage accounts by their names; the scope of a role on any other one is `/`. */
  readonly accounts: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How many things a page of a list holds. */
  readonly pageSize: number;
  /** How long a long-running operation takes, and a new event trigger's provisioning; milliseconds. */
  readonly operationTime: number;
  /** Does what a run of a pipeline in a factory does: with its definition and parameters. It tells why the run fails; undefined: it succeeds. */
  readonly onRun?: (pipeline: JsonObject, parameters: JsonObject) => string | undefined;
  /** How long a pipeline runs; milliseconds. */
  readonly runTime: number;
}

/** Where a role is assigned that is to hold for a container. */
export const containerScope = ({ accounts }: Pick<Settings, "accounts">, account: string, container: string): string =>
  `${accounts[account] ?? `/${account}`}/blobServices/default/containers/${container}`;

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { LocalFlow } from "../flow.js";
import type { Functions } from "../functions/functions.js";
import type { Apis } from "../http/apis.js";
import { type Places, placed } from "../job.js";
import type { NotebookFailure, RunnerEvent } from "../runner/answers.js";
import type { Runner } from "../runner/runner.js";
import type { Databases } from "../sql/databases.js";
import { ActivityError } from "./activity.js";
import type { JsonObject, JsonValue } from "./json.js";
import { readFactory } from "./read-factory.js";
import { runPipeline } from "./run-pipeline.js";
import { startVault, type Vault } from "./vault.js";
import type { Reach, WalkEvent, World } from "./world.js";

/** What a walk is made of. */
export interface Walking {
  readonly flow: LocalFlow;
  readonly artifactsDir: string;
  readonly places: Places;
  readonly databases: Databases;
  readonly runner: Pick<Runner, "run" | "parquet" | "unzip" | "dataFlow">;
  /** The function apps that are up; undefined: none is. */
  readonly functions?: Functions | undefined;
  /** The APIs that are up; undefined: none is. */
  readonly apis?: Apis | undefined;
  /** Runs a statement in the warehouse of a name; undefined: there is none. */
  readonly inWarehouse?: ((warehouse: string, text: string) => Promise<void>) | undefined;
  readonly signal: AbortSignal | undefined;
  /** What whoever starts it hands over; undefined: nothing. */
  readonly parameters?: JsonObject;
}

/** What is told while a pipeline is walked. */
export interface Telling {
  readonly onActivity: (event: WalkEvent) => void;
  readonly onNotebook: (event: RunnerEvent) => void;
}

/** Runs the emitted pipeline once, as a trigger would, which may hand over more; gives why it has failed. */
export type Walk = (telling: Telling, parameters?: JsonObject) => Promise<NotebookFailure | undefined>;

/** Reads a flow's pipeline and all that it leads to. What cannot be done here is an error that names it. */
export function readWalk(walking: Walking): Walk {
  const { flow, artifactsDir } = walking;
  const own = flow.own === undefined ? undefined : join(artifactsDir, flow.own);
  const folders = [join(artifactsDir, flow.folder), ...(own === undefined ? [] : [own])];
  const pipeline = readFactory(folders, flow.pipeline, reachOf(walking));
  const needsVault =
    Object.values(flow.global_parameters).includes("{vault}") || (own !== undefined && mentionsVault(own));
  return async (telling, parameters) => {
    let traceback = "";
    const vault = needsVault ? await startVault() : undefined;
    const world = worldOf(walking, vault, {
      ...telling,
      onNotebook: (event) => {
        if (event.kind === "failed") traceback = event.traceback;
        telling.onNotebook(event);
      },
    });
    try {
      const given = { ...walking.parameters, ...parameters };
      await runPipeline(pipeline, { world, parameters: given, parent: undefined, within: [] });
      return undefined;
    } catch (error) {
      if (!(error instanceof ActivityError)) throw error;
      return { kind: "failed", notebook: `The pipeline '${flow.pipeline}'`, error: error.message, traceback };
    } finally {
      await vault?.stop();
    }
  };
}

/** Whether a pipeline of this machine alone gives the vault's address. */
const mentionsVault = (own: string): boolean =>
  readdirSync(join(own, "pipeline")).some((file) =>
    readFileSync(join(own, "pipeline", file), "utf8").includes("{vault}"),
  );

function reachOf({ flow: { databases, warehouses = [], stores, notebooks }, functions, apis }: Walking): Reach {
  return {
    hasDatabase: (linkedService) => databases.some(({ linked_service }) => linked_service === linkedService),
    hasWarehouse: (linkedService) => warehouses.some(({ linked_service }) => linked_service === linkedService),
    hasStore: (linkedService) => stores.some(({ linked_service }) => linked_service === linkedService),
    hasApi: (linkedService) => apis?.api(linkedService) !== undefined,
    hasNotebook: (path) => Object.hasOwn(notebooks, path),
    functionsOf: (linkedService) => functions?.calledOver(linkedService),
  };
}

function worldOf(
  { flow, artifactsDir, places, databases, inWarehouse, functions, apis, runner, signal }: Walking,
  vault: Vault | undefined,
  telling: Telling,
): World {
  const halted = new AbortController();
  const filled = (value: JsonValue): JsonValue =>
    value === "{vault}" ? (vault?.address ?? "") : typeof value === "string" ? placed(value, places) : value;
  return {
    factory: "this-machine",
    globalParameters: Object.fromEntries(
      Object.entries(flow.global_parameters).map(([name, value]) => [name, filled(value)]),
    ),
    returned: (value) => (flow.own === undefined ? value : filled(value)),
    database: (linkedService) => {
      const service = flow.databases.find(({ linked_service }) => linked_service === linkedService);
      return databases.database(linkedService, service?.session ?? {});
    },
    warehouse: async (linkedService, text) => {
      const found = flow.warehouses?.find(({ linked_service }) => linked_service === linkedService);
      if (found === undefined || inWarehouse === undefined)
        throw new ActivityError(`There is no warehouse of '${linkedService}' on this machine.`);
      await inWarehouse(found.warehouse, text);
    },
    folder: (linkedService, container) => {
      const store = flow.stores.find(({ linked_service }) => linked_service === linkedService);
      const folder = store && Object.hasOwn(store.containers, container) ? store.containers[container] : undefined;
      if (folder === undefined) throw new ActivityError(`'${linkedService}' has no container '${container}' here.`);
      return placed(folder, places);
    },
    functionApp: (linkedService) => {
      const app = functions?.app(linkedService);
      if (app === undefined) throw new ActivityError(`There is no function app of '${linkedService}' on this machine.`);
      return app;
    },
    api: (linkedService) => apis?.api(linkedService),
    notebook: async (path, form, parameters) => {
      const file = Object.hasOwn(flow.notebooks, path) ? flow.notebooks[path] : undefined;
      if (file === undefined) throw new ActivityError(`There is no notebook '${path}' on this machine.`);
      const name = path.replace(/^.*\//, "");
      const run = { name, path: join(artifactsDir, file), form, parameters } as const;
      const outcome = await runner.run([run], telling.onNotebook);
      if (outcome.kind === "failed") throw new ActivityError(`${path}: ${outcome.error}`);
    },
    parquet: runner.parquet,
    unzip: runner.unzip,
    dataFlow: runner.dataFlow,
    tell: telling.onActivity,
    signal: signal ? AbortSignal.any([signal, halted.signal]) : halted.signal,
    halt: (error) => halted.abort(error),
  };
}

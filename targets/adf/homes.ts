import type { Artifact } from "../../compiler/emit/artifact.js";
import type { EnvironmentIr, FactoryIr, SynapseIr } from "../../compiler/ir/environment.js";
import type { ControlIr, FlowIr } from "../../compiler/ir/flow.js";
import type { JobIr, ProjectIr } from "../../compiler/ir/ir.js";
import { apisOf } from "./apis.js";
import { artifactsOf } from "./artifacts.js";
import { functionAppsOf } from "./calling.js";
import { databaseOf, dedicatedOf, serverlessOf } from "./database-services.js";
import { environmentValues } from "./environment.js";
import { eventTrigger } from "./event-trigger.js";
import { isOfEvents, triggersOf } from "./flow-triggers.js";
import { globalParameters } from "./global-parameters.js";
import { api, blob, databricks, functionApp, lake, vault } from "./linked-services.js";
import { loadedPools, refreshedWarehouses } from "./refreshing.js";
import { isOfWorkspace } from "./service.js";
import { storesOf } from "./stores.js";
import { databasesOf, jobsOfAll } from "./used.js";

/** In a workspace streaming jobs read secrets by the linked service of the vault, whether anything lands or not. */
export const hasVaultOfJobs = (project: ProjectIr): boolean =>
  isOfWorkspace(project) && project.vault.size > 0 && project.jobs.length > 0;

export function* vaultOf(project: ProjectIr, environment: EnvironmentIr): Iterable<Artifact> {
  const keys = vault(project, environment);
  if (keys) yield artifactsOf(project).resource(`env/${environment.name}`, "linkedService", keys, project.origin);
}

/** What a factory or a workspace has in one environment alone. */
function* ofHome(
  flows: readonly FlowIr[],
  control: ControlIr | undefined,
  project: ProjectIr,
  environment: EnvironmentIr,
  home: SynapseIr,
): Iterable<Artifact> {
  const { resource, pathOf } = artifactsOf(project);
  const folder = `env/${environment.name}`;
  const keys = vault(project, environment);
  yield* vaultOf(project, environment);
  yield resource(folder, "linkedService", lake(project, environment), project.origin);
  for (const database of databasesOf(flows, control))
    yield {
      ...resource(folder, "linkedService", databaseOf(database, project, environment), project.origin),
      dependsOn: keys && database.login.kind === "password" ? [pathOf(folder, "linkedService", keys.name)] : [],
    };
  for (const warehouse of refreshedWarehouses(flows, project))
    yield resource(folder, "linkedService", serverlessOf(warehouse, project, environment), project.origin);
  for (const pool of loadedPools(flows, project))
    yield resource(folder, "linkedService", dedicatedOf(pool, project, environment), project.origin);
  for (const store of storesOf(flows))
    yield resource(folder, "linkedService", blob(store, project, environment), project.origin);
  for (const one of apisOf(flows))
    yield {
      ...resource(folder, "linkedService", api(one, project, environment), project.origin),
      dependsOn: keys && one.login.kind === "header" ? [pathOf(folder, "linkedService", keys.name)] : [],
    };
  for (const one of functionAppsOf(flows))
    yield {
      ...resource(folder, "linkedService", functionApp(one, project, environment), project.origin),
      dependsOn: keys && one.login.kind === "key" ? [pathOf(folder, "linkedService", keys.name)] : [],
    };
  for (const { trigger, starts } of triggersOf(flows, project))
    if (isOfEvents(trigger))
      yield {
        ...resource(folder, "trigger", eventTrigger(trigger, starts, project, environment, home), trigger.origin),
        dependsOn: [pathOf("common", "pipeline", starts)],
      };
}

/** What the factory of one environment has. */
export function* ofFactory(
  flows: readonly FlowIr[],
  control: ControlIr | undefined,
  project: ProjectIr,
  environment: EnvironmentIr,
  factory: FactoryIr,
): Iterable<Artifact> {
  const { resource } = artifactsOf(project);
  const folder = `env/${environment.name}`;
  yield* ofHome(flows, control, project, environment, factory);
  for (const job of clustersOf(flows, project))
    yield resource(folder, "linkedService", databricks(job, project, environment, factory), project.origin);
  const parameters = [...globalParameters(flows, project, environment)];
  yield resource(
    folder,
    "factory",
    {
      name: factory.name,
      properties: {
        globalParameters: Object.fromEntries(parameters.map(([name, value]) => [name, { type: "String", value }])),
      },
    },
    project.origin,
  );
}

/** What the workspace of one environment has. */
export function* ofWorkspace(
  flows: readonly FlowIr[],
  control: ControlIr | undefined,
  project: ProjectIr,
  environment: EnvironmentIr,
  workspace: SynapseIr,
): Iterable<Artifact> {
  if (flows.length > 0) yield* ofHome(flows, control, project, environment, workspace);
  else if (hasVaultOfJobs(project)) yield* vaultOf(project, environment);
  const values = environmentValues(flows, project, environment);
  yield artifactsOf(project).resource(`env/${environment.name}`, "pipeline", values, project.origin);
}

/** A job for each kind of cluster. */
const clustersOf = (flows: readonly FlowIr[], project: ProjectIr): readonly JobIr[] => [
  ...new Map(jobsOfAll(flows, project).map((job) => [job.compute.name, job])).values(),
];

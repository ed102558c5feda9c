import { batchPath, notebookFile, workspacePath } from "../../compiler/emit/databricks.js";
import type { Json } from "../../compiler/emit/json.js";
import { synapseName, synapseNotebook } from "../../compiler/emit/synapse.js";
import type { DataType } from "../../compiler/expression/type.js";
import type { ApiPagingIr } from "../../compiler/ir/api.js";
import type { PostgresDatabaseIr } from "../../compiler/ir/database.js";
import type { EnvironmentIr } from "../../compiler/ir/environment.js";
import type { BlobContainerIr, FileSetIr } from "../../compiler/ir/file-set.js";
import {
  apiLandings,
  type ControlIr,
  type FlowIr,
  fileLandings,
  type LandingIr,
  type TableLandingIr,
  tableLandings,
} from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { LoadsIr } from "../../compiler/ir/loads.js";
import type { TopicTriggerIr } from "../../compiler/ir/trigger.js";
import { apisOf } from "./apis.js";
import { postgresOf } from "./database-services.js";
import { eventTrigger } from "./event-trigger.js";
import { blobContainer, globalParameters, lakeContainer } from "./global-parameters.js";
import { grouped } from "./grouped.js";
import { startedBy } from "./master.js";
import {
  apiService,
  blobService,
  databaseService,
  functionService,
  lakeService,
  poolService,
  warehouseService,
} from "./names.js";
import { loadedPools, refreshedWarehouses } from "./refreshing.js";
import { isOfWorkspace } from "./service.js";
import { storesOf } from "./stores.js";
import { databasesOf, jobsOfAll } from "./used.js";

/**
 * What stands in on this machine for all that the factory, or the workspace, reaches, so that the pipeline, which may be the master of several
 * `flows`, can be walked as it is. `{state}` is the run's own folder.
 */
export function localFlow(
  pipeline: string,
  flows: readonly FlowIr[],
  control: ControlIr | undefined,
  project: ProjectIr,
  environment: EnvironmentIr,
): Json {
  const parameters = globalParameters(flows, project, environment);
  const landings = flows.flatMap((flow) => flow.landings);
  const jobs = jobsOfAll(flows, project).map(({ name }) => name);
  const named = flows.flatMap(jobNamesOf);
  return {
    pipeline,
    ...(flows.length > 1 || named.some((name) => name !== pipeline) ? { jobs: named } : {}),
    ...(isOfWorkspace(project)
      ? { folder: "common/synapse", own: `env/${environment.name}/synapse`, global_parameters: {} }
      : { folder: "common/adf", global_parameters: Object.fromEntries(parameters) }),
    databases: databasesOf(flows, control).map((database) => ({
      linked_service: databaseService(database, project),
      ...(database.kind === "postgres" ? { kind: "postgres", session: sessionOf(database, project, environment) } : {}),
      setup: database.name === control?.database.name ? [controlFile(control)] : [],
      tables: tableLandings(landings)
        .filter(({ source }) => source.database.name === database.name)
        .map((landing) => tableOf(landing, environment)),
    })),
    ...warehousesBeside(flows, project),
    stores: [
      {
        linked_service: lakeService(project),
        containers: { [parameters.get(lakeContainer(project)) ?? ""]: "{state}/lake" },
      },
      ...storesOf(flows).map((store) => ({
        linked_service: blobService(store, project),
        containers: { [parameters.get(blobContainer(store, project)) ?? ""]: folderOf(store) },
      })),
    ],
    ...filesBeside(landings, environment),
    ...apisBeside(flows, environment, project),
    ...loadsBeside(flows, environment),
    ...appsBeside(flows, project, environment),
    notebooks: Object.fromEntries(
      jobs.map((name) =>
        isOfWorkspace(project)
          ? [synapseName(project.name, batchPath(name)), synapseNotebook(project.name, batchPath(name))]
          : [workspacePath(project.name, batchPath(name)), notebookFile(batchPath(name))],
      ),
    ),
  };
}

/** The warehouses that the pipeline refreshes things of, and the pools that it loads tables of; only where there are such. */
function warehousesBeside(flows: readonly FlowIr[], project: ProjectIr): { readonly warehouses?: Json } {
  const warehouses = refreshedWarehouses(flows, project).map((one) => ({
    linked_service: warehouseService(one, project),
    warehouse: one.name,
  }));
  const pools = loadedPools(flows, project).map((one) => ({
    linked_service: poolService(one, project),
    warehouse: one.name,
  }));
  return warehouses.length === 0 ? {} : { warehouses: [...warehouses, ...pools] };
}

/** By which names runs know what is done of a flow: its jobs, or its data flows where it has none. */
function jobNamesOf({ name, jobs, dataFlows }: FlowIr): readonly string[] {
  if (jobs.length > 0) return jobs.map((job) => job.name);
  return dataFlows.length > 0 ? [name] : [];
}

/** What stands in for others who put files into containers; only where there are such. */
function filesBeside(landings: readonly LandingIr[], environment: EnvironmentIr): { readonly files?: Json } {
  const files = fileLandings(landings).map(({ source }) => ({
    source: source.id,
    path: `${folderOf(source.store)}/${source.path}`,
    ...howRead(source.read),
    file: source.samples?.get(environment.name) ?? null,
  }));
  return files.length === 0 ? {} : { files };
}

function howRead(read: FileSetIr["read"]): { readonly [name: string]: Json } {
  if (read.kind === "full") return { is_whole: true };
  if (read.kind === "new-files") return { behind_seconds: read.lagSeconds };
  return { periods: { unit: read.unit, start: read.start, lag_seconds: read.lagSeconds } };
}

/** What stands in for APIs; only where there are such. */
function apisBeside(
  flows: readonly FlowIr[],
  environment: EnvironmentIr,
  project: ProjectIr,
): { readonly apis?: Json } {
  const rows = flows.flatMap(({ landings }) => apiLandings(landings)).map(({ source }) => source);
  const apis = apisOf(flows).map((api) => ({
    linked_service: apiService(api, project),
    base: api.base ?? "",
    header: api.login.kind === "header" ? api.login.header : null,
    sources: rows
      .filter((one) => one.api.name === api.name)
      .map(({ id, path, rows: within, paging, samples }) => ({
        source: id,
        path,
        rows: within,
        paging: pagesHere(paging),
        file: samples?.get(environment.name) ?? null,
      })),
  }));
  return apis.length === 0 ? {} : { apis };
}

/** By what the pages of an API of this machine are asked for. */
function pagesHere(paging: ApiPagingIr): Json {
  switch (paging.kind) {
    case "none":
      return { kind: "none" };
    case "next":
      return { kind: "next", next: paging.next };
    case "page":
      return { kind: "page", parameter: paging.parameter, first: paging.first };
    case "offset":
      return { kind: "offset", parameter: paging.parameter, size: paging.size };
  }
}
/** What stands in for functions that load into the lake by themselves; only where there are such. */
function loadsBeside(flows: readonly FlowIr[], environment: EnvironmentIr): { readonly loads?: Json } {
  const loads = loadedBy(flows)
    .filter(({ app, calledIn }) => app === undefined && calledIn === undefined)
    .map((source) => ({
      source: source.id,
      loads: `{state}/lake/${source.folder}`,
      file: source.samples?.get(environment.name) ?? null,
    }));
  return loads.length === 0 ? {} : { loads };
}

/** What functions load, each once. */
const loadedBy = (flows: readonly FlowIr[]): readonly LoadsIr[] => [
  ...new Map(flows.flatMap(({ loads }) => loads).map(({ source }) => [source.id, source])).values(),
];

/** Apps of functions whose code the project has, and the triggers that wait for what they post; only where there are such. */
function appsBeside(
  flows: readonly FlowIr[],
  project: ProjectIr,
  environment: EnvironmentIr,
): { readonly functions?: Json; readonly triggers?: Json } {
  const withApp = loadedBy(flows).flatMap(({ app, ...source }) => (app === undefined ? [] : [{ ...source, app }]));
  if (withApp.length === 0) return {};
  return {
    functions: grouped(withApp, ({ app, calledIn }) => JSON.stringify([app, calledIn?.name])).map(({ things }) => ({
      linked_service: things[0].calledIn ? functionService(things[0].calledIn, project) : null,
      folder: things[0].app,
      sources: things.map((source) => ({
        source: source.id,
        function: source.function,
        called_by: source.calledIn ? "pipeline" : "outside",
        file: source.samples?.get(environment.name) ?? null,
      })),
    })),
    triggers: waiting(flows, project, environment),
  };
}

/** The triggers that wait for events. A topic that this machine has no name for is called as the first of them that waits for it. */
function waiting(flows: readonly FlowIr[], project: ProjectIr, environment: EnvironmentIr): readonly Json[] {
  const home = { subscription: environment.name, resourceGroup: environment.name };
  const triggers = flows.flatMap((flow) => {
    const starts = startedBy(flow, project.chains);
    if (starts === undefined) return [];
    return flow.triggers.flatMap((trigger) => (trigger.kind === "on-event" ? [{ trigger, starts }] : []));
  });
  return grouped(triggers, ({ trigger }) => resourceOf(trigger)).flatMap(({ things }) =>
    things.map(({ trigger, starts }) => {
      const name = trigger.topic.get(environment.name) ?? things[0].trigger.name;
      return eventTrigger(
        { ...trigger, topic: new Map([[environment.name, name]]) },
        starts,
        project,
        environment,
        home,
      );
    }),
  );
}

/** A topic, as what it is in each environment. */
const resourceOf = ({ topic, subscription, resourceGroup }: TopicTriggerIr): string =>
  JSON.stringify([topic, subscription ?? new Map(), resourceGroup ?? new Map()].map((one) => [...one]));

/** What a run can be asked for where data flows compute all tables of a pipeline: a job without notebooks. */
export const jobOfDataFlows = ({ name, dataFlows }: FlowIr): Json => ({
  job: name,
  parameters: {},
  notebooks: [],
  feeds: [],
  tables: dataFlows.map(({ reference, output }) => ({ reference, path: `{state}/lake/${output.path}` })),
});

const folderOf = ({ name }: BlobContainerIr): string => `{state}/files/${name}`;

/** What is emitted for Azure, and nothing that is known otherwise: on this machine too a connection is as it says. */
function sessionOf(database: PostgresDatabaseIr, project: ProjectIr, environment: EnvironmentIr): Json {
  const { timezone } = postgresOf(database, project, environment).properties.typeProperties;
  return { timezone };
}

/** The script that makes the control table, among the artifacts. */
export const controlFile = ({ database }: ControlIr): string => `common/sql/${database.name}/control.sql`;

const tableOf = ({ source }: TableLandingIr, environment: EnvironmentIr): Json => ({
  source: source.id,
  schema: source.schema,
  table: source.table,
  columns: source.columns.map(({ name, type }) => ({
    name,
    type: source.database.kind === "postgres" ? postgresType(type) : sqlType(type, source.key.includes(name)),
  })),
  key: source.key,
  ...(source.read.kind === "full" ? { is_whole: true } : {}),
  file: source.samples?.get(environment.name) ?? null,
});

/** What SQL Server calls a type; a text of its own size cannot be part of a key. */
function sqlType(type: DataType, isKey: boolean): string {
  switch (type.kind) {
    case "boolean":
      return "bit";
    case "int":
    case "bigint":
    case "date":
      return type.kind;
    case "double":
      return "float";
    case "decimal":
      return `decimal(${type.precision},${type.scale})`;
    case "timestamp":
      return "datetime2";
    case "binary":
      return "varbinary(max)";
    default:
      return isKey ? "nvarchar(400)" : "nvarchar(max)";
  }
}

/** What PostgreSQL calls a type. */
function postgresType(type: DataType): string {
  switch (type.kind) {
    case "boolean":
    case "bigint":
    case "date":
    case "timestamp":
      return type.kind;
    case "int":
      return "integer";
    case "double":
      return "double precision";
    case "decimal":
      return `numeric(${type.precision},${type.scale})`;
    case "binary":
      return "bytea";
    default:
      return "text";
  }
}

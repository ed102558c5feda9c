import { type Json, printJson } from "../compiler/emit/json.js";
import type { Destination } from "./destination.js";
import type { SentArtifact } from "./wanted.js";

export const subscription = "00000000-0000-0000-0000-000000000002";

/** Where a small shop goes. */
export const shop = (endpoints: {
  readonly arm: string;
  readonly databricks: string;
  readonly blob: string;
  readonly files?: string;
}): Destination => ({
  project: "shop",
  environment: "prod",
  databricks: { workspace: "https://adb-4.azuredatabricks.net", endpoint: endpoints.databricks, planner: undefined },
  factory: { endpoint: endpoints.arm, subscription, resourceGroup: "shop-prod", name: "shop-prod" },
  synapse: undefined,
  databases: [],
  state: {
    endpoint: endpoints.blob,
    files: endpoints.files ?? "https://shopprod.dfs.core.windows.net",
    container: "lake",
  },
});

export const nowhere = shop({
  arm: "https://management.azure.com",
  databricks: "https://adb-4.azuredatabricks.net",
  blob: "https://shopprod.blob.core.windows.net",
});

const annotations = ["sluice: pipelines/orders.yaml", "sluice: project=shop"];

const arm = (
  place: string,
  kind: string,
  name: string,
  properties: { readonly [key: string]: Json },
): SentArtifact => ({
  path: `${place}/adf/${kind}/${name}.json`,
  plane: "arm",
  kind,
  body: printJson({ name, properties: kind === "factory" ? properties : { ...properties, annotations } }),
  dependsOn: [],
});

const reference = (type: string, referenceName: string): Json => ({ referenceName, type });

export const pipeline = (timeout = "0.01:00:00", name = "orders"): SentArtifact =>
  arm("common", "pipeline", name, {
    activities: [
      {
        name: "look",
        type: "Lookup",
        policy: { timeout, retry: 1 },
        typeProperties: {
          source: { type: "DelimitedTextSource" },
          dataset: reference("DatasetReference", "orders_csv"),
        },
      },
    ],
    concurrency: 1,
  });

export const notebook = (text = "rows = 1", place = "orders/tables"): SentArtifact => ({
  path: `common/databricks/notebook/${place}.py`,
  plane: "databricks-workspace",
  kind: "notebook",
  body: `# Databricks notebook source\n${text}\n\n# COMMAND ----------\n\nprint(rows)\n`,
  dependsOn: [],
});

export const job = (
  place = "9f6e701d",
  name = "shop-orders",
  node = "Standard_D4ds_v5",
  tags: { readonly [name: string]: string } = {},
): SentArtifact => ({
  path: `env/prod/databricks/job/${name}.json`,
  plane: "databricks-workspace",
  kind: "job",
  body: printJson({
    name,
    tags: { sluice_project: "shop", ...tags },
    max_concurrent_runs: 1,
    parameters: [{ name: "silver_orders_place", default: place }],
    job_clusters: [
      {
        job_cluster_key: "small",
        new_cluster: { spark_version: "17.3.x-scala2.13", node_type_id: node, num_workers: 2 },
      },
    ],
    tasks: [
      {
        task_key: "tables",
        job_cluster_key: "small",
        notebook_task: { notebook_path: "/Shared/shop/orders/tables", source: "WORKSPACE" },
      },
    ],
  }),
  dependsOn: ["common/databricks/notebook/orders/tables.py"],
});

export const trigger = (hour = 2, runtimeState = "Started"): SentArtifact =>
  arm("common", "trigger", "nightly", {
    type: "ScheduleTrigger",
    runtimeState,
    pipelines: [{ pipelineReference: reference("PipelineReference", "orders"), parameters: {} }],
    typeProperties: {
      recurrence: {
        frequency: "Day",
        interval: 1,
        startTime: "2026-01-01T02:00:00",
        timeZone: "UTC",
        schedule: { hours: [hour], minutes: [0] },
      },
    },
  });

/** A file of the account starts the pipeline. Not among `artifacts`. */
export const arrived = (ending = ".csv"): SentArtifact =>
  arm("env/prod", "trigger", "arrived", {
    type: "BlobEventsTrigger",
    runtimeState: "Started",
    pipelines: [{ pipelineReference: reference("PipelineReference", "orders"), parameters: {} }],
    typeProperties: {
      blobPathBeginsWith: "/incoming/blobs/orders/",
      blobPathEndsWith: ending,
      ignoreEmptyBlobs: true,
      events: ["Microsoft.Storage.BlobCreated"],
      scope: `/subscriptions/${subscription}/resourceGroups/shop-files/providers/Microsoft.Storage/storageAccounts/shopfiles`,
    },
  });

/** Windows of so many hours, after those of others. Not among `artifacts`. */
export const windows = (
  name: string,
  more: { readonly hours?: number; readonly delay?: string; readonly after?: string } = {},
) =>
  arm("common", "trigger", name, {
    type: "TumblingWindowTrigger",
    runtimeState: "Started",
    pipeline: { pipelineReference: reference("PipelineReference", "orders"), parameters: {} },
    typeProperties: {
      frequency: "Hour",
      interval: more.hours ?? 1,
      startTime: "2024-01-01T00:00:00Z",
      delay: more.delay ?? "00:00:00",
      maxConcurrency: 1,
      ...(more.after === undefined
        ? {}
        : {
            dependsOn: [
              {
                type: "TumblingWindowTriggerDependencyReference",
                referenceTrigger: reference("TriggerReference", more.after),
              },
            ],
          }),
    },
  });

export const dataset = arm("common", "dataset", "orders_csv", {
  type: "DelimitedText",
  linkedServiceName: reference("LinkedServiceReference", "lake"),
  typeProperties: { location: { type: "AzureBlobFSLocation", fileSystem: "lake" }, columnDelimiter: "," },
});

/** Not among `artifacts`. */
export const dataflow = arm("common", "dataflow", "flatten", {
  type: "MappingDataFlow",
  typeProperties: { sources: [], sinks: [], transformations: [], scriptLines: ["a"] },
});

export const factory = (account = "shopprod"): SentArtifact =>
  arm("env/prod", "factory", "shop-prod", { globalParameters: { lake: { type: "String", value: account } } });

export const linkedService = arm("env/prod", "linkedService", "lake", {
  type: "AzureBlobFS",
  typeProperties: { url: "https://shopprod.dfs.core.windows.net" },
});

/** A linked service, a dataset, a pipeline, a trigger, a global parameter, two notebooks and a job. */
export const artifacts: readonly SentArtifact[] = [
  notebook(),
  notebook("rows = 2", "common"),
  job(),
  factory(),
  linkedService,
  dataset,
  pipeline(),
  trigger(),
];

/** The artifacts with some in the place of those of the same path. */
export const having = (...changed: readonly SentArtifact[]): readonly SentArtifact[] => [
  ...artifacts.filter(({ path }) => !changed.some((one) => one.path === path)),
  ...changed,
];

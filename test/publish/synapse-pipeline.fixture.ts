import { type Json, printJson } from "../../compiler/emit/json.js";
import type { SentArtifact } from "../../publish/wanted.js";

const annotations = ["sluice: project=telemetry"];
const reference = (type: string, referenceName: string): Json => ({ referenceName, type });

const made = (kind: string, name: string, properties: { readonly [key: string]: Json }): SentArtifact => ({
  path: `env/prod/synapse/${kind}/${name}.json`,
  plane: "synapse-workspace",
  kind,
  body: printJson({ name, properties }),
  dependsOn: [],
});

/** A file of the account starts the pipeline of `pipelineAndAll`, and is not among those. */
export const arrived = (ending = ".csv"): SentArtifact =>
  made("trigger", "arrived", {
    annotations,
    type: "BlobEventsTrigger",
    runtimeState: "Started",
    pipelines: [{ pipelineReference: reference("PipelineReference", "orders"), parameters: {} }],
    typeProperties: {
      blobPathBeginsWith: "/incoming/blobs/orders/",
      blobPathEndsWith: ending,
      ignoreEmptyBlobs: true,
      events: ["Microsoft.Storage.BlobCreated"],
      scope:
        "/subscriptions/00000000-0000-0000-0000-000000000002/resourceGroups/files/providers/Microsoft.Storage/storageAccounts/files",
    },
  });

/** One of each kind that an orchestrator needs in a workspace. */
export const pipelineAndAll = (timeout = "0.01:00:00", hour = 2): readonly SentArtifact[] => [
  made("linkedService", "lake", {
    annotations,
    type: "AzureBlobFS",
    typeProperties: { url: "https://telemetryprod.dfs.core.windows.net" },
  }),
  made("dataset", "orders_csv", {
    annotations,
    type: "DelimitedText",
    linkedServiceName: reference("LinkedServiceReference", "lake"),
    typeProperties: { location: { type: "AzureBlobFSLocation", fileSystem: "lake" } },
  }),
  made("sqlscript", "telemetry_views", {
    type: "SqlQuery",
    content: { query: `-- ${timeout}\nSELECT 1`, metadata: { language: "sql" } },
  }),
  made("dataflow", "flatten", {
    annotations,
    type: "MappingDataFlow",
    typeProperties: { sources: [], sinks: [], transformations: [], scriptLines: ["a"] },
  }),
  made("pipeline", "orders", {
    annotations,
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
  }),
  made("trigger", "nightly", {
    annotations,
    type: "ScheduleTrigger",
    runtimeState: "Started",
    pipelines: [{ pipelineReference: reference("PipelineReference", "orders"), parameters: {} }],
    typeProperties: { recurrence: { frequency: "Day", interval: 1, schedule: { hours: [hour], minutes: [0] } } },
  }),
];

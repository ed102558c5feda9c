import type { Json } from "../compiler/emit/json.js";
import { type Kind, type KindName, kinds, type PlaneName } from "./kinds.js";
import { isJsonList, isJsonRecord } from "./records.js";
import { type ThingId, thingId } from "./thing.js";

type ReferenceTypes = Readonly<Record<string, KindName>>;

/** What the wire JSON of a factory calls references, by the kind that they lead to. */
const ofFactory: ReferenceTypes = {
  CredentialReference: "credential",
  DataFlowReference: "dataflow",
  DatasetReference: "dataset",
  IntegrationRuntimeReference: "integrationRuntime",
  LinkedServiceReference: "linkedService",
  PipelineReference: "pipeline",
  TriggerReference: "trigger",
};

/** The same of a workspace of Synapse. */
const ofSynapse: ReferenceTypes = {
  BigDataPoolReference: "synapse.pool",
  DataFlowReference: "synapse.dataflow",
  DatasetReference: "synapse.dataset",
  IntegrationRuntimeReference: "synapse.integrationRuntime",
  LinkedServiceReference: "synapse.linkedService",
  NotebookReference: "synapse.notebook",
  PipelineReference: "synapse.pipeline",
  SparkJobDefinitionReference: "synapse.sparkJobDefinition",
  TriggerReference: "synapse.trigger",
};

/** In the others' values nothing refers to anything. */
const referenceTypes: Readonly<Record<PlaneName, ReferenceTypes>> = {
  arm: ofFactory,
  "synapse-workspace": ofSynapse,
  "databricks-workspace": {},
  lake: {},
  rights: {},
  sql: {},
  checkpoints: {},
};

/** The runtime that every factory and every workspace has. https://learn.microsoft.com/azure/data-factory/concepts-integration-runtime */
const builtIn = [kinds.integrationRuntime, kinds["synapse.integrationRuntime"]].map((kind) =>
  thingId(kind, "AutoResolveIntegrationRuntime"),
);

/** Everything beside it in its factory or workspace that an object refers to: it cannot be made before, and cannot stay without. */
export function referencesOf({
  kind,
  value,
}: {
  readonly kind: Kind;
  readonly value: Json | undefined;
}): readonly ThingId[] {
  const found = new Set<ThingId>();
  walk(value, referenceTypes[kind.plane], found);
  for (const id of builtIn) found.delete(id);
  return [...found];
}

function walk(value: Json | undefined, types: ReferenceTypes, found: Set<ThingId>): void {
  if (isJsonList(value)) for (const one of value) walk(one, types, found);
  if (!isJsonRecord(value)) return;
  const { referenceName: name, type } = value;
  const kind = typeof type === "string" ? types[type] : undefined;
  if (kind !== undefined && typeof name === "string") found.add(thingId(kinds[kind], name));
  for (const one of Object.values(value)) walk(one, types, found);
}

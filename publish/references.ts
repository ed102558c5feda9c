import type { Json } from "../compiler/emit/json.js";
import { type ArmKindName, kinds } from "./kinds.js";
import { isJsonList, isJsonRecord } from "./records.js";
import { type ThingId, thingId } from "./thing.js";

/** What the wire JSON of a factory calls references, by the kind that they lead to. */
const referenceTypes: Readonly<Record<string, ArmKindName>> = {
  CredentialReference: "credential",
  DataFlowReference: "dataflow",
  DatasetReference: "dataset",
  IntegrationRuntimeReference: "integrationRuntime",
  LinkedServiceReference: "linkedService",
  PipelineReference: "pipeline",
  TriggerReference: "trigger",
};

/** The runtime that every factory has. https://learn.microsoft.com/azure/data-factory/concepts-integration-runtime */
const builtIn = thingId(kinds.integrationRuntime, "AutoResolveIntegrationRuntime");

/** Everything of the factory that an object refers to: it cannot be made before, and cannot stay without. */
export function referencesOf(value: Json | undefined): readonly ThingId[] {
  const found = new Set<ThingId>();
  walk(value, found);
  found.delete(builtIn);
  return [...found];
}

function walk(value: Json | undefined, found: Set<ThingId>): void {
  if (isJsonList(value)) for (const one of value) walk(one, found);
  if (!isJsonRecord(value)) return;
  const { referenceName: name, type } = value;
  const kind = typeof type === "string" ? referenceTypes[type] : undefined;
  if (kind !== undefined && typeof name === "string") found.add(thingId(kinds[kind], name));
  for (const one of Object.values(value)) walk(one, found);
}

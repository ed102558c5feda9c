import { plainName } from "../arm/kinds.js";

/** A kind of artifact in a workspace. */
export interface Kind {
  /** In paths: https://learn.microsoft.com/rest/api/synapse/data-plane/operation-groups */
  readonly segment: string;
  /** In actions: https://learn.microsoft.com/azure/synapse-analytics/security/synapse-workspace-synapse-rbac-roles */
  readonly action: string;
  /** The `type` of an object that refers to it. */
  readonly reference: string;
  /** Where the end of a change is asked for. Notebooks have a route of their own: https://learn.microsoft.com/rest/api/synapse/data-plane/notebook-operation-result/get */
  readonly results: "operationResults" | "notebookOperationResults";
  /** Its properties must say their `type`. */
  readonly isTyped: boolean;
  /** What its names are like; undefined: any. */
  readonly name?: RegExp;
  readonly longest?: number;
  /** Its name stands in the body too. */
  readonly isNamed: boolean;
}

/** Those that a factory has too have its names, of the others there is no rule: https://github.com/Azure/azure-rest-api-specs/tree/main/specification/synapse/data-plane/Microsoft.Synapse/stable/2020-12-01 */
const kind = (segment: string, action: string, reference: string, isTyped: boolean): Kind => ({
  ...(["notebooks", "sqlScripts", "sparkJobDefinitions"].includes(segment) ? {} : plainName),
  segment,
  action,
  reference,
  isTyped,
  isNamed: ["notebooks", "sqlScripts"].includes(segment),
  results: segment === "notebooks" ? "notebookOperationResults" : "operationResults",
});

export const triggers = kind("triggers", "triggers", "TriggerReference", true);

export const kinds: readonly Kind[] = [
  triggers,
  kind("linkedservices", "linkedServices", "LinkedServiceReference", true),
  kind("datasets", "datasets", "DatasetReference", true),
  kind("sqlScripts", "sqlScripts", "SqlScriptReference", false),
  kind("notebooks", "notebooks", "NotebookReference", false),
  kind("sparkJobDefinitions", "sparkJobDefinitions", "SparkJobDefinitionReference", false),
  kind("dataflows", "dataFlows", "DataFlowReference", true),
  kind("pipelines", "pipelines", "PipelineReference", false),
];

/** What Azure Resource Manager has of a workspace and artifacts refer to. */
export interface ResourceKind {
  readonly segment: string;
  readonly reference: string;
  /** Names of what is there without being put. */
  readonly builtIn: readonly string[];
}

export const resourceKinds: readonly ResourceKind[] = [
  { segment: "bigDataPools", reference: "BigDataPoolReference", builtIn: [] },
  {
    segment: "integrationRuntimes",
    reference: "IntegrationRuntimeReference",
    // https://learn.microsoft.com/azure/data-factory/concepts-integration-runtime#azure-ir-location
    builtIn: ["AutoResolveIntegrationRuntime"],
  },
];

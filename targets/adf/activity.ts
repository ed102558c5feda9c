import type { Copy, DatabaseQuery } from "./copy.js";
import type { Evaluated, Value } from "./expression.js";
import type {
  DatasetReference,
  LinkedServiceReference,
  NotebookReference,
  PipelineReference,
  PoolReference,
} from "./reference.js";

/** The activities that pipelines are made of, with just those properties that are used. */
export type Activity =
  | AppendVariable
  | AzureFunction
  | Copy
  | DatabricksNotebook
  | Delete
  | ExecuteDataFlow
  | ExecutePipeline
  | Fail
  | Filter
  | ForEach
  | GetMetadata
  | IfCondition
  | Lookup
  | Script
  | SetReturnValue
  | SetVariable
  | SynapseNotebook
  | Until
  | Wait
  | WebActivity;

/** What all activities have. */
export type Base<Type extends string> = {
  readonly name: string;
  readonly type: Type;
  readonly description?: string;
  readonly dependsOn: readonly Dependency[];
};

export type Dependency = { readonly activity: string; readonly dependencyConditions: readonly Condition[] };

/** One of an activity's conditions must hold, and of every activity that is named one. Skipped is not completed. */
type Condition = "Succeeded" | "Failed" | "Skipped" | "Completed";

export type Policy = {
  readonly timeout: string;
  readonly retry: number;
  readonly retryIntervalInSeconds: number;
  readonly secureInput: boolean;
  readonly secureOutput: boolean;
};

export type UserProperty = { readonly name: string; readonly value: Value };

/** https://learn.microsoft.com/azure/data-factory/control-flow-lookup-activity */
export type Lookup = Base<"Lookup"> & {
  readonly policy: Policy;
  readonly userProperties: readonly UserProperty[];
  readonly typeProperties: {
    readonly source: DatabaseQuery;
    readonly dataset: DatasetReference;
    readonly firstRowOnly: boolean;
  };
};

/** Of a folder it only says whether it is there. https://learn.microsoft.com/azure/data-factory/control-flow-get-metadata-activity */
export type GetMetadata = Base<"GetMetadata"> & {
  readonly policy: Policy;
  readonly userProperties: readonly UserProperty[];
  readonly typeProperties: {
    readonly dataset: DatasetReference;
    readonly fieldList: readonly ["exists"];
    readonly storeSettings: {
      readonly type: "AzureBlobStorageReadSettings";
      readonly recursive: true;
      readonly enablePartitionDiscovery: false;
    };
    readonly formatSettings: { readonly type: "BinaryReadSettings" };
  };
};

/** https://learn.microsoft.com/azure/data-factory/delete-activity */
export type Delete = Base<"Delete"> & {
  readonly policy: Policy;
  readonly userProperties: readonly UserProperty[];
  readonly typeProperties: {
    readonly dataset: DatasetReference;
    readonly storeSettings: { readonly type: "AzureBlobFSReadSettings"; readonly recursive: true };
    readonly enableLogging: false;
  };
};

/** https://learn.microsoft.com/azure/data-factory/transform-data-using-script */
export type Script = Base<"Script"> & {
  readonly policy: Policy;
  readonly userProperties: readonly UserProperty[];
  readonly linkedServiceName: LinkedServiceReference;
  readonly typeProperties: {
    readonly scripts: readonly { readonly type: "NonQuery"; readonly text: Value }[];
    readonly scriptBlockExecutionTimeout: string;
  };
};

/** https://learn.microsoft.com/azure/data-factory/transform-data-databricks-notebook */
export type DatabricksNotebook = Base<"DatabricksNotebook"> & {
  readonly policy: Policy;
  readonly userProperties: readonly UserProperty[];
  readonly typeProperties: {
    readonly notebookPath: string;
    readonly baseParameters: { readonly [name: string]: Value };
  };
  readonly linkedServiceName: LinkedServiceReference;
};

/**
 * A notebook of the workspace that the pipeline is in. `snapshot`: a run's page shows it as it was run.
 * https://learn.microsoft.com/azure/synapse-analytics/synapse-notebook-activity
 */
export type SynapseNotebook = Base<"SynapseNotebook"> & {
  readonly policy: Policy;
  readonly userProperties: readonly UserProperty[];
  readonly typeProperties: {
    readonly notebook: NotebookReference;
    readonly parameters: { readonly [name: string]: { readonly value: Value; readonly type: "string" } };
    readonly snapshot: true;
    readonly sparkPool: PoolReference;
  };
};

type SetsVariable<Properties> = Base<"SetVariable"> & {
  readonly policy: { readonly secureOutput: false; readonly secureInput: false };
  readonly userProperties: readonly UserProperty[];
  readonly typeProperties: Properties;
};

/** https://learn.microsoft.com/azure/data-factory/control-flow-set-variable-activity */
export type SetVariable = SetsVariable<{ readonly variableName: string; readonly value: Value }>;

/** What a pipeline returns to the one that calls it. https://learn.microsoft.com/azure/data-factory/tutorial-pipeline-return-value */
export type SetReturnValue = SetsVariable<{
  readonly variableName: "pipelineReturnValue";
  readonly value: readonly { readonly key: string; readonly value: ReturnValue }[];
  readonly setSystemVariable: true;
}>;

type ReturnValue = { readonly type: "String"; readonly content: string };

/** What the function answers must be an object of JSON. https://learn.microsoft.com/azure/data-factory/control-flow-azure-function-activity */
export type AzureFunction = Base<"AzureFunctionActivity"> & {
  readonly policy: Policy;
  readonly userProperties: readonly UserProperty[];
  readonly typeProperties: {
    readonly functionName: string;
    readonly method: "POST";
    readonly headers: { readonly [name: string]: string };
    readonly body: Value;
  };
  readonly linkedServiceName: LinkedServiceReference;
};

/** https://learn.microsoft.com/azure/data-factory/control-flow-execute-data-flow-activity */
export type ExecuteDataFlow = Base<"ExecuteDataFlow"> & {
  readonly policy: Policy;
  readonly userProperties: readonly UserProperty[];
  readonly typeProperties: {
    /** The service's own spelling, which its published types have as `dataFlow`. */
    readonly dataflow: {
      readonly referenceName: string;
      readonly type: "DataFlowReference";
      readonly parameters: { readonly [name: string]: Value };
      /** Of the dataset of each source. */
      readonly datasetParameters: { readonly [source: string]: { readonly [name: string]: Value } };
    };
    readonly compute: { readonly coreCount: number; readonly computeType: "General" };
    readonly traceLevel: "Fine";
  };
};

/** https://learn.microsoft.com/azure/data-factory/control-flow-execute-pipeline-activity */
export type ExecutePipeline = Base<"ExecutePipeline"> & {
  readonly userProperties: readonly UserProperty[];
  readonly typeProperties: {
    readonly pipeline: PipelineReference;
    readonly parameters?: { readonly [name: string]: Evaluated };
    /** Else it has succeeded as soon as the other is started. */
    readonly waitOnCompletion: true;
  };
};

/** https://learn.microsoft.com/azure/data-factory/control-flow-for-each-activity */
export type ForEach = Base<"ForEach"> & {
  readonly userProperties: readonly UserProperty[];
  readonly typeProperties: {
    readonly items: Evaluated;
    readonly activities: readonly Activity[];
  } & ({ readonly isSequential: false; readonly batchCount: number } | { readonly isSequential: true });
};

/** https://learn.microsoft.com/azure/data-factory/control-flow-if-condition-activity */
export type IfCondition = Base<"IfCondition"> & {
  readonly userProperties: readonly UserProperty[];
  readonly typeProperties: {
    readonly expression: Evaluated;
    readonly ifTrueActivities: readonly Activity[];
    readonly ifFalseActivities?: readonly Activity[];
  };
};

/** https://learn.microsoft.com/azure/data-factory/control-flow-until-activity */
export type Until = Base<"Until"> & {
  readonly userProperties: readonly UserProperty[];
  readonly typeProperties: {
    readonly expression: Evaluated;
    readonly timeout: string;
    readonly activities: readonly Activity[];
  };
};

/** https://learn.microsoft.com/azure/data-factory/control-flow-filter-activity */
export type Filter = Base<"Filter"> & {
  readonly userProperties: readonly UserProperty[];
  readonly typeProperties: { readonly items: Evaluated; readonly condition: Evaluated };
};

/** https://learn.microsoft.com/azure/data-factory/control-flow-append-variable-activity */
export type AppendVariable = Base<"AppendVariable"> & {
  readonly userProperties: readonly UserProperty[];
  readonly typeProperties: { readonly variableName: string; readonly value: Value };
};

/** https://learn.microsoft.com/azure/data-factory/control-flow-fail-activity */
export type Fail = Base<"Fail"> & {
  readonly userProperties: readonly UserProperty[];
  readonly typeProperties: { readonly message: Value; readonly errorCode: Value };
};

/** https://learn.microsoft.com/azure/data-factory/control-flow-wait-activity */
export type Wait = Base<"Wait"> & {
  readonly userProperties: readonly UserProperty[];
  readonly typeProperties: { readonly waitTimeInSeconds: number | Evaluated };
};

/** https://learn.microsoft.com/azure/data-factory/control-flow-web-activity */
export type WebActivity = Base<"WebActivity"> & {
  readonly policy: Policy;
  readonly userProperties: readonly UserProperty[];
  readonly typeProperties:
    | {
        readonly method: "GET";
        readonly url: Value;
        readonly authentication: { readonly type: "MSI"; readonly resource: string };
      }
    | {
        readonly method: "POST";
        readonly url: Value;
        readonly headers: { readonly [name: string]: string };
        readonly body: Value;
      };
};

/** Starts when all of these have succeeded. */
export const after = (...activities: readonly string[]): readonly Dependency[] =>
  activities.map((activity) => ({ activity, dependencyConditions: ["Succeeded"] }));

/** Starts when an activity has ended in one of these ways. */
export const when = (activity: string, ...conditions: readonly Condition[]): Dependency => ({
  activity,
  dependencyConditions: conditions,
});

export type EnvironmentIr =
  | { readonly kind: "this-machine"; readonly name: string }
  | {
      /** Of a project in which nothing runs. */
      readonly kind: "servers";
      readonly name: string;
      /** Where in Azure its databases' servers are, as far as it is said. */
      readonly subscription: string | undefined;
      readonly resourceGroup: string | undefined;
    }
  | {
      readonly kind: "azure";
      readonly name: string;
      readonly workspace: string;
      /** Id of the application that plans and does not publish: it may look at the jobs. */
      readonly planner: string | undefined;
      /** Where Data Factory is the orchestrator. */
      readonly factory: FactoryIr | undefined;
      /** Where the workspace is, if it is one of Synapse. */
      readonly synapse: SynapseIr | undefined;
    };

/** Where Azure Resource Manager finds a Synapse workspace. */
export interface SynapseIr {
  /** The subscription's id. */
  readonly subscription: string;
  readonly resourceGroup: string;
}

/** The data factory of an environment. */
export interface FactoryIr {
  /** The subscription's id. */
  readonly subscription: string;
  readonly resourceGroup: string;
  readonly name: string;
  /** The Databricks workspace that its pipelines run notebooks in. */
  readonly databricks: DatabricksIr;
}

export interface DatabricksIr {
  /** `https://adb-4.azuredatabricks.net` */
  readonly url: string;
  /** The workspace as a resource of Azure, by which the factory logs in to it: `/subscriptions/…/workspaces/…`. */
  readonly resourceId: string;
}

/** The resource group that roles are deployed to. */
export interface DeployToIr {
  /** The subscription's id. */
  readonly subscription: PerEnvironment;
  readonly resourceGroup: PerEnvironment;
}

/** A value by environment's name; an environment that stands in for Azure may have none. */
export type PerEnvironment<T = string> = ReadonlyMap<string, T>;

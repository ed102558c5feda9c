/** Where an environment's artifacts go. */
export interface Destination {
  readonly project: string;
  readonly environment: string;
  readonly databricks: DatabricksPlace | undefined;
  readonly factory: FactoryPlace | undefined;
  readonly synapse: SynapsePlace | undefined;
  /** Databases in which the project's principals are granted rights. */
  readonly databases: readonly DatabasePlace[];
  /** Databases whose scripts in T-SQL publishing itself runs; undefined: none, as that was not asked for. */
  readonly sql?: readonly SqlPlace[];
  readonly state: StatePlace;
}

/** A database that is asked in T-SQL, by the connection under whose name its scripts stand. */
export interface SqlPlace {
  /** The connection's name. */
  readonly connection: string;
  readonly host: string;
  readonly port: number;
  /** Where it is really reached, inside this machine; undefined: at its host. */
  readonly reachedAt: { readonly host: string; readonly port: number } | undefined;
  readonly database: string;
  readonly login:
    | { readonly kind: "token" }
    | { readonly kind: "password"; readonly user: string; readonly password: VaultSecret };
}

/** A secret of a Key Vault. */
export interface VaultSecret {
  /** `https://shop-prod.vault.azure.net` */
  readonly vault: string;
  readonly secret: string;
}

/** As linked services name it too: `shop.database.windows.net/till`. */
export const sqlAddress = ({ host, database }: SqlPlace): string => `${host}/${database}`;

/** Where rights are kept, and who opens it. */
export type DatabasePlace = OpenedPlace | StackPlace | CatalogPlace;

/** Where a user is logged in. */
export type OpenedPlace = PostgresPlace | RedisPlace | CassandraPlace;

interface Opened {
  /** The connection's name. */
  readonly connection: string;
  readonly host: string;
  readonly port: number;
  /** Where it is really reached, inside this machine; undefined: at its host. */
  readonly reachedAt: { readonly host: string; readonly port: number } | undefined;
  readonly user: string;
  /** As libpq's `sslmode` says it. */
  readonly ssl: "disable" | "require" | "verify-ca" | "verify-full";
  readonly password: VaultSecret;
}

export interface PostgresPlace extends Opened {
  readonly engine: "postgres";
  readonly database: string;
}

export interface RedisPlace extends Opened {
  readonly engine: "redis";
}

export interface CassandraPlace extends Opened {
  readonly engine: "cassandra";
}

/** A resource group to which roles of Azure are deployed, as a deployment stack. */
export interface StackPlace {
  readonly engine: "stack";
  /** The connection's name; `lake.roles`: those on all of the lake. */
  readonly connection: string;
  /** Of Azure Resource Manager: `https://management.azure.com`. */
  readonly endpoint: string;
  /** The subscription's id. */
  readonly subscription: string;
  readonly resourceGroup: string;
  /** The stack's. */
  readonly name: string;
}

/** A catalog of Unity Catalog, which is opened as whoever publishes. */
export interface CatalogPlace {
  readonly engine: "unity-catalog";
  /** The connection's name. */
  readonly connection: string;
  /** Host name of a workspace that has the catalog: `adb-1.azuredatabricks.net`. */
  readonly workspace: string;
  /** Where that is reached: `https://adb-1.azuredatabricks.net`; a stand-in's, or the same. */
  readonly endpoint: string;
  readonly catalog: string;
}

export const isCatalog = (place: DatabasePlace): place is CatalogPlace => place.engine === "unity-catalog";

export const isStack = (place: DatabasePlace): place is StackPlace => place.engine === "stack";

export const isOpened = (place: DatabasePlace): place is OpenedPlace => !isStack(place) && !isCatalog(place);

/** As Azure Resource Manager knows it. */
export const stackId = ({ subscription, resourceGroup, name }: StackPlace): string =>
  `/subscriptions/${subscription}/resourceGroups/${resourceGroup}/providers/Microsoft.Resources/deploymentStacks/${name}`;

/** What the sources call it. */
export const declaredAs = (connection: string): string =>
  connection === "lake.roles" ? "lake" : `connections.${connection}`;

/** A place by which rights are known: `shop.example.org:5432/shop`. */
export function placeAddress(place: DatabasePlace): string {
  if (isStack(place)) return stackId(place);
  if (isCatalog(place)) return `${place.workspace}/${place.catalog}`;
  return `${place.host}:${place.port}${place.engine === "postgres" ? `/${place.database}` : ""}`;
}

export interface DatabricksPlace {
  /** As the environment names it: `https://adb-1.azuredatabricks.net`. */
  readonly workspace: string;
  /** Where that is reached; a stand-in's, or the same. */
  readonly endpoint: string;
  /** Id of the application that plans and does not publish. */
  readonly planner: string | undefined;
}

export interface FactoryPlace {
  /** Of Azure Resource Manager: `https://management.azure.com`. */
  readonly endpoint: string;
  /** The subscription's id. */
  readonly subscription: string;
  readonly resourceGroup: string;
  readonly name: string;
}

export interface SynapsePlace {
  /** Of Azure Resource Manager. */
  readonly endpoint: string;
  /** The subscription's id. */
  readonly subscription: string;
  readonly resourceGroup: string;
  readonly name: string;
  /** Of the workspace itself: `https://telemetry-prod.dev.azuresynapse.net`. */
  readonly development: string;
}

/** As Azure Resource Manager knows it. */
export const workspaceId = ({ subscription, resourceGroup, name }: SynapsePlace): string =>
  `/subscriptions/${subscription}/resourceGroups/${resourceGroup}/providers/Microsoft.Synapse/workspaces/${name}`;

/** As Azure Resource Manager knows it. */
export const factoryId = ({ subscription, resourceGroup, name }: FactoryPlace): string =>
  `/subscriptions/${subscription}/resourceGroups/${resourceGroup}/providers/Microsoft.DataFactory/factories/${name}`;

/** The lake: where it is kept what was published, and where files go. */
export interface StatePlace {
  /** Of the storage account's blobs: `https://lake.blob.core.windows.net`. */
  readonly endpoint: string;
  /** Of its files and folders: `https://lake.dfs.core.windows.net`. */
  readonly files: string;
  readonly container: string;
}

/** Below here a project's notebooks stand in a Databricks workspace, and nobody else's. */
export const folderOf = ({ project }: Destination): string => `/Shared/${project}`;

/** With this a project's names begin in a workspace of Synapse, where there are no folders that tell names apart. */
export const prefixOf = ({ project }: Destination): string => `${project}_`;

const annotation = "sluice: project=";

/** The annotation that makes an object of a factory this project's. */
export const annotationOf = ({ project }: Destination): string => `${annotation}${project}`;

/** The project that an annotation names; undefined: it says something else. */
export const projectIn = (text: string): string | undefined =>
  text.startsWith(annotation) ? text.slice(annotation.length) : undefined;

/** The tag that says which application may look at a job, beside who made it. */
export const plannerTag = "sluice_planner";

export const stateBlobOf = ({ project, environment }: Destination): string =>
  `_ops/publish/${project}/${environment}.json`;

/** The folder that holds what was published to an environment, once for each time. */
export const releasesOf = ({ project, environment }: Destination): string => `_ops/publish/${project}/${environment}`;

// Generated from schema/*.schema.json by `npm run generate`; do not edit.

/** sluice.yaml: what all pipelines of a project share, and what differs between its environments. */
export interface ProjectSpec {
  /** The version of the language. Always 1. */
  readonly version: 1;
  /** The project's name. It begins the names of jobs and resources. */
  readonly project: Name;
  readonly platform?: PlatformSpec;
  /** Values that differ between environments, by name. Written `${name}` where a name, a host, a number, a duration or a location stands; never inside an expression. */
  readonly variables?: {
    readonly [name: string]: VariableSpec;
  };
  readonly lake?: LakeSpec;
  readonly secrets?: SecretsSpec;
  /** Whether any change of what decides a row (a column, a filter, an expectation, what becomes of late rows) opens a new checkpoint, also where a query could go on in place: then rows of two makings never stand in one table. Default `false`. Switching it on or off changes no checkpoint. */
  readonly strict_checkpoints?: boolean;
  /** Secret keys that `keyed_hash` hashes by, under the names that expressions call them. */
  readonly hash_keys?: {
    readonly [name: string]: HashKeySpec;
  };
  readonly control?: ControlSpec;
  /** Sizes of clusters, by name. What an environment binds (the kind of node) stands in the environment. */
  readonly compute?: {
    readonly [name: string]: ComputeSpec;
  };
  /** Services outside the lake that sources and sinks use, by name. */
  readonly connections?: {
    readonly [name: string]: ConnectionSpec;
  };
  /** Who is granted rights, by the name that `grants` of pipelines call it. A principal belongs to the project: what its role was granted otherwise in a database whose `tables` stand under `connections` is revoked there. */
  readonly principals?: {
    readonly [name: string]: PrincipalSpec;
  };
  readonly defaults?: DefaultsSpec;
  /** Where the project runs, by name. Environments differ in values only. */
  readonly environments: {
    readonly [name: string]: EnvironmentSpec;
  };
}

/** One pipeline: sources, tables in three layers, sinks. */
export interface PipelineSpec {
  /** The pipeline's name, unique in the project. It may be changed, and tables and sinks may move from one pipeline to another: with `sluice.lock` their places, checkpoints and records stay what they were, and nothing is read or sent again. The job that they stood in must not run beside the one that they stand in now. So where a table that a started pipeline lands moves to another one, neither may run, by a trigger or by hand, from when publishing begins until it has ended: two that read the table at the same time write the same file, and rows can be lost. */
  readonly pipeline: Name;
  /** What the pipeline is for. It stands in the generated notebooks and jobs. */
  readonly description?: string;
  /** The cluster size that its jobs run on: a name under `compute` in sluice.yaml. Needed where there is more than one. */
  readonly compute?: Name;
  /** Of a pipeline that is started: tables that are computed apart from its others, by the name of the job that does so, on a cluster of its own. What no job names is computed by a job with the pipeline's name. All are run each time that there is something to take: each job when those whose tables it reads have succeeded, others at the same time. Which table is in which job changes neither rows nor records of what was taken. */
  readonly jobs?: {
    readonly [name: string]: JobSpec;
  };
  /** When the pipeline is started, by name, which is that of one trigger in the whole project (but for `after`). Only of a pipeline that lands tables of databases or files; without triggers it is started by hand. It runs once at a time: one that is started while it runs waits for that run to end. */
  readonly triggers?: {
    readonly [name: string]: AnyTriggerSpec;
  };
  /** Of a pipeline that is started: how often each of its steps is tried again before the run fails. Default: twice, a minute after the failure, and the notebooks once. */
  readonly retry?: RetrySpec;
  /** Of a pipeline that is started: how long copying one table may take, and its notebooks, each time that they are tried: `10 minutes` to `7 days`. Default `12 hours`. */
  readonly timeout?: DurationOrVariable;
  /** Of a pipeline that is started: how many tables of each database, or sources of files of each container, are read at the same time. Default 10. Tables that are read by a time, by a number and as a whole, and those that land as CSV and as Parquet, have loops of their own, which share the number. Each loop reads one table at a time at the least, so of a database with more loops than the number says as many tables are read at the same time as it has loops. */
  readonly tables_at_once?: number;
  /** Of a pipeline that is started, or with `watch`: who is told when a run fails. The run still counts as failed. */
  readonly on_failure?: OnFailureSpec;
  /** Of a pipeline of streams, with `orchestrator: synapse`: how often it is looked whether its job runs. A workspace starts no application again that has ended. So a pipeline of its own, `<pipeline>_watch`, looks for it and fails with the job's name where none runs, as the workspace's monitoring and alerts see, and tells who stands in `on_failure`. It starts nothing: `sluice publish` does. */
  readonly watch?: WatchSpec;
  /** Where rows come from, by name. Referred to as `sources.<name>`. With `tables` the name holds `${table}`: each table of the database that is meant is a source of its own. */
  readonly sources?: {
    readonly [name: string]: SourceSpec;
  };
  /** Tables that keep what came in, by name: unparsed, or of databases as files of what each reading brought. With `for_each` the name holds `${each}`: it is a table for each of the sources. */
  readonly bronze?: {
    readonly [name: string]: RawTableSpec;
  };
  /** Tables of parsed, typed and checked rows, by name. With `for_each` the name holds `${each}`. */
  readonly silver?: {
    readonly [name: string]: TableSpec;
  };
  /** Tables of results, by name. With `for_each` the name holds `${each}`. */
  readonly gold?: {
    readonly [name: string]: TableSpec;
  };
  /** Stores outside the lake that tables are written to, by name. With `for_each` the name holds `${each}`. */
  readonly sinks?: {
    readonly [name: string]: SinkSpec;
  };
  readonly warehouse?: WarehouseSpec;
  /** What the project's principals may do, by principal, then by object: `connections.<name>.<schema>.<table>`, of those under `tables` of the connection; `connections.<name>.<hub>`, of those under `hubs`; `connections.<name>.<database>.<container>`, of those under `containers`; `silver.<table>` or `<pipeline>/gold.<table>`, the files of a table of the lake; `lake`, all of it. What several pipelines grant to one adds up. */
  readonly grants?: {
    readonly [name: string]: GrantsSpec;
  };
}

/** Tables of a database as they are there: a file under `schemas/`, which sources of its connection take their columns from. `tables` of a source looks for its tables here. Several files, or several documents of one, may each list some of a database's tables. */
export interface DatabaseSpec {
  /** The connection of the project that the database is reached by. */
  readonly connection: Name;
  /** Whose words the types of the columns are: `sluice`, as a source would declare them, or `database`, the database's own (`nvarchar(50)`, `datetime2`), of which `docs/databases.md` says what each is read as. Default `sluice`. The two differ in what some words mean: `timestamp` is a time, and in a SQL Server a `rowversion`. */
  readonly types?: "sluice" | "database";
  /** The tables, each with its schema: `sales.orders`. */
  readonly tables: {
    readonly [name: string]: DatabaseTableSpec;
  };
}

/** A cluster of Apache Cassandra, 5.0 or later. It is there for what principals are granted on its tables; nothing is read from it. */
export interface CassandraConnectionSpec {
  /** Always `cassandra`. */
  readonly kind: "cassandra";
  /** Host name of one of the cluster's nodes, without scheme or port. */
  readonly server: Text;
  /** The port that CQL is spoken at. Default 9042. */
  readonly port?: number;
  /** Who brings the rights there when the project is published. Without it a person runs the script. */
  readonly identity?: CassandraLoginSpec;
  /** How the connection is encrypted by which rights are brought there. `verify-full` (the default): the server's certificate must be one of an authority that the machine knows which publishes, and name the server; `verify-ca`: it need not name it; `require`: no certificate is checked; `disable`: nothing is encrypted, for a network of one's own. */
  readonly ssl?: "verify-full" | "verify-ca" | "require" | "disable";
  /** The tables on which principals are granted rights, by keyspace and name: `shop.orders`. The project makes a script of the rights that its principals have in this cluster, and of no others. */
  readonly tables: {
    readonly [name: string]: GrantedCassandraTableSpec;
  };
}

/** A superuser of the cluster, with a password from the vault. */
export interface CassandraLoginSpec {
  /** Its name. */
  readonly user: Name;
  /** Name of the secret in the vault that holds its password. */
  readonly secret: SecretName;
}

/** A table with its keyspace: `shop.orders`; or `shop.*`: all of the keyspace, those that are made later too. In their own capital and small letters, which are small ones where the table was made without quotes; at most 48 letters, digits and `_` each. Keyspaces of Cassandra's own, whose names begin with `system`, are none. */
export type GrantedCassandraTableName = string;

/** `{}`: nothing is to be said of it. */
export interface GrantedCassandraTableSpec { readonly [name: string]: never }

/** A catalog of Unity Catalog, which Databricks keeps rights in. It is there for what principals are granted on its objects; nothing is read from it. */
export interface UnityCatalogConnectionSpec {
  /** Always `unity-catalog`. */
  readonly kind: "unity-catalog";
  /** Host name of a Databricks workspace that has the catalog, without scheme. Publishing asks it; without `lake` the script is run there. */
  readonly workspace: Text;
  /** The catalog's name. */
  readonly catalog: Text;
  /** What principals are granted rights on, as Unity Catalog names it: `sales.orders`; or `sales.*`: all of the schema, what is made later too. With it the project makes a script of the rights that its principals have on these objects, on their schemas and on the catalog, and of no others. */
  readonly objects: {
    readonly [name: string]: UnityObjectSpec;
  };
}

/** A table, view or volume with its schema: `sales.orders`; or `sales.*`. In small letters, as Unity Catalog keeps names; without `.`, `/`, blanks and control characters; at most 255 characters each. */
export type UnityObjectName = string;

/** What rights are granted on. */
export interface UnityObjectSpec {
  /** What it is. Of `sales.*`: `table` for tables and views, `volume` for volumes of the schema. Default `table`. */
  readonly type?: "table" | "view" | "volume";
}

/** A Redis server, 7.0 or later, whose users are its own. It is there for what principals are granted on its keys; nothing is read from it. */
export interface RedisConnectionSpec {
  /** Always `redis`. */
  readonly kind: "redis";
  /** Host name of the server, without scheme or port. */
  readonly server: Text;
  /** The port that it is reached at. Default 6379. */
  readonly port?: number;
  /** Who brings the rights there when the project is published. Without it a person runs the script. */
  readonly identity?: RedisLoginSpec;
  /** How the connection is encrypted by which rights are brought there. `verify-full` (the default): the server's certificate must be one of an authority that the machine knows which publishes, and name the server; `verify-ca`: it need not name it; `require`: no certificate is checked; `disable`: nothing is encrypted, for a network of one's own. */
  readonly ssl?: "verify-full" | "verify-ca" | "require" | "disable";
  /** The keys that principals are granted rights on, by a name. With it the project makes a script of the rights that its principals have on this server, and of no others. */
  readonly keys: {
    readonly [name: string]: RedisKeysSpec;
  };
}

/** A user of Redis who may read and set rights of users, with a password from the vault. */
export interface RedisLoginSpec {
  /** Name of the user. */
  readonly user: string;
  /** Name of the secret in the vault that holds the password. */
  readonly secret: SecretName;
}

/** Keys that are used alike. */
export interface RedisKeysSpec {
  /** What the names of the keys match, those to come too, as Redis has it: `session:*`. `*` stands for any characters, `?` for one, `[ab]` for one of these. */
  readonly pattern: string;
  /** What the values are. Rights are given by the commands for it. */
  readonly type: "string" | "hash";
}

/** Letters, digits, `_` and `-`, beginning with a letter. */
export type Name = string;

/** Letters, digits and `-`, beginning with a letter; a Key Vault has no secret with `_`. */
export type SecretName = string;

/** A variable of the project: `${name}`. */
export type Placeholder = string;

/** A length of time: a whole number from 1 to 999999 and a unit (milliseconds, seconds, minutes, hours, days or weeks), as `10 minutes`; or a variable, `${name}`. */
export type DurationOrVariable = string;

/** Text that may hold `${variable}` placeholders. */
export type Text = string;

/** The engines that the project is compiled for. */
export interface PlatformSpec {
  /** The service that lands tables of databases, and files, and starts the notebooks: `adf`, Azure Data Factory (with `spark: databricks`), or `synapse`, the pipelines of the Synapse workspace (with `spark: synapse`). Default none: notebooks are kept running by jobs. */
  readonly orchestrator?: "adf" | "synapse";
  /** The Spark service that runs the notebooks: Azure Databricks or Azure Synapse. */
  readonly spark: "databricks" | "synapse";
}

/** A value that each environment gives, or takes from the default. */
export interface VariableSpec {
  /** `name`: a resource's name (letters, digits, `-`, `_`); `host`: a host name, without scheme, port or path; `number`: a whole number; `duration`: a length of time, as `10 minutes`; `location`: a path. */
  readonly type: "name" | "host" | "number" | "duration" | "location";
  /** The value where an environment gives none. Variables that name an environment's own things have no default. */
  readonly default?: string | number;
  /** What the value is for. */
  readonly description?: string;
}

/** The storage account that holds the tables, checkpoints and the record of batches. */
export interface LakeSpec {
  /** Name of the storage account (hierarchical namespace on). */
  readonly account: Text;
  /** Container of the account. Default `lake`. */
  readonly container?: Text;
  /** Principals may be granted rights on all of the container: `grants` name it `lake`, and a template has the roles of Azure for it. */
  readonly roles?: true;
  readonly deploy_to?: DeployToSpec;
}

/** The resource group that the roles of the project's principals are deployed to when it is published, as a deployment stack: that of the account or namespace. Without it a person runs the command that stands in the template. */
export interface DeployToSpec {
  /** Id of the subscription; `${name}` stands for a variable. */
  readonly subscription: string;
  /** Name of the resource group, which does not end with `.`; `${name}` stands for a variable. */
  readonly resource_group: string;
}

/** Where secrets are kept. The YAML only ever names them. */
export interface SecretsSpec {
  /** Name of the Key Vault; on Databricks the secret scope backed by it has the same name. */
  readonly vault: Text;
}

/** A secret key that values are hashed by, so that nobody without it can tell what they were. */
export interface HashKeySpec {
  /** Name of the secret in the vault: at least 32 bytes, at random. Another key gives other values, so what the vault has under this name stays as it is; under another name it is another key, by which tables that depend on it begin anew. */
  readonly secret: SecretName;
  /** What may be sensitive in a value, and is not in its hash any more. Of what has few values (an illness, an amount) a hash tells much, since equal values have equal hashes. */
  readonly clears: LabelsSpec;
}

/** Where it is kept how far each table of a database was read: a table in a database that the orchestrator reaches. The script `common/sql/<connection>/control.sql` makes it; the database's owner runs that once, or publishing has it run (`deploy_as`). The marks there and the landings in the lake belong together: no mark may be changed or removed, nor the database restored to an earlier time, and no rule of the storage account may remove landed files; else rows are missed, or a run stops. After a restore all must land anew: what is read by a cursor with another `start`, whole tables and files as a bronze table of another name; tables with `apply_changes` need a higher `backfill` then. Another server, database or schema, as it is written here, begins all landings anew; another value of a variable in it does not, so the table must be taken along. */
export interface ControlSpec {
  /** A `sql-server` or `azure-sql` connection of the project: that of the tables themselves, or of any other database. Its user reads and writes the schema's tables. */
  readonly connection: Name;
  /** The schema that the table stands in: letters, digits and `_`, beginning with a letter. Several projects may have the same: each knows its own rows by its name. Default `sluice`. */
  readonly schema?: string;
}

/** A cluster's size. */
export interface ComputeSpec {
  /** The cores of the clusters that mapping data flows (`engine: data-flow`) run on, of which half or fewer are the driver's: the sizes that the service has. Default: 8. */
  readonly data_flow_cores?: 8 | 16 | 32 | 48 | 80 | 144 | 272;
  /** Number of worker nodes: a whole number from 0 to 1000, or a variable, `"${name}"`. */
  readonly workers: number | Placeholder;
}

/** A service outside the lake. */
export type ConnectionSpec = (EventHubsConnectionSpec | KafkaConnectionSpec | CosmosConnectionSpec | StorageConnectionSpec | SqlServerConnectionSpec | AzureSqlConnectionSpec | PostgresConnectionSpec | BlobConnectionSpec | HttpConnectionSpec | AzureFunctionConnectionSpec | ServerlessSqlConnectionSpec | DedicatedSqlPoolConnectionSpec | RedisConnectionSpec | CassandraConnectionSpec | UnityCatalogConnectionSpec) & ({
  /** What the service is. */
  readonly kind: "event-hubs" | "kafka" | "cosmos" | "storage" | "sql-server" | "azure-sql" | "postgres" | "blob" | "http" | "azure-function" | "serverless-sql" | "dedicated-sql-pool" | "redis" | "cassandra" | "unity-catalog";
});

/** An Event Hubs namespace. Hubs are read through its Kafka endpoint, or from Capture files. */
export interface EventHubsConnectionSpec {
  /** Always `event-hubs`. */
  readonly kind: "event-hubs";
  /** Name of the namespace, without the host's domain. */
  readonly namespace: Text;
  /** The namespace's tier. Default `standard`. The basic tier has neither a Kafka endpoint nor Capture. */
  readonly tier?: "basic" | "standard" | "premium" | "dedicated";
  readonly identity: EventHubsIdentitySpec;
  /** Hubs that principals are granted rights on, by their names. Of the others no rights are spoken of. */
  readonly hubs?: readonly Text[];
  readonly deploy_to?: DeployToSpec;
}

/** Who the connection is opened as: a connection string (`secret`), an application of Microsoft Entra ID (`client_id`, `tenant`, `secret`), a service credential of Unity Catalog (`service_credential`), or the platform's own identity (`managed`). */
export type EventHubsIdentitySpec = ManagedIdentity | ApplicationIdentitySpec | ServiceCredentialSpec | SecretIdentitySpec;

/** The platform's own identity. Kafka's client cannot log in with it, so it suits hubs that are read from their Capture files. */
export type ManagedIdentity = "managed";

/** An application of Microsoft Entra ID (a service principal) that has the role Azure Event Hubs Data Receiver, or Sender. */
export interface ApplicationIdentitySpec {
  /** The application's id; where environments have their own, a variable. */
  readonly client_id: Text;
  /** The id of the directory that the application is in. */
  readonly tenant: Text;
  /** Name of the secret in the vault that holds the application's client secret. */
  readonly secret: SecretName;
}

/** A service credential of Unity Catalog, by which Databricks reads hubs as the access connector's managed identity (`spark: databricks`). */
export interface ServiceCredentialSpec {
  /** The credential's name. */
  readonly service_credential: Text;
}

/** A Kafka cluster. */
export interface KafkaConnectionSpec {
  /** Always `kafka`. */
  readonly kind: "kafka";
  /** Addresses of brokers, each as `host:port`, with commas between. */
  readonly servers: Text;
  readonly identity?: PasswordIdentitySpec;
}

/** Who the connection is opened as: a user with a password from the vault (SASL PLAIN over TLS). Default: no login. */
export interface PasswordIdentitySpec {
  /** Name of the user. */
  readonly user: Name;
  /** Name of the secret in the vault that holds the password. */
  readonly secret: SecretName;
}

/** An Azure Cosmos DB account. */
export interface CosmosConnectionSpec {
  /** Always `cosmos`. */
  readonly kind: "cosmos";
  /** Name of the account, without the host's domain. */
  readonly account: Text;
  /** The account's API. Default `nosql`. */
  readonly api?: "nosql";
  readonly identity?: SecretIdentitySpec;
  /** Containers that principals are granted rights on: `<database>.<container>`; `<database>.*`, all of a database, those to come too; `*.*`, all of the account. Of the others no rights are spoken of. */
  readonly containers?: readonly ContainerScope[];
  readonly deploy_to?: DeployToSpec;
}

/** `<database>.<container>`, `<database>.*` or `*.*` of an Azure Cosmos DB account. Names have letters, digits, `_` and `-`, and begin with a letter; `${name}` stands for a variable. */
export type ContainerScope = string;

/** A container of an Azure storage account (hierarchical namespace on), reached as the lake is: as the platform's own identity. */
export interface StorageConnectionSpec {
  /** Always `storage`. */
  readonly kind: "storage";
  /** Name of the storage account. */
  readonly account: Text;
  /** Container of the account. */
  readonly container: Text;
  /** The resource group that the account is in, which a trigger with `on_file` needs; it does not end with `.`. Default: the environment's, with the data factory; `${name}` stands for a variable. */
  readonly resource_group?: string;
  /** Id of the subscription that the account is in, which a trigger with `on_file` needs. Default: the environment's; `${name}` stands for a variable. */
  readonly subscription?: string;
  /** Who the connection is opened as. Default, and so far the only one: `managed`, the platform's own identity. */
  readonly identity?: "managed";
}

/** A container of an Azure storage account whose files the data factory, or the Synapse workspace, lands. It logs in as its own managed identity, which needs the role `Storage Blob Data Reader` there. */
export interface BlobConnectionSpec {
  /** Always `blob`. */
  readonly kind: "blob";
  /** Name of the storage account. */
  readonly account: Text;
  /** Container of the account. */
  readonly container: Text;
  /** Who the connection is opened as. Default, and so far the only one: `managed`, the factory's or the workspace's own identity. */
  readonly identity?: "managed";
}

/** An API whose answers the data factory, or the Synapse workspace, lands, over https and from the internet. docs/http.md tells how. */
export interface HttpConnectionSpec {
  /** Always `http`. */
  readonly kind: "http";
  /** Host name of the API, without scheme, port or path: it is asked over https. */
  readonly host: Text;
  /** What all paths of the API begin with, as `v1` or `api/v3`. Default: nothing. */
  readonly base?: string;
  readonly identity?: HttpIdentitySpec;
}

/** Who the API is asked as: with a key in a header (`header`, `secret`), or as the own identity of the factory, or of the workspace (`resource`). Default: nobody in particular. */
export type HttpIdentitySpec = HttpManagedIdentitySpec | HttpKeySpec;

/** A header with a key. */
export interface HttpKeySpec {
  /** Name of the header, as `x-api-key` or `Authorization`. */
  readonly header: string;
  /** Name of the secret in the vault that holds the whole value of the header: of `Authorization` with its first word, as in `Bearer 3f2a`. */
  readonly secret: SecretName;
}

/** The own identity of the factory, or of the workspace. */
export interface HttpManagedIdentitySpec {
  /** What a token is asked for: the API's identifier in Microsoft Entra ID, as `api://5f9c0a1e-orders` or `https://management.azure.com/`. */
  readonly resource: string;
}

/** A database of the serverless SQL pool of a Synapse workspace, whose views read tables of the lake. docs/warehouse.md tells how. */
export interface ServerlessSqlConnectionSpec {
  /** Always `serverless-sql`. */
  readonly kind: "serverless-sql";
  /** Name of the Synapse workspace. Its pool is reached as `<workspace>-ondemand.sql.azuresynapse.net`. */
  readonly workspace: Text;
  /** Name of the database. A script makes it that is generated. */
  readonly database: Text;
  /** Who reads the lake. Always `managed`: the workspace's own identity, which needs the role Storage Blob Data Reader on the lake's container. */
  readonly identity: "managed";
  /** Name of a credential of the data factory (`orchestrator: adf`): a user-assigned managed identity that may make databases and logins in the pool. As it publishing has the scripts run, by a pipeline. It is referred to, not made. Default: people run the scripts. */
  readonly deploy_as?: string;
}

/** A dedicated SQL pool of a Synapse workspace, into whose tables pipelines load what a warehouse keeps as files of its own. docs/dedicated-sql-pool.md tells how. */
export interface DedicatedSqlPoolConnectionSpec {
  /** Always `dedicated-sql-pool`. */
  readonly kind: "dedicated-sql-pool";
  /** Name of the Synapse workspace. Its pools are reached as `<workspace>.sql.azuresynapse.net`. */
  readonly workspace: Text;
  /** Name of the pool, which is that of its one database. It is referred to, not made. */
  readonly pool: Text;
  /** Who reads the lake. Always `managed`: the workspace's own identity, which needs the role Storage Blob Data Contributor on the lake's container. */
  readonly identity: "managed";
  /** The tables on which principals are granted rights, by schema and name: `reports.sales`, those that pipelines load here and others. With it the project makes a script of the rights that its principals have in this pool, and of no others. */
  readonly tables?: {
    readonly [name: string]: GrantedTransactTableSpec;
  };
  /** Name of a credential of the data factory (`orchestrator: adf`): a user-assigned managed identity that is one of the pool's owners. As it publishing has the pool's scripts run, by a pipeline: that of tables that are loaded, and that of rights. It is referred to, not made. Default: people run the scripts. */
  readonly deploy_as?: string;
}

/** An app of Azure Functions, of which the data factory, or the Synapse workspace, calls functions. docs/azure-functions.md tells how. */
export interface AzureFunctionConnectionSpec {
  /** Always `azure-function`. */
  readonly kind: "azure-function";
  /** Host name of the app, without scheme, port or path, as its page in the portal has it: `orders.azurewebsites.net`, or with a region `orders-a1b2c3.westeurope-01.azurewebsites.net`. */
  readonly host: Text;
  readonly identity: FunctionIdentitySpec;
}

/** Who the functions are called as: the holder of a key (`secret`), or the own identity of the factory, or of the workspace (`resource`), where the app asks for a login by Microsoft Entra ID. */
export type FunctionIdentitySpec = FunctionManagedIdentitySpec | FunctionKeySpec;

/** A key of the app. */
export interface FunctionKeySpec {
  /** Name of the secret in the vault that holds a key of the function, or the host key of the app. */
  readonly secret: SecretName;
}

/** The own identity of the factory, or of the workspace. */
export interface FunctionManagedIdentitySpec {
  /** What a token is asked for: an allowed token audience of the app's authentication, as `api://5f9c0a1e-orders`. */
  readonly resource: string;
}

/** A database of a SQL Server. */
export interface SqlServerConnectionSpec {
  /** Always `sql-server`. */
  readonly kind: "sql-server";
  /** Host name of the server, without scheme, port or instance: it is reached at port 1433. Another one, as it is written here, begins all landings of its tables anew; another value of a variable in it does not: the tables are then gone on with from their marks, as after a move of the database. */
  readonly server: Text;
  /** Name of the database. Another one, or another value of a variable in it, means the same as of `server`. */
  readonly database: Text;
  readonly identity: SqlLoginSpec;
  /** The tables on which principals are granted rights, by schema and name: `dbo.orders`. With it the project makes a script of the rights that its principals have in this database, and of no others. */
  readonly tables?: {
    readonly [name: string]: GrantedTransactTableSpec;
  };
  /** Name of the self-hosted integration runtime of the factory, or of the Synapse workspace, that reaches the server, as those on a company's own network need one: 3 to 63 letters, digits and single `-` between them. It is referred to, not made. A self-hosted one needs a 64-bit Java for tables that land as `parquet`, none for `csv`. Default: the service reaches the server itself. */
  readonly integration_runtime?: string;
}

/** An Azure SQL Database. */
export interface AzureSqlConnectionSpec {
  /** Always `azure-sql`. */
  readonly kind: "azure-sql";
  /** Host name of the logical server, whole: `shop.database.windows.net`. Another one, as it is written here, begins all landings of its tables anew; another value of a variable in it does not: the tables are then gone on with from their marks, as after a move of the database. */
  readonly server: Text;
  /** Name of the database. Another one, or another value of a variable in it, means the same as of `server`. */
  readonly database: Text;
  readonly identity?: AzureSqlIdentitySpec;
  /** The tables on which principals are granted rights, by schema and name: `dbo.orders`. With it the project makes a script of the rights that its principals have in this database, and of no others. */
  readonly tables?: {
    readonly [name: string]: GrantedTransactTableSpec;
  };
  /** Name of a credential of the data factory (`orchestrator: adf`): a user-assigned managed identity that is one of the database's owners. As it publishing has the database's scripts run, by a pipeline: that of rights, and that of `control` where this is its connection. It is referred to, not made. Default: people run the scripts. */
  readonly deploy_as?: string;
  /** Name of the integration runtime, of the factory or of the Synapse workspace, that reaches the server where the service itself may not: a self-hosted one, or one in a managed virtual network. 3 to 63 letters, digits and single `-` between them. It is referred to, not made. A self-hosted one needs a 64-bit Java for tables that land as `parquet`, none for `csv`. Default: the service reaches the server itself, which the server's firewall must allow. */
  readonly integration_runtime?: string;
}

/** A PostgreSQL database, of version 12 or newer, anywhere: its tables are read. It keeps no marks (`control`). */
export interface PostgresConnectionSpec {
  /** Always `postgres`. */
  readonly kind: "postgres";
  /** Host name of the server, without scheme or port. Another one, as it is written here, begins all landings of its tables anew; another value of a variable in it does not: the tables are then gone on with from their marks, as after a move of the database. */
  readonly server: Text;
  /** The port that it is reached at. Default 5432. Another one means the same as of `server`. */
  readonly port?: number;
  /** Name of the database, in its own capital and small letters. Another one, or another value of a variable in it, means the same as of `server`. */
  readonly database: Text;
  readonly identity: PostgresLoginSpec;
  /** The tables on which principals are granted rights, by schema and name: `public.orders`. With it the project makes a script of the rights that its principals have in this database, and of no others. */
  readonly tables?: {
    readonly [name: string]: GrantedTableSpec;
  };
  /** Views of some rows of these tables, by schema and name: `public.polish_orders`. The script of rights makes them, as the table's owner, and `grants` may name them. */
  readonly views?: {
    readonly [name: string]: RowsViewSpec;
  };
  /** How the connection is encrypted. `verify-full` (the default): the server's certificate must be one of an authority that the integration runtime's machine knows, and name the server; `verify-ca`: it need not name it; `require`: no certificate is checked; `disable`: nothing is encrypted, for a network of one's own. */
  readonly ssl?: "verify-full" | "verify-ca" | "require" | "disable";
  /** Name of the integration runtime, of the factory or of the Synapse workspace, that reaches the server where the service itself may not: a self-hosted one, or one in a managed virtual network. 3 to 63 letters, digits and single `-` between them. It is referred to, not made. A self-hosted one needs a 64-bit Java for tables that land as `parquet`, none for `csv`. Default: the service reaches the server itself. */
  readonly integration_runtime?: string;
}

/** Who is granted rights, and what each service knows it as. What is granted in a service that knows it as nothing is refused. */
export interface PrincipalSpec {
  /** Its role in databases, in its own capital and small letters. At most 63 bytes. In PostgreSQL one that is not there is made, without the right to log in; who may log in is made a member of it. In databases that are asked in T-SQL a principal without `role` has one of its own name. */
  readonly role?: DatabaseRole;
  readonly entra?: EntraIdentitySpec;
  /** Which kinds of what is sensitive it may see: `[pii]`. A right to read a sensitive column of another kind is an error. Default: none. */
  readonly may_see?: LabelsSpec;
  /** Who it is. It stands in the script. */
  readonly description?: string;
}

/** Who it is in Microsoft Entra: `group`, `user` or `service_principal`. Rights are granted to groups best: who belongs to one is then no change of the project. */
export interface EntraIdentitySpec {
  /** The group's name. */
  readonly group?: EntraName;
  /** The user's principal name: `anna@example.org`. */
  readonly user?: EntraName;
  /** The name of the service principal (an application, or a managed identity). */
  readonly service_principal?: EntraName;
  /** The application (client) ID of the service principal, which Unity Catalog knows it by. Where environments have different ones: `${name_of_a_variable}`. */
  readonly application_id?: Text;
  /** Its object ID in the directory, which Azure's own services know it by; of a service principal that of the enterprise application. Where environments have different ones: `${name_of_a_variable}`. */
  readonly object_id?: Text;
}

/** A name in Microsoft Entra, in its own capital and small letters, at most 128 characters; no `${…}`. */
export type EntraName = string;

/** A role of PostgreSQL in its own capital and small letters: not `public`, `none` or what begins with `pg_`, which are PostgreSQL's own words, and no `${…}`, as the scripts are the same for all environments. */
export type DatabaseRole = string;

/** A table with its schema: `public.orders`; or `public.*`: all that its owner has in the schema, those that are made later too. In their own capital and small letters, any but `.` and control characters; at most 63 bytes each. */
export type GrantedTableName = string;

/** A table or view with its schema: `dbo.orders`; or `sales.*`: all of the schema, those that are made later too. Any characters but `.` and control characters; at most 128 each. */
export type GrantedTransactTableName = string;

/** A table that `grants` may name; `{}` if there is nothing to say of it. */
export interface GrantedTransactTableSpec {
  /** The columns that rows are found by. Who may update or delete, and not select, may read them: T-SQL lets nobody find rows by what he may not read. */
  readonly key?: readonly GrantedColumn[];
}

/** A table that `grants` may name. */
export interface GrantedTableSpec {
  /** The role that owns the table, as which rights on it are granted. The connection's user must be a member of it. */
  readonly owner: DatabaseRole;
  /** The columns that rows are found by. Who may update or delete, and not select, may read them: PostgreSQL lets nobody find rows by what he may not read. */
  readonly key?: readonly GrantedColumn[];
}

/** A view with its schema: `public.polish_orders`. In their own capital and small letters, any but `.` and control characters; at most 63 bytes each. */
export type RowsViewName = string;

/** Some columns of some rows of a table, which may be granted where all of it may not. */
export interface RowsViewSpec {
  /** The table, by its name under `tables`. Its owner is the view's too. */
  readonly of: GrantedTableName;
  /** The columns that the view shows, in this order. Who finds rows by the table's `key` there needs it to be among them. */
  readonly columns: readonly GrantedColumn[];
  /** The rows that it shows: those for which the condition is true, as the database compares. It compares columns, texts, numbers and booleans: `country = 'PL' and not deleted`. It may use columns that are not shown. */
  readonly where: string;
}

/** A column in its own capital and small letters, at most 63 bytes. */
export type GrantedColumn = string;

/** Who the connection is opened as: a role that may log in, with a password from the vault. */
export interface PostgresLoginSpec {
  /** Name of the role. */
  readonly user: Name;
  /** Name of the secret in the vault that holds the password. */
  readonly secret: SecretName;
}

/** Who the connection is opened as. Default `managed`: the own identity of the factory, or of the Synapse workspace, of which the database has a user (docs/databases.md has the statements that make it). Else a user with a password from the vault. */
export type AzureSqlIdentitySpec = FactoryIdentity | SqlLoginSpec;

/** The own identity of the factory, or of the Synapse workspace: it needs no secret. */
export type FactoryIdentity = "managed";

/** Who the connection is opened as: a SQL login with a password from the vault. */
export interface SqlLoginSpec {
  /** Name of the login. */
  readonly user: Name;
  /** Name of the secret in the vault that holds the password. */
  readonly secret: SecretName;
}

/** Who the connection is opened as: the holder of a secret in the vault. */
export interface SecretIdentitySpec {
  /** Name of the secret in the vault: a connection string (Event Hubs) or an account key (Cosmos DB). */
  readonly secret: SecretName;
}

/** What holds in all pipelines where nothing else is written, instead of the language's own defaults. */
export interface DefaultsSpec {
  readonly streaming?: StreamingSpec;
  readonly watermark?: WatermarkDefaultsSpec;
  /** What becomes of late rows in tables that decide about them and do not say it: `drop`, `divert` or `fail`. Built in: `drop`. */
  readonly late_rows?: "drop" | "divert" | "fail";
  /** Which kinds of what is sensitive may stand in the tables of rows that are set aside, of all tables that do not say it: `[pii]`. Built in: none. */
  readonly may_set_aside?: LabelsSpec;
}

/** What is sensitive in it: `pii` (of a person), `secret`, `financial` or `health`. docs/sensitive.md tells what follows from it. */
export type SensitiveSpec = "pii" | "secret" | "financial" | "health";

/** Kinds of what is sensitive. */
export type LabelsSpec = readonly SensitiveSpec[];

/** What watermarks have in common. */
export interface WatermarkDefaultsSpec {
  /** How far beyond its arrival a row's event time may be. Built in: `1 hour`. */
  readonly ahead: DurationOrVariable;
}

/** The rhythm of a query that is kept running. */
export interface StreamingSpec {
  /** A batch this often, as `10 seconds` (the default, unless sluice.yaml has another) or a variable; or `continuous`: the next one as soon as the one before is done. */
  readonly trigger: string;
}

/** One place where the project runs: this machine (`on: this-machine`), or an Azure subscription. */
export interface EnvironmentSpec {
  /** `this-machine`: real engines here, no Azure; connections are stood in for. */
  readonly on?: "this-machine";
  /** Id of the Azure subscription that the data factory (`orchestrator: adf`) or the Synapse workspace (`spark: synapse`) is in; of a project without `platform`, that its servers are in. */
  readonly subscription?: string;
  /** Name of the resource group that the data factory (`orchestrator: adf`) or the Synapse workspace (`spark: synapse`) is in; of a project without `platform`, that its servers are in: 1 to 90 letters, digits, `.`, `_`, `-` and brackets, not ending with `.`. */
  readonly resource_group?: string;
  /** Name of the data factory (`orchestrator: adf`): 3 to 63 letters, digits and single `-` between them. It is there already. */
  readonly factory?: string;
  /** Resource id of the Databricks workspace, by which the factory logs in to it with its own identity (`orchestrator: adf`): `/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.Databricks/workspaces/<name>`, as the portal shows it under Properties. */
  readonly databricks_resource?: string;
  /** Name of the Synapse workspace (`spark: synapse`): 1 to 50 lowercase letters, digits and `-`, not beginning or ending with `-`, without `-ondemand`. It is there already. */
  readonly workspace?: string;
  /** Address of the Databricks workspace (`spark: databricks`). */
  readonly databricks?: string;
  /** Application (client) id of the identity that plans here and does not publish (`spark: databricks`): each job that is published lets it look (Can View), as else only its maker and administrators see it. A user of the workspace. Default: who publishes also plans. */
  readonly planner?: string;
  /** Values of the project's variables here. */
  readonly variables?: {
    readonly [name: string]: string | number;
  };
  /** What the project's cluster sizes are here. */
  readonly compute?: {
    readonly [name: string]: EnvironmentComputeSpec;
  };
}

/** What a cluster size is in this environment. */
export interface EnvironmentComputeSpec {
  /** Kind of node, as Azure names virtual machine sizes (`spark: databricks`). */
  readonly node?: Name;
  /** Name of the Apache Spark pool (`spark: synapse`): 1 to 15 letters and digits, beginning with a letter. */
  readonly pool?: string;
}

/** Tables of the lake as views of a database, by name: those of the pipeline stand in a schema with its name. docs/warehouse.md tells how. */
export type WarehouseSpec = {
  /** The database: a `serverless-sql` connection of the project. */
  readonly connection: Name;
} & {
  readonly [name: string]: ExposureSpec;
};

/** A table of a dedicated SQL pool, and how it is kept. docs/dedicated-sql-pool.md tells how. */
export interface DedicatedTableSpec {
  /** The pool: a `dedicated-sql-pool` connection of the project. The table has the view's name, in a schema with the pipeline's. */
  readonly connection: Name;
  /** Where its rows stand: `hash(<column>)`, by the value of a column that is never null; `round_robin`, anywhere; `replicate`, all of them on each node. */
  readonly distribution: string;
  /** How they are kept: `clustered_columnstore`, which is the default; `heap`; `clustered(<columns>)`, by rows in the order of columns that are no texts or bytes. */
  readonly index?: string;
  /** What a load does: `replace`, which is the default, loads a new table and gives it the name of the one before; `merge` changes only rows that differ, found by their key, in a table that is distributed by the hash of a column of it. */
  readonly write?: "replace" | "merge";
}

/** A table of the lake, and what is seen of it. */
export interface ExposureSpec {
  /** The table: a silver or gold one that is stored, of this or, as `pipeline/silver.users`, of another pipeline; or a bronze one whose rows land as CSV or Parquet, which has a column `landing` beside its own, that the view must show. */
  readonly from: Reference;
  /** What it becomes: `view`, which is the default; `external-table`, which is a table to whatever asks the database for its tables: all rows, under the columns' own names; `cetas`, a view over files of its own, which are written anew after each run of the pipeline that writes the table. */
  readonly as?: "view" | "external-table" | "cetas";
  /** A table of a dedicated SQL pool with the same columns and rows, which the pipeline loads from the files whenever it has written them anew. It takes `as: cetas`. */
  readonly dedicated?: DedicatedTableSpec;
  /** With `as: cetas`: a column that is seen, a date or a whole number. The rows of each of its values are kept in a folder of their own. */
  readonly partition_by?: readonly ColumnName[];
  /** With `partition_by` of a date: which partitions a run writes. Default: all. */
  readonly refresh?: {
    /** Those of so many days before the current day in UTC, and of later ones; those that were last written before so many days after theirs were over, however long ago; those without a date; and those that are kept nowhere yet. What changes in an older one is seen once all are written: docs/warehouse.md tells how. */
    readonly last: string;
  };
  /** Columns that are not seen. Default: all are. */
  readonly hide?: readonly ColumnName[];
  /** Instead of the table's columns just these, each by an expression over them. docs/warehouse.md has the functions and operators that mean the same in T-SQL; others are refused. */
  readonly columns?: ExpressionsSpec;
  /** Only rows for which it is true are seen. It may use columns that are hidden. */
  readonly where?: Expression;
  readonly may_hold?: MayHoldSpec;
  readonly declassify?: DeclassifySpec;
  /** Other tables of the lake, by the name that `on` knows each by, and the columns that each adds. Conditions may use all columns of the table, hidden ones too, and what the joins before add. */
  readonly join?: {
    readonly [name: string]: ExposureJoinSpec;
  };
  /** The columns that aggregates are computed for: of `columns`, or else of the table, and of those that joins add. Only they and the aggregates are seen. */
  readonly group_by?: readonly ColumnName[];
  /** Result columns by name, each an aggregate expression over the rows of each group, or of all rows without `group_by`. docs/warehouse.md has the aggregates that mean the same in T-SQL; others are refused. */
  readonly aggregates?: ExpressionsSpec;
  /** Columns of the view whose values only some see, by their names there: all others see what is shown instead. */
  readonly masks?: {
    readonly [name: string]: MaskSpec;
  };
  /** Which rows a principal sees, by its name: those for which a condition is true, as `country = 'PL'`, or `all`. It may use columns that are hidden. Who is none of these principals sees no row; who is several sees the rows of each. Default: everybody sees all rows. */
  readonly rows?: {
    readonly [name: string]: Expression;
  };
}

/** Looks each row up in another table of the lake as it is when the view is asked. */
export interface ExposureJoinSpec {
  /** What becomes of a row without a match: it is left out, or its new columns are null. */
  readonly how: "inner" | "left";
  /** The other table: a silver or gold one that is stored. */
  readonly table: Reference;
  readonly on: JoinConditionSpec;
  readonly columns: JoinedColumnsSpec;
}

/** What is shown instead of a column's values, and who sees these all the same. */
export interface MaskSpec {
  readonly show: ShownSpec;
  /** The principals that see the values. Default: nobody does. */
  readonly unmask?: readonly Name[];
}

/** What is shown: `nothing`, which is null; of a text its `domain`, as `***@example.org`, or some of its characters: `{first: 1}`. Null stays null. */
export type ShownSpec = ShownCharactersSpec | ShownWord;

/** `nothing`: null. `domain`: `***` and what follows the only `@`, that included; of all other texts `***`. */
export type ShownWord = "nothing" | "domain";

/** Some characters of a text beside `***`; `***` alone of a text that has no more than these. */
export interface ShownCharactersSpec {
  /** How many characters at its beginning: `A***`. */
  readonly first?: number;
  /** How many characters at its end: `***1234`. */
  readonly last?: number;
}

/** What one principal may do, by object. */
export type GrantsSpec = {
  readonly [name: string]: ObjectGrantSpec;
};

/** What a principal may do with one object: `[select, update]`; with the files of a table of the lake `{ privileges: [select], files: true }`. */
export type ObjectGrantSpec = PrivilegesSpec | FilesGrantSpec;

/** What a principal may do with the files of a stored table of the lake: `[select]`, or all of `[select, insert, update, delete]`. */
export interface FilesGrantSpec {
  readonly privileges: PrivilegesSpec;
  /** Always `true`: it is said that files are granted, as they have all columns and all rows, whatever a warehouse hides, masks or leaves out. */
  readonly files: true;
}

/** What a principal may do with one object: `[select, update]`. */
export type PrivilegesSpec = readonly PrivilegeSpec[];

/** A privilege on all columns, `select`, or on some: `{select: {columns: [order_id]}}`. */
export type PrivilegeSpec = PrivilegeWord | ColumnPrivilegeSpec;

/** What may be done. `update` and `delete` of rows that are found by their key need `select` too, or the table's `key`. */
export type PrivilegeWord = "select" | "insert" | "update" | "delete" | "truncate";

/** A privilege on some columns; rows are deleted and tables emptied as a whole. Or `{truncate: {by: procedure}}`. */
export interface ColumnPrivilegeSpec {
  /** These columns may be read. No engine has a right on some rows: those are granted by a view that shows them. */
  readonly select?: ReadColumnsSpec;
  /** New rows may be given these columns; the others get their defaults. */
  readonly insert?: ColumnsSpec;
  /** These columns may be changed. */
  readonly update?: ColumnsSpec;
  /** The table may be emptied where no right lets anybody do it: in databases that are asked in T-SQL. */
  readonly truncate?: TruncateBySpec;
}

/** How a table is emptied. */
export interface TruncateBySpec {
  /** `procedure`: by one of the same schema, `truncate_orders` of `orders`, which the script of rights makes and which empties it as its owner. */
  readonly by: "procedure";
}

/** The columns that a privilege is about. */
export interface ColumnsSpec {
  /** Their names, in their own capital and small letters. */
  readonly columns: readonly GrantedColumnName[];
}

/** The columns that may be read. */
export interface ReadColumnsSpec {
  /** Their names, in their own capital and small letters. */
  readonly columns?: readonly GrantedColumnName[];
  /** Refused, with what grants these rows in the object's place: in PostgreSQL a view of the connection (`views`), of a warehouse's view its `rows`. */
  readonly where?: string;
}

/** A column in its own capital and small letters, at most 63 bytes. */
export type GrantedColumnName = string;

/** Letters, digits and `_`, beginning with a letter. */
export type ColumnName = string;

/** Letters, digits and `_`, beginning with a letter; `${each}` stands for a name where there is `for_each`. */
export type KeyColumnName = string;

/** What is meant, and in which layer: `sources.readings`, `bronze.readings`, `gold.readings_5_minutes`; another pipeline's with `pipeline/` before it. */
export type Reference = string;

/** A Spark SQL expression (the documented subset). */
export type Expression = string | number | boolean;

/** Letters, digits, `_` and `-`, beginning with a letter; `${name}` stands for a variable. */
export type NameOrVariable = string;

/** A whole number from 1 to 1024, or a variable, `"${name}"`. */
export type Partitions = number | Placeholder;

/** Events in a time: `500 per second`. */
export type Rate = string;

/** Where rows come from. */
export type SourceSpec = (EventHubSourceSpec | KafkaSourceSpec | FilesSourceSpec | LakeSourceSpec | AzureFunctionSourceSpec | DatabaseSourceSpec | HttpSourceSpec) & ({
  /** What the rows come from. */
  readonly kind: "event-hub" | "kafka" | "files" | "lake" | "azure-function" | "sql-server" | "azure-sql" | "postgres" | "http";
});

/** An event hub, read through its Kafka endpoint or from the files that Capture writes. */
export interface EventHubSourceSpec {
  /** Always `event-hub`. */
  readonly kind: "event-hub";
  /** What the events are. */
  readonly description?: string;
  /** An `event-hubs` connection of the project. */
  readonly connection: Name;
  /** Name of the hub. */
  readonly event_hub: NameOrVariable;
  /** Number of partitions of the hub. */
  readonly partitions: Partitions;
  readonly capture?: CaptureSpec;
  /** `stream` (default) reads the hub; `capture` reads the files that Capture writes, which can be replayed for as long as they are kept. */
  readonly read?: "stream" | "capture";
  readonly format: BodyFormatSpec;
  readonly columns: SourceColumnsSpec;
  readonly producer?: ProducerSpec;
}

/** A topic of a Kafka cluster. */
export interface KafkaSourceSpec {
  /** Always `kafka`. */
  readonly kind: "kafka";
  /** What the events are. */
  readonly description?: string;
  /** A `kafka` connection of the project. */
  readonly connection: Name;
  /** Name of the topic: letters, digits, `.`, `_` and `-`; `${name}` stands for a variable. */
  readonly topic: string;
  /** Number of partitions of the topic. */
  readonly partitions: Partitions;
  readonly format: BodyFormatSpec;
  readonly columns: SourceColumnsSpec;
  readonly producer?: ProducerSpec;
}

/** Files that others put into a storage account. Without `read` they are a stream, which queries read: each file once, those that were changed earliest first; a file must be there whole when it gets its name, and stay as it is until it is read: one that is changed under the same name afterwards is not read again. Where a batch has to be written again and files of it are gone or changed, the query stops, and goes on when they are as they were. Files whose names begin with `_` or `.`, and empty ones, are passed over. Where they were read from stays with their rows: `file_path` (in the container), `file_modified_at`, `file_row` (from 1). With `read` the data factory lands them, each time that the pipeline is started, and bronze has a `format`. */
export interface FilesSourceSpec {
  /** Always `files`. */
  readonly kind: "files";
  /** What the files hold. */
  readonly description?: string;
  /** A connection of the project: of a stream a `storage` one, with `read` a `blob` one. */
  readonly connection: Name;
  /** What each run of the pipeline lands. `full`: the rows of all files, which together are one snapshot; a run that finds no rows fails, and files that are exchanged one by one while they are read give a part of each snapshot: have them exchanged when no run is due. `new-files`: those of files that are new, by their time of modification or by their names. By time, where `path` has no date parts: those that were put or changed since the run before, so one that comes late under the name of an earlier day (`orders_2026-03-01.csv`) is read too, and days in names do not matter; a file that is changed is read again, whole, and one that is moved or renamed to where it is looked for keeps its time, so it is missed if that is before the last run: have files written there, or read by names. By names, where `path` has date parts (`orders/{yyyy}/{MM}/{dd}/*.csv`): those whose names carry a day, or an hour, that is over and was not read yet. A period is read once, whole and in its order, from `start` on, when it has been over for `lag`; times of modification do not matter, so files may be renamed or moved into place, and only the folders of periods that are due are looked into. A file that is put into a period which was read already, or changed there, is not read. A run reads at most 500 periods of each source, and the next one goes on. A run for a `window` reads the periods that end with the window or before it. A cell that does not fit its column, or is null in the `primary_key`, stops the runs that take it with `apply_changes`, also once its file is corrected, as what has landed stays. A column that may have such cells is declared `string`: the table casts it in `columns` (`try_cast`) and quarantines by `expect` what is none. As with any change of the columns all files that are still there then land anew, and the table needs a higher `backfill`; so they do, once a file is corrected, as a bronze table of another name. Without it the files are a stream. */
  readonly read?: "full" | "new-files";
  /** With `read`, and then always said: what a row means that comes again. `snapshot`: each landing is the whole (`read: full`). `upsert`: a row takes the place of the one with its primary key (`read: new-files`). Rows that are only added are `upsert` too. */
  readonly changes?: "snapshot" | "upsert";
  /** With `read`: the columns that tell two rows apart and are never null. `apply_changes` needs them. */
  readonly primary_key?: readonly ColumnName[];
  /** Of `read: new-files` with date parts in `path`, and then always said: the first period that is read, as a day, `2026-01-01`, or with `{HH}` as an hour too, `2026-01-01T05:00`; in UTC. With another one the files are read anew. */
  readonly start?: string;
  /** Of `read: new-files`: with date parts in `path`, how long after its period is over a file may still be put; so long after its end a period is read. Names in the local time of a zone west of UTC need as many hours more as its clocks are behind. Without it a period is read as soon as it is over. Without date parts: how far behind the control database's clock files are taken, as the storage account's may differ from it; a file that is renamed to where it is looked for within that time of its last change is still found; default `2 minutes`. */
  readonly lag?: DurationOrVariable;
  /** With `read`: `gzip`, each file is compressed so (`orders/*.csv.gz`); `zip` (with `read: full`), each is an archive, and every file in it, also those in its folders, is one of what `format` says with the declared columns. Archives are unpacked into a folder of the lake, once more into another one if that fails, whatever `retry` says; it is removed when the rows have landed or the run has failed. Default: none is. */
  readonly compression?: "gzip" | "zip";
  /** With `read`: the character between two cells. Default `,`. */
  readonly delimiter?: string;
  /** With `read`: the character around a cell that holds others of these, or a line break; within such a cell it is written twice. Default `"`. */
  readonly quote?: string;
  /** The files, by their path in the container: names of letters, digits, `.`, `_`, `-` and `=` with `/` between, at least one `*` for any part of a name (never `**`), as in `orders/*.csv` or `orders/year=*\/*.json`. A folder that fits of a stream stands for all files in it. With `read: new-files` names may have date parts, by which it is known what is new: `{yyyy}`, `{MM}`, `{dd}`, and for hours `{HH}`, each once or more, anywhere, all of a day or of an hour (`orders/{yyyy}/{MM}/{dd}/*.csv`, `orders_{yyyy}{MM}{dd}.csv`); a `*` then stands only in the file's own name, and none is needed. */
  readonly path: string;
  readonly format: FileFormatSpec;
  /** Of `format: csv`: whether the first record of each file is its header, which must be the names of the columns in their order (default `true`). A file with another header goes whole to the bronze table's quarantine. With `read` columns are found by these names, whatever their order, others are not read, and a file that lacks one fails the copy; without a header they are the first ones, in their order. */
  readonly header?: boolean;
  readonly columns: SourceColumnsSpec;
  readonly producer?: FilesProducerSpec;
  /** With `read`: files of the project that stand for those of the storage account when the pipeline is run on this machine: a path relative to the project, in which `${name}` stands for a variable and `*` for any part of the name. Each file, in the order of their names, is a wave: it is put where the source finds it, of `read: full` in the place of the one before, and then the pipeline runs. Their names must fit `path`. Where `path` has date parts a file's period stands in its name, or this path has date parts too (`samples/{yyyy}-{MM}-{dd}/*.csv`), and each wave reads up to the end of its latest period, as a run for a window that ends then: a file of a period that an earlier wave has passed is refused. */
  readonly samples?: string;
}

/** What each file is: `json`, a JSON object on each line; `csv`, records (RFC 4180, comma and double quotes) whose cells are the columns in their order; `parquet` and `avro`, rows with just these columns. With `read` it is `json` or `csv`, whose files may say more of how they are written; one that is one array, or one object on several lines, is refused by the notebook as what it is not. In such a line a day is written `2026-01-31`, a time begins so, and a decimal has no commas and no more digits behind its point than its type: a time as a number, or a value that would be rounded, stops the job with file and row. A `string` takes a number too, and one with a fraction as a double is spelled (`12345678.0` becomes `1.2345678E7`): declare it `double` or `decimal`. Without it, a line or record that is not that, or has such a value, goes to the reading table's quarantine as `unparsable`; a file of Parquet or Avro with other columns, or that is none, goes whole to the bronze table's quarantine (`on_schema_change: add` there lets files lack columns); one that is damaged further on stops the query, with its name, until it is mended or removed. A time of Parquet without a zone, as pandas writes those that have none, is read as UTC, like a text without one; times in nanoseconds Spark does not read, so write them in microseconds (pandas: `coerce_timestamps="us"`). */
export type FileFormatSpec = "json" | "csv" | "parquet" | "avro";

/** Files of the project that stand for those of the storage account when the pipeline is run on this machine. */
export interface FilesProducerSpec {
  /** Path of the file, relative to the project, in which `${name}` stands for a variable; `*` stands for any part of the name, and the files then come in the order of their names, each when what came before is drained (with `--continuous`: when those before it have come). Their names must fit the source's `path`. */
  readonly file: string;
}

/** A Delta table that others write, read commit by commit: first the rows that it holds, then those that are added. Those that it holds come in the order of its files, so they go down to the windows as one batch, which is as large as the table, and none of them is late (but in a union with rows that were read before). The table is only read, and need not keep a change feed. When its owner adds a column, the query may stop once and goes on when it is started again. A field that is added inside a declared struct, or a column that is renamed under column mapping, stops it for good: declare what the table has now and raise `backfill` of the bronze table, which reads all of it anew. When each row was read stays with it: `landed_at`, the time of its batch, and `landed_row`, a number that no other row of the batch has. */
export interface LakeSourceSpec {
  /** Always `lake`. */
  readonly kind: "lake";
  /** What the table holds. */
  readonly description?: string;
  /** A `storage` connection of the project. */
  readonly connection: Name;
  /** The table's folder, by its path in the container: names of letters, digits, `.`, `_`, `-` and `=` with `/` between, as in `sales/orders`; it is one table, so no `*`. */
  readonly path: string;
  /** Always `delta`. */
  readonly format: "delta";
  /** What others do to the table's rows. Always `append_only`: they add rows. Compacting it (`OPTIMIZE`) changes none. A commit that deletes, updates, merges or overwrites rows stops the query with Delta's error, which names the version; it goes on only when `backfill` of the bronze table is raised, which reads the table as it is then. */
  readonly changes: "append_only";
  /** The columns that are read, as `name: type`; each must be in the table with this type, or the query does not start. Other columns of the table are not read. */
  readonly columns: SourceColumnsSpec;
  readonly producer?: LakeProducerSpec;
}

/** What an Azure Function loads into the lake, each time the whole. Each load is a folder of its own, `<writes>/load=<instant>-<id>`, with the instant in UTC as `20261127T050000.000000Z` and eight hexadecimal digits that no other load has: first files with a JSON object on each line, last `_load.json`, a note with their names and lengths in bytes (`{"files": [{"name": "popular.json", "length": 1234}]}`). A run takes the newest folder that has a note whose files are there with these lengths, whatever started it: an event that comes twice, late or never gives the same table, no text of an event gets into a path, and a run by hand is a run like any other. A load that is completed after one with a later instant (the function's clock was set back, or two loads ran at once) is not taken, and the run fails once the tables are computed, until a newer load comes; so does a run when the load that was taken is gone and no newer one is there. Before it fails its notebook is tried again (`retry`), although that mends neither: the service does not tell one failure from another. */
export interface AzureFunctionSourceSpec {
  /** Always `azure-function`. */
  readonly kind: "azure-function";
  /** What it loads. */
  readonly description?: string;
  /** The function's name in its app, and no route: at most 127 letters, digits, `-` and `_`, beginning with a letter. */
  readonly function: string;
  /** The folder of the project with the code of the function's app, which runs when the pipeline is run on this machine. The app is published by its own means. */
  readonly app?: string;
  /** Who calls the function. `outside`: it runs by itself, as on a timer of its own. `pipeline`: each run of the pipeline calls it, over HTTP, and takes the load that it has made; docs/azure-functions.md tells what it is given and what it answers. */
  readonly called_by: "outside" | "pipeline";
  /** Of `called_by: pipeline`: a connection of the project, of kind `azure-function`. */
  readonly connection?: Name;
  /** The folder of the lake's container in which each load has its own: names of letters, digits, `.`, `_`, `-` and `=`, each beginning with a letter or a digit, with `/` between, as in `tmdb`; none of the folders of tables (`bronze`, `silver`, `gold`). */
  readonly writes: string;
  /** Always `json`: an object on each line. */
  readonly format: "json";
  /** Always `snapshot`: each load is the whole. */
  readonly changes: "snapshot";
  /** The columns that tell two rows of a load apart and are never null. */
  readonly primary_key?: readonly ColumnName[];
  readonly columns: SourceColumnsSpec;
  /** Files of the project for when the pipeline is run on this machine: a path relative to the project, in which `${name}` stands for a variable and `*` for any part of the name; each file, in the order of their names, is a wave. With `app` they are what the API has that the function reads (`{"/3/movie/popular": [page, …]}`): the function runs as if its timer had come, and the pipeline as often as its triggers fire on what that posts; one that the pipeline calls runs when it does. Without `app` each file becomes a load of its own, and then the pipeline runs once. */
  readonly samples?: string;
}

/** Files of the project whose rows stand for those of the table when the pipeline is run on this machine: each is added in one commit, once, also where several sources of the table name it (they declare the same columns then). Columns that a file is without are null in its rows, so it may be older than they are. A file whose rows cannot be added stops the run, and is mended; rows that were added stay until a run with `--fresh`. Without them there is no table to read. */
export interface LakeProducerSpec {
  /** Path of the file, relative to the project, in which `${name}` stands for a variable; `*` stands for any part of the name, and the files are then added in the order of their names, each when what came before is drained (a run with `--continuous` is refused). Each is called `….json`, with a JSON object on each line, or `….csv`, with the names of the columns in their order as its first record. */
  readonly file: string;
}

/** Rows that an API answers with, which the data factory, or the Synapse workspace, lands each time that the pipeline is started: page after page, as one snapshot. Each answer is a JSON object with a list of rows. Rows that move from one page to another while they are read may be missed, or come twice: a page is what the API has at that moment. No row at all stops the job. */
export interface HttpSourceSpec {
  /** Always `http`. */
  readonly kind: "http";
  /** What the rows are. */
  readonly description?: string;
  /** A connection of the project, of kind `http`. */
  readonly connection: Name;
  /** What is asked for, below the connection's `base`, as `orders` or `3/movie/popular`: names of letters, digits, `.`, `_`, `~` and `-` with `/` between. */
  readonly path: string;
  /** Parameters of each request, by name; no keys, which stand in the connection's `identity`. */
  readonly query?: {
    readonly [name: string]: string;
  };
  /** What each run of the pipeline lands. `full`: all pages, which together are one snapshot. */
  readonly read: "full";
  /** What a landing means. `snapshot`: it is the whole. */
  readonly changes: "snapshot";
  /** Always `json`. */
  readonly format: "json";
  /** Where the list of rows is in an answer, as a path of JSON: `$.results`, `$.data.items` or `$['value']`. An answer without such a list stops the job. */
  readonly rows: string;
  readonly paging?: HttpPagingSpec;
  /** The columns that are never null and, where no page moved, tell two rows apart: what comes twice is not removed (docs/http.md). */
  readonly primary_key?: readonly ColumnName[];
  readonly columns: SourceColumnsSpec;
  /** Files of the project that stand for the API's rows when the pipeline is run on this machine: a path relative to the project, in which `${name}` stands for a variable and `*` for any part of the name; a JSON object on each line. Each file, in the order of their names, is a wave: a server of this machine answers with its rows, five on a page or as `offset` says, and then the pipeline runs. Without samples it has no row, which stops the job. */
  readonly samples?: string;
}

/** How one page leads to the next: by a link in each answer (`next`), by the number of the page (`page`), or by how many rows are skipped (`offset`). Default: there is one page. */
export type HttpPagingSpec = HttpNextSpec | HttpOffsetSpec | HttpPageSpec;

/** Pages by links. */
export interface HttpNextSpec {
  /** Where the address of the next page is in an answer: `$.paging.next` or `$['@odata.nextLink']`. In the last one it is null, or not there. It should be one of the same host: no page says whether the service would show the connection's key to another. */
  readonly next: string;
  /** How many pages there may be: a run that meets more of them fails, and nothing of them is taken. Default 1000. */
  readonly max_pages?: number;
  /** How long is waited before each page but the first: from `10 milliseconds` to `1 minute`. Default `1 second`. */
  readonly wait?: DurationOrVariable;
}

/** Pages by number, until one has no rows. */
export interface HttpPageSpec {
  /** The parameter with the page's number. */
  readonly page: string;
  /** Number of the first page. Default 1. */
  readonly first?: number;
  /** How many pages there may be: a run that meets more of them fails, and nothing of them is taken. Default 1000. */
  readonly max_pages?: number;
  /** How long is waited before each page but the first: from `10 milliseconds` to `1 minute`. Default `1 second`. */
  readonly wait?: DurationOrVariable;
}

/** Pages by how many rows are skipped, until one has no rows. */
export interface HttpOffsetSpec {
  /** The parameter with the number of rows that are skipped. */
  readonly offset: string;
  /** How many rows a page has; the API must give no fewer but on its last page. How it is asked for so many stands in `query`, as in `query: { limit: "100" }`. */
  readonly size: number;
  /** How many pages there may be: a run that meets more of them fails, and nothing of them is taken. Default 1000. */
  readonly max_pages?: number;
  /** How long is waited before each page but the first: from `10 milliseconds` to `1 minute`. Default `1 second`. */
  readonly wait?: DurationOrVariable;
}

/** The table, or a view, with its schema: `dbo.users`. Both of letters, digits and `_`, beginning with a letter or `_`: what has another name is read through a view, which the database's owner makes. */
export type DatabaseTable = string;

/** Tables of a database: `sales.orders`, or with `*` for any part of a name: `sales.*`, `*.fact_*`. Upper and lower case are told apart, as the file under `schemas/` writes them. */
export type DatabaseTablePattern = string;

/** Which tables: one pattern, several, or all of them but some. */
export type DatabaseTablesSpec = DatabaseTablePattern | readonly DatabaseTablePattern[] | SomeDatabaseTablesSpec;

/** All tables that are meant by a pattern, but for others. */
export interface SomeDatabaseTablesSpec {
  /** The tables, of which some are left out. */
  readonly of: DatabaseTablePattern | readonly DatabaseTablePattern[];
  /** Those that are left out. Each must be one of the tables. */
  readonly except?: DatabaseTablePattern | readonly DatabaseTablePattern[];
}

/** A table of a SQL Server, an Azure SQL Database or a PostgreSQL database, which each run of the pipeline reads. */
export type DatabaseSourceSpec = (IncrementalDatabaseSourceSpec | FullDatabaseSourceSpec) & ({
  /** What the database is: a SQL Server (`sql-server`), an Azure SQL Database (`azure-sql`) or a PostgreSQL database (`postgres`). */
  readonly kind: "sql-server" | "azure-sql" | "postgres";
  /** Which rows each run reads: `incremental` those that are new or changed since the one before, `full` all of them. */
  readonly read: "incremental" | "full";
});

/** A table of a SQL Server, an Azure SQL Database or a PostgreSQL database, of which each run of the pipeline reads the rows that are new or changed since the one before. */
export interface IncrementalDatabaseSourceSpec {
  /** What the database is: a SQL Server (`sql-server`), an Azure SQL Database (`azure-sql`) or a PostgreSQL database (`postgres`). */
  readonly kind: "sql-server" | "azure-sql" | "postgres";
  /** What the table holds. */
  readonly description?: string;
  /** A connection of the project, of the same kind as the source. */
  readonly connection: Name;
  readonly table?: DatabaseTable;
  /** Instead of `table`: the tables that are meant, of those that a file under `schemas/` lists for the connection. Each is a source of its own, as if it were written with `table`; the source's name, and where there are `samples` their path, hold `${table}`, which stands for its name (`OrderLines`: `order_lines`), and if need be `${schema}`. */
  readonly tables?: DatabaseTablesSpec;
  /** The columns that tell two rows of the table apart and are never null. A row that is changed keeps them. Default: what a file under `schemas/` says of the table; without one it is required. */
  readonly primary_key?: readonly ColumnName[];
  /** What others do to the table's rows. Always `upsert`: they add rows and change them. A row that they delete is not noticed: it stays where it was read to. */
  readonly changes: "upsert";
  /** Always `incremental`: only rows whose cursor is beyond the mark up to which rows were read before. */
  readonly read: "incremental";
  readonly cursor: CursorSpec;
  /** The columns that are read, as `name: type`. Default: those that a file under `schemas/` lists for the table; without one they are required. Other columns of the table are not read; one whose name has a space or begins otherwise than with a letter is read through a view that renames it. A value that does not fit its type stops the run; a `date` of the database is a `date` here, as it cannot land as a `timestamp` in Parquet. A text that is `\N` and nothing else becomes null where it lands as CSV, as that is how null is written there. */
  readonly columns?: SourceColumnsSpec;
  /** Files of the project whose rows stand for those of the table when the pipeline is run on this machine: a path relative to the project, in which `${name}` stands for a variable and `*` for any part of the name. Each file, in the order of their names, is a wave: its rows are added, or take the place of those with their primary key, and then the pipeline runs. CSV with the names of the columns in their order as its first record; a cell with nothing in it is null, of a string the empty text. Without them there is no table to read. */
  readonly samples?: string;
}

/** A table of a SQL Server, an Azure SQL Database or a PostgreSQL database, of which each run of the pipeline reads all rows. When that was, by the database's own clock, stays with the rows in the files that they land in (`_read_at`); it is no column that expressions know. */
export interface FullDatabaseSourceSpec {
  /** What the database is: a SQL Server (`sql-server`), an Azure SQL Database (`azure-sql`) or a PostgreSQL database (`postgres`). */
  readonly kind: "sql-server" | "azure-sql" | "postgres";
  /** What the table holds. */
  readonly description?: string;
  /** A connection of the project, of the same kind as the source. */
  readonly connection: Name;
  readonly table?: DatabaseTable;
  /** Instead of `table`: the tables that are meant, of those that a file under `schemas/` lists for the connection. Each is a source of its own, as if it were written with `table`; the source's name, and where there are `samples` their path, hold `${table}`, which stands for its name (`OrderLines`: `order_lines`), and if need be `${schema}`. */
  readonly tables?: DatabaseTablesSpec;
  /** The columns that tell two rows of the table apart and are never null. What is merged with `apply_changes` needs them. Default: what a file under `schemas/` says of the table, where the columns are taken from there too. */
  readonly primary_key?: readonly ColumnName[];
  /** What each reading is. Always `snapshot`, which `read: full` implies: all rows of the table as they are, so a row that is not there any more was deleted. */
  readonly changes?: "snapshot";
  /** Always `full`: each run reads all rows of the table, whether they have changed or not. A SQL Server must have READ_COMMITTED_SNAPSHOT on, as Azure SQL Database has by default and PostgreSQL in its own way always: without it a row that is changed while the table is read may be passed over, as if it had been deleted, or read twice (ALTER DATABASE … SET READ_COMMITTED_SNAPSHOT ON). */
  readonly read: "full";
  /** Whether a reading without rows is believed, of a table that had rows when it was read before. Default `false`: the run stops and says so, and nothing is taken of it, because a table that is emptied and filled again, or whose rows the user may not see for a while, would have all that was made of it deleted. */
  readonly may_be_empty?: boolean;
  /** The columns that are read, as `name: type`. Default: those that a file under `schemas/` lists for the table; without one they are required. Other columns of the table are not read; one whose name has a space or begins otherwise than with a letter is read through a view that renames it. A value that does not fit its type stops the run; a `date` of the database is a `date` here, as it cannot land as a `timestamp` in Parquet. A text that is `\N` and nothing else becomes null where it lands as CSV, as that is how null is written there. */
  readonly columns?: SourceColumnsSpec;
  /** Files of the project whose rows stand for those of the table when the pipeline is run on this machine: a path relative to the project, in which `${name}` stands for a variable and `*` for any part of the name. Each file, in the order of their names, is a wave: its rows are the whole table, those that were there before are deleted, and then the pipeline runs. CSV with the names of the columns in their order as its first record; a cell with nothing in it is null, of a string the empty text. Without them there is no table to read. */
  readonly samples?: string;
}

/** The column by which new and changed rows are found: it is raised whenever a row is added or changed. The largest value that was read is kept as a mark, in the control database, and the next reading begins there. A row without a value is never read, nor one that PostgreSQL has at `infinity`. */
export interface CursorSpec {
  /** One of the source's columns: a `timestamp`, `int` or `bigint`. Not a date: more rows may come on the day that was read. A number must be given to rows in the order in which they are committed, and anew with each change. */
  readonly column: ColumnName;
  /** The mark before the first reading, only rows beyond it are read: a time without a zone, as the database's own clock has it (`2020-01-01T00:00:00`; of a PostgreSQL `timestamptz` in UTC), or a whole number. Another start, once rows were read, begins everything anew; the table that takes them with `apply_changes` then needs a higher `backfill`, or it stops. */
  readonly start: string | number;
  /** Of a `timestamp`: how long after its stamp a row may be committed. So far behind the mark rows are read again, when one of them was added or got another stamp; `apply_changes` takes each once. It is told by their number and the sum of how far each is behind the mark, in milliseconds (in seconds if `lag` is over 20 days; of PostgreSQL always in microseconds): what changes a row and not its stamp is not seen, nor are changes that come to the same sum. A row that is committed `lag` or more after its stamp may never be read. Without `lag` that holds for every row that is committed late or has the stamp of the mark itself, and a warning says so. */
  readonly lag?: DurationOrVariable;
  /** Of a `timestamp`: the time zone of the clock that rows are stamped by, `UTC` or an IANA name. A stamp has no offset, so a clock that is put back stamps rows of the second hour as it did those of the first, behind the mark: a zone whose clocks will be put back is an error that says when (a warning where `lag` reaches so far), and without a time zone there is a warning. It changes no time and nothing that is made. A PostgreSQL `timestamptz`, and a `datetimeoffset` read through a view, are read as `UTC`, which is also what `GETDATE()` of an Azure SQL Database is. */
  readonly time_zone?: string;
  /** Of an `int` or `bigint`: you say that numbers become visible in their order, and that a row that is changed gets a new one; then there is no warning. An `identity` and a sequence do not do that. One writer may, and a `rowversion`, read through a view with `WHERE version < MIN_ACTIVE_ROWVERSION()`, does. */
  readonly in_commit_order?: true;
}

/** Tables that are computed together, by notebooks on one cluster. */
export interface JobSpec {
  /** The tables: silver and gold ones of this pipeline that notebooks compute and that are stored; each is in one job only. Bronze tables are landed before, by the orchestrator, and a view is part of each table that reads it. */
  readonly tables: readonly Reference[];
  /** The cluster size that it runs on: a name under `compute` in sluice.yaml. Default: that of the pipeline. */
  readonly compute?: Name;
  /** How often its notebooks are tried again before the run fails. Default: as the pipeline says, else once. */
  readonly retry?: RetrySpec;
  /** How long its notebooks may take, each time that they are tried: `10 minutes` to `7 days`. Default: as the pipeline says, else `12 hours`. */
  readonly timeout?: DurationOrVariable;
}

/** How often a step is tried again before the run fails. */
export interface RetrySpec {
  /** How often it is tried again: 0 is not at all. */
  readonly attempts: number;
  /** How long after the failure: `30 seconds` to `1 day`. Default `1 minute`. */
  readonly wait?: DurationOrVariable;
}

/** Who is told when a run fails. */
export interface OnFailureSpec {
  /** An address that gets a POST with JSON: `pipeline`, `run` (its id), `factory` (in Synapse `workspace`) and `error` (what the steps that failed say). If it cannot be reached the run fails all the same, with its own error. */
  readonly webhook: WebhookSpec;
}

/** How often it is looked whether a streaming job runs. */
export interface WatchSpec {
  /** A whole number and a unit: `15 minutes` to `1 day`. Where none runs it is looked once more 11 minutes later, before the run fails: while publishing hands a job over none runs either. */
  readonly every: string;
}

/** An address that is a secret: who knows it can write to it. If the call fails, it can stand in the error that the history of runs keeps (its code [2108](https://learn.microsoft.com/azure/data-factory/data-factory-troubleshoot-guide) names the address): who may read runs may read it there. Take one that can be replaced, and can do no more than tell. */
export interface WebhookSpec {
  /** Name of the secret in the vault that holds the address, `https://…`. */
  readonly secret: SecretName;
}

/** When a pipeline is started: at a time, or (`after`) when others of the project have succeeded. */
export type AnyTriggerSpec = AfterSpec | TriggerSpec;

/** The pipeline runs when others have succeeded, in one run with them: a pipeline of their own (`<the first one>_master`) calls them one after another, those that need not wait for each other side by side, and is what their triggers start. If one fails, those after it do not run, and the whole run fails. */
export interface AfterSpec {
  /** A pipeline of the project that lands tables of databases or files, or a list of such: all must have succeeded. Of several that are after none themselves all must have the same times as triggers. Started by hand, a pipeline runs alone, and nothing runs after it; to run them all, start the master. */
  readonly after: Name | readonly Name[];
}

/** When a pipeline is started: each so often (`every`), at times of day (`daily`), at times as cron writes them (`cron`), for each of the stretches of time since some day (`window`), when a file comes (`on_file`) or on an event (`on_event`). */
export type TriggerSpec = EveryTriggerSpec | DailyTriggerSpec | CronTriggerSpec | WindowTriggerSpec | FileTriggerSpec | EventTriggerSpec;

/** Each time that a length of time has passed, counted from `start` on. Minutes and hours are counted through, over midnight and over changes of clocks; days begin at the same time on the clocks of the time zone. What the next start finds still running, it waits for. */
export interface EveryTriggerSpec {
  /** How often: a whole number and a unit, `15 minutes`, `6 hours` or `2 days`; at most 1000 of a unit. Minutes and hours that do not divide a day are warned of: they fall on other times each day. */
  readonly every: string;
  /** The time that is counted from, on the clocks of the time zone: `2026-01-01T06:30:00`. Default: `2026-01-01T00:00:00`; from 1970 to 2099. What would have been due before the trigger is published is not made up for. */
  readonly start?: string;
  /** The time zone of `start`, and of days, by its IANA name, as `Europe/Warsaw`. Default: `UTC`. */
  readonly time_zone?: string;
}

/** Every day, once or several times. */
export interface DailyTriggerSpec {
  /** The time of day, `00:00` to `23:59`, on the clocks of the time zone; or a list of such, all at the same minute or minutes of their hours. One that a change of clocks leaves out, or that comes twice, is warned of. */
  readonly daily: TimeOfDay | readonly TimeOfDay[];
  /** The time zone by its IANA name, as `Europe/Warsaw`, or `UTC`. */
  readonly time_zone: string;
}

/** `00:00` to `23:59`. */
export type TimeOfDay = string;

/** At times as cron writes them. */
export interface CronTriggerSpec {
  /** Five fields: minute, hour, day of the month, month, day of the week (`0` or `7` is Sunday; `MON` to `SUN` too), each `*`, a number, a range `9-17`, a step `*\/15` or `8-18/2`, or a list of such. What a trigger of Data Factory cannot do is refused: a month, days of both kinds, and a step that does not divide its field evenly. A time that a change of clocks leaves out, or that comes twice, is warned of. */
  readonly cron: string;
  /** The time zone by its IANA name, as `Europe/Warsaw`, or `UTC`. */
  readonly time_zone: string;
}

/** For each stretch of time, when it is over, those of the past included: a tumbling window of Data Factory or Synapse, which knows of each whether its run succeeded. */
export interface WindowTriggerSpec {
  readonly window: BatchWindowSpec;
}

/** Stretches of time of one length, one after the other, in UTC. A run reads the rows whose cursor is before its window's end, as the database's own clock shows it, so years of rows land one window after another; only of pipelines whose sources are all read by a `timestamp` cursor, are files that are known by their names (those of the periods are read that end with the window or before it, and are over for `lag`: a trigger's `delay` of that length has them read by their own window), or are functions that the pipeline calls (`called_by: pipeline`), which are told the window. A run of the pipeline that no window starts (by hand, or by another trigger, which is warned of) reads everything there is, and leaves nothing to windows that come later. `every` and `start` cannot be changed in Data Factory: another one makes a new trigger, which begins with the first window again (it needs `--allow`). */
export interface BatchWindowSpec {
  /** The length of a window: `15 minutes` and longer; from 5 minutes on it is taken, with a warning. A day is 24 hours. */
  readonly every: string;
  /** When the first window begins, in UTC: `2024-01-01T00:00:00Z`; from 1900 to 2099. */
  readonly start: string;
  /** How long after its end a window is started, for rows that are committed late. Default: at once. */
  readonly delay?: string;
  /** How many windows may be started and not ended. Default: 1. A pipeline runs once at a time, so others wait in its queue. */
  readonly at_once?: number;
  readonly retry?: WindowRetrySpec;
  /** Windows that must have succeeded before: of other triggers, or (`offset` before it) of this one. At most five. */
  readonly depends_on?: readonly WindowDependencySpec[];
}

/** A window whose run failed is run again. Default: not. */
export interface WindowRetrySpec {
  /** How often, at the most. */
  readonly attempts: number;
  /** How long after the failure: `30 seconds` (the default) to `1 day`. */
  readonly wait?: string;
}

/** A stretch of time of a trigger with `window`; all windows that it touches must have succeeded. */
export interface WindowDependencySpec {
  /** The name of a trigger with `window`, of any pipeline of the project; its own name is this one. */
  readonly trigger: string;
  /** How much later than this window the stretch begins, before it with a `-`: `-1 day`. Default: at once with it. Of its own windows: before it by `size` at least. */
  readonly offset?: string;
  /** How long the stretch is. Default: as this window. */
  readonly size?: string;
}

/** When a file has been written to a storage account. Whatever file it was, a run reads what is new since the one before, of files (`read: new-files`) what is as old as their `lag`: the file that starts a run is too young for it, so a trigger by the clock stands beside (a warning says so). A pipeline runs once at a time, and up to 100 runs wait; further ones fail (`Pipeline execution throttled`). Nothing is lost by that, as the next run reads all that is there, but where many files come at once let one that is put last start the pipeline: `*\/ready.json`. */
export interface FileTriggerSpec {
  readonly on_file: FileEventSpec;
}

/** Files of a container, by their path. Empty files do not count, so a file that only says that others are there must have something in it: Data Lake Storage tells of a file once when it is made, still empty, and again when it is written. */
export interface FileEventSpec {
  /** A `storage` connection of the project: its account and container. */
  readonly connection: Name;
  /** The path in the container, not an address: `incoming/ready.json`, `incoming/` for everything below a folder, or with one `*`, which stands for any characters, `/` among them: `incoming/*.csv`, `*\/ready.json`. */
  readonly path: string;
}

/** When an event comes to a custom topic of Event Grid, in Event Grid's own schema. */
export interface EventTriggerSpec {
  readonly on_event: TopicEventSpec;
}

/** Events of a topic that is there already. */
export interface TopicEventSpec {
  /** Name of the topic: 3 to 50 letters, digits and `-`; `${name}` stands for a variable. */
  readonly topic: string;
  /** The events' `eventType`, or a list of such, any of which starts the pipeline: whole, `*` stands for nothing here. Letters' case does not count. */
  readonly type: string | readonly string[];
  /** The events' subject: itself, or with one `*`, which stands for any characters: `lists/*`. Default: any. */
  readonly subject?: string;
  /** The resource group that the topic is in; it does not end with `.`. Default: the environment's, with the data factory; `${name}` stands for a variable. */
  readonly resource_group?: string;
  /** Id of the subscription that the topic is in. Default: the environment's; `${name}` stands for a variable. */
  readonly subscription?: string;
}

/** Event Hubs Capture: Avro files in the lake, a file per partition when the time or the size is reached. */
export interface CaptureSpec {
  /** A file at least this often: `1 minute` to `15 minutes`, or a variable, `${name}`. */
  readonly every: string;
  /** A file at the latest at this size: `10 MB` to `500 MB`. */
  readonly size: string;
}

/** What each event's body is: `json`, an object with the columns as members; `csv`, one record (RFC 4180, comma and double quotes) whose cells are the columns in their order, without a header. A body that is not that goes to the reading table's quarantine as `unparsable`. So does one with a value that Spark's parser would take for another one: a `decimal` with more digits behind its point than its type, or with commas (`"1,50"`), a `timestamp` that does not begin with a day (`2026-01-31`), as a number or an hour, or a `date` with a time of day other than midnight; in a record also a number with letters behind it (`1d`). What does not fit is null there, and `_body` is as it came. Of a second six digits are kept, further ones are cut. Where times come as numbers, declare `bigint` and convert it in a table. A `string` takes a number too, and one with a fraction as a double is spelled (`12345678.0` becomes `1.2345678E7`): declare it `double` or `decimal`. */
export type BodyFormatSpec = "json" | "csv";

/** The columns of the body, by name: a type word (`string`, `bigint`, `decimal(9,2)`, `array<string>` …) or a mapping for a struct. */
export type SourceColumnsSpec = {
  readonly [name: string]: SourceColumnSpec;
};

/** A type word, the fields of a struct by name, or, of what is sensitive, `{ type: string, sensitive: pii }` (docs/sensitive.md). */
export type SourceColumnSpec = string | SourceColumnsSpec;

/** A CSV file that is replayed into the hub. */
export interface ProducerSpec {
  /** Path of the CSV file, relative to the project, in which `${name}` stands for a variable; `*` stands for any part of the name, and the files are then sent in the order of their names, each when what came before is drained (with `--continuous`: when those before it have been sent). */
  readonly file: string;
  /** The column that events are partitioned by. */
  readonly key: ColumnName;
  /** How fast events are sent. Default: as fast as they can be. */
  readonly rate?: Rate;
}

/** Sources, or tables: `sources.orders`, or with one `*` for any part of their names: `sources.pos_*`; another pipeline's with `pipeline/` before it: `shop/silver.*`. */
export type EachPattern = string;

/** The sources or tables for each of which this is one, as if it were written for it alone: for a table those of the layers below it, and of another pipeline those of its own layer too; for a sink all. `${each}` stands for what `*` stands for (`orders`, with `sources.pos_*`, of `sources.pos_orders`), or without it for the name: in the own name, and where `from` and `description` have it, of a table also `union`, the table of a `join` and `renamed_from`, of a sink `database`, `container`, `event_hub`, `topic`, `folder`, `partition_key` and `key`. */
export type ForEachSpec = EachPattern | readonly EachPattern[] | ForSomeSpec;

/** All that are meant by a pattern, but for others. */
export interface ForSomeSpec {
  /** Those of which some are left out. */
  readonly of: EachPattern | readonly EachPattern[];
  /** Those that are left out. Each must be one of them. */
  readonly except?: EachPattern | readonly EachPattern[];
}

/** A bronze table: what came in, and where each row stood. Of a hub or topic body and position of each event, of files of JSON and CSV their lines and records, nothing parsed, nothing lost; of Parquet, Avro and Delta the rows. `<table>_quarantine` beside a table of files holds the paths of files that are not as declared, and why. Of a database's table, or files with `read` (`format: csv`, `parquet` or `json`), it is no table but files: what each reading brought, in a folder of its own; a table with `apply_changes` merges them, and one with `write: replace` is made of the last of them, where each is of the whole table (`read: full`). */
export interface RawTableSpec {
  readonly for_each?: ForEachSpec;
  /** The source that it keeps. */
  readonly from: Reference;
  /** Of what the orchestrator lands, a database's table or files with `read`, and only of that: what its own files are. Each reading is one of them, `<table>/landing=<number>/rows.<format>`. `csv` has a header and takes every value as text; `json`, of files of JSON and always of them, is their lines as they are. `parquet` is smaller, and a text that is `\N` stays one in it; but the copy fails of times on `0001-01-01` and after `9999-12-31T00:00:00`, and a self-hosted integration runtime needs a Java runtime for it. Another format begins with all rows anew. */
  readonly format?: "csv" | "parquet" | "json";
  /** What the table holds. */
  readonly description?: string;
  readonly backfill?: BackfillSpec;
  readonly renamed_from?: RenamedFromSpec;
  readonly streaming?: StreamingSpec;
  /** Of files of Parquet and Avro and of a table that others write: what becomes of an existing table that has other columns than the source declares. `fail` (default) stops the job before its queries start. `add` gives it the declared columns that it lacks, null in the rows that it holds, and stops at any other difference; and of files, one that lacks declared columns, as those that were written before there were such, is read with null for them (the count `files.incomplete` says of how many) instead of being set aside. It is about columns, not fields: a field added inside a struct is another type of its column, which takes a raised `backfill`. The query goes on where it was: files that were set aside before stay so, until `backfill` is raised. */
  readonly on_schema_change?: "fail" | "add";
}

/** One logical query. Its clauses apply in a fixed order, in whatever order they are written: from or union, explode, columns, where, expect, watermark, deduplicate or apply_changes, join, window, group_by with aggregates, write. */
export interface TableSpec {
  readonly for_each?: ForEachSpec;
  /** The table that it reads. Each table has this or `union`. */
  readonly from?: Reference;
  /** The tables whose rows it reads together, instead of `from`: all of one shape (columns of the same names and types), all bronze, or none. */
  readonly union?: readonly Reference[];
  /** What the table holds. */
  readonly description?: string;
  /** `false` makes the table a view: nothing is stored and no query runs for it; its clauses (`explode`, `columns` or `with_columns` and `except`, `where`, and `expect` with `else: drop`) are the first steps of each table that reads it, which counts its rows under its name. A sink, a join, a table with `write: replace` and one that pairs streams (`within`) read stored tables only; and below a window a view can only make columns and unite tables. Default `true`. */
  readonly materialize?: boolean;
  readonly backfill?: BackfillSpec;
  readonly renamed_from?: RenamedFromSpec;
  readonly streaming?: StreamingSpec;
  readonly explode?: ExplodeSpec;
  /** Exactly these columns, each an expression over the input. */
  readonly columns?: ExpressionsSpec;
  /** The input's columns and these, each an expression over the input. One that has the name of a column of the input replaces it; `except` removes others. */
  readonly with_columns?: ExpressionsSpec;
  /** Columns of the input that the table does not have: all others, and those of `with_columns`, which may still read these. Alone it says: all but these. Where events are read, that is where each stood (`offset`, `partition` …) too, which the table has unless it is removed here or left out of `columns`. */
  readonly except?: readonly ColumnName[];
  /** Only rows for which this is true; the others are counted as filtered. */
  readonly where?: Expression;
  /** Columns of the table that are sensitive for what this table makes of them, or for what the source does not say: `{ full_name: pii }`. Sensitivity that columns bring along need not be written. */
  readonly sensitive?: {
    readonly [name: string]: SensitiveSpec;
  };
  readonly declassify?: DeclassifySpec;
  readonly may_set_aside?: MaySetAsideSpec;
  /** What must hold for each row, by name. A condition that is null is violated. */
  readonly expect?: {
    readonly [name: string]: ExpectationSpec;
  };
  readonly watermark?: WatermarkSpec;
  readonly deduplicate?: DeduplicateSpec;
  readonly apply_changes?: ApplyChangesSpec;
  /** What becomes of rows that come after the watermark has passed them: `drop` (the default, unless sluice.yaml has another) counts them, `divert` writes them to `<table>.late`, `fail` stops the query. `upsert` writes them to the table like any other row, counts them as `late_written`, and has windows corrected: a table with a `window` below holds each window from its first row on and adds to it what comes, whenever that is, so it is the same in whatever order and batches rows come. Such a window is `tumbling` or `hopping`, and its aggregates can be added to: `count`, `count_if`, `sum`, `avg`, `min`, `max`, `bool_and`, `bool_or`, `bit_and`, `bit_or`, `bit_xor`, and expressions over these. As its rows change, what reads such a table has `write: replace` or looks rows up in it. A join `within` a time cannot read what has `upsert`; a `deduplicate` beside it has the column of the watermark among its keys. */
  readonly late_rows?: "drop" | "divert" | "upsert" | "fail";
  /** Tables that each row is joined with, by the names that expressions know them by, one after another: `join: { shops: { table: silver.shops, on: shop_id, how: left, columns: [city] } }`. */
  readonly join?: {
    readonly [name: string]: JoinSpec;
  };
  readonly window?: WindowSpec;
  /** The columns that aggregates are computed for. */
  readonly group_by?: readonly ColumnName[];
  /** Result columns by name, each an aggregate expression. */
  readonly aggregates?: ExpressionsSpec;
  /** What computes the table: `data-flow`, a mapping data flow that the orchestrator runs. It writes the same rows at the same place, to a table without constraints and comments. Default: notebooks of `platform: { spark: … }`. A data flow reads one table with `format: parquet` that lands files as a whole (`read: full`), has `write: replace`, and says `explode`, `columns`, `with_columns`, `except` and `where` over strings; what it cannot say exactly is refused. What it counts is not recorded in `_ops.batches`. Tables of its pipeline that notebooks compute (`write: replace`) read it and look rows up in it: all jobs of the pipeline wait for the data flows that any of them reads. Other pipelines, data flows and sinks do not read it. */
  readonly engine?: "data-flow";
  /** How rows come into the table: `append` (default) adds those that each batch makes; `replace` computes all of them anew from everything that its inputs and joined tables hold, whenever one of those has changed, and swaps the table in one commit. Aggregates without a window need `replace`, and so does what reads a table with `apply_changes`, or the last reading of a whole table (`read: full`): such a table stands in the same pipeline, and is computed in each run in which something that it reads has changed. Beside `replace` stand neither `watermark`, `deduplicate`, `late_rows`, `window` nor a join `within` a time, no sink reads such a table, and a table that does is replaced too. */
  readonly write?: "append" | "replace";
  /** Columns of the table by whose values its files are kept in folders: few different values, as a date's. What an existing table is partitioned by does not change. */
  readonly partition_by?: readonly ColumnName[];
  /** What becomes of an existing table that has other columns than declared: `fail` (default) stops the job before its queries start; `add` gives it the declared columns that it lacks, null in the rows that it holds, and stops at any other difference. */
  readonly on_schema_change?: "fail" | "add";
}

/** A number that is raised to have the table computed anew: its rows, and those of all tables that read it, are removed once, and all input is read again. What a source no longer keeps cannot be read again. */
export type BackfillSpec = number;

/** The name that the table had, without its layer. While this stands, the table's place in the lake, its checkpoint and its records keep that name, so nothing is read again; everything else goes by the new one. */
export type RenamedFromSpec = string;

/** One column, which holds the elements of an array, each in a row of its own: `item: items`, or `item: { of: items, outer: true }`. Later clauses see it beside the input's columns. */
export type ExplodeSpec = {
  readonly [name: string]: ExplodedSpec;
};

/** An array (an expression over the input), or a mapping of it and what becomes of rows without elements. */
export type ExplodedSpec = string | {
  /** The array: an expression over the input. */
  readonly of: Expression;
  /** `true`: a row whose array is empty or null stays, as one row with null for an element; `false` (default): it is counted and left out. */
  readonly outer?: boolean;
};

/** Expressions by the name of the column that they make. */
export type ExpressionsSpec = {
  readonly [name: string]: Expression;
};

/** A condition, and what becomes of a row that violates it. */
export interface ExpectationSpec {
  /** The condition; null counts as violated. */
  readonly that: Expression;
  /** `quarantine`: the row goes to `<table>.quarantine` with the names of all violated expectations; `drop`: it is counted and left out; `warn`: it passes and is counted; `fail`: the query stops before anything of the batch is written. */
  readonly else: "quarantine" | "drop" | "warn" | "fail";
}

/** How long to wait for rows that are out of order, in event time. */
export interface WatermarkSpec {
  /** The column with the event time: a timestamp. */
  readonly column: ColumnName;
  /** How far behind the latest event time a row may be. */
  readonly delay: DurationOrVariable;
  /** How far a row's event time may be beyond its arrival, which is that of the event in the hub, the file's time of change, or when a row of another's table was read (`landed_at`); further ones violate the expectation `not_ahead` and are quarantined, so that one wrong clock cannot close windows for all. Default `1 hour`, unless sluice.yaml has another. */
  readonly ahead?: DurationOrVariable;
}

/** Keeps one row for each key: the first that came in; of those that come in one batch, the first by its place in the source (partition and offset, file and row). */
export interface DeduplicateSpec {
  /** The columns that make two rows the same. */
  readonly keys: readonly ColumnName[];
  /** `watermark`: repeats are found as long as the watermark has not passed the first one. */
  readonly within: "watermark";
}

/** Keeps the latest row of each key of what has landed of a database's table, or of files (`from`: a bronze table with a `format`); of a database's table its versions too (`scd_type: 2`). Whatever came before a run is taken as if each had come alone, so the table does not depend on when runs were. Beside it stand only `columns`, or `with_columns` and `except`, `where` and `expect`, all of which are about the rows that are read: one that they leave out changes nothing, so the row with its key stays as it was. Tables of the same pipeline read the result, and look rows up in it, with `write: replace`; no sink does yet. */
export interface ApplyChangesSpec {
  /** The columns that tell two rows apart: those that come from the source's `primary_key`, all of them and no others. Default: just these. */
  readonly keys?: readonly ColumnName[];
  /** The columns by which rows of one key are ordered, never null; the first, which comes from the source's cursor, decides first. Of rows that are alike in all of them the one that landed last is the latest; of files (`read: new-files`) they must tell any two rows of one key apart, because files that are taken by one run land together, so which of two such rows is kept depends on when runs were. Only and always of a source with `changes: upsert`: of whole tables (`read: full`) each reading is later than the ones before. */
  readonly sequence_by?: readonly ColumnName[];
  /** What becomes of the row that was there: with `1` the latest takes its place; with `2` it stays, as a version. `2` adds two columns: `valid_from`, and `valid_to`, null in the version that holds now; a version holds from the one until just before the other. Of a source with `changes: upsert` each row with another `sequence_by`, which then is one timestamp, is a version, valid from that time until that of the next one, and one that comes late takes its place between them. Of whole tables (`read: full`) a version begins at the time of the reading that first has the row so. */
  readonly scd_type: 1 | 2;
  /** With `scd_type: 2` over whole tables: only a change of these columns makes a new version, one of others changes the version that holds now. Default: all columns that are no keys. */
  readonly track_history?: readonly ColumnName[];
  /** What deletes a row; with `scd_type: 2` it ends its version. Of a source with `changes: upsert`: an expression over the columns that land; a change for which it is true is a delete of the row with its key, one for which it is false or null is a row. A delete has its place in the order as a row has, so a row that is earlier and comes later stays deleted, and one that is later is there again; of changes alike in `sequence_by` that land together a delete is the later one. Keys and `sequence_by` of deletes are kept for that in a table of their own, `<table>_deleted` (with `ignore_null` in `<table>_sequences`), for ever. `where` and `expect` are about deletes too: one that they leave out changes nothing. Over whole tables (`read: full`): `absent` deletes a row that the last reading does not have. One that the reading has and `where` or `expect` leaves out is not absent; one that the reading passed over is, so the database must have READ_COMMITTED_SNAPSHOT on (see `read`). Without it such rows stay. */
  readonly delete_when?: Expression;
  /** Of a source with `changes: upsert`, with `scd_type: 1`: whether a null in a row that comes keeps the value that is there (default `false`: it takes its place). Each column then has the latest value that is not null, and the columns of `sequence_by` are those of the latest row. For each value it is kept, in a table of its own, `<table>_sequences`, by which row it has its place in the order: so a row that is earlier and comes later gives what later ones left null and nothing else, and the table is the same in whatever order rows come. After a delete (`delete_when`) a key begins with nothing. Nothing can be set to null by a change then: delete the row, or write a value that says so. Arrays and maps are values as a whole; a struct is refused, write its fields as columns. */
  readonly ignore_null?: boolean;
}

/** Looks each row up in another table as it is when the batch is made (a replayed batch looks up the same version of it); or, with `within`, pairs the rows of two streams, in whatever order they come. The rows of the table that has the join are the left ones. A right join is a `left` join of a table that reads the other one, in which `before` and `after` change places. Rows without a match alone (an anti join) are those of a `left` join that a table which reads it keeps by a `where` on a joined column that is null there and nowhere else. A full join is the `union` of a `left` join and the rows without a match of the right one. */
export type JoinSpec = (InnerJoinSpec | LeftJoinSpec | SemiJoinSpec) & ({
  /** What becomes of a row without a match. */
  readonly how: "inner" | "left" | "semi";
});

/** Adds columns to rows with a match; a row without one is left out (and counted as unmatched where it is looked up). */
export interface InnerJoinSpec {
  /** Always `inner`. */
  readonly how: "inner";
  /** The other table: silver or gold. */
  readonly table: Reference;
  readonly on: JoinConditionSpec;
  readonly within?: JoinWithinSpec;
  readonly columns: JoinedColumnsSpec;
}

/** Adds columns to every row: null where there is no match, which is counted. */
export interface LeftJoinSpec {
  /** Always `left`. */
  readonly how: "left";
  /** The other table: silver or gold. */
  readonly table: Reference;
  readonly on: JoinConditionSpec;
  readonly within?: JoinWithinSpec;
  readonly columns: JoinedColumnsSpec;
}

/** Keeps rows with a match and adds nothing; a row without one is left out (and counted as unmatched where it is looked up). The other table may hold several matches. */
export interface SemiJoinSpec {
  /** Always `semi`. */
  readonly how: "semi";
  /** The other table: silver or gold. */
  readonly table: Reference;
  readonly on: JoinConditionSpec;
  readonly within?: JoinWithinSpec;
}

/** A column that both tables have, or a list of such; or a condition in which the join's name qualifies the other table's columns, as in `sale_id = online.sale`. A null matches nothing. */
export type JoinConditionSpec = string | readonly ColumnName[];

/** Pairs the rows of two streams instead of looking rows up: a row is kept until the watermarks of both tables have passed every row that it could match. This says how far the event time of the other row may lie from this row's, bounds included; a bound that is not written is no time at all. A row may match several, and there is a row for each pair; with `left` a row without a match comes out once it can have none, with `semi` each row with a match once, when its first is there. After each start of the query Spark waits until both tables have brought rows before it decides that a row has no match. On this machine each run is a start: if only one of them brings rows between two starts, `left` writes no row without a match. Beside it only `columns`, or `with_columns` and `except`, stand: other clauses belong into a table above, or into one that reads this one. */
export interface JoinWithinSpec {
  /** How much earlier than this row's the event time of the other row may be. */
  readonly before?: DurationOrVariable;
  /** How much later than this row's the event time of the other row may be. */
  readonly after?: DurationOrVariable;
}

/** The columns of the other table that are added: a list of their names, or a mapping from new names to theirs. */
export type JoinedColumnsSpec = readonly ColumnName[] | {
  readonly [name: string]: ColumnName;
};

/** Groups rows by stretches of event time. */
export type WindowSpec = (TumblingWindowSpec | HoppingWindowSpec | SessionWindowSpec) & ({
  /** How stretches are cut. */
  readonly type: "tumbling" | "hopping" | "session";
});

/** Windows of one size, each row in one of them. */
export interface TumblingWindowSpec {
  /** Always `tumbling`. */
  readonly type: "tumbling";
  /** The column with the event time; it carries the watermark. */
  readonly column: ColumnName;
  /** Length of a window. */
  readonly size: DurationOrVariable;
  /** How far windows begin after whole sizes since 1970 (UTC). Default none. */
  readonly offset?: DurationOrVariable;
}

/** Windows of one size, one beginning at each hop: they overlap, and a row is in several. */
export interface HoppingWindowSpec {
  /** Always `hopping`. */
  readonly type: "hopping";
  /** The column with the event time; it carries the watermark. */
  readonly column: ColumnName;
  /** Length of a window. */
  readonly size: DurationOrVariable;
  /** Time from one window's beginning to the next one's; not longer than `size`. */
  readonly hop: DurationOrVariable;
  /** How far windows begin after whole hops since 1970 (UTC). Default none. */
  readonly offset?: DurationOrVariable;
}

/** A window for each run of rows of one group that follow each other closely; it ends when nothing comes for the gap. */
export interface SessionWindowSpec {
  /** Always `session`. */
  readonly type: "session";
  /** The column with the event time; it carries the watermark. */
  readonly column: ColumnName;
  /** How long nothing may come within a window. */
  readonly gap: DurationOrVariable;
}

/** A store outside the lake. Its kind is that of the connection, and what it writes to is said in that kind's word: `container` (Cosmos DB), `event_hub` (Event Hubs), `topic` (Kafka) or `folder` (a storage account). */
export type SinkSpec = CosmosSinkSpec | EventHubSinkSpec | KafkaSinkSpec | FilesSinkSpec;

/** A container of an Azure Cosmos DB account: each row is a document, upserted by the table's key, so a replayed batch changes nothing. */
export interface CosmosSinkSpec {
  readonly for_each?: ForEachSpec;
  /** The table that is written. */
  readonly from: Reference;
  /** What the store serves. */
  readonly description?: string;
  readonly streaming?: StreamingSpec;
  /** Only rows for which this is true, an expression over the table's columns; the others are counted as filtered. */
  readonly where?: Expression;
  /** A `cosmos` connection of the project. */
  readonly connection: Name;
  /** Database of the account. */
  readonly database: NameOrVariable;
  /** Container of the database. */
  readonly container: NameOrVariable;
  /** The column that the container is partitioned by. It must be part of the table's key. */
  readonly partition_key: KeyColumnName;
  readonly may_hold?: MayHoldSpec;
}

/** An event hub that each row is sent to, as JSON, at least once: a replayed batch is sent again, and its events carry the same `event_id` (a property made of the table's key) by which a reader removes repeats. */
export interface EventHubSinkSpec {
  readonly for_each?: ForEachSpec;
  /** The table that is written. */
  readonly from: Reference;
  /** What the store serves. */
  readonly description?: string;
  readonly streaming?: StreamingSpec;
  /** Only rows for which this is true, an expression over the table's columns; the others are counted as filtered. */
  readonly where?: Expression;
  /** An `event-hubs` connection of the project. */
  readonly connection: Name;
  /** Name of the hub. */
  readonly event_hub: NameOrVariable;
  /** Number of partitions of the hub. */
  readonly partitions: Partitions;
  /** The column that events are partitioned by: those with one value go to one partition. Default: none, events go to any. */
  readonly key?: KeyColumnName;
  readonly columns?: SentColumnsSpec;
  readonly may_hold?: MayHoldSpec;
}

/** A topic of a Kafka cluster that each row is sent to, as JSON, at least once: a replayed batch is sent again, and its events carry the same `event_id` (a header made of the table's key) by which a reader removes repeats. */
export interface KafkaSinkSpec {
  readonly for_each?: ForEachSpec;
  /** The table that is written. */
  readonly from: Reference;
  /** What the store serves. */
  readonly description?: string;
  readonly streaming?: StreamingSpec;
  /** Only rows for which this is true, an expression over the table's columns; the others are counted as filtered. */
  readonly where?: Expression;
  /** A `kafka` connection of the project. */
  readonly connection: Name;
  /** Name of the topic: letters, digits, `.`, `_` and `-`; `${name}` stands for a variable. */
  readonly topic: string;
  /** Number of partitions of the topic. */
  readonly partitions: Partitions;
  /** The column that events are partitioned by: those with one value go to one partition. Default: none, events go to any. */
  readonly key?: KeyColumnName;
  readonly columns?: SentColumnsSpec;
  readonly may_hold?: MayHoldSpec;
}

/** Files in a storage account. Each batch has a folder of its own, `<folder>/checkpoint=<identity>/batch=<number>`, complete once it holds `_SUCCESS`; a replayed batch writes its folder anew, so no row stands there twice. Another identity of the query (another name of the sink, another format, other columns) begins a `checkpoint=` folder of its own with all rows: read one of them. */
export interface FilesSinkSpec {
  readonly for_each?: ForEachSpec;
  /** The table that is written. */
  readonly from: Reference;
  /** What the files are for. */
  readonly description?: string;
  readonly streaming?: StreamingSpec;
  /** Only rows for which this is true, an expression over the table's columns; the others are counted as filtered. */
  readonly where?: Expression;
  /** A `storage` connection of the project. */
  readonly connection: Name;
  /** Folder of the container, as `exports/orders`: words of letters, digits, `_` and `-` with `/` between, each beginning with a letter or a digit. */
  readonly folder: string;
  /** `parquet`; `json`: an object a line, times as ISO text, nulls left out; `csv`: with a header, times as ISO text, quotes doubled, null as nothing. */
  readonly format: "parquet" | "json" | "csv";
  readonly columns?: SentColumnsSpec;
  readonly may_hold?: MayHoldSpec;
}

/** Which kinds of what is sensitive may reach it: `[pii]`. A sensitive column of another kind is an error. Default: none. */
export type MayHoldSpec = LabelsSpec;

/** Which kinds of what is sensitive may stand in the tables of rows that are set aside beside it, `<table>_quarantine` and `<table>_late`: they hold rows as they came, of events with their whole body. Default: as the project's `defaults` say, else none. */
export type MaySetAsideSpec = LabelsSpec;

/** Columns of it that are not sensitive any more, although they are made of what is, each with the reason: `{ total: sums of a month and a city }`. A column that `sensitive` names beside it is just what is said there. */
export type DeclassifySpec = {
  readonly [name: string]: string;
};

/** The columns that go out. Default: all of the table. */
export type SentColumnsSpec = readonly ColumnName[];

/** A type word; what is sensitive is written `{ type: string, sensitive: pii }`. */
export type DatabaseColumnSpec = string | SensitiveDatabaseColumnSpec;

/** A column that is sensitive. */
export interface SensitiveDatabaseColumnSpec {
  /** A type word. */
  readonly type: string;
  readonly sensitive: SensitiveSpec;
}

/** A table of the database, or a view. */
export interface DatabaseTableSpec {
  /** The columns that tell two rows of the table apart and are never null. What is read `incremental` needs them, and what is merged with `apply_changes`. */
  readonly primary_key?: readonly ColumnName[];
  /** The columns that are read, as `name: type`, in their order. One that cannot be read (`varbinary`) is left out, or read through a view. */
  readonly columns: {
    readonly [name: string]: DatabaseColumnSpec;
  };
}

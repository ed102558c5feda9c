// @ts-nocheck -- generated from schema/*.schema.json by `npm run generate`; do not edit. The exports are typed.
import type { DatabaseSpec, PipelineSpec, ProjectSpec } from "./spec.generated.js";

/** What a validator says of a value that it refuses, in ajv's own words. */
export interface SchemaError {
  readonly keyword: string;
  /** A JSON pointer to the value. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
  /** The keyword's own value in the schema. */
  readonly schema?: unknown;
  /** The schema that the keyword stands in. */
  readonly parentSchema?: Readonly<Record<string, unknown>>;
  /** The value that was refused. */
  readonly data?: unknown;
}

/** Says whether a value fits; what is wrong stands in `errors` until the next call. */
export interface Validator<T> {
  (value: unknown): value is T;
  readonly errors?: readonly SchemaError[] | null;
}


export const validateProject: Validator<ProjectSpec> = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"ProjectSpec","title":"ProjectSpec","description":"sluice.yaml: what all pipelines of a project share, and what differs between its environments.","type":"object","additionalProperties":false,"required":["version","project","environments"],"properties":{"version":{"description":"The version of the language. Always 1.","const":1},"project":{"description":"The project's name. It begins the names of jobs and resources.","$ref":"#/definitions/Name"},"platform":{"$ref":"#/definitions/PlatformSpec"},"variables":{"description":"Values that differ between environments, by name. Written `${name}` where a name, a host, a number, a duration or a location stands; never inside an expression.","type":"object","propertyNames":{"pattern":"^[a-z][a-z0-9_]*$","maxLength":80},"additionalProperties":{"$ref":"#/definitions/VariableSpec"}},"lake":{"$ref":"#/definitions/LakeSpec"},"secrets":{"$ref":"#/definitions/SecretsSpec"},"control":{"$ref":"#/definitions/ControlSpec"},"compute":{"description":"Sizes of clusters, by name. What an environment binds (the kind of node) stands in the environment.","type":"object","propertyNames":{"pattern":"^[a-z][a-z0-9_]*$","maxLength":80},"additionalProperties":{"$ref":"#/definitions/ComputeSpec"}},"connections":{"description":"Services outside the lake that sources and sinks use, by name.","type":"object","propertyNames":{"pattern":"^[a-z][a-z0-9_]*$","maxLength":80},"additionalProperties":{"$ref":"#/definitions/ConnectionSpec"}},"principals":{"description":"Who is granted rights, by the name that `grants` of pipelines call it. A principal belongs to the project: what its role was granted otherwise in a database whose `tables` stand under `connections` is revoked there.","type":"object","minProperties":1,"propertyNames":{"pattern":"^[a-z][a-z0-9_]*$","maxLength":80},"additionalProperties":{"$ref":"#/definitions/PrincipalSpec"}},"defaults":{"$ref":"#/definitions/DefaultsSpec"},"environments":{"description":"Where the project runs, by name. Environments differ in values only.","type":"object","minProperties":1,"propertyNames":{"pattern":"^[a-z][a-z0-9_]*$","maxLength":80},"additionalProperties":{"$ref":"#/definitions/EnvironmentSpec"}}},"definitions":{"Name":{"description":"Letters, digits, `_` and `-`, beginning with a letter.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9_-]*$","maxLength":80},"SecretName":{"description":"Letters, digits and `-`, beginning with a letter; a Key Vault has no secret with `_`.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9-]*$","maxLength":127},"Placeholder":{"description":"A variable of the project: `${name}`.","type":"string","pattern":"^\\$\\{[a-z][a-z0-9_]*\\}$"},"DurationOrVariable":{"description":"A length of time: a whole number from 1 to 999999 and a unit, as `10 minutes`; or a variable, `${name}`.","type":"string","pattern":"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"},"Text":{"description":"Text that may hold `${variable}` placeholders.","type":"string","minLength":1},"PlatformSpec":{"description":"The engines that the project is compiled for.","type":"object","additionalProperties":false,"required":["spark"],"properties":{"orchestrator":{"description":"The service that lands tables of databases, and files, and starts the notebooks: `adf`, Azure Data Factory (with `spark: databricks`), or `synapse`, the pipelines of the Synapse workspace (with `spark: synapse`). Default none: notebooks are kept running by jobs.","enum":["adf","synapse"]},"spark":{"description":"The Spark service that runs the notebooks: Azure Databricks or Azure Synapse.","enum":["databricks","synapse"]}}},"VariableSpec":{"description":"A value that each environment gives, or takes from the default.","type":"object","additionalProperties":false,"required":["type"],"properties":{"type":{"description":"`name`: a resource's name (letters, digits, `-`, `_`); `host`: a host name, without scheme, port or path; `number`: a whole number; `duration`: a length of time, as `10 minutes`; `location`: a path.","enum":["name","host","number","duration","location"]},"default":{"description":"The value where an environment gives none. Variables that name an environment's own things have no default.","type":["string","number"]},"description":{"description":"What the value is for.","type":"string"}}},"LakeSpec":{"description":"The storage account that holds the tables, checkpoints and the record of batches.","type":"object","additionalProperties":false,"required":["account"],"properties":{"account":{"description":"Name of the storage account (hierarchical namespace on).","$ref":"#/definitions/Text"},"container":{"description":"Container of the account. Default `lake`.","$ref":"#/definitions/Text"}}},"SecretsSpec":{"description":"Where secrets are kept. The YAML only ever names them.","type":"object","additionalProperties":false,"required":["vault"],"properties":{"vault":{"description":"Name of the Key Vault; on Databricks the secret scope backed by it has the same name.","$ref":"#/definitions/Text"}}},"ControlSpec":{"description":"Where it is kept how far each table of a database was read: a table in a database that the orchestrator reaches. The script `common/sql/control.sql` makes it; the database's owner runs that once. The marks there and the landings in the lake belong together: no mark may be changed or removed, nor the database restored to an earlier time, and no rule of the storage account may remove landed files; else rows are missed, or a run stops. After a restore all must land anew: what is read by a cursor with another `start`, whole tables and files as a bronze table of another name; tables with `apply_changes` need a higher `backfill` then. Another server, database or schema, as it is written here, begins all landings anew; another value of a variable in it does not, so the table must be taken along.","type":"object","additionalProperties":false,"required":["connection"],"properties":{"connection":{"description":"A `sql-server` or `azure-sql` connection of the project: that of the tables themselves, or of any other database. Its user reads and writes the schema's tables.","$ref":"#/definitions/Name"},"schema":{"description":"The schema that the table stands in: letters, digits and `_`, beginning with a letter. Several projects may have the same: each knows its own rows by its name. Default `sluice`.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":80}}},"ComputeSpec":{"description":"A cluster's size.","type":"object","additionalProperties":false,"required":["workers"],"properties":{"data_flow_cores":{"description":"The cores of the clusters that mapping data flows (`engine: data-flow`) run on, of which half or fewer are the driver's: the sizes that the service has. Default: 8.","enum":[8,16,32,48,80,144,272]},"workers":{"description":"Number of worker nodes: a whole number from 0 to 1000, or a variable, `\"${name}\"`.","anyOf":[{"type":"integer","minimum":0,"maximum":1000},{"$ref":"#/definitions/Placeholder"}]}}},"ConnectionSpec":{"description":"A service outside the lake.","type":"object","discriminator":{"propertyName":"kind"},"required":["kind"],"properties":{"kind":{"description":"What the service is.","enum":["event-hubs","kafka","cosmos","storage","sql-server","azure-sql","postgres","blob","http","azure-function","serverless-sql"]}},"oneOf":[{"$ref":"#/definitions/EventHubsConnectionSpec"},{"$ref":"#/definitions/KafkaConnectionSpec"},{"$ref":"#/definitions/CosmosConnectionSpec"},{"$ref":"#/definitions/StorageConnectionSpec"},{"$ref":"#/definitions/SqlServerConnectionSpec"},{"$ref":"#/definitions/AzureSqlConnectionSpec"},{"$ref":"#/definitions/PostgresConnectionSpec"},{"$ref":"#/definitions/BlobConnectionSpec"},{"$ref":"#/definitions/HttpConnectionSpec"},{"$ref":"#/definitions/AzureFunctionConnectionSpec"},{"$ref":"#/definitions/ServerlessSqlConnectionSpec"}]},"EventHubsConnectionSpec":{"description":"An Event Hubs namespace. Hubs are read through its Kafka endpoint, or from Capture files.","type":"object","additionalProperties":false,"required":["kind","namespace","identity"],"properties":{"kind":{"description":"Always `event-hubs`.","const":"event-hubs"},"namespace":{"description":"Name of the namespace, without the host's domain.","$ref":"#/definitions/Text"},"tier":{"description":"The namespace's tier. Default `standard`. The basic tier has neither a Kafka endpoint nor Capture.","enum":["basic","standard","premium","dedicated"]},"identity":{"$ref":"#/definitions/EventHubsIdentitySpec"},"hubs":{"description":"Hubs that principals are granted rights on, by their names. Of the others no rights are spoken of.","type":"array","minItems":1,"uniqueItems":true,"examples":[["readings"]],"items":{"$ref":"#/definitions/Text"}}},"elsewhere":{"servers":["kind: kafka"],"account":["kind: cosmos","kind: storage","kind: blob"],"api":["kind: cosmos"],"container":["kind: storage","kind: blob"],"resource_group":["kind: storage"],"subscription":["kind: storage"],"server":["kind: sql-server","kind: azure-sql","kind: postgres"],"database":["kind: sql-server","kind: azure-sql","kind: postgres","kind: serverless-sql"],"tables":["kind: sql-server","kind: azure-sql","kind: postgres"],"integration_runtime":["kind: sql-server","kind: azure-sql","kind: postgres"],"port":["kind: postgres"],"ssl":["kind: postgres"],"host":["kind: http","kind: azure-function"],"base":["kind: http"],"workspace":["kind: serverless-sql"],"deploy_as":["kind: serverless-sql"]}},"EventHubsIdentitySpec":{"description":"Who the connection is opened as: a connection string (`secret`), an application of Microsoft Entra ID (`client_id`, `tenant`, `secret`), a service credential of Unity Catalog (`service_credential`), or the platform's own identity (`managed`).","if":{"type":"string"},"then":{"$ref":"#/definitions/ManagedIdentity"},"else":{"if":{"type":"object","required":["client_id"]},"then":{"$ref":"#/definitions/ApplicationIdentitySpec"},"else":{"if":{"type":"object","required":["service_credential"]},"then":{"$ref":"#/definitions/ServiceCredentialSpec"},"else":{"$ref":"#/definitions/SecretIdentitySpec"}}}},"ManagedIdentity":{"description":"The platform's own identity. Kafka's client cannot log in with it, so it suits hubs that are read from their Capture files.","const":"managed"},"ApplicationIdentitySpec":{"description":"An application of Microsoft Entra ID (a service principal) that has the role Azure Event Hubs Data Receiver, or Sender.","type":"object","additionalProperties":false,"required":["client_id","tenant","secret"],"properties":{"client_id":{"description":"The application's id; where environments have their own, a variable.","$ref":"#/definitions/Text"},"tenant":{"description":"The id of the directory that the application is in.","$ref":"#/definitions/Text"},"secret":{"description":"Name of the secret in the vault that holds the application's client secret.","$ref":"#/definitions/SecretName"}}},"ServiceCredentialSpec":{"description":"A service credential of Unity Catalog, by which Databricks reads hubs as the access connector's managed identity (`spark: databricks`).","type":"object","additionalProperties":false,"required":["service_credential"],"properties":{"service_credential":{"description":"The credential's name.","$ref":"#/definitions/Text"}}},"KafkaConnectionSpec":{"description":"A Kafka cluster.","type":"object","additionalProperties":false,"required":["kind","servers"],"properties":{"kind":{"description":"Always `kafka`.","const":"kafka"},"servers":{"description":"Addresses of brokers, each as `host:port`, with commas between.","$ref":"#/definitions/Text"},"identity":{"$ref":"#/definitions/PasswordIdentitySpec"}},"elsewhere":{"namespace":["kind: event-hubs"],"tier":["kind: event-hubs"],"hubs":["kind: event-hubs"],"account":["kind: cosmos","kind: storage","kind: blob"],"api":["kind: cosmos"],"container":["kind: storage","kind: blob"],"resource_group":["kind: storage"],"subscription":["kind: storage"],"server":["kind: sql-server","kind: azure-sql","kind: postgres"],"database":["kind: sql-server","kind: azure-sql","kind: postgres","kind: serverless-sql"],"tables":["kind: sql-server","kind: azure-sql","kind: postgres"],"integration_runtime":["kind: sql-server","kind: azure-sql","kind: postgres"],"port":["kind: postgres"],"ssl":["kind: postgres"],"host":["kind: http","kind: azure-function"],"base":["kind: http"],"workspace":["kind: serverless-sql"],"deploy_as":["kind: serverless-sql"]}},"PasswordIdentitySpec":{"description":"Who the connection is opened as: a user with a password from the vault (SASL PLAIN over TLS). Default: no login.","type":"object","additionalProperties":false,"required":["user","secret"],"properties":{"user":{"description":"Name of the user.","$ref":"#/definitions/Name"},"secret":{"description":"Name of the secret in the vault that holds the password.","$ref":"#/definitions/SecretName"}}},"CosmosConnectionSpec":{"description":"An Azure Cosmos DB account.","type":"object","additionalProperties":false,"required":["kind","account","identity"],"properties":{"kind":{"description":"Always `cosmos`.","const":"cosmos"},"account":{"description":"Name of the account, without the host's domain.","$ref":"#/definitions/Text"},"api":{"description":"The account's API. Default `nosql`.","enum":["nosql"]},"identity":{"$ref":"#/definitions/SecretIdentitySpec"}},"elsewhere":{"namespace":["kind: event-hubs"],"tier":["kind: event-hubs"],"hubs":["kind: event-hubs"],"servers":["kind: kafka"],"container":["kind: storage","kind: blob"],"resource_group":["kind: storage"],"subscription":["kind: storage"],"server":["kind: sql-server","kind: azure-sql","kind: postgres"],"database":["kind: sql-server","kind: azure-sql","kind: postgres","kind: serverless-sql"],"tables":["kind: sql-server","kind: azure-sql","kind: postgres"],"integration_runtime":["kind: sql-server","kind: azure-sql","kind: postgres"],"port":["kind: postgres"],"ssl":["kind: postgres"],"host":["kind: http","kind: azure-function"],"base":["kind: http"],"workspace":["kind: serverless-sql"],"deploy_as":["kind: serverless-sql"]}},"StorageConnectionSpec":{"description":"A container of an Azure storage account (hierarchical namespace on), reached as the lake is: as the platform's own identity.","type":"object","additionalProperties":false,"required":["kind","account","container"],"properties":{"kind":{"description":"Always `storage`.","const":"storage"},"account":{"description":"Name of the storage account.","$ref":"#/definitions/Text"},"container":{"description":"Container of the account.","$ref":"#/definitions/Text"},"resource_group":{"description":"The resource group that the account is in, which a trigger with `on_file` needs; it does not end with `.`. Default: the environment's, with the data factory; `${name}` stands for a variable.","type":"string","pattern":"^([A-Za-z0-9._()-]|\\$\\{[a-z][a-z0-9_]*\\})*([A-Za-z0-9_()-]|\\$\\{[a-z][a-z0-9_]*\\})$"},"subscription":{"description":"Id of the subscription that the account is in, which a trigger with `on_file` needs. Default: the environment's; `${name}` stands for a variable.","type":"string","pattern":"^([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\\$\\{[a-z][a-z0-9_]*\\})$"},"identity":{"description":"Who the connection is opened as. Default, and so far the only one: `managed`, the platform's own identity.","const":"managed"}},"elsewhere":{"namespace":["kind: event-hubs"],"tier":["kind: event-hubs"],"hubs":["kind: event-hubs"],"servers":["kind: kafka"],"api":["kind: cosmos"],"server":["kind: sql-server","kind: azure-sql","kind: postgres"],"database":["kind: sql-server","kind: azure-sql","kind: postgres","kind: serverless-sql"],"tables":["kind: sql-server","kind: azure-sql","kind: postgres"],"integration_runtime":["kind: sql-server","kind: azure-sql","kind: postgres"],"port":["kind: postgres"],"ssl":["kind: postgres"],"host":["kind: http","kind: azure-function"],"base":["kind: http"],"workspace":["kind: serverless-sql"],"deploy_as":["kind: serverless-sql"]}},"BlobConnectionSpec":{"description":"A container of an Azure storage account whose files the data factory, or the Synapse workspace, lands. It logs in as its own managed identity, which needs the role `Storage Blob Data Reader` there.","type":"object","additionalProperties":false,"required":["kind","account","container"],"properties":{"kind":{"description":"Always `blob`.","const":"blob"},"account":{"description":"Name of the storage account.","$ref":"#/definitions/Text"},"container":{"description":"Container of the account.","$ref":"#/definitions/Text"},"identity":{"description":"Who the connection is opened as. Default, and so far the only one: `managed`, the factory's or the workspace's own identity.","const":"managed"}},"elsewhere":{"namespace":["kind: event-hubs"],"tier":["kind: event-hubs"],"hubs":["kind: event-hubs"],"servers":["kind: kafka"],"api":["kind: cosmos"],"resource_group":["kind: storage"],"subscription":["kind: storage"],"server":["kind: sql-server","kind: azure-sql","kind: postgres"],"database":["kind: sql-server","kind: azure-sql","kind: postgres","kind: serverless-sql"],"tables":["kind: sql-server","kind: azure-sql","kind: postgres"],"integration_runtime":["kind: sql-server","kind: azure-sql","kind: postgres"],"port":["kind: postgres"],"ssl":["kind: postgres"],"host":["kind: http","kind: azure-function"],"base":["kind: http"],"workspace":["kind: serverless-sql"],"deploy_as":["kind: serverless-sql"]}},"HttpConnectionSpec":{"description":"An API whose answers the data factory, or the Synapse workspace, lands, over https and from the internet. docs/http.md tells how.","type":"object","additionalProperties":false,"required":["kind","host"],"properties":{"kind":{"description":"Always `http`.","const":"http"},"host":{"description":"Host name of the API, without scheme, port or path: it is asked over https.","$ref":"#/definitions/Text"},"base":{"description":"What all paths of the API begin with, as `v1` or `api/v3`. Default: nothing.","type":"string","pattern":"^(?!.*\\.\\.)[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*$","maxLength":500},"identity":{"$ref":"#/definitions/HttpIdentitySpec"}},"elsewhere":{"namespace":["kind: event-hubs"],"tier":["kind: event-hubs"],"hubs":["kind: event-hubs"],"servers":["kind: kafka"],"account":["kind: cosmos","kind: storage","kind: blob"],"api":["kind: cosmos"],"container":["kind: storage","kind: blob"],"resource_group":["kind: storage"],"subscription":["kind: storage"],"server":["kind: sql-server","kind: azure-sql","kind: postgres"],"database":["kind: sql-server","kind: azure-sql","kind: postgres","kind: serverless-sql"],"tables":["kind: sql-server","kind: azure-sql","kind: postgres"],"integration_runtime":["kind: sql-server","kind: azure-sql","kind: postgres"],"port":["kind: postgres"],"ssl":["kind: postgres"],"workspace":["kind: serverless-sql"],"deploy_as":["kind: serverless-sql"]}},"HttpIdentitySpec":{"description":"Who the API is asked as: with a key in a header (`header`, `secret`), or as the own identity of the factory, or of the workspace (`resource`). Default: nobody in particular.","if":{"type":"object","required":["resource"]},"then":{"$ref":"#/definitions/HttpManagedIdentitySpec"},"else":{"$ref":"#/definitions/HttpKeySpec"}},"HttpKeySpec":{"description":"A header with a key.","type":"object","additionalProperties":false,"required":["header","secret"],"properties":{"header":{"description":"Name of the header, as `x-api-key` or `Authorization`.","type":"string","pattern":"^(?!([Aa][Cc][Cc][Ee][Pp][Tt]|[Hh][Oo][Ss][Tt])$)[A-Za-z0-9-]+$"},"secret":{"description":"Name of the secret in the vault that holds the whole value of the header: of `Authorization` with its first word, as in `Bearer 3f2a`.","$ref":"#/definitions/SecretName"}}},"HttpManagedIdentitySpec":{"description":"The own identity of the factory, or of the workspace.","type":"object","additionalProperties":false,"required":["resource"],"properties":{"resource":{"description":"What a token is asked for: the API's identifier in Microsoft Entra ID, as `api://5f9c0a1e-orders` or `https://management.azure.com/`.","type":"string","pattern":"^(api|https)://[A-Za-z0-9._/-]+$"}}},"ServerlessSqlConnectionSpec":{"description":"A database of the serverless SQL pool of a Synapse workspace, whose views read tables of the lake. docs/warehouse.md tells how.","type":"object","additionalProperties":false,"required":["kind","workspace","database","identity"],"properties":{"kind":{"description":"Always `serverless-sql`.","const":"serverless-sql"},"workspace":{"description":"Name of the Synapse workspace. Its pool is reached as `<workspace>-ondemand.sql.azuresynapse.net`.","$ref":"#/definitions/Text"},"database":{"description":"Name of the database. A script makes it that is generated.","$ref":"#/definitions/Text"},"identity":{"description":"Who reads the lake. Always `managed`: the workspace's own identity, which needs the role Storage Blob Data Reader on the lake's container.","const":"managed"},"deploy_as":{"description":"Name of a credential of the data factory (`orchestrator: adf`): a user-assigned managed identity that may make databases and logins in the pool. As it publishing has the scripts run, by a pipeline. It is referred to, not made. Default: people run the scripts.","type":"string","pattern":"^(?=.{3,63}$)[A-Za-z0-9]+([-_][A-Za-z0-9]+)*$"}},"elsewhere":{"namespace":["kind: event-hubs"],"tier":["kind: event-hubs"],"hubs":["kind: event-hubs"],"servers":["kind: kafka"],"account":["kind: cosmos","kind: storage","kind: blob"],"api":["kind: cosmos"],"container":["kind: storage","kind: blob"],"resource_group":["kind: storage"],"subscription":["kind: storage"],"server":["kind: sql-server","kind: azure-sql","kind: postgres"],"tables":["kind: sql-server","kind: azure-sql","kind: postgres"],"integration_runtime":["kind: sql-server","kind: azure-sql","kind: postgres"],"port":["kind: postgres"],"ssl":["kind: postgres"],"host":["kind: http","kind: azure-function"],"base":["kind: http"]}},"AzureFunctionConnectionSpec":{"description":"An app of Azure Functions, of which the data factory, or the Synapse workspace, calls functions. docs/azure-functions.md tells how.","type":"object","additionalProperties":false,"required":["kind","host","identity"],"properties":{"kind":{"description":"Always `azure-function`.","const":"azure-function"},"host":{"description":"Host name of the app, without scheme, port or path, as its page in the portal has it: `orders.azurewebsites.net`, or with a region `orders-a1b2c3.westeurope-01.azurewebsites.net`.","$ref":"#/definitions/Text"},"identity":{"$ref":"#/definitions/FunctionIdentitySpec"}},"elsewhere":{"namespace":["kind: event-hubs"],"tier":["kind: event-hubs"],"hubs":["kind: event-hubs"],"servers":["kind: kafka"],"account":["kind: cosmos","kind: storage","kind: blob"],"api":["kind: cosmos"],"container":["kind: storage","kind: blob"],"resource_group":["kind: storage"],"subscription":["kind: storage"],"server":["kind: sql-server","kind: azure-sql","kind: postgres"],"database":["kind: sql-server","kind: azure-sql","kind: postgres","kind: serverless-sql"],"tables":["kind: sql-server","kind: azure-sql","kind: postgres"],"integration_runtime":["kind: sql-server","kind: azure-sql","kind: postgres"],"port":["kind: postgres"],"ssl":["kind: postgres"],"base":["kind: http"],"workspace":["kind: serverless-sql"],"deploy_as":["kind: serverless-sql"]}},"FunctionIdentitySpec":{"description":"Who the functions are called as: the holder of a key (`secret`), or the own identity of the factory, or of the workspace (`resource`), where the app asks for a login by Microsoft Entra ID.","type":"object","oneOf":[{"required":["secret"]},{"required":["resource"]}],"if":{"type":"object","required":["resource"]},"then":{"$ref":"#/definitions/FunctionManagedIdentitySpec"},"else":{"$ref":"#/definitions/FunctionKeySpec"}},"FunctionKeySpec":{"description":"A key of the app.","type":"object","additionalProperties":false,"required":["secret"],"properties":{"secret":{"description":"Name of the secret in the vault that holds a key of the function, or the host key of the app.","$ref":"#/definitions/SecretName"}}},"FunctionManagedIdentitySpec":{"description":"The own identity of the factory, or of the workspace.","type":"object","additionalProperties":false,"required":["resource"],"properties":{"resource":{"description":"What a token is asked for: an allowed token audience of the app's authentication, as `api://5f9c0a1e-orders`.","type":"string","pattern":"^(api|https)://[A-Za-z0-9._/-]+$"}}},"SqlServerConnectionSpec":{"description":"A database of a SQL Server.","type":"object","additionalProperties":false,"required":["kind","server","database","identity"],"properties":{"kind":{"description":"Always `sql-server`.","const":"sql-server"},"server":{"description":"Host name of the server, without scheme, port or instance: it is reached at port 1433. Another one, as it is written here, begins all landings of its tables anew; another value of a variable in it does not: the tables are then gone on with from their marks, as after a move of the database.","$ref":"#/definitions/Text"},"database":{"description":"Name of the database. Another one, or another value of a variable in it, means the same as of `server`.","$ref":"#/definitions/Text"},"identity":{"$ref":"#/definitions/SqlLoginSpec"},"tables":{"description":"The tables on which principals are granted rights, by schema and name: `dbo.orders`. With it the project makes a script of the rights that its principals have in this database, and of no others.","type":"object","minProperties":1,"propertyNames":{"$ref":"#/definitions/GrantedTransactTableName"},"additionalProperties":{"$ref":"#/definitions/GrantedTransactTableSpec"}},"integration_runtime":{"description":"Name of the self-hosted integration runtime of the factory, or of the Synapse workspace, that reaches the server, as those on a company's own network need one: 3 to 63 letters, digits and single `-` between them. It is referred to, not made. A self-hosted one needs a 64-bit Java for tables that land as `parquet`, none for `csv`. Default: the service reaches the server itself.","type":"string","pattern":"^(?=.{3,63}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"}},"elsewhere":{"namespace":["kind: event-hubs"],"tier":["kind: event-hubs"],"hubs":["kind: event-hubs"],"servers":["kind: kafka"],"account":["kind: cosmos","kind: storage","kind: blob"],"api":["kind: cosmos"],"container":["kind: storage","kind: blob"],"resource_group":["kind: storage"],"subscription":["kind: storage"],"port":["kind: postgres"],"ssl":["kind: postgres"],"host":["kind: http","kind: azure-function"],"base":["kind: http"],"workspace":["kind: serverless-sql"],"deploy_as":["kind: serverless-sql"]}},"AzureSqlConnectionSpec":{"description":"An Azure SQL Database.","type":"object","additionalProperties":false,"required":["kind","server","database"],"properties":{"kind":{"description":"Always `azure-sql`.","const":"azure-sql"},"server":{"description":"Host name of the logical server, whole: `shop.database.windows.net`. Another one, as it is written here, begins all landings of its tables anew; another value of a variable in it does not: the tables are then gone on with from their marks, as after a move of the database.","$ref":"#/definitions/Text"},"database":{"description":"Name of the database. Another one, or another value of a variable in it, means the same as of `server`.","$ref":"#/definitions/Text"},"identity":{"$ref":"#/definitions/AzureSqlIdentitySpec"},"tables":{"description":"The tables on which principals are granted rights, by schema and name: `dbo.orders`. With it the project makes a script of the rights that its principals have in this database, and of no others.","type":"object","minProperties":1,"propertyNames":{"$ref":"#/definitions/GrantedTransactTableName"},"additionalProperties":{"$ref":"#/definitions/GrantedTransactTableSpec"}},"integration_runtime":{"description":"Name of the integration runtime, of the factory or of the Synapse workspace, that reaches the server where the service itself may not: a self-hosted one, or one in a managed virtual network. 3 to 63 letters, digits and single `-` between them. It is referred to, not made. A self-hosted one needs a 64-bit Java for tables that land as `parquet`, none for `csv`. Default: the service reaches the server itself, which the server's firewall must allow.","type":"string","pattern":"^(?=.{3,63}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"}},"elsewhere":{"namespace":["kind: event-hubs"],"tier":["kind: event-hubs"],"hubs":["kind: event-hubs"],"servers":["kind: kafka"],"account":["kind: cosmos","kind: storage","kind: blob"],"api":["kind: cosmos"],"container":["kind: storage","kind: blob"],"resource_group":["kind: storage"],"subscription":["kind: storage"],"port":["kind: postgres"],"ssl":["kind: postgres"],"host":["kind: http","kind: azure-function"],"base":["kind: http"],"workspace":["kind: serverless-sql"],"deploy_as":["kind: serverless-sql"]}},"PostgresConnectionSpec":{"description":"A PostgreSQL database, of version 12 or newer, anywhere: its tables are read. It keeps no marks (`control`).","type":"object","additionalProperties":false,"required":["kind","server","database","identity"],"properties":{"kind":{"description":"Always `postgres`.","const":"postgres"},"server":{"description":"Host name of the server, without scheme or port. Another one, as it is written here, begins all landings of its tables anew; another value of a variable in it does not: the tables are then gone on with from their marks, as after a move of the database.","$ref":"#/definitions/Text"},"port":{"description":"The port that it is reached at. Default 5432. Another one means the same as of `server`.","type":"integer","minimum":1,"maximum":65535},"database":{"description":"Name of the database, in its own capital and small letters. Another one, or another value of a variable in it, means the same as of `server`.","$ref":"#/definitions/Text"},"identity":{"$ref":"#/definitions/PostgresLoginSpec"},"tables":{"description":"The tables on which principals are granted rights, by schema and name: `public.orders`. With it the project makes a script of the rights that its principals have in this database, and of no others.","type":"object","minProperties":1,"propertyNames":{"$ref":"#/definitions/GrantedTableName"},"additionalProperties":{"$ref":"#/definitions/GrantedTableSpec"}},"ssl":{"description":"How the connection is encrypted. `verify-full` (the default): the server's certificate must be one of an authority that the integration runtime's machine knows, and name the server; `verify-ca`: it need not name it; `require`: no certificate is checked; `disable`: nothing is encrypted, for a network of one's own.","enum":["verify-full","verify-ca","require","disable"]},"integration_runtime":{"description":"Name of the integration runtime, of the factory or of the Synapse workspace, that reaches the server where the service itself may not: a self-hosted one, or one in a managed virtual network. 3 to 63 letters, digits and single `-` between them. It is referred to, not made. A self-hosted one needs a 64-bit Java for tables that land as `parquet`, none for `csv`. Default: the service reaches the server itself.","type":"string","pattern":"^(?=.{3,63}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"}},"elsewhere":{"namespace":["kind: event-hubs"],"tier":["kind: event-hubs"],"hubs":["kind: event-hubs"],"servers":["kind: kafka"],"account":["kind: cosmos","kind: storage","kind: blob"],"api":["kind: cosmos"],"container":["kind: storage","kind: blob"],"resource_group":["kind: storage"],"subscription":["kind: storage"],"host":["kind: http","kind: azure-function"],"base":["kind: http"],"workspace":["kind: serverless-sql"],"deploy_as":["kind: serverless-sql"]}},"PrincipalSpec":{"description":"Who is granted rights, and what each service knows it as. What is granted in a service that knows it as nothing is refused.","type":"object","additionalProperties":false,"properties":{"role":{"description":"Its role in databases, in its own capital and small letters. At most 63 bytes. In PostgreSQL one that is not there is made, without the right to log in; who may log in is made a member of it. In databases that are asked in T-SQL a principal without `role` has one of its own name.","$ref":"#/definitions/DatabaseRole"},"entra":{"$ref":"#/definitions/EntraIdentitySpec"},"may_see":{"description":"Which kinds of what is sensitive it may see: `[pii]`. A right to read a sensitive column of another kind is an error. Default: none.","$ref":"#/definitions/LabelsSpec"},"description":{"description":"Who it is. It stands in the script.","type":"string"}}},"EntraIdentitySpec":{"description":"Who it is in Microsoft Entra: `group`, `user` or `service_principal`. Rights are granted to groups best: who belongs to one is then no change of the project.","type":"object","additionalProperties":false,"properties":{"group":{"description":"The group's name.","$ref":"#/definitions/EntraName"},"user":{"description":"The user's principal name: `anna@example.org`.","$ref":"#/definitions/EntraName"},"service_principal":{"description":"The name of the service principal (an application, or a managed identity).","$ref":"#/definitions/EntraName"},"object_id":{"description":"Its object ID in the directory, which Azure's own services know it by; of a service principal that of the enterprise application. Where environments have different ones: `${name_of_a_variable}`.","$ref":"#/definitions/Text"}},"oneOf":[{"required":["group"]},{"required":["user"]},{"required":["service_principal"]}]},"EntraName":{"description":"A name in Microsoft Entra, in its own capital and small letters, at most 128 characters; no `${…}`.","type":"string","maxLength":128,"pattern":"^(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$"},"DatabaseRole":{"description":"A role of PostgreSQL in its own capital and small letters: not `public`, `none` or what begins with `pg_`, which are PostgreSQL's own words, and no `${…}`, as the scripts are the same for all environments.","type":"string","pattern":"^(?!pg_|public$|none$)(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$"},"GrantedTableName":{"description":"A table with its schema: `public.orders`; or `public.*`: all that its owner has in the schema, those that are made later too. In their own capital and small letters, any but `.` and control characters; at most 63 bytes each.","type":"string","examples":["public.orders","public.*"],"pattern":"^(?!pg_|information_schema\\.)(?!.*\\$\\{)[^.\\u0000-\\u001f\\u007f]+\\.[^.\\u0000-\\u001f\\u007f]+$"},"GrantedTransactTableName":{"description":"A table or view with its schema: `dbo.orders`; or `sales.*`: all of the schema, those that are made later too. Any characters but `.` and control characters; at most 128 each.","type":"string","examples":["dbo.orders","sales.*"],"pattern":"^(?![Ss][Yy][Ss]\\.|[Ii][Nn][Ff][Oo][Rr][Mm][Aa][Tt][Ii][Oo][Nn]_[Ss][Cc][Hh][Ee][Mm][Aa]\\.)(?!.*\\$\\{)[^.\\u0000-\\u001f\\u007f]{1,128}\\.[^.\\u0000-\\u001f\\u007f]{1,128}$"},"GrantedTransactTableSpec":{"description":"A table that `grants` may name; `{}` if there is nothing to say of it.","type":"object","additionalProperties":false,"properties":{"key":{"description":"The columns that rows are found by. Who may update or delete, and not select, may read them: T-SQL lets nobody find rows by what he may not read.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/GrantedColumn"}}}},"GrantedTableSpec":{"description":"A table that `grants` may name.","type":"object","additionalProperties":false,"required":["owner"],"properties":{"owner":{"description":"The role that owns the table, as which rights on it are granted. The connection's user must be a member of it.","$ref":"#/definitions/DatabaseRole"},"key":{"description":"The columns that rows are found by. Who may update or delete, and not select, may read them: PostgreSQL lets nobody find rows by what he may not read.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/GrantedColumn"}}}},"GrantedColumn":{"description":"A column in its own capital and small letters, at most 63 bytes.","type":"string","examples":["order_id"],"pattern":"^(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$"},"PostgresLoginSpec":{"description":"Who the connection is opened as: a role that may log in, with a password from the vault.","type":"object","additionalProperties":false,"required":["user","secret"],"properties":{"user":{"description":"Name of the role.","$ref":"#/definitions/Name"},"secret":{"description":"Name of the secret in the vault that holds the password.","$ref":"#/definitions/SecretName"}}},"AzureSqlIdentitySpec":{"description":"Who the connection is opened as. Default `managed`: the own identity of the factory, or of the Synapse workspace, of which the database has a user (docs/databases.md has the statements that make it). Else a user with a password from the vault.","if":{"type":"string"},"then":{"$ref":"#/definitions/FactoryIdentity"},"else":{"$ref":"#/definitions/SqlLoginSpec"}},"FactoryIdentity":{"description":"The own identity of the factory, or of the Synapse workspace: it needs no secret.","const":"managed"},"SqlLoginSpec":{"description":"Who the connection is opened as: a SQL login with a password from the vault.","type":"object","additionalProperties":false,"required":["user","secret"],"properties":{"user":{"description":"Name of the login.","$ref":"#/definitions/Name"},"secret":{"description":"Name of the secret in the vault that holds the password.","$ref":"#/definitions/SecretName"}}},"SecretIdentitySpec":{"description":"Who the connection is opened as: the holder of a secret in the vault.","type":"object","additionalProperties":false,"required":["secret"],"properties":{"secret":{"description":"Name of the secret in the vault: a connection string (Event Hubs) or an account key (Cosmos DB).","$ref":"#/definitions/SecretName"}}},"DefaultsSpec":{"description":"What holds in all pipelines where nothing else is written, instead of the language's own defaults.","type":"object","additionalProperties":false,"properties":{"streaming":{"$ref":"#/definitions/StreamingSpec"},"watermark":{"$ref":"#/definitions/WatermarkDefaultsSpec"},"late_rows":{"description":"What becomes of late rows in tables that decide about them and do not say it: `drop`, `divert` or `fail`. Built in: `drop`.","enum":["drop","divert","fail"]},"may_set_aside":{"description":"Which kinds of what is sensitive may stand in the tables of rows that are set aside, of all tables that do not say it: `[pii]`. Built in: none.","$ref":"#/definitions/LabelsSpec"}}},"SensitiveSpec":{"description":"What is sensitive in it: `pii` (of a person), `secret`, `financial` or `health`. docs/sensitive.md tells what follows from it.","enum":["pii","secret","financial","health"]},"LabelsSpec":{"description":"Kinds of what is sensitive.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/SensitiveSpec"}},"WatermarkDefaultsSpec":{"description":"What watermarks have in common.","type":"object","additionalProperties":false,"required":["ahead"],"properties":{"ahead":{"description":"How far beyond its arrival a row's event time may be. Built in: `1 hour`.","$ref":"#/definitions/DurationOrVariable"}}},"StreamingSpec":{"description":"The rhythm of a query that is kept running.","type":"object","additionalProperties":false,"required":["trigger"],"properties":{"trigger":{"description":"A batch this often, as `10 seconds` (the default, unless sluice.yaml has another) or a variable; or `continuous`: the next one as soon as the one before is done.","type":"string","pattern":"^([1-9][0-9]{0,5} (second|minute|hour)s?|continuous|\\$\\{[a-z][a-z0-9_]*\\})$"}}},"EnvironmentSpec":{"description":"One place where the project runs: this machine (`on: this-machine`), or an Azure subscription.","type":"object","additionalProperties":false,"properties":{"on":{"description":"`this-machine`: real engines here, no Azure; connections are stood in for.","const":"this-machine"},"subscription":{"description":"Id of the Azure subscription that the data factory (`orchestrator: adf`) or the Synapse workspace (`spark: synapse`) is in; of a project without `platform`, that its servers are in.","type":"string","pattern":"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"},"resource_group":{"description":"Name of the resource group that the data factory (`orchestrator: adf`) or the Synapse workspace (`spark: synapse`) is in; of a project without `platform`, that its servers are in: 1 to 90 letters, digits, `.`, `_`, `-` and brackets, not ending with `.`.","type":"string","pattern":"^[A-Za-z0-9._()-]{0,89}[A-Za-z0-9_()-]$"},"factory":{"description":"Name of the data factory (`orchestrator: adf`): 3 to 63 letters, digits and single `-` between them. It is there already.","type":"string","pattern":"^(?=.{3,63}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"},"databricks_resource":{"description":"Resource id of the Databricks workspace, by which the factory logs in to it with its own identity (`orchestrator: adf`): `/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.Databricks/workspaces/<name>`, as the portal shows it under Properties.","type":"string","pattern":"^/subscriptions/[0-9a-fA-F-]{36}/resourceGroups/[A-Za-z0-9._()-]{1,90}/providers/Microsoft\\.Databricks/workspaces/[A-Za-z0-9_-]{3,64}$"},"workspace":{"description":"Name of the Synapse workspace (`spark: synapse`): 1 to 50 lowercase letters, digits and `-`, not beginning or ending with `-`, without `-ondemand`. It is there already.","type":"string","pattern":"^(?!.*-ondemand)[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$"},"databricks":{"description":"Address of the Databricks workspace (`spark: databricks`).","examples":["https://adb-1234567890123456.7.azuredatabricks.net"],"type":"string","pattern":"^https://[A-Za-z0-9.-]+$"},"planner":{"description":"Application (client) id of the identity that plans here and does not publish (`spark: databricks`): each job that is published lets it look (Can View), as else only its maker and administrators see it. A user of the workspace. Default: who publishes also plans.","type":"string","pattern":"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},"variables":{"description":"Values of the project's variables here.","type":"object","additionalProperties":{"type":["string","number"],"minLength":1}},"compute":{"description":"What the project's cluster sizes are here.","type":"object","additionalProperties":{"$ref":"#/definitions/EnvironmentComputeSpec"}}}},"EnvironmentComputeSpec":{"description":"What a cluster size is in this environment.","type":"object","additionalProperties":false,"properties":{"node":{"description":"Kind of node, as Azure names virtual machine sizes (`spark: databricks`).","$ref":"#/definitions/Name"},"pool":{"description":"Name of the Apache Spark pool (`spark: synapse`): 1 to 15 letters and digits, beginning with a letter.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9]{0,14}$"}}}}};
const schema12 = {"description":"Letters, digits, `_` and `-`, beginning with a letter.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9_-]*$","maxLength":80};
const schema13 = {"description":"The engines that the project is compiled for.","type":"object","additionalProperties":false,"required":["spark"],"properties":{"orchestrator":{"description":"The service that lands tables of databases, and files, and starts the notebooks: `adf`, Azure Data Factory (with `spark: databricks`), or `synapse`, the pipelines of the Synapse workspace (with `spark: synapse`). Default none: notebooks are kept running by jobs.","enum":["adf","synapse"]},"spark":{"description":"The Spark service that runs the notebooks: Azure Databricks or Azure Synapse.","enum":["databricks","synapse"]}}};
const schema14 = {"description":"A value that each environment gives, or takes from the default.","type":"object","additionalProperties":false,"required":["type"],"properties":{"type":{"description":"`name`: a resource's name (letters, digits, `-`, `_`); `host`: a host name, without scheme, port or path; `number`: a whole number; `duration`: a length of time, as `10 minutes`; `location`: a path.","enum":["name","host","number","duration","location"]},"default":{"description":"The value where an environment gives none. Variables that name an environment's own things have no default.","type":["string","number"]},"description":{"description":"What the value is for.","type":"string"}}};
const func2 = Object.prototype.hasOwnProperty;
const func3 = (text) => { let length = 0; for (const _ of text) length += 1; return length; };
const pattern0 = new RegExp("^[A-Za-z][A-Za-z0-9_-]*$", "u");
const pattern1 = new RegExp("^[a-z][a-z0-9_]*$", "u");
const schema15 = {"description":"The storage account that holds the tables, checkpoints and the record of batches.","type":"object","additionalProperties":false,"required":["account"],"properties":{"account":{"description":"Name of the storage account (hierarchical namespace on).","$ref":"#/definitions/Text"},"container":{"description":"Container of the account. Default `lake`.","$ref":"#/definitions/Text"}}};
const schema16 = {"description":"Text that may hold `${variable}` placeholders.","type":"string","minLength":1};

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.account === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "account"},message:"must have required property '"+"account"+"'",schema:schema15.required,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "account") || (key0 === "container"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.account !== undefined){
let data0 = data.account;
if(typeof data0 === "string"){
if(func3(data0) < 1){
const err2 = {instancePath:instancePath+"/account",schemaPath:"#/definitions/Text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/account",schemaPath:"#/definitions/Text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.container !== undefined){
let data1 = data.container;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err4 = {instancePath:instancePath+"/container",schemaPath:"#/definitions/Text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/container",schemaPath:"#/definitions/Text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema15.type,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}

const schema18 = {"description":"Where secrets are kept. The YAML only ever names them.","type":"object","additionalProperties":false,"required":["vault"],"properties":{"vault":{"description":"Name of the Key Vault; on Databricks the secret scope backed by it has the same name.","$ref":"#/definitions/Text"}}};

function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.vault === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "vault"},message:"must have required property '"+"vault"+"'",schema:schema18.required,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "vault")){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.vault !== undefined){
let data0 = data.vault;
if(typeof data0 === "string"){
if(func3(data0) < 1){
const err2 = {instancePath:instancePath+"/vault",schemaPath:"#/definitions/Text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/vault",schemaPath:"#/definitions/Text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema18.type,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate13.errors = vErrors;
return errors === 0;
}

const schema20 = {"description":"Where it is kept how far each table of a database was read: a table in a database that the orchestrator reaches. The script `common/sql/control.sql` makes it; the database's owner runs that once. The marks there and the landings in the lake belong together: no mark may be changed or removed, nor the database restored to an earlier time, and no rule of the storage account may remove landed files; else rows are missed, or a run stops. After a restore all must land anew: what is read by a cursor with another `start`, whole tables and files as a bronze table of another name; tables with `apply_changes` need a higher `backfill` then. Another server, database or schema, as it is written here, begins all landings anew; another value of a variable in it does not, so the table must be taken along.","type":"object","additionalProperties":false,"required":["connection"],"properties":{"connection":{"description":"A `sql-server` or `azure-sql` connection of the project: that of the tables themselves, or of any other database. Its user reads and writes the schema's tables.","$ref":"#/definitions/Name"},"schema":{"description":"The schema that the table stands in: letters, digits and `_`, beginning with a letter. Several projects may have the same: each knows its own rows by its name. Default `sluice`.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":80}}};
const pattern3 = new RegExp("^[A-Za-z][A-Za-z0-9_]*$", "u");

function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.connection === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "connection"},message:"must have required property '"+"connection"+"'",schema:schema20.required,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "connection") || (key0 === "schema"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.connection !== undefined){
let data0 = data.connection;
if(typeof data0 === "string"){
if(func3(data0) > 80){
const err2 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema12,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern0.test(data0)){
const err3 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema12,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.type,parentSchema:schema12,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.schema !== undefined){
let data1 = data.schema;
if(typeof data1 === "string"){
if(func3(data1) > 80){
const err5 = {instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema20.properties.schema,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!pattern3.test(data1)){
const err6 = {instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_]*$",parentSchema:schema20.properties.schema,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.schema.type,parentSchema:schema20.properties.schema,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema20.type,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate15.errors = vErrors;
return errors === 0;
}

const schema22 = {"description":"A cluster's size.","type":"object","additionalProperties":false,"required":["workers"],"properties":{"data_flow_cores":{"description":"The cores of the clusters that mapping data flows (`engine: data-flow`) run on, of which half or fewer are the driver's: the sizes that the service has. Default: 8.","enum":[8,16,32,48,80,144,272]},"workers":{"description":"Number of worker nodes: a whole number from 0 to 1000, or a variable, `\"${name}\"`.","anyOf":[{"type":"integer","minimum":0,"maximum":1000},{"$ref":"#/definitions/Placeholder"}]}}};
const schema23 = {"description":"A variable of the project: `${name}`.","type":"string","pattern":"^\\$\\{[a-z][a-z0-9_]*\\}$"};
const pattern5 = new RegExp("^\\$\\{[a-z][a-z0-9_]*\\}$", "u");

function validate17(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.workers === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "workers"},message:"must have required property '"+"workers"+"'",schema:schema22.required,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "data_flow_cores") || (key0 === "workers"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.data_flow_cores !== undefined){
let data0 = data.data_flow_cores;
if(!(((((((data0 === 8) || (data0 === 16)) || (data0 === 32)) || (data0 === 48)) || (data0 === 80)) || (data0 === 144)) || (data0 === 272))){
const err2 = {instancePath:instancePath+"/data_flow_cores",schemaPath:"#/properties/data_flow_cores/enum",keyword:"enum",params:{allowedValues: schema22.properties.data_flow_cores.enum},message:"must be equal to one of the allowed values",schema:schema22.properties.data_flow_cores.enum,parentSchema:schema22.properties.data_flow_cores,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.workers !== undefined){
let data1 = data.workers;
const _errs4 = errors;
let valid1 = false;
const _errs5 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err3 = {instancePath:instancePath+"/workers",schemaPath:"#/properties/workers/anyOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema22.properties.workers.anyOf[0].type,parentSchema:schema22.properties.workers.anyOf[0],data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 1000 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/workers",schemaPath:"#/properties/workers/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema22.properties.workers.anyOf[0],data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1 < 0 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/workers",schemaPath:"#/properties/workers/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema22.properties.workers.anyOf[0],data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var _valid0 = _errs5 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs7 = errors;
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
const err6 = {instancePath:instancePath+"/workers",schemaPath:"#/definitions/Placeholder/pattern",keyword:"pattern",params:{pattern: "^\\$\\{[a-z][a-z0-9_]*\\}$"},message:"must match pattern \""+"^\\$\\{[a-z][a-z0-9_]*\\}$"+"\"",schema:"^\\$\\{[a-z][a-z0-9_]*\\}$",parentSchema:schema23,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/workers",schemaPath:"#/definitions/Placeholder/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema23.type,parentSchema:schema23,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var _valid0 = _errs7 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err8 = {instancePath:instancePath+"/workers",schemaPath:"#/properties/workers/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema22.properties.workers.anyOf,parentSchema:schema22.properties.workers,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
else {
errors = _errs4;
if(vErrors !== null){
if(_errs4){
vErrors.length = _errs4;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema22.type,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate17.errors = vErrors;
return errors === 0;
}

const schema24 = {"description":"A service outside the lake.","type":"object","discriminator":{"propertyName":"kind"},"required":["kind"],"properties":{"kind":{"description":"What the service is.","enum":["event-hubs","kafka","cosmos","storage","sql-server","azure-sql","postgres","blob","http","azure-function","serverless-sql"]}},"oneOf":[{"$ref":"#/definitions/EventHubsConnectionSpec"},{"$ref":"#/definitions/KafkaConnectionSpec"},{"$ref":"#/definitions/CosmosConnectionSpec"},{"$ref":"#/definitions/StorageConnectionSpec"},{"$ref":"#/definitions/SqlServerConnectionSpec"},{"$ref":"#/definitions/AzureSqlConnectionSpec"},{"$ref":"#/definitions/PostgresConnectionSpec"},{"$ref":"#/definitions/BlobConnectionSpec"},{"$ref":"#/definitions/HttpConnectionSpec"},{"$ref":"#/definitions/AzureFunctionConnectionSpec"},{"$ref":"#/definitions/ServerlessSqlConnectionSpec"}]};
const schema25 = {"description":"An Event Hubs namespace. Hubs are read through its Kafka endpoint, or from Capture files.","type":"object","additionalProperties":false,"required":["kind","namespace","identity"],"properties":{"kind":{"description":"Always `event-hubs`.","const":"event-hubs"},"namespace":{"description":"Name of the namespace, without the host's domain.","$ref":"#/definitions/Text"},"tier":{"description":"The namespace's tier. Default `standard`. The basic tier has neither a Kafka endpoint nor Capture.","enum":["basic","standard","premium","dedicated"]},"identity":{"$ref":"#/definitions/EventHubsIdentitySpec"},"hubs":{"description":"Hubs that principals are granted rights on, by their names. Of the others no rights are spoken of.","type":"array","minItems":1,"uniqueItems":true,"examples":[["readings"]],"items":{"$ref":"#/definitions/Text"}}},"elsewhere":{"servers":["kind: kafka"],"account":["kind: cosmos","kind: storage","kind: blob"],"api":["kind: cosmos"],"container":["kind: storage","kind: blob"],"resource_group":["kind: storage"],"subscription":["kind: storage"],"server":["kind: sql-server","kind: azure-sql","kind: postgres"],"database":["kind: sql-server","kind: azure-sql","kind: postgres","kind: serverless-sql"],"tables":["kind: sql-server","kind: azure-sql","kind: postgres"],"integration_runtime":["kind: sql-server","kind: azure-sql","kind: postgres"],"port":["kind: postgres"],"ssl":["kind: postgres"],"host":["kind: http","kind: azure-function"],"base":["kind: http"],"workspace":["kind: serverless-sql"],"deploy_as":["kind: serverless-sql"]}};
const func0 = function equal(a, b) {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]));
};
const schema27 = {"description":"Who the connection is opened as: a connection string (`secret`), an application of Microsoft Entra ID (`client_id`, `tenant`, `secret`), a service credential of Unity Catalog (`service_credential`), or the platform's own identity (`managed`).","if":{"type":"string"},"then":{"$ref":"#/definitions/ManagedIdentity"},"else":{"if":{"type":"object","required":["client_id"]},"then":{"$ref":"#/definitions/ApplicationIdentitySpec"},"else":{"if":{"type":"object","required":["service_credential"]},"then":{"$ref":"#/definitions/ServiceCredentialSpec"},"else":{"$ref":"#/definitions/SecretIdentitySpec"}}}};
const schema28 = {"description":"The platform's own identity. Kafka's client cannot log in with it, so it suits hubs that are read from their Capture files.","const":"managed"};
const schema29 = {"description":"An application of Microsoft Entra ID (a service principal) that has the role Azure Event Hubs Data Receiver, or Sender.","type":"object","additionalProperties":false,"required":["client_id","tenant","secret"],"properties":{"client_id":{"description":"The application's id; where environments have their own, a variable.","$ref":"#/definitions/Text"},"tenant":{"description":"The id of the directory that the application is in.","$ref":"#/definitions/Text"},"secret":{"description":"Name of the secret in the vault that holds the application's client secret.","$ref":"#/definitions/SecretName"}}};
const schema32 = {"description":"Letters, digits and `-`, beginning with a letter; a Key Vault has no secret with `_`.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9-]*$","maxLength":127};
const pattern7 = new RegExp("^[A-Za-z][A-Za-z0-9-]*$", "u");

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.client_id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "client_id"},message:"must have required property '"+"client_id"+"'",schema:schema29.required,parentSchema:schema29,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.tenant === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "tenant"},message:"must have required property '"+"tenant"+"'",schema:schema29.required,parentSchema:schema29,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.secret === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "secret"},message:"must have required property '"+"secret"+"'",schema:schema29.required,parentSchema:schema29,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "client_id") || (key0 === "tenant")) || (key0 === "secret"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema29,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.client_id !== undefined){
let data0 = data.client_id;
if(typeof data0 === "string"){
if(func3(data0) < 1){
const err4 = {instancePath:instancePath+"/client_id",schemaPath:"#/definitions/Text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/client_id",schemaPath:"#/definitions/Text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.tenant !== undefined){
let data1 = data.tenant;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err6 = {instancePath:instancePath+"/tenant",schemaPath:"#/definitions/Text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/tenant",schemaPath:"#/definitions/Text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.secret !== undefined){
let data2 = data.secret;
if(typeof data2 === "string"){
if(func3(data2) > 127){
const err8 = {instancePath:instancePath+"/secret",schemaPath:"#/definitions/SecretName/maxLength",keyword:"maxLength",params:{limit: 127},message:"must NOT have more than 127 characters",schema:127,parentSchema:schema32,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!pattern7.test(data2)){
const err9 = {instancePath:instancePath+"/secret",schemaPath:"#/definitions/SecretName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9-]*$",parentSchema:schema32,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/secret",schemaPath:"#/definitions/SecretName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema29.type,parentSchema:schema29,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}

const schema33 = {"description":"A service credential of Unity Catalog, by which Databricks reads hubs as the access connector's managed identity (`spark: databricks`).","type":"object","additionalProperties":false,"required":["service_credential"],"properties":{"service_credential":{"description":"The credential's name.","$ref":"#/definitions/Text"}}};

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.service_credential === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "service_credential"},message:"must have required property '"+"service_credential"+"'",schema:schema33.required,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "service_credential")){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.service_credential !== undefined){
let data0 = data.service_credential;
if(typeof data0 === "string"){
if(func3(data0) < 1){
const err2 = {instancePath:instancePath+"/service_credential",schemaPath:"#/definitions/Text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/service_credential",schemaPath:"#/definitions/Text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema33.type,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}

const schema35 = {"description":"Who the connection is opened as: the holder of a secret in the vault.","type":"object","additionalProperties":false,"required":["secret"],"properties":{"secret":{"description":"Name of the secret in the vault: a connection string (Event Hubs) or an account key (Cosmos DB).","$ref":"#/definitions/SecretName"}}};

function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.secret === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "secret"},message:"must have required property '"+"secret"+"'",schema:schema35.required,parentSchema:schema35,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "secret")){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema35,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.secret !== undefined){
let data0 = data.secret;
if(typeof data0 === "string"){
if(func3(data0) > 127){
const err2 = {instancePath:instancePath+"/secret",schemaPath:"#/definitions/SecretName/maxLength",keyword:"maxLength",params:{limit: 127},message:"must NOT have more than 127 characters",schema:127,parentSchema:schema32,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern7.test(data0)){
const err3 = {instancePath:instancePath+"/secret",schemaPath:"#/definitions/SecretName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9-]*$",parentSchema:schema32,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/secret",schemaPath:"#/definitions/SecretName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.type,parentSchema:schema35,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = true;
const _errs1 = errors;
if(typeof data !== "string"){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs3 = errors;
if("managed" !== data){
const err1 = {instancePath,schemaPath:"#/definitions/ManagedIdentity/const",keyword:"const",params:{allowedValue: "managed"},message:"must be equal to constant",schema:"managed",parentSchema:schema28,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = _valid0;
ifClause0 = "then";
}
else {
const _errs5 = errors;
const _errs6 = errors;
let valid2 = true;
const _errs7 = errors;
if(errors === _errs7){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.client_id === undefined) && (missing0 = "client_id")){
const err2 = {};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid1 = _errs7 === errors;
errors = _errs6;
if(vErrors !== null){
if(_errs6){
vErrors.length = _errs6;
}
else {
vErrors = null;
}
}
let ifClause1;
if(_valid1){
const _errs9 = errors;
if(!(validate22(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
var _valid1 = _errs9 === errors;
valid2 = _valid1;
ifClause1 = "then";
}
else {
const _errs10 = errors;
const _errs11 = errors;
let valid3 = true;
const _errs12 = errors;
if(errors === _errs12){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.service_credential === undefined) && (missing1 = "service_credential")){
const err4 = {};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var _valid2 = _errs12 === errors;
errors = _errs11;
if(vErrors !== null){
if(_errs11){
vErrors.length = _errs11;
}
else {
vErrors = null;
}
}
let ifClause2;
if(_valid2){
const _errs14 = errors;
if(!(validate24(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
var _valid2 = _errs14 === errors;
valid3 = _valid2;
ifClause2 = "then";
}
else {
const _errs15 = errors;
if(!(validate26(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
var _valid2 = _errs15 === errors;
valid3 = _valid2;
ifClause2 = "else";
}
if(!valid3){
const err6 = {instancePath,schemaPath:"#/else/else/if",keyword:"if",params:{failingKeyword: ifClause2},message:"must match \""+ifClause2+"\" schema",schema:schema27.else.else.if,parentSchema:schema27.else.else,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid1 = _errs10 === errors;
valid2 = _valid1;
ifClause1 = "else";
}
if(!valid2){
const err7 = {instancePath,schemaPath:"#/else/if",keyword:"if",params:{failingKeyword: ifClause1},message:"must match \""+ifClause1+"\" schema",schema:schema27.else.if,parentSchema:schema27.else,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var _valid0 = _errs5 === errors;
valid0 = _valid0;
ifClause0 = "else";
}
if(!valid0){
const err8 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0},message:"must match \""+ifClause0+"\" schema",schema:schema27.if,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}


function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema25.required,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.namespace === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "namespace"},message:"must have required property '"+"namespace"+"'",schema:schema25.required,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.identity === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "identity"},message:"must have required property '"+"identity"+"'",schema:schema25.required,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "kind") || (key0 === "namespace")) || (key0 === "tier")) || (key0 === "identity")) || (key0 === "hubs"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
let data0 = data.kind;
if("event-hubs" !== data0){
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "event-hubs"},message:"must be equal to constant",schema:"event-hubs",parentSchema:schema25.properties.kind,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.namespace !== undefined){
let data1 = data.namespace;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err5 = {instancePath:instancePath+"/namespace",schemaPath:"#/definitions/Text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/namespace",schemaPath:"#/definitions/Text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.tier !== undefined){
let data2 = data.tier;
if(!((((data2 === "basic") || (data2 === "standard")) || (data2 === "premium")) || (data2 === "dedicated"))){
const err7 = {instancePath:instancePath+"/tier",schemaPath:"#/properties/tier/enum",keyword:"enum",params:{allowedValues: schema25.properties.tier.enum},message:"must be equal to one of the allowed values",schema:schema25.properties.tier.enum,parentSchema:schema25.properties.tier,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.identity !== undefined){
if(!(validate21(data.identity, {instancePath:instancePath+"/identity",parentData:data,parentDataProperty:"identity",rootData}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data.hubs !== undefined){
let data4 = data.hubs;
if(Array.isArray(data4)){
if(data4.length < 1){
const err8 = {instancePath:instancePath+"/hubs",schemaPath:"#/properties/hubs/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema25.properties.hubs,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(typeof data5 === "string"){
if(func3(data5) < 1){
const err9 = {instancePath:instancePath+"/hubs/" + i0,schemaPath:"#/definitions/Text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/hubs/" + i0,schemaPath:"#/definitions/Text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
let i1 = data4.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data4[i1], data4[j0])){
const err11 = {instancePath:instancePath+"/hubs",schemaPath:"#/properties/hubs/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema25.properties.hubs,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err12 = {instancePath:instancePath+"/hubs",schemaPath:"#/properties/hubs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema25.properties.hubs.type,parentSchema:schema25.properties.hubs,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema25.type,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}

const schema38 = {"description":"A Kafka cluster.","type":"object","additionalProperties":false,"required":["kind","servers"],"properties":{"kind":{"description":"Always `kafka`.","const":"kafka"},"servers":{"description":"Addresses of brokers, each as `host:port`, with commas between.","$ref":"#/definitions/Text"},"identity":{"$ref":"#/definitions/PasswordIdentitySpec"}},"elsewhere":{"namespace":["kind: event-hubs"],"tier":["kind: event-hubs"],"hubs":["kind: event-hubs"],"account":["kind: cosmos","kind: storage","kind: blob"],"api":["kind: cosmos"],"container":["kind: storage","kind: blob"],"resource_group":["kind: storage"],"subscription":["kind: storage"],"server":["kind: sql-server","kind: azure-sql","kind: postgres"],"database":["kind: sql-server","kind: azure-sql","kind: postgres","kind: serverless-sql"],"tables":["kind: sql-server","kind: azure-sql","kind: postgres"],"integration_runtime":["kind: sql-server","kind: azure-sql","kind: postgres"],"port":["kind: postgres"],"ssl":["kind: postgres"],"host":["kind: http","kind: azure-function"],"base":["kind: http"],"workspace":["kind: serverless-sql"],"deploy_as":["kind: serverless-sql"]}};
const schema40 = {"description":"Who the connection is opened as: a user with a password from the vault (SASL PLAIN over TLS). Default: no login.","type":"object","additionalProperties":false,"required":["user","secret"],"properties":{"user":{"description":"Name of the user.","$ref":"#/definitions/Name"},"secret":{"description":"Name of the secret in the vault that holds the password.","$ref":"#/definitions/SecretName"}}};

function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.user === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "user"},message:"must have required property '"+"user"+"'",schema:schema40.required,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.secret === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "secret"},message:"must have required property '"+"secret"+"'",schema:schema40.required,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "user") || (key0 === "secret"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.user !== undefined){
let data0 = data.user;
if(typeof data0 === "string"){
if(func3(data0) > 80){
const err3 = {instancePath:instancePath+"/user",schemaPath:"#/definitions/Name/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema12,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern0.test(data0)){
const err4 = {instancePath:instancePath+"/user",schemaPath:"#/definitions/Name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema12,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/user",schemaPath:"#/definitions/Name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.type,parentSchema:schema12,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.secret !== undefined){
let data1 = data.secret;
if(typeof data1 === "string"){
if(func3(data1) > 127){
const err6 = {instancePath:instancePath+"/secret",schemaPath:"#/definitions/SecretName/maxLength",keyword:"maxLength",params:{limit: 127},message:"must NOT have more than 127 characters",schema:127,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!pattern7.test(data1)){
const err7 = {instancePath:instancePath+"/secret",schemaPath:"#/definitions/SecretName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9-]*$",parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/secret",schemaPath:"#/definitions/SecretName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema40.type,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate30.errors = vErrors;
return errors === 0;
}


function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema38.required,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.servers === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "servers"},message:"must have required property '"+"servers"+"'",schema:schema38.required,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "kind") || (key0 === "servers")) || (key0 === "identity"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.kind !== undefined){
let data0 = data.kind;
if("kafka" !== data0){
const err3 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "kafka"},message:"must be equal to constant",schema:"kafka",parentSchema:schema38.properties.kind,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.servers !== undefined){
let data1 = data.servers;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err4 = {instancePath:instancePath+"/servers",schemaPath:"#/definitions/Text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/servers",schemaPath:"#/definitions/Text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.identity !== undefined){
if(!(validate30(data.identity, {instancePath:instancePath+"/identity",parentData:data,parentDataProperty:"identity",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema38.type,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate29.errors = vErrors;
return errors === 0;
}

const schema43 = {"description":"An Azure Cosmos DB account.","type":"object","additionalProperties":false,"required":["kind","account","identity"],"properties":{"kind":{"description":"Always `cosmos`.","const":"cosmos"},"account":{"description":"Name of the account, without the host's domain.","$ref":"#/definitions/Text"},"api":{"description":"The account's API. Default `nosql`.","enum":["nosql"]},"identity":{"$ref":"#/definitions/SecretIdentitySpec"}},"elsewhere":{"namespace":["kind: event-hubs"],"tier":["kind: event-hubs"],"hubs":["kind: event-hubs"],"servers":["kind: kafka"],"container":["kind: storage","kind: blob"],"resource_group":["kind: storage"],"subscription":["kind: storage"],"server":["kind: sql-server","kind: azure-sql","kind: postgres"],"database":["kind: sql-server","kind: azure-sql","kind: postgres","kind: serverless-sql"],"tables":["kind: sql-server","kind: azure-sql","kind: postgres"],"integration_runtime":["kind: sql-server","kind: azure-sql","kind: postgres"],"port":["kind: postgres"],"ssl":["kind: postgres"],"host":["kind: http","kind: azure-function"],"base":["kind: http"],"workspace":["kind: serverless-sql"],"deploy_as":["kind: serverless-sql"]}};

function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema43.required,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.account === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "account"},message:"must have required property '"+"account"+"'",schema:schema43.required,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.identity === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "identity"},message:"must have required property '"+"identity"+"'",schema:schema43.required,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "account")) || (key0 === "api")) || (key0 === "identity"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
let data0 = data.kind;
if("cosmos" !== data0){
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "cosmos"},message:"must be equal to constant",schema:"cosmos",parentSchema:schema43.properties.kind,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.account !== undefined){
let data1 = data.account;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err5 = {instancePath:instancePath+"/account",schemaPath:"#/definitions/Text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/account",schemaPath:"#/definitions/Text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.api !== undefined){
let data2 = data.api;
if(!(data2 === "nosql")){
const err7 = {instancePath:instancePath+"/api",schemaPath:"#/properties/api/enum",keyword:"enum",params:{allowedValues: schema43.properties.api.enum},message:"must be equal to one of the allowed values",schema:schema43.properties.api.enum,parentSchema:schema43.properties.api,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.identity !== undefined){
if(!(validate26(data.identity, {instancePath:instancePath+"/identity",parentData:data,parentDataProperty:"identity",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema43.type,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate32.errors = vErrors;
return errors === 0;
}

const schema45 = {"description":"A container of an Azure storage account (hierarchical namespace on), reached as the lake is: as the platform's own identity.","type":"object","additionalProperties":false,"required":["kind","account","container"],"properties":{"kind":{"description":"Always `storage`.","const":"storage"},"account":{"description":"Name of the storage account.","$ref":"#/definitions/Text"},"container":{"description":"Container of the account.","$ref":"#/definitions/Text"},"resource_group":{"description":"The resource group that the account is in, which a trigger with `on_file` needs; it does not end with `.`. Default: the environment's, with the data factory; `${name}` stands for a variable.","type":"string","pattern":"^([A-Za-z0-9._()-]|\\$\\{[a-z][a-z0-9_]*\\})*([A-Za-z0-9_()-]|\\$\\{[a-z][a-z0-9_]*\\})$"},"subscription":{"description":"Id of the subscription that the account is in, which a trigger with `on_file` needs. Default: the environment's; `${name}` stands for a variable.","type":"string","pattern":"^([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\\$\\{[a-z][a-z0-9_]*\\})$"},"identity":{"description":"Who the connection is opened as. Default, and so far the only one: `managed`, the platform's own identity.","const":"managed"}},"elsewhere":{"namespace":["kind: event-hubs"],"tier":["kind: event-hubs"],"hubs":["kind: event-hubs"],"servers":["kind: kafka"],"api":["kind: cosmos"],"server":["kind: sql-server","kind: azure-sql","kind: postgres"],"database":["kind: sql-server","kind: azure-sql","kind: postgres","kind: serverless-sql"],"tables":["kind: sql-server","kind: azure-sql","kind: postgres"],"integration_runtime":["kind: sql-server","kind: azure-sql","kind: postgres"],"port":["kind: postgres"],"ssl":["kind: postgres"],"host":["kind: http","kind: azure-function"],"base":["kind: http"],"workspace":["kind: serverless-sql"],"deploy_as":["kind: serverless-sql"]}};
const pattern11 = new RegExp("^([A-Za-z0-9._()-]|\\$\\{[a-z][a-z0-9_]*\\})*([A-Za-z0-9_()-]|\\$\\{[a-z][a-z0-9_]*\\})$", "u");
const pattern12 = new RegExp("^([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\\$\\{[a-z][a-z0-9_]*\\})$", "u");

function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema45.required,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.account === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "account"},message:"must have required property '"+"account"+"'",schema:schema45.required,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.container === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "container"},message:"must have required property '"+"container"+"'",schema:schema45.required,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "kind") || (key0 === "account")) || (key0 === "container")) || (key0 === "resource_group")) || (key0 === "subscription")) || (key0 === "identity"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
let data0 = data.kind;
if("storage" !== data0){
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "storage"},message:"must be equal to constant",schema:"storage",parentSchema:schema45.properties.kind,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.account !== undefined){
let data1 = data.account;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err5 = {instancePath:instancePath+"/account",schemaPath:"#/definitions/Text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/account",schemaPath:"#/definitions/Text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.container !== undefined){
let data2 = data.container;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err7 = {instancePath:instancePath+"/container",schemaPath:"#/definitions/Text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/container",schemaPath:"#/definitions/Text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.resource_group !== undefined){
let data3 = data.resource_group;
if(typeof data3 === "string"){
if(!pattern11.test(data3)){
const err9 = {instancePath:instancePath+"/resource_group",schemaPath:"#/properties/resource_group/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9._()-]|\\$\\{[a-z][a-z0-9_]*\\})*([A-Za-z0-9_()-]|\\$\\{[a-z][a-z0-9_]*\\})$"},message:"must match pattern \""+"^([A-Za-z0-9._()-]|\\$\\{[a-z][a-z0-9_]*\\})*([A-Za-z0-9_()-]|\\$\\{[a-z][a-z0-9_]*\\})$"+"\"",schema:"^([A-Za-z0-9._()-]|\\$\\{[a-z][a-z0-9_]*\\})*([A-Za-z0-9_()-]|\\$\\{[a-z][a-z0-9_]*\\})$",parentSchema:schema45.properties.resource_group,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/resource_group",schemaPath:"#/properties/resource_group/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.resource_group.type,parentSchema:schema45.properties.resource_group,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.subscription !== undefined){
let data4 = data.subscription;
if(typeof data4 === "string"){
if(!pattern12.test(data4)){
const err11 = {instancePath:instancePath+"/subscription",schemaPath:"#/properties/subscription/pattern",keyword:"pattern",params:{pattern: "^([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\\$\\{[a-z][a-z0-9_]*\\})$"},message:"must match pattern \""+"^([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\\$\\{[a-z][a-z0-9_]*\\})$"+"\"",schema:"^([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\\$\\{[a-z][a-z0-9_]*\\})$",parentSchema:schema45.properties.subscription,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/subscription",schemaPath:"#/properties/subscription/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.subscription.type,parentSchema:schema45.properties.subscription,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.identity !== undefined){
let data5 = data.identity;
if("managed" !== data5){
const err13 = {instancePath:instancePath+"/identity",schemaPath:"#/properties/identity/const",keyword:"const",params:{allowedValue: "managed"},message:"must be equal to constant",schema:"managed",parentSchema:schema45.properties.identity,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema45.type,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate34.errors = vErrors;
return errors === 0;
}

const schema48 = {"description":"A database of a SQL Server.","type":"object","additionalProperties":false,"required":["kind","server","database","identity"],"properties":{"kind":{"description":"Always `sql-server`.","const":"sql-server"},"server":{"description":"Host name of the server, without scheme, port or instance: it is reached at port 1433. Another one, as it is written here, begins all landings of its tables anew; another value of a variable in it does not: the tables are then gone on with from their marks, as after a move of the database.","$ref":"#/definitions/Text"},"database":{"description":"Name of the database. Another one, or another value of a variable in it, means the same as of `server`.","$ref":"#/definitions/Text"},"identity":{"$ref":"#/definitions/SqlLoginSpec"},"tables":{"description":"The tables on which principals are granted rights, by schema and name: `dbo.orders`. With it the project makes a script of the rights that its principals have in this database, and of no others.","type":"object","minProperties":1,"propertyNames":{"$ref":"#/definitions/GrantedTransactTableName"},"additionalProperties":{"$ref":"#/definitions/GrantedTransactTableSpec"}},"integration_runtime":{"description":"Name of the self-hosted integration runtime of the factory, or of the Synapse workspace, that reaches the server, as those on a company's own network need one: 3 to 63 letters, digits and single `-` between them. It is referred to, not made. A self-hosted one needs a 64-bit Java for tables that land as `parquet`, none for `csv`. Default: the service reaches the server itself.","type":"string","pattern":"^(?=.{3,63}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"}},"elsewhere":{"namespace":["kind: event-hubs"],"tier":["kind: event-hubs"],"hubs":["kind: event-hubs"],"servers":["kind: kafka"],"account":["kind: cosmos","kind: storage","kind: blob"],"api":["kind: cosmos"],"container":["kind: storage","kind: blob"],"resource_group":["kind: storage"],"subscription":["kind: storage"],"port":["kind: postgres"],"ssl":["kind: postgres"],"host":["kind: http","kind: azure-function"],"base":["kind: http"],"workspace":["kind: serverless-sql"],"deploy_as":["kind: serverless-sql"]}};
const schema54 = {"description":"A table or view with its schema: `dbo.orders`; or `sales.*`: all of the schema, those that are made later too. Any characters but `.` and control characters; at most 128 each.","type":"string","examples":["dbo.orders","sales.*"],"pattern":"^(?![Ss][Yy][Ss]\\.|[Ii][Nn][Ff][Oo][Rr][Mm][Aa][Tt][Ii][Oo][Nn]_[Ss][Cc][Hh][Ee][Mm][Aa]\\.)(?!.*\\$\\{)[^.\\u0000-\\u001f\\u007f]{1,128}\\.[^.\\u0000-\\u001f\\u007f]{1,128}$"};
const schema51 = {"description":"Who the connection is opened as: a SQL login with a password from the vault.","type":"object","additionalProperties":false,"required":["user","secret"],"properties":{"user":{"description":"Name of the login.","$ref":"#/definitions/Name"},"secret":{"description":"Name of the secret in the vault that holds the password.","$ref":"#/definitions/SecretName"}}};

function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.user === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "user"},message:"must have required property '"+"user"+"'",schema:schema51.required,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.secret === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "secret"},message:"must have required property '"+"secret"+"'",schema:schema51.required,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "user") || (key0 === "secret"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.user !== undefined){
let data0 = data.user;
if(typeof data0 === "string"){
if(func3(data0) > 80){
const err3 = {instancePath:instancePath+"/user",schemaPath:"#/definitions/Name/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema12,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern0.test(data0)){
const err4 = {instancePath:instancePath+"/user",schemaPath:"#/definitions/Name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema12,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/user",schemaPath:"#/definitions/Name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.type,parentSchema:schema12,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.secret !== undefined){
let data1 = data.secret;
if(typeof data1 === "string"){
if(func3(data1) > 127){
const err6 = {instancePath:instancePath+"/secret",schemaPath:"#/definitions/SecretName/maxLength",keyword:"maxLength",params:{limit: 127},message:"must NOT have more than 127 characters",schema:127,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!pattern7.test(data1)){
const err7 = {instancePath:instancePath+"/secret",schemaPath:"#/definitions/SecretName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9-]*$",parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/secret",schemaPath:"#/definitions/SecretName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.type,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate36.errors = vErrors;
return errors === 0;
}

const schema55 = {"description":"A table that `grants` may name; `{}` if there is nothing to say of it.","type":"object","additionalProperties":false,"properties":{"key":{"description":"The columns that rows are found by. Who may update or delete, and not select, may read them: T-SQL lets nobody find rows by what he may not read.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/GrantedColumn"}}}};
const schema56 = {"description":"A column in its own capital and small letters, at most 63 bytes.","type":"string","examples":["order_id"],"pattern":"^(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$"};
const pattern16 = new RegExp("^(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$", "u");

function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "key")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema55,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.key !== undefined){
let data0 = data.key;
if(Array.isArray(data0)){
if(data0.length < 1){
const err1 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema55.properties.key,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(!pattern16.test(data1)){
const err2 = {instancePath:instancePath+"/key/" + i0,schemaPath:"#/definitions/GrantedColumn/pattern",keyword:"pattern",params:{pattern: "^(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$"},message:"must match pattern \""+"^(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$"+"\"",schema:"^(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$",parentSchema:schema56,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/key/" + i0,schemaPath:"#/definitions/GrantedColumn/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema56.type,parentSchema:schema56,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
let i1 = data0.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data0[i1], data0[j0])){
const err4 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema55.properties.key,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err5 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema55.properties.key.type,parentSchema:schema55.properties.key,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema55.type,parentSchema:schema55,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate38.errors = vErrors;
return errors === 0;
}

const pattern15 = new RegExp("^(?![Ss][Yy][Ss]\\.|[Ii][Nn][Ff][Oo][Rr][Mm][Aa][Tt][Ii][Oo][Nn]_[Ss][Cc][Hh][Ee][Mm][Aa]\\.)(?!.*\\$\\{)[^.\\u0000-\\u001f\\u007f]{1,128}\\.[^.\\u0000-\\u001f\\u007f]{1,128}$", "u");
const pattern17 = new RegExp("^(?=.{3,63}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", "u");

function validate35(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema48.required,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.server === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "server"},message:"must have required property '"+"server"+"'",schema:schema48.required,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.database === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "database"},message:"must have required property '"+"database"+"'",schema:schema48.required,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.identity === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "identity"},message:"must have required property '"+"identity"+"'",schema:schema48.required,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "kind") || (key0 === "server")) || (key0 === "database")) || (key0 === "identity")) || (key0 === "tables")) || (key0 === "integration_runtime"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.kind !== undefined){
let data0 = data.kind;
if("sql-server" !== data0){
const err5 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "sql-server"},message:"must be equal to constant",schema:"sql-server",parentSchema:schema48.properties.kind,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.server !== undefined){
let data1 = data.server;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err6 = {instancePath:instancePath+"/server",schemaPath:"#/definitions/Text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/server",schemaPath:"#/definitions/Text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.database !== undefined){
let data2 = data.database;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err8 = {instancePath:instancePath+"/database",schemaPath:"#/definitions/Text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/database",schemaPath:"#/definitions/Text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.identity !== undefined){
if(!(validate36(data.identity, {instancePath:instancePath+"/identity",parentData:data,parentDataProperty:"identity",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data.tables !== undefined){
let data4 = data.tables;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length < 1){
const err10 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema48.properties.tables,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
for(const key1 in data4){
const _errs12 = errors;
if(typeof key1 === "string"){
if(!pattern15.test(key1)){
const err11 = {instancePath:instancePath+"/tables",schemaPath:"#/definitions/GrantedTransactTableName/pattern",keyword:"pattern",params:{pattern: "^(?![Ss][Yy][Ss]\\.|[Ii][Nn][Ff][Oo][Rr][Mm][Aa][Tt][Ii][Oo][Nn]_[Ss][Cc][Hh][Ee][Mm][Aa]\\.)(?!.*\\$\\{)[^.\\u0000-\\u001f\\u007f]{1,128}\\.[^.\\u0000-\\u001f\\u007f]{1,128}$"},message:"must match pattern \""+"^(?![Ss][Yy][Ss]\\.|[Ii][Nn][Ff][Oo][Rr][Mm][Aa][Tt][Ii][Oo][Nn]_[Ss][Cc][Hh][Ee][Mm][Aa]\\.)(?!.*\\$\\{)[^.\\u0000-\\u001f\\u007f]{1,128}\\.[^.\\u0000-\\u001f\\u007f]{1,128}$"+"\"",schema:"^(?![Ss][Yy][Ss]\\.|[Ii][Nn][Ff][Oo][Rr][Mm][Aa][Tt][Ii][Oo][Nn]_[Ss][Cc][Hh][Ee][Mm][Aa]\\.)(?!.*\\$\\{)[^.\\u0000-\\u001f\\u007f]{1,128}\\.[^.\\u0000-\\u001f\\u007f]{1,128}$",parentSchema:schema54,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/tables",schemaPath:"#/definitions/GrantedTransactTableName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema54.type,parentSchema:schema54,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var valid3 = _errs12 === errors;
if(!valid3){
const err13 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid",schema:schema48.properties.tables.propertyNames,parentSchema:schema48.properties.tables,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
for(const key2 in data4){
if(!(validate38(data4[key2], {instancePath:instancePath+"/tables/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data4,parentDataProperty:key2,rootData}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
}
else {
const err14 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema48.properties.tables.type,parentSchema:schema48.properties.tables,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.integration_runtime !== undefined){
let data6 = data.integration_runtime;
if(typeof data6 === "string"){
if(!pattern17.test(data6)){
const err15 = {instancePath:instancePath+"/integration_runtime",schemaPath:"#/properties/integration_runtime/pattern",keyword:"pattern",params:{pattern: "^(?=.{3,63}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"},message:"must match pattern \""+"^(?=.{3,63}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"+"\"",schema:"^(?=.{3,63}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$",parentSchema:schema48.properties.integration_runtime,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/integration_runtime",schemaPath:"#/properties/integration_runtime/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.properties.integration_runtime.type,parentSchema:schema48.properties.integration_runtime,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema48.type,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate35.errors = vErrors;
return errors === 0;
}

const schema57 = {"description":"An Azure SQL Database.","type":"object","additionalProperties":false,"required":["kind","server","database"],"properties":{"kind":{"description":"Always `azure-sql`.","const":"azure-sql"},"server":{"description":"Host name of the logical server, whole: `shop.database.windows.net`. Another one, as it is written here, begins all landings of its tables anew; another value of a variable in it does not: the tables are then gone on with from their marks, as after a move of the database.","$ref":"#/definitions/Text"},"database":{"description":"Name of the database. Another one, or another value of a variable in it, means the same as of `server`.","$ref":"#/definitions/Text"},"identity":{"$ref":"#/definitions/AzureSqlIdentitySpec"},"tables":{"description":"The tables on which principals are granted rights, by schema and name: `dbo.orders`. With it the project makes a script of the rights that its principals have in this database, and of no others.","type":"object","minProperties":1,"propertyNames":{"$ref":"#/definitions/GrantedTransactTableName"},"additionalProperties":{"$ref":"#/definitions/GrantedTransactTableSpec"}},"integration_runtime":{"description":"Name of the integration runtime, of the factory or of the Synapse workspace, that reaches the server where the service itself may not: a self-hosted one, or one in a managed virtual network. 3 to 63 letters, digits and single `-` between them. It is referred to, not made. A self-hosted one needs a 64-bit Java for tables that land as `parquet`, none for `csv`. Default: the service reaches the server itself, which the server's firewall must allow.","type":"string","pattern":"^(?=.{3,63}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"}},"elsewhere":{"namespace":["kind: event-hubs"],"tier":["kind: event-hubs"],"hubs":["kind: event-hubs"],"servers":["kind: kafka"],"account":["kind: cosmos","kind: storage","kind: blob"],"api":["kind: cosmos"],"container":["kind: storage","kind: blob"],"resource_group":["kind: storage"],"subscription":["kind: storage"],"port":["kind: postgres"],"ssl":["kind: postgres"],"host":["kind: http","kind: azure-function"],"base":["kind: http"],"workspace":["kind: serverless-sql"],"deploy_as":["kind: serverless-sql"]}};
const schema60 = {"description":"Who the connection is opened as. Default `managed`: the own identity of the factory, or of the Synapse workspace, of which the database has a user (docs/databases.md has the statements that make it). Else a user with a password from the vault.","if":{"type":"string"},"then":{"$ref":"#/definitions/FactoryIdentity"},"else":{"$ref":"#/definitions/SqlLoginSpec"}};
const schema61 = {"description":"The own identity of the factory, or of the Synapse workspace: it needs no secret.","const":"managed"};

function validate41(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = true;
const _errs1 = errors;
if(typeof data !== "string"){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs3 = errors;
if("managed" !== data){
const err1 = {instancePath,schemaPath:"#/definitions/FactoryIdentity/const",keyword:"const",params:{allowedValue: "managed"},message:"must be equal to constant",schema:"managed",parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = _valid0;
ifClause0 = "then";
}
else {
const _errs5 = errors;
if(!(validate36(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
var _valid0 = _errs5 === errors;
valid0 = _valid0;
ifClause0 = "else";
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0},message:"must match \""+ifClause0+"\" schema",schema:schema60.if,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate41.errors = vErrors;
return errors === 0;
}


function validate40(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema57.required,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.server === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "server"},message:"must have required property '"+"server"+"'",schema:schema57.required,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.database === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "database"},message:"must have required property '"+"database"+"'",schema:schema57.required,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "kind") || (key0 === "server")) || (key0 === "database")) || (key0 === "identity")) || (key0 === "tables")) || (key0 === "integration_runtime"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
let data0 = data.kind;
if("azure-sql" !== data0){
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "azure-sql"},message:"must be equal to constant",schema:"azure-sql",parentSchema:schema57.properties.kind,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.server !== undefined){
let data1 = data.server;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err5 = {instancePath:instancePath+"/server",schemaPath:"#/definitions/Text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/server",schemaPath:"#/definitions/Text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.database !== undefined){
let data2 = data.database;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err7 = {instancePath:instancePath+"/database",schemaPath:"#/definitions/Text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/database",schemaPath:"#/definitions/Text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.identity !== undefined){
if(!(validate41(data.identity, {instancePath:instancePath+"/identity",parentData:data,parentDataProperty:"identity",rootData}))){
vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
errors = vErrors.length;
}
}
if(data.tables !== undefined){
let data4 = data.tables;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length < 1){
const err9 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema57.properties.tables,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key1 in data4){
const _errs12 = errors;
if(typeof key1 === "string"){
if(!pattern15.test(key1)){
const err10 = {instancePath:instancePath+"/tables",schemaPath:"#/definitions/GrantedTransactTableName/pattern",keyword:"pattern",params:{pattern: "^(?![Ss][Yy][Ss]\\.|[Ii][Nn][Ff][Oo][Rr][Mm][Aa][Tt][Ii][Oo][Nn]_[Ss][Cc][Hh][Ee][Mm][Aa]\\.)(?!.*\\$\\{)[^.\\u0000-\\u001f\\u007f]{1,128}\\.[^.\\u0000-\\u001f\\u007f]{1,128}$"},message:"must match pattern \""+"^(?![Ss][Yy][Ss]\\.|[Ii][Nn][Ff][Oo][Rr][Mm][Aa][Tt][Ii][Oo][Nn]_[Ss][Cc][Hh][Ee][Mm][Aa]\\.)(?!.*\\$\\{)[^.\\u0000-\\u001f\\u007f]{1,128}\\.[^.\\u0000-\\u001f\\u007f]{1,128}$"+"\"",schema:"^(?![Ss][Yy][Ss]\\.|[Ii][Nn][Ff][Oo][Rr][Mm][Aa][Tt][Ii][Oo][Nn]_[Ss][Cc][Hh][Ee][Mm][Aa]\\.)(?!.*\\$\\{)[^.\\u0000-\\u001f\\u007f]{1,128}\\.[^.\\u0000-\\u001f\\u007f]{1,128}$",parentSchema:schema54,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/tables",schemaPath:"#/definitions/GrantedTransactTableName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema54.type,parentSchema:schema54,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var valid3 = _errs12 === errors;
if(!valid3){
const err12 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid",schema:schema57.properties.tables.propertyNames,parentSchema:schema57.properties.tables,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
for(const key2 in data4){
if(!(validate38(data4[key2], {instancePath:instancePath+"/tables/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data4,parentDataProperty:key2,rootData}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
}
else {
const err13 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema57.properties.tables.type,parentSchema:schema57.properties.tables,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.integration_runtime !== undefined){
let data6 = data.integration_runtime;
if(typeof data6 === "string"){
if(!pattern17.test(data6)){
const err14 = {instancePath:instancePath+"/integration_runtime",schemaPath:"#/properties/integration_runtime/pattern",keyword:"pattern",params:{pattern: "^(?=.{3,63}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"},message:"must match pattern \""+"^(?=.{3,63}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"+"\"",schema:"^(?=.{3,63}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$",parentSchema:schema57.properties.integration_runtime,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/integration_runtime",schemaPath:"#/properties/integration_runtime/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema57.properties.integration_runtime.type,parentSchema:schema57.properties.integration_runtime,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema57.type,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
validate40.errors = vErrors;
return errors === 0;
}

const schema63 = {"description":"A PostgreSQL database, of version 12 or newer, anywhere: its tables are read. It keeps no marks (`control`).","type":"object","additionalProperties":false,"required":["kind","server","database","identity"],"properties":{"kind":{"description":"Always `postgres`.","const":"postgres"},"server":{"description":"Host name of the server, without scheme or port. Another one, as it is written here, begins all landings of its tables anew; another value of a variable in it does not: the tables are then gone on with from their marks, as after a move of the database.","$ref":"#/definitions/Text"},"port":{"description":"The port that it is reached at. Default 5432. Another one means the same as of `server`.","type":"integer","minimum":1,"maximum":65535},"database":{"description":"Name of the database, in its own capital and small letters. Another one, or another value of a variable in it, means the same as of `server`.","$ref":"#/definitions/Text"},"identity":{"$ref":"#/definitions/PostgresLoginSpec"},"tables":{"description":"The tables on which principals are granted rights, by schema and name: `public.orders`. With it the project makes a script of the rights that its principals have in this database, and of no others.","type":"object","minProperties":1,"propertyNames":{"$ref":"#/definitions/GrantedTableName"},"additionalProperties":{"$ref":"#/definitions/GrantedTableSpec"}},"ssl":{"description":"How the connection is encrypted. `verify-full` (the default): the server's certificate must be one of an authority that the integration runtime's machine knows, and name the server; `verify-ca`: it need not name it; `require`: no certificate is checked; `disable`: nothing is encrypted, for a network of one's own.","enum":["verify-full","verify-ca","require","disable"]},"integration_runtime":{"description":"Name of the integration runtime, of the factory or of the Synapse workspace, that reaches the server where the service itself may not: a self-hosted one, or one in a managed virtual network. 3 to 63 letters, digits and single `-` between them. It is referred to, not made. A self-hosted one needs a 64-bit Java for tables that land as `parquet`, none for `csv`. Default: the service reaches the server itself.","type":"string","pattern":"^(?=.{3,63}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"}},"elsewhere":{"namespace":["kind: event-hubs"],"tier":["kind: event-hubs"],"hubs":["kind: event-hubs"],"servers":["kind: kafka"],"account":["kind: cosmos","kind: storage","kind: blob"],"api":["kind: cosmos"],"container":["kind: storage","kind: blob"],"resource_group":["kind: storage"],"subscription":["kind: storage"],"host":["kind: http","kind: azure-function"],"base":["kind: http"],"workspace":["kind: serverless-sql"],"deploy_as":["kind: serverless-sql"]}};
const schema69 = {"description":"A table with its schema: `public.orders`; or `public.*`: all that its owner has in the schema, those that are made later too. In their own capital and small letters, any but `.` and control characters; at most 63 bytes each.","type":"string","examples":["public.orders","public.*"],"pattern":"^(?!pg_|information_schema\\.)(?!.*\\$\\{)[^.\\u0000-\\u001f\\u007f]+\\.[^.\\u0000-\\u001f\\u007f]+$"};
const schema66 = {"description":"Who the connection is opened as: a role that may log in, with a password from the vault.","type":"object","additionalProperties":false,"required":["user","secret"],"properties":{"user":{"description":"Name of the role.","$ref":"#/definitions/Name"},"secret":{"description":"Name of the secret in the vault that holds the password.","$ref":"#/definitions/SecretName"}}};

function validate46(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.user === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "user"},message:"must have required property '"+"user"+"'",schema:schema66.required,parentSchema:schema66,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.secret === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "secret"},message:"must have required property '"+"secret"+"'",schema:schema66.required,parentSchema:schema66,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "user") || (key0 === "secret"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema66,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.user !== undefined){
let data0 = data.user;
if(typeof data0 === "string"){
if(func3(data0) > 80){
const err3 = {instancePath:instancePath+"/user",schemaPath:"#/definitions/Name/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema12,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern0.test(data0)){
const err4 = {instancePath:instancePath+"/user",schemaPath:"#/definitions/Name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema12,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/user",schemaPath:"#/definitions/Name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.type,parentSchema:schema12,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.secret !== undefined){
let data1 = data.secret;
if(typeof data1 === "string"){
if(func3(data1) > 127){
const err6 = {instancePath:instancePath+"/secret",schemaPath:"#/definitions/SecretName/maxLength",keyword:"maxLength",params:{limit: 127},message:"must NOT have more than 127 characters",schema:127,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!pattern7.test(data1)){
const err7 = {instancePath:instancePath+"/secret",schemaPath:"#/definitions/SecretName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9-]*$",parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/secret",schemaPath:"#/definitions/SecretName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema66.type,parentSchema:schema66,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate46.errors = vErrors;
return errors === 0;
}

const schema70 = {"description":"A table that `grants` may name.","type":"object","additionalProperties":false,"required":["owner"],"properties":{"owner":{"description":"The role that owns the table, as which rights on it are granted. The connection's user must be a member of it.","$ref":"#/definitions/DatabaseRole"},"key":{"description":"The columns that rows are found by. Who may update or delete, and not select, may read them: PostgreSQL lets nobody find rows by what he may not read.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/GrantedColumn"}}}};
const schema71 = {"description":"A role of PostgreSQL in its own capital and small letters: not `public`, `none` or what begins with `pg_`, which are PostgreSQL's own words, and no `${…}`, as the scripts are the same for all environments.","type":"string","pattern":"^(?!pg_|public$|none$)(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$"};
const pattern23 = new RegExp("^(?!pg_|public$|none$)(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$", "u");

function validate48(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.owner === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "owner"},message:"must have required property '"+"owner"+"'",schema:schema70.required,parentSchema:schema70,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "owner") || (key0 === "key"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema70,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.owner !== undefined){
let data0 = data.owner;
if(typeof data0 === "string"){
if(!pattern23.test(data0)){
const err2 = {instancePath:instancePath+"/owner",schemaPath:"#/definitions/DatabaseRole/pattern",keyword:"pattern",params:{pattern: "^(?!pg_|public$|none$)(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$"},message:"must match pattern \""+"^(?!pg_|public$|none$)(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$"+"\"",schema:"^(?!pg_|public$|none$)(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$",parentSchema:schema71,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/owner",schemaPath:"#/definitions/DatabaseRole/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema71.type,parentSchema:schema71,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.key !== undefined){
let data1 = data.key;
if(Array.isArray(data1)){
if(data1.length < 1){
const err4 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema70.properties.key,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 === "string"){
if(!pattern16.test(data2)){
const err5 = {instancePath:instancePath+"/key/" + i0,schemaPath:"#/definitions/GrantedColumn/pattern",keyword:"pattern",params:{pattern: "^(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$"},message:"must match pattern \""+"^(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$"+"\"",schema:"^(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$",parentSchema:schema56,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/key/" + i0,schemaPath:"#/definitions/GrantedColumn/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema56.type,parentSchema:schema56,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
let i1 = data1.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data1[i1], data1[j0])){
const err7 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema70.properties.key,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err8 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema70.properties.key.type,parentSchema:schema70.properties.key,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema70.type,parentSchema:schema70,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate48.errors = vErrors;
return errors === 0;
}

const pattern22 = new RegExp("^(?!pg_|information_schema\\.)(?!.*\\$\\{)[^.\\u0000-\\u001f\\u007f]+\\.[^.\\u0000-\\u001f\\u007f]+$", "u");

function validate45(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema63.required,parentSchema:schema63,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.server === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "server"},message:"must have required property '"+"server"+"'",schema:schema63.required,parentSchema:schema63,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.database === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "database"},message:"must have required property '"+"database"+"'",schema:schema63.required,parentSchema:schema63,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.identity === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "identity"},message:"must have required property '"+"identity"+"'",schema:schema63.required,parentSchema:schema63,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "kind") || (key0 === "server")) || (key0 === "port")) || (key0 === "database")) || (key0 === "identity")) || (key0 === "tables")) || (key0 === "ssl")) || (key0 === "integration_runtime"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema63,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.kind !== undefined){
let data0 = data.kind;
if("postgres" !== data0){
const err5 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "postgres"},message:"must be equal to constant",schema:"postgres",parentSchema:schema63.properties.kind,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.server !== undefined){
let data1 = data.server;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err6 = {instancePath:instancePath+"/server",schemaPath:"#/definitions/Text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/server",schemaPath:"#/definitions/Text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.port !== undefined){
let data2 = data.port;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err8 = {instancePath:instancePath+"/port",schemaPath:"#/properties/port/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema63.properties.port.type,parentSchema:schema63.properties.port,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 65535 || isNaN(data2)){
const err9 = {instancePath:instancePath+"/port",schemaPath:"#/properties/port/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema63.properties.port,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err10 = {instancePath:instancePath+"/port",schemaPath:"#/properties/port/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema63.properties.port,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
if(data.database !== undefined){
let data3 = data.database;
if(typeof data3 === "string"){
if(func3(data3) < 1){
const err11 = {instancePath:instancePath+"/database",schemaPath:"#/definitions/Text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/database",schemaPath:"#/definitions/Text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.identity !== undefined){
if(!(validate46(data.identity, {instancePath:instancePath+"/identity",parentData:data,parentDataProperty:"identity",rootData}))){
vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
errors = vErrors.length;
}
}
if(data.tables !== undefined){
let data5 = data.tables;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(Object.keys(data5).length < 1){
const err13 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema63.properties.tables,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
for(const key1 in data5){
const _errs14 = errors;
if(typeof key1 === "string"){
if(!pattern22.test(key1)){
const err14 = {instancePath:instancePath+"/tables",schemaPath:"#/definitions/GrantedTableName/pattern",keyword:"pattern",params:{pattern: "^(?!pg_|information_schema\\.)(?!.*\\$\\{)[^.\\u0000-\\u001f\\u007f]+\\.[^.\\u0000-\\u001f\\u007f]+$"},message:"must match pattern \""+"^(?!pg_|information_schema\\.)(?!.*\\$\\{)[^.\\u0000-\\u001f\\u007f]+\\.[^.\\u0000-\\u001f\\u007f]+$"+"\"",schema:"^(?!pg_|information_schema\\.)(?!.*\\$\\{)[^.\\u0000-\\u001f\\u007f]+\\.[^.\\u0000-\\u001f\\u007f]+$",parentSchema:schema69,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/tables",schemaPath:"#/definitions/GrantedTableName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema69.type,parentSchema:schema69,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
var valid3 = _errs14 === errors;
if(!valid3){
const err16 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid",schema:schema63.properties.tables.propertyNames,parentSchema:schema63.properties.tables,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
for(const key2 in data5){
if(!(validate48(data5[key2], {instancePath:instancePath+"/tables/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data5,parentDataProperty:key2,rootData}))){
vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors);
errors = vErrors.length;
}
}
}
else {
const err17 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema63.properties.tables.type,parentSchema:schema63.properties.tables,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.ssl !== undefined){
let data7 = data.ssl;
if(!((((data7 === "verify-full") || (data7 === "verify-ca")) || (data7 === "require")) || (data7 === "disable"))){
const err18 = {instancePath:instancePath+"/ssl",schemaPath:"#/properties/ssl/enum",keyword:"enum",params:{allowedValues: schema63.properties.ssl.enum},message:"must be equal to one of the allowed values",schema:schema63.properties.ssl.enum,parentSchema:schema63.properties.ssl,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.integration_runtime !== undefined){
let data8 = data.integration_runtime;
if(typeof data8 === "string"){
if(!pattern17.test(data8)){
const err19 = {instancePath:instancePath+"/integration_runtime",schemaPath:"#/properties/integration_runtime/pattern",keyword:"pattern",params:{pattern: "^(?=.{3,63}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"},message:"must match pattern \""+"^(?=.{3,63}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"+"\"",schema:"^(?=.{3,63}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$",parentSchema:schema63.properties.integration_runtime,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/integration_runtime",schemaPath:"#/properties/integration_runtime/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema63.properties.integration_runtime.type,parentSchema:schema63.properties.integration_runtime,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema63.type,parentSchema:schema63,data};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
validate45.errors = vErrors;
return errors === 0;
}

const schema73 = {"description":"A container of an Azure storage account whose files the data factory, or the Synapse workspace, lands. It logs in as its own managed identity, which needs the role `Storage Blob Data Reader` there.","type":"object","additionalProperties":false,"required":["kind","account","container"],"properties":{"kind":{"description":"Always `blob`.","const":"blob"},"account":{"description":"Name of the storage account.","$ref":"#/definitions/Text"},"container":{"description":"Container of the account.","$ref":"#/definitions/Text"},"identity":{"description":"Who the connection is opened as. Default, and so far the only one: `managed`, the factory's or the workspace's own identity.","const":"managed"}},"elsewhere":{"namespace":["kind: event-hubs"],"tier":["kind: event-hubs"],"hubs":["kind: event-hubs"],"servers":["kind: kafka"],"api":["kind: cosmos"],"resource_group":["kind: storage"],"subscription":["kind: storage"],"server":["kind: sql-server","kind: azure-sql","kind: postgres"],"database":["kind: sql-server","kind: azure-sql","kind: postgres","kind: serverless-sql"],"tables":["kind: sql-server","kind: azure-sql","kind: postgres"],"integration_runtime":["kind: sql-server","kind: azure-sql","kind: postgres"],"port":["kind: postgres"],"ssl":["kind: postgres"],"host":["kind: http","kind: azure-function"],"base":["kind: http"],"workspace":["kind: serverless-sql"],"deploy_as":["kind: serverless-sql"]}};

function validate50(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema73.required,parentSchema:schema73,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.account === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "account"},message:"must have required property '"+"account"+"'",schema:schema73.required,parentSchema:schema73,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.container === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "container"},message:"must have required property '"+"container"+"'",schema:schema73.required,parentSchema:schema73,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "account")) || (key0 === "container")) || (key0 === "identity"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema73,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
let data0 = data.kind;
if("blob" !== data0){
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "blob"},message:"must be equal to constant",schema:"blob",parentSchema:schema73.properties.kind,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.account !== undefined){
let data1 = data.account;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err5 = {instancePath:instancePath+"/account",schemaPath:"#/definitions/Text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/account",schemaPath:"#/definitions/Text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.container !== undefined){
let data2 = data.container;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err7 = {instancePath:instancePath+"/container",schemaPath:"#/definitions/Text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/container",schemaPath:"#/definitions/Text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.identity !== undefined){
let data3 = data.identity;
if("managed" !== data3){
const err9 = {instancePath:instancePath+"/identity",schemaPath:"#/properties/identity/const",keyword:"const",params:{allowedValue: "managed"},message:"must be equal to constant",schema:"managed",parentSchema:schema73.properties.identity,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema73.type,parentSchema:schema73,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate50.errors = vErrors;
return errors === 0;
}

const schema76 = {"description":"An API whose answers the data factory, or the Synapse workspace, lands, over https and from the internet. docs/http.md tells how.","type":"object","additionalProperties":false,"required":["kind","host"],"properties":{"kind":{"description":"Always `http`.","const":"http"},"host":{"description":"Host name of the API, without scheme, port or path: it is asked over https.","$ref":"#/definitions/Text"},"base":{"description":"What all paths of the API begin with, as `v1` or `api/v3`. Default: nothing.","type":"string","pattern":"^(?!.*\\.\\.)[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*$","maxLength":500},"identity":{"$ref":"#/definitions/HttpIdentitySpec"}},"elsewhere":{"namespace":["kind: event-hubs"],"tier":["kind: event-hubs"],"hubs":["kind: event-hubs"],"servers":["kind: kafka"],"account":["kind: cosmos","kind: storage","kind: blob"],"api":["kind: cosmos"],"container":["kind: storage","kind: blob"],"resource_group":["kind: storage"],"subscription":["kind: storage"],"server":["kind: sql-server","kind: azure-sql","kind: postgres"],"database":["kind: sql-server","kind: azure-sql","kind: postgres","kind: serverless-sql"],"tables":["kind: sql-server","kind: azure-sql","kind: postgres"],"integration_runtime":["kind: sql-server","kind: azure-sql","kind: postgres"],"port":["kind: postgres"],"ssl":["kind: postgres"],"workspace":["kind: serverless-sql"],"deploy_as":["kind: serverless-sql"]}};
const pattern26 = new RegExp("^(?!.*\\.\\.)[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*$", "u");
const schema78 = {"description":"Who the API is asked as: with a key in a header (`header`, `secret`), or as the own identity of the factory, or of the workspace (`resource`). Default: nobody in particular.","if":{"type":"object","required":["resource"]},"then":{"$ref":"#/definitions/HttpManagedIdentitySpec"},"else":{"$ref":"#/definitions/HttpKeySpec"}};
const schema79 = {"description":"The own identity of the factory, or of the workspace.","type":"object","additionalProperties":false,"required":["resource"],"properties":{"resource":{"description":"What a token is asked for: the API's identifier in Microsoft Entra ID, as `api://5f9c0a1e-orders` or `https://management.azure.com/`.","type":"string","pattern":"^(api|https)://[A-Za-z0-9._/-]+$"}}};
const pattern27 = new RegExp("^(api|https)://[A-Za-z0-9._/-]+$", "u");
const schema80 = {"description":"A header with a key.","type":"object","additionalProperties":false,"required":["header","secret"],"properties":{"header":{"description":"Name of the header, as `x-api-key` or `Authorization`.","type":"string","pattern":"^(?!([Aa][Cc][Cc][Ee][Pp][Tt]|[Hh][Oo][Ss][Tt])$)[A-Za-z0-9-]+$"},"secret":{"description":"Name of the secret in the vault that holds the whole value of the header: of `Authorization` with its first word, as in `Bearer 3f2a`.","$ref":"#/definitions/SecretName"}}};
const pattern28 = new RegExp("^(?!([Aa][Cc][Cc][Ee][Pp][Tt]|[Hh][Oo][Ss][Tt])$)[A-Za-z0-9-]+$", "u");

function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.header === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "header"},message:"must have required property '"+"header"+"'",schema:schema80.required,parentSchema:schema80,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.secret === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "secret"},message:"must have required property '"+"secret"+"'",schema:schema80.required,parentSchema:schema80,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "header") || (key0 === "secret"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema80,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.header !== undefined){
let data0 = data.header;
if(typeof data0 === "string"){
if(!pattern28.test(data0)){
const err3 = {instancePath:instancePath+"/header",schemaPath:"#/properties/header/pattern",keyword:"pattern",params:{pattern: "^(?!([Aa][Cc][Cc][Ee][Pp][Tt]|[Hh][Oo][Ss][Tt])$)[A-Za-z0-9-]+$"},message:"must match pattern \""+"^(?!([Aa][Cc][Cc][Ee][Pp][Tt]|[Hh][Oo][Ss][Tt])$)[A-Za-z0-9-]+$"+"\"",schema:"^(?!([Aa][Cc][Cc][Ee][Pp][Tt]|[Hh][Oo][Ss][Tt])$)[A-Za-z0-9-]+$",parentSchema:schema80.properties.header,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/header",schemaPath:"#/properties/header/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema80.properties.header.type,parentSchema:schema80.properties.header,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.secret !== undefined){
let data1 = data.secret;
if(typeof data1 === "string"){
if(func3(data1) > 127){
const err5 = {instancePath:instancePath+"/secret",schemaPath:"#/definitions/SecretName/maxLength",keyword:"maxLength",params:{limit: 127},message:"must NOT have more than 127 characters",schema:127,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!pattern7.test(data1)){
const err6 = {instancePath:instancePath+"/secret",schemaPath:"#/definitions/SecretName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9-]*$",parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/secret",schemaPath:"#/definitions/SecretName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema80.type,parentSchema:schema80,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate53.errors = vErrors;
return errors === 0;
}


function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = true;
const _errs1 = errors;
if(errors === _errs1){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.resource === undefined) && (missing0 = "resource")){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs1 === errors;
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.resource === undefined){
const err2 = {instancePath,schemaPath:"#/definitions/HttpManagedIdentitySpec/required",keyword:"required",params:{missingProperty: "resource"},message:"must have required property '"+"resource"+"'",schema:schema79.required,parentSchema:schema79,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "resource")){
const err3 = {instancePath,schemaPath:"#/definitions/HttpManagedIdentitySpec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema79,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.resource !== undefined){
let data0 = data.resource;
if(typeof data0 === "string"){
if(!pattern27.test(data0)){
const err4 = {instancePath:instancePath+"/resource",schemaPath:"#/definitions/HttpManagedIdentitySpec/properties/resource/pattern",keyword:"pattern",params:{pattern: "^(api|https)://[A-Za-z0-9._/-]+$"},message:"must match pattern \""+"^(api|https)://[A-Za-z0-9._/-]+$"+"\"",schema:"^(api|https)://[A-Za-z0-9._/-]+$",parentSchema:schema79.properties.resource,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/resource",schemaPath:"#/definitions/HttpManagedIdentitySpec/properties/resource/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema79.properties.resource.type,parentSchema:schema79.properties.resource,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/definitions/HttpManagedIdentitySpec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema79.type,parentSchema:schema79,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = _valid0;
ifClause0 = "then";
}
else {
const _errs9 = errors;
if(!(validate53(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var _valid0 = _errs9 === errors;
valid0 = _valid0;
ifClause0 = "else";
}
if(!valid0){
const err7 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0},message:"must match \""+ifClause0+"\" schema",schema:schema78.if,parentSchema:schema78,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate52.errors = vErrors;
return errors === 0;
}


function validate51(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema76.required,parentSchema:schema76,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.host === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "host"},message:"must have required property '"+"host"+"'",schema:schema76.required,parentSchema:schema76,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "host")) || (key0 === "base")) || (key0 === "identity"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema76,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.kind !== undefined){
let data0 = data.kind;
if("http" !== data0){
const err3 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "http"},message:"must be equal to constant",schema:"http",parentSchema:schema76.properties.kind,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.host !== undefined){
let data1 = data.host;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err4 = {instancePath:instancePath+"/host",schemaPath:"#/definitions/Text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/host",schemaPath:"#/definitions/Text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.base !== undefined){
let data2 = data.base;
if(typeof data2 === "string"){
if(func3(data2) > 500){
const err6 = {instancePath:instancePath+"/base",schemaPath:"#/properties/base/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema76.properties.base,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!pattern26.test(data2)){
const err7 = {instancePath:instancePath+"/base",schemaPath:"#/properties/base/pattern",keyword:"pattern",params:{pattern: "^(?!.*\\.\\.)[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*$"},message:"must match pattern \""+"^(?!.*\\.\\.)[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*$"+"\"",schema:"^(?!.*\\.\\.)[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*$",parentSchema:schema76.properties.base,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/base",schemaPath:"#/properties/base/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema76.properties.base.type,parentSchema:schema76.properties.base,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.identity !== undefined){
if(!(validate52(data.identity, {instancePath:instancePath+"/identity",parentData:data,parentDataProperty:"identity",rootData}))){
vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
errors = vErrors.length;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema76.type,parentSchema:schema76,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate51.errors = vErrors;
return errors === 0;
}

const schema82 = {"description":"An app of Azure Functions, of which the data factory, or the Synapse workspace, calls functions. docs/azure-functions.md tells how.","type":"object","additionalProperties":false,"required":["kind","host","identity"],"properties":{"kind":{"description":"Always `azure-function`.","const":"azure-function"},"host":{"description":"Host name of the app, without scheme, port or path, as its page in the portal has it: `orders.azurewebsites.net`, or with a region `orders-a1b2c3.westeurope-01.azurewebsites.net`.","$ref":"#/definitions/Text"},"identity":{"$ref":"#/definitions/FunctionIdentitySpec"}},"elsewhere":{"namespace":["kind: event-hubs"],"tier":["kind: event-hubs"],"hubs":["kind: event-hubs"],"servers":["kind: kafka"],"account":["kind: cosmos","kind: storage","kind: blob"],"api":["kind: cosmos"],"container":["kind: storage","kind: blob"],"resource_group":["kind: storage"],"subscription":["kind: storage"],"server":["kind: sql-server","kind: azure-sql","kind: postgres"],"database":["kind: sql-server","kind: azure-sql","kind: postgres","kind: serverless-sql"],"tables":["kind: sql-server","kind: azure-sql","kind: postgres"],"integration_runtime":["kind: sql-server","kind: azure-sql","kind: postgres"],"port":["kind: postgres"],"ssl":["kind: postgres"],"base":["kind: http"],"workspace":["kind: serverless-sql"],"deploy_as":["kind: serverless-sql"]}};
const schema84 = {"description":"Who the functions are called as: the holder of a key (`secret`), or the own identity of the factory, or of the workspace (`resource`), where the app asks for a login by Microsoft Entra ID.","type":"object","oneOf":[{"required":["secret"]},{"required":["resource"]}],"if":{"type":"object","required":["resource"]},"then":{"$ref":"#/definitions/FunctionManagedIdentitySpec"},"else":{"$ref":"#/definitions/FunctionKeySpec"}};
const schema85 = {"description":"The own identity of the factory, or of the workspace.","type":"object","additionalProperties":false,"required":["resource"],"properties":{"resource":{"description":"What a token is asked for: an allowed token audience of the app's authentication, as `api://5f9c0a1e-orders`.","type":"string","pattern":"^(api|https)://[A-Za-z0-9._/-]+$"}}};
const schema86 = {"description":"A key of the app.","type":"object","additionalProperties":false,"required":["secret"],"properties":{"secret":{"description":"Name of the secret in the vault that holds a key of the function, or the host key of the app.","$ref":"#/definitions/SecretName"}}};

function validate58(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.secret === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "secret"},message:"must have required property '"+"secret"+"'",schema:schema86.required,parentSchema:schema86,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "secret")){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema86,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.secret !== undefined){
let data0 = data.secret;
if(typeof data0 === "string"){
if(func3(data0) > 127){
const err2 = {instancePath:instancePath+"/secret",schemaPath:"#/definitions/SecretName/maxLength",keyword:"maxLength",params:{limit: 127},message:"must NOT have more than 127 characters",schema:127,parentSchema:schema32,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern7.test(data0)){
const err3 = {instancePath:instancePath+"/secret",schemaPath:"#/definitions/SecretName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9-]*$",parentSchema:schema32,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/secret",schemaPath:"#/definitions/SecretName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema86.type,parentSchema:schema86,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate58.errors = vErrors;
return errors === 0;
}


function validate57(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(data && typeof data == "object" && !Array.isArray(data))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema84.type,parentSchema:schema84,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.secret === undefined){
const err1 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: "secret"},message:"must have required property '"+"secret"+"'",schema:schema84.oneOf[0].required,parentSchema:schema84.oneOf[0],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.resource === undefined){
const err2 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: "resource"},message:"must have required property '"+"resource"+"'",schema:schema84.oneOf[1].required,parentSchema:schema84.oneOf[1],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
}
if(!valid0){
const err3 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema84.oneOf,parentSchema:schema84,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
const _errs4 = errors;
let valid1 = true;
const _errs5 = errors;
if(errors === _errs5){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.resource === undefined) && (missing0 = "resource")){
const err4 = {};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var _valid1 = _errs5 === errors;
errors = _errs4;
if(vErrors !== null){
if(_errs4){
vErrors.length = _errs4;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid1){
const _errs7 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.resource === undefined){
const err6 = {instancePath,schemaPath:"#/definitions/FunctionManagedIdentitySpec/required",keyword:"required",params:{missingProperty: "resource"},message:"must have required property '"+"resource"+"'",schema:schema85.required,parentSchema:schema85,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "resource")){
const err7 = {instancePath,schemaPath:"#/definitions/FunctionManagedIdentitySpec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema85,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.resource !== undefined){
let data0 = data.resource;
if(typeof data0 === "string"){
if(!pattern27.test(data0)){
const err8 = {instancePath:instancePath+"/resource",schemaPath:"#/definitions/FunctionManagedIdentitySpec/properties/resource/pattern",keyword:"pattern",params:{pattern: "^(api|https)://[A-Za-z0-9._/-]+$"},message:"must match pattern \""+"^(api|https)://[A-Za-z0-9._/-]+$"+"\"",schema:"^(api|https)://[A-Za-z0-9._/-]+$",parentSchema:schema85.properties.resource,data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/resource",schemaPath:"#/definitions/FunctionManagedIdentitySpec/properties/resource/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema85.properties.resource.type,parentSchema:schema85.properties.resource,data:data0};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/definitions/FunctionManagedIdentitySpec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema85.type,parentSchema:schema85,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var _valid1 = _errs7 === errors;
valid1 = _valid1;
ifClause0 = "then";
}
else {
const _errs13 = errors;
if(!(validate58(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
errors = vErrors.length;
}
var _valid1 = _errs13 === errors;
valid1 = _valid1;
ifClause0 = "else";
}
if(!valid1){
const err11 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0},message:"must match \""+ifClause0+"\" schema",schema:schema84.if,parentSchema:schema84,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate57.errors = vErrors;
return errors === 0;
}


function validate56(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema82.required,parentSchema:schema82,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.host === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "host"},message:"must have required property '"+"host"+"'",schema:schema82.required,parentSchema:schema82,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.identity === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "identity"},message:"must have required property '"+"identity"+"'",schema:schema82.required,parentSchema:schema82,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "kind") || (key0 === "host")) || (key0 === "identity"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema82,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
let data0 = data.kind;
if("azure-function" !== data0){
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "azure-function"},message:"must be equal to constant",schema:"azure-function",parentSchema:schema82.properties.kind,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.host !== undefined){
let data1 = data.host;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err5 = {instancePath:instancePath+"/host",schemaPath:"#/definitions/Text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/host",schemaPath:"#/definitions/Text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.identity !== undefined){
if(!(validate57(data.identity, {instancePath:instancePath+"/identity",parentData:data,parentDataProperty:"identity",rootData}))){
vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema82.type,parentSchema:schema82,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate56.errors = vErrors;
return errors === 0;
}

const schema88 = {"description":"A database of the serverless SQL pool of a Synapse workspace, whose views read tables of the lake. docs/warehouse.md tells how.","type":"object","additionalProperties":false,"required":["kind","workspace","database","identity"],"properties":{"kind":{"description":"Always `serverless-sql`.","const":"serverless-sql"},"workspace":{"description":"Name of the Synapse workspace. Its pool is reached as `<workspace>-ondemand.sql.azuresynapse.net`.","$ref":"#/definitions/Text"},"database":{"description":"Name of the database. A script makes it that is generated.","$ref":"#/definitions/Text"},"identity":{"description":"Who reads the lake. Always `managed`: the workspace's own identity, which needs the role Storage Blob Data Reader on the lake's container.","const":"managed"},"deploy_as":{"description":"Name of a credential of the data factory (`orchestrator: adf`): a user-assigned managed identity that may make databases and logins in the pool. As it publishing has the scripts run, by a pipeline. It is referred to, not made. Default: people run the scripts.","type":"string","pattern":"^(?=.{3,63}$)[A-Za-z0-9]+([-_][A-Za-z0-9]+)*$"}},"elsewhere":{"namespace":["kind: event-hubs"],"tier":["kind: event-hubs"],"hubs":["kind: event-hubs"],"servers":["kind: kafka"],"account":["kind: cosmos","kind: storage","kind: blob"],"api":["kind: cosmos"],"container":["kind: storage","kind: blob"],"resource_group":["kind: storage"],"subscription":["kind: storage"],"server":["kind: sql-server","kind: azure-sql","kind: postgres"],"tables":["kind: sql-server","kind: azure-sql","kind: postgres"],"integration_runtime":["kind: sql-server","kind: azure-sql","kind: postgres"],"port":["kind: postgres"],"ssl":["kind: postgres"],"host":["kind: http","kind: azure-function"],"base":["kind: http"]}};
const pattern32 = new RegExp("^(?=.{3,63}$)[A-Za-z0-9]+([-_][A-Za-z0-9]+)*$", "u");

function validate61(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema88.required,parentSchema:schema88,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.workspace === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "workspace"},message:"must have required property '"+"workspace"+"'",schema:schema88.required,parentSchema:schema88,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.database === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "database"},message:"must have required property '"+"database"+"'",schema:schema88.required,parentSchema:schema88,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.identity === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "identity"},message:"must have required property '"+"identity"+"'",schema:schema88.required,parentSchema:schema88,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "kind") || (key0 === "workspace")) || (key0 === "database")) || (key0 === "identity")) || (key0 === "deploy_as"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema88,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.kind !== undefined){
let data0 = data.kind;
if("serverless-sql" !== data0){
const err5 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "serverless-sql"},message:"must be equal to constant",schema:"serverless-sql",parentSchema:schema88.properties.kind,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.workspace !== undefined){
let data1 = data.workspace;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err6 = {instancePath:instancePath+"/workspace",schemaPath:"#/definitions/Text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/workspace",schemaPath:"#/definitions/Text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.database !== undefined){
let data2 = data.database;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err8 = {instancePath:instancePath+"/database",schemaPath:"#/definitions/Text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/database",schemaPath:"#/definitions/Text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.identity !== undefined){
let data3 = data.identity;
if("managed" !== data3){
const err10 = {instancePath:instancePath+"/identity",schemaPath:"#/properties/identity/const",keyword:"const",params:{allowedValue: "managed"},message:"must be equal to constant",schema:"managed",parentSchema:schema88.properties.identity,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.deploy_as !== undefined){
let data4 = data.deploy_as;
if(typeof data4 === "string"){
if(!pattern32.test(data4)){
const err11 = {instancePath:instancePath+"/deploy_as",schemaPath:"#/properties/deploy_as/pattern",keyword:"pattern",params:{pattern: "^(?=.{3,63}$)[A-Za-z0-9]+([-_][A-Za-z0-9]+)*$"},message:"must match pattern \""+"^(?=.{3,63}$)[A-Za-z0-9]+([-_][A-Za-z0-9]+)*$"+"\"",schema:"^(?=.{3,63}$)[A-Za-z0-9]+([-_][A-Za-z0-9]+)*$",parentSchema:schema88.properties.deploy_as,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/deploy_as",schemaPath:"#/properties/deploy_as/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema88.properties.deploy_as.type,parentSchema:schema88.properties.deploy_as,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema88.type,parentSchema:schema88,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate61.errors = vErrors;
return errors === 0;
}


function validate19(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema24.required,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind !== undefined){
let data0 = data.kind;
if(!(((((((((((data0 === "event-hubs") || (data0 === "kafka")) || (data0 === "cosmos")) || (data0 === "storage")) || (data0 === "sql-server")) || (data0 === "azure-sql")) || (data0 === "postgres")) || (data0 === "blob")) || (data0 === "http")) || (data0 === "azure-function")) || (data0 === "serverless-sql"))){
const err1 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema24.properties.kind.enum},message:"must be equal to one of the allowed values",schema:schema24.properties.kind.enum,parentSchema:schema24.properties.kind,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
const tag0 = data.kind;
if(typeof tag0 == "string"){
if(tag0 === "event-hubs"){
if(!(validate20(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate20.errors : vErrors.concat(validate20.errors);
errors = vErrors.length;
}
}
else if(tag0 === "kafka"){
if(!(validate29(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
else if(tag0 === "cosmos"){
if(!(validate32(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
else if(tag0 === "storage"){
if(!(validate34(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
errors = vErrors.length;
}
}
else if(tag0 === "sql-server"){
if(!(validate35(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
errors = vErrors.length;
}
}
else if(tag0 === "azure-sql"){
if(!(validate40(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
}
else if(tag0 === "postgres"){
if(!(validate45(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate45.errors : vErrors.concat(validate45.errors);
errors = vErrors.length;
}
}
else if(tag0 === "blob"){
if(!(validate50(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate50.errors : vErrors.concat(validate50.errors);
errors = vErrors.length;
}
}
else if(tag0 === "http"){
if(!(validate51(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
errors = vErrors.length;
}
}
else if(tag0 === "azure-function"){
if(!(validate56(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
}
else if(tag0 === "serverless-sql"){
if(!(validate61(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
errors = vErrors.length;
}
}
else {
const err2 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "kind", tagValue: tag0},message:"value of tag \"kind\" must be in oneOf",schema:schema24.discriminator,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "tag", tag: "kind", tagValue: tag0},message:"tag \"kind\" must be string",schema:schema24.discriminator,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema24.type,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate19.errors = vErrors;
return errors === 0;
}

const schema91 = {"description":"Who is granted rights, and what each service knows it as. What is granted in a service that knows it as nothing is refused.","type":"object","additionalProperties":false,"properties":{"role":{"description":"Its role in databases, in its own capital and small letters. At most 63 bytes. In PostgreSQL one that is not there is made, without the right to log in; who may log in is made a member of it. In databases that are asked in T-SQL a principal without `role` has one of its own name.","$ref":"#/definitions/DatabaseRole"},"entra":{"$ref":"#/definitions/EntraIdentitySpec"},"may_see":{"description":"Which kinds of what is sensitive it may see: `[pii]`. A right to read a sensitive column of another kind is an error. Default: none.","$ref":"#/definitions/LabelsSpec"},"description":{"description":"Who it is. It stands in the script.","type":"string"}}};
const schema93 = {"description":"Who it is in Microsoft Entra: `group`, `user` or `service_principal`. Rights are granted to groups best: who belongs to one is then no change of the project.","type":"object","additionalProperties":false,"properties":{"group":{"description":"The group's name.","$ref":"#/definitions/EntraName"},"user":{"description":"The user's principal name: `anna@example.org`.","$ref":"#/definitions/EntraName"},"service_principal":{"description":"The name of the service principal (an application, or a managed identity).","$ref":"#/definitions/EntraName"},"object_id":{"description":"Its object ID in the directory, which Azure's own services know it by; of a service principal that of the enterprise application. Where environments have different ones: `${name_of_a_variable}`.","$ref":"#/definitions/Text"}},"oneOf":[{"required":["group"]},{"required":["user"]},{"required":["service_principal"]}]};
const schema94 = {"description":"A name in Microsoft Entra, in its own capital and small letters, at most 128 characters; no `${…}`.","type":"string","maxLength":128,"pattern":"^(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$"};

function validate75(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.group === undefined){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: "group"},message:"must have required property '"+"group"+"'",schema:schema93.oneOf[0].required,parentSchema:schema93.oneOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.user === undefined){
const err1 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: "user"},message:"must have required property '"+"user"+"'",schema:schema93.oneOf[1].required,parentSchema:schema93.oneOf[1],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
const _errs4 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.service_principal === undefined){
const err2 = {instancePath,schemaPath:"#/oneOf/2/required",keyword:"required",params:{missingProperty: "service_principal"},message:"must have required property '"+"service_principal"+"'",schema:schema93.oneOf[2].required,parentSchema:schema93.oneOf[2],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs4 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 2];
}
else {
if(_valid0){
valid0 = true;
passing0 = 2;
}
}
}
if(!valid0){
const err3 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema93.oneOf,parentSchema:schema93,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "group") || (key0 === "user")) || (key0 === "service_principal")) || (key0 === "object_id"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema93,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.group !== undefined){
let data0 = data.group;
if(typeof data0 === "string"){
if(func3(data0) > 128){
const err5 = {instancePath:instancePath+"/group",schemaPath:"#/definitions/EntraName/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema94,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!pattern16.test(data0)){
const err6 = {instancePath:instancePath+"/group",schemaPath:"#/definitions/EntraName/pattern",keyword:"pattern",params:{pattern: "^(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$"},message:"must match pattern \""+"^(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$"+"\"",schema:"^(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$",parentSchema:schema94,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/group",schemaPath:"#/definitions/EntraName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema94.type,parentSchema:schema94,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.user !== undefined){
let data1 = data.user;
if(typeof data1 === "string"){
if(func3(data1) > 128){
const err8 = {instancePath:instancePath+"/user",schemaPath:"#/definitions/EntraName/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema94,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!pattern16.test(data1)){
const err9 = {instancePath:instancePath+"/user",schemaPath:"#/definitions/EntraName/pattern",keyword:"pattern",params:{pattern: "^(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$"},message:"must match pattern \""+"^(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$"+"\"",schema:"^(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$",parentSchema:schema94,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/user",schemaPath:"#/definitions/EntraName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema94.type,parentSchema:schema94,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.service_principal !== undefined){
let data2 = data.service_principal;
if(typeof data2 === "string"){
if(func3(data2) > 128){
const err11 = {instancePath:instancePath+"/service_principal",schemaPath:"#/definitions/EntraName/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema94,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!pattern16.test(data2)){
const err12 = {instancePath:instancePath+"/service_principal",schemaPath:"#/definitions/EntraName/pattern",keyword:"pattern",params:{pattern: "^(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$"},message:"must match pattern \""+"^(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$"+"\"",schema:"^(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$",parentSchema:schema94,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/service_principal",schemaPath:"#/definitions/EntraName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema94.type,parentSchema:schema94,data:data2};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.object_id !== undefined){
let data3 = data.object_id;
if(typeof data3 === "string"){
if(func3(data3) < 1){
const err14 = {instancePath:instancePath+"/object_id",schemaPath:"#/definitions/Text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/object_id",schemaPath:"#/definitions/Text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data3};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema93.type,parentSchema:schema93,data};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
validate75.errors = vErrors;
return errors === 0;
}

const schema98 = {"description":"Kinds of what is sensitive.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/SensitiveSpec"}};
const schema99 = {"description":"What is sensitive in it: `pii` (of a person), `secret`, `financial` or `health`. docs/sensitive.md tells what follows from it.","enum":["pii","secret","financial","health"]};

function validate77(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema98,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(!((((data0 === "pii") || (data0 === "secret")) || (data0 === "financial")) || (data0 === "health"))){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/SensitiveSpec/enum",keyword:"enum",params:{allowedValues: schema99.enum},message:"must be equal to one of the allowed values",schema:schema99.enum,parentSchema:schema99,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
const err2 = {instancePath,schemaPath:"#/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema98,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema98.type,parentSchema:schema98,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate77.errors = vErrors;
return errors === 0;
}


function validate74(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "role") || (key0 === "entra")) || (key0 === "may_see")) || (key0 === "description"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema91,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.role !== undefined){
let data0 = data.role;
if(typeof data0 === "string"){
if(!pattern23.test(data0)){
const err1 = {instancePath:instancePath+"/role",schemaPath:"#/definitions/DatabaseRole/pattern",keyword:"pattern",params:{pattern: "^(?!pg_|public$|none$)(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$"},message:"must match pattern \""+"^(?!pg_|public$|none$)(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$"+"\"",schema:"^(?!pg_|public$|none$)(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$",parentSchema:schema71,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/role",schemaPath:"#/definitions/DatabaseRole/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema71.type,parentSchema:schema71,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.entra !== undefined){
if(!(validate75(data.entra, {instancePath:instancePath+"/entra",parentData:data,parentDataProperty:"entra",rootData}))){
vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
errors = vErrors.length;
}
}
if(data.may_see !== undefined){
if(!(validate77(data.may_see, {instancePath:instancePath+"/may_see",parentData:data,parentDataProperty:"may_see",rootData}))){
vErrors = vErrors === null ? validate77.errors : vErrors.concat(validate77.errors);
errors = vErrors.length;
}
}
if(data.description !== undefined){
let data3 = data.description;
if(typeof data3 !== "string"){
const err3 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema91.properties.description.type,parentSchema:schema91.properties.description,data:data3};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema91.type,parentSchema:schema91,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate74.errors = vErrors;
return errors === 0;
}

const schema100 = {"description":"What holds in all pipelines where nothing else is written, instead of the language's own defaults.","type":"object","additionalProperties":false,"properties":{"streaming":{"$ref":"#/definitions/StreamingSpec"},"watermark":{"$ref":"#/definitions/WatermarkDefaultsSpec"},"late_rows":{"description":"What becomes of late rows in tables that decide about them and do not say it: `drop`, `divert` or `fail`. Built in: `drop`.","enum":["drop","divert","fail"]},"may_set_aside":{"description":"Which kinds of what is sensitive may stand in the tables of rows that are set aside, of all tables that do not say it: `[pii]`. Built in: none.","$ref":"#/definitions/LabelsSpec"}}};
const schema101 = {"description":"The rhythm of a query that is kept running.","type":"object","additionalProperties":false,"required":["trigger"],"properties":{"trigger":{"description":"A batch this often, as `10 seconds` (the default, unless sluice.yaml has another) or a variable; or `continuous`: the next one as soon as the one before is done.","type":"string","pattern":"^([1-9][0-9]{0,5} (second|minute|hour)s?|continuous|\\$\\{[a-z][a-z0-9_]*\\})$"}}};
const pattern38 = new RegExp("^([1-9][0-9]{0,5} (second|minute|hour)s?|continuous|\\$\\{[a-z][a-z0-9_]*\\})$", "u");
const schema102 = {"description":"What watermarks have in common.","type":"object","additionalProperties":false,"required":["ahead"],"properties":{"ahead":{"description":"How far beyond its arrival a row's event time may be. Built in: `1 hour`.","$ref":"#/definitions/DurationOrVariable"}}};
const schema103 = {"description":"A length of time: a whole number from 1 to 999999 and a unit, as `10 minutes`; or a variable, `${name}`.","type":"string","pattern":"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"};
const pattern39 = new RegExp("^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$", "u");

function validate81(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.ahead === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "ahead"},message:"must have required property '"+"ahead"+"'",schema:schema102.required,parentSchema:schema102,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "ahead")){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema102,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.ahead !== undefined){
let data0 = data.ahead;
if(typeof data0 === "string"){
if(!pattern39.test(data0)){
const err2 = {instancePath:instancePath+"/ahead",schemaPath:"#/definitions/DurationOrVariable/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"},message:"must match pattern \""+"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"+"\"",schema:"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$",parentSchema:schema103,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/ahead",schemaPath:"#/definitions/DurationOrVariable/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema103.type,parentSchema:schema103,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema102.type,parentSchema:schema102,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate81.errors = vErrors;
return errors === 0;
}


function validate80(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "streaming") || (key0 === "watermark")) || (key0 === "late_rows")) || (key0 === "may_set_aside"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema100,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.streaming !== undefined){
let data0 = data.streaming;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.trigger === undefined){
const err1 = {instancePath:instancePath+"/streaming",schemaPath:"#/definitions/StreamingSpec/required",keyword:"required",params:{missingProperty: "trigger"},message:"must have required property '"+"trigger"+"'",schema:schema101.required,parentSchema:schema101,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key1 in data0){
if(!(key1 === "trigger")){
const err2 = {instancePath:instancePath+"/streaming",schemaPath:"#/definitions/StreamingSpec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema101,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data0.trigger !== undefined){
let data1 = data0.trigger;
if(typeof data1 === "string"){
if(!pattern38.test(data1)){
const err3 = {instancePath:instancePath+"/streaming/trigger",schemaPath:"#/definitions/StreamingSpec/properties/trigger/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]{0,5} (second|minute|hour)s?|continuous|\\$\\{[a-z][a-z0-9_]*\\})$"},message:"must match pattern \""+"^([1-9][0-9]{0,5} (second|minute|hour)s?|continuous|\\$\\{[a-z][a-z0-9_]*\\})$"+"\"",schema:"^([1-9][0-9]{0,5} (second|minute|hour)s?|continuous|\\$\\{[a-z][a-z0-9_]*\\})$",parentSchema:schema101.properties.trigger,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/streaming/trigger",schemaPath:"#/definitions/StreamingSpec/properties/trigger/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema101.properties.trigger.type,parentSchema:schema101.properties.trigger,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath:instancePath+"/streaming",schemaPath:"#/definitions/StreamingSpec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema101.type,parentSchema:schema101,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.watermark !== undefined){
if(!(validate81(data.watermark, {instancePath:instancePath+"/watermark",parentData:data,parentDataProperty:"watermark",rootData}))){
vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors);
errors = vErrors.length;
}
}
if(data.late_rows !== undefined){
let data3 = data.late_rows;
if(!(((data3 === "drop") || (data3 === "divert")) || (data3 === "fail"))){
const err6 = {instancePath:instancePath+"/late_rows",schemaPath:"#/properties/late_rows/enum",keyword:"enum",params:{allowedValues: schema100.properties.late_rows.enum},message:"must be equal to one of the allowed values",schema:schema100.properties.late_rows.enum,parentSchema:schema100.properties.late_rows,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.may_set_aside !== undefined){
if(!(validate77(data.may_set_aside, {instancePath:instancePath+"/may_set_aside",parentData:data,parentDataProperty:"may_set_aside",rootData}))){
vErrors = vErrors === null ? validate77.errors : vErrors.concat(validate77.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema100.type,parentSchema:schema100,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate80.errors = vErrors;
return errors === 0;
}

const schema104 = {"description":"One place where the project runs: this machine (`on: this-machine`), or an Azure subscription.","type":"object","additionalProperties":false,"properties":{"on":{"description":"`this-machine`: real engines here, no Azure; connections are stood in for.","const":"this-machine"},"subscription":{"description":"Id of the Azure subscription that the data factory (`orchestrator: adf`) or the Synapse workspace (`spark: synapse`) is in; of a project without `platform`, that its servers are in.","type":"string","pattern":"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"},"resource_group":{"description":"Name of the resource group that the data factory (`orchestrator: adf`) or the Synapse workspace (`spark: synapse`) is in; of a project without `platform`, that its servers are in: 1 to 90 letters, digits, `.`, `_`, `-` and brackets, not ending with `.`.","type":"string","pattern":"^[A-Za-z0-9._()-]{0,89}[A-Za-z0-9_()-]$"},"factory":{"description":"Name of the data factory (`orchestrator: adf`): 3 to 63 letters, digits and single `-` between them. It is there already.","type":"string","pattern":"^(?=.{3,63}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"},"databricks_resource":{"description":"Resource id of the Databricks workspace, by which the factory logs in to it with its own identity (`orchestrator: adf`): `/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.Databricks/workspaces/<name>`, as the portal shows it under Properties.","type":"string","pattern":"^/subscriptions/[0-9a-fA-F-]{36}/resourceGroups/[A-Za-z0-9._()-]{1,90}/providers/Microsoft\\.Databricks/workspaces/[A-Za-z0-9_-]{3,64}$"},"workspace":{"description":"Name of the Synapse workspace (`spark: synapse`): 1 to 50 lowercase letters, digits and `-`, not beginning or ending with `-`, without `-ondemand`. It is there already.","type":"string","pattern":"^(?!.*-ondemand)[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$"},"databricks":{"description":"Address of the Databricks workspace (`spark: databricks`).","examples":["https://adb-1234567890123456.7.azuredatabricks.net"],"type":"string","pattern":"^https://[A-Za-z0-9.-]+$"},"planner":{"description":"Application (client) id of the identity that plans here and does not publish (`spark: databricks`): each job that is published lets it look (Can View), as else only its maker and administrators see it. A user of the workspace. Default: who publishes also plans.","type":"string","pattern":"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},"variables":{"description":"Values of the project's variables here.","type":"object","additionalProperties":{"type":["string","number"],"minLength":1}},"compute":{"description":"What the project's cluster sizes are here.","type":"object","additionalProperties":{"$ref":"#/definitions/EnvironmentComputeSpec"}}}};
const pattern41 = new RegExp("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", "u");
const pattern42 = new RegExp("^[A-Za-z0-9._()-]{0,89}[A-Za-z0-9_()-]$", "u");
const pattern44 = new RegExp("^/subscriptions/[0-9a-fA-F-]{36}/resourceGroups/[A-Za-z0-9._()-]{1,90}/providers/Microsoft\\.Databricks/workspaces/[A-Za-z0-9_-]{3,64}$", "u");
const pattern45 = new RegExp("^(?!.*-ondemand)[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$", "u");
const pattern46 = new RegExp("^https://[A-Za-z0-9.-]+$", "u");
const pattern47 = new RegExp("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", "u");
const schema105 = {"description":"What a cluster size is in this environment.","type":"object","additionalProperties":false,"properties":{"node":{"description":"Kind of node, as Azure names virtual machine sizes (`spark: databricks`).","$ref":"#/definitions/Name"},"pool":{"description":"Name of the Apache Spark pool (`spark: synapse`): 1 to 15 letters and digits, beginning with a letter.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9]{0,14}$"}}};
const pattern49 = new RegExp("^[A-Za-z][A-Za-z0-9]{0,14}$", "u");

function validate86(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "node") || (key0 === "pool"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema105,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.node !== undefined){
let data0 = data.node;
if(typeof data0 === "string"){
if(func3(data0) > 80){
const err1 = {instancePath:instancePath+"/node",schemaPath:"#/definitions/Name/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema12,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!pattern0.test(data0)){
const err2 = {instancePath:instancePath+"/node",schemaPath:"#/definitions/Name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema12,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/node",schemaPath:"#/definitions/Name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.type,parentSchema:schema12,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.pool !== undefined){
let data1 = data.pool;
if(typeof data1 === "string"){
if(!pattern49.test(data1)){
const err4 = {instancePath:instancePath+"/pool",schemaPath:"#/properties/pool/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9]{0,14}$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9]{0,14}$"+"\"",schema:"^[A-Za-z][A-Za-z0-9]{0,14}$",parentSchema:schema105.properties.pool,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/pool",schemaPath:"#/properties/pool/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema105.properties.pool.type,parentSchema:schema105.properties.pool,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema105.type,parentSchema:schema105,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate86.errors = vErrors;
return errors === 0;
}


function validate85(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema104.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema104,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.on !== undefined){
let data0 = data.on;
if("this-machine" !== data0){
const err1 = {instancePath:instancePath+"/on",schemaPath:"#/properties/on/const",keyword:"const",params:{allowedValue: "this-machine"},message:"must be equal to constant",schema:"this-machine",parentSchema:schema104.properties.on,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.subscription !== undefined){
let data1 = data.subscription;
if(typeof data1 === "string"){
if(!pattern41.test(data1)){
const err2 = {instancePath:instancePath+"/subscription",schemaPath:"#/properties/subscription/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"},message:"must match pattern \""+"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"+"\"",schema:"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",parentSchema:schema104.properties.subscription,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/subscription",schemaPath:"#/properties/subscription/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema104.properties.subscription.type,parentSchema:schema104.properties.subscription,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.resource_group !== undefined){
let data2 = data.resource_group;
if(typeof data2 === "string"){
if(!pattern42.test(data2)){
const err4 = {instancePath:instancePath+"/resource_group",schemaPath:"#/properties/resource_group/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._()-]{0,89}[A-Za-z0-9_()-]$"},message:"must match pattern \""+"^[A-Za-z0-9._()-]{0,89}[A-Za-z0-9_()-]$"+"\"",schema:"^[A-Za-z0-9._()-]{0,89}[A-Za-z0-9_()-]$",parentSchema:schema104.properties.resource_group,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/resource_group",schemaPath:"#/properties/resource_group/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema104.properties.resource_group.type,parentSchema:schema104.properties.resource_group,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.factory !== undefined){
let data3 = data.factory;
if(typeof data3 === "string"){
if(!pattern17.test(data3)){
const err6 = {instancePath:instancePath+"/factory",schemaPath:"#/properties/factory/pattern",keyword:"pattern",params:{pattern: "^(?=.{3,63}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"},message:"must match pattern \""+"^(?=.{3,63}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"+"\"",schema:"^(?=.{3,63}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$",parentSchema:schema104.properties.factory,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/factory",schemaPath:"#/properties/factory/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema104.properties.factory.type,parentSchema:schema104.properties.factory,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.databricks_resource !== undefined){
let data4 = data.databricks_resource;
if(typeof data4 === "string"){
if(!pattern44.test(data4)){
const err8 = {instancePath:instancePath+"/databricks_resource",schemaPath:"#/properties/databricks_resource/pattern",keyword:"pattern",params:{pattern: "^/subscriptions/[0-9a-fA-F-]{36}/resourceGroups/[A-Za-z0-9._()-]{1,90}/providers/Microsoft\\.Databricks/workspaces/[A-Za-z0-9_-]{3,64}$"},message:"must match pattern \""+"^/subscriptions/[0-9a-fA-F-]{36}/resourceGroups/[A-Za-z0-9._()-]{1,90}/providers/Microsoft\\.Databricks/workspaces/[A-Za-z0-9_-]{3,64}$"+"\"",schema:"^/subscriptions/[0-9a-fA-F-]{36}/resourceGroups/[A-Za-z0-9._()-]{1,90}/providers/Microsoft\\.Databricks/workspaces/[A-Za-z0-9_-]{3,64}$",parentSchema:schema104.properties.databricks_resource,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/databricks_resource",schemaPath:"#/properties/databricks_resource/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema104.properties.databricks_resource.type,parentSchema:schema104.properties.databricks_resource,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.workspace !== undefined){
let data5 = data.workspace;
if(typeof data5 === "string"){
if(!pattern45.test(data5)){
const err10 = {instancePath:instancePath+"/workspace",schemaPath:"#/properties/workspace/pattern",keyword:"pattern",params:{pattern: "^(?!.*-ondemand)[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$"},message:"must match pattern \""+"^(?!.*-ondemand)[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$"+"\"",schema:"^(?!.*-ondemand)[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$",parentSchema:schema104.properties.workspace,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/workspace",schemaPath:"#/properties/workspace/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema104.properties.workspace.type,parentSchema:schema104.properties.workspace,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.databricks !== undefined){
let data6 = data.databricks;
if(typeof data6 === "string"){
if(!pattern46.test(data6)){
const err12 = {instancePath:instancePath+"/databricks",schemaPath:"#/properties/databricks/pattern",keyword:"pattern",params:{pattern: "^https://[A-Za-z0-9.-]+$"},message:"must match pattern \""+"^https://[A-Za-z0-9.-]+$"+"\"",schema:"^https://[A-Za-z0-9.-]+$",parentSchema:schema104.properties.databricks,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/databricks",schemaPath:"#/properties/databricks/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema104.properties.databricks.type,parentSchema:schema104.properties.databricks,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.planner !== undefined){
let data7 = data.planner;
if(typeof data7 === "string"){
if(!pattern47.test(data7)){
const err14 = {instancePath:instancePath+"/planner",schemaPath:"#/properties/planner/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},message:"must match pattern \""+"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"+"\"",schema:"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",parentSchema:schema104.properties.planner,data:data7};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/planner",schemaPath:"#/properties/planner/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema104.properties.planner.type,parentSchema:schema104.properties.planner,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.variables !== undefined){
let data8 = data.variables;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key1 in data8){
let data9 = data8[key1];
if((typeof data9 !== "string") && (!((typeof data9 == "number") && (isFinite(data9))))){
const err16 = {instancePath:instancePath+"/variables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/variables/additionalProperties/type",keyword:"type",params:{type: schema104.properties.variables.additionalProperties.type},message:"must be string,number",schema:schema104.properties.variables.additionalProperties.type,parentSchema:schema104.properties.variables.additionalProperties,data:data9};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(typeof data9 === "string"){
if(func3(data9) < 1){
const err17 = {instancePath:instancePath+"/variables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/variables/additionalProperties/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema104.properties.variables.additionalProperties,data:data9};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
}
else {
const err18 = {instancePath:instancePath+"/variables",schemaPath:"#/properties/variables/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema104.properties.variables.type,parentSchema:schema104.properties.variables,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.compute !== undefined){
let data10 = data.compute;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key2 in data10){
if(!(validate86(data10[key2], {instancePath:instancePath+"/compute/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data10,parentDataProperty:key2,rootData}))){
vErrors = vErrors === null ? validate86.errors : vErrors.concat(validate86.errors);
errors = vErrors.length;
}
}
}
else {
const err19 = {instancePath:instancePath+"/compute",schemaPath:"#/properties/compute/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema104.properties.compute.type,parentSchema:schema104.properties.compute,data:data10};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema104.type,parentSchema:schema104,data};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
validate85.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="ProjectSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.project === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "project"},message:"must have required property '"+"project"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.environments === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "environments"},message:"must have required property '"+"environments"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.version !== undefined){
let data0 = data.version;
if(1 !== data0){
const err4 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant",schema:1,parentSchema:schema11.properties.version,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.project !== undefined){
let data1 = data.project;
if(typeof data1 === "string"){
if(func3(data1) > 80){
const err5 = {instancePath:instancePath+"/project",schemaPath:"#/definitions/Name/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema12,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!pattern0.test(data1)){
const err6 = {instancePath:instancePath+"/project",schemaPath:"#/definitions/Name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema12,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/project",schemaPath:"#/definitions/Name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.type,parentSchema:schema12,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.platform !== undefined){
let data2 = data.platform;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.spark === undefined){
const err8 = {instancePath:instancePath+"/platform",schemaPath:"#/definitions/PlatformSpec/required",keyword:"required",params:{missingProperty: "spark"},message:"must have required property '"+"spark"+"'",schema:schema13.required,parentSchema:schema13,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
for(const key1 in data2){
if(!((key1 === "orchestrator") || (key1 === "spark"))){
const err9 = {instancePath:instancePath+"/platform",schemaPath:"#/definitions/PlatformSpec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema13,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data2.orchestrator !== undefined){
let data3 = data2.orchestrator;
if(!((data3 === "adf") || (data3 === "synapse"))){
const err10 = {instancePath:instancePath+"/platform/orchestrator",schemaPath:"#/definitions/PlatformSpec/properties/orchestrator/enum",keyword:"enum",params:{allowedValues: schema13.properties.orchestrator.enum},message:"must be equal to one of the allowed values",schema:schema13.properties.orchestrator.enum,parentSchema:schema13.properties.orchestrator,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data2.spark !== undefined){
let data4 = data2.spark;
if(!((data4 === "databricks") || (data4 === "synapse"))){
const err11 = {instancePath:instancePath+"/platform/spark",schemaPath:"#/definitions/PlatformSpec/properties/spark/enum",keyword:"enum",params:{allowedValues: schema13.properties.spark.enum},message:"must be equal to one of the allowed values",schema:schema13.properties.spark.enum,parentSchema:schema13.properties.spark,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/platform",schemaPath:"#/definitions/PlatformSpec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.type,parentSchema:schema13,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.variables !== undefined){
let data5 = data.variables;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key2 in data5){
const _errs14 = errors;
if(typeof key2 === "string"){
if(func3(key2) > 80){
const err13 = {instancePath:instancePath+"/variables",schemaPath:"#/properties/variables/propertyNames/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema11.properties.variables.propertyNames,data:key2,propertyName:key2};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(!pattern1.test(key2)){
const err14 = {instancePath:instancePath+"/variables",schemaPath:"#/properties/variables/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]*$"},message:"must match pattern \""+"^[a-z][a-z0-9_]*$"+"\"",schema:"^[a-z][a-z0-9_]*$",parentSchema:schema11.properties.variables.propertyNames,data:key2,propertyName:key2};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
var valid4 = _errs14 === errors;
if(!valid4){
const err15 = {instancePath:instancePath+"/variables",schemaPath:"#/properties/variables/propertyNames",keyword:"propertyNames",params:{propertyName: key2},message:"property name must be valid",schema:schema11.properties.variables.propertyNames,parentSchema:schema11.properties.variables,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
for(const key3 in data5){
let data6 = data5[key3];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.type === undefined){
const err16 = {instancePath:instancePath+"/variables/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/VariableSpec/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema14.required,parentSchema:schema14,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
for(const key4 in data6){
if(!(((key4 === "type") || (key4 === "default")) || (key4 === "description"))){
const err17 = {instancePath:instancePath+"/variables/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/VariableSpec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema14,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data6.type !== undefined){
let data7 = data6.type;
if(!(((((data7 === "name") || (data7 === "host")) || (data7 === "number")) || (data7 === "duration")) || (data7 === "location"))){
const err18 = {instancePath:instancePath+"/variables/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/definitions/VariableSpec/properties/type/enum",keyword:"enum",params:{allowedValues: schema14.properties.type.enum},message:"must be equal to one of the allowed values",schema:schema14.properties.type.enum,parentSchema:schema14.properties.type,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data6.default !== undefined){
let data8 = data6.default;
if((typeof data8 !== "string") && (!((typeof data8 == "number") && (isFinite(data8))))){
const err19 = {instancePath:instancePath+"/variables/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/default",schemaPath:"#/definitions/VariableSpec/properties/default/type",keyword:"type",params:{type: schema14.properties.default.type},message:"must be string,number",schema:schema14.properties.default.type,parentSchema:schema14.properties.default,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data6.description !== undefined){
let data9 = data6.description;
if(typeof data9 !== "string"){
const err20 = {instancePath:instancePath+"/variables/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/definitions/VariableSpec/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema14.properties.description.type,parentSchema:schema14.properties.description,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/variables/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/VariableSpec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema14.type,parentSchema:schema14,data:data6};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/variables",schemaPath:"#/properties/variables/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.variables.type,parentSchema:schema11.properties.variables,data:data5};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.lake !== undefined){
if(!(validate11(data.lake, {instancePath:instancePath+"/lake",parentData:data,parentDataProperty:"lake",rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
if(data.secrets !== undefined){
if(!(validate13(data.secrets, {instancePath:instancePath+"/secrets",parentData:data,parentDataProperty:"secrets",rootData}))){
vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
errors = vErrors.length;
}
}
if(data.control !== undefined){
if(!(validate15(data.control, {instancePath:instancePath+"/control",parentData:data,parentDataProperty:"control",rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
if(data.compute !== undefined){
let data13 = data.compute;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
for(const key5 in data13){
const _errs30 = errors;
if(typeof key5 === "string"){
if(func3(key5) > 80){
const err23 = {instancePath:instancePath+"/compute",schemaPath:"#/properties/compute/propertyNames/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema11.properties.compute.propertyNames,data:key5,propertyName:key5};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(!pattern1.test(key5)){
const err24 = {instancePath:instancePath+"/compute",schemaPath:"#/properties/compute/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]*$"},message:"must match pattern \""+"^[a-z][a-z0-9_]*$"+"\"",schema:"^[a-z][a-z0-9_]*$",parentSchema:schema11.properties.compute.propertyNames,data:key5,propertyName:key5};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
var valid8 = _errs30 === errors;
if(!valid8){
const err25 = {instancePath:instancePath+"/compute",schemaPath:"#/properties/compute/propertyNames",keyword:"propertyNames",params:{propertyName: key5},message:"property name must be valid",schema:schema11.properties.compute.propertyNames,parentSchema:schema11.properties.compute,data:data13};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
for(const key6 in data13){
if(!(validate17(data13[key6], {instancePath:instancePath+"/compute/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data13,parentDataProperty:key6,rootData}))){
vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
errors = vErrors.length;
}
}
}
else {
const err26 = {instancePath:instancePath+"/compute",schemaPath:"#/properties/compute/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.compute.type,parentSchema:schema11.properties.compute,data:data13};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.connections !== undefined){
let data15 = data.connections;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
for(const key7 in data15){
const _errs35 = errors;
if(typeof key7 === "string"){
if(func3(key7) > 80){
const err27 = {instancePath:instancePath+"/connections",schemaPath:"#/properties/connections/propertyNames/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema11.properties.connections.propertyNames,data:key7,propertyName:key7};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(!pattern1.test(key7)){
const err28 = {instancePath:instancePath+"/connections",schemaPath:"#/properties/connections/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]*$"},message:"must match pattern \""+"^[a-z][a-z0-9_]*$"+"\"",schema:"^[a-z][a-z0-9_]*$",parentSchema:schema11.properties.connections.propertyNames,data:key7,propertyName:key7};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
var valid10 = _errs35 === errors;
if(!valid10){
const err29 = {instancePath:instancePath+"/connections",schemaPath:"#/properties/connections/propertyNames",keyword:"propertyNames",params:{propertyName: key7},message:"property name must be valid",schema:schema11.properties.connections.propertyNames,parentSchema:schema11.properties.connections,data:data15};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
for(const key8 in data15){
if(!(validate19(data15[key8], {instancePath:instancePath+"/connections/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data15,parentDataProperty:key8,rootData}))){
vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);
errors = vErrors.length;
}
}
}
else {
const err30 = {instancePath:instancePath+"/connections",schemaPath:"#/properties/connections/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.connections.type,parentSchema:schema11.properties.connections,data:data15};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.principals !== undefined){
let data17 = data.principals;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(Object.keys(data17).length < 1){
const err31 = {instancePath:instancePath+"/principals",schemaPath:"#/properties/principals/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema11.properties.principals,data:data17};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
for(const key9 in data17){
const _errs40 = errors;
if(typeof key9 === "string"){
if(func3(key9) > 80){
const err32 = {instancePath:instancePath+"/principals",schemaPath:"#/properties/principals/propertyNames/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema11.properties.principals.propertyNames,data:key9,propertyName:key9};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(!pattern1.test(key9)){
const err33 = {instancePath:instancePath+"/principals",schemaPath:"#/properties/principals/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]*$"},message:"must match pattern \""+"^[a-z][a-z0-9_]*$"+"\"",schema:"^[a-z][a-z0-9_]*$",parentSchema:schema11.properties.principals.propertyNames,data:key9,propertyName:key9};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
var valid12 = _errs40 === errors;
if(!valid12){
const err34 = {instancePath:instancePath+"/principals",schemaPath:"#/properties/principals/propertyNames",keyword:"propertyNames",params:{propertyName: key9},message:"property name must be valid",schema:schema11.properties.principals.propertyNames,parentSchema:schema11.properties.principals,data:data17};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
for(const key10 in data17){
if(!(validate74(data17[key10], {instancePath:instancePath+"/principals/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data17,parentDataProperty:key10,rootData}))){
vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
errors = vErrors.length;
}
}
}
else {
const err35 = {instancePath:instancePath+"/principals",schemaPath:"#/properties/principals/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.principals.type,parentSchema:schema11.properties.principals,data:data17};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.defaults !== undefined){
if(!(validate80(data.defaults, {instancePath:instancePath+"/defaults",parentData:data,parentDataProperty:"defaults",rootData}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
}
if(data.environments !== undefined){
let data20 = data.environments;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(Object.keys(data20).length < 1){
const err36 = {instancePath:instancePath+"/environments",schemaPath:"#/properties/environments/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema11.properties.environments,data:data20};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
for(const key11 in data20){
const _errs46 = errors;
if(typeof key11 === "string"){
if(func3(key11) > 80){
const err37 = {instancePath:instancePath+"/environments",schemaPath:"#/properties/environments/propertyNames/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema11.properties.environments.propertyNames,data:key11,propertyName:key11};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(!pattern1.test(key11)){
const err38 = {instancePath:instancePath+"/environments",schemaPath:"#/properties/environments/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]*$"},message:"must match pattern \""+"^[a-z][a-z0-9_]*$"+"\"",schema:"^[a-z][a-z0-9_]*$",parentSchema:schema11.properties.environments.propertyNames,data:key11,propertyName:key11};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
var valid14 = _errs46 === errors;
if(!valid14){
const err39 = {instancePath:instancePath+"/environments",schemaPath:"#/properties/environments/propertyNames",keyword:"propertyNames",params:{propertyName: key11},message:"property name must be valid",schema:schema11.properties.environments.propertyNames,parentSchema:schema11.properties.environments,data:data20};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
for(const key12 in data20){
if(!(validate85(data20[key12], {instancePath:instancePath+"/environments/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data20,parentDataProperty:key12,rootData}))){
vErrors = vErrors === null ? validate85.errors : vErrors.concat(validate85.errors);
errors = vErrors.length;
}
}
}
else {
const err40 = {instancePath:instancePath+"/environments",schemaPath:"#/properties/environments/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.environments.type,parentSchema:schema11.properties.environments,data:data20};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
else {
const err41 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.type,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

export const validatePipeline: Validator<PipelineSpec> = validate89;
const schema107 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"PipelineSpec","title":"PipelineSpec","description":"One pipeline: sources, tables in three layers, sinks.","type":"object","additionalProperties":false,"required":["pipeline"],"properties":{"pipeline":{"description":"The pipeline's name, unique in the project. It may be changed, and tables and sinks may move from one pipeline to another: with `sluice.lock` their places, checkpoints and records stay what they were, and nothing is read or sent again. The job that they stood in must not run beside the one that they stand in now. So where a table that a started pipeline lands moves to another one, neither may run, by a trigger or by hand, from when publishing begins until it has ended: two that read the table at the same time write the same file, and rows can be lost.","$ref":"#/definitions/Name"},"description":{"description":"What the pipeline is for. It stands in the generated notebooks and jobs.","type":"string"},"compute":{"description":"The cluster size that its jobs run on: a name under `compute` in sluice.yaml. Needed where there is more than one.","$ref":"#/definitions/Name"},"jobs":{"description":"Of a pipeline that is started: tables that are computed apart from its others, by the name of the job that does so, on a cluster of its own. What no job names is computed by a job with the pipeline's name. All are run each time that there is something to take: each job when those whose tables it reads have succeeded, others at the same time. Which table is in which job changes neither rows nor records of what was taken.","type":"object","minProperties":1,"propertyNames":{"pattern":"^[a-z][a-z0-9_]*$","maxLength":24},"additionalProperties":{"$ref":"#/definitions/JobSpec"}},"triggers":{"description":"When the pipeline is started, by name, which is that of one trigger in the whole project (but for `after`). Only of a pipeline that lands tables of databases or files; without triggers it is started by hand. It runs once at a time: one that is started while it runs waits for that run to end.","type":"object","minProperties":1,"propertyNames":{"pattern":"^[a-z][a-z0-9_]*$","maxLength":80},"additionalProperties":{"$ref":"#/definitions/AnyTriggerSpec"}},"retry":{"description":"Of a pipeline that is started: how often each of its steps is tried again before the run fails. Default: twice, a minute after the failure, and the notebooks once.","$ref":"#/definitions/RetrySpec"},"timeout":{"description":"Of a pipeline that is started: how long copying one table may take, and its notebooks, each time that they are tried: `10 minutes` to `7 days`. Default `12 hours`.","$ref":"#/definitions/DurationOrVariable"},"tables_at_once":{"description":"Of a pipeline that is started: how many tables of each database, or sources of files of each container, are read at the same time. Default 10. Tables that are read by a time, by a number and as a whole, and those that land as CSV and as Parquet, have loops of their own, which share the number. Each loop reads one table at a time at the least, so of a database with more loops than the number says as many tables are read at the same time as it has loops.","type":"integer","minimum":1,"maximum":50},"on_failure":{"description":"Of a pipeline that is started, or with `watch`: who is told when a run fails. The run still counts as failed.","$ref":"#/definitions/OnFailureSpec"},"watch":{"description":"Of a pipeline of streams, with `orchestrator: synapse`: how often it is looked whether its job runs. A workspace starts no application again that has ended. So a pipeline of its own, `<pipeline>_watch`, looks for it and fails with the job's name where none runs, as the workspace's monitoring and alerts see, and tells who stands in `on_failure`. It starts nothing: `sluice publish` does.","$ref":"#/definitions/WatchSpec"},"sources":{"description":"Where rows come from, by name. Referred to as `sources.<name>`. With `tables` the name holds `${table}`: each table of the database that is meant is a source of its own.","type":"object","propertyNames":{"pattern":"^([a-z]|\\$\\{(schema|table|each)\\})([a-z0-9_]|\\$\\{(schema|table|each)\\})*$","maxLength":80},"additionalProperties":{"$ref":"#/definitions/SourceSpec"}},"bronze":{"description":"Tables that keep what came in, by name: unparsed, or of databases as files of what each reading brought. With `for_each` the name holds `${each}`: it is a table for each of the sources.","type":"object","propertyNames":{"pattern":"^([a-z]|\\$\\{(schema|table|each)\\})([a-z0-9_]|\\$\\{(schema|table|each)\\})*$","maxLength":80},"additionalProperties":{"$ref":"#/definitions/RawTableSpec"}},"silver":{"description":"Tables of parsed, typed and checked rows, by name. With `for_each` the name holds `${each}`.","type":"object","propertyNames":{"pattern":"^([a-z]|\\$\\{(schema|table|each)\\})([a-z0-9_]|\\$\\{(schema|table|each)\\})*$","maxLength":80},"additionalProperties":{"$ref":"#/definitions/TableSpec"}},"gold":{"description":"Tables of results, by name. With `for_each` the name holds `${each}`.","type":"object","propertyNames":{"pattern":"^([a-z]|\\$\\{(schema|table|each)\\})([a-z0-9_]|\\$\\{(schema|table|each)\\})*$","maxLength":80},"additionalProperties":{"$ref":"#/definitions/TableSpec"}},"sinks":{"description":"Stores outside the lake that tables are written to, by name. With `for_each` the name holds `${each}`.","type":"object","propertyNames":{"pattern":"^([a-z]|\\$\\{(schema|table|each)\\})([a-z0-9_]|\\$\\{(schema|table|each)\\})*$","maxLength":80},"additionalProperties":{"$ref":"#/definitions/SinkSpec"}},"warehouse":{"$ref":"#/definitions/WarehouseSpec"},"grants":{"description":"What the project's principals may do, by principal, then by object: `connections.<name>.<schema>.<table>`, of those under `tables` of the connection; `connections.<name>.<hub>`, of those under `hubs`; `silver.<table>` or `<pipeline>/gold.<table>`, the files of a table of the lake. What several pipelines grant to one adds up.","type":"object","minProperties":1,"propertyNames":{"pattern":"^[a-z][a-z0-9_]*$","maxLength":80},"additionalProperties":{"$ref":"#/definitions/GrantsSpec"}}},"definitions":{"WarehouseSpec":{"description":"Tables of the lake as views of a database, by name: those of the pipeline stand in a schema with its name. docs/warehouse.md tells how.","type":"object","required":["connection"],"minProperties":2,"propertyNames":{"pattern":"^[a-z][a-z0-9_]*$","maxLength":80},"properties":{"connection":{"description":"The database: a `serverless-sql` connection of the project.","$ref":"#/definitions/Name"}},"additionalProperties":{"$ref":"#/definitions/ExposureSpec"}},"ExposureSpec":{"description":"A table of the lake, and what is seen of it.","type":"object","additionalProperties":false,"required":["from"],"properties":{"from":{"description":"The table: a silver or gold one that is stored, of this or, as `pipeline/silver.users`, of another pipeline.","$ref":"#/definitions/Reference"},"as":{"description":"What it becomes: `view`, which is the default, or `external-table`, which is a table to whatever asks the database for its tables: all rows, under the columns' own names.","enum":["view","external-table"]},"hide":{"description":"Columns that are not seen. Default: all are.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},"columns":{"description":"Instead of the table's columns just these, each by an expression over them. docs/warehouse.md has the functions and operators that mean the same in T-SQL; others are refused.","$ref":"#/definitions/ExpressionsSpec"},"where":{"description":"Only rows for which it is true are seen. It may use columns that are hidden.","$ref":"#/definitions/Expression"},"may_hold":{"$ref":"#/definitions/MayHoldSpec"},"declassify":{"$ref":"#/definitions/DeclassifySpec"},"join":{"description":"Other tables of the lake, by the name that `on` knows each by, and the columns that each adds. Conditions may use all columns of the table, hidden ones too, and what the joins before add.","type":"object","minProperties":1,"propertyNames":{"pattern":"^[a-z][a-z0-9_]*$","maxLength":80},"additionalProperties":{"$ref":"#/definitions/ExposureJoinSpec"}},"group_by":{"description":"The columns that aggregates are computed for: of `columns`, or else of the table, and of those that joins add. Only they and the aggregates are seen.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},"aggregates":{"description":"Result columns by name, each an aggregate expression over the rows of each group, or of all rows without `group_by`. docs/warehouse.md has the aggregates that mean the same in T-SQL; others are refused.","$ref":"#/definitions/ExpressionsSpec"}}},"ExposureJoinSpec":{"description":"Looks each row up in another table of the lake as it is when the view is asked.","type":"object","additionalProperties":false,"required":["table","on","how","columns"],"properties":{"how":{"description":"What becomes of a row without a match: it is left out, or its new columns are null.","enum":["inner","left"]},"table":{"description":"The other table: a silver or gold one that is stored.","$ref":"#/definitions/Reference"},"on":{"$ref":"#/definitions/JoinConditionSpec"},"columns":{"$ref":"#/definitions/JoinedColumnsSpec"}}},"GrantsSpec":{"description":"What one principal may do, by object.","type":"object","minProperties":1,"additionalProperties":{"$ref":"#/definitions/ObjectGrantSpec"}},"ObjectGrantSpec":{"description":"What a principal may do with one object: `[select, update]`; with the files of a table of the lake `{ privileges: [select], files: true }`.","if":{"type":"array"},"then":{"$ref":"#/definitions/PrivilegesSpec"},"else":{"$ref":"#/definitions/FilesGrantSpec"}},"FilesGrantSpec":{"description":"What a principal may do with the files of a stored table of the lake: `[select]`, or all of `[select, insert, update, delete]`.","type":"object","additionalProperties":false,"required":["privileges","files"],"examples":["{ privileges: [select], files: true }"],"properties":{"privileges":{"$ref":"#/definitions/PrivilegesSpec"},"files":{"description":"Always `true`: it is said that files are granted, as they have all columns and all rows, whatever a warehouse hides, masks or leaves out.","const":true}}},"PrivilegesSpec":{"description":"What a principal may do with one object: `[select, update]`.","type":"array","minItems":1,"uniqueItems":true,"examples":[["select","update"]],"items":{"$ref":"#/definitions/PrivilegeSpec"}},"PrivilegeSpec":{"description":"A privilege on all columns, `select`, or on some: `{select: {columns: [order_id]}}`.","if":{"type":"string"},"then":{"$ref":"#/definitions/PrivilegeWord"},"else":{"$ref":"#/definitions/ColumnPrivilegeSpec"}},"PrivilegeWord":{"description":"What may be done. `update` and `delete` of rows that are found by their key need `select` too, or the table's `key`.","enum":["select","insert","update","delete","truncate"]},"ColumnPrivilegeSpec":{"description":"A privilege on some columns; rows are deleted and tables emptied as a whole. Or `{truncate: {by: procedure}}`.","type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"examples":["{select: {columns: [order_id]}}"],"properties":{"select":{"description":"These columns may be read.","$ref":"#/definitions/ColumnsSpec"},"insert":{"description":"New rows may be given these columns; the others get their defaults.","$ref":"#/definitions/ColumnsSpec"},"update":{"description":"These columns may be changed.","$ref":"#/definitions/ColumnsSpec"},"truncate":{"description":"The table may be emptied where no right lets anybody do it: in databases that are asked in T-SQL.","$ref":"#/definitions/TruncateBySpec"}}},"TruncateBySpec":{"description":"How a table is emptied.","type":"object","additionalProperties":false,"required":["by"],"properties":{"by":{"description":"`procedure`: by one of the same schema, `truncate_orders` of `orders`, which the script of rights makes and which empties it as its owner.","enum":["procedure"]}}},"ColumnsSpec":{"description":"The columns that a privilege is about.","type":"object","additionalProperties":false,"required":["columns"],"properties":{"columns":{"description":"Their names, in their own capital and small letters.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/GrantedColumnName"}}}},"GrantedColumnName":{"description":"A column in its own capital and small letters, at most 63 bytes.","type":"string","examples":["order_id"],"pattern":"^(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$"},"Name":{"description":"Letters, digits, `_` and `-`, beginning with a letter.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9_-]*$","maxLength":80},"SecretName":{"description":"Letters, digits and `-`, beginning with a letter; a Key Vault has no secret with `_`.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9-]*$","maxLength":127},"ColumnName":{"description":"Letters, digits and `_`, beginning with a letter.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":255},"KeyColumnName":{"description":"Letters, digits and `_`, beginning with a letter; `${each}` stands for a name where there is `for_each`.","type":"string","pattern":"^([A-Za-z]|\\$\\{each\\})([A-Za-z0-9_]|\\$\\{each\\})*$","maxLength":255},"Reference":{"description":"What is meant, and in which layer: `sources.readings`, `bronze.readings`, `gold.readings_5_minutes`; another pipeline's with `pipeline/` before it.","type":"string","minLength":1},"Expression":{"description":"A Spark SQL expression (the documented subset).","type":["string","number","boolean"]},"Placeholder":{"description":"A variable of the project: `${name}`.","type":"string","pattern":"^\\$\\{[a-z][a-z0-9_]*\\}$"},"NameOrVariable":{"description":"Letters, digits, `_` and `-`, beginning with a letter; `${name}` stands for a variable.","type":"string","pattern":"^([A-Za-z]|\\$\\{[a-z][a-z0-9_]*\\})([A-Za-z0-9_-]|\\$\\{[a-z][a-z0-9_]*\\})*$","maxLength":80},"DurationOrVariable":{"description":"A length of time: a whole number from 1 to 999999 and a unit, as `10 minutes`; or a variable, `${name}`.","type":"string","pattern":"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"},"Partitions":{"description":"A whole number from 1 to 1024, or a variable, `\"${name}\"`.","anyOf":[{"type":"integer","minimum":1,"maximum":1024},{"$ref":"#/definitions/Placeholder"}]},"Rate":{"description":"Events in a time: `500 per second`.","type":"string","pattern":"^[1-9][0-9]{0,8} per (second|minute)$"},"SourceSpec":{"description":"Where rows come from.","type":"object","discriminator":{"propertyName":"kind"},"required":["kind"],"properties":{"kind":{"description":"What the rows come from.","enum":["event-hub","kafka","files","lake","azure-function","sql-server","azure-sql","postgres","http"]}},"oneOf":[{"$ref":"#/definitions/EventHubSourceSpec"},{"$ref":"#/definitions/KafkaSourceSpec"},{"$ref":"#/definitions/FilesSourceSpec"},{"$ref":"#/definitions/LakeSourceSpec"},{"$ref":"#/definitions/AzureFunctionSourceSpec"},{"$ref":"#/definitions/DatabaseSourceSpec"},{"$ref":"#/definitions/HttpSourceSpec"}]},"EventHubSourceSpec":{"description":"An event hub, read through its Kafka endpoint or from the files that Capture writes.","type":"object","additionalProperties":false,"required":["kind","connection","event_hub","partitions","format","columns"],"properties":{"kind":{"description":"Always `event-hub`.","const":"event-hub"},"description":{"description":"What the events are.","type":"string"},"connection":{"description":"An `event-hubs` connection of the project.","$ref":"#/definitions/Name"},"event_hub":{"description":"Name of the hub.","$ref":"#/definitions/NameOrVariable"},"partitions":{"description":"Number of partitions of the hub.","$ref":"#/definitions/Partitions"},"capture":{"$ref":"#/definitions/CaptureSpec"},"read":{"description":"`stream` (default) reads the hub; `capture` reads the files that Capture writes, which can be replayed for as long as they are kept.","enum":["stream","capture"]},"format":{"$ref":"#/definitions/BodyFormatSpec"},"columns":{"$ref":"#/definitions/SourceColumnsSpec"},"producer":{"$ref":"#/definitions/ProducerSpec"}},"elsewhere":{"topic":["kind: kafka"],"changes":["kind: files","kind: lake","kind: azure-function","kind: sql-server","kind: azure-sql","kind: postgres","kind: http"],"primary_key":["kind: files","kind: azure-function","kind: sql-server","kind: azure-sql","kind: postgres","kind: http"],"start":["kind: files"],"lag":["kind: files"],"compression":["kind: files"],"delimiter":["kind: files"],"quote":["kind: files"],"path":["kind: files","kind: lake","kind: http"],"header":["kind: files"],"samples":["kind: files","kind: azure-function","kind: sql-server","kind: azure-sql","kind: postgres","kind: http"],"function":["kind: azure-function"],"app":["kind: azure-function"],"called_by":["kind: azure-function"],"writes":["kind: azure-function"],"table":["kind: sql-server","kind: azure-sql","kind: postgres"],"tables":["kind: sql-server","kind: azure-sql","kind: postgres"],"cursor":["kind: sql-server","kind: azure-sql","kind: postgres"],"may_be_empty":["kind: sql-server","kind: azure-sql","kind: postgres"],"query":["kind: http"],"rows":["kind: http"],"paging":["kind: http"]}},"KafkaSourceSpec":{"description":"A topic of a Kafka cluster.","type":"object","additionalProperties":false,"required":["kind","connection","topic","partitions","format","columns"],"properties":{"kind":{"description":"Always `kafka`.","const":"kafka"},"description":{"description":"What the events are.","type":"string"},"connection":{"description":"A `kafka` connection of the project.","$ref":"#/definitions/Name"},"topic":{"description":"Name of the topic: letters, digits, `.`, `_` and `-`; `${name}` stands for a variable.","type":"string","pattern":"^([A-Za-z0-9._-]|\\$\\{[a-z][a-z0-9_]*\\})+$","maxLength":249},"partitions":{"description":"Number of partitions of the topic.","$ref":"#/definitions/Partitions"},"format":{"$ref":"#/definitions/BodyFormatSpec"},"columns":{"$ref":"#/definitions/SourceColumnsSpec"},"producer":{"$ref":"#/definitions/ProducerSpec"}},"elsewhere":{"event_hub":["kind: event-hub"],"capture":["kind: event-hub"],"read":["kind: event-hub","kind: files","kind: sql-server","kind: azure-sql","kind: postgres","kind: http"],"changes":["kind: files","kind: lake","kind: azure-function","kind: sql-server","kind: azure-sql","kind: postgres","kind: http"],"primary_key":["kind: files","kind: azure-function","kind: sql-server","kind: azure-sql","kind: postgres","kind: http"],"start":["kind: files"],"lag":["kind: files"],"compression":["kind: files"],"delimiter":["kind: files"],"quote":["kind: files"],"path":["kind: files","kind: lake","kind: http"],"header":["kind: files"],"samples":["kind: files","kind: azure-function","kind: sql-server","kind: azure-sql","kind: postgres","kind: http"],"function":["kind: azure-function"],"app":["kind: azure-function"],"called_by":["kind: azure-function"],"writes":["kind: azure-function"],"table":["kind: sql-server","kind: azure-sql","kind: postgres"],"tables":["kind: sql-server","kind: azure-sql","kind: postgres"],"cursor":["kind: sql-server","kind: azure-sql","kind: postgres"],"may_be_empty":["kind: sql-server","kind: azure-sql","kind: postgres"],"query":["kind: http"],"rows":["kind: http"],"paging":["kind: http"]}},"FilesSourceSpec":{"description":"Files that others put into a storage account. Without `read` they are a stream, which queries read: each file once, those that were changed earliest first; a file must be there whole when it gets its name, and stay as it is until it is read: one that is changed under the same name afterwards is not read again. Where a batch has to be written again and files of it are gone or changed, the query stops, and goes on when they are as they were. Files whose names begin with `_` or `.`, and empty ones, are passed over. Where they were read from stays with their rows: `file_path` (in the container), `file_modified_at`, `file_row` (from 1). With `read` the data factory lands them, each time that the pipeline is started, and bronze has a `format`.","type":"object","additionalProperties":false,"required":["kind","connection","path","format","columns"],"properties":{"kind":{"description":"Always `files`.","const":"files"},"description":{"description":"What the files hold.","type":"string"},"connection":{"description":"A connection of the project: of a stream a `storage` one, with `read` a `blob` one.","$ref":"#/definitions/Name"},"read":{"description":"What each run of the pipeline lands. `full`: the rows of all files, which together are one snapshot; a run that finds no rows fails, and files that are exchanged one by one while they are read give a part of each snapshot: have them exchanged when no run is due. `new-files`: those of files that are new, by their time of modification or by their names. By time, where `path` has no date parts: those that were put or changed since the run before, so one that comes late under the name of an earlier day (`orders_2026-03-01.csv`) is read too, and days in names do not matter; a file that is changed is read again, whole, and one that is moved or renamed to where it is looked for keeps its time, so it is missed if that is before the last run: have files written there, or read by names. By names, where `path` has date parts (`orders/{yyyy}/{MM}/{dd}/*.csv`): those whose names carry a day, or an hour, that is over and was not read yet. A period is read once, whole and in its order, from `start` on, when it has been over for `lag`; times of modification do not matter, so files may be renamed or moved into place, and only the folders of periods that are due are looked into. A file that is put into a period which was read already, or changed there, is not read. A run reads at most 500 periods of each source, and the next one goes on. A run for a `window` reads the periods that end with the window or before it. A cell that does not fit its column, or is null in the `primary_key`, stops the runs that take it with `apply_changes`, also once its file is corrected, as what has landed stays. A column that may have such cells is declared `string`: the table casts it in `columns` (`try_cast`) and quarantines by `expect` what is none. As with any change of the columns all files that are still there then land anew, and the table needs a higher `backfill`; so they do, once a file is corrected, as a bronze table of another name. Without it the files are a stream.","enum":["full","new-files"]},"changes":{"description":"With `read`, and then always said: what a row means that comes again. `snapshot`: each landing is the whole (`read: full`). `upsert`: a row takes the place of the one with its primary key (`read: new-files`). Rows that are only added are `upsert` too.","enum":["snapshot","upsert"]},"primary_key":{"description":"With `read`: the columns that tell two rows apart and are never null. `apply_changes` needs them.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},"start":{"description":"Of `read: new-files` with date parts in `path`, and then always said: the first period that is read, as a day, `2026-01-01`, or with `{HH}` as an hour too, `2026-01-01T05:00`; in UTC. With another one the files are read anew.","type":"string","pattern":"^(19|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:00)?$"},"lag":{"description":"Of `read: new-files`: with date parts in `path`, how long after its period is over a file may still be put; so long after its end a period is read. Names in the local time of a zone west of UTC need as many hours more as its clocks are behind. Without it a period is read as soon as it is over. Without date parts: how far behind the control database's clock files are taken, as the storage account's may differ from it; a file that is renamed to where it is looked for within that time of its last change is still found; default `2 minutes`.","$ref":"#/definitions/DurationOrVariable"},"compression":{"description":"With `read`: `gzip`, each file is compressed so (`orders/*.csv.gz`); `zip` (with `read: full`), each is an archive, and every file in it, also those in its folders, is one of what `format` says with the declared columns. Archives are unpacked into a folder of the lake, once more into another one if that fails, whatever `retry` says; it is removed when the rows have landed or the run has failed. Default: none is.","enum":["gzip","zip"]},"delimiter":{"description":"With `read`: the character between two cells. Default `,`.","type":"string","pattern":"^[,;|:^~ \\t]$"},"quote":{"description":"With `read`: the character around a cell that holds others of these, or a line break; within such a cell it is written twice. Default `\"`.","type":"string","pattern":"^[\"']$"},"path":{"description":"The files, by their path in the container: names of letters, digits, `.`, `_`, `-` and `=` with `/` between, at least one `*` for any part of a name (never `**`), as in `orders/*.csv` or `orders/year=*/*.json`. A folder that fits of a stream stands for all files in it. With `read: new-files` names may have date parts, by which it is known what is new: `{yyyy}`, `{MM}`, `{dd}`, and for hours `{HH}`, each once or more, anywhere, all of a day or of an hour (`orders/{yyyy}/{MM}/{dd}/*.csv`, `orders_{yyyy}{MM}{dd}.csv`); a `*` then stands only in the file's own name, and none is needed.","type":"string","pattern":"^(?=.*[*{])(?!.*\\*\\*)([A-Za-z0-9*]|\\{[A-Za-z]+\\})([A-Za-z0-9*._=-]|\\{[A-Za-z]+\\})*(/([A-Za-z0-9*]|\\{[A-Za-z]+\\})([A-Za-z0-9*._=-]|\\{[A-Za-z]+\\})*)*$","maxLength":500},"format":{"$ref":"#/definitions/FileFormatSpec"},"header":{"description":"Of `format: csv`: whether the first record of each file is its header, which must be the names of the columns in their order (default `true`). A file with another header goes whole to the bronze table's quarantine. With `read` columns are found by these names, whatever their order, others are not read, and a file that lacks one fails the copy; without a header they are the first ones, in their order.","type":"boolean"},"columns":{"$ref":"#/definitions/SourceColumnsSpec"},"producer":{"$ref":"#/definitions/FilesProducerSpec"},"samples":{"description":"With `read`: files of the project that stand for those of the storage account when the pipeline is run on this machine: a path relative to the project, in which `${name}` stands for a variable and `*` for any part of the name. Each file, in the order of their names, is a wave: it is put where the source finds it, of `read: full` in the place of the one before, and then the pipeline runs. Their names must fit `path`. Where `path` has date parts a file's period stands in its name, or this path has date parts too (`samples/{yyyy}-{MM}-{dd}/*.csv`), and each wave reads up to the end of its latest period, as a run for a window that ends then: a file of a period that an earlier wave has passed is refused.","type":"string","minLength":1}},"elsewhere":{"event_hub":["kind: event-hub"],"partitions":["kind: event-hub","kind: kafka"],"capture":["kind: event-hub"],"topic":["kind: kafka"],"function":["kind: azure-function"],"app":["kind: azure-function"],"called_by":["kind: azure-function"],"writes":["kind: azure-function"],"table":["kind: sql-server","kind: azure-sql","kind: postgres"],"tables":["kind: sql-server","kind: azure-sql","kind: postgres"],"cursor":["kind: sql-server","kind: azure-sql","kind: postgres"],"may_be_empty":["kind: sql-server","kind: azure-sql","kind: postgres"],"query":["kind: http"],"rows":["kind: http"],"paging":["kind: http"]}},"FileFormatSpec":{"description":"What each file is: `json`, a JSON object on each line; `csv`, records (RFC 4180, comma and double quotes) whose cells are the columns in their order; `parquet` and `avro`, rows with just these columns. With `read` it is `json` or `csv`, whose files may say more of how they are written; one that is one array, or one object on several lines, is refused by the notebook as what it is not. In such a line a day is written `2026-01-31`, a time begins so, and a decimal has no commas and no more digits behind its point than its type: a time as a number, or a value that would be rounded, stops the job with file and row. A `string` takes a number too, and one with a fraction as a double is spelled (`12345678.0` becomes `1.2345678E7`): declare it `double` or `decimal`. Without it, a line or record that is not that, or has such a value, goes to the reading table's quarantine as `unparsable`; a file of Parquet or Avro with other columns, or that is none, goes whole to the bronze table's quarantine (`on_schema_change: add` there lets files lack columns); one that is damaged further on stops the query, with its name, until it is mended or removed. A time of Parquet without a zone, as pandas writes those that have none, is read as UTC, like a text without one; times in nanoseconds Spark does not read, so write them in microseconds (pandas: `coerce_timestamps=\"us\"`).","enum":["json","csv","parquet","avro"]},"FilesProducerSpec":{"description":"Files of the project that stand for those of the storage account when the pipeline is run on this machine.","type":"object","additionalProperties":false,"required":["file"],"properties":{"file":{"description":"Path of the file, relative to the project, in which `${name}` stands for a variable; `*` stands for any part of the name, and the files then come in the order of their names, each when what came before is drained (with `--continuous`: when those before it have come). Their names must fit the source's `path`.","type":"string","minLength":1}}},"LakeSourceSpec":{"description":"A Delta table that others write, read commit by commit: first the rows that it holds, then those that are added. Those that it holds come in the order of its files, so they go down to the windows as one batch, which is as large as the table, and none of them is late (but in a union with rows that were read before). The table is only read, and need not keep a change feed. When its owner adds a column, the query may stop once and goes on when it is started again. A field that is added inside a declared struct, or a column that is renamed under column mapping, stops it for good: declare what the table has now and raise `backfill` of the bronze table, which reads all of it anew. When each row was read stays with it: `landed_at`, the time of its batch, and `landed_row`, a number that no other row of the batch has.","type":"object","additionalProperties":false,"required":["kind","connection","path","format","changes","columns"],"properties":{"kind":{"description":"Always `lake`.","const":"lake"},"description":{"description":"What the table holds.","type":"string"},"connection":{"description":"A `storage` connection of the project.","$ref":"#/definitions/Name"},"path":{"description":"The table's folder, by its path in the container: names of letters, digits, `.`, `_`, `-` and `=` with `/` between, as in `sales/orders`; it is one table, so no `*`.","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._=-]*(/[A-Za-z0-9][A-Za-z0-9._=-]*)*$","maxLength":500},"format":{"description":"Always `delta`.","enum":["delta"]},"changes":{"description":"What others do to the table's rows. Always `append_only`: they add rows. Compacting it (`OPTIMIZE`) changes none. A commit that deletes, updates, merges or overwrites rows stops the query with Delta's error, which names the version; it goes on only when `backfill` of the bronze table is raised, which reads the table as it is then.","enum":["append_only"]},"columns":{"description":"The columns that are read, as `name: type`; each must be in the table with this type, or the query does not start. Other columns of the table are not read.","$ref":"#/definitions/SourceColumnsSpec"},"producer":{"$ref":"#/definitions/LakeProducerSpec"}},"elsewhere":{"event_hub":["kind: event-hub"],"partitions":["kind: event-hub","kind: kafka"],"capture":["kind: event-hub"],"read":["kind: event-hub","kind: files","kind: sql-server","kind: azure-sql","kind: postgres","kind: http"],"topic":["kind: kafka"],"primary_key":["kind: files","kind: azure-function","kind: sql-server","kind: azure-sql","kind: postgres","kind: http"],"start":["kind: files"],"lag":["kind: files"],"compression":["kind: files"],"delimiter":["kind: files"],"quote":["kind: files"],"header":["kind: files"],"samples":["kind: files","kind: azure-function","kind: sql-server","kind: azure-sql","kind: postgres","kind: http"],"function":["kind: azure-function"],"app":["kind: azure-function"],"called_by":["kind: azure-function"],"writes":["kind: azure-function"],"table":["kind: sql-server","kind: azure-sql","kind: postgres"],"tables":["kind: sql-server","kind: azure-sql","kind: postgres"],"cursor":["kind: sql-server","kind: azure-sql","kind: postgres"],"may_be_empty":["kind: sql-server","kind: azure-sql","kind: postgres"],"query":["kind: http"],"rows":["kind: http"],"paging":["kind: http"]}},"AzureFunctionSourceSpec":{"description":"What an Azure Function loads into the lake, each time the whole. Each load is a folder of its own, `<writes>/load=<instant>-<id>`, with the instant in UTC as `20261127T050000.000000Z` and eight hexadecimal digits that no other load has: first files with a JSON object on each line, last `_load.json`, a note with their names and lengths in bytes (`{\"files\": [{\"name\": \"popular.json\", \"length\": 1234}]}`). A run takes the newest folder that has a note whose files are there with these lengths, whatever started it: an event that comes twice, late or never gives the same table, no text of an event gets into a path, and a run by hand is a run like any other. A load that is completed after one with a later instant (the function's clock was set back, or two loads ran at once) is not taken, and the run fails once the tables are computed, until a newer load comes; so does a run when the load that was taken is gone and no newer one is there. Before it fails its notebook is tried again (`retry`), although that mends neither: the service does not tell one failure from another.","type":"object","additionalProperties":false,"required":["kind","function","called_by","writes","format","changes","columns"],"properties":{"kind":{"description":"Always `azure-function`.","const":"azure-function"},"description":{"description":"What it loads.","type":"string"},"function":{"description":"The function's name in its app, and no route: at most 127 letters, digits, `-` and `_`, beginning with a letter.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9_-]{0,126}$"},"app":{"description":"The folder of the project with the code of the function's app, which runs when the pipeline is run on this machine. The app is published by its own means.","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*$"},"called_by":{"description":"Who calls the function. `outside`: it runs by itself, as on a timer of its own. `pipeline`: each run of the pipeline calls it, over HTTP, and takes the load that it has made; docs/azure-functions.md tells what it is given and what it answers.","enum":["outside","pipeline"]},"connection":{"description":"Of `called_by: pipeline`: a connection of the project, of kind `azure-function`.","$ref":"#/definitions/Name"},"writes":{"description":"The folder of the lake's container in which each load has its own: names of letters, digits, `.`, `_`, `-` and `=`, each beginning with a letter or a digit, with `/` between, as in `tmdb`; none of the folders of tables (`bronze`, `silver`, `gold`).","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._=-]*(/[A-Za-z0-9][A-Za-z0-9._=-]*)*$","maxLength":500},"format":{"description":"Always `json`: an object on each line.","enum":["json"]},"changes":{"description":"Always `snapshot`: each load is the whole.","enum":["snapshot"]},"primary_key":{"description":"The columns that tell two rows of a load apart and are never null.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},"columns":{"$ref":"#/definitions/SourceColumnsSpec"},"samples":{"description":"Files of the project for when the pipeline is run on this machine: a path relative to the project, in which `${name}` stands for a variable and `*` for any part of the name; each file, in the order of their names, is a wave. With `app` they are what the API has that the function reads (`{\"/3/movie/popular\": [page, …]}`): the function runs as if its timer had come, and the pipeline as often as its triggers fire on what that posts; one that the pipeline calls runs when it does. Without `app` each file becomes a load of its own, and then the pipeline runs once.","type":"string","minLength":1}},"elsewhere":{"event_hub":["kind: event-hub"],"partitions":["kind: event-hub","kind: kafka"],"capture":["kind: event-hub"],"read":["kind: event-hub","kind: files","kind: sql-server","kind: azure-sql","kind: postgres","kind: http"],"producer":["kind: event-hub","kind: kafka","kind: files","kind: lake"],"topic":["kind: kafka"],"start":["kind: files"],"lag":["kind: files"],"compression":["kind: files"],"delimiter":["kind: files"],"quote":["kind: files"],"path":["kind: files","kind: lake","kind: http"],"header":["kind: files"],"table":["kind: sql-server","kind: azure-sql","kind: postgres"],"tables":["kind: sql-server","kind: azure-sql","kind: postgres"],"cursor":["kind: sql-server","kind: azure-sql","kind: postgres"],"may_be_empty":["kind: sql-server","kind: azure-sql","kind: postgres"],"query":["kind: http"],"rows":["kind: http"],"paging":["kind: http"]}},"LakeProducerSpec":{"description":"Files of the project whose rows stand for those of the table when the pipeline is run on this machine: each is added in one commit, once, also where several sources of the table name it (they declare the same columns then). Columns that a file is without are null in its rows, so it may be older than they are. A file whose rows cannot be added stops the run, and is mended; rows that were added stay until a run with `--fresh`. Without them there is no table to read.","type":"object","additionalProperties":false,"required":["file"],"properties":{"file":{"description":"Path of the file, relative to the project, in which `${name}` stands for a variable; `*` stands for any part of the name, and the files are then added in the order of their names, each when what came before is drained (a run with `--continuous` is refused). Each is called `….json`, with a JSON object on each line, or `….csv`, with the names of the columns in their order as its first record.","type":"string","pattern":"(\\.(json|csv)|\\})$"}}},"HttpSourceSpec":{"description":"Rows that an API answers with, which the data factory, or the Synapse workspace, lands each time that the pipeline is started: page after page, as one snapshot. Each answer is a JSON object with a list of rows. Rows that move from one page to another while they are read may be missed, or come twice: a page is what the API has at that moment. No row at all stops the job.","type":"object","additionalProperties":false,"required":["kind","connection","path","read","changes","format","rows","columns"],"properties":{"kind":{"description":"Always `http`.","const":"http"},"description":{"description":"What the rows are.","type":"string"},"connection":{"description":"A connection of the project, of kind `http`.","$ref":"#/definitions/Name"},"path":{"description":"What is asked for, below the connection's `base`, as `orders` or `3/movie/popular`: names of letters, digits, `.`, `_`, `~` and `-` with `/` between.","type":"string","pattern":"^(?!.*\\.\\.)[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*$","maxLength":500},"query":{"description":"Parameters of each request, by name; no keys, which stand in the connection's `identity`.","type":"object","minProperties":1,"propertyNames":{"pattern":"^[A-Za-z0-9_.~-]+$"},"additionalProperties":{"type":"string","pattern":"^[A-Za-z0-9_.~:,-]+$"}},"read":{"description":"What each run of the pipeline lands. `full`: all pages, which together are one snapshot.","const":"full"},"changes":{"description":"What a landing means. `snapshot`: it is the whole.","const":"snapshot"},"format":{"description":"Always `json`.","const":"json"},"rows":{"description":"Where the list of rows is in an answer, as a path of JSON: `$.results`, `$.data.items` or `$['value']`. An answer without such a list stops the job.","type":"string","pattern":"^\\$(\\.[A-Za-z_][A-Za-z0-9_]*|\\['[A-Za-z0-9_@.:-]+'\\])+$","maxLength":200},"paging":{"$ref":"#/definitions/HttpPagingSpec"},"primary_key":{"description":"The columns that are never null and, where no page moved, tell two rows apart: what comes twice is not removed (docs/http.md).","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},"columns":{"$ref":"#/definitions/SourceColumnsSpec"},"samples":{"description":"Files of the project that stand for the API's rows when the pipeline is run on this machine: a path relative to the project, in which `${name}` stands for a variable and `*` for any part of the name; a JSON object on each line. Each file, in the order of their names, is a wave: a server of this machine answers with its rows, five on a page or as `offset` says, and then the pipeline runs. Without samples it has no row, which stops the job.","type":"string","minLength":1}},"elsewhere":{"event_hub":["kind: event-hub"],"partitions":["kind: event-hub","kind: kafka"],"capture":["kind: event-hub"],"producer":["kind: event-hub","kind: kafka","kind: files","kind: lake"],"topic":["kind: kafka"],"start":["kind: files"],"lag":["kind: files"],"compression":["kind: files"],"delimiter":["kind: files"],"quote":["kind: files"],"header":["kind: files"],"function":["kind: azure-function"],"app":["kind: azure-function"],"called_by":["kind: azure-function"],"writes":["kind: azure-function"],"table":["kind: sql-server","kind: azure-sql","kind: postgres"],"tables":["kind: sql-server","kind: azure-sql","kind: postgres"],"cursor":["kind: sql-server","kind: azure-sql","kind: postgres"],"may_be_empty":["kind: sql-server","kind: azure-sql","kind: postgres"]}},"HttpPagingSpec":{"description":"How one page leads to the next: by a link in each answer (`next`), by the number of the page (`page`), or by how many rows are skipped (`offset`). Default: there is one page.","if":{"type":"object","required":["next"]},"then":{"$ref":"#/definitions/HttpNextSpec"},"else":{"if":{"type":"object","required":["offset"]},"then":{"$ref":"#/definitions/HttpOffsetSpec"},"else":{"$ref":"#/definitions/HttpPageSpec"}}},"HttpNextSpec":{"description":"Pages by links.","type":"object","additionalProperties":false,"required":["next"],"properties":{"next":{"description":"Where the address of the next page is in an answer: `$.paging.next` or `$['@odata.nextLink']`. In the last one it is null, or not there. It should be one of the same host: no page says whether the service would show the connection's key to another.","type":"string","pattern":"^\\$(\\.[A-Za-z_][A-Za-z0-9_]*|\\['[A-Za-z0-9_@.:-]+'\\])+$","maxLength":200},"max_pages":{"description":"How many pages there may be: a run that meets more of them fails, and nothing of them is taken. Default 1000.","type":"integer","minimum":1,"maximum":100000},"wait":{"description":"How long is waited before each page but the first: from `10 milliseconds` to `1 minute`. Default `1 second`.","$ref":"#/definitions/DurationOrVariable"}}},"HttpPageSpec":{"description":"Pages by number, until one has no rows.","type":"object","additionalProperties":false,"required":["page"],"properties":{"page":{"description":"The parameter with the page's number.","type":"string","pattern":"^[A-Za-z0-9_.~-]+$"},"first":{"description":"Number of the first page. Default 1.","type":"integer","minimum":0,"maximum":1},"max_pages":{"description":"How many pages there may be: a run that meets more of them fails, and nothing of them is taken. Default 1000.","type":"integer","minimum":1,"maximum":100000},"wait":{"description":"How long is waited before each page but the first: from `10 milliseconds` to `1 minute`. Default `1 second`.","$ref":"#/definitions/DurationOrVariable"}}},"HttpOffsetSpec":{"description":"Pages by how many rows are skipped, until one has no rows.","type":"object","additionalProperties":false,"required":["offset","size"],"properties":{"offset":{"description":"The parameter with the number of rows that are skipped.","type":"string","pattern":"^[A-Za-z0-9_.~-]+$"},"size":{"description":"How many rows a page has; the API must give no fewer but on its last page. How it is asked for so many stands in `query`, as in `query: { limit: \"100\" }`.","type":"integer","minimum":1,"maximum":100000},"max_pages":{"description":"How many pages there may be: a run that meets more of them fails, and nothing of them is taken. Default 1000.","type":"integer","minimum":1,"maximum":100000},"wait":{"description":"How long is waited before each page but the first: from `10 milliseconds` to `1 minute`. Default `1 second`.","$ref":"#/definitions/DurationOrVariable"}}},"DatabaseTable":{"description":"The table, or a view, with its schema: `dbo.users`. Both of letters, digits and `_`, beginning with a letter or `_`: what has another name is read through a view, which the database's owner makes.","type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]{0,127}\\.[A-Za-z_][A-Za-z0-9_]{0,127}$"},"DatabaseTablePattern":{"description":"Tables of a database: `sales.orders`, or with `*` for any part of a name: `sales.*`, `*.fact_*`. Upper and lower case are told apart, as the file under `schemas/` writes them.","type":"string","pattern":"^[A-Za-z0-9_*]+\\.[A-Za-z0-9_*]+$","examples":["sales.*","sales.orders"]},"DatabaseTablesSpec":{"description":"Which tables: one pattern, several, or all of them but some.","examples":["sales.*",["sales.orders","sales.lines"]],"anyOf":[{"$ref":"#/definitions/DatabaseTablePattern"},{"type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/DatabaseTablePattern"}},{"$ref":"#/definitions/SomeDatabaseTablesSpec"}]},"SomeDatabaseTablesSpec":{"description":"All tables that are meant by a pattern, but for others.","type":"object","additionalProperties":false,"required":["of"],"properties":{"of":{"description":"The tables, of which some are left out.","anyOf":[{"$ref":"#/definitions/DatabaseTablePattern"},{"type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/DatabaseTablePattern"}}]},"except":{"description":"Those that are left out. Each must be one of the tables.","anyOf":[{"$ref":"#/definitions/DatabaseTablePattern"},{"type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/DatabaseTablePattern"}}]}}},"DatabaseSourceSpec":{"description":"A table of a SQL Server, an Azure SQL Database or a PostgreSQL database, which each run of the pipeline reads.","type":"object","discriminator":{"propertyName":"read"},"required":["kind","read"],"properties":{"kind":{"description":"What the database is: a SQL Server (`sql-server`), an Azure SQL Database (`azure-sql`) or a PostgreSQL database (`postgres`).","enum":["sql-server","azure-sql","postgres"]},"read":{"description":"Which rows each run reads: `incremental` those that are new or changed since the one before, `full` all of them.","enum":["incremental","full"]}},"oneOf":[{"$ref":"#/definitions/IncrementalDatabaseSourceSpec"},{"$ref":"#/definitions/FullDatabaseSourceSpec"}]},"IncrementalDatabaseSourceSpec":{"description":"A table of a SQL Server, an Azure SQL Database or a PostgreSQL database, of which each run of the pipeline reads the rows that are new or changed since the one before.","type":"object","additionalProperties":false,"required":["kind","connection","changes","read","cursor"],"oneOf":[{"required":["table"]},{"required":["tables"]}],"properties":{"kind":{"description":"What the database is: a SQL Server (`sql-server`), an Azure SQL Database (`azure-sql`) or a PostgreSQL database (`postgres`).","enum":["sql-server","azure-sql","postgres"]},"description":{"description":"What the table holds.","type":"string"},"connection":{"description":"A connection of the project, of the same kind as the source.","$ref":"#/definitions/Name"},"table":{"$ref":"#/definitions/DatabaseTable"},"tables":{"description":"Instead of `table`: the tables that are meant, of those that a file under `schemas/` lists for the connection. Each is a source of its own, as if it were written with `table`; the source's name, and where there are `samples` their path, hold `${table}`, which stands for its name (`OrderLines`: `order_lines`), and if need be `${schema}`.","$ref":"#/definitions/DatabaseTablesSpec"},"primary_key":{"description":"The columns that tell two rows of the table apart and are never null. A row that is changed keeps them. Default: what a file under `schemas/` says of the table; without one it is required.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},"changes":{"description":"What others do to the table's rows. Always `upsert`: they add rows and change them. A row that they delete is not noticed: it stays where it was read to.","enum":["upsert"]},"read":{"description":"Always `incremental`: only rows whose cursor is beyond the mark up to which rows were read before.","const":"incremental"},"cursor":{"$ref":"#/definitions/CursorSpec"},"columns":{"description":"The columns that are read, as `name: type`. Default: those that a file under `schemas/` lists for the table; without one they are required. Other columns of the table are not read; one whose name has a space or begins otherwise than with a letter is read through a view that renames it. A value that does not fit its type stops the run; a `date` of the database is a `date` here, as it cannot land as a `timestamp` in Parquet. A text that is `\\N` and nothing else becomes null where it lands as CSV, as that is how null is written there.","$ref":"#/definitions/SourceColumnsSpec"},"samples":{"description":"Files of the project whose rows stand for those of the table when the pipeline is run on this machine: a path relative to the project, in which `${name}` stands for a variable and `*` for any part of the name. Each file, in the order of their names, is a wave: its rows are added, or take the place of those with their primary key, and then the pipeline runs. CSV with the names of the columns in their order as its first record; a cell with nothing in it is null, of a string the empty text. Without them there is no table to read.","type":"string","pattern":"(\\.csv|\\})$"}},"elsewhere":{"may_be_empty":["read: full"],"event_hub":["kind: event-hub"],"partitions":["kind: event-hub","kind: kafka"],"capture":["kind: event-hub"],"format":["kind: event-hub","kind: kafka","kind: files","kind: lake","kind: azure-function","kind: http"],"producer":["kind: event-hub","kind: kafka","kind: files","kind: lake"],"topic":["kind: kafka"],"start":["kind: files"],"lag":["kind: files"],"compression":["kind: files"],"delimiter":["kind: files"],"quote":["kind: files"],"path":["kind: files","kind: lake","kind: http"],"header":["kind: files"],"function":["kind: azure-function"],"app":["kind: azure-function"],"called_by":["kind: azure-function"],"writes":["kind: azure-function"],"query":["kind: http"],"rows":["kind: http"],"paging":["kind: http"]}},"FullDatabaseSourceSpec":{"description":"A table of a SQL Server, an Azure SQL Database or a PostgreSQL database, of which each run of the pipeline reads all rows. When that was, by the database's own clock, stays with the rows in the files that they land in (`_read_at`); it is no column that expressions know.","type":"object","additionalProperties":false,"required":["kind","connection","read"],"oneOf":[{"required":["table"]},{"required":["tables"]}],"properties":{"kind":{"description":"What the database is: a SQL Server (`sql-server`), an Azure SQL Database (`azure-sql`) or a PostgreSQL database (`postgres`).","enum":["sql-server","azure-sql","postgres"]},"description":{"description":"What the table holds.","type":"string"},"connection":{"description":"A connection of the project, of the same kind as the source.","$ref":"#/definitions/Name"},"table":{"$ref":"#/definitions/DatabaseTable"},"tables":{"description":"Instead of `table`: the tables that are meant, of those that a file under `schemas/` lists for the connection. Each is a source of its own, as if it were written with `table`; the source's name, and where there are `samples` their path, hold `${table}`, which stands for its name (`OrderLines`: `order_lines`), and if need be `${schema}`.","$ref":"#/definitions/DatabaseTablesSpec"},"primary_key":{"description":"The columns that tell two rows of the table apart and are never null. What is merged with `apply_changes` needs them. Default: what a file under `schemas/` says of the table, where the columns are taken from there too.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},"changes":{"description":"What each reading is. Always `snapshot`, which `read: full` implies: all rows of the table as they are, so a row that is not there any more was deleted.","enum":["snapshot"]},"read":{"description":"Always `full`: each run reads all rows of the table, whether they have changed or not. A SQL Server must have READ_COMMITTED_SNAPSHOT on, as Azure SQL Database has by default and PostgreSQL in its own way always: without it a row that is changed while the table is read may be passed over, as if it had been deleted, or read twice (ALTER DATABASE … SET READ_COMMITTED_SNAPSHOT ON).","const":"full"},"may_be_empty":{"description":"Whether a reading without rows is believed, of a table that had rows when it was read before. Default `false`: the run stops and says so, and nothing is taken of it, because a table that is emptied and filled again, or whose rows the user may not see for a while, would have all that was made of it deleted.","type":"boolean"},"columns":{"description":"The columns that are read, as `name: type`. Default: those that a file under `schemas/` lists for the table; without one they are required. Other columns of the table are not read; one whose name has a space or begins otherwise than with a letter is read through a view that renames it. A value that does not fit its type stops the run; a `date` of the database is a `date` here, as it cannot land as a `timestamp` in Parquet. A text that is `\\N` and nothing else becomes null where it lands as CSV, as that is how null is written there.","$ref":"#/definitions/SourceColumnsSpec"},"samples":{"description":"Files of the project whose rows stand for those of the table when the pipeline is run on this machine: a path relative to the project, in which `${name}` stands for a variable and `*` for any part of the name. Each file, in the order of their names, is a wave: its rows are the whole table, those that were there before are deleted, and then the pipeline runs. CSV with the names of the columns in their order as its first record; a cell with nothing in it is null, of a string the empty text. Without them there is no table to read.","type":"string","pattern":"(\\.csv|\\})$"}},"elsewhere":{"cursor":["read: incremental"],"event_hub":["kind: event-hub"],"partitions":["kind: event-hub","kind: kafka"],"capture":["kind: event-hub"],"format":["kind: event-hub","kind: kafka","kind: files","kind: lake","kind: azure-function","kind: http"],"producer":["kind: event-hub","kind: kafka","kind: files","kind: lake"],"topic":["kind: kafka"],"start":["kind: files"],"lag":["kind: files"],"compression":["kind: files"],"delimiter":["kind: files"],"quote":["kind: files"],"path":["kind: files","kind: lake","kind: http"],"header":["kind: files"],"function":["kind: azure-function"],"app":["kind: azure-function"],"called_by":["kind: azure-function"],"writes":["kind: azure-function"],"query":["kind: http"],"rows":["kind: http"],"paging":["kind: http"]}},"CursorSpec":{"description":"The column by which new and changed rows are found: it is raised whenever a row is added or changed. The largest value that was read is kept as a mark, in the control database, and the next reading begins there. A row without a value is never read, nor one that PostgreSQL has at `infinity`.","type":"object","additionalProperties":false,"required":["column","start"],"properties":{"column":{"description":"One of the source's columns: a `timestamp`, `int` or `bigint`. Not a date: more rows may come on the day that was read. A number must be given to rows in the order in which they are committed, and anew with each change.","$ref":"#/definitions/ColumnName"},"start":{"description":"The mark before the first reading, only rows beyond it are read: a time without a zone, as the database's own clock has it (`2020-01-01T00:00:00`; of a PostgreSQL `timestamptz` in UTC), or a whole number. Another start, once rows were read, begins everything anew; the table that takes them with `apply_changes` then needs a higher `backfill`, or it stops.","type":["string","integer"]},"lag":{"description":"Of a `timestamp`: how long after its stamp a row may be committed. So far behind the mark rows are read again, when one of them was added or got another stamp; `apply_changes` takes each once. It is told by their number and the sum of how far each is behind the mark, in milliseconds (in seconds if `lag` is over 20 days; of PostgreSQL always in microseconds): what changes a row and not its stamp is not seen, nor are changes that come to the same sum. A row that is committed `lag` or more after its stamp may never be read. Without `lag` that holds for every row that is committed late or has the stamp of the mark itself, and a warning says so.","$ref":"#/definitions/DurationOrVariable"},"time_zone":{"description":"Of a `timestamp`: the time zone of the clock that rows are stamped by, `UTC` or an IANA name. A stamp has no offset, so a clock that is put back stamps rows of the second hour as it did those of the first, behind the mark: a zone whose clocks will be put back is an error that says when (a warning where `lag` reaches so far), and without a time zone there is a warning. It changes no time and nothing that is made. A PostgreSQL `timestamptz`, and a `datetimeoffset` read through a view, are read as `UTC`, which is also what `GETDATE()` of an Azure SQL Database is.","examples":["UTC","Asia/Kolkata"],"type":"string","minLength":1},"in_commit_order":{"description":"Of an `int` or `bigint`: you say that numbers become visible in their order, and that a row that is changed gets a new one; then there is no warning. An `identity` and a sequence do not do that. One writer may, and a `rowversion`, read through a view with `WHERE version < MIN_ACTIVE_ROWVERSION()`, does.","const":true}}},"JobSpec":{"description":"Tables that are computed together, by notebooks on one cluster.","type":"object","additionalProperties":false,"required":["tables"],"properties":{"tables":{"description":"The tables: silver and gold ones of this pipeline that notebooks compute and that are stored; each is in one job only. Bronze tables are landed before, by the orchestrator, and a view is part of each table that reads it.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/Reference"}},"compute":{"description":"The cluster size that it runs on: a name under `compute` in sluice.yaml. Default: that of the pipeline.","$ref":"#/definitions/Name"},"retry":{"description":"How often its notebooks are tried again before the run fails. Default: as the pipeline says, else once.","$ref":"#/definitions/RetrySpec"},"timeout":{"description":"How long its notebooks may take, each time that they are tried: `10 minutes` to `7 days`. Default: as the pipeline says, else `12 hours`.","$ref":"#/definitions/DurationOrVariable"}}},"RetrySpec":{"description":"How often a step is tried again before the run fails.","type":"object","additionalProperties":false,"required":["attempts"],"properties":{"attempts":{"description":"How often it is tried again: 0 is not at all.","type":"integer","minimum":0,"maximum":100},"wait":{"description":"How long after the failure: `30 seconds` to `1 day`. Default `1 minute`.","$ref":"#/definitions/DurationOrVariable"}}},"OnFailureSpec":{"description":"Who is told when a run fails.","type":"object","additionalProperties":false,"required":["webhook"],"properties":{"webhook":{"description":"An address that gets a POST with JSON: `pipeline`, `run` (its id), `factory` (in Synapse `workspace`) and `error` (what the steps that failed say). If it cannot be reached the run fails all the same, with its own error.","$ref":"#/definitions/WebhookSpec"}}},"WatchSpec":{"description":"How often it is looked whether a streaming job runs.","type":"object","additionalProperties":false,"required":["every"],"properties":{"every":{"description":"A whole number and a unit: `15 minutes` to `1 day`. Where none runs it is looked once more 11 minutes later, before the run fails: while publishing hands a job over none runs either.","examples":["15 minutes","1 hour"],"type":"string","pattern":"^[1-9][0-9]{0,4} (minute|hour|day)s?$"}}},"WebhookSpec":{"description":"An address that is a secret: who knows it can write to it. If the call fails, it can stand in the error that the history of runs keeps (its code [2108](https://learn.microsoft.com/azure/data-factory/data-factory-troubleshoot-guide) names the address): who may read runs may read it there. Take one that can be replaced, and can do no more than tell.","type":"object","additionalProperties":false,"required":["secret"],"properties":{"secret":{"description":"Name of the secret in the vault that holds the address, `https://…`.","$ref":"#/definitions/SecretName"}}},"AnyTriggerSpec":{"description":"When a pipeline is started: at a time, or (`after`) when others of the project have succeeded.","type":"object","oneOf":[{"required":["every"]},{"required":["daily"]},{"required":["cron"]},{"required":["window"]},{"required":["on_file"]},{"required":["on_event"]},{"required":["after"]}],"if":{"required":["after"]},"then":{"$ref":"#/definitions/AfterSpec"},"else":{"$ref":"#/definitions/TriggerSpec"}},"AfterSpec":{"description":"The pipeline runs when others have succeeded, in one run with them: a pipeline of their own (`<the first one>_master`) calls them one after another, those that need not wait for each other side by side, and is what their triggers start. If one fails, those after it do not run, and the whole run fails.","type":"object","additionalProperties":false,"required":["after"],"properties":{"after":{"description":"A pipeline of the project that lands tables of databases or files, or a list of such: all must have succeeded. Of several that are after none themselves all must have the same times as triggers. Started by hand, a pipeline runs alone, and nothing runs after it; to run them all, start the master.","examples":["orders",["orders","customers"]],"anyOf":[{"$ref":"#/definitions/Name"},{"type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/Name"}}]}}},"TriggerSpec":{"description":"When a pipeline is started: each so often (`every`), at times of day (`daily`), at times as cron writes them (`cron`), for each of the stretches of time since some day (`window`), when a file comes (`on_file`) or on an event (`on_event`).","type":"object","if":{"required":["every"]},"then":{"$ref":"#/definitions/EveryTriggerSpec"},"else":{"if":{"required":["daily"]},"then":{"$ref":"#/definitions/DailyTriggerSpec"},"else":{"if":{"required":["cron"]},"then":{"$ref":"#/definitions/CronTriggerSpec"},"else":{"if":{"required":["window"]},"then":{"$ref":"#/definitions/WindowTriggerSpec"},"else":{"if":{"required":["on_file"]},"then":{"$ref":"#/definitions/FileTriggerSpec"},"else":{"if":{"required":["on_event"]},"then":{"$ref":"#/definitions/EventTriggerSpec"}}}}}}},"EveryTriggerSpec":{"description":"Each time that a length of time has passed, counted from `start` on. Minutes and hours are counted through, over midnight and over changes of clocks; days begin at the same time on the clocks of the time zone. What the next start finds still running, it waits for.","type":"object","additionalProperties":false,"required":["every"],"properties":{"every":{"description":"How often: a whole number and a unit, `15 minutes`, `6 hours` or `2 days`; at most 1000 of a unit. Minutes and hours that do not divide a day are warned of: they fall on other times each day.","examples":["15 minutes","6 hours","2 days"],"type":"string","pattern":"^[1-9][0-9]{0,4} (minute|hour|day)s?$"},"start":{"description":"The time that is counted from, on the clocks of the time zone: `2026-01-01T06:30:00`. Default: `2026-01-01T00:00:00`; from 1970 to 2099. What would have been due before the trigger is published is not made up for.","type":"string","pattern":"^(19[7-9][0-9]|20[0-9]{2})-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$"},"time_zone":{"description":"The time zone of `start`, and of days, by its IANA name, as `Europe/Warsaw`. Default: `UTC`.","examples":["Europe/Warsaw","UTC"],"type":"string","minLength":1}}},"DailyTriggerSpec":{"description":"Every day, once or several times.","type":"object","additionalProperties":false,"required":["daily","time_zone"],"properties":{"daily":{"description":"The time of day, `00:00` to `23:59`, on the clocks of the time zone; or a list of such, all at the same minute or minutes of their hours. One that a change of clocks leaves out, or that comes twice, is warned of.","examples":["00:00","04:30","23:59"],"anyOf":[{"$ref":"#/definitions/TimeOfDay"},{"type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/TimeOfDay"}}]},"time_zone":{"description":"The time zone by its IANA name, as `Europe/Warsaw`, or `UTC`.","examples":["Europe/Warsaw","UTC"],"type":"string","minLength":1}}},"TimeOfDay":{"description":"`00:00` to `23:59`.","examples":["00:00","04:30","23:59"],"type":"string","pattern":"^([01][0-9]|2[0-3]):[0-5][0-9]$"},"CronTriggerSpec":{"description":"At times as cron writes them.","type":"object","additionalProperties":false,"required":["cron","time_zone"],"properties":{"cron":{"description":"Five fields: minute, hour, day of the month, month, day of the week (`0` or `7` is Sunday; `MON` to `SUN` too), each `*`, a number, a range `9-17`, a step `*/15` or `8-18/2`, or a list of such. What a trigger of Data Factory cannot do is refused: a month, days of both kinds, and a step that does not divide its field evenly. A time that a change of clocks leaves out, or that comes twice, is warned of.","examples":["0 4 * * 1","*/15 8-18 * * MON-FRI"],"type":"string","minLength":1},"time_zone":{"description":"The time zone by its IANA name, as `Europe/Warsaw`, or `UTC`.","examples":["Europe/Warsaw","UTC"],"type":"string","minLength":1}}},"WindowTriggerSpec":{"description":"For each stretch of time, when it is over, those of the past included: a tumbling window of Data Factory or Synapse, which knows of each whether its run succeeded.","type":"object","additionalProperties":false,"required":["window"],"properties":{"window":{"$ref":"#/definitions/BatchWindowSpec"}}},"BatchWindowSpec":{"description":"Stretches of time of one length, one after the other, in UTC. A run reads the rows whose cursor is before its window's end, as the database's own clock shows it, so years of rows land one window after another; only of pipelines whose sources are all read by a `timestamp` cursor, are files that are known by their names (those of the periods are read that end with the window or before it, and are over for `lag`: a trigger's `delay` of that length has them read by their own window), or are functions that the pipeline calls (`called_by: pipeline`), which are told the window. A run of the pipeline that no window starts (by hand, or by another trigger, which is warned of) reads everything there is, and leaves nothing to windows that come later. `every` and `start` cannot be changed in Data Factory: another one makes a new trigger, which begins with the first window again (it needs `--allow`).","type":"object","additionalProperties":false,"required":["every","start"],"properties":{"every":{"description":"The length of a window: `15 minutes` and longer; from 5 minutes on it is taken, with a warning. A day is 24 hours.","examples":["15 minutes","1 hour","1 day"],"type":"string","pattern":"^[1-9][0-9]{0,4} (minute|hour|day)s?$"},"start":{"description":"When the first window begins, in UTC: `2024-01-01T00:00:00Z`; from 1900 to 2099.","examples":["2024-01-01T00:00:00Z"],"type":"string","pattern":"^(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},"delay":{"description":"How long after its end a window is started, for rows that are committed late. Default: at once.","examples":["10 minutes"],"type":"string","pattern":"^[1-9][0-9]{0,5} (second|minute|hour|day)s?$"},"at_once":{"description":"How many windows may be started and not ended. Default: 1. A pipeline runs once at a time, so others wait in its queue.","type":"integer","minimum":1,"maximum":50},"retry":{"$ref":"#/definitions/WindowRetrySpec"},"depends_on":{"description":"Windows that must have succeeded before: of other triggers, or (`offset` before it) of this one. At most five.","type":"array","minItems":1,"maxItems":5,"items":{"$ref":"#/definitions/WindowDependencySpec"}}}},"WindowRetrySpec":{"description":"A window whose run failed is run again. Default: not.","type":"object","additionalProperties":false,"required":["attempts"],"properties":{"attempts":{"description":"How often, at the most.","type":"integer","minimum":1,"maximum":100},"wait":{"description":"How long after the failure: `30 seconds` (the default) to `1 day`.","examples":["30 seconds","5 minutes"],"type":"string","pattern":"^[1-9][0-9]{0,5} (second|minute|hour|day)s?$"}}},"WindowDependencySpec":{"description":"A stretch of time of a trigger with `window`; all windows that it touches must have succeeded.","type":"object","additionalProperties":false,"required":["trigger"],"properties":{"trigger":{"description":"The name of a trigger with `window`, of any pipeline of the project; its own name is this one.","type":"string","minLength":1},"offset":{"description":"How much later than this window the stretch begins, before it with a `-`: `-1 day`. Default: at once with it. Of its own windows: before it by `size` at least.","examples":["-1 day","1 hour"],"type":"string","pattern":"^-?[1-9][0-9]{0,5} (minute|hour|day)s?$"},"size":{"description":"How long the stretch is. Default: as this window.","examples":["1 hour","2 days"],"type":"string","pattern":"^[1-9][0-9]{0,5} (minute|hour|day)s?$"}}},"FileTriggerSpec":{"description":"When a file has been written to a storage account. Whatever file it was, a run reads what is new since the one before, of files (`read: new-files`) what is as old as their `lag`: the file that starts a run is too young for it, so a trigger by the clock stands beside (a warning says so). A pipeline runs once at a time, and up to 100 runs wait; further ones fail (`Pipeline execution throttled`). Nothing is lost by that, as the next run reads all that is there, but where many files come at once let one that is put last start the pipeline: `*/ready.json`.","type":"object","additionalProperties":false,"required":["on_file"],"properties":{"on_file":{"$ref":"#/definitions/FileEventSpec"}}},"FileEventSpec":{"description":"Files of a container, by their path. Empty files do not count, so a file that only says that others are there must have something in it: Data Lake Storage tells of a file once when it is made, still empty, and again when it is written.","type":"object","additionalProperties":false,"required":["connection","path"],"properties":{"connection":{"description":"A `storage` connection of the project: its account and container.","$ref":"#/definitions/Name"},"path":{"description":"The path in the container, not an address: `incoming/ready.json`, `incoming/` for everything below a folder, or with one `*`, which stands for any characters, `/` among them: `incoming/*.csv`, `*/ready.json`.","examples":["incoming/ready.json","incoming/","incoming/*.csv"],"type":"string","pattern":"^(?!.*://)[^/\\\\$][^\\\\$]*$","maxLength":500}}},"EventTriggerSpec":{"description":"When an event comes to a custom topic of Event Grid, in Event Grid's own schema.","type":"object","additionalProperties":false,"required":["on_event"],"properties":{"on_event":{"$ref":"#/definitions/TopicEventSpec"}}},"TopicEventSpec":{"description":"Events of a topic that is there already.","type":"object","additionalProperties":false,"required":["topic","type"],"properties":{"topic":{"description":"Name of the topic: 3 to 50 letters, digits and `-`; `${name}` stands for a variable.","type":"string","pattern":"^([A-Za-z0-9-]{3,50}|(?=.*\\$)([A-Za-z0-9-]|\\$\\{[a-z][a-z0-9_]*\\}){1,200})$"},"type":{"description":"The events' `eventType`, or a list of such, any of which starts the pipeline: whole, `*` stands for nothing here. Letters' case does not count.","examples":["Shop.ListReady",["Shop.ListReady","Shop.ListChanged"]],"anyOf":[{"type":"string","pattern":"^[^*]+$"},{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","pattern":"^[^*]+$"}}]},"subject":{"description":"The events' subject: itself, or with one `*`, which stands for any characters: `lists/*`. Default: any.","examples":["lists/*"],"type":"string","minLength":1},"resource_group":{"description":"The resource group that the topic is in; it does not end with `.`. Default: the environment's, with the data factory; `${name}` stands for a variable.","type":"string","pattern":"^([A-Za-z0-9._()-]|\\$\\{[a-z][a-z0-9_]*\\})*([A-Za-z0-9_()-]|\\$\\{[a-z][a-z0-9_]*\\})$"},"subscription":{"description":"Id of the subscription that the topic is in. Default: the environment's; `${name}` stands for a variable.","type":"string","pattern":"^([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\\$\\{[a-z][a-z0-9_]*\\})$"}}},"CaptureSpec":{"description":"Event Hubs Capture: Avro files in the lake, a file per partition when the time or the size is reached.","type":"object","additionalProperties":false,"required":["every","size"],"properties":{"every":{"description":"A file at least this often: `1 minute` to `15 minutes`, or a variable, `${name}`.","type":"string","pattern":"^(([1-9]|1[0-5]) minutes?|\\$\\{[a-z][a-z0-9_]*\\})$"},"size":{"description":"A file at the latest at this size: `10 MB` to `500 MB`.","type":"string","pattern":"^([1-9][0-9]|[1-4][0-9]{2}|500) MB$"}}},"BodyFormatSpec":{"description":"What each event's body is: `json`, an object with the columns as members; `csv`, one record (RFC 4180, comma and double quotes) whose cells are the columns in their order, without a header. A body that is not that goes to the reading table's quarantine as `unparsable`. So does one of `json` with a value that Spark's parser would take for another one: a `decimal` with more digits behind its point than its type, or with commas (`\"1,50\"`), a `timestamp` that does not begin with a day (`2026-01-31`), as a number or an hour, or a `date` with a time of day other than midnight. What does not fit is null there, and `_body` is as it came. Of a second six digits are kept, further ones are cut. Where times come as numbers, declare `bigint` and convert it in a table. A `string` takes a number too, and one with a fraction as a double is spelled (`12345678.0` becomes `1.2345678E7`): declare it `double` or `decimal`.","enum":["json","csv"]},"SourceColumnsSpec":{"description":"The columns of the body, by name: a type word (`string`, `bigint`, `decimal(9,2)`, `array<string>` …) or a mapping for a struct.","type":"object","minProperties":1,"propertyNames":{"pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":255},"additionalProperties":{"$ref":"#/definitions/SourceColumnSpec"}},"SourceColumnSpec":{"description":"A type word, the fields of a struct by name, or, of what is sensitive, `{ type: string, sensitive: pii }` (docs/sensitive.md).","anyOf":[{"type":"string"},{"$ref":"#/definitions/SourceColumnsSpec"}]},"ProducerSpec":{"description":"A CSV file that is replayed into the hub.","type":"object","additionalProperties":false,"required":["file","key"],"properties":{"file":{"description":"Path of the CSV file, relative to the project, in which `${name}` stands for a variable; `*` stands for any part of the name, and the files are then sent in the order of their names, each when what came before is drained (with `--continuous`: when those before it have been sent).","type":"string","minLength":1},"key":{"description":"The column that events are partitioned by.","$ref":"#/definitions/ColumnName"},"rate":{"description":"How fast events are sent. Default: as fast as they can be.","$ref":"#/definitions/Rate"}}},"EachPattern":{"description":"Sources, or tables: `sources.orders`, or with one `*` for any part of their names: `sources.pos_*`; another pipeline's with `pipeline/` before it: `shop/silver.*`.","type":"string","pattern":"^([A-Za-z][A-Za-z0-9_-]*\\/)?(sources|bronze|silver|gold)\\.(?=.)[a-z0-9_]*\\*?[a-z0-9_]*$","examples":["sources.pos_*","bronze.orders"]},"ForEachSpec":{"description":"The sources or tables for each of which this is one, as if it were written for it alone: for a table those of the layers below it, and of another pipeline those of its own layer too; for a sink all. `${each}` stands for what `*` stands for (`orders`, with `sources.pos_*`, of `sources.pos_orders`), or without it for the name: in the own name, and where `from` and `description` have it, of a table also `union`, the table of a `join` and `renamed_from`, of a sink `database`, `container`, `event_hub`, `topic`, `folder`, `partition_key` and `key`.","examples":["sources.pos_*",["sources.orders","sources.lines"]],"anyOf":[{"$ref":"#/definitions/EachPattern"},{"type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/EachPattern"}},{"$ref":"#/definitions/ForSomeSpec"}]},"ForSomeSpec":{"description":"All that are meant by a pattern, but for others.","type":"object","additionalProperties":false,"required":["of"],"properties":{"of":{"description":"Those of which some are left out.","anyOf":[{"$ref":"#/definitions/EachPattern"},{"type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/EachPattern"}}]},"except":{"description":"Those that are left out. Each must be one of them.","anyOf":[{"$ref":"#/definitions/EachPattern"},{"type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/EachPattern"}}]}}},"RawTableSpec":{"description":"A bronze table: what came in, and where each row stood. Of a hub or topic body and position of each event, of files of JSON and CSV their lines and records, nothing parsed, nothing lost; of Parquet, Avro and Delta the rows. `<table>_quarantine` beside a table of files holds the paths of files that are not as declared, and why. Of a database's table, or files with `read` (`format: csv`, `parquet` or `json`), it is no table but files: what each reading brought, in a folder of its own; a table with `apply_changes` merges them, and one with `write: replace` is made of the last of them, where each is of the whole table (`read: full`).","type":"object","additionalProperties":false,"required":["from"],"properties":{"for_each":{"$ref":"#/definitions/ForEachSpec"},"from":{"description":"The source that it keeps.","$ref":"#/definitions/Reference"},"format":{"description":"Of what the orchestrator lands, a database's table or files with `read`, and only of that: what its own files are. Each reading is one of them, `<table>/landing=<number>/rows.<format>`. `csv` has a header and takes every value as text; `json`, of files of JSON and always of them, is their lines as they are. `parquet` is smaller, and a text that is `\\N` stays one in it; but the copy fails of times on `0001-01-01` and after `9999-12-31T00:00:00`, and a self-hosted integration runtime needs a Java runtime for it. Another format begins with all rows anew.","enum":["csv","parquet","json"]},"description":{"description":"What the table holds.","type":"string"},"backfill":{"$ref":"#/definitions/BackfillSpec"},"renamed_from":{"$ref":"#/definitions/RenamedFromSpec"},"streaming":{"$ref":"#/definitions/StreamingSpec"},"on_schema_change":{"description":"Of files of Parquet and Avro and of a table that others write: what becomes of an existing table that has other columns than the source declares. `fail` (default) stops the job before its queries start. `add` gives it the declared columns that it lacks, null in the rows that it holds, and stops at any other difference; and of files, one that lacks declared columns, as those that were written before there were such, is read with null for them (the count `files.incomplete` says of how many) instead of being set aside. It is about columns, not fields: a field added inside a struct is another type of its column, which takes a raised `backfill`. The query goes on where it was: files that were set aside before stay so, until `backfill` is raised.","enum":["fail","add"]}}},"TableSpec":{"description":"One logical query. Its clauses apply in a fixed order, in whatever order they are written: from or union, explode, columns, where, expect, watermark, deduplicate or apply_changes, join, window, group_by with aggregates, write.","type":"object","additionalProperties":false,"oneOf":[{"required":["from"]},{"required":["union"]}],"properties":{"for_each":{"$ref":"#/definitions/ForEachSpec"},"from":{"description":"The table that it reads. Each table has this or `union`.","$ref":"#/definitions/Reference"},"union":{"description":"The tables whose rows it reads together, instead of `from`: all of one shape (columns of the same names and types), all bronze, or none.","type":"array","minItems":2,"uniqueItems":true,"items":{"$ref":"#/definitions/Reference"}},"description":{"description":"What the table holds.","type":"string"},"materialize":{"description":"`false` makes the table a view: nothing is stored and no query runs for it; its clauses (`explode`, `columns` or `with_columns` and `except`, `where`, and `expect` with `else: drop`) are the first steps of each table that reads it, which counts its rows under its name. A sink, a join, a table with `write: replace` and one that pairs streams (`within`) read stored tables only; and below a window a view can only make columns and unite tables. Default `true`.","type":"boolean"},"backfill":{"$ref":"#/definitions/BackfillSpec"},"renamed_from":{"$ref":"#/definitions/RenamedFromSpec"},"streaming":{"$ref":"#/definitions/StreamingSpec"},"explode":{"$ref":"#/definitions/ExplodeSpec"},"columns":{"description":"Exactly these columns, each an expression over the input.","$ref":"#/definitions/ExpressionsSpec"},"with_columns":{"description":"The input's columns and these, each an expression over the input. One that has the name of a column of the input replaces it; `except` removes others.","$ref":"#/definitions/ExpressionsSpec"},"except":{"description":"Columns of the input that the table does not have: all others, and those of `with_columns`, which may still read these. Alone it says: all but these. Where events are read, that is where each stood (`offset`, `partition` …) too, which the table has unless it is removed here or left out of `columns`.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},"where":{"description":"Only rows for which this is true; the others are counted as filtered.","$ref":"#/definitions/Expression"},"sensitive":{"description":"Columns of the table that are sensitive for what this table makes of them, or for what the source does not say: `{ full_name: pii }`. Sensitivity that columns bring along need not be written.","type":"object","minProperties":1,"additionalProperties":{"$ref":"#/definitions/SensitiveSpec"}},"declassify":{"$ref":"#/definitions/DeclassifySpec"},"may_set_aside":{"$ref":"#/definitions/MaySetAsideSpec"},"expect":{"description":"What must hold for each row, by name. A condition that is null is violated.","type":"object","minProperties":1,"propertyNames":{"pattern":"^[a-z][a-z0-9_]*$","maxLength":80},"additionalProperties":{"$ref":"#/definitions/ExpectationSpec"}},"watermark":{"$ref":"#/definitions/WatermarkSpec"},"deduplicate":{"$ref":"#/definitions/DeduplicateSpec"},"apply_changes":{"$ref":"#/definitions/ApplyChangesSpec"},"late_rows":{"description":"What becomes of rows that come after the watermark has passed them: `drop` (the default, unless sluice.yaml has another) counts them, `divert` writes them to `<table>.late`, `fail` stops the query.","enum":["drop","divert","fail"]},"join":{"description":"Tables that each row is joined with, by the names that expressions know them by, one after another: `join: { shops: { table: silver.shops, on: shop_id, how: left, columns: [city] } }`.","type":"object","minProperties":1,"propertyNames":{"pattern":"^[a-z][a-z0-9_]*$","maxLength":80},"additionalProperties":{"$ref":"#/definitions/JoinSpec"}},"window":{"$ref":"#/definitions/WindowSpec"},"group_by":{"description":"The columns that aggregates are computed for.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},"aggregates":{"description":"Result columns by name, each an aggregate expression.","$ref":"#/definitions/ExpressionsSpec"},"engine":{"description":"What computes the table: `data-flow`, a mapping data flow that the orchestrator runs. It writes the same rows at the same place, to a table without constraints and comments. Default: notebooks of `platform: { spark: … }`. A data flow reads one table with `format: parquet` that lands files as a whole (`read: full`), has `write: replace`, and says `explode`, `columns`, `with_columns`, `except` and `where` over strings; what it cannot say exactly is refused. What it counts is not recorded in `_ops.batches`. Tables of its pipeline that notebooks compute (`write: replace`) read it and look rows up in it: all jobs of the pipeline wait for the data flows that any of them reads. Other pipelines, data flows and sinks do not read it.","enum":["data-flow"]},"write":{"description":"How rows come into the table: `append` (default) adds those that each batch makes; `replace` computes all of them anew from everything that its inputs and joined tables hold, whenever one of those has changed, and swaps the table in one commit. Aggregates without a window need `replace`, and so does what reads a table with `apply_changes`, or the last reading of a whole table (`read: full`): such a table stands in the same pipeline, and is computed in each run in which something that it reads has changed. Beside `replace` stand neither `watermark`, `deduplicate`, `late_rows`, `window` nor a join `within` a time, no sink reads such a table, and a table that does is replaced too.","enum":["append","replace"]},"partition_by":{"description":"Columns of the table by whose values its files are kept in folders: few different values, as a date's. What an existing table is partitioned by does not change.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},"on_schema_change":{"description":"What becomes of an existing table that has other columns than declared: `fail` (default) stops the job before its queries start; `add` gives it the declared columns that it lacks, null in the rows that it holds, and stops at any other difference.","enum":["fail","add"]}}},"BackfillSpec":{"description":"A number that is raised to have the table computed anew: its rows, and those of all tables that read it, are removed once, and all input is read again. What a source no longer keeps cannot be read again.","type":"integer","minimum":1,"maximum":9007199254740991},"RenamedFromSpec":{"description":"The name that the table had, without its layer. While this stands, the table's place in the lake, its checkpoint and its records keep that name, so nothing is read again; everything else goes by the new one.","type":"string","pattern":"^([a-z]|\\$\\{(schema|table|each)\\})([a-z0-9_]|\\$\\{(schema|table|each)\\})*$","maxLength":80},"ExplodeSpec":{"description":"One column, which holds the elements of an array, each in a row of its own: `item: items`, or `item: { of: items, outer: true }`. Later clauses see it beside the input's columns.","type":"object","minProperties":1,"maxProperties":1,"propertyNames":{"pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":255},"additionalProperties":{"$ref":"#/definitions/ExplodedSpec"}},"ExplodedSpec":{"description":"An array (an expression over the input), or a mapping of it and what becomes of rows without elements.","type":["string","object"],"additionalProperties":false,"required":["of"],"properties":{"of":{"description":"The array: an expression over the input.","$ref":"#/definitions/Expression"},"outer":{"description":"`true`: a row whose array is empty or null stays, as one row with null for an element; `false` (default): it is counted and left out.","type":"boolean"}}},"ExpressionsSpec":{"description":"Expressions by the name of the column that they make.","type":"object","minProperties":1,"propertyNames":{"pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":255},"additionalProperties":{"$ref":"#/definitions/Expression"}},"ExpectationSpec":{"description":"A condition, and what becomes of a row that violates it.","type":"object","additionalProperties":false,"required":["that","else"],"properties":{"that":{"description":"The condition; null counts as violated.","$ref":"#/definitions/Expression"},"else":{"description":"`quarantine`: the row goes to `<table>.quarantine` with the names of all violated expectations; `drop`: it is counted and left out; `warn`: it passes and is counted; `fail`: the query stops before anything of the batch is written.","enum":["quarantine","drop","warn","fail"]}}},"WatermarkSpec":{"description":"How long to wait for rows that are out of order, in event time.","type":"object","additionalProperties":false,"required":["column","delay"],"properties":{"column":{"description":"The column with the event time: a timestamp.","$ref":"#/definitions/ColumnName"},"delay":{"description":"How far behind the latest event time a row may be.","$ref":"#/definitions/DurationOrVariable"},"ahead":{"description":"How far a row's event time may be beyond its arrival, which is that of the event in the hub, the file's time of change, or when a row of another's table was read (`landed_at`); further ones violate the expectation `not_ahead` and are quarantined, so that one wrong clock cannot close windows for all. Default `1 hour`, unless sluice.yaml has another.","$ref":"#/definitions/DurationOrVariable"}}},"DeduplicateSpec":{"description":"Keeps one row for each key: the first that came in; of those that come in one batch, the first by its place in the source (partition and offset, file and row).","type":"object","additionalProperties":false,"required":["keys","within"],"properties":{"keys":{"description":"The columns that make two rows the same.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},"within":{"description":"`watermark`: repeats are found as long as the watermark has not passed the first one.","enum":["watermark"]}}},"ApplyChangesSpec":{"description":"Keeps the latest row of each key of what has landed of a database's table, or of files (`from`: a bronze table with a `format`); of a database's table its versions too (`scd_type: 2`). Whatever came before a run is taken as if each had come alone, so the table does not depend on when runs were. Beside it stand only `columns`, or `with_columns` and `except`, `where` and `expect`, all of which are about the rows that are read: one that they leave out changes nothing, so the row with its key stays as it was. Tables of the same pipeline read the result, and look rows up in it, with `write: replace`; no sink does yet.","type":"object","additionalProperties":false,"required":["scd_type"],"properties":{"keys":{"description":"The columns that tell two rows apart: those that come from the source's `primary_key`, all of them and no others. Default: just these.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},"sequence_by":{"description":"The columns by which rows of one key are ordered, never null; the first, which comes from the source's cursor, decides first. Of rows that are alike in all of them the one that landed last is the latest; of files (`read: new-files`) they must tell any two rows of one key apart, because files that are taken by one run land together, so which of two such rows is kept depends on when runs were. Only and always of a source with `changes: upsert`: of whole tables (`read: full`) each reading is later than the ones before.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},"scd_type":{"description":"What becomes of the row that was there: with `1` the latest takes its place; with `2` it stays, as a version. `2` adds two columns: `valid_from`, and `valid_to`, null in the version that holds now; a version holds from the one until just before the other. Of a source with `changes: upsert` each row with another `sequence_by`, which then is one timestamp, is a version, valid from that time until that of the next one, and one that comes late takes its place between them. Of whole tables (`read: full`) a version begins at the time of the reading that first has the row so.","enum":[1,2]},"track_history":{"description":"With `scd_type: 2` over whole tables: only a change of these columns makes a new version, one of others changes the version that holds now. Default: all columns that are no keys.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},"delete_when":{"description":"What deletes a row; with `scd_type: 2` it ends its version. Of a source with `changes: upsert`: an expression over the columns that land; a change for which it is true is a delete of the row with its key, one for which it is false or null is a row. A delete has its place in the order as a row has, so a row that is earlier and comes later stays deleted, and one that is later is there again; of changes alike in `sequence_by` that land together a delete is the later one. Keys and `sequence_by` of deletes are kept for that in a table of their own, `<table>_deleted` (with `ignore_null` in `<table>_sequences`), for ever. `where` and `expect` are about deletes too: one that they leave out changes nothing. Over whole tables (`read: full`): `absent` deletes a row that the last reading does not have. One that the reading has and `where` or `expect` leaves out is not absent; one that the reading passed over is, so the database must have READ_COMMITTED_SNAPSHOT on (see `read`). Without it such rows stay.","$ref":"#/definitions/Expression"},"ignore_null":{"description":"Of a source with `changes: upsert`, with `scd_type: 1`: whether a null in a row that comes keeps the value that is there (default `false`: it takes its place). Each column then has the latest value that is not null, and the columns of `sequence_by` are those of the latest row. For each value it is kept, in a table of its own, `<table>_sequences`, by which row it has its place in the order: so a row that is earlier and comes later gives what later ones left null and nothing else, and the table is the same in whatever order rows come. After a delete (`delete_when`) a key begins with nothing. Nothing can be set to null by a change then: delete the row, or write a value that says so. Arrays and maps are values as a whole; a struct is refused, write its fields as columns.","type":"boolean"}}},"JoinSpec":{"description":"Looks each row up in another table as it is when the batch is made (a replayed batch looks up the same version of it); or, with `within`, pairs the rows of two streams, in whatever order they come.","type":"object","discriminator":{"propertyName":"how"},"required":["how"],"properties":{"how":{"description":"What becomes of a row without a match.","enum":["inner","left","semi"]}},"oneOf":[{"$ref":"#/definitions/InnerJoinSpec"},{"$ref":"#/definitions/LeftJoinSpec"},{"$ref":"#/definitions/SemiJoinSpec"}]},"InnerJoinSpec":{"description":"Adds columns to rows with a match; a row without one is left out (and counted as unmatched where it is looked up).","type":"object","additionalProperties":false,"required":["table","on","how","columns"],"properties":{"how":{"description":"Always `inner`.","const":"inner"},"table":{"description":"The other table: silver or gold.","$ref":"#/definitions/Reference"},"on":{"$ref":"#/definitions/JoinConditionSpec"},"within":{"$ref":"#/definitions/JoinWithinSpec"},"columns":{"$ref":"#/definitions/JoinedColumnsSpec"}},"elsewhere":{}},"LeftJoinSpec":{"description":"Adds columns to every row: null where there is no match, which is counted.","type":"object","additionalProperties":false,"required":["table","on","how","columns"],"properties":{"how":{"description":"Always `left`.","const":"left"},"table":{"description":"The other table: silver or gold.","$ref":"#/definitions/Reference"},"on":{"$ref":"#/definitions/JoinConditionSpec"},"within":{"$ref":"#/definitions/JoinWithinSpec"},"columns":{"$ref":"#/definitions/JoinedColumnsSpec"}},"elsewhere":{}},"SemiJoinSpec":{"description":"Keeps rows with a match and adds nothing; a row without one is counted as unmatched and left out. The other table may hold several matches.","type":"object","additionalProperties":false,"required":["table","on","how"],"properties":{"how":{"description":"Always `semi`.","const":"semi"},"table":{"description":"The other table: silver or gold.","$ref":"#/definitions/Reference"},"on":{"$ref":"#/definitions/JoinConditionSpec"}},"elsewhere":{"within":["how: inner","how: left"],"columns":["how: inner","how: left"]}},"JoinConditionSpec":{"description":"A column that both tables have, or a list of such; or a condition in which the join's name qualifies the other table's columns, as in `sale_id = online.sale`. A null matches nothing.","anyOf":[{"type":"string","minLength":1},{"type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}}]},"JoinWithinSpec":{"description":"Pairs the rows of two streams instead of looking rows up: a row is kept until the watermarks of both tables have passed every row that it could match. This says how far the event time of the other row may lie from this row's, bounds included; a bound that is not written is no time at all. A row may match several, and there is a row for each pair; with `left` a row without a match comes out once it can have none. Beside it only `columns`, or `with_columns` and `except`, stand: other clauses belong into a table above, or into one that reads this one.","type":"object","additionalProperties":false,"minProperties":1,"properties":{"before":{"description":"How much earlier than this row's the event time of the other row may be.","$ref":"#/definitions/DurationOrVariable"},"after":{"description":"How much later than this row's the event time of the other row may be.","$ref":"#/definitions/DurationOrVariable"}}},"JoinedColumnsSpec":{"description":"The columns of the other table that are added: a list of their names, or a mapping from new names to theirs.","anyOf":[{"type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},{"type":"object","minProperties":1,"propertyNames":{"pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":255},"additionalProperties":{"$ref":"#/definitions/ColumnName"}}]},"WindowSpec":{"description":"Groups rows by stretches of event time.","type":"object","discriminator":{"propertyName":"type"},"required":["type"],"properties":{"type":{"description":"How stretches are cut.","enum":["tumbling","hopping","session"]}},"oneOf":[{"$ref":"#/definitions/TumblingWindowSpec"},{"$ref":"#/definitions/HoppingWindowSpec"},{"$ref":"#/definitions/SessionWindowSpec"}]},"TumblingWindowSpec":{"description":"Windows of one size, each row in one of them.","type":"object","additionalProperties":false,"required":["type","column","size"],"properties":{"type":{"description":"Always `tumbling`.","const":"tumbling"},"column":{"description":"The column with the event time; it carries the watermark.","$ref":"#/definitions/ColumnName"},"size":{"description":"Length of a window.","$ref":"#/definitions/DurationOrVariable"},"offset":{"description":"How far windows begin after whole sizes since 1970 (UTC). Default none.","$ref":"#/definitions/DurationOrVariable"}},"elsewhere":{"hop":["type: hopping"],"gap":["type: session"]}},"HoppingWindowSpec":{"description":"Windows of one size, one beginning at each hop: they overlap, and a row is in several.","type":"object","additionalProperties":false,"required":["type","column","size","hop"],"properties":{"type":{"description":"Always `hopping`.","const":"hopping"},"column":{"description":"The column with the event time; it carries the watermark.","$ref":"#/definitions/ColumnName"},"size":{"description":"Length of a window.","$ref":"#/definitions/DurationOrVariable"},"hop":{"description":"Time from one window's beginning to the next one's; not longer than `size`.","$ref":"#/definitions/DurationOrVariable"},"offset":{"description":"How far windows begin after whole hops since 1970 (UTC). Default none.","$ref":"#/definitions/DurationOrVariable"}},"elsewhere":{"gap":["type: session"]}},"SessionWindowSpec":{"description":"A window for each run of rows of one group that follow each other closely; it ends when nothing comes for the gap.","type":"object","additionalProperties":false,"required":["type","column","gap"],"properties":{"type":{"description":"Always `session`.","const":"session"},"column":{"description":"The column with the event time; it carries the watermark.","$ref":"#/definitions/ColumnName"},"gap":{"description":"How long nothing may come within a window.","$ref":"#/definitions/DurationOrVariable"}},"elsewhere":{"size":["type: tumbling","type: hopping"],"offset":["type: tumbling","type: hopping"],"hop":["type: hopping"]}},"StreamingSpec":{"description":"The rhythm of a query that is kept running.","type":"object","additionalProperties":false,"required":["trigger"],"properties":{"trigger":{"description":"A batch this often, as `10 seconds` (the default, unless sluice.yaml has another) or a variable; or `continuous`: the next one as soon as the one before is done.","type":"string","pattern":"^([1-9][0-9]{0,5} (second|minute|hour)s?|continuous|\\$\\{[a-z][a-z0-9_]*\\})$"}}},"SinkSpec":{"description":"A store outside the lake. Its kind is that of the connection, and what it writes to is said in that kind's word: `container` (Cosmos DB), `event_hub` (Event Hubs), `topic` (Kafka) or `folder` (a storage account).","type":"object","required":["from","connection"],"if":{"required":["container"]},"then":{"$ref":"#/definitions/CosmosSinkSpec"},"else":{"if":{"required":["event_hub"]},"then":{"$ref":"#/definitions/EventHubSinkSpec"},"else":{"if":{"required":["topic"]},"then":{"$ref":"#/definitions/KafkaSinkSpec"},"else":{"if":{"required":["folder"]},"then":{"$ref":"#/definitions/FilesSinkSpec"},"else":{"description":"what the sink writes to: 'container' (Cosmos DB), 'event_hub' (Event Hubs), 'topic' (Kafka) or 'folder' (a storage account).","not":{}}}}}},"CosmosSinkSpec":{"description":"A container of an Azure Cosmos DB account: each row is a document, upserted by the table's key, so a replayed batch changes nothing.","type":"object","additionalProperties":false,"required":["from","connection","database","container","partition_key"],"properties":{"for_each":{"$ref":"#/definitions/ForEachSpec"},"from":{"description":"The table that is written.","$ref":"#/definitions/Reference"},"description":{"description":"What the store serves.","type":"string"},"streaming":{"$ref":"#/definitions/StreamingSpec"},"where":{"description":"Only rows for which this is true, an expression over the table's columns; the others are counted as filtered.","$ref":"#/definitions/Expression"},"connection":{"description":"A `cosmos` connection of the project.","$ref":"#/definitions/Name"},"database":{"description":"Database of the account.","$ref":"#/definitions/NameOrVariable"},"container":{"description":"Container of the database.","$ref":"#/definitions/NameOrVariable"},"partition_key":{"description":"The column that the container is partitioned by. It must be part of the table's key.","$ref":"#/definitions/KeyColumnName"},"may_hold":{"$ref":"#/definitions/MayHoldSpec"}}},"EventHubSinkSpec":{"description":"An event hub that each row is sent to, as JSON, at least once: a replayed batch is sent again, and its events carry the same `event_id` (a property made of the table's key) by which a reader removes repeats.","type":"object","additionalProperties":false,"required":["from","connection","event_hub","partitions"],"properties":{"for_each":{"$ref":"#/definitions/ForEachSpec"},"from":{"description":"The table that is written.","$ref":"#/definitions/Reference"},"description":{"description":"What the store serves.","type":"string"},"streaming":{"$ref":"#/definitions/StreamingSpec"},"where":{"description":"Only rows for which this is true, an expression over the table's columns; the others are counted as filtered.","$ref":"#/definitions/Expression"},"connection":{"description":"An `event-hubs` connection of the project.","$ref":"#/definitions/Name"},"event_hub":{"description":"Name of the hub.","$ref":"#/definitions/NameOrVariable"},"partitions":{"description":"Number of partitions of the hub.","$ref":"#/definitions/Partitions"},"key":{"description":"The column that events are partitioned by: those with one value go to one partition. Default: none, events go to any.","$ref":"#/definitions/KeyColumnName"},"columns":{"$ref":"#/definitions/SentColumnsSpec"},"may_hold":{"$ref":"#/definitions/MayHoldSpec"}}},"KafkaSinkSpec":{"description":"A topic of a Kafka cluster that each row is sent to, as JSON, at least once: a replayed batch is sent again, and its events carry the same `event_id` (a header made of the table's key) by which a reader removes repeats.","type":"object","additionalProperties":false,"required":["from","connection","topic","partitions"],"properties":{"for_each":{"$ref":"#/definitions/ForEachSpec"},"from":{"description":"The table that is written.","$ref":"#/definitions/Reference"},"description":{"description":"What the store serves.","type":"string"},"streaming":{"$ref":"#/definitions/StreamingSpec"},"where":{"description":"Only rows for which this is true, an expression over the table's columns; the others are counted as filtered.","$ref":"#/definitions/Expression"},"connection":{"description":"A `kafka` connection of the project.","$ref":"#/definitions/Name"},"topic":{"description":"Name of the topic: letters, digits, `.`, `_` and `-`; `${name}` stands for a variable.","type":"string","pattern":"^([A-Za-z0-9._-]|\\$\\{[a-z][a-z0-9_]*\\})+$","maxLength":249},"partitions":{"description":"Number of partitions of the topic.","$ref":"#/definitions/Partitions"},"key":{"description":"The column that events are partitioned by: those with one value go to one partition. Default: none, events go to any.","$ref":"#/definitions/KeyColumnName"},"columns":{"$ref":"#/definitions/SentColumnsSpec"},"may_hold":{"$ref":"#/definitions/MayHoldSpec"}}},"FilesSinkSpec":{"description":"Files in a storage account. Each batch has a folder of its own, `<folder>/checkpoint=<identity>/batch=<number>`, complete once it holds `_SUCCESS`; a replayed batch writes its folder anew, so no row stands there twice. Another identity of the query (another name of the sink, another format, other columns) begins a `checkpoint=` folder of its own with all rows: read one of them.","type":"object","additionalProperties":false,"required":["from","connection","folder","format"],"properties":{"for_each":{"$ref":"#/definitions/ForEachSpec"},"from":{"description":"The table that is written.","$ref":"#/definitions/Reference"},"description":{"description":"What the files are for.","type":"string"},"streaming":{"$ref":"#/definitions/StreamingSpec"},"where":{"description":"Only rows for which this is true, an expression over the table's columns; the others are counted as filtered.","$ref":"#/definitions/Expression"},"connection":{"description":"A `storage` connection of the project.","$ref":"#/definitions/Name"},"folder":{"description":"Folder of the container, as `exports/orders`: words of letters, digits, `_` and `-` with `/` between, each beginning with a letter or a digit.","type":"string","pattern":"^([A-Za-z0-9]|\\$\\{each\\})([A-Za-z0-9_-]|\\$\\{each\\})*(/([A-Za-z0-9]|\\$\\{each\\})([A-Za-z0-9_-]|\\$\\{each\\})*)*$","maxLength":500},"format":{"description":"`parquet`; `json`: an object a line, times as ISO text, nulls left out; `csv`: with a header, times as ISO text, quotes doubled, null as nothing.","enum":["parquet","json","csv"]},"columns":{"$ref":"#/definitions/SentColumnsSpec"},"may_hold":{"$ref":"#/definitions/MayHoldSpec"}}},"SensitiveSpec":{"description":"What is sensitive in it: `pii` (of a person), `secret`, `financial` or `health`. docs/sensitive.md tells what follows from it.","enum":["pii","secret","financial","health"]},"LabelsSpec":{"description":"Kinds of what is sensitive.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/SensitiveSpec"}},"MayHoldSpec":{"description":"Which kinds of what is sensitive may reach it: `[pii]`. A sensitive column of another kind is an error. Default: none.","$ref":"#/definitions/LabelsSpec"},"MaySetAsideSpec":{"description":"Which kinds of what is sensitive may stand in the tables of rows that are set aside beside it, `<table>_quarantine` and `<table>_late`: they hold rows as they came, of events with their whole body. Default: as the project's `defaults` say, else none.","$ref":"#/definitions/LabelsSpec"},"DeclassifySpec":{"description":"Columns of it that are not sensitive any more, although they are made of what is, each with the reason: `{ total: sums of a month and a city }`. A column that `sensitive` names beside it is just what is said there.","type":"object","minProperties":1,"additionalProperties":{"description":"Why, for who reads it.","type":"string","pattern":"\\S"}},"SentColumnsSpec":{"description":"The columns that go out. Default: all of the table.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}}}};
const schema108 = {"description":"Letters, digits, `_` and `-`, beginning with a letter.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9_-]*$","maxLength":80};
const schema114 = {"description":"A length of time: a whole number from 1 to 999999 and a unit, as `10 minutes`; or a variable, `${name}`.","type":"string","pattern":"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"};
const schema139 = {"description":"How often it is looked whether a streaming job runs.","type":"object","additionalProperties":false,"required":["every"],"properties":{"every":{"description":"A whole number and a unit: `15 minutes` to `1 day`. Where none runs it is looked once more 11 minutes later, before the run fails: while publishing hands a job over none runs either.","examples":["15 minutes","1 hour"],"type":"string","pattern":"^[1-9][0-9]{0,4} (minute|hour|day)s?$"}}};
const pattern59 = new RegExp("^[1-9][0-9]{0,4} (minute|hour|day)s?$", "u");
const pattern79 = new RegExp("^([a-z]|\\$\\{(schema|table|each)\\})([a-z0-9_]|\\$\\{(schema|table|each)\\})*$", "u");
const schema110 = {"description":"Tables that are computed together, by notebooks on one cluster.","type":"object","additionalProperties":false,"required":["tables"],"properties":{"tables":{"description":"The tables: silver and gold ones of this pipeline that notebooks compute and that are stored; each is in one job only. Bronze tables are landed before, by the orchestrator, and a view is part of each table that reads it.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/Reference"}},"compute":{"description":"The cluster size that it runs on: a name under `compute` in sluice.yaml. Default: that of the pipeline.","$ref":"#/definitions/Name"},"retry":{"description":"How often its notebooks are tried again before the run fails. Default: as the pipeline says, else once.","$ref":"#/definitions/RetrySpec"},"timeout":{"description":"How long its notebooks may take, each time that they are tried: `10 minutes` to `7 days`. Default: as the pipeline says, else `12 hours`.","$ref":"#/definitions/DurationOrVariable"}}};
const schema111 = {"description":"What is meant, and in which layer: `sources.readings`, `bronze.readings`, `gold.readings_5_minutes`; another pipeline's with `pipeline/` before it.","type":"string","minLength":1};
const schema113 = {"description":"How often a step is tried again before the run fails.","type":"object","additionalProperties":false,"required":["attempts"],"properties":{"attempts":{"description":"How often it is tried again: 0 is not at all.","type":"integer","minimum":0,"maximum":100},"wait":{"description":"How long after the failure: `30 seconds` to `1 day`. Default `1 minute`.","$ref":"#/definitions/DurationOrVariable"}}};

function validate91(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.attempts === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "attempts"},message:"must have required property '"+"attempts"+"'",schema:schema113.required,parentSchema:schema113,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "attempts") || (key0 === "wait"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema113,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.attempts !== undefined){
let data0 = data.attempts;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err2 = {instancePath:instancePath+"/attempts",schemaPath:"#/properties/attempts/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema113.properties.attempts.type,parentSchema:schema113.properties.attempts,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 100 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/attempts",schemaPath:"#/properties/attempts/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema113.properties.attempts,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data0 < 0 || isNaN(data0)){
const err4 = {instancePath:instancePath+"/attempts",schemaPath:"#/properties/attempts/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema113.properties.attempts,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
if(data.wait !== undefined){
let data1 = data.wait;
if(typeof data1 === "string"){
if(!pattern39.test(data1)){
const err5 = {instancePath:instancePath+"/wait",schemaPath:"#/definitions/DurationOrVariable/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"},message:"must match pattern \""+"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"+"\"",schema:"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$",parentSchema:schema114,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/wait",schemaPath:"#/definitions/DurationOrVariable/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema114.type,parentSchema:schema114,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema113.type,parentSchema:schema113,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate91.errors = vErrors;
return errors === 0;
}


function validate90(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.tables === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "tables"},message:"must have required property '"+"tables"+"'",schema:schema110.required,parentSchema:schema110,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "tables") || (key0 === "compute")) || (key0 === "retry")) || (key0 === "timeout"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema110,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.tables !== undefined){
let data0 = data.tables;
if(Array.isArray(data0)){
if(data0.length < 1){
const err2 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema110.properties.tables,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err3 = {instancePath:instancePath+"/tables/" + i0,schemaPath:"#/definitions/Reference/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema111,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/tables/" + i0,schemaPath:"#/definitions/Reference/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema111.type,parentSchema:schema111,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
let i1 = data0.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data0[i1], data0[j0])){
const err5 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema110.properties.tables,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err6 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema110.properties.tables.type,parentSchema:schema110.properties.tables,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.compute !== undefined){
let data2 = data.compute;
if(typeof data2 === "string"){
if(func3(data2) > 80){
const err7 = {instancePath:instancePath+"/compute",schemaPath:"#/definitions/Name/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema108,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!pattern0.test(data2)){
const err8 = {instancePath:instancePath+"/compute",schemaPath:"#/definitions/Name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema108,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/compute",schemaPath:"#/definitions/Name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema108.type,parentSchema:schema108,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.retry !== undefined){
if(!(validate91(data.retry, {instancePath:instancePath+"/retry",parentData:data,parentDataProperty:"retry",rootData}))){
vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
errors = vErrors.length;
}
}
if(data.timeout !== undefined){
let data4 = data.timeout;
if(typeof data4 === "string"){
if(!pattern39.test(data4)){
const err10 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/DurationOrVariable/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"},message:"must match pattern \""+"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"+"\"",schema:"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$",parentSchema:schema114,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/DurationOrVariable/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema114.type,parentSchema:schema114,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema110.type,parentSchema:schema110,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate90.errors = vErrors;
return errors === 0;
}

const schema116 = {"description":"When a pipeline is started: at a time, or (`after`) when others of the project have succeeded.","type":"object","oneOf":[{"required":["every"]},{"required":["daily"]},{"required":["cron"]},{"required":["window"]},{"required":["on_file"]},{"required":["on_event"]},{"required":["after"]}],"if":{"required":["after"]},"then":{"$ref":"#/definitions/AfterSpec"},"else":{"$ref":"#/definitions/TriggerSpec"}};
const schema117 = {"description":"The pipeline runs when others have succeeded, in one run with them: a pipeline of their own (`<the first one>_master`) calls them one after another, those that need not wait for each other side by side, and is what their triggers start. If one fails, those after it do not run, and the whole run fails.","type":"object","additionalProperties":false,"required":["after"],"properties":{"after":{"description":"A pipeline of the project that lands tables of databases or files, or a list of such: all must have succeeded. Of several that are after none themselves all must have the same times as triggers. Started by hand, a pipeline runs alone, and nothing runs after it; to run them all, start the master.","examples":["orders",["orders","customers"]],"anyOf":[{"$ref":"#/definitions/Name"},{"type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/Name"}}]}}};

function validate95(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.after === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "after"},message:"must have required property '"+"after"+"'",schema:schema117.required,parentSchema:schema117,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "after")){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema117,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.after !== undefined){
let data0 = data.after;
const _errs3 = errors;
let valid1 = false;
const _errs4 = errors;
if(typeof data0 === "string"){
if(func3(data0) > 80){
const err2 = {instancePath:instancePath+"/after",schemaPath:"#/definitions/Name/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema108,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern0.test(data0)){
const err3 = {instancePath:instancePath+"/after",schemaPath:"#/definitions/Name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema108,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/after",schemaPath:"#/definitions/Name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema108.type,parentSchema:schema108,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid0 = _errs4 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs7 = errors;
if(Array.isArray(data0)){
if(data0.length < 1){
const err5 = {instancePath:instancePath+"/after",schemaPath:"#/properties/after/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema117.properties.after.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(func3(data1) > 80){
const err6 = {instancePath:instancePath+"/after/" + i0,schemaPath:"#/definitions/Name/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema108,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!pattern0.test(data1)){
const err7 = {instancePath:instancePath+"/after/" + i0,schemaPath:"#/definitions/Name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema108,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/after/" + i0,schemaPath:"#/definitions/Name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema108.type,parentSchema:schema108,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
let i1 = data0.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data0[i1], data0[j0])){
const err9 = {instancePath:instancePath+"/after",schemaPath:"#/properties/after/anyOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema117.properties.after.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err10 = {instancePath:instancePath+"/after",schemaPath:"#/properties/after/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema117.properties.after.anyOf[1].type,parentSchema:schema117.properties.after.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var _valid0 = _errs7 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err11 = {instancePath:instancePath+"/after",schemaPath:"#/properties/after/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema117.properties.after.anyOf,parentSchema:schema117.properties.after,data:data0};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema117.type,parentSchema:schema117,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate95.errors = vErrors;
return errors === 0;
}

const schema120 = {"description":"When a pipeline is started: each so often (`every`), at times of day (`daily`), at times as cron writes them (`cron`), for each of the stretches of time since some day (`window`), when a file comes (`on_file`) or on an event (`on_event`).","type":"object","if":{"required":["every"]},"then":{"$ref":"#/definitions/EveryTriggerSpec"},"else":{"if":{"required":["daily"]},"then":{"$ref":"#/definitions/DailyTriggerSpec"},"else":{"if":{"required":["cron"]},"then":{"$ref":"#/definitions/CronTriggerSpec"},"else":{"if":{"required":["window"]},"then":{"$ref":"#/definitions/WindowTriggerSpec"},"else":{"if":{"required":["on_file"]},"then":{"$ref":"#/definitions/FileTriggerSpec"},"else":{"if":{"required":["on_event"]},"then":{"$ref":"#/definitions/EventTriggerSpec"}}}}}}};
const schema121 = {"description":"Each time that a length of time has passed, counted from `start` on. Minutes and hours are counted through, over midnight and over changes of clocks; days begin at the same time on the clocks of the time zone. What the next start finds still running, it waits for.","type":"object","additionalProperties":false,"required":["every"],"properties":{"every":{"description":"How often: a whole number and a unit, `15 minutes`, `6 hours` or `2 days`; at most 1000 of a unit. Minutes and hours that do not divide a day are warned of: they fall on other times each day.","examples":["15 minutes","6 hours","2 days"],"type":"string","pattern":"^[1-9][0-9]{0,4} (minute|hour|day)s?$"},"start":{"description":"The time that is counted from, on the clocks of the time zone: `2026-01-01T06:30:00`. Default: `2026-01-01T00:00:00`; from 1970 to 2099. What would have been due before the trigger is published is not made up for.","type":"string","pattern":"^(19[7-9][0-9]|20[0-9]{2})-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$"},"time_zone":{"description":"The time zone of `start`, and of days, by its IANA name, as `Europe/Warsaw`. Default: `UTC`.","examples":["Europe/Warsaw","UTC"],"type":"string","minLength":1}}};
const schema125 = {"description":"At times as cron writes them.","type":"object","additionalProperties":false,"required":["cron","time_zone"],"properties":{"cron":{"description":"Five fields: minute, hour, day of the month, month, day of the week (`0` or `7` is Sunday; `MON` to `SUN` too), each `*`, a number, a range `9-17`, a step `*/15` or `8-18/2`, or a list of such. What a trigger of Data Factory cannot do is refused: a month, days of both kinds, and a step that does not divide its field evenly. A time that a change of clocks leaves out, or that comes twice, is warned of.","examples":["0 4 * * 1","*/15 8-18 * * MON-FRI"],"type":"string","minLength":1},"time_zone":{"description":"The time zone by its IANA name, as `Europe/Warsaw`, or `UTC`.","examples":["Europe/Warsaw","UTC"],"type":"string","minLength":1}}};
const pattern60 = new RegExp("^(19[7-9][0-9]|20[0-9]{2})-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$", "u");
const schema122 = {"description":"Every day, once or several times.","type":"object","additionalProperties":false,"required":["daily","time_zone"],"properties":{"daily":{"description":"The time of day, `00:00` to `23:59`, on the clocks of the time zone; or a list of such, all at the same minute or minutes of their hours. One that a change of clocks leaves out, or that comes twice, is warned of.","examples":["00:00","04:30","23:59"],"anyOf":[{"$ref":"#/definitions/TimeOfDay"},{"type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/TimeOfDay"}}]},"time_zone":{"description":"The time zone by its IANA name, as `Europe/Warsaw`, or `UTC`.","examples":["Europe/Warsaw","UTC"],"type":"string","minLength":1}}};
const schema123 = {"description":"`00:00` to `23:59`.","examples":["00:00","04:30","23:59"],"type":"string","pattern":"^([01][0-9]|2[0-3]):[0-5][0-9]$"};
const pattern61 = new RegExp("^([01][0-9]|2[0-3]):[0-5][0-9]$", "u");

function validate98(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.daily === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "daily"},message:"must have required property '"+"daily"+"'",schema:schema122.required,parentSchema:schema122,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.time_zone === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "time_zone"},message:"must have required property '"+"time_zone"+"'",schema:schema122.required,parentSchema:schema122,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "daily") || (key0 === "time_zone"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema122,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.daily !== undefined){
let data0 = data.daily;
const _errs3 = errors;
let valid1 = false;
const _errs4 = errors;
if(typeof data0 === "string"){
if(!pattern61.test(data0)){
const err3 = {instancePath:instancePath+"/daily",schemaPath:"#/definitions/TimeOfDay/pattern",keyword:"pattern",params:{pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$"},message:"must match pattern \""+"^([01][0-9]|2[0-3]):[0-5][0-9]$"+"\"",schema:"^([01][0-9]|2[0-3]):[0-5][0-9]$",parentSchema:schema123,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/daily",schemaPath:"#/definitions/TimeOfDay/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema123.type,parentSchema:schema123,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid0 = _errs4 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs7 = errors;
if(Array.isArray(data0)){
if(data0.length < 1){
const err5 = {instancePath:instancePath+"/daily",schemaPath:"#/properties/daily/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema122.properties.daily.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(!pattern61.test(data1)){
const err6 = {instancePath:instancePath+"/daily/" + i0,schemaPath:"#/definitions/TimeOfDay/pattern",keyword:"pattern",params:{pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$"},message:"must match pattern \""+"^([01][0-9]|2[0-3]):[0-5][0-9]$"+"\"",schema:"^([01][0-9]|2[0-3]):[0-5][0-9]$",parentSchema:schema123,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/daily/" + i0,schemaPath:"#/definitions/TimeOfDay/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema123.type,parentSchema:schema123,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
let i1 = data0.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data0[i1], data0[j0])){
const err8 = {instancePath:instancePath+"/daily",schemaPath:"#/properties/daily/anyOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema122.properties.daily.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err9 = {instancePath:instancePath+"/daily",schemaPath:"#/properties/daily/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema122.properties.daily.anyOf[1].type,parentSchema:schema122.properties.daily.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var _valid0 = _errs7 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err10 = {instancePath:instancePath+"/daily",schemaPath:"#/properties/daily/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema122.properties.daily.anyOf,parentSchema:schema122.properties.daily,data:data0};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
}
if(data.time_zone !== undefined){
let data2 = data.time_zone;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err11 = {instancePath:instancePath+"/time_zone",schemaPath:"#/properties/time_zone/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema122.properties.time_zone,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/time_zone",schemaPath:"#/properties/time_zone/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema122.properties.time_zone.type,parentSchema:schema122.properties.time_zone,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema122.type,parentSchema:schema122,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate98.errors = vErrors;
return errors === 0;
}

const schema126 = {"description":"For each stretch of time, when it is over, those of the past included: a tumbling window of Data Factory or Synapse, which knows of each whether its run succeeded.","type":"object","additionalProperties":false,"required":["window"],"properties":{"window":{"$ref":"#/definitions/BatchWindowSpec"}}};
const schema127 = {"description":"Stretches of time of one length, one after the other, in UTC. A run reads the rows whose cursor is before its window's end, as the database's own clock shows it, so years of rows land one window after another; only of pipelines whose sources are all read by a `timestamp` cursor, are files that are known by their names (those of the periods are read that end with the window or before it, and are over for `lag`: a trigger's `delay` of that length has them read by their own window), or are functions that the pipeline calls (`called_by: pipeline`), which are told the window. A run of the pipeline that no window starts (by hand, or by another trigger, which is warned of) reads everything there is, and leaves nothing to windows that come later. `every` and `start` cannot be changed in Data Factory: another one makes a new trigger, which begins with the first window again (it needs `--allow`).","type":"object","additionalProperties":false,"required":["every","start"],"properties":{"every":{"description":"The length of a window: `15 minutes` and longer; from 5 minutes on it is taken, with a warning. A day is 24 hours.","examples":["15 minutes","1 hour","1 day"],"type":"string","pattern":"^[1-9][0-9]{0,4} (minute|hour|day)s?$"},"start":{"description":"When the first window begins, in UTC: `2024-01-01T00:00:00Z`; from 1900 to 2099.","examples":["2024-01-01T00:00:00Z"],"type":"string","pattern":"^(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},"delay":{"description":"How long after its end a window is started, for rows that are committed late. Default: at once.","examples":["10 minutes"],"type":"string","pattern":"^[1-9][0-9]{0,5} (second|minute|hour|day)s?$"},"at_once":{"description":"How many windows may be started and not ended. Default: 1. A pipeline runs once at a time, so others wait in its queue.","type":"integer","minimum":1,"maximum":50},"retry":{"$ref":"#/definitions/WindowRetrySpec"},"depends_on":{"description":"Windows that must have succeeded before: of other triggers, or (`offset` before it) of this one. At most five.","type":"array","minItems":1,"maxItems":5,"items":{"$ref":"#/definitions/WindowDependencySpec"}}}};
const schema128 = {"description":"A window whose run failed is run again. Default: not.","type":"object","additionalProperties":false,"required":["attempts"],"properties":{"attempts":{"description":"How often, at the most.","type":"integer","minimum":1,"maximum":100},"wait":{"description":"How long after the failure: `30 seconds` (the default) to `1 day`.","examples":["30 seconds","5 minutes"],"type":"string","pattern":"^[1-9][0-9]{0,5} (second|minute|hour|day)s?$"}}};
const schema129 = {"description":"A stretch of time of a trigger with `window`; all windows that it touches must have succeeded.","type":"object","additionalProperties":false,"required":["trigger"],"properties":{"trigger":{"description":"The name of a trigger with `window`, of any pipeline of the project; its own name is this one.","type":"string","minLength":1},"offset":{"description":"How much later than this window the stretch begins, before it with a `-`: `-1 day`. Default: at once with it. Of its own windows: before it by `size` at least.","examples":["-1 day","1 hour"],"type":"string","pattern":"^-?[1-9][0-9]{0,5} (minute|hour|day)s?$"},"size":{"description":"How long the stretch is. Default: as this window.","examples":["1 hour","2 days"],"type":"string","pattern":"^[1-9][0-9]{0,5} (minute|hour|day)s?$"}}};
const pattern64 = new RegExp("^(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$", "u");
const pattern65 = new RegExp("^[1-9][0-9]{0,5} (second|minute|hour|day)s?$", "u");
const pattern67 = new RegExp("^-?[1-9][0-9]{0,5} (minute|hour|day)s?$", "u");
const pattern68 = new RegExp("^[1-9][0-9]{0,5} (minute|hour|day)s?$", "u");

function validate101(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.every === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "every"},message:"must have required property '"+"every"+"'",schema:schema127.required,parentSchema:schema127,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.start === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "start"},message:"must have required property '"+"start"+"'",schema:schema127.required,parentSchema:schema127,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "every") || (key0 === "start")) || (key0 === "delay")) || (key0 === "at_once")) || (key0 === "retry")) || (key0 === "depends_on"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema127,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.every !== undefined){
let data0 = data.every;
if(typeof data0 === "string"){
if(!pattern59.test(data0)){
const err3 = {instancePath:instancePath+"/every",schemaPath:"#/properties/every/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,4} (minute|hour|day)s?$"},message:"must match pattern \""+"^[1-9][0-9]{0,4} (minute|hour|day)s?$"+"\"",schema:"^[1-9][0-9]{0,4} (minute|hour|day)s?$",parentSchema:schema127.properties.every,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/every",schemaPath:"#/properties/every/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema127.properties.every.type,parentSchema:schema127.properties.every,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.start !== undefined){
let data1 = data.start;
if(typeof data1 === "string"){
if(!pattern64.test(data1)){
const err5 = {instancePath:instancePath+"/start",schemaPath:"#/properties/start/pattern",keyword:"pattern",params:{pattern: "^(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},message:"must match pattern \""+"^(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"+"\"",schema:"^(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$",parentSchema:schema127.properties.start,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/start",schemaPath:"#/properties/start/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema127.properties.start.type,parentSchema:schema127.properties.start,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.delay !== undefined){
let data2 = data.delay;
if(typeof data2 === "string"){
if(!pattern65.test(data2)){
const err7 = {instancePath:instancePath+"/delay",schemaPath:"#/properties/delay/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,5} (second|minute|hour|day)s?$"},message:"must match pattern \""+"^[1-9][0-9]{0,5} (second|minute|hour|day)s?$"+"\"",schema:"^[1-9][0-9]{0,5} (second|minute|hour|day)s?$",parentSchema:schema127.properties.delay,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/delay",schemaPath:"#/properties/delay/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema127.properties.delay.type,parentSchema:schema127.properties.delay,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.at_once !== undefined){
let data3 = data.at_once;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err9 = {instancePath:instancePath+"/at_once",schemaPath:"#/properties/at_once/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema127.properties.at_once.type,parentSchema:schema127.properties.at_once,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 50 || isNaN(data3)){
const err10 = {instancePath:instancePath+"/at_once",schemaPath:"#/properties/at_once/maximum",keyword:"maximum",params:{comparison: "<=", limit: 50},message:"must be <= 50",schema:50,parentSchema:schema127.properties.at_once,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data3 < 1 || isNaN(data3)){
const err11 = {instancePath:instancePath+"/at_once",schemaPath:"#/properties/at_once/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema127.properties.at_once,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
if(data.retry !== undefined){
let data4 = data.retry;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.attempts === undefined){
const err12 = {instancePath:instancePath+"/retry",schemaPath:"#/definitions/WindowRetrySpec/required",keyword:"required",params:{missingProperty: "attempts"},message:"must have required property '"+"attempts"+"'",schema:schema128.required,parentSchema:schema128,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
for(const key1 in data4){
if(!((key1 === "attempts") || (key1 === "wait"))){
const err13 = {instancePath:instancePath+"/retry",schemaPath:"#/definitions/WindowRetrySpec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema128,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data4.attempts !== undefined){
let data5 = data4.attempts;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err14 = {instancePath:instancePath+"/retry/attempts",schemaPath:"#/definitions/WindowRetrySpec/properties/attempts/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema128.properties.attempts.type,parentSchema:schema128.properties.attempts,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 100 || isNaN(data5)){
const err15 = {instancePath:instancePath+"/retry/attempts",schemaPath:"#/definitions/WindowRetrySpec/properties/attempts/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema128.properties.attempts,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data5 < 1 || isNaN(data5)){
const err16 = {instancePath:instancePath+"/retry/attempts",schemaPath:"#/definitions/WindowRetrySpec/properties/attempts/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema128.properties.attempts,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
if(data4.wait !== undefined){
let data6 = data4.wait;
if(typeof data6 === "string"){
if(!pattern65.test(data6)){
const err17 = {instancePath:instancePath+"/retry/wait",schemaPath:"#/definitions/WindowRetrySpec/properties/wait/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,5} (second|minute|hour|day)s?$"},message:"must match pattern \""+"^[1-9][0-9]{0,5} (second|minute|hour|day)s?$"+"\"",schema:"^[1-9][0-9]{0,5} (second|minute|hour|day)s?$",parentSchema:schema128.properties.wait,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/retry/wait",schemaPath:"#/definitions/WindowRetrySpec/properties/wait/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema128.properties.wait.type,parentSchema:schema128.properties.wait,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/retry",schemaPath:"#/definitions/WindowRetrySpec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema128.type,parentSchema:schema128,data:data4};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.depends_on !== undefined){
let data7 = data.depends_on;
if(Array.isArray(data7)){
if(data7.length > 5){
const err20 = {instancePath:instancePath+"/depends_on",schemaPath:"#/properties/depends_on/maxItems",keyword:"maxItems",params:{limit: 5},message:"must NOT have more than 5 items",schema:5,parentSchema:schema127.properties.depends_on,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data7.length < 1){
const err21 = {instancePath:instancePath+"/depends_on",schemaPath:"#/properties/depends_on/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema127.properties.depends_on,data:data7};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.trigger === undefined){
const err22 = {instancePath:instancePath+"/depends_on/" + i0,schemaPath:"#/definitions/WindowDependencySpec/required",keyword:"required",params:{missingProperty: "trigger"},message:"must have required property '"+"trigger"+"'",schema:schema129.required,parentSchema:schema129,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
for(const key2 in data8){
if(!(((key2 === "trigger") || (key2 === "offset")) || (key2 === "size"))){
const err23 = {instancePath:instancePath+"/depends_on/" + i0,schemaPath:"#/definitions/WindowDependencySpec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema129,data:data8};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data8.trigger !== undefined){
let data9 = data8.trigger;
if(typeof data9 === "string"){
if(func3(data9) < 1){
const err24 = {instancePath:instancePath+"/depends_on/" + i0+"/trigger",schemaPath:"#/definitions/WindowDependencySpec/properties/trigger/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema129.properties.trigger,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/depends_on/" + i0+"/trigger",schemaPath:"#/definitions/WindowDependencySpec/properties/trigger/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema129.properties.trigger.type,parentSchema:schema129.properties.trigger,data:data9};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data8.offset !== undefined){
let data10 = data8.offset;
if(typeof data10 === "string"){
if(!pattern67.test(data10)){
const err26 = {instancePath:instancePath+"/depends_on/" + i0+"/offset",schemaPath:"#/definitions/WindowDependencySpec/properties/offset/pattern",keyword:"pattern",params:{pattern: "^-?[1-9][0-9]{0,5} (minute|hour|day)s?$"},message:"must match pattern \""+"^-?[1-9][0-9]{0,5} (minute|hour|day)s?$"+"\"",schema:"^-?[1-9][0-9]{0,5} (minute|hour|day)s?$",parentSchema:schema129.properties.offset,data:data10};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/depends_on/" + i0+"/offset",schemaPath:"#/definitions/WindowDependencySpec/properties/offset/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema129.properties.offset.type,parentSchema:schema129.properties.offset,data:data10};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data8.size !== undefined){
let data11 = data8.size;
if(typeof data11 === "string"){
if(!pattern68.test(data11)){
const err28 = {instancePath:instancePath+"/depends_on/" + i0+"/size",schemaPath:"#/definitions/WindowDependencySpec/properties/size/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,5} (minute|hour|day)s?$"},message:"must match pattern \""+"^[1-9][0-9]{0,5} (minute|hour|day)s?$"+"\"",schema:"^[1-9][0-9]{0,5} (minute|hour|day)s?$",parentSchema:schema129.properties.size,data:data11};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/depends_on/" + i0+"/size",schemaPath:"#/definitions/WindowDependencySpec/properties/size/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema129.properties.size.type,parentSchema:schema129.properties.size,data:data11};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/depends_on/" + i0,schemaPath:"#/definitions/WindowDependencySpec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema129.type,parentSchema:schema129,data:data8};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/depends_on",schemaPath:"#/properties/depends_on/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema127.properties.depends_on.type,parentSchema:schema127.properties.depends_on,data:data7};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema127.type,parentSchema:schema127,data};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
validate101.errors = vErrors;
return errors === 0;
}


function validate100(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.window === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "window"},message:"must have required property '"+"window"+"'",schema:schema126.required,parentSchema:schema126,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "window")){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema126,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.window !== undefined){
if(!(validate101(data.window, {instancePath:instancePath+"/window",parentData:data,parentDataProperty:"window",rootData}))){
vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema126.type,parentSchema:schema126,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate100.errors = vErrors;
return errors === 0;
}

const schema130 = {"description":"When a file has been written to a storage account. Whatever file it was, a run reads what is new since the one before, of files (`read: new-files`) what is as old as their `lag`: the file that starts a run is too young for it, so a trigger by the clock stands beside (a warning says so). A pipeline runs once at a time, and up to 100 runs wait; further ones fail (`Pipeline execution throttled`). Nothing is lost by that, as the next run reads all that is there, but where many files come at once let one that is put last start the pipeline: `*/ready.json`.","type":"object","additionalProperties":false,"required":["on_file"],"properties":{"on_file":{"$ref":"#/definitions/FileEventSpec"}}};
const schema131 = {"description":"Files of a container, by their path. Empty files do not count, so a file that only says that others are there must have something in it: Data Lake Storage tells of a file once when it is made, still empty, and again when it is written.","type":"object","additionalProperties":false,"required":["connection","path"],"properties":{"connection":{"description":"A `storage` connection of the project: its account and container.","$ref":"#/definitions/Name"},"path":{"description":"The path in the container, not an address: `incoming/ready.json`, `incoming/` for everything below a folder, or with one `*`, which stands for any characters, `/` among them: `incoming/*.csv`, `*/ready.json`.","examples":["incoming/ready.json","incoming/","incoming/*.csv"],"type":"string","pattern":"^(?!.*://)[^/\\\\$][^\\\\$]*$","maxLength":500}}};
const pattern70 = new RegExp("^(?!.*://)[^/\\\\$][^\\\\$]*$", "u");

function validate105(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.connection === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "connection"},message:"must have required property '"+"connection"+"'",schema:schema131.required,parentSchema:schema131,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.path === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema131.required,parentSchema:schema131,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "connection") || (key0 === "path"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema131,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.connection !== undefined){
let data0 = data.connection;
if(typeof data0 === "string"){
if(func3(data0) > 80){
const err3 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema108,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern0.test(data0)){
const err4 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema108,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema108.type,parentSchema:schema108,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.path !== undefined){
let data1 = data.path;
if(typeof data1 === "string"){
if(func3(data1) > 500){
const err6 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema131.properties.path,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!pattern70.test(data1)){
const err7 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/pattern",keyword:"pattern",params:{pattern: "^(?!.*://)[^/\\\\$][^\\\\$]*$"},message:"must match pattern \""+"^(?!.*://)[^/\\\\$][^\\\\$]*$"+"\"",schema:"^(?!.*://)[^/\\\\$][^\\\\$]*$",parentSchema:schema131.properties.path,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema131.properties.path.type,parentSchema:schema131.properties.path,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema131.type,parentSchema:schema131,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate105.errors = vErrors;
return errors === 0;
}


function validate104(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.on_file === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "on_file"},message:"must have required property '"+"on_file"+"'",schema:schema130.required,parentSchema:schema130,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "on_file")){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema130,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.on_file !== undefined){
if(!(validate105(data.on_file, {instancePath:instancePath+"/on_file",parentData:data,parentDataProperty:"on_file",rootData}))){
vErrors = vErrors === null ? validate105.errors : vErrors.concat(validate105.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema130.type,parentSchema:schema130,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate104.errors = vErrors;
return errors === 0;
}

const schema133 = {"description":"When an event comes to a custom topic of Event Grid, in Event Grid's own schema.","type":"object","additionalProperties":false,"required":["on_event"],"properties":{"on_event":{"$ref":"#/definitions/TopicEventSpec"}}};
const schema134 = {"description":"Events of a topic that is there already.","type":"object","additionalProperties":false,"required":["topic","type"],"properties":{"topic":{"description":"Name of the topic: 3 to 50 letters, digits and `-`; `${name}` stands for a variable.","type":"string","pattern":"^([A-Za-z0-9-]{3,50}|(?=.*\\$)([A-Za-z0-9-]|\\$\\{[a-z][a-z0-9_]*\\}){1,200})$"},"type":{"description":"The events' `eventType`, or a list of such, any of which starts the pipeline: whole, `*` stands for nothing here. Letters' case does not count.","examples":["Shop.ListReady",["Shop.ListReady","Shop.ListChanged"]],"anyOf":[{"type":"string","pattern":"^[^*]+$"},{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","pattern":"^[^*]+$"}}]},"subject":{"description":"The events' subject: itself, or with one `*`, which stands for any characters: `lists/*`. Default: any.","examples":["lists/*"],"type":"string","minLength":1},"resource_group":{"description":"The resource group that the topic is in; it does not end with `.`. Default: the environment's, with the data factory; `${name}` stands for a variable.","type":"string","pattern":"^([A-Za-z0-9._()-]|\\$\\{[a-z][a-z0-9_]*\\})*([A-Za-z0-9_()-]|\\$\\{[a-z][a-z0-9_]*\\})$"},"subscription":{"description":"Id of the subscription that the topic is in. Default: the environment's; `${name}` stands for a variable.","type":"string","pattern":"^([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\\$\\{[a-z][a-z0-9_]*\\})$"}}};
const pattern71 = new RegExp("^([A-Za-z0-9-]{3,50}|(?=.*\\$)([A-Za-z0-9-]|\\$\\{[a-z][a-z0-9_]*\\}){1,200})$", "u");
const pattern72 = new RegExp("^[^*]+$", "u");

function validate108(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.on_event === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "on_event"},message:"must have required property '"+"on_event"+"'",schema:schema133.required,parentSchema:schema133,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "on_event")){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema133,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.on_event !== undefined){
let data0 = data.on_event;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.topic === undefined){
const err2 = {instancePath:instancePath+"/on_event",schemaPath:"#/definitions/TopicEventSpec/required",keyword:"required",params:{missingProperty: "topic"},message:"must have required property '"+"topic"+"'",schema:schema134.required,parentSchema:schema134,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.type === undefined){
const err3 = {instancePath:instancePath+"/on_event",schemaPath:"#/definitions/TopicEventSpec/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema134.required,parentSchema:schema134,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key1 in data0){
if(!(((((key1 === "topic") || (key1 === "type")) || (key1 === "subject")) || (key1 === "resource_group")) || (key1 === "subscription"))){
const err4 = {instancePath:instancePath+"/on_event",schemaPath:"#/definitions/TopicEventSpec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema134,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data0.topic !== undefined){
let data1 = data0.topic;
if(typeof data1 === "string"){
if(!pattern71.test(data1)){
const err5 = {instancePath:instancePath+"/on_event/topic",schemaPath:"#/definitions/TopicEventSpec/properties/topic/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9-]{3,50}|(?=.*\\$)([A-Za-z0-9-]|\\$\\{[a-z][a-z0-9_]*\\}){1,200})$"},message:"must match pattern \""+"^([A-Za-z0-9-]{3,50}|(?=.*\\$)([A-Za-z0-9-]|\\$\\{[a-z][a-z0-9_]*\\}){1,200})$"+"\"",schema:"^([A-Za-z0-9-]{3,50}|(?=.*\\$)([A-Za-z0-9-]|\\$\\{[a-z][a-z0-9_]*\\}){1,200})$",parentSchema:schema134.properties.topic,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/on_event/topic",schemaPath:"#/definitions/TopicEventSpec/properties/topic/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema134.properties.topic.type,parentSchema:schema134.properties.topic,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data0.type !== undefined){
let data2 = data0.type;
const _errs9 = errors;
let valid3 = false;
const _errs10 = errors;
if(typeof data2 === "string"){
if(!pattern72.test(data2)){
const err7 = {instancePath:instancePath+"/on_event/type",schemaPath:"#/definitions/TopicEventSpec/properties/type/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[^*]+$"},message:"must match pattern \""+"^[^*]+$"+"\"",schema:"^[^*]+$",parentSchema:schema134.properties.type.anyOf[0],data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/on_event/type",schemaPath:"#/definitions/TopicEventSpec/properties/type/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema134.properties.type.anyOf[0].type,parentSchema:schema134.properties.type.anyOf[0],data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid0 = _errs10 === errors;
valid3 = valid3 || _valid0;
if(!valid3){
const _errs12 = errors;
if(Array.isArray(data2)){
if(data2.length < 1){
const err9 = {instancePath:instancePath+"/on_event/type",schemaPath:"#/definitions/TopicEventSpec/properties/type/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema134.properties.type.anyOf[1],data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 === "string"){
if(!pattern72.test(data3)){
const err10 = {instancePath:instancePath+"/on_event/type/" + i0,schemaPath:"#/definitions/TopicEventSpec/properties/type/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^[^*]+$"},message:"must match pattern \""+"^[^*]+$"+"\"",schema:"^[^*]+$",parentSchema:schema134.properties.type.anyOf[1].items,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/on_event/type/" + i0,schemaPath:"#/definitions/TopicEventSpec/properties/type/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema134.properties.type.anyOf[1].items.type,parentSchema:schema134.properties.type.anyOf[1].items,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
let i1 = data2.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data2[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err12 = {instancePath:instancePath+"/on_event/type",schemaPath:"#/definitions/TopicEventSpec/properties/type/anyOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema134.properties.type.anyOf[1],data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err13 = {instancePath:instancePath+"/on_event/type",schemaPath:"#/definitions/TopicEventSpec/properties/type/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema134.properties.type.anyOf[1].type,parentSchema:schema134.properties.type.anyOf[1],data:data2};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var _valid0 = _errs12 === errors;
valid3 = valid3 || _valid0;
}
if(!valid3){
const err14 = {instancePath:instancePath+"/on_event/type",schemaPath:"#/definitions/TopicEventSpec/properties/type/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema134.properties.type.anyOf,parentSchema:schema134.properties.type,data:data2};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
else {
errors = _errs9;
if(vErrors !== null){
if(_errs9){
vErrors.length = _errs9;
}
else {
vErrors = null;
}
}
}
}
if(data0.subject !== undefined){
let data4 = data0.subject;
if(typeof data4 === "string"){
if(func3(data4) < 1){
const err15 = {instancePath:instancePath+"/on_event/subject",schemaPath:"#/definitions/TopicEventSpec/properties/subject/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema134.properties.subject,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/on_event/subject",schemaPath:"#/definitions/TopicEventSpec/properties/subject/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema134.properties.subject.type,parentSchema:schema134.properties.subject,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data0.resource_group !== undefined){
let data5 = data0.resource_group;
if(typeof data5 === "string"){
if(!pattern11.test(data5)){
const err17 = {instancePath:instancePath+"/on_event/resource_group",schemaPath:"#/definitions/TopicEventSpec/properties/resource_group/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9._()-]|\\$\\{[a-z][a-z0-9_]*\\})*([A-Za-z0-9_()-]|\\$\\{[a-z][a-z0-9_]*\\})$"},message:"must match pattern \""+"^([A-Za-z0-9._()-]|\\$\\{[a-z][a-z0-9_]*\\})*([A-Za-z0-9_()-]|\\$\\{[a-z][a-z0-9_]*\\})$"+"\"",schema:"^([A-Za-z0-9._()-]|\\$\\{[a-z][a-z0-9_]*\\})*([A-Za-z0-9_()-]|\\$\\{[a-z][a-z0-9_]*\\})$",parentSchema:schema134.properties.resource_group,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/on_event/resource_group",schemaPath:"#/definitions/TopicEventSpec/properties/resource_group/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema134.properties.resource_group.type,parentSchema:schema134.properties.resource_group,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data0.subscription !== undefined){
let data6 = data0.subscription;
if(typeof data6 === "string"){
if(!pattern12.test(data6)){
const err19 = {instancePath:instancePath+"/on_event/subscription",schemaPath:"#/definitions/TopicEventSpec/properties/subscription/pattern",keyword:"pattern",params:{pattern: "^([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\\$\\{[a-z][a-z0-9_]*\\})$"},message:"must match pattern \""+"^([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\\$\\{[a-z][a-z0-9_]*\\})$"+"\"",schema:"^([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\\$\\{[a-z][a-z0-9_]*\\})$",parentSchema:schema134.properties.subscription,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/on_event/subscription",schemaPath:"#/definitions/TopicEventSpec/properties/subscription/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema134.properties.subscription.type,parentSchema:schema134.properties.subscription,data:data6};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/on_event",schemaPath:"#/definitions/TopicEventSpec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema134.type,parentSchema:schema134,data:data0};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema133.type,parentSchema:schema133,data};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
validate108.errors = vErrors;
return errors === 0;
}


function validate97(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(data && typeof data == "object" && !Array.isArray(data))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema120.type,parentSchema:schema120,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const _errs1 = errors;
let valid0 = true;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.every === undefined) && (missing0 = "every")){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.every === undefined){
const err2 = {instancePath,schemaPath:"#/definitions/EveryTriggerSpec/required",keyword:"required",params:{missingProperty: "every"},message:"must have required property '"+"every"+"'",schema:schema121.required,parentSchema:schema121,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "every") || (key0 === "start")) || (key0 === "time_zone"))){
const err3 = {instancePath,schemaPath:"#/definitions/EveryTriggerSpec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema121,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.every !== undefined){
let data0 = data.every;
if(typeof data0 === "string"){
if(!pattern59.test(data0)){
const err4 = {instancePath:instancePath+"/every",schemaPath:"#/definitions/EveryTriggerSpec/properties/every/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,4} (minute|hour|day)s?$"},message:"must match pattern \""+"^[1-9][0-9]{0,4} (minute|hour|day)s?$"+"\"",schema:"^[1-9][0-9]{0,4} (minute|hour|day)s?$",parentSchema:schema121.properties.every,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/every",schemaPath:"#/definitions/EveryTriggerSpec/properties/every/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema121.properties.every.type,parentSchema:schema121.properties.every,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.start !== undefined){
let data1 = data.start;
if(typeof data1 === "string"){
if(!pattern60.test(data1)){
const err6 = {instancePath:instancePath+"/start",schemaPath:"#/definitions/EveryTriggerSpec/properties/start/pattern",keyword:"pattern",params:{pattern: "^(19[7-9][0-9]|20[0-9]{2})-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$"},message:"must match pattern \""+"^(19[7-9][0-9]|20[0-9]{2})-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$"+"\"",schema:"^(19[7-9][0-9]|20[0-9]{2})-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$",parentSchema:schema121.properties.start,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/start",schemaPath:"#/definitions/EveryTriggerSpec/properties/start/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema121.properties.start.type,parentSchema:schema121.properties.start,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.time_zone !== undefined){
let data2 = data.time_zone;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err8 = {instancePath:instancePath+"/time_zone",schemaPath:"#/definitions/EveryTriggerSpec/properties/time_zone/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema121.properties.time_zone,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/time_zone",schemaPath:"#/definitions/EveryTriggerSpec/properties/time_zone/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema121.properties.time_zone.type,parentSchema:schema121.properties.time_zone,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/definitions/EveryTriggerSpec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema121.type,parentSchema:schema121,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = _valid0;
ifClause0 = "then";
}
else {
const _errs13 = errors;
const _errs14 = errors;
let valid3 = true;
const _errs15 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.daily === undefined) && (missing1 = "daily")){
const err11 = {};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
var _valid1 = _errs15 === errors;
errors = _errs14;
if(vErrors !== null){
if(_errs14){
vErrors.length = _errs14;
}
else {
vErrors = null;
}
}
let ifClause1;
if(_valid1){
const _errs16 = errors;
if(!(validate98(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate98.errors : vErrors.concat(validate98.errors);
errors = vErrors.length;
}
var _valid1 = _errs16 === errors;
valid3 = _valid1;
ifClause1 = "then";
}
else {
const _errs17 = errors;
const _errs18 = errors;
let valid4 = true;
const _errs19 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((data.cron === undefined) && (missing2 = "cron")){
const err12 = {};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
var _valid2 = _errs19 === errors;
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
let ifClause2;
if(_valid2){
const _errs20 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.cron === undefined){
const err13 = {instancePath,schemaPath:"#/definitions/CronTriggerSpec/required",keyword:"required",params:{missingProperty: "cron"},message:"must have required property '"+"cron"+"'",schema:schema125.required,parentSchema:schema125,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data.time_zone === undefined){
const err14 = {instancePath,schemaPath:"#/definitions/CronTriggerSpec/required",keyword:"required",params:{missingProperty: "time_zone"},message:"must have required property '"+"time_zone"+"'",schema:schema125.required,parentSchema:schema125,data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key1 in data){
if(!((key1 === "cron") || (key1 === "time_zone"))){
const err15 = {instancePath,schemaPath:"#/definitions/CronTriggerSpec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema125,data};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.cron !== undefined){
let data3 = data.cron;
if(typeof data3 === "string"){
if(func3(data3) < 1){
const err16 = {instancePath:instancePath+"/cron",schemaPath:"#/definitions/CronTriggerSpec/properties/cron/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema125.properties.cron,data:data3};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/cron",schemaPath:"#/definitions/CronTriggerSpec/properties/cron/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema125.properties.cron.type,parentSchema:schema125.properties.cron,data:data3};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.time_zone !== undefined){
let data4 = data.time_zone;
if(typeof data4 === "string"){
if(func3(data4) < 1){
const err18 = {instancePath:instancePath+"/time_zone",schemaPath:"#/definitions/CronTriggerSpec/properties/time_zone/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema125.properties.time_zone,data:data4};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/time_zone",schemaPath:"#/definitions/CronTriggerSpec/properties/time_zone/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema125.properties.time_zone.type,parentSchema:schema125.properties.time_zone,data:data4};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath,schemaPath:"#/definitions/CronTriggerSpec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema125.type,parentSchema:schema125,data};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
var _valid2 = _errs20 === errors;
valid4 = _valid2;
ifClause2 = "then";
}
else {
const _errs28 = errors;
const _errs29 = errors;
let valid7 = true;
const _errs30 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if((data.window === undefined) && (missing3 = "window")){
const err21 = {};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
var _valid3 = _errs30 === errors;
errors = _errs29;
if(vErrors !== null){
if(_errs29){
vErrors.length = _errs29;
}
else {
vErrors = null;
}
}
let ifClause3;
if(_valid3){
const _errs31 = errors;
if(!(validate100(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate100.errors : vErrors.concat(validate100.errors);
errors = vErrors.length;
}
var _valid3 = _errs31 === errors;
valid7 = _valid3;
ifClause3 = "then";
}
else {
const _errs32 = errors;
const _errs33 = errors;
let valid8 = true;
const _errs34 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing4;
if((data.on_file === undefined) && (missing4 = "on_file")){
const err22 = {};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
var _valid4 = _errs34 === errors;
errors = _errs33;
if(vErrors !== null){
if(_errs33){
vErrors.length = _errs33;
}
else {
vErrors = null;
}
}
let ifClause4;
if(_valid4){
const _errs35 = errors;
if(!(validate104(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate104.errors : vErrors.concat(validate104.errors);
errors = vErrors.length;
}
var _valid4 = _errs35 === errors;
valid8 = _valid4;
ifClause4 = "then";
}
else {
const _errs36 = errors;
const _errs37 = errors;
let valid9 = true;
const _errs38 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing5;
if((data.on_event === undefined) && (missing5 = "on_event")){
const err23 = {};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
var _valid5 = _errs38 === errors;
errors = _errs37;
if(vErrors !== null){
if(_errs37){
vErrors.length = _errs37;
}
else {
vErrors = null;
}
}
if(_valid5){
const _errs39 = errors;
if(!(validate108(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
errors = vErrors.length;
}
var _valid5 = _errs39 === errors;
valid9 = _valid5;
}
if(!valid9){
const err24 = {instancePath,schemaPath:"#/else/else/else/else/else/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema120.else.else.else.else.else.if,parentSchema:schema120.else.else.else.else.else,data};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
var _valid4 = _errs36 === errors;
valid8 = _valid4;
ifClause4 = "else";
}
if(!valid8){
const err25 = {instancePath,schemaPath:"#/else/else/else/else/if",keyword:"if",params:{failingKeyword: ifClause4},message:"must match \""+ifClause4+"\" schema",schema:schema120.else.else.else.else.if,parentSchema:schema120.else.else.else.else,data};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
var _valid3 = _errs32 === errors;
valid7 = _valid3;
ifClause3 = "else";
}
if(!valid7){
const err26 = {instancePath,schemaPath:"#/else/else/else/if",keyword:"if",params:{failingKeyword: ifClause3},message:"must match \""+ifClause3+"\" schema",schema:schema120.else.else.else.if,parentSchema:schema120.else.else.else,data};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
var _valid2 = _errs28 === errors;
valid4 = _valid2;
ifClause2 = "else";
}
if(!valid4){
const err27 = {instancePath,schemaPath:"#/else/else/if",keyword:"if",params:{failingKeyword: ifClause2},message:"must match \""+ifClause2+"\" schema",schema:schema120.else.else.if,parentSchema:schema120.else.else,data};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
var _valid1 = _errs17 === errors;
valid3 = _valid1;
ifClause1 = "else";
}
if(!valid3){
const err28 = {instancePath,schemaPath:"#/else/if",keyword:"if",params:{failingKeyword: ifClause1},message:"must match \""+ifClause1+"\" schema",schema:schema120.else.if,parentSchema:schema120.else,data};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
var _valid0 = _errs13 === errors;
valid0 = _valid0;
ifClause0 = "else";
}
if(!valid0){
const err29 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0},message:"must match \""+ifClause0+"\" schema",schema:schema120.if,parentSchema:schema120,data};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
validate97.errors = vErrors;
return errors === 0;
}


function validate94(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(data && typeof data == "object" && !Array.isArray(data))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema116.type,parentSchema:schema116,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.every === undefined){
const err1 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: "every"},message:"must have required property '"+"every"+"'",schema:schema116.oneOf[0].required,parentSchema:schema116.oneOf[0],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.daily === undefined){
const err2 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: "daily"},message:"must have required property '"+"daily"+"'",schema:schema116.oneOf[1].required,parentSchema:schema116.oneOf[1],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
const _errs4 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.cron === undefined){
const err3 = {instancePath,schemaPath:"#/oneOf/2/required",keyword:"required",params:{missingProperty: "cron"},message:"must have required property '"+"cron"+"'",schema:schema116.oneOf[2].required,parentSchema:schema116.oneOf[2],data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid0 = _errs4 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 2];
}
else {
if(_valid0){
valid0 = true;
passing0 = 2;
}
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.window === undefined){
const err4 = {instancePath,schemaPath:"#/oneOf/3/required",keyword:"required",params:{missingProperty: "window"},message:"must have required property '"+"window"+"'",schema:schema116.oneOf[3].required,parentSchema:schema116.oneOf[3],data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
var _valid0 = _errs5 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 3];
}
else {
if(_valid0){
valid0 = true;
passing0 = 3;
}
const _errs6 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.on_file === undefined){
const err5 = {instancePath,schemaPath:"#/oneOf/4/required",keyword:"required",params:{missingProperty: "on_file"},message:"must have required property '"+"on_file"+"'",schema:schema116.oneOf[4].required,parentSchema:schema116.oneOf[4],data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var _valid0 = _errs6 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 4];
}
else {
if(_valid0){
valid0 = true;
passing0 = 4;
}
const _errs7 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.on_event === undefined){
const err6 = {instancePath,schemaPath:"#/oneOf/5/required",keyword:"required",params:{missingProperty: "on_event"},message:"must have required property '"+"on_event"+"'",schema:schema116.oneOf[5].required,parentSchema:schema116.oneOf[5],data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
var _valid0 = _errs7 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 5];
}
else {
if(_valid0){
valid0 = true;
passing0 = 5;
}
const _errs8 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.after === undefined){
const err7 = {instancePath,schemaPath:"#/oneOf/6/required",keyword:"required",params:{missingProperty: "after"},message:"must have required property '"+"after"+"'",schema:schema116.oneOf[6].required,parentSchema:schema116.oneOf[6],data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
var _valid0 = _errs8 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 6];
}
else {
if(_valid0){
valid0 = true;
passing0 = 6;
}
}
}
}
}
}
}
if(!valid0){
const err8 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema116.oneOf,parentSchema:schema116,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
const _errs9 = errors;
let valid1 = true;
const _errs10 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.after === undefined) && (missing0 = "after")){
const err9 = {};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
var _valid1 = _errs10 === errors;
errors = _errs9;
if(vErrors !== null){
if(_errs9){
vErrors.length = _errs9;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid1){
const _errs11 = errors;
if(!(validate95(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
errors = vErrors.length;
}
var _valid1 = _errs11 === errors;
valid1 = _valid1;
ifClause0 = "then";
}
else {
const _errs12 = errors;
if(!(validate97(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate97.errors : vErrors.concat(validate97.errors);
errors = vErrors.length;
}
var _valid1 = _errs12 === errors;
valid1 = _valid1;
ifClause0 = "else";
}
if(!valid1){
const err10 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0},message:"must match \""+ifClause0+"\" schema",schema:schema116.if,parentSchema:schema116,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate94.errors = vErrors;
return errors === 0;
}

const schema136 = {"description":"Who is told when a run fails.","type":"object","additionalProperties":false,"required":["webhook"],"properties":{"webhook":{"description":"An address that gets a POST with JSON: `pipeline`, `run` (its id), `factory` (in Synapse `workspace`) and `error` (what the steps that failed say). If it cannot be reached the run fails all the same, with its own error.","$ref":"#/definitions/WebhookSpec"}}};
const schema137 = {"description":"An address that is a secret: who knows it can write to it. If the call fails, it can stand in the error that the history of runs keeps (its code [2108](https://learn.microsoft.com/azure/data-factory/data-factory-troubleshoot-guide) names the address): who may read runs may read it there. Take one that can be replaced, and can do no more than tell.","type":"object","additionalProperties":false,"required":["secret"],"properties":{"secret":{"description":"Name of the secret in the vault that holds the address, `https://…`.","$ref":"#/definitions/SecretName"}}};
const schema138 = {"description":"Letters, digits and `-`, beginning with a letter; a Key Vault has no secret with `_`.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9-]*$","maxLength":127};

function validate114(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.secret === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "secret"},message:"must have required property '"+"secret"+"'",schema:schema137.required,parentSchema:schema137,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "secret")){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema137,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.secret !== undefined){
let data0 = data.secret;
if(typeof data0 === "string"){
if(func3(data0) > 127){
const err2 = {instancePath:instancePath+"/secret",schemaPath:"#/definitions/SecretName/maxLength",keyword:"maxLength",params:{limit: 127},message:"must NOT have more than 127 characters",schema:127,parentSchema:schema138,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern7.test(data0)){
const err3 = {instancePath:instancePath+"/secret",schemaPath:"#/definitions/SecretName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9-]*$",parentSchema:schema138,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/secret",schemaPath:"#/definitions/SecretName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema138.type,parentSchema:schema138,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema137.type,parentSchema:schema137,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate114.errors = vErrors;
return errors === 0;
}


function validate113(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.webhook === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "webhook"},message:"must have required property '"+"webhook"+"'",schema:schema136.required,parentSchema:schema136,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "webhook")){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema136,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.webhook !== undefined){
if(!(validate114(data.webhook, {instancePath:instancePath+"/webhook",parentData:data,parentDataProperty:"webhook",rootData}))){
vErrors = vErrors === null ? validate114.errors : vErrors.concat(validate114.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema136.type,parentSchema:schema136,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate113.errors = vErrors;
return errors === 0;
}

const schema140 = {"description":"Where rows come from.","type":"object","discriminator":{"propertyName":"kind"},"required":["kind"],"properties":{"kind":{"description":"What the rows come from.","enum":["event-hub","kafka","files","lake","azure-function","sql-server","azure-sql","postgres","http"]}},"oneOf":[{"$ref":"#/definitions/EventHubSourceSpec"},{"$ref":"#/definitions/KafkaSourceSpec"},{"$ref":"#/definitions/FilesSourceSpec"},{"$ref":"#/definitions/LakeSourceSpec"},{"$ref":"#/definitions/AzureFunctionSourceSpec"},{"$ref":"#/definitions/DatabaseSourceSpec"},{"$ref":"#/definitions/HttpSourceSpec"}]};
const schema141 = {"description":"An event hub, read through its Kafka endpoint or from the files that Capture writes.","type":"object","additionalProperties":false,"required":["kind","connection","event_hub","partitions","format","columns"],"properties":{"kind":{"description":"Always `event-hub`.","const":"event-hub"},"description":{"description":"What the events are.","type":"string"},"connection":{"description":"An `event-hubs` connection of the project.","$ref":"#/definitions/Name"},"event_hub":{"description":"Name of the hub.","$ref":"#/definitions/NameOrVariable"},"partitions":{"description":"Number of partitions of the hub.","$ref":"#/definitions/Partitions"},"capture":{"$ref":"#/definitions/CaptureSpec"},"read":{"description":"`stream` (default) reads the hub; `capture` reads the files that Capture writes, which can be replayed for as long as they are kept.","enum":["stream","capture"]},"format":{"$ref":"#/definitions/BodyFormatSpec"},"columns":{"$ref":"#/definitions/SourceColumnsSpec"},"producer":{"$ref":"#/definitions/ProducerSpec"}},"elsewhere":{"topic":["kind: kafka"],"changes":["kind: files","kind: lake","kind: azure-function","kind: sql-server","kind: azure-sql","kind: postgres","kind: http"],"primary_key":["kind: files","kind: azure-function","kind: sql-server","kind: azure-sql","kind: postgres","kind: http"],"start":["kind: files"],"lag":["kind: files"],"compression":["kind: files"],"delimiter":["kind: files"],"quote":["kind: files"],"path":["kind: files","kind: lake","kind: http"],"header":["kind: files"],"samples":["kind: files","kind: azure-function","kind: sql-server","kind: azure-sql","kind: postgres","kind: http"],"function":["kind: azure-function"],"app":["kind: azure-function"],"called_by":["kind: azure-function"],"writes":["kind: azure-function"],"table":["kind: sql-server","kind: azure-sql","kind: postgres"],"tables":["kind: sql-server","kind: azure-sql","kind: postgres"],"cursor":["kind: sql-server","kind: azure-sql","kind: postgres"],"may_be_empty":["kind: sql-server","kind: azure-sql","kind: postgres"],"query":["kind: http"],"rows":["kind: http"],"paging":["kind: http"]}};
const schema143 = {"description":"Letters, digits, `_` and `-`, beginning with a letter; `${name}` stands for a variable.","type":"string","pattern":"^([A-Za-z]|\\$\\{[a-z][a-z0-9_]*\\})([A-Za-z0-9_-]|\\$\\{[a-z][a-z0-9_]*\\})*$","maxLength":80};
const schema146 = {"description":"Event Hubs Capture: Avro files in the lake, a file per partition when the time or the size is reached.","type":"object","additionalProperties":false,"required":["every","size"],"properties":{"every":{"description":"A file at least this often: `1 minute` to `15 minutes`, or a variable, `${name}`.","type":"string","pattern":"^(([1-9]|1[0-5]) minutes?|\\$\\{[a-z][a-z0-9_]*\\})$"},"size":{"description":"A file at the latest at this size: `10 MB` to `500 MB`.","type":"string","pattern":"^([1-9][0-9]|[1-4][0-9]{2}|500) MB$"}}};
const schema147 = {"description":"What each event's body is: `json`, an object with the columns as members; `csv`, one record (RFC 4180, comma and double quotes) whose cells are the columns in their order, without a header. A body that is not that goes to the reading table's quarantine as `unparsable`. So does one of `json` with a value that Spark's parser would take for another one: a `decimal` with more digits behind its point than its type, or with commas (`\"1,50\"`), a `timestamp` that does not begin with a day (`2026-01-31`), as a number or an hour, or a `date` with a time of day other than midnight. What does not fit is null there, and `_body` is as it came. Of a second six digits are kept, further ones are cut. Where times come as numbers, declare `bigint` and convert it in a table. A `string` takes a number too, and one with a fraction as a double is spelled (`12345678.0` becomes `1.2345678E7`): declare it `double` or `decimal`.","enum":["json","csv"]};
const pattern81 = new RegExp("^([A-Za-z]|\\$\\{[a-z][a-z0-9_]*\\})([A-Za-z0-9_-]|\\$\\{[a-z][a-z0-9_]*\\})*$", "u");
const pattern83 = new RegExp("^(([1-9]|1[0-5]) minutes?|\\$\\{[a-z][a-z0-9_]*\\})$", "u");
const pattern84 = new RegExp("^([1-9][0-9]|[1-4][0-9]{2}|500) MB$", "u");
const schema144 = {"description":"A whole number from 1 to 1024, or a variable, `\"${name}\"`.","anyOf":[{"type":"integer","minimum":1,"maximum":1024},{"$ref":"#/definitions/Placeholder"}]};
const schema145 = {"description":"A variable of the project: `${name}`.","type":"string","pattern":"^\\$\\{[a-z][a-z0-9_]*\\}$"};

function validate119(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
const err0 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema144.anyOf[0].type,parentSchema:schema144.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((typeof data == "number") && (isFinite(data))){
if(data > 1024 || isNaN(data)){
const err1 = {instancePath,schemaPath:"#/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024},message:"must be <= 1024",schema:1024,parentSchema:schema144.anyOf[0],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data < 1 || isNaN(data)){
const err2 = {instancePath,schemaPath:"#/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema144.anyOf[0],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(typeof data === "string"){
if(!pattern5.test(data)){
const err3 = {instancePath,schemaPath:"#/definitions/Placeholder/pattern",keyword:"pattern",params:{pattern: "^\\$\\{[a-z][a-z0-9_]*\\}$"},message:"must match pattern \""+"^\\$\\{[a-z][a-z0-9_]*\\}$"+"\"",schema:"^\\$\\{[a-z][a-z0-9_]*\\}$",parentSchema:schema145,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath,schemaPath:"#/definitions/Placeholder/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema145.type,parentSchema:schema145,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err5 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema144.anyOf,parentSchema:schema144,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate119.errors = vErrors;
return errors === 0;
}

const schema148 = {"description":"The columns of the body, by name: a type word (`string`, `bigint`, `decimal(9,2)`, `array<string>` …) or a mapping for a struct.","type":"object","minProperties":1,"propertyNames":{"pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":255},"additionalProperties":{"$ref":"#/definitions/SourceColumnSpec"}};
const schema149 = {"description":"A type word, the fields of a struct by name, or, of what is sensitive, `{ type: string, sensitive: pii }` (docs/sensitive.md).","anyOf":[{"type":"string"},{"$ref":"#/definitions/SourceColumnsSpec"}]};
const wrapper0 = {validate: validate121};

function validate122(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema149.anyOf[0].type,parentSchema:schema149.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(!(wrapper0.validate(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
errors = vErrors.length;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err1 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema149.anyOf,parentSchema:schema149,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate122.errors = vErrors;
return errors === 0;
}


function validate121(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
const err0 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema148,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
const _errs1 = errors;
if(typeof key0 === "string"){
if(func3(key0) > 255){
const err1 = {instancePath,schemaPath:"#/propertyNames/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema148.propertyNames,data:key0,propertyName:key0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!pattern3.test(key0)){
const err2 = {instancePath,schemaPath:"#/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_]*$",parentSchema:schema148.propertyNames,data:key0,propertyName:key0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var valid0 = _errs1 === errors;
if(!valid0){
const err3 = {instancePath,schemaPath:"#/propertyNames",keyword:"propertyNames",params:{propertyName: key0},message:"property name must be valid",schema:schema148.propertyNames,parentSchema:schema148,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
for(const key1 in data){
if(!(validate122(data[key1], {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data,parentDataProperty:key1,rootData}))){
vErrors = vErrors === null ? validate122.errors : vErrors.concat(validate122.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema148.type,parentSchema:schema148,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate121.errors = vErrors;
return errors === 0;
}

const schema150 = {"description":"A CSV file that is replayed into the hub.","type":"object","additionalProperties":false,"required":["file","key"],"properties":{"file":{"description":"Path of the CSV file, relative to the project, in which `${name}` stands for a variable; `*` stands for any part of the name, and the files are then sent in the order of their names, each when what came before is drained (with `--continuous`: when those before it have been sent).","type":"string","minLength":1},"key":{"description":"The column that events are partitioned by.","$ref":"#/definitions/ColumnName"},"rate":{"description":"How fast events are sent. Default: as fast as they can be.","$ref":"#/definitions/Rate"}}};
const schema151 = {"description":"Letters, digits and `_`, beginning with a letter.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":255};
const schema152 = {"description":"Events in a time: `500 per second`.","type":"string","pattern":"^[1-9][0-9]{0,8} per (second|minute)$"};
const pattern87 = new RegExp("^[1-9][0-9]{0,8} per (second|minute)$", "u");

function validate125(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.file === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "file"},message:"must have required property '"+"file"+"'",schema:schema150.required,parentSchema:schema150,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.key === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'",schema:schema150.required,parentSchema:schema150,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "file") || (key0 === "key")) || (key0 === "rate"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema150,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.file !== undefined){
let data0 = data.file;
if(typeof data0 === "string"){
if(func3(data0) < 1){
const err3 = {instancePath:instancePath+"/file",schemaPath:"#/properties/file/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema150.properties.file,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/file",schemaPath:"#/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema150.properties.file.type,parentSchema:schema150.properties.file,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.key !== undefined){
let data1 = data.key;
if(typeof data1 === "string"){
if(func3(data1) > 255){
const err5 = {instancePath:instancePath+"/key",schemaPath:"#/definitions/ColumnName/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema151,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!pattern3.test(data1)){
const err6 = {instancePath:instancePath+"/key",schemaPath:"#/definitions/ColumnName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_]*$",parentSchema:schema151,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/key",schemaPath:"#/definitions/ColumnName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema151.type,parentSchema:schema151,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.rate !== undefined){
let data2 = data.rate;
if(typeof data2 === "string"){
if(!pattern87.test(data2)){
const err8 = {instancePath:instancePath+"/rate",schemaPath:"#/definitions/Rate/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,8} per (second|minute)$"},message:"must match pattern \""+"^[1-9][0-9]{0,8} per (second|minute)$"+"\"",schema:"^[1-9][0-9]{0,8} per (second|minute)$",parentSchema:schema152,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/rate",schemaPath:"#/definitions/Rate/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema152.type,parentSchema:schema152,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema150.type,parentSchema:schema150,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate125.errors = vErrors;
return errors === 0;
}


function validate118(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema141.required,parentSchema:schema141,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.connection === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "connection"},message:"must have required property '"+"connection"+"'",schema:schema141.required,parentSchema:schema141,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.event_hub === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "event_hub"},message:"must have required property '"+"event_hub"+"'",schema:schema141.required,parentSchema:schema141,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.partitions === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "partitions"},message:"must have required property '"+"partitions"+"'",schema:schema141.required,parentSchema:schema141,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.format === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "format"},message:"must have required property '"+"format"+"'",schema:schema141.required,parentSchema:schema141,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.columns === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "columns"},message:"must have required property '"+"columns"+"'",schema:schema141.required,parentSchema:schema141,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema141.properties, key0))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema141,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.kind !== undefined){
let data0 = data.kind;
if("event-hub" !== data0){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "event-hub"},message:"must be equal to constant",schema:"event-hub",parentSchema:schema141.properties.kind,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.description !== undefined){
let data1 = data.description;
if(typeof data1 !== "string"){
const err8 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema141.properties.description.type,parentSchema:schema141.properties.description,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.connection !== undefined){
let data2 = data.connection;
if(typeof data2 === "string"){
if(func3(data2) > 80){
const err9 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema108,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!pattern0.test(data2)){
const err10 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema108,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema108.type,parentSchema:schema108,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.event_hub !== undefined){
let data3 = data.event_hub;
if(typeof data3 === "string"){
if(func3(data3) > 80){
const err12 = {instancePath:instancePath+"/event_hub",schemaPath:"#/definitions/NameOrVariable/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema143,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!pattern81.test(data3)){
const err13 = {instancePath:instancePath+"/event_hub",schemaPath:"#/definitions/NameOrVariable/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z]|\\$\\{[a-z][a-z0-9_]*\\})([A-Za-z0-9_-]|\\$\\{[a-z][a-z0-9_]*\\})*$"},message:"must match pattern \""+"^([A-Za-z]|\\$\\{[a-z][a-z0-9_]*\\})([A-Za-z0-9_-]|\\$\\{[a-z][a-z0-9_]*\\})*$"+"\"",schema:"^([A-Za-z]|\\$\\{[a-z][a-z0-9_]*\\})([A-Za-z0-9_-]|\\$\\{[a-z][a-z0-9_]*\\})*$",parentSchema:schema143,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/event_hub",schemaPath:"#/definitions/NameOrVariable/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema143.type,parentSchema:schema143,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.partitions !== undefined){
if(!(validate119(data.partitions, {instancePath:instancePath+"/partitions",parentData:data,parentDataProperty:"partitions",rootData}))){
vErrors = vErrors === null ? validate119.errors : vErrors.concat(validate119.errors);
errors = vErrors.length;
}
}
if(data.capture !== undefined){
let data5 = data.capture;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.every === undefined){
const err15 = {instancePath:instancePath+"/capture",schemaPath:"#/definitions/CaptureSpec/required",keyword:"required",params:{missingProperty: "every"},message:"must have required property '"+"every"+"'",schema:schema146.required,parentSchema:schema146,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data5.size === undefined){
const err16 = {instancePath:instancePath+"/capture",schemaPath:"#/definitions/CaptureSpec/required",keyword:"required",params:{missingProperty: "size"},message:"must have required property '"+"size"+"'",schema:schema146.required,parentSchema:schema146,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
for(const key1 in data5){
if(!((key1 === "every") || (key1 === "size"))){
const err17 = {instancePath:instancePath+"/capture",schemaPath:"#/definitions/CaptureSpec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema146,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data5.every !== undefined){
let data6 = data5.every;
if(typeof data6 === "string"){
if(!pattern83.test(data6)){
const err18 = {instancePath:instancePath+"/capture/every",schemaPath:"#/definitions/CaptureSpec/properties/every/pattern",keyword:"pattern",params:{pattern: "^(([1-9]|1[0-5]) minutes?|\\$\\{[a-z][a-z0-9_]*\\})$"},message:"must match pattern \""+"^(([1-9]|1[0-5]) minutes?|\\$\\{[a-z][a-z0-9_]*\\})$"+"\"",schema:"^(([1-9]|1[0-5]) minutes?|\\$\\{[a-z][a-z0-9_]*\\})$",parentSchema:schema146.properties.every,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/capture/every",schemaPath:"#/definitions/CaptureSpec/properties/every/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema146.properties.every.type,parentSchema:schema146.properties.every,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data5.size !== undefined){
let data7 = data5.size;
if(typeof data7 === "string"){
if(!pattern84.test(data7)){
const err20 = {instancePath:instancePath+"/capture/size",schemaPath:"#/definitions/CaptureSpec/properties/size/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]|[1-4][0-9]{2}|500) MB$"},message:"must match pattern \""+"^([1-9][0-9]|[1-4][0-9]{2}|500) MB$"+"\"",schema:"^([1-9][0-9]|[1-4][0-9]{2}|500) MB$",parentSchema:schema146.properties.size,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/capture/size",schemaPath:"#/definitions/CaptureSpec/properties/size/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema146.properties.size.type,parentSchema:schema146.properties.size,data:data7};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/capture",schemaPath:"#/definitions/CaptureSpec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema146.type,parentSchema:schema146,data:data5};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.read !== undefined){
let data8 = data.read;
if(!((data8 === "stream") || (data8 === "capture"))){
const err23 = {instancePath:instancePath+"/read",schemaPath:"#/properties/read/enum",keyword:"enum",params:{allowedValues: schema141.properties.read.enum},message:"must be equal to one of the allowed values",schema:schema141.properties.read.enum,parentSchema:schema141.properties.read,data:data8};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.format !== undefined){
let data9 = data.format;
if(!((data9 === "json") || (data9 === "csv"))){
const err24 = {instancePath:instancePath+"/format",schemaPath:"#/definitions/BodyFormatSpec/enum",keyword:"enum",params:{allowedValues: schema147.enum},message:"must be equal to one of the allowed values",schema:schema147.enum,parentSchema:schema147,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.columns !== undefined){
if(!(validate121(data.columns, {instancePath:instancePath+"/columns",parentData:data,parentDataProperty:"columns",rootData}))){
vErrors = vErrors === null ? validate121.errors : vErrors.concat(validate121.errors);
errors = vErrors.length;
}
}
if(data.producer !== undefined){
if(!(validate125(data.producer, {instancePath:instancePath+"/producer",parentData:data,parentDataProperty:"producer",rootData}))){
vErrors = vErrors === null ? validate125.errors : vErrors.concat(validate125.errors);
errors = vErrors.length;
}
}
}
else {
const err25 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema141.type,parentSchema:schema141,data};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
validate118.errors = vErrors;
return errors === 0;
}

const schema153 = {"description":"A topic of a Kafka cluster.","type":"object","additionalProperties":false,"required":["kind","connection","topic","partitions","format","columns"],"properties":{"kind":{"description":"Always `kafka`.","const":"kafka"},"description":{"description":"What the events are.","type":"string"},"connection":{"description":"A `kafka` connection of the project.","$ref":"#/definitions/Name"},"topic":{"description":"Name of the topic: letters, digits, `.`, `_` and `-`; `${name}` stands for a variable.","type":"string","pattern":"^([A-Za-z0-9._-]|\\$\\{[a-z][a-z0-9_]*\\})+$","maxLength":249},"partitions":{"description":"Number of partitions of the topic.","$ref":"#/definitions/Partitions"},"format":{"$ref":"#/definitions/BodyFormatSpec"},"columns":{"$ref":"#/definitions/SourceColumnsSpec"},"producer":{"$ref":"#/definitions/ProducerSpec"}},"elsewhere":{"event_hub":["kind: event-hub"],"capture":["kind: event-hub"],"read":["kind: event-hub","kind: files","kind: sql-server","kind: azure-sql","kind: postgres","kind: http"],"changes":["kind: files","kind: lake","kind: azure-function","kind: sql-server","kind: azure-sql","kind: postgres","kind: http"],"primary_key":["kind: files","kind: azure-function","kind: sql-server","kind: azure-sql","kind: postgres","kind: http"],"start":["kind: files"],"lag":["kind: files"],"compression":["kind: files"],"delimiter":["kind: files"],"quote":["kind: files"],"path":["kind: files","kind: lake","kind: http"],"header":["kind: files"],"samples":["kind: files","kind: azure-function","kind: sql-server","kind: azure-sql","kind: postgres","kind: http"],"function":["kind: azure-function"],"app":["kind: azure-function"],"called_by":["kind: azure-function"],"writes":["kind: azure-function"],"table":["kind: sql-server","kind: azure-sql","kind: postgres"],"tables":["kind: sql-server","kind: azure-sql","kind: postgres"],"cursor":["kind: sql-server","kind: azure-sql","kind: postgres"],"may_be_empty":["kind: sql-server","kind: azure-sql","kind: postgres"],"query":["kind: http"],"rows":["kind: http"],"paging":["kind: http"]}};
const pattern89 = new RegExp("^([A-Za-z0-9._-]|\\$\\{[a-z][a-z0-9_]*\\})+$", "u");

function validate127(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema153.required,parentSchema:schema153,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.connection === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "connection"},message:"must have required property '"+"connection"+"'",schema:schema153.required,parentSchema:schema153,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.topic === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "topic"},message:"must have required property '"+"topic"+"'",schema:schema153.required,parentSchema:schema153,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.partitions === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "partitions"},message:"must have required property '"+"partitions"+"'",schema:schema153.required,parentSchema:schema153,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.format === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "format"},message:"must have required property '"+"format"+"'",schema:schema153.required,parentSchema:schema153,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.columns === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "columns"},message:"must have required property '"+"columns"+"'",schema:schema153.required,parentSchema:schema153,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "kind") || (key0 === "description")) || (key0 === "connection")) || (key0 === "topic")) || (key0 === "partitions")) || (key0 === "format")) || (key0 === "columns")) || (key0 === "producer"))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema153,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.kind !== undefined){
let data0 = data.kind;
if("kafka" !== data0){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "kafka"},message:"must be equal to constant",schema:"kafka",parentSchema:schema153.properties.kind,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.description !== undefined){
let data1 = data.description;
if(typeof data1 !== "string"){
const err8 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema153.properties.description.type,parentSchema:schema153.properties.description,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.connection !== undefined){
let data2 = data.connection;
if(typeof data2 === "string"){
if(func3(data2) > 80){
const err9 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema108,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!pattern0.test(data2)){
const err10 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema108,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema108.type,parentSchema:schema108,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.topic !== undefined){
let data3 = data.topic;
if(typeof data3 === "string"){
if(func3(data3) > 249){
const err12 = {instancePath:instancePath+"/topic",schemaPath:"#/properties/topic/maxLength",keyword:"maxLength",params:{limit: 249},message:"must NOT have more than 249 characters",schema:249,parentSchema:schema153.properties.topic,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!pattern89.test(data3)){
const err13 = {instancePath:instancePath+"/topic",schemaPath:"#/properties/topic/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9._-]|\\$\\{[a-z][a-z0-9_]*\\})+$"},message:"must match pattern \""+"^([A-Za-z0-9._-]|\\$\\{[a-z][a-z0-9_]*\\})+$"+"\"",schema:"^([A-Za-z0-9._-]|\\$\\{[a-z][a-z0-9_]*\\})+$",parentSchema:schema153.properties.topic,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/topic",schemaPath:"#/properties/topic/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema153.properties.topic.type,parentSchema:schema153.properties.topic,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.partitions !== undefined){
if(!(validate119(data.partitions, {instancePath:instancePath+"/partitions",parentData:data,parentDataProperty:"partitions",rootData}))){
vErrors = vErrors === null ? validate119.errors : vErrors.concat(validate119.errors);
errors = vErrors.length;
}
}
if(data.format !== undefined){
let data5 = data.format;
if(!((data5 === "json") || (data5 === "csv"))){
const err15 = {instancePath:instancePath+"/format",schemaPath:"#/definitions/BodyFormatSpec/enum",keyword:"enum",params:{allowedValues: schema147.enum},message:"must be equal to one of the allowed values",schema:schema147.enum,parentSchema:schema147,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.columns !== undefined){
if(!(validate121(data.columns, {instancePath:instancePath+"/columns",parentData:data,parentDataProperty:"columns",rootData}))){
vErrors = vErrors === null ? validate121.errors : vErrors.concat(validate121.errors);
errors = vErrors.length;
}
}
if(data.producer !== undefined){
if(!(validate125(data.producer, {instancePath:instancePath+"/producer",parentData:data,parentDataProperty:"producer",rootData}))){
vErrors = vErrors === null ? validate125.errors : vErrors.concat(validate125.errors);
errors = vErrors.length;
}
}
}
else {
const err16 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema153.type,parentSchema:schema153,data};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
validate127.errors = vErrors;
return errors === 0;
}

const schema156 = {"description":"Files that others put into a storage account. Without `read` they are a stream, which queries read: each file once, those that were changed earliest first; a file must be there whole when it gets its name, and stay as it is until it is read: one that is changed under the same name afterwards is not read again. Where a batch has to be written again and files of it are gone or changed, the query stops, and goes on when they are as they were. Files whose names begin with `_` or `.`, and empty ones, are passed over. Where they were read from stays with their rows: `file_path` (in the container), `file_modified_at`, `file_row` (from 1). With `read` the data factory lands them, each time that the pipeline is started, and bronze has a `format`.","type":"object","additionalProperties":false,"required":["kind","connection","path","format","columns"],"properties":{"kind":{"description":"Always `files`.","const":"files"},"description":{"description":"What the files hold.","type":"string"},"connection":{"description":"A connection of the project: of a stream a `storage` one, with `read` a `blob` one.","$ref":"#/definitions/Name"},"read":{"description":"What each run of the pipeline lands. `full`: the rows of all files, which together are one snapshot; a run that finds no rows fails, and files that are exchanged one by one while they are read give a part of each snapshot: have them exchanged when no run is due. `new-files`: those of files that are new, by their time of modification or by their names. By time, where `path` has no date parts: those that were put or changed since the run before, so one that comes late under the name of an earlier day (`orders_2026-03-01.csv`) is read too, and days in names do not matter; a file that is changed is read again, whole, and one that is moved or renamed to where it is looked for keeps its time, so it is missed if that is before the last run: have files written there, or read by names. By names, where `path` has date parts (`orders/{yyyy}/{MM}/{dd}/*.csv`): those whose names carry a day, or an hour, that is over and was not read yet. A period is read once, whole and in its order, from `start` on, when it has been over for `lag`; times of modification do not matter, so files may be renamed or moved into place, and only the folders of periods that are due are looked into. A file that is put into a period which was read already, or changed there, is not read. A run reads at most 500 periods of each source, and the next one goes on. A run for a `window` reads the periods that end with the window or before it. A cell that does not fit its column, or is null in the `primary_key`, stops the runs that take it with `apply_changes`, also once its file is corrected, as what has landed stays. A column that may have such cells is declared `string`: the table casts it in `columns` (`try_cast`) and quarantines by `expect` what is none. As with any change of the columns all files that are still there then land anew, and the table needs a higher `backfill`; so they do, once a file is corrected, as a bronze table of another name. Without it the files are a stream.","enum":["full","new-files"]},"changes":{"description":"With `read`, and then always said: what a row means that comes again. `snapshot`: each landing is the whole (`read: full`). `upsert`: a row takes the place of the one with its primary key (`read: new-files`). Rows that are only added are `upsert` too.","enum":["snapshot","upsert"]},"primary_key":{"description":"With `read`: the columns that tell two rows apart and are never null. `apply_changes` needs them.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},"start":{"description":"Of `read: new-files` with date parts in `path`, and then always said: the first period that is read, as a day, `2026-01-01`, or with `{HH}` as an hour too, `2026-01-01T05:00`; in UTC. With another one the files are read anew.","type":"string","pattern":"^(19|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:00)?$"},"lag":{"description":"Of `read: new-files`: with date parts in `path`, how long after its period is over a file may still be put; so long after its end a period is read. Names in the local time of a zone west of UTC need as many hours more as its clocks are behind. Without it a period is read as soon as it is over. Without date parts: how far behind the control database's clock files are taken, as the storage account's may differ from it; a file that is renamed to where it is looked for within that time of its last change is still found; default `2 minutes`.","$ref":"#/definitions/DurationOrVariable"},"compression":{"description":"With `read`: `gzip`, each file is compressed so (`orders/*.csv.gz`); `zip` (with `read: full`), each is an archive, and every file in it, also those in its folders, is one of what `format` says with the declared columns. Archives are unpacked into a folder of the lake, once more into another one if that fails, whatever `retry` says; it is removed when the rows have landed or the run has failed. Default: none is.","enum":["gzip","zip"]},"delimiter":{"description":"With `read`: the character between two cells. Default `,`.","type":"string","pattern":"^[,;|:^~ \\t]$"},"quote":{"description":"With `read`: the character around a cell that holds others of these, or a line break; within such a cell it is written twice. Default `\"`.","type":"string","pattern":"^[\"']$"},"path":{"description":"The files, by their path in the container: names of letters, digits, `.`, `_`, `-` and `=` with `/` between, at least one `*` for any part of a name (never `**`), as in `orders/*.csv` or `orders/year=*/*.json`. A folder that fits of a stream stands for all files in it. With `read: new-files` names may have date parts, by which it is known what is new: `{yyyy}`, `{MM}`, `{dd}`, and for hours `{HH}`, each once or more, anywhere, all of a day or of an hour (`orders/{yyyy}/{MM}/{dd}/*.csv`, `orders_{yyyy}{MM}{dd}.csv`); a `*` then stands only in the file's own name, and none is needed.","type":"string","pattern":"^(?=.*[*{])(?!.*\\*\\*)([A-Za-z0-9*]|\\{[A-Za-z]+\\})([A-Za-z0-9*._=-]|\\{[A-Za-z]+\\})*(/([A-Za-z0-9*]|\\{[A-Za-z]+\\})([A-Za-z0-9*._=-]|\\{[A-Za-z]+\\})*)*$","maxLength":500},"format":{"$ref":"#/definitions/FileFormatSpec"},"header":{"description":"Of `format: csv`: whether the first record of each file is its header, which must be the names of the columns in their order (default `true`). A file with another header goes whole to the bronze table's quarantine. With `read` columns are found by these names, whatever their order, others are not read, and a file that lacks one fails the copy; without a header they are the first ones, in their order.","type":"boolean"},"columns":{"$ref":"#/definitions/SourceColumnsSpec"},"producer":{"$ref":"#/definitions/FilesProducerSpec"},"samples":{"description":"With `read`: files of the project that stand for those of the storage account when the pipeline is run on this machine: a path relative to the project, in which `${name}` stands for a variable and `*` for any part of the name. Each file, in the order of their names, is a wave: it is put where the source finds it, of `read: full` in the place of the one before, and then the pipeline runs. Their names must fit `path`. Where `path` has date parts a file's period stands in its name, or this path has date parts too (`samples/{yyyy}-{MM}-{dd}/*.csv`), and each wave reads up to the end of its latest period, as a run for a window that ends then: a file of a period that an earlier wave has passed is refused.","type":"string","minLength":1}},"elsewhere":{"event_hub":["kind: event-hub"],"partitions":["kind: event-hub","kind: kafka"],"capture":["kind: event-hub"],"topic":["kind: kafka"],"function":["kind: azure-function"],"app":["kind: azure-function"],"called_by":["kind: azure-function"],"writes":["kind: azure-function"],"table":["kind: sql-server","kind: azure-sql","kind: postgres"],"tables":["kind: sql-server","kind: azure-sql","kind: postgres"],"cursor":["kind: sql-server","kind: azure-sql","kind: postgres"],"may_be_empty":["kind: sql-server","kind: azure-sql","kind: postgres"],"query":["kind: http"],"rows":["kind: http"],"paging":["kind: http"]}};
const schema160 = {"description":"What each file is: `json`, a JSON object on each line; `csv`, records (RFC 4180, comma and double quotes) whose cells are the columns in their order; `parquet` and `avro`, rows with just these columns. With `read` it is `json` or `csv`, whose files may say more of how they are written; one that is one array, or one object on several lines, is refused by the notebook as what it is not. In such a line a day is written `2026-01-31`, a time begins so, and a decimal has no commas and no more digits behind its point than its type: a time as a number, or a value that would be rounded, stops the job with file and row. A `string` takes a number too, and one with a fraction as a double is spelled (`12345678.0` becomes `1.2345678E7`): declare it `double` or `decimal`. Without it, a line or record that is not that, or has such a value, goes to the reading table's quarantine as `unparsable`; a file of Parquet or Avro with other columns, or that is none, goes whole to the bronze table's quarantine (`on_schema_change: add` there lets files lack columns); one that is damaged further on stops the query, with its name, until it is mended or removed. A time of Parquet without a zone, as pandas writes those that have none, is read as UTC, like a text without one; times in nanoseconds Spark does not read, so write them in microseconds (pandas: `coerce_timestamps=\"us\"`).","enum":["json","csv","parquet","avro"]};
const schema161 = {"description":"Files of the project that stand for those of the storage account when the pipeline is run on this machine.","type":"object","additionalProperties":false,"required":["file"],"properties":{"file":{"description":"Path of the file, relative to the project, in which `${name}` stands for a variable; `*` stands for any part of the name, and the files then come in the order of their names, each when what came before is drained (with `--continuous`: when those before it have come). Their names must fit the source's `path`.","type":"string","minLength":1}}};
const pattern92 = new RegExp("^(19|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:00)?$", "u");
const pattern94 = new RegExp("^[,;|:^~ \\t]$", "u");
const pattern95 = new RegExp("^[\"']$", "u");
const pattern96 = new RegExp("^(?=.*[*{])(?!.*\\*\\*)([A-Za-z0-9*]|\\{[A-Za-z]+\\})([A-Za-z0-9*._=-]|\\{[A-Za-z]+\\})*(/([A-Za-z0-9*]|\\{[A-Za-z]+\\})([A-Za-z0-9*._=-]|\\{[A-Za-z]+\\})*)*$", "u");

function validate131(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema156.required,parentSchema:schema156,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.connection === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "connection"},message:"must have required property '"+"connection"+"'",schema:schema156.required,parentSchema:schema156,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.path === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema156.required,parentSchema:schema156,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.format === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "format"},message:"must have required property '"+"format"+"'",schema:schema156.required,parentSchema:schema156,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.columns === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "columns"},message:"must have required property '"+"columns"+"'",schema:schema156.required,parentSchema:schema156,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema156.properties, key0))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema156,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.kind !== undefined){
let data0 = data.kind;
if("files" !== data0){
const err6 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "files"},message:"must be equal to constant",schema:"files",parentSchema:schema156.properties.kind,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.description !== undefined){
let data1 = data.description;
if(typeof data1 !== "string"){
const err7 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema156.properties.description.type,parentSchema:schema156.properties.description,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.connection !== undefined){
let data2 = data.connection;
if(typeof data2 === "string"){
if(func3(data2) > 80){
const err8 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema108,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!pattern0.test(data2)){
const err9 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema108,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema108.type,parentSchema:schema108,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.read !== undefined){
let data3 = data.read;
if(!((data3 === "full") || (data3 === "new-files"))){
const err11 = {instancePath:instancePath+"/read",schemaPath:"#/properties/read/enum",keyword:"enum",params:{allowedValues: schema156.properties.read.enum},message:"must be equal to one of the allowed values",schema:schema156.properties.read.enum,parentSchema:schema156.properties.read,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.changes !== undefined){
let data4 = data.changes;
if(!((data4 === "snapshot") || (data4 === "upsert"))){
const err12 = {instancePath:instancePath+"/changes",schemaPath:"#/properties/changes/enum",keyword:"enum",params:{allowedValues: schema156.properties.changes.enum},message:"must be equal to one of the allowed values",schema:schema156.properties.changes.enum,parentSchema:schema156.properties.changes,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.primary_key !== undefined){
let data5 = data.primary_key;
if(Array.isArray(data5)){
if(data5.length < 1){
const err13 = {instancePath:instancePath+"/primary_key",schemaPath:"#/properties/primary_key/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema156.properties.primary_key,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(typeof data6 === "string"){
if(func3(data6) > 255){
const err14 = {instancePath:instancePath+"/primary_key/" + i0,schemaPath:"#/definitions/ColumnName/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema151,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!pattern3.test(data6)){
const err15 = {instancePath:instancePath+"/primary_key/" + i0,schemaPath:"#/definitions/ColumnName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_]*$",parentSchema:schema151,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/primary_key/" + i0,schemaPath:"#/definitions/ColumnName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema151.type,parentSchema:schema151,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
let i1 = data5.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data5[i1], data5[j0])){
const err17 = {instancePath:instancePath+"/primary_key",schemaPath:"#/properties/primary_key/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema156.properties.primary_key,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err18 = {instancePath:instancePath+"/primary_key",schemaPath:"#/properties/primary_key/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema156.properties.primary_key.type,parentSchema:schema156.properties.primary_key,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.start !== undefined){
let data7 = data.start;
if(typeof data7 === "string"){
if(!pattern92.test(data7)){
const err19 = {instancePath:instancePath+"/start",schemaPath:"#/properties/start/pattern",keyword:"pattern",params:{pattern: "^(19|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:00)?$"},message:"must match pattern \""+"^(19|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:00)?$"+"\"",schema:"^(19|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:00)?$",parentSchema:schema156.properties.start,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/start",schemaPath:"#/properties/start/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema156.properties.start.type,parentSchema:schema156.properties.start,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.lag !== undefined){
let data8 = data.lag;
if(typeof data8 === "string"){
if(!pattern39.test(data8)){
const err21 = {instancePath:instancePath+"/lag",schemaPath:"#/definitions/DurationOrVariable/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"},message:"must match pattern \""+"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"+"\"",schema:"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$",parentSchema:schema114,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/lag",schemaPath:"#/definitions/DurationOrVariable/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema114.type,parentSchema:schema114,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.compression !== undefined){
let data9 = data.compression;
if(!((data9 === "gzip") || (data9 === "zip"))){
const err23 = {instancePath:instancePath+"/compression",schemaPath:"#/properties/compression/enum",keyword:"enum",params:{allowedValues: schema156.properties.compression.enum},message:"must be equal to one of the allowed values",schema:schema156.properties.compression.enum,parentSchema:schema156.properties.compression,data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.delimiter !== undefined){
let data10 = data.delimiter;
if(typeof data10 === "string"){
if(!pattern94.test(data10)){
const err24 = {instancePath:instancePath+"/delimiter",schemaPath:"#/properties/delimiter/pattern",keyword:"pattern",params:{pattern: "^[,;|:^~ \\t]$"},message:"must match pattern \""+"^[,;|:^~ \\t]$"+"\"",schema:"^[,;|:^~ \\t]$",parentSchema:schema156.properties.delimiter,data:data10};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/delimiter",schemaPath:"#/properties/delimiter/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema156.properties.delimiter.type,parentSchema:schema156.properties.delimiter,data:data10};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.quote !== undefined){
let data11 = data.quote;
if(typeof data11 === "string"){
if(!pattern95.test(data11)){
const err26 = {instancePath:instancePath+"/quote",schemaPath:"#/properties/quote/pattern",keyword:"pattern",params:{pattern: "^[\"']$"},message:"must match pattern \""+"^[\"']$"+"\"",schema:"^[\"']$",parentSchema:schema156.properties.quote,data:data11};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/quote",schemaPath:"#/properties/quote/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema156.properties.quote.type,parentSchema:schema156.properties.quote,data:data11};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.path !== undefined){
let data12 = data.path;
if(typeof data12 === "string"){
if(func3(data12) > 500){
const err28 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema156.properties.path,data:data12};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(!pattern96.test(data12)){
const err29 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/pattern",keyword:"pattern",params:{pattern: "^(?=.*[*{])(?!.*\\*\\*)([A-Za-z0-9*]|\\{[A-Za-z]+\\})([A-Za-z0-9*._=-]|\\{[A-Za-z]+\\})*(/([A-Za-z0-9*]|\\{[A-Za-z]+\\})([A-Za-z0-9*._=-]|\\{[A-Za-z]+\\})*)*$"},message:"must match pattern \""+"^(?=.*[*{])(?!.*\\*\\*)([A-Za-z0-9*]|\\{[A-Za-z]+\\})([A-Za-z0-9*._=-]|\\{[A-Za-z]+\\})*(/([A-Za-z0-9*]|\\{[A-Za-z]+\\})([A-Za-z0-9*._=-]|\\{[A-Za-z]+\\})*)*$"+"\"",schema:"^(?=.*[*{])(?!.*\\*\\*)([A-Za-z0-9*]|\\{[A-Za-z]+\\})([A-Za-z0-9*._=-]|\\{[A-Za-z]+\\})*(/([A-Za-z0-9*]|\\{[A-Za-z]+\\})([A-Za-z0-9*._=-]|\\{[A-Za-z]+\\})*)*$",parentSchema:schema156.properties.path,data:data12};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema156.properties.path.type,parentSchema:schema156.properties.path,data:data12};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.format !== undefined){
let data13 = data.format;
if(!((((data13 === "json") || (data13 === "csv")) || (data13 === "parquet")) || (data13 === "avro"))){
const err31 = {instancePath:instancePath+"/format",schemaPath:"#/definitions/FileFormatSpec/enum",keyword:"enum",params:{allowedValues: schema160.enum},message:"must be equal to one of the allowed values",schema:schema160.enum,parentSchema:schema160,data:data13};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.header !== undefined){
let data14 = data.header;
if(typeof data14 !== "boolean"){
const err32 = {instancePath:instancePath+"/header",schemaPath:"#/properties/header/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema156.properties.header.type,parentSchema:schema156.properties.header,data:data14};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.columns !== undefined){
if(!(validate121(data.columns, {instancePath:instancePath+"/columns",parentData:data,parentDataProperty:"columns",rootData}))){
vErrors = vErrors === null ? validate121.errors : vErrors.concat(validate121.errors);
errors = vErrors.length;
}
}
if(data.producer !== undefined){
let data16 = data.producer;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.file === undefined){
const err33 = {instancePath:instancePath+"/producer",schemaPath:"#/definitions/FilesProducerSpec/required",keyword:"required",params:{missingProperty: "file"},message:"must have required property '"+"file"+"'",schema:schema161.required,parentSchema:schema161,data:data16};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
for(const key1 in data16){
if(!(key1 === "file")){
const err34 = {instancePath:instancePath+"/producer",schemaPath:"#/definitions/FilesProducerSpec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema161,data:data16};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data16.file !== undefined){
let data17 = data16.file;
if(typeof data17 === "string"){
if(func3(data17) < 1){
const err35 = {instancePath:instancePath+"/producer/file",schemaPath:"#/definitions/FilesProducerSpec/properties/file/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema161.properties.file,data:data17};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/producer/file",schemaPath:"#/definitions/FilesProducerSpec/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema161.properties.file.type,parentSchema:schema161.properties.file,data:data17};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath:instancePath+"/producer",schemaPath:"#/definitions/FilesProducerSpec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema161.type,parentSchema:schema161,data:data16};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.samples !== undefined){
let data18 = data.samples;
if(typeof data18 === "string"){
if(func3(data18) < 1){
const err38 = {instancePath:instancePath+"/samples",schemaPath:"#/properties/samples/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema156.properties.samples,data:data18};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/samples",schemaPath:"#/properties/samples/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema156.properties.samples.type,parentSchema:schema156.properties.samples,data:data18};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema156.type,parentSchema:schema156,data};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
validate131.errors = vErrors;
return errors === 0;
}

const schema162 = {"description":"A Delta table that others write, read commit by commit: first the rows that it holds, then those that are added. Those that it holds come in the order of its files, so they go down to the windows as one batch, which is as large as the table, and none of them is late (but in a union with rows that were read before). The table is only read, and need not keep a change feed. When its owner adds a column, the query may stop once and goes on when it is started again. A field that is added inside a declared struct, or a column that is renamed under column mapping, stops it for good: declare what the table has now and raise `backfill` of the bronze table, which reads all of it anew. When each row was read stays with it: `landed_at`, the time of its batch, and `landed_row`, a number that no other row of the batch has.","type":"object","additionalProperties":false,"required":["kind","connection","path","format","changes","columns"],"properties":{"kind":{"description":"Always `lake`.","const":"lake"},"description":{"description":"What the table holds.","type":"string"},"connection":{"description":"A `storage` connection of the project.","$ref":"#/definitions/Name"},"path":{"description":"The table's folder, by its path in the container: names of letters, digits, `.`, `_`, `-` and `=` with `/` between, as in `sales/orders`; it is one table, so no `*`.","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._=-]*(/[A-Za-z0-9][A-Za-z0-9._=-]*)*$","maxLength":500},"format":{"description":"Always `delta`.","enum":["delta"]},"changes":{"description":"What others do to the table's rows. Always `append_only`: they add rows. Compacting it (`OPTIMIZE`) changes none. A commit that deletes, updates, merges or overwrites rows stops the query with Delta's error, which names the version; it goes on only when `backfill` of the bronze table is raised, which reads the table as it is then.","enum":["append_only"]},"columns":{"description":"The columns that are read, as `name: type`; each must be in the table with this type, or the query does not start. Other columns of the table are not read.","$ref":"#/definitions/SourceColumnsSpec"},"producer":{"$ref":"#/definitions/LakeProducerSpec"}},"elsewhere":{"event_hub":["kind: event-hub"],"partitions":["kind: event-hub","kind: kafka"],"capture":["kind: event-hub"],"read":["kind: event-hub","kind: files","kind: sql-server","kind: azure-sql","kind: postgres","kind: http"],"topic":["kind: kafka"],"primary_key":["kind: files","kind: azure-function","kind: sql-server","kind: azure-sql","kind: postgres","kind: http"],"start":["kind: files"],"lag":["kind: files"],"compression":["kind: files"],"delimiter":["kind: files"],"quote":["kind: files"],"header":["kind: files"],"samples":["kind: files","kind: azure-function","kind: sql-server","kind: azure-sql","kind: postgres","kind: http"],"function":["kind: azure-function"],"app":["kind: azure-function"],"called_by":["kind: azure-function"],"writes":["kind: azure-function"],"table":["kind: sql-server","kind: azure-sql","kind: postgres"],"tables":["kind: sql-server","kind: azure-sql","kind: postgres"],"cursor":["kind: sql-server","kind: azure-sql","kind: postgres"],"may_be_empty":["kind: sql-server","kind: azure-sql","kind: postgres"],"query":["kind: http"],"rows":["kind: http"],"paging":["kind: http"]}};
const schema164 = {"description":"Files of the project whose rows stand for those of the table when the pipeline is run on this machine: each is added in one commit, once, also where several sources of the table name it (they declare the same columns then). Columns that a file is without are null in its rows, so it may be older than they are. A file whose rows cannot be added stops the run, and is mended; rows that were added stay until a run with `--fresh`. Without them there is no table to read.","type":"object","additionalProperties":false,"required":["file"],"properties":{"file":{"description":"Path of the file, relative to the project, in which `${name}` stands for a variable; `*` stands for any part of the name, and the files are then added in the order of their names, each when what came before is drained (a run with `--continuous` is refused). Each is called `….json`, with a JSON object on each line, or `….csv`, with the names of the columns in their order as its first record.","type":"string","pattern":"(\\.(json|csv)|\\})$"}}};
const pattern98 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._=-]*(/[A-Za-z0-9][A-Za-z0-9._=-]*)*$", "u");
const pattern99 = new RegExp("(\\.(json|csv)|\\})$", "u");

function validate133(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema162.required,parentSchema:schema162,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.connection === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "connection"},message:"must have required property '"+"connection"+"'",schema:schema162.required,parentSchema:schema162,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.path === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema162.required,parentSchema:schema162,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.format === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "format"},message:"must have required property '"+"format"+"'",schema:schema162.required,parentSchema:schema162,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.changes === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "changes"},message:"must have required property '"+"changes"+"'",schema:schema162.required,parentSchema:schema162,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.columns === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "columns"},message:"must have required property '"+"columns"+"'",schema:schema162.required,parentSchema:schema162,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "kind") || (key0 === "description")) || (key0 === "connection")) || (key0 === "path")) || (key0 === "format")) || (key0 === "changes")) || (key0 === "columns")) || (key0 === "producer"))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema162,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.kind !== undefined){
let data0 = data.kind;
if("lake" !== data0){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "lake"},message:"must be equal to constant",schema:"lake",parentSchema:schema162.properties.kind,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.description !== undefined){
let data1 = data.description;
if(typeof data1 !== "string"){
const err8 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema162.properties.description.type,parentSchema:schema162.properties.description,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.connection !== undefined){
let data2 = data.connection;
if(typeof data2 === "string"){
if(func3(data2) > 80){
const err9 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema108,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!pattern0.test(data2)){
const err10 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema108,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema108.type,parentSchema:schema108,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.path !== undefined){
let data3 = data.path;
if(typeof data3 === "string"){
if(func3(data3) > 500){
const err12 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema162.properties.path,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!pattern98.test(data3)){
const err13 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._=-]*(/[A-Za-z0-9][A-Za-z0-9._=-]*)*$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._=-]*(/[A-Za-z0-9][A-Za-z0-9._=-]*)*$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._=-]*(/[A-Za-z0-9][A-Za-z0-9._=-]*)*$",parentSchema:schema162.properties.path,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema162.properties.path.type,parentSchema:schema162.properties.path,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.format !== undefined){
let data4 = data.format;
if(!(data4 === "delta")){
const err15 = {instancePath:instancePath+"/format",schemaPath:"#/properties/format/enum",keyword:"enum",params:{allowedValues: schema162.properties.format.enum},message:"must be equal to one of the allowed values",schema:schema162.properties.format.enum,parentSchema:schema162.properties.format,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.changes !== undefined){
let data5 = data.changes;
if(!(data5 === "append_only")){
const err16 = {instancePath:instancePath+"/changes",schemaPath:"#/properties/changes/enum",keyword:"enum",params:{allowedValues: schema162.properties.changes.enum},message:"must be equal to one of the allowed values",schema:schema162.properties.changes.enum,parentSchema:schema162.properties.changes,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.columns !== undefined){
if(!(validate121(data.columns, {instancePath:instancePath+"/columns",parentData:data,parentDataProperty:"columns",rootData}))){
vErrors = vErrors === null ? validate121.errors : vErrors.concat(validate121.errors);
errors = vErrors.length;
}
}
if(data.producer !== undefined){
let data7 = data.producer;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.file === undefined){
const err17 = {instancePath:instancePath+"/producer",schemaPath:"#/definitions/LakeProducerSpec/required",keyword:"required",params:{missingProperty: "file"},message:"must have required property '"+"file"+"'",schema:schema164.required,parentSchema:schema164,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
for(const key1 in data7){
if(!(key1 === "file")){
const err18 = {instancePath:instancePath+"/producer",schemaPath:"#/definitions/LakeProducerSpec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema164,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data7.file !== undefined){
let data8 = data7.file;
if(typeof data8 === "string"){
if(!pattern99.test(data8)){
const err19 = {instancePath:instancePath+"/producer/file",schemaPath:"#/definitions/LakeProducerSpec/properties/file/pattern",keyword:"pattern",params:{pattern: "(\\.(json|csv)|\\})$"},message:"must match pattern \""+"(\\.(json|csv)|\\})$"+"\"",schema:"(\\.(json|csv)|\\})$",parentSchema:schema164.properties.file,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/producer/file",schemaPath:"#/definitions/LakeProducerSpec/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema164.properties.file.type,parentSchema:schema164.properties.file,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/producer",schemaPath:"#/definitions/LakeProducerSpec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema164.type,parentSchema:schema164,data:data7};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema162.type,parentSchema:schema162,data};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
validate133.errors = vErrors;
return errors === 0;
}

const schema165 = {"description":"What an Azure Function loads into the lake, each time the whole. Each load is a folder of its own, `<writes>/load=<instant>-<id>`, with the instant in UTC as `20261127T050000.000000Z` and eight hexadecimal digits that no other load has: first files with a JSON object on each line, last `_load.json`, a note with their names and lengths in bytes (`{\"files\": [{\"name\": \"popular.json\", \"length\": 1234}]}`). A run takes the newest folder that has a note whose files are there with these lengths, whatever started it: an event that comes twice, late or never gives the same table, no text of an event gets into a path, and a run by hand is a run like any other. A load that is completed after one with a later instant (the function's clock was set back, or two loads ran at once) is not taken, and the run fails once the tables are computed, until a newer load comes; so does a run when the load that was taken is gone and no newer one is there. Before it fails its notebook is tried again (`retry`), although that mends neither: the service does not tell one failure from another.","type":"object","additionalProperties":false,"required":["kind","function","called_by","writes","format","changes","columns"],"properties":{"kind":{"description":"Always `azure-function`.","const":"azure-function"},"description":{"description":"What it loads.","type":"string"},"function":{"description":"The function's name in its app, and no route: at most 127 letters, digits, `-` and `_`, beginning with a letter.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9_-]{0,126}$"},"app":{"description":"The folder of the project with the code of the function's app, which runs when the pipeline is run on this machine. The app is published by its own means.","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*$"},"called_by":{"description":"Who calls the function. `outside`: it runs by itself, as on a timer of its own. `pipeline`: each run of the pipeline calls it, over HTTP, and takes the load that it has made; docs/azure-functions.md tells what it is given and what it answers.","enum":["outside","pipeline"]},"connection":{"description":"Of `called_by: pipeline`: a connection of the project, of kind `azure-function`.","$ref":"#/definitions/Name"},"writes":{"description":"The folder of the lake's container in which each load has its own: names of letters, digits, `.`, `_`, `-` and `=`, each beginning with a letter or a digit, with `/` between, as in `tmdb`; none of the folders of tables (`bronze`, `silver`, `gold`).","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._=-]*(/[A-Za-z0-9][A-Za-z0-9._=-]*)*$","maxLength":500},"format":{"description":"Always `json`: an object on each line.","enum":["json"]},"changes":{"description":"Always `snapshot`: each load is the whole.","enum":["snapshot"]},"primary_key":{"description":"The columns that tell two rows of a load apart and are never null.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},"columns":{"$ref":"#/definitions/SourceColumnsSpec"},"samples":{"description":"Files of the project for when the pipeline is run on this machine: a path relative to the project, in which `${name}` stands for a variable and `*` for any part of the name; each file, in the order of their names, is a wave. With `app` they are what the API has that the function reads (`{\"/3/movie/popular\": [page, …]}`): the function runs as if its timer had come, and the pipeline as often as its triggers fire on what that posts; one that the pipeline calls runs when it does. Without `app` each file becomes a load of its own, and then the pipeline runs once.","type":"string","minLength":1}},"elsewhere":{"event_hub":["kind: event-hub"],"partitions":["kind: event-hub","kind: kafka"],"capture":["kind: event-hub"],"read":["kind: event-hub","kind: files","kind: sql-server","kind: azure-sql","kind: postgres","kind: http"],"producer":["kind: event-hub","kind: kafka","kind: files","kind: lake"],"topic":["kind: kafka"],"start":["kind: files"],"lag":["kind: files"],"compression":["kind: files"],"delimiter":["kind: files"],"quote":["kind: files"],"path":["kind: files","kind: lake","kind: http"],"header":["kind: files"],"table":["kind: sql-server","kind: azure-sql","kind: postgres"],"tables":["kind: sql-server","kind: azure-sql","kind: postgres"],"cursor":["kind: sql-server","kind: azure-sql","kind: postgres"],"may_be_empty":["kind: sql-server","kind: azure-sql","kind: postgres"],"query":["kind: http"],"rows":["kind: http"],"paging":["kind: http"]}};
const pattern100 = new RegExp("^[A-Za-z][A-Za-z0-9_-]{0,126}$", "u");
const pattern101 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*$", "u");

function validate135(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema165.required,parentSchema:schema165,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.function === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "function"},message:"must have required property '"+"function"+"'",schema:schema165.required,parentSchema:schema165,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.called_by === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "called_by"},message:"must have required property '"+"called_by"+"'",schema:schema165.required,parentSchema:schema165,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.writes === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "writes"},message:"must have required property '"+"writes"+"'",schema:schema165.required,parentSchema:schema165,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.format === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "format"},message:"must have required property '"+"format"+"'",schema:schema165.required,parentSchema:schema165,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.changes === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "changes"},message:"must have required property '"+"changes"+"'",schema:schema165.required,parentSchema:schema165,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.columns === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "columns"},message:"must have required property '"+"columns"+"'",schema:schema165.required,parentSchema:schema165,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema165.properties, key0))){
const err7 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema165,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.kind !== undefined){
let data0 = data.kind;
if("azure-function" !== data0){
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "azure-function"},message:"must be equal to constant",schema:"azure-function",parentSchema:schema165.properties.kind,data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.description !== undefined){
let data1 = data.description;
if(typeof data1 !== "string"){
const err9 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema165.properties.description.type,parentSchema:schema165.properties.description,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.function !== undefined){
let data2 = data.function;
if(typeof data2 === "string"){
if(!pattern100.test(data2)){
const err10 = {instancePath:instancePath+"/function",schemaPath:"#/properties/function/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]{0,126}$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]{0,126}$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]{0,126}$",parentSchema:schema165.properties.function,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/function",schemaPath:"#/properties/function/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema165.properties.function.type,parentSchema:schema165.properties.function,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.app !== undefined){
let data3 = data.app;
if(typeof data3 === "string"){
if(!pattern101.test(data3)){
const err12 = {instancePath:instancePath+"/app",schemaPath:"#/properties/app/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*$",parentSchema:schema165.properties.app,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/app",schemaPath:"#/properties/app/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema165.properties.app.type,parentSchema:schema165.properties.app,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.called_by !== undefined){
let data4 = data.called_by;
if(!((data4 === "outside") || (data4 === "pipeline"))){
const err14 = {instancePath:instancePath+"/called_by",schemaPath:"#/properties/called_by/enum",keyword:"enum",params:{allowedValues: schema165.properties.called_by.enum},message:"must be equal to one of the allowed values",schema:schema165.properties.called_by.enum,parentSchema:schema165.properties.called_by,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.connection !== undefined){
let data5 = data.connection;
if(typeof data5 === "string"){
if(func3(data5) > 80){
const err15 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema108,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!pattern0.test(data5)){
const err16 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema108,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema108.type,parentSchema:schema108,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.writes !== undefined){
let data6 = data.writes;
if(typeof data6 === "string"){
if(func3(data6) > 500){
const err18 = {instancePath:instancePath+"/writes",schemaPath:"#/properties/writes/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema165.properties.writes,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!pattern98.test(data6)){
const err19 = {instancePath:instancePath+"/writes",schemaPath:"#/properties/writes/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._=-]*(/[A-Za-z0-9][A-Za-z0-9._=-]*)*$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._=-]*(/[A-Za-z0-9][A-Za-z0-9._=-]*)*$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._=-]*(/[A-Za-z0-9][A-Za-z0-9._=-]*)*$",parentSchema:schema165.properties.writes,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/writes",schemaPath:"#/properties/writes/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema165.properties.writes.type,parentSchema:schema165.properties.writes,data:data6};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.format !== undefined){
let data7 = data.format;
if(!(data7 === "json")){
const err21 = {instancePath:instancePath+"/format",schemaPath:"#/properties/format/enum",keyword:"enum",params:{allowedValues: schema165.properties.format.enum},message:"must be equal to one of the allowed values",schema:schema165.properties.format.enum,parentSchema:schema165.properties.format,data:data7};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.changes !== undefined){
let data8 = data.changes;
if(!(data8 === "snapshot")){
const err22 = {instancePath:instancePath+"/changes",schemaPath:"#/properties/changes/enum",keyword:"enum",params:{allowedValues: schema165.properties.changes.enum},message:"must be equal to one of the allowed values",schema:schema165.properties.changes.enum,parentSchema:schema165.properties.changes,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.primary_key !== undefined){
let data9 = data.primary_key;
if(Array.isArray(data9)){
if(data9.length < 1){
const err23 = {instancePath:instancePath+"/primary_key",schemaPath:"#/properties/primary_key/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema165.properties.primary_key,data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
let data10 = data9[i0];
if(typeof data10 === "string"){
if(func3(data10) > 255){
const err24 = {instancePath:instancePath+"/primary_key/" + i0,schemaPath:"#/definitions/ColumnName/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema151,data:data10};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(!pattern3.test(data10)){
const err25 = {instancePath:instancePath+"/primary_key/" + i0,schemaPath:"#/definitions/ColumnName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_]*$",parentSchema:schema151,data:data10};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/primary_key/" + i0,schemaPath:"#/definitions/ColumnName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema151.type,parentSchema:schema151,data:data10};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
let i1 = data9.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data9[i1], data9[j0])){
const err27 = {instancePath:instancePath+"/primary_key",schemaPath:"#/properties/primary_key/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema165.properties.primary_key,data:data9};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err28 = {instancePath:instancePath+"/primary_key",schemaPath:"#/properties/primary_key/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema165.properties.primary_key.type,parentSchema:schema165.properties.primary_key,data:data9};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.columns !== undefined){
if(!(validate121(data.columns, {instancePath:instancePath+"/columns",parentData:data,parentDataProperty:"columns",rootData}))){
vErrors = vErrors === null ? validate121.errors : vErrors.concat(validate121.errors);
errors = vErrors.length;
}
}
if(data.samples !== undefined){
let data12 = data.samples;
if(typeof data12 === "string"){
if(func3(data12) < 1){
const err29 = {instancePath:instancePath+"/samples",schemaPath:"#/properties/samples/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema165.properties.samples,data:data12};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/samples",schemaPath:"#/properties/samples/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema165.properties.samples.type,parentSchema:schema165.properties.samples,data:data12};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema165.type,parentSchema:schema165,data};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
validate135.errors = vErrors;
return errors === 0;
}

const schema168 = {"description":"A table of a SQL Server, an Azure SQL Database or a PostgreSQL database, which each run of the pipeline reads.","type":"object","discriminator":{"propertyName":"read"},"required":["kind","read"],"properties":{"kind":{"description":"What the database is: a SQL Server (`sql-server`), an Azure SQL Database (`azure-sql`) or a PostgreSQL database (`postgres`).","enum":["sql-server","azure-sql","postgres"]},"read":{"description":"Which rows each run reads: `incremental` those that are new or changed since the one before, `full` all of them.","enum":["incremental","full"]}},"oneOf":[{"$ref":"#/definitions/IncrementalDatabaseSourceSpec"},{"$ref":"#/definitions/FullDatabaseSourceSpec"}]};
const schema169 = {"description":"A table of a SQL Server, an Azure SQL Database or a PostgreSQL database, of which each run of the pipeline reads the rows that are new or changed since the one before.","type":"object","additionalProperties":false,"required":["kind","connection","changes","read","cursor"],"oneOf":[{"required":["table"]},{"required":["tables"]}],"properties":{"kind":{"description":"What the database is: a SQL Server (`sql-server`), an Azure SQL Database (`azure-sql`) or a PostgreSQL database (`postgres`).","enum":["sql-server","azure-sql","postgres"]},"description":{"description":"What the table holds.","type":"string"},"connection":{"description":"A connection of the project, of the same kind as the source.","$ref":"#/definitions/Name"},"table":{"$ref":"#/definitions/DatabaseTable"},"tables":{"description":"Instead of `table`: the tables that are meant, of those that a file under `schemas/` lists for the connection. Each is a source of its own, as if it were written with `table`; the source's name, and where there are `samples` their path, hold `${table}`, which stands for its name (`OrderLines`: `order_lines`), and if need be `${schema}`.","$ref":"#/definitions/DatabaseTablesSpec"},"primary_key":{"description":"The columns that tell two rows of the table apart and are never null. A row that is changed keeps them. Default: what a file under `schemas/` says of the table; without one it is required.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},"changes":{"description":"What others do to the table's rows. Always `upsert`: they add rows and change them. A row that they delete is not noticed: it stays where it was read to.","enum":["upsert"]},"read":{"description":"Always `incremental`: only rows whose cursor is beyond the mark up to which rows were read before.","const":"incremental"},"cursor":{"$ref":"#/definitions/CursorSpec"},"columns":{"description":"The columns that are read, as `name: type`. Default: those that a file under `schemas/` lists for the table; without one they are required. Other columns of the table are not read; one whose name has a space or begins otherwise than with a letter is read through a view that renames it. A value that does not fit its type stops the run; a `date` of the database is a `date` here, as it cannot land as a `timestamp` in Parquet. A text that is `\\N` and nothing else becomes null where it lands as CSV, as that is how null is written there.","$ref":"#/definitions/SourceColumnsSpec"},"samples":{"description":"Files of the project whose rows stand for those of the table when the pipeline is run on this machine: a path relative to the project, in which `${name}` stands for a variable and `*` for any part of the name. Each file, in the order of their names, is a wave: its rows are added, or take the place of those with their primary key, and then the pipeline runs. CSV with the names of the columns in their order as its first record; a cell with nothing in it is null, of a string the empty text. Without them there is no table to read.","type":"string","pattern":"(\\.csv|\\})$"}},"elsewhere":{"may_be_empty":["read: full"],"event_hub":["kind: event-hub"],"partitions":["kind: event-hub","kind: kafka"],"capture":["kind: event-hub"],"format":["kind: event-hub","kind: kafka","kind: files","kind: lake","kind: azure-function","kind: http"],"producer":["kind: event-hub","kind: kafka","kind: files","kind: lake"],"topic":["kind: kafka"],"start":["kind: files"],"lag":["kind: files"],"compression":["kind: files"],"delimiter":["kind: files"],"quote":["kind: files"],"path":["kind: files","kind: lake","kind: http"],"header":["kind: files"],"function":["kind: azure-function"],"app":["kind: azure-function"],"called_by":["kind: azure-function"],"writes":["kind: azure-function"],"query":["kind: http"],"rows":["kind: http"],"paging":["kind: http"]}};
const schema171 = {"description":"The table, or a view, with its schema: `dbo.users`. Both of letters, digits and `_`, beginning with a letter or `_`: what has another name is read through a view, which the database's owner makes.","type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]{0,127}\\.[A-Za-z_][A-Za-z0-9_]{0,127}$"};
const pattern106 = new RegExp("^[A-Za-z_][A-Za-z0-9_]{0,127}\\.[A-Za-z_][A-Za-z0-9_]{0,127}$", "u");
const pattern116 = new RegExp("(\\.csv|\\})$", "u");
const schema172 = {"description":"Which tables: one pattern, several, or all of them but some.","examples":["sales.*",["sales.orders","sales.lines"]],"anyOf":[{"$ref":"#/definitions/DatabaseTablePattern"},{"type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/DatabaseTablePattern"}},{"$ref":"#/definitions/SomeDatabaseTablesSpec"}]};
const schema173 = {"description":"Tables of a database: `sales.orders`, or with `*` for any part of a name: `sales.*`, `*.fact_*`. Upper and lower case are told apart, as the file under `schemas/` writes them.","type":"string","pattern":"^[A-Za-z0-9_*]+\\.[A-Za-z0-9_*]+$","examples":["sales.*","sales.orders"]};
const pattern107 = new RegExp("^[A-Za-z0-9_*]+\\.[A-Za-z0-9_*]+$", "u");
const schema175 = {"description":"All tables that are meant by a pattern, but for others.","type":"object","additionalProperties":false,"required":["of"],"properties":{"of":{"description":"The tables, of which some are left out.","anyOf":[{"$ref":"#/definitions/DatabaseTablePattern"},{"type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/DatabaseTablePattern"}}]},"except":{"description":"Those that are left out. Each must be one of the tables.","anyOf":[{"$ref":"#/definitions/DatabaseTablePattern"},{"type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/DatabaseTablePattern"}}]}}};

function validate140(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.of === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "of"},message:"must have required property '"+"of"+"'",schema:schema175.required,parentSchema:schema175,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "of") || (key0 === "except"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema175,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.of !== undefined){
let data0 = data.of;
const _errs3 = errors;
let valid1 = false;
const _errs4 = errors;
if(typeof data0 === "string"){
if(!pattern107.test(data0)){
const err2 = {instancePath:instancePath+"/of",schemaPath:"#/definitions/DatabaseTablePattern/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_*]+\\.[A-Za-z0-9_*]+$"},message:"must match pattern \""+"^[A-Za-z0-9_*]+\\.[A-Za-z0-9_*]+$"+"\"",schema:"^[A-Za-z0-9_*]+\\.[A-Za-z0-9_*]+$",parentSchema:schema173,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/of",schemaPath:"#/definitions/DatabaseTablePattern/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema173.type,parentSchema:schema173,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid0 = _errs4 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs7 = errors;
if(Array.isArray(data0)){
if(data0.length < 1){
const err4 = {instancePath:instancePath+"/of",schemaPath:"#/properties/of/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema175.properties.of.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(!pattern107.test(data1)){
const err5 = {instancePath:instancePath+"/of/" + i0,schemaPath:"#/definitions/DatabaseTablePattern/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_*]+\\.[A-Za-z0-9_*]+$"},message:"must match pattern \""+"^[A-Za-z0-9_*]+\\.[A-Za-z0-9_*]+$"+"\"",schema:"^[A-Za-z0-9_*]+\\.[A-Za-z0-9_*]+$",parentSchema:schema173,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/of/" + i0,schemaPath:"#/definitions/DatabaseTablePattern/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema173.type,parentSchema:schema173,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
let i1 = data0.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data0[i1], data0[j0])){
const err7 = {instancePath:instancePath+"/of",schemaPath:"#/properties/of/anyOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema175.properties.of.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err8 = {instancePath:instancePath+"/of",schemaPath:"#/properties/of/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema175.properties.of.anyOf[1].type,parentSchema:schema175.properties.of.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid0 = _errs7 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err9 = {instancePath:instancePath+"/of",schemaPath:"#/properties/of/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema175.properties.of.anyOf,parentSchema:schema175.properties.of,data:data0};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
}
if(data.except !== undefined){
let data2 = data.except;
const _errs13 = errors;
let valid7 = false;
const _errs14 = errors;
if(typeof data2 === "string"){
if(!pattern107.test(data2)){
const err10 = {instancePath:instancePath+"/except",schemaPath:"#/definitions/DatabaseTablePattern/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_*]+\\.[A-Za-z0-9_*]+$"},message:"must match pattern \""+"^[A-Za-z0-9_*]+\\.[A-Za-z0-9_*]+$"+"\"",schema:"^[A-Za-z0-9_*]+\\.[A-Za-z0-9_*]+$",parentSchema:schema173,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/except",schemaPath:"#/definitions/DatabaseTablePattern/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema173.type,parentSchema:schema173,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var _valid1 = _errs14 === errors;
valid7 = valid7 || _valid1;
if(!valid7){
const _errs17 = errors;
if(Array.isArray(data2)){
if(data2.length < 1){
const err12 = {instancePath:instancePath+"/except",schemaPath:"#/properties/except/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema175.properties.except.anyOf[1],data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
const len1 = data2.length;
for(let i2=0; i2<len1; i2++){
let data3 = data2[i2];
if(typeof data3 === "string"){
if(!pattern107.test(data3)){
const err13 = {instancePath:instancePath+"/except/" + i2,schemaPath:"#/definitions/DatabaseTablePattern/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_*]+\\.[A-Za-z0-9_*]+$"},message:"must match pattern \""+"^[A-Za-z0-9_*]+\\.[A-Za-z0-9_*]+$"+"\"",schema:"^[A-Za-z0-9_*]+\\.[A-Za-z0-9_*]+$",parentSchema:schema173,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/except/" + i2,schemaPath:"#/definitions/DatabaseTablePattern/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema173.type,parentSchema:schema173,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
let i3 = data2.length;
let j1;
if(i3 > 1){
outer1:
for(;i3--;){
for(j1 = i3; j1--;){
if(func0(data2[i3], data2[j1])){
const err15 = {instancePath:instancePath+"/except",schemaPath:"#/properties/except/anyOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)",schema:true,parentSchema:schema175.properties.except.anyOf[1],data:data2};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
break outer1;
}
}
}
}
}
else {
const err16 = {instancePath:instancePath+"/except",schemaPath:"#/properties/except/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema175.properties.except.anyOf[1].type,parentSchema:schema175.properties.except.anyOf[1],data:data2};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
var _valid1 = _errs17 === errors;
valid7 = valid7 || _valid1;
}
if(!valid7){
const err17 = {instancePath:instancePath+"/except",schemaPath:"#/properties/except/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema175.properties.except.anyOf,parentSchema:schema175.properties.except,data:data2};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
else {
errors = _errs13;
if(vErrors !== null){
if(_errs13){
vErrors.length = _errs13;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err18 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema175.type,parentSchema:schema175,data};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
validate140.errors = vErrors;
return errors === 0;
}


function validate139(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(typeof data === "string"){
if(!pattern107.test(data)){
const err0 = {instancePath,schemaPath:"#/definitions/DatabaseTablePattern/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_*]+\\.[A-Za-z0-9_*]+$"},message:"must match pattern \""+"^[A-Za-z0-9_*]+\\.[A-Za-z0-9_*]+$"+"\"",schema:"^[A-Za-z0-9_*]+\\.[A-Za-z0-9_*]+$",parentSchema:schema173,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/definitions/DatabaseTablePattern/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema173.type,parentSchema:schema173,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs4 = errors;
if(Array.isArray(data)){
if(data.length < 1){
const err2 = {instancePath,schemaPath:"#/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema172.anyOf[1],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 === "string"){
if(!pattern107.test(data0)){
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/DatabaseTablePattern/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_*]+\\.[A-Za-z0-9_*]+$"},message:"must match pattern \""+"^[A-Za-z0-9_*]+\\.[A-Za-z0-9_*]+$"+"\"",schema:"^[A-Za-z0-9_*]+\\.[A-Za-z0-9_*]+$",parentSchema:schema173,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/DatabaseTablePattern/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema173.type,parentSchema:schema173,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
const err5 = {instancePath,schemaPath:"#/anyOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema172.anyOf[1],data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema172.anyOf[1].type,parentSchema:schema172.anyOf[1],data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid0 = _errs4 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs9 = errors;
if(!(validate140(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate140.errors : vErrors.concat(validate140.errors);
errors = vErrors.length;
}
var _valid0 = _errs9 === errors;
valid0 = valid0 || _valid0;
}
}
if(!valid0){
const err7 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema172.anyOf,parentSchema:schema172,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate139.errors = vErrors;
return errors === 0;
}

const schema181 = {"description":"The column by which new and changed rows are found: it is raised whenever a row is added or changed. The largest value that was read is kept as a mark, in the control database, and the next reading begins there. A row without a value is never read, nor one that PostgreSQL has at `infinity`.","type":"object","additionalProperties":false,"required":["column","start"],"properties":{"column":{"description":"One of the source's columns: a `timestamp`, `int` or `bigint`. Not a date: more rows may come on the day that was read. A number must be given to rows in the order in which they are committed, and anew with each change.","$ref":"#/definitions/ColumnName"},"start":{"description":"The mark before the first reading, only rows beyond it are read: a time without a zone, as the database's own clock has it (`2020-01-01T00:00:00`; of a PostgreSQL `timestamptz` in UTC), or a whole number. Another start, once rows were read, begins everything anew; the table that takes them with `apply_changes` then needs a higher `backfill`, or it stops.","type":["string","integer"]},"lag":{"description":"Of a `timestamp`: how long after its stamp a row may be committed. So far behind the mark rows are read again, when one of them was added or got another stamp; `apply_changes` takes each once. It is told by their number and the sum of how far each is behind the mark, in milliseconds (in seconds if `lag` is over 20 days; of PostgreSQL always in microseconds): what changes a row and not its stamp is not seen, nor are changes that come to the same sum. A row that is committed `lag` or more after its stamp may never be read. Without `lag` that holds for every row that is committed late or has the stamp of the mark itself, and a warning says so.","$ref":"#/definitions/DurationOrVariable"},"time_zone":{"description":"Of a `timestamp`: the time zone of the clock that rows are stamped by, `UTC` or an IANA name. A stamp has no offset, so a clock that is put back stamps rows of the second hour as it did those of the first, behind the mark: a zone whose clocks will be put back is an error that says when (a warning where `lag` reaches so far), and without a time zone there is a warning. It changes no time and nothing that is made. A PostgreSQL `timestamptz`, and a `datetimeoffset` read through a view, are read as `UTC`, which is also what `GETDATE()` of an Azure SQL Database is.","examples":["UTC","Asia/Kolkata"],"type":"string","minLength":1},"in_commit_order":{"description":"Of an `int` or `bigint`: you say that numbers become visible in their order, and that a row that is changed gets a new one; then there is no warning. An `identity` and a sequence do not do that. One writer may, and a `rowversion`, read through a view with `WHERE version < MIN_ACTIVE_ROWVERSION()`, does.","const":true}}};

function validate143(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.column === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "column"},message:"must have required property '"+"column"+"'",schema:schema181.required,parentSchema:schema181,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.start === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "start"},message:"must have required property '"+"start"+"'",schema:schema181.required,parentSchema:schema181,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "column") || (key0 === "start")) || (key0 === "lag")) || (key0 === "time_zone")) || (key0 === "in_commit_order"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema181,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.column !== undefined){
let data0 = data.column;
if(typeof data0 === "string"){
if(func3(data0) > 255){
const err3 = {instancePath:instancePath+"/column",schemaPath:"#/definitions/ColumnName/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema151,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern3.test(data0)){
const err4 = {instancePath:instancePath+"/column",schemaPath:"#/definitions/ColumnName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_]*$",parentSchema:schema151,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/column",schemaPath:"#/definitions/ColumnName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema151.type,parentSchema:schema151,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.start !== undefined){
let data1 = data.start;
if((typeof data1 !== "string") && (!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1))))){
const err6 = {instancePath:instancePath+"/start",schemaPath:"#/properties/start/type",keyword:"type",params:{type: schema181.properties.start.type},message:"must be string,integer",schema:schema181.properties.start.type,parentSchema:schema181.properties.start,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.lag !== undefined){
let data2 = data.lag;
if(typeof data2 === "string"){
if(!pattern39.test(data2)){
const err7 = {instancePath:instancePath+"/lag",schemaPath:"#/definitions/DurationOrVariable/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"},message:"must match pattern \""+"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"+"\"",schema:"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$",parentSchema:schema114,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/lag",schemaPath:"#/definitions/DurationOrVariable/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema114.type,parentSchema:schema114,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.time_zone !== undefined){
let data3 = data.time_zone;
if(typeof data3 === "string"){
if(func3(data3) < 1){
const err9 = {instancePath:instancePath+"/time_zone",schemaPath:"#/properties/time_zone/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema181.properties.time_zone,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/time_zone",schemaPath:"#/properties/time_zone/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema181.properties.time_zone.type,parentSchema:schema181.properties.time_zone,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.in_commit_order !== undefined){
let data4 = data.in_commit_order;
if(true !== data4){
const err11 = {instancePath:instancePath+"/in_commit_order",schemaPath:"#/properties/in_commit_order/const",keyword:"const",params:{allowedValue: true},message:"must be equal to constant",schema:true,parentSchema:schema181.properties.in_commit_order,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema181.type,parentSchema:schema181,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate143.errors = vErrors;
return errors === 0;
}


function validate138(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.table === undefined){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: "table"},message:"must have required property '"+"table"+"'",schema:schema169.oneOf[0].required,parentSchema:schema169.oneOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.tables === undefined){
const err1 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: "tables"},message:"must have required property '"+"tables"+"'",schema:schema169.oneOf[1].required,parentSchema:schema169.oneOf[1],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema169.oneOf,parentSchema:schema169,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema169.required,parentSchema:schema169,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.connection === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "connection"},message:"must have required property '"+"connection"+"'",schema:schema169.required,parentSchema:schema169,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.changes === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "changes"},message:"must have required property '"+"changes"+"'",schema:schema169.required,parentSchema:schema169,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.read === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "read"},message:"must have required property '"+"read"+"'",schema:schema169.required,parentSchema:schema169,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.cursor === undefined){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "cursor"},message:"must have required property '"+"cursor"+"'",schema:schema169.required,parentSchema:schema169,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema169.properties, key0))){
const err8 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema169,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.kind !== undefined){
let data0 = data.kind;
if(!(((data0 === "sql-server") || (data0 === "azure-sql")) || (data0 === "postgres"))){
const err9 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema169.properties.kind.enum},message:"must be equal to one of the allowed values",schema:schema169.properties.kind.enum,parentSchema:schema169.properties.kind,data:data0};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.description !== undefined){
let data1 = data.description;
if(typeof data1 !== "string"){
const err10 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema169.properties.description.type,parentSchema:schema169.properties.description,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.connection !== undefined){
let data2 = data.connection;
if(typeof data2 === "string"){
if(func3(data2) > 80){
const err11 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema108,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!pattern0.test(data2)){
const err12 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema108,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema108.type,parentSchema:schema108,data:data2};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.table !== undefined){
let data3 = data.table;
if(typeof data3 === "string"){
if(!pattern106.test(data3)){
const err14 = {instancePath:instancePath+"/table",schemaPath:"#/definitions/DatabaseTable/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]{0,127}\\.[A-Za-z_][A-Za-z0-9_]{0,127}$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]{0,127}\\.[A-Za-z_][A-Za-z0-9_]{0,127}$"+"\"",schema:"^[A-Za-z_][A-Za-z0-9_]{0,127}\\.[A-Za-z_][A-Za-z0-9_]{0,127}$",parentSchema:schema171,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/table",schemaPath:"#/definitions/DatabaseTable/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema171.type,parentSchema:schema171,data:data3};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.tables !== undefined){
if(!(validate139(data.tables, {instancePath:instancePath+"/tables",parentData:data,parentDataProperty:"tables",rootData}))){
vErrors = vErrors === null ? validate139.errors : vErrors.concat(validate139.errors);
errors = vErrors.length;
}
}
if(data.primary_key !== undefined){
let data5 = data.primary_key;
if(Array.isArray(data5)){
if(data5.length < 1){
const err16 = {instancePath:instancePath+"/primary_key",schemaPath:"#/properties/primary_key/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema169.properties.primary_key,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(typeof data6 === "string"){
if(func3(data6) > 255){
const err17 = {instancePath:instancePath+"/primary_key/" + i0,schemaPath:"#/definitions/ColumnName/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema151,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(!pattern3.test(data6)){
const err18 = {instancePath:instancePath+"/primary_key/" + i0,schemaPath:"#/definitions/ColumnName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_]*$",parentSchema:schema151,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/primary_key/" + i0,schemaPath:"#/definitions/ColumnName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema151.type,parentSchema:schema151,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
let i1 = data5.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data5[i1], data5[j0])){
const err20 = {instancePath:instancePath+"/primary_key",schemaPath:"#/properties/primary_key/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema169.properties.primary_key,data:data5};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err21 = {instancePath:instancePath+"/primary_key",schemaPath:"#/properties/primary_key/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema169.properties.primary_key.type,parentSchema:schema169.properties.primary_key,data:data5};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.changes !== undefined){
let data7 = data.changes;
if(!(data7 === "upsert")){
const err22 = {instancePath:instancePath+"/changes",schemaPath:"#/properties/changes/enum",keyword:"enum",params:{allowedValues: schema169.properties.changes.enum},message:"must be equal to one of the allowed values",schema:schema169.properties.changes.enum,parentSchema:schema169.properties.changes,data:data7};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.read !== undefined){
let data8 = data.read;
if("incremental" !== data8){
const err23 = {instancePath:instancePath+"/read",schemaPath:"#/properties/read/const",keyword:"const",params:{allowedValue: "incremental"},message:"must be equal to constant",schema:"incremental",parentSchema:schema169.properties.read,data:data8};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.cursor !== undefined){
if(!(validate143(data.cursor, {instancePath:instancePath+"/cursor",parentData:data,parentDataProperty:"cursor",rootData}))){
vErrors = vErrors === null ? validate143.errors : vErrors.concat(validate143.errors);
errors = vErrors.length;
}
}
if(data.columns !== undefined){
if(!(validate121(data.columns, {instancePath:instancePath+"/columns",parentData:data,parentDataProperty:"columns",rootData}))){
vErrors = vErrors === null ? validate121.errors : vErrors.concat(validate121.errors);
errors = vErrors.length;
}
}
if(data.samples !== undefined){
let data11 = data.samples;
if(typeof data11 === "string"){
if(!pattern116.test(data11)){
const err24 = {instancePath:instancePath+"/samples",schemaPath:"#/properties/samples/pattern",keyword:"pattern",params:{pattern: "(\\.csv|\\})$"},message:"must match pattern \""+"(\\.csv|\\})$"+"\"",schema:"(\\.csv|\\})$",parentSchema:schema169.properties.samples,data:data11};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/samples",schemaPath:"#/properties/samples/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema169.properties.samples.type,parentSchema:schema169.properties.samples,data:data11};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema169.type,parentSchema:schema169,data};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
validate138.errors = vErrors;
return errors === 0;
}

const schema184 = {"description":"A table of a SQL Server, an Azure SQL Database or a PostgreSQL database, of which each run of the pipeline reads all rows. When that was, by the database's own clock, stays with the rows in the files that they land in (`_read_at`); it is no column that expressions know.","type":"object","additionalProperties":false,"required":["kind","connection","read"],"oneOf":[{"required":["table"]},{"required":["tables"]}],"properties":{"kind":{"description":"What the database is: a SQL Server (`sql-server`), an Azure SQL Database (`azure-sql`) or a PostgreSQL database (`postgres`).","enum":["sql-server","azure-sql","postgres"]},"description":{"description":"What the table holds.","type":"string"},"connection":{"description":"A connection of the project, of the same kind as the source.","$ref":"#/definitions/Name"},"table":{"$ref":"#/definitions/DatabaseTable"},"tables":{"description":"Instead of `table`: the tables that are meant, of those that a file under `schemas/` lists for the connection. Each is a source of its own, as if it were written with `table`; the source's name, and where there are `samples` their path, hold `${table}`, which stands for its name (`OrderLines`: `order_lines`), and if need be `${schema}`.","$ref":"#/definitions/DatabaseTablesSpec"},"primary_key":{"description":"The columns that tell two rows of the table apart and are never null. What is merged with `apply_changes` needs them. Default: what a file under `schemas/` says of the table, where the columns are taken from there too.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},"changes":{"description":"What each reading is. Always `snapshot`, which `read: full` implies: all rows of the table as they are, so a row that is not there any more was deleted.","enum":["snapshot"]},"read":{"description":"Always `full`: each run reads all rows of the table, whether they have changed or not. A SQL Server must have READ_COMMITTED_SNAPSHOT on, as Azure SQL Database has by default and PostgreSQL in its own way always: without it a row that is changed while the table is read may be passed over, as if it had been deleted, or read twice (ALTER DATABASE … SET READ_COMMITTED_SNAPSHOT ON).","const":"full"},"may_be_empty":{"description":"Whether a reading without rows is believed, of a table that had rows when it was read before. Default `false`: the run stops and says so, and nothing is taken of it, because a table that is emptied and filled again, or whose rows the user may not see for a while, would have all that was made of it deleted.","type":"boolean"},"columns":{"description":"The columns that are read, as `name: type`. Default: those that a file under `schemas/` lists for the table; without one they are required. Other columns of the table are not read; one whose name has a space or begins otherwise than with a letter is read through a view that renames it. A value that does not fit its type stops the run; a `date` of the database is a `date` here, as it cannot land as a `timestamp` in Parquet. A text that is `\\N` and nothing else becomes null where it lands as CSV, as that is how null is written there.","$ref":"#/definitions/SourceColumnsSpec"},"samples":{"description":"Files of the project whose rows stand for those of the table when the pipeline is run on this machine: a path relative to the project, in which `${name}` stands for a variable and `*` for any part of the name. Each file, in the order of their names, is a wave: its rows are the whole table, those that were there before are deleted, and then the pipeline runs. CSV with the names of the columns in their order as its first record; a cell with nothing in it is null, of a string the empty text. Without them there is no table to read.","type":"string","pattern":"(\\.csv|\\})$"}},"elsewhere":{"cursor":["read: incremental"],"event_hub":["kind: event-hub"],"partitions":["kind: event-hub","kind: kafka"],"capture":["kind: event-hub"],"format":["kind: event-hub","kind: kafka","kind: files","kind: lake","kind: azure-function","kind: http"],"producer":["kind: event-hub","kind: kafka","kind: files","kind: lake"],"topic":["kind: kafka"],"start":["kind: files"],"lag":["kind: files"],"compression":["kind: files"],"delimiter":["kind: files"],"quote":["kind: files"],"path":["kind: files","kind: lake","kind: http"],"header":["kind: files"],"function":["kind: azure-function"],"app":["kind: azure-function"],"called_by":["kind: azure-function"],"writes":["kind: azure-function"],"query":["kind: http"],"rows":["kind: http"],"paging":["kind: http"]}};

function validate146(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.table === undefined){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: "table"},message:"must have required property '"+"table"+"'",schema:schema184.oneOf[0].required,parentSchema:schema184.oneOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.tables === undefined){
const err1 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: "tables"},message:"must have required property '"+"tables"+"'",schema:schema184.oneOf[1].required,parentSchema:schema184.oneOf[1],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema184.oneOf,parentSchema:schema184,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema184.required,parentSchema:schema184,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.connection === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "connection"},message:"must have required property '"+"connection"+"'",schema:schema184.required,parentSchema:schema184,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.read === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "read"},message:"must have required property '"+"read"+"'",schema:schema184.required,parentSchema:schema184,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema184.properties, key0))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema184,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.kind !== undefined){
let data0 = data.kind;
if(!(((data0 === "sql-server") || (data0 === "azure-sql")) || (data0 === "postgres"))){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema184.properties.kind.enum},message:"must be equal to one of the allowed values",schema:schema184.properties.kind.enum,parentSchema:schema184.properties.kind,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.description !== undefined){
let data1 = data.description;
if(typeof data1 !== "string"){
const err8 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema184.properties.description.type,parentSchema:schema184.properties.description,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.connection !== undefined){
let data2 = data.connection;
if(typeof data2 === "string"){
if(func3(data2) > 80){
const err9 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema108,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!pattern0.test(data2)){
const err10 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema108,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema108.type,parentSchema:schema108,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.table !== undefined){
let data3 = data.table;
if(typeof data3 === "string"){
if(!pattern106.test(data3)){
const err12 = {instancePath:instancePath+"/table",schemaPath:"#/definitions/DatabaseTable/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]{0,127}\\.[A-Za-z_][A-Za-z0-9_]{0,127}$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]{0,127}\\.[A-Za-z_][A-Za-z0-9_]{0,127}$"+"\"",schema:"^[A-Za-z_][A-Za-z0-9_]{0,127}\\.[A-Za-z_][A-Za-z0-9_]{0,127}$",parentSchema:schema171,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/table",schemaPath:"#/definitions/DatabaseTable/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema171.type,parentSchema:schema171,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.tables !== undefined){
if(!(validate139(data.tables, {instancePath:instancePath+"/tables",parentData:data,parentDataProperty:"tables",rootData}))){
vErrors = vErrors === null ? validate139.errors : vErrors.concat(validate139.errors);
errors = vErrors.length;
}
}
if(data.primary_key !== undefined){
let data5 = data.primary_key;
if(Array.isArray(data5)){
if(data5.length < 1){
const err14 = {instancePath:instancePath+"/primary_key",schemaPath:"#/properties/primary_key/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema184.properties.primary_key,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(typeof data6 === "string"){
if(func3(data6) > 255){
const err15 = {instancePath:instancePath+"/primary_key/" + i0,schemaPath:"#/definitions/ColumnName/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema151,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!pattern3.test(data6)){
const err16 = {instancePath:instancePath+"/primary_key/" + i0,schemaPath:"#/definitions/ColumnName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_]*$",parentSchema:schema151,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/primary_key/" + i0,schemaPath:"#/definitions/ColumnName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema151.type,parentSchema:schema151,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
let i1 = data5.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data5[i1], data5[j0])){
const err18 = {instancePath:instancePath+"/primary_key",schemaPath:"#/properties/primary_key/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema184.properties.primary_key,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err19 = {instancePath:instancePath+"/primary_key",schemaPath:"#/properties/primary_key/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema184.properties.primary_key.type,parentSchema:schema184.properties.primary_key,data:data5};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.changes !== undefined){
let data7 = data.changes;
if(!(data7 === "snapshot")){
const err20 = {instancePath:instancePath+"/changes",schemaPath:"#/properties/changes/enum",keyword:"enum",params:{allowedValues: schema184.properties.changes.enum},message:"must be equal to one of the allowed values",schema:schema184.properties.changes.enum,parentSchema:schema184.properties.changes,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.read !== undefined){
let data8 = data.read;
if("full" !== data8){
const err21 = {instancePath:instancePath+"/read",schemaPath:"#/properties/read/const",keyword:"const",params:{allowedValue: "full"},message:"must be equal to constant",schema:"full",parentSchema:schema184.properties.read,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.may_be_empty !== undefined){
let data9 = data.may_be_empty;
if(typeof data9 !== "boolean"){
const err22 = {instancePath:instancePath+"/may_be_empty",schemaPath:"#/properties/may_be_empty/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema184.properties.may_be_empty.type,parentSchema:schema184.properties.may_be_empty,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.columns !== undefined){
if(!(validate121(data.columns, {instancePath:instancePath+"/columns",parentData:data,parentDataProperty:"columns",rootData}))){
vErrors = vErrors === null ? validate121.errors : vErrors.concat(validate121.errors);
errors = vErrors.length;
}
}
if(data.samples !== undefined){
let data11 = data.samples;
if(typeof data11 === "string"){
if(!pattern116.test(data11)){
const err23 = {instancePath:instancePath+"/samples",schemaPath:"#/properties/samples/pattern",keyword:"pattern",params:{pattern: "(\\.csv|\\})$"},message:"must match pattern \""+"(\\.csv|\\})$"+"\"",schema:"(\\.csv|\\})$",parentSchema:schema184.properties.samples,data:data11};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/samples",schemaPath:"#/properties/samples/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema184.properties.samples.type,parentSchema:schema184.properties.samples,data:data11};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema184.type,parentSchema:schema184,data};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
validate146.errors = vErrors;
return errors === 0;
}


function validate137(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema168.required,parentSchema:schema168,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.read === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "read"},message:"must have required property '"+"read"+"'",schema:schema168.required,parentSchema:schema168,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.kind !== undefined){
let data0 = data.kind;
if(!(((data0 === "sql-server") || (data0 === "azure-sql")) || (data0 === "postgres"))){
const err2 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema168.properties.kind.enum},message:"must be equal to one of the allowed values",schema:schema168.properties.kind.enum,parentSchema:schema168.properties.kind,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.read !== undefined){
let data1 = data.read;
if(!((data1 === "incremental") || (data1 === "full"))){
const err3 = {instancePath:instancePath+"/read",schemaPath:"#/properties/read/enum",keyword:"enum",params:{allowedValues: schema168.properties.read.enum},message:"must be equal to one of the allowed values",schema:schema168.properties.read.enum,parentSchema:schema168.properties.read,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
const tag0 = data.read;
if(typeof tag0 == "string"){
if(tag0 === "incremental"){
if(!(validate138(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate138.errors : vErrors.concat(validate138.errors);
errors = vErrors.length;
}
}
else if(tag0 === "full"){
if(!(validate146(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate146.errors : vErrors.concat(validate146.errors);
errors = vErrors.length;
}
}
else {
const err4 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "read", tagValue: tag0},message:"value of tag \"read\" must be in oneOf",schema:schema168.discriminator,parentSchema:schema168,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "tag", tag: "read", tagValue: tag0},message:"tag \"read\" must be string",schema:schema168.discriminator,parentSchema:schema168,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema168.type,parentSchema:schema168,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate137.errors = vErrors;
return errors === 0;
}

const schema188 = {"description":"Rows that an API answers with, which the data factory, or the Synapse workspace, lands each time that the pipeline is started: page after page, as one snapshot. Each answer is a JSON object with a list of rows. Rows that move from one page to another while they are read may be missed, or come twice: a page is what the API has at that moment. No row at all stops the job.","type":"object","additionalProperties":false,"required":["kind","connection","path","read","changes","format","rows","columns"],"properties":{"kind":{"description":"Always `http`.","const":"http"},"description":{"description":"What the rows are.","type":"string"},"connection":{"description":"A connection of the project, of kind `http`.","$ref":"#/definitions/Name"},"path":{"description":"What is asked for, below the connection's `base`, as `orders` or `3/movie/popular`: names of letters, digits, `.`, `_`, `~` and `-` with `/` between.","type":"string","pattern":"^(?!.*\\.\\.)[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*$","maxLength":500},"query":{"description":"Parameters of each request, by name; no keys, which stand in the connection's `identity`.","type":"object","minProperties":1,"propertyNames":{"pattern":"^[A-Za-z0-9_.~-]+$"},"additionalProperties":{"type":"string","pattern":"^[A-Za-z0-9_.~:,-]+$"}},"read":{"description":"What each run of the pipeline lands. `full`: all pages, which together are one snapshot.","const":"full"},"changes":{"description":"What a landing means. `snapshot`: it is the whole.","const":"snapshot"},"format":{"description":"Always `json`.","const":"json"},"rows":{"description":"Where the list of rows is in an answer, as a path of JSON: `$.results`, `$.data.items` or `$['value']`. An answer without such a list stops the job.","type":"string","pattern":"^\\$(\\.[A-Za-z_][A-Za-z0-9_]*|\\['[A-Za-z0-9_@.:-]+'\\])+$","maxLength":200},"paging":{"$ref":"#/definitions/HttpPagingSpec"},"primary_key":{"description":"The columns that are never null and, where no page moved, tell two rows apart: what comes twice is not removed (docs/http.md).","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},"columns":{"$ref":"#/definitions/SourceColumnsSpec"},"samples":{"description":"Files of the project that stand for the API's rows when the pipeline is run on this machine: a path relative to the project, in which `${name}` stands for a variable and `*` for any part of the name; a JSON object on each line. Each file, in the order of their names, is a wave: a server of this machine answers with its rows, five on a page or as `offset` says, and then the pipeline runs. Without samples it has no row, which stops the job.","type":"string","minLength":1}},"elsewhere":{"event_hub":["kind: event-hub"],"partitions":["kind: event-hub","kind: kafka"],"capture":["kind: event-hub"],"producer":["kind: event-hub","kind: kafka","kind: files","kind: lake"],"topic":["kind: kafka"],"start":["kind: files"],"lag":["kind: files"],"compression":["kind: files"],"delimiter":["kind: files"],"quote":["kind: files"],"header":["kind: files"],"function":["kind: azure-function"],"app":["kind: azure-function"],"called_by":["kind: azure-function"],"writes":["kind: azure-function"],"table":["kind: sql-server","kind: azure-sql","kind: postgres"],"tables":["kind: sql-server","kind: azure-sql","kind: postgres"],"cursor":["kind: sql-server","kind: azure-sql","kind: postgres"],"may_be_empty":["kind: sql-server","kind: azure-sql","kind: postgres"]}};
const pattern123 = new RegExp("^[A-Za-z0-9_.~-]+$", "u");
const pattern124 = new RegExp("^[A-Za-z0-9_.~:,-]+$", "u");
const pattern125 = new RegExp("^\\$(\\.[A-Za-z_][A-Za-z0-9_]*|\\['[A-Za-z0-9_@.:-]+'\\])+$", "u");
const schema190 = {"description":"How one page leads to the next: by a link in each answer (`next`), by the number of the page (`page`), or by how many rows are skipped (`offset`). Default: there is one page.","if":{"type":"object","required":["next"]},"then":{"$ref":"#/definitions/HttpNextSpec"},"else":{"if":{"type":"object","required":["offset"]},"then":{"$ref":"#/definitions/HttpOffsetSpec"},"else":{"$ref":"#/definitions/HttpPageSpec"}}};
const schema191 = {"description":"Pages by links.","type":"object","additionalProperties":false,"required":["next"],"properties":{"next":{"description":"Where the address of the next page is in an answer: `$.paging.next` or `$['@odata.nextLink']`. In the last one it is null, or not there. It should be one of the same host: no page says whether the service would show the connection's key to another.","type":"string","pattern":"^\\$(\\.[A-Za-z_][A-Za-z0-9_]*|\\['[A-Za-z0-9_@.:-]+'\\])+$","maxLength":200},"max_pages":{"description":"How many pages there may be: a run that meets more of them fails, and nothing of them is taken. Default 1000.","type":"integer","minimum":1,"maximum":100000},"wait":{"description":"How long is waited before each page but the first: from `10 milliseconds` to `1 minute`. Default `1 second`.","$ref":"#/definitions/DurationOrVariable"}}};

function validate153(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.next === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "next"},message:"must have required property '"+"next"+"'",schema:schema191.required,parentSchema:schema191,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "next") || (key0 === "max_pages")) || (key0 === "wait"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema191,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.next !== undefined){
let data0 = data.next;
if(typeof data0 === "string"){
if(func3(data0) > 200){
const err2 = {instancePath:instancePath+"/next",schemaPath:"#/properties/next/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema191.properties.next,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern125.test(data0)){
const err3 = {instancePath:instancePath+"/next",schemaPath:"#/properties/next/pattern",keyword:"pattern",params:{pattern: "^\\$(\\.[A-Za-z_][A-Za-z0-9_]*|\\['[A-Za-z0-9_@.:-]+'\\])+$"},message:"must match pattern \""+"^\\$(\\.[A-Za-z_][A-Za-z0-9_]*|\\['[A-Za-z0-9_@.:-]+'\\])+$"+"\"",schema:"^\\$(\\.[A-Za-z_][A-Za-z0-9_]*|\\['[A-Za-z0-9_@.:-]+'\\])+$",parentSchema:schema191.properties.next,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/next",schemaPath:"#/properties/next/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema191.properties.next.type,parentSchema:schema191.properties.next,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.max_pages !== undefined){
let data1 = data.max_pages;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err5 = {instancePath:instancePath+"/max_pages",schemaPath:"#/properties/max_pages/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema191.properties.max_pages.type,parentSchema:schema191.properties.max_pages,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 100000 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/max_pages",schemaPath:"#/properties/max_pages/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000",schema:100000,parentSchema:schema191.properties.max_pages,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err7 = {instancePath:instancePath+"/max_pages",schemaPath:"#/properties/max_pages/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema191.properties.max_pages,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data.wait !== undefined){
let data2 = data.wait;
if(typeof data2 === "string"){
if(!pattern39.test(data2)){
const err8 = {instancePath:instancePath+"/wait",schemaPath:"#/definitions/DurationOrVariable/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"},message:"must match pattern \""+"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"+"\"",schema:"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$",parentSchema:schema114,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/wait",schemaPath:"#/definitions/DurationOrVariable/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema114.type,parentSchema:schema114,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema191.type,parentSchema:schema191,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate153.errors = vErrors;
return errors === 0;
}

const schema193 = {"description":"Pages by how many rows are skipped, until one has no rows.","type":"object","additionalProperties":false,"required":["offset","size"],"properties":{"offset":{"description":"The parameter with the number of rows that are skipped.","type":"string","pattern":"^[A-Za-z0-9_.~-]+$"},"size":{"description":"How many rows a page has; the API must give no fewer but on its last page. How it is asked for so many stands in `query`, as in `query: { limit: \"100\" }`.","type":"integer","minimum":1,"maximum":100000},"max_pages":{"description":"How many pages there may be: a run that meets more of them fails, and nothing of them is taken. Default 1000.","type":"integer","minimum":1,"maximum":100000},"wait":{"description":"How long is waited before each page but the first: from `10 milliseconds` to `1 minute`. Default `1 second`.","$ref":"#/definitions/DurationOrVariable"}}};

function validate155(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.offset === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "offset"},message:"must have required property '"+"offset"+"'",schema:schema193.required,parentSchema:schema193,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.size === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "size"},message:"must have required property '"+"size"+"'",schema:schema193.required,parentSchema:schema193,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "offset") || (key0 === "size")) || (key0 === "max_pages")) || (key0 === "wait"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema193,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.offset !== undefined){
let data0 = data.offset;
if(typeof data0 === "string"){
if(!pattern123.test(data0)){
const err3 = {instancePath:instancePath+"/offset",schemaPath:"#/properties/offset/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.~-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_.~-]+$"+"\"",schema:"^[A-Za-z0-9_.~-]+$",parentSchema:schema193.properties.offset,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/offset",schemaPath:"#/properties/offset/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema193.properties.offset.type,parentSchema:schema193.properties.offset,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.size !== undefined){
let data1 = data.size;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err5 = {instancePath:instancePath+"/size",schemaPath:"#/properties/size/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema193.properties.size.type,parentSchema:schema193.properties.size,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 100000 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/size",schemaPath:"#/properties/size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000",schema:100000,parentSchema:schema193.properties.size,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err7 = {instancePath:instancePath+"/size",schemaPath:"#/properties/size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema193.properties.size,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data.max_pages !== undefined){
let data2 = data.max_pages;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err8 = {instancePath:instancePath+"/max_pages",schemaPath:"#/properties/max_pages/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema193.properties.max_pages.type,parentSchema:schema193.properties.max_pages,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 100000 || isNaN(data2)){
const err9 = {instancePath:instancePath+"/max_pages",schemaPath:"#/properties/max_pages/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000",schema:100000,parentSchema:schema193.properties.max_pages,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err10 = {instancePath:instancePath+"/max_pages",schemaPath:"#/properties/max_pages/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema193.properties.max_pages,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
if(data.wait !== undefined){
let data3 = data.wait;
if(typeof data3 === "string"){
if(!pattern39.test(data3)){
const err11 = {instancePath:instancePath+"/wait",schemaPath:"#/definitions/DurationOrVariable/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"},message:"must match pattern \""+"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"+"\"",schema:"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$",parentSchema:schema114,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/wait",schemaPath:"#/definitions/DurationOrVariable/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema114.type,parentSchema:schema114,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema193.type,parentSchema:schema193,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate155.errors = vErrors;
return errors === 0;
}

const schema195 = {"description":"Pages by number, until one has no rows.","type":"object","additionalProperties":false,"required":["page"],"properties":{"page":{"description":"The parameter with the page's number.","type":"string","pattern":"^[A-Za-z0-9_.~-]+$"},"first":{"description":"Number of the first page. Default 1.","type":"integer","minimum":0,"maximum":1},"max_pages":{"description":"How many pages there may be: a run that meets more of them fails, and nothing of them is taken. Default 1000.","type":"integer","minimum":1,"maximum":100000},"wait":{"description":"How long is waited before each page but the first: from `10 milliseconds` to `1 minute`. Default `1 second`.","$ref":"#/definitions/DurationOrVariable"}}};

function validate157(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.page === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "page"},message:"must have required property '"+"page"+"'",schema:schema195.required,parentSchema:schema195,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "page") || (key0 === "first")) || (key0 === "max_pages")) || (key0 === "wait"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema195,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.page !== undefined){
let data0 = data.page;
if(typeof data0 === "string"){
if(!pattern123.test(data0)){
const err2 = {instancePath:instancePath+"/page",schemaPath:"#/properties/page/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.~-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_.~-]+$"+"\"",schema:"^[A-Za-z0-9_.~-]+$",parentSchema:schema195.properties.page,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/page",schemaPath:"#/properties/page/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema195.properties.page.type,parentSchema:schema195.properties.page,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.first !== undefined){
let data1 = data.first;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err4 = {instancePath:instancePath+"/first",schemaPath:"#/properties/first/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema195.properties.first.type,parentSchema:schema195.properties.first,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 1 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/first",schemaPath:"#/properties/first/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema195.properties.first,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1 < 0 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/first",schemaPath:"#/properties/first/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema195.properties.first,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data.max_pages !== undefined){
let data2 = data.max_pages;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err7 = {instancePath:instancePath+"/max_pages",schemaPath:"#/properties/max_pages/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema195.properties.max_pages.type,parentSchema:schema195.properties.max_pages,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 100000 || isNaN(data2)){
const err8 = {instancePath:instancePath+"/max_pages",schemaPath:"#/properties/max_pages/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000",schema:100000,parentSchema:schema195.properties.max_pages,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err9 = {instancePath:instancePath+"/max_pages",schemaPath:"#/properties/max_pages/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema195.properties.max_pages,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
if(data.wait !== undefined){
let data3 = data.wait;
if(typeof data3 === "string"){
if(!pattern39.test(data3)){
const err10 = {instancePath:instancePath+"/wait",schemaPath:"#/definitions/DurationOrVariable/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"},message:"must match pattern \""+"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"+"\"",schema:"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$",parentSchema:schema114,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/wait",schemaPath:"#/definitions/DurationOrVariable/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema114.type,parentSchema:schema114,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema195.type,parentSchema:schema195,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate157.errors = vErrors;
return errors === 0;
}


function validate152(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = true;
const _errs1 = errors;
if(errors === _errs1){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.next === undefined) && (missing0 = "next")){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs1 === errors;
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs3 = errors;
if(!(validate153(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate153.errors : vErrors.concat(validate153.errors);
errors = vErrors.length;
}
var _valid0 = _errs3 === errors;
valid0 = _valid0;
ifClause0 = "then";
}
else {
const _errs4 = errors;
const _errs5 = errors;
let valid1 = true;
const _errs6 = errors;
if(errors === _errs6){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.offset === undefined) && (missing1 = "offset")){
const err2 = {};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid1 = _errs6 === errors;
errors = _errs5;
if(vErrors !== null){
if(_errs5){
vErrors.length = _errs5;
}
else {
vErrors = null;
}
}
let ifClause1;
if(_valid1){
const _errs8 = errors;
if(!(validate155(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate155.errors : vErrors.concat(validate155.errors);
errors = vErrors.length;
}
var _valid1 = _errs8 === errors;
valid1 = _valid1;
ifClause1 = "then";
}
else {
const _errs9 = errors;
if(!(validate157(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate157.errors : vErrors.concat(validate157.errors);
errors = vErrors.length;
}
var _valid1 = _errs9 === errors;
valid1 = _valid1;
ifClause1 = "else";
}
if(!valid1){
const err4 = {instancePath,schemaPath:"#/else/if",keyword:"if",params:{failingKeyword: ifClause1},message:"must match \""+ifClause1+"\" schema",schema:schema190.else.if,parentSchema:schema190.else,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid0 = _errs4 === errors;
valid0 = _valid0;
ifClause0 = "else";
}
if(!valid0){
const err5 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0},message:"must match \""+ifClause0+"\" schema",schema:schema190.if,parentSchema:schema190,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate152.errors = vErrors;
return errors === 0;
}


function validate151(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema188.required,parentSchema:schema188,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.connection === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "connection"},message:"must have required property '"+"connection"+"'",schema:schema188.required,parentSchema:schema188,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.path === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema188.required,parentSchema:schema188,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.read === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "read"},message:"must have required property '"+"read"+"'",schema:schema188.required,parentSchema:schema188,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.changes === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "changes"},message:"must have required property '"+"changes"+"'",schema:schema188.required,parentSchema:schema188,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.format === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "format"},message:"must have required property '"+"format"+"'",schema:schema188.required,parentSchema:schema188,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.rows === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "rows"},message:"must have required property '"+"rows"+"'",schema:schema188.required,parentSchema:schema188,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.columns === undefined){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "columns"},message:"must have required property '"+"columns"+"'",schema:schema188.required,parentSchema:schema188,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema188.properties, key0))){
const err8 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema188,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.kind !== undefined){
let data0 = data.kind;
if("http" !== data0){
const err9 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "http"},message:"must be equal to constant",schema:"http",parentSchema:schema188.properties.kind,data:data0};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.description !== undefined){
let data1 = data.description;
if(typeof data1 !== "string"){
const err10 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema188.properties.description.type,parentSchema:schema188.properties.description,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.connection !== undefined){
let data2 = data.connection;
if(typeof data2 === "string"){
if(func3(data2) > 80){
const err11 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema108,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!pattern0.test(data2)){
const err12 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema108,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema108.type,parentSchema:schema108,data:data2};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.path !== undefined){
let data3 = data.path;
if(typeof data3 === "string"){
if(func3(data3) > 500){
const err14 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema188.properties.path,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!pattern26.test(data3)){
const err15 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/pattern",keyword:"pattern",params:{pattern: "^(?!.*\\.\\.)[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*$"},message:"must match pattern \""+"^(?!.*\\.\\.)[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*$"+"\"",schema:"^(?!.*\\.\\.)[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*$",parentSchema:schema188.properties.path,data:data3};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema188.properties.path.type,parentSchema:schema188.properties.path,data:data3};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.query !== undefined){
let data4 = data.query;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length < 1){
const err17 = {instancePath:instancePath+"/query",schemaPath:"#/properties/query/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema188.properties.query,data:data4};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
for(const key1 in data4){
const _errs12 = errors;
if(typeof key1 === "string"){
if(!pattern123.test(key1)){
const err18 = {instancePath:instancePath+"/query",schemaPath:"#/properties/query/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.~-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_.~-]+$"+"\"",schema:"^[A-Za-z0-9_.~-]+$",parentSchema:schema188.properties.query.propertyNames,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
var valid2 = _errs12 === errors;
if(!valid2){
const err19 = {instancePath:instancePath+"/query",schemaPath:"#/properties/query/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid",schema:schema188.properties.query.propertyNames,parentSchema:schema188.properties.query,data:data4};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
for(const key2 in data4){
let data5 = data4[key2];
if(typeof data5 === "string"){
if(!pattern124.test(data5)){
const err20 = {instancePath:instancePath+"/query/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/query/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.~:,-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_.~:,-]+$"+"\"",schema:"^[A-Za-z0-9_.~:,-]+$",parentSchema:schema188.properties.query.additionalProperties,data:data5};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/query/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/query/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema188.properties.query.additionalProperties.type,parentSchema:schema188.properties.query.additionalProperties,data:data5};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/query",schemaPath:"#/properties/query/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema188.properties.query.type,parentSchema:schema188.properties.query,data:data4};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.read !== undefined){
let data6 = data.read;
if("full" !== data6){
const err23 = {instancePath:instancePath+"/read",schemaPath:"#/properties/read/const",keyword:"const",params:{allowedValue: "full"},message:"must be equal to constant",schema:"full",parentSchema:schema188.properties.read,data:data6};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.changes !== undefined){
let data7 = data.changes;
if("snapshot" !== data7){
const err24 = {instancePath:instancePath+"/changes",schemaPath:"#/properties/changes/const",keyword:"const",params:{allowedValue: "snapshot"},message:"must be equal to constant",schema:"snapshot",parentSchema:schema188.properties.changes,data:data7};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.format !== undefined){
let data8 = data.format;
if("json" !== data8){
const err25 = {instancePath:instancePath+"/format",schemaPath:"#/properties/format/const",keyword:"const",params:{allowedValue: "json"},message:"must be equal to constant",schema:"json",parentSchema:schema188.properties.format,data:data8};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.rows !== undefined){
let data9 = data.rows;
if(typeof data9 === "string"){
if(func3(data9) > 200){
const err26 = {instancePath:instancePath+"/rows",schemaPath:"#/properties/rows/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema188.properties.rows,data:data9};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(!pattern125.test(data9)){
const err27 = {instancePath:instancePath+"/rows",schemaPath:"#/properties/rows/pattern",keyword:"pattern",params:{pattern: "^\\$(\\.[A-Za-z_][A-Za-z0-9_]*|\\['[A-Za-z0-9_@.:-]+'\\])+$"},message:"must match pattern \""+"^\\$(\\.[A-Za-z_][A-Za-z0-9_]*|\\['[A-Za-z0-9_@.:-]+'\\])+$"+"\"",schema:"^\\$(\\.[A-Za-z_][A-Za-z0-9_]*|\\['[A-Za-z0-9_@.:-]+'\\])+$",parentSchema:schema188.properties.rows,data:data9};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/rows",schemaPath:"#/properties/rows/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema188.properties.rows.type,parentSchema:schema188.properties.rows,data:data9};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.paging !== undefined){
if(!(validate152(data.paging, {instancePath:instancePath+"/paging",parentData:data,parentDataProperty:"paging",rootData}))){
vErrors = vErrors === null ? validate152.errors : vErrors.concat(validate152.errors);
errors = vErrors.length;
}
}
if(data.primary_key !== undefined){
let data11 = data.primary_key;
if(Array.isArray(data11)){
if(data11.length < 1){
const err29 = {instancePath:instancePath+"/primary_key",schemaPath:"#/properties/primary_key/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema188.properties.primary_key,data:data11};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
let data12 = data11[i0];
if(typeof data12 === "string"){
if(func3(data12) > 255){
const err30 = {instancePath:instancePath+"/primary_key/" + i0,schemaPath:"#/definitions/ColumnName/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema151,data:data12};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(!pattern3.test(data12)){
const err31 = {instancePath:instancePath+"/primary_key/" + i0,schemaPath:"#/definitions/ColumnName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_]*$",parentSchema:schema151,data:data12};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/primary_key/" + i0,schemaPath:"#/definitions/ColumnName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema151.type,parentSchema:schema151,data:data12};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
let i1 = data11.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data11[i1], data11[j0])){
const err33 = {instancePath:instancePath+"/primary_key",schemaPath:"#/properties/primary_key/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema188.properties.primary_key,data:data11};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err34 = {instancePath:instancePath+"/primary_key",schemaPath:"#/properties/primary_key/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema188.properties.primary_key.type,parentSchema:schema188.properties.primary_key,data:data11};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.columns !== undefined){
if(!(validate121(data.columns, {instancePath:instancePath+"/columns",parentData:data,parentDataProperty:"columns",rootData}))){
vErrors = vErrors === null ? validate121.errors : vErrors.concat(validate121.errors);
errors = vErrors.length;
}
}
if(data.samples !== undefined){
let data14 = data.samples;
if(typeof data14 === "string"){
if(func3(data14) < 1){
const err35 = {instancePath:instancePath+"/samples",schemaPath:"#/properties/samples/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema188.properties.samples,data:data14};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/samples",schemaPath:"#/properties/samples/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema188.properties.samples.type,parentSchema:schema188.properties.samples,data:data14};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema188.type,parentSchema:schema188,data};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
validate151.errors = vErrors;
return errors === 0;
}


function validate117(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema140.required,parentSchema:schema140,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind !== undefined){
let data0 = data.kind;
if(!(((((((((data0 === "event-hub") || (data0 === "kafka")) || (data0 === "files")) || (data0 === "lake")) || (data0 === "azure-function")) || (data0 === "sql-server")) || (data0 === "azure-sql")) || (data0 === "postgres")) || (data0 === "http"))){
const err1 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema140.properties.kind.enum},message:"must be equal to one of the allowed values",schema:schema140.properties.kind.enum,parentSchema:schema140.properties.kind,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
const tag0 = data.kind;
if(typeof tag0 == "string"){
if(tag0 === "event-hub"){
if(!(validate118(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate118.errors : vErrors.concat(validate118.errors);
errors = vErrors.length;
}
}
else if(tag0 === "kafka"){
if(!(validate127(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate127.errors : vErrors.concat(validate127.errors);
errors = vErrors.length;
}
}
else if(tag0 === "files"){
if(!(validate131(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate131.errors : vErrors.concat(validate131.errors);
errors = vErrors.length;
}
}
else if(tag0 === "lake"){
if(!(validate133(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate133.errors : vErrors.concat(validate133.errors);
errors = vErrors.length;
}
}
else if(tag0 === "azure-function"){
if(!(validate135(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate135.errors : vErrors.concat(validate135.errors);
errors = vErrors.length;
}
}
else if(tag0 === "sql-server"){
if(!(validate137(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate137.errors : vErrors.concat(validate137.errors);
errors = vErrors.length;
}
}
else if(tag0 === "azure-sql"){
if(!(validate137(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate137.errors : vErrors.concat(validate137.errors);
errors = vErrors.length;
}
}
else if(tag0 === "postgres"){
if(!(validate137(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate137.errors : vErrors.concat(validate137.errors);
errors = vErrors.length;
}
}
else if(tag0 === "http"){
if(!(validate151(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate151.errors : vErrors.concat(validate151.errors);
errors = vErrors.length;
}
}
else {
const err2 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "kind", tagValue: tag0},message:"value of tag \"kind\" must be in oneOf",schema:schema140.discriminator,parentSchema:schema140,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "tag", tag: "kind", tagValue: tag0},message:"tag \"kind\" must be string",schema:schema140.discriminator,parentSchema:schema140,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema140.type,parentSchema:schema140,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate117.errors = vErrors;
return errors === 0;
}

const schema198 = {"description":"A bronze table: what came in, and where each row stood. Of a hub or topic body and position of each event, of files of JSON and CSV their lines and records, nothing parsed, nothing lost; of Parquet, Avro and Delta the rows. `<table>_quarantine` beside a table of files holds the paths of files that are not as declared, and why. Of a database's table, or files with `read` (`format: csv`, `parquet` or `json`), it is no table but files: what each reading brought, in a folder of its own; a table with `apply_changes` merges them, and one with `write: replace` is made of the last of them, where each is of the whole table (`read: full`).","type":"object","additionalProperties":false,"required":["from"],"properties":{"for_each":{"$ref":"#/definitions/ForEachSpec"},"from":{"description":"The source that it keeps.","$ref":"#/definitions/Reference"},"format":{"description":"Of what the orchestrator lands, a database's table or files with `read`, and only of that: what its own files are. Each reading is one of them, `<table>/landing=<number>/rows.<format>`. `csv` has a header and takes every value as text; `json`, of files of JSON and always of them, is their lines as they are. `parquet` is smaller, and a text that is `\\N` stays one in it; but the copy fails of times on `0001-01-01` and after `9999-12-31T00:00:00`, and a self-hosted integration runtime needs a Java runtime for it. Another format begins with all rows anew.","enum":["csv","parquet","json"]},"description":{"description":"What the table holds.","type":"string"},"backfill":{"$ref":"#/definitions/BackfillSpec"},"renamed_from":{"$ref":"#/definitions/RenamedFromSpec"},"streaming":{"$ref":"#/definitions/StreamingSpec"},"on_schema_change":{"description":"Of files of Parquet and Avro and of a table that others write: what becomes of an existing table that has other columns than the source declares. `fail` (default) stops the job before its queries start. `add` gives it the declared columns that it lacks, null in the rows that it holds, and stops at any other difference; and of files, one that lacks declared columns, as those that were written before there were such, is read with null for them (the count `files.incomplete` says of how many) instead of being set aside. It is about columns, not fields: a field added inside a struct is another type of its column, which takes a raised `backfill`. The query goes on where it was: files that were set aside before stay so, until `backfill` is raised.","enum":["fail","add"]}}};
const schema208 = {"description":"A number that is raised to have the table computed anew: its rows, and those of all tables that read it, are removed once, and all input is read again. What a source no longer keeps cannot be read again.","type":"integer","minimum":1,"maximum":9007199254740991};
const schema209 = {"description":"The name that the table had, without its layer. While this stands, the table's place in the lake, its checkpoint and its records keep that name, so nothing is read again; everything else goes by the new one.","type":"string","pattern":"^([a-z]|\\$\\{(schema|table|each)\\})([a-z0-9_]|\\$\\{(schema|table|each)\\})*$","maxLength":80};
const schema210 = {"description":"The rhythm of a query that is kept running.","type":"object","additionalProperties":false,"required":["trigger"],"properties":{"trigger":{"description":"A batch this often, as `10 seconds` (the default, unless sluice.yaml has another) or a variable; or `continuous`: the next one as soon as the one before is done.","type":"string","pattern":"^([1-9][0-9]{0,5} (second|minute|hour)s?|continuous|\\$\\{[a-z][a-z0-9_]*\\})$"}}};
const schema199 = {"description":"The sources or tables for each of which this is one, as if it were written for it alone: for a table those of the layers below it, and of another pipeline those of its own layer too; for a sink all. `${each}` stands for what `*` stands for (`orders`, with `sources.pos_*`, of `sources.pos_orders`), or without it for the name: in the own name, and where `from` and `description` have it, of a table also `union`, the table of a `join` and `renamed_from`, of a sink `database`, `container`, `event_hub`, `topic`, `folder`, `partition_key` and `key`.","examples":["sources.pos_*",["sources.orders","sources.lines"]],"anyOf":[{"$ref":"#/definitions/EachPattern"},{"type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/EachPattern"}},{"$ref":"#/definitions/ForSomeSpec"}]};
const schema200 = {"description":"Sources, or tables: `sources.orders`, or with one `*` for any part of their names: `sources.pos_*`; another pipeline's with `pipeline/` before it: `shop/silver.*`.","type":"string","pattern":"^([A-Za-z][A-Za-z0-9_-]*\\/)?(sources|bronze|silver|gold)\\.(?=.)[a-z0-9_]*\\*?[a-z0-9_]*$","examples":["sources.pos_*","bronze.orders"]};
const pattern134 = new RegExp("^([A-Za-z][A-Za-z0-9_-]*\\/)?(sources|bronze|silver|gold)\\.(?=.)[a-z0-9_]*\\*?[a-z0-9_]*$", "u");
const schema202 = {"description":"All that are meant by a pattern, but for others.","type":"object","additionalProperties":false,"required":["of"],"properties":{"of":{"description":"Those of which some are left out.","anyOf":[{"$ref":"#/definitions/EachPattern"},{"type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/EachPattern"}}]},"except":{"description":"Those that are left out. Each must be one of them.","anyOf":[{"$ref":"#/definitions/EachPattern"},{"type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/EachPattern"}}]}}};

function validate173(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.of === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "of"},message:"must have required property '"+"of"+"'",schema:schema202.required,parentSchema:schema202,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "of") || (key0 === "except"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema202,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.of !== undefined){
let data0 = data.of;
const _errs3 = errors;
let valid1 = false;
const _errs4 = errors;
if(typeof data0 === "string"){
if(!pattern134.test(data0)){
const err2 = {instancePath:instancePath+"/of",schemaPath:"#/definitions/EachPattern/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z][A-Za-z0-9_-]*\\/)?(sources|bronze|silver|gold)\\.(?=.)[a-z0-9_]*\\*?[a-z0-9_]*$"},message:"must match pattern \""+"^([A-Za-z][A-Za-z0-9_-]*\\/)?(sources|bronze|silver|gold)\\.(?=.)[a-z0-9_]*\\*?[a-z0-9_]*$"+"\"",schema:"^([A-Za-z][A-Za-z0-9_-]*\\/)?(sources|bronze|silver|gold)\\.(?=.)[a-z0-9_]*\\*?[a-z0-9_]*$",parentSchema:schema200,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/of",schemaPath:"#/definitions/EachPattern/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema200.type,parentSchema:schema200,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid0 = _errs4 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs7 = errors;
if(Array.isArray(data0)){
if(data0.length < 1){
const err4 = {instancePath:instancePath+"/of",schemaPath:"#/properties/of/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema202.properties.of.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(!pattern134.test(data1)){
const err5 = {instancePath:instancePath+"/of/" + i0,schemaPath:"#/definitions/EachPattern/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z][A-Za-z0-9_-]*\\/)?(sources|bronze|silver|gold)\\.(?=.)[a-z0-9_]*\\*?[a-z0-9_]*$"},message:"must match pattern \""+"^([A-Za-z][A-Za-z0-9_-]*\\/)?(sources|bronze|silver|gold)\\.(?=.)[a-z0-9_]*\\*?[a-z0-9_]*$"+"\"",schema:"^([A-Za-z][A-Za-z0-9_-]*\\/)?(sources|bronze|silver|gold)\\.(?=.)[a-z0-9_]*\\*?[a-z0-9_]*$",parentSchema:schema200,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/of/" + i0,schemaPath:"#/definitions/EachPattern/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema200.type,parentSchema:schema200,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
let i1 = data0.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data0[i1], data0[j0])){
const err7 = {instancePath:instancePath+"/of",schemaPath:"#/properties/of/anyOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema202.properties.of.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err8 = {instancePath:instancePath+"/of",schemaPath:"#/properties/of/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema202.properties.of.anyOf[1].type,parentSchema:schema202.properties.of.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid0 = _errs7 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err9 = {instancePath:instancePath+"/of",schemaPath:"#/properties/of/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema202.properties.of.anyOf,parentSchema:schema202.properties.of,data:data0};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
}
if(data.except !== undefined){
let data2 = data.except;
const _errs13 = errors;
let valid7 = false;
const _errs14 = errors;
if(typeof data2 === "string"){
if(!pattern134.test(data2)){
const err10 = {instancePath:instancePath+"/except",schemaPath:"#/definitions/EachPattern/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z][A-Za-z0-9_-]*\\/)?(sources|bronze|silver|gold)\\.(?=.)[a-z0-9_]*\\*?[a-z0-9_]*$"},message:"must match pattern \""+"^([A-Za-z][A-Za-z0-9_-]*\\/)?(sources|bronze|silver|gold)\\.(?=.)[a-z0-9_]*\\*?[a-z0-9_]*$"+"\"",schema:"^([A-Za-z][A-Za-z0-9_-]*\\/)?(sources|bronze|silver|gold)\\.(?=.)[a-z0-9_]*\\*?[a-z0-9_]*$",parentSchema:schema200,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/except",schemaPath:"#/definitions/EachPattern/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema200.type,parentSchema:schema200,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var _valid1 = _errs14 === errors;
valid7 = valid7 || _valid1;
if(!valid7){
const _errs17 = errors;
if(Array.isArray(data2)){
if(data2.length < 1){
const err12 = {instancePath:instancePath+"/except",schemaPath:"#/properties/except/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema202.properties.except.anyOf[1],data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
const len1 = data2.length;
for(let i2=0; i2<len1; i2++){
let data3 = data2[i2];
if(typeof data3 === "string"){
if(!pattern134.test(data3)){
const err13 = {instancePath:instancePath+"/except/" + i2,schemaPath:"#/definitions/EachPattern/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z][A-Za-z0-9_-]*\\/)?(sources|bronze|silver|gold)\\.(?=.)[a-z0-9_]*\\*?[a-z0-9_]*$"},message:"must match pattern \""+"^([A-Za-z][A-Za-z0-9_-]*\\/)?(sources|bronze|silver|gold)\\.(?=.)[a-z0-9_]*\\*?[a-z0-9_]*$"+"\"",schema:"^([A-Za-z][A-Za-z0-9_-]*\\/)?(sources|bronze|silver|gold)\\.(?=.)[a-z0-9_]*\\*?[a-z0-9_]*$",parentSchema:schema200,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/except/" + i2,schemaPath:"#/definitions/EachPattern/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema200.type,parentSchema:schema200,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
let i3 = data2.length;
let j1;
if(i3 > 1){
outer1:
for(;i3--;){
for(j1 = i3; j1--;){
if(func0(data2[i3], data2[j1])){
const err15 = {instancePath:instancePath+"/except",schemaPath:"#/properties/except/anyOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)",schema:true,parentSchema:schema202.properties.except.anyOf[1],data:data2};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
break outer1;
}
}
}
}
}
else {
const err16 = {instancePath:instancePath+"/except",schemaPath:"#/properties/except/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema202.properties.except.anyOf[1].type,parentSchema:schema202.properties.except.anyOf[1],data:data2};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
var _valid1 = _errs17 === errors;
valid7 = valid7 || _valid1;
}
if(!valid7){
const err17 = {instancePath:instancePath+"/except",schemaPath:"#/properties/except/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema202.properties.except.anyOf,parentSchema:schema202.properties.except,data:data2};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
else {
errors = _errs13;
if(vErrors !== null){
if(_errs13){
vErrors.length = _errs13;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err18 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema202.type,parentSchema:schema202,data};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
validate173.errors = vErrors;
return errors === 0;
}


function validate172(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(typeof data === "string"){
if(!pattern134.test(data)){
const err0 = {instancePath,schemaPath:"#/definitions/EachPattern/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z][A-Za-z0-9_-]*\\/)?(sources|bronze|silver|gold)\\.(?=.)[a-z0-9_]*\\*?[a-z0-9_]*$"},message:"must match pattern \""+"^([A-Za-z][A-Za-z0-9_-]*\\/)?(sources|bronze|silver|gold)\\.(?=.)[a-z0-9_]*\\*?[a-z0-9_]*$"+"\"",schema:"^([A-Za-z][A-Za-z0-9_-]*\\/)?(sources|bronze|silver|gold)\\.(?=.)[a-z0-9_]*\\*?[a-z0-9_]*$",parentSchema:schema200,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/definitions/EachPattern/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema200.type,parentSchema:schema200,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs4 = errors;
if(Array.isArray(data)){
if(data.length < 1){
const err2 = {instancePath,schemaPath:"#/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema199.anyOf[1],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 === "string"){
if(!pattern134.test(data0)){
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/EachPattern/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z][A-Za-z0-9_-]*\\/)?(sources|bronze|silver|gold)\\.(?=.)[a-z0-9_]*\\*?[a-z0-9_]*$"},message:"must match pattern \""+"^([A-Za-z][A-Za-z0-9_-]*\\/)?(sources|bronze|silver|gold)\\.(?=.)[a-z0-9_]*\\*?[a-z0-9_]*$"+"\"",schema:"^([A-Za-z][A-Za-z0-9_-]*\\/)?(sources|bronze|silver|gold)\\.(?=.)[a-z0-9_]*\\*?[a-z0-9_]*$",parentSchema:schema200,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/EachPattern/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema200.type,parentSchema:schema200,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
const err5 = {instancePath,schemaPath:"#/anyOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema199.anyOf[1],data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema199.anyOf[1].type,parentSchema:schema199.anyOf[1],data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid0 = _errs4 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs9 = errors;
if(!(validate173(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate173.errors : vErrors.concat(validate173.errors);
errors = vErrors.length;
}
var _valid0 = _errs9 === errors;
valid0 = valid0 || _valid0;
}
}
if(!valid0){
const err7 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema199.anyOf,parentSchema:schema199,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate172.errors = vErrors;
return errors === 0;
}


function validate171(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.from === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "from"},message:"must have required property '"+"from"+"'",schema:schema198.required,parentSchema:schema198,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "for_each") || (key0 === "from")) || (key0 === "format")) || (key0 === "description")) || (key0 === "backfill")) || (key0 === "renamed_from")) || (key0 === "streaming")) || (key0 === "on_schema_change"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema198,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.for_each !== undefined){
if(!(validate172(data.for_each, {instancePath:instancePath+"/for_each",parentData:data,parentDataProperty:"for_each",rootData}))){
vErrors = vErrors === null ? validate172.errors : vErrors.concat(validate172.errors);
errors = vErrors.length;
}
}
if(data.from !== undefined){
let data1 = data.from;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err2 = {instancePath:instancePath+"/from",schemaPath:"#/definitions/Reference/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema111,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/from",schemaPath:"#/definitions/Reference/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema111.type,parentSchema:schema111,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.format !== undefined){
let data2 = data.format;
if(!(((data2 === "csv") || (data2 === "parquet")) || (data2 === "json"))){
const err4 = {instancePath:instancePath+"/format",schemaPath:"#/properties/format/enum",keyword:"enum",params:{allowedValues: schema198.properties.format.enum},message:"must be equal to one of the allowed values",schema:schema198.properties.format.enum,parentSchema:schema198.properties.format,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.description !== undefined){
let data3 = data.description;
if(typeof data3 !== "string"){
const err5 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema198.properties.description.type,parentSchema:schema198.properties.description,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.backfill !== undefined){
let data4 = data.backfill;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err6 = {instancePath:instancePath+"/backfill",schemaPath:"#/definitions/BackfillSpec/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema208.type,parentSchema:schema208,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 9007199254740991 || isNaN(data4)){
const err7 = {instancePath:instancePath+"/backfill",schemaPath:"#/definitions/BackfillSpec/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema208,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data4 < 1 || isNaN(data4)){
const err8 = {instancePath:instancePath+"/backfill",schemaPath:"#/definitions/BackfillSpec/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema208,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
if(data.renamed_from !== undefined){
let data5 = data.renamed_from;
if(typeof data5 === "string"){
if(func3(data5) > 80){
const err9 = {instancePath:instancePath+"/renamed_from",schemaPath:"#/definitions/RenamedFromSpec/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema209,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!pattern79.test(data5)){
const err10 = {instancePath:instancePath+"/renamed_from",schemaPath:"#/definitions/RenamedFromSpec/pattern",keyword:"pattern",params:{pattern: "^([a-z]|\\$\\{(schema|table|each)\\})([a-z0-9_]|\\$\\{(schema|table|each)\\})*$"},message:"must match pattern \""+"^([a-z]|\\$\\{(schema|table|each)\\})([a-z0-9_]|\\$\\{(schema|table|each)\\})*$"+"\"",schema:"^([a-z]|\\$\\{(schema|table|each)\\})([a-z0-9_]|\\$\\{(schema|table|each)\\})*$",parentSchema:schema209,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/renamed_from",schemaPath:"#/definitions/RenamedFromSpec/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema209.type,parentSchema:schema209,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.streaming !== undefined){
let data6 = data.streaming;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.trigger === undefined){
const err12 = {instancePath:instancePath+"/streaming",schemaPath:"#/definitions/StreamingSpec/required",keyword:"required",params:{missingProperty: "trigger"},message:"must have required property '"+"trigger"+"'",schema:schema210.required,parentSchema:schema210,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
for(const key1 in data6){
if(!(key1 === "trigger")){
const err13 = {instancePath:instancePath+"/streaming",schemaPath:"#/definitions/StreamingSpec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema210,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data6.trigger !== undefined){
let data7 = data6.trigger;
if(typeof data7 === "string"){
if(!pattern38.test(data7)){
const err14 = {instancePath:instancePath+"/streaming/trigger",schemaPath:"#/definitions/StreamingSpec/properties/trigger/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]{0,5} (second|minute|hour)s?|continuous|\\$\\{[a-z][a-z0-9_]*\\})$"},message:"must match pattern \""+"^([1-9][0-9]{0,5} (second|minute|hour)s?|continuous|\\$\\{[a-z][a-z0-9_]*\\})$"+"\"",schema:"^([1-9][0-9]{0,5} (second|minute|hour)s?|continuous|\\$\\{[a-z][a-z0-9_]*\\})$",parentSchema:schema210.properties.trigger,data:data7};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/streaming/trigger",schemaPath:"#/definitions/StreamingSpec/properties/trigger/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema210.properties.trigger.type,parentSchema:schema210.properties.trigger,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/streaming",schemaPath:"#/definitions/StreamingSpec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema210.type,parentSchema:schema210,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.on_schema_change !== undefined){
let data8 = data.on_schema_change;
if(!((data8 === "fail") || (data8 === "add"))){
const err17 = {instancePath:instancePath+"/on_schema_change",schemaPath:"#/properties/on_schema_change/enum",keyword:"enum",params:{allowedValues: schema198.properties.on_schema_change.enum},message:"must be equal to one of the allowed values",schema:schema198.properties.on_schema_change.enum,parentSchema:schema198.properties.on_schema_change,data:data8};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema198.type,parentSchema:schema198,data};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
validate171.errors = vErrors;
return errors === 0;
}

const schema211 = {"description":"One logical query. Its clauses apply in a fixed order, in whatever order they are written: from or union, explode, columns, where, expect, watermark, deduplicate or apply_changes, join, window, group_by with aggregates, write.","type":"object","additionalProperties":false,"oneOf":[{"required":["from"]},{"required":["union"]}],"properties":{"for_each":{"$ref":"#/definitions/ForEachSpec"},"from":{"description":"The table that it reads. Each table has this or `union`.","$ref":"#/definitions/Reference"},"union":{"description":"The tables whose rows it reads together, instead of `from`: all of one shape (columns of the same names and types), all bronze, or none.","type":"array","minItems":2,"uniqueItems":true,"items":{"$ref":"#/definitions/Reference"}},"description":{"description":"What the table holds.","type":"string"},"materialize":{"description":"`false` makes the table a view: nothing is stored and no query runs for it; its clauses (`explode`, `columns` or `with_columns` and `except`, `where`, and `expect` with `else: drop`) are the first steps of each table that reads it, which counts its rows under its name. A sink, a join, a table with `write: replace` and one that pairs streams (`within`) read stored tables only; and below a window a view can only make columns and unite tables. Default `true`.","type":"boolean"},"backfill":{"$ref":"#/definitions/BackfillSpec"},"renamed_from":{"$ref":"#/definitions/RenamedFromSpec"},"streaming":{"$ref":"#/definitions/StreamingSpec"},"explode":{"$ref":"#/definitions/ExplodeSpec"},"columns":{"description":"Exactly these columns, each an expression over the input.","$ref":"#/definitions/ExpressionsSpec"},"with_columns":{"description":"The input's columns and these, each an expression over the input. One that has the name of a column of the input replaces it; `except` removes others.","$ref":"#/definitions/ExpressionsSpec"},"except":{"description":"Columns of the input that the table does not have: all others, and those of `with_columns`, which may still read these. Alone it says: all but these. Where events are read, that is where each stood (`offset`, `partition` …) too, which the table has unless it is removed here or left out of `columns`.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},"where":{"description":"Only rows for which this is true; the others are counted as filtered.","$ref":"#/definitions/Expression"},"sensitive":{"description":"Columns of the table that are sensitive for what this table makes of them, or for what the source does not say: `{ full_name: pii }`. Sensitivity that columns bring along need not be written.","type":"object","minProperties":1,"additionalProperties":{"$ref":"#/definitions/SensitiveSpec"}},"declassify":{"$ref":"#/definitions/DeclassifySpec"},"may_set_aside":{"$ref":"#/definitions/MaySetAsideSpec"},"expect":{"description":"What must hold for each row, by name. A condition that is null is violated.","type":"object","minProperties":1,"propertyNames":{"pattern":"^[a-z][a-z0-9_]*$","maxLength":80},"additionalProperties":{"$ref":"#/definitions/ExpectationSpec"}},"watermark":{"$ref":"#/definitions/WatermarkSpec"},"deduplicate":{"$ref":"#/definitions/DeduplicateSpec"},"apply_changes":{"$ref":"#/definitions/ApplyChangesSpec"},"late_rows":{"description":"What becomes of rows that come after the watermark has passed them: `drop` (the default, unless sluice.yaml has another) counts them, `divert` writes them to `<table>.late`, `fail` stops the query.","enum":["drop","divert","fail"]},"join":{"description":"Tables that each row is joined with, by the names that expressions know them by, one after another: `join: { shops: { table: silver.shops, on: shop_id, how: left, columns: [city] } }`.","type":"object","minProperties":1,"propertyNames":{"pattern":"^[a-z][a-z0-9_]*$","maxLength":80},"additionalProperties":{"$ref":"#/definitions/JoinSpec"}},"window":{"$ref":"#/definitions/WindowSpec"},"group_by":{"description":"The columns that aggregates are computed for.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},"aggregates":{"description":"Result columns by name, each an aggregate expression.","$ref":"#/definitions/ExpressionsSpec"},"engine":{"description":"What computes the table: `data-flow`, a mapping data flow that the orchestrator runs. It writes the same rows at the same place, to a table without constraints and comments. Default: notebooks of `platform: { spark: … }`. A data flow reads one table with `format: parquet` that lands files as a whole (`read: full`), has `write: replace`, and says `explode`, `columns`, `with_columns`, `except` and `where` over strings; what it cannot say exactly is refused. What it counts is not recorded in `_ops.batches`. Tables of its pipeline that notebooks compute (`write: replace`) read it and look rows up in it: all jobs of the pipeline wait for the data flows that any of them reads. Other pipelines, data flows and sinks do not read it.","enum":["data-flow"]},"write":{"description":"How rows come into the table: `append` (default) adds those that each batch makes; `replace` computes all of them anew from everything that its inputs and joined tables hold, whenever one of those has changed, and swaps the table in one commit. Aggregates without a window need `replace`, and so does what reads a table with `apply_changes`, or the last reading of a whole table (`read: full`): such a table stands in the same pipeline, and is computed in each run in which something that it reads has changed. Beside `replace` stand neither `watermark`, `deduplicate`, `late_rows`, `window` nor a join `within` a time, no sink reads such a table, and a table that does is replaced too.","enum":["append","replace"]},"partition_by":{"description":"Columns of the table by whose values its files are kept in folders: few different values, as a date's. What an existing table is partitioned by does not change.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},"on_schema_change":{"description":"What becomes of an existing table that has other columns than declared: `fail` (default) stops the job before its queries start; `add` gives it the declared columns that it lacks, null in the rows that it holds, and stops at any other difference.","enum":["fail","add"]}}};
const schema219 = {"description":"A Spark SQL expression (the documented subset).","type":["string","number","boolean"]};
const schema224 = {"description":"What is sensitive in it: `pii` (of a person), `secret`, `financial` or `health`. docs/sensitive.md tells what follows from it.","enum":["pii","secret","financial","health"]};
const schema225 = {"description":"Columns of it that are not sensitive any more, although they are made of what is, each with the reason: `{ total: sums of a month and a city }`. A column that `sensitive` names beside it is just what is said there.","type":"object","minProperties":1,"additionalProperties":{"description":"Why, for who reads it.","type":"string","pattern":"\\S"}};
const schema217 = {"description":"One column, which holds the elements of an array, each in a row of its own: `item: items`, or `item: { of: items, outer: true }`. Later clauses see it beside the input's columns.","type":"object","minProperties":1,"maxProperties":1,"propertyNames":{"pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":255},"additionalProperties":{"$ref":"#/definitions/ExplodedSpec"}};
const schema218 = {"description":"An array (an expression over the input), or a mapping of it and what becomes of rows without elements.","type":["string","object"],"additionalProperties":false,"required":["of"],"properties":{"of":{"description":"The array: an expression over the input.","$ref":"#/definitions/Expression"},"outer":{"description":"`true`: a row whose array is empty or null stays, as one row with null for an element; `false` (default): it is counted and left out.","type":"boolean"}}};

function validate180(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((typeof data !== "string") && (!(data && typeof data == "object" && !Array.isArray(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema218.type},message:"must be string,object",schema:schema218.type,parentSchema:schema218,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.of === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "of"},message:"must have required property '"+"of"+"'",schema:schema218.required,parentSchema:schema218,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "of") || (key0 === "outer"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema218,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.of !== undefined){
let data0 = data.of;
if(((typeof data0 !== "string") && (!((typeof data0 == "number") && (isFinite(data0))))) && (typeof data0 !== "boolean")){
const err3 = {instancePath:instancePath+"/of",schemaPath:"#/definitions/Expression/type",keyword:"type",params:{type: schema219.type},message:"must be string,number,boolean",schema:schema219.type,parentSchema:schema219,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.outer !== undefined){
let data1 = data.outer;
if(typeof data1 !== "boolean"){
const err4 = {instancePath:instancePath+"/outer",schemaPath:"#/properties/outer/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema218.properties.outer.type,parentSchema:schema218.properties.outer,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
validate180.errors = vErrors;
return errors === 0;
}


function validate179(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length > 1){
const err0 = {instancePath,schemaPath:"#/maxProperties",keyword:"maxProperties",params:{limit: 1},message:"must NOT have more than 1 properties",schema:1,parentSchema:schema217,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(Object.keys(data).length < 1){
const err1 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema217,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
const _errs1 = errors;
if(typeof key0 === "string"){
if(func3(key0) > 255){
const err2 = {instancePath,schemaPath:"#/propertyNames/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema217.propertyNames,data:key0,propertyName:key0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern3.test(key0)){
const err3 = {instancePath,schemaPath:"#/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_]*$",parentSchema:schema217.propertyNames,data:key0,propertyName:key0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var valid0 = _errs1 === errors;
if(!valid0){
const err4 = {instancePath,schemaPath:"#/propertyNames",keyword:"propertyNames",params:{propertyName: key0},message:"property name must be valid",schema:schema217.propertyNames,parentSchema:schema217,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
for(const key1 in data){
if(!(validate180(data[key1], {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data,parentDataProperty:key1,rootData}))){
vErrors = vErrors === null ? validate180.errors : vErrors.concat(validate180.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema217.type,parentSchema:schema217,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate179.errors = vErrors;
return errors === 0;
}

const schema220 = {"description":"Expressions by the name of the column that they make.","type":"object","minProperties":1,"propertyNames":{"pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":255},"additionalProperties":{"$ref":"#/definitions/Expression"}};

function validate183(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
const err0 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema220,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
const _errs1 = errors;
if(typeof key0 === "string"){
if(func3(key0) > 255){
const err1 = {instancePath,schemaPath:"#/propertyNames/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema220.propertyNames,data:key0,propertyName:key0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!pattern3.test(key0)){
const err2 = {instancePath,schemaPath:"#/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_]*$",parentSchema:schema220.propertyNames,data:key0,propertyName:key0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var valid0 = _errs1 === errors;
if(!valid0){
const err3 = {instancePath,schemaPath:"#/propertyNames",keyword:"propertyNames",params:{propertyName: key0},message:"property name must be valid",schema:schema220.propertyNames,parentSchema:schema220,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
for(const key1 in data){
let data0 = data[key1];
if(((typeof data0 !== "string") && (!((typeof data0 == "number") && (isFinite(data0))))) && (typeof data0 !== "boolean")){
const err4 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/Expression/type",keyword:"type",params:{type: schema219.type},message:"must be string,number,boolean",schema:schema219.type,parentSchema:schema219,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema220.type,parentSchema:schema220,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate183.errors = vErrors;
return errors === 0;
}

const schema226 = {"description":"Kinds of what is sensitive.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/SensitiveSpec"}};

function validate186(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema226,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(!((((data0 === "pii") || (data0 === "secret")) || (data0 === "financial")) || (data0 === "health"))){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/SensitiveSpec/enum",keyword:"enum",params:{allowedValues: schema224.enum},message:"must be equal to one of the allowed values",schema:schema224.enum,parentSchema:schema224,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
const err2 = {instancePath,schemaPath:"#/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema226,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema226.type,parentSchema:schema226,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate186.errors = vErrors;
return errors === 0;
}

const schema228 = {"description":"A condition, and what becomes of a row that violates it.","type":"object","additionalProperties":false,"required":["that","else"],"properties":{"that":{"description":"The condition; null counts as violated.","$ref":"#/definitions/Expression"},"else":{"description":"`quarantine`: the row goes to `<table>.quarantine` with the names of all violated expectations; `drop`: it is counted and left out; `warn`: it passes and is counted; `fail`: the query stops before anything of the batch is written.","enum":["quarantine","drop","warn","fail"]}}};

function validate188(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.that === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "that"},message:"must have required property '"+"that"+"'",schema:schema228.required,parentSchema:schema228,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.else === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "else"},message:"must have required property '"+"else"+"'",schema:schema228.required,parentSchema:schema228,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "that") || (key0 === "else"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema228,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.that !== undefined){
let data0 = data.that;
if(((typeof data0 !== "string") && (!((typeof data0 == "number") && (isFinite(data0))))) && (typeof data0 !== "boolean")){
const err3 = {instancePath:instancePath+"/that",schemaPath:"#/definitions/Expression/type",keyword:"type",params:{type: schema219.type},message:"must be string,number,boolean",schema:schema219.type,parentSchema:schema219,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.else !== undefined){
let data1 = data.else;
if(!((((data1 === "quarantine") || (data1 === "drop")) || (data1 === "warn")) || (data1 === "fail"))){
const err4 = {instancePath:instancePath+"/else",schemaPath:"#/properties/else/enum",keyword:"enum",params:{allowedValues: schema228.properties.else.enum},message:"must be equal to one of the allowed values",schema:schema228.properties.else.enum,parentSchema:schema228.properties.else,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema228.type,parentSchema:schema228,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate188.errors = vErrors;
return errors === 0;
}

const schema230 = {"description":"How long to wait for rows that are out of order, in event time.","type":"object","additionalProperties":false,"required":["column","delay"],"properties":{"column":{"description":"The column with the event time: a timestamp.","$ref":"#/definitions/ColumnName"},"delay":{"description":"How far behind the latest event time a row may be.","$ref":"#/definitions/DurationOrVariable"},"ahead":{"description":"How far a row's event time may be beyond its arrival, which is that of the event in the hub, the file's time of change, or when a row of another's table was read (`landed_at`); further ones violate the expectation `not_ahead` and are quarantined, so that one wrong clock cannot close windows for all. Default `1 hour`, unless sluice.yaml has another.","$ref":"#/definitions/DurationOrVariable"}}};

function validate190(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.column === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "column"},message:"must have required property '"+"column"+"'",schema:schema230.required,parentSchema:schema230,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.delay === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "delay"},message:"must have required property '"+"delay"+"'",schema:schema230.required,parentSchema:schema230,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "column") || (key0 === "delay")) || (key0 === "ahead"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema230,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.column !== undefined){
let data0 = data.column;
if(typeof data0 === "string"){
if(func3(data0) > 255){
const err3 = {instancePath:instancePath+"/column",schemaPath:"#/definitions/ColumnName/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema151,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern3.test(data0)){
const err4 = {instancePath:instancePath+"/column",schemaPath:"#/definitions/ColumnName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_]*$",parentSchema:schema151,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/column",schemaPath:"#/definitions/ColumnName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema151.type,parentSchema:schema151,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.delay !== undefined){
let data1 = data.delay;
if(typeof data1 === "string"){
if(!pattern39.test(data1)){
const err6 = {instancePath:instancePath+"/delay",schemaPath:"#/definitions/DurationOrVariable/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"},message:"must match pattern \""+"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"+"\"",schema:"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$",parentSchema:schema114,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/delay",schemaPath:"#/definitions/DurationOrVariable/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema114.type,parentSchema:schema114,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.ahead !== undefined){
let data2 = data.ahead;
if(typeof data2 === "string"){
if(!pattern39.test(data2)){
const err8 = {instancePath:instancePath+"/ahead",schemaPath:"#/definitions/DurationOrVariable/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"},message:"must match pattern \""+"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"+"\"",schema:"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$",parentSchema:schema114,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/ahead",schemaPath:"#/definitions/DurationOrVariable/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema114.type,parentSchema:schema114,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema230.type,parentSchema:schema230,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate190.errors = vErrors;
return errors === 0;
}

const schema234 = {"description":"Keeps one row for each key: the first that came in; of those that come in one batch, the first by its place in the source (partition and offset, file and row).","type":"object","additionalProperties":false,"required":["keys","within"],"properties":{"keys":{"description":"The columns that make two rows the same.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},"within":{"description":"`watermark`: repeats are found as long as the watermark has not passed the first one.","enum":["watermark"]}}};

function validate192(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.keys === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "keys"},message:"must have required property '"+"keys"+"'",schema:schema234.required,parentSchema:schema234,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.within === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "within"},message:"must have required property '"+"within"+"'",schema:schema234.required,parentSchema:schema234,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "keys") || (key0 === "within"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema234,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.keys !== undefined){
let data0 = data.keys;
if(Array.isArray(data0)){
if(data0.length < 1){
const err3 = {instancePath:instancePath+"/keys",schemaPath:"#/properties/keys/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema234.properties.keys,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(func3(data1) > 255){
const err4 = {instancePath:instancePath+"/keys/" + i0,schemaPath:"#/definitions/ColumnName/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema151,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!pattern3.test(data1)){
const err5 = {instancePath:instancePath+"/keys/" + i0,schemaPath:"#/definitions/ColumnName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_]*$",parentSchema:schema151,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/keys/" + i0,schemaPath:"#/definitions/ColumnName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema151.type,parentSchema:schema151,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
let i1 = data0.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data0[i1], data0[j0])){
const err7 = {instancePath:instancePath+"/keys",schemaPath:"#/properties/keys/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema234.properties.keys,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err8 = {instancePath:instancePath+"/keys",schemaPath:"#/properties/keys/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema234.properties.keys.type,parentSchema:schema234.properties.keys,data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.within !== undefined){
let data2 = data.within;
if(!(data2 === "watermark")){
const err9 = {instancePath:instancePath+"/within",schemaPath:"#/properties/within/enum",keyword:"enum",params:{allowedValues: schema234.properties.within.enum},message:"must be equal to one of the allowed values",schema:schema234.properties.within.enum,parentSchema:schema234.properties.within,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema234.type,parentSchema:schema234,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate192.errors = vErrors;
return errors === 0;
}

const schema236 = {"description":"Keeps the latest row of each key of what has landed of a database's table, or of files (`from`: a bronze table with a `format`); of a database's table its versions too (`scd_type: 2`). Whatever came before a run is taken as if each had come alone, so the table does not depend on when runs were. Beside it stand only `columns`, or `with_columns` and `except`, `where` and `expect`, all of which are about the rows that are read: one that they leave out changes nothing, so the row with its key stays as it was. Tables of the same pipeline read the result, and look rows up in it, with `write: replace`; no sink does yet.","type":"object","additionalProperties":false,"required":["scd_type"],"properties":{"keys":{"description":"The columns that tell two rows apart: those that come from the source's `primary_key`, all of them and no others. Default: just these.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},"sequence_by":{"description":"The columns by which rows of one key are ordered, never null; the first, which comes from the source's cursor, decides first. Of rows that are alike in all of them the one that landed last is the latest; of files (`read: new-files`) they must tell any two rows of one key apart, because files that are taken by one run land together, so which of two such rows is kept depends on when runs were. Only and always of a source with `changes: upsert`: of whole tables (`read: full`) each reading is later than the ones before.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},"scd_type":{"description":"What becomes of the row that was there: with `1` the latest takes its place; with `2` it stays, as a version. `2` adds two columns: `valid_from`, and `valid_to`, null in the version that holds now; a version holds from the one until just before the other. Of a source with `changes: upsert` each row with another `sequence_by`, which then is one timestamp, is a version, valid from that time until that of the next one, and one that comes late takes its place between them. Of whole tables (`read: full`) a version begins at the time of the reading that first has the row so.","enum":[1,2]},"track_history":{"description":"With `scd_type: 2` over whole tables: only a change of these columns makes a new version, one of others changes the version that holds now. Default: all columns that are no keys.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},"delete_when":{"description":"What deletes a row; with `scd_type: 2` it ends its version. Of a source with `changes: upsert`: an expression over the columns that land; a change for which it is true is a delete of the row with its key, one for which it is false or null is a row. A delete has its place in the order as a row has, so a row that is earlier and comes later stays deleted, and one that is later is there again; of changes alike in `sequence_by` that land together a delete is the later one. Keys and `sequence_by` of deletes are kept for that in a table of their own, `<table>_deleted` (with `ignore_null` in `<table>_sequences`), for ever. `where` and `expect` are about deletes too: one that they leave out changes nothing. Over whole tables (`read: full`): `absent` deletes a row that the last reading does not have. One that the reading has and `where` or `expect` leaves out is not absent; one that the reading passed over is, so the database must have READ_COMMITTED_SNAPSHOT on (see `read`). Without it such rows stay.","$ref":"#/definitions/Expression"},"ignore_null":{"description":"Of a source with `changes: upsert`, with `scd_type: 1`: whether a null in a row that comes keeps the value that is there (default `false`: it takes its place). Each column then has the latest value that is not null, and the columns of `sequence_by` are those of the latest row. For each value it is kept, in a table of its own, `<table>_sequences`, by which row it has its place in the order: so a row that is earlier and comes later gives what later ones left null and nothing else, and the table is the same in whatever order rows come. After a delete (`delete_when`) a key begins with nothing. Nothing can be set to null by a change then: delete the row, or write a value that says so. Arrays and maps are values as a whole; a struct is refused, write its fields as columns.","type":"boolean"}}};

function validate194(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.scd_type === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "scd_type"},message:"must have required property '"+"scd_type"+"'",schema:schema236.required,parentSchema:schema236,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "keys") || (key0 === "sequence_by")) || (key0 === "scd_type")) || (key0 === "track_history")) || (key0 === "delete_when")) || (key0 === "ignore_null"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema236,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.keys !== undefined){
let data0 = data.keys;
if(Array.isArray(data0)){
if(data0.length < 1){
const err2 = {instancePath:instancePath+"/keys",schemaPath:"#/properties/keys/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema236.properties.keys,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(func3(data1) > 255){
const err3 = {instancePath:instancePath+"/keys/" + i0,schemaPath:"#/definitions/ColumnName/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema151,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern3.test(data1)){
const err4 = {instancePath:instancePath+"/keys/" + i0,schemaPath:"#/definitions/ColumnName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_]*$",parentSchema:schema151,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/keys/" + i0,schemaPath:"#/definitions/ColumnName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema151.type,parentSchema:schema151,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
let i1 = data0.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data0[i1], data0[j0])){
const err6 = {instancePath:instancePath+"/keys",schemaPath:"#/properties/keys/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema236.properties.keys,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err7 = {instancePath:instancePath+"/keys",schemaPath:"#/properties/keys/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema236.properties.keys.type,parentSchema:schema236.properties.keys,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.sequence_by !== undefined){
let data2 = data.sequence_by;
if(Array.isArray(data2)){
if(data2.length < 1){
const err8 = {instancePath:instancePath+"/sequence_by",schemaPath:"#/properties/sequence_by/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema236.properties.sequence_by,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
const len1 = data2.length;
for(let i2=0; i2<len1; i2++){
let data3 = data2[i2];
if(typeof data3 === "string"){
if(func3(data3) > 255){
const err9 = {instancePath:instancePath+"/sequence_by/" + i2,schemaPath:"#/definitions/ColumnName/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema151,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!pattern3.test(data3)){
const err10 = {instancePath:instancePath+"/sequence_by/" + i2,schemaPath:"#/definitions/ColumnName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_]*$",parentSchema:schema151,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/sequence_by/" + i2,schemaPath:"#/definitions/ColumnName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema151.type,parentSchema:schema151,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
let i3 = data2.length;
let j1;
if(i3 > 1){
outer1:
for(;i3--;){
for(j1 = i3; j1--;){
if(func0(data2[i3], data2[j1])){
const err12 = {instancePath:instancePath+"/sequence_by",schemaPath:"#/properties/sequence_by/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)",schema:true,parentSchema:schema236.properties.sequence_by,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
break outer1;
}
}
}
}
}
else {
const err13 = {instancePath:instancePath+"/sequence_by",schemaPath:"#/properties/sequence_by/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema236.properties.sequence_by.type,parentSchema:schema236.properties.sequence_by,data:data2};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.scd_type !== undefined){
let data4 = data.scd_type;
if(!((data4 === 1) || (data4 === 2))){
const err14 = {instancePath:instancePath+"/scd_type",schemaPath:"#/properties/scd_type/enum",keyword:"enum",params:{allowedValues: schema236.properties.scd_type.enum},message:"must be equal to one of the allowed values",schema:schema236.properties.scd_type.enum,parentSchema:schema236.properties.scd_type,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.track_history !== undefined){
let data5 = data.track_history;
if(Array.isArray(data5)){
if(data5.length < 1){
const err15 = {instancePath:instancePath+"/track_history",schemaPath:"#/properties/track_history/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema236.properties.track_history,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
const len2 = data5.length;
for(let i4=0; i4<len2; i4++){
let data6 = data5[i4];
if(typeof data6 === "string"){
if(func3(data6) > 255){
const err16 = {instancePath:instancePath+"/track_history/" + i4,schemaPath:"#/definitions/ColumnName/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema151,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!pattern3.test(data6)){
const err17 = {instancePath:instancePath+"/track_history/" + i4,schemaPath:"#/definitions/ColumnName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_]*$",parentSchema:schema151,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/track_history/" + i4,schemaPath:"#/definitions/ColumnName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema151.type,parentSchema:schema151,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
let i5 = data5.length;
let j2;
if(i5 > 1){
outer2:
for(;i5--;){
for(j2 = i5; j2--;){
if(func0(data5[i5], data5[j2])){
const err19 = {instancePath:instancePath+"/track_history",schemaPath:"#/properties/track_history/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i5+" are identical)",schema:true,parentSchema:schema236.properties.track_history,data:data5};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
break outer2;
}
}
}
}
}
else {
const err20 = {instancePath:instancePath+"/track_history",schemaPath:"#/properties/track_history/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema236.properties.track_history.type,parentSchema:schema236.properties.track_history,data:data5};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.delete_when !== undefined){
let data7 = data.delete_when;
if(((typeof data7 !== "string") && (!((typeof data7 == "number") && (isFinite(data7))))) && (typeof data7 !== "boolean")){
const err21 = {instancePath:instancePath+"/delete_when",schemaPath:"#/definitions/Expression/type",keyword:"type",params:{type: schema219.type},message:"must be string,number,boolean",schema:schema219.type,parentSchema:schema219,data:data7};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.ignore_null !== undefined){
let data8 = data.ignore_null;
if(typeof data8 !== "boolean"){
const err22 = {instancePath:instancePath+"/ignore_null",schemaPath:"#/properties/ignore_null/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema236.properties.ignore_null.type,parentSchema:schema236.properties.ignore_null,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema236.type,parentSchema:schema236,data};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
validate194.errors = vErrors;
return errors === 0;
}

const schema241 = {"description":"Looks each row up in another table as it is when the batch is made (a replayed batch looks up the same version of it); or, with `within`, pairs the rows of two streams, in whatever order they come.","type":"object","discriminator":{"propertyName":"how"},"required":["how"],"properties":{"how":{"description":"What becomes of a row without a match.","enum":["inner","left","semi"]}},"oneOf":[{"$ref":"#/definitions/InnerJoinSpec"},{"$ref":"#/definitions/LeftJoinSpec"},{"$ref":"#/definitions/SemiJoinSpec"}]};
const schema242 = {"description":"Adds columns to rows with a match; a row without one is left out (and counted as unmatched where it is looked up).","type":"object","additionalProperties":false,"required":["table","on","how","columns"],"properties":{"how":{"description":"Always `inner`.","const":"inner"},"table":{"description":"The other table: silver or gold.","$ref":"#/definitions/Reference"},"on":{"$ref":"#/definitions/JoinConditionSpec"},"within":{"$ref":"#/definitions/JoinWithinSpec"},"columns":{"$ref":"#/definitions/JoinedColumnsSpec"}},"elsewhere":{}};
const schema244 = {"description":"A column that both tables have, or a list of such; or a condition in which the join's name qualifies the other table's columns, as in `sale_id = online.sale`. A null matches nothing.","anyOf":[{"type":"string","minLength":1},{"type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}}]};

function validate198(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(typeof data === "string"){
if(func3(data) < 1){
const err0 = {instancePath,schemaPath:"#/anyOf/0/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema244.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema244.anyOf[0].type,parentSchema:schema244.anyOf[0],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(Array.isArray(data)){
if(data.length < 1){
const err2 = {instancePath,schemaPath:"#/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema244.anyOf[1],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 === "string"){
if(func3(data0) > 255){
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/ColumnName/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema151,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern3.test(data0)){
const err4 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/ColumnName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_]*$",parentSchema:schema151,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/ColumnName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema151.type,parentSchema:schema151,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
const err6 = {instancePath,schemaPath:"#/anyOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema244.anyOf[1],data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema244.anyOf[1].type,parentSchema:schema244.anyOf[1],data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err8 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema244.anyOf,parentSchema:schema244,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate198.errors = vErrors;
return errors === 0;
}

const schema246 = {"description":"Pairs the rows of two streams instead of looking rows up: a row is kept until the watermarks of both tables have passed every row that it could match. This says how far the event time of the other row may lie from this row's, bounds included; a bound that is not written is no time at all. A row may match several, and there is a row for each pair; with `left` a row without a match comes out once it can have none. Beside it only `columns`, or `with_columns` and `except`, stand: other clauses belong into a table above, or into one that reads this one.","type":"object","additionalProperties":false,"minProperties":1,"properties":{"before":{"description":"How much earlier than this row's the event time of the other row may be.","$ref":"#/definitions/DurationOrVariable"},"after":{"description":"How much later than this row's the event time of the other row may be.","$ref":"#/definitions/DurationOrVariable"}}};

function validate200(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
const err0 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema246,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "before") || (key0 === "after"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema246,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.before !== undefined){
let data0 = data.before;
if(typeof data0 === "string"){
if(!pattern39.test(data0)){
const err2 = {instancePath:instancePath+"/before",schemaPath:"#/definitions/DurationOrVariable/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"},message:"must match pattern \""+"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"+"\"",schema:"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$",parentSchema:schema114,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/before",schemaPath:"#/definitions/DurationOrVariable/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema114.type,parentSchema:schema114,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.after !== undefined){
let data1 = data.after;
if(typeof data1 === "string"){
if(!pattern39.test(data1)){
const err4 = {instancePath:instancePath+"/after",schemaPath:"#/definitions/DurationOrVariable/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"},message:"must match pattern \""+"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"+"\"",schema:"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$",parentSchema:schema114,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/after",schemaPath:"#/definitions/DurationOrVariable/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema114.type,parentSchema:schema114,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema246.type,parentSchema:schema246,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate200.errors = vErrors;
return errors === 0;
}

const schema249 = {"description":"The columns of the other table that are added: a list of their names, or a mapping from new names to theirs.","anyOf":[{"type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},{"type":"object","minProperties":1,"propertyNames":{"pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":255},"additionalProperties":{"$ref":"#/definitions/ColumnName"}}]};

function validate202(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/anyOf/0/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema249.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 === "string"){
if(func3(data0) > 255){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/ColumnName/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema151,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!pattern3.test(data0)){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/ColumnName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_]*$",parentSchema:schema151,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/ColumnName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema151.type,parentSchema:schema151,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
const err4 = {instancePath,schemaPath:"#/anyOf/0/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema249.anyOf[0],data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema249.anyOf[0].type,parentSchema:schema249.anyOf[0],data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs6 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
const err6 = {instancePath,schemaPath:"#/anyOf/1/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema249.anyOf[1],data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key0 in data){
const _errs8 = errors;
if(typeof key0 === "string"){
if(func3(key0) > 255){
const err7 = {instancePath,schemaPath:"#/anyOf/1/propertyNames/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema249.anyOf[1].propertyNames,data:key0,propertyName:key0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!pattern3.test(key0)){
const err8 = {instancePath,schemaPath:"#/anyOf/1/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_]*$",parentSchema:schema249.anyOf[1].propertyNames,data:key0,propertyName:key0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var valid5 = _errs8 === errors;
if(!valid5){
const err9 = {instancePath,schemaPath:"#/anyOf/1/propertyNames",keyword:"propertyNames",params:{propertyName: key0},message:"property name must be valid",schema:schema249.anyOf[1].propertyNames,parentSchema:schema249.anyOf[1],data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
for(const key1 in data){
let data1 = data[key1];
if(typeof data1 === "string"){
if(func3(data1) > 255){
const err10 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/ColumnName/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema151,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!pattern3.test(data1)){
const err11 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/ColumnName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_]*$",parentSchema:schema151,data:data1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/ColumnName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema151.type,parentSchema:schema151,data:data1};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema249.anyOf[1].type,parentSchema:schema249.anyOf[1],data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err14 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema249.anyOf,parentSchema:schema249,data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate202.errors = vErrors;
return errors === 0;
}


function validate197(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.table === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "table"},message:"must have required property '"+"table"+"'",schema:schema242.required,parentSchema:schema242,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.on === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "on"},message:"must have required property '"+"on"+"'",schema:schema242.required,parentSchema:schema242,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.how === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "how"},message:"must have required property '"+"how"+"'",schema:schema242.required,parentSchema:schema242,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.columns === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "columns"},message:"must have required property '"+"columns"+"'",schema:schema242.required,parentSchema:schema242,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "how") || (key0 === "table")) || (key0 === "on")) || (key0 === "within")) || (key0 === "columns"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema242,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.how !== undefined){
let data0 = data.how;
if("inner" !== data0){
const err5 = {instancePath:instancePath+"/how",schemaPath:"#/properties/how/const",keyword:"const",params:{allowedValue: "inner"},message:"must be equal to constant",schema:"inner",parentSchema:schema242.properties.how,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.table !== undefined){
let data1 = data.table;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err6 = {instancePath:instancePath+"/table",schemaPath:"#/definitions/Reference/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema111,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/table",schemaPath:"#/definitions/Reference/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema111.type,parentSchema:schema111,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.on !== undefined){
if(!(validate198(data.on, {instancePath:instancePath+"/on",parentData:data,parentDataProperty:"on",rootData}))){
vErrors = vErrors === null ? validate198.errors : vErrors.concat(validate198.errors);
errors = vErrors.length;
}
}
if(data.within !== undefined){
if(!(validate200(data.within, {instancePath:instancePath+"/within",parentData:data,parentDataProperty:"within",rootData}))){
vErrors = vErrors === null ? validate200.errors : vErrors.concat(validate200.errors);
errors = vErrors.length;
}
}
if(data.columns !== undefined){
if(!(validate202(data.columns, {instancePath:instancePath+"/columns",parentData:data,parentDataProperty:"columns",rootData}))){
vErrors = vErrors === null ? validate202.errors : vErrors.concat(validate202.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema242.type,parentSchema:schema242,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate197.errors = vErrors;
return errors === 0;
}

const schema252 = {"description":"Adds columns to every row: null where there is no match, which is counted.","type":"object","additionalProperties":false,"required":["table","on","how","columns"],"properties":{"how":{"description":"Always `left`.","const":"left"},"table":{"description":"The other table: silver or gold.","$ref":"#/definitions/Reference"},"on":{"$ref":"#/definitions/JoinConditionSpec"},"within":{"$ref":"#/definitions/JoinWithinSpec"},"columns":{"$ref":"#/definitions/JoinedColumnsSpec"}},"elsewhere":{}};

function validate204(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.table === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "table"},message:"must have required property '"+"table"+"'",schema:schema252.required,parentSchema:schema252,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.on === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "on"},message:"must have required property '"+"on"+"'",schema:schema252.required,parentSchema:schema252,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.how === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "how"},message:"must have required property '"+"how"+"'",schema:schema252.required,parentSchema:schema252,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.columns === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "columns"},message:"must have required property '"+"columns"+"'",schema:schema252.required,parentSchema:schema252,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "how") || (key0 === "table")) || (key0 === "on")) || (key0 === "within")) || (key0 === "columns"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema252,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.how !== undefined){
let data0 = data.how;
if("left" !== data0){
const err5 = {instancePath:instancePath+"/how",schemaPath:"#/properties/how/const",keyword:"const",params:{allowedValue: "left"},message:"must be equal to constant",schema:"left",parentSchema:schema252.properties.how,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.table !== undefined){
let data1 = data.table;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err6 = {instancePath:instancePath+"/table",schemaPath:"#/definitions/Reference/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema111,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/table",schemaPath:"#/definitions/Reference/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema111.type,parentSchema:schema111,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.on !== undefined){
if(!(validate198(data.on, {instancePath:instancePath+"/on",parentData:data,parentDataProperty:"on",rootData}))){
vErrors = vErrors === null ? validate198.errors : vErrors.concat(validate198.errors);
errors = vErrors.length;
}
}
if(data.within !== undefined){
if(!(validate200(data.within, {instancePath:instancePath+"/within",parentData:data,parentDataProperty:"within",rootData}))){
vErrors = vErrors === null ? validate200.errors : vErrors.concat(validate200.errors);
errors = vErrors.length;
}
}
if(data.columns !== undefined){
if(!(validate202(data.columns, {instancePath:instancePath+"/columns",parentData:data,parentDataProperty:"columns",rootData}))){
vErrors = vErrors === null ? validate202.errors : vErrors.concat(validate202.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema252.type,parentSchema:schema252,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate204.errors = vErrors;
return errors === 0;
}

const schema254 = {"description":"Keeps rows with a match and adds nothing; a row without one is counted as unmatched and left out. The other table may hold several matches.","type":"object","additionalProperties":false,"required":["table","on","how"],"properties":{"how":{"description":"Always `semi`.","const":"semi"},"table":{"description":"The other table: silver or gold.","$ref":"#/definitions/Reference"},"on":{"$ref":"#/definitions/JoinConditionSpec"}},"elsewhere":{"within":["how: inner","how: left"],"columns":["how: inner","how: left"]}};

function validate208(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.table === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "table"},message:"must have required property '"+"table"+"'",schema:schema254.required,parentSchema:schema254,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.on === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "on"},message:"must have required property '"+"on"+"'",schema:schema254.required,parentSchema:schema254,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.how === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "how"},message:"must have required property '"+"how"+"'",schema:schema254.required,parentSchema:schema254,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "how") || (key0 === "table")) || (key0 === "on"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema254,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.how !== undefined){
let data0 = data.how;
if("semi" !== data0){
const err4 = {instancePath:instancePath+"/how",schemaPath:"#/properties/how/const",keyword:"const",params:{allowedValue: "semi"},message:"must be equal to constant",schema:"semi",parentSchema:schema254.properties.how,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.table !== undefined){
let data1 = data.table;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err5 = {instancePath:instancePath+"/table",schemaPath:"#/definitions/Reference/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema111,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/table",schemaPath:"#/definitions/Reference/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema111.type,parentSchema:schema111,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.on !== undefined){
if(!(validate198(data.on, {instancePath:instancePath+"/on",parentData:data,parentDataProperty:"on",rootData}))){
vErrors = vErrors === null ? validate198.errors : vErrors.concat(validate198.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema254.type,parentSchema:schema254,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate208.errors = vErrors;
return errors === 0;
}


function validate196(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.how === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "how"},message:"must have required property '"+"how"+"'",schema:schema241.required,parentSchema:schema241,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.how !== undefined){
let data0 = data.how;
if(!(((data0 === "inner") || (data0 === "left")) || (data0 === "semi"))){
const err1 = {instancePath:instancePath+"/how",schemaPath:"#/properties/how/enum",keyword:"enum",params:{allowedValues: schema241.properties.how.enum},message:"must be equal to one of the allowed values",schema:schema241.properties.how.enum,parentSchema:schema241.properties.how,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
const tag0 = data.how;
if(typeof tag0 == "string"){
if(tag0 === "inner"){
if(!(validate197(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate197.errors : vErrors.concat(validate197.errors);
errors = vErrors.length;
}
}
else if(tag0 === "left"){
if(!(validate204(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate204.errors : vErrors.concat(validate204.errors);
errors = vErrors.length;
}
}
else if(tag0 === "semi"){
if(!(validate208(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate208.errors : vErrors.concat(validate208.errors);
errors = vErrors.length;
}
}
else {
const err2 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "how", tagValue: tag0},message:"value of tag \"how\" must be in oneOf",schema:schema241.discriminator,parentSchema:schema241,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "tag", tag: "how", tagValue: tag0},message:"tag \"how\" must be string",schema:schema241.discriminator,parentSchema:schema241,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema241.type,parentSchema:schema241,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate196.errors = vErrors;
return errors === 0;
}

const schema256 = {"description":"Groups rows by stretches of event time.","type":"object","discriminator":{"propertyName":"type"},"required":["type"],"properties":{"type":{"description":"How stretches are cut.","enum":["tumbling","hopping","session"]}},"oneOf":[{"$ref":"#/definitions/TumblingWindowSpec"},{"$ref":"#/definitions/HoppingWindowSpec"},{"$ref":"#/definitions/SessionWindowSpec"}]};
const schema257 = {"description":"Windows of one size, each row in one of them.","type":"object","additionalProperties":false,"required":["type","column","size"],"properties":{"type":{"description":"Always `tumbling`.","const":"tumbling"},"column":{"description":"The column with the event time; it carries the watermark.","$ref":"#/definitions/ColumnName"},"size":{"description":"Length of a window.","$ref":"#/definitions/DurationOrVariable"},"offset":{"description":"How far windows begin after whole sizes since 1970 (UTC). Default none.","$ref":"#/definitions/DurationOrVariable"}},"elsewhere":{"hop":["type: hopping"],"gap":["type: session"]}};

function validate215(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema257.required,parentSchema:schema257,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.column === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "column"},message:"must have required property '"+"column"+"'",schema:schema257.required,parentSchema:schema257,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.size === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "size"},message:"must have required property '"+"size"+"'",schema:schema257.required,parentSchema:schema257,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "type") || (key0 === "column")) || (key0 === "size")) || (key0 === "offset"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema257,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.type !== undefined){
let data0 = data.type;
if("tumbling" !== data0){
const err4 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/const",keyword:"const",params:{allowedValue: "tumbling"},message:"must be equal to constant",schema:"tumbling",parentSchema:schema257.properties.type,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.column !== undefined){
let data1 = data.column;
if(typeof data1 === "string"){
if(func3(data1) > 255){
const err5 = {instancePath:instancePath+"/column",schemaPath:"#/definitions/ColumnName/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema151,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!pattern3.test(data1)){
const err6 = {instancePath:instancePath+"/column",schemaPath:"#/definitions/ColumnName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_]*$",parentSchema:schema151,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/column",schemaPath:"#/definitions/ColumnName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema151.type,parentSchema:schema151,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.size !== undefined){
let data2 = data.size;
if(typeof data2 === "string"){
if(!pattern39.test(data2)){
const err8 = {instancePath:instancePath+"/size",schemaPath:"#/definitions/DurationOrVariable/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"},message:"must match pattern \""+"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"+"\"",schema:"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$",parentSchema:schema114,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/size",schemaPath:"#/definitions/DurationOrVariable/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema114.type,parentSchema:schema114,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.offset !== undefined){
let data3 = data.offset;
if(typeof data3 === "string"){
if(!pattern39.test(data3)){
const err10 = {instancePath:instancePath+"/offset",schemaPath:"#/definitions/DurationOrVariable/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"},message:"must match pattern \""+"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"+"\"",schema:"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$",parentSchema:schema114,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/offset",schemaPath:"#/definitions/DurationOrVariable/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema114.type,parentSchema:schema114,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema257.type,parentSchema:schema257,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate215.errors = vErrors;
return errors === 0;
}

const schema261 = {"description":"Windows of one size, one beginning at each hop: they overlap, and a row is in several.","type":"object","additionalProperties":false,"required":["type","column","size","hop"],"properties":{"type":{"description":"Always `hopping`.","const":"hopping"},"column":{"description":"The column with the event time; it carries the watermark.","$ref":"#/definitions/ColumnName"},"size":{"description":"Length of a window.","$ref":"#/definitions/DurationOrVariable"},"hop":{"description":"Time from one window's beginning to the next one's; not longer than `size`.","$ref":"#/definitions/DurationOrVariable"},"offset":{"description":"How far windows begin after whole hops since 1970 (UTC). Default none.","$ref":"#/definitions/DurationOrVariable"}},"elsewhere":{"gap":["type: session"]}};

function validate216(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema261.required,parentSchema:schema261,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.column === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "column"},message:"must have required property '"+"column"+"'",schema:schema261.required,parentSchema:schema261,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.size === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "size"},message:"must have required property '"+"size"+"'",schema:schema261.required,parentSchema:schema261,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.hop === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "hop"},message:"must have required property '"+"hop"+"'",schema:schema261.required,parentSchema:schema261,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "type") || (key0 === "column")) || (key0 === "size")) || (key0 === "hop")) || (key0 === "offset"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema261,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.type !== undefined){
let data0 = data.type;
if("hopping" !== data0){
const err5 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/const",keyword:"const",params:{allowedValue: "hopping"},message:"must be equal to constant",schema:"hopping",parentSchema:schema261.properties.type,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.column !== undefined){
let data1 = data.column;
if(typeof data1 === "string"){
if(func3(data1) > 255){
const err6 = {instancePath:instancePath+"/column",schemaPath:"#/definitions/ColumnName/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema151,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!pattern3.test(data1)){
const err7 = {instancePath:instancePath+"/column",schemaPath:"#/definitions/ColumnName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_]*$",parentSchema:schema151,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/column",schemaPath:"#/definitions/ColumnName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema151.type,parentSchema:schema151,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.size !== undefined){
let data2 = data.size;
if(typeof data2 === "string"){
if(!pattern39.test(data2)){
const err9 = {instancePath:instancePath+"/size",schemaPath:"#/definitions/DurationOrVariable/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"},message:"must match pattern \""+"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"+"\"",schema:"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$",parentSchema:schema114,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/size",schemaPath:"#/definitions/DurationOrVariable/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema114.type,parentSchema:schema114,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.hop !== undefined){
let data3 = data.hop;
if(typeof data3 === "string"){
if(!pattern39.test(data3)){
const err11 = {instancePath:instancePath+"/hop",schemaPath:"#/definitions/DurationOrVariable/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"},message:"must match pattern \""+"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"+"\"",schema:"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$",parentSchema:schema114,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/hop",schemaPath:"#/definitions/DurationOrVariable/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema114.type,parentSchema:schema114,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.offset !== undefined){
let data4 = data.offset;
if(typeof data4 === "string"){
if(!pattern39.test(data4)){
const err13 = {instancePath:instancePath+"/offset",schemaPath:"#/definitions/DurationOrVariable/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"},message:"must match pattern \""+"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"+"\"",schema:"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$",parentSchema:schema114,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/offset",schemaPath:"#/definitions/DurationOrVariable/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema114.type,parentSchema:schema114,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema261.type,parentSchema:schema261,data};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
validate216.errors = vErrors;
return errors === 0;
}

const schema266 = {"description":"A window for each run of rows of one group that follow each other closely; it ends when nothing comes for the gap.","type":"object","additionalProperties":false,"required":["type","column","gap"],"properties":{"type":{"description":"Always `session`.","const":"session"},"column":{"description":"The column with the event time; it carries the watermark.","$ref":"#/definitions/ColumnName"},"gap":{"description":"How long nothing may come within a window.","$ref":"#/definitions/DurationOrVariable"}},"elsewhere":{"size":["type: tumbling","type: hopping"],"offset":["type: tumbling","type: hopping"],"hop":["type: hopping"]}};

function validate217(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema266.required,parentSchema:schema266,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.column === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "column"},message:"must have required property '"+"column"+"'",schema:schema266.required,parentSchema:schema266,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.gap === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "gap"},message:"must have required property '"+"gap"+"'",schema:schema266.required,parentSchema:schema266,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "type") || (key0 === "column")) || (key0 === "gap"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema266,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.type !== undefined){
let data0 = data.type;
if("session" !== data0){
const err4 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/const",keyword:"const",params:{allowedValue: "session"},message:"must be equal to constant",schema:"session",parentSchema:schema266.properties.type,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.column !== undefined){
let data1 = data.column;
if(typeof data1 === "string"){
if(func3(data1) > 255){
const err5 = {instancePath:instancePath+"/column",schemaPath:"#/definitions/ColumnName/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema151,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!pattern3.test(data1)){
const err6 = {instancePath:instancePath+"/column",schemaPath:"#/definitions/ColumnName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_]*$",parentSchema:schema151,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/column",schemaPath:"#/definitions/ColumnName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema151.type,parentSchema:schema151,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.gap !== undefined){
let data2 = data.gap;
if(typeof data2 === "string"){
if(!pattern39.test(data2)){
const err8 = {instancePath:instancePath+"/gap",schemaPath:"#/definitions/DurationOrVariable/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"},message:"must match pattern \""+"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"+"\"",schema:"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$",parentSchema:schema114,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/gap",schemaPath:"#/definitions/DurationOrVariable/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema114.type,parentSchema:schema114,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema266.type,parentSchema:schema266,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate217.errors = vErrors;
return errors === 0;
}


function validate214(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema256.required,parentSchema:schema256,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.type !== undefined){
let data0 = data.type;
if(!(((data0 === "tumbling") || (data0 === "hopping")) || (data0 === "session"))){
const err1 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/enum",keyword:"enum",params:{allowedValues: schema256.properties.type.enum},message:"must be equal to one of the allowed values",schema:schema256.properties.type.enum,parentSchema:schema256.properties.type,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
const tag0 = data.type;
if(typeof tag0 == "string"){
if(tag0 === "tumbling"){
if(!(validate215(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate215.errors : vErrors.concat(validate215.errors);
errors = vErrors.length;
}
}
else if(tag0 === "hopping"){
if(!(validate216(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate216.errors : vErrors.concat(validate216.errors);
errors = vErrors.length;
}
}
else if(tag0 === "session"){
if(!(validate217(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate217.errors : vErrors.concat(validate217.errors);
errors = vErrors.length;
}
}
else {
const err2 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "type", tagValue: tag0},message:"value of tag \"type\" must be in oneOf",schema:schema256.discriminator,parentSchema:schema256,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "tag", tag: "type", tagValue: tag0},message:"tag \"type\" must be string",schema:schema256.discriminator,parentSchema:schema256,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema256.type,parentSchema:schema256,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate214.errors = vErrors;
return errors === 0;
}

const pattern148 = new RegExp("\\S", "u");

function validate177(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.from === undefined){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: "from"},message:"must have required property '"+"from"+"'",schema:schema211.oneOf[0].required,parentSchema:schema211.oneOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.union === undefined){
const err1 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: "union"},message:"must have required property '"+"union"+"'",schema:schema211.oneOf[1].required,parentSchema:schema211.oneOf[1],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema211.oneOf,parentSchema:schema211,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema211.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema211,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.for_each !== undefined){
if(!(validate172(data.for_each, {instancePath:instancePath+"/for_each",parentData:data,parentDataProperty:"for_each",rootData}))){
vErrors = vErrors === null ? validate172.errors : vErrors.concat(validate172.errors);
errors = vErrors.length;
}
}
if(data.from !== undefined){
let data1 = data.from;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err4 = {instancePath:instancePath+"/from",schemaPath:"#/definitions/Reference/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema111,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/from",schemaPath:"#/definitions/Reference/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema111.type,parentSchema:schema111,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.union !== undefined){
let data2 = data.union;
if(Array.isArray(data2)){
if(data2.length < 2){
const err6 = {instancePath:instancePath+"/union",schemaPath:"#/properties/union/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items",schema:2,parentSchema:schema211.properties.union,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 === "string"){
if(func3(data3) < 1){
const err7 = {instancePath:instancePath+"/union/" + i0,schemaPath:"#/definitions/Reference/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema111,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/union/" + i0,schemaPath:"#/definitions/Reference/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema111.type,parentSchema:schema111,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
let i1 = data2.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data2[i1], data2[j0])){
const err9 = {instancePath:instancePath+"/union",schemaPath:"#/properties/union/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema211.properties.union,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err10 = {instancePath:instancePath+"/union",schemaPath:"#/properties/union/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema211.properties.union.type,parentSchema:schema211.properties.union,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.description !== undefined){
let data4 = data.description;
if(typeof data4 !== "string"){
const err11 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema211.properties.description.type,parentSchema:schema211.properties.description,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.materialize !== undefined){
let data5 = data.materialize;
if(typeof data5 !== "boolean"){
const err12 = {instancePath:instancePath+"/materialize",schemaPath:"#/properties/materialize/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema211.properties.materialize.type,parentSchema:schema211.properties.materialize,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.backfill !== undefined){
let data6 = data.backfill;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err13 = {instancePath:instancePath+"/backfill",schemaPath:"#/definitions/BackfillSpec/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema208.type,parentSchema:schema208,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 9007199254740991 || isNaN(data6)){
const err14 = {instancePath:instancePath+"/backfill",schemaPath:"#/definitions/BackfillSpec/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema208,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data6 < 1 || isNaN(data6)){
const err15 = {instancePath:instancePath+"/backfill",schemaPath:"#/definitions/BackfillSpec/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema208,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
if(data.renamed_from !== undefined){
let data7 = data.renamed_from;
if(typeof data7 === "string"){
if(func3(data7) > 80){
const err16 = {instancePath:instancePath+"/renamed_from",schemaPath:"#/definitions/RenamedFromSpec/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema209,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!pattern79.test(data7)){
const err17 = {instancePath:instancePath+"/renamed_from",schemaPath:"#/definitions/RenamedFromSpec/pattern",keyword:"pattern",params:{pattern: "^([a-z]|\\$\\{(schema|table|each)\\})([a-z0-9_]|\\$\\{(schema|table|each)\\})*$"},message:"must match pattern \""+"^([a-z]|\\$\\{(schema|table|each)\\})([a-z0-9_]|\\$\\{(schema|table|each)\\})*$"+"\"",schema:"^([a-z]|\\$\\{(schema|table|each)\\})([a-z0-9_]|\\$\\{(schema|table|each)\\})*$",parentSchema:schema209,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/renamed_from",schemaPath:"#/definitions/RenamedFromSpec/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema209.type,parentSchema:schema209,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.streaming !== undefined){
let data8 = data.streaming;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.trigger === undefined){
const err19 = {instancePath:instancePath+"/streaming",schemaPath:"#/definitions/StreamingSpec/required",keyword:"required",params:{missingProperty: "trigger"},message:"must have required property '"+"trigger"+"'",schema:schema210.required,parentSchema:schema210,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
for(const key1 in data8){
if(!(key1 === "trigger")){
const err20 = {instancePath:instancePath+"/streaming",schemaPath:"#/definitions/StreamingSpec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema210,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data8.trigger !== undefined){
let data9 = data8.trigger;
if(typeof data9 === "string"){
if(!pattern38.test(data9)){
const err21 = {instancePath:instancePath+"/streaming/trigger",schemaPath:"#/definitions/StreamingSpec/properties/trigger/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]{0,5} (second|minute|hour)s?|continuous|\\$\\{[a-z][a-z0-9_]*\\})$"},message:"must match pattern \""+"^([1-9][0-9]{0,5} (second|minute|hour)s?|continuous|\\$\\{[a-z][a-z0-9_]*\\})$"+"\"",schema:"^([1-9][0-9]{0,5} (second|minute|hour)s?|continuous|\\$\\{[a-z][a-z0-9_]*\\})$",parentSchema:schema210.properties.trigger,data:data9};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/streaming/trigger",schemaPath:"#/definitions/StreamingSpec/properties/trigger/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema210.properties.trigger.type,parentSchema:schema210.properties.trigger,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/streaming",schemaPath:"#/definitions/StreamingSpec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema210.type,parentSchema:schema210,data:data8};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.explode !== undefined){
if(!(validate179(data.explode, {instancePath:instancePath+"/explode",parentData:data,parentDataProperty:"explode",rootData}))){
vErrors = vErrors === null ? validate179.errors : vErrors.concat(validate179.errors);
errors = vErrors.length;
}
}
if(data.columns !== undefined){
if(!(validate183(data.columns, {instancePath:instancePath+"/columns",parentData:data,parentDataProperty:"columns",rootData}))){
vErrors = vErrors === null ? validate183.errors : vErrors.concat(validate183.errors);
errors = vErrors.length;
}
}
if(data.with_columns !== undefined){
if(!(validate183(data.with_columns, {instancePath:instancePath+"/with_columns",parentData:data,parentDataProperty:"with_columns",rootData}))){
vErrors = vErrors === null ? validate183.errors : vErrors.concat(validate183.errors);
errors = vErrors.length;
}
}
if(data.except !== undefined){
let data13 = data.except;
if(Array.isArray(data13)){
if(data13.length < 1){
const err24 = {instancePath:instancePath+"/except",schemaPath:"#/properties/except/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema211.properties.except,data:data13};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
const len1 = data13.length;
for(let i2=0; i2<len1; i2++){
let data14 = data13[i2];
if(typeof data14 === "string"){
if(func3(data14) > 255){
const err25 = {instancePath:instancePath+"/except/" + i2,schemaPath:"#/definitions/ColumnName/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema151,data:data14};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(!pattern3.test(data14)){
const err26 = {instancePath:instancePath+"/except/" + i2,schemaPath:"#/definitions/ColumnName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_]*$",parentSchema:schema151,data:data14};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/except/" + i2,schemaPath:"#/definitions/ColumnName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema151.type,parentSchema:schema151,data:data14};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
let i3 = data13.length;
let j1;
if(i3 > 1){
outer1:
for(;i3--;){
for(j1 = i3; j1--;){
if(func0(data13[i3], data13[j1])){
const err28 = {instancePath:instancePath+"/except",schemaPath:"#/properties/except/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)",schema:true,parentSchema:schema211.properties.except,data:data13};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
break outer1;
}
}
}
}
}
else {
const err29 = {instancePath:instancePath+"/except",schemaPath:"#/properties/except/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema211.properties.except.type,parentSchema:schema211.properties.except,data:data13};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.where !== undefined){
let data15 = data.where;
if(((typeof data15 !== "string") && (!((typeof data15 == "number") && (isFinite(data15))))) && (typeof data15 !== "boolean")){
const err30 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/Expression/type",keyword:"type",params:{type: schema219.type},message:"must be string,number,boolean",schema:schema219.type,parentSchema:schema219,data:data15};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.sensitive !== undefined){
let data16 = data.sensitive;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(Object.keys(data16).length < 1){
const err31 = {instancePath:instancePath+"/sensitive",schemaPath:"#/properties/sensitive/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema211.properties.sensitive,data:data16};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
for(const key2 in data16){
let data17 = data16[key2];
if(!((((data17 === "pii") || (data17 === "secret")) || (data17 === "financial")) || (data17 === "health"))){
const err32 = {instancePath:instancePath+"/sensitive/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/SensitiveSpec/enum",keyword:"enum",params:{allowedValues: schema224.enum},message:"must be equal to one of the allowed values",schema:schema224.enum,parentSchema:schema224,data:data17};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/sensitive",schemaPath:"#/properties/sensitive/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema211.properties.sensitive.type,parentSchema:schema211.properties.sensitive,data:data16};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.declassify !== undefined){
let data18 = data.declassify;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(Object.keys(data18).length < 1){
const err34 = {instancePath:instancePath+"/declassify",schemaPath:"#/definitions/DeclassifySpec/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema225,data:data18};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
for(const key3 in data18){
let data19 = data18[key3];
if(typeof data19 === "string"){
if(!pattern148.test(data19)){
const err35 = {instancePath:instancePath+"/declassify/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/DeclassifySpec/additionalProperties/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema225.additionalProperties,data:data19};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/declassify/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/DeclassifySpec/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema225.additionalProperties.type,parentSchema:schema225.additionalProperties,data:data19};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath:instancePath+"/declassify",schemaPath:"#/definitions/DeclassifySpec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema225.type,parentSchema:schema225,data:data18};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.may_set_aside !== undefined){
if(!(validate186(data.may_set_aside, {instancePath:instancePath+"/may_set_aside",parentData:data,parentDataProperty:"may_set_aside",rootData}))){
vErrors = vErrors === null ? validate186.errors : vErrors.concat(validate186.errors);
errors = vErrors.length;
}
}
if(data.expect !== undefined){
let data21 = data.expect;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(Object.keys(data21).length < 1){
const err38 = {instancePath:instancePath+"/expect",schemaPath:"#/properties/expect/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema211.properties.expect,data:data21};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
for(const key4 in data21){
const _errs55 = errors;
if(typeof key4 === "string"){
if(func3(key4) > 80){
const err39 = {instancePath:instancePath+"/expect",schemaPath:"#/properties/expect/propertyNames/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema211.properties.expect.propertyNames,data:key4,propertyName:key4};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(!pattern1.test(key4)){
const err40 = {instancePath:instancePath+"/expect",schemaPath:"#/properties/expect/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]*$"},message:"must match pattern \""+"^[a-z][a-z0-9_]*$"+"\"",schema:"^[a-z][a-z0-9_]*$",parentSchema:schema211.properties.expect.propertyNames,data:key4,propertyName:key4};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
var valid20 = _errs55 === errors;
if(!valid20){
const err41 = {instancePath:instancePath+"/expect",schemaPath:"#/properties/expect/propertyNames",keyword:"propertyNames",params:{propertyName: key4},message:"property name must be valid",schema:schema211.properties.expect.propertyNames,parentSchema:schema211.properties.expect,data:data21};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
for(const key5 in data21){
if(!(validate188(data21[key5], {instancePath:instancePath+"/expect/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data21,parentDataProperty:key5,rootData}))){
vErrors = vErrors === null ? validate188.errors : vErrors.concat(validate188.errors);
errors = vErrors.length;
}
}
}
else {
const err42 = {instancePath:instancePath+"/expect",schemaPath:"#/properties/expect/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema211.properties.expect.type,parentSchema:schema211.properties.expect,data:data21};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data.watermark !== undefined){
if(!(validate190(data.watermark, {instancePath:instancePath+"/watermark",parentData:data,parentDataProperty:"watermark",rootData}))){
vErrors = vErrors === null ? validate190.errors : vErrors.concat(validate190.errors);
errors = vErrors.length;
}
}
if(data.deduplicate !== undefined){
if(!(validate192(data.deduplicate, {instancePath:instancePath+"/deduplicate",parentData:data,parentDataProperty:"deduplicate",rootData}))){
vErrors = vErrors === null ? validate192.errors : vErrors.concat(validate192.errors);
errors = vErrors.length;
}
}
if(data.apply_changes !== undefined){
if(!(validate194(data.apply_changes, {instancePath:instancePath+"/apply_changes",parentData:data,parentDataProperty:"apply_changes",rootData}))){
vErrors = vErrors === null ? validate194.errors : vErrors.concat(validate194.errors);
errors = vErrors.length;
}
}
if(data.late_rows !== undefined){
let data26 = data.late_rows;
if(!(((data26 === "drop") || (data26 === "divert")) || (data26 === "fail"))){
const err43 = {instancePath:instancePath+"/late_rows",schemaPath:"#/properties/late_rows/enum",keyword:"enum",params:{allowedValues: schema211.properties.late_rows.enum},message:"must be equal to one of the allowed values",schema:schema211.properties.late_rows.enum,parentSchema:schema211.properties.late_rows,data:data26};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data.join !== undefined){
let data27 = data.join;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
if(Object.keys(data27).length < 1){
const err44 = {instancePath:instancePath+"/join",schemaPath:"#/properties/join/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema211.properties.join,data:data27};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
for(const key6 in data27){
const _errs64 = errors;
if(typeof key6 === "string"){
if(func3(key6) > 80){
const err45 = {instancePath:instancePath+"/join",schemaPath:"#/properties/join/propertyNames/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema211.properties.join.propertyNames,data:key6,propertyName:key6};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(!pattern1.test(key6)){
const err46 = {instancePath:instancePath+"/join",schemaPath:"#/properties/join/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]*$"},message:"must match pattern \""+"^[a-z][a-z0-9_]*$"+"\"",schema:"^[a-z][a-z0-9_]*$",parentSchema:schema211.properties.join.propertyNames,data:key6,propertyName:key6};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
var valid22 = _errs64 === errors;
if(!valid22){
const err47 = {instancePath:instancePath+"/join",schemaPath:"#/properties/join/propertyNames",keyword:"propertyNames",params:{propertyName: key6},message:"property name must be valid",schema:schema211.properties.join.propertyNames,parentSchema:schema211.properties.join,data:data27};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
for(const key7 in data27){
if(!(validate196(data27[key7], {instancePath:instancePath+"/join/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data27,parentDataProperty:key7,rootData}))){
vErrors = vErrors === null ? validate196.errors : vErrors.concat(validate196.errors);
errors = vErrors.length;
}
}
}
else {
const err48 = {instancePath:instancePath+"/join",schemaPath:"#/properties/join/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema211.properties.join.type,parentSchema:schema211.properties.join,data:data27};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data.window !== undefined){
if(!(validate214(data.window, {instancePath:instancePath+"/window",parentData:data,parentDataProperty:"window",rootData}))){
vErrors = vErrors === null ? validate214.errors : vErrors.concat(validate214.errors);
errors = vErrors.length;
}
}
if(data.group_by !== undefined){
let data30 = data.group_by;
if(Array.isArray(data30)){
if(data30.length < 1){
const err49 = {instancePath:instancePath+"/group_by",schemaPath:"#/properties/group_by/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema211.properties.group_by,data:data30};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
const len2 = data30.length;
for(let i4=0; i4<len2; i4++){
let data31 = data30[i4];
if(typeof data31 === "string"){
if(func3(data31) > 255){
const err50 = {instancePath:instancePath+"/group_by/" + i4,schemaPath:"#/definitions/ColumnName/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema151,data:data31};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(!pattern3.test(data31)){
const err51 = {instancePath:instancePath+"/group_by/" + i4,schemaPath:"#/definitions/ColumnName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_]*$",parentSchema:schema151,data:data31};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
else {
const err52 = {instancePath:instancePath+"/group_by/" + i4,schemaPath:"#/definitions/ColumnName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema151.type,parentSchema:schema151,data:data31};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
let i5 = data30.length;
let j2;
if(i5 > 1){
outer2:
for(;i5--;){
for(j2 = i5; j2--;){
if(func0(data30[i5], data30[j2])){
const err53 = {instancePath:instancePath+"/group_by",schemaPath:"#/properties/group_by/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i5+" are identical)",schema:true,parentSchema:schema211.properties.group_by,data:data30};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
break outer2;
}
}
}
}
}
else {
const err54 = {instancePath:instancePath+"/group_by",schemaPath:"#/properties/group_by/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema211.properties.group_by.type,parentSchema:schema211.properties.group_by,data:data30};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data.aggregates !== undefined){
if(!(validate183(data.aggregates, {instancePath:instancePath+"/aggregates",parentData:data,parentDataProperty:"aggregates",rootData}))){
vErrors = vErrors === null ? validate183.errors : vErrors.concat(validate183.errors);
errors = vErrors.length;
}
}
if(data.engine !== undefined){
let data33 = data.engine;
if(!(data33 === "data-flow")){
const err55 = {instancePath:instancePath+"/engine",schemaPath:"#/properties/engine/enum",keyword:"enum",params:{allowedValues: schema211.properties.engine.enum},message:"must be equal to one of the allowed values",schema:schema211.properties.engine.enum,parentSchema:schema211.properties.engine,data:data33};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data.write !== undefined){
let data34 = data.write;
if(!((data34 === "append") || (data34 === "replace"))){
const err56 = {instancePath:instancePath+"/write",schemaPath:"#/properties/write/enum",keyword:"enum",params:{allowedValues: schema211.properties.write.enum},message:"must be equal to one of the allowed values",schema:schema211.properties.write.enum,parentSchema:schema211.properties.write,data:data34};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data.partition_by !== undefined){
let data35 = data.partition_by;
if(Array.isArray(data35)){
if(data35.length < 1){
const err57 = {instancePath:instancePath+"/partition_by",schemaPath:"#/properties/partition_by/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema211.properties.partition_by,data:data35};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
const len3 = data35.length;
for(let i6=0; i6<len3; i6++){
let data36 = data35[i6];
if(typeof data36 === "string"){
if(func3(data36) > 255){
const err58 = {instancePath:instancePath+"/partition_by/" + i6,schemaPath:"#/definitions/ColumnName/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema151,data:data36};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(!pattern3.test(data36)){
const err59 = {instancePath:instancePath+"/partition_by/" + i6,schemaPath:"#/definitions/ColumnName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_]*$",parentSchema:schema151,data:data36};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
else {
const err60 = {instancePath:instancePath+"/partition_by/" + i6,schemaPath:"#/definitions/ColumnName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema151.type,parentSchema:schema151,data:data36};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
let i7 = data35.length;
let j3;
if(i7 > 1){
outer3:
for(;i7--;){
for(j3 = i7; j3--;){
if(func0(data35[i7], data35[j3])){
const err61 = {instancePath:instancePath+"/partition_by",schemaPath:"#/properties/partition_by/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j3},message:"must NOT have duplicate items (items ## "+j3+" and "+i7+" are identical)",schema:true,parentSchema:schema211.properties.partition_by,data:data35};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
break outer3;
}
}
}
}
}
else {
const err62 = {instancePath:instancePath+"/partition_by",schemaPath:"#/properties/partition_by/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema211.properties.partition_by.type,parentSchema:schema211.properties.partition_by,data:data35};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data.on_schema_change !== undefined){
let data37 = data.on_schema_change;
if(!((data37 === "fail") || (data37 === "add"))){
const err63 = {instancePath:instancePath+"/on_schema_change",schemaPath:"#/properties/on_schema_change/enum",keyword:"enum",params:{allowedValues: schema211.properties.on_schema_change.enum},message:"must be equal to one of the allowed values",schema:schema211.properties.on_schema_change.enum,parentSchema:schema211.properties.on_schema_change,data:data37};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
else {
const err64 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema211.type,parentSchema:schema211,data};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
validate177.errors = vErrors;
return errors === 0;
}

const schema271 = {"description":"A store outside the lake. Its kind is that of the connection, and what it writes to is said in that kind's word: `container` (Cosmos DB), `event_hub` (Event Hubs), `topic` (Kafka) or `folder` (a storage account).","type":"object","required":["from","connection"],"if":{"required":["container"]},"then":{"$ref":"#/definitions/CosmosSinkSpec"},"else":{"if":{"required":["event_hub"]},"then":{"$ref":"#/definitions/EventHubSinkSpec"},"else":{"if":{"required":["topic"]},"then":{"$ref":"#/definitions/KafkaSinkSpec"},"else":{"if":{"required":["folder"]},"then":{"$ref":"#/definitions/FilesSinkSpec"},"else":{"description":"what the sink writes to: 'container' (Cosmos DB), 'event_hub' (Event Hubs), 'topic' (Kafka) or 'folder' (a storage account).","not":{}}}}}};
const schema272 = {"description":"A container of an Azure Cosmos DB account: each row is a document, upserted by the table's key, so a replayed batch changes nothing.","type":"object","additionalProperties":false,"required":["from","connection","database","container","partition_key"],"properties":{"for_each":{"$ref":"#/definitions/ForEachSpec"},"from":{"description":"The table that is written.","$ref":"#/definitions/Reference"},"description":{"description":"What the store serves.","type":"string"},"streaming":{"$ref":"#/definitions/StreamingSpec"},"where":{"description":"Only rows for which this is true, an expression over the table's columns; the others are counted as filtered.","$ref":"#/definitions/Expression"},"connection":{"description":"A `cosmos` connection of the project.","$ref":"#/definitions/Name"},"database":{"description":"Database of the account.","$ref":"#/definitions/NameOrVariable"},"container":{"description":"Container of the database.","$ref":"#/definitions/NameOrVariable"},"partition_key":{"description":"The column that the container is partitioned by. It must be part of the table's key.","$ref":"#/definitions/KeyColumnName"},"may_hold":{"$ref":"#/definitions/MayHoldSpec"}}};
const schema279 = {"description":"Letters, digits and `_`, beginning with a letter; `${each}` stands for a name where there is `for_each`.","type":"string","pattern":"^([A-Za-z]|\\$\\{each\\})([A-Za-z0-9_]|\\$\\{each\\})*$","maxLength":255};

function validate228(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema226,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(!((((data0 === "pii") || (data0 === "secret")) || (data0 === "financial")) || (data0 === "health"))){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/SensitiveSpec/enum",keyword:"enum",params:{allowedValues: schema224.enum},message:"must be equal to one of the allowed values",schema:schema224.enum,parentSchema:schema224,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
const err2 = {instancePath,schemaPath:"#/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema226,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema226.type,parentSchema:schema226,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate228.errors = vErrors;
return errors === 0;
}

const pattern181 = new RegExp("^([A-Za-z]|\\$\\{each\\})([A-Za-z0-9_]|\\$\\{each\\})*$", "u");

function validate226(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.from === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "from"},message:"must have required property '"+"from"+"'",schema:schema272.required,parentSchema:schema272,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.connection === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "connection"},message:"must have required property '"+"connection"+"'",schema:schema272.required,parentSchema:schema272,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.database === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "database"},message:"must have required property '"+"database"+"'",schema:schema272.required,parentSchema:schema272,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.container === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "container"},message:"must have required property '"+"container"+"'",schema:schema272.required,parentSchema:schema272,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.partition_key === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "partition_key"},message:"must have required property '"+"partition_key"+"'",schema:schema272.required,parentSchema:schema272,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema272.properties, key0))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema272,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.for_each !== undefined){
if(!(validate172(data.for_each, {instancePath:instancePath+"/for_each",parentData:data,parentDataProperty:"for_each",rootData}))){
vErrors = vErrors === null ? validate172.errors : vErrors.concat(validate172.errors);
errors = vErrors.length;
}
}
if(data.from !== undefined){
let data1 = data.from;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err6 = {instancePath:instancePath+"/from",schemaPath:"#/definitions/Reference/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema111,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/from",schemaPath:"#/definitions/Reference/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema111.type,parentSchema:schema111,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.description !== undefined){
let data2 = data.description;
if(typeof data2 !== "string"){
const err8 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema272.properties.description.type,parentSchema:schema272.properties.description,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.streaming !== undefined){
let data3 = data.streaming;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.trigger === undefined){
const err9 = {instancePath:instancePath+"/streaming",schemaPath:"#/definitions/StreamingSpec/required",keyword:"required",params:{missingProperty: "trigger"},message:"must have required property '"+"trigger"+"'",schema:schema210.required,parentSchema:schema210,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key1 in data3){
if(!(key1 === "trigger")){
const err10 = {instancePath:instancePath+"/streaming",schemaPath:"#/definitions/StreamingSpec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema210,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data3.trigger !== undefined){
let data4 = data3.trigger;
if(typeof data4 === "string"){
if(!pattern38.test(data4)){
const err11 = {instancePath:instancePath+"/streaming/trigger",schemaPath:"#/definitions/StreamingSpec/properties/trigger/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]{0,5} (second|minute|hour)s?|continuous|\\$\\{[a-z][a-z0-9_]*\\})$"},message:"must match pattern \""+"^([1-9][0-9]{0,5} (second|minute|hour)s?|continuous|\\$\\{[a-z][a-z0-9_]*\\})$"+"\"",schema:"^([1-9][0-9]{0,5} (second|minute|hour)s?|continuous|\\$\\{[a-z][a-z0-9_]*\\})$",parentSchema:schema210.properties.trigger,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/streaming/trigger",schemaPath:"#/definitions/StreamingSpec/properties/trigger/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema210.properties.trigger.type,parentSchema:schema210.properties.trigger,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/streaming",schemaPath:"#/definitions/StreamingSpec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema210.type,parentSchema:schema210,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.where !== undefined){
let data5 = data.where;
if(((typeof data5 !== "string") && (!((typeof data5 == "number") && (isFinite(data5))))) && (typeof data5 !== "boolean")){
const err14 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/Expression/type",keyword:"type",params:{type: schema219.type},message:"must be string,number,boolean",schema:schema219.type,parentSchema:schema219,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.connection !== undefined){
let data6 = data.connection;
if(typeof data6 === "string"){
if(func3(data6) > 80){
const err15 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema108,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!pattern0.test(data6)){
const err16 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema108,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema108.type,parentSchema:schema108,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.database !== undefined){
let data7 = data.database;
if(typeof data7 === "string"){
if(func3(data7) > 80){
const err18 = {instancePath:instancePath+"/database",schemaPath:"#/definitions/NameOrVariable/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema143,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!pattern81.test(data7)){
const err19 = {instancePath:instancePath+"/database",schemaPath:"#/definitions/NameOrVariable/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z]|\\$\\{[a-z][a-z0-9_]*\\})([A-Za-z0-9_-]|\\$\\{[a-z][a-z0-9_]*\\})*$"},message:"must match pattern \""+"^([A-Za-z]|\\$\\{[a-z][a-z0-9_]*\\})([A-Za-z0-9_-]|\\$\\{[a-z][a-z0-9_]*\\})*$"+"\"",schema:"^([A-Za-z]|\\$\\{[a-z][a-z0-9_]*\\})([A-Za-z0-9_-]|\\$\\{[a-z][a-z0-9_]*\\})*$",parentSchema:schema143,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/database",schemaPath:"#/definitions/NameOrVariable/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema143.type,parentSchema:schema143,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.container !== undefined){
let data8 = data.container;
if(typeof data8 === "string"){
if(func3(data8) > 80){
const err21 = {instancePath:instancePath+"/container",schemaPath:"#/definitions/NameOrVariable/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema143,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(!pattern81.test(data8)){
const err22 = {instancePath:instancePath+"/container",schemaPath:"#/definitions/NameOrVariable/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z]|\\$\\{[a-z][a-z0-9_]*\\})([A-Za-z0-9_-]|\\$\\{[a-z][a-z0-9_]*\\})*$"},message:"must match pattern \""+"^([A-Za-z]|\\$\\{[a-z][a-z0-9_]*\\})([A-Za-z0-9_-]|\\$\\{[a-z][a-z0-9_]*\\})*$"+"\"",schema:"^([A-Za-z]|\\$\\{[a-z][a-z0-9_]*\\})([A-Za-z0-9_-]|\\$\\{[a-z][a-z0-9_]*\\})*$",parentSchema:schema143,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/container",schemaPath:"#/definitions/NameOrVariable/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema143.type,parentSchema:schema143,data:data8};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.partition_key !== undefined){
let data9 = data.partition_key;
if(typeof data9 === "string"){
if(func3(data9) > 255){
const err24 = {instancePath:instancePath+"/partition_key",schemaPath:"#/definitions/KeyColumnName/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema279,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(!pattern181.test(data9)){
const err25 = {instancePath:instancePath+"/partition_key",schemaPath:"#/definitions/KeyColumnName/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z]|\\$\\{each\\})([A-Za-z0-9_]|\\$\\{each\\})*$"},message:"must match pattern \""+"^([A-Za-z]|\\$\\{each\\})([A-Za-z0-9_]|\\$\\{each\\})*$"+"\"",schema:"^([A-Za-z]|\\$\\{each\\})([A-Za-z0-9_]|\\$\\{each\\})*$",parentSchema:schema279,data:data9};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/partition_key",schemaPath:"#/definitions/KeyColumnName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema279.type,parentSchema:schema279,data:data9};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.may_hold !== undefined){
if(!(validate228(data.may_hold, {instancePath:instancePath+"/may_hold",parentData:data,parentDataProperty:"may_hold",rootData}))){
vErrors = vErrors === null ? validate228.errors : vErrors.concat(validate228.errors);
errors = vErrors.length;
}
}
}
else {
const err27 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema272.type,parentSchema:schema272,data};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
validate226.errors = vErrors;
return errors === 0;
}

const schema282 = {"description":"An event hub that each row is sent to, as JSON, at least once: a replayed batch is sent again, and its events carry the same `event_id` (a property made of the table's key) by which a reader removes repeats.","type":"object","additionalProperties":false,"required":["from","connection","event_hub","partitions"],"properties":{"for_each":{"$ref":"#/definitions/ForEachSpec"},"from":{"description":"The table that is written.","$ref":"#/definitions/Reference"},"description":{"description":"What the store serves.","type":"string"},"streaming":{"$ref":"#/definitions/StreamingSpec"},"where":{"description":"Only rows for which this is true, an expression over the table's columns; the others are counted as filtered.","$ref":"#/definitions/Expression"},"connection":{"description":"An `event-hubs` connection of the project.","$ref":"#/definitions/Name"},"event_hub":{"description":"Name of the hub.","$ref":"#/definitions/NameOrVariable"},"partitions":{"description":"Number of partitions of the hub.","$ref":"#/definitions/Partitions"},"key":{"description":"The column that events are partitioned by: those with one value go to one partition. Default: none, events go to any.","$ref":"#/definitions/KeyColumnName"},"columns":{"$ref":"#/definitions/SentColumnsSpec"},"may_hold":{"$ref":"#/definitions/MayHoldSpec"}}};
const schema289 = {"description":"The columns that go out. Default: all of the table.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}};

function validate234(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema289,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 === "string"){
if(func3(data0) > 255){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/ColumnName/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema151,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!pattern3.test(data0)){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/ColumnName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_]*$",parentSchema:schema151,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/ColumnName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema151.type,parentSchema:schema151,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
const err4 = {instancePath,schemaPath:"#/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema289,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema289.type,parentSchema:schema289,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate234.errors = vErrors;
return errors === 0;
}


function validate231(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.from === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "from"},message:"must have required property '"+"from"+"'",schema:schema282.required,parentSchema:schema282,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.connection === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "connection"},message:"must have required property '"+"connection"+"'",schema:schema282.required,parentSchema:schema282,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.event_hub === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "event_hub"},message:"must have required property '"+"event_hub"+"'",schema:schema282.required,parentSchema:schema282,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.partitions === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "partitions"},message:"must have required property '"+"partitions"+"'",schema:schema282.required,parentSchema:schema282,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema282.properties, key0))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema282,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.for_each !== undefined){
if(!(validate172(data.for_each, {instancePath:instancePath+"/for_each",parentData:data,parentDataProperty:"for_each",rootData}))){
vErrors = vErrors === null ? validate172.errors : vErrors.concat(validate172.errors);
errors = vErrors.length;
}
}
if(data.from !== undefined){
let data1 = data.from;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err5 = {instancePath:instancePath+"/from",schemaPath:"#/definitions/Reference/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema111,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/from",schemaPath:"#/definitions/Reference/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema111.type,parentSchema:schema111,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.description !== undefined){
let data2 = data.description;
if(typeof data2 !== "string"){
const err7 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema282.properties.description.type,parentSchema:schema282.properties.description,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.streaming !== undefined){
let data3 = data.streaming;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.trigger === undefined){
const err8 = {instancePath:instancePath+"/streaming",schemaPath:"#/definitions/StreamingSpec/required",keyword:"required",params:{missingProperty: "trigger"},message:"must have required property '"+"trigger"+"'",schema:schema210.required,parentSchema:schema210,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
for(const key1 in data3){
if(!(key1 === "trigger")){
const err9 = {instancePath:instancePath+"/streaming",schemaPath:"#/definitions/StreamingSpec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema210,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data3.trigger !== undefined){
let data4 = data3.trigger;
if(typeof data4 === "string"){
if(!pattern38.test(data4)){
const err10 = {instancePath:instancePath+"/streaming/trigger",schemaPath:"#/definitions/StreamingSpec/properties/trigger/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]{0,5} (second|minute|hour)s?|continuous|\\$\\{[a-z][a-z0-9_]*\\})$"},message:"must match pattern \""+"^([1-9][0-9]{0,5} (second|minute|hour)s?|continuous|\\$\\{[a-z][a-z0-9_]*\\})$"+"\"",schema:"^([1-9][0-9]{0,5} (second|minute|hour)s?|continuous|\\$\\{[a-z][a-z0-9_]*\\})$",parentSchema:schema210.properties.trigger,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/streaming/trigger",schemaPath:"#/definitions/StreamingSpec/properties/trigger/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema210.properties.trigger.type,parentSchema:schema210.properties.trigger,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/streaming",schemaPath:"#/definitions/StreamingSpec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema210.type,parentSchema:schema210,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.where !== undefined){
let data5 = data.where;
if(((typeof data5 !== "string") && (!((typeof data5 == "number") && (isFinite(data5))))) && (typeof data5 !== "boolean")){
const err13 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/Expression/type",keyword:"type",params:{type: schema219.type},message:"must be string,number,boolean",schema:schema219.type,parentSchema:schema219,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.connection !== undefined){
let data6 = data.connection;
if(typeof data6 === "string"){
if(func3(data6) > 80){
const err14 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema108,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!pattern0.test(data6)){
const err15 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema108,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema108.type,parentSchema:schema108,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.event_hub !== undefined){
let data7 = data.event_hub;
if(typeof data7 === "string"){
if(func3(data7) > 80){
const err17 = {instancePath:instancePath+"/event_hub",schemaPath:"#/definitions/NameOrVariable/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema143,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(!pattern81.test(data7)){
const err18 = {instancePath:instancePath+"/event_hub",schemaPath:"#/definitions/NameOrVariable/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z]|\\$\\{[a-z][a-z0-9_]*\\})([A-Za-z0-9_-]|\\$\\{[a-z][a-z0-9_]*\\})*$"},message:"must match pattern \""+"^([A-Za-z]|\\$\\{[a-z][a-z0-9_]*\\})([A-Za-z0-9_-]|\\$\\{[a-z][a-z0-9_]*\\})*$"+"\"",schema:"^([A-Za-z]|\\$\\{[a-z][a-z0-9_]*\\})([A-Za-z0-9_-]|\\$\\{[a-z][a-z0-9_]*\\})*$",parentSchema:schema143,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/event_hub",schemaPath:"#/definitions/NameOrVariable/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema143.type,parentSchema:schema143,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.partitions !== undefined){
if(!(validate119(data.partitions, {instancePath:instancePath+"/partitions",parentData:data,parentDataProperty:"partitions",rootData}))){
vErrors = vErrors === null ? validate119.errors : vErrors.concat(validate119.errors);
errors = vErrors.length;
}
}
if(data.key !== undefined){
let data9 = data.key;
if(typeof data9 === "string"){
if(func3(data9) > 255){
const err20 = {instancePath:instancePath+"/key",schemaPath:"#/definitions/KeyColumnName/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema279,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!pattern181.test(data9)){
const err21 = {instancePath:instancePath+"/key",schemaPath:"#/definitions/KeyColumnName/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z]|\\$\\{each\\})([A-Za-z0-9_]|\\$\\{each\\})*$"},message:"must match pattern \""+"^([A-Za-z]|\\$\\{each\\})([A-Za-z0-9_]|\\$\\{each\\})*$"+"\"",schema:"^([A-Za-z]|\\$\\{each\\})([A-Za-z0-9_]|\\$\\{each\\})*$",parentSchema:schema279,data:data9};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/key",schemaPath:"#/definitions/KeyColumnName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema279.type,parentSchema:schema279,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.columns !== undefined){
if(!(validate234(data.columns, {instancePath:instancePath+"/columns",parentData:data,parentDataProperty:"columns",rootData}))){
vErrors = vErrors === null ? validate234.errors : vErrors.concat(validate234.errors);
errors = vErrors.length;
}
}
if(data.may_hold !== undefined){
if(!(validate228(data.may_hold, {instancePath:instancePath+"/may_hold",parentData:data,parentDataProperty:"may_hold",rootData}))){
vErrors = vErrors === null ? validate228.errors : vErrors.concat(validate228.errors);
errors = vErrors.length;
}
}
}
else {
const err23 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema282.type,parentSchema:schema282,data};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
validate231.errors = vErrors;
return errors === 0;
}

const schema291 = {"description":"A topic of a Kafka cluster that each row is sent to, as JSON, at least once: a replayed batch is sent again, and its events carry the same `event_id` (a header made of the table's key) by which a reader removes repeats.","type":"object","additionalProperties":false,"required":["from","connection","topic","partitions"],"properties":{"for_each":{"$ref":"#/definitions/ForEachSpec"},"from":{"description":"The table that is written.","$ref":"#/definitions/Reference"},"description":{"description":"What the store serves.","type":"string"},"streaming":{"$ref":"#/definitions/StreamingSpec"},"where":{"description":"Only rows for which this is true, an expression over the table's columns; the others are counted as filtered.","$ref":"#/definitions/Expression"},"connection":{"description":"A `kafka` connection of the project.","$ref":"#/definitions/Name"},"topic":{"description":"Name of the topic: letters, digits, `.`, `_` and `-`; `${name}` stands for a variable.","type":"string","pattern":"^([A-Za-z0-9._-]|\\$\\{[a-z][a-z0-9_]*\\})+$","maxLength":249},"partitions":{"description":"Number of partitions of the topic.","$ref":"#/definitions/Partitions"},"key":{"description":"The column that events are partitioned by: those with one value go to one partition. Default: none, events go to any.","$ref":"#/definitions/KeyColumnName"},"columns":{"$ref":"#/definitions/SentColumnsSpec"},"may_hold":{"$ref":"#/definitions/MayHoldSpec"}}};

function validate238(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.from === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "from"},message:"must have required property '"+"from"+"'",schema:schema291.required,parentSchema:schema291,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.connection === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "connection"},message:"must have required property '"+"connection"+"'",schema:schema291.required,parentSchema:schema291,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.topic === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "topic"},message:"must have required property '"+"topic"+"'",schema:schema291.required,parentSchema:schema291,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.partitions === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "partitions"},message:"must have required property '"+"partitions"+"'",schema:schema291.required,parentSchema:schema291,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema291.properties, key0))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema291,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.for_each !== undefined){
if(!(validate172(data.for_each, {instancePath:instancePath+"/for_each",parentData:data,parentDataProperty:"for_each",rootData}))){
vErrors = vErrors === null ? validate172.errors : vErrors.concat(validate172.errors);
errors = vErrors.length;
}
}
if(data.from !== undefined){
let data1 = data.from;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err5 = {instancePath:instancePath+"/from",schemaPath:"#/definitions/Reference/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema111,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/from",schemaPath:"#/definitions/Reference/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema111.type,parentSchema:schema111,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.description !== undefined){
let data2 = data.description;
if(typeof data2 !== "string"){
const err7 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema291.properties.description.type,parentSchema:schema291.properties.description,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.streaming !== undefined){
let data3 = data.streaming;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.trigger === undefined){
const err8 = {instancePath:instancePath+"/streaming",schemaPath:"#/definitions/StreamingSpec/required",keyword:"required",params:{missingProperty: "trigger"},message:"must have required property '"+"trigger"+"'",schema:schema210.required,parentSchema:schema210,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
for(const key1 in data3){
if(!(key1 === "trigger")){
const err9 = {instancePath:instancePath+"/streaming",schemaPath:"#/definitions/StreamingSpec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema210,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data3.trigger !== undefined){
let data4 = data3.trigger;
if(typeof data4 === "string"){
if(!pattern38.test(data4)){
const err10 = {instancePath:instancePath+"/streaming/trigger",schemaPath:"#/definitions/StreamingSpec/properties/trigger/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]{0,5} (second|minute|hour)s?|continuous|\\$\\{[a-z][a-z0-9_]*\\})$"},message:"must match pattern \""+"^([1-9][0-9]{0,5} (second|minute|hour)s?|continuous|\\$\\{[a-z][a-z0-9_]*\\})$"+"\"",schema:"^([1-9][0-9]{0,5} (second|minute|hour)s?|continuous|\\$\\{[a-z][a-z0-9_]*\\})$",parentSchema:schema210.properties.trigger,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/streaming/trigger",schemaPath:"#/definitions/StreamingSpec/properties/trigger/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema210.properties.trigger.type,parentSchema:schema210.properties.trigger,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/streaming",schemaPath:"#/definitions/StreamingSpec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema210.type,parentSchema:schema210,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.where !== undefined){
let data5 = data.where;
if(((typeof data5 !== "string") && (!((typeof data5 == "number") && (isFinite(data5))))) && (typeof data5 !== "boolean")){
const err13 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/Expression/type",keyword:"type",params:{type: schema219.type},message:"must be string,number,boolean",schema:schema219.type,parentSchema:schema219,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.connection !== undefined){
let data6 = data.connection;
if(typeof data6 === "string"){
if(func3(data6) > 80){
const err14 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema108,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!pattern0.test(data6)){
const err15 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema108,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema108.type,parentSchema:schema108,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.topic !== undefined){
let data7 = data.topic;
if(typeof data7 === "string"){
if(func3(data7) > 249){
const err17 = {instancePath:instancePath+"/topic",schemaPath:"#/properties/topic/maxLength",keyword:"maxLength",params:{limit: 249},message:"must NOT have more than 249 characters",schema:249,parentSchema:schema291.properties.topic,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(!pattern89.test(data7)){
const err18 = {instancePath:instancePath+"/topic",schemaPath:"#/properties/topic/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9._-]|\\$\\{[a-z][a-z0-9_]*\\})+$"},message:"must match pattern \""+"^([A-Za-z0-9._-]|\\$\\{[a-z][a-z0-9_]*\\})+$"+"\"",schema:"^([A-Za-z0-9._-]|\\$\\{[a-z][a-z0-9_]*\\})+$",parentSchema:schema291.properties.topic,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/topic",schemaPath:"#/properties/topic/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema291.properties.topic.type,parentSchema:schema291.properties.topic,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.partitions !== undefined){
if(!(validate119(data.partitions, {instancePath:instancePath+"/partitions",parentData:data,parentDataProperty:"partitions",rootData}))){
vErrors = vErrors === null ? validate119.errors : vErrors.concat(validate119.errors);
errors = vErrors.length;
}
}
if(data.key !== undefined){
let data9 = data.key;
if(typeof data9 === "string"){
if(func3(data9) > 255){
const err20 = {instancePath:instancePath+"/key",schemaPath:"#/definitions/KeyColumnName/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema279,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!pattern181.test(data9)){
const err21 = {instancePath:instancePath+"/key",schemaPath:"#/definitions/KeyColumnName/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z]|\\$\\{each\\})([A-Za-z0-9_]|\\$\\{each\\})*$"},message:"must match pattern \""+"^([A-Za-z]|\\$\\{each\\})([A-Za-z0-9_]|\\$\\{each\\})*$"+"\"",schema:"^([A-Za-z]|\\$\\{each\\})([A-Za-z0-9_]|\\$\\{each\\})*$",parentSchema:schema279,data:data9};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/key",schemaPath:"#/definitions/KeyColumnName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema279.type,parentSchema:schema279,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.columns !== undefined){
if(!(validate234(data.columns, {instancePath:instancePath+"/columns",parentData:data,parentDataProperty:"columns",rootData}))){
vErrors = vErrors === null ? validate234.errors : vErrors.concat(validate234.errors);
errors = vErrors.length;
}
}
if(data.may_hold !== undefined){
if(!(validate228(data.may_hold, {instancePath:instancePath+"/may_hold",parentData:data,parentDataProperty:"may_hold",rootData}))){
vErrors = vErrors === null ? validate228.errors : vErrors.concat(validate228.errors);
errors = vErrors.length;
}
}
}
else {
const err23 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema291.type,parentSchema:schema291,data};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
validate238.errors = vErrors;
return errors === 0;
}

const schema297 = {"description":"Files in a storage account. Each batch has a folder of its own, `<folder>/checkpoint=<identity>/batch=<number>`, complete once it holds `_SUCCESS`; a replayed batch writes its folder anew, so no row stands there twice. Another identity of the query (another name of the sink, another format, other columns) begins a `checkpoint=` folder of its own with all rows: read one of them.","type":"object","additionalProperties":false,"required":["from","connection","folder","format"],"properties":{"for_each":{"$ref":"#/definitions/ForEachSpec"},"from":{"description":"The table that is written.","$ref":"#/definitions/Reference"},"description":{"description":"What the files are for.","type":"string"},"streaming":{"$ref":"#/definitions/StreamingSpec"},"where":{"description":"Only rows for which this is true, an expression over the table's columns; the others are counted as filtered.","$ref":"#/definitions/Expression"},"connection":{"description":"A `storage` connection of the project.","$ref":"#/definitions/Name"},"folder":{"description":"Folder of the container, as `exports/orders`: words of letters, digits, `_` and `-` with `/` between, each beginning with a letter or a digit.","type":"string","pattern":"^([A-Za-z0-9]|\\$\\{each\\})([A-Za-z0-9_-]|\\$\\{each\\})*(/([A-Za-z0-9]|\\$\\{each\\})([A-Za-z0-9_-]|\\$\\{each\\})*)*$","maxLength":500},"format":{"description":"`parquet`; `json`: an object a line, times as ISO text, nulls left out; `csv`: with a header, times as ISO text, quotes doubled, null as nothing.","enum":["parquet","json","csv"]},"columns":{"$ref":"#/definitions/SentColumnsSpec"},"may_hold":{"$ref":"#/definitions/MayHoldSpec"}}};
const pattern193 = new RegExp("^([A-Za-z0-9]|\\$\\{each\\})([A-Za-z0-9_-]|\\$\\{each\\})*(/([A-Za-z0-9]|\\$\\{each\\})([A-Za-z0-9_-]|\\$\\{each\\})*)*$", "u");

function validate244(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.from === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "from"},message:"must have required property '"+"from"+"'",schema:schema297.required,parentSchema:schema297,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.connection === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "connection"},message:"must have required property '"+"connection"+"'",schema:schema297.required,parentSchema:schema297,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.folder === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "folder"},message:"must have required property '"+"folder"+"'",schema:schema297.required,parentSchema:schema297,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.format === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "format"},message:"must have required property '"+"format"+"'",schema:schema297.required,parentSchema:schema297,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema297.properties, key0))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema297,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.for_each !== undefined){
if(!(validate172(data.for_each, {instancePath:instancePath+"/for_each",parentData:data,parentDataProperty:"for_each",rootData}))){
vErrors = vErrors === null ? validate172.errors : vErrors.concat(validate172.errors);
errors = vErrors.length;
}
}
if(data.from !== undefined){
let data1 = data.from;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err5 = {instancePath:instancePath+"/from",schemaPath:"#/definitions/Reference/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema111,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/from",schemaPath:"#/definitions/Reference/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema111.type,parentSchema:schema111,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.description !== undefined){
let data2 = data.description;
if(typeof data2 !== "string"){
const err7 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema297.properties.description.type,parentSchema:schema297.properties.description,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.streaming !== undefined){
let data3 = data.streaming;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.trigger === undefined){
const err8 = {instancePath:instancePath+"/streaming",schemaPath:"#/definitions/StreamingSpec/required",keyword:"required",params:{missingProperty: "trigger"},message:"must have required property '"+"trigger"+"'",schema:schema210.required,parentSchema:schema210,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
for(const key1 in data3){
if(!(key1 === "trigger")){
const err9 = {instancePath:instancePath+"/streaming",schemaPath:"#/definitions/StreamingSpec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema210,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data3.trigger !== undefined){
let data4 = data3.trigger;
if(typeof data4 === "string"){
if(!pattern38.test(data4)){
const err10 = {instancePath:instancePath+"/streaming/trigger",schemaPath:"#/definitions/StreamingSpec/properties/trigger/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]{0,5} (second|minute|hour)s?|continuous|\\$\\{[a-z][a-z0-9_]*\\})$"},message:"must match pattern \""+"^([1-9][0-9]{0,5} (second|minute|hour)s?|continuous|\\$\\{[a-z][a-z0-9_]*\\})$"+"\"",schema:"^([1-9][0-9]{0,5} (second|minute|hour)s?|continuous|\\$\\{[a-z][a-z0-9_]*\\})$",parentSchema:schema210.properties.trigger,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/streaming/trigger",schemaPath:"#/definitions/StreamingSpec/properties/trigger/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema210.properties.trigger.type,parentSchema:schema210.properties.trigger,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/streaming",schemaPath:"#/definitions/StreamingSpec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema210.type,parentSchema:schema210,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.where !== undefined){
let data5 = data.where;
if(((typeof data5 !== "string") && (!((typeof data5 == "number") && (isFinite(data5))))) && (typeof data5 !== "boolean")){
const err13 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/Expression/type",keyword:"type",params:{type: schema219.type},message:"must be string,number,boolean",schema:schema219.type,parentSchema:schema219,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.connection !== undefined){
let data6 = data.connection;
if(typeof data6 === "string"){
if(func3(data6) > 80){
const err14 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema108,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!pattern0.test(data6)){
const err15 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema108,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema108.type,parentSchema:schema108,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.folder !== undefined){
let data7 = data.folder;
if(typeof data7 === "string"){
if(func3(data7) > 500){
const err17 = {instancePath:instancePath+"/folder",schemaPath:"#/properties/folder/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema297.properties.folder,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(!pattern193.test(data7)){
const err18 = {instancePath:instancePath+"/folder",schemaPath:"#/properties/folder/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]|\\$\\{each\\})([A-Za-z0-9_-]|\\$\\{each\\})*(/([A-Za-z0-9]|\\$\\{each\\})([A-Za-z0-9_-]|\\$\\{each\\})*)*$"},message:"must match pattern \""+"^([A-Za-z0-9]|\\$\\{each\\})([A-Za-z0-9_-]|\\$\\{each\\})*(/([A-Za-z0-9]|\\$\\{each\\})([A-Za-z0-9_-]|\\$\\{each\\})*)*$"+"\"",schema:"^([A-Za-z0-9]|\\$\\{each\\})([A-Za-z0-9_-]|\\$\\{each\\})*(/([A-Za-z0-9]|\\$\\{each\\})([A-Za-z0-9_-]|\\$\\{each\\})*)*$",parentSchema:schema297.properties.folder,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/folder",schemaPath:"#/properties/folder/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema297.properties.folder.type,parentSchema:schema297.properties.folder,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.format !== undefined){
let data8 = data.format;
if(!(((data8 === "parquet") || (data8 === "json")) || (data8 === "csv"))){
const err20 = {instancePath:instancePath+"/format",schemaPath:"#/properties/format/enum",keyword:"enum",params:{allowedValues: schema297.properties.format.enum},message:"must be equal to one of the allowed values",schema:schema297.properties.format.enum,parentSchema:schema297.properties.format,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.columns !== undefined){
if(!(validate234(data.columns, {instancePath:instancePath+"/columns",parentData:data,parentDataProperty:"columns",rootData}))){
vErrors = vErrors === null ? validate234.errors : vErrors.concat(validate234.errors);
errors = vErrors.length;
}
}
if(data.may_hold !== undefined){
if(!(validate228(data.may_hold, {instancePath:instancePath+"/may_hold",parentData:data,parentDataProperty:"may_hold",rootData}))){
vErrors = vErrors === null ? validate228.errors : vErrors.concat(validate228.errors);
errors = vErrors.length;
}
}
}
else {
const err21 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema297.type,parentSchema:schema297,data};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
validate244.errors = vErrors;
return errors === 0;
}


function validate225(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = true;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.container === undefined) && (missing0 = "container")){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs3 = errors;
if(!(validate226(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate226.errors : vErrors.concat(validate226.errors);
errors = vErrors.length;
}
var _valid0 = _errs3 === errors;
valid0 = _valid0;
ifClause0 = "then";
}
else {
const _errs4 = errors;
const _errs5 = errors;
let valid1 = true;
const _errs6 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.event_hub === undefined) && (missing1 = "event_hub")){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid1 = _errs6 === errors;
errors = _errs5;
if(vErrors !== null){
if(_errs5){
vErrors.length = _errs5;
}
else {
vErrors = null;
}
}
let ifClause1;
if(_valid1){
const _errs7 = errors;
if(!(validate231(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate231.errors : vErrors.concat(validate231.errors);
errors = vErrors.length;
}
var _valid1 = _errs7 === errors;
valid1 = _valid1;
ifClause1 = "then";
}
else {
const _errs8 = errors;
const _errs9 = errors;
let valid2 = true;
const _errs10 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((data.topic === undefined) && (missing2 = "topic")){
const err2 = {};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid2 = _errs10 === errors;
errors = _errs9;
if(vErrors !== null){
if(_errs9){
vErrors.length = _errs9;
}
else {
vErrors = null;
}
}
let ifClause2;
if(_valid2){
const _errs11 = errors;
if(!(validate238(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate238.errors : vErrors.concat(validate238.errors);
errors = vErrors.length;
}
var _valid2 = _errs11 === errors;
valid2 = _valid2;
ifClause2 = "then";
}
else {
const _errs12 = errors;
const _errs13 = errors;
let valid3 = true;
const _errs14 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if((data.folder === undefined) && (missing3 = "folder")){
const err3 = {};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid3 = _errs14 === errors;
errors = _errs13;
if(vErrors !== null){
if(_errs13){
vErrors.length = _errs13;
}
else {
vErrors = null;
}
}
let ifClause3;
if(_valid3){
const _errs15 = errors;
if(!(validate244(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate244.errors : vErrors.concat(validate244.errors);
errors = vErrors.length;
}
var _valid3 = _errs15 === errors;
valid3 = _valid3;
ifClause3 = "then";
}
else {
const _errs16 = errors;
const err4 = {instancePath,schemaPath:"#/else/else/else/else/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema271.else.else.else.else.not,parentSchema:schema271.else.else.else.else,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
var _valid3 = _errs16 === errors;
valid3 = _valid3;
ifClause3 = "else";
}
if(!valid3){
const err5 = {instancePath,schemaPath:"#/else/else/else/if",keyword:"if",params:{failingKeyword: ifClause3},message:"must match \""+ifClause3+"\" schema",schema:schema271.else.else.else.if,parentSchema:schema271.else.else.else,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var _valid2 = _errs12 === errors;
valid2 = _valid2;
ifClause2 = "else";
}
if(!valid2){
const err6 = {instancePath,schemaPath:"#/else/else/if",keyword:"if",params:{failingKeyword: ifClause2},message:"must match \""+ifClause2+"\" schema",schema:schema271.else.else.if,parentSchema:schema271.else.else,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid1 = _errs8 === errors;
valid1 = _valid1;
ifClause1 = "else";
}
if(!valid1){
const err7 = {instancePath,schemaPath:"#/else/if",keyword:"if",params:{failingKeyword: ifClause1},message:"must match \""+ifClause1+"\" schema",schema:schema271.else.if,parentSchema:schema271.else,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var _valid0 = _errs4 === errors;
valid0 = _valid0;
ifClause0 = "else";
}
if(!valid0){
const err8 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0},message:"must match \""+ifClause0+"\" schema",schema:schema271.if,parentSchema:schema271,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.from === undefined){
const err9 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "from"},message:"must have required property '"+"from"+"'",schema:schema271.required,parentSchema:schema271,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data.connection === undefined){
const err10 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "connection"},message:"must have required property '"+"connection"+"'",schema:schema271.required,parentSchema:schema271,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema271.type,parentSchema:schema271,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate225.errors = vErrors;
return errors === 0;
}

const schema302 = {"description":"Tables of the lake as views of a database, by name: those of the pipeline stand in a schema with its name. docs/warehouse.md tells how.","type":"object","required":["connection"],"minProperties":2,"propertyNames":{"pattern":"^[a-z][a-z0-9_]*$","maxLength":80},"properties":{"connection":{"description":"The database: a `serverless-sql` connection of the project.","$ref":"#/definitions/Name"}},"additionalProperties":{"$ref":"#/definitions/ExposureSpec"}};
const schema303 = {"description":"A table of the lake, and what is seen of it.","type":"object","additionalProperties":false,"required":["from"],"properties":{"from":{"description":"The table: a silver or gold one that is stored, of this or, as `pipeline/silver.users`, of another pipeline.","$ref":"#/definitions/Reference"},"as":{"description":"What it becomes: `view`, which is the default, or `external-table`, which is a table to whatever asks the database for its tables: all rows, under the columns' own names.","enum":["view","external-table"]},"hide":{"description":"Columns that are not seen. Default: all are.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},"columns":{"description":"Instead of the table's columns just these, each by an expression over them. docs/warehouse.md has the functions and operators that mean the same in T-SQL; others are refused.","$ref":"#/definitions/ExpressionsSpec"},"where":{"description":"Only rows for which it is true are seen. It may use columns that are hidden.","$ref":"#/definitions/Expression"},"may_hold":{"$ref":"#/definitions/MayHoldSpec"},"declassify":{"$ref":"#/definitions/DeclassifySpec"},"join":{"description":"Other tables of the lake, by the name that `on` knows each by, and the columns that each adds. Conditions may use all columns of the table, hidden ones too, and what the joins before add.","type":"object","minProperties":1,"propertyNames":{"pattern":"^[a-z][a-z0-9_]*$","maxLength":80},"additionalProperties":{"$ref":"#/definitions/ExposureJoinSpec"}},"group_by":{"description":"The columns that aggregates are computed for: of `columns`, or else of the table, and of those that joins add. Only they and the aggregates are seen.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},"aggregates":{"description":"Result columns by name, each an aggregate expression over the rows of each group, or of all rows without `group_by`. docs/warehouse.md has the aggregates that mean the same in T-SQL; others are refused.","$ref":"#/definitions/ExpressionsSpec"}}};
const schema308 = {"description":"Looks each row up in another table of the lake as it is when the view is asked.","type":"object","additionalProperties":false,"required":["table","on","how","columns"],"properties":{"how":{"description":"What becomes of a row without a match: it is left out, or its new columns are null.","enum":["inner","left"]},"table":{"description":"The other table: a silver or gold one that is stored.","$ref":"#/definitions/Reference"},"on":{"$ref":"#/definitions/JoinConditionSpec"},"columns":{"$ref":"#/definitions/JoinedColumnsSpec"}}};

function validate254(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.table === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "table"},message:"must have required property '"+"table"+"'",schema:schema308.required,parentSchema:schema308,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.on === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "on"},message:"must have required property '"+"on"+"'",schema:schema308.required,parentSchema:schema308,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.how === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "how"},message:"must have required property '"+"how"+"'",schema:schema308.required,parentSchema:schema308,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.columns === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "columns"},message:"must have required property '"+"columns"+"'",schema:schema308.required,parentSchema:schema308,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "how") || (key0 === "table")) || (key0 === "on")) || (key0 === "columns"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema308,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.how !== undefined){
let data0 = data.how;
if(!((data0 === "inner") || (data0 === "left"))){
const err5 = {instancePath:instancePath+"/how",schemaPath:"#/properties/how/enum",keyword:"enum",params:{allowedValues: schema308.properties.how.enum},message:"must be equal to one of the allowed values",schema:schema308.properties.how.enum,parentSchema:schema308.properties.how,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.table !== undefined){
let data1 = data.table;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err6 = {instancePath:instancePath+"/table",schemaPath:"#/definitions/Reference/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema111,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/table",schemaPath:"#/definitions/Reference/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema111.type,parentSchema:schema111,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.on !== undefined){
if(!(validate198(data.on, {instancePath:instancePath+"/on",parentData:data,parentDataProperty:"on",rootData}))){
vErrors = vErrors === null ? validate198.errors : vErrors.concat(validate198.errors);
errors = vErrors.length;
}
}
if(data.columns !== undefined){
if(!(validate202(data.columns, {instancePath:instancePath+"/columns",parentData:data,parentDataProperty:"columns",rootData}))){
vErrors = vErrors === null ? validate202.errors : vErrors.concat(validate202.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema308.type,parentSchema:schema308,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate254.errors = vErrors;
return errors === 0;
}


function validate251(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.from === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "from"},message:"must have required property '"+"from"+"'",schema:schema303.required,parentSchema:schema303,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema303.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema303,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.from !== undefined){
let data0 = data.from;
if(typeof data0 === "string"){
if(func3(data0) < 1){
const err2 = {instancePath:instancePath+"/from",schemaPath:"#/definitions/Reference/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema111,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/from",schemaPath:"#/definitions/Reference/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema111.type,parentSchema:schema111,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.as !== undefined){
let data1 = data.as;
if(!((data1 === "view") || (data1 === "external-table"))){
const err4 = {instancePath:instancePath+"/as",schemaPath:"#/properties/as/enum",keyword:"enum",params:{allowedValues: schema303.properties.as.enum},message:"must be equal to one of the allowed values",schema:schema303.properties.as.enum,parentSchema:schema303.properties.as,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.hide !== undefined){
let data2 = data.hide;
if(Array.isArray(data2)){
if(data2.length < 1){
const err5 = {instancePath:instancePath+"/hide",schemaPath:"#/properties/hide/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema303.properties.hide,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 === "string"){
if(func3(data3) > 255){
const err6 = {instancePath:instancePath+"/hide/" + i0,schemaPath:"#/definitions/ColumnName/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema151,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!pattern3.test(data3)){
const err7 = {instancePath:instancePath+"/hide/" + i0,schemaPath:"#/definitions/ColumnName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_]*$",parentSchema:schema151,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/hide/" + i0,schemaPath:"#/definitions/ColumnName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema151.type,parentSchema:schema151,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
let i1 = data2.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data2[i1], data2[j0])){
const err9 = {instancePath:instancePath+"/hide",schemaPath:"#/properties/hide/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema303.properties.hide,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err10 = {instancePath:instancePath+"/hide",schemaPath:"#/properties/hide/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema303.properties.hide.type,parentSchema:schema303.properties.hide,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.columns !== undefined){
if(!(validate183(data.columns, {instancePath:instancePath+"/columns",parentData:data,parentDataProperty:"columns",rootData}))){
vErrors = vErrors === null ? validate183.errors : vErrors.concat(validate183.errors);
errors = vErrors.length;
}
}
if(data.where !== undefined){
let data5 = data.where;
if(((typeof data5 !== "string") && (!((typeof data5 == "number") && (isFinite(data5))))) && (typeof data5 !== "boolean")){
const err11 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/Expression/type",keyword:"type",params:{type: schema219.type},message:"must be string,number,boolean",schema:schema219.type,parentSchema:schema219,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.may_hold !== undefined){
if(!(validate228(data.may_hold, {instancePath:instancePath+"/may_hold",parentData:data,parentDataProperty:"may_hold",rootData}))){
vErrors = vErrors === null ? validate228.errors : vErrors.concat(validate228.errors);
errors = vErrors.length;
}
}
if(data.declassify !== undefined){
let data7 = data.declassify;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(Object.keys(data7).length < 1){
const err12 = {instancePath:instancePath+"/declassify",schemaPath:"#/definitions/DeclassifySpec/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema225,data:data7};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
for(const key1 in data7){
let data8 = data7[key1];
if(typeof data8 === "string"){
if(!pattern148.test(data8)){
const err13 = {instancePath:instancePath+"/declassify/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/DeclassifySpec/additionalProperties/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema225.additionalProperties,data:data8};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/declassify/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/DeclassifySpec/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema225.additionalProperties.type,parentSchema:schema225.additionalProperties,data:data8};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/declassify",schemaPath:"#/definitions/DeclassifySpec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema225.type,parentSchema:schema225,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.join !== undefined){
let data9 = data.join;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(Object.keys(data9).length < 1){
const err16 = {instancePath:instancePath+"/join",schemaPath:"#/properties/join/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema303.properties.join,data:data9};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
for(const key2 in data9){
const _errs24 = errors;
if(typeof key2 === "string"){
if(func3(key2) > 80){
const err17 = {instancePath:instancePath+"/join",schemaPath:"#/properties/join/propertyNames/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema303.properties.join.propertyNames,data:key2,propertyName:key2};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(!pattern1.test(key2)){
const err18 = {instancePath:instancePath+"/join",schemaPath:"#/properties/join/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]*$"},message:"must match pattern \""+"^[a-z][a-z0-9_]*$"+"\"",schema:"^[a-z][a-z0-9_]*$",parentSchema:schema303.properties.join.propertyNames,data:key2,propertyName:key2};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
var valid9 = _errs24 === errors;
if(!valid9){
const err19 = {instancePath:instancePath+"/join",schemaPath:"#/properties/join/propertyNames",keyword:"propertyNames",params:{propertyName: key2},message:"property name must be valid",schema:schema303.properties.join.propertyNames,parentSchema:schema303.properties.join,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
for(const key3 in data9){
if(!(validate254(data9[key3], {instancePath:instancePath+"/join/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data9,parentDataProperty:key3,rootData}))){
vErrors = vErrors === null ? validate254.errors : vErrors.concat(validate254.errors);
errors = vErrors.length;
}
}
}
else {
const err20 = {instancePath:instancePath+"/join",schemaPath:"#/properties/join/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema303.properties.join.type,parentSchema:schema303.properties.join,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.group_by !== undefined){
let data11 = data.group_by;
if(Array.isArray(data11)){
if(data11.length < 1){
const err21 = {instancePath:instancePath+"/group_by",schemaPath:"#/properties/group_by/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema303.properties.group_by,data:data11};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
const len1 = data11.length;
for(let i2=0; i2<len1; i2++){
let data12 = data11[i2];
if(typeof data12 === "string"){
if(func3(data12) > 255){
const err22 = {instancePath:instancePath+"/group_by/" + i2,schemaPath:"#/definitions/ColumnName/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema151,data:data12};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(!pattern3.test(data12)){
const err23 = {instancePath:instancePath+"/group_by/" + i2,schemaPath:"#/definitions/ColumnName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_]*$",parentSchema:schema151,data:data12};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/group_by/" + i2,schemaPath:"#/definitions/ColumnName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema151.type,parentSchema:schema151,data:data12};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
let i3 = data11.length;
let j1;
if(i3 > 1){
outer1:
for(;i3--;){
for(j1 = i3; j1--;){
if(func0(data11[i3], data11[j1])){
const err25 = {instancePath:instancePath+"/group_by",schemaPath:"#/properties/group_by/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)",schema:true,parentSchema:schema303.properties.group_by,data:data11};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
break outer1;
}
}
}
}
}
else {
const err26 = {instancePath:instancePath+"/group_by",schemaPath:"#/properties/group_by/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema303.properties.group_by.type,parentSchema:schema303.properties.group_by,data:data11};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.aggregates !== undefined){
if(!(validate183(data.aggregates, {instancePath:instancePath+"/aggregates",parentData:data,parentDataProperty:"aggregates",rootData}))){
vErrors = vErrors === null ? validate183.errors : vErrors.concat(validate183.errors);
errors = vErrors.length;
}
}
}
else {
const err27 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema303.type,parentSchema:schema303,data};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
validate251.errors = vErrors;
return errors === 0;
}


function validate250(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 2){
const err0 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 2},message:"must NOT have fewer than 2 properties",schema:2,parentSchema:schema302,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.connection === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "connection"},message:"must have required property '"+"connection"+"'",schema:schema302.required,parentSchema:schema302,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
const _errs1 = errors;
if(typeof key0 === "string"){
if(func3(key0) > 80){
const err2 = {instancePath,schemaPath:"#/propertyNames/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema302.propertyNames,data:key0,propertyName:key0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern1.test(key0)){
const err3 = {instancePath,schemaPath:"#/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]*$"},message:"must match pattern \""+"^[a-z][a-z0-9_]*$"+"\"",schema:"^[a-z][a-z0-9_]*$",parentSchema:schema302.propertyNames,data:key0,propertyName:key0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var valid0 = _errs1 === errors;
if(!valid0){
const err4 = {instancePath,schemaPath:"#/propertyNames",keyword:"propertyNames",params:{propertyName: key0},message:"property name must be valid",schema:schema302.propertyNames,parentSchema:schema302,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
for(const key1 in data){
if(!(key1 === "connection")){
if(!(validate251(data[key1], {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data,parentDataProperty:key1,rootData}))){
vErrors = vErrors === null ? validate251.errors : vErrors.concat(validate251.errors);
errors = vErrors.length;
}
}
}
if(data.connection !== undefined){
let data1 = data.connection;
if(typeof data1 === "string"){
if(func3(data1) > 80){
const err5 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema108,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!pattern0.test(data1)){
const err6 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema108,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema108.type,parentSchema:schema108,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema302.type,parentSchema:schema302,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate250.errors = vErrors;
return errors === 0;
}

const schema312 = {"description":"What one principal may do, by object.","type":"object","minProperties":1,"additionalProperties":{"$ref":"#/definitions/ObjectGrantSpec"}};
const schema313 = {"description":"What a principal may do with one object: `[select, update]`; with the files of a table of the lake `{ privileges: [select], files: true }`.","if":{"type":"array"},"then":{"$ref":"#/definitions/PrivilegesSpec"},"else":{"$ref":"#/definitions/FilesGrantSpec"}};
const schema314 = {"description":"What a principal may do with one object: `[select, update]`.","type":"array","minItems":1,"uniqueItems":true,"examples":[["select","update"]],"items":{"$ref":"#/definitions/PrivilegeSpec"}};
const schema315 = {"description":"A privilege on all columns, `select`, or on some: `{select: {columns: [order_id]}}`.","if":{"type":"string"},"then":{"$ref":"#/definitions/PrivilegeWord"},"else":{"$ref":"#/definitions/ColumnPrivilegeSpec"}};
const schema316 = {"description":"What may be done. `update` and `delete` of rows that are found by their key need `select` too, or the table's `key`.","enum":["select","insert","update","delete","truncate"]};
const schema317 = {"description":"A privilege on some columns; rows are deleted and tables emptied as a whole. Or `{truncate: {by: procedure}}`.","type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"examples":["{select: {columns: [order_id]}}"],"properties":{"select":{"description":"These columns may be read.","$ref":"#/definitions/ColumnsSpec"},"insert":{"description":"New rows may be given these columns; the others get their defaults.","$ref":"#/definitions/ColumnsSpec"},"update":{"description":"These columns may be changed.","$ref":"#/definitions/ColumnsSpec"},"truncate":{"description":"The table may be emptied where no right lets anybody do it: in databases that are asked in T-SQL.","$ref":"#/definitions/TruncateBySpec"}}};
const schema320 = {"description":"How a table is emptied.","type":"object","additionalProperties":false,"required":["by"],"properties":{"by":{"description":"`procedure`: by one of the same schema, `truncate_orders` of `orders`, which the script of rights makes and which empties it as its owner.","enum":["procedure"]}}};
const schema318 = {"description":"The columns that a privilege is about.","type":"object","additionalProperties":false,"required":["columns"],"properties":{"columns":{"description":"Their names, in their own capital and small letters.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/GrantedColumnName"}}}};
const schema319 = {"description":"A column in its own capital and small letters, at most 63 bytes.","type":"string","examples":["order_id"],"pattern":"^(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$"};

function validate266(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.columns === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "columns"},message:"must have required property '"+"columns"+"'",schema:schema318.required,parentSchema:schema318,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "columns")){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema318,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.columns !== undefined){
let data0 = data.columns;
if(Array.isArray(data0)){
if(data0.length < 1){
const err2 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema318.properties.columns,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(!pattern16.test(data1)){
const err3 = {instancePath:instancePath+"/columns/" + i0,schemaPath:"#/definitions/GrantedColumnName/pattern",keyword:"pattern",params:{pattern: "^(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$"},message:"must match pattern \""+"^(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$"+"\"",schema:"^(?!.*\\$\\{)[^\\u0000-\\u001f\\u007f]+$",parentSchema:schema319,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/columns/" + i0,schemaPath:"#/definitions/GrantedColumnName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema319.type,parentSchema:schema319,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
let i1 = data0.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data0[i1], data0[j0])){
const err5 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema318.properties.columns,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err6 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema318.properties.columns.type,parentSchema:schema318.properties.columns,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema318.type,parentSchema:schema318,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate266.errors = vErrors;
return errors === 0;
}


function validate265(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length > 1){
const err0 = {instancePath,schemaPath:"#/maxProperties",keyword:"maxProperties",params:{limit: 1},message:"must NOT have more than 1 properties",schema:1,parentSchema:schema317,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(Object.keys(data).length < 1){
const err1 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema317,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "select") || (key0 === "insert")) || (key0 === "update")) || (key0 === "truncate"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema317,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.select !== undefined){
if(!(validate266(data.select, {instancePath:instancePath+"/select",parentData:data,parentDataProperty:"select",rootData}))){
vErrors = vErrors === null ? validate266.errors : vErrors.concat(validate266.errors);
errors = vErrors.length;
}
}
if(data.insert !== undefined){
if(!(validate266(data.insert, {instancePath:instancePath+"/insert",parentData:data,parentDataProperty:"insert",rootData}))){
vErrors = vErrors === null ? validate266.errors : vErrors.concat(validate266.errors);
errors = vErrors.length;
}
}
if(data.update !== undefined){
if(!(validate266(data.update, {instancePath:instancePath+"/update",parentData:data,parentDataProperty:"update",rootData}))){
vErrors = vErrors === null ? validate266.errors : vErrors.concat(validate266.errors);
errors = vErrors.length;
}
}
if(data.truncate !== undefined){
let data3 = data.truncate;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.by === undefined){
const err3 = {instancePath:instancePath+"/truncate",schemaPath:"#/definitions/TruncateBySpec/required",keyword:"required",params:{missingProperty: "by"},message:"must have required property '"+"by"+"'",schema:schema320.required,parentSchema:schema320,data:data3};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key1 in data3){
if(!(key1 === "by")){
const err4 = {instancePath:instancePath+"/truncate",schemaPath:"#/definitions/TruncateBySpec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema320,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data3.by !== undefined){
let data4 = data3.by;
if(!(data4 === "procedure")){
const err5 = {instancePath:instancePath+"/truncate/by",schemaPath:"#/definitions/TruncateBySpec/properties/by/enum",keyword:"enum",params:{allowedValues: schema320.properties.by.enum},message:"must be equal to one of the allowed values",schema:schema320.properties.by.enum,parentSchema:schema320.properties.by,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/truncate",schemaPath:"#/definitions/TruncateBySpec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema320.type,parentSchema:schema320,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema317.type,parentSchema:schema317,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate265.errors = vErrors;
return errors === 0;
}


function validate264(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = true;
const _errs1 = errors;
if(typeof data !== "string"){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs3 = errors;
if(!(((((data === "select") || (data === "insert")) || (data === "update")) || (data === "delete")) || (data === "truncate"))){
const err1 = {instancePath,schemaPath:"#/definitions/PrivilegeWord/enum",keyword:"enum",params:{allowedValues: schema316.enum},message:"must be equal to one of the allowed values",schema:schema316.enum,parentSchema:schema316,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = _valid0;
ifClause0 = "then";
}
else {
const _errs5 = errors;
if(!(validate265(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate265.errors : vErrors.concat(validate265.errors);
errors = vErrors.length;
}
var _valid0 = _errs5 === errors;
valid0 = _valid0;
ifClause0 = "else";
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0},message:"must match \""+ifClause0+"\" schema",schema:schema315.if,parentSchema:schema315,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate264.errors = vErrors;
return errors === 0;
}


function validate263(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema314,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validate264(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate264.errors : vErrors.concat(validate264.errors);
errors = vErrors.length;
}
}
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
const err1 = {instancePath,schemaPath:"#/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema314,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema314.type,parentSchema:schema314,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate263.errors = vErrors;
return errors === 0;
}

const schema321 = {"description":"What a principal may do with the files of a stored table of the lake: `[select]`, or all of `[select, insert, update, delete]`.","type":"object","additionalProperties":false,"required":["privileges","files"],"examples":["{ privileges: [select], files: true }"],"properties":{"privileges":{"$ref":"#/definitions/PrivilegesSpec"},"files":{"description":"Always `true`: it is said that files are granted, as they have all columns and all rows, whatever a warehouse hides, masks or leaves out.","const":true}}};

function validate273(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.privileges === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "privileges"},message:"must have required property '"+"privileges"+"'",schema:schema321.required,parentSchema:schema321,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.files === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "files"},message:"must have required property '"+"files"+"'",schema:schema321.required,parentSchema:schema321,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "privileges") || (key0 === "files"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema321,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.privileges !== undefined){
if(!(validate263(data.privileges, {instancePath:instancePath+"/privileges",parentData:data,parentDataProperty:"privileges",rootData}))){
vErrors = vErrors === null ? validate263.errors : vErrors.concat(validate263.errors);
errors = vErrors.length;
}
}
if(data.files !== undefined){
let data1 = data.files;
if(true !== data1){
const err3 = {instancePath:instancePath+"/files",schemaPath:"#/properties/files/const",keyword:"const",params:{allowedValue: true},message:"must be equal to constant",schema:true,parentSchema:schema321.properties.files,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema321.type,parentSchema:schema321,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate273.errors = vErrors;
return errors === 0;
}


function validate262(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = true;
const _errs1 = errors;
if(!(Array.isArray(data))){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs3 = errors;
if(!(validate263(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate263.errors : vErrors.concat(validate263.errors);
errors = vErrors.length;
}
var _valid0 = _errs3 === errors;
valid0 = _valid0;
ifClause0 = "then";
}
else {
const _errs4 = errors;
if(!(validate273(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate273.errors : vErrors.concat(validate273.errors);
errors = vErrors.length;
}
var _valid0 = _errs4 === errors;
valid0 = _valid0;
ifClause0 = "else";
}
if(!valid0){
const err1 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0},message:"must match \""+ifClause0+"\" schema",schema:schema313.if,parentSchema:schema313,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate262.errors = vErrors;
return errors === 0;
}


function validate261(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
const err0 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema312,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(validate262(data[key0], {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data,parentDataProperty:key0,rootData}))){
vErrors = vErrors === null ? validate262.errors : vErrors.concat(validate262.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema312.type,parentSchema:schema312,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate261.errors = vErrors;
return errors === 0;
}


function validate89(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="PipelineSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.pipeline === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "pipeline"},message:"must have required property '"+"pipeline"+"'",schema:schema107.required,parentSchema:schema107,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema107.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema107,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.pipeline !== undefined){
let data0 = data.pipeline;
if(typeof data0 === "string"){
if(func3(data0) > 80){
const err2 = {instancePath:instancePath+"/pipeline",schemaPath:"#/definitions/Name/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema108,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern0.test(data0)){
const err3 = {instancePath:instancePath+"/pipeline",schemaPath:"#/definitions/Name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema108,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/pipeline",schemaPath:"#/definitions/Name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema108.type,parentSchema:schema108,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.description !== undefined){
let data1 = data.description;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema107.properties.description.type,parentSchema:schema107.properties.description,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.compute !== undefined){
let data2 = data.compute;
if(typeof data2 === "string"){
if(func3(data2) > 80){
const err6 = {instancePath:instancePath+"/compute",schemaPath:"#/definitions/Name/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema108,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!pattern0.test(data2)){
const err7 = {instancePath:instancePath+"/compute",schemaPath:"#/definitions/Name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema108,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/compute",schemaPath:"#/definitions/Name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema108.type,parentSchema:schema108,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.jobs !== undefined){
let data3 = data.jobs;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length < 1){
const err9 = {instancePath:instancePath+"/jobs",schemaPath:"#/properties/jobs/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema107.properties.jobs,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key1 in data3){
const _errs12 = errors;
if(typeof key1 === "string"){
if(func3(key1) > 24){
const err10 = {instancePath:instancePath+"/jobs",schemaPath:"#/properties/jobs/propertyNames/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters",schema:24,parentSchema:schema107.properties.jobs.propertyNames,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!pattern1.test(key1)){
const err11 = {instancePath:instancePath+"/jobs",schemaPath:"#/properties/jobs/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]*$"},message:"must match pattern \""+"^[a-z][a-z0-9_]*$"+"\"",schema:"^[a-z][a-z0-9_]*$",parentSchema:schema107.properties.jobs.propertyNames,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
var valid3 = _errs12 === errors;
if(!valid3){
const err12 = {instancePath:instancePath+"/jobs",schemaPath:"#/properties/jobs/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid",schema:schema107.properties.jobs.propertyNames,parentSchema:schema107.properties.jobs,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
for(const key2 in data3){
if(!(validate90(data3[key2], {instancePath:instancePath+"/jobs/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data3,parentDataProperty:key2,rootData}))){
vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors);
errors = vErrors.length;
}
}
}
else {
const err13 = {instancePath:instancePath+"/jobs",schemaPath:"#/properties/jobs/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema107.properties.jobs.type,parentSchema:schema107.properties.jobs,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.triggers !== undefined){
let data5 = data.triggers;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(Object.keys(data5).length < 1){
const err14 = {instancePath:instancePath+"/triggers",schemaPath:"#/properties/triggers/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema107.properties.triggers,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key3 in data5){
const _errs17 = errors;
if(typeof key3 === "string"){
if(func3(key3) > 80){
const err15 = {instancePath:instancePath+"/triggers",schemaPath:"#/properties/triggers/propertyNames/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema107.properties.triggers.propertyNames,data:key3,propertyName:key3};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!pattern1.test(key3)){
const err16 = {instancePath:instancePath+"/triggers",schemaPath:"#/properties/triggers/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]*$"},message:"must match pattern \""+"^[a-z][a-z0-9_]*$"+"\"",schema:"^[a-z][a-z0-9_]*$",parentSchema:schema107.properties.triggers.propertyNames,data:key3,propertyName:key3};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
var valid5 = _errs17 === errors;
if(!valid5){
const err17 = {instancePath:instancePath+"/triggers",schemaPath:"#/properties/triggers/propertyNames",keyword:"propertyNames",params:{propertyName: key3},message:"property name must be valid",schema:schema107.properties.triggers.propertyNames,parentSchema:schema107.properties.triggers,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
for(const key4 in data5){
if(!(validate94(data5[key4], {instancePath:instancePath+"/triggers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data5,parentDataProperty:key4,rootData}))){
vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
errors = vErrors.length;
}
}
}
else {
const err18 = {instancePath:instancePath+"/triggers",schemaPath:"#/properties/triggers/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema107.properties.triggers.type,parentSchema:schema107.properties.triggers,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.retry !== undefined){
if(!(validate91(data.retry, {instancePath:instancePath+"/retry",parentData:data,parentDataProperty:"retry",rootData}))){
vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
errors = vErrors.length;
}
}
if(data.timeout !== undefined){
let data8 = data.timeout;
if(typeof data8 === "string"){
if(!pattern39.test(data8)){
const err19 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/DurationOrVariable/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"},message:"must match pattern \""+"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$"+"\"",schema:"^([1-9][0-9]{0,5} (millisecond|second|minute|hour|day|week)s?|\\$\\{[a-z][a-z0-9_]*\\})$",parentSchema:schema114,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/DurationOrVariable/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema114.type,parentSchema:schema114,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.tables_at_once !== undefined){
let data9 = data.tables_at_once;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err21 = {instancePath:instancePath+"/tables_at_once",schemaPath:"#/properties/tables_at_once/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema107.properties.tables_at_once.type,parentSchema:schema107.properties.tables_at_once,data:data9};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 50 || isNaN(data9)){
const err22 = {instancePath:instancePath+"/tables_at_once",schemaPath:"#/properties/tables_at_once/maximum",keyword:"maximum",params:{comparison: "<=", limit: 50},message:"must be <= 50",schema:50,parentSchema:schema107.properties.tables_at_once,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data9 < 1 || isNaN(data9)){
const err23 = {instancePath:instancePath+"/tables_at_once",schemaPath:"#/properties/tables_at_once/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema107.properties.tables_at_once,data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
if(data.on_failure !== undefined){
if(!(validate113(data.on_failure, {instancePath:instancePath+"/on_failure",parentData:data,parentDataProperty:"on_failure",rootData}))){
vErrors = vErrors === null ? validate113.errors : vErrors.concat(validate113.errors);
errors = vErrors.length;
}
}
if(data.watch !== undefined){
let data11 = data.watch;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.every === undefined){
const err24 = {instancePath:instancePath+"/watch",schemaPath:"#/definitions/WatchSpec/required",keyword:"required",params:{missingProperty: "every"},message:"must have required property '"+"every"+"'",schema:schema139.required,parentSchema:schema139,data:data11};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
for(const key5 in data11){
if(!(key5 === "every")){
const err25 = {instancePath:instancePath+"/watch",schemaPath:"#/definitions/WatchSpec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema139,data:data11};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data11.every !== undefined){
let data12 = data11.every;
if(typeof data12 === "string"){
if(!pattern59.test(data12)){
const err26 = {instancePath:instancePath+"/watch/every",schemaPath:"#/definitions/WatchSpec/properties/every/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,4} (minute|hour|day)s?$"},message:"must match pattern \""+"^[1-9][0-9]{0,4} (minute|hour|day)s?$"+"\"",schema:"^[1-9][0-9]{0,4} (minute|hour|day)s?$",parentSchema:schema139.properties.every,data:data12};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/watch/every",schemaPath:"#/definitions/WatchSpec/properties/every/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema139.properties.every.type,parentSchema:schema139.properties.every,data:data12};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/watch",schemaPath:"#/definitions/WatchSpec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema139.type,parentSchema:schema139,data:data11};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.sources !== undefined){
let data13 = data.sources;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
for(const key6 in data13){
const _errs35 = errors;
if(typeof key6 === "string"){
if(func3(key6) > 80){
const err29 = {instancePath:instancePath+"/sources",schemaPath:"#/properties/sources/propertyNames/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema107.properties.sources.propertyNames,data:key6,propertyName:key6};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(!pattern79.test(key6)){
const err30 = {instancePath:instancePath+"/sources",schemaPath:"#/properties/sources/propertyNames/pattern",keyword:"pattern",params:{pattern: "^([a-z]|\\$\\{(schema|table|each)\\})([a-z0-9_]|\\$\\{(schema|table|each)\\})*$"},message:"must match pattern \""+"^([a-z]|\\$\\{(schema|table|each)\\})([a-z0-9_]|\\$\\{(schema|table|each)\\})*$"+"\"",schema:"^([a-z]|\\$\\{(schema|table|each)\\})([a-z0-9_]|\\$\\{(schema|table|each)\\})*$",parentSchema:schema107.properties.sources.propertyNames,data:key6,propertyName:key6};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
var valid10 = _errs35 === errors;
if(!valid10){
const err31 = {instancePath:instancePath+"/sources",schemaPath:"#/properties/sources/propertyNames",keyword:"propertyNames",params:{propertyName: key6},message:"property name must be valid",schema:schema107.properties.sources.propertyNames,parentSchema:schema107.properties.sources,data:data13};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
for(const key7 in data13){
if(!(validate117(data13[key7], {instancePath:instancePath+"/sources/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data13,parentDataProperty:key7,rootData}))){
vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors);
errors = vErrors.length;
}
}
}
else {
const err32 = {instancePath:instancePath+"/sources",schemaPath:"#/properties/sources/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema107.properties.sources.type,parentSchema:schema107.properties.sources,data:data13};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.bronze !== undefined){
let data15 = data.bronze;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
for(const key8 in data15){
const _errs40 = errors;
if(typeof key8 === "string"){
if(func3(key8) > 80){
const err33 = {instancePath:instancePath+"/bronze",schemaPath:"#/properties/bronze/propertyNames/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema107.properties.bronze.propertyNames,data:key8,propertyName:key8};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(!pattern79.test(key8)){
const err34 = {instancePath:instancePath+"/bronze",schemaPath:"#/properties/bronze/propertyNames/pattern",keyword:"pattern",params:{pattern: "^([a-z]|\\$\\{(schema|table|each)\\})([a-z0-9_]|\\$\\{(schema|table|each)\\})*$"},message:"must match pattern \""+"^([a-z]|\\$\\{(schema|table|each)\\})([a-z0-9_]|\\$\\{(schema|table|each)\\})*$"+"\"",schema:"^([a-z]|\\$\\{(schema|table|each)\\})([a-z0-9_]|\\$\\{(schema|table|each)\\})*$",parentSchema:schema107.properties.bronze.propertyNames,data:key8,propertyName:key8};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
var valid12 = _errs40 === errors;
if(!valid12){
const err35 = {instancePath:instancePath+"/bronze",schemaPath:"#/properties/bronze/propertyNames",keyword:"propertyNames",params:{propertyName: key8},message:"property name must be valid",schema:schema107.properties.bronze.propertyNames,parentSchema:schema107.properties.bronze,data:data15};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
for(const key9 in data15){
if(!(validate171(data15[key9], {instancePath:instancePath+"/bronze/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data15,parentDataProperty:key9,rootData}))){
vErrors = vErrors === null ? validate171.errors : vErrors.concat(validate171.errors);
errors = vErrors.length;
}
}
}
else {
const err36 = {instancePath:instancePath+"/bronze",schemaPath:"#/properties/bronze/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema107.properties.bronze.type,parentSchema:schema107.properties.bronze,data:data15};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.silver !== undefined){
let data17 = data.silver;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
for(const key10 in data17){
const _errs45 = errors;
if(typeof key10 === "string"){
if(func3(key10) > 80){
const err37 = {instancePath:instancePath+"/silver",schemaPath:"#/properties/silver/propertyNames/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema107.properties.silver.propertyNames,data:key10,propertyName:key10};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(!pattern79.test(key10)){
const err38 = {instancePath:instancePath+"/silver",schemaPath:"#/properties/silver/propertyNames/pattern",keyword:"pattern",params:{pattern: "^([a-z]|\\$\\{(schema|table|each)\\})([a-z0-9_]|\\$\\{(schema|table|each)\\})*$"},message:"must match pattern \""+"^([a-z]|\\$\\{(schema|table|each)\\})([a-z0-9_]|\\$\\{(schema|table|each)\\})*$"+"\"",schema:"^([a-z]|\\$\\{(schema|table|each)\\})([a-z0-9_]|\\$\\{(schema|table|each)\\})*$",parentSchema:schema107.properties.silver.propertyNames,data:key10,propertyName:key10};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
var valid14 = _errs45 === errors;
if(!valid14){
const err39 = {instancePath:instancePath+"/silver",schemaPath:"#/properties/silver/propertyNames",keyword:"propertyNames",params:{propertyName: key10},message:"property name must be valid",schema:schema107.properties.silver.propertyNames,parentSchema:schema107.properties.silver,data:data17};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
for(const key11 in data17){
if(!(validate177(data17[key11], {instancePath:instancePath+"/silver/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data17,parentDataProperty:key11,rootData}))){
vErrors = vErrors === null ? validate177.errors : vErrors.concat(validate177.errors);
errors = vErrors.length;
}
}
}
else {
const err40 = {instancePath:instancePath+"/silver",schemaPath:"#/properties/silver/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema107.properties.silver.type,parentSchema:schema107.properties.silver,data:data17};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data.gold !== undefined){
let data19 = data.gold;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
for(const key12 in data19){
const _errs50 = errors;
if(typeof key12 === "string"){
if(func3(key12) > 80){
const err41 = {instancePath:instancePath+"/gold",schemaPath:"#/properties/gold/propertyNames/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema107.properties.gold.propertyNames,data:key12,propertyName:key12};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(!pattern79.test(key12)){
const err42 = {instancePath:instancePath+"/gold",schemaPath:"#/properties/gold/propertyNames/pattern",keyword:"pattern",params:{pattern: "^([a-z]|\\$\\{(schema|table|each)\\})([a-z0-9_]|\\$\\{(schema|table|each)\\})*$"},message:"must match pattern \""+"^([a-z]|\\$\\{(schema|table|each)\\})([a-z0-9_]|\\$\\{(schema|table|each)\\})*$"+"\"",schema:"^([a-z]|\\$\\{(schema|table|each)\\})([a-z0-9_]|\\$\\{(schema|table|each)\\})*$",parentSchema:schema107.properties.gold.propertyNames,data:key12,propertyName:key12};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
var valid16 = _errs50 === errors;
if(!valid16){
const err43 = {instancePath:instancePath+"/gold",schemaPath:"#/properties/gold/propertyNames",keyword:"propertyNames",params:{propertyName: key12},message:"property name must be valid",schema:schema107.properties.gold.propertyNames,parentSchema:schema107.properties.gold,data:data19};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
for(const key13 in data19){
if(!(validate177(data19[key13], {instancePath:instancePath+"/gold/" + key13.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data19,parentDataProperty:key13,rootData}))){
vErrors = vErrors === null ? validate177.errors : vErrors.concat(validate177.errors);
errors = vErrors.length;
}
}
}
else {
const err44 = {instancePath:instancePath+"/gold",schemaPath:"#/properties/gold/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema107.properties.gold.type,parentSchema:schema107.properties.gold,data:data19};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data.sinks !== undefined){
let data21 = data.sinks;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
for(const key14 in data21){
const _errs55 = errors;
if(typeof key14 === "string"){
if(func3(key14) > 80){
const err45 = {instancePath:instancePath+"/sinks",schemaPath:"#/properties/sinks/propertyNames/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema107.properties.sinks.propertyNames,data:key14,propertyName:key14};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(!pattern79.test(key14)){
const err46 = {instancePath:instancePath+"/sinks",schemaPath:"#/properties/sinks/propertyNames/pattern",keyword:"pattern",params:{pattern: "^([a-z]|\\$\\{(schema|table|each)\\})([a-z0-9_]|\\$\\{(schema|table|each)\\})*$"},message:"must match pattern \""+"^([a-z]|\\$\\{(schema|table|each)\\})([a-z0-9_]|\\$\\{(schema|table|each)\\})*$"+"\"",schema:"^([a-z]|\\$\\{(schema|table|each)\\})([a-z0-9_]|\\$\\{(schema|table|each)\\})*$",parentSchema:schema107.properties.sinks.propertyNames,data:key14,propertyName:key14};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
var valid18 = _errs55 === errors;
if(!valid18){
const err47 = {instancePath:instancePath+"/sinks",schemaPath:"#/properties/sinks/propertyNames",keyword:"propertyNames",params:{propertyName: key14},message:"property name must be valid",schema:schema107.properties.sinks.propertyNames,parentSchema:schema107.properties.sinks,data:data21};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
for(const key15 in data21){
if(!(validate225(data21[key15], {instancePath:instancePath+"/sinks/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data21,parentDataProperty:key15,rootData}))){
vErrors = vErrors === null ? validate225.errors : vErrors.concat(validate225.errors);
errors = vErrors.length;
}
}
}
else {
const err48 = {instancePath:instancePath+"/sinks",schemaPath:"#/properties/sinks/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema107.properties.sinks.type,parentSchema:schema107.properties.sinks,data:data21};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data.warehouse !== undefined){
if(!(validate250(data.warehouse, {instancePath:instancePath+"/warehouse",parentData:data,parentDataProperty:"warehouse",rootData}))){
vErrors = vErrors === null ? validate250.errors : vErrors.concat(validate250.errors);
errors = vErrors.length;
}
}
if(data.grants !== undefined){
let data24 = data.grants;
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
if(Object.keys(data24).length < 1){
const err49 = {instancePath:instancePath+"/grants",schemaPath:"#/properties/grants/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema107.properties.grants,data:data24};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
for(const key16 in data24){
const _errs61 = errors;
if(typeof key16 === "string"){
if(func3(key16) > 80){
const err50 = {instancePath:instancePath+"/grants",schemaPath:"#/properties/grants/propertyNames/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema107.properties.grants.propertyNames,data:key16,propertyName:key16};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(!pattern1.test(key16)){
const err51 = {instancePath:instancePath+"/grants",schemaPath:"#/properties/grants/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]*$"},message:"must match pattern \""+"^[a-z][a-z0-9_]*$"+"\"",schema:"^[a-z][a-z0-9_]*$",parentSchema:schema107.properties.grants.propertyNames,data:key16,propertyName:key16};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
var valid20 = _errs61 === errors;
if(!valid20){
const err52 = {instancePath:instancePath+"/grants",schemaPath:"#/properties/grants/propertyNames",keyword:"propertyNames",params:{propertyName: key16},message:"property name must be valid",schema:schema107.properties.grants.propertyNames,parentSchema:schema107.properties.grants,data:data24};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
for(const key17 in data24){
if(!(validate261(data24[key17], {instancePath:instancePath+"/grants/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data24,parentDataProperty:key17,rootData}))){
vErrors = vErrors === null ? validate261.errors : vErrors.concat(validate261.errors);
errors = vErrors.length;
}
}
}
else {
const err53 = {instancePath:instancePath+"/grants",schemaPath:"#/properties/grants/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema107.properties.grants.type,parentSchema:schema107.properties.grants,data:data24};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
else {
const err54 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema107.type,parentSchema:schema107,data};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
validate89.errors = vErrors;
return errors === 0;
}

export const validateDatabase: Validator<DatabaseSpec> = validate278;
const schema322 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"DatabaseSpec","title":"DatabaseSpec","description":"Tables of a database as they are there: a file under `schemas/`, which sources of its connection take their columns from. `tables` of a source looks for its tables here. Several files, or several documents of one, may each list some of a database's tables.","type":"object","additionalProperties":false,"required":["connection","tables"],"properties":{"connection":{"description":"The connection of the project that the database is reached by.","$ref":"#/definitions/Name"},"types":{"description":"Whose words the types of the columns are: `sluice`, as a source would declare them, or `database`, the database's own (`nvarchar(50)`, `datetime2`), of which `docs/databases.md` says what each is read as. Default `sluice`. The two differ in what some words mean: `timestamp` is a time, and in a SQL Server a `rowversion`.","enum":["sluice","database"]},"tables":{"description":"The tables, each with its schema: `sales.orders`.","type":"object","minProperties":1,"propertyNames":{"pattern":"^[A-Za-z_][A-Za-z0-9_]{0,127}\\.[A-Za-z_][A-Za-z0-9_]{0,127}$"},"additionalProperties":{"$ref":"#/definitions/DatabaseTableSpec"}}},"definitions":{"Name":{"description":"Letters, digits, `_` and `-`, beginning with a letter.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9_-]*$","maxLength":80},"ColumnName":{"description":"Letters, digits and `_`, beginning with a letter.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":255},"DatabaseColumnSpec":{"description":"A type word; what is sensitive is written `{ type: string, sensitive: pii }`.","anyOf":[{"type":"string"},{"$ref":"#/definitions/SensitiveDatabaseColumnSpec"}]},"SensitiveDatabaseColumnSpec":{"description":"A column that is sensitive.","type":"object","additionalProperties":false,"required":["type","sensitive"],"properties":{"type":{"description":"A type word.","type":"string"},"sensitive":{"$ref":"#/definitions/SensitiveSpec"}}},"SensitiveSpec":{"description":"What is sensitive in it: `pii` (of a person), `secret`, `financial` or `health`. docs/sensitive.md tells what follows from it.","enum":["pii","secret","financial","health"]},"DatabaseTableSpec":{"description":"A table of the database, or a view.","type":"object","additionalProperties":false,"required":["columns"],"properties":{"primary_key":{"description":"The columns that tell two rows of the table apart and are never null. What is read `incremental` needs them, and what is merged with `apply_changes`.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},"columns":{"description":"The columns that are read, as `name: type`, in their order. One that cannot be read (`varbinary`) is left out, or read through a view.","type":"object","minProperties":1,"propertyNames":{"pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":255},"additionalProperties":{"$ref":"#/definitions/DatabaseColumnSpec"}}}}}};
const schema323 = {"description":"Letters, digits, `_` and `-`, beginning with a letter.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9_-]*$","maxLength":80};
const schema324 = {"description":"A table of the database, or a view.","type":"object","additionalProperties":false,"required":["columns"],"properties":{"primary_key":{"description":"The columns that tell two rows of the table apart and are never null. What is read `incremental` needs them, and what is merged with `apply_changes`.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/ColumnName"}},"columns":{"description":"The columns that are read, as `name: type`, in their order. One that cannot be read (`varbinary`) is left out, or read through a view.","type":"object","minProperties":1,"propertyNames":{"pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":255},"additionalProperties":{"$ref":"#/definitions/DatabaseColumnSpec"}}}};
const schema325 = {"description":"Letters, digits and `_`, beginning with a letter.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$","maxLength":255};
const schema326 = {"description":"A type word; what is sensitive is written `{ type: string, sensitive: pii }`.","anyOf":[{"type":"string"},{"$ref":"#/definitions/SensitiveDatabaseColumnSpec"}]};
const schema327 = {"description":"A column that is sensitive.","type":"object","additionalProperties":false,"required":["type","sensitive"],"properties":{"type":{"description":"A type word.","type":"string"},"sensitive":{"$ref":"#/definitions/SensitiveSpec"}}};
const schema328 = {"description":"What is sensitive in it: `pii` (of a person), `secret`, `financial` or `health`. docs/sensitive.md tells what follows from it.","enum":["pii","secret","financial","health"]};

function validate281(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema327.required,parentSchema:schema327,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.sensitive === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "sensitive"},message:"must have required property '"+"sensitive"+"'",schema:schema327.required,parentSchema:schema327,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "type") || (key0 === "sensitive"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema327,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.type !== undefined){
let data0 = data.type;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema327.properties.type.type,parentSchema:schema327.properties.type,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.sensitive !== undefined){
let data1 = data.sensitive;
if(!((((data1 === "pii") || (data1 === "secret")) || (data1 === "financial")) || (data1 === "health"))){
const err4 = {instancePath:instancePath+"/sensitive",schemaPath:"#/definitions/SensitiveSpec/enum",keyword:"enum",params:{allowedValues: schema328.enum},message:"must be equal to one of the allowed values",schema:schema328.enum,parentSchema:schema328,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema327.type,parentSchema:schema327,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate281.errors = vErrors;
return errors === 0;
}


function validate280(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema326.anyOf[0].type,parentSchema:schema326.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(!(validate281(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate281.errors : vErrors.concat(validate281.errors);
errors = vErrors.length;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err1 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema326.anyOf,parentSchema:schema326,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate280.errors = vErrors;
return errors === 0;
}


function validate279(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.columns === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "columns"},message:"must have required property '"+"columns"+"'",schema:schema324.required,parentSchema:schema324,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "primary_key") || (key0 === "columns"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema324,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.primary_key !== undefined){
let data0 = data.primary_key;
if(Array.isArray(data0)){
if(data0.length < 1){
const err2 = {instancePath:instancePath+"/primary_key",schemaPath:"#/properties/primary_key/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema324.properties.primary_key,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(func3(data1) > 255){
const err3 = {instancePath:instancePath+"/primary_key/" + i0,schemaPath:"#/definitions/ColumnName/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema325,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern3.test(data1)){
const err4 = {instancePath:instancePath+"/primary_key/" + i0,schemaPath:"#/definitions/ColumnName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_]*$",parentSchema:schema325,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/primary_key/" + i0,schemaPath:"#/definitions/ColumnName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema325.type,parentSchema:schema325,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
let i1 = data0.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data0[i1], data0[j0])){
const err6 = {instancePath:instancePath+"/primary_key",schemaPath:"#/properties/primary_key/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema324.properties.primary_key,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err7 = {instancePath:instancePath+"/primary_key",schemaPath:"#/properties/primary_key/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema324.properties.primary_key.type,parentSchema:schema324.properties.primary_key,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.columns !== undefined){
let data2 = data.columns;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length < 1){
const err8 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema324.properties.columns,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
for(const key1 in data2){
const _errs9 = errors;
if(typeof key1 === "string"){
if(func3(key1) > 255){
const err9 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/propertyNames/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema324.properties.columns.propertyNames,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!pattern3.test(key1)){
const err10 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_]*$",parentSchema:schema324.properties.columns.propertyNames,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
var valid5 = _errs9 === errors;
if(!valid5){
const err11 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid",schema:schema324.properties.columns.propertyNames,parentSchema:schema324.properties.columns,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
for(const key2 in data2){
if(!(validate280(data2[key2], {instancePath:instancePath+"/columns/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data2,parentDataProperty:key2,rootData}))){
vErrors = vErrors === null ? validate280.errors : vErrors.concat(validate280.errors);
errors = vErrors.length;
}
}
}
else {
const err12 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema324.properties.columns.type,parentSchema:schema324.properties.columns,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema324.type,parentSchema:schema324,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate279.errors = vErrors;
return errors === 0;
}


function validate278(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="DatabaseSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.connection === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "connection"},message:"must have required property '"+"connection"+"'",schema:schema322.required,parentSchema:schema322,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.tables === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "tables"},message:"must have required property '"+"tables"+"'",schema:schema322.required,parentSchema:schema322,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "connection") || (key0 === "types")) || (key0 === "tables"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema322,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.connection !== undefined){
let data0 = data.connection;
if(typeof data0 === "string"){
if(func3(data0) > 80){
const err3 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema323,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern0.test(data0)){
const err4 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_-]*$",parentSchema:schema323,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/connection",schemaPath:"#/definitions/Name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema323.type,parentSchema:schema323,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.types !== undefined){
let data1 = data.types;
if(!((data1 === "sluice") || (data1 === "database"))){
const err6 = {instancePath:instancePath+"/types",schemaPath:"#/properties/types/enum",keyword:"enum",params:{allowedValues: schema322.properties.types.enum},message:"must be equal to one of the allowed values",schema:schema322.properties.types.enum,parentSchema:schema322.properties.types,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.tables !== undefined){
let data2 = data.tables;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length < 1){
const err7 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema322.properties.tables,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key1 in data2){
const _errs8 = errors;
if(typeof key1 === "string"){
if(!pattern106.test(key1)){
const err8 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]{0,127}\\.[A-Za-z_][A-Za-z0-9_]{0,127}$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]{0,127}\\.[A-Za-z_][A-Za-z0-9_]{0,127}$"+"\"",schema:"^[A-Za-z_][A-Za-z0-9_]{0,127}\\.[A-Za-z_][A-Za-z0-9_]{0,127}$",parentSchema:schema322.properties.tables.propertyNames,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var valid2 = _errs8 === errors;
if(!valid2){
const err9 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid",schema:schema322.properties.tables.propertyNames,parentSchema:schema322.properties.tables,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
for(const key2 in data2){
if(!(validate279(data2[key2], {instancePath:instancePath+"/tables/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data2,parentDataProperty:key2,rootData}))){
vErrors = vErrors === null ? validate279.errors : vErrors.concat(validate279.errors);
errors = vErrors.length;
}
}
}
else {
const err10 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema322.properties.tables.type,parentSchema:schema322.properties.tables,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema322.type,parentSchema:schema322,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate278.errors = vErrors;
return errors === 0;
}

import type {
  DatabaseIr,
  PasswordLoginIr,
  PostgresDatabaseIr,
  TransactDatabaseIr,
} from "../../compiler/ir/database.js";
import type { DedicatedPoolIr } from "../../compiler/ir/dedicated.js";
import type { EnvironmentIr } from "../../compiler/ir/environment.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { WarehouseIr } from "../../compiler/ir/warehouse.js";
import { databaseWords, type PostgresWords, type TransactWords } from "./database-words.js";
import { verbatim } from "./expression.js";
import { databaseService, ownedBy, poolService, warehouseService } from "./names.js";
import { type IntegrationRuntimeReference, type Resource, secretOf, type VaultSecret } from "./service-parts.js";

/** https://learn.microsoft.com/azure/data-factory/connector-azure-sql-data-warehouse#recommended-version */
export type AzureSqlDW = Resource<
  "AzureSqlDW",
  {
    readonly server: string;
    readonly database: string;
    readonly encrypt: "mandatory";
    readonly trustServerCertificate: false;
  } & PoolIdentity
>;

/** The factory's own, or that of a credential. */
type PoolIdentity = { readonly authenticationType: "SystemAssignedManagedIdentity" } | CredentialLogin;

/** A user-assigned managed identity, which a credential of the factory stands for. */
export type CredentialLogin = {
  readonly authenticationType: "UserAssignedManagedIdentity";
  readonly credential: { readonly referenceName: string; readonly type: "CredentialReference" };
};

/**
 * https://learn.microsoft.com/azure/data-factory/connector-sql-server#recommended-version
 * https://learn.microsoft.com/azure/data-factory/connector-azure-sql-database#recommended-version
 */
export type Database = Resource<
  TransactWords["service"],
  {
    readonly server: string;
    readonly database: string;
    readonly encrypt: "mandatory";
    readonly trustServerCertificate: false;
  } & Login
>;

/**
 * `timezone`: that of the session, by which points in time are compared and cast.
 * https://learn.microsoft.com/azure/data-factory/connector-postgresql#linked-service-properties
 */
export type Postgres = Resource<
  PostgresWords["service"],
  {
    readonly server: string;
    readonly port: number;
    readonly database: string;
    readonly sslMode: number;
    readonly timezone: "UTC";
    readonly authenticationType: "Basic";
    readonly username: string;
    readonly password: VaultSecret;
  }
>;

type Login =
  | { readonly authenticationType: "SQL"; readonly userName: string; readonly password: VaultSecret }
  | { readonly authenticationType: "SystemAssignedManagedIdentity" }
  | CredentialLogin;

export const databaseOf = (
  database: DatabaseIr,
  project: ProjectIr,
  environment: EnvironmentIr,
): Database | Postgres =>
  database.kind === "postgres"
    ? postgresOf(database, project, environment)
    : transactOf(database, project, environment);

const transactOf = (database: TransactDatabaseIr, project: ProjectIr, environment: EnvironmentIr): Database => ({
  name: databaseService(database, project),
  properties: {
    annotations: [ownedBy(project)],
    type: databaseWords(database).service,
    typeProperties: {
      ...placeOf(database, environment),
      encrypt: "mandatory",
      trustServerCertificate: false,
      ...loginOf(database, project),
    },
    ...reachedBy(database),
  },
});

/** https://learn.microsoft.com/azure/synapse-analytics/sql/connect-overview */
export const serverlessOf = (one: WarehouseIr, project: ProjectIr, { name: environment }: EnvironmentIr): AzureSqlDW =>
  poolOf(
    warehouseService(one, project),
    `${one.workspace.get(environment) ?? ""}-ondemand.sql.azuresynapse.net`,
    one.database.get(environment) ?? "",
    project,
  );

/** https://learn.microsoft.com/azure/synapse-analytics/sql/connect-overview */
export const dedicatedOf = (
  one: DedicatedPoolIr,
  project: ProjectIr,
  { name: environment }: EnvironmentIr,
): AzureSqlDW =>
  poolOf(
    poolService(one, project),
    `${one.workspace.get(environment) ?? ""}.sql.azuresynapse.net`,
    one.pool.get(environment) ?? "",
    project,
  );

const poolOf = (name: string, server: string, database: string, project: ProjectIr): AzureSqlDW => ({
  name,
  properties: {
    annotations: [ownedBy(project)],
    type: "AzureSqlDW",
    typeProperties: {
      server: verbatim(server),
      database: verbatim(database),
      encrypt: "mandatory",
      trustServerCertificate: false,
      authenticationType: "SystemAssignedManagedIdentity",
    },
  },
});

/** https://learn.microsoft.com/azure/data-factory/connector-postgresql#linked-service-properties */
const sslModes: Readonly<Record<PostgresDatabaseIr["ssl"], number>> = {
  disable: 0,
  require: 3,
  "verify-ca": 4,
  "verify-full": 5,
};

export const postgresOf = (database: PostgresDatabaseIr, project: ProjectIr, environment: EnvironmentIr): Postgres => ({
  name: databaseService(database, project),
  properties: {
    annotations: [ownedBy(project)],
    type: databaseWords(database).service,
    typeProperties: {
      ...placeOf(database, environment),
      port: database.port,
      sslMode: sslModes[database.ssl],
      timezone: "UTC",
      authenticationType: "Basic",
      username: verbatim(database.login.user),
      password: passwordOf(database.login, project),
    },
    ...reachedBy(database),
  },
});

export const placeOf = ({ server, database }: DatabaseIr, { name }: EnvironmentIr) => ({
  server: verbatim(server.get(name) ?? ""),
  database: verbatim(database.get(name) ?? ""),
});

export const reachedBy = ({ integrationRuntime }: DatabaseIr): { readonly connectVia?: IntegrationRuntimeReference } =>
  integrationRuntime === undefined
    ? {}
    : { connectVia: { referenceName: integrationRuntime, type: "IntegrationRuntimeReference" } };

function loginOf({ login }: TransactDatabaseIr, project: ProjectIr): Login {
  if (login.kind === "managed") return { authenticationType: "SystemAssignedManagedIdentity" };
  return { authenticationType: "SQL", userName: verbatim(login.user), password: passwordOf(login, project) };
}

const passwordOf = ({ password }: PasswordLoginIr, project: ProjectIr): VaultSecret => secretOf(password, project);

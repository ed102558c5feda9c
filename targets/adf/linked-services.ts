import { databricksRuntime } from "../../compiler/emit/databricks.js";
import type { ApiIr } from "../../compiler/ir/api.js";
import type { EnvironmentIr, FactoryIr } from "../../compiler/ir/environment.js";
import type { BlobContainerIr } from "../../compiler/ir/file-set.js";
import type { JobIr, ProjectIr } from "../../compiler/ir/ir.js";
import type { FunctionAppIr } from "../../compiler/ir/loads.js";
import { vaultLinkedService } from "../../compiler/ir/shared-names.js";
import type { AzureSqlDW, Database, Postgres } from "./database-services.js";
import { verbatim } from "./expression.js";
import { apiService, blobService, clusterService, functionService, lakeService, ownedBy } from "./names.js";
import { type Resource, secretOf, type VaultSecret } from "./service-parts.js";

/** Where a factory of one environment finds what its pipelines use, and as whom it opens it. Secrets stay in the vault. */
export type LinkedService =
  | RestService
  | AzureBlobFS
  | AzureBlobStorage
  | AzureDatabricks
  | AzureFunctionApp
  | AzureKeyVault
  | AzureSqlDW
  | Database
  | Postgres;

/** https://learn.microsoft.com/azure/data-factory/connector-azure-data-lake-storage#system-assigned-managed-identity-authentication */
export type AzureBlobFS = Resource<"AzureBlobFS", { readonly url: string }>;

/** https://learn.microsoft.com/azure/data-factory/connector-azure-blob-storage#system-assigned-managed-identity-authentication */
export type AzureBlobStorage = Resource<"AzureBlobStorage", { readonly serviceEndpoint: string }>;

/** https://learn.microsoft.com/azure/data-factory/connector-rest#linked-service-properties */
export type RestService = Resource<
  "RestService",
  { readonly url: string; readonly enableServerCertificateValidation: true } & ApiLogin
>;

/** A key in a header goes with any type of authentication: https://learn.microsoft.com/azure/data-factory/connector-rest#using-authentication-headers */
type ApiLogin =
  | { readonly authenticationType: "Anonymous"; readonly authHeaders?: { readonly [header: string]: VaultSecret } }
  | { readonly authenticationType: "ManagedServiceIdentity"; readonly aadResourceId: string };

/** https://learn.microsoft.com/azure/data-factory/control-flow-azure-function-activity#azure-function-linked-service */
export type AzureFunctionApp = Resource<
  "AzureFunction",
  { readonly functionAppUrl: string } & (
    | { readonly authentication: "Anonymous"; readonly functionKey: VaultSecret }
    | { readonly authentication: "MSI"; readonly resourceId: string }
  )
>;

/** https://learn.microsoft.com/azure/data-factory/store-credentials-in-key-vault */
export type AzureKeyVault = Resource<"AzureKeyVault", { readonly baseUrl: string }>;

/**
 * A cluster of its own for each run, made as the factory's own identity.
 * https://learn.microsoft.com/azure/data-factory/compute-linked-services#azure-databricks-linked-service
 */
export type AzureDatabricks = Resource<
  "AzureDatabricks",
  {
    readonly domain: string;
    readonly authentication: "MSI";
    readonly workspaceResourceId: string;
    readonly newClusterNodeType: string;
    readonly newClusterNumOfWorker: string;
    readonly newClusterVersion: string;
    readonly dataSecurityMode: "SINGLE_USER";
  }
>;

export const lake = (project: ProjectIr, environment: EnvironmentIr): AzureBlobFS => ({
  name: lakeService(project),
  properties: {
    annotations: [ownedBy(project)],
    type: "AzureBlobFS",
    typeProperties: {
      url: verbatim(`https://${project.lake.account.get(environment.name) ?? ""}.dfs.core.windows.net`),
    },
  },
});

export const blob = (store: BlobContainerIr, project: ProjectIr, environment: EnvironmentIr): AzureBlobStorage => ({
  name: blobService(store, project),
  properties: {
    annotations: [ownedBy(project)],
    type: "AzureBlobStorage",
    typeProperties: {
      serviceEndpoint: verbatim(`https://${store.account.get(environment.name) ?? ""}.blob.core.windows.net/`),
    },
  },
});

export const api = (one: ApiIr, project: ProjectIr, environment: EnvironmentIr): RestService => ({
  name: apiService(one, project),
  properties: {
    annotations: [ownedBy(project)],
    type: "RestService",
    typeProperties: {
      url: verbatim(`https://${one.host.get(environment.name) ?? ""}/${one.base === undefined ? "" : `${one.base}/`}`),
      enableServerCertificateValidation: true,
      ...apiLoginOf(one, project),
    },
  },
});

function apiLoginOf({ login }: ApiIr, project: ProjectIr): ApiLogin {
  switch (login.kind) {
    case "none":
      return { authenticationType: "Anonymous" };
    case "header":
      return { authenticationType: "Anonymous", authHeaders: { [login.header]: secretOf(login.key, project) } };
    case "managed":
      return { authenticationType: "ManagedServiceIdentity", aadResourceId: login.resource };
  }
}

export const functionApp = (one: FunctionAppIr, project: ProjectIr, environment: EnvironmentIr): AzureFunctionApp => ({
  name: functionService(one, project),
  properties: {
    annotations: [ownedBy(project)],
    type: "AzureFunction",
    typeProperties: {
      functionAppUrl: verbatim(`https://${one.host.get(environment.name) ?? ""}`),
      ...(one.login.kind === "key"
        ? { authentication: "Anonymous", functionKey: secretOf(one.login.key, project) }
        : { authentication: "MSI", resourceId: verbatim(one.login.resource) }),
    },
  },
});

/** Undefined: the project has no secrets. */
export function vault(project: ProjectIr, environment: EnvironmentIr): AzureKeyVault | undefined {
  const name = project.vault.get(environment.name);
  if (name === undefined) return undefined;
  return {
    name: vaultLinkedService(project),
    properties: {
      annotations: [ownedBy(project)],
      type: "AzureKeyVault",
      typeProperties: { baseUrl: verbatim(`https://${name}.vault.azure.net/`) },
    },
  };
}

export const databricks = (
  { compute }: JobIr,
  project: ProjectIr,
  environment: EnvironmentIr,
  factory: FactoryIr,
): AzureDatabricks => ({
  name: clusterService(compute.name, project),
  properties: {
    annotations: [ownedBy(project)],
    type: "AzureDatabricks",
    typeProperties: {
      domain: verbatim(factory.databricks.url),
      authentication: "MSI",
      workspaceResourceId: verbatim(factory.databricks.resourceId),
      newClusterNodeType: verbatim(compute.bound.get(environment.name) ?? ""),
      newClusterNumOfWorker: String(compute.workers.get(environment.name) ?? 1),
      newClusterVersion: databricksRuntime,
      dataSecurityMode: "SINGLE_USER",
    },
  },
});

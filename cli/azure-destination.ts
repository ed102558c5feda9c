import { oneOf } from "../compiler/diagnostics/suggest.js";
import type { AccessIr } from "../compiler/ir/access.js";
import type { EnvironmentIr } from "../compiler/ir/environment.js";
import type { ProjectIr } from "../compiler/ir/ir.js";
import type { Destination } from "../publish/destination.js";
import { databasesOf } from "./database-destination.js";
import { misused, type Refusal, refused } from "./refusal.js";
import { type ServiceAddresses, serviceAddresses, trimmed, type Variables } from "./service-addresses.js";
import { sqlPlacesOf } from "./sql-destination.js";

/**
 * Where the artifacts of an environment go; what the environment variables say of other clouds and stand-ins goes before.
 * @param isDirect whether publishing itself is to run scripts in databases
 */
export function destinationOf(
  ir: ProjectIr,
  named: string | undefined,
  variables: Variables,
  isDirect = false,
): Destination | Refusal {
  const environment = environmentOf(ir, named);
  if (environment.kind === "refusal") return environment;
  const account = ir.lake.account.get(environment.name);
  const container = ir.lake.container.get(environment.name);
  if (account === undefined || container === undefined) throw new Error(`${environment.name} has no lake`);
  const addresses = serviceAddresses(variables);
  if ("kind" in addresses) return addresses;
  const databases = databasesOf(ir, environment.name, addresses, variables);
  if ("kind" in databases) return databases;
  const sql = isDirect ? sqlPlacesOf(ir, environment.name, addresses, variables) : undefined;
  if (sql !== undefined && "kind" in sql) return sql;
  const platform = environment.kind === "azure" ? platformOf(ir, environment, addresses) : nothing;
  const blobs = trimmed(addresses.get("SLUICE_BLOB") ?? `https://${account}.blob.core.windows.net`);
  return {
    project: ir.name,
    environment: environment.name,
    ...platform,
    databases,
    ...(sql === undefined ? {} : { sql }),
    state: {
      endpoint: blobs,
      // In other clouds too: https://learn.microsoft.com/azure/storage/common/storage-account-overview#storage-account-endpoints
      files: trimmed(addresses.get("SLUICE_DFS") ?? blobs.replace(".blob.", ".dfs.")),
      container,
    },
  };
}

const nothing = { databricks: undefined, factory: undefined, synapse: undefined } as const;

/** The environment in Azure that is named, or the only one. */
function environmentOf(ir: ProjectIr, named: string | undefined): Exclude<EnvironmentIr, ThisMachine> | Refusal {
  const there = ir.environments.filter((one) => one.kind !== "this-machine");
  if (ir.spark === undefined && ir.lake.account.size === 0)
    return refused(
      `The project has no 'lake' to keep in what was published: nothing of it is published. Write 'lake', or do it by hand. ${handworkOf(ir)}`,
    );
  const environment = there.length === 1 && named === undefined ? there[0] : there.find(({ name }) => name === named);
  if (environment !== undefined) return environment;
  const names = there.map(({ name }) => name);
  if (names.length === 0) return refused("The project has no environment in Azure.");
  return misused(
    named === undefined
      ? `Which environment? --env is ${oneOf(names)}.`
      : `'${named}' is no environment in Azure: there is ${oneOf(names)}.`,
  );
}

type ThisMachine = Extract<EnvironmentIr, { readonly kind: "this-machine" }>;

function platformOf(
  ir: ProjectIr,
  { workspace, planner, factory, synapse }: Extract<EnvironmentIr, { readonly kind: "azure" }>,
  addresses: ServiceAddresses,
): Pick<Destination, "databricks" | "factory" | "synapse"> {
  const arm = trimmed(addresses.get("SLUICE_ARM") ?? "https://management.azure.com");
  return {
    databricks:
      ir.spark === "databricks"
        ? { workspace, endpoint: trimmed(addresses.get("SLUICE_DATABRICKS") ?? workspace), planner }
        : undefined,
    factory: factory && {
      endpoint: arm,
      subscription: factory.subscription,
      resourceGroup: factory.resourceGroup,
      name: factory.name,
    },
    synapse: synapse && {
      endpoint: arm,
      subscription: synapse.subscription,
      resourceGroup: synapse.resourceGroup,
      name: workspace,
      development: trimmed(addresses.get("SLUICE_SYNAPSE") ?? `https://${workspace}.dev.azuresynapse.net`),
    },
  };
}

const handworkOf = (ir: ProjectIr): string =>
  `Run its scripts by hand, as the files in ${envFolders(ir)} say: ${ir.access.map(handFile).join(", ")}.`;

function handFile(access: AccessIr): string {
  switch (access.engine) {
    case "postgres":
      return `common/grants/${access.database.name}.sql`;
    case "event-hubs":
    case "cosmos":
      return `env/<environment>/grants/${access.name}.json`;
    case "cassandra":
      return `common/grants/${access.name}.cql`;
    case "redis":
      return `common/grants/${access.name}.redis`;
    case "unity-catalog":
      return `env/<environment>/grants/${access.name}.sql`;
    case "sql-server":
      return `common/grants/${access.database.name}/rights.sql`;
    case "dedicated-pool":
      return `common/grants/${access.pool.name}/rights.sql`;
    case "serverless-sql":
      return `common/grants/${access.name}/2-rights.sql`;
    case "lake-roles":
      return "env/<environment>/grants/lake.roles.json";
    case "lake":
      return "env/<environment>/grants/lake.files.json";
  }
}

const envFolders = ({ environments }: ProjectIr): string =>
  environments
    .filter(({ kind }) => kind === "servers")
    .map(({ name }) => `env/${name}/grants`)
    .join(", ");

import { oneOf } from "../compiler/diagnostics/suggest.js";
import type { AccessIr } from "../compiler/ir/access.js";
import type { ProjectIr } from "../compiler/ir/ir.js";
import type { Destination } from "../publish/destination.js";
import { misused, type Refusal, refused } from "./refusal.js";
import { serviceAddresses, type Variables } from "./service-addresses.js";

/** Where the artifacts of an environment go; what the environment variables say of other clouds and stand-ins goes before. */
export function destinationOf(ir: ProjectIr, named: string | undefined, variables: Variables): Destination | Refusal {
  const azure = ir.environments.filter((one) => one.kind === "azure");
  const names = azure.map(({ name }) => name);
  const environment = azure.length === 1 && named === undefined ? azure[0] : azure.find(({ name }) => name === named);
  if (environment === undefined) {
    if (ir.spark === undefined)
      return refused(`The project has no 'platform': nothing of it is published. ${handworkOf(ir)}`);
    if (names.length === 0) return refused("The project has no environment in Azure.");
    return misused(
      named === undefined
        ? `Which environment? --env is ${oneOf(names)}.`
        : `'${named}' is no environment in Azure: there is ${oneOf(names)}.`,
    );
  }
  const account = ir.lake.account.get(environment.name);
  const container = ir.lake.container.get(environment.name);
  if (account === undefined || container === undefined) throw new Error(`${environment.name} has no lake`);
  const addresses = serviceAddresses(variables);
  if ("kind" in addresses) return addresses;
  const { factory, synapse } = environment;
  const arm = trimmed(addresses.get("SLUICE_ARM") ?? "https://management.azure.com");
  return {
    project: ir.name,
    environment: environment.name,
    databricks:
      ir.spark === "databricks"
        ? {
            workspace: environment.workspace,
            endpoint: trimmed(addresses.get("SLUICE_DATABRICKS") ?? environment.workspace),
            planner: environment.planner,
          }
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
      name: environment.workspace,
      development: trimmed(addresses.get("SLUICE_SYNAPSE") ?? `https://${environment.workspace}.dev.azuresynapse.net`),
    },
    state: {
      endpoint: trimmed(addresses.get("SLUICE_BLOB") ?? `https://${account}.blob.core.windows.net`),
      container,
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
      return `env/<environment>/grants/${access.name}.json`;
    case "serverless-sql":
      return `common/grants/${access.name}/2-rights.sql`;
  }
}

const envFolders = ({ environments }: ProjectIr): string =>
  environments
    .filter(({ kind }) => kind === "servers")
    .map(({ name }) => `env/${name}/grants`)
    .join(", ");

const trimmed = (url: string): string => url.replace(/\/+$/, "");

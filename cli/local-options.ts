import type { CommandSpec } from "./arguments.js";

/** What `sluice local` is told. */
export const localSpec: CommandSpec = {
  summary: "Starts what stands in for Azure on this machine",
  details:
    "Azure Resource Manager with Data Factory, Databricks and Synapse workspaces and blob storage answer as the services do where it\nmatters to 'sluice plan' and 'sluice publish', and nothing that they are told to start really runs. The lines that it prints, given to another\nterminal, lead both commands there. It goes on until Ctrl-C.",
  positional: { name: "azure", description: "What is stood in for", choices: ["azure"] },
  options: {
    factory: {
      kind: "list",
      value: "SUBSCRIPTION/GROUP/NAME",
      description: "A data factory that is there from the start",
      shape: {
        pattern: /^[\w-]+\/[\w.()-]+\/[A-Za-z0-9-]{3,63}$/,
        expected: "a subscription's id, a resource group and a name",
      },
    },
    workspace: {
      kind: "list",
      value: "SUBSCRIPTION/GROUP/NAME",
      description: "A Synapse workspace that is there from the start; the first one is the one that is led to",
      shape: {
        pattern: /^[\w-]+\/[\w.()-]+\/[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$/,
        expected: "a subscription's id, a resource group and a name",
      },
    },
    pool: {
      kind: "list",
      value: "NAME",
      description: "A Spark pool that each --workspace has: others make those, and a job refers to one",
      shape: { pattern: /^[A-Za-z][A-Za-z0-9]{0,14}$/, expected: "a Spark pool's name" },
    },
    "integration-runtime": {
      kind: "list",
      value: "NAME",
      description:
        "A self-hosted integration runtime that each --factory and --workspace has: others make those, and a project refers to them",
      shape: { pattern: /^(?=.{3,63}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, expected: "an integration runtime's name" },
    },
    credential: {
      kind: "list",
      value: "NAME",
      description:
        "A credential that each --factory has: others make those, for a managed identity, and a project refers to them",
      shape: { pattern: /^\w[\w-]{0,126}$/, expected: "a credential's name" },
    },
    container: {
      kind: "list",
      value: "ACCOUNT/NAME",
      description:
        "A storage account's container that is there from the start; the first one's account is the one that is led to",
      shape: { pattern: /^[a-z0-9]{3,24}\/[a-z0-9-]{3,63}$/, expected: "an account and a container" },
    },
    secret: {
      kind: "list",
      value: "VAULT/NAME=VALUE",
      description:
        "A secret of a Key Vault that is there from the start; the first one's vault is the one that is led to. A password of this machine only",
      shape: {
        pattern: /^[A-Za-z0-9-]{3,24}\/[A-Za-z0-9-]{1,127}=.+$/s,
        expected: "a vault, a secret's name and its value",
      },
    },
    resource: {
      kind: "list",
      value: "ID",
      description:
        "A resource of Azure that is there from the start, by its id: others make those, and roles of principals are assigned at them",
      shape: {
        pattern: /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers(\/[^/]+){3}((\/[^/]+){2})*$/,
        expected: "a resource's id",
      },
    },
    securable: {
      kind: "list",
      value: "TYPE/NAME",
      description:
        "A catalog, schema, table, view or volume of Unity Catalog that is there from the start, with what it stands in: table/shop.sales.orders",
      shape: {
        pattern: /^(catalog\/[^./]+|schema\/[^./]+\.[^./]+|(table|view|volume)\/[^./]+\.[^./]+\.[^./]+)$/,
        expected: "'catalog', 'schema', 'table', 'view' or 'volume' and a full name",
      },
    },
    identity: {
      kind: "list",
      value: "NAME",
      description: "A group or user that Unity Catalog knows, or a service principal by its application's id",
      shape: { pattern: /^.+$/s, expected: "a name" },
    },
    principal: {
      kind: "list",
      value: "ID",
      description:
        "Somebody of Microsoft Entra, by the object id, whom roles may be assigned to and who may do nothing else",
      shape: { pattern: /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/, expected: "an object id" },
    },
    port: {
      kind: "text",
      value: "N",
      description: "The first of the six ports that are listened on; default: any that are free",
      shape: {
        pattern: /^([1-9]\d{3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|65530)$/,
        expected: "a port's number from 1000 to 65530",
      },
    },
    state: { kind: "text", value: "DIR", description: "Where it keeps what it has; default: nowhere, it starts empty" },
    latency: {
      kind: "text",
      value: "MS",
      description: "How many milliseconds each answer takes at least",
      default: "0",
      shape: { pattern: /^\d{1,5}$/, expected: "a number of milliseconds" },
    },
    https: { kind: "flag", description: "Speaks https, with a certificate of its own, as the cloud does" },
  },
};

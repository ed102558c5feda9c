import type { SynapsePlace } from "./destination.js";
import { isDefinition, poolOf } from "./spark-job.js";
import { synapseArtifactKinds, synapseResourcesRead } from "./synapse-kinds.js";
import type { Wanted } from "./thing.js";

/** What somebody must be in a Synapse workspace. It has roles of its own, and only those that are built in. */
export interface SynapseRole {
  readonly role: "Synapse Artifact Publisher" | "Synapse Artifact User" | "Synapse Compute Operator";
  /** As `az synapse role assignment create` takes it. */
  readonly workspace: string;
  /** The Spark pools that it is enough to be it for; undefined: it is a role of the whole workspace. */
  readonly pools: readonly string[] | undefined;
  /** Those of the role's actions that are used. */
  readonly actions: readonly string[];
  /** The vendor's page of roles and actions. */
  readonly page: string;
}

/** A role that is built into Azure, where somebody must have it. */
export interface DataRole {
  readonly role: "Storage Blob Data Contributor" | "Key Vault Secrets User";
  /** Containers of storage accounts, each as `az role assignment create --scope` takes it. */
  readonly scopes: readonly string[];
  /** The vendor's page of the role. */
  readonly page: string;
}

const workspaces = "Microsoft.Synapse/workspaces";
const useCompute = `${workspaces}/bigDataPools/useCompute/action`;
const page = "https://learn.microsoft.com/azure/synapse-analytics/security/synapse-workspace-synapse-rbac-roles";

export const synapseRole = ({ name }: SynapsePlace, task: "plan" | "publish"): SynapseRole => ({
  role: task === "plan" ? "Synapse Artifact User" : "Synapse Artifact Publisher",
  workspace: name,
  pools: undefined,
  actions: task === "plan" ? [synapseRead] : synapseActions,
  page,
});

/**
 * To see, start and cancel the applications of streaming jobs. No role has less: the service wants this action also where they are only
 * listed, as those who do so were told by it, though the vendor's page lets every user of a workspace see their state.
 */
export function computeRole({ name }: SynapsePlace, wanted: readonly Wanted[]): SynapseRole | undefined {
  const jobs = wanted.filter(isDefinition);
  const pools = [...new Set(jobs.flatMap(({ value }) => poolOf(value) ?? []))].sort();
  if (jobs.length === 0) return undefined;
  return { role: "Synapse Compute Operator", workspace: name, pools, actions: [useCompute], page };
}

/**
 * What an application of a streaming job reads and writes it reads and writes as whoever submits it: tables, checkpoints and files, in the
 * lake and in containers of `storage` connections.
 */
export function dataRole(wanted: readonly Wanted[]): DataRole | undefined {
  const scopes = wanted.filter(isDefinition).flatMap(({ value }) => containersIn(JSON.stringify(value ?? null)));
  if (scopes.length === 0) return undefined;
  return {
    role: "Storage Blob Data Contributor",
    scopes: [...new Set(scopes)].sort(),
    page: "https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/storage#storage-blob-data-contributor",
  };
}

/** The containers whose addresses stand in a text, as `az role assignment create` takes them for scopes. */
const containersIn = (text: string): readonly string[] =>
  [...text.matchAll(/abfss:\/\/([a-z0-9$-]+)@([a-z0-9]+)\./g)].map(
    ([, container, account]) =>
      `/subscriptions/<that of the storage account>/resourceGroups/<its own>/providers/Microsoft.Storage/storageAccounts/${account}/blobServices/default/containers/${container}`,
  );

const synapseRead = `${workspaces}/artifacts/read`;

const synapseActions: readonly string[] = [
  synapseRead,
  ...Object.values(synapseArtifactKinds).flatMap(({ action }) => [
    `${workspaces}/${action}/delete`,
    `${workspaces}/${action}/write`,
  ]),
].sort();

/** By Azure Resource Manager: https://learn.microsoft.com/azure/role-based-access-control/permissions/analytics#microsoftsynapse */
export function synapseResourceActions(wanted: readonly Wanted[]): readonly string[] {
  const names = { "synapse.pool": "bigDataPools", "synapse.integrationRuntime": "integrationruntimes" } as const;
  return [
    `${workspaces}/read`,
    ...synapseResourcesRead(wanted).map((kind) => `${workspaces}/${names[kind]}/read`),
  ].sort();
}

import type { SynapsePlace } from "./destination.js";
import { synapseArtifactKinds, synapseResourcesRead } from "./synapse-kinds.js";
import type { Wanted } from "./thing.js";

/** What somebody must be in a Synapse workspace. It has roles of its own, and only those that are built in. */
export interface SynapseRole {
  readonly role: "Synapse Artifact Publisher" | "Synapse Artifact User";
  /** As `az synapse role assignment create` takes it. */
  readonly workspace: string;
  /** Those of the role's actions that are used. */
  readonly actions: readonly string[];
  /** The vendor's page of roles and actions. */
  readonly page: string;
}

const workspaces = "Microsoft.Synapse/workspaces";

export const synapseRole = ({ name }: SynapsePlace, task: "plan" | "publish"): SynapseRole => ({
  role: task === "plan" ? "Synapse Artifact User" : "Synapse Artifact Publisher",
  workspace: name,
  actions: task === "plan" ? [synapseRead] : synapseActions,
  page: "https://learn.microsoft.com/azure/synapse-analytics/security/synapse-workspace-synapse-rbac-roles",
});

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

import { type KindName, kinds, type SynapseKindName } from "./kinds.js";
import type { Wanted } from "./thing.js";

/** What a workspace's development endpoint has; pools and integration runtimes are resources of Azure. */
export type SynapseArtifactKindName = Exclude<SynapseKindName, SynapseResourceKindName>;
export type SynapseResourceKindName = "synapse.pool" | "synapse.integrationRuntime";

interface SynapseArtifactKind {
  /** In the routes: https://learn.microsoft.com/rest/api/synapse/data-plane/operation-groups */
  readonly route: string;
  /** In the actions: https://learn.microsoft.com/azure/synapse-analytics/security/synapse-workspace-synapse-rbac-roles */
  readonly action: string;
}

export const synapseArtifactKinds: Readonly<Record<SynapseArtifactKindName, SynapseArtifactKind>> = {
  "synapse.linkedService": { route: "linkedservices", action: "linkedServices" },
  "synapse.dataset": { route: "datasets", action: "datasets" },
  "synapse.sqlscript": { route: "sqlScripts", action: "sqlScripts" },
  "synapse.notebook": { route: "notebooks", action: "notebooks" },
  "synapse.sparkJobDefinition": { route: "sparkJobDefinitions", action: "sparkJobDefinitions" },
  "synapse.dataflow": { route: "dataflows", action: "dataFlows" },
  "synapse.pipeline": { route: "pipelines", action: "pipelines" },
  "synapse.trigger": { route: "triggers", action: "triggers" },
};

export const isSynapseArtifact = (name: KindName): name is SynapseArtifactKindName =>
  Object.hasOwn(synapseArtifactKinds, name);

export const synapseArtifactKindNames: readonly SynapseArtifactKindName[] = Object.values(kinds)
  .map(({ name }) => name)
  .filter(isSynapseArtifact);

/** The kinds of a workspace's resources that ours refer to: only those are read. */
export function synapseResourcesRead(wanted: readonly Wanted[]): readonly SynapseResourceKindName[] {
  const referred = new Set(wanted.flatMap(({ needs }) => needs).map((id) => id.split("/", 1)[0]));
  return (["synapse.pool", "synapse.integrationRuntime"] as const).filter((name) => referred.has(name));
}

import type { EnvironmentIr } from "../ir/environment.js";
import type { ProjectIr } from "../ir/ir.js";
import { vaultLinkedService } from "../ir/shared-names.js";

/** The name of a notebook of a Synapse workspace, where names are flat: `telemetry_readings_silver_readings`; `path`: `readings/silver_readings`. */
export const synapseName = (project: string, path: string): string => `${project}_${path.replaceAll("/", "_")}`;

/** The artifact that holds it. */
export const synapseNotebook = (project: string, path: string): string =>
  `common/synapse/notebook/${synapseName(project, path)}.json`;

/** The artifact with the linked service by which an environment's jobs read secrets; undefined: the environment has no vault. */
export const synapseVault = (
  project: Pick<ProjectIr, "name" | "vault">,
  { name }: EnvironmentIr,
): string | undefined =>
  project.vault.has(name) ? `env/${name}/synapse/linkedService/${vaultLinkedService(project)}.json` : undefined;

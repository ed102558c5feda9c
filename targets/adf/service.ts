import type { ProjectIr } from "../../compiler/ir/ir.js";

/**
 * Whose pipelines they are. Those of a Synapse workspace are Data Factory's own, but for what this file's users decide by it.
 * https://learn.microsoft.com/azure/synapse-analytics/data-integration/concepts-data-factory-differences
 */
export interface Service {
  /** The folder of its artifacts. */
  readonly folder: "adf" | "synapse";
  readonly plane: "arm" | "synapse-workspace";
  /** For messages. */
  readonly name: "Data Factory" | "Synapse";
}

export const isOfWorkspace = ({ spark }: ProjectIr): boolean => spark === "synapse";

export const serviceOf = (project: ProjectIr): Service =>
  isOfWorkspace(project)
    ? { folder: "synapse", plane: "synapse-workspace", name: "Synapse" }
    : { folder: "adf", plane: "arm", name: "Data Factory" };

import type { ProjectIr } from "./ir.js";

/** What a project calls something in a place that it shares with other projects, where names have no `-`: `pizza_store_lake`. */
export const ofProject = ({ name }: Pick<ProjectIr, "name">, ...rest: readonly string[]): string =>
  [name, ...rest].join("_").replaceAll("-", "_");

/** The linked service of a factory, or of a workspace, that leads to the project's vault. Notebooks of a workspace read secrets by it. */
export const vaultLinkedService = (project: Pick<ProjectIr, "name">): string => ofProject(project, "vault");

import { compile } from "../compiler/compile.js";
import type { Artifact } from "../compiler/emit/artifact.js";
import { targets } from "../targets/index.js";
import { caseNames, memoryHost, readCase, type Tree } from "./golden.js";
import { allProjects, projectNames, readProject } from "./projects.js";
import { onSynapse } from "./whole-workspace.js";

/** All that is made of a project. */
export interface Compiled {
  readonly name: string;
  readonly artifacts: readonly Artifact[];
}

/** The projects to copy, as they stand and with a workspace of Synapse as their whole platform. */
export const compiledProjects = (): readonly Compiled[] => [
  ...allProjects().map((name) => compiled(`pipelines/${name}`, readProject(name))),
  ...projectNames().map((name) => compiled(`pipelines/${name} in a workspace`, onSynapse(name))),
];

/** The golden cases that anything is made of. */
export const compiledCases = (): readonly Compiled[] =>
  caseNames()
    .map(readCase)
    .filter(({ severity }) => severity !== "error")
    .map(({ name, input }) => compiled(`test/golden/${name}`, input));

function compiled(name: string, files: Tree): Compiled {
  const { artifacts, diagnostics } = compile(memoryHost(files), targets);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(`${name}: ${errors.map(({ message }) => message).join("\n")}`);
  return { name, artifacts };
}

/** The objects of a factory or of a workspace: not its notebooks' texts, nor what else stands beside them. */
export const isObjectOfService = ({ path }: Artifact): boolean => /(^|\/)(adf|synapse)\/\w+\/[^/]+\.json$/.test(path);

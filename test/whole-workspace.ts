import type { Tree } from "./golden.js";
import { readProject } from "./projects.js";

/** A project to copy with a workspace of Synapse as its whole platform: what orchestrates, and what Spark runs on. */
export function onSynapse(name: string): Tree {
  const files = readProject(name);
  const project = files["sluice.yaml"] ?? "";
  if (project.includes("orchestrator: synapse")) return files; // it has one
  const moved = project
    .replace(/^platform: .*$/m, "platform: { orchestrator: synapse, spark: synapse }")
    .replace(/^ +(databricks|databricks_resource|factory|subscription|resource_group): .*\n/gm, "")
    .replace(/^ {2}(\w+):\n(?= {4}variables:)/gm, placed(name))
    .replace(/node: \w+/g, "pool: small")
    .replace(/, deploy_as: \w+/g, ""); // by a factory's credential
  return { ...watched(files), "sluice.yaml": moved };
}

/** Streams of a workspace need somebody to look whether they run. */
const watched = (files: Tree): Tree =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      text.replace(/^pipeline: readings\n/m, "$&watch: { every: 15 minutes }\n"),
    ]),
  );

const placed = (name: string) => (_: string, environment: string) =>
  `  ${environment}:
    subscription: 00000000-0000-0000-0000-000000000002
    resource_group: ${name}-${environment}
    workspace: ${name}-${environment}
`;

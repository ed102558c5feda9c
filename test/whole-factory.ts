import type { Tree } from "./golden.js";
import { readProject } from "./projects.js";

/** A project to copy with a data factory and a workspace of Databricks as its platform, where it has a workspace of Synapse. */
export function onFactory(name: string): Tree {
  const files = readProject(name);
  const project = files["sluice.yaml"] ?? "";
  if (!/^platform: .*synapse/m.test(project)) return files; // it has one, or none at all
  const moved = project
    .replace(/^platform: .*synapse.*$/m, "platform: { orchestrator: adf, spark: databricks }")
    .replace(/^( +)workspace: (\S+)\n +subscription: (\S+)\n +resource_group: (\S+)\n/gm, placed)
    .replace(/pool: \w+/g, "node: Standard_D4ds_v5");
  return { ...files, "sluice.yaml": moved };
}

const placed = (_: string, indent: string, name: string, subscription: string, group: string) =>
  [
    `subscription: ${subscription}`,
    `resource_group: ${group}`,
    `factory: ${name}`,
    `databricks: https://adb-${Number(subscription.slice(-4))}.azuredatabricks.net`,
    `databricks_resource: /subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Databricks/workspaces/${name}`,
  ]
    .map((line) => `${indent}${line}\n`)
    .join("");

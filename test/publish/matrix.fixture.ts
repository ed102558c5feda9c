import { readCase, type Tree } from "../golden.js";
import { projectNames, readProject } from "../projects.js";
import { onSynapse } from "../whole-workspace.js";

/** Every project to copy, some in a workspace of Synapse too, and one with triggers of all kinds. */
export const projects: Readonly<Record<string, Tree>> = {
  ...Object.fromEntries(projectNames().map((name) => [name, readProject(name)])),
  "imdb in a workspace": onSynapse("imdb"),
  "pizza-store in a workspace": onSynapse("pizza-store"),
  "telemetry in a workspace": onSynapse("telemetry"),
  "youflix in a workspace": onSynapse("youflix"),
  "triggers of all kinds": readCase("project-triggers").input,
};

/** Another version of a project: things are described otherwise, clusters are larger, and each pipeline's first trigger has another name. */
export const changed = (files: Tree): Tree =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      [...text.matchAll(/^triggers:\n {2}(\w+):/gm)].reduce(
        (before, [, name = ""]) => before.replace(new RegExp(`(^ {2}|trigger: )${name}\\b`, "gm"), `$1${name}_changed`),
        text.replace(/^( {4,}description: )(.*)$/gm, "$1$2 Changed.").replace(/workers: (\d)/g, "workers: 1$1"),
      ),
    ]),
  );

import { printJson } from "../../compiler/emit/json.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import { parameterNames } from "../../compiler/ir/parameters.js";
import { artifact, type Form } from "./form.js";
import { synapseJob, synapseMain } from "./job-synapse.js";
import type { Notebook } from "./notebook.js";
import { printPython } from "./print-python.js";
import { printSynapse, synapseName } from "./print-synapse.js";

const pathOf = (notebook: Notebook, { name }: ProjectIr): string =>
  `common/synapse/notebook/${synapseName(name, notebook)}.json`;

const twinOf = (notebook: Notebook, { name }: ProjectIr): string =>
  `common/synapse/python/${synapseName(name, notebook)}.py`;

/** Azure Synapse: notebooks as the workspace keeps them in git, their text as Python, Spark job definitions. */
export const synapse: Form = {
  name: "synapse",
  pathOf,
  notebook(notebook, project, job) {
    const dependsOn = job === undefined ? [] : [`common/synapse/notebook/${project.name}_common.json`];
    const names = job === undefined ? [] : parameterNames(job, project);
    const body = printJson(printSynapse(notebook, project.name, names, job));
    const [kind, twin] = job === undefined ? ["module", "module"] : ["notebook", "python"];
    return [
      artifact(pathOf(notebook, project), kind, "synapse-workspace", body, notebook, dependsOn),
      artifact(twinOf(notebook, project), twin, "lake", printPython(notebook, project.name), notebook),
    ];
  },
  shared: (job, notebooks, project) => [
    artifact(
      `common/synapse/python/${project.name}_${job.name}.py`,
      "python",
      "lake",
      synapseMain(job, notebooks, project),
      job,
      notebooks.map((notebook) => twinOf(notebook, project)),
    ),
  ],
  job(job, _, project, environment, made) {
    // The module that all share, the notebooks' texts in the order of the notebooks, and the main file.
    const files = made.filter(({ plane }) => plane === "lake");
    return artifact(
      `env/${environment.name}/synapse/sparkJobDefinition/${project.name}_${job.name}.json`,
      "sparkJobDefinition",
      "synapse-workspace",
      printJson(synapseJob(job, files, project, environment)),
      job,
      files.map(({ path }) => path),
    );
  },
};

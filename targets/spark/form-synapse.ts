import { batchPath } from "../../compiler/emit/databricks.js";
import { printJson } from "../../compiler/emit/json.js";
import { jobFile } from "../../compiler/emit/lake.js";
import { synapseName, synapseNotebook, synapseVault } from "../../compiler/emit/synapse.js";
import type { JobIr, ProjectIr } from "../../compiler/ir/ir.js";
import { landingsParameter, loadParameter } from "../../compiler/ir/parameters.js";
import { calledLoadsOf, takesLandings } from "../../compiler/ir/takers.js";
import { artifact, type Form } from "./form.js";
import { synapseJob, synapseMain } from "./job-synapse.js";
import type { Notebook } from "./notebook.js";
import { printPython } from "./print-python.js";
import { printSynapse } from "./print-synapse.js";

const pathOf = ({ path }: Notebook, { name }: ProjectIr): string => synapseNotebook(name, path);

const twinOf = ({ path }: Notebook, { name }: ProjectIr): string =>
  `common/synapse/python/${synapseName(name, path)}.py`;

/** What a notebook is given: the one that an orchestrator starts, the landings too, or the load. */
function namesOf({ path }: Notebook, parameters: readonly string[], job: JobIr | undefined): readonly string[] {
  if (job === undefined) return [];
  return [
    ...parameters,
    ...(path === batchPath(job.name) && takesLandings(job) ? [landingsParameter] : []),
    ...(path === batchPath(job.name) && calledLoadsOf(job).length > 0 ? [loadParameter] : []),
  ];
}

/** Spark job definitions run notebooks as plain Python; an orchestrator runs the notebooks themselves. */
const hasTwin = (project: ProjectIr, job: JobIr | undefined): boolean =>
  job === undefined ? project.jobs.some((one) => !one.isOfFlow) : !job.isOfFlow;

/** Azure Synapse: notebooks as the workspace keeps them in git, their text as Python, Spark job definitions. */
export const synapse: Form = {
  name: "synapse",
  pathOf,
  notebook(notebook, project, job, parameters) {
    const dependsOn = job === undefined ? [] : [synapseNotebook(project.name, "common")];
    const body = printJson(printSynapse(notebook, project.name, namesOf(notebook, parameters, job), job));
    const [kind, twin] = job === undefined ? ["module", "module"] : ["notebook", "python"];
    return [
      artifact(pathOf(notebook, project), kind, "synapse-workspace", body, notebook, dependsOn),
      ...(hasTwin(project, job)
        ? [artifact(twinOf(notebook, project), twin, "lake", printPython(notebook, project.name), notebook)]
        : []),
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
  // The module that all share, the notebooks' texts in the order of the notebooks, and the main file.
  files: (made, project) =>
    made
      .filter(({ plane }) => plane === "lake")
      .map(({ path, body }) => ({ path, place: jobFile(project.name, path, body) })),
  job(job, _, project, environment, files) {
    return artifact(
      `env/${environment.name}/synapse/sparkJobDefinition/${project.name}_${job.name}.json`,
      "sparkJobDefinition",
      "synapse-workspace",
      printJson(synapseJob(job, files, project, environment)),
      job,
      // Secrets are read by the linked service as soon as the job starts.
      [...files.map(({ path }) => path), ...[synapseVault(project, environment) ?? []].flat()],
    );
  },
};

import { notebookFile } from "../../compiler/emit/databricks.js";
import { printJson } from "../../compiler/emit/json.js";
import { artifact, type Form } from "./form.js";
import { databricksJob } from "./job-databricks.js";
import type { Notebook } from "./notebook.js";
import { printDatabricks } from "./print-databricks.js";

const pathOf = ({ path }: Notebook): string => notebookFile(path);

/** Azure Databricks: notebooks in source format, jobs as the Jobs API takes them. */
export const databricks: Form = {
  name: "databricks",
  pathOf,
  notebook: (notebook, _, job) => [
    artifact(
      pathOf(notebook),
      job === undefined ? "module" : "notebook",
      "databricks-workspace",
      printDatabricks(notebook),
      notebook,
      job === undefined ? [] : [notebookFile("common")],
    ),
  ],
  files: () => [],
  shared: () => [],
  job: (job, notebooks, project, environment) =>
    artifact(
      `env/${environment.name}/databricks/job/${job.name}.json`,
      "job",
      "databricks-workspace",
      printJson(databricksJob(job, notebooks, project, environment)),
      job,
      notebooks.map(pathOf),
    ),
};

import type { Artifact } from "../../compiler/emit/artifact.js";
import { printJson } from "../../compiler/emit/json.js";
import { queryPath } from "../../compiler/emit/query-path.js";
import type { Target } from "../../compiler/emit/target.js";
import type { JobIr, ProjectIr, SparkServiceIr } from "../../compiler/ir/ir.js";
import { parameterNames } from "../../compiler/ir/parameters.js";
import type { Query } from "../../compiler/ir/query.js";
import { applyChangesNotebook } from "./apply-changes.js";
import { batchNotebook } from "./batch.js";
import { commonNotebook } from "./common.js";
import { correctedNotebook } from "./corrected-windows.js";
import { documentsNotebook } from "./documents.js";
import { filesNotebook } from "./files.js";
import { artifact, type Form, type JobFile } from "./form.js";
import { databricks } from "./form-databricks.js";
import { synapse } from "./form-synapse.js";
import { withHashKeys } from "./hash-keys.js";
import { ingestNotebook } from "./ingest.js";
import { intervalJoinNotebook } from "./interval-join.js";
import { localJob } from "./job-local.js";
import { newFilesNotebook } from "./new-files.js";
import { newRowsNotebook } from "./new-rows.js";
import type { Notebook } from "./notebook.js";
import { refuse } from "./refuse.js";
import { replaceNotebook } from "./replace.js";
import { rowsNotebook } from "./rows.js";
import { sendNotebook } from "./send.js";
import { tablesNotebook } from "./tables.js";
import { windowsNotebook } from "./windows.js";

const forms: Readonly<Record<SparkServiceIr, Form>> = { databricks, synapse };

/** Notebooks, the project's module and job definitions for a Spark service. */
export const spark: Target = {
  name: "spark",
  build(project, report) {
    if (project.spark === undefined || refuse(project, report)) return undefined;
    const form = forms[project.spark];
    return {
      *print() {
        const common = form.notebook(commonNotebook(project), project, undefined, []);
        yield* common;
        const shared = form.files(common, project);
        for (const job of project.jobs) yield* jobArtifacts(job, shared, project, form);
      },
    };
  },
};

/** The tables first, then each query after what it reads. */
const notebooksOf = (job: JobIr, project: ProjectIr): readonly Notebook[] => [
  tablesNotebook(job, project.warehouses),
  ...job.queries.map((query) => withHashKeys(notebookOf(query, job), query, project)),
];

function notebookOf(query: Query, job: JobIr): Notebook {
  const path = queryPath(job.name, query);
  switch (query.kind) {
    case "ingest":
      return ingestNotebook(query, path);
    case "new-files":
      return newFilesNotebook(query, path);
    case "new-rows":
      return newRowsNotebook(query, path);
    case "rows":
      return rowsNotebook(query, path);
    case "interval-join":
      return intervalJoinNotebook(query, path);
    case "replace":
      return replaceNotebook(query, path);
    case "apply-changes":
      return applyChangesNotebook(query, path);
    case "windows":
      return query.corrected ? correctedNotebook(query, query.corrected, path) : windowsNotebook(query, path);
    case "documents":
      return documentsNotebook(query, path);
    case "send":
      return sendNotebook(query, path);
    case "files":
      return filesNotebook(query, path);
  }
}

function jobArtifacts(job: JobIr, shared: readonly JobFile[], project: ProjectIr, form: Form): readonly Artifact[] {
  const notebooks = notebooksOf(job, project);
  const files = notebooks.map((notebook) => form.pathOf(notebook, project));
  const batch = job.isOfFlow ? [batchNotebook(job, notebooks, project, form.name)] : [];
  const parameters = parameterNames(job, project);
  const made = [
    ...[...notebooks, ...batch].flatMap((notebook) => form.notebook(notebook, project, job, parameters)),
    ...(job.isOfFlow ? [] : form.shared(job, notebooks, project)),
  ];
  const started = job.isOfFlow ? [] : [...shared, ...form.files(made, project)];
  return [
    ...made,
    ...project.environments.flatMap((environment) => {
      if (environment.kind === "azure")
        return job.isOfFlow ? [] : [form.job(job, notebooks, project, environment, started)];
      const body = printJson(localJob(job, files, form.name, project, environment));
      return [artifact(`env/${environment.name}/job/${job.name}.json`, "job", "this-machine", body, job, files)];
    }),
  ];
}

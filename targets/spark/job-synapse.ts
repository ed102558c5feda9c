import { type Json, printEntries } from "../../compiler/emit/json.js";
import { synapseName } from "../../compiler/emit/synapse.js";
import type { EnvironmentIr } from "../../compiler/ir/environment.js";
import type { JobIr, ProjectIr } from "../../compiler/ir/ir.js";
import { parametersOf } from "../../compiler/ir/parameters.js";
import type { JobFile } from "./form.js";
import type { Notebook } from "./notebook.js";
import { assign, literal, literals, runtimeText, statements, words } from "./python.js";
import { text } from "./text.generated.js";

/** The main file of a Spark job definition: runs the job's queries side by side in one Spark application. */
export function synapseMain(job: JobIr, notebooks: readonly Notebook[], project: ProjectIr): string {
  const [tables = "", ...queries] = notebooks.map((notebook) => synapseName(project.name, notebook.path));
  return `${statements([
    words(`# Runs the queries of the job '${job.name}' side by side in one Spark application.`),
    words(`# Its one argument is a JSON object with the job's parameters. Generated; edit the YAML instead.`),
    assign("JOB", literal(`${project.name}-${job.name}`)),
    assign("COMMON", literal(`${project.name}_common`)),
    assign("TABLES", literal(tables)),
    assign("QUERIES", literals(queries)),
    words(""),
    runtimeText(text["runtime/job.py"]),
  ])}\n`;
}

/**
 * A Spark job definition of a Synapse workspace. Of the files the last one is the main one.
 * https://learn.microsoft.com/rest/api/synapse/data-plane/spark-job-definition/create-or-update-spark-job-definition
 */
export function synapseJob(
  job: JobIr,
  files: readonly JobFile[],
  project: ProjectIr,
  environment: EnvironmentIr,
): Json {
  const value = (values: ReadonlyMap<string, string>): string => values.get(environment.name) ?? "";
  const lake = `abfss://${value(project.lake.container)}@${value(project.lake.account)}.dfs.core.windows.net`;
  const addresses = files.map(({ place }) => `${lake}/${place}`);
  const name = synapseName(project.name, job.name);
  const parameters = parametersOf(job, project, environment).map(({ name, value }) => [name, value] as const);
  return {
    name,
    properties: {
      ...(job.description === undefined ? {} : { description: job.description }),
      targetBigDataPool: { referenceName: value(job.compute.bound), type: "BigDataPoolReference" },
      requiredSparkVersion: "3.5",
      language: "python",
      jobProperties: {
        name,
        file: addresses.at(-1) ?? "",
        args: [printEntries(parameters)],
        pyFiles: addresses.slice(0, -1),
        conf: { "spark.scheduler.mode": "FAIR" },
        driverMemory: "28g",
        driverCores: 4,
        executorMemory: "28g",
        executorCores: 4,
        numExecutors: Math.max(1, (job.compute.workers.get(environment.name) ?? 0) * 2),
      },
    },
  };
}

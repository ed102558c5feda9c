import type { Json } from "../../compiler/emit/json.js";
import { synapseName } from "../../compiler/emit/synapse.js";
import type { JobIr } from "../../compiler/ir/ir.js";
import type { Cell, Notebook } from "./notebook.js";

/**
 * A notebook as a Synapse workspace keeps it in git. Which pool runs it is the environment's matter and stands in the job.
 * https://learn.microsoft.com/rest/api/synapse/data-plane/notebook/create-or-update-notebook
 */
export function printSynapse(
  notebook: Notebook,
  project: string,
  parameters: readonly string[],
  job: JobIr | undefined,
): Json {
  const cells = notebook.cells.map((cell) => printCell(cell, project));
  return {
    name: synapseName(project, notebook.path),
    properties: {
      folder: { name: project },
      nbformat: 4,
      nbformat_minor: 2,
      ...(job === undefined ? {} : { sessionProperties: sessionOf(job) }),
      metadata: {
        saveOutput: true,
        kernelspec: { name: "synapse_pyspark", display_name: "Synapse PySpark" },
        language_info: { name: "python" },
      },
      cells: [...cells.slice(0, 1), ...(parameters.length > 0 ? [parametersCell(parameters)] : []), ...cells.slice(1)],
    },
  };
}

/**
 * Medium nodes (8 cores, 64 GB), two executors on each; the pool's own nodes must be at least as large. All environments have
 * the same number of workers, for the notebook is common to them.
 */
const sessionOf = ({ compute }: JobIr): Json => ({
  driverMemory: "28g",
  driverCores: 4,
  executorMemory: "28g",
  executorCores: 4,
  numExecutors: Math.max(1, ([...compute.workers.values()][0] ?? 0) * 2),
});

/** Synapse adds a cell with the job's values after the one that has this tag. */
const parametersCell = (names: readonly string[]): Json => ({
  cell_type: "code",
  metadata: { tags: ["parameters"] },
  source: sourceLines(names.map((name) => `${name} = ""`).join("\n")),
  outputs: [],
  execution_count: null,
});

/**
 * By which another notebook names it: an absolute path, by way of the project's folder; a relative one is not supported.
 * https://learn.microsoft.com/azure/synapse-analytics/spark/apache-spark-development-using-notebooks#notebook-reference
 */
const pathOf = (notebook: string, project: string): string => `/${project}/${notebook}`;

function printCell(cell: Cell, project: string): Json {
  switch (cell.kind) {
    case "text":
      return { cell_type: "markdown", metadata: {}, source: sourceLines(cell.lines.join("\n")) };
    case "include":
      return codeCell(`%run ${pathOf(`${project}_common`, project)}`);
    case "run":
      return codeCell(`%run ${pathOf(synapseName(project, cell.notebook), project)}`);
    case "code":
      return codeCell(cell.title === undefined ? cell.code : `# ${cell.title}\n${cell.code}`);
  }
}

const codeCell = (text: string): Json => ({
  cell_type: "code",
  metadata: {},
  source: sourceLines(text),
  outputs: [],
  execution_count: null,
});

/** Notebooks keep text as lines that carry their own ends; pieces of the text, which copy nothing. */
function sourceLines(text: string): readonly string[] {
  const lines: string[] = [];
  let start = 0;
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", start)) {
    lines.push(text.slice(start, end + 1));
    start = end + 1;
  }
  if (start < text.length || lines.length === 0) lines.push(text.slice(start));
  return lines;
}

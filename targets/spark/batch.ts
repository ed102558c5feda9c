import { batchPath } from "../../compiler/emit/databricks.js";
import type { JobIr, ProjectIr } from "../../compiler/ir/ir.js";
import { landingsParameter, parameterNames } from "../../compiler/ir/parameters.js";
import type { Notebook } from "./notebook.js";
import { literals, rendered, words } from "./python.js";

/** The notebook that an orchestrator starts: it runs the job's `notebooks` one after another, in one session. */
export function batchNotebook(job: JobIr, notebooks: readonly Notebook[], project: ProjectIr): Notebook {
  const names = literals([...parameterNames(job, project), landingsParameter]);
  return {
    path: batchPath(job.name),
    origin: job.origin,
    reads: [],
    writes: [],
    cells: [
      {
        kind: "text",
        lines: [
          words(`# One run of ${job.name}`),
          words(
            job.queries.some(({ kind }) => kind === "replace")
              ? "Takes the landings that are whole and not taken yet, then computes anew what is made of tables that have changed; without any it changes nothing."
              : "Takes the landings that are whole and not taken yet; without any it changes nothing.",
          ),
          words(`Generated from \`${job.origin.file.path}\`; edit that file.`),
        ],
      },
      { kind: "include" },
      {
        kind: "code",
        title: "Parameters, for all notebooks that are run below",
        code: rendered(`GIVEN = {name: of_widget(name) for name in ${names}}`),
      },
      ...notebooks.map(({ path }) => ({ kind: "run" as const, notebook: path })),
    ],
  };
}

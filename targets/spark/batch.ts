import { batchPath } from "../../compiler/emit/databricks.js";
import type { LandedIr } from "../../compiler/ir/flow.js";
import type { JobIr, ProjectIr, SparkServiceIr } from "../../compiler/ir/ir.js";
import { landingsParameter, loadParameter, parameterNames } from "../../compiler/ir/parameters.js";
import { calledLoadsOf, loadsOf, takesLandings } from "../../compiler/ir/takers.js";
import type { Notebook } from "./notebook.js";
import { literal, literals, type Python, rendered, words } from "./python.js";
import { loads } from "./replace.js";

/** One table of each folder: several may take the same loads. */
const eachFolder = (landed: readonly LandedIr[]): readonly LandedIr[] =>
  landed.filter(({ path }, at) => landed.findIndex((one) => one.path === path) === at);

/** The notebook that an orchestrator starts: it runs the job's `notebooks` one after another, in one session. */
export function batchNotebook(
  job: JobIr,
  notebooks: readonly Notebook[],
  project: ProjectIr,
  service: SparkServiceIr,
): Notebook {
  const called = eachFolder(calledLoadsOf(job));
  const parameters = [...parameterNames(job, project), ...(called.length > 0 ? [loadParameter] : [])];
  const names = literals([...parameters, ...(takesLandings(job) ? [landingsParameter] : [])]);
  const landings = literal(landingsParameter);
  const given: Record<SparkServiceIr, Python> = {
    databricks: rendered(`GIVEN = {name: of_widget(name) for name in ${names}}`),
    synapse: rendered(
      `GIVEN = {name: of_cell(name) for name in ${literals(parameters)}}${takesLandings(job) ? ` | {${landings}: of_base64(of_cell(${landings}))}` : ""}`,
    ),
  };
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
            !takesLandings(job)
              ? "Takes the newest loads that are whole, and computes anew what is made of them; where none is new it changes nothing."
              : job.queries.some(({ kind }) => kind === "replace")
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
        code: rendered(
          `${given[service]}${called.length > 0 ? '\nlake = parameter("lake")' : ""}${takesLandings(job) ? "" : "\nTAKEN = {}  # the same loads for all of them"}`,
        ),
      },
      ...called.map((one) => ({
        kind: "code" as const,
        title: `The load of ${one.reference} that this run has asked for is whole`,
        code: rendered(`${loads(one)}.expect_whole(parameter(${literal(loadParameter)}))`),
      })),
      ...notebooks.map(({ path }) => ({ kind: "run" as const, notebook: path })),
      // A run's own load is the newest; one that an earlier run has asked for, and that is completed later, nobody waits for.
      ...loadsOf(job)
        .filter(({ of }) => of === "loads")
        .map((one) => ({
          kind: "code" as const,
          title: `No load of ${one.reference} came after a newer one`,
          code: rendered(`${loads(one)}.expect_none_late()`),
        })),
    ],
  };
}

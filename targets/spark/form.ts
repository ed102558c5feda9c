import type { Artifact } from "../../compiler/emit/artifact.js";
import type { EnvironmentIr } from "../../compiler/ir/environment.js";
import type { JobIr, ProjectIr, SparkServiceIr } from "../../compiler/ir/ir.js";
import type { Notebook } from "./notebook.js";

/** How one Spark service keeps notebooks and jobs. */
export interface Form {
  readonly name: SparkServiceIr;
  /** The notebook's artifacts; `job` is undefined for the project's module. */
  notebook(notebook: Notebook, project: ProjectIr, job: JobIr | undefined): readonly Artifact[];
  /** What a job needs beside its notebooks, the same in every environment. */
  shared(job: JobIr, notebooks: readonly Notebook[], project: ProjectIr): readonly Artifact[];
  /** The job's definition in one Azure environment; `made`: all that was made for it before. */
  job(
    job: JobIr,
    notebooks: readonly Notebook[],
    project: ProjectIr,
    environment: EnvironmentIr,
    made: readonly Artifact[],
  ): Artifact;
  /** The path of the artifact that holds a notebook. */
  pathOf(notebook: Notebook, project: ProjectIr): string;
}

/** What all artifacts of this target have in common. */
export function artifact(
  path: string,
  kind: string,
  plane: Artifact["plane"],
  body: string,
  of: Notebook | JobIr,
  dependsOn: readonly string[] = [],
): Artifact {
  const effects = "cells" in of ? { reads: of.reads, writes: of.writes } : { reads: [], writes: [] };
  return { path, plane, kind, body, dependsOn, owner: "spark", effects, origin: of.origin };
}

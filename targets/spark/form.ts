import type { Artifact } from "../../compiler/emit/artifact.js";
import type { EnvironmentIr } from "../../compiler/ir/environment.js";
import type { JobIr, ProjectIr, SparkServiceIr } from "../../compiler/ir/ir.js";
import type { Notebook } from "./notebook.js";

/** How one Spark service keeps notebooks and jobs. */
export interface Form {
  readonly name: SparkServiceIr;
  /** The notebook's artifacts; `job` is undefined for the project's module. `parameters`: the names of the job's. */
  notebook(
    notebook: Notebook,
    project: ProjectIr,
    job: JobIr | undefined,
    parameters: readonly string[],
  ): readonly Artifact[];
  /** What a job needs beside its notebooks, the same in every environment. */
  shared(job: JobIr, notebooks: readonly Notebook[], project: ProjectIr): readonly Artifact[];
  /** Those of artifacts that a job's definition names. */
  files(made: readonly Artifact[], project: ProjectIr): readonly JobFile[];
  /** The job's definition in one Azure environment; `files`: the module's that all share, and the job's. */
  job(
    job: JobIr,
    notebooks: readonly Notebook[],
    project: ProjectIr,
    environment: EnvironmentIr,
    files: readonly JobFile[],
  ): Artifact;
  /** The path of the artifact that holds a notebook. */
  pathOf(notebook: Notebook, project: ProjectIr): string;
}

/** An artifact that a job starts with. */
export interface JobFile {
  /** The artifact's. */
  readonly path: string;
  /** Where it stands in the lake's container, which depends on all of its content. */
  readonly place: string;
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

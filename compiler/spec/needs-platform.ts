import type { Report } from "../diagnostics/report.js";
import { specDiagnostics } from "./diagnostics.js";
import type { PipelineSpec, ProjectSpec } from "./spec.generated.js";
import type { Document } from "./spec.js";

/** What a pipeline may hold, and a project, where nothing runs: rights are granted, and that is all. */
const withoutRuns = {
  pipeline: ["pipeline", "description", "grants"] as readonly (keyof PipelineSpec)[],
  project: ["control", "compute", "defaults"] as const satisfies readonly (keyof ProjectSpec)[],
};

/** Reports what a project lacks that has anything to run: where it runs, and where the tables are kept. */
export function reportMissingPlatform(
  project: Document<ProjectSpec>,
  pipelines: readonly Document<PipelineSpec>[],
  report: Report,
): void {
  const isAsked = project.has("platform") || withoutRuns.project.some((property) => project.has(property));
  const isOfGrants = project.has("principals") && pipelines.every((pipeline) => pipeline.hasOnly(withoutRuns.pipeline));
  if (!isAsked && isOfGrants) return;
  for (const property of ["platform", "lake"] as const)
    if (!project.has(property)) report.add(specDiagnostics.missingProperty.at(project.origin.key(), { property }));
}

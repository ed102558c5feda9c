import type { Report } from "../diagnostics/report.js";
import { closest } from "../diagnostics/suggest.js";
import { modelDiagnostics } from "./diagnostics.js";
import type { Job } from "./job.js";
import { jobDiagnostics } from "./job-diagnostics.js";
import type { LinkedJob } from "./linked.js";
import type { Compute, Pipeline, Project } from "./model.js";
import type { Named } from "./parts.js";
import { isSound } from "./poisoned.js";
import { type Found, lookUp } from "./references.js";

/** The jobs of a pipeline beside the one that has its name: their tables are known, each is in one of them, and they have a cluster size. */
export function linkJobs(
  pipeline: Pipeline,
  project: Project,
  pipelines: ReadonlyMap<string, Pipeline>,
  report: Report,
): readonly LinkedJob[] {
  const taken = new Map<string, { readonly job: Job; readonly table: Named }>();
  return [...pipeline.jobs.values()].filter(isSound).map((job) => {
    for (const table of job.tables) {
      const other = taken.get(table.name);
      if (other) {
        const related = [{ message: "It is named here.", origin: other.table.origin }];
        report.add(jobDiagnostics.twice.at(table.origin, { table: table.name, other: other.job.name }, { related }));
      } else if (isComputed(table, pipeline, pipelines, report)) taken.set(table.name, { job, table });
    }
    return { job, compute: computeOf(job, project, report) };
  });
}

/** Whether a job can have this table; reported if not. */
function isComputed(
  table: Named,
  pipeline: Pipeline,
  pipelines: ReadonlyMap<string, Pipeline>,
  report: Report,
): boolean {
  const found = lookUp(pipelines, pipeline, table, report);
  if (found === undefined) return false;
  if (found.pipeline !== pipeline) report.add(jobDiagnostics.elsewhere.at(table.origin, { table: table.name }));
  const because = reasonAgainst(found);
  if (because) report.add(jobDiagnostics.notComputed.at(table.origin, { table: table.name, because }));
  return found.pipeline === pipeline && because === undefined;
}

function reasonAgainst({ thing }: Found): "landed" | "view" | "data-flow" | "other" | undefined {
  if (thing.kind === "poisoned" || thing.kind === "merged") return undefined;
  if (thing.kind === "landed") return "landed";
  if (thing.kind !== "table") return "other";
  if (thing.isView) return "view";
  return thing.engine === "data-flow" ? "data-flow" : undefined;
}

/** Undefined: the job says none, or there is none of that name, which is then reported. */
function computeOf({ compute }: Job, project: Project, report: Report): Compute | undefined {
  if (compute === undefined) return undefined;
  const found = project.compute.get(compute.name);
  const names = [...project.compute.keys()];
  if (found === undefined && names.length > 0) {
    const details = { compute: compute.name, suggestion: closest(compute.name, names) };
    report.add(modelDiagnostics.unknownCompute.at(compute.origin, details));
  }
  return found !== undefined && isSound(found) ? found : undefined;
}

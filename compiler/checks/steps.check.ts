import type { Report } from "../diagnostics/report.js";
import { defaultSteps } from "../model/default-steps.js";
import { inParts } from "../model/duration.js";
import type { Job } from "../model/job.js";
import { mayLand } from "../model/link-after.js";
import type { Pipeline, Project } from "../model/model.js";
import { stepsDiagnostics } from "../model/steps-diagnostics.js";
import type { Check } from "./check.js";

const [minute, day] = [60_000, 86_400_000];

/** What a pipeline says of its steps can be done, and is about steps. */
export const steps: Check = ({ pipelines, project }, report) => {
  for (const { pipeline, jobs } of pipelines) {
    if (!mayLand(pipeline)) ofStreams(pipeline, project, report);
    else if (sensible(pipeline, defaultSteps.attempts, report))
      for (const { job } of jobs)
        if (isOfSteps(job)) sensible(asRun(job, pipeline), defaultSteps.attemptsOfTaking, report);
  }
};

const isOfSteps = ({ steps: { attempts, wait, timeout } }: Job): boolean =>
  [attempts, wait, timeout].some((written) => written !== undefined);

function ofStreams({ origin, name }: Pipeline, { orchestrator, spark }: Project, report: Report): void {
  // That a job which is watched does not run somebody may be told of, also where `watch` has an error.
  const isWatched = origin.child("watch").isWritten;
  for (const property of ["retry", "timeout", "tables_at_once", ...(isWatched ? [] : ["on_failure"])]) {
    const at = origin.child(property);
    const mayWatch = property === "on_failure" && orchestrator === "synapse" && spark === "synapse";
    if (at.isWritten) report.add(stepsDiagnostics.ofStreams.at(at.key(), { property, pipeline: name, mayWatch }));
  }
}

/** What a job does not say its pipeline does. */
const asRun = ({ origin, steps: own }: Job, { steps }: Pipeline): Pick<Job, "origin" | "steps"> => ({
  origin,
  steps: {
    attempts: own.attempts ?? steps.attempts,
    wait: own.wait ?? steps.wait,
    timeout: own.timeout ?? steps.timeout,
  },
});

/** False if one of them was refused. */
function sensible(
  { origin, steps: { attempts: written, wait, timeout } }: Pick<Job, "origin" | "steps">,
  usual: number,
  report: Report,
): boolean {
  if (wait?.kind === "poisoned" || timeout?.kind === "poisoned") return false;
  const attempts = written ?? usual;
  const isWaitWrong = wait !== undefined && !isBetween(wait.duration.milliseconds, minute / 2, day);
  const isTimeoutWrong = timeout !== undefined && !isBetween(timeout.duration.milliseconds, 10 * minute, 7 * day);
  if (isWaitWrong) report.add(stepsDiagnostics.wait.at(wait.origin, { wait: wait.duration.text }));
  if (isTimeoutWrong) report.add(stepsDiagnostics.timeout.at(timeout.origin, { timeout: timeout.duration.text }));
  if (isWaitWrong || isTimeoutWrong) return false;
  const each = timeout?.duration ?? defaultSteps.timeout;
  const between = wait?.duration ?? defaultSteps.wait;
  const total = (attempts + 1) * each.milliseconds + attempts * between.milliseconds;
  if (total <= 7 * day) return true;
  const details = { times: attempts + 1, timeout: each.text, wait: between.text, total: inParts(total) };
  const attemptsAt = origin.child("retry", "attempts");
  report.add(stepsDiagnostics.longStep.at(attemptsAt.isWritten ? attemptsAt : origin.child("timeout"), details));
  return true;
}

const isBetween = (value: number, least: number, most: number): boolean => value >= least && value <= most;

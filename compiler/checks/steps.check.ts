import type { Report } from "../diagnostics/report.js";
import { defaultSteps } from "../model/default-steps.js";
import { inParts } from "../model/duration.js";
import { mayLand } from "../model/link-after.js";
import type { Pipeline } from "../model/model.js";
import { stepsDiagnostics } from "../model/steps-diagnostics.js";
import type { Check } from "./check.js";

const [minute, day] = [60_000, 86_400_000];

/** What a pipeline says of its steps can be done, and is about steps. */
export const steps: Check = ({ pipelines }, report) => {
  for (const { pipeline } of pipelines) {
    if (mayLand(pipeline)) sensible(pipeline, report);
    else ofStreams(pipeline, report);
  }
};

function ofStreams({ origin, name }: Pipeline, report: Report): void {
  for (const property of ["retry", "timeout", "tables_at_once", "on_failure"]) {
    const at = origin.child(property);
    if (at.isWritten) report.add(stepsDiagnostics.ofStreams.at(at.key(), { property, pipeline: name }));
  }
}

function sensible({ origin, steps }: Pipeline, report: Report): void {
  const { attempts = defaultSteps.attempts, wait, timeout } = steps; // copying a table is what is tried again most often
  if (wait?.kind === "poisoned" || timeout?.kind === "poisoned") return;
  const isWaitWrong = wait !== undefined && !isBetween(wait.duration.milliseconds, minute / 2, day);
  const isTimeoutWrong = timeout !== undefined && !isBetween(timeout.duration.milliseconds, 10 * minute, 7 * day);
  if (isWaitWrong) report.add(stepsDiagnostics.wait.at(wait.origin, { wait: wait.duration.text }));
  if (isTimeoutWrong) report.add(stepsDiagnostics.timeout.at(timeout.origin, { timeout: timeout.duration.text }));
  if (isWaitWrong || isTimeoutWrong) return;
  const each = timeout?.duration ?? defaultSteps.timeout;
  const between = wait?.duration ?? defaultSteps.wait;
  const total = (attempts + 1) * each.milliseconds + attempts * between.milliseconds;
  if (total <= 7 * day) return;
  const details = { times: attempts + 1, timeout: each.text, wait: between.text, total: inParts(total) };
  const attemptsAt = origin.child("retry", "attempts");
  report.add(stepsDiagnostics.longStep.at(attemptsAt.isWritten ? attemptsAt : origin.child("timeout"), details));
}

const isBetween = (value: number, least: number, most: number): boolean => value >= least && value <= most;

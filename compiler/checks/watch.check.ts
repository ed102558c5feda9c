import type { Report } from "../diagnostics/report.js";
import { groupsOf } from "../model/job-groups.js";
import { mayLand } from "../model/link-after.js";
import type { LinkedPipeline, LinkedProject } from "../model/linked.js";
import { isSound } from "../model/poisoned.js";
import { lengthOf, periodOf } from "../model/schedule.js";
import { type Watch, watchName } from "../model/watch.js";
import { watchDiagnostics } from "../model/watch-diagnostics.js";
import type { Check } from "./check.js";

const [shortest, longest] = [15 * 60_000, 86_400_000];

/** Streams that are to be watched can be, and there are such. */
export const watch: Check = (linked, report) => {
  for (const one of linked.pipelines) {
    const { watch: written } = one.pipeline;
    if (written === undefined) continue;
    if (isPossible(one, written, linked, report)) {
      sensible(written, report);
      apart(one, written, linked, report);
    }
  }
};

function isPossible(one: LinkedPipeline, { origin }: Watch, { project }: LinkedProject, report: Report): boolean {
  const { pipeline } = one;
  const found = mayLand(pipeline)
    ? watchDiagnostics.ofRuns.at(origin.key(), { pipeline: pipeline.name })
    : project.spark !== "synapse"
      ? watchDiagnostics.onDatabricks.at(origin.key(), undefined)
      : project.orchestrator !== "synapse"
        ? watchDiagnostics.noOrchestrator.at(origin.key(), undefined)
        : isIdle(one)
          ? watchDiagnostics.nothingRuns.at(origin.key(), { pipeline: pipeline.name })
          : undefined;
  if (found) report.add(found);
  return found === undefined;
}

/** Of what has an error it is not known whether it would run. */
const isIdle = (one: LinkedPipeline): boolean =>
  groupsOf(one).length === 0 &&
  [...one.pipeline.tables.values()].every((table) => table.kind === "table" && table.isView) &&
  one.pipeline.sinks.size === 0;

function sensible(watch: Watch, report: Report): void {
  const period = periodOf(watch);
  if (period < shortest || period > longest)
    report.add(watchDiagnostics.interval.at(watch.origin.child("every"), { every: lengthOf(watch) }));
}

function apart({ pipeline }: LinkedPipeline, { origin }: Watch, { pipelines }: LinkedProject, report: Report): void {
  const trigger = watchName(pipeline.name);
  for (const { pipeline: other } of pipelines)
    for (const { kind, name, origin: at } of [...other.triggers.values()].filter(isSound)) {
      if (kind === "after" || name.toLowerCase() !== trigger.toLowerCase()) continue;
      const related = [{ message: "It is declared here.", origin: at.key() }];
      const details = { trigger: name, pipeline: pipeline.name, other: other.name };
      report.add(watchDiagnostics.takenTrigger.at(origin.key(), details, { related }));
    }
}

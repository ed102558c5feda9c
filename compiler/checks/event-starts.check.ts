import type { Report } from "../diagnostics/report.js";
import type { Duration } from "../model/duration.js";
import type { PeriodUnit } from "../model/file-set-source.js";
import type { LinkedPipeline } from "../model/linked.js";
import type { LinkedLandedSource } from "../model/linked-landings.js";
import type { LinkedFileTrigger, LinkedTopicTrigger } from "../model/linked-triggers.js";
import { triggerDiagnostics } from "../model/trigger-diagnostics.js";
import type { Check } from "./check.js";

type EventTrigger = LinkedFileTrigger | LinkedTopicTrigger;

/** Files that are put shortly before the event that starts a run are read by a later run, which the clock starts. */
export const eventStarts: Check = ({ pipelines }, report) => {
  const told = new Set<EventTrigger>();
  for (const linked of pipelines) {
    const late = linked.flow.landings.flatMap(({ source }) => lateFilesOf(source));
    const [first] = late.toSorted((a, b) => b.lag.milliseconds - a.lag.milliseconds);
    if (first === undefined) continue;
    const starting = startersOf(linked, pipelines, new Set());
    if (starting.some(mayBeTimed)) continue;
    for (const trigger of starting.flatMap(eventsOf)) {
      if (!told.has(trigger)) leftBehind(trigger, first, report);
      told.add(trigger);
    }
  }
};

interface LateSource {
  readonly name: string;
  readonly lag: Duration;
  /** What its files are read by; undefined: their time of modification. */
  readonly unit: PeriodUnit | undefined;
}

/** Periods without a lag have a warning of their own: what comes after their end is read by the run that it starts. */
function lateFilesOf({ kind, source: { name }, reading }: LinkedLandedSource): readonly LateSource[] {
  if (kind !== "file-set" || reading.kind === "full" || reading.lag === undefined) return [];
  return [{ name, lag: reading.lag, unit: reading.kind === "new-periods" ? reading.unit : undefined }];
}

/** The pipeline, and those that it comes after: what starts any of them starts it. */
function startersOf(
  linked: LinkedPipeline,
  pipelines: readonly LinkedPipeline[],
  seen: Set<LinkedPipeline>,
): readonly LinkedPipeline[] {
  if (seen.has(linked)) return [];
  seen.add(linked);
  const before = pipelines.filter((one) => linked.flow.after?.pipelines.some(({ name }) => name === one.pipeline.name));
  return [linked, ...before.flatMap((one) => startersOf(one, pipelines, seen))];
}

/** Of a trigger that has an error it is not known what it would be. */
const mayBeTimed = ({ pipeline }: LinkedPipeline): boolean =>
  [...pipeline.triggers.values()].some(({ kind }) => kind !== "on-file" && kind !== "on-event" && kind !== "after");

const eventsOf = ({ flow }: LinkedPipeline): readonly EventTrigger[] =>
  flow.triggers.filter((one): one is EventTrigger => one.kind === "on-file" || one.kind === "on-event");

function leftBehind({ kind, trigger }: EventTrigger, { name, lag, unit }: LateSource, report: Report): void {
  report.add(
    triggerDiagnostics.filesLeftBehind.at(trigger.origin.key(), {
      trigger: trigger.name,
      source: `sources.${name}`,
      lag: lag.text,
      unit,
      isFile: kind === "on-file",
    }),
  );
}

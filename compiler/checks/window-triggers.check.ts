import type { Report } from "../diagnostics/report.js";
import { closest } from "../diagnostics/suggest.js";
import { circlesOf } from "../model/chains.js";
import { inParts } from "../model/duration.js";
import type { PeriodReading } from "../model/file-set-source.js";
import type { LinkedPipeline } from "../model/linked.js";
import type { LinkedLanded } from "../model/linked-landings.js";
import type { LinkedTrigger, LinkedWindow } from "../model/linked-triggers.js";
import type { WindowDependency, WindowTrigger } from "../model/pipeline-trigger.js";
import { periodOf } from "../model/schedule.js";
import { triggerDiagnostics } from "../model/trigger-diagnostics.js";
import { day } from "../model/zone-clock.js";
import type { Check } from "./check.js";

/** One that has an error of its own is not among those that are linked, and what names it is silent. */
interface WrittenTrigger {
  readonly name: string;
  readonly kind: string;
}

/** Windows mean something to what their pipeline reads, and what they wait for can come. */
export const windowTriggers: Check = ({ pipelines }, report) => {
  const all = pipelines.flatMap(({ flow }) => flow.triggers);
  const windows = all.filter((one) => one.kind === "window");
  const written = pipelines.flatMap(({ pipeline }) =>
    [...pipeline.triggers].map(([name, { kind }]) => ({ name, kind })),
  );
  for (const linked of pipelines) {
    const own = linked.flow.triggers.filter((one) => one.kind === "window");
    for (const window of own) {
      readByClock(linked, window, report);
      alone(linked, pipelines, window, report);
      for (const dependency of window.trigger.dependsOn) waited(window, dependency, all, written, report);
    }
    overtaken(linked, report);
  }
  circles(windows, report);
};

/** What would not be capped by a window's end. */
function readByClock({ flow }: LinkedPipeline, { trigger }: LinkedWindow, report: Report): void {
  for (const { source } of flow.landings) {
    const { reading } = source;
    if (reading.kind === "incremental" && reading.cursor.type.kind === "timestamp") continue;
    if (reading.kind === "new-periods") continue;
    if (source.kind === "loads" && source.connection) continue; // its function is told the window
    const isFunction = source.kind === "loads";
    const reason = isFunction ? "is of a function that runs by itself" : uncapped(reading);
    report.add(
      triggerDiagnostics.windowWithoutClock.at(trigger.origin.child("window").key(), {
        source: `sources.${source.source.name}`,
        reason,
        isFunction,
      }),
    );
    return;
  }
}

/** A run that no window has started reads everything. */
function overtaken({ flow: { triggers } }: LinkedPipeline, report: Report): void {
  const window = triggers.find(({ kind }) => kind === "window");
  const other = triggers.find(({ kind }) => kind !== "window");
  if (window === undefined || other === undefined) return;
  const details = { trigger: other.trigger.name, window: window.trigger.name };
  report.add(triggerDiagnostics.windowsOvertaken.at(other.trigger.origin.key(), details));
}

function uncapped(reading: Exclude<LinkedLanded["source"]["reading"], PeriodReading>): string {
  if (reading.kind === "full") return "is read whole";
  return reading.kind === "new-files"
    ? "is of files that are known by their time of modification, which are read up to now"
    : `has a number as cursor, '${reading.cursor.name}'`;
}

function alone(
  { pipeline, flow }: LinkedPipeline,
  pipelines: readonly LinkedPipeline[],
  { trigger }: LinkedWindow,
  report: Report,
): void {
  const before = flow.after?.pipelines[0]?.name;
  const after = pipelines.find((one) => one.flow.after?.pipelines.some(({ name }) => name === pipeline.name));
  const other = before ?? after?.pipeline.name;
  if (other !== undefined)
    report.add(
      triggerDiagnostics.windowInChain.at(trigger.origin.child("window").key(), { pipeline: pipeline.name, other }),
    );
}

function waited(
  { trigger }: LinkedWindow,
  { trigger: { name, origin: at }, origin, offset = 0, size }: WindowDependency,
  all: readonly LinkedTrigger[],
  written: readonly WrittenTrigger[],
  report: Report,
): void {
  const other = all.find((one) => one.trigger.name === name);
  if (other?.kind !== "window") {
    const known = written.filter((one) => one.name === name);
    const hasOwnError = other === undefined && known.some(({ kind }) => kind !== "after");
    if (hasOwnError) return;
    const names = written.map((one) => one.name);
    const suggestion = closest(name, names);
    report.add(triggerDiagnostics.unknownWindow.at(at, { trigger: name, isOther: known.length > 0, suggestion }));
    return;
  }
  const own = periodOf(trigger);
  const length = size ?? own;
  if (name === trigger.name) {
    if (offset + length > 0)
      report.add(triggerDiagnostics.windowOfItself.at(origin, { trigger: name, latest: inParts(length) }));
    return;
  }
  const late =
    offset +
    length +
    overhang(trigger, offset + length, other.trigger) -
    own +
    delayOf(other.trigger) -
    delayOf(trigger);
  if (late > 7 * day)
    report.add(triggerDiagnostics.windowWaitsTooLong.at(origin, { trigger: name, days: inParts(late) }));
}

/**
 * How much later than a stretch the last window of another trigger that it touches may end. All beginnings of windows, and ends of
 * stretches, are apart by what both periods are made of.
 */
function overhang(trigger: WindowTrigger, end: number, other: WindowTrigger): number {
  const period = periodOf(other);
  const step = commonDivisor(periodOf(trigger), period);
  const apart = Date.parse(other.start) - Date.parse(trigger.start) - end;
  return period - step + (((apart % step) + step) % step);
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));

const delayOf = ({ delay }: WindowTrigger): number => delay?.milliseconds ?? 0;

function circles(windows: readonly LinkedWindow[], report: Report): void {
  const known = new Set(windows.map(({ trigger }) => trigger.name));
  const links = windows.map(({ trigger: { name, origin, dependsOn } }) => {
    const others = dependsOn.map((one) => one.trigger.name).filter((one) => one !== name && known.has(one));
    return { name, origin, after: others };
  });
  for (const circle of circlesOf(links)) {
    const at = circle[0]?.origin.child("window", "depends_on");
    if (at) report.add(triggerDiagnostics.circleOfWindows.at(at, { circle: circle.map(({ name }) => name) }));
  }
}

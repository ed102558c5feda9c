import type { Report } from "../diagnostics/report.js";
import type { Origin } from "../source/origin.js";
import { calendarOf } from "./cron.js";
import { landingDiagnostics } from "./landing-diagnostics.js";
import { connectionTo } from "./link-source.js";
import { isWindow } from "./link-window.js";
import type { LinkedTrigger } from "./linked-triggers.js";
import type { Project } from "./model.js";
import type { CronTrigger, DailyTrigger, EveryTrigger, PipelineTrigger, TimedTrigger } from "./pipeline-trigger.js";
import type { Calendar, Every, Schedule } from "./schedule.js";
import { isTime } from "./time-text.js";
import { suggestedZone, windowsZone } from "./time-zone.js";
import { triggerDiagnostics } from "./trigger-diagnostics.js";
import { day, ZoneClock } from "./zone-clock.js";

/** What the trigger's words mean. Undefined if they mean nothing, or what cannot be done: that is reported. */
export function linkTrigger(
  trigger: PipelineTrigger,
  pipeline: string,
  project: Project,
  report: Report,
): LinkedTrigger | undefined {
  switch (trigger.kind) {
    case "window":
      return isWindow(trigger, report) ? { kind: "window", pipeline, trigger } : undefined;
    case "on-file": {
      const connection = connectionTo(trigger.connection, "storage", project, report);
      const isRight = isPattern(trigger.path, trigger.origin.child("on_file", "path"), report);
      return connection && isRight ? { kind: "on-file", pipeline, trigger, connection } : undefined;
    }
    case "on-event": {
      const { subject, origin } = trigger;
      const isRight = subject === undefined || isPattern(subject, origin.child("on_event", "subject"), report);
      return isRight ? { kind: "on-event", pipeline, trigger } : undefined;
    }
    default:
      return timed(trigger, pipeline, report);
  }
}

function timed(trigger: TimedTrigger, pipeline: string, report: Report): LinkedTrigger | undefined {
  const { name, origin } = trigger.timeZone;
  const zone = windowsZone(name);
  if (zone === undefined)
    report.add(landingDiagnostics.unknownTimeZone.at(origin, { zone: name, suggestion: suggestedZone(name) }));
  const schedule = scheduleOf(trigger, zone === undefined ? undefined : new ZoneClock(name), report);
  return zone === undefined || schedule === undefined
    ? undefined
    : { kind: "timed", pipeline, trigger, schedule, windowsZone: zone };
}

/** A path or a subject is matched by how it begins and ends. */
function isPattern(text: string, at: Origin, report: Report): boolean {
  const stars = text.split("*").length - 1;
  if (stars <= 1 && text !== "*") return true;
  report.add(triggerDiagnostics.patternOfEvents.at(at, { text, isAll: text === "*" }));
  return false;
}

function scheduleOf(trigger: TimedTrigger, clock: ZoneClock | undefined, report: Report): Schedule | undefined {
  switch (trigger.kind) {
    case "every":
      return every(trigger, clock, report);
    case "daily":
      return daily(trigger, report);
    case "cron":
      return cron(trigger, report);
  }
}

/** https://learn.microsoft.com/azure/data-factory/concepts-pipeline-execution-triggers#schema-defaults-limits-and-examples */
const mostOfAUnit = 1000;

function every({ origin, count, unit, start, timeZone }: EveryTrigger, clock: ZoneClock | undefined, report: Report) {
  const schedule: Every = { kind: "every", count, unit, start };
  if (count > mostOfAUnit) {
    report.add(triggerDiagnostics.tooSeldom.at(origin.child("every"), { count, unit, most: mostOfAUnit }));
    return undefined;
  }
  const shown = Date.parse(`${start}Z`);
  const isDate = isTime(`${start}Z`);
  const instants = clock?.instantsOf(shown - (shown % day), shown % day) ?? [shown];
  if (isDate && instants.length === 1) return schedule;
  const times = isDate ? instants.length : undefined;
  report.add(triggerDiagnostics.noSuchStart.at(origin.child("start"), { start, zone: timeZone.name, times }));
  return undefined;
}

/** A trigger has hours and minutes, and fires at each minute of each hour. */
function daily({ origin, times }: DailyTrigger, report: Report): Calendar | undefined {
  const hours = sorted(times.map((time) => Number(time.slice(0, 2))));
  const minutes = sorted(times.map((time) => Number(time.slice(3))));
  if (hours.length * minutes.length === times.length)
    return { kind: "calendar", hours, minutes, days: { kind: "all" } };
  const all = hours.flatMap((hour) => minutes.map((minute) => [hour, minute].map(twoDigits).join(":")));
  const others = all.filter((time) => !times.includes(time));
  report.add(triggerDiagnostics.timesOfOneTrigger.at(origin.child("daily"), { others }));
  return undefined;
}

function cron({ origin, cron }: CronTrigger, report: Report): Calendar | undefined {
  const found = calendarOf(cron);
  if (found.kind === "calendar") return found;
  const { kind, at, reason, instead } = found;
  const diagnostic = kind === "wrong" ? triggerDiagnostics.notCron : triggerDiagnostics.cronBeyondTrigger;
  report.add(diagnostic.at(origin.child("cron").within(at), { reason, instead }));
  return undefined;
}

const sorted = (numbers: readonly number[]): readonly number[] => [...new Set(numbers)].sort((a, b) => a - b);

const twoDigits = (number: number): string => String(number).padStart(2, "0");

import type { Report } from "../diagnostics/report.js";
import { calendarOf } from "./cron.js";
import { landingDiagnostics } from "./landing-diagnostics.js";
import type { LinkedTrigger } from "./linked-triggers.js";
import type { CronTrigger, DailyTrigger, EveryTrigger, PipelineTrigger } from "./pipeline-trigger.js";
import type { Calendar, Every, Schedule } from "./schedule.js";
import { suggestedZone, windowsZone } from "./time-zone.js";
import { triggerDiagnostics } from "./trigger-diagnostics.js";
import { day, ZoneClock } from "./zone-clock.js";

/** What the trigger's words mean. Undefined if they mean nothing, or what cannot be done: that is reported. */
export function linkTrigger(trigger: PipelineTrigger, pipeline: string, report: Report): LinkedTrigger | undefined {
  const { name, origin } = trigger.timeZone;
  const zone = windowsZone(name);
  if (zone === undefined)
    report.add(landingDiagnostics.unknownTimeZone.at(origin, { zone: name, suggestion: suggestedZone(name) }));
  const schedule = scheduleOf(trigger, zone === undefined ? undefined : new ZoneClock(name), report);
  return zone === undefined || schedule === undefined ? undefined : { pipeline, trigger, schedule, windowsZone: zone };
}

function scheduleOf(trigger: PipelineTrigger, clock: ZoneClock | undefined, report: Report): Schedule | undefined {
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
  const isDate = !Number.isNaN(shown) && new Date(shown).toISOString().startsWith(start);
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

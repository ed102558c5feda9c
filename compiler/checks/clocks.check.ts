import type { Report } from "../diagnostics/report.js";
import type { ChangedDay } from "../model/changed-day.js";
import { landingDiagnostics } from "../model/landing-diagnostics.js";
import { isTimed, type LinkedTimed } from "../model/linked-triggers.js";
import { type ByDays, byDays } from "../model/schedule.js";
import { type ClockChange, day, dayChanged, shownAs, ZoneClock } from "../model/zone-clock.js";
import type { Check } from "./check.js";

/** Every day that a trigger fires on has each of its times once, in the year to come. */
export const clocks: Check = ({ pipelines }, report, now) => {
  for (const trigger of pipelines.flatMap(({ flow }) => flow.triggers.filter(isTimed))) {
    const days = byDays(trigger.schedule);
    if (days !== undefined) timesOfDay(trigger, days, report, now);
  }
};

function timesOfDay({ trigger, schedule }: LinkedTimed, of: ByDays, report: Report, now: Date): void {
  const { name: zone } = trigger.timeZone;
  const clock = new ZoneClock(zone);
  const days = clock.changesAfter(now.getTime()).flatMap((change) => {
    const found = of.times.flatMap((time) => {
      const date = dayChanged(change, time);
      return date !== undefined && of.isDue(date) ? [{ time, date }] : [];
    });
    return found.length === 0 ? [] : [told(change, found, of, clock)];
  });
  if (days.length === 0) return;
  const at = schedule.kind === "every" ? (trigger.origin.child("start").isWritten ? "start" : "every") : trigger.kind;
  report.add(landingDiagnostics.changedClocks.at(trigger.origin.child(at), { zone, days }));
}

interface Touched {
  readonly time: number;
  readonly date: number;
}

/** What happens on a day, and when the trigger fires around it. */
function told(
  { at, from, to }: ClockChange,
  touched: readonly Touched[],
  { isDue }: ByDays,
  clock: ZoneClock,
): ChangedDay {
  const [{ time, date } = { time: 0, date: 0 }] = touched;
  const fires = [dueFrom(date, -day, isDue), date, dueFrom(date, day, isDue)].map((one) => clock.instantsOf(one, time));
  return {
    day: shownAs(date).slice(0, 10),
    clocks: `from ${shownAs(at + from).slice(11)} ${to > from ? "" : "back "}to ${shownAs(at + to).slice(11)}`,
    times: touched.map((one) => shownAs(one.time).slice(11)),
    isTwice: to < from,
    fires: fires.filter((one) => one.length > 0).map((one) => one.map(shownAs).join(" or ")),
  };
}

/** The day before or after one on which it fires too. */
function dueFrom(date: number, step: number, isDue: ByDays["isDue"]): number {
  let other = date + step;
  while (!isDue(other)) other += step;
  return other;
}

import type { Report } from "../diagnostics/report.js";
import { isTimed, type LinkedTimed } from "../model/linked-triggers.js";
import { type Every, lengthOf, periodOf, shownStart, startOf } from "../model/schedule.js";
import { triggerDiagnostics } from "../model/trigger-diagnostics.js";
import { day, shownAs, ZoneClock } from "../model/zone-clock.js";
import type { Check } from "./check.js";

/** What is counted through, in minutes and hours, falls on the same times each day. */
export const rhythms: Check = ({ pipelines }, report, now) => {
  for (const trigger of pipelines.flatMap(({ flow }) => flow.triggers.filter(isTimed))) {
    const { schedule } = trigger;
    if (schedule.kind !== "every" || schedule.unit === "day") continue;
    const period = periodOf(schedule);
    if (day % period === 0 || period % day === 0) shifted(trigger, schedule, report, now);
    else uneven(trigger, schedule, report);
  }
};

/** By the clocks of the day on which it begins. */
function uneven({ trigger }: LinkedTimed, every: Every, report: Report): void {
  const period = periodOf(every);
  const start = shownStart(every);
  const fires = Array.from({ length: Math.ceil(day / period) + 2 }, (_, at) => start + at * period);
  const next = fires.filter((at) => at >= start - (start % day) + day);
  const size = periodOf({ ...every, count: 1 });
  const divides = (count: number) => day % (count * size) === 0;
  const even = period > day ? [] : [nearest(every.count, -1, divides), nearest(every.count, 1, divides)];
  report.add(
    triggerDiagnostics.otherTimesEachDay.at(trigger.origin.child("every"), {
      every: lengthOf(every),
      first: shortened(fires.filter((at) => !next.includes(at))),
      next: shownAs(next[0] ?? start),
      even: even.map((count) => lengthOf({ ...every, count })),
    }),
  );
}

function nearest(count: number, step: 1 | -1, isRight: (count: number) => boolean): number {
  let other = count + step;
  while (!isRight(other)) other += step;
  return other;
}

const shortened = (instants: readonly number[]): readonly string[] => [
  ...instants.slice(0, 4).map((at) => shownAs(at).slice(11)),
  ...(instants.length > 4 ? ["…"] : []),
];

/** Fires at other times of the zone's clocks when those are changed. */
function shifted({ trigger }: LinkedTimed, every: Every, report: Report, now: Date): void {
  const { name: zone } = trigger.timeZone;
  const clock = new ZoneClock(zone);
  const period = periodOf(every);
  const change = clock.changesAfter(now.getTime()).find(({ from, to }) => (to - from) % period !== 0);
  if (change === undefined) return;
  const start = startOf(every, clock);
  const times = (offset: number): string => {
    const first = (((start + offset) % period) + period) % period;
    const shown = Array.from({ length: Math.max(1, day / period) }, (_, at) => (first + at * period) % day);
    return shortened(shown.sort((a, b) => a - b)).join(", ");
  };
  const before = times(change.from);
  report.add(
    triggerDiagnostics.shiftedByClocks.at(trigger.origin.child("time_zone"), {
      every: lengthOf(every),
      zone,
      before,
      after: times(change.to),
      change: shownAs(change.at + change.from).slice(0, 10),
      instead:
        period >= day
          ? `Write '${lengthOf({ count: period / day, unit: "day" })}' for days of the calendar.`
          : "Write the times of day, with 'daily' or 'cron', or leave 'time_zone' out.",
    }),
  );
}

import { timeOf, timeOfDay } from "../model/daily-trigger.js";
import { landingDiagnostics } from "../model/landing-diagnostics.js";
import { type ClockChange, day, dayChanged, shownAs, ZoneClock } from "../model/zone-clock.js";
import type { Check } from "./check.js";

/** Every day has each trigger's time once, in the year to come. */
export const clocks: Check = ({ pipelines }, report, now) => {
  for (const { trigger } of pipelines.flatMap(({ flow }) => flow.triggers)) {
    const { name: zone } = trigger.timeZone;
    const clock = new ZoneClock(zone);
    const daily = timeOfDay(trigger);
    const days = clock.changesAfter(now.getTime()).flatMap((change) => {
      const date = dayChanged(change, daily);
      return date === undefined ? [] : [told(change, date, daily, clock)];
    });
    const time = timeOf(trigger);
    if (days.length > 0)
      report.add(landingDiagnostics.changedClocks.at(trigger.origin.child("daily"), { time, zone, days }));
  }
};

/** What happens on a day, and when the trigger fires around it. */
function told({ at, from, to }: ClockChange, date: number, time: number, clock: ZoneClock) {
  const fires = [date - day, date, date + day].map((one) => clock.instantsOf(one, time));
  const instants = fires.filter((one) => one.length > 0).map((one) => one.map(shownAs).join(" or "));
  return {
    day: shownAs(date).slice(0, 10),
    clocks: `from ${shownAs(at + from).slice(11)} ${to > from ? "" : "back "}to ${shownAs(at + to).slice(11)}`,
    isTwice: to < from,
    fires: instants,
  };
}

import { landingDiagnostics } from "../model/landing-diagnostics.js";
import type { LinkedTrigger } from "../model/linked-landings.js";
import { type ClockChange, dayChanged, shownAs, ZoneClock } from "../model/zone-clock.js";
import type { Check } from "./check.js";

/** Every day has each trigger's time once, in the year to come. */
export const clocks: Check = ({ pipelines }, report, now) => {
  for (const { trigger } of pipelines.flatMap(({ flow }) => flow.triggers)) {
    const { name: zone } = trigger.timeZone;
    const clock = new ZoneClock(zone);
    const timeOfDay = (trigger.hour * 60 + trigger.minute) * 60_000;
    const days = clock.changesAfter(now.getTime()).flatMap((change) => {
      const date = dayChanged(change, timeOfDay);
      return date === undefined ? [] : [told(change, date, timeOfDay, clock)];
    });
    const time = timeOf(trigger);
    if (days.length > 0)
      report.add(landingDiagnostics.changedClocks.at(trigger.origin.child("daily"), { time, zone, days }));
  }
};

const day = 86_400_000;

/** What happens on a day, and when the trigger fires around it. */
function told({ at, from, to }: ClockChange, date: number, timeOfDay: number, clock: ZoneClock) {
  const fires = [date - day, date, date + day].map((one) => clock.instantsOf(one, timeOfDay));
  const instants = fires.filter((one) => one.length > 0).map((one) => one.map(shownAs).join(" or "));
  return {
    day: shownAs(date).slice(0, 10),
    clocks: `from ${shownAs(at + from).slice(11)} ${to > from ? "" : "back "}to ${shownAs(at + to).slice(11)}`,
    isTwice: to < from,
    fires: instants,
  };
}

const timeOf = ({ hour, minute }: LinkedTrigger["trigger"]): string =>
  [hour, minute].map((part) => String(part).padStart(2, "0")).join(":");

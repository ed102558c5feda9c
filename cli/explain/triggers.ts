import type { LinkedTimed, LinkedTrigger } from "../../compiler/model/linked-triggers.js";
import { type Calendar, firesAfter, lengthOf, type Schedule } from "../../compiler/model/schedule.js";
import { shownAs, ZoneClock } from "../../compiler/model/zone-clock.js";
import { aligned, type Section } from "./section.js";
import { windowSections } from "./windows.js";

/** When a pipeline is started, and the times to come. */
export const triggerSections = (linked: LinkedTrigger, started: readonly string[], now: Date): readonly Section[] => [
  { title: "starts", lines: started },
  ...whenSections(linked, now),
  { title: "not here", lines: ["on this machine nothing fires by itself: `sluice run` starts the pipeline"] },
];

/** `nightly, every day at 02:00 (Europe/Warsaw)` */
export function startOf(linked: LinkedTrigger): string {
  const { name } = linked.trigger;
  switch (linked.kind) {
    case "timed":
      return `${name}, ${whenOf(linked.schedule)} (${linked.trigger.timeZone.name})`;
    case "window":
      return `${name}, for each ${lengthOf(linked.trigger)} since ${linked.trigger.start}`;
    case "on-file":
      return `${name}, when a file ${linked.trigger.path} is written`;
    case "on-event":
      return `${name}, on ${linked.trigger.types.join(" or ")}`;
  }
}

function whenSections(linked: LinkedTrigger, now: Date): readonly Section[] {
  switch (linked.kind) {
    case "timed":
      return timedSections(linked, now);
    case "window":
      return windowSections(linked.trigger, now);
    case "on-file":
      return [
        { title: "when", lines: [`a file whose path is ${linked.trigger.path} has been written, and is not empty`] },
        { title: "where", lines: [`${linked.connection.account.written}/${linked.connection.container.written}`] },
        { title: "reads", lines: ["what is new since the last run, whatever file it was"] },
      ];
    case "on-event": {
      const { types, subject, topic } = linked.trigger;
      return [
        {
          title: "when",
          lines: [`an event ${types.join(" or ")} comes${subject === undefined ? "" : `, about ${subject}`}`],
        },
        { title: "where", lines: aligned([...topic].map(([environment, name]) => [environment, `topic ${name}`])) },
        { title: "reads", lines: ["what is new since the last run, whatever the event says"] },
      ];
    }
  }
}

function timedSections({ trigger, schedule, windowsZone }: LinkedTimed, now: Date): readonly Section[] {
  const zone = trigger.timeZone.name;
  const azure = zone === windowsZone ? "" : ` (${windowsZone} in Azure)`;
  return [
    { title: "when", lines: [`${whenOf(schedule)}, ${zone}${azure}`] },
    { title: "clocks", lines: schedule.kind === "every" ? [clocksOf(schedule.unit)] : [] },
    { title: "next", lines: nextFires(schedule, zone, now).map((instant) => `${shownAs(instant)} UTC`) },
  ];
}

const clocksOf = (unit: "minute" | "hour" | "day"): string =>
  unit === "day"
    ? "a change of clocks moves it along: it stays at one time of day"
    : "a change of clocks does not move it: it is a length of time, over midnight too";

function whenOf(schedule: Schedule): string {
  if (schedule.kind === "every") return `every ${lengthOf(schedule)} from ${schedule.start.replace("T", " ")} on`;
  const times = timesOf(schedule);
  switch (schedule.days.kind) {
    case "all":
      return `every day at ${times}`;
    case "week":
      return `on ${schedule.days.days.map((day) => weekDays[day]).join(", ")} at ${times}`;
    case "month":
      return `on day ${schedule.days.days.join(", ")} of each month at ${times}`;
  }
}

const weekDays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

function timesOf({ hours, minutes }: Calendar): string {
  const all = hours.flatMap((hour) => minutes.map((minute) => [hour, minute].map(two).join(":")));
  return all.length <= 6 ? all.join(", ") : `${all.slice(0, 3).join(", ")}, … ${all.at(-1)} (${all.length} times)`;
}

const two = (number: number): string => String(number).padStart(2, "0");

/** The next four. */
function nextFires(schedule: Schedule, zone: string, now: Date): readonly number[] {
  const fires = firesAfter(schedule, new ZoneClock(zone), now.getTime());
  return Array.from({ length: 4 }, () => fires.next().value ?? 0);
}

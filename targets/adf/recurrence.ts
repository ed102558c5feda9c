import type { CalendarTriggerIr, EveryTriggerIr, TimeZoneIr } from "../../compiler/ir/trigger.js";

/** https://learn.microsoft.com/azure/data-factory/concepts-pipeline-execution-triggers#schema-overview */
export type Recurrence = {
  readonly frequency: "Minute" | "Hour" | "Day" | "Week" | "Month";
  readonly interval: number;
  readonly startTime: string;
  readonly timeZone: string;
  readonly schedule?: {
    readonly minutes: readonly number[];
    readonly hours: readonly number[];
    readonly weekDays?: readonly WeekDay[];
    readonly monthDays?: readonly number[];
  };
};

const weekDays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
type WeekDay = (typeof weekDays)[number];

export const recurrenceOf = (trigger: CalendarTriggerIr | EveryTriggerIr): Recurrence =>
  trigger.kind === "every" ? every(trigger) : calendar(trigger);

/** Minutes and hours go on at regular intervals when clocks are changed, days follow the clocks: both as it is meant. */
const every = ({ count, unit, start, timeZone }: EveryTriggerIr): Recurrence => ({
  frequency: ({ minute: "Minute", hour: "Hour", day: "Day" } as const)[unit],
  interval: count,
  startTime: timeIn(start, timeZone),
  timeZone: timeZone.windows,
});

/** Hours and minutes are both said: those that are not would be those of the start. */
function calendar({ hours, minutes, days, timeZone }: CalendarTriggerIr): Recurrence {
  const [hour = 0] = hours;
  const [minute = 0] = minutes;
  return {
    frequency: ({ all: "Day", week: "Week", month: "Month" } as const)[days.kind],
    interval: 1,
    // The first day that counts has passed: what is due is the schedule's next time, whenever the trigger is started.
    startTime: timeIn(`2026-01-01T${two(hour)}:${two(minute)}:00`, timeZone),
    timeZone: timeZone.windows,
    schedule: {
      minutes,
      hours,
      ...(days.kind === "week" ? { weekDays: weekDays.filter((_, day) => days.days.includes(day)) } : {}),
      ...(days.kind === "month" ? { monthDays: days.days } : {}),
    },
  };
}

/** With a zone of its own it is a time on that zone's clocks, without a Z; of UTC it has one. */
const timeIn = (time: string, { windows }: TimeZoneIr): string => `${time}${windows === "UTC" ? "Z" : ""}`;

const two = (number: number): string => String(number).padStart(2, "0");

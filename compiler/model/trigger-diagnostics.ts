import { defineDiagnostics } from "../diagnostics/diagnostic.js";
import { allOf } from "../diagnostics/suggest.js";

/** What is wrong with what starts a pipeline. */
export const triggerDiagnostics = defineDiagnostics("trigger", {
  tooSeldom: {
    severity: "error",
    message: ({ count, unit, most }: { count: number; unit: string; most: number }) =>
      `Data Factory counts ${most} ${unit}s at the most, and these are ${count}: write it in a larger unit.`,
    explanation:
      "A recurrence of Data Factory has a unit (minute, hour, day) and how many of it, 1 to 1000. 60 minutes are taken for an hour.",
  },
  noSuchStart: {
    severity: "error",
    message: (p: { start: string; zone: string; times: number | undefined }) =>
      p.times === undefined
        ? `'${p.start}' is no time of the calendar.`
        : `'${p.start}' ${p.times === 0 ? "does not come" : "comes twice"} on the clocks of ${p.zone}, which are changed then: begin at another time.`,
    explanation: "A trigger with `every` is counted from its `start`, a time on the clocks of its `time_zone`.",
  },
  timesOfOneTrigger: {
    severity: "error",
    message: ({ others }: { others: readonly string[] }) =>
      `One trigger fires at all of its minutes in all of its hours, so it would also fire at ${allOf(others.slice(0, 4))}${others.length > 4 ? ` and ${others.length - 4} other times` : ""}: give those with another minute a trigger of their own.`,
    explanation:
      'A recurrence of Data Factory is made of hours and of minutes, and fires at each of the minutes of each of the hours. A list of times must be all of them: `["04:00", "16:00"]`, `["04:00", "04:30", "16:00", "16:30"]`. A pipeline may have several triggers.',
  },
  notCron: {
    severity: "error",
    message: (p: { reason: string; instead: string }) => `This is not cron: ${p.reason}. ${p.instead}`,
    explanation:
      "Five fields with blanks between: minute, hour, day of the month, month, day of the week. Each is `*`, a number, a range `9-17`, a step `*/15` or `8-18/2`, or several of these with commas between. Days of the week are 0 to 7, Sunday is both, or `SUN` to `SAT`. Seconds, `L`, `W`, `#` and `?`, which some programs know, are not part of it.",
  },
  cronBeyondTrigger: {
    severity: "error",
    message: (p: { reason: string; instead: string }) => `Data Factory has no such trigger: ${p.reason}. ${p.instead}`,
    explanation:
      "A recurrence of Data Factory has hours, minutes, and either days of the week or days of the month. It has no months; and where cron has both kinds of days it fires on days of either kind, which no recurrence does. A step that does not divide its field evenly (`*/7` of minutes) fires sooner once around: that is refused, as hardly anybody means it.",
  },
  otherTimesEachDay: {
    severity: "warning",
    message: (p: { every: string; first: readonly string[]; next: string; even: readonly string[] }) =>
      `'${p.every}' does not divide a day, so it fires at other times each day: ${p.first.join(", ")}, then ${p.next}. It is counted through from 'start' on and does not drift.${p.even.length === 0 ? "" : ` ${allOf(p.even)} come at the same times each day.`}`,
    explanation:
      "`every` is a length of time, counted through. One that does not divide 24 hours meets each day at other times, and the shorter step that cron makes at midnight (`*/7` hours: 21:00, then 00:00) does not come.",
  },
  shiftedByClocks: {
    severity: "warning",
    message: (p: { every: string; zone: string; before: string; after: string; change: string; instead: string }) =>
      `'${p.every}' is a length of time, which clocks do not move: in ${p.zone} it fires at ${p.before} until clocks are changed on ${p.change}, then at ${p.after}. ${p.instead}`,
    explanation:
      "A trigger of minutes or hours fires at regular intervals, whatever clocks show; only one of days, or at times of day, follows the clocks of its time zone. https://learn.microsoft.com/azure/data-factory/how-to-create-schedule-trigger",
  },
});

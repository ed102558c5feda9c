import { defineDiagnostics } from "../diagnostics/diagnostic.js";
import { allOf, didYouMean } from "../diagnostics/suggest.js";
import type { PeriodUnit } from "./file-set-source.js";

/** What is wrong with what starts a pipeline. */
export const triggerDiagnostics = defineDiagnostics("trigger", {
  tooSeldom: {
    severity: "error",
    message: ({ count, unit, most }: { count: number; unit: string; most: number }) =>
      `A trigger counts ${most} ${unit}s at the most, and these are ${count}: write it in a larger unit.`,
    explanation:
      "A recurrence of Data Factory, and of Synapse, has a unit (minute, hour, day) and how many of it, 1 to 1000. 60 minutes are taken for an hour.",
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
      'A recurrence of Data Factory, and of Synapse, is made of hours and of minutes, and fires at each of the minutes of each of the hours. A list of times must be all of them: `["04:00", "16:00"]`, `["04:00", "04:30", "16:00", "16:30"]`. A pipeline may have several triggers.',
  },
  notCron: {
    severity: "error",
    message: (p: { reason: string; instead: string }) => `This is not cron: ${p.reason}. ${p.instead}`,
    explanation:
      "Five fields with blanks between: minute, hour, day of the month, month, day of the week. Each is `*`, a number, a range `9-17`, a step `*/15` or `8-18/2`, or several of these with commas between. Days of the week are 0 to 7, Sunday is both, or `SUN` to `SAT`. Seconds, `L`, `W`, `#` and `?`, which some programs know, are not part of it.",
  },
  cronBeyondTrigger: {
    severity: "error",
    message: (p: { reason: string; instead: string }) =>
      `Neither Data Factory nor Synapse has such a trigger: ${p.reason}. ${p.instead}`,
    explanation:
      "A recurrence of Data Factory, and of Synapse, has hours, minutes, and either days of the week or days of the month. It has no months; and where cron has both kinds of days it fires on days of either kind, which no recurrence does. A step that does not divide its field evenly (`*/7` of minutes) fires sooner once around: that is refused, as hardly anybody means it.",
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
  windowTooShort: {
    severity: "error",
    message: (p: { every: string }) => `A window has 5 minutes at the least, and this one has ${p.every}.`,
    explanation:
      "Data Factory, and Synapse, refuse shorter windows. For a run each minute there is `every`, which keeps no record of windows. https://learn.microsoft.com/azure/data-factory/how-to-create-tumbling-window-trigger",
  },
  shortWindow: {
    severity: "warning",
    message: (p: { every: string }) =>
      `A window of ${p.every} may be refused: the service's pages say 5 minutes at the least, its interface 15 minutes.`,
    explanation: "Take 15 minutes or more, or `every`, which keeps no record of windows.",
  },
  windowsWait: {
    severity: "warning",
    message: (p: { count: number }) =>
      `The pipeline runs once at a time, so ${p.count - 1} of ${p.count} windows only wait in its queue, which has room for 100 runs: leave 'at_once' out.`,
    explanation:
      "A pipeline that lands tables goes on from the marks of the run before, so its runs follow each other. More windows at once bring nothing, and nothing is lost by them: one that is run out of its order finds that its rows have landed.",
  },
  retryWait: {
    severity: "error",
    message: (p: { wait: string }) => `'${p.wait}' is out of bounds: between attempts there are 30 seconds to 1 day.`,
    explanation: "A trigger of windows takes 30 to 86,400 seconds between two attempts of a window.",
  },
  windowWithoutClock: {
    severity: "error",
    message: (p: { source: string; reason: string; isFunction: boolean }) =>
      `A window says up to which time rows are read, and '${p.source}' ${p.reason}: use 'every', 'daily' or 'cron'${p.isFunction ? ", or 'called_by: pipeline', with which the function is told the window" : ""}.`,
    explanation:
      "A run for a window reads the rows whose cursor is before the window's end. That needs a cursor that is a `timestamp`; a number says nothing of time; files are read by windows where their paths have date parts; and a table that is read whole would land as it is today, once for each window of the past. A function that the pipeline calls (`called_by: pipeline`) is told the window's start and end instead.",
  },
  windowInChain: {
    severity: "error",
    message: (p: { pipeline: string; other: string }) =>
      `'${p.pipeline}' runs in one run with '${p.other}', and a window belongs to one pipeline: use 'every', 'daily' or 'cron', or give '${p.other}' triggers of its own instead of 'after'.`,
    explanation:
      "Pipelines that come after each other are started by a master, which does not hand on windows. A window can wait for another pipeline's instead: `depends_on`.",
  },
  windowsOvertaken: {
    severity: "warning",
    message: (p: { trigger: string; window: string }) =>
      `A run that '${p.trigger}' starts reads everything there is, however far the windows of '${p.window}' have come, and leaves nothing to those that come later: leave one of them out.`,
    explanation:
      "A run for a window reads up to the window's end, so years of rows land piece by piece. A run that another trigger starts has no such end: it lands all that is left at once, and the windows after it find their rows landed. Nothing is lost by it, but windows are then of no use.",
  },
  unknownWindow: {
    severity: "error",
    message: (p: { trigger: string; isOther: boolean; suggestion: string | undefined }) =>
      p.isOther
        ? `'${p.trigger}' has no windows: only triggers with 'window' can be waited for.`
        : `The project has no trigger '${p.trigger}'.${didYouMean(p.suggestion)}`,
    explanation: "`depends_on` names triggers with `window` of any of the project's pipelines, itself among them.",
  },
  windowOfItself: {
    severity: "error",
    message: (p: { trigger: string; latest: string }) =>
      `A window of '${p.trigger}' would wait for itself: of its own windows only those that are over by its begin can be waited for, with 'offset: -${p.latest}' or earlier.`,
    explanation:
      "A window that depends on its own trigger needs a negative `offset`, and `size` (which is that of the window if it is not written) must end before the window begins.",
  },
  circleOfWindows: {
    severity: "error",
    message: (p: { circle: readonly string[] }) =>
      `These triggers wait for each other: ${p.circle.map((name) => `'${name}'`).join(" → ")}.`,
    explanation: "A trigger can only refer to one that is there already, so the last one could never be made.",
  },
  windowWaitsTooLong: {
    severity: "error",
    message: (p: { trigger: string; days: string }) =>
      `What this waits for is over ${p.days} after the window: a trigger waits 7 days, then the window has failed.`,
    explanation:
      "The stretch that a window depends on begins `offset` after the window's begin and is `size` long, and all of the other trigger's windows that it touches must have succeeded: the last of them may end much later than the stretch, and starts after its `delay`. If that can be more than 7 days after the window itself could start, runs fail. https://learn.microsoft.com/azure/data-factory/tumbling-window-trigger-dependency#monitor-dependencies",
  },
  filesLeftBehind: {
    severity: "warning",
    message: (p: { trigger: string; source: string; lag: string; unit: PeriodUnit | undefined; isFile: boolean }) => {
      const read =
        p.unit === undefined
          ? `files that were put ${p.lag} ago or earlier ('lag')`
          : `the files of ${p.unit === "day" ? "a day" : "an hour"} when it has been over for ${p.lag} ('lag')`;
      const file = p.isFile ? "that file" : "a file that was put right before";
      return `'${p.source}' reads ${read}, and '${p.trigger}' starts a run seconds after its ${p.isFile ? "file" : "event"}: ${file} is read only by ${p.unit === undefined ? "the run after, and the last one by none" : "a later run, and those of the last period by none"}. Give the pipeline a trigger by the clock too, as 'every: ${p.unit === "day" ? "1 hour" : "15 minutes"}'.`;
    },
    explanation:
      "A run reads files up to `lag` (2 minutes unless it is said) before now, as the control database shows the time. The storage account's clock may differ, and a file that comes with an earlier time than the one up to which files were read would never be read: so a shorter `lag` is no remedy. Files that are known by the day or the hour in their names are read when that has been over for `lag`, as others of it may still come until then. An event starts a run within seconds, so the file that it tells of is too young. A later run reads it, and a trigger by the clock (`every`, `daily`, `cron`) beside the events sees that there is one. A run that finds nothing new lands nothing.",
  },
  patternOfEvents: {
    severity: "error",
    message: (p: { text: string; isAll: boolean }) =>
      p.isAll
        ? `'*' alone is everything: say how it begins or how it ends.`
        : `'${p.text}' has more than one '*': an event is found by how its path or subject begins and how it ends.`,
    explanation:
      "Data Factory holds what an event is about against a beginning and an end; it knows no other patterns. One `*` stands for what is between.",
  },
});

import { inParts } from "../../compiler/model/duration.js";
import type { WindowDependency, WindowTrigger } from "../../compiler/model/pipeline-trigger.js";
import { lengthOf, periodOf } from "../../compiler/model/schedule.js";
import { shownAs } from "../../compiler/model/zone-clock.js";
import type { Section } from "./section.js";

/** Stretches of time that a pipeline is run for. */
export function windowSections(trigger: WindowTrigger, now: Date): readonly Section[] {
  const { start, delay, atOnce, retry, dependsOn } = trigger;
  return [
    {
      title: "when",
      lines: [`each ${lengthOf(trigger)} since ${start} is over${delay ? `, and ${delay.text} have passed` : ""}`],
    },
    { title: "reads", lines: ["rows whose cursor is before the window's end, as the database's own clock shows it"] },
    { title: "past", lines: [pastOf(trigger, now)] },
    { title: "next", lines: nextWindows(trigger, now) },
    { title: "at once", lines: [`${atOnce}; a window's run waits for the run of the one before`] },
    { title: "retry", lines: retry ? [`${retry.attempts} times, ${retry.wait.text} after a failure`] : [] },
    { title: "waits for", lines: dependsOn.map((one) => stretchOf(one, trigger)) },
    {
      title: "begins anew",
      lines: [
        "with another length or start: the service makes a new trigger of it, which knows of no window that was run",
      ],
    },
  ];
}

function pastOf(trigger: WindowTrigger, now: Date): string {
  const count = Math.max(0, Math.floor((now.getTime() - Date.parse(trigger.start)) / periodOf(trigger)));
  return count === 0
    ? "no window is over yet"
    : `${count} windows are over by now: published today, all are run, the oldest first`;
}

/** The next four ends of windows, with the delay. */
function nextWindows(trigger: WindowTrigger, now: Date): readonly string[] {
  const [start, size] = [Date.parse(trigger.start), periodOf(trigger)];
  const delay = trigger.delay?.milliseconds ?? 0;
  const first = Math.max(0, Math.floor((now.getTime() - delay - start) / size));
  return Array.from({ length: 4 }, (_, at) => {
    const begin = start + (first + at) * size;
    return `${shownAs(begin + size + delay)} UTC, for ${shownAs(begin)} to ${shownAs(begin + size)}`;
  });
}

function stretchOf({ trigger, offset = 0, size }: WindowDependency, own: WindowTrigger): string {
  const length = inParts(size ?? periodOf(own));
  const begin =
    offset === 0 ? "its begin" : `${inParts(Math.abs(offset))} ${offset < 0 ? "before" : "after"} its begin`;
  return `windows of ${trigger.name === own.name ? "its own" : trigger.name} in the ${length} from ${begin} on`;
}

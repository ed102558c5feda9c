import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import type { WindowTrigger } from "./pipeline-trigger.js";
import { lengthOf, periodOf } from "./schedule.js";
import { isTime } from "./time-text.js";
import { triggerDiagnostics } from "./trigger-diagnostics.js";
import { day } from "./zone-clock.js";

const minute = 60_000;

/** What the service sets as limits: https://learn.microsoft.com/azure/data-factory/how-to-create-tumbling-window-trigger */
export function isWindow(trigger: WindowTrigger, report: Report): boolean {
  const at = trigger.origin.child("window");
  const { start, retry, atOnce } = trigger;
  const size = periodOf(trigger);
  const every = lengthOf(trigger);
  if (size >= 5 * minute && size < 15 * minute)
    report.add(triggerDiagnostics.shortWindow.at(at.child("every"), { every }));
  if (atOnce > 1) report.add(triggerDiagnostics.windowsWait.at(at.child("at_once"), { count: atOnce }));
  const errors: Diagnostic[] = [];
  if (size < 5 * minute) errors.push(triggerDiagnostics.windowTooShort.at(at.child("every"), { every }));
  if (!isTime(start))
    errors.push(triggerDiagnostics.noSuchStart.at(at.child("start"), { start, zone: "UTC", times: undefined }));
  if (retry !== undefined && (retry.wait.milliseconds < minute / 2 || retry.wait.milliseconds > day))
    errors.push(triggerDiagnostics.retryWait.at(at.child("retry", "wait"), { wait: retry.wait.text }));
  for (const error of errors) report.add(error);
  return errors.length === 0;
}

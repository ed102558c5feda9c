import { defaultSteps } from "../../compiler/ir/flow.js";
import type { Policy } from "./activity.js";

/**
 * The service's own timeout is of days, so each activity has one. All can be run
 * again: each does the same once more.
 */
const policy = (timeout: string, retry: number): Policy => ({
  timeout,
  retry,
  retryIntervalInSeconds: waitSeconds,
  secureInput: false,
  secureOutput: false,
});

/** How one is that may take hours: what copies a table, or takes what has landed. */
export const longPolicy = (retry: number): Policy => policy(spanOf(defaultSteps.timeout.milliseconds / 1000), retry);

/** The same of what asks the control table, or tidies up. */
export const shortPolicy = (minutes: number): Policy => policy(spanOf(minutes * 60), defaultSteps.attempts);

/** How long nothing is done after a failure. */
export const waitSeconds = defaultSteps.wait.milliseconds / 1000;

/** `d.hh:mm:ss` */
export function spanOf(seconds: number): string {
  const two = (count: number): string => String(count).padStart(2, "0");
  const [days, rest] = [Math.floor(seconds / 86_400), seconds % 86_400];
  return `${days}.${two(Math.floor(rest / 3600))}:${two(Math.floor((rest % 3600) / 60))}:${two(rest % 60)}`;
}

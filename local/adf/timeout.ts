import { ActivityError } from "./activity.js";
import { evaluate } from "./evaluate.js";
import type { JsonValue } from "./json.js";
import type { Reader } from "./reader.js";
import type { Scope } from "./scope.js";
import { secondsOf } from "./time-span.js";

/** What an activity may take without a policy: seven days. */
const longest = 7 * 86_400;

/** The shortest of the times that an activity gives itself, in seconds. */
export function readTimeouts(...spans: readonly (JsonValue | undefined)[]): (scope: Scope) => number {
  return (scope) =>
    Math.min(
      longest,
      ...spans.flatMap((span) => {
        if (span === undefined) return [];
        const text = evaluate(span, scope);
        const seconds = typeof text === "string" ? secondsOf(text) : undefined;
        if (seconds === undefined)
          throw new ActivityError(`${JSON.stringify(text)} is no time span like '0.12:00:00'.`);
        return [seconds];
      }),
    );
}

/** The `timeout` of an activity's policy. */
export const policyTimeout = (activity: Reader): JsonValue | undefined =>
  activity.optionalObject("policy")?.optional("timeout");

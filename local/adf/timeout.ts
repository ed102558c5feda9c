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

/** Gives what an activity does the time that its policy has for it, counted from `since`, by default from now on. */
export type TimeLimit = <Result>(scope: Scope, run: () => Promise<Result>, since?: number) => Promise<Result>;

/**
 * The limit of what cannot be taken back once it is under way here, as a notebook in Spark or a file that is being
 * written: one that takes too long ends the run, where in the cloud its activity has failed. `what`: how it is called.
 */
export function readTimeLimit(activity: Reader, what: string): TimeLimit {
  const seconds = readTimeouts(policyTimeout(activity));
  return async (scope, run, since = Date.now()) => {
    const most = seconds(scope);
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<never>((_, reject) => {
      const late = () => reject(new Error(`${what} took longer than the ${most} seconds that its policy gives it.`));
      timer = setTimeout(late, Math.min(since + most * 1000 - Date.now(), 2 ** 31 - 1));
    });
    try {
      return await Promise.race([run(), over]);
    } finally {
      clearTimeout(timer);
    }
  };
}

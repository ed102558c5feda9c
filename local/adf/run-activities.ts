import { type Activity, ActivityError, type Outcome, type Result } from "./activity.js";
import { evaluate } from "./evaluate.js";
import type { JsonObject, JsonValue } from "./json.js";
import { isReached, judges } from "./order.js";
import type { Scope } from "./scope.js";
import type { WalkEvent } from "./world.js";

/**
 * Runs activities, each as soon as what it depends on has ended. An error says that they have failed, by the service's rule;
 * what is no failure of an activity stops the walk.
 */
export async function runActivities(activities: readonly Activity[], scope: Scope): Promise<void> {
  const outcomes = new Map<string, Outcome>();
  const endings = new Map<string, Promise<void>>();
  const ending = (activity: Activity): Promise<void> => {
    const known = endings.get(activity.name);
    if (known) return known;
    const ended = (async () => {
      const before = activities.filter(({ name }) => activity.dependsOn.some((one) => one.activity === name));
      await Promise.all(before.map(ending));
      outcomes.set(activity.name, await runOne(activity, isReached(activity, outcomes), scope));
    })();
    endings.set(activity.name, ended);
    return ended;
  };
  await allEnded(activities.map(ending));
  const failed = judges(activities, outcomes).filter((name) => outcomes.get(name) === "Failed");
  const [first] = failed;
  if (first === undefined) return;
  const error = scope.results.get(first)?.error;
  throw new ActivityError(`'${first}' has failed: ${error?.message ?? "it is marked as failed"}`, error?.code);
}

/** Waits for all of them, also where one throws: what is under way is not left alone. */
export async function allEnded(endings: readonly Promise<void>[]): Promise<void> {
  const rejected = (await Promise.allSettled(endings)).find((one) => one.status === "rejected");
  if (rejected) throw rejected.reason;
}

async function runOne(activity: Activity, isReachedNow: boolean, scope: Scope): Promise<Outcome> {
  const { world, results } = scope;
  world.signal.throwIfAborted();
  const outcome = isReachedNow ? activity.inactiveAs : "Skipped";
  try {
    const result = outcome === undefined ? await tried(activity, scope) : { outcome, output: {}, error: undefined };
    results.set(activity.name, result);
    return result.outcome;
  } catch (error) {
    world.halt(error);
    throw error;
  }
}

async function tried(activity: Activity, scope: Scope): Promise<Result> {
  const began = Date.now();
  const tell = (state: WalkEvent["state"], more: Partial<WalkEvent> = {}) =>
    scope.world.tell({
      ...{ activity: activity.name, type: activity.type, within: scope.within, state },
      ...{ seconds: (Date.now() - began) / 1000, output: {}, properties: {}, error: undefined, ...more },
    });
  tell("started");
  for (let left: number | undefined; ; ) {
    const [result, properties] = await attempt(activity, scope);
    const { outcome, output, error } = result;
    left ??= outcome === "Failed" ? retries(activity, scope) : 0;
    if (outcome !== "Failed" || left === 0) {
      tell(outcome, { output: activity.isSecret ? {} : output, properties, error: error?.message });
      return result;
    }
    left -= 1;
    // The service waits before it tries again; here nothing gets better by waiting.
    tell("tried again", { error: error?.message });
    scope.world.signal.throwIfAborted();
  }
}

async function attempt(
  activity: Activity,
  scope: Scope,
): Promise<readonly [Result, Readonly<Record<string, JsonValue>>]> {
  try {
    const properties = Object.fromEntries(
      activity.userProperties.map(({ name, value }) => [name, evaluate(value, scope)]),
    );
    const output: JsonObject = await activity.run(scope);
    return [{ outcome: "Succeeded", output, error: undefined }, properties];
  } catch (error) {
    if (!(error instanceof ActivityError)) throw error;
    return [{ outcome: "Failed", output: {}, error: { message: error.message, code: error.code } }, {}];
  }
}

function retries({ retry }: Activity, scope: Scope): number {
  const times = evaluate(retry, scope);
  return typeof times === "number" && times > 0 ? times : 0;
}

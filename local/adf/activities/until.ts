import { ActivityError } from "../activity.js";
import type { ActivityReader } from "../read-activities.js";
import { runActivities } from "../run-activities.js";
import { readTimeouts } from "../timeout.js";
import { flagOf, readExpression } from "./expression.js";

/**
 * A turn that fails does not stop it: https://learn.microsoft.com/azure/data-factory/control-flow-until-activity. What it comes to where
 * the last one has failed is told nowhere; here it has failed then.
 */
export const readUntil: ActivityReader = (properties, reading) => {
  const expression = readExpression(properties, "expression");
  const limit = readTimeouts(properties.optional("timeout"));
  const activities = reading.activities(properties.list("activities"));
  return async (scope) => {
    const [began, most] = [Date.now(), limit(scope)];
    for (let turn = 1; ; turn += 1) {
      const inner = { ...scope, results: scope.results.inner(), within: [...scope.within, `${turn}`] };
      const failure = await runActivities(activities, inner).then(() => undefined, failed);
      if (flagOf(expression, inner, "The condition")) {
        if (failure) throw failure;
        return { iterations: turn };
      }
      if (Date.now() - began > most * 1000)
        throw new ActivityError(`It was not so in ${most} seconds${failure ? `: ${failure.message}` : "."}`);
      scope.world.signal.throwIfAborted();
    }
  };
};

/** What is no failure of an activity stops the walk. */
function failed(error: unknown): ActivityError {
  if (error instanceof ActivityError) return error;
  throw error;
}

import { ActivityError } from "../activity.js";
import type { JsonValue } from "../json.js";
import type { ActivityReader } from "../read-activities.js";
import { isObject } from "../reader.js";
import { allEnded, runActivities } from "../run-activities.js";
import type { Scope } from "../scope.js";
import { listOf, readExpression } from "./expression.js";

/** https://learn.microsoft.com/azure/data-factory/control-flow-for-each-activity */
export const readForEach: ActivityReader = (properties, reading) => {
  const isSequential = properties.flag("isSequential", false);
  const batchCount = properties.count("batchCount", 20);
  if (batchCount < 1 || batchCount > 50) properties.problem(`'batchCount' must be 1 to 50; it is ${batchCount}.`);
  const items = readExpression(properties, "items");
  const activities = reading.activities(properties.list("activities"));
  return async (scope) => {
    const turns = listOf(items, scope, "'items'");
    const failures: string[] = [];
    const left = turns.entries();
    // A turn that fails does not keep the others from being taken.
    const worker = async () => {
      for (const [at, item] of left) {
        try {
          await runActivities(activities, turn(scope, item, at));
        } catch (error) {
          if (!(error instanceof ActivityError)) throw error;
          failures.push(`${labelOf(item, at)}: ${error.message}`);
        }
      }
    };
    await allEnded(Array.from({ length: Math.min(isSequential ? 1 : batchCount, turns.length) }, worker));
    if (failures.length > 0) throw new ActivityError(failures.join("; "));
    return { iterations: turns.length };
  };
};

const turn = (scope: Scope, item: JsonValue, at: number): Scope => ({
  ...scope,
  item,
  results: scope.results.inner(),
  within: [...scope.within, labelOf(item, at)],
});

/** A turn in words: what its item calls itself, or its number. */
function labelOf(item: JsonValue, at: number): string {
  const name = isObject(item) ? (item["name"] ?? item["source"]) : item;
  return typeof name === "string" ? name : `${at + 1}`;
}

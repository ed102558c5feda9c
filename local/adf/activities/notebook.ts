import { ActivityError } from "../activity.js";
import { evaluate } from "../evaluate.js";
import type { ActivityReader } from "../read-activities.js";
import { isObject } from "../reader.js";
import { policyTimeout, readTimeouts } from "../timeout.js";
import { textOf } from "./expression.js";

/**
 * https://learn.microsoft.com/azure/data-factory/transform-data-databricks-notebook
 * The notebook gets what the activity gives it and nothing else, as it does in the cloud.
 */
export const readNotebook: ActivityReader = (properties, reading, activity) => {
  activity.ignore("linkedServiceName"); // which cluster, and that is this machine
  const path = properties.value("notebookPath");
  if (typeof path === "string" && !path.includes("@") && !reading.reach.hasNotebook(path))
    properties.problem(`there is no notebook '${path}' on this machine.`);
  const parameters = properties.optional("baseParameters") ?? {};
  const seconds = readTimeouts(policyTimeout(activity));
  return async (scope) => {
    const given = evaluate(parameters, scope);
    const texts = Object.entries(isObject(given) ? given : {}).map(([name, value]) => {
      if (typeof value !== "string") throw new ActivityError(`The parameter '${name}' must be a text.`);
      return [name, value];
    });
    await inTime(
      scope.world.notebook(textOf(path, scope, "'notebookPath'"), Object.fromEntries(texts)),
      seconds(scope),
    );
    return {};
  };
};

/** A notebook cannot be taken back from Spark: one that takes too long ends the run. */
async function inTime(running: Promise<void>, seconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    const late = () =>
      reject(new Error(`A notebook took longer than the ${seconds} seconds that its policy gives it.`));
    timer = setTimeout(late, Math.min(seconds * 1000, 2 ** 31 - 1));
  });
  try {
    await Promise.race([running, over]);
  } finally {
    clearTimeout(timer);
  }
}

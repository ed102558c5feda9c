import { ActivityError } from "../activity.js";
import { evaluate } from "../evaluate.js";
import type { JsonValue } from "../json.js";
import type { ActivityReader } from "../read-activities.js";
import { isObject } from "../reader.js";
import { readTimeLimit } from "../timeout.js";
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
  const inTime = readTimeLimit(activity, "A notebook");
  return async (scope) => {
    const given = textsOf(evaluate(parameters, scope));
    await inTime(scope, () => scope.world.notebook(textOf(path, scope, "'notebookPath'"), "databricks", given));
    return {};
  };
};

/**
 * A notebook of the workspace that the pipeline is in, with parameters that are texts.
 * https://learn.microsoft.com/azure/synapse-analytics/synapse-notebook-activity
 */
export const readSynapseNotebook: ActivityReader = (properties, reading, activity) => {
  properties.ignore("snapshot");
  const notebook = properties.object("notebook");
  notebook.only("type", ["NotebookReference"]);
  const name = notebook.value("referenceName");
  notebook.done();
  if (typeof name === "string" && !name.includes("@") && !reading.reach.hasNotebook(name))
    properties.problem(`there is no notebook '${name}' on this machine.`);
  const pool = properties.object("sparkPool"); // that is this machine
  pool.only("type", ["BigDataPoolReference"]);
  const poolName = pool.value("referenceName");
  pool.done();
  const parameters = properties.optionalObject("parameters");
  const values = (parameters?.names() ?? []).flatMap((one): [string, JsonValue][] => {
    const parameter = parameters?.object(one);
    if (parameter === undefined) return [];
    parameter.only("type", ["string"]);
    const value = parameter.value("value");
    parameter.done();
    return [[one, value]];
  });
  const inTime = readTimeLimit(activity, "A notebook");
  return async (scope) => {
    textOf(poolName, scope, "the pool's 'referenceName'");
    const given = textsOf(evaluate(Object.fromEntries(values), scope));
    await inTime(scope, () => scope.world.notebook(textOf(name, scope, "'referenceName'"), "synapse", given));
    return {};
  };
};

const textsOf = (given: JsonValue): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(isObject(given) ? given : {}).map(([name, value]) => {
      if (typeof value !== "string") throw new ActivityError(`The parameter '${name}' must be a text.`);
      return [name, value];
    }),
  );

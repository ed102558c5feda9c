import type { ActivityReader } from "../read-activities.js";
import { policyTimeout, readTimeouts } from "../timeout.js";
import { inDatabase, inWarehouse, objectsOf } from "./database.js";
import { textOf } from "./expression.js";

/** https://learn.microsoft.com/azure/data-factory/transform-data-using-script */
export const readScriptActivity: ActivityReader = (properties, reading, activity) => {
  const linked = activity.object("linkedServiceName");
  linked.only("type", ["LinkedServiceReference"]);
  const linkedService = linked.text("referenceName");
  linked.done();
  const isWarehouse = reading.reach.hasWarehouse?.(linkedService) === true;
  if (!isWarehouse && !reading.reach.hasDatabase(linkedService))
    linked.problem(`there is no database of '${linkedService}' on this machine.`);
  const texts = properties.list("scripts").map((script) => {
    script.only("type", ["NonQuery", "Query"]);
    const text = script.value("text");
    script.done();
    return text;
  });
  const seconds = readTimeouts(properties.optional("scriptBlockExecutionTimeout"), policyTimeout(activity));
  return async (scope) => {
    if (isWarehouse) {
      for (const text of texts) await inWarehouse(scope, linkedService, textOf(text, scope, "'text'"));
      return { resultSetCount: 0, recordsAffected: 0, resultSets: [] };
    }
    const results = [];
    for (const text of texts)
      results.push(...(await inDatabase(scope, linkedService, textOf(text, scope, "'text'"), seconds(scope))));
    const sets = results.flatMap((one) => ("rows" in one ? [objectsOf(one)] : []));
    return {
      resultSetCount: sets.length,
      recordsAffected: results.reduce((sum, one) => sum + ("count" in one ? one.count : 0), 0),
      resultSets: sets.map((rows) => ({ rowCount: rows.length, rows })),
    };
  };
};

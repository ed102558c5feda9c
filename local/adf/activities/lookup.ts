import { ActivityError } from "../activity.js";
import { evaluate } from "../evaluate.js";
import type { ActivityReader } from "../read-activities.js";
import { policyTimeout } from "../timeout.js";
import { objectsOf, readSqlSource } from "./database.js";

/** https://learn.microsoft.com/azure/data-factory/control-flow-lookup-activity */
export const readLookup: ActivityReader = (properties, reading, activity) => {
  const query = readSqlSource(
    properties.object("source"),
    properties.object("dataset"),
    policyTimeout(activity),
    reading,
  );
  const firstRowOnly = properties.optional("firstRowOnly") ?? true;
  return async (scope) => {
    const rows = objectsOf(await query(scope)).slice(0, mostRows);
    const [firstRow] = rows;
    if (evaluate(firstRowOnly, scope) === true) return firstRow === undefined ? {} : { firstRow };
    if (JSON.stringify(rows).length > mostCharacters)
      throw new ActivityError(`The rows are more than the 4 MB that a Lookup may give.`);
    return { count: rows.length, value: rows };
  };
};

/** Rows beyond it are left out without a word, by the service too. */
const mostRows = 5000;
const mostCharacters = 4 * 1024 * 1024;

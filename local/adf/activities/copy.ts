import { ActivityError } from "../activity.js";
import type { ActivityReader } from "../read-activities.js";
import { policyTimeout } from "../timeout.js";
import { readCopySink } from "./copy-sink.js";
import { readSqlSource } from "./database.js";
import { readTranslator } from "./translator.js";

/** Rows of a query into a file. https://learn.microsoft.com/azure/data-factory/copy-activity-overview */
export const readCopy: ActivityReader = (properties, reading, activity) => {
  const only = <T>(readers: readonly T[], name: string): T | undefined => {
    if (readers.length !== 1) activity.problem(`'${name}' must have one entry; it has ${readers.length}.`);
    return readers[0];
  };
  const input = only(activity.list("inputs"), "inputs");
  const output = only(activity.list("outputs"), "outputs");
  const query = input && readSqlSource(properties.object("source"), input, policyTimeout(activity), reading);
  properties.only("enableStaging", [false]);
  // How much of the service works on it, and that is this machine.
  properties.ignore("parallelCopies", "dataIntegrationUnits");
  properties.only("validateDataConsistency", [false]);
  const translate = readTranslator(properties.value("translator"));
  const sink = properties.object("sink");
  const write = output && readCopySink(sink, output, reading);
  return async (scope) => {
    if (query === undefined || write === undefined) throw new ActivityError("The copy has no input or no output.");
    const rows = await query(scope);
    await write(translate(rows, scope), scope);
    return { rowsRead: rows.rows.length, rowsCopied: rows.rows.length, filesWritten: 1 };
  };
};

import { ActivityError } from "../activity.js";
import type { ActivityReader } from "../read-activities.js";
import { policyTimeout, readTimeLimit } from "../timeout.js";
import { readUnzipping } from "./archives.js";
import { readCopySink } from "./copy-sink.js";
import { readSqlSource } from "./database.js";
import { readFileSource } from "./file-source.js";
import { readAnswersCopy } from "./rest-copy.js";
import { readTranslator } from "./translator.js";

/** Rows of a query, or of files, into a file; what an API answers, as it is; or archives, unpacked. https://learn.microsoft.com/azure/data-factory/copy-activity-overview */
export const readCopy: ActivityReader = (properties, reading, activity) => {
  const inTime = readTimeLimit(activity, "A copy");
  const only = <T>(readers: readonly T[], name: string): T | undefined => {
    if (readers.length !== 1) activity.problem(`'${name}' must have one entry; it has ${readers.length}.`);
    return readers[0];
  };
  const input = only(activity.list("inputs"), "inputs");
  const output = only(activity.list("outputs"), "outputs");
  const source = properties.object("source");
  if (source.optional("type") === "BinarySource") {
    properties.only("enableStaging", [false]);
    if (input === undefined || output === undefined) return async () => ({});
    const unzip = readUnzipping(source, properties.object("sink"), input, output, reading);
    return (scope) => inTime(scope, () => unzip(scope));
  }
  if (source.optional("type") === "RestSource") {
    properties.only("enableStaging", [false]);
    if (input === undefined || output === undefined) return async () => ({});
    const ask = readAnswersCopy(source, properties.object("sink"), input, output, reading);
    return (scope) => inTime(scope, () => ask(scope));
  }
  const isOfFiles = source.optional("type") === "DelimitedTextSource";
  const query = input && !isOfFiles ? readSqlSource(source, input, policyTimeout(activity), reading) : undefined;
  const files = input && isOfFiles ? readFileSource(source, input, reading) : undefined;
  properties.only("enableStaging", [false]);
  // How much of the service works on it, and that is this machine.
  properties.ignore("parallelCopies", "dataIntegrationUnits");
  properties.only("validateDataConsistency", [false]);
  const translate = readTranslator(properties.value("translator"));
  const write = output && readCopySink(properties.object("sink"), output, isOfFiles, reading);
  return async (scope) => {
    if (write === undefined) throw new ActivityError("The copy has no output.");
    if (files) {
      return inTime(scope, async () => {
        const rows = await files(scope);
        const about = { filesRead: rows.files, rowsRead: rows.rows.length, rowsCopied: rows.rows.length };
        if (rows.files === 0) return { ...about, filesWritten: 0 };
        await write(translate(rows, scope), scope);
        return { ...about, filesWritten: 1 };
      });
    }
    if (query === undefined) throw new ActivityError("The copy has no input.");
    const began = Date.now();
    // The database takes a query back that takes too long: that is the activity's failure.
    const rows = await query(scope);
    await inTime(scope, () => write(translate(rows, scope), scope), began);
    return { rowsRead: rows.rows.length, rowsCopied: rows.rows.length, filesWritten: 1 };
  };
};

import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline as piped } from "node:stream/promises";
import { ActivityError } from "../activity.js";
import type { ActivityReader } from "../read-activities.js";
import { policyTimeout } from "../timeout.js";
import { csvOf } from "./csv.js";
import { readSqlSource } from "./database.js";
import { readCsvDataset } from "./delimited-text.js";
import { readTranslator } from "./translator.js";

/**
 * Rows of a query into a file. https://learn.microsoft.com/azure/data-factory/copy-activity-overview
 * The file is written under its own name from the beginning, as by the service: a copy that is killed leaves a part of it.
 */
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
  sink.only("type", ["DelimitedTextSink"]);
  const store = sink.object("storeSettings");
  store.only("type", ["AzureBlobFSWriteSettings"]);
  store.done();
  const format = sink.object("formatSettings");
  format.only("type", ["DelimitedTextWriteSettings"]);
  const quoteAllText = format.flag("quoteAllText", false);
  format.ignore("fileExtension"); // of the names that the service gives; a file has the dataset's own here
  format.done();
  sink.done();
  const target = output && readCsvDataset(output, reading);
  return async (scope) => {
    if (query === undefined || target === undefined) throw new ActivityError("The copy has no input or no output.");
    const rows = await query(scope);
    const file = target(scope);
    const { header, records } = translate(rows, scope);
    await mkdir(dirname(file.path), { recursive: true });
    await piped(csvOf(header, records, { ...file.dialect, quoteAllText }), createWriteStream(file.path));
    return { rowsRead: rows.rows.length, rowsCopied: rows.rows.length, filesWritten: 1 };
  };
};

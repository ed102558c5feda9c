import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline as piped } from "node:stream/promises";
import type { Reader } from "../reader.js";
import type { Reading } from "../reading.js";
import type { Scope } from "../scope.js";
import { csvOf } from "./csv.js";
import { readCsvDataset, readParquetDataset } from "./file-datasets.js";
import { textOf } from "./interim.js";
import { parquetOf } from "./parquet.js";
import type { Translated } from "./translator.js";

/** Writes the rows of a copy to the file that they go to. */
export type CopySink = (rows: Translated, scope: Scope) => Promise<void>;

/**
 * Reads what a copy writes to. The file is written under its own name from the beginning, as by the service: a copy that is
 * killed leaves a part of it, or none.
 */
export function readCopySink(sink: Reader, output: Reader, isOfFiles: boolean, reading: Reading): CopySink {
  const kind = sink.only("type", ["DelimitedTextSink", "ParquetSink"]);
  const store = sink.object("storeSettings");
  store.only("type", ["AzureBlobFSWriteSettings"]);
  if (isOfFiles && !store.has("copyBehavior"))
    store.problem("'copyBehavior' must be MergeFiles: files are not written one by one on this machine.");
  store.only("copyBehavior", ["MergeFiles"]);
  store.done();
  const format = sink.object("formatSettings");
  const write = kind === "ParquetSink" ? toParquet(format, output, reading) : toCsv(format, output, reading);
  format.done();
  sink.done();
  return write;
}

/** https://learn.microsoft.com/azure/data-factory/format-delimited-text#delimited-text-as-sink */
function toCsv(format: Reader, output: Reader, reading: Reading): CopySink {
  format.only("type", ["DelimitedTextWriteSettings"]);
  const quoteAllText = format.flag("quoteAllText", false);
  format.ignore("fileExtension"); // of the names that the service gives; a file has the dataset's own here
  const target = readCsvDataset(output, reading);
  return async ({ columns, records }, scope) => {
    const { path, dialect } = target(scope);
    const texts = records.map((cells) =>
      columns.map((column, at) => {
        const cell = cells[at] ?? null;
        return cell === null ? null : textOf(cell, column);
      }),
    );
    const header = columns.map(({ name }) => name);
    await mkdir(dirname(path), { recursive: true });
    await piped(csvOf(header, texts, { ...dialect, quoteAllText }), createWriteStream(path));
  };
}

/** https://learn.microsoft.com/azure/data-factory/format-parquet#parquet-as-sink */
function toParquet(format: Reader, output: Reader, reading: Reading): CopySink {
  format.only("type", ["ParquetWriteSettings"]);
  const target = readParquetDataset(output, reading);
  return async (rows, scope) => {
    const { path } = target(scope);
    await mkdir(dirname(path), { recursive: true });
    await scope.world.parquet({ path, ...parquetOf(rows) });
  };
}

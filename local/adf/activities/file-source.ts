import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { type CsvForm, readCsv } from "../../producer/csv.js";
import type { ResultColumn, ResultSet } from "../../sql/databases.js";
import { namePattern } from "../../waves.js";
import { ActivityError } from "../activity.js";
import { evaluate, evaluateDataset } from "../evaluate.js";
import type { JsonValue } from "../json.js";
import { type Reader, readerOf } from "../reader.js";
import type { Reading } from "../reading.js";
import type { Scope } from "../scope.js";

/** The rows of files, all of texts, and how many files they come from. */
export interface FileRows extends ResultSet {
  readonly files: number;
}

/** Reads a `DelimitedTextSource`: files of a container by wildcards and times of modification. */
export function readFileSource(source: Reader, use: Reader, reading: Reading): (scope: Scope) => Promise<FileRows> {
  source.only("type", ["DelimitedTextSource"]);
  const format = source.object("formatSettings");
  format.only("type", ["DelimitedTextReadSettings"]);
  format.done();
  const which = readStoreSettings(source.object("storeSettings"));
  const added = source.has("additionalColumns") ? source.list("additionalColumns").map(addedColumn) : [];
  source.done();
  const found = reading.dataset(use);
  if (found && found.dataset.type !== "DelimitedText")
    use.problem(`the dataset '${found.dataset.name}' is a ${found.dataset.type}, and a DelimitedText is read here.`);
  if (found && !reading.reach.hasStore(found.dataset.linkedService))
    use.problem(`there is no storage of '${found.dataset.linkedService}' on this machine.`);
  return async (scope) => {
    if (found === undefined) throw new ActivityError("There is no such dataset.");
    const problems: string[] = [];
    const properties = readerOf(evaluateDataset(found, scope), `dataset '${found.dataset.name}'`, problems);
    const { container, form, isGzip } = textOf(properties);
    if (problems.length > 0) throw new ActivityError(problems.join(" "));
    const folder = scope.world.folder(found.dataset.linkedService, container);
    const files = await which(folder, scope);
    const tables = [];
    for (const path of files) tables.push(await tableOf(path, form, isGzip));
    return {
      ...together(
        tables,
        added.map((column) => column(scope)),
      ),
      files: files.length,
    };
  };
}

interface TextForm extends CsvForm {
  readonly hasHeader: boolean;
}

/** https://learn.microsoft.com/azure/data-factory/format-delimited-text#dataset-properties */
function textOf(properties: Reader): { readonly container: string; readonly form: TextForm; readonly isGzip: boolean } {
  const location = properties.object("location");
  location.only("type", ["AzureBlobStorageLocation"]);
  const container = location.text("container");
  location.done();
  const quote = properties.text("quoteChar");
  properties.only("encodingName", ["UTF-8"]);
  properties.only("nullValue", [""]);
  properties.only("escapeChar", [quote]); // a quote is written twice
  const form = {
    delimiter: properties.text("columnDelimiter"),
    quote,
    hasHeader: properties.flag("firstRowAsHeader", false),
  };
  const isGzip = properties.has("compressionCodec") && properties.only("compressionCodec", ["gzip"]) === "gzip";
  properties.done();
  return { container, form, isGzip };
}

/**
 * Which files are read, in no order that means anything.
 * https://learn.microsoft.com/azure/data-factory/connector-azure-blob-storage#blob-storage-as-a-source-type
 */
function readStoreSettings(settings: Reader): (folder: string, scope: Scope) => Promise<readonly string[]> {
  settings.only("type", ["AzureBlobStorageReadSettings"]);
  settings.only("recursive", [false]);
  settings.only("enablePartitionDiscovery", [false]);
  const folderPath = settings.optional("wildcardFolderPath");
  const fileName = settings.value("wildcardFileName");
  const [start, end] = ["modifiedDatetimeStart", "modifiedDatetimeEnd"].map((name) => settings.optional(name));
  settings.done();
  return async (folder, scope) => {
    const folders = folderPath === undefined ? [] : textIn(folderPath, scope, "wildcardFolderPath").split("/");
    const pattern = [...folders, textIn(fileName, scope, "wildcardFileName")];
    const [from, before] = [start, end].map((time) => (time === undefined ? undefined : instantIn(time, scope)));
    const paths = await matches(folder, pattern);
    const times = await Promise.all(paths.map(async (path) => Math.floor((await stat(path)).mtimeMs / 1000) * 1000));
    return paths.filter((_, at) => {
      const time = times[at] ?? 0;
      return (from === undefined || time >= from) && (before === undefined || time < before);
    });
  };
}

function textIn(value: JsonValue, scope: Scope, what: string): string {
  const text = evaluate(value, scope);
  if (typeof text !== "string" || text === "" || /[?^]|\*\*/.test(text))
    throw new ActivityError(`${what}: ${JSON.stringify(text)} is not looked for on this machine: names with '*' are.`);
  return text;
}

function instantIn(value: JsonValue, scope: Scope): number {
  const text = evaluate(value, scope);
  const instant =
    typeof text === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(instant)) throw new ActivityError(`${JSON.stringify(text)} is no time like 2018-12-01T05:00:00Z.`);
  return instant;
}

/** The files below a folder whose path fits, part by part. */
async function matches(folder: string, [first = "", ...rest]: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const fitting = entries.filter(({ name }) => namePattern(first).test(name));
  if (rest.length === 0)
    return fitting
      .filter((entry) => entry.isFile())
      .map(({ name }) => join(folder, name))
      .sort();
  const inner = fitting.filter((entry) => entry.isDirectory()).map(({ name }) => matches(join(folder, name), rest));
  return (await Promise.all(inner)).flat();
}

interface FileTable {
  readonly path: string;
  /** Undefined: the file has no header. */
  readonly header: readonly string[] | undefined;
  readonly records: readonly (readonly string[])[];
}

async function tableOf(path: string, form: TextForm, isGzip: boolean): Promise<FileTable> {
  const records: (readonly string[])[] = [];
  try {
    for await (const { cells, line } of readCsv(piecesOf(path, isGzip), path, form)) {
      const width = records[0]?.length ?? cells.length;
      // What the service makes of fewer cells is not documented; of more it says that they are too many.
      if (cells.length !== width)
        throw new Error(`${path}:${line}: it has ${cells.length} cells, and the first record ${width}.`);
      records.push(cells);
    }
  } catch (error) {
    throw new ActivityError(error instanceof Error ? error.message : String(error));
  }
  const [header, ...rest] = records;
  return form.hasHeader ? { path, header: header ?? [], records: rest } : { path, header: undefined, records };
}

/** The text of a file, piece by piece. */
async function* piecesOf(path: string, isGzip: boolean): AsyncGenerator<string> {
  const file = createReadStream(path);
  // What goes wrong with the one goes wrong with the other, and is thrown there.
  const bytes = isGzip ? pipeline(file, createGunzip(), () => {}) : file;
  yield* bytes.setEncoding("utf8");
}

type Added = { readonly name: string; readonly value: string };

/** https://learn.microsoft.com/azure/data-factory/copy-activity-overview#add-additional-columns-during-copy */
function addedColumn(column: Reader): (scope: Scope) => Added {
  const [name, value] = [column.text("name"), column.value("value")];
  column.done();
  return (scope) => {
    const text = evaluate(value, scope);
    if (typeof text !== "string" || text.startsWith("$$"))
      throw new ActivityError(`The column '${name}' is ${JSON.stringify(text)}, which is not added on this machine.`);
    return { name, value: text };
  };
}

/** All rows, by the names of their columns; without a header by their places, from 1 on. An empty cell is null. */
function together(tables: readonly FileTable[], added: readonly Added[]): ResultSet {
  const headers = tables.map(({ header, records: [first = []] }) => header ?? first.map((_, at) => `${at + 1}`));
  const names = [...new Set(headers.flat())];
  const rows = tables.flatMap(({ path, records }, at) => {
    const header = headers[at] ?? [];
    if (new Set(header).size < header.length) throw new ActivityError(`${path}: its header has a name twice.`);
    const places = names.map((name) => header.indexOf(name));
    return records.map((cells) => [
      ...places.map((place) => (cells[place] === undefined || cells[place] === "" ? null : cells[place])),
      ...added.map(({ value }) => value),
    ]);
  });
  const columns = names.map((name): ResultColumn => {
    const without = tables.find(({ records }, at) => records.length > 0 && !headers[at]?.includes(name));
    return { ...text, name, ...(without && { lackedBy: without.path }) };
  });
  return { columns: [...columns, ...added.map(({ name }) => ({ ...text, name }))], rows };
}

const text = { type: "CHARACTER VARYING", precision: 0, scale: 0 } as const;

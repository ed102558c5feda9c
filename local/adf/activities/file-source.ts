import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { type CsvForm, readCsv } from "../../producer/csv.js";
import type { ResultColumn, ResultSet } from "../../sql/databases.js";
import { ActivityError } from "../activity.js";
import { evaluate } from "../evaluate.js";
import type { Reader } from "../reader.js";
import type { Reading } from "../reading.js";
import type { Scope } from "../scope.js";
import { folderOf, type Location, readLocation } from "./archives.js";
import { readDataset } from "./datasets.js";
import { readStoreSettings } from "./store-settings.js";

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
  const text = readDataset(use, reading, { type: "DelimitedText", isTo: "read", home: "storage", read: textOf });
  return async (scope) => {
    const { said, linkedService } = text(scope);
    const { location, form, isGzip } = said;
    const files = await which(folderOf(location, linkedService, scope), scope);
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
function textOf(properties: Reader): {
  readonly location: Location;
  readonly form: TextForm;
  readonly isGzip: boolean;
} {
  const location = readLocation(properties.object("location"));
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
  return { location, form, isGzip };
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

import { join } from "node:path";
import { ActivityError } from "../activity.js";
import type { Reader } from "../reader.js";
import type { Reading } from "../reading.js";
import type { Scope } from "../scope.js";
import type { Dialect } from "./csv.js";
import { readDataset } from "./datasets.js";

/** A file that is to be written, and what its dataset says of how. */
interface Target<How> {
  readonly path: string;
  readonly dialect: How;
}

type CsvDialect = Omit<Dialect, "quoteAllText">;

/** Reads what an activity writes to: a `DelimitedText` dataset, of which the activity gives the parameters. */
export const readCsvDataset = (use: Reader, reading: Reading): ((scope: Scope) => Target<CsvDialect>) =>
  readTarget(use, "DelimitedText", reading, dialectOf);

/** The same of a `Parquet` dataset. */
export const readParquetDataset = (use: Reader, reading: Reading): ((scope: Scope) => Target<"snappy">) =>
  readTarget(use, "Parquet", reading, (properties) => properties.only("compressionCodec", ["snappy"]));

/** The same of a `Json` dataset, of which nothing is said but where its file is. */
export const readJsonDataset = (use: Reader, reading: Reading): ((scope: Scope) => Target<undefined>) =>
  readTarget(use, "Json", reading, () => undefined);

function readTarget<How>(
  use: Reader,
  type: string,
  reading: Reading,
  how: (properties: Reader) => How,
): (scope: Scope) => Target<How> {
  const target = readDataset(use, reading, {
    ...{ type, isTo: "written", home: "storage" },
    read: (properties) => ({ ...readLocation(properties.object("location")), dialect: how(properties) }),
  });
  return (scope) => {
    const { said, linkedService } = target(scope);
    const { container, folder, file, dialect } = said;
    if ([folder, file].some((part) => part.split("/").includes("..")))
      throw new ActivityError(`'${folder}/${file}' leads out of the container.`);
    return { path: join(scope.world.folder(linkedService, container), folder, file), dialect };
  };
}

/** A file of the lake. */
function readLocation(location: Reader) {
  location.only("type", ["AzureBlobFSLocation"]);
  const container = location.text("fileSystem");
  const [folder, file] = [location.optionalText("folderPath") ?? "", location.text("fileName")];
  location.done();
  return { container, folder, file };
}

const byDefault: CsvDialect = {
  columnDelimiter: ",",
  rowDelimiter: "\r\n",
  quote: '"',
  escape: "\\",
  nullValue: "",
  hasHeader: false,
  hasMark: true,
};

function dialectOf(properties: Reader): CsvDialect {
  const text = (name: string, otherwise: string) => properties.optionalText(name) ?? otherwise;
  return {
    columnDelimiter: text("columnDelimiter", byDefault.columnDelimiter),
    rowDelimiter: text("rowDelimiter", byDefault.rowDelimiter),
    quote: text("quoteChar", byDefault.quote),
    escape: text("escapeChar", byDefault.escape),
    nullValue: text("nullValue", byDefault.nullValue),
    hasHeader: properties.flag("firstRowAsHeader", byDefault.hasHeader),
    // That there is a second name says that the first one has a mark.
    hasMark: properties.only("encodingName", ["UTF-8", "UTF-8 without BOM"]) === "UTF-8",
  };
}

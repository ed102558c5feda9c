import { join } from "node:path";
import { ActivityError } from "../activity.js";
import type { DatasetUse } from "../definition.js";
import { evaluateDataset } from "../evaluate.js";
import { type Reader, readerOf } from "../reader.js";
import type { Reading } from "../reading.js";
import type { Scope } from "../scope.js";
import type { Dialect } from "./csv.js";

/** A file that is to be written. */
interface Target {
  readonly path: string;
  readonly dialect: Omit<Dialect, "quoteAllText">;
}

/** Reads what an activity writes to: a `DelimitedText` dataset, of which the activity gives the parameters. */
export function readCsvDataset(use: Reader, reading: Reading): (scope: Scope) => Target {
  const found = reading.dataset(use);
  if (found === undefined) return () => ({ path: "", dialect: { ...byDefault } });
  const { dataset } = found;
  if (dataset.type !== "DelimitedText")
    use.problem(`the dataset '${dataset.name}' is a ${dataset.type}, and a DelimitedText is written here.`);
  if (!reading.reach.hasStore(dataset.linkedService))
    use.problem(`there is no storage of '${dataset.linkedService}' on this machine.`);
  return (scope) => targetOf(found, scope);
}

function targetOf(use: DatasetUse, scope: Scope): Target {
  const { dataset } = use;
  const problems: string[] = [];
  const evaluated = evaluateDataset(use, scope);
  const properties = readerOf(evaluated, `dataset '${dataset.name}'`, problems);
  const location = properties.object("location");
  location.only("type", ["AzureBlobFSLocation"]);
  const container = location.text("fileSystem");
  const [folder, file] = [location.optionalText("folderPath") ?? "", location.text("fileName")];
  location.done();
  const dialect = dialectOf(properties);
  properties.done();
  if (problems.length > 0) throw new ActivityError(problems.join(" "));
  if ([folder, file].some((part) => part.split("/").includes("..")))
    throw new ActivityError(`'${folder}/${file}' leads out of the container.`);
  return { path: join(scope.world.folder(dataset.linkedService, container), folder, file), dialect };
}

const byDefault: Omit<Dialect, "quoteAllText"> = {
  columnDelimiter: ",",
  rowDelimiter: "\r\n",
  quote: '"',
  escape: "\\",
  nullValue: "",
  hasHeader: false,
  hasMark: true,
};

function dialectOf(properties: Reader): Omit<Dialect, "quoteAllText"> {
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

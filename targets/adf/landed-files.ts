import type { LandedIr } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { DelimitedTextSink, ParquetSink } from "./copy.js";
import {
  csvDataset,
  type DelimitedText,
  jsonDataset,
  type LinesOfJson,
  type Parquet,
  parquetDataset,
} from "./datasets.js";
import { ofEnvironment } from "./environment.js";
import { call, type Expression, evaluated, item, quoted } from "./expression.js";
import { lakeContainer } from "./global-parameters.js";
import { lakeCsv, lakeJson, lakeParquet } from "./names.js";
import { type DatasetReference, dataset } from "./reference.js";
import { toldThisRun } from "./this-run.js";

export type LandedFormat = LandedIr["format"];

/** The file that each landing in a format is, and how a copy writes it. */
interface LandedFile {
  readonly dataset: (project: ProjectIr) => string;
  readonly file: string;
  readonly make: (project: ProjectIr) => DelimitedText | LinesOfJson | Parquet;
  readonly sink: DelimitedTextSink | ParquetSink;
}

const storeSettings = { type: "AzureBlobFSWriteSettings" } as const;

const files: Readonly<Record<LandedFormat, LandedFile>> = {
  csv: {
    dataset: lakeCsv,
    file: "rows.csv",
    make: csvDataset,
    sink: {
      type: "DelimitedTextSink",
      storeSettings,
      formatSettings: { type: "DelimitedTextWriteSettings", quoteAllText: true, fileExtension: ".csv" },
    },
  },
  parquet: {
    dataset: lakeParquet,
    file: "rows.parquet",
    make: parquetDataset,
    sink: { type: "ParquetSink", storeSettings, formatSettings: { type: "ParquetWriteSettings" } },
  },
  json: {
    dataset: lakeJson,
    file: "rows.json",
    make: jsonDataset,
    sink: {
      type: "DelimitedTextSink",
      storeSettings,
      formatSettings: { type: "DelimitedTextWriteSettings", quoteAllText: false, fileExtension: ".json" },
    },
  },
};

/** A dataset for each format that something lands in. */
export const landedDatasets = (
  formats: ReadonlySet<LandedFormat>,
  project: ProjectIr,
): readonly (DelimitedText | LinesOfJson | Parquet)[] =>
  (["csv", "json", "parquet"] as const)
    .filter((format) => formats.has(format))
    .map((format) => files[format].make(project));

export const sinkOf = (format: LandedFormat): LandedFile["sink"] => files[format].sink;

/** The same where the rows come from several files. */
export function mergingSink(format: LandedFormat): LandedFile["sink"] {
  const { sink } = files[format];
  return { ...sink, storeSettings: { ...sink.storeSettings, copyBehavior: "MergeFiles" } };
}

/** The one file of the landing to come, whose folder a lookup has told: below that of what the loop is at, of which `at` is a field. */
export const landedFile = (
  lookup: string,
  format: LandedFormat,
  project: ProjectIr,
  at: (field: string) => Expression = item,
): DatasetReference =>
  dataset(
    files[format].dataset(project),
    landedFileAt(call("concat", at("path"), quoted("/"), toldThisRun(lookup, "folder")), format, project),
  );

/** What the dataset is told of the file of a landing, by its folder. */
export const landedFileAt = (
  folder: Expression,
  format: LandedFormat,
  project: ProjectIr,
): DatasetReference["parameters"] => ({
  container: evaluated(ofEnvironment(lakeContainer(project), project)),
  folder: evaluated(folder),
  file: files[format].file,
});

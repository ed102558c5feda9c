import type { DatabaseIr } from "../../compiler/ir/database.js";
import type { ControlIr } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import { type DatabaseWords, databaseWords } from "./database-words.js";
import { type Evaluated, evaluated, item, ofDataset, verbatim } from "./expression.js";
import { databaseService, databaseTable, lakeCsv, lakeJson, lakeParquet, lakeService, ownedBy } from "./names.js";
import { type DatasetReference, dataset, type LinkedServiceReference, linkedService } from "./reference.js";
import { lines } from "./text-form.js";

/** A dataset for all tables of a database, or for all files of a form: what differs is a parameter. */
export type Dataset = DatabaseTable | DelimitedText | LinesOfJson | Parquet;

/** `Parameters`: the type of each. */
export type Resource<
  Type extends string,
  Parameters extends { readonly [name: string]: "String" | "Bool" },
  Properties,
> = {
  readonly name: string;
  readonly properties: {
    readonly linkedServiceName: LinkedServiceReference;
    readonly parameters: { readonly [name in keyof Parameters]: { readonly type: Parameters[name] } };
    readonly folder: { readonly name: string };
    readonly annotations: readonly string[];
    readonly type: Type;
    readonly typeProperties: Properties;
    readonly schema: readonly never[];
  };
};

/** https://learn.microsoft.com/azure/data-factory/connector-sql-server#dataset-properties, and the same of Azure SQL Database */
export type DatabaseTable = Resource<
  DatabaseWords["table"],
  { readonly schema: "String"; readonly table: "String" },
  { readonly schema: Evaluated; readonly table: Evaluated }
>;

/** The parameters of a dataset for files of the lake, and where they say its file is. */
type FileParameters = { readonly container: "String"; readonly folder: "String"; readonly file: "String" };
export type FileOfLake = {
  readonly type: "AzureBlobFSLocation";
  readonly fileName: Evaluated;
  readonly folderPath: Evaluated;
  readonly fileSystem: Evaluated;
};

/** https://learn.microsoft.com/azure/data-factory/format-delimited-text */
export type DelimitedText = Resource<
  "DelimitedText",
  FileParameters,
  {
    readonly location: FileOfLake;
    readonly columnDelimiter: ",";
    readonly rowDelimiter: "\n";
    readonly encodingName: "UTF-8";
    readonly escapeChar: '"';
    readonly quoteChar: '"';
    readonly firstRowAsHeader: true;
    readonly nullValue: "\\N";
  }
>;

/** An object on each line, taken for a text: nothing of it is read, or written otherwise, on its way. */
export type LinesOfJson = Resource<
  "DelimitedText",
  FileParameters,
  Omit<typeof lines, "encodingName"> & {
    readonly location: FileOfLake;
    readonly rowDelimiter: "\n";
    readonly encodingName: "UTF-8 without BOM";
  }
>;

/** https://learn.microsoft.com/azure/data-factory/format-parquet */
export type Parquet = Resource<
  "Parquet",
  FileParameters,
  { readonly location: FileOfLake; readonly compressionCodec: "snappy" }
>;

export const tableDataset = (database: DatabaseIr, project: ProjectIr): DatabaseTable => ({
  name: databaseTable(database, project),
  properties: {
    linkedServiceName: linkedService(databaseService(database, project)),
    parameters: { schema: { type: "String" }, table: { type: "String" } },
    folder: { name: project.name },
    annotations: [ownedBy(project)],
    type: databaseWords(database).table,
    typeProperties: { schema: evaluated(ofDataset("schema")), table: evaluated(ofDataset("table")) },
    schema: [],
  },
});

export const csvDataset = (project: ProjectIr): DelimitedText => ({
  name: lakeCsv(project),
  properties: {
    ...ofLake(project),
    type: "DelimitedText",
    typeProperties: {
      location: fileOfLake,
      columnDelimiter: ",",
      rowDelimiter: "\n",
      encodingName: "UTF-8",
      // A quote within a value is written twice (RFC 4180), so a backslash is a character as any other.
      escapeChar: '"',
      quoteChar: '"',
      firstRowAsHeader: true,
      nullValue: "\\N",
    },
    schema: [],
  },
});

export const jsonDataset = (project: ProjectIr): LinesOfJson => ({
  name: lakeJson(project),
  properties: {
    ...ofLake(project),
    type: "DelimitedText",
    typeProperties: { location: fileOfLake, ...lines, rowDelimiter: "\n", encodingName: "UTF-8 without BOM" },
    schema: [],
  },
});

export const parquetDataset = (project: ProjectIr): Parquet => ({
  name: lakeParquet(project),
  properties: {
    ...ofLake(project),
    type: "Parquet",
    typeProperties: { location: fileOfLake, compressionCodec: "snappy" },
    schema: [],
  },
});

/** A dataset of files of the lake. */
export const ofLake = (project: ProjectIr) =>
  ({
    linkedServiceName: linkedService(lakeService(project)),
    parameters: { container: { type: "String" }, folder: { type: "String" }, file: { type: "String" } },
    folder: { name: project.name },
    annotations: [ownedBy(project)],
  }) as const;

export const fileOfLake: FileOfLake = {
  type: "AzureBlobFSLocation",
  fileName: evaluated(ofDataset("file")),
  folderPath: evaluated(ofDataset("folder")),
  fileSystem: evaluated(ofDataset("container")),
};

/** A table as an activity names it, and the database that it is in. */
export interface TableReference {
  readonly database: DatabaseIr;
  readonly dataset: DatasetReference;
}

/** The table that a ForEach is at. A lookup's query decides what is read; the service asks for a table all the same. */
export const tableOf = (database: DatabaseIr, project: ProjectIr): TableReference => ({
  database,
  dataset: dataset(databaseTable(database, project), {
    schema: evaluated(item("schema")),
    table: evaluated(item("table")),
  }),
});

export const marksTable = ({ database, schema }: ControlIr, project: ProjectIr): TableReference => ({
  database,
  dataset: dataset(databaseTable(database, project), { schema: verbatim(schema), table: "marks" }),
});

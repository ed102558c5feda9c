import type { DatabaseIr } from "../../compiler/ir/database.js";
import type { ControlIr } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import {
  type Evaluated,
  type Expression,
  evaluated,
  globalParameter,
  item,
  ofDataset,
  verbatim,
} from "./expression.js";
import { lakeContainer } from "./global-parameters.js";
import { databaseService, databaseTable, lakeCsv, lakeService, ownedBy } from "./names.js";
import { type DatasetReference, dataset, type LinkedServiceReference, linkedService } from "./reference.js";

/** A dataset for all tables of a database, or for all files of a form: what differs is a parameter. */
export type Dataset = SqlServerTable | DelimitedText;

type Resource<Type extends string, Parameter extends string, Properties> = {
  readonly name: string;
  readonly properties: {
    readonly linkedServiceName: LinkedServiceReference;
    readonly parameters: { readonly [name in Parameter]: { readonly type: "String" } };
    readonly folder: { readonly name: string };
    readonly annotations: readonly string[];
    readonly type: Type;
    readonly typeProperties: Properties;
    readonly schema: readonly never[];
  };
};

export type SqlServerTable = Resource<
  "SqlServerTable",
  "schema" | "table",
  { readonly schema: Evaluated; readonly table: Evaluated }
>;

/** https://learn.microsoft.com/azure/data-factory/format-delimited-text */
export type DelimitedText = Resource<
  "DelimitedText",
  "container" | "folder" | "file",
  {
    readonly location: {
      readonly type: "AzureBlobFSLocation";
      readonly fileName: Evaluated;
      readonly folderPath: Evaluated;
      readonly fileSystem: Evaluated;
    };
    readonly columnDelimiter: ",";
    readonly rowDelimiter: "\n";
    readonly encodingName: "UTF-8";
    readonly escapeChar: '"';
    readonly quoteChar: '"';
    readonly firstRowAsHeader: true;
    readonly nullValue: "\\N";
  }
>;

export const tableDataset = (database: DatabaseIr, project: ProjectIr): SqlServerTable => ({
  name: databaseTable(database),
  properties: {
    linkedServiceName: linkedService(databaseService(database)),
    parameters: { schema: { type: "String" }, table: { type: "String" } },
    folder: { name: project.name },
    annotations: [ownedBy(project)],
    type: "SqlServerTable",
    typeProperties: { schema: evaluated(ofDataset("schema")), table: evaluated(ofDataset("table")) },
    schema: [],
  },
});

export const csvDataset = (project: ProjectIr): DelimitedText => ({
  name: lakeCsv,
  properties: {
    linkedServiceName: linkedService(lakeService),
    parameters: { container: { type: "String" }, folder: { type: "String" }, file: { type: "String" } },
    folder: { name: project.name },
    annotations: [ownedBy(project)],
    type: "DelimitedText",
    typeProperties: {
      location: {
        type: "AzureBlobFSLocation",
        fileName: evaluated(ofDataset("file")),
        folderPath: evaluated(ofDataset("folder")),
        fileSystem: evaluated(ofDataset("container")),
      },
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

/** The table that a ForEach is at. A lookup's query decides what is read; the service asks for a table all the same. */
export const tableOf = (database: DatabaseIr): DatasetReference =>
  dataset(databaseTable(database), { schema: evaluated(item("schema")), table: evaluated(item("table")) });

export const marksTable = ({ database, schema }: ControlIr): DatasetReference =>
  dataset(databaseTable(database), { schema: verbatim(schema), table: "marks" });

/** The one file of a landing, below the lake's root. */
export const csvIn = (folder: Expression, project: ProjectIr): DatasetReference =>
  dataset(lakeCsv, {
    container: evaluated(globalParameter(lakeContainer(project))),
    folder: evaluated(folder),
    file: "rows.csv",
  });

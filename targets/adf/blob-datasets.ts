import type { FlowIr } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { Resource } from "./datasets.js";
import { ofEnvironment } from "./environment.js";
import { type Evaluated, evaluated, item, ofDataset } from "./expression.js";
import { type FileGroup, fileGroupsOf } from "./file-sets.js";
import { blobContainer } from "./global-parameters.js";
import { blobFiles, blobService, ownedBy } from "./names.js";
import { type DatasetReference, dataset, linkedService } from "./reference.js";

/** Delimited text in a container of others; which files they are is said by the activity. https://learn.microsoft.com/azure/data-factory/format-delimited-text */
export type BlobText = Resource<
  "DelimitedText",
  { readonly container: "String"; readonly delimiter: "String"; readonly quote: "String"; readonly header: "Bool" },
  {
    readonly location: { readonly type: "AzureBlobStorageLocation"; readonly container: Evaluated };
    readonly columnDelimiter: Evaluated;
    readonly encodingName: "UTF-8";
    readonly escapeChar: Evaluated;
    readonly quoteChar: Evaluated;
    readonly firstRowAsHeader: Evaluated;
    readonly nullValue: "";
    readonly compressionCodec?: "gzip";
  }
>;

type Files = Pick<FileGroup, "store" | "compression">;

/** A dataset for each container that is read, and each compression in it. */
export const blobDatasets = (flows: readonly FlowIr[], project: ProjectIr): readonly BlobText[] => [
  ...new Map(
    flows
      .flatMap(({ landings }) => fileGroupsOf(landings))
      .filter(({ compression }) => compression !== "zip") // which is unpacked first
      .map((group) => [blobFiles(group.store, group.compression, project), blobDataset(group, project)]),
  ).values(),
];

/** How a file of text is written: parameters of its dataset. */
export const textParameters = {
  delimiter: { type: "String" },
  quote: { type: "String" },
  header: { type: "Bool" },
} as const;

export const textFormat = {
  columnDelimiter: evaluated(ofDataset("delimiter")),
  encodingName: "UTF-8",
  // A quote within a value is written twice (RFC 4180).
  escapeChar: evaluated(ofDataset("quote")),
  quoteChar: evaluated(ofDataset("quote")),
  firstRowAsHeader: evaluated(ofDataset("header")),
  nullValue: "",
} as const;

const blobDataset = ({ store, compression }: Files, project: ProjectIr): BlobText => ({
  name: blobFiles(store, compression, project),
  properties: {
    linkedServiceName: linkedService(blobService(store, project)),
    parameters: {
      container: { type: "String" },
      ...textParameters,
    },
    folder: { name: project.name },
    annotations: [ownedBy(project)],
    type: "DelimitedText",
    typeProperties: {
      location: { type: "AzureBlobStorageLocation", container: evaluated(ofDataset("container")) },
      ...textFormat,
      ...(compression === "gzip" && { compressionCodec: compression }),
    },
    schema: [],
  },
});

/** The container, and how the files that a ForEach is at are written. */
export const filesOf = ({ store, compression }: Files, project: ProjectIr): DatasetReference =>
  dataset(blobFiles(store, compression, project), {
    container: evaluated(ofEnvironment(blobContainer(store, project), project)),
    delimiter: evaluated(item("delimiter")),
    quote: evaluated(item("quote")),
    header: evaluated(item("header")),
  });

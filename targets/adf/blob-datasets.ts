import type { FlowIr } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { Resource } from "./datasets.js";
import { ofEnvironment } from "./environment.js";
import { type Evaluated, evaluated, ofDataset } from "./expression.js";
import { type FileGroup, fileGroupsOf } from "./file-sets.js";
import { blobContainer } from "./global-parameters.js";
import { blobFiles, blobService, ownedBy } from "./names.js";
import { type DatasetReference, dataset, linkedService } from "./reference.js";
import { type TextForm, textFormOf, textOf } from "./text-form.js";

/** Delimited text in a container of others; which files they are is said by the activity. https://learn.microsoft.com/azure/data-factory/format-delimited-text */
export type BlobText = Resource<
  "DelimitedText",
  { readonly container: "String" } & TextForm["parameters"],
  TextForm["format"] & {
    readonly location: { readonly type: "AzureBlobStorageLocation"; readonly container: Evaluated };
    readonly compressionCodec?: "gzip";
  }
>;

type Files = Pick<FileGroup, "store" | "compression" | "format">;

/** A dataset for each container that is read, and each compression in it. */
export const blobDatasets = (flows: readonly FlowIr[], project: ProjectIr): readonly BlobText[] => [
  ...new Map(
    flows
      .flatMap(({ landings }) => fileGroupsOf(landings))
      .filter(({ compression }) => compression !== "zip") // which is unpacked first
      .map((group) => [blobFiles(group.store, group.format, group.compression, project), blobDataset(group, project)]),
  ).values(),
];

const blobDataset = ({ store, compression, format }: Files, project: ProjectIr): BlobText => ({
  name: blobFiles(store, format, compression, project),
  properties: {
    linkedServiceName: linkedService(blobService(store, project)),
    parameters: {
      container: { type: "String" },
      ...textFormOf(format).parameters,
    },
    folder: { name: project.name },
    annotations: [ownedBy(project)],
    type: "DelimitedText",
    typeProperties: {
      location: { type: "AzureBlobStorageLocation", container: evaluated(ofDataset("container")) },
      ...textFormOf(format).format,
      ...(compression === "gzip" && { compressionCodec: compression }),
    },
    schema: [],
  },
});

/** The container, and how the files that a ForEach is at are written. */
export const filesOf = ({ store, compression, format }: Files, project: ProjectIr): DatasetReference =>
  dataset(blobFiles(store, format, compression, project), {
    container: evaluated(ofEnvironment(blobContainer(store, project), project)),
    ...textOf(format),
  });

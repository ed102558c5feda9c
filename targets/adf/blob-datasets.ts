import type { FlowIr } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { Resource } from "./datasets.js";
import { ofEnvironment } from "./environment.js";
import { type Evaluated, type Expression, evaluated, item, ofDataset } from "./expression.js";
import { type FileGroup, fileGroupsOf } from "./file-sets.js";
import { blobContainer } from "./global-parameters.js";
import { blobFiles, blobFolder, blobService, ownedBy } from "./names.js";
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

/** A folder of a container, of which it is asked whether it is there. https://learn.microsoft.com/azure/data-factory/format-binary */
export type BlobFolder = Resource<
  "Binary",
  { readonly container: "String"; readonly folder: "String" },
  {
    readonly location: {
      readonly type: "AzureBlobStorageLocation";
      readonly folderPath: Evaluated;
      readonly container: Evaluated;
    };
  }
>;

/** A dataset for the folders of each container whose files are read period by period. */
export const folderDatasets = (flows: readonly FlowIr[], project: ProjectIr): readonly BlobFolder[] => [
  ...new Map(
    flows
      .flatMap(({ landings }) => fileGroupsOf(landings))
      .filter(({ read, hasFolder }) => read === "new-periods" && hasFolder)
      .map(({ store }) => [store.name, folderDataset(store, project)]),
  ).values(),
];

const folderDataset = (store: FileGroup["store"], project: ProjectIr): BlobFolder => ({
  name: blobFolder(store, project),
  properties: {
    linkedServiceName: linkedService(blobService(store, project)),
    parameters: { container: { type: "String" }, folder: { type: "String" } },
    folder: { name: project.name },
    annotations: [ownedBy(project)],
    type: "Binary",
    typeProperties: {
      location: {
        type: "AzureBlobStorageLocation",
        folderPath: evaluated(ofDataset("folder")),
        container: evaluated(ofDataset("container")),
      },
    },
    schema: [],
  },
});

export const folderOf = (
  { store }: Pick<FileGroup, "store">,
  folder: Expression,
  project: ProjectIr,
): DatasetReference =>
  dataset(blobFolder(store, project), {
    container: evaluated(ofEnvironment(blobContainer(store, project), project)),
    folder: evaluated(folder),
  });

/** The container, and how the files that a ForEach is at are written; `at`: a field of that, where it is known otherwise. */
export const filesOf = (
  { store, compression, format }: Files,
  project: ProjectIr,
  at: (field: string) => Expression = item,
): DatasetReference =>
  dataset(blobFiles(store, format, compression, project), {
    container: evaluated(ofEnvironment(blobContainer(store, project), project)),
    ...textOf(format, at),
  });

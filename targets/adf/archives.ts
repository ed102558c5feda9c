import type { FlowIr } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { Resource } from "./datasets.js";
import { type Evaluated, evaluated, ofDataset } from "./expression.js";
import { type FileGroup, fileGroupsOf } from "./file-sets.js";
import type { LandedFormat } from "./landed-files.js";
import { blobArchives, blobService, lakeFolder, lakeService, lakeUnzipped, ownedBy } from "./names.js";
import { linkedService } from "./reference.js";
import { type TextForm, textFormOf } from "./text-form.js";

/** Archives in a container of others; which ones is said by the activity. https://learn.microsoft.com/azure/data-factory/format-binary */
export type BlobArchives = Resource<
  "Binary",
  { readonly container: "String" },
  {
    readonly location: { readonly type: "AzureBlobStorageLocation"; readonly container: Evaluated };
    readonly compression: { readonly type: "ZipDeflate" };
  }
>;

type FolderParameters = { readonly container: "String"; readonly folder: "String" };
type FolderOfLake = {
  readonly type: "AzureBlobFSLocation";
  readonly folderPath: Evaluated;
  readonly fileSystem: Evaluated;
};

/** A folder of the lake with whatever files. */
export type LakeFolder = Resource<"Binary", FolderParameters, { readonly location: FolderOfLake }>;

/** A folder of the lake with what was unpacked, delimited as its source says. */
export type UnzippedText = Resource<
  "DelimitedText",
  FolderParameters & TextForm["parameters"],
  TextForm["format"] & { readonly location: FolderOfLake }
>;

/** The datasets that archives are unpacked by; none where there are none. */
export function archiveDatasets(
  flows: readonly FlowIr[],
  project: ProjectIr,
): readonly (BlobArchives | LakeFolder | UnzippedText)[] {
  const groups = flows
    .flatMap(({ landings }) => fileGroupsOf(landings))
    .filter(({ compression }) => compression === "zip");
  if (groups.length === 0) return [];
  const stores = groups.map(({ store }) => [store.name, store] as const);
  const forms = groups.map((group) => [lakeUnzipped(group.format, project), group.format] as const);
  return [
    ...[...new Map(stores).values()].map((store) => archives(store, project)),
    lakeFolderDataset(project),
    ...[...new Map(forms).values()].map((format) => unzippedText(format, project)),
  ];
}

const archives = (store: FileGroup["store"], project: ProjectIr): BlobArchives => ({
  name: blobArchives(store, project),
  properties: {
    linkedServiceName: linkedService(blobService(store, project)),
    parameters: { container: { type: "String" } },
    folder: { name: project.name },
    annotations: [ownedBy(project)],
    type: "Binary",
    typeProperties: {
      location: { type: "AzureBlobStorageLocation", container: evaluated(ofDataset("container")) },
      compression: { type: "ZipDeflate" },
    },
    schema: [],
  },
});

const folderOfLake: FolderOfLake = {
  type: "AzureBlobFSLocation",
  folderPath: evaluated(ofDataset("folder")),
  fileSystem: evaluated(ofDataset("container")),
};

const lakeFolderDataset = (project: ProjectIr): LakeFolder => ({
  name: lakeFolder(project),
  properties: {
    linkedServiceName: linkedService(lakeService(project)),
    parameters: { container: { type: "String" }, folder: { type: "String" } },
    folder: { name: project.name },
    annotations: [ownedBy(project)],
    type: "Binary",
    typeProperties: { location: folderOfLake },
    schema: [],
  },
});

const unzippedText = (format: LandedFormat, project: ProjectIr): UnzippedText => ({
  name: lakeUnzipped(format, project),
  properties: {
    linkedServiceName: linkedService(lakeService(project)),
    parameters: {
      container: { type: "String" },
      folder: { type: "String" },
      ...textFormOf(format).parameters,
    },
    folder: { name: project.name },
    annotations: [ownedBy(project)],
    type: "DelimitedText",
    typeProperties: {
      location: folderOfLake,
      ...textFormOf(format).format,
    },
    schema: [],
  },
});

import type { ProjectIr } from "../../compiler/ir/ir.js";
import { type Activity, after, when } from "./activity.js";
import type { Copy } from "./copy.js";
import { ofEnvironment } from "./environment.js";
import { call, type Expression, errorOf, evaluated, item, number, outputIfAny, quoted, run } from "./expression.js";
import { type FileGroup, noFiles } from "./file-sets.js";
import { blobContainer, lakeContainer } from "./global-parameters.js";
import { blobArchives, type FileNames, lakeFolder, lakeUnzipped } from "./names.js";
import { longPolicy, shortPolicy, waitSeconds } from "./policy.js";
import { type DatasetReference, dataset } from "./reference.js";
import { textOf } from "./text-form.js";

/** A folder below that of a source. */
const folder = (project: ProjectIr, ...below: readonly Expression[]) => ({
  container: evaluated(ofEnvironment(lakeContainer(project), project)),
  folder: evaluated(call("concat", item("path"), ...below)),
});

/**
 * Each attempt has a folder of its own, so what an earlier one left, having failed half-way, is not read. Hence the activity is not
 * tried again by itself: it would write to the same folder, and nothing could empty that in between.
 */
const ofAttempt = (attempt: Expression, project: ProjectIr) =>
  folder(project, quoted("/unzipped/"), run("RunId"), attempt);

const [first, second] = [quoted("/1"), quoted("/2")];

/** What was unpacked, as text: by the attempt that has succeeded, which is the second one where the first has failed. */
export const unzippedOf = (names: FileNames, { format }: FileGroup, project: ProjectIr): DatasetReference => {
  const failure = call("coalesce", errorOf(names.unzipFiles), quoted(""));
  const attempt = call("if", call("empty", failure), first, second);
  return dataset(lakeUnzipped(format, project), { ...ofAttempt(attempt, project), ...textOf(format) });
};

/** Unpacks the archives, and once more if that fails; where there are none the run fails and says so. */
export const unzipping = (names: FileNames, group: FileGroup, project: ProjectIr): readonly Activity[] => [
  unzip(names.unzipFiles, after(names.interval), first, group, project),
  {
    name: names.waitToUnzip,
    type: "Wait",
    dependsOn: [when(names.unzipFiles, "Failed")],
    userProperties: [],
    typeProperties: { waitTimeInSeconds: waitSeconds },
  },
  unzip(names.unzipAgain, after(names.waitToUnzip), second, group, project),
  {
    name: names.areNone,
    type: "IfCondition",
    dependsOn: [when(names.unzipFiles, "Succeeded", "Failed"), when(names.unzipAgain, "Succeeded", "Skipped")],
    userProperties: [],
    typeProperties: {
      expression: evaluated(call("equals", archivesRead(names), number(0))),
      ifTrueActivities: [
        noFiles(
          names.refuseNoArchives,
          group.store.name,
          "there is no such archive. Nothing was taken: put one there, or mend the source's 'path'.",
        ),
      ],
    },
  },
];

const archivesRead = ({ unzipFiles, unzipAgain }: FileNames): Expression =>
  call("coalesce", outputIfAny(unzipAgain, "filesRead"), outputIfAny(unzipFiles, "filesRead"));

/**
 * Each archive into a folder of its own name. That a copy parses the files of an archive, and what it makes of several, is
 * documented nowhere; that it unpacks them is. https://learn.microsoft.com/azure/data-factory/format-binary#binary-as-source
 */
const unzip = (
  name: string,
  dependsOn: Copy["dependsOn"],
  attempt: Expression,
  { store, hasFolder }: FileGroup,
  project: ProjectIr,
): Copy => ({
  name,
  type: "Copy",
  dependsOn,
  policy: longPolicy(0),
  userProperties: [{ name: "Files", value: evaluated(call("concat", item("folder"), quoted("/"), item("file"))) }],
  typeProperties: {
    source: {
      type: "BinarySource",
      storeSettings: {
        type: "AzureBlobStorageReadSettings",
        recursive: false,
        ...(hasFolder && { wildcardFolderPath: evaluated(item("folder")) }),
        wildcardFileName: evaluated(item("file")),
      },
      formatSettings: {
        type: "BinaryReadSettings",
        compressionProperties: { type: "ZipDeflateReadSettings", preserveZipFileNameAsFolder: true },
      },
    },
    sink: { type: "BinarySink", storeSettings: { type: "AzureBlobFSWriteSettings" } },
    enableStaging: false,
  },
  inputs: [
    dataset(blobArchives(store, project), {
      container: evaluated(ofEnvironment(blobContainer(store, project), project)),
    }),
  ],
  outputs: [dataset(lakeFolder(project), ofAttempt(attempt, project))],
});

/**
 * Removes what this run unpacked, whether its rows have landed or not, and what earlier runs left that were broken off: the pipeline runs
 * once at a time. That it could not be removed is told by the activity alone, as nobody reads it: an activity that comes after the
 * failure has succeeded, and by it the run is judged. https://learn.microsoft.com/azure/data-factory/tutorial-pipeline-failure-error-handling
 */
export const removing = (names: FileNames, project: ProjectIr): readonly Activity[] => [
  {
    name: names.removeUnzipped,
    type: "Delete",
    dependsOn: [when(names.landFiles, "Completed", "Skipped")],
    policy: shortPolicy(60),
    userProperties: [],
    typeProperties: {
      dataset: dataset(lakeFolder(project), folder(project, quoted("/unzipped"))),
      storeSettings: { type: "AzureBlobFSReadSettings", recursive: true },
      enableLogging: false,
    },
  },
  {
    name: names.leaveUnzipped,
    type: "Wait",
    description: "The next run removes what this one could not.",
    dependsOn: [when(names.removeUnzipped, "Failed")],
    userProperties: [],
    typeProperties: { waitTimeInSeconds: 1 },
  },
];

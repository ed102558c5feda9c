import { readAt } from "../../compiler/ir/database.js";
import { type ControlIr, defaultSteps } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import { after, type ForEach, type IfCondition } from "./activity.js";
import { filesOf } from "./blob-datasets.js";
import type { Copy, DelimitedTextSource } from "./copy.js";
import { lookup, script } from "./database-activities.js";
import { marksTable } from "./datasets.js";
import { call, evaluated, item, number, outputOf, parameter, quoted } from "./expression.js";
import { type FileGroup, noFiles, rowsOf } from "./file-sets.js";
import { keepFiles, selectFilesReadAt, selectInterval } from "./file-statements.js";
import { landedFile, mergingSink } from "./landed-files.js";
import { type FileNames, fileNames } from "./names.js";
import { eachPeriodicSource } from "./period-landing.js";
import { longPolicy } from "./policy.js";
import { removing, unzippedOf, unzipping } from "./unzipping.js";

/** Lands the rows of each source of files of a group: of all its files, or of those that are new. What brought none is no landing. */
export function eachFileSet(group: FileGroup, atOnce: number, control: ControlIr, project: ProjectIr): ForEach {
  if (group.read === "new-periods") return eachPeriodicSource(group, atOnce);
  const names = fileNames(group.number);
  const select = group.read === "full" ? selectFilesReadAt(control) : selectInterval(control);
  return {
    name: names.eachFileSet,
    type: "ForEach",
    description: `Files of '${group.store.name}', ${group.read === "full" ? "all of them" : "those that are new or changed"}.`,
    dependsOn: [],
    userProperties: [],
    typeProperties: {
      items: evaluated(parameter(names.fileSets)),
      isSequential: false,
      batchCount: atOnce,
      activities: [
        lookup(names.interval, [], select, marksTable(control, project), "first"),
        ...(group.compression === "zip" ? unzipping(names, group, project) : []),
        landFiles(names, group, project),
        ...(group.compression === "zip" ? removing(names, project) : []),
        haveRows(names, group, control, project),
      ],
    },
  };
}

/** Into one file, in a folder that nobody reads before the landing is kept: a retry and the next run write the same file again. */
function landFiles(names: FileNames, group: FileGroup, project: ProjectIr): Copy {
  return {
    name: names.landFiles,
    type: "Copy",
    dependsOn: after(group.compression === "zip" ? names.areNone : names.interval),
    policy: longPolicy(defaultSteps.attempts),
    userProperties: [
      { name: "Files", value: evaluated(call("concat", item("folder"), quoted("/"), item("file"))) },
      { name: "Up to", value: evaluated(outputOf(names.interval, "firstRow", "until")) },
    ],
    typeProperties: {
      source: sourceOf(names, group),
      sink: mergingSink(group.format),
      enableStaging: false,
      translator: evaluated(item("mapping")),
    },
    inputs: [group.compression === "zip" ? unzippedOf(names, group, project) : filesOf(group, project)],
    outputs: [landedFile(names.interval, group.format, project)],
  };
}

function sourceOf({ interval }: FileNames, { read, hasFolder, compression, format }: FileGroup): DelimitedTextSource {
  const at = (column: string) => evaluated(outputOf(interval, "firstRow", column));
  return {
    type: "DelimitedTextSource",
    storeSettings:
      compression === "zip"
        ? {
            type: "AzureBlobFSReadSettings",
            recursive: true,
            wildcardFileName: "*",
            enablePartitionDiscovery: false,
          }
        : {
            type: "AzureBlobStorageReadSettings",
            recursive: false,
            ...(hasFolder && { wildcardFolderPath: evaluated(item("folder")) }),
            wildcardFileName: evaluated(item("file")),
            enablePartitionDiscovery: false,
            // From the one on, and before the other.
            ...(read === "new-files" && { modifiedDatetimeStart: at("mark"), modifiedDatetimeEnd: at("until") }),
          },
    formatSettings: { type: "DelimitedTextReadSettings" },
    // Lines of JSON land as they are.
    ...(read === "full" && format !== "json" && { additionalColumns: [{ name: readAt.name, value: at("until") }] }),
  };
}

/** Where files are read as a whole, none is a mistake: all that is made of them would be deleted. */
function haveRows(names: FileNames, { read, store }: FileGroup, control: ControlIr, project: ProjectIr): IfCondition {
  return {
    name: names.haveRows,
    type: "IfCondition",
    dependsOn: after(names.landFiles),
    userProperties: [],
    typeProperties: {
      expression: evaluated(call("greater", rowsOf(names.landFiles), number(0))),
      ifTrueActivities: [script(names.keepFiles, [], keepFiles(control, names), control, project)],
      ...(read === "full" && {
        ifFalseActivities: [
          noFiles(names.refuseNone, store.name, "there is no file with a row. Nothing was taken of them."),
        ],
      }),
    },
  };
}

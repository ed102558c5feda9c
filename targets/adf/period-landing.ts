import { type ControlIr, defaultSteps, type FlowIr } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import { type Activity, after, type ForEach, type GetMetadata, type IfCondition } from "./activity.js";
import { filesOf, folderOf } from "./blob-datasets.js";
import type { Copy } from "./copy.js";
import { lookup, script } from "./database-activities.js";
import { marksTable } from "./datasets.js";
import { inEnvironment } from "./environment.js";
import { call, evaluated, item, itself, number, outputOf, parameter, quoted } from "./expression.js";
import { type FileGroup, fileGroupsOf } from "./file-sets.js";
import { landedFile, mergingSink } from "./landed-files.js";
import { fileNames, ownedBy } from "./names.js";
import { ofSource, periodNames, periodsPipeline, sourceParameter } from "./period-names.js";
import { keepPeriod, passPeriod, selectDue, selectPeriodLanding } from "./period-statements.js";
import type { Pipeline } from "./pipeline.js";
import { longPolicy, shortPolicy } from "./policy.js";
import { pipelineReference } from "./reference.js";
import { asTold } from "./steps.js";
import { capOf, readUntil } from "./window-trigger.js";

/** Has each source of a group read, by a pipeline that goes through its periods: no loop may stand in another. */
export function eachPeriodicSource(group: FileGroup, atOnce: number): ForEach {
  const names = fileNames(group.number);
  return {
    name: names.eachFileSet,
    type: "ForEach",
    description: `Files of '${group.store.name}', those of the periods in their names that were not read yet.`,
    dependsOn: [],
    userProperties: [],
    typeProperties: {
      items: evaluated(parameter(names.fileSets)),
      isSequential: false,
      batchCount: atOnce,
      activities: [
        {
          name: names.landPeriods,
          type: "ExecutePipeline",
          dependsOn: [],
          userProperties: [],
          typeProperties: {
            pipeline: pipelineReference(periodsPipeline(group)),
            parameters: { [sourceParameter]: evaluated(itself), [readUntil]: evaluated(parameter(readUntil)) },
            waitOnCompletion: true,
          },
        },
      ],
    },
  };
}

/** The pipelines that read the periods of one source each, of a flow: one for each group of sources. */
export const periodPipelines = (flow: FlowIr, control: ControlIr, project: ProjectIr): readonly Pipeline[] =>
  fileGroupsOf(flow.landings)
    .filter(({ read }) => read === "new-periods")
    .map((group) => periodPipeline(group, flow, control, project));

/**
 * It may run for several sources at a time, so it has no `concurrency`. Two runs may read one source when the caller of the first was
 * cancelled alone and started anew before it has ended. Both begin at the mark, so they write the rows of one period into one file, and
 * one of them moves the mark. What is not guarded against: a reader of that file while the slower one still writes it, and a slower one
 * at a period without rows, whose number the next period has meanwhile.
 */
const periodPipeline = (group: FileGroup, flow: FlowIr, control: ControlIr, project: ProjectIr): Pipeline => ({
  name: periodsPipeline(group),
  properties: {
    description: `Lands the periods of one source of '${flow.name}' that are over, one after another; '${flow.name}' calls it.`,
    activities: asTold(inEnvironment(reading(group, control, project), project), flow.steps),
    parameters: { [sourceParameter]: { type: "object" }, ...capOf(true) },
    folder: { name: project.name },
    annotations: [ownedBy(project), `sluice: ${flow.origin.file.path}`],
  },
});

const reading = (group: FileGroup, control: ControlIr, project: ProjectIr): readonly Activity[] => [
  lookup(periodNames.due, [], selectDue(control), marksTable(control, project), "all"),
  {
    name: periodNames.eachPeriod,
    type: "ForEach",
    dependsOn: after(periodNames.due),
    userProperties: [],
    typeProperties: {
      items: evaluated(outputOf(periodNames.due, "value")),
      isSequential: true,
      activities: [
        lookup(periodNames.landing, [], selectPeriodLanding(control), marksTable(control, project), "first"),
        ...(group.hasFolder ? [lookAtFolder(group, project)] : []),
        isThere(group, control, project),
      ],
    },
  },
];

/** A copy from a folder that is not there fails; asked whether it is there, the service says so. */
const lookAtFolder = (group: FileGroup, project: ProjectIr): GetMetadata => ({
  name: periodNames.folder,
  type: "GetMetadata",
  dependsOn: after(periodNames.landing),
  policy: shortPolicy(10),
  userProperties: [],
  typeProperties: {
    dataset: folderOf(group, item("folder"), project),
    fieldList: ["exists"],
    storeSettings: { type: "AzureBlobStorageReadSettings", recursive: true, enablePartitionDiscovery: false },
    formatSettings: { type: "BinaryReadSettings" },
  },
});

/** Behind a period that has failed none is read, and no mark is moved: what keeps it looks for the period before. */
function isThere(group: FileGroup, control: ControlIr, project: ProjectIr): IfCondition {
  const isNext = call("equals", outputOf(periodNames.landing, "firstRow", "is_next"), number(1));
  const exists = outputOf(periodNames.folder, "exists");
  return {
    name: periodNames.isThere,
    type: "IfCondition",
    dependsOn: after(group.hasFolder ? periodNames.folder : periodNames.landing),
    userProperties: [],
    typeProperties: {
      expression: evaluated(group.hasFolder ? call("and", isNext, exists) : isNext),
      ifTrueActivities: [
        landPeriod(group, project),
        script(periodNames.keepPeriod, after(periodNames.landFiles), keepPeriod(control), control, project),
      ],
      ...(group.hasFolder && {
        ifFalseActivities: [script(periodNames.passPeriod, [], passPeriod(control), control, project)],
      }),
    },
  };
}

/** Into one file, in a folder that nobody reads before the period is kept: done again, it writes the same file. */
const landPeriod = (group: FileGroup, project: ProjectIr): Copy => ({
  name: periodNames.landFiles,
  type: "Copy",
  dependsOn: [],
  policy: longPolicy(defaultSteps.attempts),
  userProperties: [
    { name: "Files", value: evaluated(call("concat", item("folder"), quoted("/"), item("file"))) },
    { name: "Up to", value: evaluated(item("end")) },
  ],
  typeProperties: {
    source: {
      type: "DelimitedTextSource",
      storeSettings: {
        type: "AzureBlobStorageReadSettings",
        recursive: false,
        ...(group.hasFolder && { wildcardFolderPath: evaluated(item("folder")) }),
        wildcardFileName: evaluated(item("file")),
        enablePartitionDiscovery: false,
      },
      formatSettings: { type: "DelimitedTextReadSettings" },
    },
    sink: mergingSink(group.format),
    enableStaging: false,
    translator: evaluated(ofSource("mapping")),
  },
  inputs: [filesOf(group, project, ofSource)],
  outputs: [landedFile(periodNames.landing, group.format, project, ofSource)],
});

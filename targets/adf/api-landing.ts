import { type ControlIr, defaultSteps } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import { after, type Fail, type ForEach, type IfCondition } from "./activity.js";
import { answersOf } from "./api-datasets.js";
import type { ApiGroup } from "./apis.js";
import type { Copy } from "./copy.js";
import { lookup, script } from "./database-activities.js";
import { marksTable } from "./datasets.js";
import { call, evaluated, filled, item, number, outputOf, parameter, quoted } from "./expression.js";
import { keepFiles, selectFilesReadAt } from "./file-statements.js";
import { landedFileAt } from "./landed-files.js";
import { type ApiNames, apiNames, lakeAnswers } from "./names.js";
import { paginationRules, timeSpan } from "./paging.js";
import { longPolicy } from "./policy.js";
import { dataset } from "./reference.js";
import { toldThisRun } from "./this-run.js";

/** Lands what an API answers, all pages of each source of a group; fewer than all of them are no landing. */
export function eachApiSource(group: ApiGroup, atOnce: number, control: ControlIr, project: ProjectIr): ForEach {
  const names = apiNames(group.number);
  return {
    name: names.eachSource,
    type: "ForEach",
    description: `What '${group.api.name}' answers, all pages.`,
    dependsOn: [],
    userProperties: [],
    typeProperties: {
      items: evaluated(parameter(names.sources)),
      isSequential: false,
      batchCount: atOnce,
      activities: [
        lookup(names.interval, [], selectFilesReadAt(control), marksTable(control, project), "first"),
        landAnswers(names, group, project),
        areAll(names, group, control, project),
      ],
    },
  };
}

/**
 * As they came (https://learn.microsoft.com/azure/data-factory/connector-rest#export-json-response-as-is), an object on each line of one
 * file, in a folder that nobody reads before the landing is kept: a retry, which begins with the first page, and the next run write the same file again.
 */
function landAnswers(names: ApiNames, { api, rows, paging }: ApiGroup, project: ProjectIr): Copy {
  const folder = call("concat", item("path"), quoted("/"), toldThisRun(names.interval, "folder"));
  return {
    name: names.landAnswers,
    type: "Copy",
    dependsOn: after(names.interval),
    policy: longPolicy(defaultSteps.attempts),
    userProperties: [
      { name: "Path", value: evaluated(item("url")) },
      { name: "Up to", value: evaluated(outputOf(names.interval, "firstRow", "until")) },
    ],
    typeProperties: {
      source: {
        type: "RestSource",
        requestMethod: "GET",
        httpRequestTimeout: "00:01:40",
        requestInterval: timeSpan(paging.kind === "none" ? 1000 : paging.waitMilliseconds),
        paginationRules: paginationRules({ rows, paging }),
      },
      sink: {
        type: "JsonSink",
        storeSettings: { type: "AzureBlobFSWriteSettings" },
        formatSettings: { type: "JsonWriteSettings", filePattern: "setOfObjects" },
      },
      enableStaging: false,
    },
    inputs: [answersOf(api, project)],
    outputs: [dataset(lakeAnswers(project), landedFileAt(folder, "json", project))],
  };
}

/** Each answer is a row to the copy. None is a mistake, and so are too many: at the largest number of requests the copy just ends. */
function areAll(names: ApiNames, { api, paging }: ApiGroup, control: ControlIr, project: ProjectIr): IfCondition {
  const copied = outputOf(names.landAnswers, "rowsCopied");
  const isAny = call("greater", copied, number(0));
  const most = paging.kind === "none" ? undefined : paging.most;
  return {
    name: names.areAll,
    type: "IfCondition",
    dependsOn: after(names.landAnswers),
    userProperties: [],
    typeProperties: {
      expression: evaluated(
        most === undefined ? isAny : call("and", isAny, call("lessOrEquals", copied, number(most))),
      ),
      ifTrueActivities: [
        script(
          names.keepAnswers,
          [],
          keepFiles(control, { interval: names.interval, landFiles: names.landAnswers }),
          control,
          project,
        ),
      ],
      ifFalseActivities: [refuse(names, api.name, most)],
    },
  };
}

const refuse = (names: ApiNames, api: string, most: number | undefined): Fail => ({
  name: names.refuseAnswers,
  type: "Fail",
  dependsOn: [],
  userProperties: [],
  typeProperties: {
    message: filled([
      { hole: item("url") },
      ` of '${api}': it has answered with `,
      { hole: call("string", outputOf(names.landAnswers, "rowsCopied")) },
      most === undefined
        ? " pages. Nothing was taken of them."
        : ` pages, and from 1 to ${most} are expected ('max_pages'). Nothing was taken of them.`,
    ]),
    errorCode: "UnexpectedPages",
  },
});

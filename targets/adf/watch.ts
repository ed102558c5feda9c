import { longestOperation, pageSize } from "../../compiler/emit/applications.js";
import { synapseName } from "../../compiler/emit/synapse.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { WatchIr } from "../../compiler/ir/watch.js";
import { type Activity, after, type SetVariable, when } from "./activity.js";
import { inEnvironment, ofEnvironment } from "./environment.js";
import {
  call,
  type Expression,
  errorOf,
  evaluated,
  number,
  outputIfAny,
  outputOf,
  quoted,
  variable,
} from "./expression.js";
import { ownedBy, watchNames } from "./names.js";
import { onFailure } from "./on-failure.js";
import type { Pipeline } from "./pipeline.js";
import { shortPolicy, spanOf } from "./policy.js";
import { goesOn, pageOf } from "./spark-applications.js";
import { poolValue } from "./watch-values.js";

/**
 * How long after one look in vain it is looked again, in seconds. While publishing hands a job over nothing runs from when the old
 * application has ended until the definition is written, which may take as long as any operation, and the new one is submitted.
 */
const handover = longestOperation / 1000 + 60;

/** Two looks, of a pool that remembers thousands of applications too. */
const longestLook = 2 * 3600;

const { look, applications, inTrouble, own, found, nextPage, turn, areAll, count, wait, runs, fail } = watchNames;

/** Of the run: whether the application was found, where in the list it looks, how often it has looked in vain, and why it cannot look. */
const variables = {
  runs: { type: "Boolean", defaultValue: false },
  from: { type: "String", defaultValue: "0" },
  next: { type: "String", defaultValue: "0" },
  looks: { type: "Array" },
  trouble: { type: "String", defaultValue: "" },
} as const;

/**
 * Looks whether a streaming job runs, and fails with its name if not: a workspace tells of failed runs, and starts no application again
 * that has ended. Nor does this: a second application beside one that publishing starts would write to the same tables.
 */
export function watchPipeline(watch: WatchIr, project: ProjectIr): Pipeline {
  const name = synapseName(project.name, watch.job);
  const all = inEnvironment([looking(watch, name, project), verdict(watch, name, project)], project);
  const telling = watch.webhook && onFailure(all, watch.webhook, project);
  return {
    name: watch.name,
    properties: {
      description: `Fails if no application runs the streaming job '${name}'.`,
      activities: [...all, ...(telling?.activities ?? [])],
      parameters: {},
      variables: { ...variables, ...telling?.variables },
      concurrency: 1,
      folder: { name: project.name },
      annotations: [ownedBy(project), `sluice: ${watch.origin.file.path}`],
    },
  };
}

/** Page after page, until it is found or all have been looked at twice. An Until does not stop where an activity in it fails. */
const looking = (watch: WatchIr, job: string, project: ProjectIr): Activity => ({
  name: look,
  type: "Until",
  dependsOn: [],
  userProperties: [],
  typeProperties: {
    expression: evaluated(call("or", variable("runs"), call("or", hasLooked, isInTrouble))),
    timeout: spanOf(longestLook),
    activities: [...reading(watch, job, project), ...turning, atTheEnd, isInVain],
  },
});

const poolOf = (watch: WatchIr, project: ProjectIr): Expression => ofEnvironment(poolValue(watch, project), project);

/** Twice, and in vain. */
const hasLooked = call("equals", call("length", variable("looks")), number(2));

const isInTrouble = call("not", call("empty", variable("trouble")));

/** A page need not have a list: https://learn.microsoft.com/rest/api/synapse/data-plane/spark-batch/get-spark-batch-jobs */
const listed = call("coalesce", outputIfAny(applications, "sessions"), call("json", quoted("[]")));

/** An answer that has neither a list nor how many there are is no page: this is no list then, and cannot be filtered. */
const sessions = call(
  "coalesce",
  outputIfAny(applications, "sessions"),
  call(
    "if",
    call("equals", call("coalesce", outputIfAny(applications, "total"), number(-1)), number(-1)),
    quoted("no page of applications"),
    call("json", quoted("[]")),
  ),
);

/** A page of the applications of the pool, and what of it is the job's and has not ended. */
const reading = (watch: WatchIr, job: string, project: ProjectIr): readonly Activity[] => [
  {
    name: applications,
    type: "WebActivity",
    description: "The workspace's own identity needs the role 'Synapse Compute Operator'.",
    dependsOn: [],
    // What others have submitted is none of the business of who reads the history of runs.
    policy: { ...shortPolicy(10), secureOutput: true },
    userProperties: [],
    typeProperties: {
      method: "GET",
      url: evaluated(pageOf(poolOf(watch, project), variable("from"), project)),
      authentication: { type: "MSI", resource: "https://dev.azuresynapse.net" },
    },
  },
  {
    name: own,
    type: "Filter",
    dependsOn: after(applications),
    userProperties: [],
    typeProperties: {
      items: evaluated(sessions),
      condition: evaluated(goesOn(job, project)),
    },
  },
  set(found, after(own), "runs", call("greater", outputOf(own, "FilteredItemsCount"), number(0))),
];

const set = (
  name: string,
  dependsOn: SetVariable["dependsOn"],
  variableName: keyof typeof variables,
  value: Expression,
): SetVariable => ({
  name,
  type: "SetVariable",
  dependsOn,
  policy: { secureOutput: false, secureInput: false },
  userProperties: [],
  typeProperties: { variableName, value: evaluated(value) },
});

const following = call("add", call("int", variable("from")), number(pageSize));

/** Where it is not said how many there are, a full page is followed by another one. */
const isFollowed = call(
  "less",
  following,
  call(
    "coalesce",
    outputIfAny(applications, "total"),
    call("if", call("equals", call("length", listed), number(pageSize)), call("add", following, number(1)), number(0)),
  ),
);

/** To the next page, or from the last one to the first. A variable must not be read to set it, so there are two. */
const turning: readonly Activity[] = [
  set(nextPage, after(found), "next", call("if", isFollowed, call("string", following), quoted("0"))),
  set(turn, after(nextPage), "from", variable("next")),
];

/** After the last page it was looked once. Before the second look publishing has the time to hand the job over. */
const atTheEnd: Activity = {
  name: areAll,
  type: "IfCondition",
  dependsOn: after(turn),
  userProperties: [],
  typeProperties: {
    expression: evaluated(call("and", call("equals", variable("from"), quoted("0")), call("not", variable("runs")))),
    ifTrueActivities: [
      {
        name: count,
        type: "AppendVariable",
        dependsOn: [],
        userProperties: [],
        typeProperties: { variableName: "looks", value: "in vain" },
      },
      {
        name: wait,
        type: "Wait",
        dependsOn: after(count),
        userProperties: [],
        typeProperties: {
          waitTimeInSeconds: evaluated(
            call("if", call("equals", call("length", variable("looks")), number(1)), number(handover), number(1)),
          ),
        },
      },
    ],
  },
};

/**
 * Whatever of the turn fails: all that comes after it is skipped, the last one too. This is the one activity that nothing waits for, so
 * the turn has succeeded then, and the loop ends by its condition.
 */
const isInVain: Activity = set(
  inTrouble,
  [when(areAll, "Failed", "Skipped")],
  "trouble",
  call("coalesce", ...[applications, own, found, nextPage, turn, areAll].map(errorOf), quoted("there was no answer.")),
);

/** Fails in the words that the workspace's monitoring shows. */
function verdict(watch: WatchIr, job: string, project: ProjectIr): Activity {
  const isGone = call(
    "concat",
    quoted(`The streaming job '${job}' does not run: twice, ${handover / 60} minutes apart, the pool '`),
    poolOf(watch, project),
    quoted(
      `' had no application of it that has not ended. 'sluice status' says how the last one ended; 'sluice publish' starts another one, unless a person has cancelled it.`,
    ),
  );
  const isUnknown = call(
    "concat",
    quoted(`It could not be looked whether the streaming job '${job}' runs: `),
    call("if", isInTrouble, variable("trouble"), quoted(`it took more than ${longestLook / 3600} hours.`)),
  );
  return {
    name: runs,
    type: "IfCondition",
    // What a loop comes to whose last turn has failed is told nowhere.
    dependsOn: [when(look, "Completed")],
    userProperties: [],
    typeProperties: {
      expression: evaluated(variable("runs")),
      ifTrueActivities: [],
      ifFalseActivities: [
        {
          name: fail,
          type: "Fail",
          dependsOn: [],
          userProperties: [],
          typeProperties: {
            message: evaluated(call("if", hasLooked, isGone, isUnknown)),
            errorCode: evaluated(call("if", hasLooked, quoted("not-running"), quoted("not-known"))),
          },
        },
      ],
    },
  };
}

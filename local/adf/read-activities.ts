import { closest, didYouMean } from "../../compiler/diagnostics/suggest.js";
import { readDelete } from "./activities/archives.js";
import { readAzureFunction } from "./activities/azure-function.js";
import { readIfCondition, readSwitch } from "./activities/branches.js";
import { readCopy } from "./activities/copy.js";
import { readExecuteDataFlow } from "./activities/data-flow.js";
import { readExecutePipeline } from "./activities/execute-pipeline.js";
import { readFail, readWait } from "./activities/fail-and-wait.js";
import { readFilter } from "./activities/filter.js";
import { readForEach } from "./activities/for-each.js";
import { readGetMetadata } from "./activities/get-metadata.js";
import { readLookup } from "./activities/lookup.js";
import { readNotebook, readSynapseNotebook } from "./activities/notebook.js";
import { readScriptActivity } from "./activities/script.js";
import { readUntil } from "./activities/until.js";
import { readAppendVariable, readSetVariable } from "./activities/variables.js";
import { readWeb } from "./activities/web.js";
import type { Activity, Condition, Dependency, Outcome, Run } from "./activity.js";
import { circleOf } from "./order.js";
import type { Reader } from "./reader.js";
import type { Reading } from "./reading.js";

/** Reads an activity's own properties. `activity` has those beside its `typeProperties`. */
export type ActivityReader = (properties: Reader, reading: Reading, activity: Reader) => Run;

/** The activities that are run on this machine; `hasPolicy`: those that may be tried again. */
const kinds: Readonly<Record<string, { readonly read: ActivityReader; readonly hasPolicy: boolean }>> = {
  AppendVariable: { read: readAppendVariable, hasPolicy: false },
  AzureFunctionActivity: { read: readAzureFunction, hasPolicy: true },
  Copy: { read: readCopy, hasPolicy: true },
  DatabricksNotebook: { read: readNotebook, hasPolicy: true },
  Delete: { read: readDelete, hasPolicy: true },
  ExecuteDataFlow: { read: readExecuteDataFlow, hasPolicy: true },
  ExecutePipeline: { read: readExecutePipeline, hasPolicy: false },
  Fail: { read: readFail, hasPolicy: false },
  Filter: { read: readFilter, hasPolicy: false },
  ForEach: { read: readForEach, hasPolicy: false },
  GetMetadata: { read: readGetMetadata, hasPolicy: true },
  IfCondition: { read: readIfCondition, hasPolicy: false },
  Lookup: { read: readLookup, hasPolicy: true },
  Script: { read: readScriptActivity, hasPolicy: true },
  SetVariable: { read: readSetVariable, hasPolicy: false },
  SynapseNotebook: { read: readSynapseNotebook, hasPolicy: true },
  Switch: { read: readSwitch, hasPolicy: false },
  Until: { read: readUntil, hasPolicy: false },
  Wait: { read: readWait, hasPolicy: false },
  WebActivity: { read: readWeb, hasPolicy: true },
};

/** The activities of a pipeline or of a container. */
export function readActivities(readers: readonly Reader[], reading: Reading): readonly Activity[] {
  const activities = readers.map((reader) => readActivity(reader, reading));
  const [first] = readers;
  for (const [at, { name, dependsOn }] of activities.entries())
    for (const { activity } of dependsOn)
      if (!activities.some((other) => other.name === activity))
        readers[at]?.problem(`'${name}' depends on '${activity}', which does not stand beside it.`);
  const circle = circleOf(activities);
  if (circle.length > 0) first?.problem(`${circle.map((name) => `'${name}'`).join(", ")} wait for each other.`);
  return activities;
}

function readActivity(reader: Reader, reading: Reading): Activity {
  const [name, type] = [reader.text("name"), reader.text("type")];
  reader.ignore("description");
  const kind = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
  const common = {
    name,
    type,
    dependsOn: reader.list("dependsOn").map(readDependency),
    inactiveAs: inactive(reader),
    userProperties: reader.list("userProperties").map((property) => {
      const read = { name: property.text("name"), value: property.value("value") };
      property.done();
      return read;
    }),
  };
  if (kind === undefined) {
    reader.problem(
      `activities of the kind '${type}' are not run on this machine.${didYouMean(closest(type, Object.keys(kinds)))}`,
    );
    return { ...common, retry: 0, isSecret: false, run: async () => ({}) };
  }
  const isSecret = reader.optionalObject("policy")?.flag("secureOutput", false) ?? false;
  const policy = readPolicy(reader, kind.hasPolicy);
  const properties = reader.object("typeProperties");
  const run = kind.read(properties, reading, reader);
  properties.done();
  reader.done();
  return { ...common, retry: policy, isSecret, run };
}

function readDependency(reader: Reader): Dependency {
  const conditions = reader.optional("dependencyConditions");
  const known: readonly Condition[] = ["Succeeded", "Failed", "Skipped", "Completed"];
  const read = known.filter((one) => Array.isArray(conditions) && conditions.includes(one));
  if (!Array.isArray(conditions) || read.length !== conditions.length || read.length === 0)
    reader.problem(`'dependencyConditions' must be some of ${known.join(", ")}; it is ${JSON.stringify(conditions)}.`);
  const dependency = { activity: reader.text("activity"), conditions: read };
  reader.done();
  return dependency;
}

function inactive(reader: Reader): Outcome | undefined {
  const state = reader.only("state", ["Active", "Inactive"]);
  const as = reader.only<Outcome>("onInactiveMarkAs", ["Succeeded", "Failed", "Skipped"]);
  return state === "Inactive" ? as : undefined;
}

/** How often it is tried again. Each kind of activity that has a policy keeps its `timeout` itself (`timeout.ts`). */
function readPolicy(reader: Reader, hasRetry: boolean): JsonRetry {
  const policy = reader.optionalObject("policy");
  if (policy === undefined) return 0;
  policy.ignore("secureInput", "secureOutput", "retryIntervalInSeconds", "timeout");
  const retry = hasRetry ? (policy.optional("retry") ?? 0) : 0;
  policy.done();
  return retry;
}

type JsonRetry = Activity["retry"];

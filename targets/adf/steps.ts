import type { StepsIr } from "../../compiler/ir/flow.js";
import type { Activity, Policy, Wait } from "./activity.js";
import { spanOf } from "./policy.js";

/** Activities that are tried as often, and as long, as the pipeline says. */
export const asTold = (activities: readonly Activity[], steps: StepsIr): readonly Activity[] =>
  activities.map((activity) => told(activity, activities, steps));

/** `beside`: the activities that it stands among. */
function told(activity: Activity, beside: readonly Activity[], steps: StepsIr): Activity {
  switch (activity.type) {
    case "Copy": {
      const { policy, typeProperties } = activity;
      const { source: read } = typeProperties;
      const source = "queryTimeout" in read ? { ...read, queryTimeout: timeoutOf(steps) ?? read.queryTimeout } : read; // what reads files has no timeout but its policy's
      const told = longer(policy, steps);
      // What unpacks archives is tried again by another activity.
      const own = read.type === "BinarySource" ? { ...told, retry: policy.retry } : told;
      return { ...activity, policy: own, typeProperties: { ...typeProperties, source } };
    }
    case "DatabricksNotebook":
    case "SynapseNotebook":
    case "ExecuteDataFlow":
      return { ...activity, policy: longer(activity.policy, steps) };
    case "AzureFunctionActivity":
    case "Delete":
    case "GetMetadata":
    case "Lookup":
    case "Script":
      return { ...activity, policy: oftener(activity.policy, steps) };
    case "Wait": {
      const seconds = isBetweenAttempts(activity, beside) ? steps.waitSeconds : undefined;
      return seconds === undefined ? activity : { ...activity, typeProperties: { waitTimeInSeconds: seconds } };
    }
    case "ForEach": {
      const { typeProperties } = activity;
      return {
        ...activity,
        typeProperties: { ...typeProperties, activities: asTold(typeProperties.activities, steps) },
      };
    }
    case "IfCondition": {
      const { ifTrueActivities, ifFalseActivities, ...rest } = activity.typeProperties;
      const otherwise = ifFalseActivities && { ifFalseActivities: asTold(ifFalseActivities, steps) };
      return {
        ...activity,
        typeProperties: { ...rest, ifTrueActivities: asTold(ifTrueActivities, steps), ...otherwise },
      };
    }
    default:
      return activity;
  }
}

/** It follows a failure, and what is tried again follows it; others only end something. */
const isBetweenAttempts = ({ name, dependsOn }: Wait, beside: readonly Activity[]): boolean =>
  dependsOn.some(({ dependencyConditions }) => dependencyConditions.includes("Failed")) &&
  beside.some((other) => other.dependsOn.some(({ activity }) => activity === name));

/** What asks the control table, or writes to it, has a time of its own; so has a function. */
const oftener = (policy: Policy, { attempts, waitSeconds }: StepsIr): Policy => ({
  ...policy,
  retry: attempts ?? policy.retry,
  retryIntervalInSeconds: waitSeconds ?? policy.retryIntervalInSeconds,
});

const longer = (policy: Policy, steps: StepsIr): Policy => ({
  ...oftener(policy, steps),
  timeout: timeoutOf(steps) ?? policy.timeout,
});

const timeoutOf = ({ timeoutSeconds }: StepsIr): string | undefined =>
  timeoutSeconds === undefined ? undefined : spanOf(timeoutSeconds);

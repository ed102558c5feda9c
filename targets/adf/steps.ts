import type { StepsIr } from "../../compiler/ir/flow.js";
import type { Activity, Policy } from "./activity.js";

/** Activities that are tried as often, and as long, as the pipeline says. */
export const asTold = (activities: readonly Activity[], steps: StepsIr): readonly Activity[] =>
  activities.map((activity) => told(activity, steps));

function told(activity: Activity, steps: StepsIr): Activity {
  switch (activity.type) {
    case "Copy": {
      const { policy, typeProperties } = activity;
      const { source: read } = typeProperties;
      const source =
        "queryTimeout" in read ? { ...read, queryTimeout: spanOf(steps.timeoutSeconds) ?? read.queryTimeout } : read; // what reads files has no timeout but its policy's
      return { ...activity, policy: longer(policy, steps), typeProperties: { ...typeProperties, source } };
    }
    case "DatabricksNotebook":
    case "SynapseNotebook":
    case "ExecuteDataFlow":
      return { ...activity, policy: longer(activity.policy, steps) };
    case "Delete":
    case "Lookup":
    case "Script":
      return { ...activity, policy: oftener(activity.policy, steps) };
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

/** What asks the control table, or writes to it, has a time of its own. */
const oftener = (policy: Policy, { attempts, waitSeconds }: StepsIr): Policy => ({
  ...policy,
  retry: attempts ?? policy.retry,
  retryIntervalInSeconds: waitSeconds ?? policy.retryIntervalInSeconds,
});

const longer = (policy: Policy, steps: StepsIr): Policy => ({
  ...oftener(policy, steps),
  timeout: spanOf(steps.timeoutSeconds) ?? policy.timeout,
});

/** `d.hh:mm:ss` */
function spanOf(seconds: number | undefined): string | undefined {
  if (seconds === undefined) return undefined;
  const two = (count: number): string => String(count).padStart(2, "0");
  const [days, rest] = [Math.floor(seconds / 86_400), seconds % 86_400];
  return `${days}.${two(Math.floor(rest / 3600))}:${two(Math.floor((rest % 3600) / 60))}:${two(rest % 60)}`;
}

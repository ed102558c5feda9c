import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { Activity } from "./activity.js";
import type { Pipeline } from "./pipeline.js";
import { isOfWorkspace } from "./service.js";

/**
 * What no pipeline is larger than.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#azure-data-factory-limits
 */
export const most: Size = { bytes: 200 * 1024, activities: 120, parameters: 50 };

/**
 * What a pipeline that lands tables is not larger than, for others can land some of them. The page of a workspace tells fewer
 * activities than Data Factory's; a public workspace has a pipeline of 81 all the same, so what cannot be parted is not refused by it.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#azure-synapse-limits-for-pipelines
 */
export const partedAbove = (project: ProjectIr): Size => ({
  ...most,
  activities: isOfWorkspace(project) ? 40 : most.activities,
});

/**
 * What one activity is sent to be run: its own settings and those of what it names, of which the service tells no smaller limit for a
 * data flow. A script that is larger is not run, whatever the size that one may be saved in.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#azure-data-factory-limits
 */
export const mostOfRun = 896 * 1024;
/** What no expression is longer than, in characters; on the same page. */
export const longestExpression = 8192;

/** What of a pipeline is limited. */
export interface Size {
  /** As it is sent at the least. */
  readonly bytes: number;
  /** Those within others too. */
  readonly activities: number;
  readonly parameters: number;
}

export const sizeOf = ({ properties }: Pipeline): Size => ({
  bytes: bytesOf(properties),
  activities: countOf(properties.activities),
  parameters: Object.keys(properties.parameters).length,
});

export const isWithin = ({ bytes, activities, parameters }: Size, limits: Size): boolean =>
  bytes <= limits.bytes && activities <= limits.activities && parameters <= limits.parameters;

export const bytesOf = (value: object): number => new TextEncoder().encode(JSON.stringify(value)).length;

const countOf = (activities: readonly Activity[]): number =>
  activities.reduce((count, activity) => count + 1 + countOf(innerOf(activity)), 0);

function innerOf(activity: Activity): readonly Activity[] {
  if (activity.type === "ForEach" || activity.type === "Until") return activity.typeProperties.activities;
  if (activity.type !== "IfCondition") return [];
  const { ifTrueActivities, ifFalseActivities = [] } = activity.typeProperties;
  return [...ifTrueActivities, ...ifFalseActivities];
}

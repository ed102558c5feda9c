import type { EnvironmentIr } from "../../compiler/ir/environment.js";
import type { FlowIr } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import { type Activity, after, type ExecutePipeline } from "./activity.js";
import { type Expression, globalParameter, outputOf, verbatim } from "./expression.js";
import { globalParameters } from "./global-parameters.js";
import { environmentActivity, environmentPipeline, ownedBy } from "./names.js";
import type { Pipeline } from "./pipeline.js";
import { pipelineReference } from "./reference.js";
import { isOfWorkspace } from "./service.js";
import { watchValues } from "./watch-values.js";

/**
 * What an environment decides, as a pipeline asks for it. A workspace of Synapse has no global parameters: there a pipeline of
 * the environment's own returns them, and each pipeline that asks for some calls it first. So all others are the same everywhere.
 * https://learn.microsoft.com/azure/synapse-analytics/data-integration/concepts-data-factory-differences
 */
export const ofEnvironment = (name: string, project: ProjectIr, asked = environmentActivity): Expression =>
  isOfWorkspace(project) ? returnedTo(asked, name) : globalParameter(name);

const returnedTo = (activity: string, ...name: readonly string[]): Expression =>
  outputOf(activity, "pipelineReturnValue", ...name);

/** Asks the environment's pipeline, in a workspace. An activity of this type has no retry. */
export const askEnvironment = (
  name: string,
  dependsOn: ExecutePipeline["dependsOn"],
  project: ProjectIr,
): ExecutePipeline => ({
  name,
  type: "ExecutePipeline",
  dependsOn,
  userProperties: [],
  typeProperties: { pipeline: pipelineReference(environmentPipeline(project)), waitOnCompletion: true },
});

/** The activities of a pipeline, which come after the call of the environment's pipeline where any asks for what that returns. */
export function inEnvironment(activities: readonly Activity[], project: ProjectIr): readonly Activity[] {
  // Where an activity asks is said by what it asks with, and nowhere else.
  if (!JSON.stringify(activities).includes(returnedTo(environmentActivity))) return activities;
  const later = (activity: Activity): Activity =>
    activity.dependsOn.length > 0 ? activity : { ...activity, dependsOn: after(environmentActivity) };
  return [askEnvironment(environmentActivity, [], project), ...activities.map(later)];
}

/** Returns what an environment decides. https://learn.microsoft.com/azure/data-factory/tutorial-pipeline-return-value */
export function environmentValues(flows: readonly FlowIr[], project: ProjectIr, environment: EnvironmentIr): Pipeline {
  return {
    name: environmentPipeline(project),
    properties: {
      description: `What is different in '${environment.name}' from the project's other environments.`,
      activities: [
        {
          name: "values",
          type: "SetVariable",
          dependsOn: [],
          policy: { secureOutput: false, secureInput: false },
          userProperties: [],
          typeProperties: {
            variableName: "pipelineReturnValue",
            value: [...valuesOf(flows, project, environment)].map(([key, value]) => ({
              key,
              value: { type: "String", content: verbatim(value) },
            })),
            setSystemVariable: true,
          },
        },
      ],
      parameters: {},
      folder: { name: project.name },
      annotations: [ownedBy(project)],
    },
  };
}

const valuesOf = (
  flows: readonly FlowIr[],
  project: ProjectIr,
  environment: EnvironmentIr,
): ReadonlyMap<string, string> =>
  new Map([
    ...(flows.length > 0 ? globalParameters(flows, project, environment) : []),
    ...watchValues(project, environment),
  ]);

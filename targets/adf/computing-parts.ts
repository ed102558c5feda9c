import type { ControlIr, DataFlowIr, FlowIr } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import { after, type ExecutePipeline } from "./activity.js";
import { computing } from "./data-flow/activities.js";
import { inEnvironment } from "./environment.js";
import { sizeOf } from "./limits.js";
import { computingPartName } from "./names.js";
import { asPart, limitsOf } from "./parts.js";
import type { Pipeline } from "./pipeline.js";
import { pipelineReference } from "./reference.js";
import { filled, spread } from "./spread.js";

/** A pipeline that has data flows compute some of the tables of another one, which has no room for the activities of all. */
export interface ComputingPart {
  /** Its place among the parts; it stays that when others are added. */
  readonly number: number;
  readonly dataFlows: readonly DataFlowIr[];
  readonly pipeline: Pipeline;
}

export function computingPartsOf(flow: FlowIr, control: ControlIr, project: ProjectIr): readonly ComputingPart[] {
  const limits = limitsOf(project);
  const weighed = flow.dataFlows.map((one) => {
    const { properties } = asPart("", "Computes", computing(one, control, project, []), {}, flow, project);
    return { thing: one, id: one.id, bytes: 0, group: one.id, groupSize: sizeOf({ name: "", properties }) };
  });
  const activities = weighed.reduce((sum, { groupSize }) => sum + groupSize.activities, 0);
  const parts = spread(weighed, limits, Math.ceil(activities / (limits.activities * filled)));
  return parts.flatMap((dataFlows, at) =>
    dataFlows.length === 0 ? [] : [{ number: at + 1, dataFlows, pipeline: partOf(dataFlows, flow, control, project) }],
  );
}

function partOf(dataFlows: readonly DataFlowIr[], flow: FlowIr, control: ControlIr, project: ProjectIr): Pipeline {
  const activities = dataFlows.flatMap((one) => computing(one, control, project, []));
  const name = computingPartName(flow.name, dataFlows);
  return asPart(name, "Computes", inEnvironment(activities, project), {}, flow, project);
}

/** Side by side, when what they read has landed: `reading`, by the names of its activities. */
export const computingCallsOf = (
  parts: readonly ComputingPart[],
  reading: readonly string[],
): readonly ExecutePipeline[] =>
  parts.map((part) => ({
    name: partCallName(part),
    type: "ExecutePipeline",
    description: `${part.dataFlows.length} of the tables.`,
    dependsOn: after(...reading),
    userProperties: [],
    typeProperties: { pipeline: pipelineReference(part.pipeline.name), waitOnCompletion: true },
  }));

/** The activity that calls a part. */
export const partCallName = ({ number }: ComputingPart): string => `compute part ${number}`;

import { type ControlIr, defaultSteps, type FlowIr, hasPeriods, type LandingIr } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { Activity, ExecutePipeline } from "./activity.js";
import { type AtOnce, atOnceOf } from "./at-once.js";
import { inEnvironment } from "./environment.js";
import { evaluated, parameter } from "./expression.js";
import { bytesOf, partedAbove, type Size, sizeOf } from "./limits.js";
import { ownedBy, partName } from "./names.js";
import type { Pipeline } from "./pipeline.js";
import { type Parameters, readingOf } from "./reading.js";
import { pipelineReference } from "./reference.js";
import { isOfWorkspace } from "./service.js";
import { spread } from "./spread.js";
import { asTold } from "./steps.js";
import { hasWindows, readUntil } from "./window-trigger.js";

/** A pipeline that lands some of the tables of another one, which is too large for all. */
export interface Part {
  /** Its place among the parts; it stays that when others are added. */
  readonly number: number;
  readonly landings: readonly LandingIr[];
  readonly pipeline: Pipeline;
}

/**
 * A little less than may be: the names in a part with several groups of tables are a little longer than with one, and each part
 * asks its environment.
 */
export const limitsOf = (project: ProjectIr): Size => {
  const { bytes, activities, parameters } = partedAbove(project);
  return { bytes: bytes - 10 * 1024, activities: activities - (isOfWorkspace(project) ? 1 : 0), parameters };
};

export function partsOf(flow: FlowIr, control: ControlIr, project: ProjectIr): readonly Part[] {
  const weighed = flow.landings.map((landing) => {
    const { activities, parameters } = readingOf(
      [landing],
      () => defaultSteps.tablesAtOnce,
      hasWindows(flow),
      control,
      project,
    );
    const bytes = bytesOf(parameters);
    const { properties } = asPart("", "Lands", activities, parameters, flow, project);
    const { bytes: all, ...rest } = sizeOf({ name: "", properties });
    // All tables that one loop can do have the very same activities.
    return {
      ...{ thing: landing, id: landing.output.id, bytes, group: JSON.stringify(activities) },
      groupSize: { ...rest, bytes: all - bytes },
    };
  });
  const parts = spread(weighed, limitsOf(project));
  const atOnce = atOnceOf(parts, flow.steps.tablesAtOnce ?? defaultSteps.tablesAtOnce);
  return parts.flatMap((landings, at) =>
    landings.length === 0
      ? []
      : [{ number: at + 1, landings, pipeline: partOf(landings, atOnce, flow, control, project) }],
  );
}

function partOf(
  landings: readonly LandingIr[],
  atOnce: AtOnce,
  flow: FlowIr,
  control: ControlIr,
  project: ProjectIr,
): Pipeline {
  const { activities, parameters } = readingOf(landings, atOnce, hasWindows(flow), control, project);
  return asPart(partName(flow.name, landings), "Lands", inEnvironment(activities, project), parameters, flow, project);
}

/** A pipeline that does something with some of the tables of a flow. */
export function asPart(
  name: string,
  does: "Lands" | "Computes",
  activities: readonly Activity[],
  parameters: Parameters,
  flow: FlowIr,
  project: ProjectIr,
): Pipeline {
  return {
    name,
    properties: {
      description: `${does} some of the tables of '${flow.name}', which calls it: together they would be too large for one pipeline.`,
      activities: asTold(activities, flow.steps),
      parameters,
      concurrency: 1,
      folder: { name: project.name },
      annotations: [ownedBy(project), `sluice: ${flow.origin.file.path}`],
    },
  };
}

/** Side by side: none needs what another lands. `isCapped`: each is told the end of the window. */
export const callsOf = (parts: readonly Part[], isCapped: boolean): readonly ExecutePipeline[] =>
  parts.map(({ number, landings, pipeline }) => ({
    name: `land part ${number}`,
    type: "ExecutePipeline",
    description: `${landings.length} of the tables.`,
    dependsOn: [],
    userProperties: [],
    typeProperties: {
      pipeline: pipelineReference(pipeline.name),
      ...(isCapped || hasPeriods(landings) ? { parameters: { [readUntil]: evaluated(parameter(readUntil)) } } : {}),
      waitOnCompletion: true,
    },
  }));

import { type ControlIr, defaultSteps, type FlowIr } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { Activity } from "./activity.js";
import { atOnceOf } from "./at-once.js";
import { computing } from "./data-flow/activities.js";
import { inEnvironment } from "./environment.js";
import { jobOf } from "./global-parameters.js";
import { isWithin, partedAbove, sizeOf } from "./limits.js";
import { ownedBy } from "./names.js";
import { onFailure } from "./on-failure.js";
import { callsOf, type Part, partsOf } from "./parts.js";
import { type Parameters, readingOf } from "./reading.js";
import { asTold } from "./steps.js";
import { taking } from "./taking.js";
import { capOf, hasWindows } from "./window-trigger.js";

/** https://learn.microsoft.com/azure/data-factory/concepts-pipelines-activities */
export type Pipeline = {
  readonly name: string;
  readonly properties: {
    readonly description?: string;
    readonly activities: readonly Activity[];
    readonly parameters: Parameters;
    /** Undefined: as many runs at a time as there are. */
    readonly concurrency?: 1;
    readonly folder: { readonly name: string };
    readonly annotations: readonly string[];
  };
};

/** The pipeline of a flow; where it would be too large, others land its tables for it. */
export interface FlowPipelines {
  readonly main: Pipeline;
  readonly parts: readonly Part[];
}

export function pipelinesOf(flow: FlowIr, control: ControlIr, project: ProjectIr): FlowPipelines {
  const isCapped = hasWindows(flow);
  const atOnce = atOnceOf([flow.landings], flow.steps.tablesAtOnce ?? defaultSteps.tablesAtOnce);
  const { activities, parameters } = readingOf(flow.landings, atOnce, isCapped, control, project);
  const whole = pipelineOf(flow, activities, parameters, control, project);
  if (isWithin(sizeOf(whole), partedAbove(project))) return { main: whole, parts: [] };
  const parts = partsOf(flow, control, project);
  return { main: pipelineOf(flow, callsOf(parts, isCapped), capOf(isCapped), control, project), parts };
}

/**
 * Lands the tables, then has data flows and the job take what landed. It runs once at a time (`concurrency`): a second run waits for the first,
 * for both would read from the same marks.
 */
function pipelineOf(
  flow: FlowIr,
  reading: readonly Activity[],
  parameters: Parameters,
  control: ControlIr,
  project: ProjectIr,
): Pipeline {
  const job = jobOf(flow, project);
  const read = reading.map(({ name }) => name);
  const computed = flow.dataFlows.flatMap((one) => computing(one, control, project, read));
  const taken = job ? taking(flow, job, control, project, read) : [];
  const all = inEnvironment([...reading, ...computed, ...taken], project);
  const { webhook } = flow.steps;
  return {
    name: flow.name,
    properties: {
      ...(flow.description === undefined ? {} : { description: flow.description }),
      activities: [...asTold(all, flow.steps), ...(webhook ? onFailure(all, webhook, project) : [])],
      parameters,
      concurrency: 1,
      folder: { name: project.name },
      annotations: [ownedBy(project), `sluice: ${flow.origin.file.path}`],
    },
  };
}

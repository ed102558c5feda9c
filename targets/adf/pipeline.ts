import { type ControlIr, type DataFlowIr, defaultSteps, type FlowIr, hasPeriods } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import { dataFlowsRead } from "../../compiler/ir/takers.js";
import type { Activity } from "./activity.js";
import { atOnceOf } from "./at-once.js";
import { calledLoads, calling, loadVariables } from "./calling.js";
import { type ComputingPart, computingCallsOf, computingPartsOf, partCallName } from "./computing-parts.js";
import { computing } from "./data-flow/activities.js";
import { inEnvironment } from "./environment.js";
import type { Variables } from "./failure-errors.js";
import { jobsOf } from "./global-parameters.js";
import { isWithin, partedAbove, sizeOf } from "./limits.js";
import { callName, dataFlowNames, ownedBy } from "./names.js";
import { onFailure } from "./on-failure.js";
import { callsOf, type Part, partsOf } from "./parts.js";
import { periodPipelines } from "./period-landing.js";
import { type Parameters, readingOf } from "./reading.js";
import { refreshing } from "./refreshing.js";
import { asTold } from "./steps.js";
import { taking, takingJobs } from "./taking.js";
import { capOf, hasWindows, windowOf } from "./window-trigger.js";

/** https://learn.microsoft.com/azure/data-factory/concepts-pipelines-activities */
export type Pipeline = {
  readonly name: string;
  readonly properties: {
    readonly description?: string;
    readonly activities: readonly Activity[];
    readonly parameters: Parameters;
    readonly variables?: Variables;
    /** Undefined: as many runs at a time as there are. */
    readonly concurrency?: 1;
    readonly folder: { readonly name: string };
    readonly annotations: readonly string[];
  };
};

/** The pipeline of a flow; where it would be too large, others land its tables for it, or have data flows compute them. */
export interface FlowPipelines {
  readonly main: Pipeline;
  readonly parts: readonly Part[];
  readonly computingParts: readonly ComputingPart[];
  /** Those that read the periods of one source each, called by the pipelines that land. */
  readonly periods: readonly Pipeline[];
}

/** `control`: undefined where nothing is copied. */
export function pipelinesOf(flow: FlowIr, control: ControlIr | undefined, project: ProjectIr): FlowPipelines {
  if (control === undefined || flow.landings.length === 0)
    return { main: takingPipeline(flow, project), parts: [], computingParts: [], periods: [] };
  const periods = periodPipelines(flow, control, project);
  const made = (parts: readonly Part[], computingParts: readonly ComputingPart[]): FlowPipelines => ({
    main: pipelineOf(flow, parts, computingParts, control, project),
    parts,
    computingParts,
    periods,
  });
  const hasRoom = ({ main }: FlowPipelines): boolean => isWithin(sizeOf(main), partedAbove(project));
  const whole = made([], []);
  if (hasRoom(whole)) return whole;
  // What is computed first: each table has activities of its own, and a loop lands many.
  const computingParts = computingPartsOf(flow, control, project);
  const computed = computingParts.length > 0 ? made([], computingParts) : whole;
  if (hasRoom(computed)) return computed;
  const parts = partsOf(flow, control, project);
  const landed = made(parts, []);
  return hasRoom(landed) ? landed : made(parts, computingParts);
}

/** Where nothing is copied: functions that the pipeline calls load, then its job takes the newest loads. */
function takingPipeline(flow: FlowIr, project: ProjectIr): Pipeline {
  const isOfWindows = hasWindows(flow);
  const calls = calling(flow, isOfWindows, project);
  const taken = takingJobs(flow, project, calledLoads(flow).map(callName));
  const written = taken.map(({ name }) => name);
  const steps = [...asTold(calls, flow.steps), ...taken, ...refreshing(flow, project, written)];
  return asPipeline(flow, steps, windowOf(isOfWindows), project);
}

/** What lands the tables: loops, or calls of the parts that do. */
function landing(
  flow: FlowIr,
  parts: readonly Part[],
  control: ControlIr,
  project: ProjectIr,
): { readonly activities: readonly Activity[]; readonly parameters: Parameters } {
  const isCapped = hasWindows(flow);
  if (parts.length > 0)
    return { activities: callsOf(parts, isCapped), parameters: capOf(isCapped || hasPeriods(flow.landings)) };
  const atOnce = atOnceOf([flow.landings], flow.steps.tablesAtOnce ?? defaultSteps.tablesAtOnce);
  return readingOf(flow.landings, atOnce, isCapped, control, project);
}

/**
 * Lands the tables, then has data flows and the jobs take what landed, and jobs what data flows have computed. It runs once at a time (`concurrency`): a second run waits for the first,
 * for both would read from the same marks.
 */
function pipelineOf(
  flow: FlowIr,
  parts: readonly Part[],
  computingParts: readonly ComputingPart[],
  control: ControlIr,
  project: ProjectIr,
): Pipeline {
  const { activities: reading, parameters } = landing(flow, parts, control, project);
  const read = reading.map(({ name }) => name);
  const computed =
    computingParts.length > 0
      ? computingCallsOf(computingParts, read)
      : flow.dataFlows.flatMap((one) => computing(one, control, project, read));
  const waitedFor = computedBy(dataFlowsRead(flow.dataFlows, jobsOf(flow, project)), computingParts);
  const taken = taking(flow, control, project, read, waitedFor);
  const steps = [...asTold([...reading, ...computed], flow.steps), ...taken];
  return asPipeline(flow, steps, parameters, project);
}

/** The activities that end when these tables are computed. */
function computedBy(dataFlows: readonly DataFlowIr[], parts: readonly ComputingPart[]): readonly string[] {
  if (parts.length === 0) return dataFlows.map((one) => dataFlowNames(one).isNew);
  return parts.filter((part) => part.dataFlows.some((one) => dataFlows.includes(one))).map(partCallName);
}

function asPipeline(flow: FlowIr, steps: readonly Activity[], parameters: Parameters, project: ProjectIr): Pipeline {
  const all = inEnvironment(steps, project);
  const { webhook } = flow.steps;
  const telling = webhook && onFailure(all, webhook, project);
  const variables = { ...(calledLoads(flow).length > 0 && loadVariables), ...telling?.variables };
  return {
    name: flow.name,
    properties: {
      ...(flow.description === undefined ? {} : { description: flow.description }),
      activities: [...all, ...(telling?.activities ?? [])],
      parameters,
      ...(Object.keys(variables).length > 0 ? { variables } : {}),
      concurrency: 1,
      folder: { name: project.name },
      annotations: [ownedBy(project), `sluice: ${flow.origin.file.path}`],
    },
  };
}

import { type ChainIr, type FlowIr, hasPeriods } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import { after, type ExecutePipeline } from "./activity.js";
import { evaluated, parameter } from "./expression.js";
import { ownedBy } from "./names.js";
import type { Pipeline } from "./pipeline.js";
import { pipelineReference } from "./reference.js";
import { capOf, readUntil } from "./window-trigger.js";

/** The pipeline that calls those of a chain. */
export interface Master {
  readonly chain: ChainIr;
  readonly pipeline: Pipeline;
}

/** What its triggers start instead of the first pipeline of a chain. */
export const masterName = ([{ name }]: ChainIr): string => `${name}_master`;

/**
 * Calls the pipelines of a chain, each when those that it comes after have succeeded; when one fails, those after it do not run,
 * and the master fails. Each still runs once at a time: one that somebody has started by hand is waited for, and then called.
 */
export function masterOf(chain: ChainIr, project: ProjectIr): Pipeline {
  const names = new Map(chain.map((flow, at) => [flow.name, activityName(flow, at)]));
  return {
    name: masterName(chain),
    properties: {
      description: `Runs ${chain.map(({ name }) => `'${name}'`).join(", ")}: each when those that it comes after have succeeded.`,
      activities: chain.map(
        (flow): ExecutePipeline => ({
          name: names.get(flow.name) ?? "",
          type: "ExecutePipeline",
          ...(flow.description === undefined ? {} : { description: flow.description }),
          dependsOn: after(...flow.after.map((name) => names.get(name) ?? "")),
          userProperties: [],
          typeProperties: {
            pipeline: pipelineReference(flow.name),
            ...(hasPeriods(flow.landings) && { parameters: { [readUntil]: evaluated(parameter(readUntil)) } }),
            waitOnCompletion: true,
          },
        }),
      ),
      parameters: capOf(chain.some(({ landings }) => hasPeriods(landings))),
      concurrency: 1,
      folder: { name: project.name },
      annotations: [ownedBy(project), `sluice: ${chain[0].origin.file.path}`],
    },
  };
}

/** The pipeline's name, where it is not too long for an activity. https://learn.microsoft.com/azure/data-factory/concepts-pipelines-activities */
const activityName = ({ name }: FlowIr, at: number): string =>
  name.length <= 55 ? name : `${at + 1} ${name.slice(0, 50)}`;

/** What the triggers of a pipeline start; undefined: those of another one, which has the same, start it too. */
export function startedBy(flow: FlowIr, chains: readonly ChainIr[]): string | undefined {
  const chain = chains.find((one) => one.includes(flow));
  if (chain === undefined || flow.after.length > 0) return flow.name;
  return chain[0] === flow ? masterName(chain) : undefined;
}

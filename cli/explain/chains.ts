import { allOf } from "../../compiler/diagnostics/suggest.js";
import type { ChainIr } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { LinkedAfter, LinkedFlow } from "../../compiler/model/linked-landings.js";
import { masterName, startedBy } from "../../targets/adf/master.js";
import type { Section } from "./section.js";
import { startOf } from "./triggers.js";

/** When a pipeline is started: `nightly, every day at 02:00 (Europe/Warsaw)`, `when 'users' has succeeded`. */
export const startsOf = ({ triggers, after }: LinkedFlow): readonly string[] => [
  ...triggers.map(startOf),
  ...(after === undefined ? [] : [`when ${succeeded(after)}`]),
];

/** What is run when a pipeline's triggers fire. */
export function startedOf(pipeline: string, { flows, chains }: ProjectIr): readonly string[] {
  const chain = chains.find((one) => one.some(({ name }) => name === pipeline));
  const flow = flows.find(({ name }) => name === pipeline);
  const started = flow && startedBy(flow, chains);
  if (chain === undefined || started === pipeline) return [`the pipeline ${pipeline}`];
  return [calls(chain), ...(started === undefined ? [`by the triggers of ${chain[0].name}, which are the same`] : [])];
}

/** What a pipeline runs after, and what happens when one fails, or somebody starts one by hand. */
export function afterSections(after: LinkedAfter, { chains }: ProjectIr): readonly Section[] {
  const chain = chains.find((one) => one.some(({ name }) => name === after.pipeline));
  return [
    { title: "starts", lines: [`the pipeline ${after.pipeline}`] },
    { title: "when", lines: [`${succeeded(after)}, in one run with them`] },
    { title: "called by", lines: chain ? [calls(chain)] : [] },
    {
      title: "by hand",
      lines: [
        `${after.pipeline} alone: nothing comes before it, and nothing after it`,
        "a run that needs a pipeline which somebody has started waits until that one has ended, and then runs it again",
      ],
    },
  ];
}

const calls = (chain: ChainIr): string => `${masterName(chain)}, which calls ${allOf(chain.map(({ name }) => name))}`;

const succeeded = ({ pipelines }: LinkedAfter): string =>
  `${allOf(pipelines.map(({ name }) => name))} ${pipelines.length === 1 ? "has" : "have"} succeeded`;

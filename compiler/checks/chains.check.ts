import type { Report } from "../diagnostics/report.js";
import { chainDiagnostics } from "../model/chain-diagnostics.js";
import { chainsOf, circlesOf, type Link } from "../model/chains.js";
import type { LinkedFlow } from "../model/linked-landings.js";
import type { Pipeline } from "../model/model.js";
import type { Named } from "../model/parts.js";
import type { Check } from "./check.js";

type Flow = Link & { readonly flow: LinkedFlow; readonly isWhole: boolean };

/** Where it says what it comes after. */
const placesIn = (flow: LinkedFlow | undefined): readonly Named[] => flow?.after?.pipelines ?? [];

/** None of its triggers has an error of its own, or comes after what there is not: else it is not known when it is started. */
const isWhole = ({ triggers }: Pipeline, flow: LinkedFlow): boolean =>
  placesIn(flow).length === (flow.after?.after.pipelines.length ?? 0) &&
  [...triggers].every(
    ([name, { kind }]) => kind === "after" || flow.triggers.some(({ trigger }) => trigger.name === name),
  );

/** Pipelines that come after each other have a first one, and it is said when each of them runs. */
export const chains: Check = ({ pipelines }, report) => {
  const flows = pipelines.map(
    ({ pipeline, flow }): Flow => ({
      name: pipeline.name,
      after: placesIn(flow).map(({ name }) => name),
      flow,
      isWhole: isWhole(pipeline, flow),
    }),
  );
  const circles = circlesOf(flows);
  for (const circle of circles) {
    const [first, second] = circle;
    const at = placesIn(first?.flow).find(({ name }) => name === second?.name);
    if (at) report.add(chainDiagnostics.circle.at(at.origin, { circle: circle.map(({ name }) => name) }));
  }
  if (circles.length > 0) return;
  for (const chain of chainsOf(flows)) {
    if (chain.every((flow) => flow.isWhole)) oneStart(chain, report);
    for (const flow of chain) onlyInOrder(flow, chain, report);
  }
};

/** Those that a pipeline comes after, and that come after none themselves, are started at the same times. */
function oneStart(chain: readonly Flow[], report: Report): void {
  const firsts = new Map<string, readonly Flow[]>();
  const told = new Set<string>();
  for (const flow of chain) {
    const of = flow.after.length === 0 ? [flow] : flow.after.flatMap((name) => firsts.get(name) ?? []);
    firsts.set(flow.name, of);
    const [one] = of;
    const other = of.find((first) => one !== undefined && timesOf(first) !== timesOf(one));
    if (one === undefined || other === undefined) continue;
    const [at] = placesIn(flow.flow);
    const isTold = flow.after.some((name) => told.has(name));
    told.add(flow.name);
    if (isTold || at === undefined) continue;
    const details = { pipeline: flow.name, one: one.name, other: other.name };
    report.add(chainDiagnostics.unlikeStarts.at(at.origin, details));
  }
}

/** Where others come after it, nothing starts it beside those that it comes after. */
function onlyInOrder({ name, after: before, flow }: Flow, chain: readonly Flow[], report: Report): void {
  const after = chain.filter((other) => other.after.includes(name)).map((other) => other.name);
  const [first] = flow.triggers;
  if (before.length === 0 || after.length === 0 || first === undefined) return;
  const details = { pipeline: name, trigger: first.trigger.name, before, after };
  report.add(chainDiagnostics.startedBetween.at(first.trigger.origin.key(), details));
}

/** What a pipeline's triggers say of when, in whatever order they stand and whatever they are called. */
const timesOf = ({ flow }: Flow): string =>
  flow.triggers
    .map(({ trigger }) =>
      JSON.stringify({ ...trigger, name: "" }, (key, value) =>
        key === "origin" ? "" : value instanceof Map ? [...value] : value,
      ),
    )
    .sort()
    .join();

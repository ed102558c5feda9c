import { type ControlIr, hasPeriods, type LandingIr } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { ForEach } from "./activity.js";
import type { AtOnce } from "./at-once.js";
import { type LoopItem, loopsOf } from "./loops.js";
import { capOf } from "./window-trigger.js";

/** What a pipeline may be given: the lists that its loops go through, and up to where rows are read. */
export type Parameters = {
  readonly [name: string]:
    | { readonly type: "array"; readonly defaultValue: readonly LoopItem[] }
    | { readonly type: "object" }
    | { readonly type: "string"; readonly defaultValue: string };
};

/** What lands tables: a loop for each group of them, and what it goes through. */
export function readingOf(
  landings: readonly LandingIr[],
  atOnce: AtOnce,
  isCapped: boolean,
  control: ControlIr,
  project: ProjectIr,
): { readonly activities: readonly ForEach[]; readonly parameters: Parameters } {
  const loops = loopsOf(landings);
  return {
    activities: loops.map((loop) => loop.activity(atOnce(loop.landings[0]), isCapped, control, project)),
    parameters: {
      ...Object.fromEntries(
        loops.map(({ parameter, items }) => [parameter, { type: "array", defaultValue: items }] as const),
      ),
      ...capOf(isCapped || hasPeriods(landings)),
    },
  };
}

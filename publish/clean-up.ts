import { cleanable } from "./checkpoint-records.js";
import { kinds } from "./kinds.js";
import type { Plan } from "./plan.js";
import type { PublishedQuery } from "./published-query.js";
import type { Readings } from "./readings.js";
import { type Step, type StepId, stepId } from "./step.js";
import { thingId } from "./thing.js";

/** Deletes the checkpoints that nothing names any more, each only where somebody has said so. */
export const cleanUp = (
  { state, releases = [] }: Readings,
  queries: readonly PublishedQuery[] | undefined,
): readonly Step[] =>
  cleanable(state.checkpoints, releases, queries).map((path) => {
    const thing = thingId(kinds.checkpoint, path);
    const id = stepId("delete", thing);
    return {
      ...{ id, action: "delete", thing, kind: kinds.checkpoint, name: path, address: undefined, before: undefined },
      ...{ value: undefined, changes: [], after: [], isOptional: true },
      reason: `nothing that runs names it, and no release that is kept; it is deleted only with --allow ${id}`,
      loses: "what its query had read and remembered",
    };
  });

/** A plan without what may be left undone and is not allowed. */
export function toBeDone<P extends Pick<Plan, "steps">>(plan: P, allowed: readonly StepId[]): P {
  const steps = plan.steps.filter(({ id, isOptional }) => isOptional !== true || allowed.includes(id));
  const ids = new Set(steps.map(({ id }) => id));
  return { ...plan, steps: steps.map((step) => ({ ...step, after: step.after.filter((id) => ids.has(id)) })) };
}

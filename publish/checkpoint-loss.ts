import type { CheckpointChange } from "./checkpoints.js";
import type { Step } from "./step.js";
import type { ThingId } from "./thing.js";

/**
 * Has the steps that make queries run say what they lose by it: those that will not start, or open an earlier checkpoint. The start of a
 * job says it, as that stays to be done also where publishing was broken off; of one that is not started what changes it, or the notebook.
 */
export function withCheckpointsLost(
  steps: readonly Step[],
  checkpoints: readonly CheckpointChange[] | null | undefined,
): readonly Step[] {
  const lost = new Map<Step, CheckpointChange[]>();
  for (const change of checkpoints ?? []) {
    if (change.loses === null) continue;
    const step = change.runs.map((thing) => stepOf(steps, thing)).find((found) => found !== undefined);
    if (step !== undefined) lost.set(step, [...(lost.get(step) ?? []), change]);
  }
  return steps.map((step) => {
    const changes = lost.get(step);
    if (changes === undefined) return step;
    return { ...step, loses: [...(step.loses === undefined ? [] : [step.loses]), ...texts(changes)].join("; ") };
  });
}

function stepOf(steps: readonly Step[], thing: ThingId): Step | undefined {
  const own = steps.filter((step) => step.thing === thing);
  const actions = ["start", "update", "create"] as const;
  return actions.map((action) => own.find((step) => step.action === action)).find((step) => step !== undefined);
}

/** Queries of which the same is said are named together. */
function texts(changes: readonly CheckpointChange[]): readonly string[] {
  const reasons = [...new Set(changes.map(({ loses }) => loses))];
  return reasons.map((reason) => {
    const ids = new Set(changes.filter(({ loses }) => loses === reason).map(({ id }) => id));
    return `the runs of ${[...ids].join(", ")}: ${reason}`;
  });
}

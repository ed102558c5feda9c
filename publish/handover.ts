import type { Difference } from "./difference.js";
import { needed } from "./order.js";
import type { State } from "./state.js";
import { type Step, stepId } from "./step.js";
import { restartOf } from "./steps.js";
import type { Live } from "./thing.js";

/**
 * Jobs that run and need not be stopped for what they are themselves, of which a notebook changes: they are stopped before, and started
 * after it. A run has read its notebooks when it began, but for a task that fails and is tried again: that would take the new one, with
 * what the run was given before.
 */
export function handedOver(differences: readonly Difference[], steps: readonly Step[]): readonly Step[] {
  const changing = new Set(
    steps.filter(({ action }) => action === "create" || action === "update").map(({ thing }) => thing),
  );
  const stopped = new Set(steps.filter(({ action }) => action === "stop").map(({ thing }) => thing));
  const needs = new Map(differences.map(({ wanted }) => [wanted.id, wanted.needs]));
  return differences.flatMap(({ wanted, live }) => {
    if (wanted.kind.name !== "job" || live?.state !== "Started" || stopped.has(wanted.id)) return [];
    return [...needed(wanted.id, needs)].some((id) => changing.has(id)) ? restartOf(wanted, live) : [];
  });
}

/** What a publisher that did not come to its end has stopped is nobody's wish: the service tells the two alike. */
export function unlessStoppedByUs(live: Live, { begun }: State): Live {
  const mine = [stepId("stop", live.id), stepId("start", live.id)];
  return live.state === "Cancelled" && begun?.steps.some(({ id }) => mine.includes(id))
    ? { ...live, state: "Stopped" }
    : live;
}

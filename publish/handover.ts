import type { Difference } from "./difference.js";
import { cancelledOf } from "./journal.js";
import { isJob } from "./kinds.js";
import { needed } from "./order.js";
import type { State } from "./state.js";
import type { Step } from "./step.js";
import { restartOf } from "./steps.js";

/**
 * Jobs that run and need not be stopped for what they are themselves, and are stopped before something else, and started after it: of
 * which a notebook changes, and which somebody has started before a publishing had come to its end that had stopped them. A run has read
 * its notebooks when it began, but for a task that fails and is tried again: that would take the new one, with what the run was given
 * before.
 */
export function handedOver(
  differences: readonly Difference[],
  steps: readonly Step[],
  { begun }: State,
): readonly Step[] {
  const changing = new Set(
    steps.filter(({ action }) => action === "create" || action === "update").map(({ thing }) => thing),
  );
  const stopped = new Set(steps.filter(({ action }) => action === "stop").map(({ thing }) => thing));
  const needs = new Map(differences.map(({ wanted }) => [wanted.id, wanted.needs]));
  return differences.flatMap(({ wanted, live }) => {
    const { id, kind } = wanted;
    if (!isJob(kind) || live?.state !== "Started" || stopped.has(id)) return [];
    // The files of a Spark job definition stand where only it names them: what it runs is not changed by them.
    if (kind.name === "job" && [...needed(id, needs)].some((one) => changing.has(one)))
      return restartOf(wanted, live, "notebooks");
    return cancelledOf(begun, id).length > 0 ? restartOf(wanted, live, "started") : [];
  });
}

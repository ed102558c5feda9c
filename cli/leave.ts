import { closest, didYouMean } from "../compiler/diagnostics/suggest.js";
import type { Plan } from "../publish/plan.js";
import type { StepId } from "../publish/step.js";

/**
 * What of `--allow` comes to nothing in a plan. No refusal: a command that was broken off is given again as it was, and a step that it had
 * done by then is in the plan no more; one that needs leave and was misspelt is refused anyway.
 */
export function needlessLeave({ steps }: Pick<Plan, "steps">, allowed: readonly StepId[]): readonly string[] {
  const losing = steps.filter(({ loses }) => loses !== undefined).map(({ id }) => id);
  return [...new Set(allowed)]
    .filter((id) => !losing.includes(id))
    .map((id) => {
      if (steps.some((step) => step.id === id)) return `--allow ${id} is not needed: the step loses nothing.`;
      const suggestion = didYouMean(closest(id, losing));
      return `--allow ${id} is of no step of this plan: it is done already, or is called otherwise.${suggestion}`;
    });
}

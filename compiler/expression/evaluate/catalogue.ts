import type { Evaluator } from "./evaluator.js";
import { conditional } from "./functions/conditional.js";
import { math } from "./functions/math.js";

const evaluators: ReadonlyMap<string, Evaluator> = new Map(
  [conditional, math].flatMap((family) => Object.entries(family)),
);

/** How a function of the catalogue is evaluated, by its first name; undefined if it is not yet. */
export const evaluatorOf = (name: string): Evaluator | undefined => evaluators.get(name);

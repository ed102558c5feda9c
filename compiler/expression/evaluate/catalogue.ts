import type { Evaluator } from "./evaluator.js";
import { aggregate } from "./functions/aggregate.js";
import { collection } from "./functions/collection.js";
import { conditional } from "./functions/conditional.js";
import { dateTime } from "./functions/date-time.js";
import { hash } from "./functions/hash.js";
import { higherOrder } from "./functions/higher-order.js";
import { json } from "./functions/json.js";
import { mapAndStruct } from "./functions/map-struct.js";
import { math } from "./functions/math.js";
import { regularExpression } from "./functions/regular-expression.js";
import { string } from "./functions/string.js";

const evaluators: ReadonlyMap<string, Evaluator> = new Map(
  [
    conditional,
    math,
    collection,
    mapAndStruct,
    higherOrder,
    hash,
    string,
    regularExpression,
    dateTime,
    aggregate,
    json,
  ].flatMap((family) => Object.entries(family)),
);

/** How a function of the catalogue is evaluated, by its first name; undefined if it is not yet. */
export const evaluatorOf = (name: string): Evaluator | undefined => evaluators.get(name);

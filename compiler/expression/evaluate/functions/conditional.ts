import { compare } from "../compare.js";
import { type Evaluator, type Evaluators, withNulls } from "../evaluator.js";
import { booleanIn, doubleIn, type Value } from "../value.js";

const first = (values: readonly Value[]): Value => values.find((value) => value !== null) ?? null;

/** Among values that are not null; null if there is none. A zero is never -0.0. */
const extreme = (sign: 1 | -1): Evaluator =>
  withNulls((values, { call }) => {
    const found = values.reduce<Value>((best, value) => {
      if (value === null) return best;
      return best === null || compare(value, best, call.type) * sign > 0 ? value : best;
    }, null);
    return call.type.kind === "double" && found !== null ? doubleIn(found) + 0 : found;
  });

export const conditional: Evaluators = {
  coalesce: withNulls(first),
  nvl: withNulls(first),
  nvl2: withNulls(([tested = null, present = null, absent = null]) => (tested === null ? absent : present)),
  nullif: withNulls(([value = null, unwanted = null], { types: [type], written: [own = null] }) =>
    type && value !== null && unwanted !== null && compare(value, unwanted, type) === 0 ? null : own,
  ),
  if: withNulls(([condition = null, then = null, otherwise = null]) =>
    condition !== null && booleanIn(condition) ? then : otherwise,
  ),
  isnull: withNulls(([value]) => value === null),
  isnotnull: withNulls(([value]) => value !== null),
  equal_null: withNulls(([a = null, b = null], { types: [type = { kind: "null" }] }) => compare(a, b, type) === 0),
  isnan: withNulls(([value = null]) => value !== null && Number.isNaN(doubleIn(value))),
  nanvl: withNulls(([value = null, otherwise = null]) =>
    value !== null && Number.isNaN(doubleIn(value)) ? otherwise : value,
  ),
  greatest: extreme(1),
  least: extreme(-1),
};

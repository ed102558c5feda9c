import { compare } from "../compare.js";
import { type Evaluator, type Evaluators, type Lambda, strict, withNulls } from "../evaluator.js";
import { lastOfEachKey } from "../map-of.js";
import { arrayOf, type Entry, elementsIn, entriesIn, mapOf, type Value } from "../value.js";

/** Of an array and a lambda. */
const over = (compute: (elements: readonly Value[], lambda: Lambda) => Value): Evaluator =>
  strict(([values], { lambda }) => compute(elementsIn(values), lambda(1)));

const overMap = (compute: (entries: readonly Entry[], lambda: Lambda) => readonly Entry[]): Evaluator =>
  strict(([entries], { lambda, call: { type } }) => mapOf(lastOfEachKey(compute(entriesIn(entries), lambda(1)), type)));

/** Whether some is `wanted`; null if none is and some are null. */
function someIs(wanted: boolean, results: readonly Value[]): boolean | null {
  if (results.includes(wanted)) return wanted;
  return results.includes(null) ? null : !wanted;
}

const at = (values: readonly Value[], i: number): Value => values[i] ?? null;

export const higherOrder: Evaluators = {
  transform: over((elements, change) => arrayOf(elements.map((element, i) => change(element, BigInt(i))))),
  filter: over((elements, keep) => arrayOf(elements.filter((element, i) => keep(element, BigInt(i)) === true))),
  exists: over((elements, test) =>
    someIs(
      true,
      elements.map((element) => test(element)),
    ),
  ),
  forall: over((elements, test) =>
    someIs(
      false,
      elements.map((element) => test(element)),
    ),
  ),
  aggregate: withNulls(([values = null, start = null], { lambda, isLambda }) => {
    if (values === null) return null;
    const [merge, finish] = [lambda(2), isLambda(3) ? lambda(3) : undefined];
    const result = elementsIn(values).reduce<Value>((before, element) => merge(before, element), start);
    return finish === undefined ? result : finish(result);
  }),
  zip_with: strict(([left, right], { lambda }) => {
    const [a, b, merge] = [elementsIn(left), elementsIn(right), lambda(2)];
    return arrayOf(Array.from({ length: Math.max(a.length, b.length) }, (_, i) => merge(at(a, i), at(b, i))));
  }),
  transform_values: overMap((entries, change) => entries.map(([key, value]) => [key, change(key, value)])),
  transform_keys: overMap((entries, change) => entries.map(([key, value]) => [change(key, value), value])),
  map_filter: overMap((entries, keep) => entries.filter(([key, value]) => keep(key, value) === true)),
  map_zip_with: strict(([left, right], { lambda, call: { type } }) => {
    if (type.kind !== "map") return null;
    const [a, b, merge] = [entriesIn(left), entriesIn(right), lambda(2)];
    const valueIn = (entries: readonly Entry[], key: Value): Value =>
      entries.find(([other]) => compare(other, key, type.key) === 0)?.[1] ?? null;
    const more = b.filter(([key]) => !a.some(([other]) => compare(other, key, type.key) === 0));
    return mapOf([...a, ...more].map(([key]) => [key, merge(key, valueIn(a, key), valueIn(b, key))]));
  }),
};

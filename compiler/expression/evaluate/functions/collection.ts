import type { DataType } from "../../type.js";
import { compare } from "../compare.js";
import { distinctBy, sameInSets, withOneZero } from "../distinct.js";
import { type Evaluator, type Evaluators, strict, withNulls } from "../evaluator.js";
import { joinedTexts } from "../join.js";
import { arrayOf, booleanIn, elementsIn, entriesIn, structOf, textIn, type Value, wholeIn } from "../value.js";

const elementType = (type: DataType | undefined): DataType =>
  type?.kind === "array" ? type.element : { kind: "null" };

const size: Evaluator = strict(([values = null], { types: [type] }) =>
  BigInt(type?.kind === "map" ? entriesIn(values).length : elementsIn(values).length),
);

/** Whether two elements are the same. */
type Same = (a: Value, b: Value) => boolean;

/** Of two arrays, as Spark's sets tell their elements apart. */
const ofSets = (compute: (left: readonly Value[], right: readonly Value[], same: Same) => Value): Evaluator =>
  strict(([left, right], { types: [type] }) =>
    compute(elementsIn(left), elementsIn(right), sameInSets(elementType(type))),
  );

const sameBy =
  (type: DataType): Same =>
  (a, b) =>
    compare(a, b, type) === 0;

const has = (elements: readonly Value[], value: Value, same: Same): boolean =>
  elements.some((element) => same(element, value));

/** Nulls equal nothing. */
const hasKnown = (elements: readonly Value[], value: Value, same: Same): boolean =>
  value !== null && elements.some((element) => element !== null && same(element, value));

const ordered = (elements: readonly Value[], type: DataType): readonly Value[] =>
  elements.toSorted((a, b) => compare(a, b, type));

const extreme = (sign: 1 | -1): Evaluator =>
  strict(([values], { types: [type] }) =>
    elementsIn(values).reduce<Value>((best, value) => {
      if (value === null) return best;
      return best === null || compare(value, best, elementType(type)) * sign > 0 ? value : best;
    }, null),
  );

/** Counted from 1, or from the end if negative. */
function placed(elements: readonly Value[], number: number): Value {
  const at = number > 0 ? number - 1 : elements.length + number;
  return number === 0 ? null : (elements[at] ?? null);
}

function sequence(first: bigint, last: bigint, step: bigint): Value {
  const elements: bigint[] = [];
  if (step === 0n) return arrayOf([first]);
  for (let value = first; step > 0n ? value <= last : value >= last; value += step) elements.push(value);
  return arrayOf(elements);
}

export const collection: Evaluators = {
  array: withNulls((values) => arrayOf(values)),
  size,
  cardinality: size,
  array_size: size,
  get: strict(([values, index]) => elementsIn(values)[Number(wholeIn(index))] ?? null),
  element_at: strict(([values = null, wanted = null], { types: [type] }) =>
    type?.kind === "map"
      ? (entriesIn(values).find(([key]) => compare(key, wanted, type.key) === 0)?.[1] ?? null)
      : placed(elementsIn(values), Number(wholeIn(wanted))),
  ),
  slice: strict(([values, start, count]) => {
    const [elements, first, length] = [elementsIn(values), Number(wholeIn(start)), Number(wholeIn(count))];
    if (first === 0 || length < 0) return null;
    const from = first > 0 ? first - 1 : elements.length + first;
    return arrayOf(from < 0 ? [] : elements.slice(from, from + length));
  }),
  array_contains: strict(([values, value = null], { types: [type] }) => {
    const elements = elementsIn(values);
    if (hasKnown(elements, value, sameBy(elementType(type)))) return true;
    return elements.includes(null) ? null : false;
  }),
  arrays_overlap: ofSets((left, right, same) => {
    if (left.some((element) => hasKnown(right, element, same))) return true;
    const unknown = left.length > 0 && right.length > 0 && (left.includes(null) || right.includes(null));
    return unknown ? null : false;
  }),
  array_position: strict(([values, value = null], { types: [type] }) => {
    const same = sameBy(elementType(type));
    return BigInt(elementsIn(values).findIndex((element) => element !== null && same(element, value)) + 1);
  }),
  array_remove: strict(([, value = null], { types: [type], written: [values] }) => {
    const same = sameBy(elementType(type));
    return arrayOf(elementsIn(values).filter((element) => element === null || !same(element, value)));
  }),
  array_distinct: strict(([values], { types: [type] }) =>
    arrayOf(distinctBy(elementsIn(values), sameInSets(elementType(type)))),
  ),
  array_union: ofSets((left, right, same) => arrayOf(distinctBy([...left, ...right], same))),
  array_intersect: ofSets((left, right, same) => {
    const found = left.filter((element) => has(right, element, same));
    return arrayOf(distinctBy(found, same));
  }),
  array_except: ofSets((left, right, same) => {
    const found = left.filter((element) => !has(right, element, same));
    return arrayOf(distinctBy(found, same));
  }),
  array_compact: strict(([values]) => arrayOf(elementsIn(values).filter((element) => element !== null))),
  array_append: withNulls(([values = null, value = null]) =>
    values === null ? null : arrayOf([...elementsIn(values), value]),
  ),
  array_prepend: withNulls(([values = null, value = null]) =>
    values === null ? null : arrayOf([value, ...elementsIn(values)]),
  ),
  array_join: strict(([values, separator, instead]) => {
    const elements = elementsIn(values).map((element) => element ?? instead ?? null);
    const known = elements.filter((element) => element !== null).map(textIn);
    return joinedTexts(known.flatMap((part, i) => (i === 0 ? [part] : [textIn(separator), part])));
  }),
  array_max: extreme(1),
  array_min: extreme(-1),
  array_repeat: withNulls(([value = null, count = null]) =>
    count === null ? null : arrayOf(Array.from({ length: Number(wholeIn(count)) }, () => value)),
  ),
  sort_array: strict(([values, ascending], { types: [type] }) => {
    const element = elementType(type);
    const elements = elementsIn(values).map((value) =>
      element.kind === "double" ? withOneZero(value, element) : value,
    );
    const sign = ascending === undefined || booleanIn(ascending) ? 1 : -1;
    return arrayOf(elements.toSorted((a, b) => sign * compare(a, b, element)));
  }),
  array_sort: strict(([values], { types: [type] }) => {
    const elements = elementsIn(values);
    const known = elements.filter((element) => element !== null);
    return arrayOf([...ordered(known, elementType(type)), ...elements.filter((element) => element === null)]);
  }),
  flatten: strict(([values]) => {
    const inner = elementsIn(values);
    return inner.includes(null) ? null : arrayOf(inner.flatMap(elementsIn));
  }),
  sequence: strict(([first, last, step]) => {
    const [from, to] = [wholeIn(first), wholeIn(last)];
    return sequence(from, to, step === undefined ? (from <= to ? 1n : -1n) : wholeIn(step));
  }),
  arrays_zip: strict((arrays) => {
    const lists = arrays.map(elementsIn);
    const length = Math.max(...lists.map((list) => list.length));
    return arrayOf(Array.from({ length }, (_, i) => structOf(lists.map((list) => list[i] ?? null))));
  }),
};

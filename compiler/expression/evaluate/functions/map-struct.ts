import { literalOf } from "../../infer/given-call.js";
import type { DataType } from "../../type.js";
import { compare } from "../compare.js";
import { type Evaluators, strict, withNulls } from "../evaluator.js";
import { lastOfEachKey } from "../map-of.js";
import { patternRefused } from "../pattern-refused.js";
import { arrayOf, type Entry, elementsIn, entriesIn, fieldsIn, mapOf, structOf, textIn, type Value } from "../value.js";
import { widened } from "../widen.js";
import { split } from "./regular-expression.js";

const everySecond = <T>(list: readonly T[], from: 0 | 1): readonly T[] => list.filter((_, i) => i % 2 === from);

const keyed = (entries: readonly Entry[], type: DataType): Value => mapOf(lastOfEachKey(entries, type));

export const mapAndStruct: Evaluators = {
  struct: withNulls((values) => structOf(values)),
  named_struct: withNulls((values) => structOf(everySecond(values, 1))),
  map: withNulls((values, { call: { type, arguments: given } }) => {
    if (type.kind !== "map") return null;
    const wide = values.map((value, i) =>
      widened(value, given[i]?.type ?? type.key, i % 2 === 0 ? type.key : type.value),
    );
    const [keys, found] = [everySecond(wide, 0), everySecond(wide, 1)];
    return keyed(
      keys.map((key, i): Entry => [key, found[i] ?? null]),
      type,
    );
  }),
  map_keys: strict(([entries]) => arrayOf(entriesIn(entries).map(([key]) => key))),
  map_values: strict(([entries]) => arrayOf(entriesIn(entries).map(([, value]) => value))),
  map_entries: strict(([entries]) => arrayOf(entriesIn(entries).map((entry) => structOf(entry)))),
  map_contains_key: strict(([entries, key = null], { types: [type] }) =>
    type?.kind === "map" ? entriesIn(entries).some(([other]) => compare(other, key, type.key) === 0) : null,
  ),
  map_concat: strict((maps, { call: { type } }) => keyed(maps.flatMap(entriesIn), type)),
  map_from_arrays: strict(([keys, values], { call: { type } }) => {
    const [names, found] = [elementsIn(keys), elementsIn(values)];
    if (names.length !== found.length) return null;
    return keyed(
      names.map((key, i): Entry => [key, found[i] ?? null]),
      type,
    );
  }),
  map_from_entries: strict(([entries], { call: { type } }) => {
    const found = elementsIn(entries);
    if (found.includes(null)) return null;
    return keyed(
      found.map((entry): Entry => {
        const [key = null, value = null] = fieldsIn(entry);
        return [key, value];
      }),
      type,
    );
  }),
  str_to_map: {
    ...strict(([text], { call }) => {
      const [, between, after] = call.arguments.map(literalOf);
      const entries = split(textIn(text), String(between ?? ","), -1).map((entry): Entry => {
        const [key = "", value = null] = split(entry, String(after ?? ":"), 2);
        return [key, value];
      });
      return keyed(entries, call.type);
    }),
    unless: ({ arguments: [, between, after] }) => patternRefused(between) ?? patternRefused(after),
  },
};

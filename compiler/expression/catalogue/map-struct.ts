import { commonType } from "../infer/common-type.js";
import type { DataType, Field } from "../type.js";
import { allOf, isPattern } from "./checks/literals.js";
import { keyProblem } from "./checks/map-key.js";
import type { ArgumentProblem, FunctionRow, GivenCall } from "./row.js";

const fieldOf = (name: string, type: DataType | undefined, nullable: boolean | undefined): Field => ({
  name,
  type: type ?? { kind: "null" },
  nullable: nullable ?? true,
});

function structOf({ types, nullables, names }: GivenCall): DataType {
  return { kind: "struct", fields: types.map((type, i) => fieldOf(names[i] ?? `col${i + 1}`, type, nullables[i])) };
}

function namedStruct({ types, nullables, literals }: GivenCall): DataType {
  return {
    kind: "struct",
    fields: everySecond(types, 1).map((type, i) => fieldOf(String(literals[i * 2]), type, nullables[i * 2 + 1])),
  };
}

function mapOf({ types, nullables }: GivenCall): DataType {
  const all = (list: readonly DataType[]): DataType =>
    list.reduce<DataType>((common, type) => commonType(common, type) ?? common, { kind: "null" });
  return {
    kind: "map",
    key: all(everySecond(types, 0)),
    value: all(everySecond(types, 1)),
    valueContainsNull: everySecond(nullables, 1).some(Boolean),
  };
}

const everySecond = <T>(list: readonly T[], from: 0 | 1): readonly T[] => list.filter((_, i) => i % 2 === from);

function duplicate(names: readonly string[], every: number): ArgumentProblem | undefined {
  const at = names.findIndex((name, i) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) < i);
  return at === -1 ? undefined : { argument: at * every, problem: `gives the struct a second field '${names[at]}'.` };
}

function pairsProblem(call: GivenCall): ArgumentProblem | undefined {
  const last = call.types.length - 1;
  if (last % 2 === 0) return { argument: last, problem: "has no value after it: keys and values take turns." };
  const [keys, values] = [everySecond(call.types, 0), everySecond(call.types, 1)];
  for (const [offset, list] of [keys, values].entries()) {
    let common: DataType = { kind: "null" };
    for (const [i, type] of list.entries()) {
      const wider = commonType(common, type);
      if (wider === undefined)
        return { argument: i * 2 + offset, problem: "has another type than the ones before it." };
      common = wider;
    }
    const problem = offset === 0 ? keyProblem(common) : undefined;
    if (problem !== undefined) return { argument: 0, problem };
  }
  const nullKey = everySecond(call.nullables, 0).findIndex(Boolean);
  return nullKey === -1
    ? undefined
    : { argument: nullKey * 2, problem: "is a key and can be null, and Spark fails on that. Wrap it in coalesce." };
}

export const mapAndStruct: readonly FunctionRow[] = [
  {
    name: "struct",
    signature: "(first: any, more...: any): any",
    returns: structOf,
    nullable: "never",
    check: ({ names, types }) =>
      duplicate(
        types.map((_, i) => names[i] ?? `col${i + 1}`),
        1,
      ),
    spelling: { spark: "same" },
    description: "A struct of the arguments, with the names of columns and fields; others are col1, col2 and so on.",
    samples: ["struct(name, i)", "struct(item.sku, i + 1)"],
  },
  {
    name: "named_struct",
    signature: "(name: any, value: any, more...: any): any",
    returns: namedStruct,
    nullable: "never",
    check: ({ literals, types }) => {
      if (types.length % 2 === 1)
        return { argument: types.length - 1, problem: "has no value after it: names and values take turns." };
      const names = everySecond(literals, 0);
      const computed = names.findIndex((name) => typeof name !== "string");
      return computed === -1
        ? duplicate(names.map(String), 2)
        : { argument: computed * 2, problem: "must be a name in quotes." };
    },
    spelling: { spark: "same" },
    description: "A struct with names and values in turn.",
    samples: ["named_struct('id', i, 'name', name)"],
  },
  {
    name: "map",
    signature: "(key: any, value: any, more...: any): any",
    returns: mapOf,
    nullable: "never",
    check: pairsProblem,
    spelling: { spark: "same" },
    description:
      "A map of keys and values in turn; of a repeated key the last value counts. No key is or holds a double: -0.0 would be another key in one version of Spark.",
    samples: ["map('a', i, 'b', j)", "map(coalesce(name, ''), x)"],
  },
  {
    name: "map_keys",
    signature: "(entries: map<K,V>): array<K>",
    returns: ({ types: [type] }) => ({
      kind: "array",
      element: type?.kind === "map" ? type.key : { kind: "null" },
      containsNull: false,
    }),
    spelling: { spark: "same" },
    description: "The keys of a map.",
    samples: ["map_keys(counts)"],
  },
  {
    name: "map_values",
    signature: "(entries: map<K,V>): array<V>",
    returns: ({ types: [type] }) => ({
      kind: "array",
      element: type?.kind === "map" ? type.value : { kind: "null" },
      containsNull: true,
    }),
    spelling: { spark: "same" },
    description: "The values of a map.",
    samples: ["map_values(counts)"],
  },
  {
    name: "map_entries",
    signature: "(entries: map<K,V>): any",
    returns: ({ types: [type] }) => {
      const fields =
        type?.kind === "map"
          ? [fieldOf("key", type.key, false), fieldOf("value", type.value, type.valueContainsNull)]
          : [];
      return { kind: "array", element: { kind: "struct", fields }, containsNull: false };
    },
    spelling: { spark: "same" },
    description: "The entries of a map, as structs of key and value.",
    samples: ["map_entries(counts)"],
  },
  {
    name: "map_contains_key",
    signature: "<K: orderable>(entries: map<K,V>, key: K): boolean",
    nullable: "always",
    spelling: { spark: "same" },
    description: "Whether the map has the key.",
    samples: ["map_contains_key(counts, 'a')"],
  },
  {
    name: "map_concat",
    signature: "(first: map<K,V>, more...: map<K,V>): map<K,V>",
    check: ({ types }) => {
      const problems = types.map((type) => (type.kind === "map" ? keyProblem(type.key) : undefined));
      const argument = problems.findIndex((problem) => problem !== undefined);
      return argument === -1 ? undefined : { argument, problem: `has keys each of which ${problems[argument]}` };
    },
    spelling: { spark: "same" },
    description:
      "The entries of all maps; of a repeated key the last value counts. No key is or holds a double: -0.0 would be another key in one version of Spark.",
    samples: ["map_concat(counts, more_counts)"],
  },
  {
    name: "map_from_arrays",
    signature: "(keys: never null array<K>, values: array<V>): map<K,V>",
    nullable: "always",
    check: ({ types: [keys] }) => {
      const problem = keys?.kind === "array" ? keyProblem(keys.element) : undefined;
      return problem === undefined ? undefined : { argument: 0, problem: `has keys each of which ${problem}` };
    },
    spelling: { spark: "case when array_size(keys) = array_size(values) then map_from_arrays(keys, values) end" },
    description:
      "A map of the keys and the values at the same places; null if there are more of one than of the other (where Spark's own function fails). The keys cannot hold nulls: see array_compact. No key is or holds a double.",
    samples: ["map_from_arrays(array('a', 'b'), array(i, j))", "map_from_arrays(array_compact(words), numbers)"],
  },
  {
    name: "map_from_entries",
    signature: "(entries: array<struct>): any",
    returns: ({ types: [type] }) => {
      const [key, value] = type?.kind === "array" && type.element.kind === "struct" ? type.element.fields : [];
      return {
        kind: "map",
        key: key?.type ?? { kind: "null" },
        value: value?.type ?? { kind: "null" },
        valueContainsNull: value?.nullable ?? true,
      };
    },
    nullable: ({ types: [type], nullables }) => nullables[0] === true || (type?.kind === "array" && type.containsNull),
    check: ({ types: [type] }) => {
      const fields = type?.kind === "array" && type.element.kind === "struct" ? type.element.fields : [];
      if (fields.length !== 2)
        return { argument: 0, problem: "must be an array of structs with two fields: key and value." };
      if (fields[0]?.nullable === true)
        return { argument: 0, problem: "has keys that can be null, and Spark fails on that." };
      const problem = fields[0] && keyProblem(fields[0].type);
      return problem === undefined ? undefined : { argument: 0, problem: `has keys each of which ${problem}` };
    },
    spelling: { spark: "same" },
    description:
      "A map of an array of keys and values; of a repeated key the last value counts. No key is or holds a double.",
    samples: ["map_from_entries(map_entries(counts))", "map_from_entries(array(struct('a', i)))"],
  },
  {
    name: "str_to_map",
    signature: "(text: string, between_entries?: literal string, after_key?: literal string): map<string,string>",
    returns: () => ({ kind: "map", key: { kind: "string" }, value: { kind: "string" }, valueContainsNull: true }),
    check: allOf(isPattern(1), isPattern(2)),
    spelling: { spark: "same" },
    description:
      "A map of a text such as 'a:1,b:2', with the regular expressions that stand between entries (default ',') and after keys (default ':').",
    samples: ["str_to_map(text)", "str_to_map(text, '&', '=')"],
  },
];

import { keyProblem } from "./checks/map-key.js";
import { typeOfArgument } from "./result-types.js";
import type { FunctionRow, GivenCall } from "./row.js";

const ofFirst = ({ nullables }: GivenCall): boolean => nullables[0] === true;
const ofBoth = ({ nullables }: GivenCall): boolean => nullables[0] === true || nullables[1] === true;

export const higherOrder: readonly FunctionRow[] = [
  {
    name: "transform",
    signature: "(values: array<A>, change: (A, int?) -> B): array<B>",
    nullable: ofFirst,
    spelling: { spark: "same" },
    description: "The array with each element changed; the lambda may take its index, from 0.",
    samples: [
      "transform(numbers, v -> v + 1)",
      "transform(items, (v, at) -> v.quantity * v.price)",
      "transform(words, v -> upper(v))",
    ],
  },
  {
    name: "filter",
    signature: "(values: array<A>, keep: (A, int?) -> boolean): array<A>",
    returns: typeOfArgument(0),
    nullable: ofFirst,
    spelling: { spark: "same" },
    description: "The elements for which the lambda is true; it may take the index, from 0.",
    samples: ["filter(numbers, v -> v > 1)", "filter(words, (v, at) -> at < 2)"],
  },
  {
    name: "exists",
    signature: "(values: array<A>, test: (A) -> boolean): boolean",
    nullable: ofBoth,
    spelling: { spark: "same" },
    description: "Whether the lambda is true for an element; null if it is for none and null for some.",
    samples: ["exists(numbers, v -> v > 1)", "exists(items, v -> v.sku is null)"],
  },
  {
    name: "forall",
    signature: "(values: array<A>, test: (A) -> boolean): boolean",
    nullable: ofBoth,
    spelling: { spark: "same" },
    description: "Whether the lambda is true for every element; null if it is false for none and null for some.",
    samples: ["forall(numbers, v -> v > 1)", "forall(items, v -> v.quantity is not null)"],
  },
  {
    name: "aggregate",
    aliases: ["reduce"],
    signature: [
      "(values: array<A>, start: B, merge: (B null, A) -> B): B",
      "(values: array<A>, start: B, merge: (B null, A) -> B, finish: (B null) -> C): C",
    ],
    // Without a last lambda it is the start value for an empty array, which may be null where no merged value is.
    nullable: ({ nullables }) => nullables[0] === true || nullables[3] !== false,
    spelling: { spark: "same" },
    description:
      "One value from all elements: from the start value, the lambda makes the next from the last and an element. It has the type of the start value; a last lambda may change it.",
    samples: [
      "aggregate(numbers, 0, (sum, v) -> sum + v)",
      "aggregate(numbers, 0L, (sum, v) -> sum + v, sum -> sum / 2)",
      "aggregate(words, '', (joined, v) -> joined || v)",
    ],
  },
  {
    name: "zip_with",
    signature: "(left: array<A>, right: array<B>, merge: (A null, B null) -> C): array<C>",
    nullable: ofBoth,
    spelling: { spark: "same" },
    description: "One array from the elements of two at the same places; what the shorter one lacks is null.",
    samples: ["zip_with(numbers, more, (a, b) -> a + b)", "zip_with(numbers, words, (a, b) -> coalesce(b, '?'))"],
  },
  {
    name: "transform_values",
    signature: "(entries: map<K,V>, change: (K, V) -> B): map<K,B>",
    nullable: ofFirst,
    spelling: { spark: "same" },
    description: "The map with each value changed.",
    samples: ["transform_values(counts, (k, v) -> v * 2)"],
  },
  {
    name: "transform_keys",
    signature: "(entries: map<K,V>, change: (K, V) -> B): map<B,V>",
    nullable: ofFirst,
    check: ({ nullables, types: [, key] }) => {
      if (nullables[1] === true)
        return { argument: 1, problem: "gives keys that can be null, and Spark fails on that. Wrap them in coalesce." };
      const problem = key && keyProblem(key);
      return problem === undefined ? undefined : { argument: 1, problem: `gives keys each of which ${problem}` };
    },
    spelling: { spark: "same" },
    description: "The map with each key changed; of a repeated key the last value counts. No key is or holds a double.",
    samples: ["transform_keys(counts, (k, v) -> upper(k))"],
  },
  {
    name: "map_filter",
    signature: "(entries: map<K,V>, keep: (K, V) -> boolean): map<K,V>",
    returns: typeOfArgument(0),
    nullable: ofFirst,
    spelling: { spark: "same" },
    description: "The entries for which the lambda is true.",
    samples: ["map_filter(counts, (k, v) -> v > 1)"],
  },
  {
    name: "map_zip_with",
    signature: "<K: orderable>(left: map<K,A>, right: map<K,B>, merge: (K, A null, B null) -> C): map<K,C>",
    nullable: ofBoth,
    spelling: { spark: "same" },
    description: "One map from the values of two at the same keys; what one lacks is null.",
    samples: ["map_zip_with(counts, more_counts, (k, a, b) -> coalesce(a, b))"],
  },
];

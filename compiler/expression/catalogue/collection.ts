import { allNullable, commonType } from "../infer/common-type.js";
import type { DataType } from "../type.js";
import { allOf, isNotZero, isPlace, isWithin } from "./checks/literals.js";
import { isLiteral } from "./is-literal.js";
import { typeOfArgument } from "./result-types.js";
import type { FunctionRow, GivenCall } from "./row.js";

const NONE: DataType = { kind: "null" };

const containsNull = (type: DataType | undefined): boolean => type?.kind === "array" && type.containsNull;

/** Searching an array that holds nulls can come to "unknown". */
const nullOrUnknown = ({ types, nullables }: GivenCall): boolean => nullables.some(Boolean) || types.some(containsNull);

const OF_INDEX = " `a[0]` counts from 0.";

/** The size of a null is -1 or null, by a setting; array_size has one answer. */
const size = (description: string, name: string): FunctionRow => ({
  name,
  signature: ["(values: array<A>): int", "(values: map<K,V>): int"],
  range: [0, 2_147_483_647],
  spelling: {
    spark: ({ arguments: [value] }) =>
      value?.type.kind === "map" ? "array_size(map_keys(values))" : "array_size(values)",
  },
  description,
  samples: [`${name}(numbers)`, `${name}(counts)`],
});

export const collection: readonly FunctionRow[] = [
  {
    name: "array",
    signature: "(first: A, more...: A): array<A>",
    nullable: "never",
    spelling: { spark: "same" },
    description: "An array of the arguments.",
    samples: ["array(i, j, 0)", "array(name, text)"],
  },
  size(
    "The number of elements or entries; null for null (where Spark's own function gives -1 or null, by a setting).",
    "size",
  ),
  size("The same as size.", "cardinality"),
  {
    name: "array_size",
    signature: "(values: array<A>): int",
    range: [0, 2_147_483_647],
    spelling: { spark: "same" },
    description: "The number of elements.",
    samples: ["array_size(numbers)"],
  },
  {
    name: "get",
    signature: "(values: array<A>, index: int): A",
    nullable: ({ elements: [written], literals: [, index] }) => written?.[Number(index ?? -1)] ?? true,
    spelling: { spark: "same" },
    description: "The element at an index counted from 0; null outside. `a[i]` says the same.",
    samples: ["get(numbers, 0)", "get(items, i)"],
  },
  {
    name: "element_at",
    aliases: ["try_element_at"],
    signature: ["(values: array<A>, number: int): A", "<K: orderable>(entries: map<K,V>, number: K): V"],
    nullable: ({ elements: [written], literals: [, number] }) => {
      if (number === undefined) return true;
      const place = Number(number);
      return written?.at(place > 0 ? place - 1 : place) ?? true;
    },
    check: (call) => (call.types[0]?.kind === "array" ? isPlace(1, OF_INDEX)(call) : undefined),
    spelling: {
      spark: (node) =>
        node.arguments[0]?.type.kind === "map" || isLiteral(node, 1)
          ? "try_element_at(values, number)"
          : "try_element_at(values, case when number not in (0, -2147483648) then number end)",
    },
    description:
      "The element at a place counted from 1 (from the end if negative), or the value of a key; null if there is none (where Spark's own function may fail; at the least int it reads foreign memory and ends the executor).",
    samples: ["element_at(numbers, 1)", "element_at(numbers, i)", "element_at(counts, 'a')"],
  },
  {
    name: "slice",
    signature: "(values: array<A>, start: int, count: int): array<A>",
    nullable: ({ nullables, literals }) =>
      nullables.some(Boolean) || literals[1] === undefined || literals[2] === undefined,
    check: allOf(isNotZero(1, OF_INDEX), isWithin(2, 0, 2_147_483_647)),
    spelling: {
      spark: (node) => {
        const start = isLiteral(node, 1) ? "start" : "nullif(start, 0)";
        return `slice(values, ${start}, ${isLiteral(node, 2) ? "count" : "case when count >= 0 then count end"})`;
      },
    },
    description:
      "A part of the array: from a place counted from 1 (from the end if negative), of so many elements; null for the place 0 and a negative count (where Spark's own function fails).",
    samples: ["slice(numbers, 1, 2)", "slice(numbers, i, j)"],
  },
  {
    name: "array_contains",
    signature: "<A: orderable>(values: array<A>, value: A): boolean",
    nullable: nullOrUnknown,
    spelling: { spark: "same" },
    description: "Whether the array holds the value; null if it does not and holds a null.",
    samples: ["array_contains(numbers, 1)", "array_contains(words, name)"],
  },
  {
    name: "arrays_overlap",
    signature: "<A: orderable>(left: array<A>, right: array<A>): boolean",
    nullable: nullOrUnknown,
    spelling: { spark: "same" },
    description: "Whether the arrays have an element in common; null if they have none and one holds a null.",
    samples: ["arrays_overlap(numbers, more)"],
  },
  {
    name: "array_position",
    signature: "<A: orderable>(values: array<A>, value: A): bigint",
    range: [0, 2_147_483_647],
    spelling: { spark: "same" },
    description: "The place of the value, counted from 1; 0 if it is not there.",
    samples: ["array_position(numbers, 1)"],
  },
  {
    name: "array_remove",
    signature: "<A: orderable>(values: array<A>, value: A): array<A>",
    returns: typeOfArgument(0),
    spelling: { spark: "same" },
    description: "The array without elements that equal the value.",
    samples: ["array_remove(numbers, 1)"],
  },
  {
    name: "array_distinct",
    signature: "<A: orderable>(values: array<A>): array<A>",
    spelling: { spark: "same" },
    description: "The array without repeated elements.",
    samples: ["array_distinct(numbers)"],
  },
  {
    name: "array_union",
    signature: "<A: orderable>(left: array<A>, right: array<A>): array<A>",
    spelling: { spark: "same" },
    description: "The elements of either array, once.",
    samples: ["array_union(numbers, more)"],
  },
  {
    name: "array_intersect",
    signature: "<A: orderable>(left: array<A>, right: array<A>): array<A>",
    returns: ({ types: [left, right] }) =>
      left?.kind === "array" && right?.kind === "array"
        ? {
            kind: "array",
            element: commonType(left.element, right.element) ?? left.element,
            containsNull: left.containsNull && right.containsNull,
          }
        : { kind: "null" },
    spelling: { spark: "same" },
    description: "The elements of both arrays, once.",
    samples: ["array_intersect(numbers, more)"],
  },
  {
    name: "array_except",
    signature: "<A: orderable>(values: array<A>, without: array<A>): array<A>",
    returns: typeOfArgument(0),
    spelling: { spark: "same" },
    description: "The elements of the first array that are not in the second, once.",
    samples: ["array_except(numbers, more)"],
  },
  {
    name: "array_compact",
    signature: "(values: array<A>): array<A>",
    returns: ({ types: [type] }) => (type?.kind === "array" ? { ...type, containsNull: false } : { kind: "null" }),
    spelling: { spark: "same" },
    description: "The array without nulls.",
    samples: ["array_compact(numbers)"],
  },
  {
    name: "array_append",
    signature: "(values: array<A>, value: A): array<A>",
    nullable: ({ nullables }) => nullables[0] === true,
    spelling: { spark: "same" },
    description: "The array with one more element at its end.",
    samples: ["array_append(numbers, i)"],
  },
  {
    name: "array_prepend",
    signature: "(values: array<A>, value: A): array<A>",
    returns: ({ types: [values, value] }) =>
      allNullable(commonType(values ?? NONE, { kind: "array", element: value ?? NONE, containsNull: true }) ?? NONE),
    nullable: ({ nullables }) => nullables[0] === true,
    spelling: { spark: "same" },
    description: "The array with one more element at its start.",
    samples: ["array_prepend(numbers, i)"],
  },
  {
    name: "array_join",
    signature: "(values: array<string>, separator: string, instead?: string): string",
    spelling: { spark: "same" },
    description: "The strings joined with a separator; nulls are skipped, or replaced by the third argument.",
    samples: ["array_join(words, ',')", "array_join(words, ',', '-')"],
  },
  {
    name: "array_max",
    signature: "<A: orderable>(values: array<A>): A",
    nullable: "always",
    spelling: { spark: "same" },
    description: "The greatest element; nulls are skipped. Null for an empty array.",
    samples: ["array_max(numbers)"],
  },
  {
    name: "array_min",
    signature: "<A: orderable>(values: array<A>): A",
    nullable: "always",
    spelling: { spark: "same" },
    description: "The least element; nulls are skipped. Null for an empty array.",
    samples: ["array_min(numbers)"],
  },
  {
    name: "array_repeat",
    signature: "(value: A, count: literal int): array<A>",
    nullable: "never",
    check: isWithin(1, 0, 1_000_000),
    spelling: { spark: "same" },
    description:
      "An array with the value so many times. The number is written out: one row with a huge one would end the job.",
    samples: ["array_repeat(name, 2)"],
  },
  {
    name: "sort_array",
    signature: "<A: orderable>(values: array<A>, ascending?: literal boolean): array<A>",
    spelling: {
      spark: ({ type }) =>
        type.kind === "array" && type.element.kind === "double"
          ? "sort_array(transform(values, element -> element + 0D), ascending)"
          : "same",
    },
    description:
      "The elements in order, nulls first; with false the other way round. Of doubles a zero is never -0.0, which some Sparks put before 0.0 and others leave where it was.",
    samples: ["sort_array(numbers)", "sort_array(words, false)"],
  },
  {
    name: "array_sort",
    signature: "<A: orderable>(values: array<A>): array<A>",
    spelling: { spark: "same" },
    description: "The elements in order, nulls last.",
    samples: ["array_sort(numbers)"],
  },
  {
    name: "flatten",
    signature: "(values: array<array<A>>): array<A>",
    nullable: ({ types: [type], nullables }) => nullables[0] === true || containsNull(type),
    spelling: { spark: "same" },
    description: "The elements of the inner arrays in one; null if one of them is null.",
    samples: ["flatten(nested)"],
  },
  {
    name: "sequence",
    signature: "(first: literal int, last: literal int, step?: literal int): array<int>",
    check: ({ literals: [first, last, step] }) => {
      const [from, to] = [Number(first), Number(last)];
      const by = step === undefined ? (from <= to ? 1 : -1) : Number(step);
      const fits = by !== 0 && (to - from) / by >= 0 && (to - from) / by <= 1_000_000;
      return fits || (from === to && by === 0)
        ? undefined
        : { argument: 2, problem: "does not lead from the first to the last in at most a million steps." };
    },
    spelling: { spark: "same" },
    description:
      "The numbers from the first to the last. They are written out: one row with a huge span would end the job.",
    samples: ["sequence(1, 10)", "sequence(10, 0, -5)"],
  },
  {
    name: "arrays_zip",
    signature: "(first: array<A>, second: array<B>): any",
    returns: ({ types, names }) => ({
      kind: "array",
      containsNull: false,
      element: {
        kind: "struct",
        fields: types.map((type, i) => ({
          name: names[i] ?? String(i),
          type: type.kind === "array" ? type.element : type,
          nullable: true,
        })),
      },
    }),
    check: ({ names: [first, second] }) =>
      first !== undefined && first === second
        ? { argument: 1, problem: "has the name of the first, and both name a field of the result." }
        : undefined,
    spelling: { spark: "same" },
    description:
      "Pairs of the elements at the same places, as structs with the arrays' names; what the shorter one lacks is null.",
    samples: ["arrays_zip(numbers, words)"],
  },
];

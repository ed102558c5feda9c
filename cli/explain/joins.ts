import type { LinkedJoin } from "../../compiler/model/linked.js";

/** What each join looks up, when, and what becomes of a row without a match. */
export const joinLines = (joins: readonly LinkedJoin[]): readonly string[] =>
  joins.flatMap(({ name, how, table: { table, key } }) => [
    `${name}: ${table.layer}.${table.name} as it is when the batch is made; a replayed batch reads the same version`,
    unmatched[how],
    ...(how === "semi" || key === undefined ? [] : [`at most one row matches, because its key is ${key.join(", ")}`]),
  ]);

const unmatched: Readonly<Record<LinkedJoin["how"], string>> = {
  inner: "a row without a match is left out and counted",
  left: "a row without a match stays, with nulls, and is counted",
  semi: "a row without a match is left out and counted; nothing is added",
};

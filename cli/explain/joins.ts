import type { JoinBounds } from "../../compiler/model/join.js";
import type { LinkedJoin, LinkedTable } from "../../compiler/model/linked.js";
import { clock, hour } from "./clock.js";

/** What each join looks up or pairs, when, and what becomes of a row without a match. */
export const joinLines = (joins: readonly LinkedJoin[]): readonly string[] =>
  joins.flatMap((join) => (join.within ? pairs(join, join.within) : lookups(join)));

const lookups = ({ name, how, table: { table, key } }: LinkedJoin): readonly string[] => [
  `${name}: ${table.layer}.${table.name} as it is when the batch is made; a replayed batch reads the same version`,
  unmatched[how],
  ...(how === "semi" || key === undefined ? [] : [`at most one row matches, because its key is ${key.join(", ")}`]),
];

const pairs = ({ name, how, table: { table } }: LinkedJoin, bounds: JoinBounds): readonly string[] => [
  `${name}: rows of ${table.layer}.${table.name} ${near(bounds)}, in whatever order they come; ${how === "semi" ? "each row once, however many match" : "a row for each pair"}`,
  unpaired[how],
];

function near({ before, after }: JoinBounds): string {
  if (before.milliseconds === 0) return `up to ${after.text} later`;
  return after.milliseconds === 0
    ? `up to ${before.text} earlier`
    : `from ${before.text} earlier to ${after.text} later`;
}

const unmatched: Readonly<Record<LinkedJoin["how"], string>> = {
  inner: "a row without a match is left out and counted",
  left: "a row without a match stays, with nulls, and is counted",
  semi: "a row without a match is left out and counted; nothing is added",
};

const unpaired: Readonly<Record<LinkedJoin["how"], string>> = {
  inner: "a row without a match is left out",
  left: "a row without a match stays, with nulls, and is counted",
  semi: "a row without a match is left out; nothing is added",
};

/**
 * Through a restart Spark keeps the lesser of both inputs' watermarks, and not each input's; one that brings nothing holds it where it was:
 * https://github.com/apache/spark/blob/v3.5.5/sql/core/src/main/scala/org/apache/spark/sql/execution/streaming/WatermarkTracker.scala
 */
const neverAlone =
  "a row without a match waits for that too: while no run that ends by itself reads rows of both inputs, none is written, however many runs there are";

/** When what an interval join makes appears, told on a row of the day's morning; nothing for other tables. */
export function whenPairsAppear({ interval, table }: LinkedTable): readonly string[] {
  if (interval === undefined) return [];
  const { join, bounds, own, other } = interval;
  const last = 10 * hour + bounds.after.milliseconds;
  const passed = [
    `${clock(last + own.delay.milliseconds)} in ${table.inputs.map(({ name }) => name).join(" and ")}`,
    `${clock(last + other.delay.milliseconds)} in ${join.table.table.layer}.${join.table.table.name}`,
  ];
  const alone = `a row of 10:00 without a match appears once event time passes ${passed.join(" and ")}, and one more batch has run`;
  return [
    join.how === "semi"
      ? "a row appears in the batch that reads the later of it and its first match"
      : "a pair appears in the batch that reads the later of its two rows",
    ...(join.how === "left" ? [alone] : []),
    "an input that lags keeps the other's rows in the state, and nothing is lost; after a start, as which each run that ends by itself counts, they are kept until both inputs have brought rows of such a time since",
    ...(join.how === "left" ? [neverAlone] : []),
  ];
}

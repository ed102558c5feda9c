import { printType } from "../expression/type.js";
import type { Facts } from "../lock/identity.js";
import { spelled } from "../model/duration.js";
import type { LinkedInterval, LinkedJoin } from "../model/linked.js";

/** ` within 10 minutes before and 1 hour after`; nothing of a join that looks rows up. */
export function boundsFact({ within }: LinkedJoin): string {
  if (within === undefined) return "";
  const { before, after } = within;
  const sides = [
    ...(before.milliseconds > 0 ? [`${spelled(before)} before`] : []),
    ...(after.milliseconds > 0 ? [`${spelled(after)} after`] : []),
  ];
  return ` within ${sides.join(" and ")}`;
}

/** What of the other stream stands in the state, how long, and what is made of it. */
export const intervalFacts = ({ join, kept, other }: LinkedInterval): Facts => ({
  joined: Object.fromEntries(
    kept.map(({ name, type, nullable }) => [name, `${printType(type)}${nullable ? "" : " not null"}`]),
  ),
  joined_as: Object.fromEntries(join.columns.map(({ name, of }) => [name, of])),
  joined_watermark: { column: other.column, delay: spelled(other.delay) },
});

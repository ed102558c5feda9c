import type { LinkedInput, LinkedTable } from "../model/linked.js";
import { isReplaced } from "../model/replaced.js";
import { storedInputs } from "../model/views.js";

/**
 * The tables whose rows a query's position depends on: those that it reads, and those that it looks rows up in, because a
 * batch's record names versions of them. But a replaced table's versions go on through its generations, so rows that were
 * looked up in it stay as they are; only what is replaced as a whole itself follows it.
 */
export function tablesBelow(linked: LinkedTable): readonly LinkedInput[] {
  const lookedUp = linked.joins.map((join) => join.table);
  return [...storedInputs(linked), ...lookedUp.filter((joined) => isReplaced(linked) || !isReplaced(joined))];
}

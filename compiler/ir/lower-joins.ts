import type { LinkedInterval, LinkedJoin, LinkedWatermark } from "../model/linked.js";
import type { EventTimeIr, JoinIr } from "./clauses.js";
import { storedTable } from "./lower-apply-changes.js";
import type { IntervalJoinQuery } from "./query.js";

export const joinOf = ({ name, table, how, on, columns }: LinkedJoin): JoinIr => ({
  name,
  table: storedTable(table),
  how,
  on,
  columns: columns.map((column) => ({ name: column.name, of: column.of })),
});

export const intervalOf = ({
  join,
  kept,
  own,
  other,
  bounds: { before, after },
}: LinkedInterval): Pick<IntervalJoinQuery, "join" | "kept" | "own" | "other" | "bounds"> => ({
  join: joinOf(join),
  kept: kept.map(({ name }) => name),
  own: eventTime(own),
  other: eventTime(other),
  bounds: { before: before.text, after: after.text },
});

const eventTime = ({ column, delay }: LinkedWatermark): EventTimeIr => ({ column, delay: delay.text });

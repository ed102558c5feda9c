import type { Report } from "../diagnostics/report.js";
import { columnOf } from "../expression/facts.js";
import { type LinkedColumn, seenColumns } from "./link-columns.js";
import { type Clause, isTimestamp } from "./link-parts.js";
import type { LinkedInput, LinkedWatermark } from "./linked.js";
import type { NonEmpty } from "./parts.js";
import type { Table } from "./table.js";

/** The watermark that holds on an input: on a windowed table none does. */
export const watermarkOf = (input: LinkedInput): LinkedWatermark | undefined =>
  input.kind === "table" && input.windows === undefined ? input.watermark : undefined;

/** The watermark that a table declares, or else inherits. */
export function linkWatermark(
  table: Table,
  columns: readonly LinkedColumn[],
  inputs: NonEmpty<LinkedInput>,
  report: Report,
): Clause<LinkedWatermark> {
  if (table.watermark === undefined) return inheritedWatermark(table, inputs, columns);
  const { column, delay, ahead, origin } = table.watermark;
  if (!isTimestamp(column, table, "watermark", seenColumns(columns), report)) return "broken";
  return {
    origin,
    column: column.name,
    delay,
    ahead,
    isInherited: false,
    decidesLateRows: table.lateRows.isChosen || table.deduplicate !== undefined,
    isCorrecting: table.lateRows.policy === "upsert",
    declaredIn: `${table.layer}.${table.name}`,
    isOfSeveral: false,
  };
}

/**
 * The watermark that a table has from what it reads, as long as its column lives on. Of several inputs each goes at its own
 * pace, and all must have the same: a window waits for the one that is furthest behind, but in a table that is written
 * from all of them the slow one's rows would stand behind the fast one's.
 */
function inheritedWatermark(
  table: Table,
  inputs: NonEmpty<LinkedInput>,
  columns: readonly Carrier[],
): Clause<LinkedWatermark> {
  const all = inputs.map(watermarkOf);
  const [first] = all;
  if (first === undefined || table.storage.write === "replace") return undefined; // all of its rows come at once
  const isOne = all.every((w) => w?.column === first.column && w.delay.milliseconds === first.delay.milliseconds);
  const isOfSeveral = inputs.length > 1 || first.isOfSeveral;
  if (!isOne || (isOfSeveral && table.window === undefined)) return undefined;
  const carrier = carrierOf(columns, first.column, table.window?.column.name);
  if (carrier === undefined) return columns.some(({ expression }) => expression === undefined) ? "broken" : undefined;
  const undecided = all.find((watermark) => !watermark?.decidesLateRows) ?? first;
  const isCorrecting = all.some((watermark) => watermark?.isCorrecting);
  return { ...undecided, column: carrier, isInherited: true, isOfSeveral, isCorrecting };
}

type Carrier = Pick<LinkedColumn, "name" | "expression">;

/** The column that passes one of the input on: of several the `wanted` one, or that of the same name, in whatever order they are written. */
export const carrierOf = (columns: readonly Carrier[], above: string, wanted?: string): string | undefined => {
  const carriers = columns.filter(({ expression }) => expression && columnOf(expression) === above);
  const named = (sought: string | undefined) => carriers.find(({ name }) => name === sought);
  return (named(wanted) ?? named(above) ?? carriers[0])?.name;
};

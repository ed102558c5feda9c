import type { Expression } from "../expression/expression.js";
import { columnOf } from "../expression/facts.js";
import type { LinkedInput, LinkedWatermark } from "./linked.js";
import type { NonEmpty } from "./parts.js";
import type { Table } from "./table.js";
/** The watermark that holds on an input: on a windowed table none does. */
export const watermarkOf = (input: LinkedInput): LinkedWatermark | undefined =>
  input.kind === "table" && input.windows === undefined ? input.watermark : undefined;

/**
 * The watermark that a table has from what it reads, as long as its column lives on. Of several inputs each goes at its own
 * pace, and all must have the same: a window waits for the one that is furthest behind, but in a table that is written
 * from all of them the slow one's rows would stand behind the fast one's.
 */
export function inheritedWatermark(
  table: Table,
  inputs: NonEmpty<LinkedInput>,
  columns: readonly { readonly name: string; readonly expression: Expression | undefined }[],
): LinkedWatermark | undefined {
  const all = inputs.map(watermarkOf);
  const [first] = all;
  if (first === undefined || table.storage.write === "replace") return undefined; // all of its rows come at once
  const isOne = all.every((w) => w?.column === first.column && w.delay.milliseconds === first.delay.milliseconds);
  const isOfSeveral = inputs.length > 1 || first.isOfSeveral;
  if (!isOne || (isOfSeveral && table.window === undefined)) return undefined;
  const carrier = carrierOf(columns, first.column, table.window?.column.name);
  const undecided = all.find((watermark) => !watermark?.decidesLateRows) ?? first;
  return carrier === undefined ? undefined : { ...undecided, column: carrier, isInherited: true, isOfSeveral };
}

/** The column that passes one of the input on: of several the `wanted` one, or that of the same name, in whatever order they are written. */
export const carrierOf = (
  columns: readonly { readonly name: string; readonly expression: Expression | undefined }[],
  above: string,
  wanted?: string,
): string | undefined => {
  const carriers = columns.filter(({ expression }) => expression && columnOf(expression) === above);
  const named = (sought: string | undefined) => carriers.find(({ name }) => name === sought);
  return (named(wanted) ?? named(above) ?? carriers[0])?.name;
};

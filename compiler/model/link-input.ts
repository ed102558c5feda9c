import type { Column, LinkedInput } from "./linked.js";
import type { NonEmpty } from "./model.js";
import { eventPosition } from "./position.js";

/** What a table's first clause sees. */
export const inputColumns = ([input]: NonEmpty<LinkedInput>): readonly Column[] => offered(input);

/** What a table offers its readers; a raw one offers the source's columns and the events' positions. */
function offered(input: LinkedInput): readonly Column[] {
  if (input.kind === "table") return input.output;
  return [
    ...input.source.columns,
    ...eventPosition.columns.map((column) => ({ ...column, origin: input.table.origin })),
  ];
}

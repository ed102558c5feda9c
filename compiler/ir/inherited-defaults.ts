import type { LinkedTable } from "../model/linked.js";
import type { Defaults } from "../model/model.js";
import type { Origin } from "../source/origin.js";
import { watermarkTable } from "./inherited-watermark.js";

/** Where the project says how often the batches of a table or sink are made; empty where that says it itself. */
export const rhythmDefault = ({ trigger }: Defaults, of: Origin): ReadonlyMap<string, Origin> =>
  heldOf([["streaming", trigger.origin, of.child("streaming")]]);

/** The project's defaults that decide what becomes of a table's rows, by the clauses that it would have of its own. */
export function tableDefaults(defaults: Defaults, linked: LinkedTable): ReadonlyMap<string, Origin> {
  const { table, watermark } = linked;
  const { origin: declaring } = watermarkTable(linked).table;
  const rows: readonly Held[] =
    watermark === undefined
      ? []
      : [
          ["watermark.ahead", defaults.ahead.origin, declaring.child("watermark", "ahead")],
          ["late_rows", defaults.lateRows.origin, declaring.child("late_rows")],
        ];
  return new Map([...rhythmDefault(defaults, table.origin), ...heldOf(rows)]);
}

type Held = readonly [clause: string, said: Origin | undefined, own: Origin];

const heldOf = (all: readonly Held[]): ReadonlyMap<string, Origin> =>
  new Map(all.flatMap(([clause, said, own]) => (said === undefined || own.isWritten ? [] : [[clause, said] as const])));

import type { LinkedTable, LinkedWatermark } from "../model/linked.js";
import { isReplaced } from "../model/replaced.js";
import type { Origin } from "../source/origin.js";
import type { Check } from "./check.js";
import { checkDiagnostics } from "./diagnostics.js";
import { tablesOf } from "./tables-of.js";

/** What becomes of late rows is said, once, where the watermark is declared that a window or a join within a time relies on. */
export const lateRows: Check = (project, report) => {
  const undecided = new Map<Origin, { readonly table: string; readonly readers: readonly Origin[] }>();
  for (const { watermark, by } of tablesOf(project).flatMap(reliedOn)) {
    if (watermark.decidesLateRows) continue;
    const readers = undecided.get(watermark.origin)?.readers ?? [];
    undecided.set(watermark.origin, { table: watermark.declaredIn, readers: [...readers, by] });
  }
  for (const [origin, { table, readers }] of undecided) {
    const related = readers.map((reader) => ({ message: "This relies on the watermark.", origin: reader }));
    report.add(checkDiagnostics.lateRowsUndecided.at(origin.key(), { table }, { related }));
  }
};

/** The watermarks of tables above which a table's state is bounded by, each with the clause that has the state. */
function reliedOn(linked: LinkedTable): readonly { readonly watermark: LinkedWatermark; readonly by: Origin }[] {
  const { interval, windows, watermark } = linked;
  if (interval) {
    const by = interval.bounds.origin.key();
    return [interval.own, interval.other]
      .filter((one) => one.origin !== linked.table.watermark?.origin)
      .map((one) => ({ watermark: one, by }));
  }
  if (windows === undefined || isReplaced(linked) || watermark?.column !== windows.column || !watermark.isInherited)
    return [];
  return [{ watermark, by: windows.origin.key() }];
}

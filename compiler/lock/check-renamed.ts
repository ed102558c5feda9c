import type { Report } from "../diagnostics/report.js";
import type { DeclaredQuery } from "./declared-query.js";
import { lockDiagnostics } from "./diagnostics.js";
import type { Facts } from "./identity.js";
import type { Lock } from "./lock.js";

/** Reports each table that goes on as one which the lock does not know, or knows as another kind. Without a lock nothing is known. */
export function checkRenamed(before: Lock, queries: readonly DeclaredQuery[], report: Report): void {
  const declared = new Set(queries.map(({ id }) => id));
  // Names of tables that are not declared any more, by pipeline and layer.
  const gone = new Map<string, string[]>();
  for (const id of before.keys()) {
    if (declared.has(id)) continue;
    const names = gone.get(layerOf(id));
    if (names === undefined) gone.set(layerOf(id), [nameOf(id)]);
    else names.push(nameOf(id));
  }
  for (const { id, facts, origin } of queries) {
    const written = origin.child("renamed_from");
    if (!written.isWritten || before.size === 0) continue;
    const was = before.get(id);
    if (was === undefined) {
      const names = gone.get(layerOf(id));
      const suggestion = names && report.wordsOf(names, asTheyAre).closest(nameOf(id));
      report.add(lockDiagnostics.renamedUnknown.at(written, { name: id, suggestion }));
      continue;
    }
    const kinds = { was: kindOf(was.facts), is: kindOf(facts) };
    if (kinds.was !== kinds.is) report.add(lockDiagnostics.renamedKind.at(written, { name: id, ...kinds }));
  }
}

const asTheyAre = (names: readonly string[]): readonly string[] => names;

const layerOf = (id: string): string => id.slice(0, id.indexOf("."));

/** `readings/silver.readings` writes the table `readings`. */
const nameOf = (id: string): string => id.slice(id.lastIndexOf(".") + 1);

/** What a query keeps in its table. */
function kindOf(facts: Facts): string {
  if ("source" in facts) return "what a source sent";
  if (facts["write"] === "replace") return "rows that are replaced as a whole";
  if ("joined" in facts) return "pairs of rows";
  return "window" in facts ? "windows" : "rows";
}

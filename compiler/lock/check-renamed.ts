import type { Report } from "../diagnostics/report.js";
import { closest } from "../diagnostics/suggest.js";
import type { DeclaredQuery } from "./declared-query.js";
import { lockDiagnostics } from "./diagnostics.js";
import type { Facts } from "./identity.js";
import type { Lock } from "./lock.js";

/** Reports each table that goes on as one which the lock does not know, or knows as another kind. Without a lock nothing is known. */
export function checkRenamed(before: Lock, queries: readonly DeclaredQuery[], report: Report): void {
  const declared = new Set(queries.map(({ id }) => id));
  for (const { id, facts, origin } of queries) {
    const written = origin.child("renamed_from");
    if (!written.isWritten || before.size === 0) continue;
    const was = before.get(id);
    const [layer] = id.split(".");
    const gone = [...before.keys()].filter((other) => other.startsWith(`${layer}.`) && !declared.has(other));
    const suggestion = closest(nameOf(id), gone.map(nameOf));
    if (was === undefined) {
      report.add(lockDiagnostics.renamedUnknown.at(written, { name: id, suggestion }));
      continue;
    }
    const kinds = { was: kindOf(was.facts), is: kindOf(facts) };
    if (kinds.was !== kinds.is) report.add(lockDiagnostics.renamedKind.at(written, { name: id, ...kinds }));
  }
}

/** `readings/silver.readings` writes the table `readings`. */
const nameOf = (id: string): string => id.slice(id.lastIndexOf(".") + 1);

/** What a query keeps in its table. */
function kindOf(facts: Facts): string {
  if ("source" in facts) return "what a source sent";
  if (facts["write"] === "replace") return "rows that are replaced as a whole";
  if ("joined" in facts) return "pairs of rows";
  return "window" in facts ? "windows" : "rows";
}

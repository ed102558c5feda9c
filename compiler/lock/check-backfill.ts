import type { Report } from "../diagnostics/report.js";
import type { DeclaredQuery } from "./declared-query.js";
import { lockDiagnostics } from "./diagnostics.js";
import type { Lock } from "./lock.js";

/** Reports each `backfill` that has gone down. */
export function checkBackfill(before: Lock, queries: readonly DeclaredQuery[], report: Report): void {
  for (const { id, backfill, origin } of queries) {
    const highest = before.get(id)?.backfill ?? 0;
    const written = origin.child("backfill");
    if (backfill < highest)
      report.add(lockDiagnostics.backfillLowered.at(written.isWritten ? written : origin.key(), { highest }));
  }
}

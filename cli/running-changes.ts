import { Report } from "../compiler/diagnostics/report.js";
import type { ProjectIr } from "../compiler/ir/ir.js";
import { changesBetween } from "../compiler/lock/changes-between.js";
import { type Lock, lockPath } from "../compiler/lock/lock.js";
import type { QueryFacts } from "../compiler/lock/next-lock.js";
import { readLock } from "../compiler/lock/read-lock.js";
import { type CheckpointChange, isUnrecorded } from "../publish/checkpoints.js";
import type { State } from "../publish/state.js";
import { type ChangeReport, reportsOf } from "./change-report.js";
import { changeLines } from "./change-text.js";

/** The project as it compiles now. */
export interface Compiled {
  readonly lock: string;
  readonly queries: readonly QueryFacts[];
  readonly ir: Pick<ProjectIr, "jobs" | "flows">;
}

/**
 * What becomes of checkpoints from what runs in an environment to what the project compiles to: of the whole distance, however many
 * commits it is. Where several locks may run, what follows from each. Null: none was recorded, or one that this version cannot read.
 */
export function runningChanges(state: State, { lock, queries, ir }: Compiled): readonly CheckpointChange[] | null {
  if (isUnrecorded(state) && queries.length > 0) return null;
  const [after, ...running] = [lock, ...state.locks].map(lockOf);
  if (after === undefined) throw new Error("What was compiled has a lock that cannot be read");
  const known = running.filter((one) => one !== undefined);
  if (known.length < running.length) return null;
  const found = known.flatMap((before) =>
    reportsOf(changesBetween(before, after, queries), ir)
      .filter((report) => report.class !== "new")
      .map((report) => told(report, before, after)),
  );
  return [...new Map(found.map((change) => [change.lines.join("\n"), change])).values()];
}

const lockOf = (text: string): Lock | undefined => readLock({ read: () => text, list: () => [] }, new Report());

function told(report: ChangeReport, before: Lock, after: Lock): CheckpointChange {
  const { id, causes, follows, followers, waits, removed, again, doubles } = report;
  const [ran, now] = [before.get(id)?.generation ?? 0, after.get(id)?.generation ?? 0];
  const plain = {
    ...{ id, class: report.class, follows, followers, waits, removed, again, doubles },
    causes: causes.map(({ clause, before: was, after: is, row }) => ({
      ...{ clause, before: was ?? null, after: is ?? null, row: row.id },
    })),
  };
  if (report.class !== "removed" && now < ran) return backwards(plain, ran, now);
  const isPutBack = report.class !== "removed" && causes.length === 0 && follows.length === 0 && !report.isBack;
  const [head = "", ...rest] = changeLines(report);
  const lines = [head, ...(isPutBack ? ["  because it was changed since, and put back"] : []), ...rest];
  return { ...plain, lines };
}

/** `sluice.lock` is of a time before what runs was published. */
function backwards(plain: Omit<CheckpointChange, "lines">, ran: number, now: number): CheckpointChange {
  const waits = [
    `generation ${ran} runs there: the checkpoint of generation ${now} is opened again where it stopped, beside rows that were written since. Compile with the ${lockPath} of what runs, unless going back is meant`,
  ];
  return {
    ...plain,
    ...{ class: "an earlier checkpoint", waits, removed: [], again: [], doubles: [] },
    lines: [`${plain.id}: an earlier checkpoint (generation ${now})`, ...waits.map((line) => `  ${line}`)],
  };
}

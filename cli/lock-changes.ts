import type { ProjectIr } from "../compiler/ir/ir.js";
import { lockPath } from "../compiler/lock/lock.js";
import type { Change } from "../compiler/lock/next-lock.js";
import { reportsOf } from "./change-report.js";
import { changeLines } from "./change-text.js";

/** What `sluice compile` says of the queries whose checkpoints are not those of the lock; empty if there are none. */
export function lockChanges(
  changes: readonly Change[],
  ir: Pick<ProjectIr, "jobs" | "flows">,
  isWritten: boolean,
): string {
  const added = changes.filter(({ kind }) => kind === "new");
  const rest = changes.filter(({ kind }) => kind !== "new");
  const names = added.length > 4 ? `${added.length} queries` : added.map(({ id }) => id).join(", ");
  const lines = [
    ...(added.length === 0 ? [] : [`new: ${names}`]),
    ...reportsOf(rest, ir).flatMap((report) => changeLines(report)),
  ];
  const heading = isWritten ? lockPath : `${lockPath} would change (it is not written with --out)`;
  return lines.length === 0 ? "" : `${[heading, ...lines.map((line) => `  ${line}`)].join("\n")}\n`;
}

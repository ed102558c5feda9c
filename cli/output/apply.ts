import type { Folder } from "./folder.js";
import { closeJournal, openJournal, stagedPath, workFolder } from "./journal.js";
import { type Manifest, manifestPath, manifestText } from "./manifest.js";
import type { Plan } from "./plan.js";

/**
 * Makes the output folder what the plan says, out of what was staged. Every file is replaced in one step, and at every moment
 * what stands there is either named with its content by the manifest or by the journal, so a run that is killed leaves nothing
 * that the next one would not know.
 */
export function applyPlan(plan: Plan, known: readonly Manifest[], folder: Folder): void {
  const manifest = manifestText(plan.manifest);
  const isWritten = folder.kindOf(manifestPath) === "file" && folder.read(manifestPath) === manifest;
  const idle = plan.writes.length === 0 && plan.orphans.length === 0 && isWritten;
  if (!idle) {
    openJournal(folder, [...known, plan.manifest]);
    for (const path of plan.orphans) folder.remove(path);
    for (const { path, kind } of plan.writes) {
      // Of a folder that only orphans were in, empty folders may be left.
      if (kind === "differs" && folder.kindOf(path) === "folder") folder.removeFolder(path);
      folder.move(stagedPath(path), path);
    }
    folder.write(`${workFolder}/next`, manifest);
    folder.move(`${workFolder}/next`, manifestPath);
  }
  if (folder.kindOf(workFolder) !== undefined) closeJournal(folder);
}

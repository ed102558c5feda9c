import type { Folder } from "./folder.js";
import { closeJournal, makeTrue, openJournal, stagedPath, workFolder } from "./journal.js";
import { looked } from "./look.js";
import { type Manifest, manifestFile, manifestPath, manifestText } from "./manifest.js";
import type { Plan, Write } from "./plan.js";

/**
 * Makes the output folder what the plan says, out of what was staged. Every file is replaced in one step, and at every moment
 * what stands there is either named with its content by the manifest or by the journal, so a run that is killed leaves nothing
 * that the next one would not know.
 */
export function applyPlan(plan: Plan, known: readonly Manifest[], folder: Folder): void {
  const { writes, orphans, manifest } = plan;
  if (writes.length > 0 || orphans.length > 0 || !isWritten(manifest, folder)) {
    openJournal(folder, known, manifestFile(manifest));
    carryOut(plan, folder);
  } else if (folder.kindOf(workFolder) !== undefined) closeJournal(folder);
}

/** Does what the journal announces. */
export function carryOut({ writes, orphans }: Pick<Plan, "writes" | "orphans">, folder: Folder): void {
  for (const path of orphans) folder.remove(path);
  moveStaged(writes, folder);
  makeTrue(folder);
  closeJournal(folder);
}

const isWritten = (manifest: Manifest, folder: Folder): boolean =>
  folder.kindOf(manifestPath) === "file" && folder.read(manifestPath) === manifestText(manifest);

/** Takes each file to its place, or the whole folder that it was staged in where nothing stands yet: all that was staged is to be written. */
function moveStaged(writes: readonly Write[], folder: Folder): void {
  const look = looked(folder);
  const moved = new Set<string>();
  for (const { path, kind } of writes) {
    const missing = look.missingAbove(path);
    const target = missing ?? path;
    if (moved.has(target)) continue;
    // Of a folder that only orphans were in, empty folders may be left.
    if (missing === undefined && kind === "differs" && folder.kindOf(path) === "folder") folder.removeFolder(path);
    folder.move(stagedPath(target), target);
    moved.add(target);
  }
}

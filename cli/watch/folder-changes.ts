import { type FSWatcher, readdirSync, watch } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

/** Tells when something in a project's folder may have changed. What has, is looked for: events are lost, and come twice. */
export interface FolderChanges {
  /** Resolves after a change, also one since the last time; false once it is closed. */
  next(): Promise<boolean>;
  close(): void;
}

/** An editor that saves writes a file beside, and gives it the name: that is one change. */
const settled = 15;

/**
 * A watch on each folder that YAML of a project may stand in, and on those that come to be: Node's own recursive one of Linux does not see
 * all of those. `except`: a folder that is not looked at, as what stands there is written by sluice.
 */
export function folderChanges(project: string, except?: string): FolderChanges {
  const watches = new Map<string, FSWatcher>();
  let [isChanged, isClosed] = [false, false];
  let wake = (): void => undefined;
  const tell = (): void => {
    isChanged = true;
    wake();
  };
  const follow = (): void => {
    const folders = new Set(foldersBelow(project, except));
    for (const [folder, one] of watches) {
      if (folders.has(folder)) continue;
      one.close();
      watches.delete(folder);
    }
    for (const folder of folders) {
      if (watches.has(folder)) continue;
      try {
        const one = watch(folder, tell);
        one.on("error", () => {
          one.close();
          watches.delete(folder);
          tell();
        });
        watches.set(folder, one);
      } catch (error) {
        const isGone = error instanceof Error && "code" in error && error.code === "ENOENT";
        if (!isGone || folder === project) throw error;
      }
    }
  };
  follow();
  return {
    next: async () => {
      while (!isChanged && !isClosed)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      while (isChanged && !isClosed) {
        isChanged = false;
        await setTimeout(settled);
      }
      if (!isClosed) follow();
      return !isClosed;
    },
    close: () => {
      isClosed = true;
      for (const one of watches.values()) one.close();
      wake();
    },
  };
}

function foldersBelow(folder: string, except: string | undefined): readonly string[] {
  if (folder === except) return [];
  return [
    folder,
    ...entriesOf(folder)
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules")
      .flatMap(({ name }) => foldersBelow(join(folder, name), except)),
  ];
}

/** None, of a folder that went meanwhile. */
function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

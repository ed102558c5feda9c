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
  let watches: readonly FSWatcher[] = [];
  let [isChanged, isClosed] = [false, false];
  let wake = (): void => undefined;
  const tell = (): void => {
    isChanged = true;
    wake();
  };
  const unfollow = (): void => {
    for (const one of watches) one.close();
    watches = [];
  };
  // All are set anew each time: a watch stays with the folder that it was set on, and sees nothing of another that got its name.
  const follow = (): void => {
    unfollow();
    watches = foldersBelow(project, except).flatMap((folder) => {
      try {
        return [watch(folder, tell).on("error", tell)];
      } catch (error) {
        const isGone = error instanceof Error && "code" in error && error.code === "ENOENT";
        if (!isGone || folder === project) throw error;
        return [];
      }
    });
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
      unfollow();
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

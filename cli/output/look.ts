import type { EntryKind, Folder } from "./folder.js";

/** What stands on a path, and on those above it; each folder is looked at once. */
export interface Look {
  kindOf(path: string): EntryKind | undefined;
  /** The nearest thing above a path that is no folder. */
  fileAbove(path: string): string | undefined;
  /** The topmost thing above a path that is no folder. */
  missingAbove(path: string): string | undefined;
}

export function looked(folder: Folder): Look {
  const ofFolder = once((path) => kindOf(path));
  const kindAbove = (path: string): EntryKind | undefined => {
    const above = folderOf(path);
    return above === undefined ? "folder" : ofFolder(above);
  };
  const kindOf = (path: string): EntryKind | undefined =>
    kindAbove(path) === "folder" ? folder.kindOf(path) : undefined;
  const above = (look: (folder: string) => string | undefined) => (path: string) => {
    const folder = folderOf(path);
    return folder === undefined ? undefined : look(folder);
  };
  const fileAbove = above(
    once((path) => {
      const kind = ofFolder(path);
      if (kind === "folder") return undefined;
      return kind === undefined ? fileAbove(path) : path;
    }),
  );
  const missingAbove = above(once((path) => (ofFolder(path) === "folder" ? undefined : (missingAbove(path) ?? path))));
  return { kindOf, fileAbove, missingAbove };
}

/** What is asked of a folder for each of its files is found out once. */
function once<Found>(find: (folder: string) => Found): (folder: string) => Found {
  const known = new Map<string, { readonly found: Found }>();
  return (folder) => {
    const before = known.get(folder);
    if (before !== undefined) return before.found;
    const found = find(folder);
    known.set(folder, { found });
    return found;
  };
}

const folderOf = (path: string): string | undefined => {
  const end = path.lastIndexOf("/");
  return end === -1 ? undefined : path.slice(0, end);
};

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
  const kinds = new Map<string, EntryKind | undefined>();
  const kindOf = (path: string): EntryKind | undefined =>
    kindAbove(path) === "folder" ? folder.kindOf(path) : undefined;
  const kindAbove = (path: string): EntryKind | undefined => {
    const above = folderOf(path);
    if (above === undefined) return "folder";
    if (!kinds.has(above)) kinds.set(above, kindOf(above));
    return kinds.get(above);
  };
  const fileAbove = (path: string): string | undefined => {
    const above = folderOf(path);
    const kind = kindAbove(path);
    if (above === undefined || kind === "folder") return undefined;
    return kind === undefined ? fileAbove(above) : above;
  };
  const missingAbove = (path: string): string | undefined => {
    const above = folderOf(path);
    return above === undefined || kindAbove(path) === "folder" ? undefined : (missingAbove(above) ?? above);
  };
  return { kindOf, fileAbove, missingAbove };
}

const folderOf = (path: string): string | undefined => {
  const end = path.lastIndexOf("/");
  return end === -1 ? undefined : path.slice(0, end);
};

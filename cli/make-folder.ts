import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { entryAt } from "./entry.js";

/**
 * Makes a folder and those above it. Node's own `recursive` never comes back where a system answers ENOENT in a folder that there
 * is, as Linux does in /proc.
 */
export function makeFolder(path: string): void {
  if (isFolder(path)) return;
  const above = dirname(path);
  if (above !== path) makeFolder(above);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!isFolder(path)) throw error;
  }
}

/** What a folder cannot be made at or below: the path itself, or one above, that is something else. */
export function inTheWayOf(path: string): string | undefined {
  const entry = entryAt(path, statSync);
  if (entry !== undefined) return entry.isDirectory() ? undefined : path;
  const above = dirname(path);
  return above === path ? undefined : inTheWayOf(above);
}

const isFolder = (path: string): boolean => entryAt(path, statSync)?.isDirectory() ?? false;

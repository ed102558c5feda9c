import { lstatSync } from "node:fs";
import { join } from "node:path";
import { entryAt } from "../entry.js";

/**
 * What a system says of a file that is another whenever the file is: where it lies, how long it is, and when it and what is said of it were
 * changed. `ctime` no program can set (https://man7.org/linux/man-pages/man7/inode.7.html), so who keeps a file's times after an edit changes
 * its stamp too.
 */
export type Stamp = string;

/** Clocks of disks stand still for so long, those of FAT the longest: until then another edit may have the same times. */
const stillness = 2000;

/** Of a file; undefined of anything else, and where nothing is. */
export function stampOf(folder: string, path: string): { readonly stamp: Stamp; readonly changed: number } | undefined {
  const entry = entryAt(join(folder, path), lstatSync);
  if (!entry?.isFile()) return undefined;
  const { ino, size, mtimeMs, ctimeMs } = entry;
  return { stamp: `${ino} ${size} ${mtimeMs} ${ctimeMs}`, changed: Math.max(mtimeMs, ctimeMs) };
}

/** Whether a stamp that was taken then stands for the file's content: what was changed just before may be changed again within its times. */
export const isLasting = (changed: number, taken: number): boolean => changed < taken - stillness;

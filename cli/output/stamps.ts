import { lstatSync } from "node:fs";
import { entryAt } from "../entry.js";

/**
 * What a system says of a file that is another whenever the file is: where it lies (its inode), how many bytes it has, and when it or what is
 * said of it was changed, in milliseconds. That no program can set on Linux's own file systems (https://man7.org/linux/man-pages/man7/inode.7.html),
 * so who keeps a file's times after an edit changes its stamp too; `compile --check` reads all files wherever they lie.
 */
export type Stamp = readonly [inode: number, size: number, changed: number];

/**
 * Clocks of disks stand still for so long, in milliseconds, those of FAT the longest: until then another edit may have the same times. Of a
 * disk in a network it is also how far its server's clock may be behind.
 */
const stillness = { coarse: 2000, fine: 100 };

/** A time with a fraction of a millisecond comes from a fine clock, which stands still between two ticks of the system, of 10 ms at most. */
const clockOf = (changed: number): keyof typeof stillness => (Number.isInteger(changed) ? "coarse" : "fine");

/** Of a file; undefined of anything else, and where nothing is. */
export function stampOf(path: string): Stamp | undefined {
  const entry = entryAt(path, lstatSync);
  return entry?.isFile() ? [entry.ino, entry.size, entry.ctimeMs] : undefined;
}

/** Whether a value that was kept is a stamp. */
export const isStamp = (value: unknown, [inode, size, changed]: Stamp): boolean =>
  Array.isArray(value) && value[0] === inode && value[1] === size && value[2] === changed;

/** Whether a stamp that was taken then stands for the file's content: what was changed just before may be changed again within its times. */
export const isLasting = ([, , changed]: Stamp, taken: number): boolean =>
  changed < taken - stillness[clockOf(changed)];

import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";

/** `sluice.lock` as it is to be, beside the project's `sluice.yaml`. */
export interface LockFile {
  readonly path: string;
  readonly text: string;
}

/** Git may have changed the ends of lines, which means nothing. */
export const isLockWritten = ({ path, text }: LockFile): boolean =>
  existsSync(path) && readFileSync(path, "utf8").replaceAll("\r\n", "\n") === text;

/** Replaces the lock in one step, if it differs: whoever reads it finds the old one or the new one. */
export function writeLock(lock: LockFile): void {
  if (isLockWritten(lock)) return;
  writeFileSync(`${lock.path}.new`, lock.text);
  renameSync(`${lock.path}.new`, lock.path);
}

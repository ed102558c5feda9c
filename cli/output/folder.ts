import {
  closeSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { entryAt } from "../entry.js";
import { makeFolder } from "../make-folder.js";

/** The output folder: paths are relative to it, with `/`. */
export interface Folder {
  kindOf(path: string): EntryKind | undefined;
  read(path: string): string;
  bytes(path: string): Buffer;
  /** The names in a folder. */
  names(path: string): readonly string[];
  /** Makes the folders above. What is too large for one text is written part by part. */
  write(path: string, content: Content): void;
  /** Replaces what is there in one step; makes the folders above. */
  move(from: string, to: string): void;
  /** Removes a file and the folders above that it leaves empty. */
  remove(path: string): void;
  /** Removes a folder with all that is in it. */
  removeFolder(path: string): void;
}

export type Content = string | Uint8Array | Iterable<string>;

/** `other`: a link, a socket: nothing that sluice writes. */
export type EntryKind = "file" | "folder" | "other";

export function diskFolder(root: string): Folder {
  const made = new Set<string>();
  const full = (path: string): string => join(root, path);
  const makeAbove = (path: string): void => {
    const folder = dirname(full(path));
    if (made.has(folder)) return;
    makeFolder(folder);
    made.add(folder);
  };
  return {
    kindOf: (path) => kindOf(full(path)),
    read: (path) => readFileSync(full(path), "utf8"),
    bytes: (path) => readFileSync(full(path)),
    names: (path) => readdirSync(full(path)),
    write: (path, content) => {
      makeAbove(path);
      if (typeof content === "string" || content instanceof Uint8Array) writeFileSync(full(path), content);
      else writeParts(full(path), content);
    },
    move: (from, to) => {
      makeAbove(to);
      renameSync(full(from), full(to));
    },
    remove: (path) => {
      rmSync(full(path), { force: true });
      for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
        if (kindOf(full(folder)) !== "folder" || readdirSync(full(folder)).length > 0) break;
        rmdirSync(full(folder));
        made.delete(full(folder));
      }
    },
    removeFolder: (path) => {
      rmSync(full(path), { recursive: true, force: true });
      made.clear();
    },
  };
}

function writeParts(path: string, parts: Iterable<string>): void {
  const file = openSync(path, "w");
  try {
    for (const part of parts) writeFileSync(file, part); // goes on where the last ended: https://nodejs.org/api/fs.html#file-descriptors
  } finally {
    closeSync(file);
  }
}

function kindOf(path: string): EntryKind | undefined {
  const entry = entryAt(path, lstatSync);
  if (entry === undefined) return undefined;
  return entry.isFile() ? "file" : entry.isDirectory() ? "folder" : "other";
}

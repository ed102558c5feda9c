import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import type { Host } from "../compiler/host.js";
import { entryAt } from "./entry.js";

/** A project's folder on disk. What lies outside it does not exist. */
export function diskHost(project: string): Host {
  const root = resolve(project);
  const within = (path: string): string | undefined => {
    const full = resolve(root, path);
    return full === root || full.startsWith(root.endsWith(sep) ? root : root + sep) ? full : undefined;
  };
  return {
    read: (path) => {
      const full = within(path);
      if (full === undefined || !entryAt(full, statSync)?.isFile()) return undefined;
      return readFileSync(full, "utf8");
    },
    list: (folder) => {
      const full = within(folder);
      if (full === undefined || !entryAt(full, statSync)?.isDirectory()) return [];
      const start = root.endsWith(sep) ? root.length : root.length + 1;
      return filesBelow(full)
        .map((path) => path.slice(start).replaceAll(sep, "/"))
        .sort();
    },
  };
}

/** Hidden folders and packages hold nothing of a project; a link to a folder is not followed, as it may lead back. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name.startsWith(".") || entry.name === "node_modules" ? [] : filesBelow(path);
    const isFile = entry.isFile() || (entry.isSymbolicLink() && entryAt(path, statSync)?.isFile());
    return isFile ? [path] : [];
  });
}

import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The paths of all files below a folder in which others write meanwhile: of a folder that is gone before it is looked into there are none. */
export function pathsBelow(folder: string): readonly string[] {
  return entriesOf(folder).flatMap((entry) =>
    entry.isDirectory() ? pathsBelow(join(folder, entry.name)).map((path) => join(entry.name, path)) : [entry.name],
  );
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

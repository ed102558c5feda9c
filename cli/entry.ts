import type { Stats } from "node:fs";

/** What stands on a path, by `statSync` or `lstatSync`; undefined if nothing does: below a file there is nothing, nor where a link leads back to itself. */
export function entryAt(
  path: string,
  look: (path: string, options: { readonly throwIfNoEntry: false }) => Stats | undefined,
): Stats | undefined {
  try {
    return look(path, { throwIfNoEntry: false });
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOTDIR" || error.code === "ELOOP"))
      return undefined;
    throw error;
  }
}

import type { Text } from "../model/model.js";

/** In some environment the two have one value. */
export const isSame = (a: Text, b: Text): boolean =>
  a.written === b.written || [...a.values].some(([environment, value]) => b.values.get(environment) === value);

/** The folders of a pattern of paths that have no `*`: all that it finds stands below. Empty: anywhere. */
export function fixedFolder(pattern: string): string {
  const folders = pattern.split("/").slice(0, -1);
  const first = folders.findIndex((folder) => folder.includes("*"));
  return folders.slice(0, first === -1 ? undefined : first).join("/");
}

import type { DataType } from "../type.js";
import { compare } from "./compare.js";
import type { Entry } from "./value.js";

/** Entries whose keys may repeat: the last value of each, at the place of the first (`LAST_WIN`). */
export function lastOfEachKey(entries: readonly Entry[], type: DataType): readonly Entry[] {
  if (type.kind !== "map") return entries;
  const found: Entry[] = [];
  for (const entry of entries) {
    const at = found.findIndex(([key]) => compare(key, entry[0], type.key) === 0);
    if (at === -1) found.push(entry);
    else found[at] = [found[at]?.[0] ?? entry[0], entry[1]];
  }
  return found;
}

import { type ArmKindName, isArmKindName, kinds } from "./kinds.js";
import { referencesOf } from "./references.js";
import type { Wanted } from "./thing.js";

/** The kinds of a factory that are listed: those that can be ours, and those that ours refer to. */
export function armKindsRead(wanted: readonly Wanted[]): readonly ArmKindName[] {
  const names = Object.values(kinds)
    .map(({ name }) => name)
    .filter(isArmKindName);
  const referred = new Set(wanted.flatMap(referencesOf).map((id) => id.split("/", 1)[0]));
  return names.filter((name) => kinds[name].ownership !== "never" || referred.has(name));
}

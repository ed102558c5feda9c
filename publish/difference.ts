import type { Merged } from "./change.js";
import { comparable, isText } from "./comparable.js";
import { merge } from "./merge.js";
import { changesOfRights } from "./rights.js";
import { publishedParts } from "./shared.js";
import { publishedOf, type State } from "./state.js";
import type { Live, Wanted } from "./thing.js";

/** A thing as it is to be beside what is there. */
export interface Difference {
  readonly wanted: Wanted;
  /** Undefined: there is none yet. */
  readonly live: Live | undefined;
  /** Undefined: there is nothing to merge with. */
  readonly merged: Merged | undefined;
}

export function differenceOf(wanted: Wanted, live: Live | undefined, state: State): Difference {
  if (live?.value === undefined) return { wanted, live, merged: undefined };
  const { kind, id } = wanted;
  if (kind.name === "rights")
    return { wanted, live, merged: { value: wanted.value, changes: changesOfRights(wanted, live, state), kept: [] } };
  // Its scripts are run, and it stays as it is.
  if (kind.name === "database") return { wanted, live, merged: { value: wanted.value, changes: [], kept: [] } };
  const of = (value: Wanted["value"]) => comparable(kind, value);
  const published = kind.ownership === "shared" ? publishedParts(state, id, live.value) : publishedOf(state, id);
  const found = merge(kind.name, of(wanted.value), published, of(live.value));
  const merged = isText(kind) ? { ...found, value: wanted.value } : found;
  return { wanted, live, merged };
}

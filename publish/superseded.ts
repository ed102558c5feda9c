import { kinds } from "./kinds.js";
import { isOurs } from "./ours.js";
import type { State } from "./state.js";
import type { Live, Wanted } from "./thing.js";

/**
 * Earlier versions of files that there still are: an application that was started with one may need it again, and nobody can tell. They
 * go with the job.
 */
export function supersededOf(live: readonly Live[], wanted: readonly Wanted[], state: State): readonly Live[] {
  const files = wanted.filter(({ kind }) => kind === kinds.file);
  const ids = new Set(files.map(({ id }) => id));
  const names = new Set(files.map(({ name }) => baseOf(name)));
  return live.filter(
    (one) => one.kind === kinds.file && !ids.has(one.id) && names.has(baseOf(one.name)) && isOurs(one, state),
  );
}

const baseOf = (name: string): string => name.replace(/^.*\//, "");

import { interruption } from "../../local/interruption.js";
import { type Outcome, refused } from "../refusal.js";
import { systemError } from "../system-error.js";
import type { World } from "../world.js";
import { folderChanges } from "./folder-changes.js";

/** What is watched. */
export interface Watched {
  readonly project: string;
  /** A folder that is not looked at: what stands there is written by sluice. */
  readonly except: string;
}

/**
 * Does something at once, and again after each change in a project's folder, until Ctrl-C. What is refused is said, and the next change is
 * waited for.
 */
export async function watchProject(
  { project, except }: Watched,
  again: () => Outcome | Promise<Outcome>,
  world: World,
): Promise<Outcome> {
  const { signal, dispose } = interruption();
  const changes = folderChanges(project, except);
  signal.addEventListener("abort", changes.close);
  try {
    for (let isFirst = true; isFirst || (await changes.next()); isFirst = false) {
      const outcome = await perhapsRefused(again);
      if (typeof outcome !== "number") world.err(`${outcome.message}\n`);
      if (isFirst) world.err("Waiting for changes. Ctrl-C ends this.\n");
    }
    return 0;
  } finally {
    changes.close();
    dispose();
  }
}

/** A file may go between being seen and being read, and something stand for a while where sluice writes: the next change is another try. */
async function perhapsRefused(again: () => Outcome | Promise<Outcome>): Promise<Outcome> {
  try {
    return await again();
  } catch (error) {
    const refusal = systemError(error);
    if (refusal === undefined) throw error;
    return refused(refusal);
  }
}

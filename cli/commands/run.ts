import { interruption } from "../../local/interruption.js";
import type { RunProgress } from "../../local/progress.js";
import { runJob } from "../../local/run.js";
import type { Arguments } from "../arguments.js";
import { type Outcome, refused } from "../refusal.js";
import { runProject } from "../run-project.js";
import type { World } from "../world.js";

/** `sluice run`: the project on real engines on this machine. */
export async function run(given: Arguments, world: World): Promise<Outcome> {
  const { signal, gentle, beGentle, dispose } = interruption();
  const until = given.flag("continuous") ? { until: gentle } : {};
  try {
    return await runProject(given, world, (request) => {
      const onProgress = (event: RunProgress) => {
        if (event.kind === "beside") beGentle(); // before that there is nothing to drain
        request.onProgress?.(event);
      };
      return runJob({ ...request, signal, ...until, onProgress });
    });
  } catch (error) {
    // A plain error is an engine's own words and what to do; any other kind is a mistake of ours.
    if (error instanceof Error && error.name === "Error") return refused(error.message);
    throw error;
  } finally {
    dispose();
  }
}

import type { RunProgress } from "../local/progress.js";
import { liveBlock } from "./live-block.js";
import { progressLine } from "./run-progress.js";
import { tallyTable } from "./run-summary.js";
import type { World } from "./world.js";

/** Shows what a run tells as it goes: lines that stay, and below them how a continuous run stands. */
export function runDisplay(world: World): (event: RunProgress) => void {
  const block = liveBlock(world);
  return (event) => {
    if (event.kind === "tally") return block.show(tallyTable(event));
    if (event.kind === "draining") block.leave();
    const line = progressLine(event);
    if (line !== undefined) block.write(`${line}\n`);
  };
}

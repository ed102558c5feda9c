import { checkEngines } from "../../local/engines/check.js";
import type { Arguments } from "../arguments.js";
import { engineTable } from "../engine-table.js";
import type { World } from "../world.js";

/** `sluice doctor`: what `sluice run` needs, and how to get what is not there. */
export async function run(_given: Arguments, world: World): Promise<number> {
  const findings = await checkEngines();
  world.out(engineTable(findings));
  return findings.some(({ state }) => state === "missing") ? 1 : 0;
}

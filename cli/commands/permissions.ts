import { permissionsOf } from "../../publish/permissions.js";
import type { Arguments } from "../arguments.js";
import { sourcesOf } from "../publication.js";
import type { Outcome } from "../refusal.js";
import type { World } from "../world.js";

/** `sluice permissions`: what somebody must be allowed to do who publishes, or only plans. Sends nothing. */
export async function run(given: Arguments, world: World): Promise<Outcome> {
  const sources = await sourcesOf(given, world);
  if ("kind" in sources) return sources;
  const task = given.text("for") === "plan" ? "plan" : "publish";
  world.out(`${JSON.stringify(permissionsOf(sources.destination, sources.wanted, task), null, 2)}\n`);
  return 0;
}

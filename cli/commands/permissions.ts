import { permissionsOf } from "../../publish/permissions.js";
import type { Arguments } from "../arguments.js";
import { sourcesOf } from "../publication.js";
import type { Outcome } from "../refusal.js";
import type { World } from "../world.js";

/** `sluice permissions`: what a publisher must be allowed to do. Sends nothing. */
export async function run(given: Arguments, world: World): Promise<Outcome> {
  const sources = await sourcesOf(given, world);
  if ("kind" in sources) return sources;
  world.out(`${JSON.stringify(permissionsOf(sources.destination, sources.wanted), null, 2)}\n`);
  return 0;
}

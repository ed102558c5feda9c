import type { Arguments } from "../arguments.js";
import { carryOut } from "../carry-out.js";
import { destinationIn, publicationOf } from "../publication.js";
import type { Outcome } from "../refusal.js";
import type { World } from "../world.js";

/** `sluice destroy`: takes everything of the project out of an environment's services; data stays. Shows the plan, and asks. */
export async function run(given: Arguments, world: World): Promise<Outcome> {
  const destination = await destinationIn(given, world);
  if ("kind" in destination) return destination;
  return carryOut(await publicationOf({ purpose: "destroy", destination, wanted: [], scripts: [] }), given, world);
}

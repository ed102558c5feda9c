import { isWell, statusOf } from "../../publish/status.js";
import { statusText } from "../../publish/status-text.js";
import type { Arguments } from "../arguments.js";
import { destinationIn, publicationOf } from "../publication.js";
import type { Outcome } from "../refusal.js";
import { serviceRefusal } from "../service-refusal.js";
import type { World } from "../world.js";

/** `sluice status`: what of the project runs in an environment. Only reads. */
export async function run(given: Arguments, world: World): Promise<Outcome> {
  const destination = await destinationIn(given, world);
  if ("kind" in destination) return destination;
  const { services, patience } = await publicationOf({ purpose: "publish", destination, wanted: [], scripts: [] });
  const status = await statusOf(destination, services, patience, new Date()).catch(serviceRefusal);
  if ("kind" in status) return status;
  world.out(given.text("format") === "json" ? `${JSON.stringify(status, null, 2)}\n` : statusText(status));
  return given.flag("detailed-exitcode") && !isWell(status) ? 3 : 0;
}

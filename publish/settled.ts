import { checkpointsOf, recordOf } from "./checkpoint-records.js";
import { locksEnded } from "./checkpoints.js";
import { comparable } from "./comparable.js";
import type { Destination } from "./destination.js";
import { publishedPlaces } from "./direct-scripts.js";
import { homesOf } from "./homes.js";
import type { Plan } from "./plan.js";
import type { PublishedQuery } from "./published-query.js";
import type { Readings } from "./readings.js";
import { isSame } from "./records.js";
import { publishedScripts, type Script } from "./script.js";
import type { State, Things } from "./state.js";
import type { Wanted } from "./thing.js";

/** What is to be in an environment. */
export interface Aim {
  readonly wanted: readonly Wanted[];
  readonly scripts: readonly Script[];
  /** The lock that it was compiled with; undefined: it is not known, or nothing is to be there. */
  readonly lock?: string | undefined;
  /** Its queries; undefined: as of the lock. */
  readonly queries?: readonly PublishedQuery[] | undefined;
}

/** What the state says when all of it is done. */
export const thingsOf = ({ wanted, scripts }: Aim, destination: Pick<Destination, "sql">): Things => ({
  ...Object.fromEntries(wanted.map(({ id, kind, value }) => [id, comparable(kind, value)])),
  ...publishedScripts(scripts),
  ...publishedPlaces(scripts, destination),
});

/** How services call what is there of what is to be there. */
export function addressesOf({ wanted }: Aim, { live }: Readings): State["addresses"] {
  const ids = new Set(wanted.map(({ id }) => id));
  return Object.fromEntries(
    live.flatMap(({ id, address }) => (ids.has(id) && address !== undefined ? [[id, address]] : [])),
  );
}

/** How services call all that is there and is the project's: of what is taken up now, too, somebody else may not see it later. */
export const addressesSeen = ({ live }: Readings): State["addresses"] =>
  Object.fromEntries(
    live.flatMap(({ id, address, isMarked }) => (isMarked && address !== undefined ? [[id, address]] : [])),
  );

/** Whether there is nothing to publish: no step, no script that is new to people, nothing that the state does not say. */
export function isSettled(aim: Aim, plan: Plan, readings: Readings): boolean {
  const { homes, published, addresses, begun, locks, checkpoints } = readings.state;
  const things = thingsOf(aim, plan.destination);
  // Of nothing it is nowhere said where it is.
  const isHere = Object.keys(things).length === 0 || isSame(homes ?? null, homesOf(plan.destination));
  const isKept = isHere && isSame([published, addresses], [things, addressesOf(aim, readings)]);
  const named = plan.purpose === "destroy" ? [] : checkpointsOf(aim.queries);
  const isNamed = named.every((path) => recordOf(checkpoints, path)?.is === "named");
  const isRecorded = isNamed && isSame(locks, locksEnded(readings.state, plan.purpose, aim.lock));
  return isRecorded && plan.obstacles.length === 0 && plan.steps.length === 0 && begun === undefined && isKept;
}

import type { Json } from "../compiler/emit/json.js";
import { comparable } from "./comparable.js";
import { type DatabasePlace, isOpened, type SqlPlace } from "./destination.js";
import type { PlanRequest } from "./make-plan.js";
import { isOurs } from "./ours.js";
import type { Obstacle, Purpose } from "./plan.js";
import { hashOf } from "./records.js";
import { referencesOf } from "./references.js";
import { isKnown, stateText } from "./state.js";
import type { Step } from "./step.js";

function placeValue(place: DatabasePlace): Json {
  if (!isOpened(place)) return { ...place };
  const { password, reachedAt, ...one } = place;
  return { ...one, password: { ...password }, reachedAt: reachedAt === undefined ? null : { ...reachedAt } };
}

/** A hash over everything that a plan rests on. When any of it is another, so is the digest, and a plan made on it is not carried out. */
export function digestOf(
  purpose: Purpose,
  request: PlanRequest,
  obstacles: readonly Obstacle[],
  abandoned: readonly Pick<Step, "id">[],
): string {
  const { sluice, destination, wanted, scripts, readings } = request;
  const { live, state } = readings;
  const named = new Set(wanted.flatMap((one) => [one.id, ...referencesOf(one), ...one.needs]));
  return hashOf({
    purpose,
    sluice,
    environment: [destination.project, destination.environment],
    factory: destination.factory ? { ...destination.factory } : null,
    databricks: destination.databricks
      ? { ...destination.databricks, planner: destination.databricks.planner ?? null }
      : null,
    synapse: destination.synapse ? { ...destination.synapse } : null,
    databases: destination.databases.map(placeValue),
    ...(destination.sql === undefined ? {} : { sql: destination.sql.map(sqlValue) }),
    state: [{ ...destination.state }, stateText(state)],
    sources: wanted.map(({ id, kind, value, state }) => [id, hashOf(comparable(kind, value)), state ?? null]),
    scripts: scripts.map(({ path, hash }) => [path, hash]),
    ...(request.lock === undefined ? {} : { lock: hashOf(request.lock) }),
    ...(abandoned.length === 0 ? {} : { abandoned: abandoned.map(({ id }) => id) }),
    obstacles: obstacles.map(({ thing, message }) => [thing, message]),
    // What others make beside it is nothing to the plan.
    read: live
      .filter((one) => named.has(one.id) || isKnown(state, one.id) || isOurs(one, state))
      .map(({ id, version, state, run, ended, isMarked }): [string, string, string | null, boolean] => [
        id,
        version,
        // Who has cancelled a run is known by its number; one that has not ended yet may be waited for.
        state === "Cancelled" ? `${state} ${run} ${ended ?? ""}` : (state ?? null),
        isMarked,
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  });
}

/** Where scripts are run is another plan than that people or a pipeline run them. */
const sqlValue = ({ login, reachedAt, ...one }: SqlPlace): Json => ({
  ...one,
  login: login.kind === "token" ? { ...login } : { ...login, password: { ...login.password } },
  reachedAt: reachedAt === undefined ? null : { ...reachedAt },
});

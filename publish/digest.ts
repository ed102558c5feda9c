import { comparable } from "./comparable.js";
import type { PlanRequest } from "./make-plan.js";
import { hashOf } from "./records.js";
import { stateText } from "./state.js";

/** A hash over everything that a plan rests on. When any of it is another, so is the digest, and a plan made on it is not carried out. */
export function digestOf({ sluice, destination, wanted, scripts, readings }: PlanRequest): string {
  const { live, state } = readings;
  return hashOf({
    sluice,
    environment: [destination.project, destination.environment],
    factory: destination.factory ? { ...destination.factory } : null,
    databricks: destination.databricks ? { ...destination.databricks } : null,
    state: [{ ...destination.state }, stateText(state)],
    sources: wanted.map(({ id, kind, value, state }) => [id, hashOf(comparable(kind, value)), state ?? null]),
    scripts: scripts.map(({ path, hash }) => [path, hash]),
    read: live
      .map(({ id, version, state, isMarked }): [string, string, string | null, boolean] => [
        id,
        version,
        state ?? null,
        isMarked,
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  });
}

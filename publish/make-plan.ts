import { withCheckpointsLost } from "./checkpoint-loss.js";
import type { CheckpointChange } from "./checkpoints.js";
import { cleanUp } from "./clean-up.js";
import type { Destination } from "./destination.js";
import { differenceOf } from "./difference.js";
import { digestOf } from "./digest.js";
import { handedOver } from "./handover.js";
import { movedFrom } from "./homes.js";
import { unlessStoppedByUs } from "./journal.js";
import { hiddenIn, isMerelyThere, obstaclesOf, unsureIn } from "./obstacles.js";
import { inOrder } from "./order.js";
import { isOurs } from "./ours.js";
import type { Plan, Purpose } from "./plan.js";
import type { PublishedQuery } from "./published-query.js";
import type { Readings } from "./readings.js";
import { rightsByHand, rightsElsewhere, rightsLeft } from "./rights.js";
import type { Script } from "./script.js";
import { scriptedRightsLeft } from "./script-rights.js";
import { scriptRuns } from "./script-runs.js";
import { isKnown, noState } from "./state.js";
import type { Step } from "./step.js";
import { stepsOf, stepsOfRemoval } from "./steps.js";
import { supersededOf } from "./superseded.js";
import type { Wanted } from "./thing.js";

export interface PlanRequest {
  readonly sluice: string;
  readonly destination: Destination;
  readonly wanted: readonly Wanted[];
  readonly scripts: readonly Script[];
  readonly readings: Readings;
  /** The lock of what is wanted; undefined: it is not known. */
  readonly lock?: string | undefined;
  /** The queries of what is wanted; undefined: they are not known. */
  readonly queries?: readonly PublishedQuery[] | undefined;
  /** What becomes of checkpoints, held against what runs; null: that was not recorded. */
  readonly checkpoints?: readonly CheckpointChange[] | null;
}

/** What has to be done so that the services have what the sources say. A pure function: the same facts give the same plan. */
export const makePlan = (request: PlanRequest): Plan => planFor("publish", request);

/** What has to be done so that the services have what they once had: of a release, and not of the sources, is what is wanted. */
export const planOfRollback = (request: PlanRequest): Plan => planFor("rollback", request);

/** What has to be done so that nothing of the project is left in the services. */
export const planOfDestruction = (request: Omit<PlanRequest, "wanted" | "scripts">): Plan =>
  planFor("destroy", { ...request, wanted: [], scripts: [] });

function planFor(purpose: Purpose, request: PlanRequest): Plan {
  const { sluice, destination } = request;
  const moved = movedFrom(request.readings.state, destination);
  // What it says is of another place: nothing here is ours by it.
  const { state, hidden, unsure } = moved.length === 0 ? request.readings : { state: noState, hidden: [], unsure: [] };
  // Where it is not known what is to run, and where nothing is, nothing is cleaned up.
  const isCleaned = purpose !== "destroy" && moved.length === 0 && request.queries !== undefined;
  const abandoned = isCleaned ? cleanUp(request.readings, request.queries) : [];
  const readings = { state, hidden, unsure, live: request.readings.live.map((one) => unlessStoppedByUs(one, state)) };
  const wanted = [...request.wanted, ...emptied({ ...request, readings })];
  const there = new Map(readings.live.map((one) => [one.id, one]));
  const ids = new Set(wanted.map(({ id }) => id));
  const differences = wanted.map((one) => differenceOf(one, there.get(one.id), readings.state));
  const superseded = supersededOf(readings.live, wanted, readings.state);
  const removed = readings.live.filter(
    (one) => !ids.has(one.id) && isOurs(one, readings.state) && !superseded.includes(one),
  );
  const made = differences.flatMap(stepsOf);
  const runs = scriptRuns(request.scripts, wanted, readings, destination);
  const needed = [
    ...made,
    ...handedOver(differences, made, state),
    ...removed.flatMap(stepsOfRemoval),
    ...runs.steps,
    ...abandoned,
  ];
  const told = purpose === "destroy" ? needed.map(destroying) : needed;
  const steps = withCheckpointsLost(inOrder(told, wanted, readings.live), request.checkpoints);
  const touched = new Set(steps.map(({ thing }) => thing));
  const obstacles = [
    ...moved,
    ...rightsElsewhere(wanted, destination),
    ...hiddenIn(readings, destination),
    ...unsureIn(readings),
    ...obstaclesOf(differences, removed, readings),
    ...runs.obstacles,
  ];
  return {
    version: 1,
    purpose,
    sluice,
    destination,
    digest: digestOf(purpose, request, obstacles, abandoned),
    steps,
    unchanged: wanted.map(({ id }) => id).filter((id) => !touched.has(id)),
    foreign: readings.live
      .filter((one) => !ids.has(one.id) && !isOurs(one, readings.state) && !isMerelyThere(one))
      .map(({ id }) => id)
      .sort(),
    byHand: runs.byHand.map(({ path }) => path),
    rightsLeft: [...rightsLeft(wanted, state), ...scriptedRightsLeft(request.scripts, wanted, state, destination)],
    rightsByHand: rightsByHand(readings.live, steps, wanted),
    ...(destination.sql === undefined
      ? {}
      : { rightsRead: readings.live.filter(({ kind }) => kind.name === "database").map(({ id }) => id) }),
    cancelled: differences.filter(({ live }) => live?.state === "Cancelled").map(({ wanted }) => wanted.id),
    superseded: superseded.map(({ id }) => id),
    kept: differences.flatMap(({ wanted: { id }, merged }) =>
      (merged?.kept ?? []).map((path) => ({ thing: id, path })),
    ),
    obstacles,
    ...(isTold(request.checkpoints) ? { checkpoints: request.checkpoints } : {}),
  };
}

const isTold = (checkpoints: PlanRequest["checkpoints"]): checkpoints is readonly CheckpointChange[] | null =>
  checkpoints !== undefined && checkpoints?.length !== 0;

/** It is not the sources that have changed. */
function destroying(step: Step): Step {
  if (step.action === "stop") return step;
  const changes = step.changes.map((change) => ({ ...change, because: "destroyed" as const }));
  return { ...step, changes, reason: "is this project's" };
}

/** What is shared with others and nothing is said of any more: of ours nothing stays in it. */
const emptied = ({ wanted, readings }: PlanRequest): readonly Wanted[] =>
  readings.live
    .filter(({ kind, id }) => kind.ownership === "shared" && isKnown(readings.state, id))
    .filter(({ id }) => wanted.every((one) => one.id !== id))
    .map(({ id, kind, name }) => ({
      id,
      kind,
      name,
      value: { properties: {} },
      state: undefined,
      needs: [],
    }));

import { isRefused } from "./access.js";
import { recordsBegun, recordsEnded } from "./checkpoint-records.js";
import { locksBegun, locksEnded } from "./checkpoints.js";
import { toBeDone } from "./clean-up.js";
import { homesOf } from "./homes.js";
import { begunAnew, Journal, stoppedBefore } from "./journal.js";
import { isJob } from "./kinds.js";
import type { Lease } from "./lease.js";
import type { Patience } from "./patience.js";
import { Pauses } from "./pauses.js";
import type { Plan } from "./plan.js";
import { ChangedMeanwhile } from "./plane.js";
import type { PublishedQuery } from "./published-query.js";
import type { Readings } from "./readings.js";
import type { ReleaseId } from "./release.js";
import { inTurn } from "./schedule.js";
import type { Script } from "./script.js";
import type { Services } from "./services.js";
import { addressesOf, addressesSeen, isSettled, thingsOf } from "./settled.js";
import type { State } from "./state.js";
import { type Step, type StepId, stepId } from "./step.js";
import type { ThingId, Wanted } from "./thing.js";

export interface PublishRequest {
  readonly services: Services;
  readonly wanted: readonly Wanted[];
  readonly scripts: readonly Script[];
  readonly patience: Patience;
  /** The lock that it was compiled with; undefined: it is not known, or nothing is to be there. */
  readonly lock?: string | undefined;
  /** Its queries; undefined: as of the lock. */
  readonly queries?: readonly PublishedQuery[] | undefined;
  /** Ids of steps that may lose what they lose. */
  readonly allowed: readonly StepId[];
  /** Makes the plan anew from what is there. */
  planAnew(): Promise<{ readonly plan: Plan; readonly readings: Readings }>;
  /** The plan that was agreed to; undefined: whatever is needed is done. */
  readonly agreed: { readonly digest: string } | undefined;
  /** Milliseconds of a clock that is never set, since whenever. */
  now(): number;
  /** @param pause of a start that is done: how long the thing stood still, in milliseconds; undefined: it was not stopped here */
  onStep(step: Step, event: "begun" | "done" | "failed", pause?: number): void;
}

/** Why nothing was written. */
export type NotBegun =
  | { readonly kind: "another-publisher" }
  | { readonly kind: "obstacles"; readonly plan: Plan }
  | { readonly kind: "not-allowed"; readonly plan: Plan; readonly steps: readonly Step[] }
  | { readonly kind: "other-plan"; readonly plan: Plan };

export type Published = NotBegun | { readonly kind: "published"; readonly plan: Plan } | BrokenOff;

/** Ended in the middle; publishing again goes on from there. */
export interface BrokenOff {
  readonly kind: "broken-off";
  readonly plan: Plan;
  /** The one that failed; undefined: all are done, but that could not be written into the state. */
  readonly step: Step | undefined;
  readonly error: unknown;
  /** Triggers that are to fire, and jobs that are to run, and may have been left stopped. */
  readonly leftStopped: readonly ThingId[];
  /** Jobs that are left stopped, as what they run is part new and part as it was. */
  readonly leftHalfChanged: readonly ThingId[];
  /** Triggers that were stopped to be deleted, and may be there still. They are not started again: others may fire in their place. */
  readonly leftUndeleted: readonly ThingId[];
}

/** How long a publisher that was killed keeps others out, in seconds. */
const leaseSeconds = 60;

/** Carries a plan out, or nothing: under a lease, if the plan is still what follows from what is there. */
export async function publish(request: PublishRequest): Promise<Published> {
  const lease = await request.services.state.lease(leaseSeconds);
  if (lease === undefined) return { kind: "another-publisher" };
  try {
    const { plan: made, readings } = await request.planAnew();
    const plan = toBeDone(made, request.allowed);
    if (plan.obstacles.length > 0) return { kind: "obstacles", plan };
    if (request.agreed !== undefined && request.agreed.digest !== plan.digest) return { kind: "other-plan", plan };
    const forbidden = plan.steps.filter(({ loses, id }) => loses !== undefined && !request.allowed.includes(id));
    if (forbidden.length > 0) return { kind: "not-allowed", plan, steps: forbidden };
    return await carriedOut(request, plan, readings, lease);
  } finally {
    await lease.end();
  }
}

async function carriedOut(request: PublishRequest, plan: Plan, readings: Readings, lease: Lease): Promise<Published> {
  if (isSettled(request, plan, readings)) return { kind: "published", plan };
  const { services, wanted, scripts, lock, queries } = request;
  const { state } = readings;
  const [published, homes] = [thingsOf(request, plan.destination), homesOf(plan.destination)];
  const begun = begunAnew(state.begun, plan, published, await services.making(plan.steps));
  const known = { ...state.addresses, ...addressesSeen(readings) };
  const isKept = plan.purpose !== "destroy";
  const [locks, checkpoints] = [
    locksBegun(state, plan.purpose, lock),
    isKept ? recordsBegun(state.checkpoints, queries) : state.checkpoints,
  ];
  const first = { ...state, serial: state.serial + 1, homes, addresses: known, locks, checkpoints };
  const journal = new Journal(first, begun, (next) => services.state.write(next, lease));
  const [latest] = await Promise.all([isKept ? services.releases.latest() : 0, journal.kept()]);
  const failure = await stepsDone(request, plan, { state, journal, lease });
  if (failure !== undefined) return { kind: "broken-off", plan, ...failure };
  try {
    const from = firstFree(state, latest);
    const serial = isKept
      ? await services.releases.write(from, { homes, wanted, scripts, lock, queries }, lease)
      : state.serial + 2;
    const addresses = { ...addressesOf(request, readings), ...journal.addresses };
    const ended = {
      serial: Math.max(serial, state.serial + 2),
      homes,
      published,
      addresses,
      begun: undefined,
      locks: locksEnded(state, plan.purpose, lock),
      checkpoints: isKept ? recordsEnded(checkpoints, queries, serial, deletedBy(plan)) : checkpoints,
    };
    await services.state.write(ended, lease);
  } catch (error) {
    return {
      kind: "broken-off",
      plan,
      step: undefined,
      error,
      leftStopped: [],
      leftHalfChanged: [],
      leftUndeleted: [],
    };
  }
  return { kind: "published", plan };
}

const deletedBy = ({ steps }: Plan): readonly string[] =>
  steps.filter(({ kind }) => kind.name === "checkpoint").map(({ name }) => name);

/**
 * The id from which on a place is looked for: a release is later than all that there are, also where the state, which counts them, was
 * deleted. One that is later than a state in which something was begun may be of that publishing, broken off right after it: it is
 * looked at first, and if it says the same it is the one.
 */
const firstFree = ({ serial, begun }: State, latest: ReleaseId): ReleaseId =>
  begun !== undefined && latest > serial ? latest : Math.max(serial + 2, latest + 1);

/** Does all steps. Undefined: they are done. */
async function stepsDone(
  { services, patience, now, onStep }: PublishRequest,
  plan: Plan,
  { state, journal, lease }: { readonly state: State; readonly journal: Journal; readonly lease: Lease },
): Promise<Omit<BrokenOff, "kind" | "plan"> | undefined> {
  const done = new Set<StepId>();
  /** Done, or perhaps: no answer came. */
  const touched = new Set<StepId>();
  /** Triggers and jobs that were stopped, or may have been: a stop of which no answer came may have been done, and so may one of a publishing before that was broken off. */
  const stopped = new Set<ThingId>(stoppedBefore(state.begun, plan.steps));
  const pauses = new Pauses(now);
  let failed: Step | undefined;
  const carryOut = async (step: Step): Promise<void> => {
    onStep(step, "begun");
    let isBegun = false;
    try {
      lease.check();
      isBegun = true;
      pauses.begun(step);
      await services.planeOf(step.kind.name).carryOut(step, journal);
      done.add(step.id);
      touched.add(step.id);
      if (step.action === "stop") stopped.add(step.thing);
      onStep(step, "done", pauses.endedBy(step));
    } catch (error) {
      const isDone = isBegun && mayBeDone(error);
      if (isDone && !isRefused(error)) touched.add(step.id);
      if (isDone && step.action === "stop") stopped.add(step.thing);
      failed ??= step;
      onStep(step, "failed");
      throw error;
    }
  };
  try {
    await inTurn(plan.steps, patience.requests, carryOut);
    return undefined;
  } catch (error) {
    if (failed === undefined) throw error;
    const untouched = plan.steps.filter(({ id, action }) => action === "create" && !touched.has(id));
    // Where that cannot be written, it is taken for made, perhaps: somebody looks.
    await journal.notMade(untouched.map(({ thing }) => thing)).catch(() => undefined);
    return { step: failed, error, ...(await startedAgain(plan.steps, { done, touched, stopped }, carryOut)) };
  }
}

const mayBeDone = (error: unknown): boolean => !(error instanceof ChangedMeanwhile) || error.isTouched;

/** How far the steps of a plan have come. */
interface Progress {
  readonly done: ReadonlySet<StepId>;
  readonly touched: ReadonlySet<StepId>;
  readonly stopped: ReadonlySet<ThingId>;
}

/** What was stopped to be changed fires and runs again, whatever came of the change; that of which it is not known is left. */
async function startedAgain(
  steps: readonly Step[],
  progress: Progress,
  carryOut: (step: Step) => Promise<void>,
): Promise<Pick<BrokenOff, "leftStopped" | "leftHalfChanged" | "leftUndeleted">> {
  const { done, stopped } = progress;
  const [leftStopped, leftHalfChanged]: [ThingId[], ThingId[]] = [[], []];
  for (const step of steps) {
    if (step.action !== "start" || done.has(step.id) || !stopped.has(step.thing)) continue;
    if (isHalfChanged(step, progress)) leftHalfChanged.push(step.thing);
    else await carryOut(step).catch(() => leftStopped.push(step.thing));
  }
  return { leftStopped, leftHalfChanged, leftUndeleted: undeletedOf(steps, done).filter((one) => stopped.has(one)) };
}

/**
 * Of a job: a new notebook with the parameters of an old one could go on from a checkpoint that is not its own; and one that is changed
 * as a whole could run a query that another job still runs, which was not stopped.
 */
function isHalfChanged({ kind, thing, after }: Step, { done, touched }: Progress): boolean {
  const isStop = (id: StepId) => id.startsWith(stepId("stop", ""));
  const isPart = (id: StepId) => !isStop(id) && (kind.name === "job" || id === stepId("update", thing));
  // The files of a Spark job definition are no part of what it runs until it names them.
  const parts = after.filter(isPart);
  // Where a publishing before has stopped it, that one may have changed a part already.
  const isBegun = !after.includes(stepId("stop", thing)) || parts.some((id) => touched.has(id));
  return isJob(kind) && isBegun && ![...parts, ...after.filter(isStop)].every((id) => done.has(id));
}

/** What goes for good and may be there still: what is made anew is started again instead. */
function undeletedOf(steps: readonly Step[], done: ReadonlySet<StepId>): readonly ThingId[] {
  const made = steps.filter(({ action }) => action === "create").map(({ thing }) => thing);
  return steps
    .filter(({ action, thing, id }) => action === "delete" && !made.includes(thing) && !done.has(id))
    .map(({ thing }) => thing);
}

/** What is said of a failure to somebody who reads it. */
export const messageOf = (error: unknown): string => {
  if (error instanceof ChangedMeanwhile) return `${error.message} was changed by somebody else since the plan was made`;
  return error instanceof Error ? error.message : String(error);
};

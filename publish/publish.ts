import { comparable } from "./comparable.js";
import { type Lease, LeaseLost } from "./lease.js";
import type { Patience } from "./patience.js";
import type { Plan } from "./plan.js";
import { ChangedMeanwhile } from "./plane.js";
import { hashOf, isSame } from "./records.js";
import { inTurn } from "./schedule.js";
import { publishedScripts, type Script } from "./script.js";
import type { Services } from "./services.js";
import type { State, Things } from "./state.js";
import type { Step, StepId } from "./step.js";
import type { Wanted } from "./thing.js";

export interface PublishRequest {
  readonly services: Services;
  readonly wanted: readonly Wanted[];
  readonly scripts: readonly Script[];
  readonly patience: Patience;
  /** Ids of steps that may lose what they lose. */
  readonly allowed: readonly StepId[];
  /** Makes the plan anew from what is there. */
  planAnew(): Promise<{ readonly plan: Plan; readonly state: State }>;
  /** The plan that was agreed to; undefined: whatever is needed is done. */
  readonly agreed: { readonly digest: string } | undefined;
  onStep(step: Step, event: "begun" | "done" | "failed"): void;
}

/** Why nothing was written. */
export type NotBegun =
  | { readonly kind: "another-publisher" }
  | { readonly kind: "obstacles"; readonly plan: Plan }
  | { readonly kind: "not-allowed"; readonly steps: readonly Step[] }
  | { readonly kind: "other-plan"; readonly plan: Plan };

export type Published =
  | NotBegun
  | { readonly kind: "published"; readonly plan: Plan }
  /** Ended in the middle; publishing again goes on from there. */
  | { readonly kind: "broken-off"; readonly plan: Plan; readonly step: Step; readonly error: unknown };

/** How long a publisher that was killed keeps others out, in seconds. */
const leaseSeconds = 60;

/** Carries a plan out, or nothing: under a lease, if the plan is still what follows from what is there. */
export async function publish(request: PublishRequest): Promise<Published> {
  const lease = await request.services.state.lease(leaseSeconds);
  if (lease === undefined) return { kind: "another-publisher" };
  try {
    const { plan, state } = await request.planAnew();
    if (plan.obstacles.length > 0) return { kind: "obstacles", plan };
    if (request.agreed !== undefined && request.agreed.digest !== plan.digest) return { kind: "other-plan", plan };
    const forbidden = plan.steps.filter(({ loses, id }) => loses !== undefined && !request.allowed.includes(id));
    if (forbidden.length > 0) return { kind: "not-allowed", steps: forbidden };
    return await carriedOut(request, plan, state, lease);
  } finally {
    await lease.end();
  }
}

async function carriedOut(request: PublishRequest, plan: Plan, state: State, lease: Lease): Promise<Published> {
  const { services, wanted, scripts, patience, onStep } = request;
  const things: Things = {
    ...Object.fromEntries(wanted.map(({ id, kind, value }) => [id, comparable(kind, value)])),
    ...publishedScripts(scripts),
  };
  if (plan.steps.length === 0 && state.begun === undefined && isSame(state.published, things))
    return { kind: "published", plan };
  const { digest } = plan;
  // What a publishing set out to make before, and did not come to, may be there too.
  const begun = { digest, steps: plan.steps.map(journalled), things: { ...state.begun?.things, ...things } };
  await services.state.write({ serial: state.serial + 1, published: state.published, begun }, lease);

  const done = new Set<StepId>();
  let failed: Step | undefined;
  const carryOut = async (step: Step): Promise<void> => {
    onStep(step, "begun");
    try {
      lease.check();
      await services.planeOf(step.kind.name).carryOut(step);
      done.add(step.id);
      onStep(step, "done");
    } catch (error) {
      failed ??= step;
      onStep(step, "failed");
      throw error;
    }
  };
  try {
    await inTurn(plan.steps, patience.requests, carryOut);
  } catch (error) {
    if (failed === undefined) throw error;
    if (!(error instanceof LeaseLost)) await startedAgain(plan, done, carryOut);
    return { kind: "broken-off", plan, step: failed, error };
  }
  await services.state.write({ serial: state.serial + 2, published: things, begun: undefined }, lease);
  return { kind: "published", plan };
}

const journalled = ({ id, before, value, kind }: Step) => ({
  id,
  before: before ?? null,
  after: value === undefined ? null : hashOf(comparable(kind, value)),
});

/** A trigger that was stopped to be changed fires again, whatever came of the change. */
async function startedAgain(plan: Plan, done: ReadonlySet<StepId>, carryOut: (step: Step) => Promise<void>) {
  const isLeftStopped = ({ action, thing, id }: Step): boolean =>
    action === "start" && !done.has(id) && done.has(`stop:${thing}`);
  for (const step of plan.steps.filter(isLeftStopped)) await carryOut(step).catch(() => undefined);
}

/** What is said of a failure to somebody who reads it. */
export const messageOf = (error: unknown): string => {
  if (error instanceof ChangedMeanwhile) return `${error.message} was changed by somebody else since the plan was made`;
  return error instanceof Error ? error.message : String(error);
};

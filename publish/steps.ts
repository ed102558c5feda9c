import type { Json } from "../compiler/emit/json.js";
import type { Change, Merged } from "./change.js";
import type { Difference } from "./difference.js";
import { isJob } from "./kinds.js";
import { lostWithUpdate, placesTaken } from "./loss.js";
import { returnedNoMore } from "./returned.js";
import { entriesOf } from "./shared.js";
import { type Action, type Step, type StepId, stepId } from "./step.js";
import type { Live, Wanted } from "./thing.js";
import { lostWith, mustBeMadeAnew } from "./trigger-kinds.js";

/** What makes a thing what it is to be; nothing if it is. Of a trigger or a job that runs: stopped, changed, started again. */
export function stepsOf({ wanted, live, merged }: Difference): readonly Step[] {
  // What somebody stopped stays so.
  const isToFire = wanted.state === "Started" && live?.state !== "Cancelled";
  if (live === undefined) {
    const made = step("create", wanted, undefined, { value: wanted.value, reason: "is not there" });
    return isToFire ? [made, step("start", wanted, undefined, { reason: "was made", after: [made.id] })] : [made];
  }
  if (merged === undefined || merged.changes.length === 0) {
    if (live.state === wanted.state || live.state === "Cancelled") return [];
    return [step(isToFire ? "start" : "stop", wanted, live, { reason: reasonOfState(live, isToFire) })];
  }
  const { changes, value } = merged;
  if (wanted.kind.ownership === "shared") return stepsOfShared(wanted, live, merged);
  const returned = returnedNoMore(wanted, live, value);
  if (returned !== undefined) return stepsInTurn(wanted, live, merged, returned.kept, returned.isGone);
  const stop =
    isStarted(live) && isSeenByRuns(live, changes)
      ? [step("stop", wanted, live, { reason: reasonOfStop(live, "changed") })]
      : [];
  if (mustBeMadeAnew(live, changes)) return [...stop, ...madeAnew(wanted, live, merged, stop)];
  const update = step("update", wanted, live, {
    value,
    changes,
    reason: reasonOf(changes),
    loses: lostWithUpdate(wanted, changes),
    after: stop.map(({ id }) => id),
  });
  const reason = isJob(live.kind) ? `was changed: ${handover(changes)}` : "was changed";
  const isToStart = isToFire && (stop.length > 0 || !isStarted(live));
  return [...stop, update, ...(isToStart ? [step("start", wanted, live, { reason, after: [update.id] })] : [])];
}

/** A job's run goes on under another description and other tags, which say who may look. */
const isSeenByRuns = ({ kind }: Live, changes: readonly Change[]): boolean =>
  !isJob(kind) || changes.some(({ path }) => !/^(description|tags|properties\.description)(\.|$)/.test(path));

const restarts = {
  notebooks: { stop: undefined, start: "its notebooks were changed" },
  started: {
    stop: "somebody started it, or it was not stopped yet, when publishing was broken off: it may run a part of what is new",
    start: "was stopped",
  },
} as const;

/** A job that runs and stays as it is takes up what has changed: its notebooks, now or before it was started. */
export function restartOf(wanted: Wanted, live: Live, why: keyof typeof restarts): readonly Step[] {
  const reasons = restarts[why];
  const stop = step("stop", wanted, live, { reason: reasons.stop ?? reasonOfStop(live, "changed") });
  return [stop, step("start", wanted, live, { reason: `${reasons.start}: ${handover([])}`, after: [stop.id] })];
}

const isStarted = ({ state }: Live): boolean => state === "Started" || state === "Unsubscribed";

function reasonOfStop({ kind }: Live, what: "changed" | "deleted"): string {
  if (!isJob(kind)) return `a trigger that fires cannot be ${what}`;
  return what === "deleted"
    ? "a job that runs is stopped before it is deleted"
    : "what it runs is changed: its run is cancelled, and a batch that is not finished is done again";
}

function reasonOfState({ kind, state, ended }: Live, isToFire: boolean): string {
  if (!isToFire) return "is started, and the sources say that it is not";
  if (isJob(kind))
    return `does not run${ended === undefined ? "" : ` (its last run ended with ${ended})`}, and the sources say that it does`;
  return `${state === "Stopped" ? "is stopped" : "is not subscribed to its events"}, and the sources say that it fires`;
}

/** What becomes of the checkpoints of a job's queries. */
function handover(changes: readonly Change[]): string {
  const anew = placesTaken(changes);
  const begun =
    anew.length === 0 ? "" : `, but for ${anew.join(", ")}, which ${anew.length === 1 ? "begins" : "begin"} a new one`;
  return `each query opens the checkpoint that its notebook names${begun}`;
}

/** A trigger that cannot be changed is deleted, and another one takes its place, with what is kept of the first. */
function madeAnew(wanted: Wanted, live: Live, { changes, value }: Merged, stop: readonly Step[]): readonly Step[] {
  const after = stop.map(({ id }) => id);
  const reason = "what the sources say now cannot be made of the trigger that is there";
  const removed = step("delete", wanted, live, { changes, reason, loses: lostWith(live), after });
  const made = step("create", wanted, undefined, { value, reason: "in its place", after: [removed.id] });
  const start = step("start", wanted, undefined, { reason: "was made", after: [made.id] });
  return wanted.state === "Started" ? [removed, made, start] : [removed, made];
}

function stepsOfShared(wanted: Wanted, live: Live, merged: Merged): readonly Step[] {
  const [were, are] = [entriesOf(live.value), entriesOf(merged.value)];
  const old = Object.entries(were).filter(([name]) => !Object.hasOwn(are, name));
  const isOld = ({ path }: Change) => old.some(([name]) => path === `properties.${name}`);
  return stepsInTurn(wanted, live, merged, { properties: { ...Object.fromEntries(old), ...are } }, isOld);
}

/** What is new is there before those that use it, and what is gone stays until nobody does: `all` has both. */
function stepsInTurn(
  wanted: Wanted,
  live: Live,
  { changes, value }: Merged,
  all: Json,
  isGone: (change: Change) => boolean,
): readonly Step[] {
  const [gone, others] = [changes.filter(isGone), changes.filter((one) => !isGone(one))];
  const of = (action: Action, value: Json, changes: readonly Change[], after: readonly StepId[]) =>
    changes.length === 0 ? [] : [step(action, wanted, live, { value, changes, reason: reasonOf(changes), after })];
  const update = of("update", all, others, []);
  return [
    ...update,
    ...of(
      "clear",
      value,
      gone,
      update.map(({ id }) => id),
    ),
  ];
}

/** What takes away a thing of ours that the sources no longer say. */
export function stepsOfRemoval(live: Live): readonly Step[] {
  const stop = isStarted(live) ? [step("stop", live, live, { reason: reasonOfStop(live, "deleted") })] : [];
  const loses = lostWith(live);
  const after = stop.map(({ id }) => id);
  return [...stop, step("delete", live, live, { reason: "is no longer in the sources", loses, after })];
}

function step(action: Action, of: Wanted | Live, live: Live | undefined, more: Partial<Step>): Step {
  const { id, kind } = of;
  // As the service spells it: a name of which only the case is another leads to the same thing.
  const name = live?.name ?? of.name;
  const before = live?.version;
  const empty = { value: undefined, changes: [], reason: "", loses: undefined, after: [] as readonly StepId[] };
  return { id: stepId(action, id), action, thing: id, kind, name, address: live?.address, before, ...empty, ...more };
}

function reasonOf(changes: readonly Change[]): string {
  const found = new Set(changes.map(({ because }) => because));
  if (found.has("both") || (found.has("sources") && found.has("drift")))
    return "the sources changed, and so did somebody in the service";
  if (found.has("sources")) return "the sources changed";
  if (found.has("drift")) return "somebody changed it in the service";
  return "it differs from the sources";
}

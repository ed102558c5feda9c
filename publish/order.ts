import { includesOf } from "./includes.js";
import { isJob, isTrigger, type Kind, type KindName, kinds } from "./kinds.js";
import { referencesOf } from "./references.js";
import { type Step, type StepId, stepId } from "./step.js";
import type { Live, ThingId, Wanted } from "./thing.js";

/** What is named by where it stands, perhaps only when it runs: it goes after all of these kinds that go, whichever they name. */
const namedBy: { readonly [kind in KindName]?: readonly KindName[] } = {
  notebook: ["job", "pipeline"],
  file: ["synapse.sparkJobDefinition"],
  checkpoint: ["job", "synapse.sparkJobDefinition", "notebook", "synapse.notebook", "pipeline", "synapse.pipeline"],
  "synapse.linkedService": ["synapse.sparkJobDefinition", "synapse.notebook"],
};

/**
 * Gives each step what must be done before it, and puts them in such an order. What is needed is there first; deletions come last,
 * each after those that refer to what it deletes, and all after what is to fire no more was stopped. A trigger is stopped only when all that it needs is done, so that it misses
 * little; a job before, so that no run of it meets half of what is new. A job is started only when all others were stopped that may have
 * run a query of its: two would go on with one checkpoint. What is shared, and what is returned, is cleared when all else is done.
 */
export function inOrder(steps: readonly Step[], wanted: readonly Wanted[], live: readonly Live[]): readonly Step[] {
  const needs = new Map(wanted.map(({ id, needs }) => [id, needs]));
  const isUsedBy = usage(live);
  const made = new Set(steps.filter(({ action }) => action === "create").map(({ thing }) => thing));
  // What is made again in the same place is not among what goes.
  const removals = new Map(
    steps
      .filter(({ action, thing }) => action === "delete" && !made.has(thing))
      .map(({ thing, kind }) => [thing, kind]),
  );
  const known = new Set(steps.map(({ id }) => id));
  /** One of them may start what looks whether a job of the workspace that goes runs. */
  const silenced = steps
    .filter(({ thing, kind, action }) => removals.has(thing) && action === "stop" && isTrigger(kind))
    .map(({ id }) => id);
  const makes = steps.filter(({ thing, action }) => !removals.has(thing) && action !== "clear").map(({ id }) => id);
  const stops = steps.filter(({ thing, action }) => removals.has(thing) && action === "stop").map(({ id }) => id);
  const runs = steps.filter(({ action }) => action === "run").map(({ id }) => id);
  const users = jobsStopped(steps, needs);
  const losers = losersOf(steps);
  const handed = ({ thing, kind }: Step) =>
    // Of a job that goes it is not known which notebooks it runs.
    users
      .filter((job) => (removals.has(job.thing) ? kind.name === "notebook" : job.needs.has(thing)))
      .map(({ id }) => id);
  const lastOf = (thing: ThingId): readonly StepId[] =>
    ["create" as const, "update" as const].map((action) => stepId(action, thing)).filter((id) => known.has(id));

  const before = (step: Step): readonly StepId[] => {
    if (step.action === "clear") return steps.filter(({ action }) => action !== "clear").map(({ id }) => id);
    // The files of a definition have places of their own: its application goes on until they are there.
    if (step.action === "stop" && removals.has(step.thing))
      return step.kind.name === "synapse.sparkJobDefinition" ? silenced : [];
    if (step.action === "stop" && step.kind.name === "job") return [];
    if (step.action === "stop" && isJob(step.kind)) return [...needed(step.thing, needs)].flatMap(lastOf);
    if (!removals.has(step.thing)) {
      const own = step.action === "start" || step.action === "run" ? [step.thing] : [];
      const others =
        step.action === "start" && isJob(step.kind) ? losers.filter((id) => id !== stepId("stop", step.thing)) : [];
      // What fires may need what scripts make; and it does not stand still while they run.
      const run = isTrigger(step.kind) && (step.action === "start" || step.action === "stop") ? runs : [];
      return [...[...own, ...needed(step.thing, needs)].flatMap(lastOf), ...run, ...handed(step), ...others];
    }
    const others = [...removals].filter(([user, kind]) => user !== step.thing && isUsedBy(step, user, kind));
    return [...makes, ...stops, ...others.map(([user]) => stepId("delete", user))];
  };
  return sorted(steps.map((step) => ({ ...step, after: [...new Set([...step.after, ...before(step)])] })));
}

/** Whether a thing that goes is used by another one that goes too. */
function usage(live: readonly Live[]): (step: Step, user: ThingId, kind: Kind) => boolean {
  const uses = new Map(live.map((one) => [one.id, referencesOf(one)]));
  const includes = new Map(live.map((one) => [one.id, includesOf(one)]));
  return ({ thing, kind: { name } }, user, kind) => {
    if (uses.get(user)?.includes(thing) || namedBy[name]?.includes(kind.name)) return true;
    // Notebooks that include each other, which somebody wrote there, go in any order.
    return includes.get(user)?.includes(thing) === true && !needed(thing, includes).has(user);
  };
}

/** The steps that stop jobs, with these and all that they run. */
const jobsStopped = (steps: readonly Step[], needs: ReadonlyMap<ThingId, readonly ThingId[]>) =>
  steps
    .filter(({ action, kind }) => action === "stop" && isJob(kind))
    .map(({ id, thing, kind }) => ({
      ...{ id, thing },
      needs: new Set(kind.name === "job" ? [thing, ...needed(thing, needs)] : [thing]),
    }));

/** The stops of jobs that may lose a query to another one: those that go, and those that are changed themselves and not only in what they run. */
function losersOf(steps: readonly Step[]): readonly StepId[] {
  const changed = new Set(
    steps.filter(({ action }) => action === "update" || action === "delete").map(({ thing }) => thing),
  );
  return steps
    .filter(({ action, kind, thing }) => action === "stop" && isJob(kind) && changed.has(thing))
    .map(({ id }) => id);
}

/** Everything that a thing needs, by way of others too: what is between may have no step. */
export function needed(thing: ThingId, needs: ReadonlyMap<ThingId, readonly ThingId[]>): ReadonlySet<ThingId> {
  const found = new Set<ThingId>();
  const add = (id: ThingId): void => {
    for (const other of needs.get(id) ?? []) {
      if (found.has(other)) continue;
      found.add(other);
      add(other);
    }
  };
  add(thing);
  found.delete(thing);
  return found;
}

const rank = new Map(Object.keys(kinds).map((name, at) => [name, at]));

/** Each after what it comes after; where that leaves a choice, by kind, then by name. */
function sorted(steps: readonly Step[]): readonly Step[] {
  const left = [...steps].sort((a, b) => order(a) - order(b) || (a.thing < b.thing ? -1 : a.thing > b.thing ? 1 : 0));
  const done = new Set<StepId>();
  const result: Step[] = [];
  while (left.length > 0) {
    const at = left.findIndex(({ after }) => after.every((id) => done.has(id)));
    const [next] = left.splice(at, 1);
    if (at === -1 || next === undefined) throw new Error(`Steps wait for each other: ${left.map(({ id }) => id)}`);
    done.add(next.id);
    result.push(next);
  }
  return result;
}

const order = ({ action, kind }: Step): number => {
  const at = rank.get(kind.name) ?? 0;
  if (action === "clear") return 2000;
  return action === "delete" ? 1000 - at : at;
};

import { type Destination, plannerTag, projectIn } from "./destination.js";
import type { Difference } from "./difference.js";
import { maskedIn } from "./masked.js";
import { isOurs } from "./ours.js";
import type { Obstacle } from "./plan.js";
import type { Readings } from "./readings.js";
import { isJsonList, textAt, valueAt } from "./records.js";
import { referencesOf } from "./references.js";
import { stopsOfRights } from "./rights.js";
import { entriesOf, publishedParts } from "./shared.js";
import type { State } from "./state.js";
import type { Live, ThingId } from "./thing.js";
import { mustBeMadeAnew } from "./trigger-kinds.js";

/** A thing that is read only because others refer to it. */
export const isMerelyThere = ({ kind }: Live): boolean => kind.ownership === "shared";

/** What stands in the way of a plan. */
const tellsRights = ({ kind: { name } }: Live): boolean => name === "rights" || name === "database";

export function obstaclesOf(
  differences: readonly Difference[],
  removed: readonly Live[],
  readings: Readings,
): readonly Obstacle[] {
  return [
    ...differences.flatMap((one) => taken(one, readings)),
    ...differences.flatMap(masked),
    ...differences.flatMap(({ live }) => (live !== undefined && tellsRights(live) ? stopsOfRights(live) : [])),
    ...missing(differences, readings),
    ...stillUsed(removed, differences, readings),
    ...differences.flatMap((one) => waitedFor(one, differences, readings)),
  ];
}

/** To whoever may not view a thing it is as if it were not there: it would be made a second time. */
export const hiddenIn = ({ hidden, state }: Readings, { databricks }: Destination): readonly Obstacle[] =>
  hidden.map((thing) => ({
    thing,
    message: `was made by publishing (its number is ${state.addresses[thing]}), and whoever plans now may not view it: ${toView(thing, state, databricks?.planner)}`,
  }));

/** It would be made a second time, or be left behind. */
export const unsureIn = ({ unsure }: Readings): readonly Obstacle[] =>
  unsure.map(({ thing, maker }) => ({
    thing,
    message: `may have been made as ${maker}, by a publishing that was broken off, and whoever plans now would not see it. Let ${maker} publish, or an administrator of the workspace, who sees all jobs; if it is there, one of them can give whoever plans Can View on it, and whoever publishes Can Manage`,
  }));

/** The right is given with the tag that names the planner: where the tag is there, nothing of the job changes, and nothing is given. */
function toView(thing: ThingId, { published }: State, planner: string | undefined): string {
  const given = textAt(published[thing], "tags", plannerTag);
  if (given !== undefined && given === planner)
    return `in the workspace, under the job's permissions, give them Can View. Publishing has given it to ${planner}, the environment's 'planner'; where it was taken away since, it is not given again`;
  return "give them Can View on it, or name them as the environment's 'planner' and publish once, without a plan's file, as who published it";
}

/** What has a name that we need and is not ours stays as it is. */
function taken({ wanted, live, merged }: Difference, { state }: Readings): readonly Obstacle[] {
  if (live === undefined) return [];
  const { id, kind } = wanted;
  if (kind.ownership === "shared") {
    const ours = publishedParts(state, id, live.value ?? null).map(entriesOf);
    const isTaken = (name: string) =>
      name in entriesOf(live.value) && !ours.some((entries) => Object.hasOwn(entries, name));
    return Object.keys(entriesOf(wanted.value))
      .filter(isTaken)
      .map((name) => ({
        thing: id,
        message: `has '${name}' already, and this project did not set it: give one of the two another name, or take that one away`,
      }));
  }
  if (isOurs(live, state)) return [];
  // The same text where nobody else's stands: an earlier publishing whose state was lost.
  if (kind.ownership === "place" && merged?.changes.length === 0) return [];
  return [{ thing: id, message: `is there already and is ${ownerOf(live)}` }];
}

/** Whose it is, and what people can do about it: names are a project's own, but that what stands before the `_` may be another project's. */
function ownerOf({ kind, value }: Live): string {
  const annotations = valueAt(value, "properties", "annotations");
  const [owner] = (isJsonList(annotations) ? annotations : []).flatMap((one) =>
    typeof one === "string" ? (projectIn(one) ?? []) : [],
  );
  if (owner === undefined) return "not this project's: rename one of the two, or delete it";
  const named = /linkedService|dataset/.test(kind.name)
    ? ": such a name is the project's and, after a '_', mostly a connection's. Give the connection of one of the two another name"
    : ": give one of the two another name";
  return `the project ${owner}'s${named}`;
}

/** A secret that stands in the service as text is answered as asterisks, and what is kept is sent along with an update. */
function masked({ wanted: { id, kind }, merged }: Difference): readonly Obstacle[] {
  const isTold = kind.plane === "arm" || (kind.plane === "synapse-workspace" && kind.ownership === "mark");
  if (!isTold || merged === undefined || merged.changes.length === 0) return [];
  return maskedIn(merged.value).map((path) => ({
    thing: id,
    message: `has at ${path} a secret that somebody wrote there as text, and that the service does not tell: an update would put asterisks in its place. Take it away there, or refer to a Key Vault`,
  }));
}

/** What is referred to and is neither there nor made by this plan. */
function missing(differences: readonly Difference[], { live }: Readings): readonly Obstacle[] {
  const known = new Set([...live.map(({ id }) => id), ...differences.map(({ wanted }) => wanted.id)]);
  return differences.flatMap(({ wanted }) => {
    return [...new Set([...referencesOf(wanted), ...wanted.needs])]
      .filter((id) => !known.has(id))
      .map((id) => ({ thing: wanted.id, message: `refers to ${id}, which ${homeWithout(id)}` }));
  });
}

/** A pool is told only when it is provisioned. */
function homeWithout(id: ThingId): string {
  if (id.startsWith("synapse.pool/")) return "the workspace does not have, or not yet";
  return id.startsWith("synapse.") ? "the workspace does not have" : "the factory does not have";
}

/** What others refer to cannot be deleted. */
function stillUsed(removed: readonly Live[], differences: readonly Difference[], { live, state }: Readings) {
  const ours = new Set([...removed.map(({ id }) => id), ...differences.map(({ wanted }) => wanted.id)]);
  return removed.flatMap(({ id }) =>
    live
      .filter((one) => !ours.has(one.id) && !isOurs(one, state) && referencesOf(one).includes(id))
      .map((one) => ({ thing: id, message: `cannot be deleted: ${one.id}, which is not ours, refers to it` })),
  );
}

/** A trigger that is to be made anew is deleted before, which others that wait for its windows do not let happen. */
function waitedFor(
  { live, merged }: Difference,
  differences: readonly Difference[],
  { live: all, state }: Readings,
): readonly Obstacle[] {
  if (live === undefined || merged === undefined || !mustBeMadeAnew(live, merged.changes)) return [];
  const { id } = live;
  return all
    .filter((one) => one.id !== id && referencesOf(one).includes(id))
    .map((one) => {
      const waits = `cannot be changed so, only deleted and made anew, and ${one.id}`;
      const difference = differences.find((other) => other.wanted.id === one.id);
      return { thing: id, message: `${waits}${wayOut(id, one, difference, isOurs(one, state))}` };
    });
}

/** What people can do about one that waits for a trigger's windows. */
function wayOut(id: ThingId, { kind }: Live, difference: Difference | undefined, isOfUs: boolean): string {
  if (difference !== undefined && referencesOf(difference.wanted).includes(id))
    return " waits for its windows: publish without that 'depends_on' first";
  // Kept by an update, as the sources never said so; or not ours at all.
  const isKept =
    difference?.merged !== undefined && referencesOf({ kind, value: difference.merged.value }).includes(id);
  return isKept || !isOfUs
    ? " waits for its windows, which the sources do not say: take that away in the service first"
    : `, as it was published, waits for its windows: publish what is new of that first, with ${id} as it was`;
}

import type { JobIr, ProjectIr } from "../compiler/ir/ir.js";
import type { Query } from "../compiler/ir/query.js";
import { type Cause, type ChangeClass, causesOf, classOf } from "../compiler/lock/change-class.js";
import type { Change } from "../compiler/lock/next-lock.js";
import { type Consequence, consequence } from "./consequence.js";
import { type Landing, landedAnew } from "./landed-anew.js";

/** What a change comes to for one query, for people and programs. */
export interface ChangeReport extends Consequence {
  readonly id: string;
  /** What it is called now, where that is not its id. */
  readonly now: string | undefined;
  readonly class: "new" | "removed" | ChangeClass;
  /** It keeps landings or loads rather than a checkpoint of Spark. */
  readonly keeps: "checkpoint" | "landings" | "loads";
  readonly generation: number | undefined;
  readonly causes: readonly Cause[];
  /** It was removed for a while. */
  readonly isBack: boolean;
  /** The queries above that begin anew. */
  readonly follows: readonly string[];
  /** All queries below that begin anew because it does. */
  readonly followers: readonly string[];
}

/** What changes of a lock come to. */
export function reportsOf(
  changes: readonly Change[],
  { jobs, flows }: Pick<ProjectIr, "jobs" | "flows">,
): readonly ChangeReport[] {
  const byId = new Map(jobs.flatMap((job) => job.queries.map((query) => [query.id, { job, query }] as const)));
  const landings = new Map(
    flows.flatMap((flow) => [...flow.landings, ...flow.loads].map((landing) => [landing.id, landing] as const)),
  );
  return changes.map((change) => {
    const { id } = change;
    const [found, landing] = [byId.get(id), landings.get(id)];
    const now = found && nowCalled(id, found);
    if (change.kind !== "replay") return { ...unchanged, id, now, class: change.kind };
    return {
      ...unchanged,
      ...(found ? consequence(found.query, change) : {}),
      ...(landing ? { again: [landedAnew(landing)], keeps: keptBy(landing) } : {}),
      ...{ id, now, class: classOf(change.query, change), causes: causesOf(change.query, change) },
      ...{ generation: change.generation, isBack: change.isBack, follows: change.follows },
      followers: followersOf(id, changes),
    };
  });
}

/** A change that nothing is known of yet. */
export const unchanged: Omit<ChangeReport, "id" | "now" | "class"> = {
  keeps: "checkpoint",
  generation: undefined,
  causes: [],
  isBack: false,
  follows: [],
  followers: [],
  waits: [],
  removed: [],
  again: [],
  doubles: [],
};

interface Found {
  readonly job: JobIr;
  readonly query: Query;
}

/** A query that was renamed or moved is known by its first name. */
function nowCalled(id: string, { job, query: { reference } }: Found): string | undefined {
  if (!id.startsWith(`${job.name}/`)) return `${job.name}/${reference}`;
  return id.endsWith(`/${reference}`) ? undefined : reference;
}

const keptBy = ({ source }: Landing): "loads" | "landings" => (source.kind === "loads" ? "loads" : "landings");

/** Each after those that it follows, as the changes are. */
function followersOf(id: string, changes: readonly Change[]): readonly string[] {
  const found = new Set([id]);
  for (const change of changes)
    if (change.kind === "replay" && change.follows.some((above) => found.has(above))) found.add(change.id);
  found.delete(id);
  return [...found];
}

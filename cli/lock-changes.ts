import type { LandingIr } from "../compiler/ir/flow.js";
import type { JobIr, ProjectIr } from "../compiler/ir/ir.js";
import type { LoadsTakenIr } from "../compiler/ir/loads.js";
import type { Query } from "../compiler/ir/query.js";
import type { Difference } from "../compiler/lock/differences.js";
import { lockPath } from "../compiler/lock/lock.js";
import type { Change } from "../compiler/lock/next-lock.js";
import { consequence } from "./consequence.js";

/** What `sluice compile` says of the queries whose checkpoints are not those of the lock; empty if there are none. */
export function lockChanges(
  changes: readonly Change[],
  { jobs, flows }: Pick<ProjectIr, "jobs" | "flows">,
  isWritten: boolean,
): string {
  const byId = new Map(jobs.flatMap((job) => job.queries.map((query) => [query.id, { job, query }] as const)));
  const landings = new Map(
    flows.flatMap((flow) => [...flow.landings, ...flow.loads].map((landing) => [landing.id, landing] as const)),
  );
  const added = changes.filter(({ kind }) => kind === "new");
  const rest = changes.filter(({ kind }) => kind !== "new");
  const names = added.length > 4 ? `${added.length} queries` : added.map(({ id }) => id).join(", ");
  const lines = [
    ...(added.length === 0 ? [] : [`new: ${names}`]),
    ...rest.flatMap((change) => told(change, byId.get(change.id), landings.get(change.id))),
  ];
  const heading = isWritten ? lockPath : `${lockPath} would change (it is not written with --out)`;
  return lines.length === 0 ? "" : `${[heading, ...lines.map((line) => `  ${line}`)].join("\n")}\n`;
}

interface Found {
  readonly job: JobIr;
  readonly query: Query;
}

function told(change: Change, found: Found | undefined, landing: Landing | undefined): readonly string[] {
  const { id } = change;
  switch (change.kind) {
    case "new":
      return [`${id}: new`];
    case "removed":
      return [`${id}: no longer made; its rows and its checkpoint stay where they are`];
    case "replay":
      return [
        `${id}${found ? nowCalled(id, found) : ""}: new ${landing ? (landing.source.kind === "loads" ? "loads" : "landings") : "checkpoint"}, replay (generation ${change.generation})`,
        ...(change.isBack ? ["  because it was not made for a while"] : []),
        ...change.clauses.map((clause) => `  because of ${difference(clause)}`),
        ...change.follows.map((above) => `  follows ${above}`),
        ...(found ? consequence(found.query, change.clears).map((line) => `  ${line}`) : []),
        ...(landing ? landedAnew(landing).map((line) => `  ${line}`) : []),
      ];
  }
}

type Landing = LandingIr | LoadsTakenIr;

function landedAnew({ source, output }: Landing): readonly string[] {
  if (source.kind === "loads") return [`the newest load in ${source.folder} is taken anew`];
  if (source.kind === "api-rows")
    return [
      `${source.path} of ${source.api.name} is read into ${output.path}; what has landed before stays where it is`,
    ];
  if (source.kind === "file-set")
    return [`${source.path} is read again, into ${output.path}; what has landed before stays where it is`];
  const from = source.read.kind === "full" ? "" : ` from ${source.read.cursor.start},`;
  return [
    `all rows of ${source.schema}.${source.table} are read again,${from} into ${output.path}; what has landed before stays where it is`,
  ];
}

/** A query that was renamed or moved is known by its first name. */
function nowCalled(id: string, { job, query: { reference } }: Found): string {
  if (!id.startsWith(`${job.name}/`)) return `, now ${job.name}/${reference}`;
  return id.endsWith(`/${reference}`) ? "" : `, now ${reference}`;
}

const difference = ({ clause, before, after }: Difference): string => {
  if (before === undefined) return `${clause}, which is new: ${after}`;
  return after === undefined ? `${clause}, which is gone: ${before}` : `${clause}: ${before} -> ${after}`;
};

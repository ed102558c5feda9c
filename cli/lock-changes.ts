import type { Query } from "../compiler/ir/query.js";
import type { Difference } from "../compiler/lock/differences.js";
import { lockPath } from "../compiler/lock/lock.js";
import type { Change } from "../compiler/lock/next-lock.js";
import { consequence } from "./consequence.js";

/** What `sluice compile` says of the queries whose checkpoints are not those of the lock; empty if there are none. */
export function lockChanges(changes: readonly Change[], queries: readonly Query[], isWritten: boolean): string {
  const byId = new Map(queries.map((query) => [query.id, query]));
  const added = changes.filter(({ kind }) => kind === "new");
  const rest = changes.filter(({ kind }) => kind !== "new");
  const names = added.length > 4 ? `${added.length} queries` : added.map(({ id }) => id).join(", ");
  const lines = [
    ...(added.length === 0 ? [] : [`new: ${names}`]),
    ...rest.flatMap((change) => told(change, byId.get(change.id))),
  ];
  const heading = isWritten ? lockPath : `${lockPath} would change (it is not written with --out)`;
  return lines.length === 0 ? "" : `${[heading, ...lines.map((line) => `  ${line}`)].join("\n")}\n`;
}

function told(change: Change, query: Query | undefined): readonly string[] {
  const { id } = change;
  const renamed = query && !id.endsWith(`/${query.reference}`) ? `, now ${query.reference}` : "";
  switch (change.kind) {
    case "new":
      return [`${id}: new`];
    case "removed":
      return [`${id}: no longer made; its rows and its checkpoint stay where they are`];
    case "replay":
      return [
        `${id}${renamed}: new checkpoint, replay (generation ${change.generation})`,
        ...(change.isBack ? ["  because it was not made for a while"] : []),
        ...change.clauses.map((clause) => `  because of ${difference(clause)}`),
        ...change.follows.map((above) => `  follows ${above}`),
        ...(query ? consequence(query, change.clears).map((line) => `  ${line}`) : []),
      ];
  }
}

const difference = ({ clause, before, after }: Difference): string => {
  if (before === undefined) return `${clause}, which is new: ${after}`;
  return after === undefined ? `${clause}, which is gone: ${before}` : `${clause}: ${before} -> ${after}`;
};

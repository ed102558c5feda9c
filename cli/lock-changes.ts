import type { Difference } from "../compiler/lock/differences.js";
import { lockPath } from "../compiler/lock/lock.js";
import type { Change } from "../compiler/lock/next-lock.js";

/** What `sluice compile` says of the queries whose checkpoints are not those of the lock; empty if there are none. */
export function lockChanges(changes: readonly Change[], isWritten: boolean): string {
  const added = changes.filter(({ kind }) => kind === "new");
  const rest = changes.filter(({ kind }) => kind !== "new");
  const names = added.length > 4 ? `${added.length} queries` : added.map(({ id }) => id).join(", ");
  const lines = [...(added.length === 0 ? [] : [`new: ${names}`]), ...rest.flatMap(told)];
  const heading = isWritten ? lockPath : `${lockPath} would change (it is not written with --out)`;
  return lines.length === 0 ? "" : `${[heading, ...lines.map((line) => `  ${line}`)].join("\n")}\n`;
}

function told(change: Change): readonly string[] {
  const { id } = change;
  switch (change.kind) {
    case "new":
      return [`${id}: new`];
    case "removed":
      return [`${id}: no longer made; its rows and its checkpoint stay where they are`];
    case "replay":
      return [
        `${id}: new checkpoint, replay (generation ${change.generation})`,
        ...(change.isBack ? ["  because it was not made for a while"] : []),
        ...change.clauses.map((clause) => `  because of ${difference(clause)}`),
        ...change.follows.map((above) => `  follows ${above}`),
        ...consequence(change),
      ];
  }
}

const difference = ({ clause, before, after }: Difference): string => {
  if (before === undefined) return `${clause}, which is new: ${after}`;
  return after === undefined ? `${clause}, which is gone: ${before}` : `${clause}: ${before} -> ${after}`;
};

function consequence({ id, clears, takesOver }: Extract<Change, { kind: "replay" }>): readonly string[] {
  if (takesOver) return ["  the table is computed anew and swapped"];
  if (/\/sinks\./.test(id)) return ["  everything is sent again"];
  return clears
    ? ["  the rows of earlier generations are removed before it starts"]
    : [
        "  where rows of earlier generations stand it does not start: remove the table, its checkpoint and its records first",
      ];
}

import { type ChangeRow, keeping, opening } from "./change-table.js";
import type { Difference } from "./differences.js";
import type { Change } from "./next-lock.js";
import { type QueryKind, writeOf } from "./query-kind.js";

/** What a change comes to for a query. */
export type ChangeClass =
  | "in place"
  | "new checkpoint, continue"
  | "new checkpoint, replay"
  | "refused without consent";

/** A clause that was changed, and the row of the table that says what that means. */
export interface Cause extends Difference {
  readonly row: ChangeRow;
}

/** What the change of a query comes to, by the table of changes. */
export function classOf(kind: QueryKind, { clears, goesOn }: Pick<Reopened, "clears" | "goesOn">): ChangeClass {
  if (goesOn) return "new checkpoint, continue";
  const write = writeOf[kind];
  // Rows of another checkpoint's query stand where its own would: raising `backfill` is the consent to remove them.
  const stands = write === "append" || write === "merge";
  return stands && !clears ? "refused without consent" : "new checkpoint, replay";
}

type Reopened = Extract<Change, { kind: "replay" }>;

/** Why, clause by clause. */
export const causesOf = (
  kind: QueryKind,
  { clauses, logic }: Pick<Reopened, "clauses" | "logic">,
): readonly Cause[] => [
  ...clauses.map((difference) => ({ ...difference, row: openingRow(kind, difference) })),
  ...logic.map((difference) => ({ ...difference, row: rowOf(opening, kind, strictClause) })),
];

/** How the table of changes calls whatever counts only with `strict_checkpoints`. */
const strictClause = "strict_checkpoints";

/** What the table says of a fact that is another. */
export const openingRow = (kind: QueryKind, difference: Difference): ChangeRow =>
  rowOf(opening, kind, factClause(difference.clause), difference);

/** What the table says of a clause of the YAML on which no fact depends. */
export const keptRow = (kind: QueryKind, clause: string): ChangeRow => rowOf(keeping, kind, factClause(clause));

/** Steps of views are steps of the query: `view 2 of silver/a, silver/b.columns.x` is `columns.x`, `view silver/c.where` is `where`, and `defaults.streaming` is `streaming`. */
export const factClause = (clause: string): string => clause.replace(/^(view [^.]*|defaults)\./, "");

/** @throws if the table has no last row for what no other fits */
export function rowOf(
  rows: readonly ChangeRow[],
  kind: QueryKind,
  clause: string,
  difference: Difference = { clause, before: undefined, after: undefined },
): ChangeRow {
  const row = rows.find(
    ({ queries, clauses, isOf }) =>
      queries.includes(kind) && clauses.some((one) => fits(one, clause)) && (isOf === undefined || isOf(difference)),
  );
  if (row === undefined) throw new Error(`no row of the table of changes fits ${clause} of ${kind}`);
  return row;
}

const fits = (pattern: string, clause: string): boolean =>
  pattern === "*" || pattern === clause || (pattern.endsWith(".*") && clause.startsWith(pattern.slice(0, -1)));

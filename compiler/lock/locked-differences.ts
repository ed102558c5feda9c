import { openingRow } from "./change-class.js";
import { type Difference, differences } from "./differences.js";
import type { LockedQuery } from "./lock.js";
import type { QueryKind } from "./query-kind.js";

/** Why a query has another checkpoint than it had. */
export interface LockedDifferences {
  readonly clauses: readonly Difference[];
  /** What counts only with `strict_checkpoints`, and is no clause already. */
  readonly logic: readonly Difference[];
  /** The queries above that begin anew themselves. */
  readonly follows: readonly string[];
}

/** How the table of changes calls what finds files. */
export const readerClause = "source.reader";

/** From what a query was locked as to what it is. */
export function lockedDifferences(
  was: LockedQuery,
  is: Pick<LockedQuery, "reads" | "facts" | "logic" | "reader" | "backfill">,
): LockedDifferences {
  const inputsOf = ({ reads }: Pick<LockedQuery, "reads">) => ({ from: Object.keys(reads).sort().join(", ") });
  const raised = is.backfill > was.backfill;
  const clauses = [
    ...differences(inputsOf(was), inputsOf(is)),
    ...differences(was.facts, is.facts),
    ...(was.reader && is.reader ? differences({ [readerClause]: was.reader }, { [readerClause]: is.reader }) : []),
    ...(raised ? differences({ backfill: `${was.backfill}` }, { backfill: `${is.backfill}` }) : []),
  ];
  const isFact = new Set(clauses.map(({ clause }) => clause));
  const logic = was.logic && is.logic ? differences(was.logic, is.logic) : [];
  return {
    clauses,
    logic: logic.filter(({ clause }) => !isFact.has(clause)),
    follows: Object.keys(is.reads).filter((input) => input in was.reads && was.reads[input] !== is.reads[input]),
  };
}

/** Whether a query with another checkpoint begins it where the old one stopped: all that is another for it permits that. */
export const mayGoOn = (
  kind: QueryKind,
  { clauses, follows }: Pick<LockedDifferences, "clauses" | "follows">,
): boolean =>
  clauses.length > 0 &&
  follows.length === 0 &&
  clauses.every((difference) => openingRow(kind, difference).checkpoint === "continued");

import { withKnownDelay } from "./free-delay.js";
import { identityOf, type Lock, type LockedQuery } from "./lock.js";
import { lockedDifferences } from "./locked-differences.js";
import { belowFirst, type Change, type QueryFacts } from "./next-lock.js";

/**
 * What has become of each query from one lock to a later one, however often it changed in between: what was changed and put back has
 * another checkpoint all the same. `queries`: what the project has now, of which `after` is the lock. Each after those it follows.
 */
export function changesBetween(before: Lock, after: Lock, queries: readonly QueryFacts[]): readonly Change[] {
  const changed = [...belowFirst(queries)].flatMap((query) => {
    const [was, is] = [before.get(query.id), after.get(query.id)];
    if (is === undefined) return [];
    if (was === undefined) return [{ id: query.id, kind: "new" as const }];
    return identityOf(was) === identityOf(is) ? [] : [replayOf(query, was, is)];
  });
  const isMade = new Set(queries.map(({ id }) => id));
  const removed = [...before].filter(([id, { isRemoved }]) => !isRemoved && !isMade.has(id));
  return [...changed, ...removed.map(([id]) => ({ id, kind: "removed" as const }))];
}

function replayOf({ id, kind: query, isDelayFree }: QueryFacts, was: LockedQuery, is: LockedQuery): Change {
  const facts = isDelayFree ? withKnownDelay(was.facts, is.facts) : is.facts;
  return {
    id,
    kind: "replay",
    query,
    generation: is.generation,
    ...lockedDifferences(was, { ...is, facts }),
    // Rows that the generation of `was` wrote are removed by the table's job.
    clears: is.clearsBefore > was.generation,
    goesOn: is.goesOnFrom.includes(identityOf(was)),
    isBack: was.isRemoved,
  };
}

import type { Difference } from "./differences.js";
import { withKnownDelay } from "./free-delay.js";
import { withKnownColumns } from "./growing.js";
import type { Facts } from "./identity.js";
import { contentOf, generationOf, identityOf, type Lock, type LockedQuery, lineageOf, type Reader } from "./lock.js";
import { lockedDifferences, mayGoOn, readerClause } from "./locked-differences.js";
import type { QueryKind } from "./query-kind.js";

/** A streaming query as the project has it now. */
export interface QueryFacts {
  readonly id: string;
  readonly kind: QueryKind;
  readonly facts: Facts;
  /** With `strict_checkpoints`: all that decides its rows. */
  readonly logic?: Facts;
  /** The queries whose rows it reads. */
  readonly inputs: readonly string[];
  /** Raised to have everything read again; 0: never. */
  readonly backfill: number;
  /** What finds the files that it reads, and so in whose form is kept which were read; undefined where it reads none. */
  readonly reader?: Reader;
  /** The columns of its source, where others may come to them and the query goes on. */
  readonly growing?: readonly string[];
  /** The delay of its watermark decides none of its rows. */
  readonly isDelayFree?: boolean;
}

export interface NextLock {
  readonly lock: Lock;
  /** Each after those it follows. */
  readonly changes: readonly Change[];
}

/** What became of a query since the lock was written. */
export type Change = { readonly id: string } & (
  | { readonly kind: "new" | "removed" }
  /** It begins with a new checkpoint. */
  | {
      readonly kind: "replay";
      readonly query: QueryKind;
      readonly generation: number;
      readonly clauses: readonly Difference[];
      /** What counts only with `strict_checkpoints`. */
      readonly logic: readonly Difference[];
      /** The queries above that begin anew themselves. */
      readonly follows: readonly string[];
      /** `backfill` was raised, here or above: rows of earlier generations are removed. */
      readonly clears: boolean;
      /** It goes on where the old checkpoint stopped; else it reads everything again. */
      readonly goesOn: boolean;
      /** It was removed for a while, in which another query may have written what it writes. */
      readonly isBack: boolean;
    }
);

/** The lock that follows a lock when the project has these queries, which do not read each other in a circle. */
export function nextLock(before: Lock, queries: readonly QueryFacts[]): NextLock {
  const after = new Map<string, LockedQuery>();
  const changes: Change[] = [];
  for (const query of belowFirst(queries)) {
    const inputs = query.inputs.flatMap((input) => {
      const entry = after.get(input);
      return entry === undefined ? [] : [[input, entry] as const];
    });
    const { entry, change } = advance(before.get(query.id), query, inputs);
    after.set(query.id, entry);
    if (change !== undefined) changes.push(change);
  }
  for (const [id, was] of before) {
    if (after.has(id)) continue;
    after.set(id, { ...was, isRemoved: true });
    if (!was.isRemoved) changes.push({ id, kind: "removed" });
  }
  return { lock: new Map([...after].sort(([a], [b]) => (a < b ? -1 : 1))), changes };
}

/** Each query after those that it reads; with a list instead of the call stack, because a chain may be as long as it likes. */
export function belowFirst(queries: readonly QueryFacts[]): Iterable<QueryFacts> {
  const byId = new Map(queries.map((query) => [query.id, query]));
  const ordered = new Set<QueryFacts>();
  for (const query of queries) {
    const next = [query];
    for (let at = next.at(-1); at !== undefined; at = next.at(-1)) {
      const below = at.inputs.flatMap((input) => byId.get(input) ?? []);
      const unordered = below.filter((input) => !ordered.has(input));
      next.push(...unordered.reverse());
      if (unordered.length > 0) continue;
      next.pop();
      ordered.add(at);
    }
  }
  return ordered;
}

type Inputs = readonly (readonly [string, LockedQuery])[];

function advance(
  was: LockedQuery | undefined,
  { id, kind: query, facts: declared, logic: deciding, backfill, growing, isDelayFree, reader }: QueryFacts,
  inputs: Inputs,
): { readonly entry: LockedQuery; readonly change: Change | undefined } {
  const reads = Object.fromEntries(inputs.map(([input, entry]) => [input, lineageOf(entry)]));
  const kept = reader && { reader };
  if (was === undefined) {
    const logic = deciding && { logic: beyond(declared, deciding) };
    const entry = {
      ...{ generation: 1, clearsBefore: 1, backfill, reads, facts: declared, goesOnFrom: [], ...logic, ...kept },
      isRemoved: false,
    };
    return { entry, change: { id, kind: "new" } };
  }
  const known = growing === undefined ? declared : withKnownColumns(was.facts, declared, growing);
  const now = { reads, backfill, deciding, ...kept };
  const held = changeOf(was, isDelayFree ? withKnownDelay(was.facts, known) : known, now);
  const { found, isChanged } = held;
  // What begins anew begins with what is declared, though that is not why it does.
  const { facts, logic } = isChanged ? changeOf(was, declared, now) : held;
  const clears = backfill > was.backfill || inputs.some(([input, entry]) => isCleared(entry, was.reads[input]));
  const generation = was.generation + (isChanged ? 1 : 0);
  // With `strict_checkpoints` rows of two makings never stand in one table.
  const goesOn = isChanged && !clears && !was.isRemoved && logic === undefined && mayGoOn(query, found);
  const entry: LockedQuery = {
    generation,
    clearsBefore: clears ? generation : was.clearsBefore,
    backfill: Math.max(backfill, was.backfill),
    reads,
    facts,
    goesOnFrom: !isChanged ? was.goesOnFrom : goesOn ? [identityOf(was), ...was.goesOnFrom] : [],
    ...(logic && { logic }),
    ...kept,
    isRemoved: false,
  };
  const change: Change = {
    id,
    kind: "replay",
    query,
    generation,
    ...found,
    clears,
    goesOn,
    isBack: was.isRemoved,
  };
  return { entry, change: isChanged ? change : undefined };
}

/** What a query that was locked comes to with some facts. */
function changeOf(
  was: LockedQuery,
  facts: Facts,
  now: Pick<LockedQuery, "reads" | "backfill" | "reader"> & { readonly deciding: Facts | undefined },
) {
  const { deciding, ...rest } = now;
  const logic = deciding && beyond(facts, deciding);
  const found = lockedDifferences(was, { ...rest, facts, ...(logic && { logic }) });
  const isChanged =
    was.isRemoved ||
    found.logic.length > 0 ||
    found.clauses.some(({ clause }) => clause === readerClause) ||
    rest.backfill > was.backfill ||
    contentOf({ facts, reads: rest.reads }) !== contentOf(was);
  return { facts, logic, found, isChanged };
}

/** What of the logic is not among the facts. */
const beyond = (facts: Facts, logic: Facts): Facts =>
  Object.fromEntries(
    Object.entries(logic).flatMap(([clause, deciding]): [string, Facts[string]][] => {
      const fact = facts[clause];
      if (typeof deciding === "string") return deciding === fact ? [] : [[clause, deciding]];
      const known = typeof fact === "object" ? fact : {};
      const more = Object.entries(deciding).filter(([name, text]) => known[name] !== text);
      return more.length === 0 ? [] : [[clause, Object.fromEntries(more)]];
    }),
  );

/** The rows that were read from a query are to be removed, so what was made of them must go too. */
const isCleared = ({ clearsBefore }: LockedQuery, read: string | undefined): boolean =>
  read !== undefined && generationOf(read) < clearsBefore;

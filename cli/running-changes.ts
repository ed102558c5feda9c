import { Report } from "../compiler/diagnostics/report.js";
import type { ProjectIr } from "../compiler/ir/ir.js";
import { changesBetween } from "../compiler/lock/changes-between.js";
import { type Lock, lockPath } from "../compiler/lock/lock.js";
import type { QueryFacts } from "../compiler/lock/next-lock.js";
import { isQueryKind, type QueryKind } from "../compiler/lock/query-kind.js";
import { readLock } from "../compiler/lock/read-lock.js";
import { type CheckpointRecords, recordOf } from "../publish/checkpoint-records.js";
import { type CheckpointChange, isUnrecorded } from "../publish/checkpoints.js";
import type { PublishedQuery } from "../publish/published-query.js";
import type { State } from "../publish/state.js";
import { type ChangeReport, reportsOf } from "./change-report.js";
import { changeLines } from "./change-text.js";
import { goneBefore, goneLoses, goneOnAgain, openedAgain } from "./opened-again.js";

/** What is to run in an environment: the project as it compiles now, or a release. */
export interface ToRun {
  /** The text of its `sluice.lock`. */
  readonly lock: string;
  readonly queries: readonly PublishedQuery[];
  /** Undefined: a release, whose checkpoints were all made once. */
  readonly compiled?: { readonly queries: readonly QueryFacts[]; readonly ir: Pick<ProjectIr, "jobs" | "flows"> };
}

/**
 * What becomes of checkpoints from what runs in an environment to what is to run: of the whole distance, however many commits it is.
 * Where several locks may run, what follows from each. Null: none was recorded, or one that this version cannot read.
 */
export function runningChanges(state: State, { lock, queries, compiled }: ToRun): readonly CheckpointChange[] | null {
  if (isUnrecorded(state) && queries.length > 0) return null;
  const [after, ...running] = [lock, ...state.locks].map(lockOf);
  if (after === undefined) return null;
  const known = running.filter((one) => one !== undefined);
  if (known.length < running.length) return null;
  const run = queries.flatMap((query) => (isQueryKind(query.kind) ? [{ ...query, kind: query.kind }] : []));
  // A later version's release.
  if (run.length < queries.length) return null;
  const facts = compiled?.queries ?? factsIn(after, run);
  const byId = new Map(run.map((query) => [query.id, query]));
  const found = known.flatMap((before) =>
    reportsOf(changesBetween(before, after, facts), compiled?.ir ?? { jobs: [], flows: [] })
      .filter((report) => report.class !== "new")
      .map((report) =>
        told(report, byId.get(report.id), {
          before,
          after,
          isRelease: compiled === undefined,
          records: state.checkpoints,
        }),
      ),
  );
  return [...new Map(found.map((change) => [change.lines.join("\n"), change])).values()];
}

const lockOf = (text: string): Lock | undefined => readLock({ read: () => text, list: () => [] }, new Report());

type KnownQuery = PublishedQuery & { readonly kind: QueryKind };

/** What the lock of a release says of the queries that it had. */
const factsIn = (lock: Lock, queries: readonly KnownQuery[]): readonly QueryFacts[] =>
  queries.flatMap(({ id, kind }) => {
    const locked = lock.get(id);
    if (locked === undefined) return [];
    const { facts, reads, backfill } = locked;
    return [{ id, kind, facts, inputs: Object.keys(reads), backfill }];
  });

interface Between {
  readonly before: Lock;
  readonly after: Lock;
  readonly isRelease: boolean;
  readonly records: CheckpointRecords;
}

function told(report: ChangeReport, query: KnownQuery | undefined, between: Between): CheckpointChange {
  const { report: said, loses, before = [] } = asThere(report, query, between);
  const { id, class: is, follows, followers, waits, removed, again, doubles, causes } = said;
  const [head = "", ...rest] = changeLines(said);
  return {
    ...{ id, class: is, follows, followers, waits, removed, again, doubles },
    causes: causes.map(({ clause, before, after, row }) => ({
      ...{ clause, before: before ?? null, after: after ?? null, row: row.id },
    })),
    runs: query?.runs ?? [],
    loses,
    lines: [head, ...before, ...rest],
  };
}

interface Said {
  readonly report: Omit<ChangeReport, "class"> & { readonly class: string };
  readonly loses: string | null;
  /** Lines that stand before all that the report says. */
  readonly before?: readonly string[];
}

/** The lock of what runs is of a version that did not note it. */
const foundOtherwise = "  because what finds its files may be another than where it runs, whose lock does not say";

/** What a change comes to where checkpoints were made that are known. */
function asThere(
  report: ChangeReport,
  query: KnownQuery | undefined,
  { before, after, isRelease, records }: Between,
): Said {
  const [ran, now] = [before.get(report.id)?.generation ?? 0, after.get(report.id)?.generation ?? 0];
  const known = query === undefined || query.checkpoint === null ? undefined : recordOf(records, query.checkpoint);
  // One of a publishing that was broken off is no earlier one.
  const wasMade = known !== undefined && known.releases !== null;
  if (query === undefined || report.class === "removed" || !(isRelease || now < ran || wasMade)) {
    const { causes, follows, isBack, waits } = report;
    const isFound = before.get(report.id)?.reader === after.get(report.id)?.reader;
    const isPutBack = report.class !== "removed" && causes.length === 0 && follows.length === 0 && !isBack;
    return {
      report,
      loses: report.class === "refused without consent" ? waits.join("; ") : null,
      before: isPutBack ? [isFound ? "  because it was changed since, and put back" : foundOtherwise] : [],
    };
  }
  if (report.class === "new checkpoint, continue" && known?.is !== "removed")
    return { report: { ...report, ...goneOnAgain(ran), class: "an earlier checkpoint, continue" }, loses: null };
  const again = known?.is === "removed" ? goneBefore : openedAgain(query.kind, ran);
  const advice =
    isRelease || now >= ran
      ? []
      : [`generation ${ran} runs there: compile with the ${lockPath} of what runs, unless going back is meant`];
  return {
    report: {
      ...{ ...report, ...again, waits: [...advice, ...again.waits] },
      ...{ class: "an earlier checkpoint", generation: now },
    },
    loses: known?.is === "removed" ? goneLoses : "an earlier checkpoint is opened again",
  };
}

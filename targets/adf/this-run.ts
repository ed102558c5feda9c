import { call, type Expression, member, outputOf, quoted, run } from "./expression.js";
import { hole, sql } from "./sql.js";

/** A column of a lookup: which run asks. */
export const askedBy = sql`'${hole(run("RunId"))}' AS [run]`;

/**
 * What a lookup with that column has told this very run. "Rerun from failed activity" is a run of its own in which what succeeded
 * before may be left out, with the answers of then: meanwhile another run may have kept a landing of the number that was to come, which
 * would be written over, or begun one that would be kept half written. So it fails, with what to do in the place of the name that the
 * service does not find.
 * https://learn.microsoft.com/azure/data-factory/monitor-visually#rerun-pipelines-and-activities
 */
export function toldThisRun(lookup: string, field: "folder" | "landing"): Expression {
  const isOfThisRun = call("equals", outputOf(lookup, "firstRow", "run"), run("RunId"));
  return member(outputOf(lookup, "firstRow"), call("if", isOfThisRun, quoted(field), quoted(startAnew)));
}

const startAnew = "start the pipeline anew, not from the failed activity";

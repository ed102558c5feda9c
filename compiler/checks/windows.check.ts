import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import { callsIn, columnOf } from "../expression/facts.js";
import { isCorrected } from "../model/corrected.js";
import { type Duration, inParts } from "../model/duration.js";
import { unitedIn } from "../model/link-interval.js";
import { watermarkOf } from "../model/link-watermark.js";
import type { LinkedInput, LinkedTable, LinkedWindows } from "../model/linked.js";
import { isReplaced } from "../model/replaced.js";
import type { Origin } from "../source/origin.js";
import type { Check } from "./check.js";
import { checkDiagnostics, type WatermarkRemedy } from "./diagnostics.js";
import { parsing } from "./parsing.js";
import { referenceOf, tablesOf } from "./tables-of.js";

/** A window is complete, stands on the column that carries the watermark, and computes what a stream can. */
export const windows: Check = (project, report) => {
  for (const linked of tablesOf(project)) {
    const { table, windows: clause, watermark } = linked;
    const hasAggregates = table.aggregates.length > 0;
    if (table.window && !hasAggregates)
      report.add(
        checkDiagnostics.windowIncomplete.at(table.origin.child("window").key(), {
          missing: "aggregates",
          because: "window",
        }),
      );
    if (!table.window && !hasAggregates && table.groupBy.length > 0)
      report.add(
        checkDiagnostics.windowIncomplete.at(table.origin.child("group_by").key(), {
          missing: "aggregates",
          because: "group_by",
        }),
      );
    if (clause === undefined || isReplaced(linked)) continue;
    if (watermark?.column !== clause.column) {
      report.add(whyNone(linked, clause));
    }
    cuttable(linked, report);
    if (!isCorrected(linked)) streamable(linked, report);
  }
};

/** Why no watermark holds on the window's column. */
function whyNone(linked: LinkedTable, { column }: LinkedWindows): Diagnostic {
  const { table, inputs, columns } = linked;
  const at = table.origin.child("window", "column");
  const expression = columns.find(({ name }) => name === column)?.expression;
  const above = expression && columnOf(expression);
  const [first] = inputs;
  const pairs = leftPairs(linked);
  if (pairs)
    return checkDiagnostics.watermarkOfLeftJoin.at(at, {
      column,
      table: pairs === linked ? undefined : referenceOf(pairs),
    });
  for (const input of inputs) {
    if (input.kind === "raw") return checkDiagnostics.windowWithoutWatermark.at(at, { column, remedy: remedy(input) });
    const [held, of] = [watermarkOf(input), watermarkOf(first)];
    const united = unitedIn(input);
    if (held === undefined && united !== undefined)
      return checkDiagnostics.watermarkOfUnion.at(at, { column, input: united });
    if (held === undefined || held.column !== above)
      return checkDiagnostics.windowWithoutWatermark.at(at, { column, remedy: remedy(input) });
    if (of && held.delay.milliseconds !== of.delay.milliseconds) {
      const delays = {
        delay: held.delay.text,
        input: referenceOf(input),
        otherDelay: of.delay.text,
        other: referenceOf(first),
      };
      return checkDiagnostics.watermarksDiffer.at(at, delays, {
        related: [{ message: "The watermark is declared here.", origin: held.origin }],
      });
    }
  }
  return checkDiagnostics.windowWithoutWatermark.at(at, { column, remedy: remedy(first) });
}

/** What has to be done, and where, so that a watermark holds on an input's rows. */
function remedy(input: LinkedInput): WatermarkRemedy {
  if (input.kind === "table" && input.windows) return { kind: "above", table: referenceOf(input) };
  const table = parsing(input);
  if (table === undefined) return { kind: "between", input: referenceOf(input) };
  const declared = table.table.watermark?.column.name;
  return declared === undefined
    ? { kind: "declare", table: referenceOf(table) }
    : { kind: "carry", table: referenceOf(table), column: declared };
}

/** The table, this one or one above, whose rows without a match come at any time. */
function leftPairs(linked: LinkedTable): LinkedTable | undefined {
  const seen = new Set<LinkedTable>();
  const next = [linked]; // a list instead of the call stack: a chain may be as long as it likes
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    if (at.interval?.join.how === "left") return at;
    if (seen.has(at)) continue;
    seen.add(at);
    const above = at.inputs.flatMap((input) => (input.kind === "table" && !input.windows ? [input] : []));
    next.push(...above.reverse());
  }
  return undefined;
}

function cuttable({ table, windows: clause }: LinkedTable, report: Report): void {
  if (clause === undefined) return;
  const at = table.origin.child("window");
  const { cut } = clause;
  if (cut.kind === "session") {
    if (clause.groupBy.length === 0) report.add(checkDiagnostics.sessionWithoutKey.at(at.key(), {}));
  } else if (cut.kind === "hopping" && cut.hop.milliseconds > cut.size.milliseconds) {
    report.add(checkDiagnostics.hopLongerThanSize.at(at.child("hop"), {}));
  } else if (cut.offset) begins(cut.offset, cut.kind === "hopping" ? cut.hop : cut.size, at.child("offset"), report);
}

/** https://spark.apache.org/docs/latest/api/python/reference/pyspark.sql/api/pyspark.sql.functions.window.html */
function begins(offset: Duration, step: Duration, at: Origin, report: Report): void {
  if (offset.milliseconds < step.milliseconds) return;
  const rest = offset.milliseconds % step.milliseconds;
  const suggestion = rest === 0 ? undefined : inParts(rest);
  report.add(checkDiagnostics.offsetTooLong.at(at, { offset: offset.text, step: step.text, suggestion }));
}

function streamable({ windows: clause }: LinkedTable, report: Report): void {
  for (const { expression } of clause?.aggregates ?? []) {
    const distinct = callsIn(expression.node).find((call) => call.distinct);
    if (distinct === undefined) continue;
    const told = { call: `${distinct.function.name}(DISTINCT …)`, instead: "approx_count_distinct(…)" };
    report.add(checkDiagnostics.aggregateNotStreaming.at(expression.origin, told));
  }
}

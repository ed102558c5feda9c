import { additive } from "../../compiler/expression/additive.js";
import { isCorrected } from "../../compiler/model/corrected.js";
import type { LinkedTable, LinkedWatermark, LinkedWindows } from "../../compiler/model/linked.js";
import { isReplaced } from "../../compiler/model/replaced.js";
import { clock, hour } from "./clock.js";

/** When results appear, of a window told on one of the day's morning; nothing for tables that follow their input. */
export function whenResultsAppear(linked: LinkedTable, isOfFlow: boolean): readonly string[] {
  const { windows, watermark } = linked;
  if (isReplaced(linked)) return replacements(linked, isOfFlow);
  if (windows === undefined || watermark === undefined) return [];
  const { cut } = windows;
  if (isCorrected(linked)) return corrections(windows, watermark);
  const again = `${watermark.isOfSeveral ? " in every input" : ""}, and one more batch has run`;
  const restarted = watermark.isOfSeveral ? [afterRestart] : [];
  if (cut.kind === "session") {
    return [
      `a session appears once event time passes its last row by ${cut.gap.text} and ${watermark.delay.text}${again}`,
      ...restarted,
    ];
  }
  const start = 10 * hour + ((cut.offset?.milliseconds ?? 0) % hour);
  const end = start + cut.size.milliseconds;
  const appears = clock(end + watermark.delay.milliseconds);
  const per =
    cut.kind === "hopping"
      ? `; a row is in up to ${Math.ceil(cut.size.milliseconds / cut.hop.milliseconds)} windows`
      : "";
  return [`${clock(start)}–${clock(end)} appears once event time passes ${appears}${again}${per}`, ...restarted];
}

/**
 * Through a restart Spark keeps the lesser of the inputs' watermarks, and not each input's:
 * https://github.com/apache/spark/blob/v3.5.5/sql/core/src/main/scala/org/apache/spark/sql/execution/streaming/WatermarkTracker.scala
 */
const afterRestart =
  "a start of the query counts that anew, each run that ends by itself being one: no window appears until every input has brought rows of such a time since";

/** Of windows that late rows are added to. */
function corrections({ cut, aggregates }: LinkedWindows, { delay }: LinkedWatermark): readonly string[] {
  const start = 10 * hour;
  const end = start + (cut.kind === "session" ? 0 : cut.size.milliseconds);
  const isOfDoubles = aggregates.some(({ name, expression }) =>
    additive(expression.node, name)?.parts.some(
      ({ call, combine }) => combine === "sum" && call.type.kind === "double",
    ),
  );
  return [
    `${clock(start)}–${clock(end)} is there from its first row on; what comes once event time has passed ${clock(end + delay.milliseconds)} is late and corrects it`,
    "what a window holds depends neither on the order in which rows come nor on how input is cut into batches",
    ...(isOfDoubles ? ["but sums of doubles, and means of them, may differ in their last digits"] : []),
  ];
}

function replacements({ table }: LinkedTable, isOfFlow: boolean): readonly string[] {
  const [first] = computed(table, isOfFlow || table.engine === "data-flow");
  return table.engine === "data-flow"
    ? [first, "of the last reading that is whole; which one that was stands in the control table"]
    : [
        first,
        "what it holds is of one version of each table, which the record of batches names; a replayed batch changes nothing",
      ];
}

function computed(table: LinkedTable["table"], isOfFlow: boolean): readonly [string] {
  const read = [...new Set([...table.inputs, ...table.joins.map((join) => join.table)].map(({ name }) => name))];
  const what =
    read.length === 1 ? `all of ${read.join("")}` : `all of ${read.slice(0, -1).join(", ")} and ${read.at(-1)}`;
  const whenever = isOfFlow ? "in each run in which" : "whenever";
  const when = read.length === 1 ? `${whenever} that has changed` : `${whenever} one of them has changed`;
  return [`computed anew from ${what}, ${when}, and swapped in one commit: a reader sees the table before or after it`];
}

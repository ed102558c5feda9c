import { printIdentifier } from "../../compiler/expression/print/identifier.js";
import { printSpark } from "../../compiler/expression/print-spark.js";
import type { ColumnIr, WindowIr } from "../../compiler/ir/clauses.js";
import { allTablesRead, repeated } from "../../compiler/ir/inputs.js";
import type { WindowsQuery } from "../../compiler/ir/query.js";
import { column, type Spelled } from "./columns.js";
import { closing, queryNotebook } from "./frame.js";
import { inputSteps } from "./input.js";
import type { Notebook } from "./notebook.js";
import { argument, call, lakePath, lines, literal, type Python, rendered } from "./python.js";
import { renderWindows } from "./templates.generated.js";

/** Windows over event time, in Spark's own state: a window appears once the watermark has passed its end. */
export function windowsNotebook(query: WindowsQuery, path: string): Notebook {
  const { input, columns, watermark, window, groupBy, aggregates, output } = query;
  const reads = allTablesRead(query).map(({ reference }) => reference);
  const watermarkOn = (name: string): Python =>
    rendered(`.withWatermark(${literal(name)}, ${literal(watermark.delay)})`);
  const isOfSeveral = input.kind === "union";
  // Each of several inputs has its own, so that the slowest decides:
  // https://spark.apache.org/docs/latest/structured-streaming-programming-guide.html#policy-for-handling-multiple-watermarks
  const steps = inputSteps(input, isOfSeveral ? watermarkOn(repeated(columns, watermark.column)) : undefined);
  const writes = [output.reference];
  const result = [
    "_window.start AS window_start",
    "_window.end AS window_end",
    ...output.columns.slice(2).map(({ name }) => printIdentifier(name)),
    "_rows",
  ];
  return queryNotebook(query, path, { reads, writes }, [
    ...steps.cells,
    {
      kind: "code",
      title: "Windows: what the input accepted is never late here (same delay, whole commits)",
      code: rendered(
        renderWindows({
          input: steps.name,
          select: columns && rendered(columns.map(column).join(", ")),
          watermark: isOfSeveral ? undefined : watermarkOn(watermark.column),
          groups: rendered([grouping(window), ...groupBy.map(literal)].join(", ")),
          aggregates: lines(inStateOrder(aggregates).map(aggregate), "        "),
          result: rendered(result.map(literal).join(", ")),
        }),
      ),
    },
    closing(
      query,
      "Each batch: the windows that it closed, appended once",
      "write_windows",
      [argument("table", lakePath(output.path))],
      "windows",
    ),
  ]);
}

/** Spark's state knows aggregates by their position alone: in whatever order they are written, they keep it. */
const inStateOrder = (aggregates: readonly ColumnIr[]): readonly ColumnIr[] =>
  [...aggregates].sort((a, b) => (a.name < b.name ? -1 : 1));

/** `F.expr("max(x)").alias("top")` */
export const aggregate = ({ name, expression }: Spelled): Python =>
  rendered(`${call("F.expr", [literal(printSpark(expression))])}.alias(${literal(name)})`);

/** https://spark.apache.org/docs/latest/structured-streaming-programming-guide.html#types-of-time-windows */
function grouping(window: WindowIr): Python {
  if (window.kind === "session")
    return rendered(`${call("F.session_window", [literal(window.column), literal(window.gap)])}.alias("_window")`);
  return rendered(`${cutting(window)}.alias("_window")`);
}

/** `F.window("at", "1 hour", "15 minutes")` */
export function cutting(window: Exclude<WindowIr, { readonly kind: "session" }>): Python {
  const offset = window.offset === undefined ? [] : [literal(window.offset)];
  const isPlain = window.kind === "tumbling" && window.offset === undefined;
  const lengths = [literal(window.size), ...(isPlain ? [] : [literal(hopOf(window)), ...offset])];
  return call("F.window", [literal(window.column), ...lengths]);
}

/** How far apart windows begin. */
export const hopOf = (window: Exclude<WindowIr, { readonly kind: "session" }>): string =>
  window.kind === "hopping" ? window.hop : window.size;

import { printIdentifier } from "../../compiler/expression/print/identifier.js";
import type { CorrectedIr, PartIr } from "../../compiler/ir/clauses.js";
import { allTablesRead } from "../../compiler/ir/inputs.js";
import type { WindowsQuery } from "../../compiler/ir/query.js";
import { column, selected } from "./columns.js";
import { closing, queryNotebook } from "./frame.js";
import { inputSteps } from "./input.js";
import type { Notebook } from "./notebook.js";
import { argument, lakePath, lines, literal, literals, rendered } from "./python.js";
import { renderCorrectedWindows } from "./templates.generated.js";
import { aggregate, cutting, hopOf } from "./windows.js";

/** Windows over event time to which each batch adds its rows, in the table itself: Spark keeps no state. */
export function correctedNotebook(query: WindowsQuery, corrected: CorrectedIr, path: string): Notebook {
  const { input, columns, window, groupBy, output } = query;
  if (window.kind === "session") throw new Error(`${query.id}: sessions are not added to`);
  const reads = allTablesRead(query).map(({ reference }) => reference);
  const steps = inputSteps(input);
  const keys = ["window_start", "window_end", ...groupBy];
  return queryNotebook(query, path, { reads, writes: [output.reference] }, [
    ...steps.cells,
    {
      kind: "code",
      title: "Windows: what each batch adds to them, in parts",
      code: rendered(
        renderCorrectedWindows({
          input: steps.name,
          select: columns && rendered(columns.map(column).join(", ")),
          window: cutting(window),
          keys: rendered(["_window", ...groupBy].map(literal).join(", ")),
          parts: lines(corrected.parts.map(partOfRows), "            "),
          once: literal(`count_if(${printIdentifier(window.column)} < _window.start + INTERVAL ${hopOf(window)})`),
        }),
      ),
    },
    closing(
      query,
      "Each batch: what it adds, merged into the windows that there are, once",
      "write_corrected",
      [
        argument("table", lakePath(output.path)),
        argument("added", rendered("added")),
        argument("keys", literals(keys)),
        argument("combined", literals(corrected.parts.map(combined))),
        argument("results", literals(corrected.results.map(selected))),
      ],
      "rows",
    ),
  ]);
}

const partOfRows = ({ name, of }: PartIr) => aggregate({ name, expression: of });

/** Of a sum of decimals there are as many digits as there can be, so all parts keep their types. */
function combined({ name, of: { type }, combine }: PartIr): string {
  const part = printIdentifier(name);
  return `${combine === "sum" && type.kind !== "double" ? "try_sum" : combine}(${part}) AS ${part}`;
}

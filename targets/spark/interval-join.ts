import { equalities } from "../../compiler/expression/equalities.js";
import { printSpark } from "../../compiler/expression/print-spark.js";
import type { EventTimeIr, JoinIr } from "../../compiler/ir/clauses.js";
import { allTablesRead } from "../../compiler/ir/inputs.js";
import type { IntervalJoinQuery } from "../../compiler/ir/query.js";
import { selectColumns } from "./columns.js";
import { closing, queryNotebook } from "./frame.js";
import { inputSteps, stream } from "./input.js";
import { condition, joinedColumn } from "./joins.js";
import type { Cell, Notebook } from "./notebook.js";
import {
  argument,
  assign,
  call,
  calls,
  identifier,
  lakePath,
  literal,
  literals,
  type Python,
  rendered,
} from "./python.js";

/**
 * Rows of two streams in pairs, in Spark's own state.
 * https://spark.apache.org/docs/latest/structured-streaming-programming-guide.html#stream-stream-joins
 */
export function intervalJoinNotebook(query: IntervalJoinQuery, path: string): Notebook {
  const { input, columns, join, kept, output } = query;
  const reads = allTablesRead(query).map(({ reference }) => reference);
  const writes = [output.reference];
  const steps = inputSteps(input);
  const other = rendered(`${stream(join.table)}.select(${kept.map(literal).join(", ")})`);
  return queryNotebook(query, path, { reads, writes }, [
    ...steps.cells,
    {
      kind: "code",
      title: "Columns",
      code: selectColumns(identifier("rows"), steps.name, columns, []),
    },
    { kind: "code", title: `The other stream: ${join.table.reference}`, code: assign("others", other) },
    pairsCell(query),
    closing(
      query,
      "Each batch: the pairs that it made, and what can have no match any more, appended once",
      "write_pairs",
      [argument("table", lakePath(output.path))],
      "pairs",
    ),
  ]);
}

function pairsCell({ join, own, other, bounds }: IntervalJoinQuery): Cell {
  const { name, how, columns } = join;
  return {
    kind: "code",
    title: "Pairs: what both inputs accepted is never late here (same delays, whole commits, the slower one decides)",
    code: assign(
      "pairs",
      calls("paired", [
        side("rows", "_own", own),
        side("others", name, other),
        argument("name", literal(name)),
        argument("on", literal(condition(join.on))),
        argument("keys", literals(keys(join))),
        argument("before", literal(bounds.before)),
        argument("after", literal(bounds.after)),
        argument("how", literal(how)),
        argument("columns", literals(columns.map((one) => joinedColumn(name, one)))),
      ]),
    ),
  };
}

const side = (rows: string, name: string, { column: time, delay }: EventTimeIr): Python =>
  call("side", [identifier(rows), literal(name), literal(time), literal(delay)]);

/** `payments.order_id`: what of the other stream is compared for equality. */
const keys = ({ on }: JoinIr): readonly string[] =>
  on.flatMap((one) => equalities([one]).map(({ other }) => printSpark({ node: other, origin: one.origin })));

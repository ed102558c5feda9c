import { printIdentifier } from "../../compiler/expression/print/identifier.js";
import { printSpark } from "../../compiler/expression/print-spark.js";
import type { ColumnIr } from "../../compiler/ir/clauses.js";
import { lines, literal, type Python, rendered } from "./python.js";
import { type Beside, carried } from "./steps.js";
import { renderColumns } from "./templates.generated.js";

/** `name = input.selectExpr(…)`: the columns and what each row carries beside them. */
export const selectColumns = (
  name: Python,
  input: Python,
  columns: readonly ColumnIr[],
  beside: readonly Beside[],
): Python =>
  rendered(renderColumns({ name, input, columns: lines([...columns.map(column), ...beside.map(carried)], "    ") }));

/** A name, and what of an expression is printed. */
export interface Spelled {
  readonly name: string;
  readonly expression: Pick<ColumnIr["expression"], "node" | "origin">;
}

/** `temperature`, or `try_cast(x as double) AS temperature`. */
export const column = (made: ColumnIr): Python => literal(selected(made));

export function selected({ name, expression }: Spelled): string {
  const text = printSpark(expression);
  const quoted = printIdentifier(name);
  return text === quoted ? text : `${text} AS ${quoted}`;
}

import { printSpark } from "../../compiler/expression/print-spark.js";
import type { ExplodeIr } from "../../compiler/ir/clauses.js";
import type { Cell } from "./notebook.js";
import { argument, assign, call, identifier, literal, type Python } from "./python.js";

export const explodeCell = (explode: ExplodeIr, input: Python): Cell => ({
  kind: "code",
  title: `Explode: a row for each ${explode.name}`,
  code: assign("elements", exploded(explode, input)),
});

/** Takes an array apart: each element in a row of its own. */
export function exploded({ name, array, isOuter }: ExplodeIr, input: Python): Python {
  const given = [input, literal(name), literal(printSpark(array))];
  const outer = isOuter ? [argument("outer", identifier("True"))] : [];
  return call("exploded", [...given, ...outer]);
}

import { additive } from "../expression/additive.js";
import type { Field } from "../expression/type.js";
import { isCorrected } from "../model/corrected.js";
import type { LinkedTable } from "../model/linked.js";
import type { CorrectedIr } from "./clauses.js";

/** What is kept of each window that late rows are added to; undefined of a table in which none are. */
export function correctedOf(linked: LinkedTable): CorrectedIr | undefined {
  if (linked.windows === undefined || !isCorrected(linked)) return undefined;
  const made = inOrder(linked.windows.aggregates).map(({ name, expression }) => {
    const parts = additive(expression.node, `_${name}`); // a column of the group may be named like any part without '_'
    if (parts === undefined) throw new Error(`'${name}' cannot be added to`);
    return { name, expression, ...parts };
  });
  return {
    parts: made.flatMap(({ parts, expression: { origin } }) =>
      parts.map(({ name, call, combine }) => ({ name, of: { node: call, origin, type: call.type }, combine })),
    ),
    results: made.map(({ name, expression: { origin }, result }) => ({ name, expression: { node: result, origin } })),
  };
}

/** The column that holds the parts of each window. */
export const partsColumn = ({ parts }: CorrectedIr): Field => ({
  name: "_parts",
  type: { kind: "struct", fields: parts.map(({ name, of }) => ({ name, type: of.type, nullable: true })) },
  nullable: false,
});

/** In whatever order aggregates are written, what is kept of them is the same. */
const inOrder = <One extends { readonly name: string }>(aggregates: readonly One[]): readonly One[] =>
  [...aggregates].sort((a, b) => (a.name < b.name ? -1 : 1));

import type { TypedNode } from "./expression.js";
import { children } from "./facts.js";

/**
 * The equalities and lists (`in`) of which one, or some, hold in a row for which the condition is true: of a row that is known to be kept,
 * one side of them tells the other. What stands in something else than `and`, `or`, `not` and `is true` is taken for one that may hold.
 */
export function heldEqual(node: TypedNode, isTrue = true): readonly TypedNode[] {
  const both = (nodes: readonly TypedNode[]) =>
    nodes.flatMap((one) => [...heldEqual(one, true), ...heldEqual(one, false)]);
  switch (node.kind) {
    case "binary":
      if (node.operator === "and" || node.operator === "or")
        return [...heldEqual(node.left, isTrue), ...heldEqual(node.right, isTrue)];
      if ((isTrue ? equals : differs).has(node.operator)) return [node];
      return both(children(node));
    case "in":
      return node.negated === isTrue ? both(children(node)) : [node];
    case "unary":
      return node.operator === "not" ? heldEqual(node.operand, !isTrue) : [];
    case "is":
      if (node.test === "null") return both([node.operand]);
      return heldEqual(node.operand, isTrue === (node.negated ? node.test === "false" : node.test === "true"));
    default:
      return both(children(node));
  }
}

const equals: ReadonlySet<string> = new Set(["=", "<=>"]);
const differs: ReadonlySet<string> = new Set(["<>"]);

/** What holds wherever all of a condition does, part by part. */
export const conjuncts = (node: TypedNode): readonly TypedNode[] =>
  node.kind === "binary" && node.operator === "and" ? [...conjuncts(node.left), ...conjuncts(node.right)] : [node];

/** The columns that a value is made of. */
export const columnsIn = (node: TypedNode): readonly Extract<TypedNode, { readonly kind: "column" }>[] =>
  node.kind === "column" ? [node] : children(node).flatMap(columnsIn);

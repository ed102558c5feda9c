import type { CallNode, TypedNode } from "./typed-node.js";

/** The tree with each outermost aggregate in it exchanged for what `exchange` makes of it. */
export function withAggregates(node: TypedNode, exchange: (call: CallNode) => TypedNode): TypedNode {
  const inside = (part: TypedNode): TypedNode => withAggregates(part, exchange);
  switch (node.kind) {
    case "literal":
    case "column":
    case "variable":
      return node;
    case "field":
      return { ...node, target: inside(node.target) };
    case "index":
      return { ...node, target: inside(node.target), index: inside(node.index) };
    case "unary":
    case "is":
    case "cast":
      return { ...node, operand: inside(node.operand) };
    case "binary":
      return { ...node, left: inside(node.left), right: inside(node.right) };
    case "between":
      return { ...node, operand: inside(node.operand), low: inside(node.low), high: inside(node.high) };
    case "in":
      return { ...node, operand: inside(node.operand), items: node.items.map(inside) };
    case "like":
      return { ...node, operand: inside(node.operand), pattern: inside(node.pattern) };
    case "case":
      return {
        ...node,
        operand: node.operand && inside(node.operand),
        branches: node.branches.map(({ when, result }) => ({ when: inside(when), result: inside(result) })),
        otherwise: node.otherwise && inside(node.otherwise),
      };
    case "lambda":
      return { ...node, body: inside(node.body) };
    case "call":
      return node.function.aggregate === true
        ? exchange(node)
        : { ...node, arguments: node.arguments.map(inside), filter: node.filter && inside(node.filter) };
  }
}

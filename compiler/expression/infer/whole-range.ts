import type { TypedNode } from "../typed-node.js";

/** The least and the greatest value that a whole number can have. */
export interface WholeRange {
  readonly least: bigint;
  readonly most: bigint;
}

const INT: WholeRange = { least: -(2n ** 31n), most: 2n ** 31n - 1n };
const BIGINT: WholeRange = { least: -(2n ** 63n), most: 2n ** 63n - 1n };

/**
 * What is known of a whole number before it runs. Arithmetic that cannot leave its type is then printed plainly: with
 * literals, on functions such as `hour`, and on ints that were cast to bigint.
 */
export function rangeOf(node: TypedNode): WholeRange {
  const ofType = node.type.kind === "int" ? INT : BIGINT;
  switch (node.kind) {
    case "literal":
      return node.value.kind === "int" || node.value.kind === "bigint"
        ? { least: BigInt(node.value.value), most: BigInt(node.value.value) }
        : ofType;
    case "call": {
      const { range } = node.function;
      return range === undefined ? ofType : { least: BigInt(range[0]), most: BigInt(range[1]) };
    }
    case "cast":
      return node.operand.type.kind === "int" ? rangeOf(node.operand) : ofType;
    case "unary":
      return within(ofType, node.operator === "-" ? negated(rangeOf(node.operand)) : ofType) ?? ofType;
    case "binary":
      return (
        (node.operator === "+" || node.operator === "-" || node.operator === "*"
          ? within(ofType, arithmeticRange(node.operator, node.left, node.right))
          : undefined) ?? ofType
      );
    default:
      return ofType;
  }
}

/** Whether whole-number arithmetic can leave its type. */
export function overflows(operator: "+" | "-" | "*", left: TypedNode, right: TypedNode): boolean {
  const type = left.type.kind === "bigint" || right.type.kind === "bigint" ? BIGINT : INT;
  return within(type, arithmeticRange(operator, left, right)) === undefined;
}

/** Whether `-x` can leave its type: only the least number of all has no opposite. */
export const negationOverflows = (operand: TypedNode): boolean =>
  within(operand.type.kind === "int" ? INT : BIGINT, negated(rangeOf(operand))) === undefined;

const negated = ({ least, most }: WholeRange): WholeRange => ({ least: -most, most: -least });

const within = (outer: WholeRange, inner: WholeRange): WholeRange | undefined =>
  inner.least >= outer.least && inner.most <= outer.most ? inner : undefined;

function arithmeticRange(operator: "+" | "-" | "*", left: TypedNode, right: TypedNode): WholeRange {
  const [a, b] = [rangeOf(left), rangeOf(right)];
  if (operator === "+") return { least: a.least + b.least, most: a.most + b.most };
  if (operator === "-") return { least: a.least - b.most, most: a.most - b.least };
  const corners = [a.least * b.least, a.least * b.most, a.most * b.least, a.most * b.most];
  return { least: corners.reduce((x, y) => (y < x ? y : x)), most: corners.reduce((x, y) => (y > x ? y : x)) };
}

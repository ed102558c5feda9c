import { sameType } from "../type.js";
import type { TypedNode } from "../typed-node.js";
import { commonType, isNumeric, isOrderable } from "./common-type.js";
import { digitsOf, widerDecimal } from "./decimal.js";

/** Whether two values can be compared so that the answer is the same under every setting. */
export function comparable(left: TypedNode, right: TypedNode): boolean {
  const [a, b] = [left.type, right.type];
  if (a.kind === "decimal" || b.kind === "decimal") {
    if (!isNumeric(a) || !isNumeric(b)) return a.kind === "null" || b.kind === "null";
    if (a.kind === "double" || b.kind === "double") return true;
    const [digitsA, digitsB] = [digitsOf(a, wholeLiteral(left)), digitsOf(b, wholeLiteral(right))];
    return digitsA !== undefined && digitsB !== undefined && widerDecimal(digitsA, digitsB) !== undefined;
  }
  if (a.kind === "array" || a.kind === "struct") return sameType(a, b) && isOrderable(a); // Spark widens no elements here
  const common = commonType(a, b);
  return common !== undefined && isOrderable(common);
}

/** The number, if it is written out: beside a decimal Spark counts its own digits and not its type's. */
export const wholeLiteral = (node: TypedNode): number | bigint | undefined =>
  node.kind === "literal" && (node.value.kind === "int" || node.value.kind === "bigint") ? node.value.value : undefined;

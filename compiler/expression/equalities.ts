import type { Expression, TypedNode } from "./expression.js";
import { children } from "./facts.js";
import { commonType } from "./infer/common-type.js";
import { type DataType, sameType } from "./type.js";

/** `own = other`: a value of the table's own columns, and one of a joined table's. */
export interface Equality {
  readonly own: TypedNode;
  readonly other: TypedNode;
}

/** The equalities between the two sides of a join that hold wherever all the conditions do. A null is equal to nothing. */
export const equalities = (conditions: readonly Expression[]): readonly Equality[] =>
  conditions.flatMap(({ node }) => inside(node));

function inside(node: TypedNode): readonly Equality[] {
  if (node.kind !== "binary") return [];
  if (node.operator === "and") return [...inside(node.left), ...inside(node.right)];
  if (node.operator !== "=") return [];
  const { left, right } = node;
  const [a, b] = [sideOf(left), sideOf(right)];
  if (a === "own" && b === "other") return [{ own: left, other: right }];
  return a === "other" && b === "own" ? [{ own: right, other: left }] : [];
}

/** Whose columns a value is made of: one side's, both sides', or nobody's. */
function sideOf(node: TypedNode): "own" | "other" | "both" | "none" {
  if (node.kind === "column") return node.relation === undefined ? "own" : "other";
  const sides = new Set(children(node).map(sideOf));
  sides.delete("none");
  if (sides.size > 1) return "both";
  return [...sides][0] ?? "none";
}

/** Whether at most one row of the joined table can match: each column of its key is equal to one value. */
export const matchesOne = (conditions: readonly Expression[], key: readonly string[]): boolean =>
  key.every((column) =>
    equalities(conditions).some(
      ({ own, other }) => other.kind === "column" && other.name === column && keepsApart(other.type, own.type),
    ),
  );

/** Whether different values of a type stay different where they are compared with another: a double holds no large integer. */
function keepsApart(type: DataType, comparedWith: DataType): boolean {
  const common = commonType(type, comparedWith);
  return common !== undefined && (common.kind !== "double" || type.kind === "int" || sameType(common, type));
}

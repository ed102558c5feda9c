import type { Expression, TypedNode } from "../../../compiler/expression/expression.js";
import { children } from "../../../compiler/expression/facts.js";

/**
 * Why we know of a value that it cannot be null where Spark's analyzer does not; undefined if there is no such reason.
 * The values themselves are compared in every case.
 */
export function surerThanSpark({ node }: Expression): string | undefined {
  return reasonAt(node) ?? undefined;
}

function reasonAt(node: TypedNode): string | undefined {
  if (node.kind === "call" && (node.function.name === "array_compact" || node.function.name === "map_keys")) {
    return "array_compact removes nulls and a map has no null key, but Spark keeps the type of the argument";
  }
  const parts = children(node);
  const operates = node.kind === "binary" || node.kind === "between" || node.kind === "in" || node.kind === "case";
  if (operates && parts.some(({ type }) => type.kind === "decimal")) {
    return "Spark counts arithmetic of decimals, and the cast of a number that is written out beside one, as possibly null, also where the digits are proven to fit";
  }
  return parts.map(reasonAt).find((reason) => reason !== undefined);
}

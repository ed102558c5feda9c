import type { Expression, TypedNode } from "../../../compiler/expression/expression.js";
import { children } from "../../../compiler/expression/facts.js";
import type { SparkLane } from "../../../local/engines/versions.js";

/**
 * Why we know of a value that it cannot be null where Spark's analyzer does not; undefined if there is no such reason.
 * The values themselves are compared in every case.
 */
export function surerThanSpark({ node }: Expression, spark: SparkLane): string | undefined {
  return reasonAt(node, spark) ?? undefined;
}

function reasonAt(node: TypedNode, spark: SparkLane): string | undefined {
  if (spark === "4.0" && node.kind === "call" && node.function.name === "array_append")
    return "Spark 4.0 says of every array to which something was appended that it may hold nulls";
  if (node.kind === "call" && (node.function.name === "array_compact" || node.function.name === "map_keys")) {
    return "array_compact removes nulls and a map has no null key, but Spark keeps the type of the argument";
  }
  if (node.kind === "call" && node.function.keyed)
    return "Spark knows of no function of Python that what it gives is never null";
  const parts = children(node);
  const operates = node.kind === "binary" || node.kind === "between" || node.kind === "in" || node.kind === "case";
  if (operates && parts.some(({ type }) => type.kind === "decimal")) {
    return "Spark counts arithmetic of decimals, and the cast of a number that is written out beside one, as possibly null, also where the digits are proven to fit";
  }
  return parts.map((part) => reasonAt(part, spark)).find((reason) => reason !== undefined);
}

import type { Expression } from "../expression.js";
import { children } from "../facts.js";
import { keyOf } from "../keyed.js";
import type { TypedNode } from "../typed-node.js";
import { evaluatorOf } from "./catalogue.js";
import type { Keys } from "./evaluator.js";
import { patternRefused } from "./pattern-refused.js";
import { prepare } from "./prepare.js";
import type { Row, Value } from "./value.js";

/** What is not in rows: the texts of the secrets that `keyed_hash` takes, by the names of the keys. */
export interface Outside {
  readonly keys?: Keys;
}

const NO_KEYS: Keys = new Map();

/**
 * The value of an expression in a row: what docs/functions.md says, which is what Spark computes of the expression as it is spelled
 * for it, under every setting. Throws where `canEvaluate` says that it cannot.
 */
export const evaluate = ({ node }: Expression, row: Row, { keys = NO_KEYS }: Outside = {}): Value =>
  prepare(node, keys)({ row, rows: [row], variables: new Map() });

/** The value of an expression with aggregates for the rows of a group; what stands outside of them is that of its first row. */
export const evaluateAggregate = (
  { node }: Expression,
  rows: readonly Row[],
  { keys = NO_KEYS }: Outside = {},
): Value => prepare(node, keys)({ row: rows[0] ?? { columns: new Map() }, rows, variables: new Map() });

/** Whether an expression can be computed outside of Spark. */
export const canEvaluate = ({ node }: Expression, { keys = NO_KEYS }: Outside = {}): boolean => isEvaluated(node, keys);

function isEvaluated(node: TypedNode, keys: Keys): boolean {
  if (node.kind === "like" && node.operator === "rlike" && patternRefused(node.pattern) !== undefined) return false;
  if (node.kind === "call") {
    const evaluator = evaluatorOf(node.function.name);
    const key = keyOf(node);
    if (evaluator === undefined || evaluator.kind === "none" || (key !== undefined && !keys.has(key))) return false;
    if (evaluator.kind === "row" && evaluator.unless?.(node) !== undefined) return false;
  }
  return children(node).every((child) => isEvaluated(child, keys));
}

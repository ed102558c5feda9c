import { literalOf } from "../infer/given-call.js";
import type { CallNode } from "../typed-node.js";

/** Whether an argument is written out, so that what is wrong with it was said before anything runs. */
export function isLiteral(node: CallNode, position: number): boolean {
  const argument = node.arguments[position];
  return argument !== undefined && literalOf(argument) !== undefined;
}

import { callsIn } from "./facts.js";
import { literalOf } from "./infer/given-call.js";
import type { CallNode, TypedNode } from "./typed-node.js";

/** Why an engine without notebooks has no function that takes a key. */
export const keyOfNotebooks = "its key would stand in the text, and only notebooks read secrets.";

/** The name of the key that a call takes; undefined where it takes none. */
export function keyOf({ function: called, arguments: given }: CallNode): string | undefined {
  const last = given.at(-1);
  const key = called.keyed && last && literalOf(last);
  return typeof key === "string" ? key : undefined;
}

/** The calls in an expression that take a key, from the outside in. */
export const keyedCalls = (root: TypedNode): readonly CallNode[] =>
  callsIn(root).filter(({ function: { keyed } }) => keyed);

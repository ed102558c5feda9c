import { literalOf } from "../infer/given-call.js";
import type { TypedNode } from "../typed-node.js";
import { parsePattern } from "./java-pattern.js";

/** Why a pattern that is written out has no counterpart outside of Java, if it has none. */
export function patternRefused(node: TypedNode | undefined): string | undefined {
  const pattern = node && literalOf(node);
  const found = typeof pattern === "string" ? parsePattern(pattern) : undefined;
  return found && "problem" in found ? found.problem : undefined;
}

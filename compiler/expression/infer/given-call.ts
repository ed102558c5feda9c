import type { GivenCall } from "../catalogue/row.js";
import type { Syntax } from "../parse/syntax.js";
import type { TypedNode } from "../typed-node.js";

/** A call as the rules of a catalogue row see it. */
export const givenCall = (nodes: readonly TypedNode[], written: readonly Syntax[]): GivenCall => ({
  types: nodes.map((node) => node.type),
  nullables: nodes.map((node) => node.nullable),
  literals: nodes.map(literalOf),
  names: written.map((syntax) => (syntax.kind === "name" || syntax.kind === "field" ? syntax.name : undefined)),
});

export function literalOf(node: TypedNode): string | number | bigint | boolean | undefined {
  if (node.kind !== "literal") return undefined;
  const { value } = node;
  return value.kind === "null" || value.kind === "interval" ? undefined : value.value;
}

import type { GivenCall } from "../catalogue/row.js";
import type { Syntax } from "../parse/syntax.js";
import type { TypedNode } from "../typed-node.js";

/** A call as the rules of a catalogue row see it. */
export const givenCall = (nodes: readonly TypedNode[], written: readonly Syntax[]): GivenCall => ({
  types: nodes.map((node) => node.type),
  nullables: nodes.map((node) => node.nullable),
  literals: nodes.map(literalOf),
  elements: nodes.map(writtenElements),
  names: written.map((syntax) => (syntax.kind === "name" || syntax.kind === "field" ? syntax.name : undefined)),
});

/** Of an array whose elements are written out, or of a field of these, whether each can be null. */
export function writtenElements(node: TypedNode): readonly boolean[] | undefined {
  if (node.kind === "call" && node.function.name === "array") return node.arguments.map(({ nullable }) => nullable);
  if (node.kind !== "field" || node.target.type.kind !== "array") return undefined;
  const { element } = node.target.type;
  const field = element.kind === "struct" ? element.fields.find(({ name }) => name === node.name) : undefined;
  return field && writtenElements(node.target)?.map((nullable) => nullable || field.nullable);
}

export function literalOf(node: TypedNode): string | number | bigint | boolean | undefined {
  if (node.kind !== "literal") return undefined;
  const { value } = node;
  return value.kind === "null" || value.kind === "interval" ? undefined : value.value;
}

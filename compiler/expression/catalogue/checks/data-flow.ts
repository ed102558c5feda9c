import type { CallNode, TypedNode } from "../../typed-node.js";

/** For which arguments a mapping data flow's function does the same as Spark's: each gives why it does not. */

export const onlyStrings = ({ type, arguments: given }: CallNode): string | undefined =>
  type.kind === "string" && given.length > 1 ? undefined : "in a data flow it joins two strings or more.";

/** Its delimiter is a text, and here it is a pattern: one without signs of a pattern is both. */
export function plainPattern(call: CallNode): string | undefined {
  const pattern = textOf(call.arguments[1]);
  if (call.arguments.length > 2) return "in a data flow it has no limit.";
  return pattern === undefined || pattern === "" || /[\\^$.|?*+()[\]{}]/.test(pattern)
    ? "in a data flow its delimiter is a text, without signs of a pattern."
    : undefined;
}

/** It counts from 1; what it makes of other numbers is not told. */
export function isFrom(call: CallNode): string | undefined {
  const [, start, length] = call.arguments;
  if (call.type.kind !== "string") return "in a data flow it takes strings only.";
  return isAtLeast(start, 1) && (length === undefined || isAtLeast(length, 1))
    ? undefined
    : "in a data flow its start is a number from 1 on and its length one from 1 on, both written out.";
}

/** What it makes of an empty part is not told. */
export function plainPart(call: CallNode): string | undefined {
  const part = textOf(call.arguments[1]);
  return part === undefined || part === ""
    ? "in a data flow the part that is replaced is written out, and not empty."
    : undefined;
}

const textOf = (node: TypedNode | undefined): string | undefined =>
  node?.kind === "literal" && node.value.kind === "string" ? node.value.value : undefined;

const isAtLeast = (node: TypedNode | undefined, least: number): boolean =>
  node?.kind === "literal" && node.value.kind === "int" && node.value.value >= least;

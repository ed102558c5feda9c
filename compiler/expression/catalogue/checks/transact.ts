import type { CallNode } from "../../typed-node.js";

/** For which arguments T-SQL's function does the same as Spark's: each gives why it does not. */

export const onlyTexts = ({ type }: CallNode): string | undefined =>
  type.kind === "string" ? undefined : "in T-SQL only texts are put together.";

export function onlySha256({ arguments: [value, bits] }: CallNode): string | undefined {
  if (value?.type.kind !== "string") return "in T-SQL it takes a text here.";
  return bits?.kind === "literal" && bits.value.kind === "int" && bits.value.value === 256
    ? undefined
    : "in T-SQL it has 256 bits: write sha2(…, 256).";
}

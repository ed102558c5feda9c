import type { DataType } from "../type.js";
import { bytesOf, isWellFormed, textOf } from "./text.js";
import { arrayOf, bytesIn, elementsIn, textIn, type Value } from "./value.js";

/** Texts, bytes or arrays one after another. */
export function concatenated(parts: readonly Value[], type: DataType): Value {
  if (type.kind === "array") return arrayOf(parts.flatMap(elementsIn));
  if (type.kind === "binary") return joinedBytes(parts.map(bytesIn));
  return joinedTexts(parts.map(textIn));
}

/** Bytes that are no characters by themselves can become one together. */
export function joinedTexts(parts: readonly string[]): string {
  const joined = parts.join("");
  return isWellFormed(joined) ? joined : textOf(bytesOf(joined));
}

export function joinedBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

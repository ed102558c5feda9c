import type { Flags } from "./pattern-reader.js";

/** The character itself, wherever it stands. */
const quoted = (character: string): string =>
  /[\^$\\.*+?()[\]{}|/\-&!#%,:;<=>@`~"']/.test(character)
    ? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
    : character;

const otherCase = (character: string): string =>
  /^[a-z]$/.test(character) ? character.toUpperCase() : /^[A-Z]$/.test(character) ? character.toLowerCase() : "";

/** Java's flag i is about the letters of ASCII. */
export const literal = (character: string, flags: Flags): string =>
  flags.i && otherCase(character) !== "" ? `[${character}${otherCase(character)}]` : quoted(character);

/** The same within a class. */
export const both = (character: string, flags: Flags): string =>
  quoted(character) + (flags.i ? otherCase(character) : "");

/** Characters from one to another, by their numbers, within a class. */
export const range = (from: number, to: number): string => `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`;

/** The letters of ASCII among them, in their other case. */
export function rangeOfOtherCase(from: number, to: number): string {
  const shifted = (least: number, most: number, by: number): string =>
    Math.max(from, least) <= Math.min(to, most) ? range(Math.max(from, least) + by, Math.min(to, most) + by) : "";
  return shifted(65, 90, 32) + shifted(97, 122, -32);
}

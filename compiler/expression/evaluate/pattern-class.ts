import { both, range, rangeOfOtherCase } from "./pattern-characters.js";
import { CLASSES, escaped, quotation } from "./pattern-escape.js";
import { property } from "./pattern-property.js";
import { enter, fail, next, noteAsJavas, peek, type Reader, take } from "./pattern-reader.js";

/** `[a-z&&[^aeiou]]`: what stands side by side is joined, and `&&` is between all that stands on its sides. */
export function classOf(reader: Reader): string {
  enter(reader);
  const negated = take(reader, "^");
  const sides: string[][] = [[]];
  for (let isFirst = true; ; isFirst = false) {
    const side = sides.at(-1) ?? [];
    if (peek(reader) === "") fail("has a class that is not closed");
    if (peek(reader) === "]" && !(isFirst && sides.length === 1)) break;
    if (take(reader, "&&")) {
      while (take(reader, "&")); // Java takes more of them for no more
      sides.push([]);
    } else side.push(member(reader));
  }
  next(reader);
  reader.level -= 1;
  if (sides.length === 1) return `[${negated ? "^" : ""}${sides[0]?.join("") ?? ""}]`;
  if (negated) noteAsJavas(reader, "has a class that is negated and cut, in which Java's versions differ");
  if (sides.every((side) => side.length === 0)) fail("has '&&' beside nothing");
  if (sides.some((side) => side.length === 0)) noteAsJavas(reader, "has '&&' beside nothing, which only Java takes");
  return `[${sides.map((side) => `[${side.join("")}]`).join("&&")}]`;
}

function member(reader: Reader): string {
  if (take(reader, "[")) return classOf(reader);
  const first = memberCharacter(reader);
  if ("source" in first) return first.source;
  if (peek(reader) !== "-" || peek(reader, 1) === "]" || peek(reader, 1) === "[")
    return both(first.character, reader.flags);
  next(reader);
  const last = memberCharacter(reader);
  if ("source" in last) return fail("has a range that ends with a class");
  const [from, to] = [first.character.codePointAt(0) ?? 0, last.character.codePointAt(0) ?? 0];
  if (from > to) fail("has a range that ends before it starts");
  return range(from, to) + (reader.flags.i ? rangeOfOtherCase(from, to) : "");
}

function memberCharacter(reader: Reader): { readonly source: string } | { readonly character: string } {
  const character = next(reader);
  if (character !== "\\") return { character };
  const kind = next(reader);
  const known = CLASSES[kind];
  if (known !== undefined) return { source: known };
  if (kind === "p" || kind === "P") return { source: property(reader, kind) };
  if (kind === "Q") {
    noteAsJavas(reader, "has a quotation within a class");
    return { source: quotation(reader) };
  }
  return { character: escaped(reader, kind) };
}

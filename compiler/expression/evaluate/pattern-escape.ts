import {
  ANY,
  BEFORE_LAST_LINE_END,
  END,
  IN_WORD_AFTER,
  IN_WORD_BEFORE,
  NOT_AFTER,
  NOT_BEFORE,
  START,
} from "./pattern-anchors.js";
import { literal } from "./pattern-characters.js";
import { property } from "./pattern-property.js";
import { fail, nameOf, next, noteAsJavas, peek, type Reader, take } from "./pattern-reader.js";

/** What stands behind a backslash, outside of a class. */
export function escapeOf(reader: Reader): string {
  const character = next(reader);
  switch (character) {
    case "b":
      if (take(reader, "{g}")) noteAsJavas(reader, "has \\b{g}, which only Java has");
      return `(?:${IN_WORD_BEFORE}${NOT_AFTER}|${NOT_BEFORE}${IN_WORD_AFTER})`;
    case "B":
      return `(?:${IN_WORD_BEFORE}${IN_WORD_AFTER}|${NOT_BEFORE}${NOT_AFTER})`;
    case "A":
      return START;
    case "z":
      return END;
    case "Z":
      return BEFORE_LAST_LINE_END;
    case "R":
      if (/^[*+?{]$/.test(peek(reader))) noteAsJavas(reader, "repeats \\R, which Java does by another rule");
      return "(?:\\r\\n|[\\n\\v\\f\\r\\u0085\\u2028\\u2029])";
    case "Q":
      return quotation(reader);
    case "k":
      if (!take(reader, "<")) fail("has \\k without the name of a group");
      return repeated(reader, nameOf(reader));
    default:
      if (/^[1-9]$/.test(character)) return repeated(reader, undefined);
      if (/^[GX]$/.test(character)) {
        noteAsJavas(reader, `has '\\${character}', which only Java has`);
        return ANY;
      }
      return (
        CLASSES[character] ??
        (character === "p" || character === "P"
          ? property(reader, character)
          : literal(escaped(reader, character), reader.flags))
      );
  }
}

/** A group that matched nothing matches nothing again in Java, and anything elsewhere. */
function repeated(reader: Reader, name: string | undefined): string {
  noteAsJavas(reader, "repeats what a group matched, which is told by another rule outside of Java");
  if (name !== undefined && !reader.names.has(name)) fail(`repeats a group '${name}', which there is not before it`);
  return ANY;
}

/** The characters up to `\E`, as they are. */
export function quotation(reader: Reader): string {
  let source = "";
  while (peek(reader) !== "" && !take(reader, "\\E")) source += literal(next(reader), reader.flags);
  return source === "" ? "" : source;
}

/** The character that an escape stands for. */
export function escaped(reader: Reader, character: string): string {
  const control = CONTROLS[character];
  if (control !== undefined) return control;
  const rest = reader.characters.slice(reader.at, reader.at + 10).join("");
  const code =
    character === "x"
      ? /^(?:([0-9a-fA-F]{2})|\{([0-9a-fA-F]{1,6})\})/.exec(rest)
      : character === "u"
        ? /^([0-9a-fA-F]{4})/.exec(rest)
        : character === "0"
          ? /^([0-3][0-7]{2}|[0-7]{1,2})/.exec(rest)
          : undefined;
  if (code) {
    reader.at += code[0].length;
    return String.fromCodePoint(Number.parseInt(code[1] ?? code[2] ?? "", character === "0" ? 8 : 16));
  }
  if (character === "c") return String.fromCharCode((next(reader).codePointAt(0) ?? 0) ^ 64);
  if (/^[a-zA-Z0-9]$/.test(character)) {
    if (character !== "N" || !take(reader, "{")) return fail(`has '\\${character}', which Java does not have`);
    noteAsJavas(reader, "has \\N{…}, which only Java has");
    while (next(reader) !== "}");
  }
  return character;
}

/** Characters that a letter behind a backslash stands for, also within a class. */
export const CLASSES: Readonly<Record<string, string | undefined>> = {
  d: "[0-9]",
  D: "[^0-9]",
  w: "[a-zA-Z0-9_]",
  W: "[^a-zA-Z0-9_]",
  s: "[ \\t\\n\\v\\f\\r]",
  S: "[^ \\t\\n\\v\\f\\r]",
  h: "[ \\t\\u00a0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000]",
  H: "[^ \\t\\u00a0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000]",
  v: "[\\n\\v\\f\\r\\u0085\\u2028\\u2029]",
  V: "[^\\n\\v\\f\\r\\u0085\\u2028\\u2029]",
};

const CONTROLS: Readonly<Record<string, string | undefined>> = {
  t: "\t",
  n: "\n",
  r: "\r",
  f: "\f",
  a: "\x07",
  e: "\x1b",
};

import { BEFORE_LAST_LINE_END, LINE_END, LINE_ENDS, LINE_START, START } from "./pattern-anchors.js";
import { literal } from "./pattern-characters.js";
import { classOf } from "./pattern-class.js";
import { escapeOf } from "./pattern-escape.js";
import {
  enter,
  type Flags,
  fail,
  NO_FLAGS,
  nameOf,
  next,
  noteAsJavas,
  peek,
  type Reader,
  Refusal,
  take,
} from "./pattern-reader.js";

/** A pattern of Java in JavaScript's words: its source for the flag `v`, and which group there is each of its own. */
export interface Found {
  readonly source: string;
  readonly groups: readonly number[];
}

/**
 * Reads a regular expression as `java.util.regex.Pattern` does. What only the one or the other engine has is spelled with what both
 * have; what cannot be is a problem. https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/regex/Pattern.html
 */
export function parsePattern(pattern: string): Found | PatternProblem {
  const reader: Reader = {
    characters: [...pattern],
    at: 0,
    flags: NO_FLAGS,
    count: 0,
    level: 0,
    groups: [0],
    names: new Map(),
    javas: undefined,
  };
  const { groups } = reader;
  try {
    const source = alternatives(reader);
    if (reader.at < reader.characters.length) fail("has a bracket that closes none");
    return reader.javas === undefined ? { source, groups } : { problem: reader.javas, isJavas: true, groups };
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.message, isJavas: false, groups };
    throw error;
  }
}

/** Why a pattern cannot be used here. `isJavas`: Java takes it, and nobody else does, or not in the same way. */
export interface PatternProblem {
  readonly problem: string;
  readonly isJavas: boolean;
  /** As `Found` has them, of what was read. */
  readonly groups: readonly number[];
}

function alternatives(reader: Reader): string {
  enter(reader);
  const before = reader.flags;
  const parts = [sequence(reader)];
  while (take(reader, "|")) parts.push(sequence(reader));
  reader.flags = before;
  reader.level -= 1;
  return parts.join("|");
}

function sequence(reader: Reader): string {
  let source = "";
  while (peek(reader) !== "" && peek(reader) !== "|" && peek(reader) !== ")") source += quantified(reader);
  return source;
}

function quantified(reader: Reader): string {
  const skipped = reader.flags.x ? skipComments(reader) : false;
  if (skipped) return "";
  const atom = atomOf(reader);
  if (reader.flags.x) skipComments(reader);
  const quantifier = quantifierOf(reader);
  if (quantifier === "") return atom;
  if (atom === "") fail("has a quantifier after nothing");
  const isPossessive = take(reader, "+");
  const isReluctant = !isPossessive && take(reader, "?");
  if (/^[*+?{]$/.test(peek(reader)))
    fail(
      `has '${peek(reader)}' after '${quantifier}', which would be about nothing (put what is to be repeated in brackets: '(?:a{2}){3}')`,
    );
  if (isPossessive) return possessive(reader, `(?:${atom})${quantifier}`);
  return `(?:${atom})${quantifier}${isReluctant ? "?" : ""}`;
}

/** What is matched as a whole or not at all: looked for ahead, and then taken. */
function possessive(reader: Reader, source: string): string {
  if (/\((?!\?)|\(\?</.test(source.replaceAll(/\\./g, "").replaceAll(/\(\?<[=!]/g, "(?:")))
    noteAsJavas(reader, "has a group within what matches as a whole, which only Java has");
  reader.count += 1;
  return `(?=(?<whole${reader.count}>${source}))\\k<whole${reader.count}>`;
}

function quantifierOf(reader: Reader): string {
  const character = peek(reader);
  if (character === "*" || character === "+" || character === "?") return next(reader);
  if (character !== "{") return "";
  const found = /^\{\d+(?:,\d*)?\}/.exec(reader.characters.slice(reader.at, reader.at + 24).join(""));
  if (found === null) return fail("has '{' where no number of times follows (write '\\{' for the character)");
  reader.at += found[0].length;
  const [least = "0", most] = found[0].slice(1, -1).split(",");
  if (most !== undefined && most !== "" && Number(most) < Number(least))
    fail("has a number of times whose most is less than its least");
  return found[0];
}

function skipComments(reader: Reader): boolean {
  const from = reader.at;
  for (;;) {
    if (/^[ \t\n\v\f\r]$/.test(peek(reader))) reader.at += 1;
    else if (peek(reader) === "#") while (peek(reader) !== "" && peek(reader) !== "\n") reader.at += 1;
    else return reader.at > from;
  }
}

function atomOf(reader: Reader): string {
  const { flags } = reader;
  const character = next(reader);
  switch (character) {
    case "(":
      return groupOf(reader);
    case "[":
      return classOf(reader);
    case ".":
      return flags.s ? "[\\s\\S]" : flags.d ? "[^\\n]" : `[^${LINE_ENDS}]`;
    case "^":
      if (flags.m && flags.d) noteAsJavas(reader, "has lines that end with \\n alone, by its flag d");
      return flags.m ? LINE_START : START;
    case "$":
      if (flags.d) noteAsJavas(reader, "has lines that end with \\n alone, by its flag d");
      return flags.m ? LINE_END : BEFORE_LAST_LINE_END;
    case "*":
    case "+":
    case "?":
      return fail(`has '${character}' after nothing`);
    case "{":
      return fail("has '{' where no number of times can stand (write '\\{' for the character)");
    case "\\":
      return escapeOf(reader);
    default:
      return literal(character, flags);
  }
}

function groupOf(reader: Reader): string {
  if (!take(reader, "?")) return capturing(reader, undefined);
  for (const kind of ["=", "!", "<=", "<!"]) {
    if (take(reader, kind)) return closed(reader, `(?${kind}${alternatives(reader)})`);
  }
  if (take(reader, ":")) return closed(reader, `(?:${alternatives(reader)})`);
  if (take(reader, ">")) return possessive(reader, closed(reader, `(?:${alternatives(reader)})`));
  if (take(reader, "<")) return named(reader);
  return flagged(reader);
}

function closed(reader: Reader, source: string): string {
  if (!take(reader, ")")) fail("has a bracket that is not closed");
  return source;
}

function capturing(reader: Reader, name: string | undefined): string {
  reader.count += 1;
  reader.groups.push(reader.count);
  if (name !== undefined) reader.names.set(name, reader.count);
  return closed(reader, `(${alternatives(reader)})`);
}

function named(reader: Reader): string {
  const name = nameOf(reader);
  if (!/^[a-zA-Z][a-zA-Z0-9]*$/.test(name) || reader.names.has(name))
    fail(`has a group '${name}', which is no name or one that is taken`);
  return capturing(reader, name);
}

/** `(?i)` for what follows, `(?i:…)` for what is in brackets. */
function flagged(reader: Reader): string {
  const { flags } = reader;
  let changed: Flags = flags;
  let value = true;
  for (let letter = next(reader); ; letter = next(reader)) {
    if (letter === "-") value = false;
    else if (letter === "i" || letter === "s" || letter === "m" || letter === "x" || letter === "d")
      changed = { ...changed, [letter]: value };
    else if (letter === ")") {
      reader.flags = changed;
      return "";
    } else if (letter === ":") {
      reader.flags = changed;
      const source = closed(reader, `(?:${alternatives(reader)})`);
      reader.flags = flags;
      return source;
    } else if (letter === "u" || letter === "U" || letter === "c")
      noteAsJavas(reader, `has the flag '${letter}', which only Java has`);
    else fail(`has the flag '${letter}', which there is not`);
  }
}

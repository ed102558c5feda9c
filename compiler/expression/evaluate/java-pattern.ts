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

class Refusal extends Error {}

function fail(problem: string): never {
  throw new Refusal(problem);
}

/** Reads on, to find what Java would not take either. */
function noteAsJavas(reader: Reader, problem: string): void {
  reader.javas ??= problem;
}

interface Flags {
  readonly i: boolean;
  readonly s: boolean;
  readonly m: boolean;
  readonly x: boolean;
  readonly d: boolean;
}

const NO_FLAGS: Flags = { i: false, s: false, m: false, x: false, d: false };

interface Reader {
  readonly characters: readonly string[];
  at: number;
  flags: Flags;
  /** How many groups JavaScript's pattern has so far, and which of them are Java's. */
  count: number;
  /** How many brackets are open. */
  level: number;
  readonly groups: number[];
  readonly names: Map<string, number>;
  /** What only Java has, if there is something. */
  javas: string | undefined;
}

const peek = (reader: Reader, ahead = 0): string => reader.characters[reader.at + ahead] ?? "";

function next(reader: Reader): string {
  const character = peek(reader);
  if (character === "") fail("ends too early");
  reader.at += 1;
  return character;
}

function take(reader: Reader, text: string): boolean {
  const found = [...text].every((character, i) => peek(reader, i) === character);
  if (found) reader.at += [...text].length;
  return found;
}

/** More than any person nests, and fewer than Java or this reader has room for. */
const DEEPEST = 200;

function enter(reader: Reader): void {
  reader.level += 1;
  if (reader.level > DEEPEST) fail(`has more than ${DEEPEST} brackets within each other`);
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

const LINE_ENDS = "\\n\\r\\u0085\\u2028\\u2029";
const START = "^";
const END = "$";
/** At the end, or before the line's end that is the last. */
const BEFORE_LAST_LINE_END = `(?=(?:\\r\\n|(?<!\\r)\\n|[\\r\\u0085\\u2028\\u2029])?${END})`;
const LINE_START = `(?:${START}|(?<=\\n|\\r(?!\\n)|[\\u0085\\u2028\\u2029])(?=[\\s\\S]))`;
const LINE_END = `(?:${END}|(?=\\r\\n|(?<!\\r)\\n|[\\r\\u0085\\u2028\\u2029]))`;

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

function nameOf(reader: Reader): string {
  let name = "";
  while (peek(reader) !== ">") name += next(reader);
  next(reader);
  return name;
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

const quoted = (character: string): string =>
  /[\^$\\.*+?()[\]{}|/\-&!#%,:;<=>@`~"']/.test(character)
    ? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
    : character;

const otherCase = (character: string): string =>
  /^[a-z]$/.test(character) ? character.toUpperCase() : /^[A-Z]$/.test(character) ? character.toLowerCase() : "";

/** Java's flag i is about the letters of ASCII. */
const literal = (character: string, flags: Flags): string =>
  flags.i && otherCase(character) !== "" ? `[${character}${otherCase(character)}]` : quoted(character);

const CLASSES: Readonly<Record<string, string | undefined>> = {
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

/** A letter, a digit or `_`, and the marks on it: what Java before 19 takes for part of a word. */
const WORD = "[\\p{L}\\p{Nd}_]";
const IN_WORD_BEFORE = `(?<=${WORD}\\p{Mn}*)`;
const IN_WORD_AFTER = `(?:(?=${WORD})|(?<=${WORD}\\p{Mn}*)(?=\\p{Mn}))`;
const NOT_BEFORE = `(?<!${WORD}\\p{Mn}*)`;
const NOT_AFTER = `(?!${WORD}|(?<=${WORD}\\p{Mn}*)\\p{Mn})`;

function escapeOf(reader: Reader): string {
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

/** Stands where only Java has something, that is to be read on behind. */
const ANY = "(?:)";

/** A group that matched nothing matches nothing again in Java, and anything elsewhere. */
function repeated(reader: Reader, name: string | undefined): string {
  noteAsJavas(reader, "repeats what a group matched, which is told by another rule outside of Java");
  if (name !== undefined && !reader.names.has(name)) fail(`repeats a group '${name}', which there is not before it`);
  return ANY;
}

function quotation(reader: Reader): string {
  let source = "";
  while (peek(reader) !== "" && !take(reader, "\\E")) source += literal(next(reader), reader.flags);
  return source === "" ? "" : source;
}

/** The character that an escape stands for. */
function escaped(reader: Reader, character: string): string {
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

const PROPERTIES: Readonly<Record<string, string | undefined>> = {
  Lower: "[a-z]",
  Upper: "[A-Z]",
  ASCII: "[\\u{0}-\\u{7f}]",
  Alpha: "[a-zA-Z]",
  Digit: "[0-9]",
  Alnum: "[a-zA-Z0-9]",
  Punct: "[\\u{21}-\\u{2f}\\u{3a}-\\u{40}\\u{5b}-\\u{60}\\u{7b}-\\u{7e}]",
  Graph: "[\\u{21}-\\u{7e}]",
  Print: "[\\u{20}-\\u{7e}]",
  Blank: "[ \\t]",
  Cntrl: "[\\u{0}-\\u{1f}\\u{7f}]",
  XDigit: "[0-9a-fA-F]",
  Space: "[ \\t\\n\\v\\f\\r]",
  IsAlphabetic: "\\p{Alphabetic}",
  IsLetter: "\\p{L}",
  IsDigit: "\\p{Nd}",
  IsLowercase: "\\p{Lowercase}",
  IsUppercase: "\\p{Uppercase}",
  IsWhite_Space: "\\p{White_Space}",
  IsLatin: "\\p{Script=Latin}",
  IsGreek: "\\p{Script=Greek}",
  IsCyrillic: "\\p{Script=Cyrillic}",
  IsHan: "\\p{Script=Han}",
};

function property(reader: Reader, kind: "p" | "P"): string {
  let name = next(reader);
  if (name === "{") {
    name = "";
    while (peek(reader) !== "}") name += next(reader);
    next(reader);
  }
  if (reader.flags.i) noteAsJavas(reader, "has a property with the flag i");
  const category = /^(?:Is|general_category=|gc=)?([LMNPSZC][a-z]?)$/.exec(name)?.[1];
  const known =
    PROPERTIES[name] ?? (category !== undefined && CATEGORIES.has(category) ? `\\p{${category}}` : undefined);
  if (known === undefined) {
    const isNone = !/^(?:Is|In|java|L1$|LC$|LD$|all$|(?:script|sc|block|blk|general_category|gc)=)/.test(name);
    if (isNone) fail(`has the property '${name}', which there is not`);
    noteAsJavas(reader, `has the property '${name}', which is not known outside of Java, or nowhere`);
    return ANY;
  }
  return kind === "p" ? known : `[^${known}]`;
}

const CATEGORIES: ReadonlySet<string> = new Set(
  "L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So Z Zs Zl Zp C Cc Cf Co Cn Cs".split(" "),
);

/** `[a-z&&[^aeiou]]`: what stands side by side is joined, and `&&` is between all that stands on its sides. */
function classOf(reader: Reader): string {
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

const both = (character: string, flags: Flags): string => quoted(character) + (flags.i ? otherCase(character) : "");

const range = (from: number, to: number): string => `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`;

function rangeOfOtherCase(from: number, to: number): string {
  const shifted = (least: number, most: number, by: number): string =>
    Math.max(from, least) <= Math.min(to, most) ? range(Math.max(from, least) + by, Math.min(to, most) + by) : "";
  return shifted(65, 90, 32) + shifted(97, 122, -32);
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

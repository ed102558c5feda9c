import { type Found, parsePattern } from "./java-pattern.js";

/**
 * A regular expression of Java, over JavaScript's. A match of nothing within a character beyond U+FFFF, which Java finds and which
 * halves the character, is none here.
 */
export interface JavaPattern {
  /** The matches, from the first on; each has the text of its groups, of which the first is the whole match. */
  readonly all: (text: string) => Iterable<Match>;
  readonly first: (text: string) => Match | undefined;
  readonly test: (text: string) => boolean;
}

export interface Match {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly (string | undefined)[];
}

export function javaPattern(pattern: string): JavaPattern {
  const found = parsePattern(pattern);
  if ("problem" in found) throw new Error(`${pattern}: ${found.problem}`);
  const { source, groups } = found satisfies Found;
  const expression = new RegExp(source, "gv");
  const matchOf = (match: RegExpExecArray): Match => ({
    start: match.index,
    end: match.index + match[0].length,
    groups: groups.map((group) => match[group]),
  });
  function* all(text: string): Iterable<Match> {
    for (const match of text.matchAll(expression)) yield matchOf(match);
  }
  const first = (text: string): Match | undefined => {
    for (const match of all(text)) return match;
    return undefined;
  };
  return { all, first, test: (text) => first(text) !== undefined };
}

/** The parts of a text between matches, as Java's `String.split` gives them with a limit; -1 keeps all. */
export function splitBy(text: string, pattern: JavaPattern, limit: number): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of pattern.all(text)) {
    if (limit > 0 && parts.length === limit - 1) break;
    if (end === 0) continue; // no empty part before a match of nothing at the start
    parts.push(text.slice(from, start));
    from = end;
  }
  return [...parts, text.slice(from)];
}

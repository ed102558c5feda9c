import { type Found, parsePattern } from "./java-pattern.js";

/**
 * A regular expression of Java, over JavaScript's. After a match of nothing Java goes on within a character beyond U+FFFF, which it
 * halves; so it does here, but by a pattern that looks at what is beside its match.
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
  const [expression, here] = [new RegExp(source, "gv"), new RegExp(source, "yv")];
  const looksAround = /[\^$]|\\[bB]|\(\?<?[=!]/.test(source.replaceAll("[^", "["));
  const matchOf = (match: RegExpExecArray, from = 0): Match => ({
    start: from + match.index,
    end: from + match.index + match[0].length,
    groups: groups.map((group) => match[group]),
  });
  function* all(text: string): Iterable<Match> {
    let at = 0;
    while (at <= text.length) {
      const half = !looksAround && isWithinCharacter(text, at) ? text.slice(at) : undefined;
      expression.lastIndex = at;
      here.lastIndex = 0;
      const found = half === undefined ? expression.exec(text) : here.exec(half);
      if (found === null && half === undefined) return;
      if (found === null) at += 1;
      else {
        const match = matchOf(found, half === undefined ? 0 : at);
        yield match;
        at = match.end;
        if (match.end === match.start) at += looksAround && isWithinCharacter(text, at + 1) ? 2 : 1;
      }
    }
  }
  const first = (text: string): Match | undefined => {
    for (const match of all(text)) return match;
    return undefined;
  };
  return { all, first, test: (text) => first(text) !== undefined };
}

const isWithinCharacter = (text: string, at: number): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(at - 1, at + 1));

/** A text of Java's as Spark takes it over: half a character is a question mark. */
export const whole = (text: string): string => text.replaceAll(/[\ud800-\udfff]/gu, "?");

/** The parts of a text between matches, as Java's `String.split` gives them with a limit; -1 keeps all. */
export function splitBy(text: string, pattern: JavaPattern, limit: number): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of pattern.all(text)) {
    if (limit > 0 && parts.length === limit - 1) break;
    if (end === 0) continue; // no empty part before a match of nothing at the start
    parts.push(whole(text.slice(from, start)));
    from = end;
  }
  return [...parts, whole(text.slice(from))];
}

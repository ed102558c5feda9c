import { type PatternPart, partsOf } from "../../evaluate/time-pattern.js";
import type { ArgumentProblem, GivenCall } from "../row.js";

/** A pattern of a time that Spark reads, formats and parses alike under every setting. */
export const isTimePattern =
  (argument: number) =>
  ({ literals }: GivenCall): ArgumentProblem | undefined => {
    const literal = literals[argument];
    const problem = typeof literal === "string" ? timePatternProblem(literal) : undefined;
    return problem === undefined ? undefined : { argument, problem };
  };

/** Such a pattern, of which Spark also reads every part, and a year of any other length than two or four digits nowhere. */
export const isReadTimePattern =
  (argument: number) =>
  (call: GivenCall): ArgumentProblem | undefined => {
    const literal = call.literals[argument];
    const problem = typeof literal === "string" ? readingProblem(literal.replaceAll(/'[^']*'/g, "")) : undefined;
    return isTimePattern(argument)(call) ?? (problem === undefined ? undefined : { argument, problem });
  };

function readingProblem(bare: string): string | undefined {
  const [letter] = /[EFqQ]/.exec(bare) ?? [];
  if (letter !== undefined)
    return `has the letter '${letter}', which Spark writes and does not read. Cut that part off, as with substring or regexp_replace.`;
  const year = bare.match(/y+/g)?.find((run) => run.length !== 2 && run.length !== 4);
  return year === undefined
    ? undefined
    : `has '${year}', by which Spark reads years that are no time to it, and fails. Write yyyy, which reads a year of four digits.`;
}

/**
 * Of texts that Spark would read by the pattern with a year of more than four digits, which it does with a sign before them, a regular
 * expression; undefined if it would read none. Such a year may be no time to it, and then it fails.
 */
export function longYearBy(pattern: string): string | undefined {
  const parts = partsOf(pattern);
  const year = parts.findIndex((part) => part.kind === "field" && /^[uy]$/.test(part.letter) && part.count === 4);
  if (year === -1) return undefined;
  const before = parts.slice(0, year).map((part) => (part.kind === "field" ? readBy(part) : quoted(part.text)));
  const after = parts.slice(year + 1);
  const end = after.findIndex((part) => part.kind === "text" || part.count !== 2 || !/^[MLdHhKkms]$/.test(part.letter));
  const digits = 4 + 2 * (end === -1 ? after.length : end);
  return `(?isu)^${before.join("")}[+-][0-9]{${digits + 1}}`;
}

/**
 * What stands for a field, no more than that, so that it never takes the year with it, and of bounded length, so that no text takes long:
 * digits as Java reads them, names of months, eras and halves of a day, and zones, in which a space is followed by a letter.
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/time/format/DateTimeFormatterBuilder.html#appendPattern(java.lang.String)
 */
function readBy({ letter, count }: Extract<PatternPart, { readonly kind: "field" }>): string {
  if (/[VzOXxZ]/.test(letter)) return "(?:[a-z0-9_/.+:\\-]| (?=[a-z])){1,40}?";
  if (/[aG]/.test(letter) || (/[ML]/.test(letter) && count > 2)) return "[a-z ]{2,13}";
  if (letter === "S") return `[0-9]{1,${count}}`;
  if (letter === "D" && count === 2) return "[0-9]{2,3}";
  return count === 1 ? "[0-9]{1,19}" : `[0-9]{${count}}`;
}

/** Each character that is more than itself by its number. */
const quoted = (text: string): string =>
  [...text].map((one) => (/[\w \-/:,]/.test(one) ? one : `\\x{${one.codePointAt(0)?.toString(16)}}`)).join("");

/** The letters, and how often each may stand in a row. */
const LETTERS: Readonly<Record<string, number | undefined>> = {
  G: 4,
  y: 6,
  M: 4,
  L: 4,
  d: 2,
  D: 3,
  Q: 4,
  q: 4,
  E: 4,
  F: 1,
  a: 1,
  h: 2,
  H: 2,
  k: 2,
  K: 2,
  m: 2,
  s: 2,
  S: 9,
  V: 2,
  z: 4,
  O: 4,
  X: 5,
  x: 5,
  Z: 5,
};

function timePatternProblem(pattern: string): string | undefined {
  if (pattern === "") return "must be a pattern such as 'yyyy-MM-dd'.";
  const bare = pattern.replaceAll(/'[^']*'/g, "");
  if (bare.includes("'")) return "has a quote that is not closed.";
  if (/[[\]{}#]/.test(bare)) return "has a bracket or #, which patterns of times do not have here.";
  for (const [run, letter = ""] of bare.matchAll(/([A-Za-z])\1*/g)) {
    const most = LETTERS[letter];
    if (most === undefined)
      return `has the letter '${letter}', which means no part of a time. The letters are ${Object.keys(LETTERS).join("")}; other text stands in quotes.`;
    if (run.length > most) return `has '${letter}' ${run.length} times in a row, at most ${most} are allowed.`;
    if ((letter === "V" && run.length !== 2) || (letter === "O" && run.length !== 1 && run.length !== 4))
      return `has '${run}', which is not allowed (VV, O, OOOO).`;
  }
  return undefined;
}

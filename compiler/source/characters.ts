import type { YamlProblem } from "./parsed-file.js";
import type { Range } from "./tree.js";

/**
 * What shows that a file is not UTF-8: where bytes were none, decoding has put U+FFFD (or that sign stands there itself). A file of UTF-16 begins with its mark, of
 * which that makes two, or has a NUL beside each letter.
 */
export function encodingProblem(text: string): YamlProblem | undefined {
  if (/^(?:\uFFFD\uFFFD|.?\0)/.test(text))
    return { kind: "not-utf-8", range: { start: 0, end: 1 }, detail: "The file is UTF-16: save it as UTF-8." };
  const start = text.indexOf("\uFFFD");
  if (start === -1) return lineEndProblem(text);
  const detail =
    "Here stands U+FFFD, which decoding puts where bytes are no UTF-8: save the file as UTF-8, or remove the sign.";
  return { kind: "not-utf-8", range: { start, end: start + 1 }, detail };
}

/** A carriage return alone ends a line for some readers of YAML, and for others none: after a comment all of the file would be one. */
function lineEndProblem(text: string): YamlProblem | undefined {
  const start = text.search(/\r(?!\n)/);
  if (start === -1) return undefined;
  const detail =
    "a line ends with a carriage return alone: save the file with the line ends of Unix (LF) or of Windows (CRLF).";
  return { kind: "syntax", range: { start, end: start + 1 }, detail };
}

/**
 * Control characters but tabs and line ends, the two separators that some readers take for a line's end, halves of characters, and signs
 * that turn the direction of what follows: a notebook that holds them reads otherwise than it runs (https://trojansource.codes).
 */
const forbidden = /(?![\t\n\r])[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;

export const hasForbidden = (value: string): boolean => forbidden.test(value);

/** The first such character of a scalar's value, as `U+001B`, and where in the file it stands, perhaps as an escape. */
export function forbiddenIn(value: string, text: string, scalar: Range): YamlProblem | undefined {
  const detail = forbiddenCharacter(value);
  return detail === undefined ? undefined : { kind: "control-character", range: placeOf(text, scalar), detail };
}

/** The first such character, as `U+001B`. */
export function forbiddenCharacter(value: string): string | undefined {
  const code = forbidden.exec(value)?.[0].codePointAt(0);
  return code === undefined ? undefined : `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Escapes of a text in double quotes, a pair of halves as one, and all other characters. https://yaml.org/spec/1.2.2/#57-escaped-characters */
const signs =
  /\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|.)|./gsu;

function placeOf(text: string, scalar: Range): Range {
  const written = text.slice(scalar.start, scalar.end);
  for (const { 0: sign, index } of written.matchAll(signs)) {
    const isEscape = written.startsWith('"') && sign.startsWith("\\");
    if (isEscape ? isForbiddenEscape(sign) : forbidden.test(sign))
      return { start: scalar.start + index, end: scalar.start + index + sign.length };
  }
  return scalar;
}

function isForbiddenEscape(sign: string): boolean {
  const [, digits] = /^\\[xuU]([\da-fA-F]+)$/.exec(sign) ?? [];
  return digits === undefined
    ? /^\\[0abefvNLP]$/.test(sign)
    : forbidden.test(String.fromCodePoint(Number.parseInt(digits, 16)));
}

import { ExpressionError, type Range } from "./problem.js";

export interface Token {
  readonly kind: "name" | "string" | "integer" | "float" | "symbol" | "end";
  /** A string's content without quotes; otherwise as written. */
  readonly text: string;
  readonly range: Range;
}

const space = /\s*/y;
const symbol = /[()[\].,?]/y;
const string = /'((?:[^']|'')*)'/y;
const name = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const number = /[+-]?(?:\d+(\.\d*)?|(\.\d+))([eE][+-]?\d+)?/y;
/** A leading dot is read as a number only after a sign: otherwise it selects. */
const startsNumber = /[+-]?\d|[+-]\.\d/y;

/** The tokens of the expression that stands in `text` from `start` to `end`; the last is of kind `end`. */
export function tokenize(text: string, start: number, end: number): readonly Token[] {
  const source = text.slice(0, end);
  const tokens: Token[] = [];
  let at = start + (match(space, source, start)?.[0].length ?? 0);
  while (at < end) {
    const token = tokenAt(source, at);
    if (token === undefined) throw new ExpressionError(text, { start: at, end: at + 1 }, unexpected(source, at));
    tokens.push(token);
    at = token.range.end + (match(space, source, token.range.end)?.[0].length ?? 0);
  }
  tokens.push({ kind: "end", text: "", range: { start: end, end } });
  return tokens;
}

function tokenAt(source: string, at: number): Token | undefined {
  const token = (kind: Token["kind"], text: string, length: number): Token => ({
    kind,
    text,
    range: { start: at, end: at + length },
  });
  const quoted = match(string, source, at);
  if (quoted !== undefined) return token("string", (quoted[1] ?? "").replaceAll("''", "'"), quoted[0].length);
  if (match(startsNumber, source, at) !== undefined) {
    const found = match(number, source, at);
    if (found === undefined || match(name, source, at + found[0].length) !== undefined) return undefined;
    const isFloat = found[1] !== undefined || found[2] !== undefined || found[3] !== undefined;
    return token(isFloat ? "float" : "integer", found[0], found[0].length);
  }
  const word = match(name, source, at);
  if (word !== undefined) return token("name", word[0], word[0].length);
  const mark = match(symbol, source, at);
  return mark === undefined ? undefined : token("symbol", mark[0], 1);
}

function unexpected(source: string, at: number): string {
  const character = source[at] ?? "";
  if (character === "'") return "the string is not closed; a quote inside it is written twice";
  if (character === '"') return "strings are written in single quotes";
  if (/[+\-*/]/.test(character)) return `'${character}' is no operator here: use add, sub, mul or div`;
  if (/[=<>!&|]/.test(character)) return `'${character}' is no operator here: use equals, greater, less, and, or, not`;
  return `'${String.fromCodePoint(source.codePointAt(at) ?? 0)}' is not expected`;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

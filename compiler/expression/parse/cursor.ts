import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Origin } from "../../source/origin.js";
import { expressionDiagnostics } from "../diagnostics.js";
import { type Token, tokensOf } from "./token.js";

/**
 * A place in a token stream. After the first problem it stands at the end for good: nothing matches any more, so every
 * loop of the parser runs out by itself and only that problem is reported.
 */
export interface Cursor {
  readonly tokens: readonly Token[];
  /** What stands after the last one, as far as one looks. */
  readonly end: Token;
  readonly origin: Origin;
  at: number;
  problem: Diagnostic | undefined;
}

export function cursorOf(text: string, origin: Origin): Cursor {
  const tokens = tokensOf(text);
  const end: Token = { kind: "end", text: "", start: text.length, end: text.length };
  return { tokens, end, origin, at: 0, problem: undefined };
}

export const peek = (cursor: Cursor, ahead = 0): Token => cursor.tokens[cursor.at + ahead] ?? cursor.end;

export function advance(cursor: Cursor): Token {
  const token = peek(cursor);
  if (token.kind !== "end") cursor.at += 1;
  return token;
}

/** Where the last token that was taken ends. */
export const lastEnd = (cursor: Cursor): number => cursor.tokens[cursor.at - 1]?.end ?? 0;

export const atSymbol = (cursor: Cursor, symbol: string, ahead = 0): boolean => {
  const token = peek(cursor, ahead);
  return token.kind === "symbol" && token.text === symbol;
};

/** Words are compared in lower case. */
export const atWord = (cursor: Cursor, word: string, ahead = 0): boolean => {
  const token = peek(cursor, ahead);
  return (
    token.kind === "word" &&
    token.text.length === word.length &&
    (token.text === word || token.text.toLowerCase() === word)
  );
};

export function takeSymbol(cursor: Cursor, symbol: string): boolean {
  const found = atSymbol(cursor, symbol);
  if (found) cursor.at += 1;
  return found;
}

export function takeWord(cursor: Cursor, word: string): boolean {
  const found = atWord(cursor, word);
  if (found) cursor.at += 1;
  return found;
}

export function expectSymbol(cursor: Cursor, symbol: string): void {
  if (!takeSymbol(cursor, symbol)) failExpecting(cursor, `'${symbol}'`);
}

export function expectWord(cursor: Cursor, word: string): void {
  if (!takeWord(cursor, word)) failExpecting(cursor, `'${word}'`);
}

export function failExpecting(cursor: Cursor, expected: string): void {
  const token = peek(cursor);
  if (token.text === "&&") failUnsupported(cursor, token, "'&&'", "Write 'and'.");
  else fail(cursor, expressionDiagnostics.syntax.at(placeOf(cursor, token), { expected, found: described(token) }));
}

export function failUnsupported(cursor: Cursor, token: Token, what: string, instead: string): void {
  fail(cursor, expressionDiagnostics.unsupportedSyntax.at(placeOf(cursor, token), { what, instead }));
}

export function fail(cursor: Cursor, problem: Diagnostic): void {
  cursor.problem ??= problem;
  cursor.at = cursor.tokens.length;
}

/** The end of the text has no characters, so its message points at the last one. */
const placeOf = (cursor: Cursor, token: Token): Origin =>
  cursor.origin.within(
    token.kind === "end" && token.start > 0
      ? { start: token.start - 1, end: token.start }
      : { start: token.start, end: token.end },
  );

function described(token: Token): string {
  if (token.kind === "end") return "the end";
  if (token.kind === "bad" && token.text.startsWith("'")) return "a string without its closing quote";
  if (token.kind === "bad" && token.text.startsWith("`")) return "a name without its closing backtick";
  return token.kind === "string" ? token.text : `'${token.text}'`;
}

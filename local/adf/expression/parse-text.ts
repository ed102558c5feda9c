import { ExpressionError } from "./problem.js";
import { type Token, tokenize } from "./tokens.js";
import type { Call, Expression, Literal } from "./tree.js";

/** Reads the expression that stands in `text` from `start` to `end`, and nothing else there. */
export function parseText(text: string, start: number, end: number): Expression {
  const tokens = tokenize(text, start, end);
  let at = 0;
  const expression = parseOne();
  if (next().kind !== "end") throw unexpected("the end of the expression");
  return expression;

  function parseOne(): Expression {
    const token = next();
    const literal = literalOf(text, token);
    if (literal !== undefined) {
      at += 1;
      return literal;
    }
    if (token.kind !== "name") throw unexpected("a function, a string or a number");
    return parseSelections(parseCall(token));
  }

  function parseCall(name: Token): Call {
    at += 1;
    if (!takes("(")) throw unexpected(`'(' after '${name.text}'`);
    const list: Expression[] = [];
    if (!isSymbol(")")) {
      do list.push(parseOne());
      while (takes(","));
    }
    const close = next();
    if (!takes(")")) throw unexpected("',' or ')'");
    const range = { start: name.range.start, end: close.range.end };
    return { kind: "call", range, name: name.text, nameRange: name.range, arguments: list };
  }

  function parseSelections(of: Expression): Expression {
    const isSafe = takes("?");
    let key: Expression;
    if (takes(".")) {
      const token = next();
      if (token.kind !== "name") throw unexpected("a name");
      at += 1;
      key = { kind: "literal", range: token.range, value: token.text };
    } else if (takes("[")) {
      key = parseOne();
      if (!takes("]")) throw unexpected("']'");
    } else if (isSafe) throw unexpected("'.' or '[' after '?'");
    else return of;
    const end = tokens[at - 1]?.range.end ?? of.range.end;
    return parseSelections({ kind: "selection", range: { start: of.range.start, end }, of, key, isSafe });
  }

  function next(): Token {
    const token = tokens[at] ?? tokens.at(-1);
    if (token === undefined) throw new TypeError("there is always a last token");
    return token;
  }

  function isSymbol(symbol: string): boolean {
    return next().kind === "symbol" && next().text === symbol;
  }

  function takes(symbol: string): boolean {
    const found = isSymbol(symbol);
    if (found) at += 1;
    return found;
  }

  function unexpected(wanted: string): ExpressionError {
    const { kind, range } = next();
    const found = kind === "end" ? "the end" : text.slice(range.start, range.end);
    return new ExpressionError(text, range, `expected ${wanted}, found ${found}`);
  }
}

const words: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

function literalOf(text: string, { kind, text: written, range }: Token): Literal | undefined {
  switch (kind) {
    case "string":
      return { kind: "literal", range, value: written };
    case "float":
      return { kind: "literal", range, value: Number(written) };
    case "integer": {
      const value = BigInt(written.replace("+", ""));
      if (BigInt.asIntN(64, value) === value) return { kind: "literal", range, value };
      throw new ExpressionError(text, range, `${written} is not in the range of an integer (64 bits)`);
    }
    case "name": {
      const value = Object.hasOwn(words, written.toLowerCase()) ? words[written.toLowerCase()] : undefined;
      return value === undefined ? undefined : { kind: "literal", range, value };
    }
    default:
      return undefined;
  }
}

import { parseText } from "./parse-text.js";
import { ExpressionError, type Range } from "./problem.js";
import type { Expression, Template } from "./tree.js";

/**
 * Reads a string of a definition: `@…` is an expression, `@@…` a text that begins with `@`, and in any other text `@{…}` is
 * replaced and `@@{` is written for `@{`.
 * https://learn.microsoft.com/azure/data-factory/control-flow-expression-language-functions#expressions
 */
export function parseExpression(text: string): Template {
  if (text.startsWith("@@")) return { kind: "text", text: text.slice(1) };
  if (text.startsWith("@") && !text.startsWith("@{") && text !== "@") {
    return { kind: "expression", text, expression: parseText(text, 1, text.length) };
  }
  return parseInterpolation(text);
}

/** Whether the service evaluates the string, instead of taking it as it is. */
export const isExpression = (text: string): boolean => text.startsWith("@") || text.includes("@{");

function parseInterpolation(text: string): Template {
  const parts: (string | Expression)[] = [];
  let literal = "";
  let at = 0;
  for (let open = text.indexOf("@{"); open !== -1; open = text.indexOf("@{", at)) {
    if (text[open - 1] === "@" && open > at) {
      literal += `${text.slice(at, open - 1)}@{`;
      at = open + 2;
      continue;
    }
    const close = closingBrace(text, open + 2);
    literal += text.slice(at, open);
    if (literal !== "") parts.push(literal);
    parts.push(parseText(text, open + 2, close));
    literal = "";
    at = close + 1;
  }
  literal += text.slice(at);
  if (parts.length === 0) return { kind: "text", text: literal };
  if (literal !== "") parts.push(literal);
  return { kind: "interpolation", text, parts };
}

/** Where the `}` stands that is in no string. */
function closingBrace(text: string, start: number): number {
  let isQuoted = false;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === "'") isQuoted = !isQuoted;
    if (text[at] === "}" && !isQuoted) return at;
  }
  const range: Range = { start: start - 2, end: text.length };
  throw new ExpressionError(text, range, "'@{' has no '}' that closes it; write '@@{' for the two characters");
}

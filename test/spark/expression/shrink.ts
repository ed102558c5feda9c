import { parseExpression } from "../../../compiler/expression/parse/parse.js";
import type { Syntax } from "../../../compiler/expression/parse/syntax.js";
import { originOf } from "../../../compiler/expression/testing.fixture.js";

/**
 * Texts that are shorter than an expression's, shortest first: each of its parts; and the whole with one part replaced by what is in
 * it, or by a column, or without an argument.
 */
export function smaller(
  text: string,
  columns: readonly string[],
): { readonly parts: readonly string[]; readonly wholes: readonly string[] } {
  const parsed = parseExpression(text, originOf(text));
  if (!("syntax" in parsed)) return { parts: [], wholes: [] };
  const parts = below(parsed.syntax);
  const slice = ({ start, end }: Syntax): string => text.slice(start, end);
  const replaced = parts.flatMap((part) => {
    const [before, after] = [text.slice(0, part.start), text.slice(part.end)];
    const inside = below(part).slice(1, 6).map(slice);
    return [...inside, ...(part.end - part.start > 6 ? columns : [])].map((by) => `${before}${bracketed(by)}${after}`);
  });
  const fewer = parts.flatMap((part) => (part.kind === "call" || part.kind === "in" ? dropped(text, part) : []));
  const shorter = (texts: readonly string[]): readonly string[] =>
    [...new Set(texts)].filter((one) => one.length < text.length).sort((a, b) => a.length - b.length);
  return { parts: shorter(parts.map(slice)), wholes: shorter([...fewer, ...replaced]) };
}

const bracketed = (text: string): string => (/^\w+$/.test(text) ? text : `(${text})`);

/** A call without one of its arguments. */
function dropped(text: string, part: Extract<Syntax, { readonly kind: "call" | "in" }>): readonly string[] {
  const list = part.kind === "call" ? part.arguments : part.items;
  return list.slice(1).map((argument, i) => text.slice(0, list[i]?.end) + text.slice(argument.end));
}

/** The whole and all its parts, outer ones first. */
function below(syntax: Syntax): readonly Syntax[] {
  const inside = ((): readonly (Syntax | undefined)[] => {
    switch (syntax.kind) {
      case "field":
        return [syntax.target];
      case "index":
        return [syntax.target, syntax.index];
      case "unary":
      case "is":
      case "cast":
        return [syntax.operand];
      case "binary":
        return [syntax.left, syntax.right];
      case "between":
        return [syntax.operand, syntax.low, syntax.high];
      case "in":
        return [syntax.operand, ...syntax.items];
      case "like":
        return [syntax.operand];
      case "case":
        return [syntax.operand, ...syntax.branches.flatMap(({ when, result }) => [when, result]), syntax.otherwise];
      case "call":
        return [...syntax.arguments, syntax.filter];
      case "lambda":
        return [syntax.body];
      default:
        return [];
    }
  })();
  return [syntax, ...inside.flatMap((part) => (part === undefined ? [] : below(part)))];
}

import type { Origin } from "../../source/origin.js";
import { cursorOf } from "../parse/cursor.js";
import { parseBoolean } from "../parse/parse.js";
import type { Syntax } from "../parse/syntax.js";

/** What stands for each parameter of a spelling; a variadic one stands for several. */
export type Parts = ReadonlyMap<string, readonly Syntax[]>;

/**
 * A spelling is an expression over a function's parameters. It is parsed like any other, and the parameters' names are
 * replaced by the arguments, so brackets are put where they are needed. One that does not parse is a bug of the catalogue.
 */
export function spell(template: string, parts: Parts, origin: Origin): Syntax {
  let syntax = parsed.get(template);
  if (syntax === undefined) {
    const cursor = cursorOf(template, origin);
    syntax = parseBoolean(cursor);
    if (cursor.problem !== undefined) throw new Error(`${cursor.problem.message} In the spelling ${template}`);
    parsed.set(template, syntax);
  }
  return substitute(syntax, parts);
}

/** Trees of spellings, which nothing changes: parsing each anew for each call took more than half of spelling. */
const parsed = new Map<string, Syntax>();

function substitute(syntax: Syntax, parts: Parts): Syntax {
  if (syntax.kind === "name") return parts.get(syntax.name)?.[0] ?? syntax;
  const one = (part: Syntax): Syntax => substitute(part, parts);
  const several = (list: readonly Syntax[]): readonly Syntax[] =>
    list.flatMap((part) => (part.kind === "name" ? (parts.get(part.name) ?? [part]) : [one(part)]));
  return withParts(syntax, one, several);
}

/** Puts `distinct` and `filter` on the aggregates of a spelling. */
export function modifyAggregates(
  syntax: Syntax,
  isAggregate: (name: string) => boolean,
  distinct: boolean,
  filter: Syntax | undefined,
): Syntax {
  if (syntax.kind === "call" && isAggregate(syntax.name)) return { ...syntax, distinct, filter };
  return withParts(syntax, (part) => modifyAggregates(part, isAggregate, distinct, filter));
}

/** The syntax with what is made of each of its parts; `several`: of what stands in a list. */
function withParts(
  syntax: Syntax,
  one: (part: Syntax) => Syntax,
  several: (list: readonly Syntax[]) => readonly Syntax[] = (list) => list.map(one),
): Syntax {
  switch (syntax.kind) {
    case "literal":
    case "name":
      return syntax;
    case "field":
      return { ...syntax, target: one(syntax.target) };
    case "index":
      return { ...syntax, target: one(syntax.target), index: one(syntax.index) };
    case "unary":
    case "is":
    case "cast":
      return { ...syntax, operand: one(syntax.operand) };
    case "binary":
      return { ...syntax, left: one(syntax.left), right: one(syntax.right) };
    case "between":
      return { ...syntax, operand: one(syntax.operand), low: one(syntax.low), high: one(syntax.high) };
    case "in":
      return { ...syntax, operand: one(syntax.operand), items: several(syntax.items) };
    case "like":
      return { ...syntax, operand: one(syntax.operand), pattern: one(syntax.pattern) };
    case "case":
      return {
        ...syntax,
        operand: syntax.operand && one(syntax.operand),
        branches: syntax.branches.map(({ when, result }) => ({ when: one(when), result: one(result) })),
        otherwise: syntax.otherwise && one(syntax.otherwise),
      };
    case "call":
      return { ...syntax, arguments: several(syntax.arguments) };
    case "lambda":
      return { ...syntax, body: one(syntax.body) };
  }
}

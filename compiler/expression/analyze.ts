import type { Report } from "../diagnostics/report.js";
import type { Origin } from "../source/origin.js";
import { expressionDiagnostics } from "./diagnostics.js";
import type { Expression, Scope } from "./expression.js";
import { infer } from "./infer/infer.js";
import type { Inference } from "./infer/inference.js";
import { parseExpression } from "./parse/parse.js";
import type { Syntax } from "./parse/syntax.js";
import type { DataType } from "./type.js";

/**
 * Parses an expression and gives it types. `undefined`: it has errors, and they were reported, or it uses a column whose
 * own declaration has one, and then silently. `origin` is the YAML scalar that holds the text.
 */
export function analyze(text: string, origin: Origin, scope: Scope, report: Report): Expression | undefined {
  const placeholder = /\$\{[a-z][a-z0-9_]*\}/.exec(text);
  if (placeholder) {
    const span = { start: placeholder.index, end: placeholder.index + placeholder[0].length };
    const params = {
      what: `A variable (${placeholder[0]})`,
      instead: "Write the value: variables stand where a name, a number, a duration or a location stands.",
    };
    report.add(expressionDiagnostics.unsupportedSyntax.at(origin.within(span), params));
    return undefined;
  }
  const syntax = syntaxOf(text, origin, report);
  if (syntax === undefined) return undefined;
  const gathered: Inference["gathered"] = { references: [], isAggregate: false };
  const node = infer(syntax, {
    origin,
    scope,
    report,
    variables: new Map(),
    aggregate: undefined,
    gathered,
    infer,
  });
  if (node === undefined) return undefined;
  const { type, nullable } = node;
  if (hasNoType(type)) {
    const params = {
      what: "A value that is always null",
      expected: "of some type, as in cast(null as string)",
      found: "of none",
    };
    report.add(expressionDiagnostics.operandType.at(origin, params));
    return undefined;
  }
  const { isAggregate } = gathered;
  // A copy is as long as it must be; what was pushed to has room for seventeen, and a project keeps many thousands of these.
  return { syntax, node, type, nullable, isAggregate, references: gathered.references.slice(), origin };
}

/** By compilation, what texts are: many columns of a project are computed in the same words, and trees know no places but those within their text. */
const parsed = new WeakMap<Report, Map<string, Syntax>>();

/** Undefined of a text with a mistake, which is reported each time. */
function syntaxOf(text: string, origin: Origin, report: Report): Syntax | undefined {
  let known = parsed.get(report);
  if (known === undefined) {
    known = new Map();
    parsed.set(report, known);
  }
  const before = known.get(text);
  if (before !== undefined) return before;
  const found = parseExpression(text, origin);
  if ("problem" in found) {
    report.add(found.problem);
    return undefined;
  }
  known.set(text, found.syntax);
  return found.syntax;
}

/** A type made of nothing but null: no table can store it. */
function hasNoType(type: DataType): boolean {
  switch (type.kind) {
    case "null":
      return true;
    case "array":
      return hasNoType(type.element);
    case "map":
      return hasNoType(type.key) || hasNoType(type.value);
    case "struct":
      return type.fields.some((field) => hasNoType(field.type));
    default:
      return false;
  }
}

import { patternProblem } from "../catalogue/checks/pattern.js";
import { expressionDiagnostics } from "../diagnostics.js";
import type { LikeOperator, Syntax } from "../parse/syntax.js";
import { printType } from "../type.js";
import type { TypedNode } from "../typed-node.js";
import { comparable } from "./comparison.js";
import { type Inference, isNullLiteral, refuse } from "./inference.js";
import { conversionRemedy } from "./remedy.js";

type Of<K extends Syntax["kind"]> = Extract<Syntax, { readonly kind: K }>;

export function inferIs(syntax: Of<"is">, inference: Inference): TypedNode | undefined {
  const operand = inference.infer(syntax.operand, inference);
  if (operand === undefined) return undefined;
  const { test, negated } = syntax;
  if (test !== "null" && operand.type.kind !== "boolean") {
    const params = { what: `What stands before 'is ${test}'`, expected: "boolean", found: printType(operand.type) };
    return refuse(inference, syntax.operand, (origin) => expressionDiagnostics.operandType.at(origin, params));
  }
  return { kind: "is", test, negated, operand, type: { kind: "boolean" }, nullable: false };
}

export function inferBetween(syntax: Of<"between">, inference: Inference): TypedNode | undefined {
  const operand = inference.infer(syntax.operand, inference);
  const low = inference.infer(syntax.low, inference);
  const high = inference.infer(syntax.high, inference);
  if (operand === undefined || low === undefined || high === undefined) return undefined;
  if ([operand, low, high].some(isNullLiteral))
    return refuse(inference, syntax, (origin) => expressionDiagnostics.nullOperand.at(origin, { operator: "between" }));
  for (const bound of [low, high]) {
    if (comparable(operand, bound)) continue;
    const params = {
      operator: "between",
      left: printType(operand.type),
      right: printType(bound.type),
      remedy: conversionRemedy(operand.type, bound.type),
    };
    return refuse(inference, bound === low ? syntax.low : syntax.high, (origin) =>
      expressionDiagnostics.operatorTypes.at(origin, params),
    );
  }
  const nullable = operand.nullable || low.nullable || high.nullable;
  return { kind: "between", negated: syntax.negated, operand, low, high, type: { kind: "boolean" }, nullable };
}

/** A pattern is written out, because a bad one in a column would stop the batch. */
export function inferLike(syntax: Of<"like">, inference: Inference): TypedNode | undefined {
  const operand = inference.infer(syntax.operand, inference);
  const pattern = inference.infer(syntax.pattern, inference);
  if (operand === undefined || pattern === undefined) return undefined;
  const { operator, negated } = syntax;
  for (const side of [operand, pattern]) {
    if (side.type.kind === "string") continue;
    const params = { what: `A side of '${operator}'`, expected: "string", found: printType(side.type) };
    return refuse(inference, side === operand ? syntax.operand : syntax.pattern, (origin) =>
      expressionDiagnostics.operandType.at(origin, params),
    );
  }
  if (pattern.kind !== "literal" || pattern.value.kind !== "string") {
    const params = {
      what: `The pattern of '${operator}'`,
      expected: "written out (to search for a column's value, call contains, startswith or endswith)",
      found: "computed",
    };
    return refuse(inference, syntax.pattern, (origin) => expressionDiagnostics.operandType.at(origin, params));
  }
  const problem = operator === "rlike" ? patternProblem(pattern.value.value) : likeProblem(pattern.value.value);
  if (problem !== undefined) {
    const { text } = pattern;
    return refuse(inference, syntax.pattern, (origin) =>
      expressionDiagnostics.badLiteral.at(origin, { literal: text, problem }),
    );
  }
  return {
    kind: "like",
    operator: operator satisfies LikeOperator,
    negated,
    operand,
    pattern,
    type: { kind: "boolean" },
    nullable: operand.nullable,
  };
}

/** In `like`, a backslash stands before %, _ or another backslash. */
const likeProblem = (pattern: string): string | undefined =>
  /^(?:[^\\]|\\[%_\\])*$/s.test(pattern) ? undefined : "has a backslash that is not before %, _ or another backslash.";

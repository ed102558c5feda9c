import type { Pattern, Signature } from "../catalogue/signature.js";
import { expressionDiagnostics } from "../diagnostics.js";
import type { Syntax } from "../parse/syntax.js";
import { printType, sameType } from "../type.js";
import type { LambdaNode, Typed } from "../typed-node.js";
import { type Inference, refuse } from "./inference.js";
import { accepts, type Bindings, describePattern, isNullable, typeOf } from "./match.js";

/** A lambda's body, with parameters whose types follow from the other arguments. */
export function inferLambda(
  name: string,
  position: number,
  syntax: Syntax,
  pattern: Extract<Pattern, { readonly kind: "lambda" }>,
  bindings: Bindings,
  signature: Signature,
  inference: Inference,
): LambdaNode | undefined {
  const least = pattern.parameters.filter(({ optional }) => !optional).length;
  if (
    syntax.kind !== "lambda" ||
    syntax.parameters.length < least ||
    syntax.parameters.length > pattern.parameters.length
  ) {
    const problem = `Argument ${position + 1} of '${name}' must be ${describePattern(pattern, signature.bounds)}.`;
    return refuse(inference, syntax, (origin) => expressionDiagnostics.misplacedLambda.at(origin, { problem }));
  }
  const variables = new Map<string, Typed>(inference.variables);
  for (const [i, parameter] of syntax.parameters.entries()) {
    const expected = pattern.parameters[i];
    if (expected === undefined) continue;
    variables.set(parameter, {
      type: typeOf(expected.pattern, bindings),
      nullable: expected.nullable || isNullable(expected.pattern, bindings),
    });
  }
  const body = inference.infer(syntax.body, { ...inference, variables });
  if (body === undefined) return undefined;
  const bound = pattern.result.kind === "variable" ? bindings.get(pattern.result.name) : undefined;
  const fits =
    bound === undefined ? accepts(pattern.result, body, bindings, signature.bounds) : sameType(bound.type, body.type);
  if (!fits) {
    const expected = bound === undefined ? describePattern(pattern.result, signature.bounds) : printType(bound.type);
    const params = { what: `What the lambda of '${name}' gives`, expected, found: printType(body.type) };
    return refuse(inference, syntax.body, (origin) => expressionDiagnostics.operandType.at(origin, params));
  }
  return { kind: "lambda", parameters: syntax.parameters, body, type: body.type, nullable: body.nullable };
}

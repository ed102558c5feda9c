import { expressionDiagnostics } from "../diagnostics.js";
import type { Syntax } from "../parse/syntax.js";
import { type DataType, printType } from "../type.js";
import type { TypedBranch, TypedNode } from "../typed-node.js";
import { commonType, isOrderable } from "./common-type.js";
import { comparable } from "./comparison.js";
import { type Inference, isNullLiteral, refuse, whole } from "./inference.js";
import { conversionRemedy } from "./remedy.js";

type Of<K extends Syntax["kind"]> = Extract<Syntax, { readonly kind: K }>;

export function inferCase(syntax: Of<"case">, inference: Inference): TypedNode | undefined {
  const operand = syntax.operand && inference.infer(syntax.operand, inference);
  const branches = whole(syntax.branches.map((branch) => typedBranch(branch, operand, inference)));
  const otherwise = syntax.otherwise && inference.infer(syntax.otherwise, inference);
  if (branches === undefined || (syntax.operand && !operand) || (syntax.otherwise && !otherwise)) return undefined;
  const results = [...branches.map(({ result }) => result), ...(otherwise ? [otherwise] : [])];
  const places = [...syntax.branches.map(({ result }) => result), ...(syntax.otherwise ? [syntax.otherwise] : [])];
  const type = commonOf("The results of case", results, places, inference);
  const nullable = otherwise === undefined || results.some((result) => result.nullable);
  return type && { kind: "case", operand, branches, otherwise, type, nullable };
}

function typedBranch(
  branch: { readonly when: Syntax; readonly result: Syntax },
  operand: TypedNode | undefined,
  inference: Inference,
): TypedBranch | undefined {
  const when = inference.infer(branch.when, inference);
  const result = inference.infer(branch.result, inference);
  if (when === undefined || result === undefined) return undefined;
  if (operand === undefined && when.type.kind !== "boolean") {
    const params = { what: "What stands after 'when'", expected: "boolean", found: printType(when.type) };
    return refuse(inference, branch.when, (origin) => expressionDiagnostics.operandType.at(origin, params));
  }
  if (operand !== undefined && (isNullLiteral(when) || isNullLiteral(operand))) {
    return refuse(inference, branch.when, (origin) =>
      expressionDiagnostics.nullOperand.at(origin, { operator: "when" }),
    );
  }
  if (operand !== undefined && !comparable(operand, when)) {
    const params = {
      operator: "when",
      left: printType(operand.type),
      right: printType(when.type),
      remedy: conversionRemedy(operand.type, when.type),
    };
    return refuse(inference, branch.when, (origin) => expressionDiagnostics.operatorTypes.at(origin, params));
  }
  return { when, result };
}

export function inferIn(syntax: Of<"in">, inference: Inference): TypedNode | undefined {
  const operand = inference.infer(syntax.operand, inference);
  const items = whole(syntax.items.map((item) => inference.infer(item, inference)));
  if (operand === undefined || items === undefined) return undefined;
  const none = [operand, ...items].findIndex(isNullLiteral);
  if (none !== -1) {
    const place = none === 0 ? syntax.operand : (syntax.items[none - 1] ?? syntax);
    return refuse(inference, place, (origin) => expressionDiagnostics.nullOperand.at(origin, { operator: "in" }));
  }
  const type = commonOf("The values of 'in'", [operand, ...items], [syntax.operand, ...syntax.items], inference);
  if (type === undefined) return undefined;
  if (!isOrderable(type)) {
    const params = { what: "A value of 'in'", expected: "something that can be compared", found: printType(type) };
    return refuse(inference, syntax.operand, (origin) => expressionDiagnostics.operandType.at(origin, params));
  }
  const nullable = operand.nullable || items.some((item) => item.nullable);
  return { kind: "in", negated: syntax.negated, operand, items, type: { kind: "boolean" }, nullable };
}

/** The type of values that become one. */
function commonOf(
  what: string,
  nodes: readonly TypedNode[],
  places: readonly Syntax[],
  inference: Inference,
): DataType | undefined {
  let common: DataType = { kind: "null" };
  for (const [i, node] of nodes.entries()) {
    const wider = commonType(common, node.type);
    if (wider === undefined) {
      const params = { what, first: printType(common), other: printType(node.type) };
      return refuse(inference, places[i] ?? { start: 0, end: 0 }, (origin) =>
        expressionDiagnostics.noCommonType.at(origin, params),
      );
    }
    common = wider;
  }
  return common;
}

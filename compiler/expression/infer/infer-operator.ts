import { expressionDiagnostics } from "../diagnostics.js";
import type { ArithmeticOperator, BinaryOperator, Syntax } from "../parse/syntax.js";
import { type DataType, printType } from "../type.js";
import type { TypedNode } from "../typed-node.js";
import { type Arithmetic, arithmetic } from "./arithmetic.js";
import { commonType, isNumeric, isWhole } from "./common-type.js";
import { comparable } from "./comparison.js";
import { type Inference, isNullLiteral, refuse } from "./inference.js";
import { conversionRemedy } from "./remedy.js";
import { losesDigitsWithItsSign } from "./sign.js";
import { negationOverflows } from "./whole-range.js";

type Of<K extends Syntax["kind"]> = Extract<Syntax, { readonly kind: K }>;

export function inferUnary(syntax: Of<"unary">, inference: Inference): TypedNode | undefined {
  const operand = inference.infer(syntax.operand, inference);
  if (operand === undefined) return undefined;
  const { operator } = syntax;
  const { type } = operand;
  const isTooLong = operator === "-" && losesDigitsWithItsSign(type);
  const fits = operator === "not" ? type.kind === "boolean" : isNumeric(type) && !isTooLong;
  if (!fits) {
    const number = isTooLong ? "a number of at most 34 digits, which is what Spark 4 keeps here" : "a number";
    const params = {
      what: `What stands after '${operator}'`,
      expected: operator === "not" ? "boolean" : number,
      found: printType(type),
    };
    return refuse(inference, syntax.operand, (origin) => expressionDiagnostics.operandType.at(origin, params));
  }
  const guarded = operator === "-" && isWhole(type) && negationOverflows(operand);
  return { kind: "unary", operator, operand, type, nullable: operand.nullable || guarded };
}

export function inferBinary(syntax: Of<"binary">, inference: Inference): TypedNode | undefined {
  const left = inference.infer(syntax.left, inference);
  const right = inference.infer(syntax.right, inference);
  if (left === undefined || right === undefined) return undefined;
  const { operator } = syntax;
  const nullSafe = operator === "<=>" || operator === "is distinct from" || operator === "is not distinct from";
  if (!nullSafe && (isNullLiteral(left) || isNullLiteral(right))) {
    return refuse(inference, syntax, (origin) => expressionDiagnostics.nullOperand.at(origin, { operator }));
  }
  const result = resultOf(operator, left, right);
  if ("remedy" in result) {
    const params = { operator, left: printType(left.type), right: printType(right.type), remedy: result.remedy };
    return refuse(inference, syntax, (origin) => expressionDiagnostics.operatorTypes.at(origin, params));
  }
  return {
    kind: "binary",
    operator,
    left,
    right,
    type: result.type,
    nullable: !nullSafe && (left.nullable || right.nullable || result.makesNull),
  };
}

function resultOf(operator: BinaryOperator, left: TypedNode, right: TypedNode): Arithmetic {
  const [a, b] = [left.type, right.type];
  switch (operator) {
    case "and":
    case "or":
      return a.kind === "boolean" && b.kind === "boolean" ? plain(a) : { remedy: "" };
    case "+":
    case "-":
    case "*":
    case "/":
    case "%":
    case "div":
      return arithmetic(operator satisfies ArithmeticOperator, left, right);
    case "&":
    case "|":
    case "^": {
      const common = isWhole(a) && isWhole(b) ? commonType(a, b) : undefined;
      return common === undefined ? { remedy: "" } : plain(common);
    }
    case "||": {
      const joins = a.kind === b.kind && (a.kind === "string" || a.kind === "binary" || a.kind === "array");
      const common = joins ? commonType(a, b) : undefined;
      return common === undefined ? { remedy: conversionRemedy(a, b, "string") } : plain(common);
    }
    default:
      return comparable(left, right) ? plain({ kind: "boolean" }) : { remedy: conversionRemedy(a, b) };
  }
}

const plain = (type: DataType): Arithmetic => ({ type, makesNull: false });

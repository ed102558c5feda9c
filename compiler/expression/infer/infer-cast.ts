import { expressionDiagnostics } from "../diagnostics.js";
import { isClockWord } from "../parse/calendar.js";
import type { Syntax } from "../parse/syntax.js";
import type { TypedNode } from "../typed-node.js";
import { type DataType, printType } from "../type.js";
import { castable, castMakesNull } from "./cast.js";
import { isNumeric } from "./common-type.js";
import { type Inference, refuse } from "./inference.js";

/** `cast` converts what always fits; `try_cast` gives null for what does not. */
export function inferCast(syntax: Extract<Syntax, { readonly kind: "cast" }>, inference: Inference): TypedNode | undefined {
  const operand = inference.infer(syntax.operand, inference);
  if (operand === undefined) return undefined;
  const { safe, type: to } = syntax;
  const how = castable(operand.type, to);
  const [from, target] = [printType(operand.type), printType(to)];
  if (how === "never") {
    return refuse(inference, syntax, (origin) => expressionDiagnostics.impossibleCast.at(origin, { from, to: target, remedy: castRemedy(operand.type, to) }));
  }
  if (how === "try" && !safe) {
    const remedy = `Write try_cast(… as ${target}), which is null where the value does not fit.`;
    return refuse(inference, syntax, (origin) => expressionDiagnostics.unsafeCast.at(origin, { from, to: target, remedy }));
  }
  if (operand.kind === "literal" && operand.value.kind === "string" && isClockWord(operand.value.value) && (to.kind === "date" || to.kind === "timestamp")) {
    const problem = "stands for a moment of the wall clock, so a replay would not compute the same rows. Use a time of the row.";
    const { text } = operand;
    return refuse(inference, syntax.operand, (origin) => expressionDiagnostics.badLiteral.at(origin, { literal: text, problem }));
  }
  const nullable = operand.nullable || how === "try" || castMakesNull(operand.type, to);
  return { kind: "cast", safe, operand, type: withNullsOf(operand.type, to), nullable };
}

/** A cast changes the type of elements, and leaves open whether they can be null. */
const withNullsOf = (from: DataType, to: DataType): DataType =>
  from.kind === "array" && to.kind === "array" ? { kind: "array", element: withNullsOf(from.element, to.element), containsNull: from.containsNull || castMakesNull(from.element, to.element) } : from.kind === to.kind && from.kind !== "decimal" ? from : to;

function castRemedy(from: DataType, to: DataType): string {
  if (from.kind === "timestamp" && isNumeric(to)) return " Write unix_seconds(…), unix_millis(…) or unix_micros(…).";
  if (isNumeric(from) && to.kind === "timestamp") return " Write timestamp_seconds(…), timestamp_millis(…) or timestamp_micros(…).";
  if (to.kind === "string" && from.kind === "decimal") return " Spark spells small decimals in two ways, by a setting: cast to a decimal of at most 6 digits after the point, or to double.";
  if (to.kind === "string") return " Write to_json(…).";
  if (from.kind === "string") return " Write from_json(…, '…').";
  return "";
}

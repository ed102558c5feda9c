import { expressionDiagnostics } from "../diagnostics.js";
import { isClockWord, isTimeOfDay } from "../parse/calendar.js";
import type { Syntax } from "../parse/syntax.js";
import { type DataType, printType } from "../type.js";
import type { TypedNode } from "../typed-node.js";
import { castable, castMakesNull } from "./cast.js";
import { isNumeric } from "./common-type.js";
import { type Inference, refuse } from "./inference.js";

/** `cast` converts what always fits; `try_cast` gives null for what does not, and is a `cast` where everything does. */
export function inferCast(
  syntax: Extract<Syntax, { readonly kind: "cast" }>,
  inference: Inference,
): TypedNode | undefined {
  const operand = inference.infer(syntax.operand, inference);
  if (operand === undefined) return undefined;
  const { safe, type: to } = syntax;
  const how = castable(operand.type, to);
  const [from, target] = [printType(operand.type), printType(to)];
  if (how === "never") {
    return refuse(inference, syntax, (origin) =>
      expressionDiagnostics.impossibleCast.at(origin, { from, to: target, remedy: castRemedy(operand.type, to) }),
    );
  }
  if (how === "try" && !safe) {
    const remedy = `Write try_cast(… as ${target}), which is null where the value does not fit.`;
    return refuse(inference, syntax, (origin) =>
      expressionDiagnostics.unsafeCast.at(origin, { from, to: target, remedy }),
    );
  }
  if (
    operand.kind === "literal" &&
    operand.value.kind === "string" &&
    ((isClockWord(operand.value.value) && (to.kind === "date" || to.kind === "timestamp")) ||
      (isTimeOfDay(operand.value.value) && to.kind === "timestamp"))
  ) {
    const problem =
      "stands for a moment of the wall clock, so a replay would not compute the same rows. Use a time of the row.";
    const { text } = operand;
    return refuse(inference, syntax.operand, (origin) =>
      expressionDiagnostics.badLiteral.at(origin, { literal: text, problem }),
    );
  }
  const spelled = operand.type.kind === "decimal" && to.kind === "string";
  const nullable = operand.nullable || (how === "try" && !spelled) || castMakesNull(operand.type, to);
  return { kind: "cast", safe: how === "try", operand, type: to, nullable };
}

function castRemedy(from: DataType, to: DataType): string {
  if (from.kind === "timestamp" && isNumeric(to)) return " Write unix_seconds(…), unix_millis(…) or unix_micros(…).";
  if (isNumeric(from) && to.kind === "timestamp")
    return " Write timestamp_seconds(…), timestamp_millis(…) or timestamp_micros(…).";
  if (to.kind === "string") return " Write to_json(…).";
  if (from.kind === "string") return " Write from_json(…, '…').";
  return "";
}

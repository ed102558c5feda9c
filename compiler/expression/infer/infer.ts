import { expressionDiagnostics } from "../diagnostics.js";
import type { Syntax } from "../parse/syntax.js";
import type { TypedNode } from "../typed-node.js";
import { inferCall } from "./infer-call.js";
import { inferCast } from "./infer-cast.js";
import { inferCase, inferIn } from "./infer-choice.js";
import { inferBinary, inferUnary } from "./infer-operator.js";
import { inferField, inferIndex, inferName } from "./infer-path.js";
import { inferBetween, inferIs, inferLike } from "./infer-test.js";
import { type Inference, refuse } from "./inference.js";
import { literalType } from "./literal-type.js";

/** Gives a part of an expression its type, bottom up. Every problem below it is reported, once. */
export function infer(syntax: Syntax, inference: Inference): TypedNode | undefined {
  switch (syntax.kind) {
    case "literal":
      return {
        kind: "literal",
        value: syntax.value,
        text: syntax.text,
        type: literalType(syntax.value),
        nullable: syntax.value.kind === "null",
      };
    case "name":
      return inferName(syntax, inference);
    case "field":
      return inferField(syntax, inference);
    case "index":
      return inferIndex(syntax, inference);
    case "unary":
      return inferUnary(syntax, inference);
    case "binary":
      return inferBinary(syntax, inference);
    case "is":
      return inferIs(syntax, inference);
    case "between":
      return inferBetween(syntax, inference);
    case "in":
      return inferIn(syntax, inference);
    case "like":
      return inferLike(syntax, inference);
    case "case":
      return inferCase(syntax, inference);
    case "cast":
      return inferCast(syntax, inference);
    case "call":
      return inferCall(syntax, inference);
    case "lambda":
      return refuse(inference, syntax, (origin) =>
        expressionDiagnostics.misplacedLambda.at(origin, {
          problem: "A lambda stands only as an argument of a function that takes one, such as transform or filter.",
        }),
      );
  }
}

import type { Range } from "./problem.js";
import type { Value } from "./value.js";

/** A string of a definition as the service reads it. */
export type Template =
  /** Text as it is. */
  | { readonly kind: "text"; readonly text: string }
  /** `@…`: the value keeps its type. */
  | { readonly kind: "expression"; readonly text: string; readonly expression: Expression }
  /** `a @{…} b`: always a string. */
  | { readonly kind: "interpolation"; readonly text: string; readonly parts: readonly (string | Expression)[] };

export type Expression = Literal | Call | Selection;

export interface Literal {
  readonly kind: "literal";
  readonly range: Range;
  readonly value: Value;
}

/** `concat('a', 'b')`; also the roots: `pipeline()`, `activity('Lookup')`. */
export interface Call {
  readonly kind: "call";
  readonly range: Range;
  /** As written: names are compared without regard to case. */
  readonly name: string;
  readonly nameRange: Range;
  readonly arguments: readonly Expression[];
}

/** `of.name`, `of['name']`, `of[0]`; with `?` before it, what is not there is null. */
export interface Selection {
  readonly kind: "selection";
  readonly range: Range;
  readonly of: Expression;
  readonly key: Expression;
  readonly isSafe: boolean;
}

/** The expressions that stand in a template. */
export function expressionsOf(template: Template): readonly Expression[] {
  switch (template.kind) {
    case "text":
      return [];
    case "expression":
      return [template.expression];
    case "interpolation":
      return template.parts.filter((part) => typeof part !== "string");
  }
}

/** The expression and all that it is made of, from outside in. */
export function* parts(expression: Expression): Generator<Expression> {
  yield expression;
  if (expression.kind === "call") for (const argument of expression.arguments) yield* parts(argument);
  if (expression.kind === "selection") {
    yield* parts(expression.of);
    yield* parts(expression.key);
  }
}

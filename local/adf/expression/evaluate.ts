import { closest, didYouMean } from "../../../compiler/diagnostics/suggest.js";
import type { Context } from "./context.js";
import { functionNames, functionOf, unsupported } from "./functions/functions.js";
import { parseExpression } from "./parse.js";
import { ExpressionError, orThere, Problem, type Range } from "./problem.js";
import { textOf } from "./text.js";
import type { Call, Expression, Selection, Template } from "./tree.js";
import { isArray, isObject, property, typeOf, type Value } from "./value.js";

/** What the service makes of a string of a definition. Throws an `ExpressionError` that tells the place. */
export function evaluate(template: string | Template, context: Context): Value {
  const tree = typeof template === "string" ? parseExpression(template) : template;
  switch (tree.kind) {
    case "text":
      return tree.text;
    case "expression":
      return compute(tree.expression);
    case "interpolation":
      return tree.parts.map((part) => (typeof part === "string" ? part : inText(part))).join("");
  }

  function inText(part: Expression): string {
    const value = compute(part);
    return placed(part.range, () => textOf(value));
  }

  function compute(expression: Expression): Value {
    switch (expression.kind) {
      case "literal":
        return expression.value;
      case "call":
        return call(expression);
      case "selection":
        return chain(expression);
    }
  }

  /** Selections one after the other: `?` of null ends them all, and what follows is not looked at. */
  function chain(last: Selection): Value {
    const selections: Selection[] = [];
    let first: Expression = last;
    for (; first.kind === "selection"; first = first.of) selections.unshift(first);
    let value = compute(first);
    for (const selection of selections) {
      const key = compute(selection.key);
      const of = value;
      value = placed(selection.key.range, () => select(of, key, selection.isSafe));
      if (of === null) return null;
    }
    return value;
  }

  function call({ name, nameRange, arguments: written }: Call): Value {
    const found = functionOf(name);
    if (found === undefined) return placed(nameRange, () => unknownFunction(name));
    const { rule } = found;
    const [least, most] = rule.takes;
    if (written.length < least || written.length > most) {
      return placed(nameRange, () => wrongCount(found.name, rule.takes, written.length));
    }
    const lazy = written.map((argument) => () => compute(argument));
    if ("callLazily" in rule) return placed(nameRange, () => rule.callLazily(found.name, lazy));
    const values = lazy.map((value) => value());
    return placed(nameRange, () => rule.call({ name: found.name, values, context }));
  }

  function placed<T>(range: Range, of: () => T): T {
    try {
      return of();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      throw new ExpressionError(tree.kind === "text" ? "" : tree.text, range, error.message);
    }
  }
}

/** https://learn.microsoft.com/azure/data-factory/control-flow-expression-language-functions: `[0]` of an array, a name of an object. */
function select(of: Value, key: Value, isSafe: boolean): Value {
  if (typeof key !== "string" && typeof key !== "bigint") {
    throw new Problem(`only a name or an integer selects something, not ${typeOf(key)}`);
  }
  if (of === null && isSafe) return null;
  const found = typeof key === "string" ? named(of, key) : indexed(of, key);
  if (found !== undefined) return found;
  if (isSafe) return null;
  throw new Problem(typeof key === "string" ? unknownName(of, key) : `there is no item ${key}`);
}

function named(of: Value, name: string): Value | undefined {
  if (isObject(of)) return property(of, name);
  throw new Problem(
    `'${name}' cannot be selected of ${typeOf(of)}${isArray(of) ? ": an integer selects an item" : ""}`,
  );
}

function indexed(of: Value, index: bigint): Value | undefined {
  if (isArray(of)) return of[Number(BigInt.asIntN(32, index))];
  throw new Problem(`an item cannot be selected of ${typeOf(of)}`);
}

function unknownName(of: Value, name: string): string {
  const known = isObject(of) ? Object.keys(of) : [];
  return `there is no '${name}'.${orThere(name, known)}`;
}

function unknownFunction(name: string): never {
  const reason = Object.hasOwn(unsupported, name.toLowerCase()) ? unsupported[name.toLowerCase()] : undefined;
  if (reason !== undefined) throw new Problem(`'${name}' cannot be used: ${reason}`);
  throw new Problem(`there is no function '${name}'.${didYouMean(closest(name, functionNames))}`);
}

function wrongCount(name: string, [least, most]: readonly [number, number], count: number): never {
  const wanted = most === least ? `${least}` : Number.isFinite(most) ? `${least} to ${most}` : `at least ${least}`;
  throw new Problem(`'${name}' takes ${wanted} argument${wanted.endsWith("1") ? "" : "s"}, not ${count}`);
}

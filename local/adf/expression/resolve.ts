import type { Context } from "./context.js";
import { evaluate } from "./evaluate.js";
import { isArray, isObject, type ObjectValue, type Value } from "./value.js";

/**
 * A part of a definition with its expressions evaluated: each `{ "type": "Expression", "value": "@…" }`, and each string that is
 * an expression or holds one. All else stays as it is; what expressions give is not evaluated again.
 */
export function resolve(json: Value, context: Context): Value {
  if (typeof json === "string") return evaluate(json, context);
  if (isArray(json)) return json.map((item) => resolve(item, context));
  if (!isObject(json)) return json;
  const expression = expressionIn(json);
  if (expression !== undefined) return evaluate(expression, context);
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, resolve(value, context)]));
}

/** The text of `{ "type": "Expression", "value": "@…" }`. */
export function expressionIn({ type, value, ...others }: ObjectValue): string | undefined {
  const isOne = type === "Expression" && typeof value === "string" && Object.keys(others).length === 0;
  return isOne ? value : undefined;
}

import { ActivityError } from "../activity.js";
import { evaluate } from "../evaluate.js";
import type { JsonValue } from "../json.js";
import type { Reader } from "../reader.js";
import type { Scope } from "../scope.js";

/** A slot that takes nothing but an expression: `{"value": "@…", "type": "Expression"}`. */
export function readExpression(properties: Reader, name: string): JsonValue {
  const slot = properties.object(name);
  slot.only("type", ["Expression"]);
  const value = slot.text("value");
  slot.done();
  return { value, type: "Expression" };
}

export function listOf(value: JsonValue, scope: Scope, what: string): readonly JsonValue[] {
  const found = evaluate(value, scope);
  if (Array.isArray(found)) return found;
  throw new ActivityError(`${what} must be an array; it is ${JSON.stringify(found)}.`);
}

export function flagOf(value: JsonValue, scope: Scope, what: string): boolean {
  const found = evaluate(value, scope);
  if (typeof found === "boolean") return found;
  throw new ActivityError(`${what} must be true or false; it is ${JSON.stringify(found)}.`);
}

export function textOf(value: JsonValue, scope: Scope, what: string): string {
  const found = evaluate(value, scope);
  if (typeof found === "string") return found;
  throw new ActivityError(`${what} must be a text; it is ${JSON.stringify(found)}.`);
}

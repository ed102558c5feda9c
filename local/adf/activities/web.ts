import { ActivityError } from "../activity.js";
import { evaluate } from "../evaluate.js";
import type { JsonObject, JsonValue } from "../json.js";
import type { ActivityReader } from "../read-activities.js";
import { isObject } from "../reader.js";
import { policyTimeout, readTimeouts } from "../timeout.js";
import { textOf } from "./expression.js";

/**
 * https://learn.microsoft.com/azure/data-factory/control-flow-web-activity
 * Who asks for the factory's identity to be shown is sent a token that says nothing: here there is none.
 */
export const readWeb: ActivityReader = (properties, _reading, activity) => {
  const method = properties.only("method", ["GET", "POST", "PUT", "DELETE"]);
  const url = properties.value("url");
  const headers = properties.optional("headers") ?? {};
  const body = properties.optional("body");
  const authentication = properties.optionalObject("authentication");
  authentication?.only("type", ["MSI"]);
  authentication?.text("resource");
  authentication?.done();
  const seconds = readTimeouts(policyTimeout(activity));
  return async (scope) => {
    const given = evaluate(headers, scope);
    const texts = Object.entries(isObject(given) ? given : {}).map(([name, value]) => [name, String(value)]);
    const sent = body === undefined ? undefined : evaluate(body, scope);
    const response = await fetch(textOf(url, scope, "'url'"), {
      method,
      headers: { ...Object.fromEntries(texts), ...(authentication ? { authorization: "Bearer this-machine" } : {}) },
      ...(sent === undefined ? {} : { body: typeof sent === "string" ? sent : JSON.stringify(sent) }),
      signal: AbortSignal.any([scope.world.signal, AbortSignal.timeout(Math.min(seconds(scope) * 1000, 2 ** 31 - 1))]),
    }).catch((error: unknown) => {
      scope.world.signal.throwIfAborted();
      throw new ActivityError(`The address cannot be reached: ${error instanceof Error ? error.message : error}`);
    });
    const text = await response.text();
    if (!response.ok) throw new ActivityError(`It answered ${response.status}: ${text}`, String(response.status));
    return outputOf(text);
  };
};

/** An object as it is; anything else as `Response`. */
function outputOf(text: string): JsonObject {
  const read = parsed(text);
  return isObject(read) ? read : { Response: text };
}

function parsed(text: string): JsonValue {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

import { ActivityError } from "../activity.js";
import type { ActivityReader } from "../read-activities.js";
import type { Scope } from "../scope.js";
import { policyTimeout, readTimeouts } from "../timeout.js";
import { ask, noObject, objectIn, parsed } from "./ask.js";
import { textOf } from "./expression.js";

/** The longest answer, in bytes, and how long an answer is waited for where the activity does not say it, in seconds and at most. */
const limits = { bytes: 4 * 1024 * 1024, seconds: 60, mostSeconds: 600 };

/**
 * https://learn.microsoft.com/azure/data-factory/control-flow-web-activity
 * Who asks for the factory's identity to be shown is sent a token that says nothing where nobody here knows one.
 */
export const readWeb: ActivityReader = (properties, _reading, activity) => {
  const method = properties.only("method", ["GET", "POST", "PUT", "PATCH", "DELETE"]);
  const url = properties.value("url");
  const question = { method, headers: properties.optional("headers") ?? {}, body: properties.optional("body") };
  if (question.body === undefined && ["POST", "PUT", "PATCH"].includes(method))
    properties.problem(`'body' is missing: the service wants one with ${method}.`);
  if (question.body !== undefined && method === "GET")
    properties.problem("a 'body' is not sent with GET on this machine.");
  properties.only("turnOffAsync", [false]);
  const authentication = properties.optionalObject("authentication");
  authentication?.only("type", ["MSI"]);
  const resource = authentication?.text("resource");
  authentication?.done();
  const isSecret = activity.optionalObject("policy")?.flag("secureInput", false) ?? false;
  const own = properties.optional("httpRequestTimeout") ?? "00:01:00";
  const [answered, whole] = [readTimeouts(own), readTimeouts(policyTimeout(activity))];
  return async (scope) => {
    const wait = answered(scope);
    if (wait > limits.mostSeconds)
      throw new ActivityError(`'httpRequestTimeout' is at most 00:10:00; it is ${wait} seconds.`);
    const address = textOf(url, scope, "'url'");
    const added = await shown(resource, scope);
    const heard = await ask(question, { url: address, added, seconds: Math.min(wait, whole(scope)) }, scope);
    // https://learn.microsoft.com/azure/data-factory/data-factory-troubleshoot-guide#error-code-2128
    if (heard.kind === "none")
      throw new ActivityError(
        `No response from the endpoint. Possible causes: network connectivity, DNS failure, server certificate validation or timeout. (${heard.isLate ? `nothing came in ${wait} seconds` : heard.why})`,
        "2128",
      );
    // https://learn.microsoft.com/azure/data-factory/data-factory-troubleshoot-guide#error-code-2108
    if (heard.status < 200 || heard.status > 299)
      throw new ActivityError(
        `Error calling the endpoint '${isSecret ? "***" : address}'. Response status code: '${heard.status}': ${heard.text}`,
        "2108",
      );
    if (Buffer.byteLength(heard.text) > limits.bytes)
      throw new ActivityError("The response is longer than the 4 MB that an output may have.");
    return outputOf(heard.text);
  };
};

/** Who asks; undefined: nobody is shown. */
async function shown(resource: string | undefined, { world }: Scope): Promise<Readonly<Record<string, string>>> {
  if (resource === undefined) return {};
  return { authorization: `Bearer ${(await world.token?.(resource)) ?? "this-machine"}` };
}

/** An object as it is; what is no JSON as `Response`. An array, or a value alone, is no output. */
function outputOf(text: string) {
  const object = objectIn(text);
  if (object !== undefined) return object;
  if (parsed(text) !== undefined) throw new ActivityError(noObject);
  return { Response: text };
}

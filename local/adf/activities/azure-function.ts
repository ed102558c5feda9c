import { STATUS_CODES } from "node:http";
import { ActivityError } from "../activity.js";
import type { ActivityReader } from "../read-activities.js";
import type { Reader } from "../reader.js";
import type { Reading } from "../reading.js";
import { policyTimeout, readTimeouts } from "../timeout.js";
import { ask, noObject, objectIn } from "./ask.js";
import { textOf } from "./expression.js";

/** A function's answer comes in so many seconds or not at all: the load balancer before it waits no longer. */
const longestAnswer = 230;

/**
 * A function of an app, asked over HTTP; what it answers must be an object of JSON.
 * https://learn.microsoft.com/azure/data-factory/control-flow-azure-function-activity
 * The numbers of its errors, and their words, are those of
 * https://learn.microsoft.com/azure/data-factory/data-factory-troubleshoot-guide#azure-functions
 */
export const azureFunctionWithin =
  (longest: number): ActivityReader =>
  (properties, reading, activity) => {
    const app = readApp(activity, reading);
    const method = properties.only("method", ["GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD"]);
    const name = properties.value("functionName");
    if (app && typeof name === "string" && !name.includes("@") && !app.functions.includes(plain(name)))
      properties.problem(`there is no function '${plain(name)}' with an HTTP trigger in the app of '${app.name}'.`);
    const question = { method, headers: properties.optional("headers") ?? {}, body: properties.optional("body") };
    if (question.body === undefined && ["POST", "PUT"].includes(method))
      properties.problem(`'body' is missing: the service wants one with ${method}.`);
    if (question.body !== undefined && !["POST", "PUT", "DELETE"].includes(method))
      properties.problem(`a 'body' is not sent with ${method} on this machine.`);
    const seconds = readTimeouts(policyTimeout(activity));
    return async (scope) => {
      const called = textOf(name, scope, "'functionName'");
      const { address, key } = scope.world.functionApp(app?.name ?? "");
      const asking = {
        url: `${address}/api/${called}`,
        added: { "x-functions-key": key },
        seconds: Math.min(longest, seconds(scope)),
      };
      const heard = await ask(question, asking, scope);
      if (heard.kind === "none" && !heard.isLate)
        throw new ActivityError(`There was an error while calling endpoint. (${heard.why})`, "3610");
      const answer = heard.kind === "none" ? lateAnswer(asking.seconds) : heard;
      if (answer.status < 200 || answer.status > 299)
        throw new ActivityError(
          `Call to provided Azure function '${plain(called)}' failed with status-'${statusName(answer.status)}' and message - '${answer.text}'.`,
          "3608",
        );
      const output = objectIn(answer.text);
      if (output === undefined) throw new ActivityError(noObject, "3603");
      return output;
    };
  };

export const readAzureFunction: ActivityReader = azureFunctionWithin(longestAnswer);

/** The app that is asked; undefined where there is none on this machine, which is told. */
function readApp(
  activity: Reader,
  { reach }: Reading,
): { readonly name: string; readonly functions: readonly string[] } | undefined {
  const linked = activity.object("linkedServiceName");
  linked.only("type", ["LinkedServiceReference"]);
  const name = linked.text("referenceName");
  linked.done();
  const functions = reach.functionsOf(name);
  if (functions === undefined) linked.problem(`there is no function app of '${name}' on this machine.`);
  return functions && { name, functions };
}

/** A function's name without what follows it in its address: `load/1?from=2` is `load`. */
const plain = (name: string): string => name.replace(/[/?].*$/s, "");

/** What the load balancer answers in the function's place. */
const lateAnswer = (seconds: number) => ({ status: 504, text: `no answer in ${seconds} seconds` });

/** A status as the service writes it: `NotFound`. */
const statusName = (status: number): string =>
  status === 413 ? "RequestEntityTooLarge" : (STATUS_CODES[status] ?? String(status)).replaceAll(/[^A-Za-z0-9]/g, "");

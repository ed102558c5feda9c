import { setTimeout } from "node:timers/promises";
import { ActivityError } from "../activity.js";
import { evaluate } from "../evaluate.js";
import type { ActivityReader } from "../read-activities.js";

/** https://learn.microsoft.com/azure/data-factory/control-flow-fail-activity */
export const readFail: ActivityReader = (properties) => {
  const [message, code] = [properties.value("message"), properties.value("errorCode")];
  return async (scope) => {
    throw new ActivityError(String(evaluate(message, scope)), String(evaluate(code, scope)));
  };
};

/** A second at the most: here nothing gets better by waiting (README.md says so). https://learn.microsoft.com/azure/data-factory/control-flow-wait-activity */
export const readWait: ActivityReader = (properties) => {
  const wanted = properties.value("waitTimeInSeconds");
  return async (scope) => {
    const seconds = Number(evaluate(wanted, scope));
    if (!(seconds >= 1)) throw new ActivityError(`'waitTimeInSeconds' must be 1 or more; it is ${seconds}.`);
    await setTimeout(Math.min(seconds, 1) * 1000, undefined, { signal: scope.world.signal });
    return {};
  };
};

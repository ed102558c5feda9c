import { ActivityError } from "../activity.js";
import { evaluate } from "../evaluate.js";
import type { JsonValue } from "../json.js";
import type { ActivityReader } from "../read-activities.js";
import type { Scope } from "../scope.js";

/** https://learn.microsoft.com/azure/data-factory/control-flow-set-variable-activity */
export const readSetVariable: ActivityReader = (properties) => {
  properties.only("setSystemVariable", [false]);
  const [name, value] = [properties.text("variableName"), properties.value("value")];
  return async (scope) => {
    const before = current(scope, name);
    const after = evaluate(value, scope);
    if (kindOf(after) !== kindOf(before))
      throw new ActivityError(`The variable '${name}' is ${kindOf(before)}, and the value ${kindOf(after)}.`);
    scope.run.variables.set(name, after);
    return { name, value: after };
  };
};

/** https://learn.microsoft.com/azure/data-factory/control-flow-append-variable-activity */
export const readAppendVariable: ActivityReader = (properties) => {
  const [name, value] = [properties.text("variableName"), properties.value("value")];
  return async (scope) => {
    const before = current(scope, name);
    if (!Array.isArray(before)) throw new ActivityError(`The variable '${name}' is ${kindOf(before)}, no array.`);
    const added = evaluate(value, scope);
    scope.run.variables.set(name, [...before, added]);
    return { name, value: added };
  };
};

function current({ run }: Scope, name: string): JsonValue {
  const value = run.variables.get(name);
  if (value === undefined) throw new ActivityError(`The pipeline '${run.pipeline}' has no variable '${name}'.`);
  return value;
}

const kindOf = (value: JsonValue): string => (Array.isArray(value) ? "array" : value === null ? "null" : typeof value);

import { ActivityError, type Run } from "../activity.js";
import { evaluate } from "../evaluate.js";
import type { JsonValue } from "../json.js";
import type { ActivityReader } from "../read-activities.js";
import type { Reader } from "../reader.js";
import type { Scope } from "../scope.js";

/** https://learn.microsoft.com/azure/data-factory/control-flow-set-variable-activity */
export const readSetVariable: ActivityReader = (properties) => {
  if (properties.flag("setSystemVariable", false)) return readReturnValue(properties);
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

/** What the pipeline returns to the one that called it. https://learn.microsoft.com/azure/data-factory/tutorial-pipeline-return-value */
function readReturnValue(properties: Reader): Run {
  properties.only("variableName", ["pipelineReturnValue"]);
  const values = properties.list("value").map((one) => {
    const value = one.object("value");
    // A text is evaluated as every property is.
    value.only("type", ["String", "Expression"]);
    const read = { key: one.text("key"), content: value.text("content") };
    value.done();
    one.done();
    return read;
  });
  return async (scope) => {
    for (const { key, content } of values) scope.run.returned.set(key, scope.world.returned(evaluate(content, scope)));
    return { name: "pipelineReturnValue", value: Object.fromEntries(scope.run.returned) };
  };
}

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

import type { Context } from "../context.js";
import { orThere, Problem } from "../problem.js";
import { type ObjectValue, property, type Value } from "../value.js";
import { type Call, type FunctionRule, stringAt } from "./call.js";

/** What an expression can begin with that is not computed: https://learn.microsoft.com/azure/data-factory/control-flow-system-variables */
export const rootFunctions: Readonly<Record<string, FunctionRule>> = {
  activity: { takes: [1, 1], call: (call) => named(call, "activity that has ended", call.context.activities) },
  dataset: whole("dataset"),
  item: whole("item"),
  linkedService: whole("linkedService"),
  pipeline: { takes: [0, 0], call: ({ context }) => pipeline(context) },
  trigger: whole("trigger"),
  triggerBody: whole("triggerBody"),
  variables: { takes: [1, 1], call: (call) => named(call, "variable", call.context.variables) },
};

function whole(name: "dataset" | "item" | "linkedService" | "trigger" | "triggerBody"): FunctionRule {
  const call = ({ context }: Call): Value => {
    const value = context[name];
    if (value === undefined) throw new Problem(`'${name}()' has no value here`);
    return value;
  };
  return { takes: [0, 0], call };
}

function named(call: Call, noun: string, values: ObjectValue | undefined): Value {
  const name = stringAt(call, 0);
  if (values === undefined) throw new Problem(`'${call.name}' has no value here`);
  const value = property(values, name);
  if (value !== undefined) return value;
  throw new Problem(`there is no ${noun} '${name}'.${orThere(name, Object.keys(values))}`);
}

function pipeline({ pipeline: system, parameters, globalParameters }: Context): Value {
  if (system === undefined && parameters === undefined && globalParameters === undefined) {
    throw new Problem("'pipeline()' has no value here");
  }
  return {
    ...system,
    ...(parameters === undefined ? {} : { parameters }),
    ...(globalParameters === undefined ? {} : { globalParameters }),
  };
}

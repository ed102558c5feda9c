import type { ActivityReader } from "../read-activities.js";
import { runActivities } from "../run-activities.js";
import { flagOf, readExpression, textOf } from "./expression.js";

/** https://learn.microsoft.com/azure/data-factory/control-flow-if-condition-activity */
export const readIfCondition: ActivityReader = (properties, reading) => {
  const expression = readExpression(properties, "expression");
  const ifTrue = reading.activities(properties.list("ifTrueActivities"));
  const ifFalse = reading.activities(properties.list("ifFalseActivities"));
  return async (scope) => {
    const isTrue = flagOf(expression, scope, "The condition");
    await runActivities(isTrue ? ifTrue : ifFalse, { ...scope, results: scope.results.inner() });
    return { isTrue };
  };
};

/** https://learn.microsoft.com/azure/data-factory/control-flow-switch-activity */
export const readSwitch: ActivityReader = (properties, reading) => {
  const on = readExpression(properties, "on");
  const cases = properties.list("cases").map((one) => {
    const read = { value: one.text("value"), activities: reading.activities(one.list("activities")) };
    one.done();
    return read;
  });
  const byDefault = reading.activities(properties.list("defaultActivities"));
  return async (scope) => {
    const value = textOf(on, scope, "'on'");
    const taken = cases.find((one) => one.value === value);
    await runActivities(taken?.activities ?? byDefault, { ...scope, results: scope.results.inner() });
    return { case: taken?.value ?? "default" };
  };
};

import type { ActivityReader } from "../read-activities.js";
import { flagOf, listOf, readExpression } from "./expression.js";

/** https://learn.microsoft.com/azure/data-factory/control-flow-filter-activity */
export const readFilter: ActivityReader = (properties) => {
  const [items, condition] = [readExpression(properties, "items"), readExpression(properties, "condition")];
  return async (scope) => {
    const all = listOf(items, scope, "'items'");
    const kept = all.filter((item) => flagOf(condition, { ...scope, item }, "'condition'"));
    return { ItemsCount: all.length, FilteredItemsCount: kept.length, Value: kept };
  };
};

import { needed } from "./order.js";
import type { ThingId, Wanted } from "./thing.js";

/**
 * Spark job definitions that are new or have changed, or a file that they name has: publishing starts nothing. What runs is a batch
 * that was submitted with arguments of its own: https://learn.microsoft.com/rest/api/synapse/data-plane/spark-batch/create-spark-batch-job
 */
export function toSubmit(wanted: readonly Wanted[], touched: ReadonlySet<ThingId>): readonly ThingId[] {
  const needs = new Map(wanted.map(({ id, needs }) => [id, needs]));
  return wanted
    .filter(({ kind }) => kind.name === "synapse.sparkJobDefinition")
    .map(({ id }) => id)
    .filter((id) => [id, ...needed(id, needs)].some((one) => touched.has(one)));
}

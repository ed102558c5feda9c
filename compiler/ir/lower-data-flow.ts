import type { LinkedTable, Queried } from "../model/linked.js";
import type { DataFlowIr } from "./flow.js";
import type { Identities } from "./identities.js";
import { explodeOf } from "./lower-explode.js";
import { landedOf } from "./lower-landed.js";
import { referenceOf, tableIr } from "./lower-tables.js";

/** A mapping data flow computes it, and no notebook. */
export const isOfDataFlow = (queried: Queried): queried is LinkedTable =>
  queried.kind === "table" && queried.table.engine === "data-flow";

/** `cores`: those of the pipeline's compute, which is there wherever something is computed. */
export function dataFlowOf(linked: LinkedTable, cores: number | undefined, identities: Identities): DataFlowIr {
  const { table, inputs, columns, where, output } = linked;
  const [input] = inputs;
  if (input.kind !== "landed" || cores === undefined)
    throw new Error(`${table.name} got past the checks of data flows`);
  return {
    id: identities.ids.table(linked),
    reference: referenceOf(table),
    origin: table.origin,
    description: table.description,
    input: landedOf(input, identities),
    explode: explodeOf(linked),
    columns,
    where,
    output: tableIr(linked, output),
    cores,
  };
}

import type { LinkedTable } from "../model/linked.js";
import type { LinkedLanded } from "../model/linked-landings.js";
import type { Identities } from "./identities.js";
import { storedTable } from "./lower-apply-changes.js";
import { isOfDataFlow } from "./lower-data-flow.js";
import { explodeOf } from "./lower-explode.js";
import { joinOf } from "./lower-joins.js";
import { landedOf } from "./lower-landed.js";
import { tableQuery } from "./lower-query.js";
import { expectationsOf, inOrder, pathOf, sideTable, tableIr } from "./lower-tables.js";
import type { ReadingInput, ReplaceQuery } from "./query.js";

/** A table that is computed anew from all of its inputs. */
export function replace(linked: LinkedTable, isOfFlow: boolean, identities: Identities): ReplaceQuery {
  const { columns, where, expectations, joins, grouping, output } = linked;
  const keeps = expectations.some(({ otherwise }) => otherwise === "quarantine");
  return {
    kind: "replace",
    ...tableQuery(linked, identities),
    ...(isOfFlow && { trigger: "0 seconds" }), // its job is started
    isOfFlow,
    inputs: inputsOf(linked, identities),
    computedOf: computedOf(linked, identities),
    explode: explodeOf(linked),
    columns,
    where,
    expectations: expectationsOf(expectations),
    joins: joins.map(joinOf),
    grouping,
    output: tableIr(linked, output),
    quarantine: keeps ? sideTable(linked, "quarantine", undefined) : undefined,
  };
}

function inputsOf({ table, inputs }: LinkedTable, identities: Identities): ReplaceQuery["inputs"] {
  return inOrder(inputs).map((input) => {
    if (input.kind === "landed") return readingOf(input, identities);
    if (input.kind === "raw") throw new Error(`${table.layer}.${table.name} is computed anew from raw events`);
    return { kind: "table", table: storedTable(input) };
  });
}

/** In the order of their places, each once. */
function computedOf({ inputs, joins }: LinkedTable, identities: Identities): readonly ReadingInput[] {
  const read = [...inputs, ...joins.map(({ table }) => table)];
  const computed = read.flatMap((one) => (one.kind === "table" && isOfDataFlow(one) ? one.inputs : []));
  const readings = computed.flatMap((one) => (one.kind === "landed" ? [readingOf(one, identities)] : []));
  const byPlace = new Map(readings.map((one) => [one.path, one] as const));
  return [...byPlace.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

const readingOf = (input: LinkedLanded, identities: Identities): ReadingInput => ({
  kind: "reading",
  path: pathOf(input.table),
  landed: landedOf(input, identities),
});

import type { LinkedTable } from "../model/linked.js";
import type { Identities } from "./identities.js";
import { explodeOf } from "./lower-explode.js";
import { joinOf } from "./lower-joins.js";
import { tableQuery } from "./lower-query.js";
import { expectationsOf, inOrder, sideTable, tableIr } from "./lower-tables.js";
import type { ReplaceQuery } from "./query.js";
import type { TableIr } from "./table.js";

/** A table that is computed anew from all of its inputs. */
export function replace(linked: LinkedTable, identities: Identities): ReplaceQuery {
  const { columns, where, expectations, joins, grouping, output } = linked;
  const keeps = expectations.some(({ otherwise }) => otherwise === "quarantine");
  return {
    kind: "replace",
    ...tableQuery(linked, identities),
    inputs: inputsOf(linked),
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

function inputsOf({ table, inputs }: LinkedTable): readonly TableIr[] {
  return inOrder(inputs).map((input) => {
    if (input.kind === "raw") throw new Error(`${table.layer}.${table.name} is computed anew from raw events`);
    return tableIr(input, input.output);
  });
}

import type { LinkedLookup } from "../model/linked.js";
import type { LinkedMerged } from "../model/linked-landings.js";
import type { Identities } from "./identities.js";
import { checkpointOf } from "./lower-checkpoint.js";
import { landedOf } from "./lower-landed.js";
import { expectationsOf, fieldOf, pathOf, referenceOf, setAside, tableIr, violations } from "./lower-tables.js";
import type { ApplyChangesQuery } from "./query.js";
import type { TableIr } from "./table.js";

/** The query that keeps the latest row of each key of what has landed. */
export function applyChanges(linked: LinkedMerged, identities: Identities): ApplyChangesQuery {
  const { table, input, columns, where, expectations, keys, sequenceBy, history, deletes } = linked;
  const keeps = expectations.some(({ otherwise }) => otherwise === "quarantine");
  return {
    kind: "apply-changes",
    ...checkpointOf(identities.ids.table(linked), identities),
    reference: referenceOf(table),
    origin: table.origin,
    description: table.description,
    trigger: "0 seconds", // its job is started, and it makes a batch of what there is
    places: [], // a landing stands in the lake, wherever the database is
    input: landedOf(input, identities),
    columns,
    where,
    expectations: expectationsOf(expectations),
    keys,
    sequenceBy,
    of: input.source.reading.kind === "full" ? "snapshots" : "changes",
    deletesAbsent: table.changes.deletesAbsent,
    deletes: deletes && { when: deletes, kept: table.changes.ignoresNull ? undefined : deletedOf(linked) },
    sequences: table.changes.ignoresNull ? sequencesOf(linked) : undefined,
    history,
    output: mergedTable(linked),
    quarantine: keeps ? quarantineOf(linked) : undefined,
  };
}

const latestOf = ({ changes }: LinkedMerged["table"]): string =>
  changes.ignoresNull ? "The latest values of each key" : "The latest row of each key";

/** The table itself, as its readers know it too. */
const mergedTable = ({ table, history, output }: LinkedMerged): TableIr => ({
  reference: referenceOf(table),
  path: pathOf(table),
  columns: output.map(fieldOf),
  comment: table.description ?? `${history ? "The versions of each row" : latestOf(table)} of ${table.inputs[0].name}.`,
  partitionBy: [],
  onSchemaChange: "fail",
});

/** A table of the lake whose rows are read as they are. */
export const storedTable = (linked: LinkedLookup): TableIr =>
  linked.kind === "merged" ? mergedTable(linked) : tableIr(linked, linked.output);

/** Of each key that was deleted when that was; where versions stay, all times at which it was. */
function deletedOf({ table, history, output, keys, sequenceBy }: LinkedMerged): TableIr {
  const order = history ? ["valid_from"] : sequenceBy;
  return {
    reference: `${referenceOf(table)}.deleted`,
    path: `${pathOf(table)}_deleted`,
    columns: output.filter(({ name }) => keys.includes(name) || order.includes(name)).map(fieldOf),
    comment: `What was deleted of ${referenceOf(table)}: what is earlier and comes later stays deleted.`,
    partitionBy: [],
    onSchemaChange: "fail",
  };
}

/** Of each key and value the place in the order of the row that it comes from, and of the latest delete. */
function sequencesOf({ table, output, keys, sequenceBy }: LinkedMerged): TableIr {
  const fields = output.filter(({ name }) => sequenceBy.includes(name)).map(fieldOf);
  const inTurn = sequenceBy.flatMap((name) => fields.filter((field) => field.name === name));
  const place = { type: { kind: "struct", fields: inTurn }, nullable: true } as const;
  const values = output.filter(({ name }) => !keys.includes(name) && !sequenceBy.includes(name));
  return {
    reference: `${referenceOf(table)}.sequences`,
    path: `${pathOf(table)}_sequences`,
    columns: [
      ...output.filter(({ name }) => keys.includes(name)).map(fieldOf),
      ...values.map(({ name }) => ({ name, ...place })),
      { name: "_deleted", ...place },
    ],
    comment: `Where each value of ${referenceOf(table)} has its place: what is earlier and comes later fills in what is null, and no more.`,
    partitionBy: [],
    onSchemaChange: "fail",
  };
}

/** Rows that were set aside: what is wrong with them, the columns, which may all be missing there, and the landing that brought them. */
function quarantineOf({ table, columns }: LinkedMerged): TableIr {
  return {
    reference: `${referenceOf(table)}.quarantine`,
    path: `${pathOf(table)}_quarantine`,
    columns: [violations, ...setAside(columns), { name: "_landing", type: { kind: "bigint" }, nullable: true }],
    comment: `Rows that violate what ${referenceOf(table)} expects.`,
    partitionBy: [],
    onSchemaChange: "fail",
  };
}

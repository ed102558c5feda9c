import type { DataType, Field } from "../expression/type.js";
import { isOfColumns } from "../model/files.js";
import type {
  LinkedExpectation,
  LinkedInput,
  LinkedRaw,
  LinkedSource,
  LinkedTable,
  NamedExpression,
} from "../model/linked.js";
import type { AnyTable } from "../model/model.js";
import { isView, storedInputs, takesApart } from "../model/views.js";
import type { ExpectationIr } from "./clauses.js";
import type { InputIr } from "./input.js";
import { positionOf } from "./inputs.js";
import type { TableIr } from "./table.js";

/** A raw table: what came in, and where it stood. */
export function rawTable({ table, source }: LinkedRaw): TableIr {
  return {
    reference: referenceOf(table),
    path: pathOf(table),
    columns: [...contents(source), ...source.position.columns.map(fieldOf)],
    comment: table.description ?? commentOf(source),
    partitionBy: [],
    onSchemaChange: table.onSchemaChange,
  };
}

/** Bodies of events; lines and records of files as they stand; rows of Parquet, Avro and Delta, which an engine must parse. */
function contents(source: LinkedSource): readonly Field[] {
  if (source.kind !== "hub")
    return isOfColumns(source.source) ? source.columns.map(fieldOf) : [field("body", "string", false)];
  const property: DataType = {
    kind: "struct",
    fields: [field("name", "string", true), field("value", "string", true)],
  };
  return [
    field("body", "binary", true),
    field("key", "binary", true),
    { name: "properties", type: { kind: "array", element: property, containsNull: true }, nullable: true },
  ];
}

function commentOf({ kind, source }: LinkedSource): string {
  switch (kind) {
    case "hub":
      return `Events of ${source.hub} as they came: body and position.`;
    case "files":
      return `Rows of ${source.path} as they came, and where each stood.`;
    case "lake":
      return `Rows of the table ${source.path} as they came, and when each was read.`;
  }
}

/** A queried table, with what its readers see. */
export const tableIr = ({ table }: LinkedTable, output: readonly Field[]): TableIr => ({
  reference: referenceOf(table),
  path: pathOf(table),
  columns: output.map(fieldOf),
  comment: table.description ?? `Reads ${table.inputs.map(({ name }) => name).join(" and ")}.`,
  partitionBy: table.storage.partitionBy.map(({ name }) => name),
  onSchemaChange: table.storage.onSchemaChange,
});

/** Rows that were set aside: the columns, which may all be missing there, the event that they were read from, and which of its elements. `input` is undefined where rows come from no events. */
export function sideTable(linked: LinkedTable, kind: "quarantine" | "late", input: InputIr | undefined): TableIr {
  const { table, columns, explode, inputs } = linked;
  const position = input && positionOf(input);
  const event = position
    ? [
        field("_body", "string", true),
        ...position.columns.map(({ name, type }) => ({ name: `_${name}`, type, nullable: true })),
      ]
    : [];
  return {
    reference: `${table.layer}.${table.name}.${kind}`,
    path: `${pathOf(table)}_${kind}`,
    columns: [
      ...(kind === "quarantine" ? [violations] : []),
      ...setAside(columns),
      ...(storedInputs(linked).length > 1 ? [field("_input", "string", true)] : []),
      ...event,
      ...(explode || inputs.some(takesApart) ? [field("_element", "int", true)] : []),
    ],
    comment:
      kind === "quarantine"
        ? `Rows that violate what ${table.layer}.${table.name} expects.`
        : `Rows that came to ${table.layer}.${table.name} after the watermark had passed them.`,
    partitionBy: [],
    onSchemaChange: table.storage.onSchemaChange,
  };
}

/** What is wrong with a row that was set aside. */
export const violations: Field = {
  name: "_violations",
  type: { kind: "array", element: { kind: "string" }, containsNull: true },
  nullable: true,
};

/** Columns as rows have them that were set aside: each may be missing there. */
export const setAside = (columns: readonly NamedExpression[]): readonly Field[] =>
  columns.map(({ name, expression }) => ({ name, type: expression.type, nullable: true }));

export const expectationsOf = (expectations: readonly LinkedExpectation[]): readonly ExpectationIr[] =>
  expectations.map(({ name, expression, otherwise }) => ({ name, that: expression, otherwise }));

/** A column without its place. */
export const fieldOf = ({ name, type, nullable }: Field): Field => ({ name, type, nullable });

const field = (name: string, kind: "string" | "int" | "binary", nullable: boolean): Field => ({
  name,
  type: { kind },
  nullable,
});

/** What a place in the lake, and an id, is made of. */
export type StoredTable = Pick<AnyTable, "layer" | "storedAs">;

/** Where a table stands, below the lake's root. */
export const pathOf = ({ layer, storedAs }: StoredTable): string => `${layer}/${storedAs}`;

/** The inputs of a union in the order in which it reads them: that of the tables of the lake that they come to. A view's name decides nothing. */
export const inOrder = (inputs: readonly LinkedInput[]): readonly LinkedInput[] =>
  [...inputs].sort((a, b) => (firstPlace(a) < firstPlace(b) ? -1 : 1));

const firstPlace = (input: LinkedInput): string =>
  (isView(input) ? storedInputs(input) : [input]).map(({ table }) => pathOf(table)).sort()[0] ?? "";

/** A query goes by the table that it writes: `readings/silver.readings`. */
export const idOf = (pipeline: string, { layer, storedAs }: StoredTable): string => `${pipeline}/${layer}.${storedAs}`;

/** How the language calls a table: `silver.readings`. */
export const referenceOf = ({ layer, name }: Pick<AnyTable, "layer" | "name">): string => `${layer}.${name}`;

/** `readings/sinks.averages` */
export const sinkId = (pipeline: string, { name }: { readonly name: string }): string => `${pipeline}/sinks.${name}`;

import type { TypedNode } from "../../compiler/expression/expression.js";
import { children } from "../../compiler/expression/facts.js";
import { type TransactPrinter, transactPrinter } from "../../compiler/expression/print/to-transact.js";
import { joined, name, plain, type Transact, transact } from "../../compiler/expression/print/transact.js";
import { collation, type TransactType, transactTypeOf } from "../../compiler/expression/print/transact-types.js";
import type { Field } from "../../compiler/expression/type.js";
import type { WarehouseViewIr } from "../../compiler/ir/warehouse.js";
import { lakeSource } from "./names.js";

/** The rows of the table have this name within a view. */
export const rows = "r";

/** `refuse`: what is told of an expression that has no spelling. */
type Refuse = Parameters<typeof transactPrinter>[1];

/**
 * A view over a Delta table. Its columns are bound by name, letter by letter, so the lake's own names stand in WITH; those that are not
 * used are not read. https://learn.microsoft.com/azure/synapse-analytics/sql/create-use-views
 */
export function viewStatement(schema: string, view: WarehouseViewIr, refuse: Refuse = unexpected): Transact {
  const printer = transactPrinter(rows, refuse);
  const columns = view.columns.map(({ name: column, expression }) => {
    const { node } = expression;
    const isTyped = node.kind === "column" || (node.kind === "cast" && node.type.kind !== "string");
    const shown = isTyped ? printer.value(node) : computed(node, printer, refuse);
    return transact`${shown} AS ${name(column)}`;
  });
  const where = view.where ? transact`\nWHERE ${printer.holds(view.where.node)}` : transact``;
  return transact`CREATE OR ALTER VIEW ${name(schema)}.${name(view.name)} AS
SELECT
  ${joined(columns, ",\n  ")}
FROM OPENROWSET(
  BULK ${plain(view.table.path)},
  DATA_SOURCE = ${plain(lakeSource)},
  FORMAT = 'DELTA'
) WITH (
  ${joined(fieldsOf(view).map(definition), ",\n  ")}
) AS ${name(rows)}${where};`;
}

/** The table's columns that a view uses. */
export function fieldsOf({ table, columns, where }: WarehouseViewIr): readonly Field[] {
  const used = new Set(
    [...columns.map(({ expression }) => expression), ...(where ? [where] : [])].flatMap(({ references }) =>
      references.map(({ path }) => path[0]),
    ),
  );
  const fields = table.columns.filter((field) => used.has(field.name));
  return fields.length > 0 ? fields : table.columns.slice(0, 1); // a view of nothing but constants reads its rows all the same
}

/** `[item] varchar(8000) COLLATE …` */
export function definition({ name: column, type }: Field): Transact {
  const found = known(transactTypeOf(type), column);
  return transact`${name(column)} ${found.type}${found.isText ? collated : transact``}`;
}

/** `[item] varchar(8000)` */
export const typed = ({ name: column, type }: Field): Transact =>
  transact`${name(column)} ${known(transactTypeOf(type), column).type}`;

function computed(node: TypedNode, printer: TransactPrinter, refuse: Refuse): Transact {
  const type = transactTypeOf(node.type);
  const value = printer.value(node);
  if (type === undefined) {
    refuse(`a value of ${node.type.kind}`, "T-SQL has no such type.");
    return value;
  }
  if (!type.isText) return transact`CAST(${value} AS ${type.type})`;
  return transact`CAST(${value} AS ${isPutTogether(node) ? transact`varchar(max)` : type.type})${collated}`;
}

const collated: Transact = transact` COLLATE ${{ transact: collation }}`;

/** Its text may be longer than each that it is made of. */
const isPutTogether = (node: TypedNode): boolean =>
  (node.kind === "binary" && node.operator === "||") ||
  (node.kind === "call" && node.function.spelling.transact?.joins === true) ||
  children(node).some(isPutTogether);

function known(type: TransactType | undefined, column: string): TransactType {
  if (type === undefined) throw new Error(`${column} has no type of T-SQL`);
  return type;
}

function unexpected(what: string): never {
  throw new Error(`${what} got past the checks`);
}

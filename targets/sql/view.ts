import type { TypedNode } from "../../compiler/expression/expression.js";
import { children } from "../../compiler/expression/facts.js";
import { columnsOf, type TransactPrinter, transactPrinter } from "../../compiler/expression/print/to-transact.js";
import { joined, name, plain, type Transact, transact } from "../../compiler/expression/print/transact.js";
import { collation, type TransactType, transactTypeOf } from "../../compiler/expression/print/transact-types.js";
import type { Field } from "../../compiler/expression/type.js";
import type { MaskIr, WarehouseColumnIr, WarehouseViewIr } from "../../compiler/ir/warehouse.js";
import { landedRows } from "./landed.js";
import { masked, maskOf, visible } from "./mask.js";
import { lakeSource } from "./names.js";
import { type Read, readsOf, rowColumns, spellingOf } from "./reads.js";

/** The rows that are grouped have this name within a view. */
export const groups = "g";

/** `refuse`: what is told of an expression that has no spelling. */
type Refuse = Parameters<typeof transactPrinter>[1];

/**
 * A view over Delta tables. Their columns are bound by name, letter by letter, so the lake's own names stand in WITH; those that are not
 * used are not read. https://learn.microsoft.com/azure/synapse-analytics/sql/create-use-views
 */
export function viewStatement(schema: string, view: WarehouseViewIr, refuse: Refuse = unexpected): Transact {
  return transact`CREATE OR ALTER VIEW ${name(schema)}.${name(view.name)} AS
${selectStatement(view, refuse)};`;
}

/** What a view shows, without a semicolon. */
export const selectStatement = (view: WarehouseViewIr, refuse: Refuse = unexpected): Transact =>
  view.groups === undefined ? rowsOf(view, refuse) : groupsOf(view, view.groups.by, refuse);

/** What is seen of each row, or, of one whose rows are grouped, what is made of them. */
function rowsOf(view: WarehouseViewIr, refuse: Refuse): Transact {
  const printer = transactPrinter(spellingOf(view), refuse);
  const [own, ...others] = readsOf(view);
  const lookups = others.map((read) => lookup(read, printer));
  const conditions = [
    ...(view.where ? [printer.holds(view.where.node)] : []),
    ...(view.rows ? [visible(view.rows, ({ node }) => printer.holds(node))] : []),
  ];
  const where = conditions.length > 0 ? transact`\nWHERE ${joined(conditions, "\n  AND ")}` : transact``;
  return transact`SELECT
  ${shown(rowColumns(view), view.masks, printer, refuse)}
FROM ${rowset(own)}${joined(lookups, "")}${where}`;
}

/**
 * Groups of rows. Texts that differ only by spaces at their ends are equal in T-SQL, so that their lengths tell groups apart too.
 * https://learn.microsoft.com/sql/t-sql/queries/select-group-by-transact-sql
 */
function groupsOf(view: WarehouseViewIr, by: readonly string[], refuse: Refuse): Transact {
  const printer = transactPrinter(columnsOf(groups), refuse);
  const keys = by.flatMap((key) => {
    const isText = view.groups?.rows.some((row) => row.name === key && row.expression.type.kind === "string");
    const column = transact`${name(groups)}.${name(key)}`;
    return isText ? [column, transact`DATALENGTH(${column})`] : [column];
  });
  return transact`SELECT
  ${shown(view.columns, [], printer, refuse)}
FROM (
${rowsOf(view, refuse)}
) AS ${name(groups)}${keys.length > 0 ? transact`\nGROUP BY ${joined(keys, ", ")}` : transact``}`;
}

function shown(
  columns: readonly WarehouseColumnIr[],
  masks: readonly MaskIr[],
  printer: TransactPrinter,
  refuse: Refuse,
): Transact {
  const each = columns.map(({ name: column, expression: { node } }) => {
    const isTyped =
      node.kind === "column" ||
      (node.kind === "cast" && node.type.kind !== "string") ||
      (node.kind === "call" && node.function.aggregate === true);
    const mask = maskOf(masks, column);
    const isBare = isTyped && mask === undefined;
    return transact`${isBare ? printer.value(node) : computed(node, mask, printer, refuse)} AS ${name(column)}`;
  });
  return joined(each, ",\n  ");
}

/** The rows of a table, or of what landed, as OPENROWSET gives them. */
const rowset = (read: Read): Transact =>
  transact`${read.landed ? landedRows(read, read.landed) : deltaRows(read)} AS ${name(read.alias)}`;

const deltaRows = ({ table, fields }: Read): Transact => transact`OPENROWSET(
  BULK ${plain(table.path)},
  DATA_SOURCE = ${plain(lakeSource)},
  FORMAT = 'DELTA'
) WITH (
  ${joined(fields.map(definition), ",\n  ")}
)`;

function lookup(read: Read, printer: TransactPrinter): Transact {
  const on = (read.join?.on ?? []).map(({ node }) => printer.holds(node));
  const how = read.join?.how === "left" ? transact`LEFT JOIN` : transact`INNER JOIN`;
  return transact`\n${how} ${rowset(read)} ON ${joined(on, " AND ")}`;
}

/** `[item] varchar(8000) COLLATE …` */
export function definition({ name: column, type }: Field): Transact {
  const found = known(transactTypeOf(type), column);
  return transact`${name(column)} ${found.type}${found.isText ? collated : transact``}`;
}

/** A column that a view shows, by which it is read from files that were written of it. */
export const shownDefinition = ({ name: column, expression }: WarehouseViewIr["columns"][number]): Transact =>
  definition({ name: column, type: expression.type, nullable: expression.nullable });

/** `[item] varchar(8000)` */
export const typed = ({ name: column, type }: Field): Transact =>
  transact`${name(column)} ${known(transactTypeOf(type), column).type}`;

function computed(node: TypedNode, mask: MaskIr | undefined, printer: TransactPrinter, refuse: Refuse): Transact {
  const type = transactTypeOf(node.type);
  const value = printer.value(node);
  if (type === undefined) {
    refuse(`a value of ${node.type.kind}`, "T-SQL has no such type.");
    return value;
  }
  const whole = isPutTogether(node) ? transact`varchar(max)` : type.type;
  const shown = mask ? masked(value, whole, mask) : value;
  return transact`CAST(${shown} AS ${whole})${type.isText ? collated : transact``}`;
}

const collated: Transact = transact` COLLATE ${{ transact: collation }}`;

/** Its text may be longer than each that it is made of. */
export const isPutTogether = (node: TypedNode): boolean =>
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

import { printIdentifier } from "../../compiler/expression/print/identifier.js";
import { printSpark } from "../../compiler/expression/print-spark.js";
import type { JoinIr } from "../../compiler/ir/clauses.js";
import type { Cell } from "./notebook.js";
import {
  argument,
  assign,
  call,
  dictionary,
  entry,
  lakePath,
  literal,
  literals,
  type Python,
  rendered,
} from "./python.js";

/** What rows are looked up in. A table without joins has no such cell. */
export function joinsCells(joins: readonly JoinIr[]): readonly Cell[] {
  if (joins.length === 0) return [];
  const lookups = rendered(`Lookups(${dictionary(joins.map(lookup))})`);
  return [{ kind: "code", title: "Joins", code: assign("LOOKUPS", lookups) }];
}

/** `"stores": Lookup(table, how=…, on=…, columns=…)` */
const lookup = ({ name, table, how, on, columns }: JoinIr): Python =>
  entry(
    name,
    call("Lookup", [
      lakePath(table.path),
      argument("how", literal(how)),
      argument("on", literal(condition(on))),
      argument("columns", literals(columns.map((column) => joinedColumn(name, column)))),
    ]),
  );

/** The condition over both sides, the table's own columns qualified by a name that no join has. */
export const condition = (on: readonly JoinIr["on"][number][]): string =>
  on.map((one) => (on.length === 1 ? printSpark(one, "_own") : `(${printSpark(one, "_own")})`)).join(" AND ");

/** `stores.city`, or `stores.city AS home` */
export function joinedColumn(join: string, { name, of }: JoinIr["columns"][number]): string {
  const text = `${printIdentifier(join)}.${printIdentifier(of)}`;
  return name === of ? text : `${text} AS ${printIdentifier(name)}`;
}

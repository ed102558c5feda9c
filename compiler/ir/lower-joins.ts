import type { LinkedJoin } from "../model/linked.js";
import type { JoinIr } from "./ir.js";
import { tableIr } from "./lower-tables.js";

export const joinOf = ({ name, table, how, on, columns }: LinkedJoin): JoinIr => ({
  name,
  table: tableIr(table, table.output),
  how,
  on,
  columns: columns.map((column) => ({ name: column.name, of: column.of })),
});

import type { Rows } from "../local/warehouse/compute.js";
import type { ShownView } from "../local/warehouse/warehouse.js";
import { textTable } from "./text-table.js";

/** How many rows of a view are shown after a run. */
const most = 5;

/** What a view of the warehouse shows: how many rows, and the first of them. */
export function viewText({ view: name, as, shows }: ShownView): string {
  const view = as.length === 0 ? name : `${name}, as ${as.join(" and ")}`;
  if (shows.kind === "refused") return `${view}: ${shows.error}\n`;
  const rows = shows.rows.length;
  const more = rows > most ? `, of which ${most} are shown` : "";
  return `${view}: ${rows} ${rows === 1 ? "row" : "rows"}${more}\n${rowsText({ ...shows, rows: shows.rows.slice(0, most) })}`;
}

/** Rows below the names of their columns. */
export function rowsText({ columns, rows }: Rows): string {
  const right = columns.flatMap(({ type }, at) => (/^(int|bigint|decimal|float|bit)/.test(type) ? [at] : []));
  const cells = rows.map((row) => row.map((cell) => (cell === null ? "NULL" : String(cell).replaceAll(/\s/g, " "))));
  return textTable(
    columns.map(({ name }) => name),
    cells,
    right,
  );
}

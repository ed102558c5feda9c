import { printType } from "../../compiler/expression/type.js";
import type { ProjectIr, RowsQuery, TableIr } from "../../compiler/ir/ir.js";
import { aligned, type Section } from "./section.js";

/** A table of rows that another one sets aside: its quarantine, or its late rows. */
export interface Side {
  readonly table: TableIr;
  readonly of: RowsQuery;
}

/** By `readings/silver.readings.late`. */
export const sidesOf = ({ jobs }: ProjectIr): ReadonlyMap<string, Side> =>
  new Map(
    jobs
      .flatMap(({ queries }) => queries.filter((query) => query.kind === "rows"))
      .flatMap((of) =>
        [of.quarantine, of.late].flatMap((table) =>
          table ? [[`${of.id.replace(/\/.*/, "")}/${table.reference}`, { table, of }] as const] : [],
        ),
      ),
  );

export const sideSections = ({ table, of }: Side): readonly Section[] => [
  { title: "holds", lines: [table.comment] },
  { title: "written by", lines: [of.output.reference] },
  { title: "stands at", lines: [table.path] },
  { title: "columns", lines: aligned(table.columns.map(({ name, type }) => [name, printType(type)])) },
];

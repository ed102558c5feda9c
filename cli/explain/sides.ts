import { printType } from "../../compiler/expression/type.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import { tablesWritten } from "../../compiler/ir/outputs.js";
import type { Query } from "../../compiler/ir/query.js";
import type { TableIr } from "../../compiler/ir/table.js";
import { aligned, type Section } from "./section.js";

/** A table of what another one sets aside: its quarantine, or its late rows. */
export interface Side {
  readonly table: TableIr;
  readonly of: Query;
}

/** By `readings/silver.readings.late`. */
export const sidesOf = ({ jobs }: ProjectIr): ReadonlyMap<string, Side> =>
  new Map(
    jobs.flatMap((job) =>
      job.queries.flatMap((of) =>
        tablesWritten(of)
          .slice(1)
          .map((table) => [`${job.name}/${table.reference}`, { table, of }] as const),
      ),
    ),
  );

export const sideSections = ({ table, of }: Side): readonly Section[] => [
  { title: "holds", lines: [table.comment] },
  { title: "written by", lines: [of.reference] },
  { title: "stands at", lines: [table.path] },
  { title: "columns", lines: aligned(table.columns.map(({ name, type }) => [name, printType(type)])) },
];

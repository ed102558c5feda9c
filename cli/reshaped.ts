import { printType } from "../compiler/expression/type.js";
import type { ProjectIr } from "../compiler/ir/ir.js";
import { tablesWritten } from "../compiler/ir/outputs.js";
import type { Query } from "../compiler/ir/query.js";
import type { TableIr } from "../compiler/ir/table.js";
import { reshaping } from "../compiler/lock/change-table.js";
import { type Difference, differences } from "../compiler/lock/differences.js";
import { type ChangeReport, unchanged } from "./change-report.js";

type Jobs = Pick<ProjectIr, "jobs">;

/** Queries that would go on with their checkpoints, and whose notebooks refuse the tables that they have written: `create_table` says so. */
export function reshaped(before: Jobs, now: Jobs, changed: ReadonlySet<string>): readonly ChangeReport[] {
  const was = new Map(queriesOf(before).map((query) => [query.id, query]));
  return queriesOf(now).flatMap((query) => {
    const old = was.get(query.id);
    if (old === undefined || changed.has(query.id)) return [];
    const found = shapeDifferences(tablesWritten(old), tablesWritten(query));
    if (found.length === 0) return [];
    const until = query.kind === "replace" ? "it is dropped" : "`backfill` is raised";
    return {
      ...unchanged,
      id: query.id,
      now: undefined,
      class: "refused without consent",
      causes: found.map((difference) => ({ ...difference, row: reshaping })),
      waits: [`where the table stands as it was it does not start, until ${until}`],
    };
  });
}

const queriesOf = ({ jobs }: Jobs): readonly Query[] => jobs.flatMap(({ queries }) => queries);

/** Of a table and those beside it (quarantine, late rows), which mostly have the same columns: each difference once. */
function shapeDifferences(before: readonly TableIr[], now: readonly TableIr[]): readonly Difference[] {
  const was = new Map(before.map((table) => [table.path, table]));
  const found = now.flatMap((table) => {
    const old = was.get(table.path);
    return old === undefined || isAddedTo(old, table) ? [] : differences(shapeOf(old), shapeOf(table));
  });
  return [...new Map(found.map((difference) => [difference.clause, difference])).values()];
}

/** `on_schema_change: add` gives a table the columns that it lacks, if that is the only difference, and rows may lack their values. */
function isAddedTo(old: TableIr, { columns, partitionBy, onSchemaChange }: TableIr): boolean {
  const known = new Set(old.columns.map(({ name }) => name));
  const rest = { columns: columns.filter(({ name }) => known.has(name)), partitionBy };
  const added = columns.filter(({ name }) => !known.has(name));
  return (
    onSchemaChange === "add" &&
    added.every(({ nullable }) => nullable) &&
    differences(shapeOf(old), shapeOf(rest)).length === 0
  );
}

const shapeOf = ({ columns, partitionBy }: Pick<TableIr, "columns" | "partitionBy">) => ({
  columns: Object.fromEntries(columns.map(({ name, type }) => [name, printType(type)])),
  ...(partitionBy.length > 0 && { partition_by: partitionBy.join(", ") }),
});

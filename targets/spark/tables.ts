import type { JobIr } from "../../compiler/ir/ir.js";
import { tablesWritten } from "../../compiler/ir/outputs.js";
import type { Query } from "../../compiler/ir/query.js";
import type { TableIr } from "../../compiler/ir/table.js";
import type { WarehouseIr } from "../../compiler/ir/warehouse.js";
import type { Cell, Notebook } from "./notebook.js";
import {
  argument,
  assign,
  call,
  integer,
  lakePath,
  lines,
  literal,
  literals,
  type Python,
  rendered,
  statements,
  tuple,
  words,
} from "./python.js";
import { columnDefinitions } from "./schema.js";
import { renderTable } from "./templates.generated.js";

/** Creates every table that a job's queries write, each by its own DDL, before the first of them runs. */
export function tablesNotebook(job: JobIr, warehouses: readonly WarehouseIr[]): Notebook {
  const shown = new Set(
    warehouses.flatMap(({ schemas }) =>
      schemas.flatMap(({ views }) =>
        views.flatMap(({ table, joins }) => [table, ...joins.map((join) => join.table)].map(({ path }) => path)),
      ),
    ),
  );
  const tables = job.queries.flatMap((query) => tablesWritten(query).map((table) => ({ query, table })));
  return {
    path: `${job.name}/tables`,
    origin: job.origin,
    reads: [],
    writes: tables.map(({ table }) => table.reference),
    cells: [
      {
        kind: "text",
        lines: [
          words(`# Tables of ${job.name}`),
          words("Created once; an existing table keeps its rows, but for those that a raised `backfill` gives up."),
          words(`Generated from \`${job.origin.file.path}\`; edit that file.`),
        ],
      },
      { kind: "include" },
      {
        kind: "code",
        title: "The record of batches",
        code: statements([
          assign("lake", rendered('parameter("lake")')),
          rendered(
            'create_table(f"{lake}/_ops/batches", BATCHES, "What each batch of each query read and where the rows went.", properties=COMPACTED, on_schema_change="add")',
          ),
        ]),
      },
      ...tables.map(({ query, table }) => ({
        kind: "code" as const,
        title: table.reference,
        code: rendered(
          renderTable({
            path: lakePath(table.path),
            columns: columnDefinitions(table),
            comment: literal(table.comment),
            options: optionsOf(table, query, shown.has(table.path)),
          }),
        ),
      })),
      ...awaitedCells(job),
    ],
  };
}

/** Tables of other jobs that are being computed anew: what is read from them must be the new rows only. Last, for they may await this one's. */
function awaitedCells({ queries }: JobIr): readonly Cell[] {
  const awaited = new Map(queries.flatMap(({ awaits }) => awaits.map((table) => [table.id, table] as const)));
  if (awaited.size === 0) return [];
  const calls = [...awaited.values()].map(({ id, path, clearsBefore }) =>
    call("expect_cleared", [lakePath(path), literal(id), integer(clearsBefore)]),
  );
  return [{ kind: "code", title: "What other jobs compute anew", code: statements(calls) }];
}

/**
 * What a serverless SQL pool must not meet: it reads Delta tables of the protocol's first version for readers, and a workspace of Databricks
 * may have new ones made with deletion vectors. https://learn.microsoft.com/azure/synapse-analytics/sql/query-delta-lake-format
 */
const forServerless = rendered('{"delta.enableDeletionVectors": "false"}');

/** `isShown`: by a view of a warehouse. */
function optionsOf(
  { partitionBy, onSchemaChange }: TableIr,
  { id, clearsBefore }: Query,
  isShown: boolean,
): Python | undefined {
  const options = [
    ...(isShown ? [argument("properties", forServerless)] : []),
    ...(partitionBy.length > 0 ? [argument("partition_by", literals(partitionBy))] : []),
    ...(onSchemaChange === "add" ? [argument("on_schema_change", literal(onSchemaChange))] : []),
    ...(clearsBefore === undefined ? [] : [argument("clears", tuple([literal(id), integer(clearsBefore)]))]),
  ];
  return options.length > 0 ? lines(options, "    ") : undefined;
}

import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.js";
import { name, type Transact, text, transact } from "../../compiler/expression/print/transact.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import {
  procedureOf,
  proceduresOf,
  type WarehouseColumnIr,
  type WarehouseSchemaIr,
  type WarehouseViewIr,
} from "../../compiler/ir/warehouse.js";
import { partitionedStatements } from "./cetas-partitions.js";
import { firstStatement, folderOf, ledView, runIsNamed } from "./cetas-parts.js";
import { sqlDiagnostics } from "./diagnostics.js";
import { seenByWho } from "./mask.js";
import { lakeSource, parquetFormat } from "./names.js";
import { isPutTogether, selectStatement } from "./view.js";

/** What cannot be kept as files of its own, or made anew by a pipeline. */
export function refuseCetas(
  view: WarehouseViewIr,
  schema: WarehouseSchemaIr,
  project: ProjectIr,
): readonly Diagnostic[] {
  if (view.as !== "cetas") return [];
  const long = view.columns.filter((column) => isLongText(column, view));
  const flow = project.flows.find(({ name: pipeline }) => pipeline === view.pipeline);
  const isWritten =
    flow !== undefined &&
    flow.jobs.length > 0 &&
    flow.dataFlows.every(({ reference }) => reference !== view.table.reference);
  const other = schema.views.find((one) => proceduresOf(view).includes(one.name));
  return [
    ...seenByWho(view).map((clause) =>
      sqlDiagnostics.seenOfCetas.at(view.origin.child(clause).key(), { view: view.name, clause }),
    ),
    ...long.map(({ name: column, expression }) =>
      sqlDiagnostics.longTextInCetas.at(expression.origin, { view: view.name, column }),
    ),
    ...(isWritten
      ? []
      : [sqlDiagnostics.neverRefreshed.at(view.origin.child("as"), { view: view.name, table: view.table.reference })]),
    ...(other ? [sqlDiagnostics.nameOfProcedure.at(other.origin.key(), { view: other.name, cetas: view.name })] : []),
  ];
}

/** A group has the texts of its rows. */
const isLongText = ({ expression }: WarehouseColumnIr, { groups }: WarehouseViewIr): boolean =>
  expression.type.kind === "string" &&
  (isPutTogether(expression.node) ||
    expression.references.some(({ path: [key] }) =>
      groups?.rows.some((row) => row.name === key && isPutTogether(row.expression.node)),
    ));

/** https://learn.microsoft.com/sql/t-sql/statements/create-external-file-format-transact-sql */
export const parquetStatement: Transact = transact`IF NOT EXISTS (SELECT 1 FROM sys.external_file_formats WHERE name = ${text(parquetFormat)})
  CREATE EXTERNAL FILE FORMAT ${name(parquetFormat)} WITH (FORMAT_TYPE = PARQUET, DATA_COMPRESSION = 'org.apache.hadoop.io.compress.SnappyCodec');`;

/**
 * The view that is there until the first refresh, over the Delta table itself, and the procedure that refreshes it. Files of a pool are never
 * overwritten, so each run has a folder of its own; the view is led there by one statement, once all of it is written. A statement that fails
 * does not stop a procedure: the external table is there only if its files are. Its entry in the catalogue is of no further use.
 * https://learn.microsoft.com/azure/synapse-analytics/sql/develop-tables-cetas
 */
export function cetasStatements(schema: string, view: WarehouseViewIr): readonly Transact[] {
  if (view.partitions) return partitionedStatements(schema, view, view.partitions);
  const written = transact`, DATA_SOURCE = ${name(lakeSource)}, FILE_FORMAT = ${name(parquetFormat)}) AS\n${selectStatement(view)};`;
  const led = ledView(schema, view);
  const swapped = transact`${led.before}'`;
  const read = transact`*.parquet'${led.behind}`;
  return [
    firstStatement(schema, view),
    transact`CREATE OR ALTER PROCEDURE ${name(schema)}.${name(procedureOf(view.name))} @run varchar(100) AS
BEGIN
  SET NOCOUNT ON;
  ${runIsNamed}
  DECLARE @table nvarchar(128) = ${text(`${view.name}_`)} + @run;
  DECLARE @folder nvarchar(1000) = ${text(folderOf(schema, view))} + @run + N'/';
  DECLARE @statement nvarchar(max);
  SET @statement = CAST(N'' AS nvarchar(max)) + N'CREATE EXTERNAL TABLE ' + ${text(`${name(schema).transact}.`)} + QUOTENAME(@table) + N' WITH (LOCATION = ''' + @folder + N'''' + ${text(written.transact)};
  EXEC sp_executesql @statement;
  IF NOT EXISTS (SELECT 1 FROM sys.external_tables WHERE schema_id = SCHEMA_ID(${text(schema)}) AND name = @table)
  BEGIN
    RAISERROR(N'The files were not written, and the view shows what it showed.', 16, 1);
    RETURN;
  END;
  SET @statement = CAST(N'' AS nvarchar(max)) + ${text(swapped.transact)} + @folder + ${text(read.transact)};
  EXEC sp_executesql @statement;
  SET @statement = CAST(N'' AS nvarchar(max)) + N'DROP EXTERNAL TABLE ' + ${text(`${name(schema).transact}.`)} + QUOTENAME(@table);
  EXEC sp_executesql @statement;
END;`,
  ];
}

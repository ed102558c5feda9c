import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.js";
import { joined, name, plain, type Transact, text, transact } from "../../compiler/expression/print/transact.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import {
  procedureOf,
  type WarehouseColumnIr,
  type WarehouseSchemaIr,
  type WarehouseViewIr,
} from "../../compiler/ir/warehouse.js";
import { sqlDiagnostics } from "./diagnostics.js";
import { seenByWho } from "./mask.js";
import { lakeSource, parquetFormat } from "./names.js";
import { rows } from "./reads.js";
import { isPutTogether, selectStatement, shownDefinition } from "./view.js";

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
  const other = schema.views.find((one) => one.name === procedureOf(view.name));
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

/** Below the lake's root, with a folder for each run. */
export const folderOf = (schema: string, { name: view }: WarehouseViewIr): string => `warehouse/${schema}/${view}/`;

/**
 * The view that is there until the first refresh, over the Delta table itself, and the procedure that refreshes it. Files of a pool are never
 * overwritten, so each run has a folder of its own; the view is led there by one statement, once all of it is written. A statement that fails
 * does not stop a procedure: the external table is there only if its files are. Its entry in the catalogue is of no further use.
 * https://learn.microsoft.com/azure/synapse-analytics/sql/develop-tables-cetas
 */
export function cetasStatements(schema: string, view: WarehouseViewIr): readonly Transact[] {
  const full = transact`${name(schema)}.${name(view.name)}`;
  const select = selectStatement(view);
  const first = transact`CREATE VIEW ${full} AS\n${select};`;
  const written = transact`, DATA_SOURCE = ${name(lakeSource)}, FILE_FORMAT = ${name(parquetFormat)}) AS\n${select};`;
  const shown = joined(
    view.columns.map(({ name: column }) => transact`${name(rows)}.${name(column)} AS ${name(column)}`),
    ",\n  ",
  );
  const swapped = transact`CREATE OR ALTER VIEW ${full} AS\nSELECT\n  ${shown}\nFROM OPENROWSET(\n  BULK '`;
  const read = transact`*.parquet',
  DATA_SOURCE = ${plain(lakeSource)},
  FORMAT = 'PARQUET'
) WITH (
  ${joined(view.columns.map(shownDefinition), ",\n  ")}
) AS ${name(rows)};`;
  return [
    transact`IF OBJECT_ID(${text(full.transact)}, N'V') IS NULL
  EXEC(${text(first.transact)});`,
    transact`CREATE OR ALTER PROCEDURE ${name(schema)}.${name(procedureOf(view.name))} @run varchar(100) AS
BEGIN
  SET NOCOUNT ON;
  IF @run IS NULL OR LEN(@run) = 0 OR LEN(@run) > 36 OR @run LIKE '%[^0-9A-Za-z-]%'
  BEGIN
    RAISERROR(N'The name of a run has 1 to 36 letters, digits and hyphens.', 16, 1);
    RETURN;
  END;
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

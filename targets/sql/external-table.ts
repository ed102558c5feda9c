import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.js";
import { joined, name, plain, type Transact, text, transact } from "../../compiler/expression/print/transact.js";
import type { WarehouseViewIr } from "../../compiler/ir/warehouse.js";
import { sqlDiagnostics } from "./diagnostics.js";
import { seenByWho } from "./mask.js";
import { deltaFormat, lakeSource } from "./names.js";
import { readsOf } from "./reads.js";
import { definition, typed } from "./view.js";

/** What an external table cannot show: it has columns with names and types, and no expression. */
export function refuseExternalTable(view: WarehouseViewIr): readonly Diagnostic[] {
  if (view.as !== "external-table") return [];
  const table = view.name;
  const computed = view.columns.filter(({ name: shown, expression: { node } }) => !isColumn(node, shown));
  return [
    ...computed.map(({ name: column, expression }) =>
      sqlDiagnostics.computedInExternalTable.at(expression.origin, { table, column }),
    ),
    ...(view.groups || view.joins.length > 0
      ? [sqlDiagnostics.selectOfExternalTable.at(view.origin.child("as"), { table })]
      : []),
    ...(view.where ? [sqlDiagnostics.whereOfExternalTable.at(view.where.origin, { table })] : []),
    ...seenByWho(view).map((clause) =>
      sqlDiagnostics.seenOfExternalTable.at(view.origin.child(clause).key(), { table, clause }),
    ),
    ...(view.table.partitionBy.length > 0
      ? [
          sqlDiagnostics.partitionedExternalTable.at(view.origin.child("as"), {
            table,
            columns: view.table.partitionBy,
          }),
        ]
      : []),
  ];
}

const isColumn = (node: WarehouseViewIr["columns"][number]["expression"]["node"], shown: string): boolean =>
  node.kind === "column" && node.name === shown;

/** https://learn.microsoft.com/sql/t-sql/statements/create-external-file-format-transact-sql */
export const formatStatement: Transact = transact`IF NOT EXISTS (SELECT 1 FROM sys.external_file_formats WHERE name = ${text(deltaFormat)})
  CREATE EXTERNAL FILE FORMAT ${name(deltaFormat)} WITH (FORMAT_TYPE = DELTA);`;

/**
 * An external table over a Delta table: its columns are bound by name, letter by letter, so it may leave some out. There is no statement that
 * alters one, and none that drops it only where it is there: what the database's catalogue says is compared, and what differs is made anew.
 * https://learn.microsoft.com/azure/synapse-analytics/sql/develop-tables-external-tables
 */
export function externalTableStatements(schema: string, view: WarehouseViewIr): readonly Transact[] {
  const [of, table] = [text(schema), text(view.name)];
  const [{ fields }] = readsOf(view);
  const full = transact`${name(schema)}.${name(view.name)}`;
  return [
    transact`IF EXISTS (
  SELECT 1 FROM sys.external_tables AS t
  WHERE t.schema_id = SCHEMA_ID(${of}) AND t.name = ${table} AND (
    t.location <> ${text(view.table.path)}
    OR t.data_source_id <> (SELECT s.data_source_id FROM sys.external_data_sources AS s WHERE s.name = ${text(lakeSource)})
    OR t.file_format_id <> (SELECT f.file_format_id FROM sys.external_file_formats AS f WHERE f.name = ${text(deltaFormat)})
    OR (${definitionsNow}) <> ${text(joined(fields.map(typed), ", ").transact)}
  )
)
  DROP EXTERNAL TABLE ${full};`,
    transact`IF NOT EXISTS (SELECT 1 FROM sys.external_tables WHERE schema_id = SCHEMA_ID(${of}) AND name = ${table})
  CREATE EXTERNAL TABLE ${full} (
    ${joined(fields.map(definition), ",\n    ")}
  ) WITH (
    LOCATION = ${plain(view.table.path)},
    DATA_SOURCE = ${name(lakeSource)},
    FILE_FORMAT = ${name(deltaFormat)}
  );`,
  ];
}

/** The columns of a table `t` of the catalogue, as they were written. https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-columns-transact-sql */
const definitionsNow: Transact = transact`
      SELECT STRING_AGG(CAST(CONCAT(QUOTENAME(c.name), N' ', TYPE_NAME(c.system_type_id),
        CASE
          WHEN TYPE_NAME(c.system_type_id) IN (N'varchar', N'varbinary') THEN CONCAT(N'(', c.max_length, N')')
          WHEN TYPE_NAME(c.system_type_id) = N'decimal' THEN CONCAT(N'(', c.[precision], N', ', c.[scale], N')')
          WHEN TYPE_NAME(c.system_type_id) = N'datetime2' THEN CONCAT(N'(', c.[scale], N')')
          ELSE N''
        END) AS nvarchar(max)), N', ') WITHIN GROUP (ORDER BY c.column_id)
      FROM sys.columns AS c WHERE c.object_id = t.object_id
    `;

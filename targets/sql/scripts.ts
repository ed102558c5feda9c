import { name, plain, type Transact, text, transact } from "../../compiler/expression/print/transact.js";
import { collation, transactTypeOf } from "../../compiler/expression/print/transact-types.js";
import {
  lakeCredential,
  type WarehouseIr,
  type WarehouseSchemaIr,
  type WarehouseViewIr,
} from "../../compiler/ir/warehouse.js";
import { cetasStatements, parquetStatement } from "./cetas.js";
import { dropsStatement } from "./cetas-drops.js";
import { externalTableStatements, formatStatement } from "./external-table.js";
import { lakeSource } from "./names.js";
import { readsOf } from "./reads.js";
import { script } from "./script.js";
import { viewStatement } from "./view.js";

const dynamic = (statement: Transact): Transact => transact`EXEC(${text(statement.transact)})`;

/** Makes the database; run in `master`. https://learn.microsoft.com/azure/synapse-analytics/sql/tutorial-logical-data-warehouse */
export const databaseScript = (database: string, workspace: string): string =>
  script(
    [`Run first, in the database master of ${hostOf(workspace)}.`],
    [
      transact`IF DB_ID(${text(database)}) IS NULL
  ${dynamic(transact`CREATE DATABASE ${name(database)} COLLATE ${{ transact: collation }}`)};`,
    ],
  );

/** Makes what views reach the lake by, as the workspace's own identity. https://learn.microsoft.com/azure/synapse-analytics/sql/develop-storage-files-storage-access-control */
export function sourcesScript(
  { database, workspace }: { readonly database: string; readonly workspace: string },
  lake: { readonly account: string; readonly container: string },
): string {
  const location = `https://${lake.account}.dfs.core.windows.net/${lake.container}`;
  return script(
    [`Run second, in the database ${database} of ${hostOf(workspace)}.`],
    [
      transact`IF NOT EXISTS (SELECT 1 FROM sys.symmetric_keys WHERE name = N'##MS_DatabaseMasterKey##')
  CREATE MASTER KEY;`,
      transact`IF NOT EXISTS (SELECT 1 FROM sys.database_scoped_credentials WHERE name = ${text(lakeCredential)})
  CREATE DATABASE SCOPED CREDENTIAL ${name(lakeCredential)} WITH IDENTITY = 'Managed Identity';`,
      dropTables(location),
      transact`IF EXISTS (SELECT 1 FROM sys.external_data_sources WHERE name = ${text(lakeSource)} AND location <> ${text(location)})
  DROP EXTERNAL DATA SOURCE ${name(lakeSource)};`,
      transact`IF NOT EXISTS (SELECT 1 FROM sys.external_data_sources WHERE name = ${text(lakeSource)})
  CREATE EXTERNAL DATA SOURCE ${name(lakeSource)} WITH (LOCATION = ${plain(location)}, CREDENTIAL = ${name(lakeCredential)});`,
    ],
  );
}

/** A source that has tables is not dropped: they go first, and the views' script makes them anew. Only what the database knows of them goes. */
const dropTables = (location: string): Transact =>
  transact`DECLARE @drops nvarchar(max) = (
  SELECT STRING_AGG(CAST(N'DROP EXTERNAL TABLE ' AS nvarchar(max)) + QUOTENAME(SCHEMA_NAME(t.schema_id)) + N'.' + QUOTENAME(t.name), N'; ')
  FROM sys.external_tables AS t JOIN sys.external_data_sources AS s ON s.data_source_id = t.data_source_id
  WHERE s.name = ${text(lakeSource)} AND s.location <> ${text(location)}
);
IF @drops IS NOT NULL
  EXEC sp_executesql @drops;`;

/** Makes the schemas and their views. */
export const viewsScript = ({ name: connection, schemas }: WarehouseIr): string =>
  script(
    [
      `Run third, in the database of the connection ${connection}.`,
      ...schemas.flatMap(({ views }) => views.flatMap(lossesOf)),
    ],
    [
      ...(hasAny(schemas, "external-table") ? [formatStatement] : []),
      ...(hasAny(schemas, "cetas") ? [parquetStatement] : []),
      ...schemas.flatMap((schema) => [
        schemaStatement(schema),
        dropsStatement(schema),
        ...schema.views.flatMap((view) => statementsOf(schema.name, view)),
      ]),
    ],
  );

const hasAny = (schemas: readonly WarehouseSchemaIr[], as: WarehouseViewIr["as"]): boolean =>
  schemas.some(({ views }) => views.some((view) => view.as === as));

function statementsOf(schema: string, view: WarehouseViewIr): readonly Transact[] {
  switch (view.as) {
    case "view":
      return [viewStatement(schema, view)];
    case "external-table":
      return externalTableStatements(schema, view);
    case "cetas":
      return cetasStatements(schema, view);
  }
}

const schemaStatement = ({ name: schema }: WarehouseSchemaIr): Transact =>
  transact`IF SCHEMA_ID(${text(schema)}) IS NULL
  ${dynamic(transact`CREATE SCHEMA ${name(schema)}`)};`;

/** What the types of a view's columns cannot hold of what the lake may hold. */
const lossesOf = (view: WarehouseViewIr): readonly string[] =>
  readsOf(view).flatMap(({ fields, join }) =>
    fields.flatMap(({ name: column, type }) => {
      const found = transactTypeOf(type);
      const of = join === undefined ? view.name : `${view.name}.${join.name}`;
      return found?.lossy ? [`${of}.${column}: ${found.type.transact} ${found.lossy.what}.`] : [];
    }),
  );

/** https://learn.microsoft.com/azure/synapse-analytics/sql/connect-overview */
const hostOf = (workspace: string): string => `${workspace}-ondemand.sql.azuresynapse.net`;

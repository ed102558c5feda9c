import { nameHash } from "../../compiler/emit/name-hash.js";
import { name, number, plain, type Transact, text, transact } from "../../compiler/expression/print/transact.js";
import { foldersProcedureOf, procedureOf, type WarehouseViewIr } from "../../compiler/ir/warehouse.js";
import { firstStatement, folderOf, ledView, runIsNamed } from "./cetas-parts.js";
import { lakeSource, parquetFormat } from "./names.js";
import { selectStatement } from "./view.js";

type Partitions = NonNullable<WarehouseViewIr["partitions"]>;

/** So many folders a view names at most: ours, as the vendor tells of none, to keep its text below a megabyte. */
const mostPartitions = 1000;

/** No date and no whole number is longer as a text. */
const width = 20;

/**
 * What is kept in a folder for each value of a column. The catalogue says which folder is a value's: that of the external table with its name.
 * A run first takes the tables that are due out of the catalogue, then writes what has none, and leads the view to all folders by one statement.
 * So one that ends anywhere leaves the view as it was, and the next writes what is missing. The lake and the catalogue are never read by one
 * query, which the pool refuses; a statement that fails does not stop a procedure, so that what it should have done is looked at.
 * https://learn.microsoft.com/azure/synapse-analytics/sql/develop-tables-cetas
 */
export function partitionedStatements(
  schema: string,
  view: WarehouseViewIr,
  partitions: Partitions,
): readonly Transact[] {
  return [firstStatement(schema, view), refreshing(schema, view, partitions), folders(schema, view, partitions)];
}

/** A table is one of this view if its name begins so; of what it shows today, if it has the hash of that, too. */
function prefixes(view: WarehouseViewIr, { column }: Partitions): { readonly own: string; readonly today: string } {
  const own = `${view.name}:`;
  return { own, today: `${own}${nameHash(`${column}\n${selectStatement(view).transact}`)}=` };
}

/** Which tables of the catalogue have names that begin so. */
const tablesOf = (schema: string, prefix: string): Transact =>
  transact`FROM sys.external_tables WHERE schema_id = SCHEMA_ID(${text(schema)}) AND ${begins(prefix)}`;

const begins = (prefix: string): Transact => transact`LEFT(name, ${number(prefix.length)}) = ${text(prefix)}`;

const isThere = (schema: string): Transact =>
  transact`EXISTS (SELECT 1 FROM sys.external_tables WHERE schema_id = SCHEMA_ID(${text(schema)}) AND name = @table)`;

function refreshing(schema: string, view: WarehouseViewIr, partitions: Partitions): Transact {
  const all = partitions.lastDays === undefined ? transact`` : transact`, @all bit = 0`;
  const first = transact`CREATE OR ALTER VIEW ${name(schema)}.${name(view.name)} AS\n${selectStatement(view)};`;
  const led = ledView(schema, view);
  return transact`CREATE OR ALTER PROCEDURE ${name(schema)}.${name(procedureOf(view.name))} @run varchar(100)${all} AS
BEGIN
  SET NOCOUNT ON;
  ${runIsNamed}
${declared(view, partitions)}
  IF @found IS NULL
  BEGIN
    RAISERROR(N'The table was not read, and the view shows what it showed.', 16, 1);
    RETURN;
  END;
  IF DATALENGTH(@found) > ${number(mostPartitions * width)}
  BEGIN
    RAISERROR(N'There are more than ${number(mostPartitions)} partitions, and the view shows what it showed.', 16, 1);
    RETURN;
  END;
${taking(schema, view, partitions)}
${writing(schema, view, partitions)}
  SET @paths = (SELECT STRING_AGG(CAST(N'''' + location + N'*.parquet''' AS nvarchar(max)), N', ') ${tablesOf(schema, prefixes(view, partitions).today)});
  IF CHARINDEX(N',', @paths) > 0
    SET @paths = N'(' + @paths + N')';
  SET @statement = CAST(N'' AS nvarchar(max)) + ${text(led.before.transact)} + @paths + ${text(led.behind.transact)};
  IF @paths IS NULL
    SET @statement = ${text(first.transact)};
  EXEC sp_executesql @statement;
END;`;
}

/** `@found`: the values that there are, each as a text of one width. */
function declared(view: WarehouseViewIr, { column, type }: Partitions): Transact {
  const style = type === "date" ? transact`, 23` : transact``;
  return transact`  DECLARE @table nvarchar(128) = N'';
  DECLARE @value varchar(${number(width)});
  DECLARE @condition nvarchar(100);
  DECLARE @folder nvarchar(1000);
  DECLARE @paths nvarchar(max);
  DECLARE @statement nvarchar(max);
  DECLARE @at int = 1;
  DECLARE @found varchar(max);
  SET @found = ISNULL((SELECT STRING_AGG(CAST(CAST(COALESCE(CONVERT(varchar(${number(width)}), [v].[value]${style}), 'null') AS char(${number(width)})) AS varchar(max)), '') FROM (
SELECT DISTINCT [p].${name(column)} AS [value]
FROM (
${selectStatement(view)}
) AS [p]
) AS [v]), '');`;
}

/** The longest that a query of the pool takes. https://learn.microsoft.com/azure/synapse-analytics/sql/resources-self-help-sql-on-demand */
const longestQuery = 30;

/**
 * Takes tables out of the catalogue: those that are due, and those of what the view showed before it was changed. A day is due as long as its
 * table was made before so many days more were over, however long ago that is: what made it may have read its rows half an hour before.
 */
function taking(schema: string, view: WarehouseViewIr, partitions: Partitions): Transact {
  const { own, today } = prefixes(view, partitions);
  const value = transact`SUBSTRING(name, ${number(today.length + 1)}, ${number(width)})`;
  const due =
    partitions.lastDays === undefined
      ? transact``
      : transact` AND (@all = 1 OR LEFT(name, ${number(today.length)}) <> ${text(today)} OR ${value} = N'null' OR ${value} >= CONVERT(varchar(${number(width)}), DATEADD(day, -${number(partitions.lastDays)}, DATEADD(minute, -${number(longestQuery)}, create_date)), 23))`;
  return transact`  WHILE @table IS NOT NULL
  BEGIN
    SET @table = (SELECT MIN(name) ${tablesOf(schema, own)} AND name > @table${due});
    IF @table IS NOT NULL
    BEGIN
      SET @statement = CAST(N'' AS nvarchar(max)) + N'DROP EXTERNAL TABLE ' + ${text(`${name(schema).transact}.`)} + QUOTENAME(@table);
      EXEC sp_executesql @statement;
      IF ${isThere(schema)}
      BEGIN
        RAISERROR(N'A table could not be dropped, and the view shows what it showed.', 16, 1);
        RETURN;
      END;
    END;
  END;`;
}

/** Writes each value that has no table. */
function writing(schema: string, view: WarehouseViewIr, partitions: Partitions): Transact {
  const { column, type } = partitions;
  const written = transact`, DATA_SOURCE = ${name(lakeSource)}, FILE_FORMAT = ${name(parquetFormat)}) AS
SELECT *
FROM (
${selectStatement(view)}
) AS [p]
WHERE [p].${name(column)} `;
  return transact`  WHILE @at < DATALENGTH(@found)
  BEGIN
    SET @value = RTRIM(SUBSTRING(@found, @at, ${number(width)}));
    SET @at = @at + ${number(width)};
    SET @table = ${text(prefixes(view, partitions).today)} + @value;
    IF NOT ${isThere(schema)}
    BEGIN
      SET @folder = ${text(folderOf(schema, view))} + @run + ${text(`/${column}=`)} + @value + N'/';
      SET @condition = N'= CAST(''' + @value + N''' AS ${{ transact: type }})';
      IF @value = 'null'
        SET @condition = N'IS NULL';
      SET @statement = CAST(N'' AS nvarchar(max)) + N'CREATE EXTERNAL TABLE ' + ${text(`${name(schema).transact}.`)} + QUOTENAME(@table) + N' WITH (LOCATION = ''' + @folder + N'''' + ${text(written.transact)} + @condition;
      EXEC sp_executesql @statement;
      IF NOT ${isThere(schema)}
      BEGIN
        RAISERROR(N'The files were not written, and the view shows what it showed.', 16, 1);
        RETURN;
      END;
    END;
  END;`;
}

/** Lists the folders that neither the view nor the catalogue names: what a person may delete. Nothing else deletes them. */
function folders(schema: string, view: WarehouseViewIr, partitions: Partitions): Transact {
  const folder = folderOf(schema, view);
  const { own } = prefixes(view, partitions);
  return transact`CREATE OR ALTER PROCEDURE ${name(schema)}.${name(foldersProcedureOf(view.name))} AS
BEGIN
  SET NOCOUNT ON;
  DECLARE @used nvarchar(max) = OBJECT_DEFINITION(OBJECT_ID(${text(`${name(schema).transact}.${name(view.name).transact}`)}));
  IF @used IS NULL
  BEGIN
    RAISERROR(N'What the view reads is not seen by this user.', 16, 1);
    RETURN;
  END;
  SET @used = @used + ISNULL((SELECT STRING_AGG(CAST(location AS nvarchar(max)), N' ') ${tablesOf(schema, own)}), N'');
  SELECT [f].[folder] AS [folder]
  FROM (
    SELECT DISTINCT ${text(folder)} + [r].filepath(1) + N'/' + [r].filepath(2) + N'/' AS [folder]
    FROM OPENROWSET(
      BULK ${plain(`${folder}*/*/*.parquet`)},
      DATA_SOURCE = ${plain(lakeSource)},
      FORMAT = 'PARQUET'
    ) WITH (
      ${name(partitions.column)} ${{ transact: partitions.type }}
    ) AS [r]
  ) AS [f]
  WHERE CHARINDEX([f].[folder], @used) = 0
  ORDER BY [f].[folder];
END;`;
}

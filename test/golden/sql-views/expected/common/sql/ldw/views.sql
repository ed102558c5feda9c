-- Run third, in the database of the connection ldw.
-- buyers.item: varchar(8000) holds at most 8000 bytes of UTF-8.
-- buyers.buyer: varchar(8000) holds at most 8000 bytes of UTF-8.
-- facts.item: varchar(8000) holds at most 8000 bytes of UTF-8.
-- facts.weight: float has neither NaN nor infinities.
-- facts.photo: varbinary(8000) holds at most 8000 bytes.
-- facts.buyer: varchar(8000) holds at most 8000 bytes of UTF-8.
-- sales.item: varchar(8000) holds at most 8000 bytes of UTF-8.
-- sales.weight: float has neither NaN nor infinities.
-- sales.photo: varbinary(8000) holds at most 8000 bytes.
IF NOT EXISTS (SELECT 1 FROM sys.external_file_formats WHERE name = N'delta')
  CREATE EXTERNAL FILE FORMAT [delta] WITH (FORMAT_TYPE = DELTA);
GO

IF SCHEMA_ID(N'reports') IS NULL
  EXEC(N'CREATE SCHEMA [reports]');
GO

DECLARE @drops nvarchar(max) = (
  SELECT STRING_AGG(CAST(N'DROP EXTERNAL TABLE [reports].' AS nvarchar(max)) + QUOTENAME(name), N'; ')
  FROM sys.external_tables
  WHERE schema_id = SCHEMA_ID(N'reports') AND LEFT(location, 18) = N'warehouse/reports/' AND name LIKE '%:[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]=%'
);
IF @drops IS NOT NULL
  EXEC sp_executesql @drops;
GO

CREATE OR ALTER VIEW [reports].[buyers] AS
SELECT
  [r].[id] AS [id],
  CAST(LOWER(CONVERT(varchar(64), HASHBYTES('SHA2_256', [r].[buyer]), 2)) AS varchar(8000)) COLLATE Latin1_General_100_BIN2_UTF8 AS [who],
  CAST((CAST([r].[item] AS varchar(max)) + CAST(' in ' AS varchar(max)) + CAST(CAST([r].[store] AS varchar(20)) AS varchar(max))) AS varchar(max)) COLLATE Latin1_General_100_BIN2_UTF8 AS [label],
  CAST(CASE WHEN ([r].[gift] = 1) THEN 'gift' WHEN ([r].[price] >= 100) THEN CAST(N'żółw' COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(8000)) ELSE 'plain' END AS varchar(8000)) COLLATE Latin1_General_100_BIN2_UTF8 AS [kind],
  CAST(CAST(CASE WHEN ([r].[buyer] IS NOT NULL) THEN 1 ELSE 0 END AS bit) AS bit) AS [is_known],
  CAST(COALESCE([r].[item], '?') AS varchar(8000)) COLLATE Latin1_General_100_BIN2_UTF8 AS [item],
  CAST(YEAR([r].[at]) AS int) AS [year],
  CAST([r].[at] AS date) AS [on],
  CAST(CAST(DATALENGTH([r].[item]) AS int) AS int) AS [bytes],
  CAST(CONVERT(varchar(10), [r].[day], 23) AS varchar(8000)) COLLATE Latin1_General_100_BIN2_UTF8 AS [day_text],
  CAST([r].[store] AS bigint) AS [many],
  CAST(CASE WHEN (([r].[store] = 1) OR ([r].[store] = 2)) THEN CAST(CAST(1.5 AS decimal(2, 1)) AS decimal(11, 1)) ELSE CAST(-2 AS decimal(11, 1)) END AS decimal(11, 1)) AS [rest]
FROM OPENROWSET(
  BULK 'silver/sales',
  DATA_SOURCE = 'lake',
  FORMAT = 'DELTA'
) WITH (
  [id] bigint,
  [store] int,
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [gift] bit,
  [price] decimal(9, 2),
  [day] date,
  [at] datetime2(7),
  [buyer] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8
) AS [r]
WHERE ((((NOT (([r].[gift] IS NULL AND CAST(0 AS bit) IS NULL) OR ([r].[gift] IS NOT NULL AND CAST(0 AS bit) IS NOT NULL AND ([r].[gift] = CAST(0 AS bit))))) AND (([r].[item] <> 'test' OR DATALENGTH([r].[item]) <> DATALENGTH('test')) OR (([r].[store] >= 1) AND ([r].[store] <= 9)))) AND ([r].[day] >= CAST('2026-01-31' AS date))) AND ([r].[at] < CAST('2027-01-01T00:00:00' AS datetime2(7))));
GO

IF SCHEMA_ID(N'sales') IS NULL
  EXEC(N'CREATE SCHEMA [sales]');
GO

DECLARE @drops nvarchar(max) = (
  SELECT STRING_AGG(CAST(N'DROP EXTERNAL TABLE [sales].' AS nvarchar(max)) + QUOTENAME(name), N'; ')
  FROM sys.external_tables
  WHERE schema_id = SCHEMA_ID(N'sales') AND LEFT(location, 16) = N'warehouse/sales/' AND name LIKE '%:[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]=%'
);
IF @drops IS NOT NULL
  EXEC sp_executesql @drops;
GO

IF EXISTS (
  SELECT 1 FROM sys.external_tables AS t
  WHERE t.schema_id = SCHEMA_ID(N'sales') AND t.name = N'facts' AND (
    t.location <> N'silver/sales'
    OR t.data_source_id <> (SELECT s.data_source_id FROM sys.external_data_sources AS s WHERE s.name = N'lake')
    OR t.file_format_id <> (SELECT f.file_format_id FROM sys.external_file_formats AS f WHERE f.name = N'delta')
    OR (
      SELECT STRING_AGG(CAST(CONCAT(QUOTENAME(c.name), N' ', TYPE_NAME(c.system_type_id),
        CASE
          WHEN TYPE_NAME(c.system_type_id) IN (N'varchar', N'varbinary') THEN CONCAT(N'(', c.max_length, N')')
          WHEN TYPE_NAME(c.system_type_id) = N'decimal' THEN CONCAT(N'(', c.[precision], N', ', c.[scale], N')')
          WHEN TYPE_NAME(c.system_type_id) = N'datetime2' THEN CONCAT(N'(', c.[scale], N')')
          ELSE N''
        END) AS nvarchar(max)), N', ') WITHIN GROUP (ORDER BY c.column_id)
      FROM sys.columns AS c WHERE c.object_id = t.object_id
    ) <> N'[id] bigint, [store] int, [item] varchar(8000), [gift] bit, [price] decimal(9, 2), [weight] float, [day] date, [at] datetime2(7), [photo] varbinary(8000), [buyer] varchar(8000)'
  )
)
  DROP EXTERNAL TABLE [sales].[facts];
GO

IF NOT EXISTS (SELECT 1 FROM sys.external_tables WHERE schema_id = SCHEMA_ID(N'sales') AND name = N'facts')
  CREATE EXTERNAL TABLE [sales].[facts] (
    [id] bigint,
    [store] int,
    [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
    [gift] bit,
    [price] decimal(9, 2),
    [weight] float,
    [day] date,
    [at] datetime2(7),
    [photo] varbinary(8000),
    [buyer] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8
  ) WITH (
    LOCATION = 'silver/sales',
    DATA_SOURCE = [lake],
    FILE_FORMAT = [delta]
  );
GO

CREATE OR ALTER VIEW [sales].[sales] AS
SELECT
  [r].[id] AS [id],
  [r].[store] AS [store],
  [r].[item] AS [item],
  [r].[gift] AS [gift],
  [r].[price] AS [price],
  [r].[weight] AS [weight],
  [r].[day] AS [day],
  [r].[at] AS [at],
  [r].[photo] AS [photo]
FROM OPENROWSET(
  BULK 'silver/sales',
  DATA_SOURCE = 'lake',
  FORMAT = 'DELTA'
) WITH (
  [id] bigint,
  [store] int,
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [gift] bit,
  [price] decimal(9, 2),
  [weight] float,
  [day] date,
  [at] datetime2(7),
  [photo] varbinary(8000)
) AS [r];
GO

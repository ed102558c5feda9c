-- Run third, in the database of the connection ldw.
-- dear_gifts.item: varchar(8000) holds at most 8000 bytes of UTF-8.
-- dear_gifts.items.item: varchar(8000) holds at most 8000 bytes of UTF-8.
-- gifts.item: varchar(8000) holds at most 8000 bytes of UTF-8.
-- gifts.weight: float has neither NaN nor infinities.
-- turnover.item: varchar(8000) holds at most 8000 bytes of UTF-8.
-- turnover.items.item: varchar(8000) holds at most 8000 bytes of UTF-8.
IF NOT EXISTS (SELECT 1 FROM sys.external_file_formats WHERE name = N'parquet')
  CREATE EXTERNAL FILE FORMAT [parquet] WITH (FORMAT_TYPE = PARQUET, DATA_COMPRESSION = 'org.apache.hadoop.io.compress.SnappyCodec');
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

IF OBJECT_ID(N'[reports].[dear_gifts]', N'V') IS NULL
  EXEC(N'CREATE VIEW [reports].[dear_gifts] AS
SELECT
  [r].[id] AS [id],
  [r].[gift] AS [gift],
  [r].[at] AS [at],
  [r1].[item] AS [kind],
  [r1].[dearest] AS [dearest]
FROM OPENROWSET(
  BULK ''silver/sales'',
  DATA_SOURCE = ''lake'',
  FORMAT = ''DELTA''
) WITH (
  [id] bigint,
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [gift] bit,
  [at] datetime2(7)
) AS [r]
LEFT JOIN OPENROWSET(
  BULK ''silver/items'',
  DATA_SOURCE = ''lake'',
  FORMAT = ''DELTA''
) WITH (
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [dearest] decimal(9, 2)
) AS [r1] ON ([r].[item] = [r1].[item] AND DATALENGTH([r].[item]) = DATALENGTH([r1].[item]));');
GO

CREATE OR ALTER PROCEDURE [reports].[refresh_dear_gifts] @run varchar(100) AS
BEGIN
  SET NOCOUNT ON;
  IF @run IS NULL OR LEN(@run) = 0 OR LEN(@run) > 36 OR @run LIKE '%[^0-9A-Za-z-]%'
  BEGIN
    RAISERROR(N'The name of a run has 1 to 36 letters, digits and hyphens.', 16, 1);
    RETURN;
  END;
  DECLARE @table nvarchar(128) = N'dear_gifts_' + @run;
  DECLARE @folder nvarchar(1000) = N'warehouse/reports/dear_gifts/' + @run + N'/';
  DECLARE @statement nvarchar(max);
  SET @statement = CAST(N'' AS nvarchar(max)) + N'CREATE EXTERNAL TABLE ' + N'[reports].' + QUOTENAME(@table) + N' WITH (LOCATION = ''' + @folder + N'''' + N', DATA_SOURCE = [lake], FILE_FORMAT = [parquet]) AS
SELECT
  [r].[id] AS [id],
  [r].[gift] AS [gift],
  [r].[at] AS [at],
  [r1].[item] AS [kind],
  [r1].[dearest] AS [dearest]
FROM OPENROWSET(
  BULK ''silver/sales'',
  DATA_SOURCE = ''lake'',
  FORMAT = ''DELTA''
) WITH (
  [id] bigint,
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [gift] bit,
  [at] datetime2(7)
) AS [r]
LEFT JOIN OPENROWSET(
  BULK ''silver/items'',
  DATA_SOURCE = ''lake'',
  FORMAT = ''DELTA''
) WITH (
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [dearest] decimal(9, 2)
) AS [r1] ON ([r].[item] = [r1].[item] AND DATALENGTH([r].[item]) = DATALENGTH([r1].[item]));';
  EXEC sp_executesql @statement;
  IF NOT EXISTS (SELECT 1 FROM sys.external_tables WHERE schema_id = SCHEMA_ID(N'reports') AND name = @table)
  BEGIN
    RAISERROR(N'The files were not written, and the view shows what it showed.', 16, 1);
    RETURN;
  END;
  SET @statement = CAST(N'' AS nvarchar(max)) + N'CREATE OR ALTER VIEW [reports].[dear_gifts] AS
SELECT
  [r].[id] AS [id],
  [r].[gift] AS [gift],
  [r].[at] AS [at],
  [r].[kind] AS [kind],
  [r].[dearest] AS [dearest]
FROM OPENROWSET(
  BULK ''' + @folder + N'*.parquet'',
  DATA_SOURCE = ''lake'',
  FORMAT = ''PARQUET''
) WITH (
  [id] bigint,
  [gift] bit,
  [at] datetime2(7),
  [kind] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [dearest] decimal(9, 2)
) AS [r];';
  EXEC sp_executesql @statement;
  SET @statement = CAST(N'' AS nvarchar(max)) + N'DROP EXTERNAL TABLE ' + N'[reports].' + QUOTENAME(@table);
  EXEC sp_executesql @statement;
END;
GO

IF OBJECT_ID(N'[reports].[gifts]', N'V') IS NULL
  EXEC(N'CREATE VIEW [reports].[gifts] AS
SELECT
  [r].[id] AS [id],
  [r].[store] AS [store],
  [r].[item] AS [item],
  [r].[gift] AS [gift],
  [r].[price] AS [price],
  [r].[weight] AS [weight],
  [r].[day] AS [day],
  [r].[at] AS [at],
  CAST(CASE WHEN ([r].[store] > 1) THEN ''far'' ELSE ''near'' END AS varchar(8000)) COLLATE Latin1_General_100_BIN2_UTF8 AS [kind]
FROM OPENROWSET(
  BULK ''silver/sales'',
  DATA_SOURCE = ''lake'',
  FORMAT = ''DELTA''
) WITH (
  [id] bigint,
  [store] int,
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [gift] bit,
  [price] decimal(9, 2),
  [weight] float,
  [day] date,
  [at] datetime2(7)
) AS [r]
WHERE ([r].[id] > 3);');
GO

CREATE OR ALTER PROCEDURE [reports].[refresh_gifts] @run varchar(100) AS
BEGIN
  SET NOCOUNT ON;
  IF @run IS NULL OR LEN(@run) = 0 OR LEN(@run) > 36 OR @run LIKE '%[^0-9A-Za-z-]%'
  BEGIN
    RAISERROR(N'The name of a run has 1 to 36 letters, digits and hyphens.', 16, 1);
    RETURN;
  END;
  DECLARE @table nvarchar(128) = N'gifts_' + @run;
  DECLARE @folder nvarchar(1000) = N'warehouse/reports/gifts/' + @run + N'/';
  DECLARE @statement nvarchar(max);
  SET @statement = CAST(N'' AS nvarchar(max)) + N'CREATE EXTERNAL TABLE ' + N'[reports].' + QUOTENAME(@table) + N' WITH (LOCATION = ''' + @folder + N'''' + N', DATA_SOURCE = [lake], FILE_FORMAT = [parquet]) AS
SELECT
  [r].[id] AS [id],
  [r].[store] AS [store],
  [r].[item] AS [item],
  [r].[gift] AS [gift],
  [r].[price] AS [price],
  [r].[weight] AS [weight],
  [r].[day] AS [day],
  [r].[at] AS [at],
  CAST(CASE WHEN ([r].[store] > 1) THEN ''far'' ELSE ''near'' END AS varchar(8000)) COLLATE Latin1_General_100_BIN2_UTF8 AS [kind]
FROM OPENROWSET(
  BULK ''silver/sales'',
  DATA_SOURCE = ''lake'',
  FORMAT = ''DELTA''
) WITH (
  [id] bigint,
  [store] int,
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [gift] bit,
  [price] decimal(9, 2),
  [weight] float,
  [day] date,
  [at] datetime2(7)
) AS [r]
WHERE ([r].[id] > 3);';
  EXEC sp_executesql @statement;
  IF NOT EXISTS (SELECT 1 FROM sys.external_tables WHERE schema_id = SCHEMA_ID(N'reports') AND name = @table)
  BEGIN
    RAISERROR(N'The files were not written, and the view shows what it showed.', 16, 1);
    RETURN;
  END;
  SET @statement = CAST(N'' AS nvarchar(max)) + N'CREATE OR ALTER VIEW [reports].[gifts] AS
SELECT
  [r].[id] AS [id],
  [r].[store] AS [store],
  [r].[item] AS [item],
  [r].[gift] AS [gift],
  [r].[price] AS [price],
  [r].[weight] AS [weight],
  [r].[day] AS [day],
  [r].[at] AS [at],
  [r].[kind] AS [kind]
FROM OPENROWSET(
  BULK ''' + @folder + N'*.parquet'',
  DATA_SOURCE = ''lake'',
  FORMAT = ''PARQUET''
) WITH (
  [id] bigint,
  [store] int,
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [gift] bit,
  [price] decimal(9, 2),
  [weight] float,
  [day] date,
  [at] datetime2(7),
  [kind] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8
) AS [r];';
  EXEC sp_executesql @statement;
  SET @statement = CAST(N'' AS nvarchar(max)) + N'DROP EXTERNAL TABLE ' + N'[reports].' + QUOTENAME(@table);
  EXEC sp_executesql @statement;
END;
GO

IF OBJECT_ID(N'[reports].[turnover]', N'V') IS NULL
  EXEC(N'CREATE VIEW [reports].[turnover] AS
SELECT
  [g].[item] AS [item],
  [g].[year] AS [year],
  [g].[is_gift] AS [is_gift],
  COUNT_BIG(*) AS [sales],
  COUNT_BIG(DISTINCT [g].[store]) AS [stores],
  TRY_CAST(SUM([g].[price]) AS decimal(19, 2)) AS [turnover],
  MAX([g].[dearest]) AS [dearest],
  MAX([g].[at]) AS [last]
FROM (
SELECT
  [r].[item] AS [item],
  CAST(YEAR([r].[at]) AS int) AS [year],
  CAST(COALESCE([r].[gift], CAST(0 AS bit)) AS bit) AS [is_gift],
  [r].[store] AS [store],
  [r].[price] AS [price],
  [r].[at] AS [at],
  [r1].[dearest] AS [dearest]
FROM OPENROWSET(
  BULK ''silver/sales'',
  DATA_SOURCE = ''lake'',
  FORMAT = ''DELTA''
) WITH (
  [store] int,
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [gift] bit,
  [price] decimal(9, 2),
  [at] datetime2(7)
) AS [r]
INNER JOIN OPENROWSET(
  BULK ''silver/items'',
  DATA_SOURCE = ''lake'',
  FORMAT = ''DELTA''
) WITH (
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [dearest] decimal(9, 2)
) AS [r1] ON ([r1].[item] = [r].[item] AND DATALENGTH([r1].[item]) = DATALENGTH([r].[item]))
) AS [g]
GROUP BY [g].[item], DATALENGTH([g].[item]), [g].[year], [g].[is_gift];');
GO

CREATE OR ALTER PROCEDURE [reports].[refresh_turnover] @run varchar(100) AS
BEGIN
  SET NOCOUNT ON;
  IF @run IS NULL OR LEN(@run) = 0 OR LEN(@run) > 36 OR @run LIKE '%[^0-9A-Za-z-]%'
  BEGIN
    RAISERROR(N'The name of a run has 1 to 36 letters, digits and hyphens.', 16, 1);
    RETURN;
  END;
  DECLARE @table nvarchar(128) = N'turnover_' + @run;
  DECLARE @folder nvarchar(1000) = N'warehouse/reports/turnover/' + @run + N'/';
  DECLARE @statement nvarchar(max);
  SET @statement = CAST(N'' AS nvarchar(max)) + N'CREATE EXTERNAL TABLE ' + N'[reports].' + QUOTENAME(@table) + N' WITH (LOCATION = ''' + @folder + N'''' + N', DATA_SOURCE = [lake], FILE_FORMAT = [parquet]) AS
SELECT
  [g].[item] AS [item],
  [g].[year] AS [year],
  [g].[is_gift] AS [is_gift],
  COUNT_BIG(*) AS [sales],
  COUNT_BIG(DISTINCT [g].[store]) AS [stores],
  TRY_CAST(SUM([g].[price]) AS decimal(19, 2)) AS [turnover],
  MAX([g].[dearest]) AS [dearest],
  MAX([g].[at]) AS [last]
FROM (
SELECT
  [r].[item] AS [item],
  CAST(YEAR([r].[at]) AS int) AS [year],
  CAST(COALESCE([r].[gift], CAST(0 AS bit)) AS bit) AS [is_gift],
  [r].[store] AS [store],
  [r].[price] AS [price],
  [r].[at] AS [at],
  [r1].[dearest] AS [dearest]
FROM OPENROWSET(
  BULK ''silver/sales'',
  DATA_SOURCE = ''lake'',
  FORMAT = ''DELTA''
) WITH (
  [store] int,
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [gift] bit,
  [price] decimal(9, 2),
  [at] datetime2(7)
) AS [r]
INNER JOIN OPENROWSET(
  BULK ''silver/items'',
  DATA_SOURCE = ''lake'',
  FORMAT = ''DELTA''
) WITH (
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [dearest] decimal(9, 2)
) AS [r1] ON ([r1].[item] = [r].[item] AND DATALENGTH([r1].[item]) = DATALENGTH([r].[item]))
) AS [g]
GROUP BY [g].[item], DATALENGTH([g].[item]), [g].[year], [g].[is_gift];';
  EXEC sp_executesql @statement;
  IF NOT EXISTS (SELECT 1 FROM sys.external_tables WHERE schema_id = SCHEMA_ID(N'reports') AND name = @table)
  BEGIN
    RAISERROR(N'The files were not written, and the view shows what it showed.', 16, 1);
    RETURN;
  END;
  SET @statement = CAST(N'' AS nvarchar(max)) + N'CREATE OR ALTER VIEW [reports].[turnover] AS
SELECT
  [r].[item] AS [item],
  [r].[year] AS [year],
  [r].[is_gift] AS [is_gift],
  [r].[sales] AS [sales],
  [r].[stores] AS [stores],
  [r].[turnover] AS [turnover],
  [r].[dearest] AS [dearest],
  [r].[last] AS [last]
FROM OPENROWSET(
  BULK ''' + @folder + N'*.parquet'',
  DATA_SOURCE = ''lake'',
  FORMAT = ''PARQUET''
) WITH (
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [year] int,
  [is_gift] bit,
  [sales] bigint,
  [stores] bigint,
  [turnover] decimal(19, 2),
  [dearest] decimal(9, 2),
  [last] datetime2(7)
) AS [r];';
  EXEC sp_executesql @statement;
  SET @statement = CAST(N'' AS nvarchar(max)) + N'DROP EXTERNAL TABLE ' + N'[reports].' + QUOTENAME(@table);
  EXEC sp_executesql @statement;
END;
GO

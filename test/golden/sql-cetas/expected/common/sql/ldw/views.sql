-- Run third, in the database of the connection ldw.
-- gifts.item: varchar(8000) holds at most 8000 bytes of UTF-8.
-- gifts.weight: float has neither NaN nor infinities.
IF NOT EXISTS (SELECT 1 FROM sys.external_file_formats WHERE name = N'parquet')
  CREATE EXTERNAL FILE FORMAT [parquet] WITH (FORMAT_TYPE = PARQUET, DATA_COMPRESSION = 'org.apache.hadoop.io.compress.SnappyCodec');
GO

IF SCHEMA_ID(N'reports') IS NULL
  EXEC(N'CREATE SCHEMA [reports]');
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

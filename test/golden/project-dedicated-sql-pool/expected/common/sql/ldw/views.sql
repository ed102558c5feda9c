-- Run third, in the database of the connection ldw.
-- gifts.item: varchar(8000) holds at most 8000 bytes of UTF-8.
-- sales.item: varchar(8000) holds at most 8000 bytes of UTF-8.
-- sales.weight: float has neither NaN nor infinities.
-- sales.photo: varbinary(8000) holds at most 8000 bytes.
-- turnover.item: varchar(8000) holds at most 8000 bytes of UTF-8.
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

IF OBJECT_ID(N'[reports].[gifts]', N'V') IS NULL
  EXEC(N'CREATE VIEW [reports].[gifts] AS
SELECT
  [r].[id] AS [id],
  [r].[item] AS [item],
  [r].[price] AS [price],
  [r].[day] AS [day]
FROM OPENROWSET(
  BULK ''silver/sales'',
  DATA_SOURCE = ''lake'',
  FORMAT = ''DELTA''
) WITH (
  [id] bigint,
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [gift] bit,
  [price] decimal(9, 2),
  [day] date
) AS [r]
WHERE ([r].[gift] = 1);');
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
  [r].[item] AS [item],
  [r].[price] AS [price],
  [r].[day] AS [day]
FROM OPENROWSET(
  BULK ''silver/sales'',
  DATA_SOURCE = ''lake'',
  FORMAT = ''DELTA''
) WITH (
  [id] bigint,
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [gift] bit,
  [price] decimal(9, 2),
  [day] date
) AS [r]
WHERE ([r].[gift] = 1);';
  EXEC sp_executesql @statement;
  IF NOT EXISTS (SELECT 1 FROM sys.external_tables WHERE schema_id = SCHEMA_ID(N'reports') AND name = @table)
  BEGIN
    RAISERROR(N'The files were not written, and the view shows what it showed.', 16, 1);
    RETURN;
  END;
  SET @statement = CAST(N'' AS nvarchar(max)) + N'CREATE OR ALTER VIEW [reports].[gifts] AS
SELECT
  [r].[id] AS [id],
  [r].[item] AS [item],
  [r].[price] AS [price],
  [r].[day] AS [day]
FROM OPENROWSET(
  BULK ''' + @folder + N'*.parquet'',
  DATA_SOURCE = ''lake'',
  FORMAT = ''PARQUET''
) WITH (
  [id] bigint,
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [price] decimal(9, 2),
  [day] date
) AS [r];';
  EXEC sp_executesql @statement;
  SET @statement = CAST(N'' AS nvarchar(max)) + N'DROP EXTERNAL TABLE ' + N'[reports].' + QUOTENAME(@table);
  EXEC sp_executesql @statement;
END;
GO

IF OBJECT_ID(N'[reports].[sales]', N'V') IS NULL
  EXEC(N'CREATE VIEW [reports].[sales] AS
SELECT
  [r].[id] AS [id],
  [r].[store] AS [store],
  [r].[item] AS [item],
  [r].[gift] AS [gift],
  [r].[price] AS [price],
  [r].[weight] AS [weight],
  [r].[day] AS [day],
  [r].[updated_at] AS [updated_at],
  [r].[photo] AS [photo]
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
  [updated_at] datetime2(7),
  [photo] varbinary(8000)
) AS [r];');
GO

CREATE OR ALTER PROCEDURE [reports].[refresh_sales] @run varchar(100) AS
BEGIN
  SET NOCOUNT ON;
  IF @run IS NULL OR LEN(@run) = 0 OR LEN(@run) > 36 OR @run LIKE '%[^0-9A-Za-z-]%'
  BEGIN
    RAISERROR(N'The name of a run has 1 to 36 letters, digits and hyphens.', 16, 1);
    RETURN;
  END;
  DECLARE @table nvarchar(128) = N'sales_' + @run;
  DECLARE @folder nvarchar(1000) = N'warehouse/reports/sales/' + @run + N'/';
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
  [r].[updated_at] AS [updated_at],
  [r].[photo] AS [photo]
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
  [updated_at] datetime2(7),
  [photo] varbinary(8000)
) AS [r];';
  EXEC sp_executesql @statement;
  IF NOT EXISTS (SELECT 1 FROM sys.external_tables WHERE schema_id = SCHEMA_ID(N'reports') AND name = @table)
  BEGIN
    RAISERROR(N'The files were not written, and the view shows what it showed.', 16, 1);
    RETURN;
  END;
  SET @statement = CAST(N'' AS nvarchar(max)) + N'CREATE OR ALTER VIEW [reports].[sales] AS
SELECT
  [r].[id] AS [id],
  [r].[store] AS [store],
  [r].[item] AS [item],
  [r].[gift] AS [gift],
  [r].[price] AS [price],
  [r].[weight] AS [weight],
  [r].[day] AS [day],
  [r].[updated_at] AS [updated_at],
  [r].[photo] AS [photo]
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
  [updated_at] datetime2(7),
  [photo] varbinary(8000)
) AS [r];';
  EXEC sp_executesql @statement;
  SET @statement = CAST(N'' AS nvarchar(max)) + N'DROP EXTERNAL TABLE ' + N'[reports].' + QUOTENAME(@table);
  EXEC sp_executesql @statement;
END;
GO

IF OBJECT_ID(N'[reports].[stores]', N'V') IS NULL
  EXEC(N'CREATE VIEW [reports].[stores] AS
SELECT
  [g].[store] AS [store],
  COUNT_BIG(*) AS [sales]
FROM (
SELECT
  [r].[store] AS [store]
FROM OPENROWSET(
  BULK ''silver/sales'',
  DATA_SOURCE = ''lake'',
  FORMAT = ''DELTA''
) WITH (
  [store] int
) AS [r]
) AS [g]
GROUP BY [g].[store];');
GO

CREATE OR ALTER PROCEDURE [reports].[refresh_stores] @run varchar(100) AS
BEGIN
  SET NOCOUNT ON;
  IF @run IS NULL OR LEN(@run) = 0 OR LEN(@run) > 36 OR @run LIKE '%[^0-9A-Za-z-]%'
  BEGIN
    RAISERROR(N'The name of a run has 1 to 36 letters, digits and hyphens.', 16, 1);
    RETURN;
  END;
  DECLARE @table nvarchar(128) = N'stores_' + @run;
  DECLARE @folder nvarchar(1000) = N'warehouse/reports/stores/' + @run + N'/';
  DECLARE @statement nvarchar(max);
  SET @statement = CAST(N'' AS nvarchar(max)) + N'CREATE EXTERNAL TABLE ' + N'[reports].' + QUOTENAME(@table) + N' WITH (LOCATION = ''' + @folder + N'''' + N', DATA_SOURCE = [lake], FILE_FORMAT = [parquet]) AS
SELECT
  [g].[store] AS [store],
  COUNT_BIG(*) AS [sales]
FROM (
SELECT
  [r].[store] AS [store]
FROM OPENROWSET(
  BULK ''silver/sales'',
  DATA_SOURCE = ''lake'',
  FORMAT = ''DELTA''
) WITH (
  [store] int
) AS [r]
) AS [g]
GROUP BY [g].[store];';
  EXEC sp_executesql @statement;
  IF NOT EXISTS (SELECT 1 FROM sys.external_tables WHERE schema_id = SCHEMA_ID(N'reports') AND name = @table)
  BEGIN
    RAISERROR(N'The files were not written, and the view shows what it showed.', 16, 1);
    RETURN;
  END;
  SET @statement = CAST(N'' AS nvarchar(max)) + N'CREATE OR ALTER VIEW [reports].[stores] AS
SELECT
  [r].[store] AS [store],
  [r].[sales] AS [sales]
FROM OPENROWSET(
  BULK ''' + @folder + N'*.parquet'',
  DATA_SOURCE = ''lake'',
  FORMAT = ''PARQUET''
) WITH (
  [store] int,
  [sales] bigint
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
  [g].[store] AS [store],
  COUNT_BIG(*) AS [sales],
  TRY_CAST(SUM([g].[price]) AS decimal(19, 2)) AS [turnover]
FROM (
SELECT
  CAST(COALESCE([r].[item], ''?'') AS varchar(8000)) COLLATE Latin1_General_100_BIN2_UTF8 AS [item],
  CAST(COALESCE([r].[store], 0) AS int) AS [store],
  [r].[price] AS [price]
FROM OPENROWSET(
  BULK ''silver/sales'',
  DATA_SOURCE = ''lake'',
  FORMAT = ''DELTA''
) WITH (
  [store] int,
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [price] decimal(9, 2)
) AS [r]
) AS [g]
GROUP BY [g].[item], DATALENGTH([g].[item]), [g].[store];');
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
  [g].[store] AS [store],
  COUNT_BIG(*) AS [sales],
  TRY_CAST(SUM([g].[price]) AS decimal(19, 2)) AS [turnover]
FROM (
SELECT
  CAST(COALESCE([r].[item], ''?'') AS varchar(8000)) COLLATE Latin1_General_100_BIN2_UTF8 AS [item],
  CAST(COALESCE([r].[store], 0) AS int) AS [store],
  [r].[price] AS [price]
FROM OPENROWSET(
  BULK ''silver/sales'',
  DATA_SOURCE = ''lake'',
  FORMAT = ''DELTA''
) WITH (
  [store] int,
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [price] decimal(9, 2)
) AS [r]
) AS [g]
GROUP BY [g].[item], DATALENGTH([g].[item]), [g].[store];';
  EXEC sp_executesql @statement;
  IF NOT EXISTS (SELECT 1 FROM sys.external_tables WHERE schema_id = SCHEMA_ID(N'reports') AND name = @table)
  BEGIN
    RAISERROR(N'The files were not written, and the view shows what it showed.', 16, 1);
    RETURN;
  END;
  SET @statement = CAST(N'' AS nvarchar(max)) + N'CREATE OR ALTER VIEW [reports].[turnover] AS
SELECT
  [r].[item] AS [item],
  [r].[store] AS [store],
  [r].[sales] AS [sales],
  [r].[turnover] AS [turnover]
FROM OPENROWSET(
  BULK ''' + @folder + N'*.parquet'',
  DATA_SOURCE = ''lake'',
  FORMAT = ''PARQUET''
) WITH (
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [store] int,
  [sales] bigint,
  [turnover] decimal(19, 2)
) AS [r];';
  EXEC sp_executesql @statement;
  SET @statement = CAST(N'' AS nvarchar(max)) + N'DROP EXTERNAL TABLE ' + N'[reports].' + QUOTENAME(@table);
  EXEC sp_executesql @statement;
END;
GO

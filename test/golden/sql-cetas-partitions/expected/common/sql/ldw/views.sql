-- Run third, in the database of the connection ldw.
-- sales_by_day.item: varchar(8000) holds at most 8000 bytes of UTF-8.
-- turnover_by_day.item: varchar(8000) holds at most 8000 bytes of UTF-8.
-- turnover_by_day.items.item: varchar(8000) holds at most 8000 bytes of UTF-8.
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
    AND NOT LEFT(name, 13) = N'sales_by_day:'
    AND NOT LEFT(name, 15) = N'sales_by_store:'
    AND NOT LEFT(name, 16) = N'turnover_by_day:'
);
IF @drops IS NOT NULL
  EXEC sp_executesql @drops;
GO

IF OBJECT_ID(N'[reports].[sales_by_day]', N'V') IS NULL
  EXEC(N'CREATE VIEW [reports].[sales_by_day] AS
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
  [price] decimal(9, 2),
  [day] date
) AS [r];');
GO

CREATE OR ALTER PROCEDURE [reports].[refresh_sales_by_day] @run varchar(100), @all bit = 0 AS
BEGIN
  SET NOCOUNT ON;
  IF @run IS NULL OR LEN(@run) = 0 OR LEN(@run) > 36 OR @run LIKE '%[^0-9A-Za-z-]%'
  BEGIN
    RAISERROR(N'The name of a run has 1 to 36 letters, digits and hyphens.', 16, 1);
    RETURN;
  END;
  DECLARE @table nvarchar(128) = N'';
  DECLARE @value varchar(20);
  DECLARE @condition nvarchar(100);
  DECLARE @folder nvarchar(1000);
  DECLARE @paths nvarchar(max);
  DECLARE @statement nvarchar(max);
  DECLARE @at int = 1;
  DECLARE @found varchar(max);
  SET @found = ISNULL((SELECT STRING_AGG(CAST(CAST(COALESCE(CONVERT(varchar(20), [v].[value], 23), 'null') AS char(20)) AS varchar(max)), '') FROM (
SELECT DISTINCT [p].[day] AS [value]
FROM (
SELECT
  [r].[id] AS [id],
  [r].[item] AS [item],
  [r].[price] AS [price],
  [r].[day] AS [day]
FROM OPENROWSET(
  BULK 'silver/sales',
  DATA_SOURCE = 'lake',
  FORMAT = 'DELTA'
) WITH (
  [id] bigint,
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [price] decimal(9, 2),
  [day] date
) AS [r]
) AS [p]
) AS [v]), '');
  IF @found IS NULL
  BEGIN
    RAISERROR(N'The table was not read, and the view shows what it showed.', 16, 1);
    RETURN;
  END;
  IF DATALENGTH(@found) > 20000
  BEGIN
    RAISERROR(N'There are more than 1000 partitions, and the view shows what it showed.', 16, 1);
    RETURN;
  END;
  WHILE @table IS NOT NULL
  BEGIN
    SET @table = (SELECT MIN(name) FROM sys.external_tables WHERE schema_id = SCHEMA_ID(N'reports') AND LEFT(name, 13) = N'sales_by_day:' AND name > @table AND (@all = 1 OR LEFT(name, 26) <> N'sales_by_day:e01af4144de1=' OR SUBSTRING(name, 27, 20) = N'null' OR SUBSTRING(name, 27, 20) >= CONVERT(varchar(20), DATEADD(day, -3, DATEADD(minute, -30, create_date)), 23)));
    IF @table IS NOT NULL
    BEGIN
      SET @statement = CAST(N'' AS nvarchar(max)) + N'DROP EXTERNAL TABLE ' + N'[reports].' + QUOTENAME(@table);
      EXEC sp_executesql @statement;
      IF EXISTS (SELECT 1 FROM sys.external_tables WHERE schema_id = SCHEMA_ID(N'reports') AND name = @table)
      BEGIN
        RAISERROR(N'A table could not be dropped, and the view shows what it showed.', 16, 1);
        RETURN;
      END;
    END;
  END;
  WHILE @at < DATALENGTH(@found)
  BEGIN
    SET @value = RTRIM(SUBSTRING(@found, @at, 20));
    SET @at = @at + 20;
    SET @table = N'sales_by_day:e01af4144de1=' + @value;
    IF NOT EXISTS (SELECT 1 FROM sys.external_tables WHERE schema_id = SCHEMA_ID(N'reports') AND name = @table)
    BEGIN
      SET @folder = N'warehouse/reports/sales_by_day/' + @run + N'/day=' + @value + N'/';
      SET @condition = N'= CAST(''' + @value + N''' AS date)';
      IF @value = 'null'
        SET @condition = N'IS NULL';
      SET @statement = CAST(N'' AS nvarchar(max)) + N'CREATE EXTERNAL TABLE ' + N'[reports].' + QUOTENAME(@table) + N' WITH (LOCATION = ''' + @folder + N'''' + N', DATA_SOURCE = [lake], FILE_FORMAT = [parquet]) AS
SELECT *
FROM (
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
  [price] decimal(9, 2),
  [day] date
) AS [r]
) AS [p]
WHERE [p].[day] ' + @condition;
      EXEC sp_executesql @statement;
      IF NOT EXISTS (SELECT 1 FROM sys.external_tables WHERE schema_id = SCHEMA_ID(N'reports') AND name = @table)
      BEGIN
        RAISERROR(N'The files were not written, and the view shows what it showed.', 16, 1);
        RETURN;
      END;
    END;
  END;
  SET @paths = (SELECT STRING_AGG(CAST(N'''' + location + N'*.parquet''' AS nvarchar(max)), N', ') FROM sys.external_tables WHERE schema_id = SCHEMA_ID(N'reports') AND LEFT(name, 26) = N'sales_by_day:e01af4144de1=');
  IF CHARINDEX(N',', @paths) > 0
    SET @paths = N'(' + @paths + N')';
  SET @statement = CAST(N'' AS nvarchar(max)) + N'CREATE OR ALTER VIEW [reports].[sales_by_day] AS
SELECT
  [r].[id] AS [id],
  [r].[item] AS [item],
  [r].[price] AS [price],
  [r].[day] AS [day]
FROM OPENROWSET(
  BULK ' + @paths + N',
  DATA_SOURCE = ''lake'',
  FORMAT = ''PARQUET''
) WITH (
  [id] bigint,
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [price] decimal(9, 2),
  [day] date
) AS [r];';
  IF @paths IS NULL
    SET @statement = N'CREATE OR ALTER VIEW [reports].[sales_by_day] AS
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
  [price] decimal(9, 2),
  [day] date
) AS [r];';
  EXEC sp_executesql @statement;
END;
GO

CREATE OR ALTER PROCEDURE [reports].[old_folders_of_sales_by_day] AS
BEGIN
  SET NOCOUNT ON;
  DECLARE @used nvarchar(max) = OBJECT_DEFINITION(OBJECT_ID(N'[reports].[sales_by_day]'));
  IF @used IS NULL
  BEGIN
    RAISERROR(N'What the view reads is not seen by this user.', 16, 1);
    RETURN;
  END;
  SET @used = @used + ISNULL((SELECT STRING_AGG(CAST(location AS nvarchar(max)), N' ') FROM sys.external_tables WHERE schema_id = SCHEMA_ID(N'reports') AND LEFT(name, 13) = N'sales_by_day:'), N'');
  SELECT [f].[folder] AS [folder]
  FROM (
    SELECT DISTINCT N'warehouse/reports/sales_by_day/' + [r].filepath(1) + N'/' + [r].filepath(2) + N'/' AS [folder]
    FROM OPENROWSET(
      BULK 'warehouse/reports/sales_by_day/*/*/*.parquet',
      DATA_SOURCE = 'lake',
      FORMAT = 'PARQUET'
    ) WITH (
      [day] date
    ) AS [r]
  ) AS [f]
  WHERE CHARINDEX([f].[folder], @used) = 0
  ORDER BY [f].[folder];
END;
GO

IF OBJECT_ID(N'[reports].[sales_by_store]', N'V') IS NULL
  EXEC(N'CREATE VIEW [reports].[sales_by_store] AS
SELECT
  [r].[id] AS [id],
  [r].[store] AS [store],
  [r].[gift] AS [gift]
FROM OPENROWSET(
  BULK ''silver/sales'',
  DATA_SOURCE = ''lake'',
  FORMAT = ''DELTA''
) WITH (
  [id] bigint,
  [store] int,
  [gift] bit
) AS [r]
WHERE ([r].[id] > 3);');
GO

CREATE OR ALTER PROCEDURE [reports].[refresh_sales_by_store] @run varchar(100) AS
BEGIN
  SET NOCOUNT ON;
  IF @run IS NULL OR LEN(@run) = 0 OR LEN(@run) > 36 OR @run LIKE '%[^0-9A-Za-z-]%'
  BEGIN
    RAISERROR(N'The name of a run has 1 to 36 letters, digits and hyphens.', 16, 1);
    RETURN;
  END;
  DECLARE @table nvarchar(128) = N'';
  DECLARE @value varchar(20);
  DECLARE @condition nvarchar(100);
  DECLARE @folder nvarchar(1000);
  DECLARE @paths nvarchar(max);
  DECLARE @statement nvarchar(max);
  DECLARE @at int = 1;
  DECLARE @found varchar(max);
  SET @found = ISNULL((SELECT STRING_AGG(CAST(CAST(COALESCE(CONVERT(varchar(20), [v].[value]), 'null') AS char(20)) AS varchar(max)), '') FROM (
SELECT DISTINCT [p].[store] AS [value]
FROM (
SELECT
  [r].[id] AS [id],
  [r].[store] AS [store],
  [r].[gift] AS [gift]
FROM OPENROWSET(
  BULK 'silver/sales',
  DATA_SOURCE = 'lake',
  FORMAT = 'DELTA'
) WITH (
  [id] bigint,
  [store] int,
  [gift] bit
) AS [r]
WHERE ([r].[id] > 3)
) AS [p]
) AS [v]), '');
  IF @found IS NULL
  BEGIN
    RAISERROR(N'The table was not read, and the view shows what it showed.', 16, 1);
    RETURN;
  END;
  IF DATALENGTH(@found) > 20000
  BEGIN
    RAISERROR(N'There are more than 1000 partitions, and the view shows what it showed.', 16, 1);
    RETURN;
  END;
  WHILE @table IS NOT NULL
  BEGIN
    SET @table = (SELECT MIN(name) FROM sys.external_tables WHERE schema_id = SCHEMA_ID(N'reports') AND LEFT(name, 15) = N'sales_by_store:' AND name > @table);
    IF @table IS NOT NULL
    BEGIN
      SET @statement = CAST(N'' AS nvarchar(max)) + N'DROP EXTERNAL TABLE ' + N'[reports].' + QUOTENAME(@table);
      EXEC sp_executesql @statement;
      IF EXISTS (SELECT 1 FROM sys.external_tables WHERE schema_id = SCHEMA_ID(N'reports') AND name = @table)
      BEGIN
        RAISERROR(N'A table could not be dropped, and the view shows what it showed.', 16, 1);
        RETURN;
      END;
    END;
  END;
  WHILE @at < DATALENGTH(@found)
  BEGIN
    SET @value = RTRIM(SUBSTRING(@found, @at, 20));
    SET @at = @at + 20;
    SET @table = N'sales_by_store:ded5ef3381a5=' + @value;
    IF NOT EXISTS (SELECT 1 FROM sys.external_tables WHERE schema_id = SCHEMA_ID(N'reports') AND name = @table)
    BEGIN
      SET @folder = N'warehouse/reports/sales_by_store/' + @run + N'/store=' + @value + N'/';
      SET @condition = N'= CAST(''' + @value + N''' AS int)';
      IF @value = 'null'
        SET @condition = N'IS NULL';
      SET @statement = CAST(N'' AS nvarchar(max)) + N'CREATE EXTERNAL TABLE ' + N'[reports].' + QUOTENAME(@table) + N' WITH (LOCATION = ''' + @folder + N'''' + N', DATA_SOURCE = [lake], FILE_FORMAT = [parquet]) AS
SELECT *
FROM (
SELECT
  [r].[id] AS [id],
  [r].[store] AS [store],
  [r].[gift] AS [gift]
FROM OPENROWSET(
  BULK ''silver/sales'',
  DATA_SOURCE = ''lake'',
  FORMAT = ''DELTA''
) WITH (
  [id] bigint,
  [store] int,
  [gift] bit
) AS [r]
WHERE ([r].[id] > 3)
) AS [p]
WHERE [p].[store] ' + @condition;
      EXEC sp_executesql @statement;
      IF NOT EXISTS (SELECT 1 FROM sys.external_tables WHERE schema_id = SCHEMA_ID(N'reports') AND name = @table)
      BEGIN
        RAISERROR(N'The files were not written, and the view shows what it showed.', 16, 1);
        RETURN;
      END;
    END;
  END;
  SET @paths = (SELECT STRING_AGG(CAST(N'''' + location + N'*.parquet''' AS nvarchar(max)), N', ') FROM sys.external_tables WHERE schema_id = SCHEMA_ID(N'reports') AND LEFT(name, 28) = N'sales_by_store:ded5ef3381a5=');
  IF CHARINDEX(N',', @paths) > 0
    SET @paths = N'(' + @paths + N')';
  SET @statement = CAST(N'' AS nvarchar(max)) + N'CREATE OR ALTER VIEW [reports].[sales_by_store] AS
SELECT
  [r].[id] AS [id],
  [r].[store] AS [store],
  [r].[gift] AS [gift]
FROM OPENROWSET(
  BULK ' + @paths + N',
  DATA_SOURCE = ''lake'',
  FORMAT = ''PARQUET''
) WITH (
  [id] bigint,
  [store] int,
  [gift] bit
) AS [r];';
  IF @paths IS NULL
    SET @statement = N'CREATE OR ALTER VIEW [reports].[sales_by_store] AS
SELECT
  [r].[id] AS [id],
  [r].[store] AS [store],
  [r].[gift] AS [gift]
FROM OPENROWSET(
  BULK ''silver/sales'',
  DATA_SOURCE = ''lake'',
  FORMAT = ''DELTA''
) WITH (
  [id] bigint,
  [store] int,
  [gift] bit
) AS [r]
WHERE ([r].[id] > 3);';
  EXEC sp_executesql @statement;
END;
GO

CREATE OR ALTER PROCEDURE [reports].[old_folders_of_sales_by_store] AS
BEGIN
  SET NOCOUNT ON;
  DECLARE @used nvarchar(max) = OBJECT_DEFINITION(OBJECT_ID(N'[reports].[sales_by_store]'));
  IF @used IS NULL
  BEGIN
    RAISERROR(N'What the view reads is not seen by this user.', 16, 1);
    RETURN;
  END;
  SET @used = @used + ISNULL((SELECT STRING_AGG(CAST(location AS nvarchar(max)), N' ') FROM sys.external_tables WHERE schema_id = SCHEMA_ID(N'reports') AND LEFT(name, 15) = N'sales_by_store:'), N'');
  SELECT [f].[folder] AS [folder]
  FROM (
    SELECT DISTINCT N'warehouse/reports/sales_by_store/' + [r].filepath(1) + N'/' + [r].filepath(2) + N'/' AS [folder]
    FROM OPENROWSET(
      BULK 'warehouse/reports/sales_by_store/*/*/*.parquet',
      DATA_SOURCE = 'lake',
      FORMAT = 'PARQUET'
    ) WITH (
      [store] int
    ) AS [r]
  ) AS [f]
  WHERE CHARINDEX([f].[folder], @used) = 0
  ORDER BY [f].[folder];
END;
GO

IF OBJECT_ID(N'[reports].[turnover_by_day]', N'V') IS NULL
  EXEC(N'CREATE VIEW [reports].[turnover_by_day] AS
SELECT
  [g].[day] AS [day],
  COUNT_BIG(*) AS [sales],
  TRY_CAST(SUM([g].[price]) AS decimal(19, 2)) AS [turnover],
  MAX([g].[dearest]) AS [dearest]
FROM (
SELECT
  CAST([r].[at] AS date) AS [day],
  [r].[price] AS [price],
  [r1].[dearest] AS [dearest]
FROM OPENROWSET(
  BULK ''silver/sales'',
  DATA_SOURCE = ''lake'',
  FORMAT = ''DELTA''
) WITH (
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
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
) AS [r1] ON ([r].[item] = [r1].[item] AND DATALENGTH([r].[item]) = DATALENGTH([r1].[item]))
) AS [g]
GROUP BY [g].[day];');
GO

CREATE OR ALTER PROCEDURE [reports].[refresh_turnover_by_day] @run varchar(100), @all bit = 0 AS
BEGIN
  SET NOCOUNT ON;
  IF @run IS NULL OR LEN(@run) = 0 OR LEN(@run) > 36 OR @run LIKE '%[^0-9A-Za-z-]%'
  BEGIN
    RAISERROR(N'The name of a run has 1 to 36 letters, digits and hyphens.', 16, 1);
    RETURN;
  END;
  DECLARE @table nvarchar(128) = N'';
  DECLARE @value varchar(20);
  DECLARE @condition nvarchar(100);
  DECLARE @folder nvarchar(1000);
  DECLARE @paths nvarchar(max);
  DECLARE @statement nvarchar(max);
  DECLARE @at int = 1;
  DECLARE @found varchar(max);
  SET @found = ISNULL((SELECT STRING_AGG(CAST(CAST(COALESCE(CONVERT(varchar(20), [v].[value], 23), 'null') AS char(20)) AS varchar(max)), '') FROM (
SELECT DISTINCT [p].[day] AS [value]
FROM (
SELECT
  [g].[day] AS [day],
  COUNT_BIG(*) AS [sales],
  TRY_CAST(SUM([g].[price]) AS decimal(19, 2)) AS [turnover],
  MAX([g].[dearest]) AS [dearest]
FROM (
SELECT
  CAST([r].[at] AS date) AS [day],
  [r].[price] AS [price],
  [r1].[dearest] AS [dearest]
FROM OPENROWSET(
  BULK 'silver/sales',
  DATA_SOURCE = 'lake',
  FORMAT = 'DELTA'
) WITH (
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [price] decimal(9, 2),
  [at] datetime2(7)
) AS [r]
INNER JOIN OPENROWSET(
  BULK 'silver/items',
  DATA_SOURCE = 'lake',
  FORMAT = 'DELTA'
) WITH (
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [dearest] decimal(9, 2)
) AS [r1] ON ([r].[item] = [r1].[item] AND DATALENGTH([r].[item]) = DATALENGTH([r1].[item]))
) AS [g]
GROUP BY [g].[day]
) AS [p]
) AS [v]), '');
  IF @found IS NULL
  BEGIN
    RAISERROR(N'The table was not read, and the view shows what it showed.', 16, 1);
    RETURN;
  END;
  IF DATALENGTH(@found) > 20000
  BEGIN
    RAISERROR(N'There are more than 1000 partitions, and the view shows what it showed.', 16, 1);
    RETURN;
  END;
  WHILE @table IS NOT NULL
  BEGIN
    SET @table = (SELECT MIN(name) FROM sys.external_tables WHERE schema_id = SCHEMA_ID(N'reports') AND LEFT(name, 16) = N'turnover_by_day:' AND name > @table AND (@all = 1 OR LEFT(name, 29) <> N'turnover_by_day:b9631566133b=' OR SUBSTRING(name, 30, 20) = N'null' OR SUBSTRING(name, 30, 20) >= CONVERT(varchar(20), DATEADD(day, -1, DATEADD(minute, -30, create_date)), 23)));
    IF @table IS NOT NULL
    BEGIN
      SET @statement = CAST(N'' AS nvarchar(max)) + N'DROP EXTERNAL TABLE ' + N'[reports].' + QUOTENAME(@table);
      EXEC sp_executesql @statement;
      IF EXISTS (SELECT 1 FROM sys.external_tables WHERE schema_id = SCHEMA_ID(N'reports') AND name = @table)
      BEGIN
        RAISERROR(N'A table could not be dropped, and the view shows what it showed.', 16, 1);
        RETURN;
      END;
    END;
  END;
  WHILE @at < DATALENGTH(@found)
  BEGIN
    SET @value = RTRIM(SUBSTRING(@found, @at, 20));
    SET @at = @at + 20;
    SET @table = N'turnover_by_day:b9631566133b=' + @value;
    IF NOT EXISTS (SELECT 1 FROM sys.external_tables WHERE schema_id = SCHEMA_ID(N'reports') AND name = @table)
    BEGIN
      SET @folder = N'warehouse/reports/turnover_by_day/' + @run + N'/day=' + @value + N'/';
      SET @condition = N'= CAST(''' + @value + N''' AS date)';
      IF @value = 'null'
        SET @condition = N'IS NULL';
      SET @statement = CAST(N'' AS nvarchar(max)) + N'CREATE EXTERNAL TABLE ' + N'[reports].' + QUOTENAME(@table) + N' WITH (LOCATION = ''' + @folder + N'''' + N', DATA_SOURCE = [lake], FILE_FORMAT = [parquet]) AS
SELECT *
FROM (
SELECT
  [g].[day] AS [day],
  COUNT_BIG(*) AS [sales],
  TRY_CAST(SUM([g].[price]) AS decimal(19, 2)) AS [turnover],
  MAX([g].[dearest]) AS [dearest]
FROM (
SELECT
  CAST([r].[at] AS date) AS [day],
  [r].[price] AS [price],
  [r1].[dearest] AS [dearest]
FROM OPENROWSET(
  BULK ''silver/sales'',
  DATA_SOURCE = ''lake'',
  FORMAT = ''DELTA''
) WITH (
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
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
) AS [r1] ON ([r].[item] = [r1].[item] AND DATALENGTH([r].[item]) = DATALENGTH([r1].[item]))
) AS [g]
GROUP BY [g].[day]
) AS [p]
WHERE [p].[day] ' + @condition;
      EXEC sp_executesql @statement;
      IF NOT EXISTS (SELECT 1 FROM sys.external_tables WHERE schema_id = SCHEMA_ID(N'reports') AND name = @table)
      BEGIN
        RAISERROR(N'The files were not written, and the view shows what it showed.', 16, 1);
        RETURN;
      END;
    END;
  END;
  SET @paths = (SELECT STRING_AGG(CAST(N'''' + location + N'*.parquet''' AS nvarchar(max)), N', ') FROM sys.external_tables WHERE schema_id = SCHEMA_ID(N'reports') AND LEFT(name, 29) = N'turnover_by_day:b9631566133b=');
  IF CHARINDEX(N',', @paths) > 0
    SET @paths = N'(' + @paths + N')';
  SET @statement = CAST(N'' AS nvarchar(max)) + N'CREATE OR ALTER VIEW [reports].[turnover_by_day] AS
SELECT
  [r].[day] AS [day],
  [r].[sales] AS [sales],
  [r].[turnover] AS [turnover],
  [r].[dearest] AS [dearest]
FROM OPENROWSET(
  BULK ' + @paths + N',
  DATA_SOURCE = ''lake'',
  FORMAT = ''PARQUET''
) WITH (
  [day] date,
  [sales] bigint,
  [turnover] decimal(19, 2),
  [dearest] decimal(9, 2)
) AS [r];';
  IF @paths IS NULL
    SET @statement = N'CREATE OR ALTER VIEW [reports].[turnover_by_day] AS
SELECT
  [g].[day] AS [day],
  COUNT_BIG(*) AS [sales],
  TRY_CAST(SUM([g].[price]) AS decimal(19, 2)) AS [turnover],
  MAX([g].[dearest]) AS [dearest]
FROM (
SELECT
  CAST([r].[at] AS date) AS [day],
  [r].[price] AS [price],
  [r1].[dearest] AS [dearest]
FROM OPENROWSET(
  BULK ''silver/sales'',
  DATA_SOURCE = ''lake'',
  FORMAT = ''DELTA''
) WITH (
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
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
) AS [r1] ON ([r].[item] = [r1].[item] AND DATALENGTH([r].[item]) = DATALENGTH([r1].[item]))
) AS [g]
GROUP BY [g].[day];';
  EXEC sp_executesql @statement;
END;
GO

CREATE OR ALTER PROCEDURE [reports].[old_folders_of_turnover_by_day] AS
BEGIN
  SET NOCOUNT ON;
  DECLARE @used nvarchar(max) = OBJECT_DEFINITION(OBJECT_ID(N'[reports].[turnover_by_day]'));
  IF @used IS NULL
  BEGIN
    RAISERROR(N'What the view reads is not seen by this user.', 16, 1);
    RETURN;
  END;
  SET @used = @used + ISNULL((SELECT STRING_AGG(CAST(location AS nvarchar(max)), N' ') FROM sys.external_tables WHERE schema_id = SCHEMA_ID(N'reports') AND LEFT(name, 16) = N'turnover_by_day:'), N'');
  SELECT [f].[folder] AS [folder]
  FROM (
    SELECT DISTINCT N'warehouse/reports/turnover_by_day/' + [r].filepath(1) + N'/' + [r].filepath(2) + N'/' AS [folder]
    FROM OPENROWSET(
      BULK 'warehouse/reports/turnover_by_day/*/*/*.parquet',
      DATA_SOURCE = 'lake',
      FORMAT = 'PARQUET'
    ) WITH (
      [day] date
    ) AS [r]
  ) AS [f]
  WHERE CHARINDEX([f].[folder], @used) = 0
  ORDER BY [f].[folder];
END;
GO

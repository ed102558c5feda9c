-- Run third, in the database of the connection ldw.
-- gifts.item: varchar(8000) holds at most 8000 bytes of UTF-8.
-- with_now.item: varchar(8000) holds at most 8000 bytes of UTF-8.
-- landed_prices.item: varchar(8000) holds at most 8000 bytes of UTF-8.
-- landed_sales.item: varchar(8000) holds at most 8000 bytes of UTF-8.
-- landed_sales.weight: float has neither NaN nor infinities.
-- landed_stores.city: varchar(8000) holds at most 8000 bytes of UTF-8.
-- landed_stores.size: float has neither NaN nor infinities.
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

CREATE OR ALTER VIEW [reports].[by_landing] AS
SELECT
  [g].[landing] AS [landing],
  COUNT_BIG(*) AS [sales],
  TRY_CAST(SUM([g].[price]) AS decimal(19, 2)) AS [income]
FROM (
SELECT
  [r].[price] AS [price],
  [r].[landing] AS [landing]
FROM (
SELECT
  CASE WHEN [f].[price] = '\N' AND DATALENGTH([f].[price]) = 2 THEN CAST(NULL AS decimal(9, 2)) ELSE CAST(CASE WHEN [f].[price] LIKE '[-+.0-9]%' AND [f].[price] NOT LIKE '_%[^.0-9]%' AND [f].[price] NOT LIKE '%.%.%' AND [f].[price] LIKE '%[0-9]%' AND [f].[price] NOT LIKE '%.__%[^0]%' THEN [f].[price] ELSE 'price is no decimal(9,2)' END AS decimal(9, 2)) END AS [price],
  CAST([f].filepath(1) AS bigint) AS [landing]
FROM OPENROWSET(
  BULK 'bronze/sales/1-0f595ac1/landing=*/rows.csv',
  DATA_SOURCE = 'lake',
  FORMAT = 'CSV',
  PARSER_VERSION = '2.0',
  FIRSTROW = 2,
  FIELDTERMINATOR = ',',
  ROWTERMINATOR = '0x0a',
  FIELDQUOTE = '"'
) WITH (
  [price] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8 6,
  [weight] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8 8
) AS [f]
WHERE CAST(CASE WHEN [f].[weight] IS NOT NULL THEN '1' ELSE 'A record has fewer cells than the header.' END AS bit) = 1
) AS [r]
) AS [g]
GROUP BY [g].[landing];
GO

CREATE OR ALTER VIEW [reports].[gifts] AS
SELECT
  [r].[landing] AS [landing],
  [r].[id] AS [id],
  CAST((CAST([r].[item] AS varchar(max)) + CAST('!' AS varchar(max))) AS varchar(max)) COLLATE Latin1_General_100_BIN2_UTF8 AS [label],
  CAST(YEAR([r].[day]) AS int) AS [year]
FROM (
SELECT
  CASE WHEN [f].[id] = '\N' AND DATALENGTH([f].[id]) = 2 THEN CAST(NULL AS bigint) ELSE CAST(CASE WHEN [f].[id] LIKE '[-+0-9]%' AND [f].[id] NOT LIKE '_%[^0-9]%' AND [f].[id] LIKE '%[0-9]%' THEN [f].[id] ELSE 'id is no bigint' END AS bigint) END AS [id],
  CASE WHEN [f].[item] = '\N' AND DATALENGTH([f].[item]) = 2 THEN CAST(NULL AS varchar(8000)) ELSE [f].[item] END AS [item],
  CASE WHEN [f].[gift] = '\N' AND DATALENGTH([f].[gift]) = 2 THEN CAST(NULL AS bit) ELSE CAST(CASE WHEN [f].[gift] LIKE '[tT][rR][uU][eE]%' AND DATALENGTH([f].[gift]) = 4 THEN '1' WHEN [f].[gift] LIKE '[fF][aA][lL][sS][eE]%' AND DATALENGTH([f].[gift]) = 5 THEN '0' ELSE 'gift is no boolean' END AS bit) END AS [gift],
  CASE WHEN [f].[day] = '\N' AND DATALENGTH([f].[day]) = 2 THEN CAST(NULL AS date) ELSE CAST(CASE WHEN [f].[day] LIKE '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]%' AND (DATALENGTH([f].[day]) = 10 OR [f].[day] LIKE '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9][T ]00:00:00%' AND [f].[day] NOT LIKE '___________________%[^.0Z]%') THEN [f].[day] ELSE 'day is no date' END AS date) END AS [day],
  CAST([f].filepath(1) AS bigint) AS [landing]
FROM OPENROWSET(
  BULK 'bronze/sales/1-0f595ac1/landing=*/rows.csv',
  DATA_SOURCE = 'lake',
  FORMAT = 'CSV',
  PARSER_VERSION = '2.0',
  FIRSTROW = 2,
  FIELDTERMINATOR = ',',
  ROWTERMINATOR = '0x0a',
  FIELDQUOTE = '"'
) WITH (
  [day] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8 2,
  [gift] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8 3,
  [id] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8 4,
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8 5,
  [weight] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8 8
) AS [f]
WHERE CAST(CASE WHEN [f].[weight] IS NOT NULL THEN '1' ELSE 'A record has fewer cells than the header.' END AS bit) = 1
) AS [r]
WHERE (([r].[gift] = 1) AND ([r].[landing] >= 1));
GO

CREATE OR ALTER VIEW [reports].[with_now] AS
SELECT
  [r].[id] AS [id],
  [r].[store] AS [store],
  [r].[item] AS [item],
  [r].[gift] AS [gift],
  [r].[price] AS [price],
  [r].[changed_at] AS [changed_at],
  [r].[landing] AS [landing],
  [r1].[price] AS [price_now]
FROM (
SELECT
  CASE WHEN [f].[id] = '\N' AND DATALENGTH([f].[id]) = 2 THEN CAST(NULL AS bigint) ELSE CAST(CASE WHEN [f].[id] LIKE '[-+0-9]%' AND [f].[id] NOT LIKE '_%[^0-9]%' AND [f].[id] LIKE '%[0-9]%' THEN [f].[id] ELSE 'id is no bigint' END AS bigint) END AS [id],
  CASE WHEN [f].[store] = '\N' AND DATALENGTH([f].[store]) = 2 THEN CAST(NULL AS int) ELSE CAST(CASE WHEN [f].[store] LIKE '[-+0-9]%' AND [f].[store] NOT LIKE '_%[^0-9]%' AND [f].[store] LIKE '%[0-9]%' THEN CAST(CAST(CAST([f].[store] AS bigint) AS int) AS varchar(11)) ELSE 'store is no int' END AS int) END AS [store],
  CASE WHEN [f].[item] = '\N' AND DATALENGTH([f].[item]) = 2 THEN CAST(NULL AS varchar(8000)) ELSE [f].[item] END AS [item],
  CASE WHEN [f].[gift] = '\N' AND DATALENGTH([f].[gift]) = 2 THEN CAST(NULL AS bit) ELSE CAST(CASE WHEN [f].[gift] LIKE '[tT][rR][uU][eE]%' AND DATALENGTH([f].[gift]) = 4 THEN '1' WHEN [f].[gift] LIKE '[fF][aA][lL][sS][eE]%' AND DATALENGTH([f].[gift]) = 5 THEN '0' ELSE 'gift is no boolean' END AS bit) END AS [gift],
  CASE WHEN [f].[price] = '\N' AND DATALENGTH([f].[price]) = 2 THEN CAST(NULL AS decimal(9, 2)) ELSE CAST(CASE WHEN [f].[price] LIKE '[-+.0-9]%' AND [f].[price] NOT LIKE '_%[^.0-9]%' AND [f].[price] NOT LIKE '%.%.%' AND [f].[price] LIKE '%[0-9]%' AND [f].[price] NOT LIKE '%.__%[^0]%' THEN [f].[price] ELSE 'price is no decimal(9,2)' END AS decimal(9, 2)) END AS [price],
  CASE WHEN [f].[changed_at] = '\N' AND DATALENGTH([f].[changed_at]) = 2 THEN CAST(NULL AS datetime2(7)) ELSE CAST(SWITCHOFFSET(CAST(CASE WHEN [f].[changed_at] LIKE '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9][T ][0-9][0-9]:[0-9][0-9]:[0-9][0-9]%' AND (DATALENGTH([f].[changed_at]) = 19 OR [f].[changed_at] LIKE '___________________[-+.Z ]%') AND [f].[changed_at] NOT LIKE '___________________%[^+-:Z ]%' AND [f].[changed_at] NOT LIKE '%[,/]%' THEN CASE WHEN [f].[changed_at] LIKE '___________________.[0-9][0-9][0-9][0-9][0-9][0-9][0-9]%' THEN STUFF([f].[changed_at], 27, 1, '') ELSE [f].[changed_at] END ELSE 'changed_at is no timestamp' END AS datetimeoffset(7)), '+00:00') AS datetime2(7)) END AS [changed_at],
  CAST([f].filepath(1) AS bigint) AS [landing]
FROM OPENROWSET(
  BULK 'bronze/sales/1-0f595ac1/landing=*/rows.csv',
  DATA_SOURCE = 'lake',
  FORMAT = 'CSV',
  PARSER_VERSION = '2.0',
  FIRSTROW = 2,
  FIELDTERMINATOR = ',',
  ROWTERMINATOR = '0x0a',
  FIELDQUOTE = '"'
) WITH (
  [changed_at] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8 1,
  [gift] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8 3,
  [id] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8 4,
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8 5,
  [price] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8 6,
  [store] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8 7,
  [weight] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8 8
) AS [f]
WHERE CAST(CASE WHEN [f].[weight] IS NOT NULL THEN '1' ELSE 'A record has fewer cells than the header.' END AS bit) = 1
) AS [r]
LEFT JOIN OPENROWSET(
  BULK 'silver/sales',
  DATA_SOURCE = 'lake',
  FORMAT = 'DELTA'
) WITH (
  [id] bigint,
  [price] decimal(9, 2)
) AS [r1] ON ([r].[id] = [r1].[id]);
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

CREATE OR ALTER VIEW [sales].[landed_prices] AS
SELECT
  [r].[item] AS [item],
  [r].[price] AS [price],
  [r].[since] AS [since],
  [r].[landing] AS [landing]
FROM (
SELECT
  [f].[item] AS [item],
  CASE WHEN [f].[price] IS NOT NULL THEN CAST(CASE WHEN [f].[price] LIKE '[-+.0-9]%' AND [f].[price] NOT LIKE '_%[^.0-9]%' AND [f].[price] NOT LIKE '%.%.%' AND [f].[price] LIKE '%[0-9]%' AND [f].[price] NOT LIKE '%.__%[^0]%' THEN [f].[price] ELSE 'price is no decimal(9,2)' END AS decimal(9, 2)) END AS [price],
  CASE WHEN [f].[since] IS NOT NULL THEN CAST(CASE WHEN [f].[since] LIKE '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]%' AND (DATALENGTH([f].[since]) = 10 OR [f].[since] LIKE '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9][T ]00:00:00%' AND [f].[since] NOT LIKE '___________________%[^.0Z]%') THEN [f].[since] ELSE 'since is no date' END AS date) END AS [since],
  CAST([f].filepath(1) AS bigint) AS [landing]
FROM OPENROWSET(
  BULK 'bronze/prices/1-9331429a/landing=*/rows.parquet',
  DATA_SOURCE = 'lake',
  FORMAT = 'PARQUET'
) WITH (
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [price] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [since] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8
) AS [f]
) AS [r];
GO

CREATE OR ALTER VIEW [sales].[landed_sales] AS
SELECT
  [r].[id] AS [id],
  [r].[store] AS [store],
  [r].[item] AS [item],
  [r].[gift] AS [gift],
  [r].[price] AS [price],
  [r].[weight] AS [weight],
  [r].[day] AS [day],
  [r].[changed_at] AS [changed_at],
  [r].[landing] AS [landing]
FROM (
SELECT
  CASE WHEN [f].[id] = '\N' AND DATALENGTH([f].[id]) = 2 THEN CAST(NULL AS bigint) ELSE CAST(CASE WHEN [f].[id] LIKE '[-+0-9]%' AND [f].[id] NOT LIKE '_%[^0-9]%' AND [f].[id] LIKE '%[0-9]%' THEN [f].[id] ELSE 'id is no bigint' END AS bigint) END AS [id],
  CASE WHEN [f].[store] = '\N' AND DATALENGTH([f].[store]) = 2 THEN CAST(NULL AS int) ELSE CAST(CASE WHEN [f].[store] LIKE '[-+0-9]%' AND [f].[store] NOT LIKE '_%[^0-9]%' AND [f].[store] LIKE '%[0-9]%' THEN CAST(CAST(CAST([f].[store] AS bigint) AS int) AS varchar(11)) ELSE 'store is no int' END AS int) END AS [store],
  CASE WHEN [f].[item] = '\N' AND DATALENGTH([f].[item]) = 2 THEN CAST(NULL AS varchar(8000)) ELSE [f].[item] END AS [item],
  CASE WHEN [f].[gift] = '\N' AND DATALENGTH([f].[gift]) = 2 THEN CAST(NULL AS bit) ELSE CAST(CASE WHEN [f].[gift] LIKE '[tT][rR][uU][eE]%' AND DATALENGTH([f].[gift]) = 4 THEN '1' WHEN [f].[gift] LIKE '[fF][aA][lL][sS][eE]%' AND DATALENGTH([f].[gift]) = 5 THEN '0' ELSE 'gift is no boolean' END AS bit) END AS [gift],
  CASE WHEN [f].[price] = '\N' AND DATALENGTH([f].[price]) = 2 THEN CAST(NULL AS decimal(9, 2)) ELSE CAST(CASE WHEN [f].[price] LIKE '[-+.0-9]%' AND [f].[price] NOT LIKE '_%[^.0-9]%' AND [f].[price] NOT LIKE '%.%.%' AND [f].[price] LIKE '%[0-9]%' AND [f].[price] NOT LIKE '%.__%[^0]%' THEN [f].[price] ELSE 'price is no decimal(9,2)' END AS decimal(9, 2)) END AS [price],
  CASE WHEN [f].[weight] = '\N' AND DATALENGTH([f].[weight]) = 2 THEN CAST(NULL AS float) ELSE CAST(CASE WHEN ([f].[weight] LIKE '[0-9]%' OR [f].[weight] LIKE '[-+.][0-9]%' OR [f].[weight] LIKE '[-+].[0-9]%') AND [f].[weight] NOT LIKE '%[^+-.0-9eE]%' AND ([f].[weight] NOT LIKE '%[eE]%' OR [f].[weight] LIKE '%[eE]%[0-9]%') THEN [f].[weight] ELSE 'weight is no double' END AS float) END AS [weight],
  CASE WHEN [f].[day] = '\N' AND DATALENGTH([f].[day]) = 2 THEN CAST(NULL AS date) ELSE CAST(CASE WHEN [f].[day] LIKE '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]%' AND (DATALENGTH([f].[day]) = 10 OR [f].[day] LIKE '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9][T ]00:00:00%' AND [f].[day] NOT LIKE '___________________%[^.0Z]%') THEN [f].[day] ELSE 'day is no date' END AS date) END AS [day],
  CASE WHEN [f].[changed_at] = '\N' AND DATALENGTH([f].[changed_at]) = 2 THEN CAST(NULL AS datetime2(7)) ELSE CAST(SWITCHOFFSET(CAST(CASE WHEN [f].[changed_at] LIKE '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9][T ][0-9][0-9]:[0-9][0-9]:[0-9][0-9]%' AND (DATALENGTH([f].[changed_at]) = 19 OR [f].[changed_at] LIKE '___________________[-+.Z ]%') AND [f].[changed_at] NOT LIKE '___________________%[^+-:Z ]%' AND [f].[changed_at] NOT LIKE '%[,/]%' THEN CASE WHEN [f].[changed_at] LIKE '___________________.[0-9][0-9][0-9][0-9][0-9][0-9][0-9]%' THEN STUFF([f].[changed_at], 27, 1, '') ELSE [f].[changed_at] END ELSE 'changed_at is no timestamp' END AS datetimeoffset(7)), '+00:00') AS datetime2(7)) END AS [changed_at],
  CAST([f].filepath(1) AS bigint) AS [landing]
FROM OPENROWSET(
  BULK 'bronze/sales/1-0f595ac1/landing=*/rows.csv',
  DATA_SOURCE = 'lake',
  FORMAT = 'CSV',
  PARSER_VERSION = '2.0',
  FIRSTROW = 2,
  FIELDTERMINATOR = ',',
  ROWTERMINATOR = '0x0a',
  FIELDQUOTE = '"'
) WITH (
  [changed_at] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8 1,
  [day] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8 2,
  [gift] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8 3,
  [id] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8 4,
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8 5,
  [price] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8 6,
  [store] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8 7,
  [weight] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8 8
) AS [f]
WHERE CAST(CASE WHEN [f].[weight] IS NOT NULL THEN '1' ELSE 'A record has fewer cells than the header.' END AS bit) = 1
) AS [r];
GO

CREATE OR ALTER VIEW [sales].[landed_stores] AS
SELECT
  [r].[store] AS [store],
  [r].[city] AS [city],
  [r].[rent] AS [rent],
  [r].[opened] AS [opened],
  [r].[seen_at] AS [seen_at],
  [r].[is_open] AS [is_open],
  [r].[size] AS [size],
  [r].[visits] AS [visits],
  [r].[landing] AS [landing]
FROM (
SELECT
  [f].[store] AS [store],
  [f].[city] AS [city],
  [f].[rent] AS [rent],
  CASE WHEN [f].[opened] IS NOT NULL THEN CAST(CASE WHEN [f].[opened] = CAST(CAST([f].[opened] AS date) AS datetime2(7)) THEN CONVERT(varchar(10), CAST([f].[opened] AS date), 23) ELSE 'opened is no date' END AS date) END AS [opened],
  [f].[seen_at] AS [seen_at],
  [f].[is_open] AS [is_open],
  [f].[size] AS [size],
  [f].[visits] AS [visits],
  CAST([f].filepath(1) AS bigint) AS [landing]
FROM OPENROWSET(
  BULK 'bronze/stores/1-cf9545a7/landing=*/rows.parquet',
  DATA_SOURCE = 'lake',
  FORMAT = 'PARQUET'
) WITH (
  [city] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [is_open] bit,
  [opened] datetime2(7),
  [rent] decimal(9, 2),
  [seen_at] datetime2(7),
  [size] float,
  [store] int,
  [visits] bigint
) AS [f]
) AS [r];
GO

-- Run third, in the database of the connection ldw.
-- labels.item: varchar(8000) holds at most 8000 bytes of UTF-8.
-- labels.buyer: varchar(8000) holds at most 8000 bytes of UTF-8.
-- masked.item: varchar(8000) holds at most 8000 bytes of UTF-8.
-- masked.buyer: varchar(8000) holds at most 8000 bytes of UTF-8.
-- own.item: varchar(8000) holds at most 8000 bytes of UTF-8.
-- own.buyer: varchar(8000) holds at most 8000 bytes of UTF-8.
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

CREATE OR ALTER VIEW [reports].[labels] AS
SELECT
  [r].[id] AS [id],
  CAST(CASE WHEN IS_ROLEMEMBER(N'auditors') = 1 THEN (CAST([r].[item] AS varchar(max)) + CAST([r].[buyer] AS varchar(max))) WHEN DATALENGTH((CAST([r].[item] AS varchar(max)) + CAST([r].[buyer] AS varchar(max)))) > DATALENGTH(RIGHT((CAST([r].[item] AS varchar(max)) + CAST([r].[buyer] AS varchar(max))) COLLATE Latin1_General_100_CI_AS_SC_UTF8, 2)) THEN '***' + CAST(RIGHT((CAST([r].[item] AS varchar(max)) + CAST([r].[buyer] AS varchar(max))) COLLATE Latin1_General_100_CI_AS_SC_UTF8, 2) AS varchar(8)) COLLATE Latin1_General_100_BIN2_UTF8 WHEN (CAST([r].[item] AS varchar(max)) + CAST([r].[buyer] AS varchar(max))) IS NOT NULL THEN '***' END AS varchar(max)) COLLATE Latin1_General_100_BIN2_UTF8 AS [label],
  CAST(CASE WHEN DATALENGTH([r].[item]) > DATALENGTH(RIGHT([r].[item] COLLATE Latin1_General_100_CI_AS_SC_UTF8, 1)) THEN '***' + CAST(RIGHT([r].[item] COLLATE Latin1_General_100_CI_AS_SC_UTF8, 1) AS varchar(4)) COLLATE Latin1_General_100_BIN2_UTF8 WHEN [r].[item] IS NOT NULL THEN '***' END AS varchar(8000)) COLLATE Latin1_General_100_BIN2_UTF8 AS [item],
  CAST(CASE WHEN IS_ROLEMEMBER(N'store_clerks') = 1 THEN CASE WHEN ([r].[gift] = 1) THEN 'gift' ELSE 'plain' END END AS varchar(8000)) COLLATE Latin1_General_100_BIN2_UTF8 AS [kind]
FROM OPENROWSET(
  BULK 'silver/sales',
  DATA_SOURCE = 'lake',
  FORMAT = 'DELTA'
) WITH (
  [id] bigint,
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [gift] bit,
  [buyer] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8
) AS [r];
GO

CREATE OR ALTER VIEW [reports].[masked] AS
SELECT
  [r].[id] AS [id],
  CAST(CASE WHEN IS_ROLEMEMBER(N'store_clerks') = 1 THEN [r].[item] WHEN DATALENGTH([r].[item]) > DATALENGTH(LEFT([r].[item] COLLATE Latin1_General_100_CI_AS_SC_UTF8, 1)) THEN CAST(LEFT([r].[item] COLLATE Latin1_General_100_CI_AS_SC_UTF8, 1) AS varchar(4)) COLLATE Latin1_General_100_BIN2_UTF8 + '***' WHEN [r].[item] IS NOT NULL THEN '***' END AS varchar(8000)) COLLATE Latin1_General_100_BIN2_UTF8 AS [item],
  CAST(CAST(NULL AS bit) AS bit) AS [gift],
  CAST(CASE WHEN IS_ROLEMEMBER(N'auditors') = 1 THEN [r].[price] END AS decimal(9, 2)) AS [price],
  [r].[day] AS [day],
  CAST(CASE WHEN IS_ROLEMEMBER(N'store_clerks') = 1 OR IS_ROLEMEMBER(N'auditors') = 1 THEN [r].[buyer] WHEN CHARINDEX('@', [r].[buyer]) > 0 AND CHARINDEX('@', [r].[buyer], CHARINDEX('@', [r].[buyer]) + 1) = 0 AND DATALENGTH(SUBSTRING([r].[buyer], CHARINDEX('@', [r].[buyer]), 8000)) <= 256 THEN '***' + CAST(SUBSTRING([r].[buyer], CHARINDEX('@', [r].[buyer]), 8000) AS varchar(256)) WHEN [r].[buyer] IS NOT NULL THEN '***' END AS varchar(8000)) COLLATE Latin1_General_100_BIN2_UTF8 AS [buyer]
FROM OPENROWSET(
  BULK 'silver/sales',
  DATA_SOURCE = 'lake',
  FORMAT = 'DELTA'
) WITH (
  [id] bigint,
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [price] decimal(9, 2),
  [day] date,
  [buyer] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8
) AS [r];
GO

CREATE OR ALTER VIEW [reports].[own] AS
SELECT
  [r].[id] AS [id],
  [r].[store] AS [store]
FROM OPENROWSET(
  BULK 'silver/sales',
  DATA_SOURCE = 'lake',
  FORMAT = 'DELTA'
) WITH (
  [id] bigint,
  [store] int,
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [price] decimal(9, 2),
  [buyer] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8
) AS [r]
WHERE ([r].[price] IS NOT NULL)
  AND (IS_ROLEMEMBER(N'auditors') = 1 OR (IS_ROLEMEMBER(N'store_clerks') = 1 AND (([r].[store] >= 1) AND ([r].[store] <= 9))) OR (IS_ROLEMEMBER(N'support') = 1 AND (([r].[item] = 'test' AND DATALENGTH([r].[item]) = DATALENGTH('test')) AND ([r].[buyer] IS NOT NULL))));
GO

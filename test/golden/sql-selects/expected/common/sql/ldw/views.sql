-- Run third, in the database of the connection ldw.
-- by_item.item: varchar(8000) holds at most 8000 bytes of UTF-8.
-- by_item.buyer: varchar(8000) holds at most 8000 bytes of UTF-8.
-- by_month.item: varchar(8000) holds at most 8000 bytes of UTF-8.
-- dear_items.item: varchar(8000) holds at most 8000 bytes of UTF-8.
-- dear_items.items.item: varchar(8000) holds at most 8000 bytes of UTF-8.
-- kinds.item: varchar(8000) holds at most 8000 bytes of UTF-8.
-- sales_with_items.item: varchar(8000) holds at most 8000 bytes of UTF-8.
-- sales_with_items.weight: float has neither NaN nor infinities.
-- sales_with_items.buyer: varchar(8000) holds at most 8000 bytes of UTF-8.
-- sales_with_items.items.item: varchar(8000) holds at most 8000 bytes of UTF-8.
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

CREATE OR ALTER VIEW [reports].[all_sales] AS
SELECT
  COUNT_BIG(*) AS [sales],
  MIN([g].[day]) AS [first]
FROM (
SELECT
  [r].[day] AS [day]
FROM OPENROWSET(
  BULK 'silver/sales',
  DATA_SOURCE = 'lake',
  FORMAT = 'DELTA'
) WITH (
  [store] int,
  [day] date
) AS [r]
WHERE ([r].[store] > 9)
) AS [g];
GO

CREATE OR ALTER VIEW [reports].[by_item] AS
SELECT
  [g].[item] AS [item],
  COUNT_BIG(*) AS [sales],
  COUNT_BIG([g].[price]) AS [priced],
  COUNT_BIG(DISTINCT CAST([g].[buyer] AS varchar(max)) + '.') AS [buyers],
  COUNT_BIG(CASE WHEN ([g].[gift] = 1) THEN 1 END) AS [gifts],
  TRY_CAST(SUM([g].[price]) AS decimal(19, 2)) AS [turnover],
  TRY_CAST(SUM(CAST([g].[id] AS decimal(38, 0))) AS bigint) AS [ids],
  TRY_CAST(SUM(DISTINCT CAST([g].[store] AS decimal(38, 0))) AS bigint) AS [different],
  MIN([g].[store]) AS [least],
  MAX([g].[at]) AS [last],
  CAST(COALESCE(TRY_CAST(SUM(CASE WHEN ([g].[gift] = 1) THEN [g].[price] END) AS decimal(19, 2)), CAST(CAST(0.00 AS decimal(2, 2)) AS decimal(19, 2))) AS decimal(19, 2)) AS [gift_turnover]
FROM (
SELECT
  [r].[id] AS [id],
  [r].[store] AS [store],
  [r].[item] AS [item],
  [r].[gift] AS [gift],
  [r].[price] AS [price],
  [r].[at] AS [at],
  [r].[buyer] AS [buyer]
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
  [at] datetime2(7),
  [buyer] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8
) AS [r]
) AS [g]
GROUP BY [g].[item], DATALENGTH([g].[item]);
GO

CREATE OR ALTER VIEW [reports].[by_month] AS
SELECT
  [g].[year] AS [year],
  [g].[month] AS [month],
  [g].[is_gift] AS [is_gift],
  COUNT_BIG(*) AS [sales],
  COUNT_BIG(DISTINCT CASE WHEN ([g].[price] > CAST(99.99 AS decimal(4, 2))) THEN CAST([g].[item] AS varchar(max)) + '.' END) AS [items]
FROM (
SELECT
  [r].[item] AS [item],
  CAST(YEAR([r].[at]) AS int) AS [year],
  CAST(MONTH([r].[at]) AS int) AS [month],
  CAST(COALESCE([r].[gift], CAST(0 AS bit)) AS bit) AS [is_gift],
  [r].[price] AS [price]
FROM OPENROWSET(
  BULK 'silver/sales',
  DATA_SOURCE = 'lake',
  FORMAT = 'DELTA'
) WITH (
  [store] int,
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [gift] bit,
  [price] decimal(9, 2),
  [at] datetime2(7)
) AS [r]
WHERE ([r].[store] IS NOT NULL)
) AS [g]
GROUP BY [g].[year], [g].[month], [g].[is_gift];
GO

CREATE OR ALTER VIEW [reports].[dear_items] AS
SELECT
  [g].[kind] AS [kind],
  MAX([g].[dearest]) AS [dearest],
  TRY_CAST(SUM([g].[price]) AS decimal(19, 2)) AS [turnover],
  COUNT_BIG(*) AS [sales]
FROM (
SELECT
  [r].[price] AS [price],
  [r1].[item] AS [kind],
  [r1].[dearest] AS [dearest]
FROM OPENROWSET(
  BULK 'silver/sales',
  DATA_SOURCE = 'lake',
  FORMAT = 'DELTA'
) WITH (
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [price] decimal(9, 2)
) AS [r]
INNER JOIN OPENROWSET(
  BULK 'silver/items',
  DATA_SOURCE = 'lake',
  FORMAT = 'DELTA'
) WITH (
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [dearest] decimal(9, 2)
) AS [r1] ON ([r1].[item] = [r].[item] AND DATALENGTH([r1].[item]) = DATALENGTH([r].[item]))
) AS [g]
GROUP BY [g].[kind], DATALENGTH([g].[kind]);
GO

CREATE OR ALTER VIEW [reports].[kinds] AS
SELECT
  [g].[gift] AS [gift],
  [g].[item] AS [item]
FROM (
SELECT
  [r].[item] AS [item],
  [r].[gift] AS [gift]
FROM OPENROWSET(
  BULK 'silver/sales',
  DATA_SOURCE = 'lake',
  FORMAT = 'DELTA'
) WITH (
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [gift] bit
) AS [r]
) AS [g]
GROUP BY [g].[gift], [g].[item], DATALENGTH([g].[item]);
GO

CREATE OR ALTER VIEW [reports].[sales_with_items] AS
SELECT
  [r].[id] AS [id],
  [r].[store] AS [store],
  [r].[gift] AS [gift],
  [r].[price] AS [price],
  [r].[weight] AS [weight],
  [r].[day] AS [day],
  [r].[at] AS [at],
  [r].[buyer] AS [buyer],
  [r1].[dearest] AS [dearest],
  [r2].[first] AS [opened]
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
  [buyer] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8
) AS [r]
LEFT JOIN OPENROWSET(
  BULK 'silver/items',
  DATA_SOURCE = 'lake',
  FORMAT = 'DELTA'
) WITH (
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [dearest] decimal(9, 2)
) AS [r1] ON ([r].[item] = [r1].[item] AND DATALENGTH([r].[item]) = DATALENGTH([r1].[item]))
INNER JOIN OPENROWSET(
  BULK 'silver/stores',
  DATA_SOURCE = 'lake',
  FORMAT = 'DELTA'
) WITH (
  [store] int,
  [gift] bit,
  [first] date
) AS [r2] ON (([r].[store] = [r2].[store]) AND ([r2].[gift] = COALESCE([r].[gift], CAST(CASE WHEN ([r1].[dearest] IS NULL) THEN 1 ELSE 0 END AS bit))));
GO

-- Run third, in the database of the connection ldw.
-- items.item: varchar(8000) holds at most 8000 bytes of UTF-8.
-- sales.item: varchar(8000) holds at most 8000 bytes of UTF-8.
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

CREATE OR ALTER VIEW [sales].[items] AS
SELECT
  [r].[item] AS [item]
FROM OPENROWSET(
  BULK 'silver/sales',
  DATA_SOURCE = 'lake',
  FORMAT = 'DELTA'
) WITH (
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8
) AS [r];
GO

CREATE OR ALTER VIEW [sales].[sales] AS
SELECT
  [r].[id] AS [id],
  [r].[store] AS [store],
  [r].[item] AS [item],
  [r].[price] AS [price]
FROM OPENROWSET(
  BULK 'silver/sales',
  DATA_SOURCE = 'lake',
  FORMAT = 'DELTA'
) WITH (
  [id] bigint,
  [store] int,
  [item] varchar(8000) COLLATE Latin1_General_100_BIN2_UTF8,
  [price] decimal(9, 2)
) AS [r];
GO

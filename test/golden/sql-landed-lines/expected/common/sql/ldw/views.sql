-- Run third, in the database of the connection ldw.
-- paid.guest: varchar(8000) holds at most 8000 bytes of UTF-8.
-- landed_odd.misfit: varchar(8000) holds at most 8000 bytes of UTF-8.
-- landed_visits.guest: varchar(8000) holds at most 8000 bytes of UTF-8.
-- landed_visits.weight: float has neither NaN nor infinities.
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
  COUNT_BIG(*) AS [visits]
FROM (
SELECT
  [r].[landing] AS [landing]
FROM (
SELECT
  CAST([f].filepath(1) AS bigint) AS [landing]
FROM OPENROWSET(
  BULK 'bronze/visits/1-f267cd24/landing=*/rows.json',
  DATA_SOURCE = 'lake',
  FORMAT = 'CSV',
  PARSER_VERSION = '1.0',
  FIELDTERMINATOR = '0x0b',
  ROWTERMINATOR = '0x0a',
  FIELDQUOTE = '0x0b'
) WITH (
  [line] nvarchar(max) COLLATE Latin1_General_100_BIN2_UTF8
) AS [f]
WHERE [f].[line] <> ''
  AND CAST(CASE WHEN ISJSON([f].[line]) = 1 AND LTRIM([f].[line]) LIKE '{%' THEN '1' ELSE 'A line is no JSON object.' END AS bit) = 1
) AS [r]
) AS [g]
GROUP BY [g].[landing];
GO

CREATE OR ALTER VIEW [reports].[paid] AS
SELECT
  [r].[landing] AS [landing],
  [r].[id] AS [id],
  CAST((CAST([r].[guest] AS varchar(max)) + CAST('!' AS varchar(max))) AS varchar(max)) COLLATE Latin1_General_100_BIN2_UTF8 AS [label],
  CAST(YEAR([r].[day]) AS int) AS [year]
FROM (
SELECT
  CASE WHEN [v].[id] IS NOT NULL THEN CAST(CASE WHEN [v].[id] LIKE '[-+0-9]%' AND [v].[id] NOT LIKE '_%[^0-9]%' AND [v].[id] LIKE '%[0-9]%' THEN [v].[id] ELSE 'id is no bigint' END AS bigint) END AS [id],
  [v].[guest] AS [guest],
  CASE WHEN [v].[paid] IS NOT NULL THEN CAST(CASE WHEN [v].[paid] LIKE '[tT][rR][uU][eE]%' AND DATALENGTH([v].[paid]) = 4 THEN '1' WHEN [v].[paid] LIKE '[fF][aA][lL][sS][eE]%' AND DATALENGTH([v].[paid]) = 5 THEN '0' ELSE 'paid is no boolean' END AS bit) END AS [paid],
  CASE WHEN [v].[day] IS NOT NULL THEN CAST(CASE WHEN [v].[day] LIKE '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]%' AND (DATALENGTH([v].[day]) = 10 OR [v].[day] LIKE '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9][T ]00:00:00%' AND [v].[day] NOT LIKE '___________________%[^.0Z]%') THEN [v].[day] ELSE 'day is no date' END AS date) END AS [day],
  CAST([f].filepath(1) AS bigint) AS [landing]
FROM OPENROWSET(
  BULK 'bronze/visits/1-f267cd24/landing=*/rows.json',
  DATA_SOURCE = 'lake',
  FORMAT = 'CSV',
  PARSER_VERSION = '1.0',
  FIELDTERMINATOR = '0x0b',
  ROWTERMINATOR = '0x0a',
  FIELDQUOTE = '0x0b'
) WITH (
  [line] nvarchar(max) COLLATE Latin1_General_100_BIN2_UTF8
) AS [f]
CROSS APPLY (
  SELECT
    MAX(CASE WHEN [o].[key] = N'day' THEN CAST([o].[value] AS varchar(8000)) END) AS [day],
    MAX(CASE WHEN [o].[key] = N'guest' THEN CAST([o].[value] AS varchar(8000)) END) AS [guest],
    MAX(CASE WHEN [o].[key] = N'id' THEN CAST([o].[value] AS varchar(8000)) END) AS [id],
    MAX(CASE WHEN [o].[key] = N'paid' THEN CAST([o].[value] AS varchar(8000)) END) AS [paid],
    CASE WHEN COUNT(*) > COUNT(DISTINCT [o].[key]) THEN 'A field is there twice.' ELSE MAX(CASE
      WHEN [o].[key] = N'day' AND ([o].[type] NOT IN (0, 1) OR DATALENGTH(CAST([o].[value] AS varchar(max))) > 8000) THEN 'day is no date'
      WHEN [o].[key] = N'guest' AND ([o].[type] NOT IN (0, 1) OR DATALENGTH(CAST([o].[value] AS varchar(max))) > 8000) THEN 'guest is no string of at most 8000 bytes'
      WHEN [o].[key] = N'id' AND ([o].[type] NOT IN (0, 2) OR DATALENGTH(CAST([o].[value] AS varchar(max))) > 8000) THEN 'id is no bigint'
      WHEN [o].[key] = N'paid' AND ([o].[type] NOT IN (0, 3) OR DATALENGTH(CAST([o].[value] AS varchar(max))) > 8000) THEN 'paid is no boolean'
    END) END AS [misfit]
  FROM OPENJSON(CASE WHEN ISJSON([f].[line]) = 1 THEN [f].[line] END) AS [o]
  WHERE [o].[key] + N'.' IN (N'day.', N'guest.', N'id.', N'paid.')
) AS [v]
WHERE [f].[line] <> ''
  AND CAST(CASE WHEN ISJSON([f].[line]) = 1 AND LTRIM([f].[line]) LIKE '{%' THEN COALESCE([v].[misfit], '1') ELSE 'A line is no JSON object.' END AS bit) = 1
) AS [r]
WHERE (([r].[paid] = 1) AND ([r].[landing] >= 1));
GO

IF SCHEMA_ID(N'visits') IS NULL
  EXEC(N'CREATE SCHEMA [visits]');
GO

DECLARE @drops nvarchar(max) = (
  SELECT STRING_AGG(CAST(N'DROP EXTERNAL TABLE [visits].' AS nvarchar(max)) + QUOTENAME(name), N'; ')
  FROM sys.external_tables
  WHERE schema_id = SCHEMA_ID(N'visits') AND LEFT(location, 17) = N'warehouse/visits/' AND name LIKE '%:[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]=%'
);
IF @drops IS NOT NULL
  EXEC sp_executesql @drops;
GO

CREATE OR ALTER VIEW [visits].[landed_odd] AS
SELECT
  [r].[misfit] AS [misfit],
  [r].[misfit_] AS [misfit_],
  [r].[landing] AS [landing]
FROM (
SELECT
  [v].[misfit] AS [misfit],
  CASE WHEN [v].[misfit_] IS NOT NULL THEN CAST(CASE WHEN [v].[misfit_] LIKE '[-+0-9]%' AND [v].[misfit_] NOT LIKE '_%[^0-9]%' AND [v].[misfit_] LIKE '%[0-9]%' THEN CAST(CAST(CAST([v].[misfit_] AS bigint) AS int) AS varchar(11)) ELSE 'misfit_ is no int' END AS int) END AS [misfit_],
  CAST([f].filepath(1) AS bigint) AS [landing]
FROM OPENROWSET(
  BULK 'bronze/odd/1-73f7dcf2/landing=*/rows.json',
  DATA_SOURCE = 'lake',
  FORMAT = 'CSV',
  PARSER_VERSION = '1.0',
  FIELDTERMINATOR = '0x0b',
  ROWTERMINATOR = '0x0a',
  FIELDQUOTE = '0x0b'
) WITH (
  [line] nvarchar(max) COLLATE Latin1_General_100_BIN2_UTF8
) AS [f]
CROSS APPLY (
  SELECT
    MAX(CASE WHEN [o].[key] = N'misfit' THEN CAST([o].[value] AS varchar(8000)) END) AS [misfit],
    MAX(CASE WHEN [o].[key] = N'misfit_' THEN CAST([o].[value] AS varchar(8000)) END) AS [misfit_],
    CASE WHEN COUNT(*) > COUNT(DISTINCT [o].[key]) THEN 'A field is there twice.' ELSE MAX(CASE
      WHEN [o].[key] = N'misfit' AND ([o].[type] NOT IN (0, 1) OR DATALENGTH(CAST([o].[value] AS varchar(max))) > 8000) THEN 'misfit is no string of at most 8000 bytes'
      WHEN [o].[key] = N'misfit_' AND ([o].[type] NOT IN (0, 2) OR DATALENGTH(CAST([o].[value] AS varchar(max))) > 8000) THEN 'misfit_ is no int'
    END) END AS [misfit__]
  FROM OPENJSON(CASE WHEN ISJSON([f].[line]) = 1 THEN [f].[line] END) AS [o]
  WHERE [o].[key] + N'.' IN (N'misfit.', N'misfit_.')
) AS [v]
WHERE [f].[line] <> ''
  AND CAST(CASE WHEN ISJSON([f].[line]) = 1 AND LTRIM([f].[line]) LIKE '{%' THEN COALESCE([v].[misfit__], '1') ELSE 'A line is no JSON object.' END AS bit) = 1
) AS [r];
GO

CREATE OR ALTER VIEW [visits].[landed_visits] AS
SELECT
  [r].[id] AS [id],
  [r].[seats] AS [seats],
  [r].[guest] AS [guest],
  [r].[paid] AS [paid],
  [r].[spent] AS [spent],
  [r].[weight] AS [weight],
  [r].[day] AS [day],
  [r].[at] AS [at],
  [r].[landing] AS [landing]
FROM (
SELECT
  CASE WHEN [v].[id] IS NOT NULL THEN CAST(CASE WHEN [v].[id] LIKE '[-+0-9]%' AND [v].[id] NOT LIKE '_%[^0-9]%' AND [v].[id] LIKE '%[0-9]%' THEN [v].[id] ELSE 'id is no bigint' END AS bigint) END AS [id],
  CASE WHEN [v].[seats] IS NOT NULL THEN CAST(CASE WHEN [v].[seats] LIKE '[-+0-9]%' AND [v].[seats] NOT LIKE '_%[^0-9]%' AND [v].[seats] LIKE '%[0-9]%' THEN CAST(CAST(CAST([v].[seats] AS bigint) AS int) AS varchar(11)) ELSE 'seats is no int' END AS int) END AS [seats],
  [v].[guest] AS [guest],
  CASE WHEN [v].[paid] IS NOT NULL THEN CAST(CASE WHEN [v].[paid] LIKE '[tT][rR][uU][eE]%' AND DATALENGTH([v].[paid]) = 4 THEN '1' WHEN [v].[paid] LIKE '[fF][aA][lL][sS][eE]%' AND DATALENGTH([v].[paid]) = 5 THEN '0' ELSE 'paid is no boolean' END AS bit) END AS [paid],
  CASE WHEN [v].[spent] IS NOT NULL THEN CAST(CASE WHEN [v].[spent] LIKE '[-+.0-9]%' AND [v].[spent] NOT LIKE '_%[^.0-9]%' AND [v].[spent] NOT LIKE '%.%.%' AND [v].[spent] LIKE '%[0-9]%' AND [v].[spent] NOT LIKE '%.__%[^0]%' THEN [v].[spent] ELSE 'spent is no decimal(9,2)' END AS decimal(9, 2)) END AS [spent],
  CASE WHEN [v].[weight] IS NOT NULL THEN CAST(CASE WHEN ([v].[weight] LIKE '[0-9]%' OR [v].[weight] LIKE '[-+.][0-9]%' OR [v].[weight] LIKE '[-+].[0-9]%') AND [v].[weight] NOT LIKE '%[^+-.0-9eE]%' AND ([v].[weight] NOT LIKE '%[eE]%' OR [v].[weight] LIKE '%[eE]%[0-9]%') THEN [v].[weight] ELSE 'weight is no double' END AS float) END AS [weight],
  CASE WHEN [v].[day] IS NOT NULL THEN CAST(CASE WHEN [v].[day] LIKE '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]%' AND (DATALENGTH([v].[day]) = 10 OR [v].[day] LIKE '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9][T ]00:00:00%' AND [v].[day] NOT LIKE '___________________%[^.0Z]%') THEN [v].[day] ELSE 'day is no date' END AS date) END AS [day],
  CASE WHEN [v].[at] IS NOT NULL THEN CAST(SWITCHOFFSET(CAST(CASE WHEN [v].[at] LIKE '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9][T ][0-9][0-9]:[0-9][0-9]:[0-9][0-9]%' AND (DATALENGTH([v].[at]) = 19 OR [v].[at] LIKE '___________________[-+.Z ]%') AND [v].[at] NOT LIKE '___________________%[^+-:Z ]%' AND [v].[at] NOT LIKE '%[,/]%' THEN CASE WHEN [v].[at] LIKE '___________________.[0-9][0-9][0-9][0-9][0-9][0-9][0-9]%' THEN STUFF([v].[at], 27, 1, '') ELSE [v].[at] END ELSE 'at is no timestamp' END AS datetimeoffset(7)), '+00:00') AS datetime2(7)) END AS [at],
  CAST([f].filepath(1) AS bigint) AS [landing]
FROM OPENROWSET(
  BULK 'bronze/visits/1-f267cd24/landing=*/rows.json',
  DATA_SOURCE = 'lake',
  FORMAT = 'CSV',
  PARSER_VERSION = '1.0',
  FIELDTERMINATOR = '0x0b',
  ROWTERMINATOR = '0x0a',
  FIELDQUOTE = '0x0b'
) WITH (
  [line] nvarchar(max) COLLATE Latin1_General_100_BIN2_UTF8
) AS [f]
CROSS APPLY (
  SELECT
    MAX(CASE WHEN [o].[key] = N'at' THEN CAST([o].[value] AS varchar(8000)) END) AS [at],
    MAX(CASE WHEN [o].[key] = N'day' THEN CAST([o].[value] AS varchar(8000)) END) AS [day],
    MAX(CASE WHEN [o].[key] = N'guest' THEN CAST([o].[value] AS varchar(8000)) END) AS [guest],
    MAX(CASE WHEN [o].[key] = N'id' THEN CAST([o].[value] AS varchar(8000)) END) AS [id],
    MAX(CASE WHEN [o].[key] = N'paid' THEN CAST([o].[value] AS varchar(8000)) END) AS [paid],
    MAX(CASE WHEN [o].[key] = N'seats' THEN CAST([o].[value] AS varchar(8000)) END) AS [seats],
    MAX(CASE WHEN [o].[key] = N'spent' THEN CAST([o].[value] AS varchar(8000)) END) AS [spent],
    MAX(CASE WHEN [o].[key] = N'weight' THEN CAST([o].[value] AS varchar(8000)) END) AS [weight],
    CASE WHEN COUNT(*) > COUNT(DISTINCT [o].[key]) THEN 'A field is there twice.' ELSE MAX(CASE
      WHEN [o].[key] = N'at' AND ([o].[type] NOT IN (0, 1) OR DATALENGTH(CAST([o].[value] AS varchar(max))) > 8000) THEN 'at is no timestamp'
      WHEN [o].[key] = N'day' AND ([o].[type] NOT IN (0, 1) OR DATALENGTH(CAST([o].[value] AS varchar(max))) > 8000) THEN 'day is no date'
      WHEN [o].[key] = N'guest' AND ([o].[type] NOT IN (0, 1) OR DATALENGTH(CAST([o].[value] AS varchar(max))) > 8000) THEN 'guest is no string of at most 8000 bytes'
      WHEN [o].[key] = N'id' AND ([o].[type] NOT IN (0, 2) OR DATALENGTH(CAST([o].[value] AS varchar(max))) > 8000) THEN 'id is no bigint'
      WHEN [o].[key] = N'paid' AND ([o].[type] NOT IN (0, 3) OR DATALENGTH(CAST([o].[value] AS varchar(max))) > 8000) THEN 'paid is no boolean'
      WHEN [o].[key] = N'seats' AND ([o].[type] NOT IN (0, 2) OR DATALENGTH(CAST([o].[value] AS varchar(max))) > 8000) THEN 'seats is no int'
      WHEN [o].[key] = N'spent' AND ([o].[type] NOT IN (0, 1, 2) OR DATALENGTH(CAST([o].[value] AS varchar(max))) > 8000) THEN 'spent is no decimal(9,2)'
      WHEN [o].[key] = N'weight' AND ([o].[type] NOT IN (0, 2) OR DATALENGTH(CAST([o].[value] AS varchar(max))) > 8000) THEN 'weight is no double'
    END) END AS [misfit]
  FROM OPENJSON(CASE WHEN ISJSON([f].[line]) = 1 THEN [f].[line] END) AS [o]
  WHERE [o].[key] + N'.' IN (N'at.', N'day.', N'guest.', N'id.', N'paid.', N'seats.', N'spent.', N'weight.')
) AS [v]
WHERE [f].[line] <> ''
  AND CAST(CASE WHEN ISJSON([f].[line]) = 1 AND LTRIM([f].[line]) LIKE '{%' THEN COALESCE([v].[misfit], '1') ELSE 'A line is no JSON object.' END AS bit) = 1
) AS [r];
GO

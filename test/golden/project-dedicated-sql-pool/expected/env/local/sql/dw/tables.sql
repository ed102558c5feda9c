-- Run in the pool of the connection dw.
-- gifts.item: nvarchar(4000) holds at most 4000 characters, and those beyond U+FFFF count twice.
-- sales.item: nvarchar(4000) holds at most 4000 characters, and those beyond U+FFFF count twice.
-- turnover.item: nvarchar(4000) holds at most 4000 characters, and those beyond U+FFFF count twice.
IF SCHEMA_ID(N'reports') IS NULL
  EXEC(N'CREATE SCHEMA [reports]');
GO

IF OBJECT_ID(N'[reports].[gifts]', N'U') IS NULL AND OBJECT_ID(N'[reports].[gifts_before]', N'U') IS NOT NULL
  RENAME OBJECT [reports].[gifts_before] TO [gifts];
GO

IF OBJECT_ID(N'[reports].[gifts]', N'U') IS NULL
  CREATE TABLE [reports].[gifts] (
    [id] bigint NOT NULL,
    [item] nvarchar(4000) COLLATE Latin1_General_100_BIN2 NULL,
    [price] decimal(9, 2) NULL,
    [day] date NULL
  ) WITH (DISTRIBUTION = ROUND_ROBIN, HEAP);
GO

IF OBJECT_ID(N'[reports].[load_gifts]', N'P') IS NOT NULL
  DROP PROCEDURE [reports].[load_gifts];
GO

CREATE PROCEDURE [reports].[load_gifts] @run varchar(100) AS
BEGIN
  SET NOCOUNT ON;
  IF @run IS NULL OR LEN(@run) = 0 OR LEN(@run) > 36 OR @run LIKE '%[^0-9A-Za-z-]%'
    THROW 50001, N'The name of a run has 1 to 36 letters, digits and hyphens.', 1;
  BEGIN TRY
    IF OBJECT_ID(N'[reports].[gifts]', N'U') IS NULL AND OBJECT_ID(N'[reports].[gifts_before]', N'U') IS NOT NULL
      RENAME OBJECT [reports].[gifts_before] TO [gifts];
    IF OBJECT_ID(N'[reports].[gifts_loading]', N'U') IS NOT NULL
      DROP TABLE [reports].[gifts_loading];
    CREATE TABLE [reports].[gifts_loading] (
      [id] bigint NOT NULL,
      [item] nvarchar(4000) COLLATE Latin1_General_100_BIN2 NULL,
      [price] decimal(9, 2) NULL,
      [day] date NULL
    ) WITH (DISTRIBUTION = ROUND_ROBIN, HEAP);
    EXEC(N'COPY INTO [reports].[gifts_loading] ([id] 1, [item] 2, [price] 3, [day] 4) FROM ''https://this-machine.dfs.core.windows.net/lake/warehouse/reports/gifts/' + @run + N'/*.parquet'' WITH (FILE_TYPE = ''PARQUET'', CREDENTIAL = (IDENTITY = ''Managed Identity''))');
    IF OBJECT_ID(N'[reports].[gifts_before]', N'U') IS NOT NULL
      DROP TABLE [reports].[gifts_before];
    IF OBJECT_ID(N'[reports].[gifts]', N'U') IS NOT NULL
      RENAME OBJECT [reports].[gifts] TO [gifts_before];
    RENAME OBJECT [reports].[gifts_loading] TO [gifts];
    IF OBJECT_ID(N'[reports].[gifts_before]', N'U') IS NOT NULL
      DROP TABLE [reports].[gifts_before];
  END TRY
  BEGIN CATCH
    THROW;
  END CATCH;
END;
GO

IF OBJECT_ID(N'[reports].[sales]', N'U') IS NOT NULL AND (
  (SELECT COUNT(*) FROM sys.columns WHERE object_id = OBJECT_ID(N'[reports].[sales]', N'U')) <> 9
  OR (SELECT COUNT(*) FROM sys.columns WHERE object_id = OBJECT_ID(N'[reports].[sales]', N'U') AND (
    (name = N'id' AND TYPE_NAME(system_type_id) = N'bigint' AND is_nullable = 0)
    OR (name = N'store' AND TYPE_NAME(system_type_id) = N'int' AND is_nullable = 1)
    OR (name = N'item' AND TYPE_NAME(system_type_id) = N'nvarchar' AND max_length = 8000 AND collation_name = N'Latin1_General_100_BIN2' AND is_nullable = 1)
    OR (name = N'gift' AND TYPE_NAME(system_type_id) = N'bit' AND is_nullable = 1)
    OR (name = N'price' AND TYPE_NAME(system_type_id) = N'decimal' AND [precision] = 9 AND [scale] = 2 AND is_nullable = 1)
    OR (name = N'weight' AND TYPE_NAME(system_type_id) = N'float' AND is_nullable = 1)
    OR (name = N'day' AND TYPE_NAME(system_type_id) = N'date' AND is_nullable = 1)
    OR (name = N'updated_at' AND TYPE_NAME(system_type_id) = N'datetime2' AND [scale] = 7 AND is_nullable = 0)
    OR (name = N'photo' AND TYPE_NAME(system_type_id) = N'varbinary' AND max_length = 8000 AND is_nullable = 1)
  )) <> 9
  OR NOT EXISTS (
    SELECT 1 FROM sys.pdw_column_distribution_properties AS p JOIN sys.columns AS c ON c.object_id = p.object_id AND c.column_id = p.column_id
    WHERE p.object_id = OBJECT_ID(N'[reports].[sales]', N'U') AND p.distribution_ordinal = 1 AND c.name = N'id'
  )
  OR NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'[reports].[sales]', N'U') AND type_desc = N'CLUSTERED COLUMNSTORE')
)
  THROW 50002, N'[reports].[sales] is another table than the one that is declared. Drop it and run this script again: the next load fills it.', 1;
GO

IF OBJECT_ID(N'[reports].[sales]', N'U') IS NULL
  CREATE TABLE [reports].[sales] (
    [id] bigint NOT NULL,
    [store] int NULL,
    [item] nvarchar(4000) COLLATE Latin1_General_100_BIN2 NULL,
    [gift] bit NULL,
    [price] decimal(9, 2) NULL,
    [weight] float NULL,
    [day] date NULL,
    [updated_at] datetime2(7) NOT NULL,
    [photo] varbinary(8000) NULL
  ) WITH (DISTRIBUTION = HASH([id]), CLUSTERED COLUMNSTORE INDEX);
GO

IF OBJECT_ID(N'[reports].[load_sales]', N'P') IS NOT NULL
  DROP PROCEDURE [reports].[load_sales];
GO

CREATE PROCEDURE [reports].[load_sales] @run varchar(100) AS
BEGIN
  SET NOCOUNT ON;
  IF @run IS NULL OR LEN(@run) = 0 OR LEN(@run) > 36 OR @run LIKE '%[^0-9A-Za-z-]%'
    THROW 50001, N'The name of a run has 1 to 36 letters, digits and hyphens.', 1;
  BEGIN TRY
    IF OBJECT_ID(N'[reports].[sales_loading]', N'U') IS NOT NULL
      DROP TABLE [reports].[sales_loading];
    CREATE TABLE [reports].[sales_loading] (
      [id] bigint NOT NULL,
      [store] int NULL,
      [item] nvarchar(4000) COLLATE Latin1_General_100_BIN2 NULL,
      [gift] bit NULL,
      [price] decimal(9, 2) NULL,
      [weight] float NULL,
      [day] date NULL,
      [updated_at] datetime2(7) NOT NULL,
      [photo] varbinary(8000) NULL
    ) WITH (DISTRIBUTION = ROUND_ROBIN, HEAP);
    EXEC(N'COPY INTO [reports].[sales_loading] ([id] 1, [store] 2, [item] 3, [gift] 4, [price] 5, [weight] 6, [day] 7, [updated_at] 8, [photo] 9) FROM ''https://this-machine.dfs.core.windows.net/lake/warehouse/reports/sales/' + @run + N'/*.parquet'' WITH (FILE_TYPE = ''PARQUET'', CREDENTIAL = (IDENTITY = ''Managed Identity''))');
    MERGE INTO [reports].[sales] AS [t]
    USING [reports].[sales_loading] AS [n]
    ON [t].[id] = [n].[id]
    WHEN MATCHED AND (
      [t].[store] <> [n].[store]
      OR ([t].[store] IS NULL AND [n].[store] IS NOT NULL)
      OR ([t].[store] IS NOT NULL AND [n].[store] IS NULL)
      OR [t].[item] <> [n].[item]
      OR DATALENGTH([t].[item]) <> DATALENGTH([n].[item])
      OR ([t].[item] IS NULL AND [n].[item] IS NOT NULL)
      OR ([t].[item] IS NOT NULL AND [n].[item] IS NULL)
      OR [t].[gift] <> [n].[gift]
      OR ([t].[gift] IS NULL AND [n].[gift] IS NOT NULL)
      OR ([t].[gift] IS NOT NULL AND [n].[gift] IS NULL)
      OR [t].[price] <> [n].[price]
      OR ([t].[price] IS NULL AND [n].[price] IS NOT NULL)
      OR ([t].[price] IS NOT NULL AND [n].[price] IS NULL)
      OR [t].[weight] <> [n].[weight]
      OR ([t].[weight] IS NULL AND [n].[weight] IS NOT NULL)
      OR ([t].[weight] IS NOT NULL AND [n].[weight] IS NULL)
      OR [t].[day] <> [n].[day]
      OR ([t].[day] IS NULL AND [n].[day] IS NOT NULL)
      OR ([t].[day] IS NOT NULL AND [n].[day] IS NULL)
      OR [t].[updated_at] <> [n].[updated_at]
      OR [t].[photo] <> [n].[photo]
      OR DATALENGTH([t].[photo]) <> DATALENGTH([n].[photo])
      OR ([t].[photo] IS NULL AND [n].[photo] IS NOT NULL)
      OR ([t].[photo] IS NOT NULL AND [n].[photo] IS NULL)
    ) THEN UPDATE SET
      [store] = [n].[store],
      [item] = [n].[item],
      [gift] = [n].[gift],
      [price] = [n].[price],
      [weight] = [n].[weight],
      [day] = [n].[day],
      [updated_at] = [n].[updated_at],
      [photo] = [n].[photo]
    WHEN NOT MATCHED BY TARGET THEN INSERT (
      [id],
      [store],
      [item],
      [gift],
      [price],
      [weight],
      [day],
      [updated_at],
      [photo]
    ) VALUES (
      [n].[id],
      [n].[store],
      [n].[item],
      [n].[gift],
      [n].[price],
      [n].[weight],
      [n].[day],
      [n].[updated_at],
      [n].[photo]
    )
    WHEN NOT MATCHED BY SOURCE THEN DELETE;
    DROP TABLE [reports].[sales_loading];
  END TRY
  BEGIN CATCH
    THROW;
  END CATCH;
END;
GO

IF OBJECT_ID(N'[reports].[stores]', N'U') IS NULL AND OBJECT_ID(N'[reports].[stores_before]', N'U') IS NOT NULL
  RENAME OBJECT [reports].[stores_before] TO [stores];
GO

IF OBJECT_ID(N'[reports].[stores]', N'U') IS NULL
  CREATE TABLE [reports].[stores] (
    [store] int NULL,
    [sales] bigint NOT NULL
  ) WITH (DISTRIBUTION = REPLICATE, CLUSTERED COLUMNSTORE INDEX);
GO

IF OBJECT_ID(N'[reports].[load_stores]', N'P') IS NOT NULL
  DROP PROCEDURE [reports].[load_stores];
GO

CREATE PROCEDURE [reports].[load_stores] @run varchar(100) AS
BEGIN
  SET NOCOUNT ON;
  IF @run IS NULL OR LEN(@run) = 0 OR LEN(@run) > 36 OR @run LIKE '%[^0-9A-Za-z-]%'
    THROW 50001, N'The name of a run has 1 to 36 letters, digits and hyphens.', 1;
  BEGIN TRY
    IF OBJECT_ID(N'[reports].[stores]', N'U') IS NULL AND OBJECT_ID(N'[reports].[stores_before]', N'U') IS NOT NULL
      RENAME OBJECT [reports].[stores_before] TO [stores];
    IF OBJECT_ID(N'[reports].[stores_loading]', N'U') IS NOT NULL
      DROP TABLE [reports].[stores_loading];
    CREATE TABLE [reports].[stores_loading] (
      [store] int NULL,
      [sales] bigint NOT NULL
    ) WITH (DISTRIBUTION = REPLICATE, CLUSTERED COLUMNSTORE INDEX);
    EXEC(N'COPY INTO [reports].[stores_loading] ([store] 1, [sales] 2) FROM ''https://this-machine.dfs.core.windows.net/lake/warehouse/reports/stores/' + @run + N'/*.parquet'' WITH (FILE_TYPE = ''PARQUET'', CREDENTIAL = (IDENTITY = ''Managed Identity''))');
    IF OBJECT_ID(N'[reports].[stores_before]', N'U') IS NOT NULL
      DROP TABLE [reports].[stores_before];
    IF OBJECT_ID(N'[reports].[stores]', N'U') IS NOT NULL
      RENAME OBJECT [reports].[stores] TO [stores_before];
    RENAME OBJECT [reports].[stores_loading] TO [stores];
    IF OBJECT_ID(N'[reports].[stores_before]', N'U') IS NOT NULL
      DROP TABLE [reports].[stores_before];
  END TRY
  BEGIN CATCH
    THROW;
  END CATCH;
END;
GO

IF OBJECT_ID(N'[reports].[turnover]', N'U') IS NOT NULL AND (
  (SELECT COUNT(*) FROM sys.columns WHERE object_id = OBJECT_ID(N'[reports].[turnover]', N'U')) <> 4
  OR (SELECT COUNT(*) FROM sys.columns WHERE object_id = OBJECT_ID(N'[reports].[turnover]', N'U') AND (
    (name = N'item' AND TYPE_NAME(system_type_id) = N'nvarchar' AND max_length = 8000 AND collation_name = N'Latin1_General_100_BIN2' AND is_nullable = 0)
    OR (name = N'store' AND TYPE_NAME(system_type_id) = N'int' AND is_nullable = 0)
    OR (name = N'sales' AND TYPE_NAME(system_type_id) = N'bigint' AND is_nullable = 0)
    OR (name = N'turnover' AND TYPE_NAME(system_type_id) = N'decimal' AND [precision] = 19 AND [scale] = 2 AND is_nullable = 1)
  )) <> 4
  OR NOT EXISTS (
    SELECT 1 FROM sys.pdw_column_distribution_properties AS p JOIN sys.columns AS c ON c.object_id = p.object_id AND c.column_id = p.column_id
    WHERE p.object_id = OBJECT_ID(N'[reports].[turnover]', N'U') AND p.distribution_ordinal = 1 AND c.name = N'item'
  )
  OR NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'[reports].[turnover]', N'U') AND type_desc = N'CLUSTERED')
  OR (SELECT COUNT(*) FROM sys.index_columns AS i JOIN sys.columns AS c ON c.object_id = i.object_id AND c.column_id = i.column_id
    WHERE i.object_id = OBJECT_ID(N'[reports].[turnover]', N'U') AND i.key_ordinal > 0) <> 2
  OR NOT EXISTS (SELECT 1 FROM sys.index_columns AS i JOIN sys.columns AS c ON c.object_id = i.object_id AND c.column_id = i.column_id
    WHERE i.object_id = OBJECT_ID(N'[reports].[turnover]', N'U') AND i.key_ordinal = 1 AND c.name = N'store')
  OR NOT EXISTS (SELECT 1 FROM sys.index_columns AS i JOIN sys.columns AS c ON c.object_id = i.object_id AND c.column_id = i.column_id
    WHERE i.object_id = OBJECT_ID(N'[reports].[turnover]', N'U') AND i.key_ordinal = 2 AND c.name = N'sales')
)
  THROW 50002, N'[reports].[turnover] is another table than the one that is declared. Drop it and run this script again: the next load fills it.', 1;
GO

IF OBJECT_ID(N'[reports].[turnover]', N'U') IS NULL
  CREATE TABLE [reports].[turnover] (
    [item] nvarchar(4000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [store] int NOT NULL,
    [sales] bigint NOT NULL,
    [turnover] decimal(19, 2) NULL
  ) WITH (DISTRIBUTION = HASH([item]), CLUSTERED INDEX ([store], [sales]));
GO

IF OBJECT_ID(N'[reports].[load_turnover]', N'P') IS NOT NULL
  DROP PROCEDURE [reports].[load_turnover];
GO

CREATE PROCEDURE [reports].[load_turnover] @run varchar(100) AS
BEGIN
  SET NOCOUNT ON;
  IF @run IS NULL OR LEN(@run) = 0 OR LEN(@run) > 36 OR @run LIKE '%[^0-9A-Za-z-]%'
    THROW 50001, N'The name of a run has 1 to 36 letters, digits and hyphens.', 1;
  BEGIN TRY
    IF OBJECT_ID(N'[reports].[turnover_loading]', N'U') IS NOT NULL
      DROP TABLE [reports].[turnover_loading];
    CREATE TABLE [reports].[turnover_loading] (
      [item] nvarchar(4000) COLLATE Latin1_General_100_BIN2 NOT NULL,
      [store] int NOT NULL,
      [sales] bigint NOT NULL,
      [turnover] decimal(19, 2) NULL
    ) WITH (DISTRIBUTION = ROUND_ROBIN, HEAP);
    EXEC(N'COPY INTO [reports].[turnover_loading] ([item] 1, [store] 2, [sales] 3, [turnover] 4) FROM ''https://this-machine.dfs.core.windows.net/lake/warehouse/reports/turnover/' + @run + N'/*.parquet'' WITH (FILE_TYPE = ''PARQUET'', CREDENTIAL = (IDENTITY = ''Managed Identity''))');
    MERGE INTO [reports].[turnover] AS [t]
    USING [reports].[turnover_loading] AS [n]
    ON [t].[item] = [n].[item] AND DATALENGTH([t].[item]) = DATALENGTH([n].[item]) AND [t].[store] = [n].[store]
    WHEN MATCHED AND (
      [t].[sales] <> [n].[sales]
      OR [t].[turnover] <> [n].[turnover]
      OR ([t].[turnover] IS NULL AND [n].[turnover] IS NOT NULL)
      OR ([t].[turnover] IS NOT NULL AND [n].[turnover] IS NULL)
    ) THEN UPDATE SET
      [sales] = [n].[sales],
      [turnover] = [n].[turnover]
    WHEN NOT MATCHED BY TARGET THEN INSERT (
      [item],
      [store],
      [sales],
      [turnover]
    ) VALUES (
      [n].[item],
      [n].[store],
      [n].[sales],
      [n].[turnover]
    )
    WHEN NOT MATCHED BY SOURCE THEN DELETE;
    DROP TABLE [reports].[turnover_loading];
  END TRY
  BEGIN CATCH
    THROW;
  END CATCH;
END;
GO

-- Run second, in the database shop_ldw of shop-prod-ondemand.sql.azuresynapse.net.
IF NOT EXISTS (SELECT 1 FROM sys.symmetric_keys WHERE name = N'##MS_DatabaseMasterKey##')
  CREATE MASTER KEY;
GO

IF NOT EXISTS (SELECT 1 FROM sys.database_scoped_credentials WHERE name = N'lake')
  CREATE DATABASE SCOPED CREDENTIAL [lake] WITH IDENTITY = 'Managed Identity';
GO

DECLARE @drops nvarchar(max) = (
  SELECT STRING_AGG(CAST(N'DROP EXTERNAL TABLE ' AS nvarchar(max)) + QUOTENAME(SCHEMA_NAME(t.schema_id)) + N'.' + QUOTENAME(t.name), N'; ')
  FROM sys.external_tables AS t JOIN sys.external_data_sources AS s ON s.data_source_id = t.data_source_id
  WHERE s.name = N'lake' AND s.location <> N'https://shopprod.dfs.core.windows.net/lake'
);
IF @drops IS NOT NULL
  EXEC sp_executesql @drops;
GO

IF EXISTS (SELECT 1 FROM sys.external_data_sources WHERE name = N'lake' AND location <> N'https://shopprod.dfs.core.windows.net/lake')
  DROP EXTERNAL DATA SOURCE [lake];
GO

IF NOT EXISTS (SELECT 1 FROM sys.external_data_sources WHERE name = N'lake')
  CREATE EXTERNAL DATA SOURCE [lake] WITH (LOCATION = 'https://shopprod.dfs.core.windows.net/lake', CREDENTIAL = [lake]);
GO

-- Run second, in the database shop_ldw of shop-prod-ondemand.sql.azuresynapse.net.
IF NOT EXISTS (SELECT 1 FROM sys.symmetric_keys WHERE name = N'##MS_DatabaseMasterKey##')
  CREATE MASTER KEY;
GO

IF NOT EXISTS (SELECT 1 FROM sys.database_scoped_credentials WHERE name = N'lake')
  CREATE DATABASE SCOPED CREDENTIAL [lake] WITH IDENTITY = 'Managed Identity';
GO

IF EXISTS (SELECT 1 FROM sys.external_data_sources WHERE name = N'lake' AND location <> N'https://shopprod.dfs.core.windows.net/lake')
  DROP EXTERNAL DATA SOURCE [lake];
GO

IF NOT EXISTS (SELECT 1 FROM sys.external_data_sources WHERE name = N'lake')
  CREATE EXTERNAL DATA SOURCE [lake] WITH (LOCATION = 'https://shopprod.dfs.core.windows.net/lake', CREDENTIAL = [lake]);
GO

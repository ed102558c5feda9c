-- Run first, in the database master of shop-prod-ondemand.sql.azuresynapse.net.
IF DB_ID(N'shop_ldw') IS NULL
  EXEC(N'CREATE DATABASE [shop_ldw] COLLATE Latin1_General_100_BIN2_UTF8');
GO

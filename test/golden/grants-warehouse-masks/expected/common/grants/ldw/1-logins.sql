-- The logins of who may read the views of the connection ldw. Run it in the database master of the workspace's serverless SQL pool,
-- as somebody of Microsoft Entra who is its administrator: others cannot look names of Microsoft Entra up. Run again it changes nothing.
IF EXISTS (SELECT 1 FROM sys.server_principals WHERE name = N'grp-analysts' AND type <> 'X')
BEGIN
  RAISERROR(N'The login %s is there, and is another than that of Microsoft Entra.', 16, 1, N'grp-analysts');
  RETURN;
END;
IF NOT EXISTS (SELECT 1 FROM sys.server_principals WHERE name = N'grp-analysts')
  CREATE LOGIN [grp-analysts] FROM EXTERNAL PROVIDER;
GO

IF EXISTS (SELECT 1 FROM sys.server_principals WHERE name = N'grp-auditors' AND type <> 'X')
BEGIN
  RAISERROR(N'The login %s is there, and is another than that of Microsoft Entra.', 16, 1, N'grp-auditors');
  RETURN;
END;
IF NOT EXISTS (SELECT 1 FROM sys.server_principals WHERE name = N'grp-auditors')
  CREATE LOGIN [grp-auditors] FROM EXTERNAL PROVIDER;
GO

IF EXISTS (SELECT 1 FROM sys.server_principals WHERE name = N'grp-clerks' AND type <> 'X')
BEGIN
  RAISERROR(N'The login %s is there, and is another than that of Microsoft Entra.', 16, 1, N'grp-clerks');
  RETURN;
END;
IF NOT EXISTS (SELECT 1 FROM sys.server_principals WHERE name = N'grp-clerks')
  CREATE LOGIN [grp-clerks] FROM EXTERNAL PROVIDER;
GO

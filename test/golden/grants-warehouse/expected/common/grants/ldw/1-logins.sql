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

IF EXISTS (SELECT 1 FROM sys.server_principals WHERE name = N'report''s builder' AND type <> 'E')
BEGIN
  RAISERROR(N'The login %s is there, and is another than that of Microsoft Entra.', 16, 1, N'report''s builder');
  RETURN;
END;
IF NOT EXISTS (SELECT 1 FROM sys.server_principals WHERE name = N'report''s builder')
  CREATE LOGIN [report's builder] FROM EXTERNAL PROVIDER;
GO

IF EXISTS (SELECT 1 FROM sys.server_principals WHERE name = N'grp-support' AND type <> 'X')
BEGIN
  RAISERROR(N'The login %s is there, and is another than that of Microsoft Entra.', 16, 1, N'grp-support');
  RETURN;
END;
IF NOT EXISTS (SELECT 1 FROM sys.server_principals WHERE name = N'grp-support')
  CREATE LOGIN [grp-support] FROM EXTERNAL PROVIDER;
GO

IF EXISTS (SELECT 1 FROM sys.server_principals WHERE name = N'anna@example.org' AND type <> 'E')
BEGIN
  RAISERROR(N'The login %s is there, and is another than that of Microsoft Entra.', 16, 1, N'anna@example.org');
  RETURN;
END;
IF NOT EXISTS (SELECT 1 FROM sys.server_principals WHERE name = N'anna@example.org')
  CREATE LOGIN [anna@example.org] FROM EXTERNAL PROVIDER;
GO

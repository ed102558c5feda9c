-- Who may do what in the dedicated SQL pool of the connection dw of shop: exactly this may
-- the roles planners, and whatever else they were granted is revoked. What others may is left as it is.
-- Run it in the pool, after the script of its tables, as one of its owners (db_owner). Generated from the YAML; edit that.
SET NOCOUNT ON;
DECLARE @pass int = 1, @count int = 0, @number int = 1, @words nvarchar(2000);

-- What is spoken of is there, and nothing else has the names.
IF OBJECT_ID(N'[dbo].[targets]') IS NULL
  THROW 50003, N'dbo.targets is not there. Nothing was changed.', 1;
IF NOT EXISTS (SELECT 1 FROM sys.columns WHERE object_id = OBJECT_ID(N'[dbo].[targets]') AND name = N'amount')
  THROW 50003, N'dbo.targets.amount is not there. Nothing was changed.', 1;
IF EXISTS (SELECT 1 FROM sys.database_principals WHERE name = N'planners' AND type <> 'R')
  THROW 50003, N'planners is there, and is no role: let the principal''s role be another. Nothing was changed.', 1;
IF EXISTS (SELECT 1 FROM sys.database_principals WHERE name = N'grp-planners' AND type <> 'X')
  THROW 50003, N'grp-planners is there, and is another than that of Microsoft Entra. Nothing was changed.', 1;

SET @words = (
  SELECT MIN(grantee.name COLLATE DATABASE_DEFAULT)
  FROM sys.database_permissions AS held
  JOIN sys.database_principals AS grantor ON grantor.principal_id = held.grantor_principal_id
  JOIN sys.database_principals AS grantee ON grantee.principal_id = held.grantee_principal_id
  WHERE grantor.name IN (N'planners') AND grantee.name NOT IN (N'planners')
);
IF @words IS NOT NULL
BEGIN
  SET @words = CONCAT(N'Roles of the project have passed rights on to ', @words, N': take them back first. Nothing was changed.');
  THROW 50003, @words, 1;
END;

-- What the roles hold and is not declared goes.
WHILE @pass <= 3
BEGIN
  IF OBJECT_ID(N'tempdb..#surplus') IS NOT NULL
    DROP TABLE #surplus;
  CREATE TABLE #surplus WITH (DISTRIBUTION = ROUND_ROBIN, HEAP) AS
  WITH declared (grantee, permission, column_name, securable, state) AS (
    SELECT N'planners', N'SELECT', N'', N'OBJECT::[dbo].[targets]', 'G'
    UNION ALL SELECT N'planners', N'UPDATE', N'amount', N'OBJECT::[dbo].[targets]', 'G'
  ),
  held AS (
    SELECT
      grantee.name COLLATE DATABASE_DEFAULT AS grantee,
      one.permission_name COLLATE DATABASE_DEFAULT AS permission,
      COALESCE(of_column.name, N'') COLLATE DATABASE_DEFAULT AS column_name,
      CASE one.class
        WHEN 0 THEN N''
        WHEN 1 THEN N'OBJECT::' + QUOTENAME(of_object.name) + N'.' + QUOTENAME(object.name)
        WHEN 3 THEN N'SCHEMA::' + QUOTENAME(of_schema.name)
        WHEN 4 THEN CASE principal.type WHEN 'R' THEN N'ROLE::' WHEN 'A' THEN N'APPLICATION ROLE::' ELSE N'USER::' END + QUOTENAME(principal.name)
        WHEN 32 THEN N'DATABASE SCOPED CREDENTIAL::' + QUOTENAME(credential.name)
      END COLLATE DATABASE_DEFAULT AS securable,
      one.class_desc COLLATE DATABASE_DEFAULT AS class,
      one.state COLLATE DATABASE_DEFAULT AS state,
      CASE WHEN one.grantor_principal_id <> 1 THEN grantor.name END COLLATE DATABASE_DEFAULT AS grantor
    FROM sys.database_permissions AS one
    JOIN sys.database_principals AS grantee ON grantee.principal_id = one.grantee_principal_id
    JOIN sys.database_principals AS grantor ON grantor.principal_id = one.grantor_principal_id
    LEFT JOIN sys.all_objects AS object ON one.class = 1 AND object.object_id = one.major_id
    LEFT JOIN sys.schemas AS of_object ON of_object.schema_id = object.schema_id
    LEFT JOIN sys.all_columns AS of_column ON one.class = 1 AND of_column.object_id = one.major_id AND of_column.column_id = one.minor_id
    LEFT JOIN sys.schemas AS of_schema ON one.class = 3 AND of_schema.schema_id = one.major_id
    LEFT JOIN sys.database_principals AS principal ON one.class = 4 AND principal.principal_id = one.major_id
    LEFT JOIN sys.database_scoped_credentials AS credential ON one.class = 32 AND credential.credential_id = one.major_id
    WHERE grantee.name IN (N'planners')
  ),
  surplus (statement, at) AS (
    SELECT
      CAST(CONCAT(N'REVOKE ', held.permission, N' ON ' + NULLIF(held.securable, N''), N' (' + QUOTENAME(NULLIF(held.column_name, N'')) + N')',
        N' FROM ', QUOTENAME(held.grantee), CASE held.state WHEN 'W' THEN N' CASCADE' END, N';') AS nvarchar(2000)),
      CAST(CONCAT(held.grantee, N' ', held.permission, N' ', held.securable, N' ', held.column_name, N', granted by ' + held.grantor) AS nvarchar(1000))
    FROM held
    WHERE held.securable IS NOT NULL AND (
      held.state IN ('W', 'R')
      OR NOT EXISTS (
        SELECT 1 FROM declared
        WHERE declared.grantee = held.grantee AND declared.permission = held.permission AND declared.column_name = held.column_name
          AND declared.securable = held.securable AND declared.state = held.state
      )
      OR held.column_name = N'' AND EXISTS (
        SELECT 1 FROM held AS part
        WHERE part.grantee = held.grantee AND part.permission = held.permission AND part.column_name <> N''
          AND part.securable = held.securable AND part.state IN ('D', 'R')
      )
    )
    UNION ALL
    SELECT
      CAST(CONCAT(N'EXEC sp_droprolemember ', N'N''', REPLACE(of_role.name COLLATE DATABASE_DEFAULT, N'''', N''''''), N'''', N', ', N'N''', REPLACE(member.name COLLATE DATABASE_DEFAULT, N'''', N''''''), N'''', N';') AS nvarchar(2000)),
      CAST(of_role.name COLLATE DATABASE_DEFAULT AS nvarchar(1000))
    FROM sys.database_role_members AS one
    JOIN sys.database_principals AS of_role ON of_role.principal_id = one.role_principal_id
    JOIN sys.database_principals AS member ON member.principal_id = one.member_principal_id
    WHERE of_role.name COLLATE DATABASE_DEFAULT IN (N'planners') AND NOT (of_role.name COLLATE DATABASE_DEFAULT = N'planners' AND member.name COLLATE DATABASE_DEFAULT = N'grp-planners')
  )
  SELECT ROW_NUMBER() OVER (ORDER BY at, statement) AS number, statement, at FROM surplus;
  SET @count = (SELECT COUNT(*) FROM #surplus);
  IF @count = 0
    BREAK;
  SET @words = (SELECT at FROM #surplus WHERE number = 1 AND @pass = 3);
  IF @words IS NOT NULL
  BEGIN
    SET @words = CONCAT(N'What is not declared could not be taken back: ', @words, N'. Who granted it takes it back.');
    THROW 50003, @words, 1;
  END;
  SET @number = 1;
  WHILE @number <= @count
  BEGIN
    SET @words = (SELECT statement FROM #surplus WHERE number = @number);
    EXEC sp_executesql @words;
    SET @number = @number + 1;
  END;
  SELECT statement AS taken_back FROM #surplus;
  SET @pass = @pass + 1;
END;
DROP TABLE #surplus;

-- planners: group grp-planners
-- By planning
IF NOT EXISTS (SELECT 1 FROM sys.database_principals WHERE name = N'planners')
  CREATE ROLE [planners];
IF NOT EXISTS (SELECT 1 FROM sys.database_principals WHERE name = N'grp-planners')
  CREATE USER [grp-planners] FROM EXTERNAL PROVIDER;
GRANT SELECT ON OBJECT::[dbo].[targets] TO [planners];
GRANT UPDATE ON OBJECT::[dbo].[targets] ([amount]) TO [planners];
IF NOT EXISTS (
    SELECT 1 FROM sys.database_role_members AS one
    JOIN sys.database_principals AS of_role ON of_role.principal_id = one.role_principal_id
    JOIN sys.database_principals AS member ON member.principal_id = one.member_principal_id
    WHERE of_role.name COLLATE DATABASE_DEFAULT = N'planners' AND member.name COLLATE DATABASE_DEFAULT = N'grp-planners'
)
  EXEC sp_addrolemember N'planners', N'grp-planners';

-- What is not changed, and is to be known.
WITH ours (principal_id, name) AS (
  SELECT principal_id, name COLLATE DATABASE_DEFAULT FROM sys.database_principals WHERE name IN (N'planners')
),
those (principal_id, name, is_member) AS (
  SELECT principal_id, name, 0 FROM ours
  UNION SELECT member.principal_id, member.name COLLATE DATABASE_DEFAULT, 1 FROM sys.database_role_members AS one
  JOIN ours ON ours.principal_id = one.role_principal_id
  JOIN sys.database_principals AS member ON member.principal_id = one.member_principal_id
),
above (principal_id, name, member) AS (
  SELECT of_role.principal_id, of_role.name COLLATE DATABASE_DEFAULT, those.name FROM sys.database_role_members AS one
  JOIN those ON those.principal_id = one.member_principal_id
  JOIN sys.database_principals AS of_role ON of_role.principal_id = one.role_principal_id
  WHERE those.is_member = 0 OR of_role.principal_id NOT IN (SELECT principal_id FROM ours)
),
near (principal_id) AS (
  SELECT principal_id FROM those WHERE is_member = 1
  UNION SELECT principal_id FROM above
  UNION SELECT principal_id FROM sys.database_principals WHERE name = N'public'
),
held AS (
    SELECT
      grantee.name COLLATE DATABASE_DEFAULT AS grantee,
      one.permission_name COLLATE DATABASE_DEFAULT AS permission,
      COALESCE(of_column.name, N'') COLLATE DATABASE_DEFAULT AS column_name,
      CASE one.class
        WHEN 0 THEN N''
        WHEN 1 THEN N'OBJECT::' + QUOTENAME(of_object.name) + N'.' + QUOTENAME(object.name)
        WHEN 3 THEN N'SCHEMA::' + QUOTENAME(of_schema.name)
        WHEN 4 THEN CASE principal.type WHEN 'R' THEN N'ROLE::' WHEN 'A' THEN N'APPLICATION ROLE::' ELSE N'USER::' END + QUOTENAME(principal.name)
        WHEN 32 THEN N'DATABASE SCOPED CREDENTIAL::' + QUOTENAME(credential.name)
      END COLLATE DATABASE_DEFAULT AS securable,
      one.class_desc COLLATE DATABASE_DEFAULT AS class,
      one.state COLLATE DATABASE_DEFAULT AS state,
      CASE WHEN one.grantor_principal_id <> 1 THEN grantor.name END COLLATE DATABASE_DEFAULT AS grantor
    FROM sys.database_permissions AS one
    JOIN sys.database_principals AS grantee ON grantee.principal_id = one.grantee_principal_id
    JOIN sys.database_principals AS grantor ON grantor.principal_id = one.grantor_principal_id
    LEFT JOIN sys.all_objects AS object ON one.class = 1 AND object.object_id = one.major_id
    LEFT JOIN sys.schemas AS of_object ON of_object.schema_id = object.schema_id
    LEFT JOIN sys.all_columns AS of_column ON one.class = 1 AND of_column.object_id = one.major_id AND of_column.column_id = one.minor_id
    LEFT JOIN sys.schemas AS of_schema ON one.class = 3 AND of_schema.schema_id = one.major_id
    LEFT JOIN sys.database_principals AS principal ON one.class = 4 AND principal.principal_id = one.major_id
    LEFT JOIN sys.database_scoped_credentials AS credential ON one.class = 32 AND credential.credential_id = one.major_id
    WHERE grantee.principal_id IN (SELECT principal_id FROM near UNION SELECT principal_id FROM ours)
)
SELECT CONCAT(QUOTENAME(member), N' is a member of ', QUOTENAME(name), N', and may what that role may') AS is_to_be_known
FROM above
UNION
SELECT CONCAT(QUOTENAME(ours.name), N' owns ', QUOTENAME(owned.name) COLLATE DATABASE_DEFAULT, N', and may do anything with it')
FROM (SELECT name, principal_id FROM sys.schemas UNION ALL SELECT name, principal_id FROM sys.objects) AS owned
JOIN ours ON ours.principal_id = owned.principal_id
UNION
SELECT CONCAT(QUOTENAME(grantee), N' is denied ', permission, N' (' + QUOTENAME(NULLIF(column_name, N'')) + N')', N' on ' + NULLIF(COALESCE(securable, class), N''), N', which goes before what is granted')
FROM held
WHERE state = 'D' AND grantee NOT IN (SELECT name FROM ours)
UNION
SELECT CONCAT(QUOTENAME(grantee), N' holds ', permission, N' (' + QUOTENAME(NULLIF(column_name, N'')) + N')', N' on ' + NULLIF(COALESCE(securable, class), N''), N', which is left')
FROM held
WHERE state IN ('G', 'W') AND permission <> N'CONNECT' AND (
  grantee = N'public' AND LEFT(securable, 14) <> N'OBJECT::[sys].' AND LEFT(securable, 29) <> N'OBJECT::[INFORMATION_SCHEMA].'
    AND permission NOT IN (N'VIEW ANY COLUMN ENCRYPTION KEY DEFINITION', N'VIEW ANY COLUMN MASTER KEY DEFINITION')
  OR grantee <> N'public' AND (securable IS NULL OR grantee NOT IN (SELECT name FROM ours))
);
GO

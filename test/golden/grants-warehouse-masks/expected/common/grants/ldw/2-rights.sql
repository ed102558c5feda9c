-- Who may read what in the database of the connection ldw of shop: exactly this may the roles
-- analysts, auditors, clerks, and whatever else they were granted is revoked. What others may is left as it is.
-- Run it in the database, after views.sql and 1-logins.sql, as one of its owners (db_owner). Generated from the YAML; edit that.
SET NOCOUNT ON;
DECLARE @pass int = 1, @words nvarchar(max), @told nvarchar(1000);

-- What is spoken of is there.
IF OBJECT_ID(N'[sales].[masked]') IS NULL
BEGIN
  RAISERROR(N'%s is not there: run the scripts of the warehouse, then this again. Nothing was changed.', 16, 1, N'sales.masked');
  RETURN;
END;
IF OBJECT_ID(N'[sales].[stores]') IS NULL
BEGIN
  RAISERROR(N'%s is not there: run the scripts of the warehouse, then this again. Nothing was changed.', 16, 1, N'sales.stores');
  RETURN;
END;
IF EXISTS (SELECT 1 FROM sys.database_principals WHERE name = N'analysts' AND type <> 'R')
BEGIN
  RAISERROR(N'%s is there, and is no role: let the principal''s role be another. Nothing was changed.', 16, 1, N'analysts');
  RETURN;
END;
IF EXISTS (SELECT 1 FROM sys.database_principals WHERE name = N'auditors' AND type <> 'R')
BEGIN
  RAISERROR(N'%s is there, and is no role: let the principal''s role be another. Nothing was changed.', 16, 1, N'auditors');
  RETURN;
END;
IF EXISTS (SELECT 1 FROM sys.database_principals WHERE name = N'clerks' AND type <> 'R')
BEGIN
  RAISERROR(N'%s is there, and is no role: let the principal''s role be another. Nothing was changed.', 16, 1, N'clerks');
  RETURN;
END;
IF EXISTS (SELECT 1 FROM sys.database_principals WHERE name = N'grp-analysts' AND type <> 'X')
BEGIN
  RAISERROR(N'%s is there, and is another than that of Microsoft Entra. Nothing was changed.', 16, 1, N'grp-analysts');
  RETURN;
END;
IF EXISTS (SELECT 1 FROM sys.database_principals WHERE name = N'grp-auditors' AND type <> 'X')
BEGIN
  RAISERROR(N'%s is there, and is another than that of Microsoft Entra. Nothing was changed.', 16, 1, N'grp-auditors');
  RETURN;
END;
IF EXISTS (SELECT 1 FROM sys.database_principals WHERE name = N'grp-clerks' AND type <> 'X')
BEGIN
  RAISERROR(N'%s is there, and is another than that of Microsoft Entra. Nothing was changed.', 16, 1, N'grp-clerks');
  RETURN;
END;

SELECT @words = STRING_AGG(CAST(grantee.name AS nvarchar(max)), N', ')
FROM sys.database_permissions AS held
JOIN sys.database_principals AS grantor ON grantor.principal_id = held.grantor_principal_id
JOIN sys.database_principals AS grantee ON grantee.principal_id = held.grantee_principal_id
WHERE grantor.name IN (N'analysts', N'auditors', N'clerks') AND grantee.name NOT IN (N'analysts', N'auditors', N'clerks');
SET @told = LEFT(@words, 1000);
IF @words IS NOT NULL
BEGIN
  RAISERROR(N'Roles of the project have passed rights on to %s: take them back first. Nothing was changed.', 16, 1, @told);
  RETURN;
END;

-- What the roles hold and is not declared goes.
WHILE @pass <= 3
BEGIN
  SET @words = NULL;
  WITH declared (grantee, permission, column_name, securable, state) AS (
    SELECT N'analysts', N'ADMINISTER DATABASE BULK OPERATIONS', N'', N'', 'D'
    UNION ALL SELECT N'analysts', N'REFERENCES', N'', N'DATABASE SCOPED CREDENTIAL::[lake]', 'G'
    UNION ALL SELECT N'analysts', N'SELECT', N'', N'OBJECT::[sales].[masked]', 'G'
    UNION ALL SELECT N'analysts', N'SELECT', N'', N'OBJECT::[sales].[stores]', 'G'
    UNION ALL SELECT N'auditors', N'ADMINISTER DATABASE BULK OPERATIONS', N'', N'', 'D'
    UNION ALL SELECT N'auditors', N'REFERENCES', N'', N'DATABASE SCOPED CREDENTIAL::[lake]', 'G'
    UNION ALL SELECT N'auditors', N'SELECT', N'', N'OBJECT::[sales].[masked]', 'G'
    UNION ALL SELECT N'clerks', N'ADMINISTER DATABASE BULK OPERATIONS', N'', N'', 'D'
    UNION ALL SELECT N'clerks', N'REFERENCES', N'', N'DATABASE SCOPED CREDENTIAL::[lake]', 'G'
    UNION ALL SELECT N'clerks', N'SELECT', N'id', N'OBJECT::[sales].[masked]', 'G'
    UNION ALL SELECT N'clerks', N'SELECT', N'buyer', N'OBJECT::[sales].[masked]', 'G'
  ),
  declared_member (role_id, member_id) AS (
    SELECT DATABASE_PRINCIPAL_ID(N'analysts'), DATABASE_PRINCIPAL_ID(N'grp-analysts')
    UNION ALL SELECT DATABASE_PRINCIPAL_ID(N'auditors'), DATABASE_PRINCIPAL_ID(N'grp-auditors')
    UNION ALL SELECT DATABASE_PRINCIPAL_ID(N'clerks'), DATABASE_PRINCIPAL_ID(N'grp-clerks')
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
    WHERE grantee.name IN (N'analysts', N'auditors', N'clerks')
  ),
  surplus (statement, at) AS (
    SELECT
      CONCAT(N'REVOKE ', CASE held.state WHEN 'W' THEN N'GRANT OPTION FOR ' END, held.permission, N' (' + QUOTENAME(NULLIF(held.column_name, N'')) + N')',
        N' ON ' + NULLIF(held.securable, N''), N' FROM ', QUOTENAME(held.grantee), CASE held.state WHEN 'W' THEN N' CASCADE' END, N' AS ' + QUOTENAME(held.grantor), N';'),
      CONCAT(held.grantee, N' ', held.securable, N' ', held.permission, N' ', held.column_name)
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
      CONCAT(N'ALTER ROLE ', QUOTENAME(of_role.name), N' DROP MEMBER ', QUOTENAME(member.name), N';') COLLATE DATABASE_DEFAULT,
      of_role.name COLLATE DATABASE_DEFAULT
    FROM sys.database_role_members AS one
    JOIN sys.database_principals AS of_role ON of_role.principal_id = one.role_principal_id
    JOIN sys.database_principals AS member ON member.principal_id = one.member_principal_id
    WHERE one.role_principal_id IN (SELECT role_id FROM declared_member) AND NOT EXISTS (
      SELECT 1 FROM declared_member WHERE role_id = one.role_principal_id AND member_id = one.member_principal_id
    )
  )
  SELECT @words = STRING_AGG(CAST(statement AS nvarchar(max)), NCHAR(10)) WITHIN GROUP (ORDER BY at) FROM surplus;
  IF @words IS NULL
    BREAK;
  SET @told = LEFT(@words, 1000);
  IF @pass = 3
  BEGIN
    RAISERROR(N'What is not declared could not be taken back: %s', 16, 1, @told);
    RETURN;
  END;
  SELECT @words AS is_taken_back;
  EXEC (@words);
  SET @pass = @pass + 1;
END;

-- analysts: group grp-analysts
-- By sales: What is sold
IF NOT EXISTS (SELECT 1 FROM sys.database_principals WHERE name = N'analysts')
  CREATE ROLE [analysts];
IF NOT EXISTS (SELECT 1 FROM sys.database_principals WHERE name = N'grp-analysts')
  CREATE USER [grp-analysts] FROM LOGIN [grp-analysts];
DENY ADMINISTER DATABASE BULK OPERATIONS TO [analysts];
GRANT REFERENCES ON DATABASE SCOPED CREDENTIAL::[lake] TO [analysts];
GRANT SELECT ON OBJECT::[sales].[masked] TO [analysts];
GRANT SELECT ON OBJECT::[sales].[stores] TO [analysts];
IF NOT EXISTS (
  SELECT 1 FROM sys.database_role_members
  WHERE role_principal_id = DATABASE_PRINCIPAL_ID(N'analysts') AND member_principal_id = DATABASE_PRINCIPAL_ID(N'grp-analysts')
)
  ALTER ROLE [analysts] ADD MEMBER [grp-analysts];

-- auditors: group grp-auditors
-- By sales: What is sold
-- Views ask who its members are.
IF NOT EXISTS (SELECT 1 FROM sys.database_principals WHERE name = N'auditors')
  CREATE ROLE [auditors];
IF NOT EXISTS (SELECT 1 FROM sys.database_principals WHERE name = N'grp-auditors')
  CREATE USER [grp-auditors] FROM LOGIN [grp-auditors];
DENY ADMINISTER DATABASE BULK OPERATIONS TO [auditors];
GRANT REFERENCES ON DATABASE SCOPED CREDENTIAL::[lake] TO [auditors];
GRANT SELECT ON OBJECT::[sales].[masked] TO [auditors];
IF NOT EXISTS (
  SELECT 1 FROM sys.database_role_members
  WHERE role_principal_id = DATABASE_PRINCIPAL_ID(N'auditors') AND member_principal_id = DATABASE_PRINCIPAL_ID(N'grp-auditors')
)
  ALTER ROLE [auditors] ADD MEMBER [grp-auditors];

-- clerks: group grp-clerks
-- By sales: What is sold
-- Views ask who its members are.
IF NOT EXISTS (SELECT 1 FROM sys.database_principals WHERE name = N'clerks')
  CREATE ROLE [clerks];
IF NOT EXISTS (SELECT 1 FROM sys.database_principals WHERE name = N'grp-clerks')
  CREATE USER [grp-clerks] FROM LOGIN [grp-clerks];
DENY ADMINISTER DATABASE BULK OPERATIONS TO [clerks];
GRANT REFERENCES ON DATABASE SCOPED CREDENTIAL::[lake] TO [clerks];
GRANT SELECT ([id], [buyer]) ON OBJECT::[sales].[masked] TO [clerks];
IF NOT EXISTS (
  SELECT 1 FROM sys.database_role_members
  WHERE role_principal_id = DATABASE_PRINCIPAL_ID(N'clerks') AND member_principal_id = DATABASE_PRINCIPAL_ID(N'grp-clerks')
)
  ALTER ROLE [clerks] ADD MEMBER [grp-clerks];

-- What is not changed, and is to be known.
WITH ours (principal_id, name) AS (
  SELECT principal_id, name COLLATE DATABASE_DEFAULT FROM sys.database_principals WHERE name IN (N'analysts', N'auditors', N'clerks')
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

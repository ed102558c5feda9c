-- What common/grants/till/rights.sql would change in the database of the connection till as it is: nothing, if it tells nothing.
-- Generated from the YAML; edit that. It only reads.
WITH declared (grantee, permission, column_name, securable, state) AS (
    SELECT N'clerks', N'SELECT', N'', N'OBJECT::[dbo].[receipts]', 'G'
    UNION ALL SELECT N'clerks', N'UPDATE', N'amount', N'OBJECT::[dbo].[receipts]', 'G'
  ),
  declared_member (role_name, member_name) AS (
    SELECT N'clerks', N'grp-clerks'
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
    WHERE grantee.name IN (N'clerks')
  ),
  difference (place, action, grantee, privilege, object) AS (
    SELECT 1, N'stop', N'', N'is not there', N'dbo.receipts' WHERE OBJECT_ID(N'[dbo].[receipts]') IS NULL
    UNION ALL
    SELECT 1, N'stop', N'', N'is not there', N'dbo.receipts.amount' WHERE COL_LENGTH(N'[dbo].[receipts]', N'amount') IS NULL
    UNION ALL
    SELECT 1, N'stop', N'clerks', N'is there, and is no role', N'' WHERE EXISTS (SELECT 1 FROM sys.database_principals WHERE name = N'clerks' AND type <> 'R')
    UNION ALL
    SELECT 1, N'stop', N'grp-clerks', N'is there, and is another than that of Microsoft Entra', N'' WHERE EXISTS (SELECT 1 FROM sys.database_principals WHERE name = N'grp-clerks' AND type <> 'X')
    UNION ALL
    SELECT 1, N'stop', grantor.name COLLATE DATABASE_DEFAULT, N'has passed rights on: take them back first', grantee.name COLLATE DATABASE_DEFAULT
    FROM sys.database_permissions AS one
    JOIN sys.database_principals AS grantor ON grantor.principal_id = one.grantor_principal_id
    JOIN sys.database_principals AS grantee ON grantee.principal_id = one.grantee_principal_id
    WHERE grantor.name IN (N'clerks') AND grantee.name NOT IN (N'clerks')
    UNION ALL
    SELECT 2, N'make', N'clerks', N'ROLE', N'' WHERE NOT EXISTS (SELECT 1 FROM sys.database_principals WHERE name = N'clerks')
    UNION ALL
    SELECT 2, N'make', N'grp-clerks', N'USER', N'' WHERE NOT EXISTS (SELECT 1 FROM sys.database_principals WHERE name = N'grp-clerks')
    UNION ALL
    SELECT 3, N'revoke', held.grantee, CONCAT(
        CASE WHEN held.state = 'D' THEN N'DENY OF ' WHEN held.state = 'R' THEN N'EXCEPTION OF ' WHEN held.state = 'W' AND EXISTS (
          SELECT 1 FROM declared
          WHERE declared.grantee = held.grantee AND declared.permission = held.permission AND declared.column_name = held.column_name
            AND declared.securable = held.securable
        ) THEN N'GRANT OPTION FOR ' END, held.permission, COALESCE(N' (' + QUOTENAME(NULLIF(held.column_name, N'')) + N')', N'')), held.securable
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
    SELECT 3, N'revoke', member.name COLLATE DATABASE_DEFAULT, N'MEMBER', N'ROLE::' + QUOTENAME(of_role.name) COLLATE DATABASE_DEFAULT
    FROM sys.database_role_members AS one
    JOIN sys.database_principals AS of_role ON of_role.principal_id = one.role_principal_id
    JOIN sys.database_principals AS member ON member.principal_id = one.member_principal_id
    WHERE of_role.name IN (SELECT role_name FROM declared_member) AND NOT EXISTS (
      SELECT 1 FROM declared_member WHERE role_name = of_role.name AND member_name = member.name
    )
    UNION ALL
    SELECT 4, N'grant', member_name, N'MEMBER', N'ROLE::' + QUOTENAME(role_name)
    FROM declared_member
    WHERE NOT EXISTS (
      SELECT 1 FROM sys.database_role_members AS one
      WHERE one.role_principal_id = DATABASE_PRINCIPAL_ID(role_name) AND one.member_principal_id = DATABASE_PRINCIPAL_ID(member_name)
    )
    UNION ALL
    SELECT 4, N'grant', declared.grantee, CONCAT(declared.permission, COALESCE(N' (' + QUOTENAME(NULLIF(declared.column_name, N'')) + N')', N'')), declared.securable
    FROM declared
    WHERE NOT EXISTS (
      SELECT 1 FROM held
      WHERE held.grantee = declared.grantee AND held.permission = declared.permission AND held.column_name = declared.column_name
        AND held.securable = declared.securable AND held.state IN ('G', 'W')
    ) OR declared.column_name = N'' AND EXISTS (
      SELECT 1 FROM held AS part
      WHERE part.grantee = declared.grantee AND part.permission = declared.permission AND part.column_name <> N''
        AND part.securable = declared.securable AND part.state IN ('D', 'R')
    )
  )
SELECT DISTINCT place, action, NULLIF(grantee, N'') AS grantee, privilege, NULLIF(object, N'') AS object FROM difference ORDER BY place, grantee, object, privilege;
GO

import { joined, type Transact, text, transact } from "../../compiler/expression/print/transact.js";
import { rightRows, stopIf, type TransactRight } from "./transact-rights.js";

export const names = (items: readonly string[]): Transact => joined(items.map(text), ", ");

/** Rows of a table, also where there is none of them: then of columns like those of `without`. */
export const rows = (items: readonly Transact[], without: Transact): Transact =>
  items.length > 0
    ? joined(
        items.map((item) => transact`SELECT ${item}`),
        "\n    UNION ALL ",
      )
    : transact`SELECT ${without} WHERE 1 = 0`;

/** What is declared for one database: who holds what, and who is a member of a role that has declared ones. */
export interface Declared {
  /** All of the project's, also those that hold nothing. */
  readonly roles: readonly string[];
  readonly rights: readonly TransactRight[];
  /** Of these roles the members are the project's too; others' are made by people. */
  readonly members: readonly { readonly role: string; readonly member: string }[];
}

/** What a role has passed on to somebody else would go with it, or keep it from being revoked. */
export const passedOn = ({
  roles,
}: Declared): Transact => transact`SELECT @words = STRING_AGG(CAST(grantee.name AS nvarchar(max)), N', ')
FROM sys.database_permissions AS held
JOIN sys.database_principals AS grantor ON grantor.principal_id = held.grantor_principal_id
JOIN sys.database_principals AS grantee ON grantee.principal_id = held.grantee_principal_id
WHERE grantor.name IN (${names(roles)}) AND grantee.name NOT IN (${names(roles)});
SET @told = LEFT(@words, 1000);
${stopIf(
  transact`@words IS NOT NULL`,
  text("Roles of the project have passed rights on to %s: take them back first. Nothing was changed."),
  [transact`@told`],
)}`;

/** Of what is held what is not declared, where `declared` and `held` have the rows. Nothing may be passed on. */
export const isSurplus = transact`held.securable IS NOT NULL AND (
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
    )`;

/** `declared`, a row for each right. */
export const declaredRows = ({ rights }: Declared): Transact =>
  rows(rightRows(rights), transact`N'', N'', N'', N'', ''`);

/**
 * Revokes of the roles whatever they hold directly and is not declared, denials too, whoever granted it, and takes members out that are
 * not declared. First what may be passed on is made what may not; then what is not declared goes; and nothing of it is left. A right on
 * all of an object from which columns are taken out (denied, or revoked) goes with these, so that it is whole when it is granted again.
 * `undo`: what ends a transaction, as the last thing before the script ends because something is left.
 * https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-database-permissions-transact-sql
 */
export const reconcile = (declared: Declared, undo: Transact): Transact => transact`WHILE @pass <= 3
BEGIN
  SET @words = NULL;
  WITH declared (grantee, permission, column_name, securable, state) AS (
    ${declaredRows(declared)}
  ),
  declared_member (role_id, member_id) AS (
    ${rows(
      declared.members.map(
        ({ role, member }) => transact`DATABASE_PRINCIPAL_ID(${text(role)}), DATABASE_PRINCIPAL_ID(${text(member)})`,
      ),
      transact`0, 0`,
    )}
  ),
  held AS (
${held(transact`grantee.name IN (${names(declared.roles)})`)}
  ),
  surplus (statement, at) AS (
    SELECT
      CONCAT(N'REVOKE ', CASE held.state WHEN 'W' THEN N'GRANT OPTION FOR ' END, held.permission, N' (' + QUOTENAME(NULLIF(held.column_name, N'')) + N')',
        N' ON ' + NULLIF(held.securable, N''), N' FROM ', QUOTENAME(held.grantee), CASE held.state WHEN 'W' THEN N' CASCADE' END, N' AS ' + QUOTENAME(held.grantor), N';'),
      CONCAT(held.grantee, N' ', held.securable, N' ', held.permission, N' ', held.column_name)
    FROM held
    WHERE ${isSurplus}
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
  BEGIN${undo}
    RAISERROR(N'What is not declared could not be taken back: %s', 16, 1, @told);
    RETURN;
  END;
  SELECT @words AS is_taken_back;
  EXEC (@words);
  SET @pass = @pass + 1;
END;`;

/**
 * What principals hold directly, named as statements name it. A `securable` that is NULL is of a class that is not looked at. What
 * somebody else than `dbo` has granted is revoked as him. Names and words of the catalogue may have another collation than the database,
 * and are not compared with each other then. https://learn.microsoft.com/sql/relational-databases/databases/contained-database-collations
 * https://learn.microsoft.com/sql/t-sql/statements/revoke-transact-sql
 */
export const held = (whose: Transact): Transact => transact`    SELECT
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
    WHERE ${whose}`;

/** What everybody holds in each database from its beginning. https://learn.microsoft.com/sql/relational-databases/security/encryption/always-encrypted-database-engine */
const ofEverybody = transact`LEFT(securable, 14) <> N'OBJECT::[sys].' AND LEFT(securable, 29) <> N'OBJECT::[INFORMATION_SCHEMA].'
    AND permission NOT IN (N'VIEW ANY COLUMN ENCRYPTION KEY DEFINITION', N'VIEW ANY COLUMN MASTER KEY DEFINITION')`;

/**
 * Says what is not changed and is to be known: what roles and their members may as members of others, and roles as owners, what members, the
 * roles above and everybody hold themselves, what is denied to these, which goes before what is granted, and rights on what is not looked at.
 * https://learn.microsoft.com/sql/t-sql/statements/deny-transact-sql
 */
export const known = ({ roles }: Declared): Transact => transact`WITH ours (principal_id, name) AS (
  SELECT principal_id, name COLLATE DATABASE_DEFAULT FROM sys.database_principals WHERE name IN (${names(roles)})
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
${held(transact`grantee.principal_id IN (SELECT principal_id FROM near UNION SELECT principal_id FROM ours)`)}
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
  grantee = N'public' AND ${ofEverybody}
  OR grantee <> N'public' AND (securable IS NULL OR grantee NOT IN (SELECT name FROM ours))
);`;

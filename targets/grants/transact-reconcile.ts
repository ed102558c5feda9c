import { joined, type Transact, text, transact } from "../../compiler/expression/print/transact.js";
import { rightRows, stopIf, type TransactRight } from "./transact-rights.js";

const names = (items: readonly string[]): Transact => joined(items.map(text), ", ");

/** Rows of a table, of `columns` columns, also where there is none of them. */
const rows = (items: readonly Transact[], columns: number): Transact =>
  items.length > 0
    ? joined(
        items.map((item) => transact`SELECT ${item}`),
        "\n    UNION ALL ",
      )
    : transact`SELECT ${joined(Array<Transact>(columns).fill(text("")), ", ")} WHERE 1 = 0`;

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
    ${rows(rightRows(declared.rights), 5)}
  ),
  declared_member (role_name, member_name) AS (
    ${rows(
      declared.members.map(({ role, member }) => transact`${text(role)}, ${text(member)}`),
      2,
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
    SELECT CONCAT(N'ALTER ROLE ', QUOTENAME(of_role.name), N' DROP MEMBER ', QUOTENAME(member.name), N';'), of_role.name
    FROM sys.database_role_members AS one
    JOIN sys.database_principals AS of_role ON of_role.principal_id = one.role_principal_id
    JOIN sys.database_principals AS member ON member.principal_id = one.member_principal_id
    WHERE of_role.name IN (SELECT role_name FROM declared_member) AND NOT EXISTS (
      SELECT 1 FROM declared_member WHERE declared_member.role_name = of_role.name AND declared_member.member_name = member.name
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
 * somebody else than `dbo` has granted is revoked as him. The catalogue's own words have a collation of their own.
 * https://learn.microsoft.com/sql/t-sql/statements/revoke-transact-sql
 */
const held = (whose: Transact): Transact => transact`    SELECT
      grantee.name COLLATE DATABASE_DEFAULT AS grantee,
      one.permission_name COLLATE DATABASE_DEFAULT AS permission,
      COALESCE(of_column.name, N'') COLLATE DATABASE_DEFAULT AS column_name,
      CASE one.class
        WHEN 0 THEN N''
        WHEN 1 THEN N'OBJECT::' + QUOTENAME(of_object.name) + N'.' + QUOTENAME(object.name)
        WHEN 3 THEN N'SCHEMA::' + QUOTENAME(of_schema.name)
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
    LEFT JOIN sys.database_scoped_credentials AS credential ON one.class = 32 AND credential.credential_id = one.major_id
    WHERE ${whose}`;

/**
 * Says what is not changed and is to be known: what roles may as members of others and as owners, what their members and the roles above hold
 * themselves, what is denied to these or to everybody, which goes before what is granted, and rights on what is not looked at.
 * https://learn.microsoft.com/sql/t-sql/statements/deny-transact-sql
 */
export const known = ({ roles }: Declared): Transact => transact`WITH ours (principal_id, name) AS (
  SELECT principal_id, name FROM sys.database_principals WHERE name IN (${names(roles)})
),
above (principal_id, name, ours) AS (
  SELECT of_role.principal_id, of_role.name, ours.name FROM sys.database_role_members AS one
  JOIN ours ON ours.principal_id = one.member_principal_id
  JOIN sys.database_principals AS of_role ON of_role.principal_id = one.role_principal_id
),
near (principal_id) AS (
  SELECT one.member_principal_id FROM sys.database_role_members AS one JOIN ours ON ours.principal_id = one.role_principal_id
  UNION SELECT principal_id FROM above
  UNION SELECT principal_id FROM sys.database_principals WHERE name = N'public'
),
held AS (
${held(transact`grantee.principal_id IN (SELECT principal_id FROM near UNION SELECT principal_id FROM ours)`)}
)
SELECT CONCAT(QUOTENAME(ours), N' is a member of ', QUOTENAME(name), N', and may what that role may') AS is_to_be_known
FROM above
UNION
SELECT CONCAT(QUOTENAME(ours.name), N' owns ', QUOTENAME(owned.name), N', and may do anything with it')
FROM (SELECT name, principal_id FROM sys.schemas UNION ALL SELECT name, principal_id FROM sys.objects) AS owned
JOIN ours ON ours.principal_id = owned.principal_id
UNION
SELECT CONCAT(QUOTENAME(grantee), N' is denied ', permission, N' (' + QUOTENAME(NULLIF(column_name, N'')) + N')', N' on ' + NULLIF(COALESCE(securable, class), N''), N', which goes before what is granted')
FROM held
WHERE state = 'D' AND grantee NOT IN (SELECT name FROM ours)
UNION
SELECT CONCAT(QUOTENAME(grantee), N' holds ', permission, N' (' + QUOTENAME(NULLIF(column_name, N'')) + N')', N' on ' + NULLIF(COALESCE(securable, class), N''), N', which is left')
FROM held
WHERE state IN ('G', 'W') AND permission <> N'CONNECT' AND grantee <> N'public' AND (securable IS NULL OR grantee NOT IN (SELECT name FROM ours));`;

import { joined, type Transact, transact } from "../../compiler/expression/print/transact.js";
import { isMember, members, throwWords } from "./dedicated-words.js";
import { type Declared, held, isSurplus, names, rows } from "./transact-reconcile.js";
import { rightRows } from "./transact-rights.js";

/** What a role has passed on to somebody else would go with it. */
export const passedOnInPool = ({ roles }: Declared): Transact => transact`SET @words = (
  SELECT MIN(grantee.name COLLATE DATABASE_DEFAULT)
  FROM sys.database_permissions AS held
  JOIN sys.database_principals AS grantor ON grantor.principal_id = held.grantor_principal_id
  JOIN sys.database_principals AS grantee ON grantee.principal_id = held.grantee_principal_id
  WHERE grantor.name IN (${names(roles)}) AND grantee.name NOT IN (${names(roles)})
);
${throwWords("Roles of the project have passed rights on to ", ": take them back first. Nothing was changed.", "batch")}`;

/** A name between single quotes, as a part of a text. */
const quoted = (principal: Transact): Transact =>
  transact`N'N''', REPLACE(${principal} COLLATE DATABASE_DEFAULT, N'''', N''''''), N''''`;

/**
 * The same as `reconcile` does elsewhere, in the way that a pool goes through rows: they are put into a table of their own and taken from
 * there by their numbers. https://learn.microsoft.com/azure/synapse-analytics/sql-data-warehouse/sql-data-warehouse-develop-loops
 * REVOKE there takes no `GRANT OPTION FOR`, so what may be passed on goes whole, and is granted again; and no `AS`, so that what somebody
 * else than an owner has granted may stay, which ends the script.
 * https://learn.microsoft.com/sql/t-sql/statements/revoke-transact-sql?view=azure-sqldw-latest#syntax
 */
export const reconcileInPool = (declared: Declared): Transact => transact`WHILE @pass <= 3
BEGIN
  IF OBJECT_ID(N'tempdb..#surplus') IS NOT NULL
    DROP TABLE #surplus;
  CREATE TABLE #surplus WITH (DISTRIBUTION = ROUND_ROBIN, HEAP) AS
  WITH declared (grantee, permission, column_name, securable, state) AS (
    ${rows(rightRows(declared.rights), transact`N'', N'', N'', N'', ''`)}
  ),
  held AS (
${held(transact`grantee.name IN (${names(declared.roles)})`)}
  ),
  surplus (statement, at) AS (
    SELECT
      CAST(CONCAT(N'REVOKE ', held.permission, N' ON ' + NULLIF(held.securable, N''), N' (' + QUOTENAME(NULLIF(held.column_name, N'')) + N')',
        N' FROM ', QUOTENAME(held.grantee), CASE held.state WHEN 'W' THEN N' CASCADE' END, N';') AS nvarchar(2000)),
      CAST(CONCAT(held.grantee, N' ', held.permission, N' ', held.securable, N' ', held.column_name, N', granted by ' + held.grantor) AS nvarchar(1000))
    FROM held
    WHERE ${isSurplus}
    UNION ALL
    SELECT
      CAST(CONCAT(N'EXEC sp_droprolemember ', ${quoted(transact`of_role.name`)}, N', ', ${quoted(transact`member.name`)}, N';') AS nvarchar(2000)),
      CAST(of_role.name COLLATE DATABASE_DEFAULT AS nvarchar(1000))
    ${members}
    WHERE ${surplusMember(declared)}
  )
  SELECT ROW_NUMBER() OVER (ORDER BY at, statement) AS number, statement, at FROM surplus;
  SET @count = (SELECT COUNT(*) FROM #surplus);
  IF @count = 0
    BREAK;
  SET @words = (SELECT at FROM #surplus WHERE number = 1 AND @pass = 3);
  ${throwWords("What is not declared could not be taken back: ", ". Who granted it takes it back.", "loop")}
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
DROP TABLE #surplus;`;

/** Of roles whose members are declared those that are not. */
function surplusMember({ members: declared }: Declared): Transact {
  if (declared.length === 0) return transact`1 = 0`;
  const each = declared.map(({ role, member }) => isMember(role, member));
  const roles = [...new Set(declared.map(({ role }) => role))];
  return transact`of_role.name COLLATE DATABASE_DEFAULT IN (${names(roles)}) AND NOT (${joined(each, " OR ")})`;
}

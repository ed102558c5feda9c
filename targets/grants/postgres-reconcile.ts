import type { GrantIr } from "../../compiler/ir/access.js";
import { mayBecome, rows, textArray } from "./postgres-blocks.js";
import { needed } from "./privileges.js";
import { block, type Sql, sql } from "./sql.js";

/** Each declared right on a table: who, on what, of which owner, on which column. */
const declaredRows = (grants: readonly GrantIr[]): readonly (readonly (string | undefined)[])[] =>
  grants.flatMap(({ principal, table, privileges }) =>
    privileges.flatMap(({ privilege, columns }) =>
      (columns ?? [undefined]).map((column) => [
        principal.role,
        table.schema,
        table.table,
        table.owner,
        column,
        needed[privilege].postgres.right,
      ]),
    ),
  );

/** Without any it is a table without rows. */
export const declaredTable = (grants: readonly GrantIr[]): Sql => {
  const written = declaredRows(grants);
  const none = written.length === 0;
  return sql`declared (grantee, schema_name, table_name, owner_name, column_name, privilege) AS (
      SELECT * FROM (VALUES
        ${rows(none ? [[undefined, undefined, undefined, undefined, undefined, undefined]] : written, "        ")}
      ) AS one${none ? sql` WHERE false` : sql``}
    )`;
};

/**
 * What is granted directly in the database, a row for each right of each grantee, and whether it is declared. It stands behind
 * `principal (oid)` and `declared`.
 */
export const heldRights: Sql = sql`granted AS (
      SELECT 'DATABASE' AS kind, format('%I', d.datname) AS object, NULL::oid AS class, NULL::name AS schema_name, NULL::name AS object_name,
        NULL::name AS column_name, d.datdba AS owner, a.*
      FROM pg_database d CROSS JOIN LATERAL aclexplode(d.datacl) a WHERE d.datname = current_database()
      UNION ALL
      SELECT 'SCHEMA', format('%I', n.nspname), NULL, n.nspname, NULL, NULL, n.nspowner, a.*
      FROM pg_namespace n CROSS JOIN LATERAL aclexplode(n.nspacl) a
      UNION ALL
      SELECT CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, format('%I.%I', n.nspname, c.relname), c.oid, n.nspname, c.relname, NULL, c.relowner, a.*
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace CROSS JOIN LATERAL aclexplode(c.relacl) a WHERE c.relpersistence <> 't'
      UNION ALL
      SELECT 'TABLE', format('%I.%I', n.nspname, c.relname), c.oid, n.nspname, c.relname, t.attname, c.relowner, a.*
      FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      CROSS JOIN LATERAL aclexplode(t.attacl) a WHERE NOT t.attisdropped AND c.relpersistence <> 't'
      UNION ALL
      SELECT 'ROUTINE', p.oid::regprocedure::text, NULL, NULL, NULL, NULL, p.proowner, a.*
      FROM pg_proc p CROSS JOIN LATERAL aclexplode(p.proacl) a
    ),
    judged AS (
      SELECT g.*, g.grantee IN (SELECT oid FROM principal) AS is_ours, g.grantor IN (SELECT oid FROM principal) AND g.grantor <> g.owner AS is_passed_on,
        EXISTS (
          SELECT FROM declared d WHERE d.grantee = pg_get_userbyid(g.grantee) AND CASE g.kind
            WHEN 'DATABASE' THEN g.privilege_type = 'CONNECT'
            WHEN 'SCHEMA' THEN g.privilege_type = 'USAGE' AND d.schema_name = g.schema_name
            WHEN 'TABLE' THEN g.privilege_type = d.privilege AND d.schema_name = g.schema_name AND d.column_name IS NOT DISTINCT FROM g.column_name
              AND (d.table_name = g.object_name OR d.table_name IS NULL AND d.owner_name = pg_get_userbyid(g.owner))
            WHEN 'SEQUENCE' THEN g.privilege_type = 'USAGE' AND d.privilege = 'INSERT' AND (
              d.table_name IS NULL AND d.schema_name = g.schema_name AND d.owner_name = pg_get_userbyid(g.owner)
              OR EXISTS (
                SELECT FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid JOIN pg_attrdef f ON f.adrelid = c.oid
                JOIN pg_depend p ON p.classid = 'pg_attrdef'::regclass AND p.objid = f.oid
                WHERE n.nspname = d.schema_name AND c.relname = d.table_name AND p.refclassid = 'pg_class'::regclass AND p.refobjid = g.class
              ))
            ELSE false
          END
        ) AS is_declared
      FROM granted g
    )`;

/** What the principals get of things that are made later. */
export const rightsByDefault = (roles: readonly string[]): Sql =>
  sql`granted AS (
      SELECT pg_get_userbyid(d.defaclrole) AS maker, n.nspname AS schema_name, d.defaclobjtype AS kind, pg_get_userbyid(a.grantee) AS grantee,
        a.privilege_type AS privilege, a.is_grantable
      FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace CROSS JOIN LATERAL aclexplode(d.defaclacl) a
      WHERE a.grantee <> d.defaclrole AND pg_get_userbyid(a.grantee) = ANY (${textArray(roles)})
    )`;

/**
 * Revokes of the principals whatever they hold directly and is not declared: on the database, schemas, tables, columns,
 * sequences and routines. What others hold stays; where a principal has passed a right on to one of them, the script ends and
 * says so. Four passes: that is looked for; what may be passed on is taken back; then all else that is not declared; and nothing
 * of it is left. PostgreSQL leaves a right, and says nothing, whose grantor was made a superuser since: that one acts as the owner.
 * https://www.postgresql.org/docs/current/sql-revoke.html#SQL-REVOKE-NOTES
 */
export const reconcile = (roles: readonly string[], grants: readonly GrantIr[]): Sql =>
  block(sql`DECLARE
  pass integer;
  held record;
BEGIN
  FOR pass IN 0..3 LOOP
    FOR held IN
    WITH principal AS (SELECT oid FROM pg_roles WHERE rolname = ANY (${textArray(roles)})),
    ${declaredTable(grants)},
    ${heldRights}
    SELECT j.kind, j.object, j.privilege_type || coalesce(' (' || quote_ident(j.column_name) || ')', '') AS privilege,
      pg_get_userbyid(j.grantor) AS grantor, CASE j.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(j.grantee) END AS grantee
    FROM judged j
    WHERE CASE pass
      WHEN 0 THEN j.is_passed_on AND NOT j.is_ours
      WHEN 1 THEN j.is_ours AND j.grantee <> j.owner AND j.is_grantable AND NOT j.is_passed_on
      ELSE j.is_ours AND j.grantee <> j.owner AND NOT j.is_declared
    END
    ORDER BY j.kind, j.object, j.column_name NULLS FIRST, grantee, privilege, grantor
    LOOP
      IF pass = 0 THEN
        RAISE EXCEPTION '% has % on % % from the principal %', held.grantee, held.privilege, held.kind, held.object, held.grantor
          USING ERRCODE = 'dependent_privilege_descriptors_still_exist', HINT = 'Grant it as the owner, and revoke it as the principal, or let it be a principal too. Nothing was changed.';
      ELSIF pass = 3 THEN
        RAISE EXCEPTION '% still has % on % %, as % has granted it', held.grantee, held.privilege, held.kind, held.object, held.grantor
          USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'If that role is a superuser now, what it revokes it revokes as the owner: take SUPERUSER from it until this script has run. Nothing was changed.';
      END IF;
      SET LOCAL ROLE NONE;
      IF held.grantor <> session_user AND NOT ${mayBecome(sql`held.grantor`)} THEN
        RAISE EXCEPTION '% may not take % on % % from %, as % has granted it', session_user, held.privilege, held.kind, held.object, held.grantee, held.grantor
          USING ERRCODE = 'insufficient_privilege', HINT = format('Make it a member of %I, or have that role revoke it. Nothing was changed.', held.grantor);
      END IF;
      EXECUTE format('SET LOCAL ROLE %I', held.grantor);
      EXECUTE format('REVOKE %s%s ON %s %s FROM %I %s', CASE pass WHEN 1 THEN 'GRANT OPTION FOR ' ELSE '' END, held.privilege, held.kind, held.object, held.grantee,
        CASE pass WHEN 1 THEN 'CASCADE' ELSE 'RESTRICT' END);
    END LOOP;
    SET LOCAL ROLE NONE;
  END LOOP;
END`);

/** Revokes what the principals would get of things that are made later, by whomever, and is not declared. */
export const reconcileDefaults = (roles: readonly string[], grants: readonly GrantIr[]): Sql =>
  block(sql`DECLARE
  held record;
BEGIN
  FOR held IN
    WITH ${declaredTable(grants.filter(({ table }) => table.table === undefined))},
    ${rightsByDefault(roles)}
    SELECT g.*, CASE g.kind WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS' WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS' ELSE 'LARGE OBJECTS' END AS things,
      EXISTS (
        SELECT FROM declared d WHERE d.grantee = g.grantee AND d.schema_name = g.schema_name AND d.owner_name = g.maker
          AND (g.kind = 'r' AND d.privilege = g.privilege OR g.kind = 'S' AND g.privilege = 'USAGE' AND d.privilege = 'INSERT')
      ) AS is_declared
    FROM granted g
    ORDER BY g.maker, g.schema_name, g.kind, g.grantee, g.privilege
  LOOP
    CONTINUE WHEN held.is_declared AND NOT held.is_grantable;
    SET LOCAL ROLE NONE;
    IF NOT ${mayBecome(sql`held.maker`)} THEN
      RAISE EXCEPTION '% may not take % on % that % makes later from %', session_user, held.privilege, held.things, held.maker, held.grantee
        USING ERRCODE = 'insufficient_privilege', HINT = format('Make it a member of %I, or have that role do it. Nothing was changed.', held.maker);
    END IF;
    EXECUTE format('SET LOCAL ROLE %I', held.maker);
    EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I %s REVOKE %s%s ON %s FROM %I', held.maker, CASE WHEN held.schema_name IS NULL THEN '' ELSE format('IN SCHEMA %I', held.schema_name) END,
      CASE WHEN held.is_declared THEN 'GRANT OPTION FOR ' ELSE '' END, held.privilege, held.things, held.grantee);
  END LOOP;
  SET LOCAL ROLE NONE;
END`);

import type { PostgresAccessIr, RowsViewIr } from "../../compiler/ir/access.js";
import { rows, textArray } from "./postgres-blocks.js";
import { declaredTable, heldRights, rightsByDefault } from "./postgres-reconcile.js";
import { neededOnViews, viewDifferences, viewsJudged } from "./postgres-views.js";
import { comment, list, type Sql, sql } from "./sql.js";

/**
 * The query that tells, and only reads, what the script of rights would change in the database as it is: a row for each right. Without
 * rows the script changes nothing. `stop`: with that the script ends, and changes nothing; what its own user may not do is not among it.
 */
export function postgresDifferences(
  { database, principals, grants, tables, views }: PostgresAccessIr,
  script: string,
): string {
  const roles = principals.map(({ role }) => role).sort();
  const head = [
    comment(
      `What ${script} would change in the database of connection '${database.name}' as it is: nothing, if it tells nothing.`,
    ),
    comment("Generated from the YAML; edit that. It only reads."),
  ];
  const query = sql`WITH principal AS (SELECT oid FROM pg_roles WHERE rolname = ANY (${textArray(roles)})),
    ${declaredTable(grants)},
    shown (schema_name, table_name, owner_name) AS (VALUES
        ${rows(
          tables.map(({ schema, table, owner }) => [schema, table, owner]),
          "        ",
        )}
    ),
    ${heldRights},
    ${views.length === 0 ? sql`` : viewsJudged(views)}${neededRights(views)},
    ${byDefault(roles)},
    difference AS (
      ${stops(roles)}${views.length === 0 ? sql`` : viewDifferences}
      UNION ALL
      SELECT 2, 'make', r.rolname, 'ROLE', NULL FROM unnest(${textArray(roles)}) AS r (rolname)
      WHERE NOT EXISTS (SELECT FROM pg_roles p WHERE p.rolname = r.rolname)
      UNION ALL
      SELECT 3, 'revoke', pg_get_userbyid(j.grantee), CASE WHEN j.is_declared THEN 'GRANT OPTION FOR ' ELSE '' END || j.privilege_type
        || coalesce(' (' || quote_ident(j.column_name) || ')', ''), j.kind || ' ' || j.object
      FROM judged j WHERE j.is_ours AND j.grantee <> j.owner AND (j.is_grantable OR NOT j.is_declared)
      UNION ALL
      SELECT 3, 'revoke', b.grantee, CASE WHEN b.is_declared THEN 'GRANT OPTION FOR ' ELSE '' END || b.privilege, b.things
      FROM judged_by_default b WHERE b.is_grantable OR NOT b.is_declared
      UNION ALL
      SELECT 4, 'grant', n.grantee, n.privilege || coalesce(' (' || quote_ident(n.column_name) || ')', ''), n.kind || ' ' || n.object
      FROM needed n
      WHERE NOT EXISTS (
        SELECT FROM judged j WHERE pg_get_userbyid(j.grantee) = n.grantee AND j.kind = n.kind AND j.object = n.object AND j.privilege_type = n.privilege
          AND j.column_name IS NOT DISTINCT FROM n.column_name AND NOT j.is_passed_on
      )
      UNION ALL
      SELECT 4, 'grant', n.grantee, n.privilege, n.things
      FROM needed_by_default n
      WHERE NOT EXISTS (SELECT FROM judged_by_default b WHERE b.grantee = n.grantee AND b.privilege = n.privilege AND b.things = n.things)
    )
SELECT DISTINCT at, action, grantee, privilege, object FROM difference ORDER BY at, grantee, object, privilege;`;
  return `${list([...head, query], "\n").sql}\n`;
}

/** What the declared rights take: the way in, and the rights on what is there now. */
const neededRights = (
  views: readonly RowsViewIr[],
): Sql => sql`needed (grantee, privilege, kind, object, column_name) AS (
      SELECT d.grantee, 'CONNECT', 'DATABASE', format('%I', current_database()), NULL FROM declared d
      UNION
      SELECT d.grantee, 'USAGE', 'SCHEMA', format('%I', n.nspname), NULL FROM declared d JOIN pg_namespace n ON n.nspname = d.schema_name
      UNION
      SELECT d.grantee, d.privilege, 'TABLE', format('%I.%I', n.nspname, c.relname), d.column_name
      FROM declared d JOIN pg_namespace n ON n.nspname = d.schema_name JOIN pg_class c ON c.relnamespace = n.oid
      WHERE c.relname = d.table_name AND c.relkind IN ('r', 'p')
        OR d.table_name IS NULL AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND pg_get_userbyid(c.relowner) = d.owner_name
      UNION
      SELECT d.grantee, 'USAGE', 'SEQUENCE', format('%I.%I', n.nspname, s.relname), NULL
      FROM declared d JOIN pg_namespace n ON n.nspname = d.schema_name JOIN pg_class s ON s.relnamespace = n.oid AND s.relkind = 'S'
      WHERE d.privilege = 'INSERT' AND d.table_name IS NULL AND pg_get_userbyid(s.relowner) = d.owner_name
      UNION
      SELECT d.grantee, 'USAGE', 'SEQUENCE', format('%I.%I', sn.nspname, s.relname), NULL
      FROM declared d JOIN pg_namespace n ON n.nspname = d.schema_name
      JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = d.table_name
      JOIN pg_attrdef f ON f.adrelid = c.oid
      JOIN pg_depend p ON p.classid = 'pg_attrdef'::regclass AND p.objid = f.oid AND p.refclassid = 'pg_class'::regclass
      JOIN pg_class s ON s.oid = p.refobjid AND s.relkind = 'S'
      JOIN pg_namespace sn ON sn.oid = s.relnamespace
      WHERE d.privilege = 'INSERT'${views.length === 0 ? sql`` : neededOnViews}
    )`;

/** The same of what is made later, by whom and where. */
const byDefault = (
  roles: readonly string[],
): Sql => sql`by_default AS (WITH ${rightsByDefault(roles)} SELECT * FROM granted),
    judged_by_default AS (
      SELECT b.grantee, b.privilege, b.is_grantable, CASE b.kind WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS' WHEN 'T' THEN 'TYPES'
        WHEN 'n' THEN 'SCHEMAS' ELSE 'LARGE OBJECTS' END || format(' that %I makes later', b.maker) || coalesce(' in ' || quote_ident(b.schema_name), '') AS things,
        EXISTS (
          SELECT FROM declared d WHERE d.table_name IS NULL AND d.grantee = b.grantee AND d.schema_name = b.schema_name AND d.owner_name = b.maker
            AND (b.kind = 'r' AND d.privilege = b.privilege OR b.kind = 'S' AND b.privilege = 'USAGE' AND d.privilege = 'INSERT')
        ) AS is_declared
      FROM by_default b
    ),
    needed_by_default (grantee, privilege, things) AS (
      SELECT d.grantee, d.privilege, format('TABLES that %I makes later in %I', d.owner_name, d.schema_name) FROM declared d WHERE d.table_name IS NULL
      UNION
      SELECT d.grantee, 'USAGE', format('SEQUENCES that %I makes later in %I', d.owner_name, d.schema_name)
      FROM declared d WHERE d.table_name IS NULL AND d.privilege = 'INSERT'
    )`;

/** Why the script would end before it changes anything: what is not there, or may do anything, or was passed on. */
const stops = (roles: readonly string[]): Sql =>
  sql`SELECT 1 AS at, 'stop' AS action, r.rolname::text AS grantee, 'is a superuser' AS privilege, NULL::text AS object
      FROM pg_roles r WHERE r.rolname = ANY (${textArray(roles)}) AND r.rolsuper
      UNION ALL
      SELECT 1, 'stop', NULL, 'is not there', 'SCHEMA ' || quote_ident(s.schema_name)
      FROM shown s WHERE NOT EXISTS (SELECT FROM pg_namespace n WHERE n.nspname = s.schema_name)
      UNION ALL
      SELECT 1, 'stop', NULL, 'is not there', 'ROLE ' || quote_ident(s.owner_name)
      FROM shown s WHERE NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = s.owner_name)
      UNION ALL
      SELECT 1, 'stop', NULL, CASE WHEN c.oid IS NULL THEN 'is not there' ELSE format('is owned by %I', pg_get_userbyid(c.relowner)) END,
        format('TABLE %I.%I', s.schema_name, s.table_name)
      FROM shown s LEFT JOIN pg_namespace n ON n.nspname = s.schema_name
      LEFT JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = s.table_name AND c.relkind IN ('r', 'p')
      WHERE s.table_name IS NOT NULL AND (c.oid IS NULL OR pg_get_userbyid(c.relowner) <> s.owner_name)
      UNION ALL
      SELECT 1, 'stop', CASE j.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(j.grantee) END,
        format('has %s from the principal %I', j.privilege_type, pg_get_userbyid(j.grantor)), j.kind || ' ' || j.object
      FROM judged j WHERE j.is_passed_on AND NOT j.is_ours`;

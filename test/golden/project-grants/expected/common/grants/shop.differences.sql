-- What common/grants/shop.sql would change in the database of connection 'shop' as it is: nothing, if it tells nothing.
-- Generated from the YAML; edit that. It only reads.
WITH principal AS (SELECT oid FROM pg_roles WHERE rolname = ANY (ARRAY['Ware''house', 'analytics', 'former', 'logistics']::text[])),
    declared (grantee, schema_name, table_name, owner_name, column_name, privilege) AS (
      SELECT * FROM (VALUES
        ('analytics'::text, 'public'::text, 'orders'::text, 'shop_owner'::text, 'order_id'::text, 'SELECT'::text),
        ('analytics'::text, 'public'::text, 'orders'::text, 'shop_owner'::text, 'status'::text, 'SELECT'::text),
        ('analytics'::text, 'public'::text, 'orders'::text, 'shop_owner'::text, 'total'::text, 'SELECT'::text),
        ('analytics'::text, 'reports'::text, NULL::text, 'reporter'::text, NULL::text, 'SELECT'::text),
        ('analytics'::text, 'reports'::text, NULL::text, 'reporter'::text, NULL::text, 'INSERT'::text),
        ('logistics'::text, 'public'::text, 'Order "Lines"'::text, 'shop_owner'::text, NULL::text, 'SELECT'::text),
        ('logistics'::text, 'public'::text, 'orders'::text, 'shop_owner'::text, 'status'::text, 'UPDATE'::text),
        ('logistics'::text, 'public'::text, 'orders'::text, 'shop_owner'::text, 'order_id'::text, 'SELECT'::text),
        ('Ware''house'::text, 'public'::text, 'orders'::text, 'shop_owner'::text, NULL::text, 'INSERT'::text),
        ('Ware''house'::text, 'public'::text, 'orders'::text, 'shop_owner'::text, NULL::text, 'DELETE'::text),
        ('Ware''house'::text, 'public'::text, 'orders'::text, 'shop_owner'::text, NULL::text, 'TRUNCATE'::text),
        ('Ware''house'::text, 'public'::text, 'orders'::text, 'shop_owner'::text, 'order_id'::text, 'SELECT'::text)
      ) AS one
    ),
    shown (schema_name, table_name, owner_name) AS (VALUES
        ('public'::text, 'Order "Lines"'::text, 'shop_owner'::text),
        ('public'::text, 'orders'::text, 'shop_owner'::text),
        ('reports'::text, NULL::text, 'reporter'::text)
    ),
    granted AS (
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
    ),
    needed (grantee, privilege, kind, object, column_name) AS (
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
      WHERE d.privilege = 'INSERT'
    ),
    by_default AS (WITH granted AS (
      SELECT pg_get_userbyid(d.defaclrole) AS maker, n.nspname AS schema_name, d.defaclobjtype AS kind, pg_get_userbyid(a.grantee) AS grantee,
        a.privilege_type AS privilege, a.is_grantable
      FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace CROSS JOIN LATERAL aclexplode(d.defaclacl) a
      WHERE a.grantee <> d.defaclrole AND pg_get_userbyid(a.grantee) = ANY (ARRAY['Ware''house', 'analytics', 'former', 'logistics']::text[])
    ) SELECT * FROM granted),
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
    ),
    difference AS (
      SELECT 1 AS at, 'stop' AS action, r.rolname::text AS grantee, 'is a superuser' AS privilege, NULL::text AS object
      FROM pg_roles r WHERE r.rolname = ANY (ARRAY['Ware''house', 'analytics', 'former', 'logistics']::text[]) AND r.rolsuper
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
      FROM judged j WHERE j.is_passed_on AND NOT j.is_ours
      UNION ALL
      SELECT 2, 'make', r.rolname, 'ROLE', NULL FROM unnest(ARRAY['Ware''house', 'analytics', 'former', 'logistics']::text[]) AS r (rolname)
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
SELECT DISTINCT at, action, grantee, privilege, object FROM difference ORDER BY at, grantee, object, privilege;

-- What common/grants/shop.sql would change in the database of connection 'shop' as it is: nothing, if it tells nothing.
-- Generated from the YAML; edit that. It only reads.
WITH principal AS (SELECT oid FROM pg_roles WHERE rolname = ANY (ARRAY['counters', 'poland']::text[])),
    declared (grantee, schema_name, table_name, owner_name, column_name, privilege) AS (
      SELECT * FROM (VALUES
        ('counters'::text, 'public'::text, 'orders'::text, 'shop_owner'::text, 'total'::text, 'SELECT'::text),
        ('counters'::text, 'public'::text, 'open_orders'::text, 'shop_owner'::text, NULL::text, 'SELECT'::text),
        ('poland'::text, 'public'::text, 'polish_orders'::text, 'shop_owner'::text, 'order_id'::text, 'SELECT'::text),
        ('poland'::text, 'public'::text, 'polish_orders'::text, 'shop_owner'::text, 'status'::text, 'SELECT'::text),
        ('poland'::text, 'public'::text, 'polish_orders'::text, 'shop_owner'::text, 'status'::text, 'UPDATE'::text),
        ('poland'::text, 'public'::text, 'polish_orders'::text, 'shop_owner'::text, NULL::text, 'DELETE'::text)
      ) AS one
    ),
    shown (schema_name, table_name, owner_name) AS (VALUES
        ('public'::text, 'orders'::text, 'shop_owner'::text)
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
    declared_view (schema_name, view_name, owner_name, table_schema, table_name, columns, asked, body) AS (VALUES
        ('public'::text, 'open_orders'::text, 'shop_owner'::text, 'public'::text, 'orders'::text, ARRAY['order_id']::text[], ARRAY['status', 'total', 'country']::text[], 'SELECT "order_id" FROM "public"."orders" WHERE (((("status" IN (''new'', ''it''''s paid'')) OR ("status" IS NULL)) AND ("total" BETWEEN 0 AND 999.5)) AND ("country" <> ''X''))'),
        ('public'::text, 'polish_orders'::text, 'shop_owner'::text, 'public'::text, 'orders'::text, ARRAY['order_id', 'status', 'total']::text[], ARRAY['country', 'deleted']::text[], 'SELECT "order_id", "status", "total" FROM "public"."orders" WHERE (("country" = ''PL'') AND (NOT "deleted"))')
    ),
    judged_view AS (
      SELECT d.*, c.oid, pg_get_userbyid(c.relowner) AS actual_owner, c.relkind = 'v' AND coalesce(obj_description(c.oid, 'pg_class'), '') LIKE 'Some rows, by sluice: %' AS is_ours,
        coalesce(obj_description(c.oid, 'pg_class') = 'Some rows, by sluice: ' || encode(sha256(convert_to(d.body || r.ev_action::text || coalesce(c.reloptions::text, ''), 'UTF8')), 'hex'), false) AS is_same,
        (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0) AS actual_columns,
        t.oid AS table_oid, t.relrowsecurity AS has_policies,
        (SELECT min(k.col) FROM unnest(d.columns || d.asked) AS k (col)
          WHERE NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = k.col AND a.attnum > 0 AND NOT a.attisdropped)) AS missing,
        (SELECT min(a.attname::text) FROM pg_attribute a
          WHERE a.attrelid = t.oid AND a.attname = ANY (d.asked) AND a.attnum > 0 AND NOT a.attisdropped AND EXISTS (
            WITH RECURSIVE base (id) AS (SELECT a.atttypid UNION ALL SELECT y.typbasetype FROM base b JOIN pg_type y ON y.oid = b.id WHERE y.typtype = 'd')
            SELECT FROM base b JOIN pg_type y ON y.oid = b.id WHERE y.typtype NOT IN ('d', 'e') AND y.typnamespace <> 'pg_catalog'::regnamespace)) AS of_unknown_type,
        d.owner_name IN (SELECT rolname FROM pg_roles) AND n.oid IS NOT NULL AND NOT has_schema_privilege(d.owner_name, n.oid, 'CREATE') AS may_not_make
      FROM declared_view d
      LEFT JOIN pg_namespace n ON n.nspname = d.schema_name
      LEFT JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = d.view_name
      LEFT JOIN pg_rewrite r ON r.ev_class = c.oid AND r.rulename = '_RETURN'
      LEFT JOIN pg_namespace tn ON tn.nspname = d.table_schema
      LEFT JOIN pg_class t ON t.relnamespace = tn.oid AND t.relname = d.table_name AND t.relkind IN ('r', 'p')
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
      UNION
      SELECT d.grantee, d.privilege, 'TABLE', format('%I.%I', v.schema_name, v.view_name), d.column_name
      FROM declared d JOIN declared_view v ON v.schema_name = d.schema_name
      WHERE v.view_name = d.table_name OR d.table_name IS NULL AND v.owner_name = d.owner_name
    ),
    by_default AS (WITH granted AS (
      SELECT pg_get_userbyid(d.defaclrole) AS maker, n.nspname AS schema_name, d.defaclobjtype AS kind, pg_get_userbyid(a.grantee) AS grantee,
        a.privilege_type AS privilege, a.is_grantable
      FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace CROSS JOIN LATERAL aclexplode(d.defaclacl) a
      WHERE a.grantee <> d.defaclrole AND pg_get_userbyid(a.grantee) = ANY (ARRAY['counters', 'poland']::text[])
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
      FROM pg_roles r WHERE r.rolname = ANY (ARRAY['counters', 'poland']::text[]) AND r.rolsuper
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
      SELECT 1, 'stop', NULL, 'has row level security, which a view of its owner would pass by', format('TABLE %I.%I', v.table_schema, v.table_name)
      FROM judged_view v WHERE v.has_policies
      UNION ALL
      SELECT 1, 'stop', NULL, CASE WHEN v.is_ours THEN format('is owned by %I', v.actual_owner) ELSE 'is there already, and was not made by this script' END,
        format('VIEW %I.%I', v.schema_name, v.view_name)
      FROM judged_view v WHERE v.oid IS NOT NULL AND (NOT v.is_ours OR v.actual_owner <> v.owner_name)
      UNION ALL
      SELECT 1, 'stop', NULL, format('has no column %I', v.missing), format('TABLE %I.%I', v.table_schema, v.table_name)
      FROM judged_view v WHERE v.table_oid IS NOT NULL AND v.missing IS NOT NULL
      UNION ALL
      SELECT 1, 'stop', NULL, format('has column %I of a type that is not one of PostgreSQL''s own, which view %I asks', v.of_unknown_type, v.view_name), format('TABLE %I.%I', v.table_schema, v.table_name)
      FROM judged_view v WHERE v.of_unknown_type IS NOT NULL
      UNION ALL
      SELECT 1, 'stop', v.owner_name, 'may not make a view there', format('SCHEMA %I', v.schema_name)
      FROM judged_view v WHERE v.may_not_make AND NOT v.is_same
      UNION ALL
      SELECT 2, CASE WHEN v.oid IS NULL THEN 'make' ELSE 'replace' END, v.owner_name, 'VIEW', format('%I.%I', v.schema_name, v.view_name)
      FROM judged_view v WHERE NOT v.is_same
      UNION ALL
      SELECT 3, 'revoke', CASE j.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(j.grantee) END, j.privilege_type
        || coalesce(' (' || quote_ident(j.column_name) || ')', ''), j.kind || ' ' || j.object
      FROM judged_view v JOIN judged j ON j.class = v.oid
      WHERE NOT v.is_same AND v.actual_columns <> v.columns AND NOT j.is_ours AND j.grantee <> j.owner
      UNION ALL
      SELECT 2, 'make', r.rolname, 'ROLE', NULL FROM unnest(ARRAY['counters', 'poland']::text[]) AS r (rolname)
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

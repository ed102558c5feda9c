-- Who may do what in the database of connection 'shop' of shop: exactly this may
-- counters, poland, and whatever else they were granted is revoked. What others may is left as it is.
-- Generated from the YAML; edit that. Run again it changes nothing. docs/grants.md says what its user needs.
BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;
SET LOCAL search_path = pg_catalog, pg_temp;
SET LOCAL standard_conforming_strings = on;

-- The principals that are not there yet. They cannot log in: people and programs are made members of them.
DO $do$
DECLARE
  principal text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('sluice grants')); -- one after another
  FOREACH principal IN ARRAY ARRAY['counters', 'poland']::text[] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = principal) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', principal);
    ELSIF EXISTS (SELECT FROM pg_roles WHERE rolname = principal AND rolsuper) THEN
      RAISE EXCEPTION 'role % is a superuser, who may do anything', quote_ident(principal)
        USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Let the principal be another role, or take SUPERUSER from it.';
    END IF;
  END LOOP;
END
$do$;

-- The tables are there, and have the owners that are declared.
DO $do$
DECLARE
  declared record;
  actual name;
BEGIN
  FOR declared IN
    SELECT * FROM (VALUES
      ('public'::text, 'orders'::text, 'shop_owner'::text)
    ) AS one (schema_name, table_name, owner_name)
  LOOP
    IF NOT EXISTS (SELECT FROM pg_namespace WHERE nspname = declared.schema_name) THEN
      RAISE EXCEPTION 'schema % is not there', quote_ident(declared.schema_name)
        USING ERRCODE = 'invalid_schema_name', HINT = 'Make it, then run this script again. Nothing was changed.';
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = declared.owner_name) THEN
      RAISE EXCEPTION 'role %, the owner of tables, is not there', quote_ident(declared.owner_name)
        USING ERRCODE = 'undefined_object', HINT = 'Make it, then run this script again. Nothing was changed.';
    END IF;
    CONTINUE WHEN declared.table_name IS NULL;
    SELECT pg_get_userbyid(c.relowner) INTO actual FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = declared.schema_name AND c.relname = declared.table_name AND c.relkind IN ('r', 'p');
    IF actual IS NULL THEN
      RAISE EXCEPTION 'table %.% is not there', quote_ident(declared.schema_name), quote_ident(declared.table_name)
        USING ERRCODE = 'undefined_table', HINT = format('Make it as %I, then run this script again. Nothing was changed.', declared.owner_name);
    ELSIF actual <> declared.owner_name THEN
      RAISE EXCEPTION 'table %.% is owned by %, and % is declared', quote_ident(declared.schema_name), quote_ident(declared.table_name), quote_ident(actual), quote_ident(declared.owner_name)
        USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Correct its owner in sluice.yaml, or in the database. Nothing was changed.';
    END IF;
  END LOOP;
END
$do$;

-- Views of some rows are there, as they are declared.
-- public.open_orders: rows of public.orders where (status in ('new', 'it''s paid') or status is null) and total between 0 and 999.5 and country <> 'X'
-- public.polish_orders: rows of public.orders where country = 'PL' and not deleted
DO $do$
DECLARE
  view record;
BEGIN
  FOR view IN
    WITH declared_view (schema_name, view_name, owner_name, table_schema, table_name, columns, asked, body) AS (VALUES
      ('public'::text, 'open_orders'::text, 'shop_owner'::text, 'public'::text, 'orders'::text, ARRAY['order_id']::text[], ARRAY['status', 'total', 'country']::text[], 'SELECT "order_id" FROM "public"."orders" WHERE (((("status" IN (''new'', ''it''''s paid'')) OR ("status" IS NULL)) AND ("total" BETWEEN 0 AND 999.5)) AND ("country" <> ''X''))'),
      ('public'::text, 'polish_orders'::text, 'shop_owner'::text, 'public'::text, 'orders'::text, ARRAY['order_id', 'status', 'total']::text[], ARRAY['country', 'deleted']::text[], 'SELECT "order_id", "status", "total" FROM "public"."orders" WHERE (("country" = ''PL'') AND (NOT "deleted"))')
    )
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
  LOOP
    IF view.has_policies THEN
      RAISE EXCEPTION 'table %.% has row level security, which view % of its owner would pass by', quote_ident(view.table_schema), quote_ident(view.table_name), quote_ident(view.view_name)
        USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Grant on the table, and let its policies say who sees which rows. Nothing was changed.';
    ELSIF view.oid IS NOT NULL AND NOT view.is_ours THEN
      RAISE EXCEPTION '%.% is there already, and was not made by this script', quote_ident(view.schema_name), quote_ident(view.view_name)
        USING ERRCODE = 'duplicate_object', HINT = 'Give the view another name in sluice.yaml. Nothing was changed.';
    ELSIF view.actual_owner <> view.owner_name THEN
      RAISE EXCEPTION 'view %.% is owned by %, and its table by %', quote_ident(view.schema_name), quote_ident(view.view_name), quote_ident(view.actual_owner), quote_ident(view.owner_name)
        USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Give it to that role, or drop it. Nothing was changed.';
    ELSIF view.missing IS NOT NULL THEN
      RAISE EXCEPTION 'table %.% has no column %, which view % needs', quote_ident(view.table_schema), quote_ident(view.table_name), quote_ident(view.missing), quote_ident(view.view_name)
        USING ERRCODE = 'undefined_column', HINT = 'Correct the view in sluice.yaml. Nothing was changed.';
    ELSIF view.of_unknown_type IS NOT NULL THEN
      RAISE EXCEPTION 'view % asks column % of %.%, whose type is not one of PostgreSQL''s own', quote_ident(view.view_name), quote_ident(view.of_unknown_type), quote_ident(view.table_schema), quote_ident(view.table_name)
        USING ERRCODE = 'feature_not_supported', HINT = 'Make the view by hand, and list it under tables in sluice.yaml. Nothing was changed.';
    END IF;
    CONTINUE WHEN view.is_same;
    IF view.may_not_make THEN
      RAISE EXCEPTION '% may not make view % in schema %', quote_ident(view.owner_name), quote_ident(view.view_name), quote_ident(view.schema_name)
        USING ERRCODE = 'insufficient_privilege', HINT = format('Grant it CREATE ON SCHEMA %I. Nothing was changed.', view.schema_name);
    END IF;
    EXECUTE format('SET LOCAL ROLE %I', view.owner_name);
    IF view.actual_columns <> view.columns THEN
      EXECUTE format('DROP VIEW %I.%I', view.schema_name, view.view_name);
    END IF;
    EXECUTE format('CREATE OR REPLACE VIEW %I.%I WITH (security_barrier) AS %s WITH CASCADED CHECK OPTION', view.schema_name, view.view_name, view.body);
    EXECUTE format('COMMENT ON VIEW %I.%I IS %L', view.schema_name, view.view_name, (
      SELECT 'Some rows, by sluice: ' || encode(sha256(convert_to(d.body || r.ev_action::text || coalesce(c.reloptions::text, ''), 'UTF8')), 'hex') FROM (SELECT view.body AS body) d, pg_namespace n, pg_class c, pg_rewrite r
      WHERE n.nspname = view.schema_name AND c.relnamespace = n.oid AND c.relname = view.view_name AND r.ev_class = c.oid AND r.rulename = '_RETURN'
    ));
    SET LOCAL ROLE NONE;
  END LOOP;
END
$do$;

-- What the principals hold and is not declared is revoked, as whoever granted it.
DO $do$
DECLARE
  pass integer;
  held record;
BEGIN
  FOR pass IN 0..3 LOOP
    FOR held IN
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
    )
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
      IF held.grantor <> session_user AND NOT pg_has_role(session_user, held.grantor, CASE WHEN current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END) THEN
        RAISE EXCEPTION '% may not take % on % % from %, as % has granted it', session_user, held.privilege, held.kind, held.object, held.grantee, held.grantor
          USING ERRCODE = 'insufficient_privilege', HINT = format('Make it a member of %I, or have that role revoke it. Nothing was changed.', held.grantor);
      END IF;
      EXECUTE format('SET LOCAL ROLE %I', held.grantor);
      EXECUTE format('REVOKE %s%s ON %s %s FROM %I %s', CASE pass WHEN 1 THEN 'GRANT OPTION FOR ' ELSE '' END, held.privilege, held.kind, held.object, held.grantee,
        CASE pass WHEN 1 THEN 'CASCADE' ELSE 'RESTRICT' END);
    END LOOP;
    SET LOCAL ROLE NONE;
  END LOOP;
END
$do$;

-- And so is what they would get on what is made later.
DO $do$
DECLARE
  held record;
BEGIN
  FOR held IN
    WITH declared (grantee, schema_name, table_name, owner_name, column_name, privilege) AS (
      SELECT * FROM (VALUES
        (NULL::text, NULL::text, NULL::text, NULL::text, NULL::text, NULL::text)
      ) AS one WHERE false
    ),
    granted AS (
      SELECT pg_get_userbyid(d.defaclrole) AS maker, n.nspname AS schema_name, d.defaclobjtype AS kind, pg_get_userbyid(a.grantee) AS grantee,
        a.privilege_type AS privilege, a.is_grantable
      FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace CROSS JOIN LATERAL aclexplode(d.defaclacl) a
      WHERE a.grantee <> d.defaclrole AND pg_get_userbyid(a.grantee) = ANY (ARRAY['counters', 'poland']::text[])
    )
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
    IF NOT pg_has_role(session_user, held.maker, CASE WHEN current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END) THEN
      RAISE EXCEPTION '% may not take % on % that % makes later from %', session_user, held.privilege, held.things, held.maker, held.grantee
        USING ERRCODE = 'insufficient_privilege', HINT = format('Make it a member of %I, or have that role do it. Nothing was changed.', held.maker);
    END IF;
    EXECUTE format('SET LOCAL ROLE %I', held.maker);
    EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I %s REVOKE %s%s ON %s FROM %I', held.maker, CASE WHEN held.schema_name IS NULL THEN '' ELSE format('IN SCHEMA %I', held.schema_name) END,
      CASE WHEN held.is_declared THEN 'GRANT OPTION FOR ' ELSE '' END, held.privilege, held.things, held.grantee);
  END LOOP;
  SET LOCAL ROLE NONE;
END
$do$;

-- The way in: the database, the schemas, and the sequences that fill columns of new rows.
DO $do$
DECLARE
  way record;
BEGIN
  FOR way IN
    WITH usable (grantee, schema_name) AS (VALUES
      ('counters'::text, 'public'::text),
      ('poland'::text, 'public'::text)
    )
    SELECT DISTINCT 1 AS at, 'CONNECT' AS privilege, format('DATABASE %I', d.datname) AS object, pg_get_userbyid(d.datdba) AS owner, u.grantee,
      has_database_privilege(session_user, d.oid, 'CONNECT WITH GRANT OPTION') AS may_grant
    FROM usable u, pg_database d WHERE d.datname = current_database()
    UNION
    SELECT 2, 'USAGE', format('SCHEMA %I', n.nspname), pg_get_userbyid(n.nspowner), u.grantee,
      has_schema_privilege(session_user, n.oid, 'USAGE WITH GRANT OPTION')
    FROM usable u JOIN pg_namespace n ON n.nspname = u.schema_name
    ORDER BY at, object, grantee
  LOOP
    SET LOCAL ROLE NONE;
    IF pg_has_role(session_user, way.owner, CASE WHEN current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END) THEN
      EXECUTE format('SET LOCAL ROLE %I', way.owner);
    ELSIF NOT way.may_grant THEN
      RAISE EXCEPTION '% may not grant % on %', session_user, way.privilege, way.object
        USING ERRCODE = 'insufficient_privilege', HINT = format('Grant it %s on %s WITH GRANT OPTION, or make it a member of %I. Nothing was changed.', way.privilege, way.object, way.owner);
    END IF;
    EXECUTE format('GRANT %s ON %s TO %I', way.privilege, way.object, way.grantee);
  END LOOP;
  SET LOCAL ROLE NONE;
END
$do$;

-- counters
-- By access
SET LOCAL ROLE "shop_owner";
GRANT SELECT ("total") ON TABLE "public"."orders" TO "counters";
SET LOCAL ROLE "shop_owner";
GRANT SELECT ON TABLE "public"."open_orders" TO "counters";

-- poland
-- By access
SET LOCAL ROLE "shop_owner";
GRANT SELECT ("order_id", "status"), UPDATE ("status"), DELETE ON TABLE "public"."polish_orders" TO "poland";

SET LOCAL ROLE NONE;
-- What is not changed, and is to be known.
DO $do$
DECLARE
  known record;
BEGIN
  FOR known IN
    SELECT format('%I is a member of %I, and may what that role may', m.rolname, r.rolname) AS words
    FROM pg_auth_members a JOIN pg_roles m ON m.oid = a.member JOIN pg_roles r ON r.oid = a.roleid
    WHERE m.rolname = ANY (ARRAY['counters', 'poland']::text[])
    UNION
    SELECT format('everybody may %s on %I.%I', a.privilege_type, n.nspname, c.relname)
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace CROSS JOIN LATERAL aclexplode(c.relacl) a
    JOIN (VALUES
      ('public'::text, 'orders'::text),
      ('public'::text, 'open_orders'::text),
      ('public'::text, 'polish_orders'::text)
    ) AS one (schema_name, table_name) ON one.schema_name = n.nspname AND (one.table_name IS NULL OR one.table_name = c.relname)
    WHERE a.grantee = 0
    ORDER BY words
  LOOP
    RAISE NOTICE '%', known.words;
  END LOOP;
END
$do$;

COMMIT;

import type { GrantedTableIr, GrantIr } from "../../compiler/ir/access.js";
import { needed } from "./privileges.js";
import { block, list, type Sql, sql, text } from "./sql.js";

/** `ARRAY['analytics', 'sales']::text[]` */
export const textArray = (items: readonly string[]): Sql => sql`ARRAY[${list(items.map(text))}]::text[]`;

/** Rows of texts, at least one; NULL for what is not said. */
export const rows = (items: readonly (readonly (string | undefined)[])[], indent: string): Sql =>
  list(
    [...new Map(items.map((item) => [JSON.stringify(item), item])).values()].map(
      (item) => sql`(${list(item.map((one) => (one === undefined ? sql`NULL::text` : sql`${text(one)}::text`)))})`,
    ),
    `,\n${indent}`,
  );

/**
 * Whether the script's user may `SET ROLE` to it. From PostgreSQL 16 on a member may only with the option SET, which who makes a role
 * with CREATEROLE does not get of it; before, every member may.
 * https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-ACCESS
 */
export const mayBecome = (role: Sql): Sql =>
  sql`pg_has_role(session_user, ${role}, CASE WHEN current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END)`;

/** Makes the roles that are missing. Of a role that may do anything no rights could be spoken of. */
export const rolesThere = (roles: readonly string[]): Sql =>
  block(sql`DECLARE
  principal text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('sluice grants')); -- one after another
  FOREACH principal IN ARRAY ${textArray(roles)} LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = principal) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', principal);
    ELSIF EXISTS (SELECT FROM pg_roles WHERE rolname = principal AND rolsuper) THEN
      RAISE EXCEPTION 'role % is a superuser, who may do anything', quote_ident(principal)
        USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Let the principal be another role, or take SUPERUSER from it.';
    END IF;
  END LOOP;
END`);

export const tablesThere = (tables: readonly GrantedTableIr[]): Sql =>
  block(sql`DECLARE
  declared record;
  actual name;
BEGIN
  FOR declared IN
    SELECT * FROM (VALUES
      ${rows(
        tables.map(({ schema, table, owner }) => [schema, table, owner]),
        "      ",
      )}
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
END`);

/** What whoever may do anything with a table needs beside: granted as the owner of it, or by a user who may grant it. */
export function wayIn(grants: readonly GrantIr[]): Sql {
  const inserting = grants.filter(({ privileges }) =>
    privileges.some(({ privilege }) => needed[privilege].postgres.usesSequences),
  );
  const fed = inserting.flatMap(({ principal, table: { schema, table } }) =>
    table === undefined ? [] : [[principal.role, schema, table]],
  );
  return block(sql`DECLARE
  way record;
BEGIN
  FOR way IN
    WITH usable (grantee, schema_name) AS (VALUES
      ${rows(
        grants.map(({ principal, table }) => [principal.role, table.schema]),
        "      ",
      )}
    )${
      fed.length === 0
        ? sql``
        : sql`, inserting (grantee, schema_name, table_name) AS (VALUES
      ${rows(fed, "      ")}
    )`
    }
    SELECT DISTINCT 1 AS at, 'CONNECT' AS privilege, format('DATABASE %I', d.datname) AS object, pg_get_userbyid(d.datdba) AS owner, u.grantee,
      has_database_privilege(session_user, d.oid, 'CONNECT WITH GRANT OPTION') AS may_grant
    FROM usable u, pg_database d WHERE d.datname = current_database()
    UNION
    SELECT 2, 'USAGE', format('SCHEMA %I', n.nspname), pg_get_userbyid(n.nspowner), u.grantee,
      has_schema_privilege(session_user, n.oid, 'USAGE WITH GRANT OPTION')
    FROM usable u JOIN pg_namespace n ON n.nspname = u.schema_name${
      fed.length === 0
        ? sql``
        : sql`
    UNION
    SELECT 3, 'USAGE', format('SEQUENCE %I.%I', sn.nspname, s.relname), pg_get_userbyid(s.relowner), i.grantee,
      has_sequence_privilege(session_user, s.oid, 'USAGE WITH GRANT OPTION')
    FROM inserting i
    JOIN pg_namespace n ON n.nspname = i.schema_name
    JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = i.table_name
    JOIN pg_attrdef f ON f.adrelid = c.oid
    JOIN pg_depend p ON p.classid = 'pg_attrdef'::regclass AND p.objid = f.oid AND p.refclassid = 'pg_class'::regclass
    JOIN pg_class s ON s.oid = p.refobjid AND s.relkind = 'S'
    JOIN pg_namespace sn ON sn.oid = s.relnamespace`
    }
    ORDER BY at, object, grantee
  LOOP
    SET LOCAL ROLE NONE;
    IF ${mayBecome(sql`way.owner`)} THEN
      EXECUTE format('SET LOCAL ROLE %I', way.owner);
    ELSIF NOT way.may_grant THEN
      RAISE EXCEPTION '% may not grant % on %', session_user, way.privilege, way.object
        USING ERRCODE = 'insufficient_privilege', HINT = format('Grant it %s on %s WITH GRANT OPTION, or make it a member of %I. Nothing was changed.', way.privilege, way.object, way.owner);
    END IF;
    EXECUTE format('GRANT %s ON %s TO %I', way.privilege, way.object, way.grantee);
  END LOOP;
  SET LOCAL ROLE NONE;
END`);
}

/** Says what principals may beside what is granted to them: as members of others, and as anybody may. */
export const memberships = (roles: readonly string[], tables: readonly GrantedTableIr[]): Sql =>
  block(sql`DECLARE
  known record;
BEGIN
  FOR known IN
    SELECT format('%I is a member of %I, and may what that role may', m.rolname, r.rolname) AS words
    FROM pg_auth_members a JOIN pg_roles m ON m.oid = a.member JOIN pg_roles r ON r.oid = a.roleid
    WHERE m.rolname = ANY (${textArray(roles)})
    UNION
    SELECT format('everybody may %s on %I.%I', a.privilege_type, n.nspname, c.relname)
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace CROSS JOIN LATERAL aclexplode(c.relacl) a
    JOIN (VALUES
      ${rows(
        tables.map(({ schema, table }) => [schema, table]),
        "      ",
      )}
    ) AS one (schema_name, table_name) ON one.schema_name = n.nspname AND (one.table_name IS NULL OR one.table_name = c.relname)
    WHERE a.grantee = 0
    ORDER BY words
  LOOP
    RAISE NOTICE '%', known.words;
  END LOOP;
END`);

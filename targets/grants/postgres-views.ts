import type { RowsViewIr } from "../../compiler/ir/access.js";
import { textArray } from "./postgres-blocks.js";
import { postgresCondition } from "./postgres-condition.js";
import { block, list, name, type Sql, sql, text } from "./sql.js";

/** `(schema, view, owner, the table's schema and name, the columns shown, those asked, SELECT …)` */
function declaredViews(views: readonly RowsViewIr[], indent: string): Sql {
  const rows = views.map(({ schema, view, of, columns, where, asked }) => {
    const table = sql`${name(of.schema)}.${name(of.table)}`;
    const select = sql`SELECT ${list(columns.map(name))} FROM ${table} WHERE ${postgresCondition(where)}`;
    const words = [schema, view, of.owner, of.schema, of.table].map((one) => sql`${text(one)}::text`);
    return sql`(${list([...words, textArray(columns), askedArray(asked), text(select.sql)])})`;
  });
  return list(rows, `,\n${indent}`);
}

const askedArray = (asked: readonly string[]): Sql => (asked.length === 0 ? sql`ARRAY[]::text[]` : textArray(asked));

const columnsOfViews = sql`schema_name, view_name, owner_name, table_schema, table_name, columns, asked, body`;

const markWords = "Some rows, by sluice: ";

/**
 * What stands as the comment of a view that is as the script made it last and as it is declared: the digest of both, so that a view
 * that somebody has changed is made anew. `d`: what is declared; `c` and `r`: the view, and its query as the catalogue keeps it, which reads the
 * same whatever the session's `search_path` is.
 */
const mark = sql`${text(markWords)} || encode(sha256(convert_to(d.body || r.ev_action::text || coalesce(c.reloptions::text, ''), 'UTF8')), 'hex')`;

const isOurs = sql`c.relkind = 'v' AND coalesce(obj_description(c.oid, 'pg_class'), '') LIKE ${text(`${markWords}%`)}`;

/**
 * The first of the asked columns whose type brings operators of its own, as `citext` does: the script finds none but PostgreSQL's, so the view
 * would show other rows than the column's type says. A domain is what it is made of, and PostgreSQL itself compares the values of all enums.
 */
const unknownType = sql`(SELECT min(a.attname::text) FROM pg_attribute a
          WHERE a.attrelid = t.oid AND a.attname = ANY (d.asked) AND a.attnum > 0 AND NOT a.attisdropped AND EXISTS (
            WITH RECURSIVE base (id) AS (SELECT a.atttypid UNION ALL SELECT y.typbasetype FROM base b JOIN pg_type y ON y.oid = b.id WHERE y.typtype = 'd')
            SELECT FROM base b JOIN pg_type y ON y.oid = b.id WHERE y.typtype NOT IN ('d', 'e') AND y.typnamespace <> 'pg_catalog'::regnamespace))`;

/** What is there under the names of the views. It stands behind `declared_view`. */
const judgedViews = sql`SELECT d.*, c.oid, pg_get_userbyid(c.relowner) AS actual_owner, ${isOurs} AS is_ours,
        coalesce(obj_description(c.oid, 'pg_class') = ${mark}, false) AS is_same,
        (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0) AS actual_columns,
        t.oid AS table_oid, t.relrowsecurity AS has_policies,
        (SELECT min(k.col) FROM unnest(d.columns || d.asked) AS k (col)
          WHERE NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = k.col AND a.attnum > 0 AND NOT a.attisdropped)) AS missing,
        ${unknownType} AS of_unknown_type,
        d.owner_name IN (SELECT rolname FROM pg_roles) AND n.oid IS NOT NULL AND NOT has_schema_privilege(d.owner_name, n.oid, 'CREATE') AS may_not_make
      FROM declared_view d
      LEFT JOIN pg_namespace n ON n.nspname = d.schema_name
      LEFT JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = d.view_name
      LEFT JOIN pg_rewrite r ON r.ev_class = c.oid AND r.rulename = '_RETURN'
      LEFT JOIN pg_namespace tn ON tn.nspname = d.table_schema
      LEFT JOIN pg_class t ON t.relnamespace = tn.oid AND t.relname = d.table_name AND t.relkind IN ('r', 'p')`;

/**
 * Makes the views, as their owners: barriers, so that nothing that a query calls sees other rows, and with the check that a row which is
 * changed is still one of them. Other columns take a new view, and with it what others were granted on the old one.
 * https://www.postgresql.org/docs/current/rules-privileges.html
 */
export const viewsMade = (views: readonly RowsViewIr[]): Sql =>
  block(sql`DECLARE
  view record;
BEGIN
  FOR view IN
    WITH declared_view (${columnsOfViews}) AS (VALUES
      ${declaredViews(views, "      ")}
    )
    ${judgedViews}
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
      SELECT ${mark} FROM (SELECT view.body AS body) d, pg_namespace n, pg_class c, pg_rewrite r
      WHERE n.nspname = view.schema_name AND c.relnamespace = n.oid AND c.relname = view.view_name AND r.ev_class = c.oid AND r.rulename = '_RETURN'
    ));
    SET LOCAL ROLE NONE;
  END LOOP;
END`);

/** For the query of differences: `declared_view` and `judged_view`, to stand behind `judged` and before `needed`. */
export const viewsJudged = (views: readonly RowsViewIr[]): Sql => sql`declared_view (${columnsOfViews}) AS (VALUES
        ${declaredViews(views, "        ")}
    ),
    judged_view AS (
      ${judgedViews}
    ),
    `;

/** What the declared rights take on views that are not there yet. */
export const neededOnViews = sql`
      UNION
      SELECT d.grantee, d.privilege, 'TABLE', format('%I.%I', v.schema_name, v.view_name), d.column_name
      FROM declared d JOIN declared_view v ON v.schema_name = d.schema_name
      WHERE v.view_name = d.table_name OR d.table_name IS NULL AND v.owner_name = d.owner_name`;

/** What would stop the script, and what becomes of views; what others hold on one that is dropped goes with it. */
export const viewDifferences = sql`
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
      WHERE NOT v.is_same AND v.actual_columns <> v.columns AND NOT j.is_ours AND j.grantee <> j.owner`;

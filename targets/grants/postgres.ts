import type {
  GrantedTableIr,
  GrantIr,
  PostgresAccessIr,
  PrincipalIr,
  PrivilegeIr,
  RowsViewIr,
} from "../../compiler/ir/access.js";
import { memberships, rolesThere, tablesThere, wayIn } from "./postgres-blocks.js";
import { reconcile, reconcileDefaults } from "./postgres-reconcile.js";
import { viewsMade } from "./postgres-views.js";
import { needed } from "./privileges.js";
import { block, comment, list, name, type Sql, sql, text } from "./sql.js";

/**
 * The script that brings the rights which principals have in one database to what is declared. It is one transaction; run again it
 * changes nothing. What is not declared is revoked first: revoking a right on a table takes those on its columns with it.
 * https://www.postgresql.org/docs/current/sql-revoke.html
 */
export function postgresScript(access: PostgresAccessIr, project: string): string {
  const { database, principals, grants, views } = access;
  const roles = principals.map(({ role }) => role).sort();
  const parts: readonly (readonly Sql[])[] = [
    [
      comment(`Who may do what in the database of connection '${database.name}' of ${project}: exactly this may`),
      comment(
        `${principals
          .map((one) => one.role)
          .sort()
          .join(", ")}, and whatever else they were granted is revoked. What others may is left as it is.`,
      ),
      comment(
        "Generated from the YAML; edit that. Run again it changes nothing. docs/grants.md says what its user needs.",
      ),
      // Whatever the user's sessions do by default: what is waited for by the lock is to be seen after it.
      sql`BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;`,
      sql`SET LOCAL search_path = pg_catalog, pg_temp;`,
      sql`SET LOCAL standard_conforming_strings = on;`,
    ],
    [
      comment(
        "The principals that are not there yet. They cannot log in: people and programs are made members of them.",
      ),
      rolesThere(roles),
    ],
    [comment("The tables are there, and have the owners that are declared."), tablesThere(access.tables)],
    ...(views.length === 0
      ? []
      : [[comment("Views of some rows are there, as they are declared."), ...views.map(told), viewsMade(views)]]),
    [
      comment("What the principals hold and is not declared is revoked, as whoever granted it."),
      reconcile(roles, grants),
    ],
    [comment("And so is what they would get on what is made later."), reconcileDefaults(roles, grants)],
    ...(grants.length === 0
      ? []
      : [
          [
            comment("The way in: the database, the schemas, and the sequences that fill columns of new rows."),
            wayIn(grants),
          ],
        ]),
    ...principals.flatMap((principal) => {
      const own = grants.filter((grant) => grant.principal.name === principal.name);
      return own.length === 0 ? [] : [ofPrincipal(principal, own)];
    }),
    [
      sql`SET LOCAL ROLE NONE;`,
      comment("What is not changed, and is to be known."),
      memberships(roles, [...access.tables, ...views.map(asTable)]),
    ],
    [sql`COMMIT;`],
  ];
  return `${parts.map((part) => list(part, "\n").sql).join("\n\n")}\n`;
}

const told = ({ schema, view, of, condition }: RowsViewIr): Sql =>
  comment(`${schema}.${view}: rows of ${of.schema}.${of.table} where ${condition}`);

const asTable = ({ schema, view, of }: RowsViewIr): GrantedTableIr => ({ schema, table: view, owner: of.owner });

function ofPrincipal({ role, description }: PrincipalIr, grants: readonly GrantIr[]): readonly Sql[] {
  const pipelines = new Map(grants.flatMap((grant) => grant.pipelines).map((one) => [one.name, one.description]));
  return [
    comment(`${role}${description === undefined ? "" : `: ${description}`}`),
    ...[...pipelines].map(([pipeline, words]) => comment(`By ${pipeline}${words === undefined ? "" : `: ${words}`}`)),
    ...grants.flatMap((grant) => [
      sql`SET LOCAL ROLE ${name(grant.table.owner)};`,
      ...(grant.table.table === undefined ? onAll(grant) : onTable(grant, grant.table.table)),
    ]),
  ];
}

function onTable({ principal, table, privileges }: GrantIr, own: string): readonly Sql[] {
  const target = sql`ON TABLE ${name(table.schema)}.${name(own)} TO ${name(principal.role)};`;
  const declared = privileges.filter(({ isOfKey }) => !isOfKey);
  return [
    sql`GRANT ${list(declared.map(rightOf))} ${target}`,
    ...privileges
      .filter(({ isOfKey }) => isOfKey)
      .flatMap((one) => [
        comment("Rows to be changed or deleted are found by their key."),
        sql`GRANT ${rightOf(one)} ${target}`,
      ]),
  ];
}

function rightOf({ privilege, columns }: PrivilegeIr): Sql {
  const right = { sql: needed[privilege].postgres.right };
  return columns === undefined ? right : sql`${right} (${list(columns.map(name))})`;
}

/** Those that are there, and those that the owner makes later. */
function onAll({ principal, table, privileges }: GrantIr): readonly Sql[] {
  const { schema, owner } = table;
  const rights = list(privileges.map(rightOf));
  const later = sql`ALTER DEFAULT PRIVILEGES FOR ROLE ${name(owner)} IN SCHEMA ${name(schema)}`;
  const usesSequences = privileges.some(({ privilege }) => needed[privilege].postgres.usesSequences);
  return [
    comment(`All tables and views that ${owner} has in ${schema}, and makes there later`),
    onEach({ schema, owner }, sql`'r', 'p', 'v', 'm', 'f'`, sql`${rights} ON TABLE`, principal),
    sql`${later} GRANT ${rights} ON TABLES TO ${name(principal.role)};`,
    ...(usesSequences
      ? [
          onEach({ schema, owner }, sql`'S'`, sql`USAGE ON SEQUENCE`, principal),
          sql`${later} GRANT USAGE ON SEQUENCES TO ${name(principal.role)};`,
        ]
      : []),
  ];
}

/** Grants a right on each thing of some kinds (`pg_class.relkind`) that a role owns in a schema. */
const onEach = (
  { schema, owner }: { readonly schema: string; readonly owner: string },
  kinds: Sql,
  right: Sql,
  { role }: PrincipalIr,
): Sql =>
  block(sql`DECLARE
  object text;
BEGIN
  FOR object IN
    SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = ${text(schema)} AND pg_get_userbyid(c.relowner) = ${text(owner)} AND c.relkind IN (${kinds})
    ORDER BY c.relname
  LOOP
    EXECUTE format('GRANT ${right} %s TO %I', object, ${text(role)});
  END LOOP;
END`);

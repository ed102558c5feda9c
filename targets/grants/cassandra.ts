import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.js";
import type { PrincipalIr } from "../../compiler/ir/access.js";
import type { CassandraAccessIr, CassandraGrantIr, CassandraTableIr } from "../../compiler/ir/cassandra-access.js";
import type { EnvironmentIr } from "../../compiler/ir/environment.js";
import { cassandraGrantDiagnostics } from "./cassandra-grant-diagnostics.js";
import { cassandraNeeds } from "./privileges.js";

/**
 * All that can be granted on a table or a keyspace. Beside one that is declared the others are revoked one by one, so that who
 * holds it never lacks it meanwhile.
 */
const permissions = ["ALTER", "DROP", "SELECT", "MODIFY", "AUTHORIZE", "UNMASK", "SELECT_MASKED"] as const;

/** A keyspace's alone: of a table it is an error. */
const ofKeyspace = "CREATE";

/** What holds more than tables of one keyspace. All of it is always there, so that it can be revoked without looking. */
const everywhere = ["ALL KEYSPACES", "ALL FUNCTIONS", "ALL ROLES", "ALL MBEANS"] as const;

/**
 * The rights that the project's roles have in a cluster, in CQL, which has no conditions: a REVOKE of what is not held and a GRANT of
 * what is are warnings, and change nothing. It takes back first, so that nobody holds more than is declared when it is stopped.
 * https://cassandra.apache.org/doc/latest/cassandra/developing/cql/security.html
 */
export function cassandraScript(access: CassandraAccessIr, project: string): string {
  const { name, principals } = access;
  const parts = [
    principals.flatMap(made),
    principals.flatMap((one) => revoked(one, access)),
    principals.flatMap((one) => granted(one, access)),
  ];
  return `${[
    `-- Rights of the principals of ${project} in the cluster of connection '${name}'. Generated from the YAML; edit that.`,
    "-- Run again it changes nothing. A REVOKE of what was not granted, and a GRANT of what was, are warnings of the server.",
    ...parts.flatMap((part) => (part.length === 0 ? [] : ["", ...part])),
    "",
    "-- What they hold now, of other roles too.",
    ...principals.flatMap(({ role }) => [`LIST ALL PERMISSIONS OF ${quoted(role)};`, `LIST ROLES OF ${quoted(role)};`]),
  ].join("\n")}\n`;
}

/** Without the right to log in. A superuser could do anything, whatever is granted. */
const made = ({ role, description }: PrincipalIr): readonly string[] => [
  ...(description === undefined ? [] : description.split(/[\r\n]+/).map((line) => `-- ${line}`)),
  `CREATE ROLE IF NOT EXISTS ${quoted(role)};`,
  `ALTER ROLE ${quoted(role)} WITH SUPERUSER = false;`,
];

function revoked(principal: PrincipalIr, access: CassandraAccessIr): readonly string[] {
  const { tables } = access;
  const keyspaces = [...new Set(tables.map(({ keyspace }) => keyspace))];
  const all = (resource: string): string => revoke("ALL PERMISSIONS", resource, principal);
  return [
    ...everywhere.map(all),
    ...keyspaces.flatMap((keyspace) => [
      ...beside(principal, { keyspace, table: undefined }, access),
      all(`ALL TABLES IN KEYSPACE ${quoted(keyspace)}`),
      all(`ALL FUNCTIONS IN KEYSPACE ${quoted(keyspace)}`),
    ]),
    ...tables.filter(({ table }) => table !== undefined).flatMap((table) => beside(principal, table, access)),
  ];
}

/** What is not declared of one table or keyspace. */
function beside(principal: PrincipalIr, table: CassandraTableIr, access: CassandraAccessIr): readonly string[] {
  const held = rightsOn(principal, table, access);
  const all = table.table === undefined ? [ofKeyspace, ...permissions] : permissions;
  const others = held.length === 0 ? ["ALL PERMISSIONS"] : all.filter((one) => !held.some((right) => right === one));
  return others.map((permission) => revoke(permission, resourceOf(table), principal));
}

const granted = (principal: PrincipalIr, access: CassandraAccessIr): readonly string[] =>
  access.tables.flatMap((table) =>
    rightsOn(principal, table, access).map(
      (right) => `GRANT ${right} ON ${resourceOf(table)} TO ${quoted(principal.role)};`,
    ),
  );

/** SELECT and MODIFY, as they are declared. */
function rightsOn(principal: PrincipalIr, { keyspace, table }: CassandraTableIr, { grants }: CassandraAccessIr) {
  const own = grants.filter(
    (one) => one.principal.name === principal.name && one.table.keyspace === keyspace && one.table.table === table,
  );
  const rights = own.flatMap(({ privileges }) => privileges.map(({ privilege }) => cassandraNeeds(privilege).right));
  return (["SELECT", "MODIFY"] as const).filter((right) => rights.includes(right));
}

const revoke = (permission: string, resource: string, { role }: PrincipalIr): string =>
  `REVOKE ${permission} ON ${resource} FROM ${quoted(role)};`;

/** A keyspace's rights are on all its tables, those that are made later too. */
const resourceOf = ({ keyspace, table }: CassandraTableIr): string =>
  table === undefined ? `KEYSPACE ${quoted(keyspace)}` : `TABLE ${quoted(keyspace)}.${quoted(table)}`;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Where a cluster is in one environment, as the command that runs the script there. https://cassandra.apache.org/doc/latest/cassandra/managing/tools/cqlsh.html */
export function cassandraCommand(
  { name, server, port, login, ssl }: CassandraAccessIr,
  environment: EnvironmentIr,
  script: string,
): string {
  const [before, option, how] = tls[ssl];
  const host = server.get(environment.name) ?? "";
  return `${[
    `# The cluster of connection '${name}' in ${environment.name}. In the output folder, this brings its rights to what is declared:`,
    `${before}cqlsh ${host} ${port} ${option}-u ${login?.user ?? "'<a superuser>'"} -f ${script}`,
    ...(login === undefined
      ? []
      : [`# cqlsh asks for the password of ${login.user}, which is the secret ${login.password.secret} of the vault.`]),
    ...how,
    "# It goes on after an error, and ends with 2: then run it again once the reason is gone.",
    ...(login === undefined ? [] : ["# 'sluice publish' does it too, and takes back what the script cannot see."]),
  ].join("\n")}\n`;
}

const verified = [
  "",
  "--ssl ",
  [
    "# SSL_CERTFILE names the file of the authority that signed the node's certificate; cqlsh does not look at its name.",
  ],
] as const;

/** What stands before the command, its option, and what is to be known of it. */
const tls: Readonly<
  Record<CassandraAccessIr["ssl"], readonly [before: string, option: string, how: readonly string[]]>
> = {
  "verify-full": verified,
  "verify-ca": verified,
  require: ["SSL_VALIDATE=false ", "--ssl ", []],
  disable: ["", "", []],
};

/** What nobody can be let do with tables. */
export const refusedTables = ({ grants }: CassandraAccessIr): readonly Diagnostic[] => grants.flatMap(refused);

function refused({ principal, table, privileges: written }: CassandraGrantIr): readonly Diagnostic[] {
  const name = `${table.keyspace}.${table.table ?? "*"}`;
  const columns = written
    .filter(({ hasColumns }) => hasColumns)
    .map(({ privilege, origin }) => cassandraGrantDiagnostics.columnsOfTable.at(origin, { privilege, table: name }));
  const held = new Set(written.map(({ privilege }) => privilege));
  const partial = written.filter(({ privilege }) => cassandraNeeds(privilege).lets.some((other) => !held.has(other)));
  const [first] = partial;
  if (columns.length > 0 || first === undefined) return columns;
  const privileges = [...new Set(partial.map(({ privilege }) => privilege))];
  const missing = cassandraNeeds(first.privilege).lets.filter((other) => !held.has(other));
  const details = { privileges, table: name, missing, principal: principal.name };
  return [cassandraGrantDiagnostics.changedTogether.at(first.origin, details)];
}

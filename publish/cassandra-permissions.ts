import type { RightsRow } from "./rights.js";

/** What an emitted script wants of a cluster. */
export interface WantedRoles {
  readonly roles: readonly string[];
  readonly grants: readonly CassandraRight[];
}

/** A right that is granted to a role itself. */
export interface CassandraRight {
  readonly role: string;
  /** `SELECT` */
  readonly permission: string;
  /** As `LIST PERMISSIONS` tells it: `<table shop.orders>`. */
  readonly resource: string;
}

/** A role that is there. */
export interface HeldRole {
  readonly isSuperuser: boolean;
  /** The roles of which it is a member itself. */
  readonly memberOf: readonly string[];
  readonly rights: readonly Omit<CassandraRight, "role">[];
}

/** What is to be done, as a plan tells it and as the cluster is told. */
export interface CassandraChange {
  readonly row: RightsRow;
  readonly statement: string;
}

const name = '"((?:[^"]|"")+)"';
const made = new RegExp(`^CREATE ROLE IF NOT EXISTS ${name};$`);
const granted = new RegExp(`^GRANT (SELECT|MODIFY) ON (TABLE|KEYSPACE) "(\\w+)"(?:\\."(\\w+)")? TO ${name};$`);
const unquoted = (text: string): string => text.replaceAll('""', '"');

/** What a script makes and grants: what it takes back is all else. Throws where a line is none that is emitted. */
export function rolesIn(script: string): WantedRoles {
  const [roles, grants]: [string[], CassandraRight[]] = [[], []];
  for (const line of script.split("\n")) {
    if (line === "" || /^(--|ALTER ROLE |REVOKE |LIST )/.test(line)) continue;
    const role = made.exec(line)?.[1];
    const [, permission, kind, keyspace, table, grantee] = granted.exec(line) ?? [];
    if (role !== undefined) roles.push(unquoted(role));
    else if (permission !== undefined && grantee !== undefined && (kind === "TABLE") === (table !== undefined)) {
      const resource = table === undefined ? `<keyspace ${keyspace}>` : `<table ${keyspace}.${table}>`;
      grants.push({ role: unquoted(grantee), permission, resource });
    } else throw new Error("The script of rights has an unknown line");
  }
  return { roles, grants };
}

/** The keyspaces and tables that have to be there. */
export const objectsOf = ({ grants }: WantedRoles): readonly CassandraObject[] =>
  [...new Set(grants.map(({ resource }) => resource))].flatMap((resource) => {
    const [, keyspace, table] = /^<(?:keyspace|table) (\w+)(?:\.(\w+))?>$/.exec(resource) ?? [];
    return keyspace === undefined ? [] : [{ label: knownResource(resource).label, keyspace, table }];
  });

export interface CassandraObject {
  /** `TABLE shop.orders` */
  readonly label: string;
  readonly keyspace: string;
  /** Undefined: the keyspace itself. */
  readonly table: string | undefined;
}

/** Rights that cannot be revoked, as nothing is known of what they are on. */
export const unknownRights = (held: ReadonlyMap<string, HeldRole>): readonly CassandraRight[] =>
  [...held].flatMap(([role, { rights }]) =>
    rights.filter(({ resource }) => resourceOf(resource) === undefined).map((one) => ({ role, ...one })),
  );

/** What makes of roles what is wanted, in the order in which it is done: nobody holds more than is declared when it is broken off. */
export function changesOfRoles(
  { roles, grants }: WantedRoles,
  held: ReadonlyMap<string, HeldRole>,
): readonly CassandraChange[] {
  const isIn = (some: readonly CassandraRight[], { permission, resource }: Omit<CassandraRight, "role">) =>
    some.some((one) => one.permission === permission && one.resource === resource);
  const wantedOf = (role: string) => grants.filter((one) => one.role === role);
  const heldOf = (role: string) => (held.get(role)?.rights ?? []).map((one) => ({ role, ...one }));
  return [
    ...roles.filter((role) => held.get(role)?.isSuperuser).map(lowered),
    ...roles.flatMap((role) =>
      heldOf(role)
        .filter((one) => !isIn(wantedOf(role), one))
        .map(revoked),
    ),
    ...roles.filter((role) => !held.has(role)).map(created),
    ...roles.flatMap((role) =>
      wantedOf(role)
        .filter((one) => !isIn(heldOf(role), one))
        .map(grantedTo),
    ),
  ];
}

/** What nothing is changed of, and is to be known. */
export const membershipsOf = (held: ReadonlyMap<string, HeldRole>): readonly RightsRow[] =>
  [...held].flatMap(([role, { memberOf }]) =>
    memberOf.map((other) => ({
      ...({ action: "hand", grantee: undefined, object: undefined } as const),
      privilege: `May all that '${other}' may, of which '${role}' is a member: REVOKE '${other}' from it if it should not`,
    })),
  );

/** As a name stands in a statement. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const lowered = (role: string): CassandraChange => ({
  row: { action: "revoke", grantee: role, privilege: "SUPERUSER", object: undefined },
  statement: `ALTER ROLE ${quoted(role)} WITH SUPERUSER = false`,
});

/** Without the right to log in. */
const created = (role: string): CassandraChange => ({
  row: { action: "make", grantee: role, privilege: "ROLE", object: undefined },
  statement: `CREATE ROLE IF NOT EXISTS ${quoted(role)}`,
});

function revoked({ role, permission, resource }: CassandraRight): CassandraChange {
  const { label, cql } = knownResource(resource);
  return {
    row: { action: "revoke", grantee: role, privilege: permission, object: label },
    statement: `REVOKE ${permission} ON ${cql} FROM ${quoted(role)}`,
  };
}

function grantedTo({ role, permission, resource }: CassandraRight): CassandraChange {
  const { label, cql } = knownResource(resource);
  return {
    row: { action: "grant", grantee: role, privilege: permission, object: label },
    statement: `GRANT ${permission} ON ${cql} TO ${quoted(role)}`,
  };
}

interface Resource {
  /** `TABLE shop.orders` */
  readonly label: string;
  /** As it stands in a statement: `TABLE "shop"."orders"`. */
  readonly cql: string;
}

/** As resources print themselves. https://github.com/apache/cassandra/tree/cassandra-5.0/src/java/org/apache/cassandra/auth */
const forms: readonly (readonly [RegExp, (one: string, two: string, three: string) => Resource])[] = [
  [/^<all (keyspaces|functions|roles|mbeans)>$/, (what) => same(`ALL ${what.toUpperCase()}`)],
  [
    /^<all (tables|functions) in (\w+)>$/,
    (what, keyspace) => {
      const all = `ALL ${what.toUpperCase()} IN KEYSPACE`;
      return { label: `${all} ${keyspace}`, cql: `${all} ${quoted(keyspace)}` };
    },
  ],
  [/^<keyspace (\w+)>$/, (keyspace) => ({ label: `KEYSPACE ${keyspace}`, cql: `KEYSPACE ${quoted(keyspace)}` })],
  [
    /^<table (\w+)\.(\w+)>$/,
    (keyspace, table) => ({ label: `TABLE ${keyspace}.${table}`, cql: `TABLE ${quoted(keyspace)}.${quoted(table)}` }),
  ],
  [
    // Of other names it cannot be told where they end.
    /^<function (\w+)\.(\w+)\((.*)\)>$/,
    (keyspace, called, types) => ({
      label: `FUNCTION ${keyspace}.${called}(${types})`,
      cql: `FUNCTION ${quoted(keyspace)}.${quoted(called)}(${types})`,
    }),
  ],
  [/^<role (.+)>$/, (role) => ({ label: `ROLE ${role}`, cql: `ROLE ${quoted(role)}` })],
  [/^<mbean (.+)>$/, (bean) => ({ label: `MBEAN ${bean}`, cql: `MBEAN '${bean.replaceAll("'", "''")}'` })],
];

const same = (text: string): Resource => ({ label: text, cql: text });

function resourceOf(text: string): Resource | undefined {
  for (const [form, made] of forms) {
    const [, one, two = "", three = ""] = form.exec(text) ?? [];
    if (one !== undefined) return made(one, two, three);
  }
  return undefined;
}

function knownResource(text: string): Resource {
  const resource = resourceOf(text);
  if (resource === undefined) throw new Error(`The cluster has rights on ${text}, of which nothing is known`);
  return resource;
}

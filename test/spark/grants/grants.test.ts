import { beforeAll, expect, it } from "vitest";
import { compile } from "../../../compiler/compile.js";
import type { PostgresEngine } from "../../../local/engines/engine.js";
import { ensureSpark } from "../../../local/engines/engines.js";
import { ensurePostgres } from "../../../local/engines/postgres.js";
import { targets } from "../../../targets/index.js";
import { memoryHost, type Tree } from "../../golden.js";
import { readProject } from "../../projects.js";
import {
  type Attempt,
  attemptsOf,
  columns,
  type Grants,
  numbers,
  projectOf,
  quoted,
  type ShopTable,
  type Written,
} from "./access.fixture.js";
import { onServer, type Step } from "./server.js";

/* The scripts of rights, run on a real PostgreSQL by a user who is no superuser, and every right that they are about tried. */

let engine: PostgresEngine;
beforeAll(async () => {
  engine = await ensurePostgres(await ensureSpark(() => {}), () => {});
});

function textOf(files: Tree, path: string): string {
  const { artifacts, diagnostics } = compile(memoryHost(files), targets);
  expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  return artifacts.find((one) => one.path === path)?.body ?? "";
}

const scriptOf = (files: Tree): string => textOf(files, "common/grants/shop.sql");

/** What the script would change, as the query tells that is made beside it. */
const differencesOf = (files: Tree): Step => ({ query: textOf(files, "common/grants/shop.differences.sql") });

const user = "grants_admin";
const run = (script: string): Step => ({ script, user });

/** A database in which nobody may do anything by being somebody. `owners`: of the tables, of whom the user is a member. */
const hardened = (owners: readonly string[], schemas: readonly string[]): Step => ({
  script: [
    `CREATE ROLE "${user}" LOGIN CREATEROLE`,
    ...owners.flatMap((owner) => [
      `CREATE ROLE ${quoted(owner)}`,
      `GRANT ${quoted(owner)} TO "${user}" WITH INHERIT FALSE, SET TRUE`,
    ]),
    "REVOKE ALL ON DATABASE shop FROM PUBLIC",
    `GRANT CONNECT ON DATABASE shop TO "${user}" WITH GRANT OPTION`,
    ...schemas.flatMap((schema) => [
      `CREATE SCHEMA IF NOT EXISTS ${quoted(schema)}`,
      `REVOKE ALL ON SCHEMA ${quoted(schema)} FROM PUBLIC`,
      `GRANT USAGE ON SCHEMA ${quoted(schema)} TO "${user}" WITH GRANT OPTION`,
      ...owners.map((owner) => `GRANT USAGE, CREATE ON SCHEMA ${quoted(schema)} TO ${quoted(owner)}`),
    ]),
  ].join(";\n"),
});

const making = ({ name, id }: ShopTable, owner: string): string =>
  [
    `CREATE TABLE ${quoted(name)} ("id" ${id} PRIMARY KEY, "name" text, "amount" integer)`,
    `ALTER TABLE ${quoted(name)} OWNER TO ${quoted(owner)}`,
  ].join(";\n");

const tried = (attempts: readonly Attempt[]): Step => ({
  attempts: attempts.map(({ role, statement }) => [role, statement]),
});

/** What is allowed and refused is what was declared; a refusal is one for want of a right. */
function expectAsDeclared(attempts: readonly Attempt[], found: unknown): void {
  const told = attempts.map(
    ({ role, action, table, isAllowed }) => `${role} ${action} ${table}: ${isAllowed ? null : "42501"}`,
  );
  const seen = Array.isArray(found) ? found : [];
  expect(attempts.map(({ role, action, table }, at) => `${role} ${action} ${table}: ${seen[at]}`)).toEqual(told);
}

/** All rights there are, as the catalogue keeps them. */
const allRights: Step = {
  query: `SELECT words FROM (
    SELECT 'database ' || datname || ' ' || datacl::text AS words FROM pg_database
    UNION ALL SELECT 'schema ' || nspname || ' ' || nspacl::text FROM pg_namespace
    UNION ALL SELECT 'class ' || oid::regclass || ' ' || relacl::text FROM pg_class
    UNION ALL SELECT 'column ' || attrelid::regclass || '.' || attname || ' ' || attacl::text FROM pg_attribute
    UNION ALL SELECT 'routine ' || oid::regprocedure || ' ' || proacl::text FROM pg_proc
    UNION ALL SELECT format('default %s %s %s %s', defaclrole::regrole, defaclnamespace, defaclobjtype, defaclacl) FROM pg_default_acl
  ) AS one WHERE words IS NOT NULL ORDER BY 1`,
};

/** The rights of all others than these, each as the catalogue writes it. */
const othersRights = (roles: readonly string[]): Step => ({
  query: `SELECT place, item::text FROM (
    SELECT 'database ' || datname AS place, unnest(datacl) AS item FROM pg_database
    UNION ALL SELECT 'schema ' || nspname, unnest(nspacl) FROM pg_namespace
    UNION ALL SELECT 'class ' || oid::regclass, unnest(relacl) FROM pg_class
    UNION ALL SELECT 'column ' || attrelid::regclass || '.' || attname, unnest(attacl) FROM pg_attribute
    UNION ALL SELECT 'routine ' || oid::regprocedure, unnest(proacl) FROM pg_proc
    UNION ALL SELECT format('default %s %s %s', defaclrole::regrole, defaclnamespace, defaclobjtype), unnest(defaclacl) FROM pg_default_acl
  ) AS one CROSS JOIN LATERAL aclexplode(ARRAY[item]) AS a
  WHERE a.grantee NOT IN (SELECT oid FROM pg_roles WHERE rolname IN (${roles.map((one) => `'${one.replaceAll("'", "''")}'`).join(", ")}))
  GROUP BY 1, 2 ORDER BY 1, 2`,
});

it("gives the three teams of the shop what is declared, and nothing else", { timeout: 60_000 }, async () => {
  const teams = ["analytics", "logistics", "sales"];
  const tables: readonly ShopTable[] = ["public.orders", "public.products"].map((name) => ({
    name,
    id: "serial",
    key: [],
  }));
  const written: Readonly<Record<string, Readonly<Record<string, readonly Written[]>>>> = {
    logistics: { "public.orders": ["select", "update"] },
    analytics: { "public.orders": ["select"], "public.products": ["select"] },
    sales: {
      "public.orders": ["select", "update", "delete", "truncate"],
      "public.products": ["select", "update", "delete", "truncate"],
    },
  };
  const attempts = attemptsOf(teams, tables, (role, { name }) => written[role]?.[name] ?? []);
  const script = scriptOf(readProject("shop-access"));
  const logins = teams.map((team) => `CREATE ROLE "${team}_one" LOGIN; GRANT "${team}" TO "${team}_one"`).join(";");
  const [ready, made, ran, tryings, rights, again, same, , stranger, ...entered] = await onServer(engine, [
    hardened(["shop_owner"], ["public"]),
    { script: tables.map((table) => making(table, "shop_owner")).join(";\n") },
    run(script),
    tried(attempts),
    allRights,
    run(script),
    allRights,
    { script: `${logins}; CREATE ROLE stranger` },
    {
      query:
        "SELECT has_database_privilege('stranger', 'shop', 'CONNECT'), has_schema_privilege('stranger', 'public', 'USAGE')",
    },
    ...teams.map((team) => ({ script: 'SELECT 1 FROM public."orders"', user: `${team}_one` })),
  ]);
  expect([ready, made, ran, again]).toEqual([null, null, null, null]);
  expect(attempts).toHaveLength(66);
  expectAsDeclared(attempts, tryings);
  expect(same).toEqual(rights);
  expect(stranger).toEqual([[false, false]]); // so the teams have a way in of their own
  expect(entered).toEqual([null, null, null]);
});

/** What each of these roles holds, and gets of what is made later: role, right, on what, whether it may be passed on. */
const rightsOf = (roles: readonly string[]): Step => ({
  query: `SELECT pg_get_userbyid(a.grantee), a.privilege_type || coalesce(' (' || quote_ident(one.col) || ')', ''), one.object, bool_or(a.is_grantable) FROM (
    SELECT format('DATABASE %I', datname) AS object, NULL::text AS col, datdba AS owner, datacl AS acl FROM pg_database WHERE datname = 'shop'
    UNION ALL SELECT format('SCHEMA %I', nspname), NULL, nspowner, nspacl FROM pg_namespace
    UNION ALL SELECT format('%s %I.%I', CASE relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, nspname, relname), NULL, relowner, relacl
      FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
    UNION ALL SELECT format('TABLE %I.%I', nspname, relname), attname, relowner, attacl
      FROM pg_attribute JOIN pg_class c ON c.oid = attrelid JOIN pg_namespace n ON n.oid = relnamespace
    UNION ALL SELECT 'ROUTINE ' || oid::regprocedure, NULL, proowner, proacl FROM pg_proc
    UNION ALL SELECT format('%s that %I makes later', CASE defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' ELSE defaclobjtype::text END, pg_get_userbyid(defaclrole))
      || coalesce(' in ' || quote_ident(nspname), ''), NULL, defaclrole, defaclacl FROM pg_default_acl LEFT JOIN pg_namespace n ON n.oid = defaclnamespace
  ) AS one CROSS JOIN LATERAL aclexplode(one.acl) AS a
  WHERE a.grantee <> one.owner AND pg_get_userbyid(a.grantee) IN (${roles.map((one) => `'${one.replaceAll("'", "''")}'`).join(", ")})
  GROUP BY 1, 2, 3`,
});

type Row = readonly unknown[];

/** What was granted and revoked between two lists of rights, in the words of the differences' query. */
function changed(before: unknown, after: unknown): readonly string[] {
  const listed = (rights: unknown) =>
    new Map(
      (Array.isArray(rights) ? rights : []).map((row: Row) => [JSON.stringify(row.slice(0, 3)), row[3] === true]),
    );
  const [were, are] = [listed(before), listed(after)];
  const told = (action: string, right: string, option = "") => {
    const [role, privilege, object]: readonly string[] = JSON.parse(right);
    return [action, role, `${option}${privilege}`, object].join(" | ");
  };
  return [
    ...[...were].flatMap(([right, mayPassOn]) => {
      if (!are.has(right)) return [told("revoke", right)];
      return mayPassOn && are.get(right) === false ? [told("revoke", right, "GRANT OPTION FOR ")] : [];
    }),
    ...[...are.keys()].filter((right) => !were.has(right)).map((right) => told("grant", right)),
  ].sort();
}

const told = (differences: unknown): readonly string[] =>
  (Array.isArray(differences) ? differences : []).map(([, ...row]: Row) => row.join(" | ")).sort();

const roles = Array.from(
  { length: 14 },
  (_, at) => ['team "one"', "team'two", "Team%s", "team-$do$", "команда"][at] ?? `team_${at}`,
);
const owners = ["shop_owner", 'Owner "B"'];
const names = [
  "public.sel'ect",
  'public.Or"ders',
  "odd % schema.Заказы",
  "odd % schema.user",
  "public.$do$ %I",
  "public.a -- b;",
];
const tables: readonly ShopTable[] = Array.from({ length: 18 }, (_, at) => ({
  name: names[at] ?? `${at % 2 === 0 ? "public" : "odd % schema"}.table_${at}`,
  id: ["serial", "integer GENERATED ALWAYS AS IDENTITY", "integer DEFAULT 5"][at % 3] ?? "",
  key: at % 4 === 3 ? [] : ["id"],
}));
const ownerOf = (table: ShopTable): string => owners[tables.indexOf(table) % 2] ?? "";
const declaredTables = Object.fromEntries(
  tables.map((table) => [table.name, { owner: ownerOf(table), ...(table.key.length > 0 ? { key: table.key } : {}) }]),
);

/** Some of the privileges of each role on each table; where a table has no key, who changes rows may read them. */
function someGrants(below: (most: number) => number): Grants {
  const listOf = ({ key }: ShopTable): readonly Written[] => {
    if (below(6) === 0) return [];
    const list = ["select", "insert", "update", "delete", "truncate"].flatMap((privilege): readonly Written[] => {
      if (below(2) === 0) return [];
      if (["delete", "truncate"].includes(privilege) || below(3) > 0) return [privilege];
      const some = columns.filter(() => below(2) === 0);
      return [{ [privilege]: { columns: some.length === 0 ? ["name"] : some } }];
    });
    const changes = list.some(
      (one) => one === "delete" || one === "update" || (typeof one === "object" && "update" in one),
    );
    if (key.length > 0 || !changes) return list;
    return ["select", ...list.filter((one) => one !== "select" && !(typeof one === "object" && "select" in one))];
  };
  const given = (table: ShopTable) => [table.name, listOf(table)] as const;
  const isSome = ([, list]: readonly [string, readonly Written[]]) => list.length > 0;
  return Object.fromEntries(roles.map((role) => [role, Object.fromEntries(tables.map(given).filter(isSome))]));
}

const countOf = (grants: Grants): number =>
  Object.values(grants)
    .flatMap((objects) => Object.values(objects))
    .flat().length;

const first = someGrants(numbers(7));
const second = someGrants(numbers(11));
const firstAttempts = attemptsOf(roles, tables, (role, { name }) => first[role]?.[name] ?? []);
const secondAttempts = attemptsOf(roles, tables, (role, { name }) => second[role]?.[name] ?? []);
const made: readonly Step[] = [
  hardened(owners, ["public", "odd % schema"]),
  { script: tables.map((table) => making(table, ownerOf(table))).join(";\n") },
];

/** What somebody has given to principals beside what is declared, and what others have. */
const byHand: Step = {
  script: [
    "CREATE ROLE foreigner",
    "CREATE ROLE elder",
    `GRANT elder TO "${user}" WITH INHERIT FALSE, SET TRUE`,
    ...tables.flatMap(({ name }) => [
      `GRANT SELECT ON ${quoted(name)} TO elder WITH GRANT OPTION`,
      `GRANT UPDATE ("amount"), INSERT ON ${quoted(name)} TO foreigner WITH GRANT OPTION`,
      `GRANT ALL ON ${quoted(name)} TO "${roles[5]}" WITH GRANT OPTION`,
      `GRANT SELECT ("name"), REFERENCES ("id") ON ${quoted(name)} TO "${roles[6]}"`,
    ]),
    "GRANT USAGE ON SCHEMA public TO foreigner, elder",
    `SET ROLE elder; GRANT SELECT ON ${tables
      .filter(({ name }) => name.startsWith("public."))
      .map(({ name }) => quoted(name))
      .join(", ")} TO "${roles[7]}"; RESET ROLE`,
    `SET ROLE "${roles[5]}"; GRANT SELECT ON ${quoted(tables[0]?.name ?? "")} TO "${roles[8]}" WITH GRANT OPTION; RESET ROLE`,
    `SET ROLE "${owners[0]}"; GRANT USAGE, CREATE ON SCHEMA public TO "${roles[9]}"; RESET ROLE`,
    `CREATE FUNCTION public.secret() RETURNS integer LANGUAGE sql AS 'SELECT 1'; ALTER FUNCTION public.secret() OWNER TO "${owners[0]}"`,
    `REVOKE ALL ON FUNCTION public.secret() FROM PUBLIC; GRANT EXECUTE ON FUNCTION public.secret() TO "${roles[5]}", foreigner`,
    `GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO "${roles[5]}", foreigner`,
    `ALTER DEFAULT PRIVILEGES FOR ROLE "${owners[0]}" GRANT SELECT ON TABLES TO "${roles[5]}", foreigner`,
    `ALTER DEFAULT PRIVILEGES FOR ROLE "${owners[0]}" IN SCHEMA public GRANT ALL ON TABLES TO "${roles[6]}" WITH GRANT OPTION`,
  ].join(";\n"),
};

it("gives and takes what two generated matrices declare, and leaves others as they are", {
  timeout: 120_000,
}, async () => {
  expect(countOf(first)).toBeGreaterThanOrEqual(500);
  expect(countOf(second)).toBeGreaterThanOrEqual(500);
  const projects = [first, second].map((grants) => projectOf(roles, declaredTables, [grants]));
  const [one = "", two = ""] = projects.map(scriptOf);
  const [toOne, toTwo] = [differencesOf(projects[0] ?? {}), differencesOf(projects[1] ?? {})];
  const held = rightsOf(roles);
  // The script takes CREATE on a schema back that an owner had no right to pass on: PostgreSQL has granted nothing then.
  const foreign = othersRights(roles);
  const [
    ready,
    tablesMade,
    comingOne,
    ran,
    leftOne,
    heldOne,
    tries,
    rights,
    ,
    same,
    given,
    before,
    heldBefore,
    comingTwo,
    reran,
    leftTwo,
    heldAfter,
    after,
    retried,
    passing,
    defaults,
    final,
    repeated,
    last,
  ] = await onServer(engine, [
    ...made,
    toOne,
    run(one),
    toOne,
    held,
    tried(firstAttempts),
    allRights,
    run(one),
    allRights,
    byHand,
    foreign,
    held,
    toTwo,
    run(two),
    toTwo,
    held,
    foreign,
    tried(secondAttempts),
    {
      query: `SELECT count(*) FROM pg_class, aclexplode(relacl) a WHERE a.is_grantable AND pg_get_userbyid(a.grantee) LIKE 'team%'`,
    },
    { query: `SELECT defaclacl::text FROM pg_default_acl ORDER BY 1` },
    allRights,
    run(two),
    allRights,
  ]);
  expect([ready, tablesMade, ran, given, reran, repeated]).toEqual([null, null, null, null, null, null]);
  const making = roles.map((role) => `make | ${role} | ROLE | `);
  expect(told(comingOne)).toEqual([...making, ...changed([], heldOne)].sort());
  expect(told(comingTwo)).toEqual(changed(heldBefore, heldAfter));
  expect([told(comingOne).length, told(comingTwo).length]).toEqual([746, 1107]);
  expect([leftOne, leftTwo]).toEqual([[], []]);
  expectAsDeclared(firstAttempts, tries);
  expect(same).toEqual(rights);
  expect(after).toEqual(before);
  expectAsDeclared(secondAttempts, retried);
  expect(passing).toEqual([[0]]);
  expect(JSON.stringify(defaults)).toContain("foreigner=r");
  expect(JSON.stringify(defaults)).not.toContain("team");
  expect(last).toEqual(final);
  expect(firstAttempts.length + secondAttempts.length).toBe(5544);
});

it("covers what an owner makes later, and stops where something is not there", { timeout: 60_000 }, async () => {
  const grants: Grants = {
    reader: { "public.*": ["select"] },
    writer: { "public.*": ["select", "insert", "delete"], "public.known": ["update"] },
    nobody: {},
  };
  const team = ["reader", "writer", "nobody"];
  const known: ShopTable = { name: "public.known", id: "serial", key: [] };
  const later: ShopTable = { name: "public.later", id: "serial", key: [] };
  const others: ShopTable = { name: "public.others", id: "serial", key: [] };
  const declared = { "public.*": { owner: "shop_owner" }, "public.known": { owner: "shop_owner" } };
  const { nobody: _, ...written } = grants;
  const [some, nobodys] = [projectOf(team, declared, [written]), projectOf(team, declared, [])];
  const [script, none] = [scriptOf(some), scriptOf(nobodys)];
  const [toSome, toNone, held] = [differencesOf(some), differencesOf(nobodys), rightsOf(team)];
  const attempts = attemptsOf(team, [known, later, others], (role, { name }) =>
    name === "public.others" ? [] : [...(grants[role]?.["public.*"] ?? []), ...(grants[role]?.[name] ?? [])],
  );
  const nothing = attemptsOf(team, [known, later, others], () => []);
  const [
    ,
    stopping,
    missing,
    ,
    coming,
    ran,
    holding,
    ,
    tries,
    rights,
    again,
    same,
    leaving,
    holdingAll,
    taken,
    gone,
    left,
    defaults,
  ] = await onServer(engine, [
    hardened(["shop_owner", "other_owner"], ["public"]),
    toSome,
    run(script),
    { script: making(known, "shop_owner") },
    toSome,
    run(script),
    held,
    {
      script: [later, others]
        .map(({ name, id }, at) =>
          [
            `SET ROLE ${at === 0 ? "shop_owner" : "other_owner"}`,
            `CREATE TABLE ${quoted(name)} ("id" ${id} PRIMARY KEY, "name" text, "amount" integer)`,
            "RESET ROLE",
          ].join(";\n"),
        )
        .join(";\n"),
    },
    tried(attempts),
    allRights,
    run(script),
    allRights,
    toNone,
    held,
    run(none),
    toNone,
    tried(nothing),
    { query: "SELECT count(*) FROM pg_default_acl" },
  ]);
  expect(missing).toMatchObject({ code: "42P01", message: "table public.known is not there" });
  expect(told(stopping)).toContain("stop |  | is not there | TABLE public.known");
  expect(told(coming)).toEqual([...team.map((role) => `make | ${role} | ROLE | `), ...changed([], holding)].sort());
  expect(told(leaving)).toEqual(changed(holdingAll, []));
  expect(told(leaving)).toContain("revoke | writer | USAGE | SEQUENCES that shop_owner makes later in public");
  expect(gone).toEqual([]);
  expect([ran, again, taken]).toEqual([null, null, null]);
  expectAsDeclared(attempts, tries);
  expect(same).toEqual(rights);
  expectAsDeclared(nothing, left);
  expect(defaults).toEqual([[0]]);
});

it("says which right its user lacks, and changes nothing then", { timeout: 60_000 }, async () => {
  const table: ShopTable = { name: "public.orders", id: "serial", key: ["id"] };
  const project = projectOf(["sales"], { [table.name]: { owner: "shop_owner" } }, [
    { sales: { [table.name]: ["select"] } },
  ]);
  const script = scriptOf(project);
  const differences = differencesOf(project);
  const without = (taken: string, given: string): readonly Step[] => [
    { script: taken },
    differences,
    run(script),
    allRights,
    { script: given },
  ];
  const passed = [
    `SET ROLE shop_owner; GRANT SELECT ON public.orders TO sales WITH GRANT OPTION; RESET ROLE`,
    `SET ROLE sales; GRANT SELECT ON public.orders TO stranger; RESET ROLE`,
  ].join(";");
  const steps: readonly Step[] = [
    hardened(["shop_owner"], ["public"]),
    { script: `${making(table, "shop_owner")}; CREATE ROLE stranger; CREATE ROLE elder` },
    allRights,
    ...without(`ALTER ROLE ${user} NOCREATEROLE`, `ALTER ROLE ${user} CREATEROLE`),
    ...without(`REVOKE shop_owner FROM ${user}`, `GRANT shop_owner TO ${user} WITH INHERIT FALSE, SET TRUE`),
    ...without(
      `REVOKE GRANT OPTION FOR CONNECT ON DATABASE shop FROM ${user}`,
      `GRANT CONNECT ON DATABASE shop TO ${user} WITH GRANT OPTION`,
    ),
    ...without(
      `REVOKE GRANT OPTION FOR USAGE ON SCHEMA public FROM ${user}`,
      `GRANT USAGE ON SCHEMA public TO ${user} WITH GRANT OPTION`,
    ),
    run(script),
    ...without("ALTER TABLE public.orders OWNER TO elder", "ALTER TABLE public.orders OWNER TO shop_owner"),
    ...without(
      "GRANT SELECT ON public.orders TO elder WITH GRANT OPTION; GRANT USAGE ON SCHEMA public TO elder; SET ROLE elder; GRANT SELECT ON public.orders TO sales WITH GRANT OPTION; RESET ROLE",
      "REVOKE ALL ON public.orders FROM elder CASCADE",
    ),
    ...without("ALTER ROLE sales SUPERUSER", "ALTER ROLE sales NOSUPERUSER"),
    ...without(
      `GRANT USAGE ON SCHEMA public TO sales; ${passed}`,
      "REVOKE GRANT OPTION FOR SELECT ON public.orders FROM sales CASCADE",
    ),
    run(script),
  ];
  const found = await onServer(engine, steps);
  const failed = steps.flatMap((step, at) => ("script" in step && step.script === script ? [found[at]] : []));
  const stops = steps.flatMap((step, at) =>
    step === differences ? [told(found[at]).filter((one) => one.startsWith("stop"))] : [],
  );
  // What its own user may not do is not among it.
  expect(stops).toEqual([
    [],
    [],
    [],
    [],
    ["stop |  | is owned by elder | TABLE public.orders"],
    [],
    ["stop | sales | is a superuser | "],
    ["stop | stranger | has SELECT from the principal sales | TABLE public.orders"],
  ]);
  const message = (code: string, words: string) => ({ code, message: words });
  expect(failed).toEqual([
    message("42501", "permission denied to create role"),
    message("42501", 'permission denied to set role "shop_owner"'),
    message("42501", "grants_admin may not grant CONNECT on DATABASE shop"),
    message("42501", "grants_admin may not grant USAGE on SCHEMA public"),
    null,
    message("55000", "table public.orders is owned by elder, and shop_owner is declared"),
    message("42501", "grants_admin may not take SELECT on TABLE public.orders from sales, as elder has granted it"),
    message("55000", "role sales is a superuser, who may do anything"),
    message("2B000", "stranger has SELECT on TABLE public.orders from the principal sales"),
    null,
  ]);
});

it("asks only of roles that its user can take, and never ends as if a right were gone that is still held", {
  timeout: 60_000,
}, async () => {
  const table: ShopTable = { name: "public.orders", id: "serial", key: ["id"] };
  const script = scriptOf(
    projectOf(["sales"], { [table.name]: { owner: "shop_owner" } }, [{ sales: { [table.name]: ["select"] } }]),
  );
  const byElder = "SET ROLE elder; GRANT UPDATE ON public.orders TO sales; RESET ROLE";
  const held: Step = { query: "SELECT has_table_privilege('sales', 'public.orders', 'UPDATE')" };
  const [, , , ran, , untaken, , kept, still, , taken, gone] = await onServer(engine, [
    hardened(["shop_owner"], ["public"]),
    { script: `${making(table, "shop_owner")}; CREATE ROLE keeper; CREATE ROLE elder` },
    {
      // A member that may not become the schema's owner, and may grant USAGE on it; one whose sessions only read by default.
      script: [
        "ALTER SCHEMA public OWNER TO keeper",
        `GRANT keeper TO ${user} WITH INHERIT FALSE, SET FALSE`,
        `ALTER ROLE ${user} SET default_transaction_read_only = on`,
        `ALTER ROLE ${user} SET default_transaction_isolation = 'serializable'`,
      ].join(";"),
    },
    run(script),
    {
      script: [
        "GRANT USAGE ON SCHEMA public TO elder",
        "GRANT UPDATE ON public.orders TO elder WITH GRANT OPTION",
        byElder,
        `GRANT elder TO ${user} WITH INHERIT FALSE, SET FALSE`,
      ].join(";"),
    },
    run(script),
    // What a superuser revokes it revokes as the owner: PostgreSQL leaves what elder granted as itself, and says nothing.
    { script: `GRANT elder TO ${user} WITH SET TRUE; ALTER ROLE elder SUPERUSER` },
    run(script),
    held,
    { script: "ALTER ROLE elder NOSUPERUSER" },
    run(script),
    held,
  ]);
  expect(ran).toBeNull();
  expect(untaken).toEqual({
    code: "42501",
    message: "grants_admin may not take UPDATE on TABLE public.orders from sales, as elder has granted it",
  });
  expect(kept).toEqual({
    code: "55000",
    message: "sales still has UPDATE on TABLE public.orders, as elder has granted it",
  });
  expect(still).toEqual([[true]]);
  expect(taken).toBeNull();
  expect(gone).toEqual([[false]]);
});

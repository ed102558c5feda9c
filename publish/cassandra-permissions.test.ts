import fc from "fast-check";
import { expect, it } from "vitest";
import { compile } from "../compiler/compile.js";
import { targets } from "../targets/index.js";
import { memoryHost, readCase } from "../test/golden.js";
import {
  type CassandraRight,
  changesOfRoles,
  type HeldRole,
  membershipsOf,
  objectsOf,
  rolesIn,
  unknownRights,
  type WantedRoles,
} from "./cassandra-permissions.js";

const scriptIn = (name: string): string => {
  const { artifacts, diagnostics } = compile(memoryHost(readCase(name).input), targets);
  expect(diagnostics).toEqual([]);
  return artifacts.find(({ path }) => path === "common/grants/plant.cql")?.body ?? "";
};

it("reads of an emitted script what is declared", () => {
  const on = (role: string, rights: readonly string[], resource: string) =>
    rights.map((permission) => ({ role, permission, resource }));
  expect(rolesIn(scriptIn("project-grants-cassandra"))).toEqual({
    roles: ["reader", "former", "logistics", 'shop "app"'],
    grants: [
      ...on("reader", ["SELECT"], "<keyspace telemetry>"),
      ...on("logistics", ["SELECT"], "<table shop.orders>"),
      ...on("logistics", ["MODIFY"], "<table telemetry.devices>"),
      ...on('shop "app"', ["SELECT", "MODIFY"], "<table shop.Customers>"),
      ...on('shop "app"', ["SELECT", "MODIFY"], "<table shop.orders>"),
      ...on('shop "app"', ["MODIFY"], "<keyspace telemetry>"),
    ],
  });
});

it.each([
  "DROP ROLE reader;",
  'GRANT ALL PERMISSIONS ON TABLE "a"."b" TO "c";',
  'GRANT SELECT ON TABLE "a" TO "c";',
  'GRANT SELECT ON KEYSPACE "a"."b" TO "c";',
  'CREATE ROLE IF NOT EXISTS "a"; DROP ROLE "b";',
])("knows nothing of the line %s", (line) => {
  expect(() => rolesIn(`-- Rights\n${line}\n`)).toThrow("unknown line");
});

const names = fc.constantFrom("reader", 'a "b"', "former");
const right = fc.record({
  permission: fc.constantFrom("SELECT", "MODIFY", "ALTER", "AUTHORIZE"),
  resource: fc.constantFrom("<table shop.orders>", "<keyspace shop>", "<all keyspaces>", "<role reader>"),
});
const wanted: fc.Arbitrary<WantedRoles> = fc.record({
  roles: fc.uniqueArray(names, { minLength: 1 }),
  grants: fc.array(
    fc.record({
      role: names,
      permission: fc.constantFrom("SELECT", "MODIFY"),
      resource: fc.constantFrom("<table shop.orders>", "<keyspace shop>"),
    }),
  ),
});
const one: fc.Arbitrary<HeldRole> = fc.record({
  isSuperuser: fc.boolean(),
  memberOf: fc.constant([]),
  rights: fc.array(right),
});

const labels: Readonly<Record<string, string>> = {
  'TABLE "shop"."orders"': "<table shop.orders>",
  'KEYSPACE "shop"': "<keyspace shop>",
  "ALL KEYSPACES": "<all keyspaces>",
  'ROLE "reader"': "<role reader>",
};

/** What a cluster has after a statement, by the words of the statement alone. */
function after(
  held: ReadonlyMap<string, ReadonlySet<string>>,
  statement: string,
): ReadonlyMap<string, ReadonlySet<string>> {
  const [, does = "", on = "", quoted = ""] =
    /^(?:(GRANT|REVOKE) (\w+ ON .+) (?:TO|FROM)|(?:ALTER|CREATE) ROLE(?: IF NOT EXISTS)?) ("(?:[^"]|"")*")(?: WITH SUPERUSER = false)?$/.exec(
      statement,
    ) ?? [];
  const role = quoted.slice(1, -1).replaceAll('""', '"');
  const own = new Set(held.get(role) ?? []);
  const [permission, what = ""] = on.split(" ON ");
  if (does === "GRANT") own.add(`${permission} ${labels[what]}`);
  else if (does === "REVOKE") own.delete(`${permission} ${labels[what]}`);
  else if (statement.startsWith("ALTER")) own.delete("SUPERUSER");
  else if (!statement.startsWith("CREATE")) throw new Error(statement);
  return new Map([...held, [role, own]]);
}

it("makes of what roles hold what is wanted; broken off anywhere nobody holds more than both, and the rest is done then", () => {
  fc.assert(
    fc.property(wanted, fc.dictionary(names, one), (all, roles) => {
      const grants = all.grants.filter(({ role }) => all.roles.includes(role));
      const texts = (rights: readonly Omit<CassandraRight, "role">[]) =>
        rights.map(({ permission, resource }) => `${permission} ${resource}`);
      const goal = new Map(
        all.roles.map((role) => [role, new Set(texts(grants.filter((grant) => grant.role === role)))]),
      );
      const before = new Map(
        Object.entries(roles).map(([role, { isSuperuser, rights }]) => [
          role,
          new Set([...texts(rights), ...(isSuperuser ? ["SUPERUSER"] : [])]),
        ]),
      );
      let now: ReadonlyMap<string, ReadonlySet<string>> = before;
      const changes = changesOfRoles({ roles: all.roles, grants }, new Map(Object.entries(roles)));
      for (const { statement } of changes) {
        now = after(now, statement);
        for (const [role, rights] of now)
          for (const text of rights) expect(before.get(role)?.has(text) || goal.get(role)?.has(text)).toBe(true);
      }
      for (const role of all.roles) expect(new Set(now.get(role))).toEqual(goal.get(role));
      for (const [role, rights] of before) if (!all.roles.includes(role)) expect(now.get(role)).toEqual(rights);
      // What is taken away goes before what is given.
      const actions = changes.map(({ row }) => row.action);
      expect(actions).toEqual([...actions].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
    }),
  );
});

const order = ["revoke", "make", "grant"];

it("names what is held of each kind, and stops for what it does not know", () => {
  const resources = [
    ["<all tables in Mixed>", "ALL TABLES IN KEYSPACE Mixed", 'ALL TABLES IN KEYSPACE "Mixed"'],
    ["<all mbeans>", "ALL MBEANS", "ALL MBEANS"],
    ['<function shop.f("Ud", list<int>)>', 'FUNCTION shop.f("Ud", list<int>)', 'FUNCTION "shop"."f"("Ud", list<int>)'],
    ['<role a "b">', 'ROLE a "b"', 'ROLE "a ""b"""'],
    ["<mbean a:type='b'>", "MBEAN a:type='b'", "MBEAN 'a:type=''b'''"],
  ] as const;
  const rights = resources.map(([resource]) => ({ permission: "ALTER", resource }));
  const held = new Map([["reader", { isSuperuser: false, memberOf: ["foreign"], rights }]]);
  const changes = changesOfRoles({ roles: ["reader"], grants: [] }, held);
  expect(changes.map(({ row, statement }) => [row.object, statement])).toEqual(
    resources.map(([, label, cql]) => [label, `REVOKE ALTER ON ${cql} FROM "reader"`]),
  );
  expect(unknownRights(held)).toEqual([]);
  const strange = [
    { permission: "SELECT", resource: "<graph shop>" },
    { permission: "EXECUTE", resource: "<function shop.a b(int)>" },
  ];
  const other = new Map([["reader", { isSuperuser: false, memberOf: [], rights: strange }]]);
  expect(unknownRights(other)).toEqual(strange.map((right) => ({ role: "reader", ...right })));
  expect(membershipsOf(held).map(({ action, privilege }) => [action, privilege])).toEqual([
    ["hand", expect.stringContaining("May all that 'foreign' may, of which 'reader' is a member")],
  ]);
});

it("asks for each keyspace and table once", () => {
  const grants = ["<table shop.a>", "<table shop.a>", "<keyspace Mixed>"].map((resource) => ({
    ...{ role: "reader", permission: "SELECT", resource },
  }));
  expect(objectsOf({ roles: [], grants })).toEqual([
    { label: "TABLE shop.a", keyspace: "shop", table: "a" },
    { label: "KEYSPACE Mixed", keyspace: "Mixed", table: undefined },
  ]);
});

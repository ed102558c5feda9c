import { beforeAll, expect, it } from "vitest";
import { compile } from "../../../compiler/compile.js";
import { ensureCassandra } from "../../../local/engines/cassandra.js";
import type { CassandraEngine } from "../../../local/engines/engine.js";
import { ensureSpark } from "../../../local/engines/engines.js";
import { targets } from "../../../targets/index.js";
import { memoryHost, readCase, type Tree } from "../../golden.js";
import { onCassandra, type Step } from "./cassandra-server.js";

/* The script of rights, run by Cassandra's own shell on a real cluster, and every statement that it is about tried as every role. */

let engine: CassandraEngine;
beforeAll(async () => {
  engine = await ensureCassandra(await ensureSpark(() => {}), () => {});
});

/** Role → `keyspace.table` or `keyspace.*` → privileges. */
type Grants = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

const changes = ["insert", "update", "delete", "truncate"];

type Ask = (steps: readonly Step[]) => Promise<readonly unknown[]>;

type Action = readonly [statement: (table: string) => string, needs: readonly string[] | undefined];

/** What each statement does, by what Cassandra says of it; undefined: it is nobody's, as it does what no privilege says. */
const actions: readonly Action[] = [
  [(table) => `SELECT * FROM ${table}`, ["select"]],
  [(table) => `SELECT JSON id FROM ${table} WHERE id = 1`, ["select"]],
  [(table) => `INSERT INTO ${table} (id, v) VALUES (1, 'a')`, changes],
  [(table) => `UPDATE ${table} SET v = 'b' WHERE id = 2`, changes],
  [(table) => `DELETE FROM ${table} WHERE id = 1`, changes],
  [
    (table) => `BEGIN BATCH UPDATE ${table} SET v = 'c' WHERE id = 3; DELETE v FROM ${table} WHERE id = 2; APPLY BATCH`,
    changes,
  ],
  // What is told of the condition is read.
  [(table) => `INSERT INTO ${table} (id, v) VALUES (1, 'a') IF NOT EXISTS`, ["select", ...changes]],
  [(table) => `ALTER TABLE ${table} ADD w int`, undefined],
  [(table) => `ALTER TABLE ${table} ALTER v MASKED WITH DEFAULT`, undefined],
  [(table) => `CREATE INDEX ON ${table} (v)`, undefined],
  [(table) => `DROP TABLE ${table}`, undefined],
  [(table) => `GRANT SELECT ON TABLE ${table} TO foreign`, undefined],
  [(table) => `CREATE TABLE ${table.split(".")[0]}.made (id int PRIMARY KEY)`, undefined],
  [(table) => `DROP KEYSPACE ${table.split(".")[0]}`, undefined],
];
/** It takes long, and is not tried by everybody at once. */
const emptying: Action = [(table) => `TRUNCATE ${table}`, changes];

const keyspaces = ["store", "plant", "Mixed"];
const made = [
  "store.t0",
  "store.t1",
  "store.t2",
  "store.t3",
  "store.t4",
  "store.hidden",
  "plant.devices",
  "Mixed.Orders",
];
const later = ["store.later", "plant.later", "Mixed.Later"];
const listed = [...made.filter((name) => name !== "store.hidden"), "plant.*", "Mixed.*"];
const roles = [...Array.from({ length: 22 }, (_, at) => `role${at}`), 'a "quoted"; one', "ümlaut -- /* role"];

it(
  "lets each role do what is declared, takes away what is no longer, and leaves others alone",
  () =>
    onCassandra(engine, async (port, ask) => {
      await ask([{ statements: [...keyspaces.map(keyspaceMade), ...made.map(tableMade), ...others] }]);
      await goldenTried(port, ask);
      const foreign = { query: "LIST ALL PERMISSIONS OF foreign" };
      const [before] = await ask([foreign]);

      // All of them in one script; objects that are made after it was run.
      const first = generated(7);
      const count = [...first.values()].flatMap((one) => [...one.values()].flat()).length;
      expect(count).toBeGreaterThan(500);
      const script = scriptOf(first, port);
      const [run, , , seen] = await ask([
        script,
        { statements: roles.map(letIn) },
        { statements: later.map(tableMade) },
        foreign,
      ]);
      expect(run).toMatchObject({ code: 0 });
      expect(seen).toEqual(before);
      await tried(first, [...made, ...later], ask);

      // Some are granted nothing now, and what was given by hand goes too: but what nobody sees.
      const second = new Map([...generated(8)].filter((_, at) => at % 4 !== 0));
      const [byHand, taken, hidden, left] = await ask([
        { statements: handmade },
        scriptOf(second, port),
        { statements: ['REVOKE SELECT ON TABLE store.hidden FROM "role5"'] },
        foreign,
      ]);
      expect(byHand).toEqual(handmade.map(() => null));
      expect(taken).toMatchObject({ code: 0, out: expect.stringMatching(/role5 \| +<table store.hidden> \| +SELECT/) });
      expect(hidden).toEqual([null]);
      expect(left).toEqual(before);
      await tried(
        second,
        ["store.t0", "store.t1", "store.hidden", "plant.devices", "Mixed.Orders", "plant.later"],
        ask,
      );
    }),
  300_000,
);

/** A table is not there the first time: the shell goes on, and says so. Run again it changes nothing. */
async function goldenTried(port: number, ask: Ask): Promise<void> {
  const { input } = readCase("project-grants-cassandra");
  const script = commandOf(input, port);
  const tables = ["shop.Customers", "telemetry.devices"];
  const [, lacking, , whole, state, again, same] = await ask([
    { statements: [...["shop", "telemetry"].map(keyspaceMade), ...tables.map(tableMade)] },
    script,
    { statements: [tableMade("shop.orders"), ...["logistics", "reader", 'shop "app"', "former"].map(letIn)] },
    ...[script, kept, script, kept],
  ]);
  expect(lacking).toMatchObject({ code: 2, errors: expect.stringContaining("<table shop.orders> doesn't exist") });
  expect(whole).toMatchObject({ code: 0 });
  expect(again).toMatchObject({ code: 0 });
  expect(same).toEqual(state);
  const all = ["select", ...changes];
  const expected: Grants = new Map([
    ["logistics", granted({ "shop.orders": ["select"], "telemetry.devices": changes })],
    ["reader", granted({ "telemetry.*": ["select"] })],
    ['shop "app"', granted({ "shop.orders": all, "shop.Customers": all, "telemetry.*": changes })],
    ["former", granted({})],
  ]);
  await tried(expected, ["shop.orders", ...tables], ask);
}

const granted = (on: { readonly [table: string]: readonly string[] }) => new Map(Object.entries(on));

const letIn = (role: string): string => `ALTER ROLE ${quoted(role)} WITH PASSWORD = 'of ${role}' AND LOGIN = true`;

const keyspaceMade = (name: string): string =>
  `CREATE KEYSPACE ${quoted(name)} WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}`;

const tableMade = (name: string): string => `CREATE TABLE ${nameOf(name)} (id int PRIMARY KEY, v text)`;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const nameOf = (table: string): string => table.split(".").map(quoted).join(".");

/** One that is not the project's, and who runs the script. */
const others = [
  "CREATE ROLE foreign",
  "GRANT SELECT ON KEYSPACE store TO foreign",
  "GRANT MODIFY ON TABLE plant.devices TO foreign",
  "CREATE ROLE grants_admin WITH PASSWORD = 'of grants_admin' AND LOGIN = true AND SUPERUSER = true",
];

const handmade = [
  'GRANT ALL PERMISSIONS ON ALL KEYSPACES TO "role1"',
  'ALTER ROLE "role2" WITH SUPERUSER = true',
  'GRANT ALTER ON TABLE store.t0 TO "role3"',
  'GRANT AUTHORIZE ON TABLE store.t0 TO "role3"',
  'GRANT SELECT ON TABLE store.t0 TO "role3"',
  'GRANT ALL PERMISSIONS ON KEYSPACE plant TO "role4"',
  'GRANT ALL PERMISSIONS ON ALL TABLES IN KEYSPACE "Mixed" TO "role5"',
  'GRANT SELECT ON TABLE store.hidden TO "role5"',
  'GRANT ALL PERMISSIONS ON ALL ROLES TO "role6"',
  'GRANT ALL PERMISSIONS ON ALL MBEANS TO "role6"',
  'GRANT ALL PERMISSIONS ON ALL FUNCTIONS IN KEYSPACE store TO "role6"',
  'GRANT UNMASK ON TABLE store.t1 TO "role7"',
];

/** All that the cluster keeps of roles and their rights. */
const kept = { query: "SELECT role, resource, permissions FROM system_auth.role_permissions" };

/** On each fifth object somebody has nothing, by numbers that are the same each time. */
function generated(seed: number): Grants {
  let state = seed;
  const next = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  const choices = [["select"], changes, ["select", ...changes]];
  return new Map(
    roles.map((role) => [
      role,
      new Map(
        listed
          .filter((name) => next(name.endsWith("*") ? 2 : 5) > 0)
          .map((name) => [name, choices[next(choices.length)] ?? []] as const),
      ),
    ]),
  );
}

function scriptOf(grants: Grants, port: number): Step {
  const project = {
    ...{ version: 1, project: "shop", secrets: { vault: "kv-shop" } },
    connections: {
      plant: {
        ...{ kind: "cassandra", server: "cassandra.example.org" },
        identity: { user: "grants_admin", secret: "cassandra-admin-password" },
        tables: Object.fromEntries(listed.map((one) => [one, {}])),
      },
    },
    principals: Object.fromEntries(roles.map((role, at) => [`principal${at}`, { role }])),
    environments: { prod: {} },
  };
  const own = [...grants].map(([role, on]) => [
    `principal${roles.indexOf(role)}`,
    Object.fromEntries([...on].map(([one, privileges]) => [`connections.plant.${one}`, privileges])),
  ]);
  const pipeline = { pipeline: "access", grants: Object.fromEntries(own) };
  // JSON is YAML.
  const tree = { "sluice.yaml": JSON.stringify(project), "pipelines/access.yaml": JSON.stringify(pipeline) };
  return commandOf(tree, port);
}

/** The command as it is printed, but for the place: the cluster is here, and nothing is encrypted. */
function commandOf(tree: Tree, port: number): Step {
  const { artifacts, diagnostics } = compile(memoryHost(tree), targets);
  expect(diagnostics).toEqual([]);
  const bodyOf = (path: string) => artifacts.find((one) => one.path === path)?.body ?? "";
  const command = bodyOf("env/prod/grants/plant.txt")
    .split("\n")
    .find((line) => line.startsWith("cqlsh "));
  expect(command).toBe("cqlsh cassandra.example.org 9042 --ssl -u grants_admin -f common/grants/plant.cql");
  return { cqlsh: ["127.0.0.1", String(port), "-u", "grants_admin"], script: bodyOf("common/grants/plant.cql") };
}

/** Every statement on every table, as every role. */
async function tried(grants: Grants, tables: readonly string[], ask: Ask): Promise<void> {
  const users = [...grants.keys()];
  const all = (of: readonly Action[]) =>
    tables.flatMap((table) =>
      users.flatMap((user) =>
        of.map(([statement, needs]) => ({ user, table, statement: statement(nameOf(table)), needs })),
      ),
    );
  const attempts = [...all(actions), ...all([emptying])];
  const [outcomes] = await ask([{ attempts: attempts.map(({ user, statement }) => [user, statement] as const) }]);
  const came = Array.isArray(outcomes) ? outcomes : [];
  expect(came.length).toBe(attempts.length);
  const should = attempts.map(({ user, table, needs }) => {
    const held = [table, `${table.split(".")[0]}.*`].flatMap((one) => grants.get(user)?.get(one) ?? []);
    return needs?.every((one) => held.includes(one)) ? null : "Unauthorized";
  });
  const wrong = attempts.flatMap(({ user, statement }, at) =>
    came[at] === should[at] ? [] : [`${user}: ${statement}: ${came[at]}`],
  );
  expect(wrong).toEqual([]);
  const allowed = should.filter((one) => one === null).length;
  expect(Math.min(allowed, should.length - allowed)).toBeGreaterThan(users.length * 2);
}

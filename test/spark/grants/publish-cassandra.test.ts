import { afterAll, beforeAll, expect, it } from "vitest";
import { user as everything } from "../../../local/azure/seed.js";
import { ensureCassandra } from "../../../local/engines/cassandra.js";
import { ensureSpark } from "../../../local/engines/engines.js";
import { planJson } from "../../../publish/plan-file.js";
import { planText } from "../../../publish/plan-text.js";
import type { Tree } from "../../golden.js";
import { impatient } from "../../publish/cloud.fixture.js";
import { projectCloud, type Version, versionOf } from "../../publish/project-cloud.fixture.js";
import { publisherOf, unrepeated } from "../../publish/publisher.fixture.js";
import { type KeptCassandra, keptCassandra } from "./kept-cassandra.fixture.js";

/* Rights published to a real cluster of Cassandra, whose user's password is in the stand-in's Key Vault. */

const password = "canary-7d3a";
const changes = ["insert", "update", "delete", "truncate"];

type Grants = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
const some: Grants = {
  analytics: { "connections.plant.shop.orders": ["select"] },
  shop: { "connections.plant.shop.orders": ["select", ...changes], "connections.plant.Mixed.*": ["select"] },
};
const other: Grants = {
  analytics: { "connections.plant.shop.orders": ["select"], "connections.plant.Mixed.*": ["select"] },
  shop: { "connections.plant.shop.orders": changes },
};

const filesOf = (grants: Grants, tables = ["shop.orders", "Mixed.*"]): Tree => ({
  "sluice.yaml": JSON.stringify({
    ...{ version: 1, project: "shop", lake: { account: "shopprod" }, secrets: { vault: "shop-prod" } },
    connections: {
      plant: {
        ...{ kind: "cassandra", server: "localhost" },
        identity: { user: "grants_admin", secret: "plant-admin-password" },
        tables: Object.fromEntries(tables.map((one) => [one, {}])),
      },
    },
    principals: { analytics: { role: "reader" }, shop: { role: 'shop "app"; --' } },
    environments: { prod: {} },
  }),
  ...(Object.keys(grants).length === 0
    ? {}
    : { "pipelines/access.yaml": JSON.stringify({ pipeline: "access", grants }) }),
});
const shop = '"shop ""app""; --"';

const [first, second, none] = [versionOf(filesOf(some)), versionOf(filesOf(other)), versionOf(filesOf({}))];
type Cloud = Awaited<ReturnType<typeof projectCloud>>;
let cluster: KeptCassandra;
let cloud: Cloud;

beforeAll(async () => {
  cluster = await keptCassandra(await ensureCassandra(await ensureSpark(() => {}), () => {}));
  await cluster.told(
    ...["shop", '"Mixed"'].map(
      (one) => `CREATE KEYSPACE ${one} WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}`,
    ),
    ...tables.map((table) => `CREATE TABLE ${table} (id int PRIMARY KEY, v text)`),
    `CREATE ROLE grants_admin WITH PASSWORD = '${password}' AND LOGIN = true AND SUPERUSER = true`,
    "CREATE ROLE foreign",
    "GRANT SELECT ON KEYSPACE shop TO foreign",
    `CREATE ROLE ${shop} WITH PASSWORD = 'of shop "app"; --' AND LOGIN = true`,
  );
  cloud = await projectCloud(filesOf(some), [], {
    cassandra: cluster.address,
    passwords: { "plant-admin-password": password },
  });
}, 240_000);

afterAll(async () => {
  await cloud.stop();
  await cluster.stop();
});

const tables = ["shop.orders", "shop.hidden", '"Mixed"."Orders"'];

function publisher(version: Version, { destination, credentialOf } = cloud, operation = impatient.operation) {
  const own = publisherOf(version, destination, credentialOf(everything.id), unrepeated(operation));
  return {
    ...own,
    changes: async () => (await own.plan()).steps.flatMap(({ changes }) => changes),
    publish: (allowed: readonly string[] = [], agreed?: { readonly digest: string }) => own.publish(allowed, agreed),
  };
}

const rightsStep = "update:rights/plant";

const ofForeign = (rows: readonly string[]) => rows.filter((row) => row.startsWith('["foreign"'));

/** What is not refused, of all that both roles try. */
async function allowed(): Promise<readonly string[]> {
  await cluster.told("ALTER ROLE reader WITH PASSWORD = 'of reader' AND LOGIN = true");
  const attempts = ["reader", 'shop "app"; --'].flatMap((role) =>
    tables.flatMap((table) =>
      [`SELECT * FROM ${table}`, `INSERT INTO ${table} (id) VALUES (1)`, `ALTER TABLE ${table} ADD w int`].map(
        (statement) => [role, statement] as const,
      ),
    ),
  );
  const [outcomes] = await cluster.server.ask([{ attempts }]);
  if (!Array.isArray(outcomes)) throw new Error("nothing was tried");
  expect(outcomes.filter((one) => one !== null && one !== "Unauthorized")).toEqual([]);
  return attempts
    .filter((_, at) => outcomes[at] === null)
    .map(([role, statement]) => `${role.slice(0, 6)}: ${statement}`);
}

it("publishes what is declared, says what it takes away and asks for it, and then has nothing to do", async () => {
  const [one, two] = [publisher(first), publisher(second)];
  const foreign = ofForeign(await cluster.held());
  expect(foreign.length).toBe(2);
  const before = await one.plan();
  const granted = { new: "granted", because: "unknown" };
  expect(before.steps.map(({ id, loses }) => [id, loses])).toEqual([[rightsStep, undefined]]);
  expect(before.steps[0]?.changes).toEqual([
    { path: "reader | ROLE", new: "made", because: "unknown" },
    { path: "reader | SELECT | TABLE shop.orders", ...granted },
    { path: 'shop "app"; -- | SELECT | KEYSPACE Mixed', ...granted },
    { path: 'shop "app"; -- | SELECT | TABLE shop.orders', ...granted },
    { path: 'shop "app"; -- | MODIFY | TABLE shop.orders', ...granted },
  ]);
  expect([before.byHand, before.rightsByHand, before.obstacles]).toEqual([[], [], []]);
  expect(await one.publish([], before)).toMatchObject({ kind: "published" });
  expect(await allowed()).toEqual([
    "reader: SELECT * FROM shop.orders",
    'shop ": SELECT * FROM shop.orders',
    'shop ": INSERT INTO shop.orders (id) VALUES (1)',
    'shop ": SELECT * FROM "Mixed"."Orders"',
  ]);
  expect((await one.plan()).steps).toEqual([]);
  const lessening = await two.plan();
  expect(lessening.steps[0]?.loses).toBe(
    'rights that principals hold: shop "app"; -- SELECT KEYSPACE Mixed, shop "app"; -- SELECT TABLE shop.orders',
  );
  expect((await two.publish()).kind).toBe("not-allowed");
  expect((await two.publish([rightsStep])).kind).toBe("published");
  expect(await allowed()).toEqual([
    "reader: SELECT * FROM shop.orders",
    'reader: SELECT * FROM "Mixed"."Orders"',
    'shop ": INSERT INTO shop.orders (id) VALUES (1)',
  ]);
  expect((await two.plan()).steps).toEqual([]);
  expect(ofForeign(await cluster.held())).toEqual(foreign);
  for (const text of [planText(lessening), planJson(lessening), cloud.everything(), JSON.stringify(cloud.destination)])
    expect(text).not.toContain(password);
  // What is granted in the cluster stays when the project goes, and the plan says where.
  const destruction = await publisher({ ...none, artifacts: [] }).destruction();
  expect(destruction.rightsLeft).toEqual([{ thing: "rights/plant", where: "localhost:9042" }]);
}, 120_000);

it("takes away what somebody gave by hand since, also what the script cannot see, and stops for what is not there", async () => {
  const two = publisher(second);
  const end = await cluster.held();
  await cluster.told(
    "ALTER ROLE reader WITH SUPERUSER = true",
    ...["DESCRIBE ON ALL ROLES", "SELECT ON MBEANS 'org.apache.*:*'", "EXECUTE ON ALL FUNCTIONS IN KEYSPACE shop"].map(
      (right) => `GRANT ${right} TO reader`,
    ),
    ...[
      "AUTHORIZE ON ROLE foreign",
      "MODIFY ON TABLE shop.hidden",
      'SELECT_MASKED ON ALL TABLES IN KEYSPACE "Mixed"',
    ].map((right) => `GRANT ${right} TO reader`),
    "GRANT foreign TO reader",
    `REVOKE MODIFY ON TABLE shop.orders FROM ${shop}`,
  );
  const plan = await two.plan();
  const taken = { old: "granted", because: "drift" };
  expect(plan.steps.flatMap((step) => step.changes)).toEqual([
    { path: "reader | SUPERUSER", ...taken },
    { path: "reader | EXECUTE | ALL FUNCTIONS IN KEYSPACE shop", ...taken },
    { path: "reader | DESCRIBE | ALL ROLES", ...taken },
    { path: "reader | SELECT_MASKED | ALL TABLES IN KEYSPACE Mixed", ...taken },
    { path: "reader | SELECT | MBEAN org.apache.*:*", ...taken },
    { path: "reader | AUTHORIZE | ROLE foreign", ...taken },
    { path: "reader | MODIFY | TABLE shop.hidden", ...taken },
    { path: 'shop "app"; -- | MODIFY | TABLE shop.orders', new: "granted", because: "drift" },
  ]);
  expect(planText(plan)).toContain("May all that 'foreign' may, of which 'reader' is a member");
  // Somebody is quicker.
  await cluster.told('REVOKE SELECT_MASKED ON ALL TABLES IN KEYSPACE "Mixed" FROM reader');
  expect((await two.publish([rightsStep], plan)).kind).toBe("other-plan");
  expect((await two.publish([rightsStep])).kind).toBe("published");
  await cluster.told("REVOKE foreign FROM reader");
  expect(await cluster.held()).toEqual(end);
  const missing = versionOf(filesOf({ analytics: { "connections.plant.shop.Missing": ["select"] } }, ["shop.Missing"]));
  expect((await publisher(missing).plan()).obstacles).toEqual([
    {
      thing: "rights/plant",
      message: "cannot be changed: TABLE shop.Missing is not there, and something is granted on it",
    },
  ]);
  expect(await cluster.held()).toEqual(end);
}, 120_000);

it("cut off at any message to the cluster, or with its answer lost, and published again ends the same", async () => {
  const two = publisher(second);
  const end = await cluster.held();
  const back = [
    "DROP ROLE reader",
    `REVOKE MODIFY ON TABLE shop.orders FROM ${shop}`,
    `GRANT SELECT ON KEYSPACE "Mixed" TO ${shop}`,
    `GRANT ALTER ON TABLE shop.hidden TO ${shop}`,
  ];
  await cluster.told(...back);
  const begin = await cluster.held();
  cluster.cutAt(undefined);
  cluster.sent();
  await two.plan();
  const read = cluster.sent();
  // Before the statement stand its length and what else the protocol has.
  const doing = /(REVOKE|GRANT|CREATE|ALTER|DROP) [A-Z]/;
  expect(read.filter((text) => doing.test(text))).toEqual([]);
  expect(read.filter((text) => text.includes("LIST ALL PERMISSIONS OF "))).toHaveLength(1);
  cluster.cutAt(undefined);
  await two.publish([rightsStep]);
  const sent = cluster.sent();
  // All that do something, some of those before that only read, and the last.
  const does = sent.flatMap((text, at) => (doing.test(text) ? [at + 1] : []));
  expect(does.length).toBe(6);
  const begun = does[0] ?? 0;
  const cuts = [begun - 7, begun - 1, ...does, begun + does.length, sent.length];
  // The role that is made again is shut out.
  const after = await cluster.held();
  expect(after.length).toBe(end.length);
  let half = 0;
  for (const when of ["before", "after"] as const)
    for (const at of cuts) {
      await cluster.told(...back);
      expect(await cluster.held()).toEqual(begin);
      cluster.cutAt(at, when);
      await two.publish([rightsStep]).catch((error: unknown) => error);
      cluster.cutAt(undefined);
      // Nobody holds what he neither held nor is to hold, and nothing is given before all is taken back.
      const now = await cluster.held();
      const [given, left] = [now.filter((one) => !begin.includes(one)), begin.filter((one) => !now.includes(one))];
      expect([when, at, given.filter((one) => !after.includes(one))]).toEqual([when, at, []]);
      expect([when, at, left.filter((one) => after.includes(one))]).toEqual([when, at, []]);
      if (given.length > 0) expect([when, at, left]).toEqual([when, at, begin.filter((one) => !after.includes(one))]);
      if (left.length > 0 && JSON.stringify(now) !== JSON.stringify(after)) half += 1;
      cloud.afterAMinute();
      expect([when, at, (await two.publish([rightsStep])).kind]).toEqual([when, at, "published"]);
      expect([when, at, await cluster.held()]).toEqual([when, at, after]);
    }
  expect(half).toBeGreaterThan(4);
  expect(await two.changes()).toEqual([]);
}, 300_000);

it("says why it cannot: another password, no superuser, no answer, nobody there, an unknown certificate", async () => {
  const two = publisher(second);
  const refusal = async (one = two) => String(await one.plan().catch((error: unknown) => error));
  const where = "rights: the Cassandra of connections.plant (localhost:9042), as grants_admin: ";
  await cluster.told("ALTER ROLE grants_admin WITH PASSWORD = 'another'");
  expect(await refusal()).toBe(`Error: ${where}Provided username grants_admin and/or password are incorrect`);
  await cluster.told(`ALTER ROLE grants_admin WITH PASSWORD = '${password}' AND SUPERUSER = false`);
  const [obstacle] = (await two.plan()).obstacles;
  expect(obstacle?.message).toContain("grants_admin is no superuser");
  await cluster.told("ALTER ROLE grants_admin WITH SUPERUSER = true");
  cluster.cutAt(1, "never");
  expect(await refusal(publisher(second, cloud, 300))).toMatch(/timeout|timed out/i);
  cluster.cutAt(undefined);
  const { destination } = cloud;
  const at = (place: { readonly host: string; readonly port: number; readonly ssl: "require" | "verify-full" }) => {
    const databases = destination.databases.map((one) => ({ ...one, ...place, reachedAt: undefined }));
    return publisher(second, { ...cloud, destination: { ...destination, databases } });
  };
  expect(await refusal(at({ host: "127.0.0.1", port: 1, ssl: "require" }))).toContain(
    "connect ECONNREFUSED 127.0.0.1:1",
  );
  expect(await refusal(at({ host: "nobody.invalid", port: 1, ssl: "require" }))).toMatch(/ENOTFOUND|EAI_AGAIN/);
  const { port } = cluster.server;
  expect(await refusal(at({ host: "localhost", port, ssl: "verify-full" }))).toContain("self-signed certificate");
  let isDone = false;
  const plan = at({ host: "localhost", port, ssl: "require" })
    .plan()
    .finally(() => {
      isDone = true;
    });
  const seen = new Set<unknown>();
  while (!isDone)
    for (const row of (await cluster.admin.execute("SELECT username, ssl_enabled FROM system_views.clients")).rows)
      if (row.get("username") === "grants_admin") seen.add(row.get("ssl_enabled"));
  expect((await plan).obstacles).toEqual([]);
  // By no other way: nothing else asks for encryption.
  expect([...seen]).toContain(true);
}, 120_000);

it("with its grants taken out leaves nothing of them, and others as they were", async () => {
  const three = publisher(none);
  expect((await three.publish([rightsStep])).kind).toBe("published");
  expect(await allowed()).toEqual([]);
  expect((await three.plan()).steps).toEqual([]);
  expect(ofForeign(await cluster.held())).toHaveLength(2);
}, 60_000);

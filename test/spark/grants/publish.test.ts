import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { user as everything } from "../../../local/azure/seed.js";
import type { PostgresEngine } from "../../../local/engines/engine.js";
import { ensureSpark } from "../../../local/engines/engines.js";
import { ensurePostgres } from "../../../local/engines/postgres.js";
import { permissionsOf } from "../../../publish/permissions.js";
import { planJson } from "../../../publish/plan-file.js";
import { planText } from "../../../publish/plan-text.js";
import type { Tree } from "../../golden.js";
import { impatient } from "../../publish/cloud.fixture.js";
import { projectCloud, type Version, versionOf } from "../../publish/project-cloud.fixture.js";
import { publisherOf, unrepeated } from "../../publish/publisher.fixture.js";
import { attemptsOf, type Grants, projectOf, type ShopTable } from "./access.fixture.js";
import { type KeptServer, keptServer } from "./kept-server.fixture.js";

/* Rights published to a real PostgreSQL, whose user's password is in the stand-in's Key Vault. */

const password = "canary-5e1f$'\"";
const team = ["analytics", "sales"];
const tables: readonly ShopTable[] = ["public.orders", "public.products"].map((name) => ({
  name,
  id: "serial",
  key: [],
}));
const declared = Object.fromEntries(tables.map(({ name }) => [name, { owner: "shop_owner" }]));

const filesOf = (grants: Grants): Tree => {
  const files = projectOf(team, declared, Object.keys(grants).length === 0 ? [] : [grants]);
  const project: Readonly<Record<string, unknown>> = JSON.parse(files["sluice.yaml"] ?? "");
  return { ...files, "sluice.yaml": JSON.stringify({ ...project, lake: { account: "shopprod" } }) };
};

const some: Grants = {
  analytics: { "public.orders": ["select"], "public.products": ["select"] },
  sales: { "public.orders": ["select", "insert", "update"] },
};
const other: Grants = {
  analytics: { "public.orders": [{ select: { columns: ["id", "name"] } }] },
  sales: { "public.orders": ["select", "insert", "update", "delete"], "public.products": ["select"] },
};

let engine: PostgresEngine;
let server: KeptServer;
let cloud: Awaited<ReturnType<typeof projectCloud>>;

/** The same planner and publisher without the right to read secrets. */
const secretless = {
  ...everything,
  id: "00000000-0000-0000-0000-00000000000b",
  grants: [{ scope: "/", actions: ["*"], dataActions: ["Microsoft.Storage/*"] }],
};

beforeAll(async () => {
  engine = await ensurePostgres(await ensureSpark(() => {}), () => {});
  server = await keptServer(engine);
  const made = await server.do({
    script: [
      `CREATE ROLE grants_admin LOGIN CREATEROLE PASSWORD '${password.replaceAll("'", "''")}'`,
      "CREATE ROLE shop_owner",
      "GRANT shop_owner TO grants_admin WITH INHERIT FALSE, SET TRUE",
      "REVOKE ALL ON DATABASE shop FROM PUBLIC",
      "REVOKE ALL ON SCHEMA public FROM PUBLIC",
      "GRANT USAGE, CREATE ON SCHEMA public TO shop_owner",
      "GRANT CONNECT ON DATABASE shop TO grants_admin WITH GRANT OPTION",
      "GRANT USAGE ON SCHEMA public TO grants_admin WITH GRANT OPTION",
      ...tables.flatMap(({ name }) => [
        `CREATE TABLE ${name} (id serial PRIMARY KEY, name text, amount integer)`,
        `ALTER TABLE ${name} OWNER TO shop_owner`,
      ]),
      "CREATE ROLE stranger; GRANT SELECT ON public.orders TO stranger",
    ].join(";\n"),
  });
  expect(made).toBeNull();
  cloud = await projectCloud(filesOf(some), [secretless], {
    postgres: server.address,
    passwords: { "shop-admin-password": password },
  });
}, 120_000);

afterAll(async () => {
  await cloud.stop();
  await server.stop();
});

function publisher(version: Version, who = everything.id, operation = impatient.operation) {
  const own = publisherOf(version, cloud.destination, cloud.credentialOf(who), unrepeated(operation));
  return {
    ...own,
    publish: (allowed: readonly string[] = [], agreed?: { readonly digest: string }) => own.publish(allowed, agreed),
  };
}

const [first, second, none] = [versionOf(filesOf(some)), versionOf(filesOf(other)), versionOf(filesOf({}))];

/** What everybody may do, as the catalogue has it, each list in one order. */
const rights = async (): Promise<string> =>
  JSON.stringify(
    await server.do({
      query: `SELECT place, item::text FROM (
        SELECT 'database' AS place, unnest(datacl) AS item FROM pg_database WHERE datname = 'shop'
        UNION ALL SELECT 'schema ' || nspname, unnest(nspacl) FROM pg_namespace
        UNION ALL SELECT 'class ' || oid::regclass, unnest(relacl) FROM pg_class
        UNION ALL SELECT 'column ' || attrelid::regclass || '.' || attname, unnest(attacl) FROM pg_attribute
      ) AS one ORDER BY 1, 2`,
    }),
  );

const attempted = async (grants: Grants): Promise<void> => {
  const attempts = attemptsOf(team, tables, (role, { name }) => grants[role]?.[name] ?? []);
  const found = await server.do({ attempts: attempts.map(({ role, statement }) => [role, statement]) });
  expect(found).toEqual(attempts.map(({ isAllowed }) => (isAllowed ? null : "42501")));
};

const rightsStep = "update:rights/shop";

it("publishes what is declared, says what it takes away and asks for it, and then has nothing to do", async () => {
  const [one, two] = [publisher(first), publisher(second)];
  const before = await one.plan();
  expect(before.steps.map(({ id }) => id)).toEqual([rightsStep]);
  expect(before.byHand).toEqual([]);
  expect(planText(before)).toContain('analytics | SELECT | TABLE public.orders: nothing → "granted"');
  expect(cloud.control.writes()).toEqual([]);
  const made = await one.publish([], before);
  expect(made).toMatchObject({ kind: "published" });
  await attempted(some);
  expect((await one.plan()).steps).toEqual([]);
  const lessening = await two.plan();
  expect(lessening.steps[0]?.loses).toBe(
    "rights that principals hold: analytics SELECT TABLE public.orders, analytics SELECT TABLE public.products",
  );
  expect((await two.publish()).kind).toBe("not-allowed");
  await attempted(some);
  expect((await two.publish([rightsStep])).kind).toBe("published");
  await attempted(other);
  expect((await two.plan()).steps).toEqual([]);
}, 120_000);

it("sees what somebody has changed since, and plans nothing on what is there no more", async () => {
  const two = publisher(second);
  await two.publish([rightsStep]);
  await server.do({
    script: "GRANT UPDATE ON public.products TO analytics; REVOKE DELETE ON public.orders FROM sales",
  });
  const plan = await two.plan();
  expect(plan.steps.flatMap(({ changes }) => changes)).toEqual([
    { path: "analytics | UPDATE | TABLE public.products", old: "granted", because: "drift" },
    { path: "sales | DELETE | TABLE public.orders", new: "granted", because: "drift" },
  ]);
  await server.do({ script: "GRANT DELETE ON public.orders TO sales" });
  expect((await two.publish([rightsStep], plan)).kind).toBe("other-plan");
  expect((await two.publish([rightsStep])).kind).toBe("published");
  await attempted(other);
  await server.do({ script: "ALTER TABLE public.products OWNER TO grants_admin" });
  expect((await two.plan()).obstacles).toEqual([
    { thing: "rights/shop", message: "cannot be changed: TABLE public.products is owned by grants_admin" },
  ]);
  await server.do({ script: "ALTER TABLE public.products OWNER TO shop_owner" });
}, 120_000);

it("killed at any message to the database, or with its answer lost, and run again ends the same", async () => {
  const [one, two] = [publisher(first), publisher(second)];
  await one.publish([rightsStep]);
  await two.publish([rightsStep]);
  const end = await rights();
  await one.publish([rightsStep]);
  const begin = await rights();
  server.cutAt(undefined);
  await two.publish([rightsStep]);
  const messages = server.messages();
  expect(messages).toBeGreaterThan(10);
  expect(await rights()).toBe(end);
  let runs = 0;
  for (const when of ["before", "after"] as const)
    for (let at = 1; at <= messages; at += 1) {
      server.cutAt(undefined);
      await one.publish([rightsStep]);
      expect(await rights()).toBe(begin);
      server.cutAt(at, when);
      await two.publish([rightsStep]).catch((error: unknown) => error);
      server.cutAt(undefined);
      cloud.afterAMinute();
      const { kind } = await two.publish([rightsStep]);
      expect([when, at, kind]).toEqual([when, at, "published"]);
      expect(await rights()).toBe(end);
      expect((await two.plan()).steps).toEqual([]);
      runs += 1;
    }
  expect(runs).toBe(2 * messages);
}, 300_000);

it("waits neither for ever for what somebody else has locked, nor for a server that does not answer", async () => {
  const [one, two, hasty] = [publisher(first), publisher(second), publisher(second, everything.id, 1500)];
  await one.publish([rightsStep]);
  const before = await rights();
  const [host = "", port] = server.address.split(":");
  const other = new pg.Client({ host, port: Number(port), user: "sluice", database: "shop" });
  await other.connect();
  await other.query("BEGIN; GRANT SELECT ON public.orders TO stranger");
  const waited = await hasty.publish([rightsStep]);
  expect(String(waited.kind === "broken-off" && waited.error)).toContain(
    "canceling statement due to statement timeout",
  );
  await other.query("ROLLBACK");
  await other.end();
  expect(await rights()).toBe(before);
  server.cutAt(undefined);
  await hasty.plan();
  const messages = server.messages();
  expect(messages).toBeGreaterThan(5);
  // To the last one, which only takes leave, no answer is awaited.
  for (let at = 1; at < messages; at += 1) {
    server.cutAt(at, "never");
    await expect(publisher(second, everything.id, 100).plan()).rejects.toThrow(/timeout/);
  }
  server.cutAt(undefined);
  cloud.afterAMinute();
  expect((await two.publish([rightsStep])).kind).toBe("published");
}, 60_000);

it("needs the right to read the password, says so, and keeps it to itself", async () => {
  const two = publisher(second);
  const plan = await two.plan();
  const { secrets } = permissionsOf(cloud.destination, two.wanted, "publish");
  expect(secrets?.role).toBe("Key Vault Secrets User");
  await expect(publisher(second, secretless.id).plan()).rejects.toThrow(
    "Microsoft.KeyVault/vaults/secrets/getSecret/action",
  );
  const wrong = publisher(second);
  await server.do({ script: "ALTER ROLE grants_admin PASSWORD 'another'" });
  const refusal = await wrong.plan().catch((error: unknown) => String(error));
  expect(refusal).toContain('password authentication failed for user "grants_admin"');
  await server.do({ script: `ALTER ROLE grants_admin PASSWORD '${password.replaceAll("'", "''")}'` });
  for (const text of [
    planText(plan),
    planJson(plan),
    cloud.everything(),
    JSON.stringify(cloud.destination),
    `${refusal}`,
  ])
    for (const form of [password, JSON.stringify(password).slice(1, -1), encodeURIComponent(password)])
      expect(text).not.toContain(form);
}, 120_000);

it("with its grants taken out leaves nothing of them, and others as they were", async () => {
  const three = publisher(none);
  expect((await three.publish([rightsStep])).kind).toBe("published");
  await attempted({});
  expect(await server.do({ query: "SELECT has_table_privilege('stranger', 'public.orders', 'SELECT')" })).toEqual([
    [true],
  ]);
  expect((await three.plan()).steps).toEqual([]);
}, 60_000);

import { afterAll, beforeAll, expect, it } from "vitest";
import { user as everything } from "../../../local/azure/seed.js";
import type { PackagesEngine } from "../../../local/engines/engine.js";
import { ensureSpark } from "../../../local/engines/engines.js";
import { ensureRedis } from "../../../local/engines/packages.js";
import { planJson } from "../../../publish/plan-file.js";
import { planText } from "../../../publish/plan-text.js";
import type { Tree } from "../../golden.js";
import { impatient } from "../../publish/cloud.fixture.js";
import { projectCloud, type Version, versionOf } from "../../publish/project-cloud.fixture.js";
import { publisherOf, unrepeated } from "../../publish/publisher.fixture.js";
import { type KeptRedis, keptRedis } from "./kept-redis.fixture.js";
import type { Client } from "./redis-server.js";

/* Rights published to a real Redis, whose user's password is in the stand-in's Key Vault. */

const password = "canary-5e1f";
/** As docs/grants.md says it. */
const grantor = "+acl|getuser +acl|setuser +acl|cat +acl|save +config|get +info +multi +exec";
const users = [
  "user default on nopass sanitize-payload ~* &* +@all",
  `user grants-admin on >${password} sanitize-payload resetchannels -@all ${grantor}`,
  "user foreign on >foreign sanitize-payload ~h* resetchannels -@all +get (%R~a* resetchannels -@all +set)",
  "user shop-app on >shop-app sanitize-payload resetchannels -@all",
];

type Grants = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
const some: Grants = {
  analytics: { "connections.cache.sessions": ["select"] },
  shop: { "connections.cache.sessions": ["select", "insert"], "connections.cache.carts": ["select", "delete"] },
};
const other: Grants = {
  analytics: { "connections.cache.sessions": ["select"], "connections.cache.carts": ["select"] },
  shop: { "connections.cache.sessions": ["select", "insert", "update"] },
};

const filesOf = (grants: Grants): Tree => ({
  "sluice.yaml": JSON.stringify({
    ...{ version: 1, project: "shop", lake: { account: "shopprod" }, secrets: { vault: "shop-prod" } },
    connections: {
      cache: {
        ...{ kind: "redis", server: "cache.example.org" },
        identity: { user: "grants-admin", secret: "cache-admin-password" },
        keys: { sessions: { pattern: "session:*", type: "string" }, carts: { pattern: "cart:*", type: "hash" } },
      },
    },
    principals: { analytics: { role: "reader" }, shop: { role: "shop-app" } },
    environments: { prod: {} },
  }),
  ...(Object.keys(grants).length === 0
    ? {}
    : { "pipelines/access.yaml": JSON.stringify({ pipeline: "access", grants }) }),
});

const [first, second, none] = [versionOf(filesOf(some)), versionOf(filesOf(other)), versionOf(filesOf({}))];
type Cloud = Awaited<ReturnType<typeof projectCloud>>;
let engine: PackagesEngine;
let server: KeptRedis;
let admin: Client;
let cloud: Cloud;

const cloudOf = (redis: string): Promise<Cloud> =>
  projectCloud(filesOf(some), [], { redis, passwords: { "cache-admin-password": password } });

beforeAll(async () => {
  engine = await ensureRedis(await ensureSpark(() => {}), () => {});
  server = await keptRedis(engine, users, "aclfile");
  admin = await server.login();
  cloud = await cloudOf(server.address);
}, 120_000);

afterAll(async () => {
  await cloud.stop();
  await server.stop();
});

function publisher(version: Version, { destination, credentialOf } = cloud, operation = impatient.operation) {
  const own = publisherOf(version, destination, credentialOf(everything.id), unrepeated(operation));
  return {
    ...own,
    changes: async () => (await own.plan()).steps.flatMap(({ changes }) => changes),
    publish: (allowed: readonly string[] = [], agreed?: { readonly digest: string }) => own.publish(allowed, agreed),
  };
}

/** A connection is the user that it was when somebody else's rights change: as the server has it, without passwords of those that are let in. */
const held = async (): Promise<string> => admin.ask("ACL", "LIST");
const rightsStep = "update:rights/cache";
const keep = "ACL SAVE, which keeps all users of the server as they are now";

/** Each command on each key, as a user: what is not refused. */
async function allowed(user: string): Promise<readonly string[]> {
  const commands = [
    ...["GET", "SETNX", "MSET", "SET", "DEL"].map((one) => [one, "session:1", ...(/SET/.test(one) ? ["a"] : [])]),
    ...["HGETALL", "HSET", "DEL"].map((one) => [one, "cart:1", ...(one === "HSET" ? ["a", "1"] : [])]),
    ["PUBLISH", "channel", "a"],
  ];
  await admin.ask("ACL", "SETUSER", user, "on", `>${user}`);
  const client = await server.login({ user, password: user });
  const replies: string[] = [];
  for (const words of commands)
    if (!(await client.ask(...words)).startsWith("-NOPERM")) replies.push(words.slice(0, 2).join(" "));
  return replies;
}

it("publishes what is declared, says what it takes away and asks for it, and then has nothing to do", async () => {
  const [one, two] = [publisher(first), publisher(second)];
  const foreign = (await held()).match(/user foreign .*/)?.[0];
  const before = await one.plan();
  const granted = { new: "granted", because: "unknown" };
  expect(before.steps.map(({ id, loses }) => [id, loses])).toEqual([[rightsStep, undefined]]);
  expect(before.steps[0]?.changes).toEqual([
    { path: "reader | USER", new: "made", because: "unknown" },
    { path: "reader | +get +getrange +mget +strlen | %R~session:*", ...granted },
    {
      path: "shop-app | +hexists +hget +hgetall +hkeys +hlen +hmget +hscan +hstrlen +hvals | %R~cart:*",
      ...granted,
    },
    { path: "shop-app | +del +unlink | %W~cart:*", ...granted },
    { path: "shop-app | +get +getrange +mget +strlen | %R~session:*", ...granted },
    { path: "shop-app | +msetnx +setnx | %W~session:*", ...granted },
    { path: keep, new: "done", because: "unknown" },
  ]);
  expect(before.byHand).toEqual([]);
  expect(before.rightsByHand).toEqual([]);
  expect(planText(before)).toContain('reader | USER: nothing → "made" (never published from here)');
  expect(await held()).not.toContain("reader");
  expect(await one.publish([], before)).toMatchObject({ kind: "published" });
  expect(await held()).toContain("user reader off ");
  expect(server.file()).toContain("user reader off ");
  expect(await allowed("reader")).toEqual(["GET session:1"]);
  expect(await allowed("shop-app")).toEqual(["GET session:1", "SETNX session:1", "HGETALL cart:1", "DEL cart:1"]);
  expect((await one.plan()).steps).toEqual([]);
  const lessening = await two.plan();
  expect(lessening.steps[0]?.loses).toBe(
    "rights that principals hold: shop-app +hexists +hget +hgetall +hkeys +hlen +hmget +hscan +hstrlen +hvals %R~cart:*, shop-app +del +unlink %W~cart:*",
  );
  expect((await two.publish()).kind).toBe("not-allowed");
  expect(await allowed("reader")).toEqual(["GET session:1"]);
  expect((await two.publish([rightsStep])).kind).toBe("published");
  expect(await allowed("reader")).toEqual(["GET session:1", "HGETALL cart:1"]);
  expect(await allowed("shop-app")).toEqual(["GET session:1", "SETNX session:1", "MSET session:1"]);
  expect((await two.plan()).steps).toEqual([]);
  expect((await held()).match(/user foreign .*/)?.[0]).toBe(foreign);
  expect(server.file()).toContain("user foreign ");
  for (const text of [planText(lessening), planJson(lessening), cloud.everything(), JSON.stringify(cloud.destination)])
    expect(text).not.toContain(password);
  // What is granted in Redis stays when the project goes, and the plan says where.
  const destruction = await publisher({ ...none, artifacts: [] }).destruction();
  expect(destruction.rightsLeft).toEqual([{ thing: "rights/cache", where: "cache.example.org:6379" }]);
}, 60_000);

it("sees what somebody has changed since, rule by rule, and plans nothing on what is there no more", async () => {
  const two = publisher(second);
  await two.publish([rightsStep]);
  const end = await held();
  await admin.ask("ACL", "SETUSER", "reader", "&news:*", "(~session:* +@all -@dangerous)", "(%R~a +get +set)");
  await admin.ask("ACL", "SETUSER", "shop-app", "clearselectors", "%RW~session:*", "+mget", "+get", "+ping");
  const plan = await two.plan();
  const [taken, given] = [
    { old: "granted", because: "drift" },
    { new: "granted", because: "drift" },
  ];
  expect(plan.steps.flatMap(({ changes }) => changes)).toEqual([
    { path: "reader | &news:*", ...taken },
    { path: "reader | +@all | ~session:*", ...taken },
    { path: "reader | +get +set | %R~a", ...taken },
    { path: "shop-app | +get +mget +ping | ~session:*", ...taken },
    { path: "shop-app | +getrange +strlen | %R~session:*", ...given },
    { path: "shop-app | +mset +msetnx +setnx | %W~session:*", ...given },
    { path: keep, new: "done", because: "drift" },
  ]);
  await admin.ask("ACL", "SETUSER", "reader", "resetchannels");
  expect((await two.publish([rightsStep], plan)).kind).toBe("other-plan");
  expect((await two.publish([rightsStep])).kind).toBe("published");
  expect(await held()).toBe(end);
  // Other words for the same are no change.
  await admin.ask("ACL", "SETUSER", "reader", "clearselectors", "(%R~session:* +get)", "(%R~session:* +strlen)");
  await admin.ask("ACL", "SETUSER", "reader", "(%R~session:* +getrange +mget)", "(%RW~cart:* -@all)");
  expect((await two.changes()).map(({ path }) => path)).toEqual([
    "reader | ~cart:*",
    "reader | +hexists +hget +hgetall +hkeys +hlen +hmget +hscan +hstrlen +hvals | %R~cart:*",
    keep,
  ]);
  await two.publish([rightsStep]);
}, 60_000);

it("cut off at any message to the server, or with its answer lost, and published again ends the same, after a restart too", async () => {
  const [one, two] = [publisher(first), publisher(second)];
  await two.publish([rightsStep]);
  const end = await held();
  await one.publish([rightsStep]);
  const begin = await held();
  expect(begin).not.toBe(end);
  const [before, users] = [server.file(), await ruled("reader", "shop-app")];
  server.cutAt(undefined);
  await two.publish([rightsStep]);
  const messages = server.messages();
  expect(messages).toBeGreaterThan(10);
  const after = server.file();
  expect(after).not.toBe(before);
  let half = 0;
  for (const when of ["before", "after"] as const)
    for (let at = 1; at <= messages; at += 1) {
      server.cutAt(undefined);
      for (const words of users) await admin.ask(...words);
      await admin.ask("ACL", "SAVE");
      expect(await held()).toBe(begin);
      server.cutAt(at, when);
      await two.publish([rightsStep]).catch((error: unknown) => error);
      server.cutAt(undefined);
      // All users have what they had, or what is declared.
      const now = await held();
      expect([begin, end]).toContain(now);
      if (now === end && server.file() === before) half += 1;
      cloud.afterAMinute();
      expect([when, at, (await two.publish([rightsStep])).kind]).toEqual([when, at, "published"]);
      expect(await held()).toBe(end);
      expect(server.file()).toBe(after);
      expect(await two.changes()).toEqual([]);
    }
  // The file is behind where it was broken off between the two.
  expect(half).toBeGreaterThan(1);
  await server.restart();
  admin = await server.login();
  expect(await held()).toBe(end);
  expect(await two.changes()).toEqual([]);
}, 120_000);

/** Commands that make users again what they are. */
async function ruled(...names: readonly string[]): Promise<readonly (readonly string[])[]> {
  const lines = (await held()).split("\r\n");
  return names.map((name) => {
    const [, , ...rules] = lines.find((line) => line.startsWith(`user ${name} `))?.match(/\([^)]*\)|\S+/g) ?? [];
    return ["ACL", "SETUSER", name, "reset", ...rules];
  });
}

it("says why it cannot: nobody there, another password, no right to do it, no answer", async () => {
  const two = publisher(second);
  const refusal = async (one = two) => String(await one.plan().catch((error: unknown) => error));
  const where = "rights: the Redis of connections.cache (cache.example.org:6379), as grants-admin: ";
  await admin.ask("ACL", "SETUSER", "grants-admin", "resetpass", ">another");
  expect(await refusal()).toContain(`${where}WRONGPASS`);
  await admin.ask("ACL", "SETUSER", "grants-admin", "resetpass", `>${password}`, "-acl|getuser");
  expect(await refusal()).toMatch(/NOPERM .*'acl\|getuser'.*The user needs \+acl\|getuser \+acl\|setuser/);
  await admin.ask("ACL", "SETUSER", "grants-admin", "+acl|getuser", "-acl|setuser");
  await publisher(first).publish([rightsStep]);
  const before = await held();
  const broken = await publisher(first).publish([rightsStep]);
  expect(`${broken.kind === "broken-off" && broken.error}`).toMatch(/NOPERM .*'acl\|setuser'/);
  expect(await held()).toBe(before);
  await admin.ask("ACL", "SETUSER", "grants-admin", "+acl|setuser");
  server.cutAt(1, "never");
  expect(await refusal(publisher(second, cloud, 300))).toContain("no answer within 300 ms");
  server.cutAt(undefined);
  const { destination } = cloud;
  const databases = destination.databases.map((one) => ({ ...one, reachedAt: { host: "127.0.0.1", port: 1 } }));
  const away = { ...cloud, destination: { ...destination, databases } };
  expect(await refusal(publisher(second, away))).toContain(`${where}connect ECONNREFUSED`);
  cloud.afterAMinute();
  expect((await two.publish([rightsStep])).kind).toBe("published");
}, 60_000);

it("with its grants taken out leaves nothing of them, and others as they were", async () => {
  const three = publisher(none);
  expect((await three.publish([rightsStep])).kind).toBe("published");
  expect(await allowed("reader")).toEqual([]);
  expect(await allowed("shop-app")).toEqual([]);
  expect((await three.plan()).steps).toEqual([]);
}, 60_000);

it("tells who keeps no file of its users, and what to do where there are several servers", async () => {
  for (const [keeping, told] of [
    ["config", "'CONFIG REWRITE' there keeps it"],
    ["none", "neither an 'aclfile' nor a file of its configuration"],
  ] as const) {
    const one = await keptRedis(engine, users, keeping);
    const own = await cloudOf(one.address);
    try {
      const plan = await publisher(first, own).plan();
      expect(plan.rightsByHand.map(({ thing, where }) => [thing, where])).toEqual([
        ["rights/cache", "cache.example.org:6379"],
      ]);
      expect(planText(plan)).toContain(told);
      expect((await publisher(first, own).publish([])).kind).toBe("published");
      expect(await publisher(first, own).plan()).toMatchObject({ steps: [], rightsByHand: [] });
    } finally {
      await own.stop();
      await one.stop();
    }
  }
  const node = await keptRedis(engine, users, "cluster");
  const own = await cloudOf(node.address);
  try {
    expect((await publisher(first, own).plan()).obstacles.map(({ message }) => message)).toEqual([
      expect.stringContaining("it is one node of a cluster"),
    ]);
  } finally {
    await own.stop();
    await node.stop();
  }
}, 60_000);

import { beforeAll, expect, it } from "vitest";
import { compile } from "../../../compiler/compile.js";
import type { PackagesEngine } from "../../../local/engines/engine.js";
import { ensureSpark } from "../../../local/engines/engines.js";
import { ensureRedis } from "../../../local/engines/packages.js";
import { targets } from "../../../targets/index.js";
import { memoryHost } from "../../golden.js";
import { type Client, onRedis } from "./redis-server.js";

/* The script of rights, run on a real Redis, and every command that it is about tried as every user, and others. */

let engine: PackagesEngine;
beforeAll(async () => {
  engine = await ensureRedis(await ensureSpark(() => {}), () => {});
});

/** Principal → keys → privileges. */
type Grants = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** Those that end with `s` are strings, the others are hashes. */
const isString = (keys: string) => keys.endsWith("s");

type Action = readonly [words: (key: string) => readonly string[], needs: string | undefined];

/** What each command does to a row, by what Redis says of it; undefined: it is nobody's, as it does what no privilege says. */
const ofStrings: readonly Action[] = [
  [(key) => ["GET", key], "select"],
  [(key) => ["MGET", key, key], "select"],
  [(key) => ["STRLEN", key], "select"],
  [(key) => ["GETRANGE", key, "0", "1"], "select"],
  [(key) => ["SETNX", key, "b"], "insert"],
  [(key) => ["MSETNX", key, "b"], "insert"],
  [(key) => ["MSET", key, "b"], "insert update"],
  [(key) => ["SET", key, "b"], "insert update delete"],
  [(key) => ["SET", key, "b", "PXAT", "1"], "insert update delete"],
  [(key) => ["SET", key, "b", "GET"], undefined],
  [(key) => ["APPEND", key, "b"], undefined],
  [(key) => ["GETSET", key, "b"], undefined],
  [(key) => ["GETDEL", key], undefined],
];
const ofHashes: readonly Action[] = [
  [(key) => ["HGET", key, "a"], "select"],
  [(key) => ["HMGET", key, "a"], "select"],
  [(key) => ["HGETALL", key], "select"],
  [(key) => ["HSCAN", key, "0"], "select"],
  [(key) => ["HSET", key, "a", "2"], "insert update"],
  [(key) => ["HSETNX", key, "b", "2"], "insert update"],
  [(key) => ["HDEL", key, "a"], "insert update delete"],
  [(key) => ["HINCRBY", key, "a", "1"], undefined],
];
const ofAll: readonly Action[] = [
  [(key) => ["DEL", key], "delete"],
  [(key) => ["UNLINK", key], "delete"],
  [(key) => ["EXPIRE", key, "1"], undefined],
  [(key) => ["RENAME", key, "elsewhere"], undefined],
  [(key) => ["COPY", key, "elsewhere"], undefined],
  [(key) => ["DUMP", key], undefined],
  [() => ["KEYS", "*"], undefined],
  [() => ["SCAN", "0"], undefined],
  [() => ["FLUSHDB"], undefined],
  [() => ["ACL", "LIST"], undefined],
  [() => ["CONFIG", "GET", "*"], undefined],
  [() => ["EVAL", "return 1", "0"], undefined],
  [() => ["PUBLISH", "channel", "a"], undefined],
];

it(
  "lets each user do what is declared, takes away what is no longer, and leaves others alone",
  () =>
    onRedis(engine, async (login) => {
      const admin = await login();
      const [names, keys] = [numbered("user", 24), [...numbered("s", 8), ...numbered("h", 8)].map(named)];
      // One of them is there before, with a password and rights by hand; so is one that is not the project's.
      await admin.ask("ACL", "SETUSER", "user0", "on", ">of user0", "~*", "&*", "+@all");
      await admin.ask("ACL", "SETUSER", "foreign", "on", ">of foreign", "~h*", "+get", "(%R~a* +set)");
      const foreign = lineOf(await admin.ask("ACL", "LIST"), "foreign");

      const first = generated(names, keys, 7);
      expect([...first.values()].flatMap((one) => [...one.values()].flat()).length).toBeGreaterThan(500);
      await applied(admin, first, keys);
      // Who was not there is shut out.
      expect(lineOf(await admin.ask("ACL", "LIST"), "user1")).toContain("user user1 off");
      for (const name of names.slice(1)) await admin.ask("ACL", "SETUSER", name, "on", `>of ${name}`);
      const clients = new Map<string, Client>();
      for (const name of names) clients.set(name, await login(name));
      await tried(admin, clients, first, keys);

      const before = await admin.ask("ACL", "LIST");
      await applied(admin, first, keys);
      expect(await admin.ask("ACL", "LIST")).toBe(before);

      // Some are granted nothing now, and what was given by hand goes too. Who is connected stays so.
      await admin.ask("ACL", "SETUSER", "user3", "~*", "+@all", "(~* +set)");
      const second = new Map([...generated(names, keys, 8)].filter((_, at) => at % 4 !== 0));
      await applied(admin, second, keys);
      await tried(admin, clients, second, keys);
      await login("user0");
      expect(lineOf(await admin.ask("ACL", "LIST"), "foreign")).toBe(foreign);
    }),
  60_000,
);

const numbered = (name: string, count: number) => Array.from({ length: count }, (_, at) => `${name}${at}`);

/** `h3` → `of_h3_h`; `s3` → `of_s3_s`, so that the last letter is the type's. */
const named = (key: string) => `of_${key}_${key[0]}`;

/** Of privileges these alone can be granted, by the types' own commands. */
const choices = (keys: string): readonly (readonly string[])[] => [
  ["select"],
  ["select", "delete"],
  ["insert", "update"],
  ["select", "insert", "update"],
  ["insert", "update", "delete"],
  ["select", "insert", "update", "delete"],
  ...(isString(keys) ? [["insert"], ["select", "insert", "delete"]] : [["delete"]]),
];

/** Each user has something on all keys but each fifth, by numbers that are the same each time. */
function generated(names: readonly string[], keys: readonly string[], seed: number): Grants {
  let state = seed;
  const next = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  return new Map(
    names.map((name) => [
      name,
      new Map(
        keys.filter(() => next(5) > 0).map((one) => [one, choices(one)[next(choices(one).length)] ?? []] as const),
      ),
    ]),
  );
}

async function applied(admin: Client, grants: Grants, keys: readonly string[]): Promise<void> {
  const replies = await admin.run(scriptOf(grants, keys));
  expect(replies.slice(1)).toEqual(numbered("user", 24).map(() => "+OK\r\n"));
}

function scriptOf(grants: Grants, keys: readonly string[]): string {
  const project = {
    ...{ version: 1, project: "shop" },
    connections: {
      cache: {
        ...{ kind: "redis", server: "cache.example.org" },
        keys: Object.fromEntries(
          keys.map((one) => [one, { pattern: `${one}:*`, type: isString(one) ? "string" : "hash" }]),
        ),
      },
    },
    principals: Object.fromEntries(numbered("user", 24).map((name) => [name, { role: name }])),
    environments: { prod: {} },
  };
  const own = [...grants].map(([name, on]) => [
    name,
    Object.fromEntries([...on].map(([one, privileges]) => [`connections.cache.${one}`, privileges])),
  ]);
  const pipeline = { pipeline: "access", grants: Object.fromEntries(own) };
  // JSON is YAML.
  const tree = { "sluice.yaml": JSON.stringify(project), "pipelines/access.yaml": JSON.stringify(pipeline) };
  const { artifacts, diagnostics } = compile(memoryHost(tree), targets);
  expect(diagnostics).toEqual([]);
  const script = artifacts.find(({ path }) => path === "common/grants/cache.redis");
  if (script === undefined) throw new Error("There is no script.");
  return script.body;
}

/** Every command on a key of every name, as every user, and on keys that are made after the rights were given. */
async function tried(
  admin: Client,
  clients: ReadonlyMap<string, Client>,
  grants: Grants,
  keys: readonly string[],
): Promise<void> {
  const wrong: string[] = [];
  let [allowed, refused] = [0, 0];
  for (const [name, client] of clients)
    for (const one of keys) {
      const held = grants.get(name)?.get(one) ?? [];
      for (const [words, needs] of [...(isString(one) ? ofStrings : ofHashes), ...ofAll]) {
        const key = `${one}:1`;
        await admin.ask("DEL", key);
        await (isString(one) ? admin.ask("SET", key, "a") : admin.ask("HSET", key, "a", "1"));
        const reply = await client.ask(...words(key));
        const isAllowed = needs?.split(" ").every((privilege) => held.includes(privilege)) ?? false;
        const isRefused = reply.startsWith("-NOPERM");
        if (isAllowed === isRefused || (!isRefused && reply.startsWith("-")))
          wrong.push(`${name} (${held.join(", ")}) ${words(key).join(" ")}: ${reply.trim()}`);
        if (isRefused) refused++;
        else allowed++;
      }
    }
  expect(wrong).toEqual([]);
  expect(Math.min(allowed, refused)).toBeGreaterThan(500);
}

const lineOf = (list: string, user: string): string | undefined =>
  list.split("\r\n").find((line) => line.startsWith(`user ${user} `));

import fc from "fast-check";
import { expect, it } from "vitest";
import { changesOfUser, type HeldUser, selectorsOf, usersIn } from "./redis-acl.js";

const rule = (commands: string, keys = "", channels = "") => ({ commands, keys, channels });
const none = rule("-@all");
const changes = (script: string, held: HeldUser | undefined, categories = new Map<string, readonly string[]>()) =>
  usersIn(`ECHO "Rights of the users"\n${script}\n`).flatMap((user) =>
    changesOfUser(user, held && selectorsOf(held, categories)).map(({ action, privilege, object }) =>
      [action, privilege, object].filter((word) => word !== undefined).join(" "),
    ),
  );
const emitted = (...selectors: readonly string[]) =>
  ["ACL SETUSER reader resetkeys resetchannels nocommands clearselectors", ...selectors.map((one) => `"${one}"`)].join(
    " ",
  );

it("reads the rules of Redis 7.0 too, which has categories where commands were written", () => {
  const hash = ["hget", "hgetall", "hset", "hincrby"];
  const held = { rules: [none, rule("-@all +@hash -hincrby -hset", "%R~cart:*")] };
  expect(changes(emitted("(%R~cart:* +hget +hgetall)"), held, new Map([["hash", hash]]))).toEqual([]);
});

it("tells a category as a whole, what of it stays, or what goes, whichever is shorter", () => {
  const categories = new Map([
    ["read", ["get", "mget", "strlen", "scan", "keys"]],
    ["hash", ["hget", "hset"]],
  ]);
  const held = { rules: [rule("-@all +@read +@hash +ping", "~*")] };
  expect(changes(emitted("(%R~* %W~* +get)"), held, categories)).toEqual([
    "revoke +ping ~*",
    "revoke +@read ~*",
    "revoke +@hash ~*",
  ]);
  const two = { rules: [rule("-@all +@read", "%R~a"), none] };
  expect(changes(emitted("(%R~a +get)"), two, categories)).toEqual(["revoke +@read but for get %R~a"]);
  expect(changes(emitted("(%R~a +get +mget +strlen +scan)"), two, categories)).toEqual(["revoke +keys %R~a"]);
});

it("tells one command with keys of two names from two commands", () => {
  const apart = { rules: [none, rule("-@all +mget", "%R~a"), rule("-@all +mget", "%R~b")] };
  expect(changes(emitted("(%R~a %R~b +mget)"), apart)).toEqual(["grant +mget %R~a and %R~b at once"]);
  expect(changes(emitted("(%R~a +mget)"), { rules: [none, rule("-@all +mget", "%R~a %R~b")] })).toEqual([
    "revoke +mget %R~b",
  ]);
});

it("takes no line for a command that it does not know", () => {
  for (const line of ["ACL SETUSER reader +@all", "ACL DELUSER reader", "FLUSHALL", emitted("(%R~a +@read)")])
    expect(() => usersIn(line)).toThrow();
});

const keys = ["a:1", "b:1", "c"];
const patterns: Readonly<Record<string, RegExp>> = { "a:*": /^a:/, "b:*": /^b:/, "*": /^/ };
const needs: Readonly<Record<string, string>> = { get: "R", set: "W", getset: "RW" };

type Written = readonly { readonly keys: readonly string[]; readonly commands: readonly string[] }[];

/** By Redis' own words: some selector has the command, and each key a pattern that matches with all that is needed of it. */
const mayRun = (selectors: Written, command: string, named: readonly string[]) =>
  selectors.some(
    (one) =>
      one.commands.includes(command) &&
      named.every((key) =>
        one.keys.some((text) => {
          const [access = "", pattern = ""] = text.slice(1).split("~");
          return patterns[pattern]?.test(key) && [...(needs[command] ?? "")].every((letter) => access.includes(letter));
        }),
      ),
  );

const attempts = Object.keys(needs).flatMap((command) =>
  [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => [command, keys.filter((_, at) => (bits >> at) % 2 === 1)] as const),
);

const written = (accesses: readonly string[], commands: readonly string[]): fc.Arbitrary<Written> =>
  fc.array(
    fc.record({
      keys: fc.uniqueArray(
        fc
          .tuple(fc.constantFrom(...accesses), fc.constantFrom(...Object.keys(patterns)))
          .map(([access, pattern]) => `%${access}~${pattern}`),
        { minLength: 1, maxLength: 3 },
      ),
      commands: fc.uniqueArray(fc.constantFrom(...commands), { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 3 },
  );

function told(held: Written, wanted: Written) {
  const rules = held.map((one) =>
    rule(["-@all", ...one.commands.map((name) => `+${name}`)].join(" "), one.keys.join(" ")),
  );
  const selectors = wanted.map((one) => `(${[...one.keys, ...one.commands.map((name) => `+${name}`)].join(" ")})`);
  const found = changes(emitted(...selectors), { rules: [none, ...rules] });
  return ["revoke", "grant"].map((action) => found.some((one) => one.startsWith(`${action} `)));
}

const differs = (some: Written, others: Written) =>
  attempts.some(([command, named]) => mayRun(some, command, named) && !mayRun(others, command, named));

it("misses nothing that a user could do, or could not", () => {
  const any = written(["R", "W", "RW"], Object.keys(needs));
  fc.assert(
    fc.property(any, any, (held, wanted) => {
      const [revokes, grants] = told(held, wanted);
      if (differs(held, wanted)) expect(revokes).toBe(true);
      if (differs(wanted, held)) expect(grants).toBe(true);
      expect(told(held, held)).toEqual([false, false]);
    }),
    { numRuns: 2000 },
  );
});

it("tells nothing that is the same, where keys are only read", () => {
  const any = written(["R"], ["get"]);
  fc.assert(
    fc.property(any, any, (held, wanted) => {
      expect(told(held, wanted)).toEqual([differs(held, wanted), differs(wanted, held)]);
    }),
    { numRuns: 2000 },
  );
});

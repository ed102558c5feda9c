import fc from "fast-check";
import { expect, it } from "vitest";
import { targets } from "../../targets/index.js";
import { memoryHost, type Tree } from "../../test/golden.js";
import { compile } from "../compile.js";

const principals = ["a", "b", "c"];
const tables = ["public.t", "public.u", "other.t"];

/** What one pipeline grants: `a:public.t` to a list of privileges. */
type Rights = Readonly<Record<string, readonly string[]>>;

const listed = [...tables.map((name) => `${name}: { owner: owner, key: [id] }`), '"public.*": { owner: owner }'];

const project = `version: 1
project: shop
secrets: { vault: vault }
connections:
  db:
    kind: postgres
    server: db.example.org
    database: db
    identity: { user: admin, secret: password }
    tables: { ${listed.join(", ")} }
principals: { ${principals.map((name) => `${name}: { role: role_${name} }`).join(", ")} }
environments: { local: { on: this-machine } }
`;

function written(name: string, rights: Rights): string {
  const blocks = principals.flatMap((principal) => {
    const own = Object.entries(rights).filter(([place]) => place.startsWith(`${principal}:`));
    const lines = own.map(([place, words]) => `    connections.db.${place.slice(2)}: [${words.join(", ")}]\n`);
    return own.length === 0 ? [] : [`  ${principal}:\n${lines.join("")}`];
  });
  return `pipeline: ${name}\n${blocks.length === 0 ? "" : `grants:\n${blocks.join("")}`}`;
}

/** By the rules of rights, place by place: what is granted anywhere, and the key of what is changed and cannot be read. */
function meant(all: readonly Rights[]): readonly string[] {
  const has = (principal: string, table: string, privilege: string): boolean =>
    all.some((rights) => rights[`${principal}:${table}`]?.includes(privilege) === true);
  return principals.flatMap((principal) =>
    [...tables, "public.*"].flatMap((table) => {
      const [schema = "", name] = table.split(".");
      const row = (column: string | undefined, privilege: string): string =>
        JSON.stringify([`role_${principal}`, schema, name === "*" ? null : name, column ?? null, privilege]);
      const words = ["select", "insert", "update", "delete"].filter((word) => has(principal, table, word));
      const isRead = has(principal, table, "select") || has(principal, `${schema}.*`, "select");
      const isChanged = words.includes("update") || words.includes("delete");
      return [
        ...words.map((word) => row(undefined, word.toUpperCase())),
        ...(isChanged && !isRead ? [row("id", "SELECT")] : []),
      ];
    }),
  );
}

/** The rows that the emitted script declares. */
function declared(files: Tree): readonly string[] {
  const { artifacts, diagnostics } = compile(memoryHost(files), targets);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const script = artifacts.find(({ path }) => path === "common/grants/db.sql")?.body ?? "";
  const rows = script.matchAll(
    /^ +\('(role_\w)'::text, '(\w+)'::text, (?:'(\w+)'|NULL)::text, 'owner'::text, (?:'(\w+)'|NULL)::text, '([A-Z]+)'::text\)/gm,
  );
  return [...rows].map(([, ...cells]) => JSON.stringify(cells.map((cell) => cell ?? null)));
}

it("declares what all pipelines together grant to each principal on each table, and the keys of what is changed", () => {
  const ofTable = fc.subarray(["select", "insert", "update", "delete"], { minLength: 1 });
  const ofAll = fc.subarray(["select", "insert"], { minLength: 1 });
  const places = principals.flatMap((principal) => [...tables, "public.*"].map((table) => `${principal}:${table}`));
  const rights = fc
    .tuple(fc.subarray(places), fc.array(ofTable, { minLength: 12, maxLength: 12 }), ofAll)
    .map(([chosen, words, all]): Rights => {
      const entries = chosen.map((place, at) => [place, place.endsWith("*") ? all : (words[at] ?? all)] as const);
      return Object.fromEntries(entries);
    });
  fc.assert(
    fc.property(fc.array(rights, { minLength: 1, maxLength: 3 }), (all) => {
      const pipelines = all.map((one, at) => [`pipelines/p${at}.yaml`, written(`p${at}`, one)]);
      const found = declared({ "sluice.yaml": project, ...Object.fromEntries(pipelines) });
      const expected = meant(all);
      expect([...new Set(found)].sort()).toEqual([...new Set(expected)].sort());
    }),
    { numRuns: 100 },
  );
});

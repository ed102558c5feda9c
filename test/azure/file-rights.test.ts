import fc from "fast-check";
import { expect, it } from "vitest";
import { type AclEntry, aclText, type Caller, parsedAcl } from "../../local/azure/blob/acl.js";
import type { AclTree, Attempt } from "../../local/azure/blob/acl-tree.js";
import {
  type Declared,
  folderOf,
  type Lake,
  type PrincipalName,
  pipeline,
  principals,
  tables,
  withLake,
} from "./lake.fixture.js";

/* The program that brings access lists to what is declared, run as it is emitted, and every right that it is about tried. */

/** Who tries: what he is himself, and whose member he is. */
const people: Readonly<Record<string, { readonly self?: PrincipalName; readonly groups: readonly PrincipalName[] }>> = {
  "an analyst": { groups: ["analysts"] },
  "an analyst who is a clerk": { groups: ["analysts", "clerks"] },
  "a clerk": { groups: ["clerks"] },
  anna: { self: "anna", groups: [] },
  "the loader, which is a clerk": { self: "loader", groups: ["clerks"] },
  "somebody else": { groups: [] },
};

const callerOf = (name: string): Caller => {
  const { self, groups = [] } = people[name] ?? {};
  return {
    id: self === undefined ? `id of ${name}` : principals[self].id,
    groups: groups.map((one) => principals[one].id),
  };
};

/** What is tried on each table: the attempt, the path in its folder, and what one must be let do. */
const onTables: readonly (readonly [Attempt, string, "reads" | "writes"])[] = [
  ["list", "", "reads"],
  ["list", "/_delta_log", "reads"],
  ["read", "/part-1.parquet", "reads"],
  ["read", "/_delta_log/00000000000000000000.json", "reads"],
  ["read", "/day=1/part-2.parquet", "reads"],
  ["append", "/part-1.parquet", "writes"],
  ["create", "/part-new.parquet", "writes"],
  ["create", "/_delta_log/00000000000000000009.json", "writes"],
  ["create", "/day=1/part-new.parquet", "writes"],
  ["delete", "/part-1.parquet", "writes"],
];

/** Of what is made later. */
const later: typeof onTables = [
  ["read", "/part-later.parquet", "reads"],
  ["list", "/day=2", "reads"],
  ["read", "/day=2/part-later.parquet", "reads"],
  ["append", "/part-later.parquet", "writes"],
  ["create", "/day=2/part-new.parquet", "writes"],
  ["delete", "/day=2/part-later.parquet", "writes"],
];

/** What nobody is let do, whatever is declared. */
const elsewhere: readonly (readonly [Attempt, string])[] = [
  ["list", ""],
  ["list", "silver"],
  ["create", "silver/new"],
  ["delete", "silver/sales"],
  ["read", "checkpoints/sales/offsets/0"],
  ["list", "silver/users_quarantine"],
  ["read", "silver/users_quarantine/part-1.parquet"],
];

/** By the declarations alone: one's own rights on a table, or else those of all one's groups together. */
function mayBy(declared: readonly Declared[], person: string, table: string, what: "reads" | "writes"): boolean {
  const { self, groups = [] } = people[person] ?? {};
  const of = (name: PrincipalName | undefined) =>
    declared.filter((one) => one.principal === name && one.table === table).map(({ may }) => may);
  const own = of(self);
  const all = own.length > 0 ? own : groups.flatMap(of);
  return all.some((may) => may === "writes" || may === what);
}

interface Tally {
  attempts: number;
  allowed: number;
}

/** Tries everything; what is otherwise than declared. */
function tried(tree: AclTree, declared: readonly Declared[], isLater: boolean, tally: Tally): readonly string[] {
  const wrong: string[] = [];
  const attempt = (person: string, what: Attempt, path: string, expected: boolean) => {
    const is = tree.isAllowed(callerOf(person), what, path);
    tally.attempts += 1;
    tally.allowed += is ? 1 : 0;
    if (is !== expected) wrong.push(`${person} ${what} ${path}: ${is}`);
  };
  for (const person of Object.keys(people)) {
    for (const table of tables)
      for (const [what, path, needs] of isLater ? [...onTables, ...later] : onTables)
        attempt(person, what, `${folderOf(table)}${path}`, mayBy(declared, person, table, needs));
    for (const [what, path] of elsewhere) attempt(person, what, path, false);
  }
  return wrong;
}

/** As the tables' pipeline goes on. `mode`: a program may ask for permissions of its own. */
function goOn(tree: AclTree, mode?: number): void {
  for (const table of tables)
    for (const name of ["part-later.parquet", "day=2/part-later.parquet"])
      tree.make(`${folderOf(table)}/${name}`, false, pipeline, mode);
}

const owned: readonly string[] = Object.values(principals).map(({ id }) => id);

/** All that is not of the project's principals, nor a mask over them: owners, others, and whoever else is named. */
const foreignIn = ({ nodes }: AclTree): readonly string[] =>
  [...nodes].map(
    ([path, { entries, owner, group }]) =>
      `${path} ${owner} ${group} ${aclText(entries.filter(({ id, kind, isDefault }) => !owned.includes(id) && kind !== "mask" && !isDefault))}`,
  );

const entriesOf = (text: string): readonly AclEntry[] => parsedAcl(text) ?? [];

/** Who is not the project's, here and there. */
function withForeign({ tree }: Pick<Lake, "tree">): void {
  tree.setEntries("", entriesOf("user::rwx,user:f-1:r-x,group::r-x,mask::r-x,other::---"));
  tree.setEntries(
    "silver/sales",
    entriesOf(
      "user::rwx,user:f-1:rwx,group::r-x,group:f-2:r-x,mask::rwx,other::---,default:user::rwx,default:user:f-1:rwx,default:group::r-x,default:mask::rwx,default:other::---",
    ),
  );
  tree.setEntries("silver/sales/part-1.parquet", entriesOf("user::rw-,user:f-1:rw-,group::r--,mask::rw-,other::---"));
}

const example: readonly Declared[] = [
  { principal: "analysts", table: "silver.sales", may: "reads" },
  { principal: "analysts", table: "gold.stores", may: "reads" },
  { principal: "clerks", table: "silver.sales", may: "writes" },
  { principal: "anna", table: "silver.users", may: "reads" },
  { principal: "loader", table: "gold.stores", may: "writes" },
  { principal: "loader", table: "silver.sales", may: "reads" },
];

it("lets do what is declared, of what is made later too, and nothing else; revokes, and leaves others as they were", async () => {
  await withLake(async (lake) => {
    const tally = { attempts: 0, allowed: 0 };
    withForeign(lake);
    const before = foreignIn(lake.tree);
    expect(tried(lake.tree, [], false, tally)).toEqual([]);
    expect(await lake.run(example)).toMatchObject({ code: 0, text: expect.stringMatching(/as declared\n$/) });
    expect(foreignIn(lake.tree)).toEqual(before);
    expect(tried(lake.tree, example, false, tally)).toEqual([]);
    goOn(lake.tree);
    expect(tried(lake.tree, example, true, tally)).toEqual([]);
    const made = foreignIn(lake.tree);
    const writes = lake.writes();
    expect(await lake.run(example)).toEqual({ code: 0, text: "lake of shopprod: nothing to change\n" });
    expect(lake.writes()).toBe(writes);
    const fewer = example.filter(({ principal, table }) => principal !== "clerks" && table !== "gold.stores");
    expect((await lake.run(fewer)).code).toBe(0);
    expect(tried(lake.tree, fewer, true, tally)).toEqual([]);
    expect((await lake.run([])).code).toBe(0);
    expect(tried(lake.tree, [], true, tally)).toEqual([]);
    expect(
      [...lake.tree.nodes.values()].flatMap(({ entries }) => entries).filter(({ id }) => owned.includes(id)),
    ).toEqual([]);
    expect(foreignIn(lake.tree)).toEqual(made);
    expect(tally).toMatchInlineSnapshot(`
      {
        "allowed": 175,
        "attempts": 1434,
      }
    `);
  });
});

it("takes as long as others make files meanwhile, and as services are busy or lose answers", async () => {
  let made = 0;
  const onSet = (path: string, tree: AclTree) => {
    if (path !== "silver/sales" || made > 1) return;
    made += 1;
    tree.make(`silver/sales/day=3/meanwhile-${made}.parquet`, false, pipeline);
    tree.remove("silver/sales/day=1");
  };
  await withLake(
    async (lake) => {
      lake.play(({ number, isWrite }) => {
        if (number % 7 === 0) return { kind: "unable", status: 503, retryAfter: 0 };
        return number % 23 === 0 ? { kind: "cut", when: isWrite ? "after" : "before" } : undefined;
      });
      const ran = await lake.run(example);
      expect(ran).toMatchObject({ code: 0 });
      expect(lake.tree.isAllowed(callerOf("an analyst"), "read", "silver/sales/day=3/meanwhile-1.parquet")).toBe(true);
      expect(lake.tree.isAllowed(callerOf("anna"), "read", "silver/sales/day=3/meanwhile-1.parquet")).toBe(false);
    },
    { onSet },
  );
});

it("only tells what would change, where it is asked to", async () => {
  await withLake(async (lake) => {
    const before = [...lake.tree.nodes];
    expect(await lake.run(example.slice(0, 1), ["--without-roles", "--plan"])).toMatchInlineSnapshot(`
      {
        "code": 0,
        "text": "lake of shopprod: would change 8 files and folders
        /: folder: analysts (group analysts) no entry → --x
        silver: folder: analysts (group analysts) no entry → --x
        silver/sales: folder: analysts (group analysts) no entry → r-x
        silver/sales: new children: analysts (group analysts) no entry → r-x
        silver/sales: 1 files: analysts (group analysts) no entry → r--
        silver/sales/_delta_log: folder: analysts (group analysts) no entry → r-x
        silver/sales/_delta_log: new children: analysts (group analysts) no entry → r-x
        silver/sales/_delta_log: 1 files: analysts (group analysts) no entry → r--
        silver/sales/day=1: folder: analysts (group analysts) no entry → r-x
        silver/sales/day=1: new children: analysts (group analysts) no entry → r-x
        silver/sales/day=1: 1 files: analysts (group analysts) no entry → r--
      ",
      }
    `);
    expect([...lake.tree.nodes]).toEqual(before);
    expect(lake.writes()).toBe(0);
  });
});

it("lets what others make with permissions of their own be read, and gives the rights back that their masks took", async () => {
  const declared: readonly Declared[] = [
    { principal: "analysts", table: "silver.sales", may: "reads" },
    { principal: "loader", table: "silver.sales", may: "writes" },
  ];
  await withLake(async (lake) => {
    await lake.run(declared);
    goOn(lake.tree, 0o644);
    // Who reads may read, and who writes not: `tried` says which rights are missing.
    const missing = tried(lake.tree, declared, true, { attempts: 0, allowed: 0 });
    expect(missing.length).toBeGreaterThan(0);
    expect(missing.filter((one) => !/^the loader, .* (append|create|delete) .*: false$/.test(one))).toEqual([]);
    expect((await lake.run(declared)).text).toContain("which the mask hid");
    expect(tried(lake.tree, declared, true, { attempts: 0, allowed: 0 })).toEqual([]);
  });
});

it("changes nothing where a mask would give others more, a list is full, or a table is not there", async () => {
  await withLake(async (lake) => {
    const { tree } = lake;
    tree.setEntries("silver/sales", entriesOf("user::rwx,user:f-1:rwx,group::r-x,mask::--x,other::---"));
    const many = Array.from({ length: 28 }, (_, at) => `user:f-${at}:--x`).join(",");
    tree.setEntries("silver", entriesOf(`user::rwx,${many},group::r-x,mask::r-x,other::---`));
    tree.remove("gold");
    const before = [...tree.nodes];
    expect(await lake.run(example)).toMatchInlineSnapshot(`
      {
        "code": 1,
        "text": "! gold/stores is not there: it is made when the table is first written.
      ! silver: its list holds 32 entries, and has 32 of others. Grant to a group.
      ! silver/sales: its mask is --x. With what is granted it would have to be rwx, which would give more to user:f-1:rwx, group::r-x. Change those, or the mask.
      Nothing more was changed.
      ",
      }
    `);
    expect([...tree.nodes]).toEqual(before);
  });
});

it("gives nobody else more of what is made later in a folder that had no default list, and tells of sticky bits", async () => {
  const declared: readonly Declared[] = [
    { principal: "analysts", table: "silver.sales", may: "reads" },
    { principal: "loader", table: "gold.stores", may: "writes" },
  ];
  await withLake(async ({ tree, run }) => {
    tree.setEntries("silver/sales", entriesOf("user::rwx,group::rwx,other::r-x"));
    tree.stick("gold/stores");
    const others = () => {
      tree.make("silver/sales/part-later.parquet", false, pipeline);
      tree.make("silver/sales/day=2", true, pipeline);
      return ["silver/sales/part-later.parquet", "silver/sales/day=2"].map((path) => {
        const { entries = [] } = tree.nodes.get(path) ?? {};
        return aclText(entries.filter(({ kind, id, isDefault }) => id === "" && kind !== "mask" && !isDefault));
      });
    };
    const before = others();
    const { code, text } = await run(declared);
    expect({ code, notices: text.split("\n").filter((line) => line.startsWith("- ")) }).toEqual({
      code: 0,
      notices: [
        "- Anybody has rights on 1 files and folders, so principals have them too.",
        "- 1 folders have the sticky bit: who may write there deletes and renames only what is his own.",
      ],
    });
    // To execute means nothing for a file.
    expect(others()).toEqual(["user::rwx,group::r-x,other::---", "user::rwx,group::r-x,other::---"]);
    expect(before).toEqual(["user::rw-,group::r--,other::---", "user::rwx,group::r-x,other::---"]);
    const loader = { id: principals.loader.id, groups: [] };
    expect(tree.isAllowed(loader, "delete", "gold/stores/part-1.parquet")).toBe(false);
    expect(tree.isAllowed(loader, "append", "gold/stores/part-1.parquet")).toBe(true);
  });
});

const container = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/shopprod";
const definition = "/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/r";
const blobs = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs";

/** What Azure Resource Manager says of roles: one principal has one, anna by a group that she is in. https://learn.microsoft.com/azure/role-based-access-control/role-assignments-list-rest */
const withRole =
  (dataActions: readonly string[], condition?: string, whose: "analysts" | "anna" = "analysts") =>
  (path: string, query: URLSearchParams) => {
    if (path === definition)
      return { properties: { roleName: "Some role", permissions: [{ actions: ["*"], notActions: [], dataActions }] } };
    const place = `${container}/blobServices/default/containers/lake/providers/Microsoft.Authorization/roleAssignments`;
    if (path !== place || query.get("api-version") !== "2022-04-01") return undefined;
    const [, word = "", id = ""] = /^(assignedTo\(|principalId eq )'(.*?)'\)?$/.exec(query.get("$filter") ?? "") ?? [];
    // "This filter only accepts an object ID for a user or a service principal. You cannot pass an object ID for a group."
    if (word === "assignedTo(" && Object.values(principals).some((one) => one.kind === "group" && one.id === id))
      return undefined;
    const properties = { roleDefinitionId: definition, scope: "/subscriptions/s", ...(condition && { condition }) };
    return {
      value: id === principals[whose].id && (whose !== "anna" || word !== "principalId eq ") ? [{ properties }] : [],
    };
  };

it("changes nothing where a role of Azure lets do more than any list takes back", async () => {
  const texts: string[] = [];
  const run = (arm: ReturnType<typeof withRole>, options = ["--account-id", container]) =>
    withLake(
      async (lake) => {
        const { code, text } = await lake.run(example, options);
        texts.push(`${code} ${lake.writes() > 0}: ${text.split("\n")[0]}`);
      },
      { arm },
    );
  await run(withRole([`${blobs}/read`]));
  await run(withRole([`${blobs}/*`]));
  await run(withRole(["*"], "@Resource[…] StringEquals 'x'"));
  await run(withRole(["Microsoft.Storage/storageAccounts/queueServices/queues/messages/read"]));
  await run(withRole([`${blobs}/read`], undefined, "anna"));
  await run(withRole([]), ["--account-id", container.replace("shopprod", "shoptest")]);
  await run(withRole([]), []);
  expect(texts).toMatchInlineSnapshot(`
    [
      "1 false: ! analysts (group analysts) has the role Some role at /subscriptions/s, which is about all files: no access list takes that back. Take the role away.",
      "1 false: ! analysts (group analysts) has the role Some role at /subscriptions/s, which is about all files: no access list takes that back. Take the role away.",
      "0 true: - analysts (group analysts) has the role Some role at /subscriptions/s, on a condition: where that holds, access lists are not asked.",
      "0 true: lake of shopprod: changing 21 files and folders",
      "1 false: ! anna (user anna) has the role Some role at /subscriptions/s, which is about all files: no access list takes that back. Take the role away.",
      "1 false: ! /subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/shoptest/blobServices/default/containers/lake/providers/Microsoft.Authorization/roleAssignments is not there.",
      "1 false: ! Which resource the account shopprod is could not be found, so that roles of Azure are not looked at: say it by --account-id, or leave them out by --without-roles.",
    ]
  `);
});

it("does so for whatever is declared, one after the other", async () => {
  const some = fc.array(
    fc.record({
      principal: fc.constantFrom(...Object.keys(principals)),
      table: fc.constantFrom(...tables),
      may: fc.constantFrom("reads" as const, "writes" as const),
    }),
    { maxLength: 9 },
  );
  const once = some.map((all) =>
    all.filter(
      (one, at) => all.findIndex((other) => other.principal === one.principal && other.table === one.table) === at,
    ),
  );
  await withLake(async (lake) => {
    withForeign(lake);
    await fc.assert(
      fc.asyncProperty(once, async (declared) => {
        expect(await lake.run(declared)).toMatchObject({ code: 0 });
        goOn(lake.tree);
        expect(tried(lake.tree, declared, true, { attempts: 0, allowed: 0 })).toEqual([]);
      }),
      { numRuns: 6 },
    );
  });
});

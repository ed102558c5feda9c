import * as fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { permissionsOf } from "../../publish/permissions.js";
import { planText } from "../../publish/plan-text.js";
import { carriedOut, type Kind, type Right, rightKey } from "../grants/unity-catalog.fixture.js";
import {
  type Declared,
  declarations,
  everything,
  expected,
  filesOf,
  found,
  identities,
  isDeclared,
  sample,
  some,
  things,
  untouched,
} from "../grants/unity-declared.fixture.js";
import { once } from "./mishaps.fixture.js";
import { versionOf } from "./project-cloud.fixture.js";
import { member, rightsStep, stranger, unityCloud, versionFor } from "./unity-cloud.fixture.js";

/*
 * No Unity Catalog runs here. What publishing sends is taken by a stand-in that is written from the vendor's pages; what everybody may do
 * then is worked out from what is declared alone, as for the script (test/grants/unity.test.ts).
 */

let cloud: Awaited<ReturnType<typeof unityCloud>>;

beforeAll(async () => {
  cloud = await unityCloud();
});

afterAll(() => cloud.stop());

const patches = () => cloud.control.log.filter(({ method }) => method === "PATCH");
const sorted = (rights: readonly Right[]): string => rights.map(rightKey).sort().join("\n");

/** Whatever is not as it should be after publishing, in words. */
async function wrongAfter(
  declared: Declared,
  held: readonly Right[],
  version = versionFor(declared),
): Promise<readonly string[]> {
  const { plan, publish } = cloud.publisher(version);
  const { kind } = await publish();
  const catalog = cloud.catalog();
  const should = expected(declared);
  const wrong = found(declared, catalog).filter(({ isAllowed }, at) => isAllowed !== should[at]?.isAllowed);
  return [
    ...(kind === "published" ? [] : [kind]),
    ...wrong.map(({ who, action, on, isAllowed }) => `${who} ${isAllowed ? "may" : "may not"} ${action} ${on}`),
    ...(untouched(declared, held).join() === untouched(declared, catalog.held).join() ? [] : ["others lost or won"]),
    ...(await plan()).steps.map(({ id }) => `${id} is still to be done`),
  ];
}

it("everybody may do what is declared and nothing else, whatever he could before", async () => {
  let allowed = 0;
  const property = fc.asyncProperty(declarations, some, async (declared, held) => {
    cloud.fill({ things, held });
    expect(await wrongAfter(declared, held)).toEqual([]);
    allowed += expected(declared).filter(({ isAllowed }) => isAllowed).length;
  });
  await fc.assert(property, { numRuns: 15 });
  expect(allowed).toBeGreaterThan(20);
}, 120_000);

it.each([
  ["a right is not declared", /"MODIFY"/, '"SELECT"'],
  ["a schema is not opened", /"USE_SCHEMA"/, '"APPLY_TAG"'],
  ["one more is declared", /"READ_VOLUME",/, '"READ_VOLUME", "CREATE_TABLE",'],
  ["it is another one's", /"anna": "[^"]*"/, '"anna": "grp-others"'],
  ["a thing is not spoken of", /"full_name": "shop.sales.orders"/, '"full_name": "shop.sales.unnamed"'],
] as const)("it is seen when %s", async (_, from, to) => {
  cloud.fill({ things, held: everything });
  const version = versionFor(sample);
  const artifacts = version.artifacts.map((one) =>
    one.path === "env/prod/grants/lake.json" ? { ...one, body: one.body.replace(from, to) } : one,
  );
  expect(artifacts).not.toEqual(version.artifacts);
  expect(await wrongAfter(sample, everything, { ...version, artifacts })).not.toEqual([]);
});

it("comes to what the script comes to", async () => {
  const property = fc.asyncProperty(declarations, some, async (declared, held) => {
    cloud.fill({ things, held });
    const version = versionFor(declared);
    const script = version.artifacts.find(({ path }) => path === "env/prod/grants/lake.sql")?.body ?? "";
    await cloud.publisher(version).publish();
    expect(sorted(cloud.catalog().held)).toBe(sorted(carriedOut(script, { things, held }).catalog.held));
  });
  await fc.assert(property, { numRuns: 8 });
}, 120_000);

const lessened: Declared = { ...sample, grants: { ...sample.grants, team: { "sales.days": "read" } } };

it("tells each right with why, and takes nothing away that is not allowed by name", async () => {
  cloud.fill({ things, held: [] });
  cloud.control.clearLog();
  const first = cloud.publisher(versionFor(sample));
  const before = await first.plan();
  expect(before.steps.map(({ id, loses }) => [id, loses])).toEqual([[rightsStep, undefined]]);
  expect(before.byHand).toEqual([]);
  expect(planText(before)).toContain('team | SELECT | TABLE shop.sales.orders: nothing → "granted"');
  expect(planText(before)).toContain('anna | USE SCHEMA | SCHEMA shop.it\'s: nothing → "granted"');
  expect(cloud.control.writes()).toEqual([]);
  expect((await first.publish([], before)).kind).toBe("published");
  const second = cloud.publisher(versionFor(lessened));
  const { steps } = await second.plan();
  expect(steps[0]?.loses).toBe(
    "rights that principals hold: team READ VOLUME SCHEMA shop.it's, team USE SCHEMA SCHEMA shop.it's, team WRITE VOLUME SCHEMA shop.it's, team SELECT TABLE shop.sales.orders",
  );
  expect(new Set(steps.flatMap(({ changes }) => changes.map(({ because }) => because)))).toEqual(new Set(["sources"]));
  cloud.control.clearLog();
  expect((await second.publish([])).kind).toBe("not-allowed");
  expect(patches()).toEqual([]);
  expect((await second.publish()).kind).toBe("published");
  expect(await wrongAfter(lessened, [])).toEqual([]);
}, 60_000);

const without = (held: readonly Right[], kind: Kind, who: string) =>
  held.filter((right) => !(right.kind === kind && right.who === who));

it("sees what somebody has done there, and does nothing on what is there no more", async () => {
  cloud.fill({ things, held: [] });
  const { plan, publish } = cloud.publisher(versionFor(sample));
  await publish();
  const { held } = cloud.catalog();
  const more: Right = { who: identities.anna, kind: "CATALOG", path: ["shop"], privilege: "ALL PRIVILEGES" };
  cloud.fill({ things, held: [...without(held, "VIEW", identities.team), more] });
  const agreed = await plan();
  expect(agreed.steps.flatMap(({ changes }) => changes)).toEqual([
    { path: "anna | ALL PRIVILEGES | CATALOG shop", old: "granted", because: "drift" },
    { path: "team | SELECT | VIEW shop.sales.days", new: "granted", because: "drift" },
  ]);
  cloud.fill({ things, held });
  expect((await publish([rightsStep], agreed)).kind).toBe("other-plan");
  // Somebody grants something after the plan was made anew, and before the first change.
  cloud.fill({ things, held: without(held, "VIEW", identities.team) });
  cloud.control.clearLog();
  let seen = 0;
  cloud.control.play(({ path }) => {
    if (/\/catalogs\/shop/.test(path)) seen += 1;
    if (seen === 2) cloud.fill({ things, held: [...without(held, "VIEW", identities.team), more] });
    return undefined;
  });
  const broken = await publish();
  cloud.control.play(undefined);
  expect(broken.kind).toBe("broken-off");
  expect(patches()).toEqual([]);
  cloud.afterAMinute();
  expect((await publish()).kind).toBe("published");
  expect(sorted(cloud.catalog().held)).toBe(sorted(held));
}, 60_000);

/** Who asks is one of them, and does not own the catalog where a principal does. */
const managing = ["BROWSE", "MANAGE", "USE CATALOG", "USE SCHEMA"].map(
  (privilege): Right => ({ who: "admins", kind: "CATALOG", path: ["shop"], privilege }),
);

it("stops where the script stops: what is not there, or belongs to a principal", async () => {
  const { plan, publish } = cloud.publisher(versionFor(sample));
  for (const one of things.filter((thing) => isDeclared(sample, thing))) {
    cloud.fill({ things: things.filter((other) => other !== one), held: everything });
    expect((await plan()).obstacles.map(({ message }) => message).join()).toContain(
      `cannot be changed: ${one.kind} ${one.path.join(".")} is not there`,
    );
    const owned = things.map((other) => (other === one ? { ...other, owner: identities.anna.toUpperCase() } : other));
    cloud.fill({ things: owned, held: [...everything, ...managing] });
    expect((await plan()).obstacles).toEqual([
      {
        thing: "rights/lake",
        message: `cannot be changed: anna, ${one.kind} ${one.path.join(".")} is owned by the principal, who may do anything with it`,
      },
    ]);
    cloud.control.clearLog();
    expect((await publish()).kind).not.toBe("published");
    expect(patches()).toEqual([]);
  }
}, 120_000);

it("what goes away between two questions is not taken for something on which nobody holds anything", async () => {
  cloud.fill({ things, held: everything });
  const isOfDays = ({ path }: { readonly path: string }) => path.includes("/permissions/table/shop.sales.days");
  const left = things.filter(({ path }) => path.join(".") !== "shop.sales.days");
  expect(left).toHaveLength(things.length - 1);
  cloud.control.play(once(isOfDays, async () => cloud.fill({ things: left, held: everything })));
  const { obstacles } = await cloud.publisher(versionFor(sample)).plan();
  cloud.control.play(undefined);
  expect(obstacles.map(({ message }) => message)).toEqual([
    "cannot be changed: VIEW shop.sales.days is not there, or whoever asks is not shown it",
  ]);
});

it("a view is not taken for a table, nor a table for a view", async () => {
  const { plan } = cloud.publisher(versionFor(sample));
  for (const [kind, other] of [
    ["VIEW", "TABLE"],
    ["TABLE", "VIEW"],
  ] as const) {
    cloud.fill({ things: things.map((one) => (one.kind === kind ? { ...one, kind: other } : one)), held: [] });
    expect((await plan()).obstacles.map(({ message }) => message).join()).toMatch(
      new RegExp(`${kind} shop\\..* is not there: what has that name is a`),
    );
  }
}, 60_000);

it("is done with exactly the rights that are printed, and plans nothing for whoever is not shown what others hold", async () => {
  const { plan, publish } = cloud.publisher(versionFor(sample), stranger.id);
  const catalog = { kind: "CATALOG", path: ["shop"] } as const;
  const holding = async (who: string, rights: readonly string[]) => {
    cloud.fill({ things, held: [...everything, ...rights.map((privilege) => ({ ...catalog, who, privilege }))] });
    const { obstacles } = await plan().catch((error: unknown) => ({ obstacles: [{ message: String(error) }] }));
    return obstacles.map(({ message }) => message).join();
  };
  expect(await holding(stranger.client, [])).toContain("User does not have USE CATALOG on Catalog 'shop'");
  const enough = ["BROWSE", "MANAGE", "USE CATALOG", "USE SCHEMA"];
  for (const one of enough)
    expect(
      await holding(
        stranger.client,
        enough.filter((other) => other !== one),
      ),
    ).toContain(one === "BROWSE" ? "User does not have SELECT on Table" : "does not show what others hold");
  expect(await holding("grp-curious", enough)).toBe("");
  expect(await holding(stranger.client, enough)).toBe("");
  const { held } = cloud.catalog();
  expect((await publish()).kind).toBe("published");
  const should = expected(sample);
  expect(found(sample, cloud.catalog()).filter(({ isAllowed }, at) => isAllowed !== should[at]?.isAllowed)).toEqual([]);
  expect(untouched(sample, cloud.catalog().held)).toEqual(untouched(sample, held));
  expect(cloud.catalog().held.filter(({ who }) => who === stranger.client)).toHaveLength(enough.length);
}, 60_000);

it("does not count on rights that a principal has by whom it plans, and would lose", async () => {
  cloud.fill({ things, held: everything });
  const { obstacles } = await cloud.publisher(versionFor(sample), member.id).plan();
  expect(obstacles.map(({ message }) => message).join()).toContain("does not show what others hold");
});

it("with its grants taken out leaves nothing of them, and others as they were", async () => {
  cloud.fill({ things, held: everything });
  await cloud.publisher(versionFor(sample)).publish();
  const none: Declared = { ...sample, grants: {} };
  expect(await wrongAfter(none, everything)).toEqual([]);
  const own = cloud.catalog().held.filter((right) => isDeclared(none, right));
  expect(new Set(own.map(({ who }) => who))).toEqual(new Set(["grp-others"]));
}, 60_000);

it("says what the service refused, and of which catalog", async () => {
  cloud.fill({ things, held: [] });
  const known = cloud.unity.identities;
  known.delete(identities.anna);
  const refused = await cloud.publisher(versionFor(sample)).publish();
  known.set(identities.anna, identities.anna);
  expect(String(refused.kind === "broken-off" && refused.error)).toContain(
    "the catalog shop of connections.lake (adb-1.1.azuredatabricks.net): 2.1/unity-catalog/permissions/catalog/shop: 404 PRINCIPAL_DOES_NOT_EXIST Could not find principal with name anna@example.org",
  );
  cloud.afterAMinute();
  expect(await wrongAfter(sample, [])).toEqual([]);
}, 60_000);

it("prints what whoever plans or publishes must be allowed to do", () => {
  for (const task of ["plan", "publish"] as const)
    expect(permissionsOf(cloud.destination, [], task).databricks).toEqual([
      "https://adb-1.1.azuredatabricks.net: the catalog shop (connections.lake): to own it, or to have BROWSE, USE CATALOG, USE SCHEMA and MANAGE on it; himself, or by a group of that workspace that is no principal",
    ]);
});

it("has no file of rights where nothing is published", () => {
  const paths = ({ artifacts }: ReturnType<typeof versionOf>) => artifacts.map(({ path }) => path);
  expect(paths(versionFor(sample))).toContain("env/prod/grants/lake.json");
  expect(paths(versionOf(filesOf(sample)))).not.toContain("env/prod/grants/lake.json");
});

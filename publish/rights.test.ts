import { expect, it } from "vitest";
import { comparable } from "./comparable.js";
import type { Destination, PostgresPlace } from "./destination.js";
import { makePlan, planOfRollback } from "./make-plan.js";
import { patient } from "./patience.js";
import { rowsValue } from "./rights.js";
import { nowhere } from "./shop.fixture.js";
import { begunAlso, noState, type State } from "./state.js";
import { statusOf } from "./status.js";
import { statusText } from "./status-text.js";
import type { Live } from "./thing.js";
import { type SentArtifact, wantedOf } from "./wanted.js";

const place = (host: string): PostgresPlace => ({
  ...{
    engine: "postgres",
    connection: "shop",
    host,
    port: 5432,
    reachedAt: undefined,
    database: "shop",
    user: "grants_admin",
  },
  ...{ ssl: "verify-full", password: { vault: "https://shop.vault.azure.net", secret: "password" } },
});
const at = (...hosts: readonly string[]): Destination => ({ ...nowhere, databases: hosts.map(place) });

const script = (name: string, body: string): SentArtifact => ({
  ...{ path: `common/grants/${name}`, plane: "postgres", kind: "rights", body, dependsOn: [] },
  effects: { reads: [], writes: ["shop.public.orders"] },
});
const artifacts = [
  script("shop.sql", "GRANT"),
  { ...script("shop.differences.sql", "SELECT"), plane: "this-machine" as const, kind: "differences" },
];
const rightsAt = (host: string) => wantedOf(artifacts, at(host));

const things = (host: string) =>
  Object.fromEntries(rightsAt(host).map(({ id, kind, value }) => [id, comparable(kind, value)]));
const publishedAt = (host: string): State => ({ ...noState, published: things(host) });

function plan(hosts: readonly string[], wantedAt: string | undefined, state: State, make = makePlan) {
  const wanted = wantedAt === undefined ? [] : rightsAt(wantedAt);
  const value = rowsValue([{ action: "grant", grantee: "sales", privilege: "SELECT", object: "TABLE public.orders" }]);
  const live = wanted.map(
    (one): Live => ({ ...one, value, version: "1", state: undefined, isMarked: false, address: undefined }),
  );
  const readings = { live: hosts.length === 0 ? [] : live, state, hidden: [], unsure: [] };
  return make({ sluice: "1", destination: at(...hosts), wanted, scripts: [], readings });
}

it("says of a database that the connection left what stays there, also where publishing to the next one was broken off", () => {
  const left = [{ thing: "rights/shop", where: "old:5432/shop" }];
  expect(plan(["new"], "new", publishedAt("old")).rightsLeft).toEqual(left);
  const begun = { digest: "", steps: [], cancelled: {}, making: {}, things: begunAlso(undefined, things("new")) };
  const brokenOff: State = { ...publishedAt("old"), addresses: { "rights/shop": "new:5432/shop" }, begun };
  expect(plan(["new"], "new", brokenOff).rightsLeft).toEqual(left);
  // Gone back to where it was: what that publishing may have granted stays too.
  expect(plan(["old"], "old", brokenOff).rightsLeft).toEqual([{ thing: "rights/shop", where: "new:5432/shop" }]);
  expect(plan([], undefined, { ...noState, begun }).rightsLeft).toEqual([
    { thing: "rights/shop", where: "new:5432/shop" },
  ]);
  expect(plan(["old"], "old", publishedAt("old")).rightsLeft).toEqual([]);
});

it("does not take what another database has for somebody's change", () => {
  const because = (state: State) => plan(["new"], "new", state).steps.flatMap(({ changes }) => changes[0]?.because);
  expect(because(publishedAt("new"))).toEqual(["drift"]);
  expect(because(publishedAt("old"))).toEqual(["sources"]);
});

it("goes back to no release whose rights are of another database, or of one that is no longer declared", () => {
  const obstacles = (hosts: readonly string[]) => plan(hosts, "old", publishedAt("old"), planOfRollback).obstacles;
  expect(obstacles(["old"])).toEqual([]);
  expect(obstacles(["new"])).toEqual([
    { thing: "rights/shop", message: "was granted in old:5432/shop, and connections.shop is new:5432/shop now" },
  ]);
  expect(obstacles([])).toEqual([
    { thing: "rights/shop", message: "was granted in old:5432/shop, and connections.shop is not declared now" },
  ]);
});

it("the status says where rights were published", async () => {
  const services = {
    read: async () => ({ live: [], state: publishedAt("old"), hidden: [], unsure: [] }),
    planeOf: () => {
      throw new Error("nothing is asked");
    },
  };
  const status = await statusOf(at("old"), services, patient, new Date(0));
  expect(status.rights).toEqual([{ name: "shop", at: "old:5432/shop" }]);
  expect(statusText(status)).toBe("shop → prod\n  Rights, as they were published\n    shop  old:5432/shop\n");
});

it("names a view that shows other rows than before as what may be taken away", () => {
  const changes = (action: "make" | "replace") => {
    const rows = [{ action, grantee: "owner", privilege: "VIEW", object: "public.polish_orders" }] as const;
    const [one] = plan(["new"], "new", publishedAt("new"), (input) =>
      makePlan({
        ...input,
        readings: { ...input.readings, live: input.readings.live.map((live) => ({ ...live, value: rowsValue(rows) })) },
      }),
    ).steps;
    return one?.loses;
  };
  expect(changes("make")).toBeUndefined();
  expect(changes("replace")).toContain("owner VIEW public.polish_orders");
});

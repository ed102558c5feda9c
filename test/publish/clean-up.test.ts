import { afterEach, beforeEach, expect, it } from "vitest";
import { type Azure, startAzure } from "../../local/azure/azure.js";
import type { Principal } from "../../local/azure/principal.js";
import { everyService, seeded, user } from "../../local/azure/seed.js";
import type { Blob, Store } from "../../local/azure/store.js";
import type { Destination } from "../../publish/destination.js";
import { makePlan } from "../../publish/make-plan.js";
import { permissionsOf } from "../../publish/permissions.js";
import { planMarkdown } from "../../publish/plan-markdown.js";
import { planText } from "../../publish/plan-text.js";
import { publish } from "../../publish/publish.js";
import type { PublishedQuery } from "../../publish/published-query.js";
import { servicesOf } from "../../publish/services.js";
import { job, notebook, nowhere, shop } from "../../publish/shop.fixture.js";
import { readState } from "../../publish/state.js";
import { wantedOf } from "../../publish/wanted.js";
import { impatient } from "./cloud.fixture.js";
import { faultAt, requestsOf } from "./mishaps.fixture.js";

let azure: Azure;
let store: Store;
let destination: Destination;
let later = 0;
let goesOnFrom: readonly string[] = [];

/** Has what `sluice permissions` prints for the storage account. */
const dataActions = permissionsOf(nowhere, [], "publish").state.DataActions;
const printed: Principal = { ...user, grants: [{ scope: "/", actions: ["*"], dataActions }] };
const weaker: Principal = {
  ...{ ...user, id: "00000000-0000-0000-0000-000000000009" },
  grants: [{ scope: "/", actions: ["*"], dataActions: dataActions.filter((one) => !one.endsWith("/delete")) }],
};

beforeEach(async () => {
  later = 0;
  goesOnFrom = [];
  azure = await startAzure({
    principals: [printed, weaker],
    seed: (made, now) => {
      store = made;
      seeded({ containers: ["shopprod/lake"] })(made, now);
    },
    settings: { now: () => Date.now() + later, pageSize: 3 },
  });
  const { arm, databricks, blob, files } = azure;
  const all = shop({ arm, databricks, blob: `${blob}/shopprod`, files: `${files}/shopprod` });
  destination = { ...all, factory: undefined };
});
afterEach(() => azure.stop());

const folder = (generation: number): string => `_checkpoints/orders/silver.orders/${generation}-0a1b2c3d-9f6e701d`;
const queries = (generation: number): readonly PublishedQuery[] => [
  ...[
    { id: "orders/silver.orders", kind: "rows", runs: ["job/shop-orders"], checkpoint: folder(generation), goesOnFrom },
  ],
  ...[{ id: "orders/bronze.orders", kind: "landing", runs: [], checkpoint: null }],
];
const step = (generation: number): string => `delete:checkpoint/${folder(generation)}`;

/** What publishing a generation of the one query comes to; `known`: whether the sources say which queries there are. */
async function become(generation: number, allowed: readonly string[] = [], known = true, who = user.id) {
  const wanted = wantedOf([notebook(`rows = ${generation}`), notebook("rows = 2", "common"), job()], destination);
  const credential = { token: async () => azure.token(who, everyService, 86_400) };
  const services = servicesOf(destination, wanted, credential, impatient);
  const of = known ? { queries: queries(generation), lock: `lock ${generation}` } : {};
  const planAnew = async () => {
    const readings = await services.read();
    return { plan: makePlan({ sluice: "1", destination, wanted, scripts: [], readings, ...of }), readings };
  };
  const { plan } = await planAnew();
  const request = { services, wanted, scripts: [], patience: impatient, allowed, planAnew, ...of };
  return { plan, publish: () => publish({ ...request, agreed: plan, now: () => 0, onStep: () => {} }) };
}
async function published(generation: number, ...allowed: readonly string[]) {
  const done = await (await become(generation, allowed)).publish();
  expect(done.kind).toBe("published");
  return done;
}
/** What Spark keeps there. */
function run(generation: number): void {
  for (const name of ["metadata", ...[0, 1, 2].flatMap((batch) => [`offsets/${batch}`, `commits/${batch}`])]) {
    const key = `shopprod/lake/${folder(generation)}/${name}`;
    const blob: Blob = {
      ...{
        container: "shopprod/lake",
        name: key.slice("shopprod/lake/".length),
        content: "",
        headers: {},
        metadata: {},
      },
      ...{ etag: '"0x1"', createdAt: 0, modifiedAt: 0 },
    };
    store.blobs.set(key, blob);
  }
}
const files = (generation: number): number =>
  [...store.blobs.keys()].filter((key) => key.startsWith(`shopprod/lake/${folder(generation)}/`)).length;
const releases = (): readonly string[] => [...store.blobs.keys()].filter((key) => /prod\/\d+\.json$/.test(key));
const state = () => {
  const content = store.blobs.get("shopprod/lake/_ops/publish/shop/prod.json")?.content ?? "";
  return readState(Buffer.from(content, "base64").toString("utf8"));
};

/** Generation 1 is abandoned, and no release that is kept names it. */
async function abandoned(): Promise<void> {
  await published(1);
  run(1);
  await published(2);
  run(2);
  for (const key of releases().slice(0, 1)) store.blobs.delete(key);
}

it("keeps a checkpoint that what is wanted goes on from: its job may not have begun the new one yet", async () => {
  await abandoned();
  const { plan } = await become(2);
  expect(plan.steps.map(({ id }) => id)).toContain(step(1));
  goesOnFrom = [folder(1)];
  expect((await become(2)).plan.steps.map(({ id }) => id)).not.toContain(step(1));
});

it("keeps a checkpoint that a kept release goes on from: where that never began, going back to it needs it", async () => {
  await published(1);
  run(1);
  goesOnFrom = [folder(1), folder(7)];
  await published(2);
  goesOnFrom = [];
  await published(3);
  // One that was never published here is not taken for known.
  expect(Object.keys(state()?.checkpoints ?? {})).toEqual([1, 2, 3].map(folder));
  const [first = "", second = ""] = releases();
  store.blobs.delete(first);
  expect((await become(3)).plan.steps).toEqual([]);
  store.blobs.delete(second);
  expect((await become(3)).plan.steps.map(({ id }) => id)).toEqual([1, 2].map(step));
});

it("shows a checkpoint that nothing names any more, and deletes it only where it is allowed", async () => {
  await published(1);
  run(1);
  await published(2);
  run(2);
  // The first release can be gone back to.
  expect((await become(2)).plan.steps).toEqual([]);
  const [first = ""] = releases();
  store.blobs.delete(first);
  const { plan } = await become(2);
  expect(plan.steps.map(({ id }) => id)).toEqual([step(1)]);
  expect(planText(plan)).toBe(`shop → prod: 1 to clean up where it is allowed, 3 unchanged
  - delete checkpoint/${folder(1)}: nothing that runs names it, and no release that is kept; it is deleted only with --allow ${step(1)}
`);
  expect(planMarkdown(plan)).not.toContain("❗");
  azure.control.clearLog();
  await published(2);
  expect(azure.control.writes().filter(({ path }) => !path.includes("comp=lease"))).toEqual([]);
  // What else is published is so without it, and with it comes after the job was started.
  expect((await become(3, [step(1)])).plan.steps.at(-1)?.after).toContain("start:job/shop-orders");
  await published(3);
  expect([files(1), files(2)]).toEqual([7, 7]);
  await published(3, step(1));
  expect([files(1), files(2)]).toEqual([0, 7]);
  expect(azure.control.writes().filter(({ plane }) => plane === "files")).toHaveLength(3);
  expect(state()?.checkpoints[folder(1)]?.is).toBe("removed");
  expect((await become(3)).plan.steps).toEqual([]);
});

it("deletes nothing that is to run again, and nothing where it is not known what runs", async () => {
  await abandoned();
  expect((await become(1)).plan.steps.map(({ id }) => id)).not.toContain(step(1));
  const unknown = await become(2, [], false);
  expect(unknown.plan.steps).toEqual([]);
  expect((await unknown.publish()).kind).toBe("published");
  expect(state()?.checkpoints[folder(1)]?.is).toBe("named");
});

it("keeps in mind what a publishing that was broken off has named", async () => {
  await published(1);
  azure.control.play(({ path }) => (path.includes("run-now") ? { kind: "unable", status: 400 } : undefined));
  expect((await (await become(2)).publish()).kind).toBe("broken-off");
  azure.control.play(undefined);
  run(1);
  run(2);
  expect([state()?.checkpoints[folder(1)]?.is, state()?.checkpoints[folder(2)]?.is]).toEqual(["named", "named"]);
  await published(3);
  // No release ever named it.
  expect((await become(3)).plan.steps.map(({ id }) => id)).toEqual([step(2)]);
});

it.each(["killed before", "killed after", "answer lost", "429", "500"])(
  "%s at any request of a clean-up: given again, the end is the same",
  async (mishap) => {
    await abandoned();
    const before = new Map(store.blobs);
    const again = () => {
      store.blobs.clear();
      for (const [key, blob] of before) store.blobs.set(key, blob);
    };
    // Numbers of releases go up with each publishing that was begun.
    const known = () => Object.entries(state()?.checkpoints ?? {}).map(([path, { is }]) => [path, is]);
    const end = () => [files(1), files(2), known(), state()?.begun, releases().length];
    azure.control.clearLog();
    await published(2, step(1));
    const [requests, clean] = [requestsOf(azure.control.log), end()];
    expect(requests.length).toBeGreaterThan(5);
    const strays: string[] = [];
    for (const at of requests) {
      again();
      azure.control.play(faultAt(mishap, at));
      await become(2, [step(1)])
        .then(({ publish }) => publish())
        .catch(() => undefined);
      azure.control.play(undefined);
      later += 61_000;
      await published(2, step(1));
      if (JSON.stringify(end()) !== JSON.stringify(clean)) strays.push(`${mishap} at ${at}: ${JSON.stringify(end())}`);
    }
    expect(strays).toEqual([]);
  },
);

it("stops at what the service refuses, in its words, and nothing is forgotten", async () => {
  await abandoned();
  const { plan, publish } = await become(2, [step(1)]);
  expect(plan.steps).toHaveLength(1);
  const leased = store.blobs.get(`shopprod/lake/${folder(1)}/metadata`);
  if (leased === undefined) throw new Error("Spark keeps it there");
  store.blobs.set(`shopprod/lake/${folder(1)}/metadata`, { ...leased, lease: { id: "somebody's" } });
  expect(await publish()).toMatchObject({
    kind: "broken-off",
    error: { message: expect.stringContaining("412 LeaseIdMissing") },
  });
  expect(state()?.checkpoints[folder(1)]?.is).toBe("abandoned");
});

it("needs the right to delete, which is printed", async () => {
  await abandoned();
  const { publish } = await become(2, [step(1)], true, weaker.id);
  expect(await publish()).toMatchObject({
    kind: "broken-off",
    error: { message: expect.stringContaining("403 AuthorizationPermissionMismatch") },
  });
  await published(2, step(1));
  expect(files(1)).toBe(0);
});

import { expect, it } from "vitest";
import type { Json } from "../compiler/emit/json.js";
import { comparable } from "./comparable.js";
import type { Destination } from "./destination.js";
import { homesOf } from "./homes.js";
import { isArmKindName } from "./kinds.js";
import { liveOf } from "./live-artifact.js";
import { makePlan, planOfDestruction, planOfRollback } from "./make-plan.js";
import type { Plan } from "./plan.js";
import { planJson, readPlanFile } from "./plan-file.js";
import { planMarkdown } from "./plan-markdown.js";
import { hashOf } from "./records.js";
import { artifacts, factory, having, job, notebook, nowhere, pipeline, trigger } from "./shop.fixture.js";
import { begunAlso, noState, type State } from "./state.js";
import { type Live, thingId, type Wanted } from "./thing.js";
import { type SentArtifact, wantedOf } from "./wanted.js";

const wantedFrom = (sources: readonly SentArtifact[]) => wantedOf(sources, nowhere);
const all = wantedFrom(artifacts);

const liveFrom = (wanted: Wanted, change: (value: Json) => Json = (value) => value): Live => {
  const value = change(wanted.value);
  return { ...wanted, value, version: hashOf(value), isMarked: true, address: undefined };
};
const stateOf = (wanted: readonly Wanted[]): State => ({
  ...noState,
  published: Object.fromEntries(wanted.map(({ id, kind, value }) => [id, comparable(kind, value)])),
});
const plan = (wanted: readonly Wanted[], live: readonly Live[], state = stateOf(live.map(wantedIn))): Plan =>
  makePlan({
    sluice: "1",
    destination: nowhere,
    wanted,
    scripts: [],
    readings: { live, state, hidden: [], unsure: [] },
  });
const wantedIn = ({ id }: Live): Wanted => all.find((one) => one.id === id) ?? fail(id);
const fail = (id: string): never => {
  throw new Error(id);
};
const ids = ({ steps }: Plan) => steps.map(({ id }) => id);
const everything = all.map((one) => liveFrom(one));
const changed = (id: string, change: (value: Json) => Json): readonly Live[] =>
  everything.map((one) => (one.id === id ? liveFrom(wantedIn(one), change) : one));

it("makes everything where there is nothing, each after what it needs", () => {
  expect(ids(plan(all, []))).toEqual([
    "create:notebook/Shared/shop/common",
    "create:notebook/Shared/shop/orders/tables",
    "create:job/shop-orders",
    "start:job/shop-orders",
    "create:globalParameters/default",
    "create:linkedService/lake",
    "create:dataset/orders_csv",
    "create:pipeline/orders",
    "create:trigger/nightly",
    "start:trigger/nightly",
  ]);
});

it("has nothing to do where everything is as it is to be", () => {
  const { steps, unchanged, kept, foreign, obstacles } = plan(all, everything);
  expect({ steps, kept, foreign, obstacles }).toEqual({ steps: [], kept: [], foreign: [], obstacles: [] });
  expect(unchanged).toHaveLength(all.length);
});

it("says which field changed, and that the sources did", () => {
  const [step, ...others] = plan(wantedFrom(having(pipeline("0.02:00:00"))), everything).steps;
  expect(others).toEqual([]);
  expect(step?.changes).toEqual([
    { path: "properties.activities[look].policy.timeout", old: "0.01:00:00", new: "0.02:00:00", because: "sources" },
  ]);
  expect(step?.reason).toBe("the sources changed");
});

it("says that somebody changed a field in the service", () => {
  const live = changed("pipeline/orders", (value) =>
    JSON.parse(JSON.stringify(value).replace("0.01:00:00", "7.00:00:00")),
  );
  const [step] = plan(all, live).steps;
  expect(step?.changes.map(({ because }) => because)).toEqual(["drift"]);
});

it("keeps and shows a field that only the service knows, and takes away one that was ours", () => {
  const added = (value: Json): Json =>
    JSON.parse(JSON.stringify(value).replace('"retry":1', '"retry":1,"cancelAfter":"1.00:00:00"'));
  const kept = plan(wantedFrom(having(pipeline("0.02:00:00"))), changed("pipeline/orders", added));
  expect(kept.kept).toEqual([{ thing: "pipeline/orders", path: "properties.activities[look].policy.cancelAfter" }]);
  expect(JSON.stringify(kept.steps[0]?.value)).toContain('"cancelAfter":"1.00:00:00"');
  const [, was] = [
    all,
    stateOf(changed("pipeline/orders", added).map((one) => ({ ...wantedIn(one), value: one.value ?? "" }))),
  ];
  const gone = plan(all, changed("pipeline/orders", added), was);
  expect(gone.steps[0]?.changes).toEqual([
    {
      path: "properties.activities[look].policy.cancelAfter",
      old: "1.00:00:00",
      new: undefined,
      because: "sources",
    },
  ]);
});

it("stops a trigger that fires to change it, after what it needs, and starts it again", () => {
  const steps = ids(plan(wantedFrom(having(trigger(3), pipeline("0.02:00:00"))), everything));
  expect(steps).toEqual([
    "update:pipeline/orders",
    "stop:trigger/nightly",
    "update:trigger/nightly",
    "start:trigger/nightly",
  ]);
});

it("leaves a trigger alone when only its pipeline changes", () => {
  expect(ids(plan(wantedFrom(having(pipeline("0.02:00:00"))), everything))).toEqual(["update:pipeline/orders"]);
});

it("deletes what is ours and no longer said, users first, and nothing else", () => {
  const kept = all.filter(({ kind }) => !["trigger", "pipeline", "dataset"].includes(kind.name));
  expect(ids(plan(kept, everything))).toEqual([
    "stop:trigger/nightly",
    "delete:trigger/nightly",
    "delete:pipeline/orders",
    "delete:dataset/orders_csv",
  ]);
  const foreign = everything.map((one) => ({ ...one, isMarked: false }));
  const { steps, obstacles } = plan([], foreign, noState);
  expect({ steps, obstacles }).toEqual({ steps: [], obstacles: [] });
});

it("deletes notebooks after the jobs and pipelines that may run them, and after the notebooks that include them", () => {
  const including = (name: string, line: string) =>
    liveFrom({
      ...wantedIn({ ...first, id: "notebook/Shared/shop/common" }),
      ...named(name),
      value: `# MAGIC ${line}\n`,
    });
  const named = (name: string) => ({ id: `notebook/Shared/shop/${name}`, name: `/Shared/shop/${name}` });
  const [first = fail("")] = everything;
  const extra = [
    including("a/one", "%run ../common"),
    including("a/two", '%run "./one"'),
    including("b/this", "%run ./that"),
    including("b/that", "%run /Shared/shop/b/this"),
  ];
  const live = [...everything, ...extra];
  const { steps } = plan([], live, { ...noState, published: Object.fromEntries(live.map(({ id }) => [id, ""])) });
  const before = (name: string) =>
    (steps.find(({ id }) => id === `delete:notebook/Shared/shop/${name}`)?.after ?? fail(name))
      .filter((id) => id.startsWith("delete:"))
      .map((id) => id.replace("delete:", "").replace("notebook/Shared/shop/", ""))
      .sort();
  const run = ["job/shop-orders", "pipeline/orders"];
  expect(["common", "orders/tables", "a/one", "a/two", "b/this", "b/that"].map(before)).toEqual([
    ["a/one", ...run],
    run,
    ["a/two", ...run],
    run,
    run,
    run,
  ]);
});

it("does not touch what has the name that is needed and is not ours", () => {
  const foreign = everything.map((one) => (one.id === "pipeline/orders" ? { ...one, isMarked: false } : one));
  expect(plan(all, foreign).obstacles.map(({ thing }) => thing)).toEqual(["pipeline/orders"]);
});

it("takes names in a factory that differ only in case for one, as the factory does", () => {
  const spelled = (isMarked: boolean) =>
    everything.map((one) =>
      one.name === "orders" ? { ...one, id: thingId(one.kind, "Orders"), name: "Orders", isMarked } : one,
    );
  expect(plan(all, spelled(false)).obstacles.map(({ thing }) => thing)).toEqual(["pipeline/orders"]);
  expect(plan(all, spelled(true))).toMatchObject({ steps: [], obstacles: [], foreign: [] });
  const [step] = plan(wantedFrom(having(pipeline("0.02:00:00"))), spelled(true)).steps;
  expect(step).toMatchObject({ id: "update:pipeline/orders", name: "Orders" });
});

it("does not take over a global parameter that somebody else has set, of whatever value", () => {
  const { obstacles } = plan(all, everything, { ...stateOf(all), published: {} });
  expect(obstacles).toContainEqual({
    thing: "globalParameters/default",
    message: expect.stringContaining("has 'lake' already, and this project did not set it"),
  });
});

it("sends no secret back as the asterisks that the service answers", () => {
  const withSecret = (url: string) => (value: Json) =>
    JSON.parse(
      JSON.stringify(value)
        .replace('"typeProperties":{', '"typeProperties":{"key":{"type":"SecureString","value":"**********"},')
        .replace("https://shopprod", url),
    );
  const other = changed("linkedService/lake", withSecret("https://other"));
  expect(plan(all, other).obstacles).toEqual([
    {
      thing: "linkedService/lake",
      message: expect.stringContaining("has at properties.typeProperties.key.value a secret"),
    },
  ]);
  expect(plan(all, changed("linkedService/lake", withSecret("https://shopprod")))).toMatchObject({
    steps: [],
    obstacles: [],
  });
});

it("takes a global parameter away when nothing uses it any more, and adds one before anything does", () => {
  const renamed = wantedFrom(having({ ...factory(), body: factory().body.replace('"lake"', '"account"') }));
  const steps = plan(
    renamed.filter(({ id }) => id !== "trigger/nightly"),
    everything,
  ).steps;
  expect(steps.map(({ id }) => id)).toEqual([
    "update:globalParameters/default",
    "stop:trigger/nightly",
    "delete:trigger/nightly",
    "clear:globalParameters/default",
  ]);
  const [old, account] = [
    { lake: { type: "String", value: "shopprod" } },
    { account: { type: "String", value: "shopprod" } },
  ];
  expect(steps.map(({ value }) => value)).toEqual([
    { properties: { ...old, ...account } },
    undefined,
    undefined,
    { properties: account },
  ]);
});

it("does not go to another factory or workspace as if that were the one that it was published to", () => {
  const { factory: place, databricks } = nowhere;
  const state = { ...stateOf(all), homes: homesOf(nowhere) };
  const obstacles = (destination: Destination) =>
    makePlan({
      sluice: "1",
      destination,
      wanted: all,
      scripts: [],
      readings: { live: [], state, hidden: [], unsure: [] },
    }).obstacles.map(({ thing, message }) => [thing.replace(/ .*/, ""), message.replace(/\. .*/, "")]);
  const left = "holds what was published from here, and now";
  expect(obstacles({ ...nowhere, factory: place && { ...place, name: "other" } })).toEqual([
    ["factory", expect.stringMatching(`${left} it is .*/factories/other$`)],
  ]);
  expect(obstacles({ ...nowhere, factory: undefined })).toEqual([["factory", `${left} none is named`]]);
  expect(obstacles({ ...nowhere, databricks: databricks && { ...databricks, workspace: "https://b" } })).toEqual([
    ["workspace", `${left} it is https://b`],
  ]);
  // A stand-in, or the same in other letters, is no other place.
  expect(
    obstacles({
      ...nowhere,
      factory: place && { ...place, endpoint: "http://127.0.0.1:1", name: place.name.toUpperCase() },
      databricks: databricks && { ...databricks, endpoint: "http://127.0.0.1:2" },
    }),
  ).toEqual([]);
});

it("names what is referred to and is nowhere", () => {
  const without = all.filter(({ id }) => id !== "linkedService/lake");
  expect(plan(without, []).obstacles).toEqual([
    { thing: "dataset/orders_csv", message: "refers to linkedService/lake, which the factory does not have" },
  ]);
});

it("does not delete what others refer to", () => {
  const other = liveOf(
    "dataset",
    {
      name: "theirs",
      etag: "1",
      properties: { linkedServiceName: { referenceName: "lake", type: "LinkedServiceReference" } },
    },
    nowhere,
  );
  const left = all.filter(({ kind }) => !isArmKindName(kind.name));
  const { obstacles } = plan(left, [...everything, ...(other ? [other] : [])], stateOf(all));
  expect(obstacles.map(({ thing }) => thing)).toEqual(["linkedService/lake"]);
});

it("marks what loses a checkpoint, and the record of a job's runs", () => {
  const [, step] = plan(wantedFrom(having(job("00000000"))), everything).steps;
  expect(step?.loses).toBe("the checkpoint of silver_orders: what it has read and remembered");
  const without = all.filter(({ kind }) => kind.name !== "job");
  expect(plan(without, everything).steps.map(({ id, loses }) => [id, loses])).toEqual([
    ["stop:job/shop-orders", undefined],
    ["delete:job/shop-orders", "the record of the job's runs"],
  ]);
});

it("knows what a workspace adds to a cluster; the driver is of the kind that the workers are", () => {
  const answered = changed("job/shop-orders", (value) =>
    JSON.parse(
      JSON.stringify(value).replace(
        '"num_workers":2',
        '"num_workers":2,"driver_node_type_id":"Standard_D4ds_v5","enable_elastic_disk":true,"enable_local_disk_encryption":false,"azure_attributes":{"first_on_demand":1,"availability":"ON_DEMAND_AZURE","spot_bid_max_price":-1}',
      ),
    ),
  );
  expect(plan(all, answered)).toMatchObject({ steps: [], kept: [] });
  const bigger = plan(wantedFrom(having(job("9f6e701d", "shop-orders", "Standard_D8ds_v5"))), answered);
  expect(bigger.steps.map(({ id, changes }) => [id, changes.map(({ path }) => path)])).toEqual([
    ["stop:job/shop-orders", []],
    ["update:job/shop-orders", ["job_clusters[small].new_cluster.node_type_id"]],
    ["start:job/shop-orders", []],
  ]);
  expect(JSON.stringify(bigger.steps)).not.toContain("driver_node_type_id");
  const chosen = changed("job/shop-orders", (value) =>
    JSON.parse(
      JSON.stringify(value).replace('"num_workers":2', '"num_workers":2,"driver_node_type_id":"Standard_D16ds_v5"'),
    ),
  );
  expect(plan(all, chosen).kept).toEqual([
    { thing: "job/shop-orders", path: "job_clusters[small].new_cluster.driver_node_type_id" },
  ]);
});

it("takes a notebook that a workspace has taken apart and put together again for the same", () => {
  const settled = changed("notebook/Shared/shop/orders/tables", (value) => String(value).trimEnd());
  expect(plan(all, settled).steps).toEqual([]);
});

/** Two publishings, neither ended. */
const brokenOff = (state: State, ...things: readonly (readonly Wanted[])[]): State => ({
  ...state,
  begun: {
    digest: "",
    steps: [],
    cancelled: {},
    making: {},
    things: things.reduce(
      (journal, wanted) =>
        begunAlso({ digest: "", steps: [], things: journal, cancelled: {}, making: {} }, stateOf(wanted).published),
      {},
    ),
  },
});

it("remembers what each of several publishings that were broken off may have made", () => {
  const [first, second] = ["1.00:00:00", "2.00:00:00"].map((after) =>
    all.map(
      (one): Wanted => ({
        ...one,
        value: JSON.parse(JSON.stringify(one.value).replace('"retry":1', `"retry":1,"cancelAfter":"${after}"`)),
      }),
    ),
  );
  const state = brokenOff(stateOf(all), first ?? [], second ?? []);
  const { kept, steps } = plan(all, first?.map((one) => liveFrom(one)) ?? [], state);
  expect(kept).toEqual([]);
  expect(steps.map(({ changes }) => changes.map(({ path, because }) => [path, because]))).toEqual([
    [["properties.activities[look].policy.cancelAfter", "sources"]],
  ]);
});

it("does not take for its own what it only set out to make and somebody else has made", () => {
  const state = brokenOff(noState, all);
  const theirs = all
    .filter(({ kind }) => kind.ownership !== "mark")
    .map((one) =>
      liveFrom(one, (value) =>
        typeof value === "string"
          ? `${value}theirs = 1`
          : JSON.parse(JSON.stringify(value).replace("shopprod", "theirs")),
      ),
    );
  expect(plan(all, theirs, state).obstacles.map(({ thing }) => thing)).toEqual(theirs.map(({ id }) => id));
  expect(plan([], theirs, state)).toMatchObject({ steps: [], obstacles: [] });
  const made = everything.filter(({ kind }) => kind.ownership !== "mark");
  expect(
    plan([], made, state)
      .steps.map(({ thing }) => thing)
      .toSorted(),
  ).toEqual(made.map(({ id }) => id).toSorted());
});

it("fits into a comment, whatever is in the way", () => {
  const { obstacles, ...rest } = plan(all, everything, { ...stateOf(all), published: {} });
  const many = Array.from({ length: 2000 }, (_, at) => obstacles.map((one) => ({ ...one, thing: `pipeline/p${at}` })));
  const page = planMarkdown({ ...rest, obstacles: many.flat() });
  expect(page.length).toBeLessThan(65_000);
  expect(page).toMatch(/- … and \d+ more\./);
});

it("has another digest when anything that it rests on is another", () => {
  const of = (more: Partial<Parameters<typeof makePlan>[0]>, readings: object = {}) => {
    const facts = { live: everything, state: stateOf(all), hidden: [], unsure: [], ...readings };
    return makePlan({ sluice: "1", destination: nowhere, wanted: all, scripts: [], readings: facts, ...more }).digest;
  };
  const [first = fail("")] = everything;
  const place = nowhere.factory;
  const others = [
    of({ sluice: "2" }),
    of({ destination: { ...nowhere, environment: "dev" } }),
    of({ destination: { ...nowhere, project: "store" } }),
    of({
      destination: {
        ...nowhere,
        databricks: { workspace: "https://b", endpoint: "https://adb-5.azuredatabricks.net", planner: undefined },
      },
    }),
    of({ destination: { ...nowhere, factory: place && { ...place, subscription: "other" } } }),
    of({ destination: { ...nowhere, factory: place && { ...place, name: "other" } } }),
    of({ wanted: wantedFrom(having(notebook("rows = 3"))) }),
    of({ wanted: wantedFrom(having(trigger(2, "Stopped"))) }),
    of({}, { live: everything.map((one) => (one === first ? { ...one, version: "other" } : one)) }),
    of({ scripts: [{ path: "common/sql/control.sql", hash: "1", run: undefined }] }),
    of({}, { live: everything.slice(1) }),
    of({}, { state: { ...stateOf(all), serial: 7 } }),
    of({}, { state: noState }),
  ];
  const same = { sluice: "1", destination: nowhere, wanted: [], scripts: [] };
  const purposes = [makePlan, planOfRollback, planOfDestruction].map((made) =>
    made({ ...same, readings: { live: everything, state: stateOf(all), hidden: [], unsure: [] } }),
  );
  expect(new Set(purposes.map(({ digest }) => digest)).size).toBe(3);
  expect(purposes.map((one) => readPlanFile(planJson(one))?.digest)).toEqual([
    purposes[0]?.digest,
    undefined,
    undefined,
  ]);
  expect(new Set([of({}), ...others]).size).toBe(others.length + 1);
  expect(of({})).toBe(of({ wanted: [...all] }));
});

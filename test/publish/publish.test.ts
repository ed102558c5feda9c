import { afterEach, expect, it } from "vitest";
import { permissionsOf } from "../../publish/permissions.js";
import { planJson } from "../../publish/plan-file.js";
import { planMarkdown } from "../../publish/plan-markdown.js";
import { planText } from "../../publish/plan-text.js";
import { messageOf, type Published } from "../../publish/publish.js";
import {
  arrived,
  artifacts,
  dataflow,
  having,
  job,
  notebook,
  nowhere,
  pipeline,
  trigger,
} from "../../publish/shop.fixture.js";
import { type SentArtifact, wantedOf } from "../../publish/wanted.js";
import { Cloud } from "./cloud.fixture.js";

let clouds: Cloud[] = [];
const aCloud = async (request = {}): Promise<Cloud> => {
  const cloud = await Cloud.start(request);
  clouds.push(cloud);
  return cloud;
};
afterEach(async () => {
  await Promise.all(clouds.map(({ azure }) => azure.stop()));
  clouds = [];
});

const ids = (done: Published): readonly string[] => ("plan" in done ? done.plan.steps.map(({ id }) => id) : []);
const later = having(pipeline("0.02:00:00"), notebook("rows = 3"), trigger(3));

it("publishes everything, and then there is nothing to do", async () => {
  const cloud = await aCloud();
  const { plan, publish } = cloud.sources(artifacts);
  cloud.control.clearLog();
  const made = await plan();
  expect(cloud.control.writes()).toEqual([]);
  expect(made.obstacles).toEqual([]);
  expect(await publish(made)).toMatchObject({ kind: "published" });
  const again = await plan();
  expect(again).toMatchObject({ steps: [], kept: [], foreign: [], obstacles: [] });
  expect(again.unchanged).toHaveLength(8);
  cloud.control.clearLog();
  expect(await publish(again)).toMatchObject({ kind: "published" });
  expect(await writes(cloud)).toEqual([]);
});

/** Of things and the state; the lease is none. */
const writes = async ({ control }: Cloud): Promise<readonly string[]> =>
  control
    .writes()
    .filter(({ path }) => !path.includes("comp=lease"))
    .map(({ method, path }) => `${method} ${path}`);

it("names a script that people are to run until it was published, and again when it changes", async () => {
  const cloud = await aCloud();
  const script = (body: string): SentArtifact => ({
    path: "common/sql/control.sql",
    plane: "sql",
    kind: "script",
    body,
    dependsOn: [],
  });
  const { plan, publish } = cloud.sources([notebook(), script("SELECT 1;\n")]);
  expect((await plan()).byHand).toEqual(["common/sql/control.sql"]);
  await publish();
  expect((await plan()).byHand).toEqual([]);
  expect((await cloud.sources([script("SELECT 2;\n")]).plan()).byHand).toEqual(["common/sql/control.sql"]);
});

it("updates what changed and nothing else", async () => {
  const cloud = await aCloud();
  await cloud.sources(artifacts).publish();
  const { plan, publish } = cloud.sources(having(pipeline("0.02:00:00"), notebook("rows = 3")));
  expect(ids(await publish())).toEqual([
    "stop:job/shop-orders",
    "update:notebook/Shared/shop/orders/tables",
    "start:job/shop-orders",
    "update:pipeline/orders",
  ]);
  expect((await plan()).steps).toEqual([]);
});

it("deletes what is ours and is no longer said, and needs leave for a job's record", async () => {
  const cloud = await aCloud();
  await cloud.sources([...artifacts, pipeline("0.01:00:00", "returns"), notebook("rows = 4", "old")]).publish();
  const fewer = cloud.sources(artifacts);
  expect(ids(await fewer.publish())).toEqual(["delete:pipeline/returns", "delete:notebook/Shared/shop/old"]);
  expect((await fewer.plan()).steps).toEqual([]);

  const jobless = cloud.sources(artifacts.filter(({ kind }) => kind !== "job"));
  cloud.control.clearLog();
  expect(await jobless.publish()).toMatchObject({ kind: "not-allowed", steps: [{ id: "delete:job/shop-orders" }] });
  expect(await writes(cloud)).toEqual([]);
  expect(ids(await jobless.publish(undefined, ["delete:job/shop-orders"]))).toEqual([
    "stop:job/shop-orders",
    "delete:job/shop-orders",
  ]);
  expect((await jobless.plan()).steps).toEqual([]);
});

it("asks for leave where a checkpoint is given up", async () => {
  const cloud = await aCloud();
  await cloud.sources([notebook(), job()]).publish();
  const { publish } = cloud.sources([notebook(), job("00000000")]);
  expect(await publish()).toMatchObject({ kind: "not-allowed", steps: [{ id: "update:job/shop-orders" }] });
  expect(await publish(undefined, ["update:job/shop-orders"])).toMatchObject({ kind: "published" });
});

it("carries out the plan that was agreed to or nothing, and no plan twice", async () => {
  const cloud = await aCloud();
  const { plan, publish } = cloud.sources(artifacts);
  const agreed = await plan();
  const other = { type: "AzureBlobFS", typeProperties: { url: "https://other.dfs.core.windows.net" } };
  // What others make beside it is nothing to a plan.
  await cloud.put(`${cloud.factoryPath}/linkedservices/theirs`, { properties: other });
  expect((await plan()).digest).toBe(agreed.digest);
  const annotations = ["sluice: project=shop"];
  await cloud.put(`${cloud.factoryPath}/linkedservices/lake`, { properties: { ...other, annotations } });
  cloud.control.clearLog();
  expect(await publish(agreed)).toMatchObject({ kind: "other-plan" });
  expect((await writes(cloud)).filter((one) => !one.includes("_ops/publish"))).toEqual([]);
  const next = await plan();
  expect(await publish(next)).toMatchObject({ kind: "published" });
  expect(await publish(next)).toMatchObject({ kind: "other-plan" });
});

it("stops where somebody changes a thing in between", async () => {
  const cloud = await aCloud();
  await cloud.sources(artifacts).publish();
  const { publish } = cloud.sources(having(pipeline("0.02:00:00")));
  let isDone = false;
  cloud.control.play(async ({ isWrite, path, method }) => {
    if (!isWrite || isDone || method !== "PUT" || !path.includes("/pipelines/orders")) return undefined;
    isDone = true;
    await cloud.put(`${cloud.factoryPath}/pipelines/orders`, { properties: { activities: [], description: "theirs" } });
    return undefined;
  });
  expect(await publish()).toMatchObject({ kind: "broken-off", step: { id: "update:pipeline/orders" } });
  cloud.control.play(undefined);
  expect(await cloud.everything()).toContain("theirs");
});

it("starts a trigger again that it stopped, also when the change fails", async () => {
  const cloud = await aCloud();
  await cloud.sources(artifacts).publish();
  const { publish } = cloud.sources(having(trigger(3)));
  cloud.control.play(({ method, path }) =>
    method === "PUT" && path.includes("/triggers/") ? { kind: "unable", status: 500 } : undefined,
  );
  expect(await publish()).toMatchObject({ kind: "broken-off", step: { id: "update:trigger/nightly" } });
  cloud.control.play(undefined);
  expect(await cloud.everything()).toContain('"runtimeState":"Started"');

  // Stopping is done, but not seen to be.
  let isStopped = false;
  cloud.control.play(({ method, path }) => {
    isStopped ||= /nightly\/stop\?/.test(path);
    return isStopped && method === "GET" && path.includes("/triggers/nightly")
      ? { kind: "unable", status: 503 }
      : undefined;
  });
  const unseen = { kind: "broken-off", step: { id: "stop:trigger/nightly" }, leftStopped: [] };
  expect(await publish()).toMatchObject(unseen);
  cloud.control.play(undefined);
  expect(await cloud.everything()).toContain('"runtimeState":"Started"');

  cloud.control.play(({ method, path }) =>
    method === "PUT" && path.includes("/triggers/")
      ? { kind: "unable", status: 500 }
      : path.includes("nightly/start?")
        ? { kind: "unable", status: 403 }
        : undefined,
  );
  expect(await publish()).toMatchObject({ kind: "broken-off", leftStopped: ["trigger/nightly"] });
  cloud.control.play(undefined);
  expect(await publish()).toMatchObject({ kind: "published" });
  expect(await cloud.everything()).toContain('"runtimeState":"Started"');
});

it("writes nothing more once its lease was ended by others, and says so", async () => {
  const cloud = await aCloud();
  const blob = `${cloud.azure.blob}/shopprod/lake/_ops/publish/shop/prod.json?comp=lease`;
  const broken = { "x-ms-lease-action": "break", "x-ms-lease-break-period": "0" };
  const end = () => cloud.ask("PUT", blob, "https://storage.azure.com", undefined, broken);
  const { publish, services } = cloud.sources(artifacts);
  const lease = await services.state.lease(60);
  lease?.check();
  await end();
  await lease?.renew();
  expect(() => lease?.check()).toThrow("was lost");

  // Only the last writing is left.
  cloud.control.play(async ({ path }) => {
    if (path.includes("nightly/start?")) await end();
    return undefined;
  });
  expect(await publish()).toMatchObject({ kind: "broken-off", step: undefined });
  cloud.control.play(undefined);
  expect(await publish()).toMatchObject({ kind: "published", plan: { steps: [] } });
});

it("leaves alone what is not ours, to the byte", async () => {
  const cloud = await aCloud();
  await cloud.put(`${cloud.factoryPath}/linkedservices/theirs`, {
    properties: {
      type: "AzureBlobFS",
      annotations: ["sluice: project=shopping"],
      typeProperties: { url: "https://o.dfs.core.windows.net" },
    },
  });
  await cloud.put(`${cloud.factoryPath}/pipelines/theirs`, { properties: { activities: [], unknown: { a: [1] } } });
  await cloud.put(`${cloud.factoryPath}/globalParameters/default`, {
    properties: { theirs: { type: "Int", value: 7 } },
  });
  await cloud.workspace("POST", "2.0/workspace/mkdirs", { path: "/Shared/shop" });
  await cloud.workspace("POST", "2.0/workspace/import", {
    path: "/Shared/shop/theirs",
    language: "PYTHON",
    format: "SOURCE",
    content: Buffer.from("# Databricks notebook source\nprint(1)").toString("base64"),
  });
  await cloud.workspace("POST", "2.1/jobs/create", { name: "shop-orders", tasks: [] });
  const theirs = (all: string): readonly string[] =>
    all.split("\n").filter((line) => line.includes("theirs") && !line.startsWith("globalParameters"));
  const before = theirs(await cloud.everything());
  expect(before.length).toBeGreaterThan(2);

  const { plan, publish } = cloud.sources(artifacts);
  const { foreign } = await plan();
  expect(foreign).toEqual(
    expect.arrayContaining(["linkedService/theirs", "pipeline/theirs", "notebook/Shared/shop/theirs"]),
  );
  await publish();
  await cloud.sources(later).publish();
  await cloud.sources([]).publish(undefined, ["delete:job/shop-orders"]);
  const after = await cloud.everything();
  expect(theirs(after)).toEqual(before);
  expect(after).toContain('globalParameters/default {"theirs":{"type":"Int","value":7}}');
});

it("lets one of two publishers win, at whatever request they meet; the other writes nothing", async () => {
  const cloud = await aCloud();
  const [first, second] = [cloud.sources(artifacts), cloud.sources(later)];
  const places = [first, second];
  await first.publish();
  const last = await second.publish();
  const requests = cloud.control.log.length;
  expect(last.kind).toBe("published");
  const outcomes = new Set<string>();
  for (let at = 1; at <= requests / 2; at += 1) {
    const [winner, other] = at % 2 === 0 ? places : places.toReversed();
    if (winner === undefined || other === undefined) throw new Error("There are two");
    let seen = 0;
    let meanwhile: Promise<Published> | undefined;
    cloud.control.clearLog();
    cloud.control.play(async () => {
      seen += 1;
      if (seen !== at) return undefined;
      seen = Number.NaN;
      cloud.control.play(undefined);
      const writesBefore = (await writes(cloud)).length;
      meanwhile = other.publish();
      const { kind } = await meanwhile;
      outcomes.add(kind);
      if (kind === "another-publisher") expect((await writes(cloud)).length).toBe(writesBefore);
      return undefined;
    });
    const done = await winner.publish();
    cloud.control.play(undefined);
    await meanwhile;
    expect(done.kind).toBe("published");
    expect((await winner.plan()).steps).toEqual([]);
  }
  expect(outcomes).toContain("another-publisher");
}, 240_000);

it("puts no secret into a plan, the state or a message", async () => {
  const cloud = await aCloud();
  const canary = 'canary+/= "x"';
  await cloud.put(`${cloud.factoryPath}/linkedservices/theirs`, {
    properties: {
      type: "SqlServer",
      typeProperties: { connectionString: "Server=x", password: { type: "SecureString", value: canary } },
    },
  });
  const { plan, publish } = cloud.sources(artifacts);
  const made = await plan();
  const done = await publish();
  cloud.control.play(({ method, path }) =>
    method === "PUT" && path.includes("/pipelines/") ? { kind: "unable", status: 500 } : undefined,
  );
  const broken = await cloud.sources(later).publish();
  cloud.control.play(undefined);
  const said = [JSON.stringify(made), planText(made), planJson(made), planMarkdown(made), JSON.stringify(done)];
  const failed = "error" in broken ? messageOf(broken.error) : "";
  const tokens = ["Bearer", cloud.azure.token("x", "y").slice(0, 30)];
  const state = (await cloud.everything()).split("\n").at(-1) ?? "";
  const forms = [
    canary,
    encodeURIComponent(canary),
    JSON.stringify(canary).slice(1, -1),
    Buffer.from(canary).toString("base64"),
  ];
  for (const text of [...said, failed, state])
    for (const secret of [...forms, ...tokens]) expect(text.includes(secret)).toBe(false);
});

it("needs exactly the actions that it says", async () => {
  const wanted = wantedOf([...artifacts, arrived()], nowhere);
  const { factory, events, state } = permissionsOf(nowhere, wanted, "publish");
  const actions = [...(factory?.Actions ?? []), ...(events?.Actions ?? [])];
  const dataActions = state.DataActions;
  const trip = async (cloud: Cloud): Promise<Published> => {
    const all = cloud.sources([...artifacts, dataflow, arrived()]);
    const made = await all.publish();
    if (made.kind !== "published") return made;
    const changed = await cloud
      .sources([...later, arrived(".json"), { ...dataflow, body: dataflow.body.replace('"a"', '"b"') }])
      .publish();
    if (changed.kind !== "published") return changed;
    return cloud.sources([]).publish(undefined, ["delete:job/shop-orders"]);
  };
  const enough = await aCloud({ actions, dataActions });
  expect(await trip(enough)).toMatchObject({ kind: "published" });
  // To delete is for checkpoints that nothing names any more: see clean-up.test.ts.
  for (const missing of [...actions, ...dataActions].filter((one) => !one.endsWith("/blobs/delete"))) {
    const without = (all: readonly string[]) => all.filter((one) => one !== missing);
    const cloud = await aCloud({ actions: without(actions), dataActions: without(dataActions) });
    const message = await trip(cloud).then(
      (done) => ("error" in done ? messageOf(done.error) : done.kind),
      (error: unknown) => messageOf(error),
    );
    expect(message).toContain(dataActions.includes(missing) ? "not authorized to perform this operation" : missing);
  }
}, 240_000);

import { afterEach, expect, it } from "vitest";
import { permissionsOf } from "../../publish/permissions.js";
import { messageOf } from "../../publish/publish.js";
import { wantedOf } from "../../publish/wanted.js";
import { compileCase, readCase } from "../golden.js";
import { impatient } from "./cloud.fixture.js";
import { SynapseCloud, type SynapseCloudRequest, telemetry } from "./synapse-cloud.fixture.js";
import { arrived, pipelineAndAll } from "./synapse-pipeline.fixture.js";

let clouds: SynapseCloud[] = [];
const aCloud = async (request: SynapseCloudRequest = {}): Promise<SynapseCloud> => {
  const cloud = await SynapseCloud.start(request);
  clouds.push(cloud);
  return cloud;
};
afterEach(async () => {
  await Promise.all(clouds.map(({ azure }) => azure.stop()));
  clouds = [];
});

const all = pipelineAndAll();
const posts = (cloud: SynapseCloud): readonly string[] =>
  cloud.control
    .writes()
    .filter(({ method, path }) => method === "POST" && path.includes("/triggers/arrived/"))
    .map(({ path }) => path.replace(/^.*\/triggers\/arrived\/|\?.*$/g, ""));

it("subscribes a trigger to its events before it is started, and unsubscribes it before it is stopped", async () => {
  const cloud = await aCloud({ operationTime: 20 });
  const sources = cloud.sources([...all, arrived()]);
  expect(await sources.publish()).toMatchObject({ kind: "published" });
  expect((await sources.plan()).steps).toEqual([]);
  // While it is provisioned it is refused, and asked again.
  expect([...new Set(posts(cloud))]).toEqual(["subscribeToEvents", "start"]);

  cloud.control.clearLog();
  const changed = cloud.sources([...all, arrived(".json")]);
  expect(await changed.publish()).toMatchObject({ kind: "published" });
  expect([...new Set(posts(cloud))]).toEqual(["unsubscribeFromEvents", "stop", "subscribeToEvents", "start"]);
  expect((await changed.plan()).steps).toEqual([]);
  expect(cloud.everything().join("\n")).toMatch(/triggers\/arrived .*"\.json".*"runtimeState":"Started"/);

  expect(await cloud.sources(all).publish()).toMatchObject({ kind: "published" });
  expect(cloud.everything().join("\n")).not.toContain("arrived");
});

it("publishes triggers of files and of a topic as they are compiled, and then there is nothing to do", async () => {
  const cloud = await aCloud({ pools: ["small"] });
  const { artifacts, diagnostics } = compileCase(readCase("project-triggers-synapse"));
  expect(diagnostics).toEqual([]);
  const { publish, plan } = cloud.sources(artifacts, impatient, "shop");
  expect(await publish()).toMatchObject({ kind: "published" });
  const subscribed = cloud.control.writes().filter(({ path }) => path.includes("/subscribeToEvents"));
  expect(subscribed.map(({ path }) => path.replace(/^.*\/triggers\/|\?.*$/g, "")).toSorted()).toEqual([
    "on_files/subscribeToEvents",
    "on_loaded/subscribeToEvents",
  ]);
  expect(await plan()).toMatchObject({ steps: [], kept: [], obstacles: [] });
});

it("finds a trigger that was left without its events, and subscribes it again", async () => {
  const cloud = await aCloud();
  await cloud.sources([...all, arrived()]).publish();
  cloud.control.play(({ path }) =>
    /arrived\/(stop|subscribeToEvents)\?/.test(path) ? { kind: "unable", status: 403 } : undefined,
  );
  const sources = cloud.sources([...all, arrived()]);
  const broken = await cloud.sources([...all, arrived(".json")]).publish();
  expect(broken).toMatchObject({ kind: "broken-off", step: { id: "stop:synapse.trigger/arrived" } });
  cloud.control.play(undefined);
  expect((await sources.plan()).steps.map(({ id }) => id)).toEqual(["start:synapse.trigger/arrived"]);
  expect(await sources.publish()).toMatchObject({ kind: "published" });
  expect((await sources.plan()).steps).toEqual([]);
});

it("needs what the role of events says beside the workspace's own roles", async () => {
  const destination = telemetry({ arm: "https://a", synapse: "https://s", blob: "https://b" });
  const wanted = wantedOf([...all, arrived()], destination);
  const { synapse, state, events } = permissionsOf(destination, wanted, "publish");
  const [inAzure, inWorkspace] = [synapse?.workspace.Actions ?? [], synapse?.artifacts.actions ?? []];
  expect(events?.Actions).toEqual(["Microsoft.EventGrid/eventSubscriptions/write"]);
  const published = async (actions: readonly string[]) => {
    const cloud = await aCloud({ actions, dataActions: state.DataActions, synapse: inWorkspace });
    const done = await cloud.sources([...all, arrived()]).publish();
    return "error" in done ? messageOf(done.error) : done.kind;
  };
  expect(await published([...inAzure, ...(events?.Actions ?? [])])).toBe("published");
  expect(await published(inAzure)).toContain("Microsoft.EventGrid/eventSubscriptions/write");
});

import type { DataFactoryManagementClient, TriggerResource } from "@azure/arm-datafactory";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Azure, startAzure } from "../../local/azure/azure.js";
import { arm, dataFactory, owner, withActions } from "./clients.js";

let azure: Azure;
let client: DataFactoryManagementClient;
const [group, factory] = ["group", "f-1"];
let now = Date.parse("2026-01-01T00:00:00Z");

beforeAll(async () => {
  azure = await startAzure({
    principals: [owner, withActions("Microsoft.DataFactory/factories/read", "Microsoft.DataFactory/factories/*/read")],
    settings: { now: () => now, pageSize: 2, operationTime: 10_000 },
  });
  client = dataFactory(azure);
});
afterAll(() => azure.stop());

beforeEach(async () => {
  azure.control.play(undefined);
  await client.factories.delete(group, factory);
  await client.factories.createOrUpdate(group, factory, { location: "westeurope" });
  azure.control.clearLog();
});

it("keeps a factory's body, and adds what the service adds", async () => {
  await client.factories.createOrUpdate(group, factory, {
    location: "westeurope",
    tags: { a: "b" },
    globalParameters: { lake: { type: "String", value: "x" } },
  });
  const { provisioningState, version, tags, globalParameters, eTag } = await client.factories.get(group, factory);
  expect({ provisioningState, version, tags, globalParameters }).toEqual({
    provisioningState: "Succeeded",
    version: "2018-06-01",
    tags: { a: "b" },
    globalParameters: { lake: { type: "String", value: "x" } },
  });
  expect(eTag).toMatch(/^[\da-f]{8}-/);
  await client.factories.update(group, factory, { tags: { c: "d" } });
  expect((await client.factories.get(group, factory)).globalParameters).toEqual(globalParameters);
  const names = [];
  for await (const { name } of client.factories.listByResourceGroup(group)) names.push(name);
  expect(names).toEqual([factory]);
});

it("has a factory's global parameters as one object too", async () => {
  await client.globalParameters.createOrUpdate(group, factory, "default", {
    properties: { lake: { type: "String", value: "y" } },
  });
  expect((await client.factories.get(group, factory)).globalParameters).toEqual({
    lake: { type: "String", value: "y" },
  });
  await client.globalParameters.delete(group, factory, "default");
  await expect(client.globalParameters.get(group, factory, "default")).rejects.toMatchObject({ statusCode: 404 });
});

it("keeps what it does not know in a body", async () => {
  const properties = { activities: [], anything: { a: [1, null, { b: "c" }] }, annotations: ["x"] };
  expect((await arm(azure, "PUT", "/pipelines/p", { body: { properties } })).status).toBe(200);
  expect(await (await arm(azure, "GET", "/pipelines/P")).json()).toMatchObject({ name: "p", properties });
});

it("lists in pages", async () => {
  for (const name of ["c", "a", "e", "b", "d"]) {
    await client.pipelines.createOrUpdate(group, factory, name, { activities: [] });
  }
  const names = [];
  for await (const { name } of client.pipelines.listByFactory(group, factory)) names.push(name);
  expect(names).toEqual(["a", "b", "c", "d", "e"]);
  expect(azure.control.log.filter(({ method }) => method === "GET")).toHaveLength(3);
});

it("refuses a write to something that has changed", async () => {
  const put = (ifMatch?: string) =>
    client.pipelines.createOrUpdate(group, factory, "p", { activities: [] }, ifMatch === undefined ? {} : { ifMatch });
  await expect(put("*")).rejects.toMatchObject({ statusCode: 412 });
  const { etag: first = "" } = await put();
  const { etag: second = "" } = await put(first);
  expect(second).not.toBe(first);
  await expect(put(first)).rejects.toMatchObject({ statusCode: 412 });
  await put("*");
});

it("deletes whatever version is there", async () => {
  await client.pipelines.createOrUpdate(group, factory, "p", { activities: [] });
  expect((await arm(azure, "DELETE", "/pipelines/p", { headers: { "If-Match": '"x"' } })).status).toBe(200);
});

it("answers 304 to who knows it already", async () => {
  const { etag = "" } = await client.pipelines.createOrUpdate(group, factory, "p", { activities: [] });
  const same = await arm(azure, "GET", "/pipelines/p", { headers: { "If-None-Match": `"${etag}"` } });
  expect([same.status, await same.text(), same.headers.get("etag")]).toEqual([304, "", `"${etag}"`]);
  const other = await arm(azure, "GET", "/pipelines/p", { headers: { "If-None-Match": '"x"' } });
  expect([other.status, other.headers.get("etag")]).toEqual([200, `"${etag}"`]);
});

const calls = (name: string) => ({
  activities: [
    {
      name: "each",
      type: "ForEach",
      typeProperties: {
        activities: [
          {
            name: "call",
            type: "ExecutePipeline",
            typeProperties: { pipeline: { referenceName: name, type: "PipelineReference" } },
          },
        ],
      },
    },
  ],
});

it("refuses what refers to something that is not there, however deep, and lets nothing be deleted that is referred to", async () => {
  const refused = await arm(azure, "PUT", "/pipelines/caller", { body: { properties: calls("Callee") } });
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({
    error: {
      code: "BadRequest",
      message: "The document creation or update failed because of invalid reference 'Callee'.",
    },
  });
  await client.pipelines.createOrUpdate(group, factory, "callee", { activities: [] });
  expect((await arm(azure, "PUT", "/pipelines/caller", { body: { properties: calls("Callee") } })).status).toBe(200);
  await expect(client.pipelines.delete(group, factory, "callee")).rejects.toMatchObject({
    statusCode: 400,
    message: "The document cannot be deleted since it is referenced by caller.",
  });
  await client.pipelines.delete(group, factory, "caller");
  await client.pipelines.delete(group, factory, "callee");
  expect((await arm(azure, "DELETE", "/pipelines/callee")).status).toBe(204);
});

it("tells names that are the same in two kinds apart", async () => {
  const dataset = {
    type: "DelimitedText",
    linkedServiceName: { referenceName: "lake", type: "LinkedServiceReference" },
  };
  await client.pipelines.createOrUpdate(group, factory, "lake", { activities: [] });
  const refused = await arm(azure, "PUT", "/datasets/d", { body: { properties: dataset } });
  expect(refused.status).toBe(400);
});

it("knows the runtime that every factory has", async () => {
  const connectVia = { referenceName: "AutoResolveIntegrationRuntime", type: "IntegrationRuntimeReference" };
  const properties = { type: "AzureBlobFS", connectVia, typeProperties: { url: "https://lake.example" } };
  expect((await arm(azure, "PUT", "/linkedservices/lake", { body: { properties } })).status).toBe(200);
});

it("does not show a secret again", async () => {
  const properties = {
    type: "SqlServer",
    typeProperties: { password: { type: "SecureString", value: "hunter2" } },
  };
  await arm(azure, "PUT", "/linkedservices/s", { body: { properties } });
  expect(await (await arm(azure, "GET", "/linkedservices/s")).text()).not.toContain("hunter2");
});

it.each([
  ["/pipelines/a.b", 400],
  [`/pipelines/${"x".repeat(261)}`, 400],
  ["/integrationRuntimes/a_b", 400],
  ["/pipelines/p?api-version=2015-10-01", 404],
  ["/pipelines/p?x=1", 400],
  ["/notebooks/p", 404],
])("refuses to put at %s", async (path, status) => {
  expect((await arm(azure, "PUT", path, { body: { properties: { type: "Managed" } } })).status).toBe(status);
});

it("refuses what has no properties, no type, or is no JSON", async () => {
  expect((await arm(azure, "PUT", "/pipelines/p", { body: { activities: [] } })).status).toBe(400);
  expect((await arm(azure, "PUT", "/datasets/d", { body: { properties: {} } })).status).toBe(400);
  expect((await arm(azure, "PUT", "/pipelines/p", { body: "x" })).status).toBe(400);
});

const windows = { frequency: "Hour", interval: 1, startTime: "2026-01-01T00:00:00Z", maxConcurrency: 1 };
const ofWindows = (changed: object) => ({
  type: "TumblingWindowTrigger",
  pipeline: { pipelineReference: { type: "PipelineReference", referenceName: "p" } },
  typeProperties: { ...windows, ...changed },
});
const ofItself = (offset: string | undefined) => ({ type: "SelfDependencyTumblingWindowTriggerReference", offset });
const ofEvents = (typeProperties: object) => ({ type: "BlobEventsTrigger", typeProperties });
const activities = (count: number) => Array.from({ length: count }, (_, at) => ({ name: `a${at}`, type: "Wait" }));
/** Each within the one before it. */
const nested = (...types: readonly string[]): readonly object[] =>
  types.reduceRight<readonly object[]>((inner, type, at) => {
    const list = type === "IfCondition" ? "ifTrueActivities" : "activities";
    return [{ name: `${at}`, type, typeProperties: { [list]: inner } }];
  }, []);
const waiting = [{ name: "a", type: "Wait", dependsOn: [{ activity: "none", dependencyConditions: ["Succeeded"] }] }];
const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`p${at}`, { type: "string" }]));

it.each<readonly [string, object, string | undefined]>([
  ["/pipelines/q", { activities: activities(120) }, undefined],
  ["/pipelines/q", { activities: activities(121) }, "121 activities"],
  [
    "/pipelines/q",
    { activities: [{ name: "each", type: "ForEach", typeProperties: { activities: activities(120) } }] },
    "121 activities",
  ],
  [
    "/pipelines/q",
    {
      activities: [
        { name: "s", type: "Switch", typeProperties: { cases: [{ value: "a", activities: activities(120) }] } },
      ],
    },
    "121 activities",
  ],
  ["/pipelines/q", { activities: [{ name: "a" }] }, "a name and a type"],
  ["/pipelines/q", { activities: nested("ForEach", "IfCondition", "Wait") }, undefined],
  ["/pipelines/q", { activities: nested("ForEach", "Until", "Wait") }, "'1' cannot be nested"],
  ["/pipelines/q", { activities: nested("IfCondition", "IfCondition", "Wait") }, "'1' cannot be nested"],
  ["/pipelines/q", { activities: nested("ForEach", "Validation") }, "'1' cannot be nested"],
  ["/pipelines/q", { activities: waiting }, undefined],
  ["/pipelines/q", { parameters: { day: { type: "string" }, Day: { type: "string" } } }, "more than one 'Day'"],
  ["/pipelines/q", { variables: { day: { type: "String" }, Day: { type: "String" } } }, "more than one 'Day'"],
  ["/pipelines/q", { parameters: many(50) }, undefined],
  ["/pipelines/q", { parameters: many(51) }, "51 parameters"],
  ["/pipelines/q", { description: "x".repeat(200 * 1024) }, "above the limit of 204800"],
  ["/linkedservices/l", { type: "AzureBlobFS", description: "x".repeat(100 * 1024) }, "above the limit of 102400"],
  ["/datasets/d", { type: "Binary" }, "'linkedServiceName' is required"],
  ["/datasets/d", { type: "Binary", linkedServiceName: { referenceName: "l" } }, "'l' needs its type"],
  [
    "/datasets/d",
    { type: "Binary", linkedServiceName: { referenceName: "l", type: "LinkedService" } },
    "needs its type",
  ],
  ["/triggers/t", { type: "Schedule" }, "Invalid type 'Schedule'"],
  ["/triggers/t", { type: "ScheduleTrigger", typeProperties: {} }, "'typeProperties.recurrence' is required"],
  ["/triggers/t", ofWindows({}), undefined],
  ["/triggers/t", ofWindows({ maxConcurrency: undefined }), "'typeProperties.maxConcurrency' is required"],
  ["/triggers/t", ofWindows({ maxConcurrency: 51 }), "from 1 to 50"],
  ["/triggers/t", ofWindows({ retryPolicy: { intervalInSeconds: 29 } }), "from 30 to 86400"],
  ["/triggers/t", ofWindows({ dependsOn: [ofItself("-01:00:00")] }), undefined],
  ["/triggers/t", ofWindows({ dependsOn: [ofItself("01:00:00")] }), "needs an offset"],
  ["/triggers/t", ofWindows({ dependsOn: [ofItself(undefined)] }), "needs an offset"],
  [
    "/triggers/t",
    ofWindows({ dependsOn: [{ type: "TumblingWindowTriggerDependencyReference" }] }),
    "'referenceTrigger.referenceName' is required",
  ],
  ["/triggers/t", ofWindows({ dependsOn: [{}] }), "needs its type"],
  ["/triggers/t", ofWindows({ frequency: "Day" }), "Minute, Hour or Month"],
  ["/triggers/t", ofWindows({ frequency: "Minute", interval: 4 }), "at least 5"],
  ["/triggers/t", ofEvents({ events: [] }), "'typeProperties.scope' is required"],
  ["/triggers/t", ofEvents({ events: [], scope: "/x" }), "One of blobPathBeginsWith and blobPathEndsWith"],
  ["/integrationRuntimes/ab", { type: "Managed" }, "Invalid resource name"],
  ["/globalParameters/default", { lake: { type: "String" } }, "needs a type"],
  ["/globalParameters/default", { lake: { type: "Text", value: "x" } }, "needs a type"],
])("takes of %s only what is whole and within the limits: %#", async (path, properties, why) => {
  await client.pipelines.createOrUpdate(group, factory, "p", { activities: [] });
  const answer = await arm(azure, "PUT", path, { body: { properties } });
  const { error } = JSON.parse(await answer.text());
  expect([answer.status, error?.message]).toEqual(
    why === undefined ? [200, undefined] : [400, expect.stringContaining(why)],
  );
});

const nightly: TriggerResource = {
  properties: {
    type: "ScheduleTrigger",
    recurrence: { frequency: "Day", interval: 1 },
    pipelines: [{ pipelineReference: { type: "PipelineReference", referenceName: "p" } }],
  },
};

async function stateOf(name: string): Promise<string | undefined> {
  return (await client.triggers.get(group, factory, name)).properties.runtimeState;
}

/** Time passes whenever somebody asks whether an operation has ended. */
const letTimePass = () =>
  azure.control.play(({ path }) => {
    if (path.includes("operationResults")) now += 10_000;
    return undefined;
  });

it("starts and stops a trigger by an operation that takes its time", async () => {
  await expect(client.triggers.createOrUpdate(group, factory, "t", nightly)).rejects.toMatchObject({ statusCode: 400 });
  await client.pipelines.createOrUpdate(group, factory, "p", { activities: [] });
  await arm(azure, "PUT", "/triggers/t", {
    body: {
      properties: {
        type: "ScheduleTrigger",
        runtimeState: "Started",
        pipelines: [{ pipelineReference: { type: "PipelineReference", referenceName: "p" } }],
        typeProperties: { recurrence: { frequency: "Day", interval: 1 } },
      },
    },
  });
  expect(await stateOf("t")).toBe("Stopped");
  const poller = await client.triggers.beginStart(group, factory, "t", { updateIntervalInMs: 1 });
  expect(await stateOf("t")).toBe("Stopped");
  letTimePass();
  await poller.pollUntilDone();
  expect(await stateOf("t")).toBe("Started");

  const change = client.triggers.createOrUpdate(group, factory, "t", nightly);
  await expect(change).rejects.toMatchObject({ statusCode: 400, code: "TriggerEnabledCannotUpdate" });
  const gone = client.triggers.delete(group, factory, "t");
  await expect(gone).rejects.toMatchObject({ statusCode: 400, code: "TriggerEnabledCannotUpdate" });

  await client.triggers.beginStopAndWait(group, factory, "t", { updateIntervalInMs: 1 });
  await client.triggers.createOrUpdate(group, factory, "t", nightly);
  expect(await stateOf("t")).toBe("Stopped");
  await expect(client.pipelines.delete(group, factory, "p")).rejects.toMatchObject({ statusCode: 400 });
  await client.triggers.delete(group, factory, "t");
});

it("does not start a trigger that would start nothing", async () => {
  await client.triggers.createOrUpdate(group, factory, "t", {
    properties: { type: "ScheduleTrigger", recurrence: { frequency: "Day", interval: 1 } },
  });
  await expect(client.triggers.beginStart(group, factory, "t")).rejects.toMatchObject({ statusCode: 400 });
  await expect(client.triggers.beginStart(group, factory, "none")).rejects.toMatchObject({ statusCode: 404 });
});

it("lets an operation go on for ever", async () => {
  await client.pipelines.createOrUpdate(group, factory, "p", { activities: [] });
  await client.triggers.createOrUpdate(group, factory, "t", nightly);
  azure.control.play(({ method }) => (method === "POST" ? { kind: "endless" } : undefined));
  const begun = await arm(azure, "POST", "/triggers/t/start");
  now += 1_800_000;
  const asked = await fetch(begun.headers.get("location") ?? "", {
    headers: { Authorization: `Bearer ${azure.token(owner.id, "https://management.azure.com")}` },
  });
  expect([begun.status, asked.status, await stateOf("t")]).toEqual([202, 202, "Stopped"]);
});

it("refuses changes of an event trigger while its subscription is made", async () => {
  await client.pipelines.createOrUpdate(group, factory, "p", { activities: [] });
  await client.triggers.createOrUpdate(group, factory, "t", {
    properties: {
      type: "BlobEventsTrigger",
      blobPathBeginsWith: "/incoming/",
      events: ["Microsoft.Storage.BlobCreated"],
      scope: "/subscriptions/x",
      pipelines: [{ pipelineReference: { type: "PipelineReference", referenceName: "p" } }],
    },
  });
  const early = client.triggers.beginSubscribeToEvents(group, factory, "t");
  await expect(early).rejects.toMatchObject({ message: "Resource cannot be updated during provisioning" });
  now += 10_000;
  const status = async () => (await client.triggers.getEventSubscriptionStatus(group, factory, "t")).status;
  const refused = client.triggers.beginStart(group, factory, "t");
  await expect(refused).rejects.toMatchObject({
    message: expect.stringContaining("its event subscription is Disabled"),
  });
  const subscribing = client.triggers.beginSubscribeToEvents(group, factory, "t", { updateIntervalInMs: 1 });
  expect(await subscribing.then(status)).toBe("Provisioning");
  letTimePass();
  await (await subscribing).pollUntilDone();
  expect(await status()).toBe("Enabled");
  await client.triggers.beginStartAndWait(group, factory, "t", { updateIntervalInMs: 1 });
  const stop = () => client.triggers.beginStopAndWait(group, factory, "t", { updateIntervalInMs: 1 });
  await expect(stop()).rejects.toMatchObject({ message: expect.stringContaining("is Enabled, not Disabled") });
  await client.triggers.beginUnsubscribeFromEventsAndWait(group, factory, "t", { updateIntervalInMs: 1 });
  await stop();
  expect(await stateOf("t")).toBe("Stopped");
});

it("makes runs of a pipeline that is there", async () => {
  await expect(client.pipelines.createRun(group, factory, "p")).rejects.toMatchObject({ statusCode: 404 });
  await client.pipelines.createOrUpdate(group, factory, "p", { activities: [] });
  const { runId } = await client.pipelines.createRun(group, factory, "p", { parameters: { a: 1 } });
  expect(await client.pipelineRuns.get(group, factory, runId)).toMatchObject({ runId, status: "Succeeded" });
  const asked = (operand: string, name: string) =>
    client.pipelineRuns.queryByFactory(group, factory, {
      lastUpdatedAfter: new Date(now - 60_000),
      lastUpdatedBefore: new Date(now + 86_400_000),
      filters: [{ operand, operator: "Equals", values: [name] }],
      orderBy: [{ orderBy: "RunStart", order: "DESC" }],
    });
  expect((await asked("PipelineName", "p")).value).toMatchObject([{ runId, status: "Succeeded" }]);
  expect((await asked("PipelineName", "q")).value).toEqual([]);
  await expect(asked("Colour", "p")).rejects.toMatchObject({ statusCode: 400 });
});

it("lets a principal do what its role has, and names the action that it lacks", async () => {
  const reader = dataFactory(azure, withActions());
  await reader.factories.get(group, factory);
  await expect(reader.pipelines.createOrUpdate(group, factory, "p", { activities: [] })).rejects.toMatchObject({
    statusCode: 403,
    code: "AuthorizationFailed",
    message: expect.stringContaining(
      "does not have authorization to perform action 'Microsoft.DataFactory/factories/pipelines/write' over scope '/subscriptions/",
    ),
  });
  expect(azure.control.writes().map(({ status }) => status)).toEqual([403]);
});

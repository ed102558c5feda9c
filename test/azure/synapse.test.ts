import type { NotebookResource, SparkJobDefinitionResource } from "@azure/synapse-artifacts";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Azure, startAzure } from "../../local/azure/azure.js";
import type { Principal } from "../../local/azure/principal.js";
import { seeded } from "../../local/azure/seed.js";
import { owner, subscription } from "./clients.js";
import { artifacts, ask, group, synapse, workspace } from "./synapse-clients.js";

let now: number;
let azure: Azure;
const everything: Principal = { ...owner, synapse: ["*"] };
const quickly = { updateIntervalInMs: 1 };

beforeEach(async () => {
  now = Date.parse("2026-01-01T00:00:00Z");
  azure = await startAzure({
    principals: [
      everything,
      { ...owner, id: "reader", client: "a-reader", synapse: ["Microsoft.Synapse/workspaces/artifacts/read"] },
    ],
    seed: seeded({ workspaces: [`${subscription}/${group}/${workspace}`], pools: ["small"], runtimes: ["own"] }),
    settings: { now: () => now, pageSize: 2, operationTime: 500 },
  });
});
afterEach(() => azure.stop());

/** Time passes whenever somebody asks whether an operation has ended. */
const letTimePass = () =>
  azure.control.play(({ path, method }) => {
    if (method === "GET" && /operationResults|OperationResults|bigDataPools/.test(path)) now += 300;
    return undefined;
  });

const notebook: NotebookResource = {
  name: "n",
  properties: {
    nbformat: 4,
    nbformatMinor: 2,
    metadata: { languageInfo: { name: "python" } },
    cells: [{ cellType: "code", metadata: {}, source: ["x = 1"] }],
  },
};
const empty = { cells: [], metadata: {}, nbformat: 4, nbformat_minor: 2 };
const definition = (pool: string): SparkJobDefinitionResource => ({
  properties: {
    targetBigDataPool: { referenceName: pool, type: "BigDataPoolReference" },
    jobProperties: {
      file: "abfss://lake@a.dfs.core.windows.net/main.py",
      driverMemory: "28g",
      driverCores: 4,
      executorMemory: "28g",
      executorCores: 4,
      numExecutors: 2,
    },
  },
});

it("makes a notebook by an operation that takes its time, and deletes it so", async () => {
  const { notebookOperations } = artifacts(azure, everything);
  const accepted = await ask(azure, "PUT", "notebooks/n", { body: { name: "n", properties: empty } });
  expect(accepted.status).toBe(202);
  expect(accepted.headers.get("location")).toMatch(/\/ws-1\/notebookOperationResults\/[\w-]+\?api-version=2020-12-01$/);
  expect(await accepted.json()).toMatchObject({ name: "n", operationId: expect.any(String) });
  const early = await ask(azure, "GET", accepted.headers.get("location") ?? "");
  expect([early.status, await early.json()]).toEqual([202, { status: "InProgress" }]);
  expect((await ask(azure, "GET", "notebooks/n")).status).toBe(404);

  letTimePass();
  await notebookOperations.beginCreateOrUpdateNotebookAndWait("n", notebook, quickly);
  const made = await notebookOperations.getNotebook("N");
  expect(made).toMatchObject({ name: "n", properties: { cells: [{ source: ["x = 1"] }] } });
  await notebookOperations.beginDeleteNotebookAndWait("n", quickly);
  await expect(notebookOperations.getNotebook("n")).rejects.toMatchObject({ statusCode: 404 });
  expect((await ask(azure, "DELETE", "notebooks/n")).status).toBe(204);
});

it("keeps what it does not know in a body, and shows a version that each write changes", async () => {
  letTimePass();
  const properties = { ...empty, anything: { a: [1, null] } };
  const put = async (headers = {}) => {
    const begun = await ask(azure, "PUT", "notebooks/n", { body: { name: "n", properties }, headers });
    if (begun.status !== 202) return { status: begun.status };
    now += 1000;
    return JSON.parse(await (await ask(azure, "GET", begun.headers.get("location") ?? "")).text());
  };
  const first = await put();
  expect(first).toMatchObject({ name: "n", properties });
  const second = await put({ "If-Match": first.etag });
  expect(second.etag).not.toBe(first.etag);
  expect(await put({ "If-Match": first.etag })).toEqual({ status: 412 });
  const same = await ask(azure, "GET", "notebooks/n", { headers: { "If-None-Match": second.etag } });
  expect(same.status).toBe(304);
});

it("lists in pages", async () => {
  letTimePass();
  const { sqlScriptOperations } = artifacts(azure, everything);
  for (const name of ["c", "a", "b"])
    await sqlScriptOperations.beginCreateOrUpdateSqlScriptAndWait(
      name,
      { name, properties: { content: { query: "SELECT 1" } } },
      quickly,
    );
  azure.control.clearLog();
  const names = [];
  for await (const { name } of sqlScriptOperations.listSqlScriptsByWorkspace()) names.push(name);
  expect(names).toEqual(["a", "b", "c"]);
  expect(azure.control.log).toHaveLength(2);
});

it("says by the operation, not by the request, that what is referred to is not there", async () => {
  const at = async (pool: string) => {
    const begun = await ask(azure, "PUT", "sparkJobDefinitions/j", {
      body: definition(pool),
    });
    now += 1000;
    const ended = await ask(azure, "GET", begun.headers.get("location") ?? "");
    return [begun.status, ended.status, JSON.parse(await ended.text()).status];
  };
  expect(await at("large")).toEqual([202, 200, "Failed"]);
  expect((await ask(azure, "GET", "sparkJobDefinitions/j")).status).toBe(404);
  expect(await at("Small")).toEqual([202, 200, undefined]);
  const { sparkJobDefinitionOperations } = artifacts(azure, everything);
  expect(await sparkJobDefinitionOperations.getSparkJobDefinition("j")).toMatchObject({ name: "j" });
});

it("takes all kinds that a pipeline is made of, and lets nothing be deleted that is referred to", async () => {
  letTimePass();
  const client = artifacts(azure, everything);
  const connectVia = { referenceName: "own", type: "IntegrationRuntimeReference" } as const;
  await client.linkedServiceOperations.beginCreateOrUpdateLinkedServiceAndWait(
    "lake",
    { properties: { type: "AzureBlobFS", url: "https://a.dfs.core.windows.net", connectVia } },
    quickly,
  );
  await client.datasetOperations.beginCreateOrUpdateDatasetAndWait(
    "csv",
    {
      properties: { type: "Binary", linkedServiceName: { referenceName: "lake", type: "LinkedServiceReference" } },
    },
    quickly,
  );
  await client.dataFlowOperations.beginCreateOrUpdateDataFlowAndWait(
    "flow",
    { properties: { type: "MappingDataFlow" } },
    quickly,
  );
  await client.sparkJobDefinitionOperations.beginCreateOrUpdateSparkJobDefinitionAndWait(
    "j",
    definition("small"),
    quickly,
  );
  await client.pipelineOperations.beginCreateOrUpdatePipelineAndWait(
    "p",
    {
      activities: [
        { name: "run", type: "SparkJob", sparkJob: { referenceName: "j", type: "SparkJobDefinitionReference" } },
      ],
    },
    quickly,
  );
  const begun = await ask(azure, "DELETE", "sparkJobDefinitions/j");
  now += 1000;
  expect(await (await ask(azure, "GET", begun.headers.get("location") ?? "")).json()).toMatchObject({
    status: "Failed",
    error: {
      code: "DeleteDataFactoryResourceOrchestrationError",
      message: "The document cannot be deleted since it is referenced by p.",
    },
  });
  await client.pipelineOperations.beginDeletePipelineAndWait("p", quickly);
  await client.sparkJobDefinitionOperations.beginDeleteSparkJobDefinitionAndWait("j", quickly);
  expect((await ask(azure, "GET", "sparkJobDefinitions/j")).status).toBe(404);
});

it("starts and stops a trigger, and does not change one that is started", async () => {
  letTimePass();
  const { triggerOperations, pipelineOperations } = artifacts(azure, everything);
  await pipelineOperations.beginCreateOrUpdatePipelineAndWait("p", { activities: [] }, quickly);
  const body = {
    properties: {
      type: "ScheduleTrigger",
      runtimeState: "Started",
      pipelines: [{ pipelineReference: { referenceName: "p", type: "PipelineReference" } }],
      typeProperties: { recurrence: { frequency: "Day", interval: 1 } },
    },
  };
  const put = async () => {
    const begun = await ask(azure, "PUT", "triggers/t", { body });
    now += 1000;
    return (await ask(azure, "GET", begun.headers.get("location") ?? "")).json();
  };
  expect(await put()).toMatchObject({ properties: { runtimeState: "Stopped" } });
  await triggerOperations.beginStartTriggerAndWait("t", quickly);
  expect((await triggerOperations.getTrigger("t")).properties.runtimeState).toBe("Started");
  expect(await put()).toMatchObject({ status: "Failed", error: { code: "TriggerEnabledCannotUpdate" } });
  await triggerOperations.beginStopTriggerAndWait("t", quickly);
  expect(await put()).toMatchObject({ properties: { runtimeState: "Stopped" } });
});

const ended = async (begun: Response) => {
  const text = await (await ask(azure, "GET", begun.headers.get("location") ?? "")).text();
  return text === "" ? undefined : JSON.parse(text);
};

it("finds at an operation's end what is there by then", async () => {
  const calling = {
    activities: [{ name: "a", type: "ExecutePipeline", pipeline: { referenceName: "p", type: "PipelineReference" } }],
  };
  await ask(azure, "PUT", "pipelines/p", { body: { properties: { activities: [] } } });
  now += 600;
  const deleting = await ask(azure, "DELETE", "pipelines/p");
  now += 100;
  const putting = await ask(azure, "PUT", "pipelines/caller", { body: { properties: calling } });
  now += 600;
  expect(await ended(deleting)).toBeUndefined();
  expect(await ended(putting)).toMatchObject({
    status: "Failed",
    error: { message: "The document creation or update failed because of invalid reference 'p'." },
  });
});

it("changes only the state of a trigger that it starts, and makes none that is gone", async () => {
  const trigger = (pipelines: readonly string[], interval = 1) => ({
    body: {
      properties: {
        type: "ScheduleTrigger",
        pipelines: pipelines.map((referenceName) => ({
          pipelineReference: { referenceName, type: "PipelineReference" },
        })),
        typeProperties: { recurrence: { frequency: "Day", interval } },
      },
    },
  });
  const put = async (body: ReturnType<typeof trigger>) => {
    const begun = await ask(azure, "PUT", "triggers/t", body);
    now += 600;
    return ended(begun);
  };
  await ask(azure, "PUT", "pipelines/p", { body: { properties: { activities: [] } } });
  now += 600;
  await put(trigger([]));
  expect(await (await ask(azure, "POST", "triggers/t/start")).json()).toMatchObject({
    error: { message: "Trigger 't' cannot be started: it has no pipeline." },
  });
  await put(trigger(["p"]));
  await ask(azure, "PUT", "triggers/t", trigger(["p"], 2));
  now += 100;
  await ask(azure, "POST", "triggers/t/start");
  now += 600;
  expect(await (await ask(azure, "GET", "triggers/t")).json()).toMatchObject({
    properties: { runtimeState: "Started", typeProperties: { recurrence: { interval: 2 } } },
  });
  await ask(azure, "POST", "triggers/t/stop");
  now += 600;
  await ask(azure, "DELETE", "triggers/t");
  now += 100;
  await ask(azure, "POST", "triggers/t/stop");
  now += 600;
  expect((await ask(azure, "GET", "triggers/t")).status).toBe(404);
});

it("does not cut a trigger's windows anew", async () => {
  const put = async (frequency: string) => {
    const typeProperties = { frequency, interval: 15, startTime: "2026-01-01T00:00:00Z", maxConcurrency: 1 };
    const pipeline = { pipelineReference: { referenceName: "p", type: "PipelineReference" } };
    const begun = await ask(azure, "PUT", "triggers/t", {
      body: { properties: { type: "TumblingWindowTrigger", pipeline, typeProperties } },
    });
    now += 600;
    return ended(begun);
  };
  await ask(azure, "PUT", "pipelines/p", { body: { properties: { activities: [] } } });
  now += 600;
  expect(await put("Hour")).toMatchObject({ name: "t" });
  expect(await put("Minute")).toMatchObject({
    status: "Failed",
    error: { message: "The property 'frequency' of trigger 't' cannot be updated." },
  });
});

it("refuses an event trigger what comes before its subscription is made, and after", async () => {
  letTimePass();
  const { triggerOperations, pipelineOperations } = artifacts(azure, everything);
  await pipelineOperations.beginCreateOrUpdatePipelineAndWait("p", { activities: [] }, quickly);
  const properties = {
    type: "BlobEventsTrigger",
    pipelines: [{ pipelineReference: { referenceName: "p", type: "PipelineReference" } }],
    typeProperties: {
      blobPathBeginsWith: "/incoming/",
      events: ["Microsoft.Storage.BlobCreated"],
      scope: "/subscriptions/x",
    },
  };
  await ask(azure, "PUT", "triggers/t", { body: { properties } });
  now += 600;
  const post = async (verb: string) => (await ask(azure, "POST", `triggers/t/${verb}`)).text();
  expect(await post("subscribeToEvents")).toContain("Resource cannot be updated during provisioning");
  now += 10_000;
  const status = async () => (await triggerOperations.getEventSubscriptionStatus("t")).status;
  expect([await status(), await post("start")]).toEqual([
    "Disabled",
    expect.stringContaining("its event subscription is Disabled, not Enabled"),
  ]);
  const subscribing = await triggerOperations.beginSubscribeTriggerToEvents("t", quickly);
  expect(await subscribing.pollUntilDone()).toMatchObject({ triggerName: "t", status: "Enabled" });
  expect(await status()).toBe("Enabled");
  await triggerOperations.beginStartTriggerAndWait("t", quickly);
  expect(await post("stop")).toContain("its event subscription is Enabled, not Disabled");
  await triggerOperations.beginUnsubscribeTriggerFromEventsAndWait("t", quickly);
  await triggerOperations.beginStopTriggerAndWait("t", quickly);
  expect([await status(), (await triggerOperations.getTrigger("t")).properties.runtimeState]).toEqual([
    "Disabled",
    "Stopped",
  ]);
});

it("has pools that are provisioned after a while, and integration runtimes, with Azure Resource Manager", async () => {
  letTimePass();
  const { workspaces, bigDataPools, integrationRuntimes } = synapse(azure, everything);
  expect((await workspaces.get(group, workspace)).provisioningState).toBe("Succeeded");
  await expect(workspaces.get(group, "other")).rejects.toMatchObject({ statusCode: 404, code: "ResourceNotFound" });
  const poller = await bigDataPools.beginCreateOrUpdate(group, workspace, "large", { location: "westeurope" }, quickly);
  const states = async () => {
    const found = [];
    for await (const one of bigDataPools.listByWorkspace(group, workspace))
      found.push([one.name, one.provisioningState]);
    return found;
  };
  await poller.poll();
  now -= 10_000;
  expect(await states()).toContainEqual(["large", "Provisioning"]);
  now += 10_000;
  await poller.pollUntilDone();
  expect(await states()).toEqual([
    ["large", "Succeeded"],
    ["small", "Succeeded"],
  ]);
  const runtimes = [];
  for await (const { name } of integrationRuntimes.listByWorkspace(group, workspace)) runtimes.push(name);
  expect(runtimes).toEqual(["own"]);
});

it("lets an operation go on for ever, and cannot at the moment when it is told so", async () => {
  azure.control.play(({ method }) => (method === "PUT" ? { kind: "endless" } : undefined));
  const begun = await ask(azure, "PUT", "notebooks/n", { body: { name: "n", properties: empty } });
  now += 1_800_000;
  const asked = await ask(azure, "GET", begun.headers.get("location") ?? "");
  expect([begun.status, asked.status, (await ask(azure, "GET", "notebooks/n")).status]).toEqual([202, 202, 404]);
  azure.control.play(() => ({ kind: "unable", status: 429, retryAfter: 0 }));
  expect((await ask(azure, "GET", "notebooks")).status).toBe(429);
});

it("lets nobody do what no role of the workspace gives, and names the action; a role of Azure gives nothing here", async () => {
  const reader = artifacts(azure, { ...owner, id: "reader" });
  for await (const _ of reader.notebookOperations.listNotebooksByWorkspace());
  await expect(reader.notebookOperations.beginCreateOrUpdateNotebook("n", notebook)).rejects.toMatchObject({
    statusCode: 403,
    message: expect.stringContaining("Action: Microsoft.Synapse/workspaces/notebooks/write, Scope: workspaces/ws-1"),
  });
});

it.each([
  ["PUT", "notebooks/n?api-version=2015-01-01", 400],
  ["PUT", "nothing/n", 404],
  ["PATCH", "notebooks/n", 405],
  ["PUT", "datasets/d", 400],
])("refuses %s %s", async (method, path, status) => {
  expect((await ask(azure, method, path, { body: { properties: {} } })).status).toBe(status);
});

it("lists applications of a pool by pages, starts and cancels them, for those who may use it", async () => {
  const batches = "livyApi/versions/2019-11-01-preview/sparkPools/small/batches";
  const submit = async (file = "abfss://lake@a.dfs.core.windows.net/main.py") =>
    (await ask(azure, "POST", batches, { body: { name: "job", file, tags: { of: "me" } } })).json();
  for (const id of Array(25).keys())
    expect(await submit()).toMatchObject({ id, result: "Uncertain", tags: { of: "me" } });
  const listed = async (query: string) =>
    JSON.parse(await (await ask(azure, "GET", `${batches}${query}&api-version=none`)).text());
  expect(await listed("?from=20&size=20&detailed=true")).toMatchObject({
    from: 20,
    total: 25,
    sessions: { length: 5 },
  });
  expect(Object.keys((await listed("?size=1")).sessions[0])).toEqual(["id", "appId", "appInfo", "state", "log"]);
  expect((await ask(azure, "GET", `${batches}?size=21&api-version=none`)).status).toBe(400);
  expect((await ask(azure, "POST", batches, { body: { name: "job" } })).status).toBe(400);
  expect((await ask(azure, "GET", batches.replace("small", "none"))).status).toBe(404);

  // No file is there, so each has failed when it was to begin; before, it can be cancelled.
  expect((await ask(azure, "DELETE", `${batches}/3`)).status).toBe(200);
  now += 500;
  const one = async (id: number) => (await ask(azure, "GET", `${batches}/${id}?detailed=true&api-version=none`)).json();
  expect(await one(3)).toMatchObject({ state: "killed", result: "Cancelled" });
  expect(await one(4)).toMatchObject({ state: "dead", result: "Failed" });
  expect((await ask(azure, "DELETE", `${batches}/4`)).status).toBe(200);
  expect(await one(4)).toMatchObject({ result: "Failed" });

  const Authorization = `Bearer ${azure.token("reader", "https://dev.azuresynapse.net", 86_400)}`;
  const refused = await ask(azure, "GET", batches, { headers: { Authorization } });
  expect([refused.status, await refused.text()]).toEqual([
    403,
    expect.stringContaining("bigDataPools/useCompute/action, Scope: workspaces/ws-1/bigDataPools/small."),
  ]);
});

it.each([
  ["notebooks/n", { name: "n", properties: { ...empty, metadata: undefined } }, "'metadata' is required"],
  ["notebooks/n", { properties: empty }, "'name' is required"],
  ["sqlScripts/s", { name: "s", properties: { content: {} } }, "'content.query' is required"],
  ["sparkJobDefinitions/j", { properties: { targetBigDataPool: {}, jobProperties: {} } }, "'jobProperties.file'"],
  ["triggers/t", { properties: { type: "ScheduleTrigger", typeProperties: {} } }, "'typeProperties.recurrence'"],
  ["pipelines/a%3Fb", { properties: { activities: [] } }, "is no name of pipelines"],
  [`datasets/${"d".repeat(261)}`, { properties: { type: "Binary", linkedServiceName: {} } }, "is no name of datasets"],
])("refuses %s that lacks what it needs: %j", async (path, body, why) => {
  const refused = await ask(azure, "PUT", path, { body });
  expect([refused.status, JSON.parse(await refused.text()).error.message]).toEqual([400, expect.stringContaining(why)]);
});

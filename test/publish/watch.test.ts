import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { readFactory } from "../../local/adf/read-factory.js";
import { runPipeline } from "../../local/adf/run-pipeline.js";
import type { WalkEvent, World } from "../../local/adf/world.js";
import type { JsonObject } from "../../local/azure/json.js";
import type { Principal } from "../../local/azure/principal.js";
import { serve } from "../../local/http/serve.js";
import { writeArtifacts } from "../artifacts.js";
import { onSynapse } from "../whole-workspace.js";
import { nothing, projectCloud, versionOf } from "./project-cloud.fixture.js";

/* What watches a streaming job, walked as it was published, against the workspace that it was published to. */

const useCompute = "Microsoft.Synapse/workspaces/bigDataPools/useCompute/action";
const identity = (id: string, synapse: readonly string[]): Principal => ({ id, client: id, grants: [], synapse });
const workspace = identity("44444444-4444-4444-4444-444444444444", [useCompute]);
const stranger = identity("55555555-5555-5555-5555-555555555555", ["Microsoft.Synapse/workspaces/artifacts/read"]);

const folder = mkdtempSync(join(tmpdir(), "sluice-watch-"));
const files = onSynapse("telemetry");
const version = versionOf(files);
const cloud = await projectCloud(files, [workspace, stranger]);
const job = "telemetry_readings";

/** The same, and somebody is told. */
const telling = versionOf(
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      text.replace(/^watch: .*\n/m, "$&on_failure: { webhook: { secret: alerts } }\n"),
    ]),
  ),
);
const told: string[] = [];
const vault = await serve(({ method, path, body }) => {
  if (method === "GET") return { status: 200, json: { value: `${vault.address}/told` } };
  told.push(`${method} ${path} ${body}`);
  return { status: 200, json: {} };
});

beforeAll(() => {
  for (const [name, { artifacts }] of Object.entries({ version, telling }))
    writeArtifacts(join(folder, name), artifacts);
});
beforeEach(async () => {
  cloud.batches.clear();
  await cloud.become(version);
});
afterAll(async () => {
  await cloud.stop();
  await vault.stop();
  rmSync(folder, { recursive: true });
});

const reach = {
  hasDatabase: () => false,
  hasStore: () => false,
  hasNotebook: () => false,
  functionsOf: () => undefined,
};

/** What is another one here: where the workspace is, and the vault. */
const places = new Map([
  ["https://telemetry-prod.dev.azuresynapse.net/", `${cloud.azure.synapse}/telemetry-prod/`],
  ["https://telemetry-prod.vault.azure.net/", `${vault.address}/`],
]);

/** Runs the published pipeline once; `before`: what happens in the workspace before a page is asked for, by its number. */
async function look(as = workspace, before: (page: number) => Promise<void> = async () => {}, of = "version") {
  let asked = 0;
  const events: WalkEvent[] = [];
  const no = () => {
    throw new Error("nothing is asked for it");
  };
  const world: World = {
    ...{ factory: "telemetry-prod", globalParameters: {}, database: no, folder: no, functionApp: no, notebook: no },
    ...{ parquet: no, unzip: no, dataFlow: no, signal: new AbortController().signal, halt: () => {} },
    returned: (value) => places.get(String(value)) ?? value,
    token: async (resource) => {
      if (resource === "https://vault.azure.net") return "of the vault";
      asked += 1;
      await before(asked);
      return cloud.azure.token(as.id, resource);
    },
    tell: (event) => events.push(event),
  };
  const folders = ["common/synapse", "env/prod/synapse"].map((one) => join(folder, of, one));
  const pipeline = readFactory(folders, "readings_watch", reach);
  const error = await runPipeline(pipeline, { world, parameters: {}, parent: undefined, within: [] }).then(
    () => undefined,
    (thrown: Error) => thrown.message,
  );
  const waited = events.filter(({ activity, state }) => activity === "wait for a handover" && state === "started");
  return { error, pages: asked, waits: waited.length };
}

const isGone = `'does it run' has failed: 'it does not run' has failed: The streaming job '${job}' does not run: twice, 11 minutes apart, the pool 'small' had no application of it that has not ended. 'sluice status' says how the last one ended; 'sluice publish' starts another one, unless a person has cancelled it.`;

const ownTags = `"sluice_project":"telemetry","sluice_job":"${job}"`;

/** The application that publishing has started. */
function ours(): { readonly key: string; readonly request: JsonObject } {
  const found = [...cloud.batches].find(([, { request }]) => JSON.stringify(request["tags"] ?? "").includes(ownTags));
  if (found === undefined) throw new Error("There is no application");
  return { key: found[0], request: found[1].request };
}

/** It ends, by itself or because somebody has cancelled it. */
function end(isCancelled = false): void {
  const { key } = ours();
  const batch = cloud.batches.get(key);
  const now = Date.now();
  if (batch) cloud.batches.set(key, { ...batch, endsAt: now, ...(isCancelled ? { cancelledAt: now } : {}) });
}

/** Applications of others, and such as only look like the job's. */
function submitted(requests: readonly JsonObject[], first = 1000): void {
  const { key } = ours();
  const pool = key.slice(0, key.lastIndexOf("/"));
  for (const [at, request] of requests.entries()) {
    const id = first + at;
    cloud.batches.set(`${pool}/${id}`, { pool, id, request, submitter: "somebody", startedAt: Date.now() });
  }
}

const foreign = (): readonly JsonObject[] => {
  const { file, tags } = ours().request;
  const [path, own] = [String(file), typeof tags === "object" && tags !== null ? tags : {}];
  return [
    { name: job, file: "abfss://lake@other.dfs.core.windows.net/telemetry_readings.py" },
    { name: `${job}_old`, file: path.replace(".py", "_old.py"), tags: { ...own, sluice_job: `${job}_old` } },
    { name: job, file: path.replace("telemetry_readings.py", "x.py"), tags: { ...own, sluice_project: "telemetry_2" } },
    { name: job, file: path.replace(/\/[0-9a-f]{12}\//, "/of/others/") },
    { name: job, file: `${path}.txt`, tags: null },
  ];
};

it("succeeds at the first look where the application runs", async () => {
  expect(await look()).toEqual({ error: undefined, pages: 1, waits: 0 });
});

it("fails by the job's name where the application has ended by itself, or was killed", async () => {
  end();
  expect(await look()).toEqual({ error: isGone, pages: 2, waits: 2 });
});

it("fails where a person has cancelled it", async () => {
  end(true);
  expect(await look()).toEqual({ error: isGone, pages: 2, waits: 2 });
});

it("fails where there is no application at all", async () => {
  cloud.batches.clear();
  expect(await look()).toMatchObject({ error: isGone });
});

it("finds it behind pages of others, and takes none of theirs for it", async () => {
  const { key, request } = ours();
  const others = Array.from({ length: 9 }, foreign).flat(); // 45 of them
  submitted(others);
  const own = cloud.batches.get(key);
  cloud.batches.delete(key);
  if (own) cloud.batches.set(key, { ...own, id: 2000 });
  expect(request["name"]).toBe(job);
  expect(await look()).toEqual({ error: undefined, pages: 3, waits: 0 });
  end();
  expect(await look()).toEqual({ error: isGone, pages: 6, waits: 2 });
});

it("knows one that a person has started by hand by its main file, in whichever version", async () => {
  end();
  const { file, tags: _, ...request } = ours().request;
  submitted([{ ...request, name: "by hand", file: String(file).replace(/[0-9a-f]{12}/, "0123456789ab") }]);
  expect(await look()).toMatchObject({ error: undefined });
});

it("raises no alarm where it first looks while publishing hands the job over", async () => {
  const larger = versionOf({
    ...files,
    "sluice.yaml": (files["sluice.yaml"] ?? "").replace("workers: 2", "workers: 3"),
  });
  // A publisher that has stopped the old application, and is about to write the definition.
  cloud.control.play(({ method, path }) =>
    method === "PUT" && path.includes("sparkJobDefinitions") ? { kind: "cut", when: "before" } : undefined,
  );
  await cloud.become(larger).catch(() => undefined);
  cloud.control.play(undefined);
  expect(await look()).toMatchObject({ error: isGone });
  cloud.afterAMinute();
  const goOn = async (page: number) => {
    if (page === 2) expect((await cloud.become(larger)).kind).toBe("published");
  };
  expect(await look(workspace, goOn)).toMatchObject({ error: undefined, waits: 1 });
});

it("says that it could not look where the workspace's identity may not, and claims nothing of the job", async () => {
  const { error, pages, waits } = await look(stranger);
  expect(error).toContain(`It could not be looked whether the streaming job '${job}' runs: Error calling the endpoint`);
  expect(error).toContain("bigDataPools/useCompute/action");
  expect({ pages, waits }).toEqual({ pages: 3, waits: 0 });
});

it("tells who is to be told, and fails all the same", async () => {
  await cloud.become(telling);
  expect(await look(workspace, undefined, "telling")).toMatchObject({ error: undefined });
  expect(told).toEqual([]);
  end();
  const { error } = await look(workspace, undefined, "telling");
  expect(error).toBe(`'fail' has failed: ${isGone.replace("'does it run' has failed: ", "")}`);
  expect(told.map((one) => one.replace(/"run":"[^"]*",/, ""))).toEqual([
    `POST /told {"pipeline":"readings_watch","workspace":"telemetry-prod","error":${JSON.stringify(isGone.replace("'does it run' has failed: ", ""))}}`,
  ]);
});

it("is stopped and deleted before the job is, and goes with it", async () => {
  const { steps } = await cloud.become(nothing);
  const at = (step: string) => steps.findIndex((id) => id.includes(step));
  const order = [
    at("stop:synapse.trigger/readings_watch"),
    at("delete:synapse.trigger/readings_watch"),
    at("delete:synapse.pipeline/readings_watch"),
    at("delete:synapse.sparkJobDefinition/telemetry_readings"),
  ];
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(order).not.toContain(-1);
  expect(at("stop:synapse.trigger/readings_watch")).toBeLessThan(
    at("stop:synapse.sparkJobDefinition/telemetry_readings"),
  );
});

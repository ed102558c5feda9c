import { afterAll, expect, it } from "vitest";
import { compile } from "../../compiler/compile.js";
import type { SentArtifact } from "../../publish/wanted.js";
import { targets } from "../../targets/index.js";
import { memoryHost } from "../golden.js";
import { impatient } from "./cloud.fixture.js";
import { goingWrong, requestsOf } from "./mishaps.fixture.js";
import { SynapseCloud } from "./synapse-cloud.fixture.js";

// What the environment of a workspace decides, when there is more of it or less than there was.

const cloud = await SynapseCloud.start();
afterAll(() => cloud.azure.stop());

/** `containers` of others that files are read from: for each the environment says which it is. */
function shop(containers: readonly string[], more = ""): readonly SentArtifact[] {
  const each = (line: (name: string) => string) => containers.map(line).join("\n");
  const files = {
    "sluice.yaml": `
version: 1
project: shop
platform: { orchestrator: synapse, spark: synapse }
lake: { account: telemetryprod }
secrets: { vault: shop-vault }
control: { connection: db }
connections:
  db: { kind: azure-sql, server: shop.database.windows.net, database: shop }
${each((name) => `  ${name}: { kind: blob, account: ${name}, container: out }`)}
environments: { prod: { subscription: 00000000-0000-0000-0000-000000000002, resource_group: telemetry-prod, workspace: telemetry-prod } }
`,
    "pipelines/prices.yaml": `
pipeline: prices
${more}
sources:
${each((name) => `  ${name}: { kind: files, connection: ${name}, path: "*.csv", format: csv, read: new-files, changes: upsert, lag: 10 minutes, columns: { id: bigint } }`)}
bronze:
${each((name) => `  ${name}: { from: sources.${name}, format: csv }`)}
`,
  };
  const { artifacts, diagnostics } = compile(memoryHost(files), targets);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return artifacts;
}

const environment = "synapse.pipeline/shop_environment";
const returned = (json = "") => [...json.matchAll(/"key":"(\w+)"/g)].map(([, key]) => key);
const live = () => returned(cloud.everything().find((line) => /\/shop_environment /i.test(line)));

it("takes away what the environment no longer decides when nobody asks for it any more", async () => {
  expect(await cloud.sources(shop(["acme", "bolt"]), undefined, "shop").publish()).toMatchObject({ kind: "published" });
  expect(live()).toEqual(["shop_lake_container", "shop_acme_container", "shop_bolt_container"]);

  const { plan, publish } = cloud.sources(shop(["bolt", "coil"]), undefined, "shop");
  const { steps, obstacles } = await plan();
  expect(obstacles).toEqual([]);
  const ids = steps.map(({ id }) => id);
  const at = (id: string) => ids.indexOf(id);
  // What is new is there before the caller asks for it, and what is old until it does not.
  expect(at(`update:${environment}`)).toBeGreaterThan(-1);
  expect(at(`update:${environment}`)).toBeLessThan(at("update:synapse.pipeline/prices"));
  expect(at("update:synapse.pipeline/prices")).toBeLessThan(at(`clear:${environment}`));
  expect(returned(JSON.stringify(steps[at(`update:${environment}`)]?.value))).toEqual([
    ...["shop_lake_container", "shop_bolt_container", "shop_coil_container", "shop_acme_container"],
  ]);
  expect(steps[at(`clear:${environment}`)]?.changes).toMatchObject([
    { path: expect.stringMatching(/value\[shop_acme_container\]$/), new: undefined, because: "sources" },
  ]);
  expect(await publish()).toMatchObject({ kind: "published" });
  expect(live()).toEqual(["shop_lake_container", "shop_bolt_container", "shop_coil_container"]);
  expect(await plan()).toMatchObject({ steps: [], obstacles: [] });
});

it("only clears where nothing else is different there", async () => {
  const { plan, publish } = cloud.sources(shop(["coil"]), undefined, "shop");
  const { steps } = await plan();
  expect(steps.filter(({ thing }) => thing === environment).map(({ id }) => id)).toEqual([`clear:${environment}`]);
  expect(await publish()).toMatchObject({ kind: "published" });
  expect(live()).toEqual(["shop_lake_container", "shop_coil_container"]);
  expect(await plan()).toMatchObject({ steps: [], obstacles: [] });
});

it("broken off anywhere, what a pipeline asks for is returned; and published again, the end is the same", async () => {
  const broken = await SynapseCloud.start();
  const [before, after] = [shop(["acme", "bolt"]), shop(["bolt", "coil"])];
  const of = (sources: readonly SentArtifact[]) => broken.sources(sources, { ...impatient, operation: 30 }, "shop");
  const named = (name: string) => broken.everything().find((line) => line.includes(`/${name} `)) ?? "";
  expect(await of(before).publish()).toMatchObject({ kind: "published" });
  broken.control.clearLog();
  expect(await of(after).publish()).toMatchObject({ kind: "published" });
  const [requests, end] = [requestsOf(broken.control.log), broken.everything()];
  expect(requests.length).toBeGreaterThan(15);

  const strays: string[] = [];
  for (const [index, at] of requests.filter((_, place) => place % 2 === 0).entries()) {
    const name = ["killed after", "answer lost", "killed before"][index % 3] ?? "";
    expect(await of(before).publish()).toMatchObject({ kind: "published" });
    goingWrong(broken.control, name, at);
    await of(after)
      .publish()
      .catch(() => undefined);
    broken.control.play(undefined);
    broken.afterAMinute();
    const keys = returned(named("shop_environment"));
    const asked = [...named("prices").matchAll(/pipelineReturnValue\.(\w+)/g)].map(([, key]) => key);
    if (asked.length === 0 || !asked.every((key) => keys.includes(key))) strays.push(`${name} at ${at}: ${keys}`);
    const { kind } = await of(after).publish();
    if (kind !== "published" || broken.everything().join("\n") !== end.join("\n"))
      strays.push(`${name} at ${at}: ${kind}`);
  }
  expect(strays).toEqual([]);
  await broken.azure.stop();
}, 120_000);

import { afterAll, expect, it } from "vitest";
import { compile } from "../../compiler/compile.js";
import type { Plan } from "../../publish/plan.js";
import type { Published } from "../../publish/publish.js";
import type { StepId } from "../../publish/step.js";
import type { SentArtifact } from "../../publish/wanted.js";
import { targets } from "../../targets/index.js";
import { memoryHost } from "../golden.js";
import { Cloud, impatient } from "./cloud.fixture.js";
import { SynapseCloud } from "./synapse-cloud.fixture.js";

// Two projects in one factory, and in one workspace, that call all that they may call by the same name so.

const cloud = await Cloud.start();
const synapse = await SynapseCloud.start();
afterAll(async () => {
  await cloud.azure.stop();
  await synapse.azure.stop();
});

const homes = {
  factory: {
    platform: "{ orchestrator: adf, spark: databricks }",
    prod: "{ subscription: 00000000-0000-0000-0000-000000000002, resource_group: shop-prod, factory: shop-prod, databricks: 'https://adb-4.azuredatabricks.net', databricks_resource: /subscriptions/00000000-0000-0000-0000-000000000002/resourceGroups/shop-prod/providers/Microsoft.Databricks/workspaces/shop-prod, compute: { small: { node: Standard_D4ds_v5 } } }",
  },
  workspace: {
    platform: "{ orchestrator: synapse, spark: synapse }",
    prod: "{ subscription: 00000000-0000-0000-0000-000000000002, resource_group: telemetry-prod, workspace: telemetry-prod, compute: { small: { pool: streaming } } }",
  },
} as const;

/** `flow`: the name of its pipeline, which is the author's own, as those of triggers are. */
function projectOf(name: string, flow: string, home: keyof typeof homes, db: string): readonly SentArtifact[] {
  const { platform, prod } = homes[home];
  const files = {
    "sluice.yaml": `
version: 1
project: ${name}
platform: ${platform}
lake: { account: ${flow}lake }
secrets: { vault: ${flow}-vault }
control: { connection: ${db} }
compute: { small: { workers: 1 } }
connections:
  ${db}: { kind: azure-sql, server: ${flow}.database.windows.net, database: shop, identity: { user: etl, secret: password } }
  partner: { kind: blob, account: ${flow}partner, container: out }
environments: { prod: ${prod} }
`,
    [`pipelines/${flow}.yaml`]: `
pipeline: ${flow}
on_failure: { webhook: { secret: chat } }
triggers: { ${flow}_nightly: { daily: "04:00", time_zone: UTC } }
sources:
  orders: { kind: azure-sql, connection: ${db}, table: dbo.orders, primary_key: [id], changes: upsert, read: incremental, cursor: { column: at, start: 2020-01-01T00:00:00, lag: 10 minutes, time_zone: UTC }, columns: { id: bigint, at: timestamp } }
  stores: { kind: azure-sql, connection: ${db}, table: dbo.stores, primary_key: [id], changes: snapshot, read: full, columns: { id: bigint } }
  prices: { kind: files, connection: partner, path: "prices/*.csv", format: csv, read: new-files, changes: upsert, lag: 10 minutes, columns: { id: bigint } }
bronze:
  orders: { from: sources.orders, format: csv }
  stores: { from: sources.stores, format: parquet }
  prices: { from: sources.prices, format: csv }
silver:
  orders: { from: bronze.orders, apply_changes: { keys: [id], sequence_by: [at], scd_type: 1 } }
`,
  };
  const { artifacts, diagnostics } = compile(memoryHost(files), targets);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return artifacts;
}

interface Project {
  readonly plan: () => Promise<Plan>;
  readonly publish: () => Promise<Published>;
  readonly destroy: (allowed: readonly StepId[]) => Promise<Published>;
  readonly planOfDestruction: () => Promise<Plan>;
}

const inFactory = (name: string, flow: string, db = "db"): Project => {
  const { plan, publish } = cloud.sources(projectOf(name, flow, "factory", db), impatient, name);
  const { plan: planOfDestruction, destroy } = cloud.destruction(impatient, name);
  return { plan, publish, destroy, planOfDestruction };
};

const inWorkspace = (name: string, flow: string, db = "db"): Project => {
  const { plan, publish } = synapse.sources(projectOf(name, flow, "workspace", db), impatient, name);
  const { plan: planOfDestruction, destroy } = synapse.destruction(name);
  return { plan, publish, destroy, planOfDestruction };
};

/** Without the record of publishing and what an owner runs in a database: what the projects' things are. */
const things = async (home: keyof typeof homes): Promise<readonly string[]> =>
  home === "factory"
    ? (await cloud.everything()).split("\n").slice(0, -1)
    : synapse.everything().filter((line) => !line.startsWith("_ops/"));

it.each([
  ["factory", inFactory],
  ["workspace", inWorkspace],
] as const)("two projects share a %s, and one that is destroyed leaves the other as it was", async (home, of) => {
  const before = await things(home);
  const tills = of("tills", "tills");
  expect((await tills.plan()).obstacles).toEqual([]);
  expect(await tills.publish()).toMatchObject({ kind: "published" });
  const alone = await things(home);
  expect(alone.length).toBeGreaterThan(before.length + 10);

  const online = of("online-shop", "online");
  expect((await online.plan()).obstacles).toEqual([]);
  expect(await online.publish()).toMatchObject({ kind: "published" });
  for (const project of [tills, online]) expect(await project.plan()).toMatchObject({ steps: [], obstacles: [] });

  const { steps, obstacles } = await online.planOfDestruction();
  expect(obstacles).toEqual([]);
  const lost = steps.filter(({ loses }) => loses !== undefined).map(({ id }) => id);
  expect(await online.destroy(lost)).toMatchObject({ kind: "published" });
  expect(await things(home)).toEqual(alone);
  expect(await tills.plan()).toMatchObject({ steps: [], obstacles: [] });
});

it.each([
  ["factory", inFactory],
  ["workspace", inWorkspace],
] as const)(
  "of two projects whose names differ by `-` and `_` alone the second one is not published into a %s",
  async (home, of) => {
    expect(await of("two-tills", "first").publish()).toMatchObject({ kind: "published" });
    const alone = await things(home);
    const second = of("two_tills", "second");
    const { obstacles } = await second.plan();
    expect(obstacles.map(({ thing }) => thing.split("/").at(-1))).toContain("two_tills_lake");
    expect((await second.publish()).kind).not.toBe("published");
    expect(await things(home)).toEqual(alone);
  },
);

it("takes over a vault's linked service that was made by hand, when it is marked as the project's", async () => {
  const properties = { type: "AzureKeyVault", typeProperties: { baseUrl: "https://kiosk-vault.vault.azure.net/" } };
  await synapse.put("linkedservices/kiosk_vault", properties);
  const kiosk = inWorkspace("kiosk", "kiosk");
  expect((await kiosk.plan()).obstacles.map(({ thing }) => thing.split("/").at(-1))).toEqual(["kiosk_vault"]);
  await synapse.put("linkedservices/kiosk_vault", { ...properties, annotations: ["sluice: project=kiosk"] });
  const { steps, obstacles } = await kiosk.plan();
  expect(obstacles).toEqual([]);
  expect(steps.filter(({ name }) => name === "kiosk_vault")).toEqual([]);
});

it.each([
  ["factory", inFactory],
  ["workspace", inWorkspace],
] as const)(
  "says whose a connection's linked service is where another project's name goes on in it: %s",
  async (home, of) => {
    expect(await of("bar", "bar", "web_db").publish()).toMatchObject({ kind: "published" });
    const alone = await things(home);
    const second = of("bar_web", "barweb");
    const { obstacles } = await second.plan();
    expect(obstacles.map(({ thing }) => thing.split("/").at(-1))).toEqual(["bar_web_db_table", "bar_web_db"]);
    expect(new Set(obstacles.map(({ message }) => message))).toEqual(
      new Set([
        "is there already and is the project bar's: such a name is the project's and, after a '_', mostly a connection's. Give the connection of one of the two another name",
      ]),
    );
    expect((await second.publish()).kind).toBe("obstacles");
    expect(await things(home)).toEqual(alone);
    const renamed = of("bar_web", "barweb", "sales");
    expect(await renamed.publish()).toMatchObject({ kind: "published" });
    expect(await of("bar", "bar", "web_db").plan()).toMatchObject({ steps: [], obstacles: [] });
  },
);

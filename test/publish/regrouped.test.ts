import { afterAll, expect, it } from "vitest";
import { compile } from "../../compiler/compile.js";
import type { SentArtifact } from "../../publish/wanted.js";
import { targets } from "../../targets/index.js";
import { memoryHost } from "../golden.js";
import { Cloud, impatient } from "./cloud.fixture.js";
import { SynapseCloud } from "./synapse-cloud.fixture.js";

// A job of a pipeline gets another name, and its table another job.

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
    sources: (sources: readonly SentArtifact[]) => cloud.sources(sources, impatient, "shop"),
    notebook: (job: string) => new RegExp(`notebook/.*${job}/gold_sums$`),
  },
  workspace: {
    platform: "{ orchestrator: synapse, spark: synapse }",
    prod: "{ subscription: 00000000-0000-0000-0000-000000000002, resource_group: telemetry-prod, workspace: telemetry-prod, compute: { small: { pool: streaming } } }",
    sources: (sources: readonly SentArtifact[]) => synapse.sources(sources, impatient, "shop"),
    notebook: (job: string) => new RegExp(`notebook/shop_${job}_gold_sums$`),
  },
} as const;

function shop(home: keyof typeof homes, jobs: string): readonly SentArtifact[] {
  const { platform, prod } = homes[home];
  const files = {
    "sluice.yaml": `
version: 1
project: shop
platform: ${platform}
lake: { account: shoplake }
secrets: { vault: shop-vault }
control: { connection: db }
compute: { small: { workers: 1 } }
connections: { db: { kind: azure-sql, server: shop.database.windows.net, database: shop } }
environments: { prod: ${prod} }
`,
    "pipelines/shop.yaml": `
pipeline: shop
${jobs}
sources:
  orders: { kind: azure-sql, connection: db, table: dbo.orders, primary_key: [id], changes: upsert, read: incremental, cursor: { column: at, start: 2020-01-01T00:00:00, lag: 10 minutes, time_zone: UTC }, columns: { id: bigint, at: timestamp } }
bronze:
  orders: { from: sources.orders, format: csv }
silver:
  orders: { from: bronze.orders, apply_changes: { sequence_by: [at], scd_type: 1 } }
gold:
  sums: { from: silver.orders, write: replace, group_by: [id], aggregates: { orders: count(*) } }
`,
  };
  const { artifacts, diagnostics } = compile(memoryHost(files), targets);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return artifacts;
}

it.each(["factory", "workspace"] as const)(
  "in a %s its notebooks are there before the pipeline runs them, and the old ones until it does not",
  async (home) => {
    const { sources, notebook } = homes[home];
    const named = (job: string) => sources(shop(home, `jobs: { ${job}: { tables: [gold.sums] } }`));
    expect(await named("late").publish()).toMatchObject({ kind: "published" });
    expect(await named("late").plan()).toMatchObject({ steps: [], obstacles: [] });
    for (const { next, from, to } of [
      { next: named("night"), from: "shop_late", to: "shop_night" },
      { next: sources(shop(home, "")), from: "shop_night", to: "shop" },
    ]) {
      const { steps, obstacles } = await next.plan();
      expect(obstacles).toEqual([]);
      const ids = steps.map(({ id }) => id);
      const at = (pattern: RegExp) => ids.findIndex((id) => pattern.test(id));
      const [made, taken, gone] = [
        at(new RegExp(`^create:.*${notebook(to).source}`)),
        at(/^update:.*pipeline\/shop$/),
        at(new RegExp(`^delete:.*${notebook(from).source}`)),
      ];
      expect(ids[made]).toBeDefined();
      expect(taken).toBeGreaterThan(made);
      expect(gone).toBeGreaterThan(taken);
      expect(await next.publish()).toMatchObject({ kind: "published" });
      expect(await next.plan()).toMatchObject({ steps: [], obstacles: [] });
    }
  },
);

import { afterAll, expect, it } from "vitest";
import { nothing, projectCloud, versionOf } from "./project-cloud.fixture.js";

// A streaming job of a workspace reads secrets by the linked service of the vault: it is there before the job, and as long as it is.

const files = {
  "sluice.yaml": `
version: 1
project: shop
platform: { orchestrator: synapse, spark: synapse }
lake: { account: shoplake }
secrets: { vault: shop-vault }
control: { connection: db }
compute: { small: { workers: 1 } }
connections:
  db: { kind: azure-sql, server: shop.database.windows.net, database: shop }
  events: { kind: event-hubs, namespace: shop, identity: { secret: events } }
environments:
  prod: { subscription: 00000000-0000-0000-0000-000000000002, resource_group: shop-prod, workspace: shop-prod, compute: { small: { pool: streaming } } }
`,
  "pipelines/clicks.yaml": `
pipeline: clicks
sources:
  clicks: { kind: event-hub, connection: events, event_hub: clicks, partitions: 1, format: json, columns: { id: bigint } }
bronze:
  clicks: { from: sources.clicks }
`,
};
const landing = {
  "pipelines/orders.yaml": `
pipeline: orders
sources:
  orders: { kind: azure-sql, connection: db, table: dbo.orders, primary_key: [id], changes: upsert, read: incremental, cursor: { column: at, start: 2020-01-01T00:00:00, lag: 10 minutes, time_zone: UTC }, columns: { id: bigint, at: timestamp } }
bronze:
  orders: { from: sources.orders, format: csv }
silver:
  orders: { from: bronze.orders, apply_changes: { sequence_by: [at], scd_type: 1 } }
`,
};
const [streams, all] = [versionOf(files), versionOf({ ...files, ...landing })];
const vault = "synapse.linkedService/shop_vault";
const job = "synapse.sparkJobDefinition/shop_clicks";

const cloud = await projectCloud({ ...files, ...landing });
afterAll(() => cloud.stop());

it("is made before the job starts, also where nothing lands, and goes after it", async () => {
  const { kind, steps, after } = await cloud.become(streams);
  expect({ kind, vault: steps.filter((id) => id.endsWith(vault)) }).toEqual({
    kind: "published",
    vault: [`create:${vault}`],
  });
  expect(steps.indexOf(`create:${vault}`)).toBeLessThan(steps.indexOf(`create:${job}`));
  // Not by the order of kinds alone: they wait for it.
  expect(after.get(`create:${job}`)).toContain(`create:${vault}`);
  expect(after.get(`start:${job}`)).toContain(`create:${vault}`);
  const removal = await cloud.become(nothing);
  expect(removal.steps.indexOf(`delete:${vault}`)).toBeGreaterThan(removal.steps.indexOf(`delete:${job}`));
  expect(removal.after.get(`delete:${vault}`)).toContain(`delete:${job}`);
});

it("stays when the pipeline goes that landed something beside the job", async () => {
  await cloud.become(all);
  const { kind, steps } = await cloud.become(streams);
  expect(kind).toBe("published");
  expect(steps).toContain("delete:synapse.pipeline/orders");
  expect(steps.filter((id) => id.endsWith(vault))).toEqual([]);
  expect(cloud.everything()).toContain("/linkedservices/shop_vault ");
  expect(cloud.everything()).not.toContain("/linkedservices/shop_lake ");
  await cloud.become(nothing);
});

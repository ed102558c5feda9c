import { afterEach, expect, it } from "vitest";
import type { Azure } from "../../local/azure/azure.js";
import { permissionsOf } from "../../publish/permissions.js";
import { artifacts, nowhere } from "../../publish/shop.fixture.js";
import { compileCase, readCase } from "../golden.js";
import { Cloud, planner } from "./cloud.fixture.js";
import { blobRequestOf, holds } from "./condition.fixture.js";
import { SynapseCloud, telemetry } from "./synapse-cloud.fixture.js";

let azure: Azure | undefined;
afterEach(() => azure?.stop());

/** What whoever plans asks the storage account for. */
const asked = ({ control }: Azure) =>
  control.log
    .filter(({ plane, principal }) => plane === "blob" && principal === planner)
    .map(({ path }) => blobRequestOf(path));

const read = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read";
const others = (...states: readonly string[]) => [
  ...["silver/users/part-0.parquet", "_jobs/other/1/a.py", "_ops/publish/shop/other.json", "", ...states].map(
    (path) => ({
      ...{ action: read, container: "lake", path },
    }),
  ),
  ...[undefined, "", "silver/", "_ops/", "_jobs/", "_jobs/oth"].map((prefix) => ({
    ...{ action: read, subOperation: "Blob.List" as const, container: "lake" },
    ...(prefix === undefined ? {} : { prefix }),
  })),
];

it("a plan reads nothing that the printed condition forbids, and that forbids all else", async () => {
  const condition = permissionsOf(nowhere, [], "plan").state_assignment?.Condition ?? "";
  const cloud = await Cloud.start();
  azure = cloud.azure;
  const sources = artifacts.filter(({ kind }) => kind !== "job");
  await cloud.sources(sources).publish();
  expect(await cloud.planned(sources)).toMatchObject({ obstacles: [] });
  const requests = asked(azure);
  expect(requests).toContainEqual({ action: read, container: "lake", path: "_ops/publish/shop/prod.json" });
  expect(requests.filter((request) => !holds(condition, request))).toEqual([]);
  const elsewhere = requests.map((request) => ({ ...request, container: "lake2" }));
  const forbidden = [...others("_ops/publish/shop/prod.jsons", "_ops/publish/shop/prod/1.json"), ...elsewhere];
  expect(forbidden.filter((request) => holds(condition, request))).toEqual([]);
  // What the role does not grant is not granted by it, nor forbidden what another assignment grants.
  expect(holds(condition, { action: `${read}/other`, container: "lake", path: "x" })).toBe(true);
});

it("nor one of a workspace of Synapse, whose jobs have files", async () => {
  const { artifacts: all } = compileCase(readCase("e2e-telemetry-synapse"));
  const few = all.filter(({ path }) => /_common\.|prod\/synapse\/sparkJobDefinition/.test(path));
  const cloud = await SynapseCloud.start({ planner: { actions: ["*"], dataActions: [read], synapse: ["*"] } });
  azure = cloud.azure;
  await cloud.sources(few).publish();
  await cloud.planned(few);
  const { Condition = "" } = permissionsOf(telemetry(azure), [], "plan").state_assignment ?? {};
  const requests = asked(azure);
  expect(requests.map(({ subOperation }) => subOperation)).toContain("Blob.List");
  expect(requests.filter((request) => !holds(Condition, request))).toEqual([]);
  expect(others("_jobs/telemetry").filter((request) => holds(Condition, request))).toEqual([]);
});

it("none is printed for whoever publishes, who writes there", () => {
  expect(permissionsOf(nowhere, [], "publish")).not.toHaveProperty("state_assignment");
});

import { afterEach, expect, it } from "vitest";
import type { Grant } from "../../local/azure/principal.js";
import { furtherRights } from "../../publish/further-rights.js";
import { permissionsOf } from "../../publish/permissions.js";
import { planText } from "../../publish/plan-text.js";
import { type SentArtifact, wantedOf } from "../../publish/wanted.js";
import { compileCase, readCase } from "../golden.js";
import { SynapseCloud, telemetry } from "./synapse-cloud.fixture.js";

// A streaming job of Synapse runs as whoever publishes it: the role that this one needs for its data is printed, and is enough.

let clouds: SynapseCloud[] = [];
afterEach(async () => {
  await Promise.all(clouds.map(({ azure }) => azure.stop()));
  clouds = [];
});

const destination = telemetry({ arm: "https://management.azure.com", synapse: "https://x", blob: "https://y" });
const lakeOnly: readonly SentArtifact[] = compileCase(readCase("e2e-telemetry-synapse")).artifacts.filter(
  ({ plane, path }) => plane === "lake" || path.includes("env/prod/synapse/sparkJobDefinition/"),
);
/** As where a sink of the job writes files to another account. */
const sources = lakeOnly.map((one) => ({
  ...one,
  body: one.body.replace('{\\"lake\\":', '{\\"exports\\":\\"abfss://out@exports.dfs.core.windows.net\\",\\"lake\\":'),
}));
const blobs = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs";

const dataOf = (sources: readonly SentArtifact[], task: "plan" | "publish") =>
  permissionsOf(destination, wantedOf(sources, destination), task).synapse?.data;

it("prints the role with each container that a job names, for whoever publishes", () => {
  const accounts = "/subscriptions/<that of the storage account>/resourceGroups/<its own>/providers/Microsoft.Storage";
  expect(dataOf(sources, "publish")).toMatchObject({
    role: "Storage Blob Data Contributor",
    scopes: [
      `${accounts}/storageAccounts/exports/blobServices/default/containers/out`,
      `${accounts}/storageAccounts/telemetryprod/blobServices/default/containers/lake`,
    ],
  });
  expect(dataOf(lakeOnly, "publish")?.scopes).toHaveLength(1);
  expect([dataOf(sources, "plan"), dataOf([], "publish")]).toEqual([undefined, undefined]);
  expect(furtherRights(destination, wantedOf(sources, destination), wantedOf(lakeOnly, destination))).toEqual([
    `Storage Blob Data Contributor at ${accounts}/storageAccounts/exports/blobServices/default/containers/out`,
  ]);
});

it("a job runs with it; without it, or any action of it that a job uses, its application ends at once, and the plan says so", async () => {
  /** What the stand-in calls the scopes of accounts whose resource ids nobody told it. */
  const scopes = (dataOf(sources, "publish")?.scopes ?? []).map((one) => one.replace(/^.*\/storageAccounts/, ""));
  const contributor = ["read", "write", "delete"].map((verb) => `${blobs}/${verb}`);
  const planned = async (grants: readonly Grant[]): Promise<string> => {
    const cloud = await SynapseCloud.start({ grants: [{ scope: "/", actions: ["*"] }, ...grants] });
    clouds.push(cloud);
    expect(await cloud.sources(sources).publish()).toMatchObject({ kind: "published" });
    return planText(await cloud.sources(sources).plan());
  };
  const at = (scope: string, dataActions = contributor): Grant => ({ scope, actions: [], dataActions });
  expect(await planned(scopes.map((scope) => at(scope)))).toContain("nothing to do");
  const [exports = "", lake = ""] = scopes;
  const ended = "does not run (its last run ended with Failed), and the sources say that it does";
  expect(await planned([at(lake)])).toContain(ended);
  for (const missing of contributor) {
    const others = contributor.filter((one) => one !== missing);
    expect(await planned([at(lake), at(exports, others)])).toContain(ended);
  }
});

import { afterEach, expect, it } from "vitest";
import { type Permissions, permissionsOf } from "../../publish/permissions.js";
import type { Plan } from "../../publish/plan.js";
import { messageOf } from "../../publish/publish.js";
import { arrived, artifacts, having, job, notebook, nowhere, pipeline } from "../../publish/shop.fixture.js";
import { wantedOf } from "../../publish/wanted.js";
import { compileCase, readCase } from "../golden.js";
import { Cloud, planner } from "./cloud.fixture.js";
import { SynapseCloud, telemetry } from "./synapse-cloud.fixture.js";
import { pipelineAndAll } from "./synapse-pipeline.fixture.js";

let clouds: (Cloud | SynapseCloud)[] = [];
afterEach(async () => {
  await Promise.all(clouds.map(({ azure }) => azure.stop()));
  clouds = [];
});

/** What is said where a plan cannot be made. */
const refusal = (plan: Promise<Plan>): Promise<string> =>
  plan.then(({ obstacles }) => `${obstacles.length}`, messageOf);
const without = (all: readonly string[], one: string): readonly string[] => all.filter((other) => other !== one);

const shared = job("9f6e701d", "shop-orders", "Standard_D4ds_v5", { sluice_planner: planner });
const published = [...having(shared), arrived()];

it("plans a factory and a workspace of Databricks, and says what runs there, with exactly the rights that are printed for it", async () => {
  const wanted = wantedOf(published, nowhere);
  const { factory, events, state, synapse } = permissionsOf(nowhere, wanted, "plan");
  const [actions, dataActions] = [factory?.Actions ?? [], state.DataActions];
  expect([events, synapse, state.Actions]).toEqual([undefined, undefined, []]);
  expect(actions.filter((one) => !one.endsWith("/read"))).toEqual([
    "Microsoft.DataFactory/factories/querypipelineruns/action",
    "Microsoft.DataFactory/factories/triggers/geteventsubscriptionstatus/action",
  ]);
  const enough = { actions, dataActions, reads: ["/Shared/shop"] };
  const planned = async (rights: typeof enough): Promise<Plan> => {
    const cloud = await Cloud.start({ planner: rights });
    clouds.push(cloud);
    await cloud.sources(published).publish();
    // What runs is asked by whoever plans too.
    await cloud.status();
    return cloud.planned([...having(shared, pipeline("0.02:00:00"), notebook("rows = 3")), arrived()]);
  };
  expect((await planned(enough)).steps).toHaveLength(4);
  for (const one of actions)
    expect(await refusal(planned({ ...enough, actions: without(actions, one) }))).toContain(one);
  for (const one of dataActions)
    expect(await refusal(planned({ ...enough, dataActions: without(dataActions, one) }))).toContain("not authorized");
  expect(await refusal(planned({ ...enough, reads: [] }))).toContain("CAN_READ permissions on /Shared/shop");
}, 60_000);

it("plans a workspace of Synapse, and says what runs there, with exactly the rights that are printed for it", async () => {
  const { artifacts: all } = compileCase(readCase("e2e-telemetry-synapse"));
  const few = all.filter(({ path }) => /_common\.|prod\/synapse\/sparkJobDefinition/.test(path));
  const sources = [...few, ...pipelineAndAll()];
  const destination = telemetry({ arm: "https://management.azure.com", synapse: "https://x", blob: "https://y" });
  const rights = permissionsOf(destination, wantedOf(sources, destination), "plan").synapse;
  expect(rights?.artifacts).toMatchObject({ role: "Synapse Artifact User", workspace: "telemetry-prod" });
  const enough = {
    actions: rights?.workspace.Actions ?? [],
    dataActions: ["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read"],
    synapse: [...(rights?.artifacts.actions ?? []), ...(rights?.compute?.actions ?? [])],
  };
  const planned = async (planner: typeof enough): Promise<Plan> => {
    const cloud = await SynapseCloud.start({ planner });
    clouds.push(cloud);
    await cloud.sources(sources).publish();
    await cloud.status();
    return cloud.planned([...few, ...pipelineAndAll("0.02:00:00")]);
  };
  const { steps, obstacles } = await planned(enough);
  expect([steps.length > 0, obstacles]).toEqual([true, []]);
  for (const kind of ["actions", "dataActions", "synapse"] as const)
    for (const one of enough[kind])
      expect(await refusal(planned({ ...enough, [kind]: without(enough[kind], one) }))).toContain(
        kind === "dataActions" ? "not authorized" : one,
      );
}, 60_000);

it("says how who plans gets to see the jobs", () => {
  const rights = (place: Permissions): string => place.databricks.join("\n");
  const { databricks } = nowhere;
  const named = { ...nowhere, databricks: databricks && { ...databricks, planner } };
  expect(rights(permissionsOf(named, [], "plan"))).toContain(`gives it to ${planner}, the 'planner' of`);
  expect(rights(permissionsOf(nowhere, [], "plan"))).toContain("whose id is 'planner' of the environment prod");
  expect(rights(permissionsOf(nowhere, wantedOf(artifacts, nowhere), "plan"))).not.toContain("Manage");
});

import { afterAll, beforeAll, expect, it } from "vitest";
import { type Azure, startAzure } from "../../local/azure/azure.js";
import { Access } from "../../publish/access.js";
import { Arm } from "../../publish/arm.js";
import { isArmKindName } from "../../publish/kinds.js";
import { armKindsRead } from "../../publish/kinds-read.js";
import { makePlan } from "../../publish/make-plan.js";
import { patient } from "../../publish/patience.js";
import { inTurn } from "../../publish/schedule.js";
import { artifacts, having, pipeline, shop, subscription, trigger } from "../../publish/shop.fixture.js";
import { noState } from "../../publish/state.js";
import { type SentArtifact, wantedOf } from "../../publish/wanted.js";

const me = "11111111-1111-1111-1111-111111111111";
let azure: Azure;

beforeAll(async () => {
  const grants = [{ scope: "/", actions: ["*"] }];
  azure = await startAzure({ principals: [{ id: me, client: me, grants }] });
  await fetch(
    `${azure.arm}/subscriptions/${subscription}/resourceGroups/shop-prod/providers/Microsoft.DataFactory/factories/shop-prod?api-version=2018-06-01`,
    {
      method: "PUT",
      headers: {
        authorization: `Bearer ${azure.token(me, "https://management.azure.com")}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({ location: "westeurope" }),
    },
  ).then((answer) => expect(answer.status).toBe(200));
});
afterAll(() => azure.stop());

const setUp = (sources: readonly SentArtifact[]) => {
  const destination = shop({ arm: azure.arm, databricks: azure.arm, blob: azure.arm });
  const wanted = wantedOf(sources, destination).filter(({ kind }) => isArmKindName(kind.name));
  const access = new Access(azure.arm, "-", { token: async () => azure.token(me, "https://management.azure.com") });
  const { factory } = destination;
  if (factory === undefined) throw new Error("The shop has no factory");
  const arm = new Arm(destination, factory, armKindsRead(wanted), { ...patient, poll: 5 }, access.client());
  // As if all of it had been published: global parameters carry no mark of their own.
  const published = Object.fromEntries(wanted.map(({ id, value }) => [id, value]));
  const plan = async () =>
    makePlan({
      sluice: "1",
      destination,
      wanted,
      scripts: [],
      readings: { live: await arm.read(), state: { ...noState, published }, hidden: [], unsure: [] },
    });
  return { arm, plan };
};

it("plans, publishes and has nothing to do then", async () => {
  const { arm, plan } = setUp(artifacts);
  azure.control.clearLog();
  const first = await plan();
  expect(azure.control.writes()).toEqual([]);
  await inTurn(first.steps, 4, (step) => arm.carryOut(step));
  const second = await plan();
  expect(second).toMatchObject({ steps: [], kept: [], obstacles: [] });

  const next = setUp(having(pipeline("0.02:00:00"), trigger(3)));
  const third = await next.plan();
  expect(third.steps.map(({ id }) => id)).toEqual([
    "update:pipeline/orders",
    "stop:trigger/nightly",
    "update:trigger/nightly",
    "start:trigger/nightly",
  ]);
  await inTurn(third.steps, 4, (step) => next.arm.carryOut(step));
  expect((await next.plan()).steps).toEqual([]);
});

import { afterEach, expect, it } from "vitest";
import { messageOf, type Published } from "../../publish/publish.js";
import { job, notebook } from "../../publish/shop.fixture.js";
import type { SentArtifact } from "../../publish/wanted.js";
import { compileCase, readCase } from "../golden.js";
import { Cloud } from "./cloud.fixture.js";
import { isOfState, once } from "./mishaps.fixture.js";
import { SynapseCloud } from "./synapse-cloud.fixture.js";

// What a person has cancelled between the plan and a start stays stopped, in both services.

let cloud: Cloud | SynapseCloud;
afterEach(async () => {
  await cloud.azure.stop();
});

const orders = "job/shop-orders";
const now = [notebook(), job()];
const news = [notebook("rows = 3"), job("00000000")];

const path = "/Shared/shop/orders/tables";

/** A job of Databricks that is published and runs, with what a person does to it. */
async function jobThatRuns() {
  const made = await Cloud.start();
  cloud = made;
  const publish = (sources: readonly SentArtifact[]) => made.sources(sources).publish(undefined, [`update:${orders}`]);
  await publish(now);
  const job_id = (await made.jobIds()).get("shop-orders") ?? Number.NaN;
  const run = () => made.workspace("POST", "2.1/jobs/run-now", { job_id });
  const cancel = async () => {
    const { runs } = JSON.parse(await made.workspace("GET", `2.1/jobs/runs/list?job_id=${job_id}&active_only=true`));
    await made.workspace("POST", "2.1/jobs/runs/cancel", { run_id: runs[0].run_id });
  };
  const runAndCancel = async () => {
    await run();
    await cancel();
  };
  /** Its last run has failed, and all is there again that it runs. */
  const fail = async () => {
    const exported = `2.0/workspace/export?path=${path}&format=SOURCE&direct_download=true`;
    const content = Buffer.from(await made.workspace("GET", exported)).toString("base64");
    await cancel();
    await made.workspace("POST", "2.0/workspace/delete", { path });
    await run();
    await made.workspace("POST", "2.0/workspace/import", { path, format: "SOURCE", language: "PYTHON", content });
  };
  return { publish, running: () => made.running(job_id), runAndCancel, fail, plan: made.sources(now).plan, made };
}

/** It ends at a step, by the job's name. */
function expectEnd(done: Published, step: string, leftStopped: readonly string[]): void {
  expect(done).toMatchObject({ kind: "broken-off", step: { id: step }, leftStopped, leftHalfChanged: [] });
  const thing = step.replace(/^\w+:/, "");
  expect("error" in done ? messageOf(done.error) : "").toBe(
    `${thing} was changed by somebody else since the plan was made`,
  );
}

it("a job that did not run, and that somebody ran and cancelled since the plan, stays stopped, by name", async () => {
  const { made, plan, publish, running, runAndCancel, fail } = await jobThatRuns();
  await fail();
  expect((await plan()).steps.map(({ id }) => id)).toEqual([`start:${orders}`]);
  made.control.play(once(isOfState, runAndCancel));
  expectEnd(await publish(now), `start:${orders}`, []);
  expect(await running()).toBe(0);
  expect(await plan()).toMatchObject({ steps: [], cancelled: [orders] });
  expect(await publish(now)).toMatchObject({ kind: "published" });
  expect(await running()).toBe(0);
});

it("so does one that somebody ran and cancelled while it was changed", async () => {
  const { made, plan, publish, running, runAndCancel } = await jobThatRuns();
  made.control.play(once(({ path }) => path.endsWith("workspace/import"), runAndCancel));
  expectEnd(await publish(news), `start:${orders}`, [orders]);
  expect(await running()).toBe(0);
  expect(await plan()).toMatchObject({ cancelled: [orders] });
  expect(await publish(news)).toMatchObject({ kind: "published" });
  expect(await running()).toBe(0);
});

const readings = "synapse.sparkJobDefinition/telemetry_readings";
const definition: readonly SentArtifact[] = compileCase(readCase("e2e-telemetry-synapse")).artifacts.filter(
  ({ plane, path }) => plane === "lake" || path.includes("env/prod/synapse/sparkJobDefinition/"),
);

it("so does a Spark job definition of a workspace", async () => {
  const made = await SynapseCloud.start({});
  cloud = made;
  const { plan, publish } = made.sources(definition);
  await publish();
  const [{ request: { tags: _, ...request } = {}, id } = {}] = made.running();
  const wrong = { ...request, file: String(request.file).replace(/[0-9a-f]{12}/, "000000000000") };
  await made.batches("DELETE", `/${id}`);
  await made.batches("POST", "", wrong);
  expect((await plan()).steps.map((step) => step.id)).toEqual([`start:${readings}`]);
  made.control.play(
    once(isOfState, async () => {
      const byHand = JSON.parse(await made.batches("POST", "", request ?? {}));
      await made.batches("DELETE", `/${byHand.id}`);
    }),
  );
  expectEnd(await publish(), `start:${readings}`, []);
  expect(made.running()).toEqual([]);
  expect(await plan()).toMatchObject({ steps: [], cancelled: [readings] });
  expect(await publish()).toMatchObject({ kind: "published" });
  expect(made.running()).toEqual([]);
});

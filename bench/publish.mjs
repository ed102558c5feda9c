// npm run bench:publish [-- ROUNDS]: publishing 500 objects of a factory to a stand-in that answers each request after 30 ms, against the
// least that it can take: each object after what it refers to, or all requests by as many at a time as are allowed.
import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, get } from "node:http";
import { constants, cpus, setPriority } from "node:os";
import { join } from "node:path";
import { attempt } from "../.ci/setup.mjs";
import { median } from "./measure.mjs";

const rounds = Number(process.argv[2] ?? 5);
const latency = 30;
if (attempt("npm", ["run", "--silent", "build"]) !== 0) process.exit(1);
const { makePlan } = await import("../dist/publish/make-plan.js");
const { patient } = await import("../dist/publish/patience.js");
const { publish } = await import("../dist/publish/publish.js");
const { servicesOf } = await import("../dist/publish/services.js");
const { wantedOf } = await import("../dist/publish/wanted.js");

console.log(`${cpus().length} CPUs (${cpus()[0]?.model}), Node ${process.versions.node}, ${rounds} rounds`);
const factory = { subscription: "00000000-0000-0000-0000-000000000002", resourceGroup: "bench", name: "bench" };
const found = [];
const awake = keptAwake();
try {
  for (let round = 0; round < rounds; round++) found.push(await published());
} finally {
  for (const one of awake) one.kill();
}
const ratio = (milliseconds, least) => (milliseconds / least).toFixed(2);
for (const { milliseconds, requests, chain, least, bare } of found)
  console.log(
    `${Math.round(milliseconds)} ms; ${requests} requests, ${patient.requests} at a time; ${chain} in the longest chain: ${ratio(milliseconds, least)} of ${Math.round(least)} ms; as many bare requests: ${ratio(bare, least)}`,
  );
const middle = (one) => median(found.map((round) => round[one] / round.least)).toFixed(2);
console.log(`median ${middle("milliseconds")}; must be 1.2 or less; bare requests ${middle("bare")}`);

/**
 * Work of the lowest priority for each processor: those of a virtual machine that sleep between two requests wake late, by more than all
 * that publishing does in between.
 */
function keptAwake() {
  return cpus().map(() => {
    const one = spawn(process.execPath, ["-e", "for (;;);"], { stdio: "ignore" });
    setPriority(one.pid, constants.priority.PRIORITY_LOW);
    return one;
  });
}

/** Publishes all to a stand-in that has nothing. What is measured begins when the plan is made and agreed to: the lease, the plan made anew, every step, and the state. */
async function published() {
  const seed = { factories: [Object.values(factory).join("/")], containers: ["bench/lake"] };
  const azure = fork(join(import.meta.dirname, "azure.mjs"), [JSON.stringify({ latency, seed })]);
  try {
    const [{ arm, blob, token }] = await once(azure, "message");
    const asked = async () => {
      const answered = once(azure, "message");
      azure.send("requests");
      return (await answered)[0].requests;
    };
    const destination = {
      project: "bench",
      environment: "prod",
      factory: { endpoint: arm, ...factory },
      databases: [],
      state: { endpoint: `${blob}/bench`, container: "lake" },
    };
    const wanted = wantedOf(objects(), destination);
    const services = servicesOf(destination, wanted, { token: async () => token }, patient);
    const planAnew = async () => {
      const readings = await services.read();
      return { plan: makePlan({ sluice: "bench", destination, wanted, scripts: [], readings }), readings };
    };
    const { plan: agreed } = await planAnew();
    if (agreed.steps.length < 500 || agreed.obstacles.length > 0) throw new Error("That is not the plan");
    await asked();
    const begun = performance.now();
    const done = await publish({
      ...{ services, wanted, scripts: [], patience: patient, allowed: [], planAnew, agreed },
      onStep: () => {},
    });
    const milliseconds = performance.now() - begun;
    if (done.kind !== "published") throw new Error(`It ended as ${done.kind}`);
    const requests = await asked();
    const chain = longest(agreed.steps);
    const least = latency * Math.max(chain, requests / patient.requests);
    return { milliseconds, requests, chain, least, bare: await bare(arm, token, requests) };
  } finally {
    azure.kill();
  }
}

/** What the machine and the stand-in take for so many requests, when nobody makes or looks at anything: no bar, but what of it is ours is what comes on top. */
async function bare(arm, token, count) {
  const agent = new Agent({ keepAlive: true });
  const headers = { authorization: `Bearer ${token}` };
  const { subscription, resourceGroup, name } = factory;
  const place = `${arm}/subscriptions/${subscription}/resourceGroups/${resourceGroup}/providers/Microsoft.DataFactory/factories/${name}`;
  const ask = () =>
    new Promise((resolve, reject) => {
      get(`${place}/pipelines/none?api-version=2018-06-01`, { agent, headers }, (answer) => {
        answer.resume().on("end", resolve);
      }).on("error", reject);
    });
  const begun = performance.now();
  let left = count;
  const lane = async () => {
    while (left-- > 0) await ask();
  };
  await Promise.all(Array.from({ length: patient.requests }, lane));
  agent.destroy();
  return performance.now() - begun;
}

/** How many requests come one after the other at least: a step that makes something looks whether it is there before. */
function longest(steps) {
  const ends = new Map();
  for (const { id, action, after } of steps)
    ends.set(id, (action === "create" ? 2 : 1) + Math.max(0, ...after.map((one) => ends.get(one))));
  return Math.max(...ends.values());
}

/** As a project of many pipelines has them: 4 linked services, 96 datasets, 380 pipelines (one in ten calls nine others) and 20 triggers that fire. */
function objects() {
  const reference = (type, referenceName) => ({ type, referenceName });
  const several = (count, one) => Array.from({ length: count }, (_, at) => one(at));
  const artifact = (kind, name, properties) => ({
    path: `common/adf/${kind}/${name}.json`,
    plane: "arm",
    kind,
    body: JSON.stringify({ name, properties: { ...properties, annotations: ["sluice: project=bench"] } }),
    dependsOn: [],
  });
  const look = (at) => ({
    name: "look",
    type: "Lookup",
    typeProperties: {
      source: { type: "DelimitedTextSource" },
      dataset: reference("DatasetReference", `dataset_${at % 96}`),
    },
  });
  const call = (at) => ({
    name: `call_${at}`,
    type: "ExecutePipeline",
    typeProperties: { pipeline: reference("PipelineReference", `pipeline_${at}`) },
  });
  return [
    ...several(4, (at) =>
      artifact("linkedService", `lake_${at}`, {
        type: "AzureBlobFS",
        typeProperties: { url: "https://bench.dfs.core.windows.net" },
      }),
    ),
    ...several(96, (at) =>
      artifact("dataset", `dataset_${at}`, {
        type: "DelimitedText",
        linkedServiceName: reference("LinkedServiceReference", `lake_${at % 4}`),
        typeProperties: { location: { type: "AzureBlobFSLocation", fileSystem: "lake" } },
      }),
    ),
    ...several(380, (at) =>
      artifact("pipeline", `pipeline_${at}`, {
        activities: at % 10 === 0 ? several(9, (below) => call(at + below + 1)) : [look(at)],
      }),
    ),
    ...several(20, (at) =>
      artifact("trigger", `trigger_${at}`, {
        type: "ScheduleTrigger",
        runtimeState: "Started",
        pipelines: [{ pipelineReference: reference("PipelineReference", `pipeline_${at * 10}`), parameters: {} }],
        typeProperties: {
          recurrence: { frequency: "Day", interval: 1, startTime: "2026-01-01T02:00:00", timeZone: "UTC" },
        },
      }),
    ),
  ];
}

import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { evaluate } from "../../local/adf/expression/evaluate.js";
import { toValue } from "../../local/adf/expression/value.js";
import { readFactory } from "../../local/adf/read-factory.js";
import { runPipeline } from "../../local/adf/run-pipeline.js";
import type { World } from "../../local/adf/world.js";
import { hasEnded, isRunOf, type SparkJob } from "../../publish/spark-job.js";
import { compileCase, readCase } from "../golden.js";
import { askedIn, at, type Json, namesIn } from "./factory.js";

/* What watches streaming jobs, as it is emitted. */

const { artifacts } = compileCase(readCase("adf-watch"));
const bodyOf = (path: string): Json => JSON.parse(artifacts.find((one) => one.path === path)?.body ?? "null");
const watch = bodyOf("common/synapse/pipeline/orders_watch.json");
const activities = at(watch, "properties", "activities");
const asked = askedIn(activities).map(({ text }) => text);

it("calls each activity by a name of its own, which the service takes", () => {
  const names = namesIn(activities);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => name.length > 55)).toEqual([]);
});

it("asks for what the environment returns, and nothing else is returned", () => {
  const environment = JSON.stringify(bodyOf("env/prod/synapse/pipeline/shop_environment.json"));
  const names = [...environment.matchAll(/"key":"(\w+)"/g)].map(([, name]) => name);
  const others = askedIn(at(bodyOf("common/synapse/pipeline/Returns-EU_watch.json"), "properties", "activities"));
  const texts = [...asked, ...others.map(({ text }) => text)];
  const used = texts.flatMap((text) => [...text.matchAll(/pipelineReturnValue\.(\w+)/g)].map(([, name]) => name));
  expect([...new Set(used)].sort()).toEqual(names.toSorted());
});

const folder = "abfss://data@shopprod.dfs.core.windows.net/_jobs/shop";
const job: SparkJob = {
  name: "shop_orders",
  pool: "streams",
  otherPools: [],
  properties: { file: `${folder}/00112233aabb/shop_orders.py` },
};

const version = fc.stringMatching(/^[0-9a-f]{12}$/);
const file = fc.oneof(
  fc.constantFrom(null, "", "shop_orders.py", `${folder}/shop_orders.py`, "//", `${folder}//shop_orders.py`),
  fc
    .tuple(
      fc.constantFrom(
        folder,
        `${folder}_2`,
        folder.replace("shop/", "Shop/"),
        `${folder}/of`,
        "abfss://x@y/_jobs/shop",
      ),
      fc.oneof(version, fc.constantFrom("0123", "0123456789abc")),
      fc.constantFrom("shop_orders.py", "shop_orders", "Shop_Orders.py", "shop_visits.py", "of/shop_orders.py"),
    )
    .map((parts) => parts.join("/")),
);
const tags = fc.oneof(
  fc.constantFrom(null, {}),
  fc.record(
    {
      sluice_project: fc.constantFrom("shop", "Shop", "shop_2", ""),
      sluice_job: fc.constantFrom("shop_orders", "Shop_Orders", "shop_visits", ""),
    },
    { requiredKeys: [] },
  ),
);
const application = fc.record(
  {
    name: fc.constantFrom("shop_orders", "other"),
    tags,
    livyInfo: fc.oneof(
      fc.constant(null),
      fc.record({ jobCreationRequest: fc.oneof(fc.constant(null), fc.record({ file })) }),
    ),
    state: fc.constantFrom(
      ...["not_started", "starting", "running", "idle", "busy", "recovering", "shutting_down"],
      ...["error", "dead", "killed", "success", null],
    ),
    result: fc.constantFrom("Uncertain", "Succeeded", "Failed", "Cancelled", null),
  },
  { requiredKeys: [] },
);

it("takes for the job's applications just those that publishing takes for them", () => {
  const condition = asked.find((text) => text.includes("item()")) ?? "";
  const environment = toValue({ output: { pipelineReturnValue: { shop_job_files: folder } } });
  const seen = { running: 0, other: 0 };
  fc.assert(
    fc.property(application, (item) => {
      const isOurs = isRunOf(job, "shop", item) && !hasEnded(item);
      seen[isOurs ? "running" : "other"] += 1;
      const found = evaluate(condition, { activities: { environment }, item: toValue(item) });
      expect(found).toBe(isOurs);
    }),
    { numRuns: 3000 },
  );
  expect(Math.min(seen.running, seen.other)).toBeGreaterThan(20);
});

/** Runs what watches, with other settings of some activities, against a service that answers so; says what it fails with. */
async function failure(answer: string, others: Readonly<Record<string, Json>> = {}): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), "sluice-watch-"));
  const server = createServer((_, response) => response.end(answer)).listen(0, "127.0.0.1");
  try {
    await once(server, "listening");
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/`;
    const settings = { applications: { method: "GET", url }, ...others };
    mkdirSync(join(folder, "pipeline"));
    for (const [name, body] of [
      ["shop_environment", bodyOf("env/prod/synapse/pipeline/shop_environment.json")],
      ["Returns-EU_watch", withSettings(bodyOf("common/synapse/pipeline/Returns-EU_watch.json"), settings)],
    ] as const)
      writeFileSync(join(folder, "pipeline", `${name}.json`), JSON.stringify(body));
    const pipeline = readFactory([folder], "Returns-EU_watch", reach);
    return await runPipeline(pipeline, { world, parameters: {}, parent: undefined, within: [] }).catch(
      ({ message, code }) => `${code}: ${message}`,
    );
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
}

const withSettings = (body: Json, settings: Readonly<Record<string, Json>>): Json =>
  JSON.parse(JSON.stringify(body), (_, value) =>
    Object.hasOwn(settings, value?.name ?? "") && "typeProperties" in value
      ? { ...value, typeProperties: settings[value.name] }
      : value,
  );

const reach = {
  hasDatabase: () => false,
  hasStore: () => false,
  hasNotebook: () => false,
  functionsOf: () => undefined,
};
const none = (): never => {
  throw new Error("It asks for what is not there.");
};
const world: World = {
  ...{ factory: "here", globalParameters: {}, returned: (value) => value, database: none, folder: none },
  ...{ functionApp: none, notebook: none, parquet: none, unzip: none, dataFlow: none, tell: () => {}, halt: none },
  signal: new AbortController().signal,
};

it.each([
  ["the job has none", '{"from":0,"total":0,"sessions":[]}'],
  ["a page has no list", '{"from":0,"total":0}'],
  ["it is not said how many there are", '{"from":0,"sessions":[{"name":"other","state":"running"}]}'],
  ["it is said of no page that it is the last", '{"from":0,"sessions":[]}'],
])("says that the job does not run once it has looked twice: %s", async (_, answer) => {
  expect(await failure(answer)).toMatch(/^not-running: .*: The streaming job 'shop_Returns-EU' does not run: twice, /);
});

it.each([
  ["the service", {}, "no JSON"],
  [
    "what of a page is the job's",
    { "its applications": { items: expression("@int('x')"), condition: expression("@true") } },
    "{}",
  ],
  ["the next page", { "next page": { variableName: "next", value: expression("@string(int('x'))") } }, "{}"],
])(
  "says why it cannot look, at once, and that it is not known: %s",
  async (_, others, answer) => {
    expect(await failure(answer, others)).toMatch(/^not-known: .*: It could not be looked whether .* runs: .*\w/);
  },
  10_000,
);

function expression(value: string): Json {
  return { value, type: "Expression" };
}

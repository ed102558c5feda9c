import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { nowhere } from "../../local/adf/nowhere.fixture.js";
import { readFactory } from "../../local/adf/read-factory.js";
import { runPipeline } from "../../local/adf/run-pipeline.js";
import type { WalkEvent } from "../../local/adf/world.js";
import { compileCase, readCase } from "../golden.js";

/* A pipeline of a workspace whose environment cannot be asked, walked as it is emitted. */

const folder = mkdtempSync(join(tmpdir(), "sluice-told-"));
const told: string[] = [];
let failures = 0;
/** The environment's place that is out of order for a while, the vault, and the webhook that it knows of. */
const server = createServer((request, response) => {
  const { url = "" } = request;
  if (url === "/environment" && failures-- > 0) response.writeHead(500).end("out of order");
  else if (url.startsWith("/secrets/")) response.end(JSON.stringify({ value: `${address()}/hook` }));
  else if (url === "/hook") {
    let body = "";
    request.on("data", (part) => (body += part)).on("end", () => response.end("{}") && told.push(body));
  } else response.end("{}");
});
const address = (): string => {
  const at = server.address();
  if (at === null || typeof at === "string") throw new Error("It does not listen");
  return `http://127.0.0.1:${at.port}`;
};

beforeAll(async () => {
  await new Promise<void>((listens) => server.listen(0, "127.0.0.1", listens));
  mkdirSync(join(folder, "pipeline"));
  const { artifacts } = compileCase(readCase("e2e-youflix-synapse"));
  for (const { path, body } of artifacts) {
    const [kind, file = ""] = path.split("/").slice(-2);
    if (!path.startsWith("common/synapse/") || (kind !== "pipeline" && kind !== "dataset")) continue;
    mkdirSync(join(folder, kind), { recursive: true });
    writeFileSync(join(folder, kind, file), body);
  }
  const ask = {
    ...{ name: "ask", type: "WebActivity", dependsOn: [], policy: { timeout: "0.00:10:00", retry: 0 } },
    typeProperties: { method: "GET", url: `${address()}/environment` },
  };
  const values = {
    ...{ name: "values", type: "SetVariable" },
    dependsOn: [{ activity: "ask", dependencyConditions: ["Succeeded"] }],
    typeProperties: {
      variableName: "pipelineReturnValue",
      value: [{ key: "youflix_vault", value: { type: "String", content: `${address()}/` } }],
      setSystemVariable: true,
    },
  };
  writeFileSync(
    join(folder, "pipeline", "youflix_environment.json"),
    JSON.stringify({ name: "youflix_environment", properties: { activities: [ask, values], parameters: {} } }),
  );
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

async function run(outOfOrder: number) {
  failures = outOfOrder;
  told.length = 0;
  const events: WalkEvent[] = [];
  const world = nowhere({ tell: (event) => events.push(event) });
  const reach = {
    hasDatabase: () => true,
    hasStore: () => true,
    hasNotebook: () => true,
    functionsOf: () => undefined,
  };
  const running = runPipeline(readFactory([folder], "users", reach), {
    ...{ world, parameters: {}, parent: undefined, within: [] },
  });
  const failure = await running.then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  const began = events.filter(({ state }) => state === "started").map(({ activity }) => activity);
  return { failure, began, told: told.map((body): unknown => JSON.parse(body)) };
}

it("tells of it that its environment could not be asked, once it can be", async () => {
  const { failure, began, told } = await run(1);
  expect(failure).toMatch(/out of order/);
  expect(began).not.toContain("each whole table");
  expect(told).toEqual([expect.objectContaining({ pipeline: "users", error: expect.stringMatching(/out of order/) })]);
});

it("fails, and tells nobody, where its environment can be asked at no time", async () => {
  const { failure, began, told } = await run(2);
  expect(failure).toMatch(/out of order/);
  expect(began).not.toContain("tell of the failure");
  expect(told).toEqual([]);
});

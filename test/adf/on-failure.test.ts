import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { nowhere } from "../../local/adf/nowhere.fixture.js";
import { readFactory } from "../../local/adf/read-factory.js";
import { runPipeline } from "../../local/adf/run-pipeline.js";
import type { WalkEvent } from "../../local/adf/world.js";
import { type Activity, after } from "../../targets/adf/activity.js";
import { onFailure } from "../../targets/adf/on-failure.js";
import { project } from "./fixture.js";

/* What is emitted, walked with real requests to a vault and to who is told. */

const folder = mkdtempSync(join(tmpdir(), "sluice-failure-"));
let address = "";
/** What was sent to who is told. */
let told: string[] = [];
/** What the vault and who is told answer. */
let answers = { vault: 200, told: 200 };

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const isVault = request.url === "/secrets/alerts?api-version=7.4" && request.headers.authorization !== undefined;
  if (!isVault)
    told.push(`${request.method} ${request.url} ${request.headers["content-type"]} ${Buffer.concat(chunks)}`);
  const status = isVault ? answers.vault : answers.told;
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(isVault && status === 200 ? { value: `${address}hook` } : {}));
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  address = typeof bound === "object" && bound !== null ? `http://127.0.0.1:${bound.port}/` : "";
});
beforeEach(() => {
  told = [];
  answers = { vault: 200, told: 200 };
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const works = (name: string, ...before: readonly string[]): Activity => ({
  ...{ name, type: "Wait", dependsOn: after(...before), userProperties: [] },
  typeProperties: { waitTimeInSeconds: 1 },
});

const fails = (name: string, ...before: readonly string[]): Activity => ({
  ...{ name, type: "Fail", dependsOn: after(...before), userProperties: [] },
  typeProperties: { message: `no "${name}",\nnor more`, errorCode: "1" },
});

async function walk(...activities: readonly Activity[]) {
  told = [];
  const telling = onFailure(activities, { secret: "alerts" }, project([]));
  mkdirSync(join(folder, "pipeline"), { recursive: true });
  const properties = { activities: [...activities, ...telling.activities], variables: telling.variables };
  writeFileSync(join(folder, "pipeline", "users.json"), JSON.stringify({ name: "users", properties }));
  const reach = {
    hasDatabase: () => false,
    hasStore: () => false,
    hasNotebook: () => false,
    functionsOf: () => undefined,
  };
  const events: WalkEvent[] = [];
  const world = nowhere({
    factory: "this-machine",
    globalParameters: { youflix_vault: address },
    tell: (event) => events.push(event),
  });
  const running = runPipeline(readFactory([folder], "users", reach), {
    world,
    parameters: {},
    parent: undefined,
    within: [],
  });
  const error = await running.then(
    () => undefined,
    (thrown: Error) => thrown.message,
  );
  // The address is a secret, and what is sent to it is nobody else's business.
  expect(JSON.stringify(events)).not.toContain(`${address}hook`);
  return { error, told: told.map((line) => line.replace(/"run":"[^"]{36}"/, '"run":"…"')) };
}

const sent = (error: string): string =>
  `POST /hook application/json {"pipeline":"users","run":"…","factory":"this-machine","error":${JSON.stringify(error)}}`;

it("tells nobody where nothing fails", async () => {
  expect(await walk(works("a"), works("b", "a"))).toEqual({ error: undefined, told: [] });
  expect(await walk(works("a"), works("b"))).toEqual({ error: undefined, told: [] });
});

it("tells what has failed, wherever it stands, once, and fails with it", async () => {
  const cases: readonly (readonly Activity[])[] = [
    [fails("a"), works("b", "a"), works("c", "b")],
    [works("x"), works("b", "x"), fails("a", "b")],
    [fails("a")],
    [fails("a"), works("b")],
    [works("b"), fails("a"), works("c", "a", "b")],
  ];
  const error = 'no "a",\nnor more';
  for (const activities of cases)
    expect(await walk(...activities)).toEqual({ error: `'fail' has failed: ${error}`, told: [sent(error)] });
});

it("tells of all that have failed", async () => {
  const error = 'no "a",\nnor more no "b",\nnor more';
  expect(await walk(fails("a"), fails("b"))).toEqual({ error: `'fail' has failed: ${error}`, told: [sent(error)] });
});

it("tells of each of more than one expression has room for", async () => {
  const name = (at: number): string => `what computes titles_of_the_${at}th_kind_of_movies`;
  const many = Array.from({ length: 120 }, (_, at) => at);
  const { variables, activities } = onFailure(
    many.map((at) => works(name(at))),
    { secret: "alerts" },
    project([]),
  );
  expect(Object.keys(variables)).toEqual(["errors_1", "errors_2"]);
  expect(activities.map((one) => one.name)).toContain("gather errors 2");
  expect(await walk(...many.map((at) => works(name(at))))).toEqual({ error: undefined, told: [] });
  for (const failing of [[0], [119], [3, 60, 118]]) {
    const all = many.map((at) => (failing.includes(at) ? fails(name(at)) : works(name(at))));
    const { error, told: sentNow } = await walk(...all);
    expect(sentNow).toHaveLength(1);
    const text: unknown = JSON.parse(sentNow[0]?.replace(/^[^{]*/, "") ?? "").error;
    // What did not fail leaves blanks.
    const expected = failing.map((at) => `no "${name(at)}",\nnor more`).join(" ");
    expect(String(text).replaceAll(/ +/g, " ")).toBe(expected);
    expect(error).toBe(`'fail' has failed: ${text}`);
  }
});

it("fails with its own error also where nobody can be told", async () => {
  answers = { vault: 403, told: 200 };
  expect(await walk(fails("a"))).toEqual({ error: "'fail' has failed: no \"a\",\nnor more", told: [] });
  answers = { vault: 200, told: 500 };
  const { error, told: tried } = await walk(fails("a"));
  expect(error).toBe("'fail' has failed: no \"a\",\nnor more");
  expect(tried).toHaveLength(3); // as often as its policy says
});

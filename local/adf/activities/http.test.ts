import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "../json.js";
import { readFactory } from "../read-factory.js";
import { readerOf } from "../reader.js";
import { runPipeline } from "../run-pipeline.js";
import type { Scope } from "../scope.js";
import type { WalkEvent, World } from "../world.js";
import { azureFunctionWithin } from "./azure-function.js";

type Json = Readonly<Record<string, unknown>>;

interface Asked {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

const folder = mkdtempSync(join(tmpdir(), "sluice-http-"));
const asked: Asked[] = [];
let answer: (response: ServerResponse, request: Asked) => void;
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { method, url, headers } = request;
  const one = { method, url, headers, body: Buffer.concat(chunks).toString() };
  asked.push(one);
  answer(response, one);
});
const says =
  (status: number, body: string, headers: Readonly<Record<string, string>> = {}): typeof answer =>
  (response) =>
    response.writeHead(status, headers).end(body);

function base(): string {
  const bound = server.address();
  return `http://127.0.0.1:${typeof bound === "object" && bound !== null ? bound.port : 0}`;
}

beforeAll(() => new Promise<void>((listens) => server.listen(0, "127.0.0.1", listens)));
beforeEach(() => {
  asked.length = 0;
  answer = says(200, "{}");
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

const reach = {
  hasDatabase: () => false,
  hasStore: () => false,
  hasNotebook: () => false,
  functionsOf: (name: string) => (name === "app" ? ["load"] : undefined),
};

const worldOf = (told: WalkEvent[], address = base()): World => ({
  factory: "here",
  globalParameters: {},
  returned: (value) => value,
  database: () => {
    throw new Error("no database");
  },
  folder: () => "",
  functionApp: () => ({ address, key: "a key" }),
  notebook: async () => {},
  parquet: async () => {},
  unzip: async () => undefined,
  dataFlow: async () => undefined,
  tell: (event) => told.push(event),
  signal: new AbortController().signal,
  halt: () => {},
});

/** Walks a pipeline with this one activity; what it came to. */
async function walk(
  activity: Json,
  address?: string,
): Promise<{ readonly output?: JsonValue; readonly error?: string }> {
  const activities = [{ name: "one", ...activity }];
  mkdirSync(join(folder, "pipeline"), { recursive: true });
  writeFileSync(join(folder, "pipeline", "main.json"), JSON.stringify({ name: "main", properties: { activities } }));
  const told: WalkEvent[] = [];
  const pipeline = readFactory([folder], "main", reach);
  try {
    await runPipeline(pipeline, { world: worldOf(told, address), parameters: {}, parent: undefined, within: [] });
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
  return { output: told.at(-1)?.output ?? {} };
}

const expression = (value: string) => ({ value, type: "Expression" });
const json = { "Content-Type": "application/json" };
const linkedServiceName = { referenceName: "app", type: "LinkedServiceReference" };
const azureFunction = (typeProperties: Json, more: Json = {}) => ({
  ...{ type: "AzureFunctionActivity", linkedServiceName, ...more },
  typeProperties: { method: "GET", functionName: "load", ...typeProperties },
});
const web = (typeProperties: Json, more: Json = {}) => ({
  ...{ type: "WebActivity", ...more },
  typeProperties: { method: "GET", url: `${base()}/x`, ...typeProperties },
});

describe("a function", () => {
  it("is asked with its app's key, and what it answers is the output", async () => {
    answer = says(200, '{"folder":"a","files":[1,2]}');
    const body = expression("@json(concat('{\"run\":\"', pipeline().Pipeline, '\"}'))");
    const functionName = expression("@concat('lo', 'ad/7?from=', '2')");
    const walked = await walk(azureFunction({ method: "POST", functionName, headers: { ...json, "X-A": "b" }, body }));
    expect(walked).toEqual({ output: { folder: "a", files: [1, 2] } });
    expect(asked).toMatchObject([{ method: "POST", url: "/api/load/7?from=2", body: '{"run":"main"}' }]);
    expect(asked[0]?.headers).toMatchObject({
      ...{ "x-functions-key": "a key", "x-a": "b", "content-type": "application/json" },
    });
  });

  it("takes a body that is a text as it is", async () => {
    await walk(azureFunction({ method: "PUT", headers: { "Content-Type": "text/plain" }, body: '{"a": 1}' }));
    expect(asked).toMatchObject([{ method: "PUT", body: '{"a": 1}' }]);
  });

  it.each(["[1]", "7", '"a"', "a", "", "null"])("must answer an object, not %j", async (text) => {
    answer = says(200, text);
    expect(await walk(azureFunction({}))).toEqual({
      error: "'one' has failed: Response Content is not a valid JObject.",
    });
  });

  it.each([
    [404, "NotFound"],
    [401, "Unauthorized"],
    [500, "InternalServerError"],
    [413, "RequestEntityTooLarge"],
  ])("that answers %i has failed with its words", async (status, name) => {
    answer = says(status, "why");
    expect(await walk(azureFunction({ functionName: "load/1" }))).toEqual({
      error: `'one' has failed: Call to provided Azure function 'load' failed with status-'${name}' and message - 'why'.`,
    });
  });

  it("that nobody answers for has failed", async () => {
    const { error } = await walk(azureFunction({}), "http://127.0.0.1:1");
    expect(error).toMatch(/^'one' has failed: There was an error while calling endpoint\. \(/);
  });

  it("has no more time than its policy gives, nor than the load balancer waits", async () => {
    answer = () => {};
    const late = (seconds: string) =>
      `Call to provided Azure function 'load' failed with status-'GatewayTimeout' and message - 'no answer in ${seconds} seconds'.`;
    expect(await walk(azureFunction({}, { policy: { timeout: "00:00:01" } }))).toEqual({
      error: `'one' has failed: ${late("1")}`,
    });
    const problems: string[] = [];
    const of = (value: JsonObject) => readerOf(value, "here", problems);
    const reading = { reach, activities: () => [], dataset: () => undefined, dataFlow: () => undefined };
    const run = azureFunctionWithin(0.05)(
      of({ method: "GET", functionName: "load" }),
      { ...reading, pipeline: () => () => undefined },
      of({ linkedServiceName }),
    );
    const scope: Scope = {
      world: worldOf([]),
      run: {
        ...{ pipeline: "p", id: "1", at: "2026-01-01T00:00:00Z", parameters: {}, parent: undefined },
        ...{ variables: new Map(), returned: new Map() },
      },
      results: { get: () => undefined, all: () => ({}), set: () => {}, inner: () => scope.results },
      within: [],
    };
    await expect(run(scope)).rejects.toThrow(late("0.05"));
    expect(problems).toEqual([]);
  });

  it("is tried again as its policy says", async () => {
    let left = 2;
    answer = (response) => response.writeHead(left-- > 0 ? 500 : 200).end("{}");
    expect(await walk(azureFunction({}, { policy: { retry: 2 } }))).toEqual({ output: {} });
    expect(asked).toHaveLength(3);
  });

  it("that is not there is refused by name before anything begins, and so is what is not done here", async () => {
    const where = "  pipeline 'main', properties, 'one'";
    const cases: readonly (readonly [Json, string])[] = [
      [azureFunction({ functionName: "lod" }), "there is no function 'lod' with an HTTP trigger in the app of 'app'."],
      [azureFunction({ method: "TRACE" }), '"TRACE" is not done on this machine'],
      [azureFunction({ method: "POST" }), "'body' is missing: the service wants one with POST."],
      [azureFunction({ body: "x" }), "a 'body' is not sent with GET on this machine."],
      [
        azureFunction({}, { linkedServiceName: { referenceName: "other", type: "LinkedServiceReference" } }),
        "there is no function app of 'other' on this machine.",
      ],
      [azureFunction({ timeout: 1 }), "'timeout' is not done on this machine."],
    ];
    for (const [activity, problem] of cases) {
      const refused = await walk(activity).catch((error: Error) => error.message.split("\n").slice(1, -1));
      expect(refused).toEqual([expect.stringContaining(problem)]);
      expect(refused).toEqual([expect.stringContaining(where)]);
    }
    expect(asked).toEqual([]);
  });

  it("is not waited for where it answers later", async () => {
    answer = says(202, "{}", { location: `${base()}/status` });
    expect((await walk(azureFunction({}))).error).toMatch(/^The answer is 202 with a 'Location': /);
    expect(asked).toHaveLength(1);
  });
});

describe("an address of the web", () => {
  it("is asked with headers and body, and shown who asks", async () => {
    answer = says(200, '{"value":"v"}');
    const authentication = { type: "MSI", resource: "https://vault.azure.net" };
    const url = expression(`@concat('${base()}', '/y?z=1')`);
    const body = { a: expression("@add(1, 2)") };
    expect(await walk(web({ method: "POST", url, headers: json, body, authentication }))).toEqual({
      output: { value: "v" },
    });
    expect(asked).toMatchObject([{ method: "POST", url: "/y?z=1", body: '{"a":3}' }]);
    expect(asked[0]?.headers.authorization).toBe("Bearer this-machine");
  });

  it.each(["", "a text"])("answers %j, which is its 'Response'", async (text) => {
    answer = says(200, text);
    expect(await walk(web({}))).toEqual({ output: { Response: text } });
  });

  it("must not answer an array, nor more than 4 MB", async () => {
    answer = says(200, "[1]");
    expect((await walk(web({}))).error).toBe("'one' has failed: Response Content is not a valid JObject.");
    answer = says(200, JSON.stringify({ a: "x".repeat(4 * 1024 * 1024) }));
    expect((await walk(web({}))).error).toMatch(/longer than the 4 MB/);
  });

  it("that answers with an error, or not in time, has failed", async () => {
    answer = says(418, "tea");
    expect((await walk(web({}))).error).toBe(
      `'one' has failed: Error calling the endpoint '${base()}/x'. Response status code: '418': tea`,
    );
    expect((await walk(web({}, { policy: { secureInput: true } }))).error).toMatch(/the endpoint '\*\*\*'\. Response/);
    answer = () => {};
    expect((await walk(web({ httpRequestTimeout: "00:00:01" }))).error).toMatch(
      /^'one' has failed: No response from the endpoint\. .* \(nothing came in 1 seconds\)$/,
    );
    expect((await walk(web({ httpRequestTimeout: "00:10:01" }))).error).toMatch(/at most 00:10:00/);
  });

  it("is not asked where it would be asked otherwise than by the service", async () => {
    expect((await walk(web({ method: "POST", body: "{}" }))).error).toMatch(/without a 'Content-Type'/);
    expect((await walk(web({ headers: "a: b" }))).error).toMatch(/'headers' must be an object/);
    expect(asked).toEqual([]);
  });
});

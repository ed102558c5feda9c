import { createServer } from "node:http";
import { createPipelineFromOptions } from "@azure/core-rest-pipeline";
import { expect, it } from "vitest";
import { Access, isRefused } from "./access.js";
import { refusalOf, wireRequest } from "./wire.js";

const accessTo = (endpoint: string) => new Access(endpoint, "-", { token: async () => "secret" });

it.each(["https://management.azure.com", "http://localhost:1", "http://[::1]:1", "http://127.0.0.1:1", "http://127.1"])(
  "sends a token to %s",
  async (endpoint) => {
    expect(await accessTo(endpoint).headerFor(`${endpoint}/x`)).toBe("Bearer secret");
  },
);

it.each([
  "http://management.azure.com",
  "http://127.attacker.example",
  "http://127.0.0.1.example",
  "http://localhost.example",
])("sends none to %s, over an open wire", (endpoint) => {
  expect(() => accessTo(endpoint)).toThrow("is not reached by https");
});

it("sends none to another place that a link leads to", async () => {
  await expect(accessTo("https://a.example").headerFor("https://b.example/x")).rejects.toThrow(
    "where no token is sent",
  );
});

/** Whether a change is refused that a service answers with these statuses, one after another, each time that it is asked. */
async function isRefusedAfter(...statuses: readonly number[]): Promise<boolean> {
  const left = [...statuses];
  const server = createServer((_, answer) => answer.writeHead(left.shift() ?? 200, { "retry-after": "0" }).end());
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("It listens at no port");
  const endpoint = `http://127.0.0.1:${bound.port}`;
  try {
    const pipeline = createPipelineFromOptions({ retryOptions: { maxRetries: 4, retryDelayInMs: 1 } });
    const response = await pipeline.sendRequest(accessTo(endpoint).client(), wireRequest("PUT", `${endpoint}/x`));
    expect(left).toEqual([]);
    return isRefused(refusalOf(response, "x"));
  } finally {
    server.close();
  }
}

it.each([{ statuses: [403] }, { statuses: [429, 403] }])(
  "takes a refused change for not made: $statuses",
  async (one) => {
    expect(await isRefusedAfter(...one.statuses)).toBe(true);
  },
);

it.each([{ statuses: [408, 403] }, { statuses: [500, 403] }, { statuses: [503, 429, 403] }])(
  "does not where it may have been made when it was asked for before: $statuses",
  async (one) => {
    expect(await isRefusedAfter(...one.statuses)).toBe(false);
  },
);

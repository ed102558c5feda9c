import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ManagedIdentityCredential } from "@azure/identity";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Azure, startAzure } from "../../local/azure/azure.js";
import { arm, dataFactory, factoryPath, owner } from "./clients.js";

let azure: Azure;
beforeEach(async () => {
  azure = await startAzure({ principals: [owner] });
  await arm(azure, "PUT", "", { body: { location: "westeurope" } });
  azure.control.clearLog();
});
afterEach(() => azure.stop());

const put = (name: string) => arm(azure, "PUT", `/pipelines/${name}`, { body: { properties: { activities: [] } } });
const isThere = async (name: string): Promise<boolean> => {
  azure.control.play(undefined);
  return (await arm(azure, "GET", `/pipelines/${name}`)).status === 200;
};

it.each([
  ["before", false],
  ["after", true],
] as const)("closes the connection %s a request is done", async (when, isDone) => {
  azure.control.play(() => ({ kind: "cut", when }));
  await expect(put("p")).rejects.toThrow();
  expect(await isThere("p")).toBe(isDone);
  expect(azure.control.writes()).toHaveLength(isDone ? 1 : 0);
});

it("does not answer", async () => {
  azure.control.play(() => ({ kind: "silence", when: "after" }));
  const asked = put("p").catch(() => "closed");
  await expect.poll(() => azure.control.log.length).toBe(1);
  expect(await isThere("p")).toBe(true);
  expect(await Promise.race([asked, "waits"])).toBe("waits");
  await azure.stop();
  expect(await asked).toBe("closed");
});

it("cannot at the moment, and says when to come again, which the vendor's client does", async () => {
  azure.control.play(({ number }) => (number < 4 ? { kind: "unable", status: 429, retryAfter: 0 } : undefined));
  const refused = await put("p");
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "0"]);
  expect(azure.control.writes()).toEqual([]);
  azure.control.play(() => ({ kind: "unable", status: 500 }));
  expect((await put("p")).status).toBe(500);
});

it("holds a request back until it is let go, while others go on", async () => {
  let letGo = (): void => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  azure.control.play(({ path }) => (path.includes("/slow") ? gate.then(() => undefined) : undefined));
  const slow = put("slow");
  expect((await put("quick")).status).toBe(200);
  letGo();
  expect((await slow).status).toBe(200);
  expect(azure.control.log.map(({ path }) => /pipelines\/(\w+)/.exec(path)?.[1])).toEqual(["quick", "slow"]);
});

it("tells reading from writing, and who asked", async () => {
  await isThere("p");
  await arm(azure, "POST", "/triggers/t/getEventSubscriptionStatus");
  expect(azure.control.writes()).toEqual([]);
  await put("p");
  expect(azure.control.writes()).toMatchObject([
    { plane: "arm", method: "PUT", principal: owner.id, status: 200, path: expect.stringContaining(factoryPath) },
  ]);
});

it("keeps what it has from one start to the next", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sluice-azure-"));
  const state = join(folder, "azure.json");
  const first = await startAzure({ principals: [owner], state });
  await arm(first, "PUT", "", { body: { location: "westeurope" } });
  await arm(first, "PUT", "/pipelines/p", { body: { properties: { activities: [] } } });
  await first.stop();
  const second = await startAzure({ principals: [owner], state });
  expect((await dataFactory(second).pipelines.get("group", "f-1", "p")).name).toBe("p");
  await second.stop();
  expect(existsSync(`${state}.new`)).toBe(false);
  rmSync(folder, { recursive: true });
});

it("is found by the vendor's credentials as a managed identity", async () => {
  const before = { ...process.env };
  Object.assign(process.env, azure.identity);
  try {
    const { token } = await new ManagedIdentityCredential().getToken("https://management.azure.com/.default");
    const headers = { Authorization: `Bearer ${token}` };
    expect((await fetch(`${azure.arm}${factoryPath}?api-version=2018-06-01`, { headers })).status).toBe(200);
  } finally {
    process.env = before;
  }
});

it("believes its own tokens, as long as they last", async () => {
  const ask = async (token: string) => {
    const headers = { Authorization: `Bearer ${token}` };
    const response = await fetch(`${azure.arm}${factoryPath}?api-version=2018-06-01`, { headers });
    return [response.status, JSON.parse(await response.text()).error?.code];
  };
  const good = azure.token(owner.id, "https://management.azure.com");
  expect(await ask(good)).toEqual([200, undefined]);
  expect(await ask(`${good}A`)).toEqual([401, "InvalidAuthenticationToken"]);
  expect(await ask(azure.token(owner.id, "https://management.azure.com", -1))).toEqual([
    401,
    "ExpiredAuthenticationToken",
  ]);
  expect(await ask(azure.token(owner.id, "https://storage.azure.com"))).toEqual([
    401,
    "InvalidAuthenticationTokenAudience",
  ]);
});

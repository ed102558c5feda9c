import { afterAll, beforeAll, expect, it } from "vitest";
import { startVault, type Vault } from "./vault.js";

let vault: Vault | undefined;
beforeAll(async () => {
  vault = await startVault();
});
afterAll(() => vault?.stop());

const ask = async (path: string, method = "GET", headers: Readonly<Record<string, string>> = {}) => {
  const answer = await fetch(`${vault?.address}${path}`, { method, headers });
  return { status: answer.status, said: JSON.parse(await answer.text()) };
};
const shown = { authorization: "Bearer this-machine" };

it("a secret is an address that takes what is told there", async () => {
  const { status, said } = await ask("secrets/hook?api-version=7.4", "GET", shown);
  expect([status, said.value]).toEqual([200, `${vault?.address}told/hook`]);
  expect((await fetch(said.value, { method: "POST", body: "{}" })).status).toBe(200);
});

it.each([
  ["secrets/hook?api-version=7.4", "GET", {}, 401],
  ["secrets/hook", "GET", shown, 400],
  ["secrets/hook?api-version=7.4", "PUT", shown, 404],
  ["keys/hook?api-version=7.4", "GET", shown, 404],
])("%s by %s is refused otherwise", async (path, method, headers, status) => {
  expect((await ask(path, method, headers)).status).toBe(status);
});

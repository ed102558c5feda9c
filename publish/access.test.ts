import { expect, it } from "vitest";
import { Access } from "./access.js";

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

import { afterAll, beforeAll, expect, it } from "vitest";
import type { SqlPlace } from "../../publish/destination.js";
import { BatchFailed, opened, type SqlLogin } from "../../publish/sql-client.js";
import { impatient } from "./cloud.fixture.js";
import { type TdsServer, tdsServer } from "./tds.fixture.js";

/* The client by which publishing speaks with SQL Server, against a server that is written from the protocol's specification alone. */

const password = "canary-77$'\"é";
let server: TdsServer;
beforeAll(async () => {
  server = await tdsServer({ deployer: password });
});
afterAll(() => server.stop());

const placeAt = (reachedAt: SqlPlace["reachedAt"], more: Partial<SqlPlace> = {}): SqlPlace => ({
  ...{ connection: "till", host: "shop.database.windows.net", port: 1433, reachedAt, database: "till" },
  login: { kind: "token" },
  ...more,
});
const here = () => {
  const [host = "", port] = server.address.split(":");
  return { host, port: Number(port) };
};
const tokenFor = (aud: string): SqlLogin => ({
  kind: "token",
  token: `e30.${Buffer.from(JSON.stringify({ aud })).toString("base64url")}.e30`,
});
const token = tokenFor("https://database.windows.net");
const user = {
  kind: "password",
  user: "deployer",
  password: { vault: "https://v.vault.azure.net", secret: "p" },
} as const;

const batches = (place: SqlPlace, login: SqlLogin, texts: readonly string[], patience = impatient) =>
  opened(place, place.database, login, patience, async ({ run }) => {
    for (const text of texts) await run(text);
  });

it("lets in who has a token for databases, and who has a password, and gives the database the batches as they are", async () => {
  const long = `SELECT N'${"é😀".repeat(20_000)}'`;
  await batches(placeAt(here()), token, ["SELECT 1", long]);
  const secret = { kind: "password", user: "deployer", password } as const;
  await batches(placeAt(here(), { login: user, database: "Kasse é" }), secret, ["PRINT N'ok'"]);
  expect(await server.ask({ log: true })).toEqual([
    ["till", "SELECT 1"],
    ["till", long],
    ["Kasse é", "PRINT N'ok'"],
  ]);
  expect(await server.ask({ refused: true })).toEqual([]);
});

it("lets in nobody else, and says so in the server's words", async () => {
  await expect(batches(placeAt(here()), tokenFor("https://vault.azure.net"), ["SELECT 1"])).rejects.toThrow(
    "Login failed for user '<token-identified principal>'.",
  );
  const wrong = { kind: "password", user: "deployer", password: "other" } as const;
  await expect(batches(placeAt(here(), { login: user }), wrong, ["SELECT 1"])).rejects.toThrow(
    "Login failed for user 'deployer'.",
  );
  expect(await server.ask({ log: true })).toEqual([]);
});

it("sends nothing to a server whose certificate nobody vouches for", async () => {
  const place = placeAt(undefined, { ...here(), host: "localhost" });
  await expect(batches(place, token, ["SELECT 1"])).rejects.toThrow(/self.signed certificate/);
  expect(await server.ask({ log: true })).toEqual([]);
});

it("tells an error as the server does, and runs nothing after it", async () => {
  await server.ask({ fail: { boom: [208, 7, "dbo.load", "Invalid object name 'x'."] } });
  const failed = await batches(placeAt(here()), token, ["SELECT 1", "SELECT boom", "SELECT 2"]).catch(
    (error: unknown) => error,
  );
  await server.ask({ fail: {} });
  expect(failed).toBeInstanceOf(BatchFailed);
  expect(failed instanceof BatchFailed ? failed.errors : []).toEqual([
    { number: 208, level: 16, state: 1, line: 7, procedure: "dbo.load", message: "Invalid object name 'x'." },
  ]);
  expect(await server.ask({ log: true })).toEqual([
    ["till", "SELECT 1"],
    ["till", "SELECT boom"],
  ]);
});

it("does not wait for ever", async () => {
  server.cutAt(5, "never");
  const begun = Date.now();
  await expect(
    batches(placeAt(here()), token, ["SELECT 1", "SELECT 2"], { ...impatient, operation: 300 }),
  ).rejects.toThrow(/Failed to connect|Timeout|timeout/);
  expect(Date.now() - begun).toBeLessThan(10_000);
  server.cutAt(undefined);
});

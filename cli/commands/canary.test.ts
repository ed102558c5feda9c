import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Azure, startAzure } from "../../local/azure/azure.js";
import { everyService, seeded, user } from "../../local/azure/seed.js";
import type { Store } from "../../local/azure/store.js";
import { said } from "../said.fixture.js";

const cwd = mkdtempSync(join(tmpdir(), "sluice-canary-"));
const environment = { ...process.env };
const canary = `canary+/= "é" ${"x".repeat(20)}\\`;
const subscription = "00000000-0000-0000-0000-000000000002";
const factory = `/subscriptions/${subscription}/resourceGroups/youflix-prod/providers/Microsoft.DataFactory/factories/youflix-prod`;
let azure: Azure;
let store: Store | undefined;
let token = "";

beforeAll(async () => {
  cpSync("pipelines/youflix", cwd, { recursive: true, filter: (path) => !/\.sluice$|generated$/.test(path) });
  azure = await startAzure({
    principals: [user],
    seed: (made, now) => {
      store = made;
      seeded({
        factories: [`${subscription}/youflix-prod/youflix-prod`],
        containers: ["youflixprod/lake"],
        workspaces: [`${subscription}/youflix-prod/youflix-prod`],
        pools: [],
        runtimes: ["self-hosted"],
        credentials: ["sql_deployer"],
      })(made, now);
    },
  });
  token = azure.token(user.id, everyService);
  Object.assign(process.env, {
    SLUICE_ARM: azure.arm,
    SLUICE_DATABRICKS: azure.databricks,
    SLUICE_BLOB: `${azure.blob}/youflixprod`,
    SLUICE_TOKEN: token,
  });
});
afterAll(async () => {
  process.env = environment;
  rmSync(cwd, { recursive: true });
  await azure.stop();
});

const inProd = ["--env", "prod"];
const allowed = ["--allow", "run:pipeline/youflix_ldw_scripts"];

it("has no secret in what the commands say and write: neither those of the services, nor what they sign in by", async () => {
  await hold("theirs");
  const texts = [
    await run("compile"),
    await run("permissions", ...inProd),
    await run("plan", ...inProd, "--out", "plan.json"),
    await run("plan", ...inProd, "--format", "json"),
    await run("plan", ...inProd, "--format", "markdown"),
    await broken("datasets", "publish", "plan.json"),
    await run("publish", ...inProd, "--yes", ...allowed),
  ];
  // Somebody puts a secret into what is the project's own: the services answer it as asterisks.
  await hold("youflix_youflix");
  for (const format of ["text", "json", "markdown"]) texts.push(await run("plan", ...inProd, "--format", format));
  texts.push(await run("publish", ...inProd, "--yes", ...allowed));
  for (const format of ["text", "json"]) texts.push(await run("status", ...inProd, "--format", format));
  texts.push(await broken("", "status", ...inProd), await run("rollback", ...inProd));
  expect(texts.filter((text) => text.length < 20)).toEqual([]);

  const blobs = [...(store?.blobs ?? [])].map(([name, blob]) => ({ name, text: textOf(blob) }));
  expect(blobs.map(({ name }) => name).join("\n")).toMatch(/_ops\/publish\/youflix\/prod\.json/);
  expect(blobs.length).toBeGreaterThan(2);
  const files = readdirSync(cwd, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => ({ name: entry.name, text: readFileSync(join(entry.parentPath, entry.name), "utf8") }));
  expect(files.length).toBeGreaterThan(30);
  const all = [...texts.map((text) => ({ name: text.slice(0, 80), text })), ...blobs, ...files];
  expect(all.filter(({ text }) => secretsIn(text).length > 0).map(({ name }) => name)).toEqual([]);
  // They were there to be found.
  expect(secretsIn(textOf([...(store?.resources ?? [])]))).not.toEqual([]);
}, 60_000);

it.each([
  ["as it is", canary],
  ["in JSON", JSON.stringify({ password: canary })],
  ["in JSON within JSON", JSON.stringify(JSON.stringify({ password: canary }))],
  ["in an address", `https://example.org/?p=${encodeURIComponent(canary)}`],
  ["as base64", Buffer.from(canary).toString("base64")],
  ["as base64 of more", Buffer.from(`user:${canary}!`).toString("base64")],
  ["as base64 of an address", Buffer.from(`p=${canary}`).toString("base64url")],
])("finds one %s", (_, text) => {
  expect(secretsIn(`before ${text} after`)).not.toEqual([]);
});

/** The forms in which a secret stands in a text. Of base64 only what does not depend on what stands before and after it. */
function secretsIn(text: string): readonly string[] {
  const signature = token.split(".").at(-1) ?? "";
  const forms = [canary, signature]
    .filter((one) => one !== "")
    .flatMap((secret) => {
      const escaped = JSON.stringify(secret).slice(1, -1);
      const based = [0, 1, 2].flatMap((before) => {
        const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
        const within = (encoded: string): string =>
          encoded.slice(before === 0 ? 0 : 4, Math.floor(bytes.length / 3) * 4);
        return [within(bytes.toString("base64")), within(bytes.toString("base64url"))];
      });
      return [secret, escaped, JSON.stringify(escaped).slice(1, -1), encodeURIComponent(secret), ...based];
    });
  return forms.filter((form) => text.includes(form));
}

const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    one instanceof Map ? [...one] : one instanceof Uint8Array ? Buffer.from(one).toString("utf8") : one,
  );

async function run(...argv: readonly string[]): Promise<string> {
  const { code, out, err } = await said(cwd, argv);
  expect({ argv, code, err }).toEqual({ argv, code: 0, err });
  return out + err;
}

/** What a command says where a service fails. */
async function broken(at: string, ...argv: readonly string[]): Promise<string> {
  azure.control.play(({ method, path }) =>
    path.includes(at) && (at === "" || method === "PUT") ? { kind: "unable", status: 400 } : undefined,
  );
  const { code, out, err } = await said(cwd, argv);
  azure.control.play(undefined);
  expect({ argv, code }).toEqual({ argv, code: 1 });
  return out + err;
}

/** Puts a linked service with a secret into the factory. */
async function hold(name: string): Promise<void> {
  const { ok } = await fetch(`${azure.arm}${factory}/linkedservices/${name}?api-version=2018-06-01`, {
    method: "PUT",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({
      properties: {
        type: "SqlServer",
        annotations: name === "theirs" ? [] : ["sluice: project=youflix"],
        typeProperties: { server: "x", database: "y", password: { type: "SecureString", value: canary } },
      },
    }),
  });
  expect(ok).toBe(true);
}

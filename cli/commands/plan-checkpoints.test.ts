import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Azure, startAzure } from "../../local/azure/azure.js";
import { everyService, seeded, user } from "../../local/azure/seed.js";
import type { Store } from "../../local/azure/store.js";
import { type Said, said } from "../said.fixture.js";

const cwd = mkdtempSync(join(tmpdir(), "sluice-plan-checkpoints-"));
const pipeline = join(cwd, "pipelines/readings.yaml");
const lock = join(cwd, "sluice.lock");
const environment = { ...process.env };
const first = readFileSync("pipelines/telemetry/pipelines/readings.yaml", "utf8");
let azure: Azure;
let store: Store;

const sluice = (...argv: readonly string[]): Promise<Said> => said(cwd, argv);
const planned = async (): Promise<string> => (await sluice("plan", "--env", "prod")).out;
const publish = async (): Promise<void> => {
  expect(await sluice("publish", "--env", "prod", "--yes")).toMatchObject({ code: 0 });
};
/** What the pipeline is to be, compiled on top of the lock that there is. */
async function become(...edits: readonly (readonly [string, string])[]): Promise<void> {
  const text = edits.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, first);
  writeFileSync(pipeline, text);
  expect(await sluice("compile")).toMatchObject({ code: 0 });
}
const ten = ["size: 5 minutes", "size: 10 minutes"] as const;
const quarter = ["size: 5 minutes", "size: 15 minutes"] as const;
const later = ["delay: 10 minutes", "delay: 20 minutes"] as const;

beforeAll(() => {
  cpSync("pipelines/telemetry", cwd, { recursive: true, filter: (path) => !/\.sluice|generated/.test(path) });
});
/** Each test has an environment of its own, to which the first version was published. */
beforeEach(async () => {
  rmSync(lock, { force: true });
  azure = await startAzure({
    principals: [user],
    seed: (made, now) => {
      store = made;
      seeded({ containers: ["telemetryprod/lake"] })(made, now);
    },
  });
  Object.assign(process.env, {
    SLUICE_DATABRICKS: azure.databricks,
    SLUICE_BLOB: `${azure.blob}/telemetryprod`,
    SLUICE_TOKEN: azure.token(user.id, everyService),
  });
  await become();
  expect(await planned()).not.toContain("heckpoint");
  await publish();
  return () => azure.stop();
}, 300_000);
afterAll(() => {
  process.env = environment;
  rmSync(cwd, { recursive: true });
});

it("holds checkpoints against what runs, not against the commit before", async () => {
  await become(ten);
  await become(quarter, later);
  // The lock says it of the last step alone.
  expect((await sluice("diff")).out).toContain("No query begins anew.");
  const out = await planned();
  expect(out).toContain("Checkpoints, held against what runs there:\n");
  expect(out).toMatch(/readings\/gold\.readings_5_minutes: refused without consent \(generation 3\)/);
  expect(out).toContain("because of window.size: 5 minutes -> 15 minutes");
  expect(out).toContain("because of watermark.delay: 10 minutes -> 20 minutes");
  const json = JSON.parse((await sluice("plan", "--env", "prod", "--format", "json")).out);
  expect(json.checkpoints).toContainEqual(
    expect.objectContaining({
      id: "readings/gold.readings_5_minutes",
      class: "refused without consent",
      causes: expect.arrayContaining([
        { clause: "window.size", before: "5 minutes", after: "15 minutes", row: "window" },
      ]),
    }),
  );
  expect((await sluice("plan", "--env", "prod", "--format", "markdown")).out).toContain(
    "Checkpoints, held against what runs there:",
  );
  await publish();
  expect(await planned()).not.toContain("heckpoint");
});

it("is a replay where any commit on the way has raised backfill", async () => {
  await become(later);
  const raised = ["    from: bronze.readings\n", "    from: bronze.readings\n    backfill: 1\n"] as const;
  await become(later, raised);
  await become(later, raised, ["average_temperature: avg(temperature)", "average_temperature: avg(temperature + 1)"]);
  const out = await planned();
  expect(out).toContain("readings/silver.readings: new checkpoint, replay (generation 3)");
  expect(out).toContain("readings/gold.readings_5_minutes: new checkpoint, replay (generation 4)");
  expect(out).toContain("the rows of gold.readings_5_minutes are removed, once");
});

it("says of what was changed and put back that it begins anew all the same", async () => {
  await become(ten);
  await become();
  const out = await planned();
  expect(out).toContain("readings/gold.readings_5_minutes: refused without consent (generation 3)");
  expect(out).toContain("because it was changed since, and put back");
});

it("says of an older lock that an earlier checkpoint is opened again", async () => {
  const older = readFileSync(lock);
  await become(ten);
  await publish();
  writeFileSync(lock, older);
  await become();
  const out = await planned();
  expect(out).toContain("readings/gold.readings_5_minutes: an earlier checkpoint (generation 1)");
  expect(out).toContain("generation 2 runs there");
});

it("holds checkpoints against both where a publishing was broken off, until one ends", async () => {
  await become(ten);
  azure.control.play(({ path }) => (path.includes("/import") ? { kind: "unable", status: 400 } : undefined));
  expect(await sluice("publish", "--env", "prod", "--yes")).toMatchObject({ code: 1 });
  azure.control.play(undefined);
  await become(quarter);
  const out = await planned();
  expect(out).toContain("because of window.size: 5 minutes -> 15 minutes");
  expect(out).toContain("because of window.size: 10 minutes -> 15 minutes");
  await publish();
  expect(await planned()).not.toContain("heckpoint");
});

it("goes by the lock of the release that was gone back to", async () => {
  await become(ten);
  await publish();
  const releases = (await sluice("rollback", "--env", "prod")).out.match(/^\s*\d+(?=\s)/gm) ?? [];
  expect(releases).toHaveLength(2);
  const oldest = `${Math.min(...releases.map(Number))}`;
  expect(await sluice("rollback", oldest, "--env", "prod", "--yes")).toMatchObject({ code: 0 });
  expect(await planned()).toContain("because of window.size: 5 minutes -> 10 minutes");
});

it("says that it does not know where an earlier version published, and records it once it publishes", async () => {
  for (const [key, blob] of store.blobs) {
    const text = Buffer.from(blob.content, "base64").toString("utf8");
    if (!text.includes('"locks"')) continue;
    const { locks, ...state } = JSON.parse(text);
    expect(locks).toHaveLength(1);
    store.blobs.set(key, { ...blob, content: Buffer.from(JSON.stringify(state)).toString("base64") });
  }
  expect(await planned()).toContain("Which queries begin anew is not known");
  await publish();
  await become(ten);
  expect(await planned()).toContain("because of window.size: 5 minutes -> 10 minutes");
});

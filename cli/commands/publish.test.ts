import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Azure, startAzure } from "../../local/azure/azure.js";
import { everyService, seeded, user } from "../../local/azure/seed.js";
import { type Said, said } from "../said.fixture.js";

const cwd = mkdtempSync(join(tmpdir(), "sluice-publish-"));
const environment = { ...process.env };
let azure: Azure;
/** Reads everything that is not a job of others. */
const viewer = {
  ...{ id: "33333333-3333-3333-3333-333333333333", client: "33333333-3333-3333-3333-333333333333" },
  grants: [{ scope: "/", actions: ["*/read"], dataActions: ["*/read"] }],
  workspace: { manages: [], reads: ["/Shared"], createsJobs: false },
};

beforeAll(async () => {
  cpSync("pipelines/telemetry", cwd, { recursive: true, filter: (path) => !/\.sluice|generated/.test(path) });
  azure = await startAzure({
    principals: [user, viewer],
    seed: seeded({
      containers: ["telemetryprod/lake", "telemetrydev/lake", "youflixdev/lake"],
      workspaces: ["telemetry-dev", "youflix-dev"].map(
        (name) => `00000000-0000-0000-0000-000000000001/${name}/${name}`,
      ),
      pools: ["small"],
      runtimes: ["self-hosted"],
    }),
  });
  Object.assign(process.env, {
    SLUICE_DATABRICKS: azure.databricks,
    SLUICE_BLOB: `${azure.blob}/telemetryprod`,
    SLUICE_TOKEN: azure.token(user.id, everyService),
  });
  await sluice("compile");
});
afterAll(async () => {
  process.env = environment;
  rmSync(cwd, { recursive: true });
  await azure.stop();
});

function sluice(...argv: readonly string[]): Promise<Said> {
  return said(cwd, argv);
}

it.each(["sluice.yaml", "pipelines/readings.yaml", "generated/manifest.json", "pipelines"])(
  "does not write a plan over %s, nor take that away",
  async (file) => {
    const path = join(cwd, file);
    const before = existsSync(path) && !file.endsWith("pipelines") ? readFileSync(path, "utf8") : undefined;
    for (const more of [[], ["--skip-empty"]])
      expect(await sluice("plan", "--env", "prod", "--out", file, ...more)).toMatchObject({
        code: 2,
        err: expect.stringMatching(/ is (no plan|a folder), and stays as it is: give another FILE\.\n$/),
      });
    if (before !== undefined) expect(readFileSync(path, "utf8")).toBe(before);
  },
);

it("has nothing to go back to and nothing to destroy where nothing was published, and writes nothing for that", async () => {
  expect(await sluice("rollback", "--env", "prod")).toMatchObject({
    code: 1,
    err: expect.stringContaining("No release is kept"),
  });
  expect(await sluice("destroy", "--env", "prod", "--yes")).toMatchObject({
    code: 0,
    out: "telemetry → prod: nothing to do\nNothing to do.\n",
  });
  expect(azure.control.writes()).toEqual([]);
});

it("plans, carries the plan out once, and has nothing to do then", async () => {
  const planned = await sluice("plan", "--env", "prod", "--out", "plan.json", "--detailed-exitcode");
  expect(planned).toMatchObject({ code: 3, err: "" });
  expect(planned.out).toMatch(/^telemetry → prod: 7 to create, 1 to start\n/);
  expect(azure.control.writes()).toEqual([]);
  azure.control.play(({ path }) => (path.includes("mkdirs") ? { kind: "unable", status: 400 } : undefined));
  expect(await sluice("publish", "plan.json")).toMatchObject({ code: 1, err: expect.stringContaining("Plan again") });
  azure.control.play(undefined);
  await sluice("plan", "--env", "prod", "--out", "plan.json", "--skip-empty");
  expect(await sluice("publish", "plan.json")).toMatchObject({ code: 0, out: "Published: 8 steps.\n" });
  expect(await sluice("plan", "--env", "prod", "--detailed-exitcode")).toMatchObject({
    code: 0,
    out: "telemetry → prod: nothing to do, 7 unchanged\n",
  });
  expect(await sluice("publish", "plan.json")).toMatchObject({ code: 1, err: expect.stringContaining("has changed") });
});

it("says what runs, changes nothing, and tells by its exit code where something does not", async () => {
  azure.control.clearLog();
  expect(await sluice("status", "--env", "prod", "--detailed-exitcode")).toMatchObject({
    code: 0,
    out: expect.stringMatching(
      /^telemetry → prod\n {2}Jobs that are kept running\n {4}telemetry-\S+ {2}runs \(run \d+\)\n$/,
    ),
  });
  const asked = await sluice("status", "--env", "prod", "--format", "json");
  expect(JSON.parse(asked.out)).toMatchObject({ version: 1, project: "telemetry", environment: "prod", pipelines: [] });
  expect(azure.control.writes()).toEqual([]);
  const pipeline = join(cwd, "pipelines/unsound.yaml");
  writeFileSync(pipeline, "pipeline: unsound\nsilver: none\n");
  expect(await sluice("plan", "--env", "prod")).toMatchObject({ code: 1 });
  expect(await sluice("status", "--env", "prod", "--format", "json")).toEqual(asked);
  rmSync(pipeline);
  const token = process.env["SLUICE_TOKEN"];
  process.env["SLUICE_TOKEN"] = azure.token(viewer.id, everyService);
  expect(await sluice("status", "--env", "prod")).toMatchObject({ code: 0 });
  expect(await sluice("status", "--env", "prod", "--detailed-exitcode")).toMatchObject({
    code: 3,
    out: expect.stringContaining("Not to be viewed by whoever asks\n    job/telemetry-"),
  });
  process.env["SLUICE_TOKEN"] = token;
  azure.control.play(({ path }) => (path.includes("jobs/list") ? { kind: "unable", status: 403 } : undefined));
  expect(await sluice("status", "--env", "prod")).toMatchObject({ code: 1, err: expect.stringContaining("403") });
  azure.control.play(undefined);
});

it("sends only what the project compiles to", async () => {
  const path = join(cwd, "generated/common/databricks/notebook/common.py");
  const text = readFileSync(path, "utf8");
  writeFileSync(path, `${text}# by hand\n`);
  const before = azure.control.log.length;
  const refused = await sluice("publish", "--env", "prod", "--yes");
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining("common.py was edited") });
  expect(azure.control.log.length).toBe(before);
  writeFileSync(path, text);
});

it("asks for an environment where there are several, and for a yes where nobody can be asked", async () => {
  expect(await sluice("plan")).toMatchObject({ code: 2, err: expect.stringContaining("'dev' or 'prod'") });
  expect(await sluice("plan", "--env", "local")).toMatchObject({ code: 2 });
  expect(await sluice("publish", "nothing.json")).toMatchObject({ code: 2 });
  writeFileSync(join(cwd, "other.json"), "{}");
  expect(await sluice("publish", "other.json")).toMatchObject({
    code: 2,
    err: expect.stringContaining("is not a plan"),
  });
});

it("refuses --skip-empty without a file that it could be about", async () => {
  expect(await sluice("plan", "--env", "prod", "--skip-empty")).toMatchObject({
    code: 2,
    err: expect.stringContaining("give --out FILE too"),
  });
});

it("leaves no plan's file with --skip-empty where there is nothing to publish, and takes one away that is there", async () => {
  const file = join(cwd, "plan.json");
  expect(existsSync(file)).toBe(true);
  expect(await sluice("plan", "--env", "prod", "--out", "plan.json", "--skip-empty")).toMatchObject({
    code: 0,
    out: expect.stringContaining("nothing to do"),
  });
  expect(existsSync(file)).toBe(false);
  symlinkSync("/dev/null", file); // as /dev/stdout is: no file of a plan
  await sluice("plan", "--env", "prod", "--out", "plan.json", "--skip-empty");
  expect(existsSync(file)).toBe(true);
  rmSync(file);
});

it("prints what a publisher must be allowed to do, and sends nothing for that", async () => {
  const before = azure.control.log.length;
  const { out, code } = await sluice("permissions", "--env", "prod");
  expect(code).toBe(0);
  expect(JSON.parse(out).state.DataActions).toHaveLength(3);
  const reader = await sluice("permissions", "--env", "prod", "--for", "plan");
  expect(JSON.parse(reader.out).state.DataActions).toEqual([
    "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read",
  ]);
  expect(await sluice("permissions", "--env", "prod", "--for", "reading")).toMatchObject({ code: 2 });
  expect(azure.control.log.length).toBe(before);
});

it("publishes a project of Synapse to its workspace and its lake", async () => {
  const folder = join(cwd, "synapse");
  cpSync("test/golden/e2e-telemetry-synapse", folder, { recursive: true, filter: (path) => !/expected/.test(path) });
  const before = { ...process.env };
  Object.assign(process.env, {
    SLUICE_ARM: azure.arm,
    SLUICE_SYNAPSE: `${azure.synapse}/telemetry-dev`,
    SLUICE_BLOB: `${azure.blob}/telemetrydev`,
  });
  try {
    await said(folder, ["compile"]);
    expect((await said(folder, ["plan", "--env", "dev"])).out).toMatch(/^telemetry → dev: 15 to create, 1 to start\n/);
    expect(await said(folder, ["publish", "--env", "dev", "--yes"])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/Published: 16 steps\.\n$/),
    });
    expect((await said(folder, ["plan", "--env", "dev"])).out).toMatch(
      /^telemetry → dev: nothing to do, 15 unchanged\n/,
    );
    const { synapse } = JSON.parse((await said(folder, ["permissions", "--env", "dev"])).out);
    expect(synapse).toMatchObject({
      artifacts: { role: "Synapse Artifact Publisher", workspace: "telemetry-dev" },
      compute: { role: "Synapse Compute Operator", workspace: "telemetry-dev", pools: ["small"] },
      workspace: {
        AssignableScopes: ["/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/telemetry-dev"],
      },
    });
  } finally {
    process.env = before;
  }
});

it("lists what was published, and goes back to it", async () => {
  const [pipeline, lock] = [join(cwd, "pipelines/readings.yaml"), join(cwd, "sluice.lock")];
  const [text, locked] = [readFileSync(pipeline, "utf8"), readFileSync(lock, "utf8")];
  // Queries of the job do not start where there are rows, and open their earlier checkpoints.
  const consent = ["--allow", "start:job/telemetry-readings"];
  expect(await sluice("rollback", "--env", "prod")).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^RELEASE {2}PUBLISHED\n +\d+ {2}\d{4}-\d{2}-\d{2}T[\d:.]+Z\n$/),
  });
  const [, id = ""] = /^ +(\d+)/m.exec((await sluice("rollback", "--env", "prod")).out) ?? [];
  writeFileSync(pipeline, text.replace("between -60 and", "between -70 and"));
  await sluice("compile");
  expect(await sluice("publish", "--env", "prod", "--yes", ...consent)).toMatchObject({ code: 0 });
  expect(await sluice("rollback", id, "--env", "prod")).toMatchObject({
    code: 2,
    err: expect.stringMatching(/nobody to ask\. Give --yes\.\n$/),
  });
  expect(await sluice("rollback", id, "--env", "prod", "--yes", ...consent)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/Rolled back: \d+ steps\.\nThe sources are as they were/),
  });
  expect(await sluice("rollback", id, "--env", "prod", "--yes")).toMatchObject({
    code: 0,
    out: expect.stringMatching(/\nNothing to do\.\n$/),
  });
  expect(await sluice("plan", "--env", "prod", "--detailed-exitcode")).toMatchObject({ code: 3 });
  // The commit goes back too.
  writeFileSync(pipeline, text);
  writeFileSync(lock, locked);
  await sluice("compile");
  expect(await sluice("plan", "--env", "prod", "--detailed-exitcode")).toMatchObject({ code: 0 });
  for (const wrong of ["99999", "latest"])
    expect(await sluice("rollback", wrong, "--env", "prod")).toMatchObject({
      code: 2,
      err: expect.stringContaining("without an id lists"),
    });
});

it("destroys what it published after it was told so, and says what that loses", async () => {
  await sluice("publish", "--env", "prod", "--yes");
  const path = join(cwd, "generated/common/databricks/notebook/common.py");
  const text = readFileSync(path, "utf8");
  writeFileSync(path, `${text}# what stands here is nothing to it\n`);
  expect(await sluice("destroy", "--env", "prod")).toMatchObject({
    code: 2,
    out: expect.stringMatching(/^telemetry → prod: 7 to delete, 1 to stop\n {2}! delete:job\/.+ loses the record/),
    err: expect.stringContaining("Give --yes.\n"),
  });
  const unallowed = await sluice("destroy", "--env", "prod", "--yes");
  expect(unallowed).toMatchObject({ code: 1, err: expect.stringContaining("--allow delete:job/") });
  const notebook = "delete:notebook/Shared/telemetry/common";
  const [, leave = ""] = /--allow (\S+)/.exec(unallowed.err) ?? [];
  const misspelt = await sluice("destroy", "--env", "prod", "--yes", "--allow", `${leave}s`, "--allow", notebook);
  expect(misspelt).toMatchObject({ code: 1, err: expect.stringContaining(`Did you mean '${leave}'?`) });
  expect(misspelt.err).toContain(`--allow ${notebook} is not needed`);
  expect(await sluice("destroy", "--env", "prod", "--yes", "--allow", leave)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/Destroyed: 8 steps\.\n$/),
    err: expect.not.stringContaining("--allow"),
  });
  azure.control.clearLog();
  expect(await sluice("destroy", "--env", "prod", "--yes", "--allow", leave)).toMatchObject({
    code: 0,
    out: "telemetry → prod: nothing to do\nNothing to do.\n",
    err: `--allow ${leave} is of no step of this plan: it is done already, or is called otherwise.\n`,
  });
  expect(azure.control.writes()).toEqual([]);
  expect(await sluice("destroy")).toMatchObject({ code: 2, err: expect.stringContaining("'dev' or 'prod'") });
  writeFileSync(path, text);
  expect((await sluice("plan", "--env", "prod")).out).toMatch(/^telemetry → prod: 7 to create, 1 to start\n/);
  expect(await sluice("publish", "--env", "prod", "--yes")).toMatchObject({ code: 0 });
});

it("publishes pipelines of Synapse, what they use first, and starts their triggers", async () => {
  const folder = join(cwd, "youflix");
  cpSync("test/golden/e2e-youflix-synapse", folder, { recursive: true, filter: (path) => !/expected/.test(path) });
  const before = { ...process.env };
  Object.assign(process.env, {
    SLUICE_ARM: azure.arm,
    SLUICE_SYNAPSE: `${azure.synapse}/youflix-dev`,
    SLUICE_BLOB: `${azure.blob}/youflixdev`,
  });
  try {
    await said(folder, ["compile"]);
    const { out } = await said(folder, ["plan", "--env", "dev", "--format", "json"]);
    const steps: readonly { readonly id: string }[] = JSON.parse(out).steps;
    expect(steps.map(({ id }) => id.replace("synapse.", ""))).toEqual([
      ...["lake", "vault", "youflix"].map((name) => `create:linkedService/youflix_${name}`),
      ...["lake_parquet", "youflix_table"].map((name) => `create:dataset/youflix_${name}`),
      ...["common", "users_batch", "users_silver_subscriptions", "users_tables"].map(
        (name) => `create:notebook/youflix_${name}`,
      ),
      ...["youflix_environment", "users"].map((name) => `create:pipeline/${name}`),
      "create:trigger/nightly",
      "start:trigger/nightly",
    ]);
    expect(await said(folder, ["publish", "--env", "dev", "--yes"])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/Published: 13 steps\.\n$/),
    });
    expect((await said(folder, ["plan", "--env", "dev"])).out).toMatch(/^youflix → dev: nothing to do, 12 unchanged\n/);
    // A pool that is not there is told before a run would.
    const yaml = readFileSync(join(folder, "sluice.yaml"), "utf8");
    writeFileSync(join(folder, "sluice.yaml"), yaml.replace("pool: small", "pool: large"));
    await said(folder, ["compile"]);
    expect(await said(folder, ["plan", "--env", "dev"])).toMatchObject({
      code: 1,
      out: expect.stringContaining("refers to synapse.pool/large, which the workspace does not have"),
    });
  } finally {
    process.env = before;
  }
});

it("names the service that refuses", async () => {
  const { SLUICE_BLOB, SLUICE_TOKEN } = process.env;
  process.env["SLUICE_BLOB"] = `${azure.blob}/elsewhere`;
  expect(await sluice("plan", "--env", "prod")).toMatchObject({
    code: 1,
    err: expect.stringMatching(/the container lake of \S+elsewhere: The specified container does not exist/),
  });
  process.env["SLUICE_BLOB"] = SLUICE_BLOB;
  process.env["SLUICE_TOKEN"] = "none";
  expect(await sluice("plan", "--env", "prod")).toMatchObject({
    code: 1,
    err: expect.stringMatching(/the (container lake|workspace https:)/),
  });
  process.env["SLUICE_TOKEN"] = SLUICE_TOKEN;
});

it("prints a page for a review that nobody else's text breaks", async () => {
  const { out } = await sluice("plan", "--env", "prod", "--format", "markdown");
  expect(out).toMatch(/^### telemetry → prod: nothing to do/);
  expect(JSON.parse((await sluice("plan", "--env", "prod", "--format", "json")).out)).toMatchObject({ steps: [] });
});

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
const publish = async (...more: readonly string[]): Promise<void> => {
  expect(await sluice("publish", "--env", "prod", "--yes", ...more)).toMatchObject({ code: 0 });
};
/** Queries of the job will not start, or open an earlier checkpoint. */
const consent = ["--allow", "start:job/telemetry-readings"] as const;
const releases = async (): Promise<readonly string[]> =>
  (await sluice("rollback", "--env", "prod")).out.match(/^\s*\d+(?=\s)/gm)?.map((id) => id.trim()) ?? [];
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
    SLUICE_DFS: `${azure.files}/telemetryprod`,
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
  await publish(...consent);
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

it("wants consent to queries that will not start, or open an earlier checkpoint", async () => {
  const older = readFileSync(lock);
  await become(ten);
  const step = "start:job/telemetry-readings";
  const lost =
    "the runs of readings/gold.readings_5_minutes: where rows of earlier generations stand it does not start";
  expect(await planned()).toContain(
    `! ${step} loses ${lost}, until \`backfill\` is raised. It needs --allow ${step}\n`,
  );
  azure.control.clearLog();
  expect(await sluice("publish", "--env", "prod", "--yes")).toMatchObject({
    code: 1,
    err: expect.stringContaining(`--allow ${step}   loses ${lost}`),
  });
  expect(azure.control.writes().filter(({ path }) => !path.includes("/_ops/"))).toEqual([]);
  await publish(...consent);
  writeFileSync(lock, older);
  await become();
  expect(await planned()).toContain(
    `! ${step} loses the runs of readings/gold.readings_5_minutes, readings/sinks.averages: an earlier checkpoint is opened again. It needs --allow ${step}\n`,
  );
  expect(await sluice("publish", "--env", "prod", "--yes")).toMatchObject({ code: 1 });
  await publish(...consent);
});

it("needs no consent to a replay that backfill has asked for, nor to a new query", async () => {
  await become(["    from: bronze.readings\n", "    from: bronze.readings\n    backfill: 1\n"], ten);
  expect(await planned()).toContain("readings/gold.readings_5_minutes: new checkpoint, replay");
  await publish();
});

it("wants it where no job is started, too: of the notebook", async () => {
  for (const run of store.jobRuns.values())
    store.jobRuns.set(run.id, { ...run, isCancelled: true, code: "USER_CANCELED", endsAt: 0 });
  await become(ten);
  expect(await planned()).toContain(
    "! update:notebook/Shared/telemetry/readings/gold_readings_5_minutes loses the runs of",
  );
});

it("says of an older lock that an earlier checkpoint is opened again", async () => {
  const older = readFileSync(lock);
  await become(ten);
  await publish(...consent);
  writeFileSync(lock, older);
  await become();
  const out = await planned();
  expect(out).toContain("readings/gold.readings_5_minutes: an earlier checkpoint (generation 1)");
  expect(out).toContain(
    "generation 2 runs there: compile with the sluice.lock of what runs, unless going back is meant",
  );
  expect(out).toContain("because of window.size: 10 minutes -> 5 minutes");
  expect(out).toContain("where generation 2 has written rows it does not start, until `backfill` is raised");
});

it("cleans up a checkpoint that nothing names any more, and says that it is gone to whoever goes back to it", async () => {
  const older = readFileSync(lock);
  await become(ten);
  await publish(...consent);
  const [, oldest = ""] = await releases();
  // A rule of the account deletes what is old.
  for (const key of store.blobs.keys()) if (key.endsWith(`/${oldest}.json`)) store.blobs.delete(key);
  const out = await planned();
  const steps = [
    ...out.matchAll(
      / {2}- delete (checkpoint\/_checkpoints\/\S+\/1-[0-9a-f]{8}-[0-9a-f]{8}): nothing that runs names it/g,
    ),
  ];
  expect(steps.map(([, thing = ""]) => thing.split("/").at(-2))).toEqual(["gold.readings_5_minutes", "sinks.averages"]);
  expect(await sluice("plan", "--env", "prod", "--detailed-exitcode")).toMatchObject({ code: 0 });
  await publish(...steps.flatMap(([, thing = ""]) => ["--allow", `delete:${thing}`]));
  expect(await planned()).toMatch(/^telemetry → prod: nothing to do/);
  writeFileSync(lock, older);
  await become();
  const gone = await planned();
  expect(gone).toContain("readings/gold.readings_5_minutes: an earlier checkpoint (generation 1)");
  expect(gone).toContain("that checkpoint is gone, as a clean-up has deleted it");
  expect(gone).toContain("the earlier checkpoint that they name is gone");
});

it("says of what was published, gone back from and is published again that its earlier checkpoint is opened", async () => {
  await become(ten);
  await publish(...consent);
  const [, oldest = ""] = await releases();
  expect(await sluice("rollback", oldest, "--env", "prod", "--yes", ...consent)).toMatchObject({ code: 0 });
  expect(await planned()).toContain("readings/gold.readings_5_minutes: an earlier checkpoint (generation 2)");
});

it("says of what went on, was gone back from and is published again that it goes on, and wants no consent to that", async () => {
  const letters = (of: string) =>
    [
      "gold:\n",
      `  letters: { from: bronze.readings, explode: { letter: "${of}" }, columns: { letter: letter } }\n\ngold:\n`,
    ] as const;
  await become(letters("array(device_id)"));
  await publish();
  await become(letters("array(device_id, recorded_at)"));
  expect(await planned()).toContain("readings/silver.letters: new checkpoint, continue (generation 2)");
  await publish();
  const [latest = "", older = ""] = await releases();
  const back = await sluice("rollback", older, "--env", "prod", "--yes", ...consent);
  expect(back).toMatchObject({
    code: 0,
    out: expect.stringContaining("readings/silver.letters: an earlier checkpoint (generation 1)"),
  });
  const again = (await sluice("rollback", latest, "--env", "prod")).out;
  for (const text of [again, await planned()]) {
    expect(text).toContain("readings/silver.letters: an earlier checkpoint, continue (generation 2)\n");
    expect(text).toContain("because of explode.letter: array(device_id) → ");
    expect(text).toContain(
      "where generation 1 has made a batch since it had begun one of its own, it does not start, until `backfill` is raised",
    );
    expect(text).not.toContain("loses");
  }
  await publish();
});

it("holds checkpoints against both where a publishing was broken off, until one ends", async () => {
  await become(ten);
  azure.control.play(({ path }) => (path.includes("/import") ? { kind: "unable", status: 400 } : undefined));
  expect(await sluice("publish", "--env", "prod", "--yes", ...consent)).toMatchObject({
    code: 1,
    err: expect.stringContaining("Broken off"),
  });
  azure.control.play(undefined);
  await become(quarter);
  const out = await planned();
  expect(out).toContain("because of window.size: 5 minutes -> 15 minutes");
  expect(out).toContain("because of window.size: 10 minutes -> 15 minutes");
  await publish(...consent);
  const ended = await planned();
  expect(ended).not.toContain("held against what runs there");
  // No release names what that publishing may have begun.
  expect(ended).toMatch(/^telemetry → prod: 2 to clean up where it is allowed, 7 unchanged\n/);
});

it("goes by the lock of the release that was gone back to", async () => {
  await become(ten);
  await publish(...consent);
  const [latest = "", oldest = "", ...others] = await releases();
  expect(others).toEqual([]);
  expect(await sluice("rollback", oldest, "--env", "prod", "--yes", ...consent)).toMatchObject({ code: 0 });
  expect(await planned()).toContain("because of window.size: 5 minutes -> 10 minutes");
  // Forward again, its checkpoints were made before too.
  expect((await sluice("rollback", latest, "--env", "prod")).out).toContain(
    "readings/gold.readings_5_minutes: an earlier checkpoint (generation 2)",
  );
});

it("says in the plan of a rollback which checkpoints are opened again, why, and what is read again", async () => {
  await become(ten);
  await publish(...consent);
  const [, oldest = ""] = await releases();
  const { out, code } = await sluice("rollback", oldest, "--env", "prod", "--yes");
  expect(out).toContain(`  Checkpoints, held against what runs there:
    readings/gold.readings_5_minutes: an earlier checkpoint (generation 1)
      because of window.size: 10 minutes -> 5 minutes
        windows that were begun keep their old bounds, beside new ones
      where generation 2 has written rows it does not start, until \`backfill\` is raised
      where it has not, all that has come since it stopped is read
      followed by readings/sinks.averages
    readings/sinks.averages: an earlier checkpoint (generation 1)
      follows readings/gold.readings_5_minutes
      documents of all that has come since it stopped are upserted again, by their ids
      documents that only generation 2 has made stay
`);
  expect(code).toBe(1);
  expect(await sluice("rollback", oldest, "--env", "prod", "--yes", ...consent)).toMatchObject({ code: 0 });
});

it("does not know what a release of an earlier version opens again", async () => {
  for (const [key, blob] of store.blobs) {
    const text = Buffer.from(blob.content, "base64").toString("utf8");
    if (!/prod\/\d+\.json$/.test(key)) continue;
    const { lock: _, queries, ...release } = JSON.parse(text);
    expect(queries.length).toBeGreaterThan(0);
    store.blobs.set(key, { ...blob, content: Buffer.from(JSON.stringify(release)).toString("base64") });
  }
  await become(ten);
  await publish(...consent);
  const [, oldest = ""] = await releases();
  expect((await sluice("rollback", oldest, "--env", "prod")).out).toContain(
    "Which checkpoints are opened again is not known",
  );
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

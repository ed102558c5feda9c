import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { loadWork } from "./work.js";

const folder = mkdtempSync(join(tmpdir(), "sluice-work-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Artifacts with these jobs, and with masters of these jobs. */
function artifacts(jobs: readonly string[], masters: Readonly<Record<string, readonly string[]>>): string {
  const dir = mkdtempSync(join(folder, "artifacts-"));
  const write = (path: string, body: object) => {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), JSON.stringify(body));
  };
  const flow = { folder: "common/adf", global_parameters: {}, databases: [], stores: [], notebooks: {} };
  for (const job of jobs) {
    write(`env/local/job/${job}.json`, {
      job,
      parameters: {},
      notebooks: [],
      feeds: [],
      tables: [{ reference: job, path: job }],
    });
    write(`env/local/flow/${job}.json`, { ...flow, pipeline: job });
  }
  for (const [name, of] of Object.entries(masters))
    write(`env/local/flow/${name}.json`, { ...flow, pipeline: name, jobs: of });
  return dir;
}

it("is the master that calls all, where nothing is asked for", async () => {
  const { job, flow } = await loadWork(artifacts(["users", "scores"], { users_master: ["users", "scores"] }));
  expect(job.job).toBe("users_master");
  expect(job.tables.map(({ reference }) => reference)).toEqual(["users", "scores"]);
  expect(flow?.pipeline).toBe("users_master");
});

it("is one pipeline alone where that is asked for", async () => {
  const { job, flow } = await loadWork(artifacts(["users", "scores"], { users_master: ["users", "scores"] }), "scores");
  expect([job.job, flow?.pipeline, flow?.jobs]).toEqual(["scores", "scores", undefined]);
});

it("is all jobs of one pipeline, none of which is run alone", async () => {
  const dir = artifacts(["users"], { users: ["users", "users_heavy"] });
  const heavy = {
    job: "users_heavy",
    parameters: {},
    notebooks: [],
    feeds: [],
    tables: [{ reference: "heavy", path: "heavy" }],
  };
  writeFileSync(join(dir, "env/local/job/users_heavy.json"), JSON.stringify(heavy));
  for (const name of [undefined, "users"]) {
    const { job, flow } = await loadWork(dir, name);
    expect(job.tables.map(({ reference }) => reference)).toEqual(["users", "heavy"]);
    expect(flow?.pipeline).toBe("users");
  }
  await expect(loadWork(dir, "users_heavy")).rejects.toThrow(
    "'users_heavy' is a job that 'users' runs, when rows have landed: run that.",
  );
});

it("must be asked for where a master does not call all; a master of pipelines that only land runs nothing", async () => {
  const dir = artifacts(["users", "scores", "other"], { users_master: ["users", "scores"], empty_master: [] });
  expect((await loadWork(dir, "users_master")).job.job).toBe("users_master");
  await expect(loadWork(dir)).rejects.toThrow("Which job? There are: other, scores, users, users_master.");
  await expect(loadWork(dir, "empty_master")).rejects.toThrow("There is no job 'empty_master'.");
});

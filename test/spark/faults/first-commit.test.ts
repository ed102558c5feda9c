import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { loadJob, placed } from "../../../local/job.js";
import { runJob } from "../../../local/run.js";
import { keptRunner } from "../kept.js";
import { landingProject } from "./project.js";

const project = landingProject(10, 1);
afterAll(() => rmSync(project.folder, { recursive: true, force: true }));

it("tables whose first commit was being written when the run was killed are made by the next run", async () => {
  const stateDir = join(project.folder, "state");
  const job = await loadJob(project.artifactsDir);
  const paths = job.tables.map(({ path }) => placed(path, { state: stateDir, kafka: "" }));
  for (const path of [...paths, join(stateDir, "lake/_ops/batches")]) {
    mkdirSync(join(path, "_delta_log"), { recursive: true });
    writeFileSync(join(path, "_delta_log/.00000000000000000000.json.4f1c.tmp"), '{"commitInfo":{"timest');
  }
  const result = await runJob({ ...project, stateDir, rate: "max", runner: await keptRunner() });
  expect(result.failure).toBeUndefined();
  expect(result.queries.map(({ counts }) => (counts["written"] ?? 0) > 0)).toEqual([true, true, true]);
});

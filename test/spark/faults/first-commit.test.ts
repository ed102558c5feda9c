import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { notebooksOf } from "../../../local/drain.js";
import { loadJob, placed } from "../../../local/job.js";
import { runJob } from "../../../local/run.js";
import { keptRunner } from "../kept.js";
import { landingProject } from "./project.js";

const project = landingProject(10, 1);
afterAll(() => rmSync(project.folder, { recursive: true, force: true }));

async function tablesIn(stateDir: string): Promise<readonly string[]> {
  const job = await loadJob(project.artifactsDir);
  const paths = job.tables.map(({ path }) => placed(path, { state: stateDir, kafka: "" }));
  return [join(stateDir, "lake/_ops/batches"), ...paths]; // in the order in which they are made
}

/** As a kill leaves a table while its first commit is written. */
function tear(path: string): void {
  mkdirSync(join(path, "_delta_log"), { recursive: true });
  writeFileSync(join(path, "_delta_log/.00000000000000000000.json.4f1c.tmp"), '{"commitInfo":{"timest');
}

it("tables whose first commit was being written when the run was killed are made by the next run", async () => {
  const stateDir = join(project.folder, "state");
  for (const path of await tablesIn(stateDir)) tear(path);
  const result = await runJob({ ...project, stateDir, rate: "max", runner: await keptRunner() });
  expect(result.failure).toBeUndefined();
  expect(result.queries.map(({ counts }) => (counts["written"] ?? 0) > 0)).toEqual([true, true, true]);
});

/** What a table is by its last metadata, but for its id and when it was made; and how many commits it has. */
function madeAs(path: string) {
  const log = join(path, "_delta_log");
  const commits = readdirSync(log).filter((name) => /^\d+\.json$/.test(name));
  const actions = commits.sort().flatMap((name) => readFileSync(join(log, name), "utf8").trim().split("\n"));
  const [last] = actions.flatMap((line) => JSON.parse(line).metaData ?? []).reverse();
  const { schemaString, description, configuration, partitionColumns } = last;
  return {
    commits: commits.length,
    as: { schema: JSON.parse(schemaString), description, configuration, partitionColumns },
  };
}

it("tables of which the next start was killed too, between what makes them and their own DDL, are as if nothing had been", async () => {
  const runner = await keptRunner();
  const setUp = async (stateDir: string, artifactsDir: string) => {
    const places = { state: stateDir, kafka: "" };
    return runner.run(notebooksOf(await loadJob(artifactsDir), { artifactsDir }, places).setUp);
  };
  const [plain, torn] = ["plain", "torn"].map((name) => join(project.folder, name));
  if (plain === undefined || torn === undefined) throw new Error("no folders");
  expect(await setUp(plain, project.artifactsDir)).toMatchObject({ kind: "done" });

  const paths = await tablesIn(torn);
  for (const path of paths) tear(path);
  const common = "common/databricks/notebook/common.py";
  const text = readFileSync(join(project.artifactsDir, common), "utf8");
  const statement = 'spark.sql(f"REPLACE TABLE {table}")';
  for (const path of paths) {
    const killed = join(project.folder, "killed");
    cpSync(project.artifactsDir, killed, { recursive: true });
    const lines = text.split("\n").flatMap((line) => {
      const indent = /^ */.exec(line)?.[0] ?? "";
      return line.includes(statement) ? [`${indent}assert path != ${JSON.stringify(path)}, "killed"`, line] : [line];
    });
    writeFileSync(join(killed, common), lines.join("\n"));
    expect(await setUp(torn, killed), path).toMatchObject({ kind: "failed", error: "AssertionError: killed" });
    expect(madeAs(path), path).toMatchObject({ commits: 1 });
  }

  expect(await setUp(torn, project.artifactsDir)).toMatchObject({ kind: "done" });
  for (const [at, path] of paths.entries()) {
    const undisturbed = (await tablesIn(plain))[at] ?? "";
    expect(madeAs(path).as, path).toEqual(madeAs(undisturbed).as);
  }
  // Nothing is made again of what is there.
  const commits = paths.map((path) => madeAs(path).commits);
  expect(await setUp(torn, project.artifactsDir)).toMatchObject({ kind: "done" });
  expect(paths.map((path) => madeAs(path).commits)).toEqual(commits);
});

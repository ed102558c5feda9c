import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { drain } from "./drain.js";
import type { LocalFeed, LocalJob } from "./job.js";
import type { RunRequest } from "./request.js";
import type { Runner } from "./runner/runner.js";
import { wavesOf } from "./waves.js";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sluice-drain-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const feedOf = (name: string): LocalFeed => ({
  source: `shop/sources.${name}`,
  table: `{state}/${name}`,
  columns: ["id int"],
  file: `${name}/*.csv`,
});

const job: LocalJob = { job: "shop", notebooks: [], feeds: ["a", "b"].map(feedOf), tables: [] };

async function write(path: string, text: string): Promise<void> {
  await mkdir(join(folder, path, ".."), { recursive: true });
  await writeFile(join(folder, path), text);
}

/** What a job without notebooks asks of a runner: rows that are 'wrong' cannot be added. */
function runner(onAppend: () => void): Runner {
  const never = () => Promise.reject(new Error("not asked for"));
  return {
    append: async ({ path }) => {
      onAppend();
      const isWrong = (await readFile(path, "utf8")).includes("wrong");
      return isWrong ? { kind: "unfit", reason: `${path} is unfit` } : { kind: "added" };
    },
    run: async () => ({ kind: "done" }),
    runBeside: () => ({ outcome: never(), rest: () => {} }),
    ...{
      rows: never,
      windowed: never,
      pairs: never,
      exists: never,
      parquet: never,
      unzip: never,
      dataFlow: never,
      stop: never,
    },
  };
}

async function drained(state: string, signal?: AbortSignal, onAppend = () => {}): Promise<void> {
  const folders = { artifactsDir: folder, projectDir: folder, stateDir: state };
  const request: RunRequest = { ...folders, ...(signal ? { signal } : {}) };
  const session = { runner: runner(onAppend), places: { state, kafka: "" } };
  const waves = await wavesOf(job.feeds, folder, {});
  await drain({ request, job, waves, session, progress: () => {} });
}

it("takes samples that were not added when they are mended, also where several of a wave are wrong", async () => {
  const state = join(folder, "several");
  await mkdir(state);
  for (const name of ["a", "b"]) await write(`${name}/1.csv`, "id\nwrong\n");
  await expect(drained(state)).rejects.toThrow("a/1.csv is unfit");
  for (const name of ["a", "b"]) await write(`${name}/1.csv`, "id\n1\n");
  await drained(state);
  await write("b/1.csv", "id\n2\n");
  await expect(drained(state)).rejects.toThrow("'1.csv' was sent to 'b' as file 1");
});

it("takes a sample in another form after a stop before it was sent", async () => {
  const state = join(folder, "stopped");
  await mkdir(state);
  const stop = new AbortController();
  await expect(drained(state, stop.signal, () => stop.abort())).rejects.toThrow();
  await write("b/1.csv", "id\n3\n");
  await drained(state);
});

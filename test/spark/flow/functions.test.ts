import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { diskHost } from "../../../cli/disk-host.js";
import type { Session } from "../../../local/drain.js";
import type { LocalApiFeed } from "../../../local/job.js";
import type { RunProgress } from "../../../local/progress.js";
import { type RunResult, runJob } from "../../../local/run.js";
import { keptRunner } from "../kept.js";
import { compileInto } from "./project.js";

const tmdb = "pipelines/tmdb";
const folder = mkdtempSync(join(tmpdir(), "sluice-functions-"));
afterAll(() => rmSync(folder, { recursive: true }));

type Rows = readonly (readonly unknown[])[];

const samples = (wave: number) => join(tmdb, "samples", `lists-${wave}.json`);
const script = fileURLToPath(new URL("./expected_tmdb.py", import.meta.url));
const byText = (a: readonly unknown[], b: readonly unknown[]) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** The table when the API's lists of a wave have been taken, calculated in plain Python. */
const expected = (wave: number): Rows =>
  JSON.parse(execFileSync("python3", [script, samples(wave)], { encoding: "utf8" })).toSorted(byText);

async function table({ runner, places }: Session): Promise<Rows> {
  const columns = ["list", "movie_id", "title", "vote_average"];
  const rows = await runner.rows(join(places.state, "lake", "silver", "movie_lists"), columns);
  return rows
    .map((row) => [row["list"], String(row["movie_id"]), row["title"] ?? null, row["vote_average"] ?? null])
    .toSorted(byText);
}

const feed: LocalApiFeed = {
  source: "tmdb/sources.movie_lists",
  app: "functions",
  runs: "load-movie-lists",
  file: "samples/lists-*.json",
};

/** The function loads what the API has in a wave. Gives what delivers its event: that starts the pipeline as often as it says. */
async function load(session: Session, wave: number): Promise<() => Promise<void>> {
  expect(await session.functions?.feed(feed, samples(wave), wave - 1)).toBe(true);
  const [event, ...others] = session.functions?.arrived() ?? [];
  expect([event?.starts, others]).toEqual([1, []]);
  return async () => {
    for (let left = event?.starts ?? 0; left > 0; left--)
      expect(await session.walk?.({ onActivity: () => {}, onNotebook: () => {} })).toBeUndefined();
  };
}

const tables: Record<string, Rows> = {};
const told: RunProgress[] = [];
let result: RunResult;

beforeAll(async () => {
  const [projectDir = "", artifactsDir = "", stateDir = ""] = ["project", "artifacts", "state"].map((name) =>
    join(folder, name),
  );
  cpSync(join(tmdb, "functions"), join(projectDir, "functions"), { recursive: true });
  mkdirSync(join(projectDir, "samples"));
  copyFileSync(samples(1), join(projectDir, "samples", "lists-1.json"));
  compileInto(artifactsDir, diskHost(tmdb));
  const request = { artifactsDir, projectDir, stateDir, runner: await keptRunner() };
  result = await runJob({ ...request, onProgress: (event) => told.push(event) }, async (session) => {
    tables["after a run"] = await table(session);
    const late = await load(session, 2);
    tables["the event is lost"] = await table(session);
    const deliver = await load(session, 3);
    await deliver();
    tables["the next one comes"] = await table(session);
    await deliver();
    tables["it comes twice"] = await table(session);
    await late();
    tables["the lost one comes late"] = await table(session);
  });
});

it("a run lets the function load, and its event starts the pipeline", () => {
  expect(result).toMatchObject({ kind: "done", job: "tmdb", waves: 1 });
  const events = told.flatMap((one) => (one.kind === "event" ? [[one.type, one.starts]] : []));
  expect(events).toEqual([["MovieListLoaded", 1]]);
  expect(tables["after a run"]).toEqual(expected(1));
});

it.each([
  ["the event is lost", 1],
  ["the next one comes", 3],
  ["it comes twice", 3],
  ["the lost one comes late", 3],
])("%s: the table is of wave %i, as a calculation in plain Python has it", (what, wave) => {
  expect(expected(wave).length).toBeGreaterThan(1);
  expect(tables[what]).toEqual(expected(wave));
});

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { diskHost } from "../../../cli/disk-host.js";
import type { Session } from "../../../local/drain.js";
import type { RunProgress } from "../../../local/progress.js";
import { runJob } from "../../../local/run.js";
import { compileInto } from "./project.js";

const projectDir = "pipelines/tmdb";
const folder = mkdtempSync(join(tmpdir(), "sluice-tmdb-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The table, as a calculation in plain Python has it of what the API has. */
function calculated(file: string): unknown {
  const script = fileURLToPath(new URL("./expected_tmdb.py", import.meta.url));
  return sorted(JSON.parse(execFileSync("python3", [script, join(projectDir, "samples", file)], { encoding: "utf8" })));
}

it("a function loads, its event starts the pipeline, and each run takes the newest whole load; what came late or does not fit is told", async () => {
  const artifactsDir = join(folder, "artifacts");
  compileInto(artifactsDir, diskHost(projectDir));
  const events: string[] = [];
  const onProgress = (event: RunProgress) => {
    if (event.kind === "event") events.push(`${event.type} ${event.starts}`);
  };
  const inputs = { movie_lists: "samples/lists-3.json" };
  const request = { artifactsDir, projectDir, stateDir: join(folder, "run"), inputs, onProgress };
  const result = await runJob(request, async (session) => {
    const loads = join(session.places.state, "lake/tmdb");
    expect(readdirSync(loads)).toHaveLength(1);
    expect(await tableOf(session)).toEqual(calculated("lists-3.json"));

    const load = join(loads, "load=29990101T050000.000000Z-0a1b2c3d");
    const results = '[{"id":9007199254740993,"title":"Łódź","more":1},{"title":"without id"},{"id":1}]';
    const files = { "a.json": `{"list":"a","results":${results}}\n`, "b.json": '{"list":"none","results":[]}' };
    write(load, { ...files, "b.json": "" });
    expect(await started(session)).toBeUndefined();
    expect(await tableOf(session)).toEqual(calculated("lists-3.json"));
    write(load, files);
    expect(await started(session)).toBeUndefined();
    const expected = sorted([
      ["a", "1", null, null],
      ["a", "9007199254740993", "Łódź", null],
    ]);
    expect(await tableOf(session)).toEqual(expected);
    const commits = commitsOf(session);

    write(join(loads, "load=29980101T000000.000000Z-0a1b2c3e"), { "a.json": '{"list":"late","results":[]}\n' });
    expect(await started(session)).toContain("was completed after load=29990101T050000.000000Z-0a1b2c3d");
    write(join(loads, "load=29990101T060000.000000Z-0a1b2c3f"), {
      "c.json": '{"list":"c"}\n{"list":"c","results":7}\n',
    });
    expect(await started(session)).toMatch(
      /load=29990101T060000.000000Z-0a1b2c3f\/c.json, row 2: `results` is no array</,
    );
    expect(await tableOf(session)).toEqual(expected);
    expect(commitsOf(session)).toBe(commits);
  });
  expect(result.failure).toBeUndefined();
  expect(result).toMatchObject({ kind: "done", waves: 1 });
  expect(events).toEqual(["MovieListLoaded 1"]);
});

/** Files of a load, and then the note of them, by which none is empty. */
function write(load: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(load, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(load, name), text);
  const said = Object.entries(files).map(([name, text]) => ({ name, length: Math.max(1, Buffer.byteLength(text)) }));
  writeFileSync(join(load, "_load.json"), JSON.stringify({ files: said }));
}

/** Starts the pipeline by hand; why it has failed, if it has. */
async function started({ walk }: Session): Promise<string | undefined> {
  const failure = await walk?.({ onActivity: () => {}, onNotebook: () => {} });
  return failure?.error;
}

async function tableOf({ runner, places }: Session): Promise<unknown> {
  const rows = await runner.rows(join(places.state, "lake/silver/movie_lists"), [
    "list",
    "movie_id",
    "title",
    "vote_average",
  ]);
  return sorted(rows.map((row) => [row["list"], String(row["movie_id"]), row["title"], row["vote_average"]]));
}

const sorted = (rows: readonly (readonly unknown[])[]): unknown =>
  rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

const commitsOf = ({ places }: Session): number =>
  readdirSync(join(places.state, "lake/silver/movie_lists/_delta_log")).filter((name) => name.endsWith(".json")).length;

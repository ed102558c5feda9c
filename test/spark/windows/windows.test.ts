import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compile } from "../../../compiler/compile.js";
import { drain } from "../../../local/drain.js";
import { loadJob } from "../../../local/job.js";
import { runJob } from "../../../local/run.js";
import type { NotebookFailure, TableRow } from "../../../local/runner/answers.js";
import { wavesOf } from "../../../local/waves.js";
import { targets } from "../../../targets/index.js";
import { memoryHost } from "../../golden.js";
import { keptRunner } from "../kept.js";

const folder = mkdtempSync(join(tmpdir(), "sluice-windows-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The golden's project, fed from two files: the second only moves the watermark past everything in the first. */
const [project = "", pipeline = ""] = readFileSync("test/golden/spark-windows/input.yaml", "utf8")
  .replace(
    "columns: { x: string, at: timestamp }",
    "columns: { x: string, at: timestamp }, producer: { file: data/*.csv, key: x }",
  )
  .replace(
    "aggregates: { n: count(*) } }\n  offset",
    "aggregates: { n: count(*), 'null': max(x), order: min(x) } }\n  offset",
  )
  .split("---\n");

const readings = [
  "a,2026-03-01T10:00:00Z",
  "a,2026-03-01T10:10:00Z",
  "b,2026-03-01T10:05:00Z",
  "a,2026-03-01T10:50:00Z",
];
const flush = ["z,2026-03-04T00:00:00Z"];

/** Compiles a pipeline into a folder. */
function compiled(yaml: string, artifactsDir: string): void {
  const { artifacts, diagnostics } = compile(
    memoryHost({ "sluice.yaml": project, "pipelines/windows.yaml": yaml }),
    targets,
  );
  expect(diagnostics).toEqual([]);
  for (const { path, body } of artifacts) {
    mkdirSync(dirname(join(artifactsDir, path)), { recursive: true });
    writeFileSync(join(artifactsDir, path), body);
  }
}

/** Runs the pipeline; the rows of the gold tables by name, and how the queries of `other` end after that, on the same state. */
async function ran(yaml: string, other: string) {
  const artifactsDir = join(folder, "artifacts");
  compiled(yaml, artifactsDir);
  const otherDir = join(folder, "other");
  compiled(other, otherDir);
  mkdirSync(join(folder, "data"), { recursive: true });
  for (const [name, rows] of Object.entries({ "1.csv": readings, "2.csv": flush }))
    writeFileSync(join(folder, "data", name), `x,at\n${rows.join("\n")}\n`);
  const tables: Record<string, readonly TableRow[]> = {};
  const others: NotebookFailure[] = [];
  const request = { artifactsDir, projectDir: folder, stateDir: join(folder, "state"), rate: "max" } as const;
  const result = await runJob({ ...request, runner: await keptRunner() }, async (session) => {
    const { runner, places } = session;
    for (const name of ["hopping", "offset", "sessions"])
      tables[name] = await runner.rows(join(places.state, "lake", "gold", name));
    const job = await loadJob(otherDir);
    const waves = await wavesOf(job.feeds, folder, {});
    const going = { request: { ...request, artifactsDir: otherDir }, job, waves, session, progress: () => {} };
    const { failure } = await drain(going);
    if (failure) others.push(failure);
  });
  return { result, tables, others };
}

const minute = 60_000;
const iso = (time: number): string => new Date(time).toISOString().replace(".000Z", "Z");

/** Windows over `readings`, worked out one row at a time. */
function windowsOf(size: number, hop: number, offset: number, key: (x: string) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [x = "", at = ""] of readings.map((line) => line.split(","))) {
    const time = Date.parse(at);
    for (let start = Math.floor((time - offset) / hop) * hop + offset; start > time - size; start -= hop) {
      const window = `${iso(start)} ${iso(start + size)} ${key(x)}`.trim();
      counts[window] = (counts[window] ?? 0) + 1;
    }
  }
  return counts;
}

const counted = (rows: readonly TableRow[] = []): Record<string, number> =>
  Object.fromEntries(
    rows.map((row) => [`${row["window_start"]} ${row["window_end"]} ${row["x"] ?? ""}`.trim(), Number(row["n"])]),
  );

let run: Awaited<ReturnType<typeof ran>>;
beforeAll(async () => {
  run = await ran(pipeline, pipeline.replace("hop: 15 minutes", "hop: 30 minutes"));
});

it("hopping windows, an offset and sessions hold on Spark what they hold on paper, and what Spark aggregated is accounted for", () => {
  const { result, tables } = run;
  expect(result.failure).toBeUndefined();
  expect(counted(tables["hopping"])).toEqual(windowsOf(60 * minute, 15 * minute, 0, (x) => x));
  expect(counted(tables["offset"])).toEqual(windowsOf(24 * 60 * minute, 24 * 60 * minute, 6 * 60 * minute, () => ""));
  expect(counted(tables["sessions"])).toEqual({
    "2026-03-01T10:00:00Z 2026-03-01T10:30:00Z a": 2,
    "2026-03-01T10:50:00Z 2026-03-01T11:10:00Z a": 1,
    "2026-03-01T10:05:00Z 2026-03-01T10:25:00Z b": 1,
  });
  expect(tables["hopping"]?.every((row) => row["null"] === row["x"] && row["order"] === row["x"])).toBe(true);
  const hopping = result.queries.find(({ query }) => query.endsWith("gold.hopping"));
  expect(hopping?.windowed).toMatchObject({ total: 20, open: 4 });
  expect(hopping?.counts["aggregated"]).toBe(16);
});

it("another identity of a query does not write beside what the first one wrote", () => {
  const [failure] = run.others;
  expect(failure?.notebook).toBe("windows/gold.hopping");
  expect(failure?.error).toContain("Raise `backfill`");
});

import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runJob } from "../../../local/run.js";
import type { TableRow } from "../../../local/runner/answers.js";
import { eventually, killHard, over, startScript } from "./children.js";
import { compileLocal, processesNaming } from "./compiled.js";

const artifactsDir = fileURLToPath(new URL("./artifacts", import.meta.url));
const rowsPerFile = 600;

let folder: string;
let local: string;
let request: { readonly artifactsDir: string; readonly projectDir: string; readonly stateDir: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sluice-run-"));
  local = compileLocal();
  request = { artifactsDir, projectDir: join(folder, "project"), stateDir: join(folder, "state") };
  await mkdir(join(folder, "project", "data"), { recursive: true });
  await writeWave(1, 0);
  await writeWave(2, rowsPerFile);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("a run", () => {
  it("killed while it feeds and while a notebook runs, ends as if it had not been, and leaves nobody behind", async () => {
    for (const moment of ["fed", "printed", "printed"]) {
      let isTold = false;
      const script = startRun({ ...request, rate: 1_000 }, (line) => {
        isTold = isTold || line === moment;
      });
      await eventually(() => isTold);
      await killHard(script);
      await eventually(() => processesNaming(request.stateDir).length === 0);
    }
    let bronze: readonly TableRow[] = [];
    const result = await runJob(request, async ({ runner, places }) => {
      bronze = await runner.rows(`${places.state}/lake/bronze`);
    });
    expect(result.failure).toBeUndefined();
    expect(result).toMatchObject({ kind: "done", job: "readings", waves: 2 });
    expect(numbersOf(bronze)).toEqual(Array.from({ length: 2 * rowsPerFile }, (_, row) => row));
    // Each wave is drained by itself: 600 rows at most 500 at a time are two batches, however often it was killed.
    expect(result.queries).toMatchObject([
      { query: "readings/bronze", batches: 4, counts: { read: 2 * rowsPerFile, written: 2 * rowsPerFile } },
    ]);
    expect(processesNaming(request.stateDir)).toEqual([]);
  });

  it("refuses to go on with other inputs, and begins again when it is told to", async () => {
    await writeWave(2, rowsPerFile + 1);
    await expect(runJob(request)).rejects.toThrow(
      /'2.csv' was sent to 'readings' as file 2.* has another content.*--fresh/s,
    );
    const result = await runJob({ ...request, fresh: true });
    expect(result.failure).toBeUndefined();
    expect(result.queries).toMatchObject([{ batches: 4, counts: { read: 2 * rowsPerFile } }]);
  });

  it("remembers nothing of a file whose header does not fit", async () => {
    const third = join(folder, "project", "data", "3.csv");
    await writeFile(third, "device,temprature\na,1\n");
    const before = await readFile(join(request.stateDir, "ledger.json"), "utf8");
    await expect(runJob(request)).rejects.toThrow(/3\.csv: the header \(device, temprature\) does not fit/);
    expect(await readFile(join(request.stateDir, "ledger.json"), "utf8")).toBe(before);
    await rm(third);
  });

  it("lets no second run in, and stops cleanly at Ctrl-C", async () => {
    const told: string[] = [];
    const script = startRun({ ...request, fresh: true, rate: 500 }, (line) => told.push(line));
    await eventually(() => told.includes("fed"));
    let wrote = false;
    const writeArtifacts = async () => {
      wrote = true;
    };
    await expect(runJob({ ...request, writeArtifacts })).rejects.toThrow(/Another run \(process \d+\) is using/);
    expect(wrote).toBe(false);
    process.kill(script.pid ?? 0, "SIGINT");
    expect(await over(script)).toBe(0);
    expect(told.at(-1)).toBe("interrupted");
    expect(processesNaming(request.stateDir)).toEqual([]);
  });
});

function startRun(of: object, onLine: (line: string) => void) {
  return startScript(
    `import { runJob } from "${local}/run.js";
     import { interruption } from "${local}/interruption.js";
     const { signal, dispose } = interruption();
     const told = (event) => console.log(event.kind === "notebook" ? event.event.kind : event.kind);
     const result = await runJob({ ...${JSON.stringify(of)}, signal, onProgress: told });
     dispose();
     console.log(result.kind);`,
    onLine,
  );
}

function numbersOf(rows: readonly TableRow[]): readonly number[] {
  return rows.map(({ body }) => JSON.parse(String(body)).reading.temperature).sort((a, b) => a - b);
}

async function writeWave(at: number, from: number): Promise<void> {
  const lines = Array.from({ length: rowsPerFile }, (_, row) => `device-${row % 7},${from + row}`);
  await writeFile(join(folder, "project", "data", `${at}.csv`), `device,temperature\n${lines.join("\n")}\n`);
}

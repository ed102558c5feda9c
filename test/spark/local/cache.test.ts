import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checkEngines } from "../../../local/engines/check.js";
import { requirePython } from "../../../local/engines/python.js";
import { eventually, killHard, over, startScript } from "./children.js";
import { compileLocal } from "./compiled.js";

let folder: string;
let local: string;
let python: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sluice-cache-"));
  local = compileLocal();
  python = (await requirePython()).path;
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** A set-up that takes a while: it writes one file, waits until there is a file `go`, and writes another. */
function setUp(go: string, onLine: (line: string) => void) {
  return startScript(
    `import { existsSync } from "node:fs";
     import { writeFile } from "node:fs/promises";
     process.env.SLUICE_CACHE = ${JSON.stringify(folder)};
     const { built } = await import("${local}/engines/cache.js");
     const fill = async (place) => {
       await writeFile(place + "/one", String(process.pid));
       console.log("filling");
       while (!existsSync(${JSON.stringify(go)})) await new Promise((resolve) => setTimeout(resolve, 50));
       await writeFile(place + "/two", String(process.pid));
     };
     console.log(await built({ name: "engine", python: ${JSON.stringify(python)}, progress: console.log, fill }));`,
    onLine,
  );
}

it("is set up once and whole: after a kill -9, and by two processes at once", async () => {
  const killed: string[] = [];
  const go = join(folder, "go");
  const first = setUp(go, (line) => killed.push(line));
  await eventually(() => killed.includes("filling"));
  await killHard(first);

  const told: string[][] = [[], []];
  const both = told.map((lines) => setUp(go, (line) => lines.push(line)));
  const waits = (line: string) => /^Waiting for process \d+, which is setting up engine/.test(line);
  // Only then: one that starts while nothing is set up any more has nobody to wait for.
  await eventually(() => told.flat().some(waits));
  await writeFile(go, "");
  expect(await Promise.all(both.map(over))).toEqual([0, 0]);
  expect(told.flat().filter((line) => line === "filling")).toHaveLength(1);
  expect(told.flat().filter(waits)).toHaveLength(1);
  const [made = "", again] = told.map((lines) => lines.at(-1));
  expect(again).toBe(made);
  expect((await readdir(made)).sort()).toEqual([".complete", "one", "two"]);
  expect(await readFile(join(made, "one"), "utf8")).toBe(await readFile(join(made, "two"), "utf8"));
  expect(await readdir(join(made, ".."))).not.toContain("engine.unfinished");
});

it("is looked at without being changed", async () => {
  const findings = await checkEngines();
  expect(findings.map(({ name }) => name)).toEqual([
    "node",
    "python",
    "java",
    "venv",
    "spark",
    "kafka",
    "h2",
    "postgres",
    "duckdb",
    "disk",
    "cache",
  ]);
  expect(findings.filter(({ state }) => state === "missing")).toEqual([]);
});

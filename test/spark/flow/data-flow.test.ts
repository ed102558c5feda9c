import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { diskHost } from "../../../cli/disk-host.js";
import { parseScript } from "../../../local/adf/data-flow/parse.js";
import { ensureSpark } from "../../../local/engines/engines.js";
import type { RunProgress } from "../../../local/progress.js";
import { type RunResult, runJob } from "../../../local/run.js";
import { type Runner, startRunner } from "../../../local/runner/runner.js";
import { memoryHost, readCase } from "../../golden.js";
import { compileInto } from "./project.js";

const folder = mkdtempSync(join(tmpdir(), "sluice-data-flow-"));
let runner: Runner;
beforeAll(async () => {
  runner = await startRunner(await ensureSpark(() => {}), { folder: join(folder, "spark") });
});
afterAll(async () => {
  await runner.stop();
  rmSync(folder, { recursive: true });
});

type Rows = readonly (readonly unknown[])[];

/** The rows of a table, in an order of their own. */
async function rowsOf(state: string, table: string, ...columns: readonly string[]): Promise<Rows> {
  const rows = await runner.rows(join(state, "lake", table), columns);
  return rows.map((row) => columns.map((column) => row[column] ?? null)).toSorted(byText);
}

const byText = (a: readonly unknown[], b: readonly unknown[]) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

it("archives are landed and flattened as a calculation in plain Python has it, each reading in place of the one before", async () => {
  const [projectDir, artifactsDir, stateDir] = ["project", "artifacts", "state"].map((name) => join(folder, name));
  if (projectDir === undefined || artifactsDir === undefined || stateDir === undefined) throw new Error();
  const samples = "pipelines/imdb/samples";
  mkdirSync(join(projectDir, "samples"), { recursive: true });
  compileInto(artifactsDir, diskHost("pipelines/imdb"));
  const computed: boolean[] = [];
  const run = (inspect?: () => Promise<void>): Promise<RunResult> => {
    const onProgress = (one: RunProgress) => {
      if (one.kind === "activity" && one.event.type === "ExecuteDataFlow" && one.event.state !== "started")
        computed.push(one.event.state === "Succeeded");
    };
    return runJob({ artifactsDir, projectDir, stateDir, runner, onProgress }, inspect);
  };
  const script = fileURLToPath(new URL("./expected_imdb.py", import.meta.url));
  for (const name of ["titles-1.csv.zip", "titles-2.csv.zip"]) {
    copyFileSync(join(samples, name), join(projectDir, "samples", name));
    expect((await run()).failure).toBeUndefined();
    const expected: Rows = JSON.parse(execFileSync("python3", [script, join(samples, name)], { encoding: "utf8" }));
    const found = await rowsOf(stateDir, "silver/title_genres", "tconst", "primary_title", "genre");
    expect(found).toEqual(expected.toSorted(byText));
    expect(found.length).toBeGreaterThan(2);
  }
  expect(computed).toEqual([true, true]);
  // A row without its key stops the data flow, before anything of it is written.
  const before = await rowsOf(stateDir, "silver/title_genres", "tconst", "genre");
  const program = 'import sys, zipfile; zipfile.ZipFile(sys.argv[1], "w").writestr("a.csv", sys.argv[2])';
  const text = "tconst,primary_title,genres\ntt9,There,Drama\n,Nowhere,Drama\n";
  execFileSync("python3", ["-c", program, join(projectDir, "samples/titles-3.csv.zip"), text]);
  const seesNothing = async () => {
    throw new Error("what looks at the tables hides that the run has failed");
  };
  expect((await run(seesNothing)).failure?.error).toContain("checked: 1 rows break the rule 'tconst': tconst is null");
  expect(await rowsOf(stateDir, "silver/title_genres", "tconst", "genre")).toEqual(before);
});

it("a data flow and notebooks make the same table of the same YAML", async () => {
  const { input } = readCase("adf-data-flow");
  const yaml = input["pipelines/pipeline.yaml"] ?? "";
  const declared = yaml
    .replace("elements: string }", 'elements: string }, samples: "samples/*.csv.zip"')
    .replace("retry:", "#")
    .replace(/ *counted:.*\n/g, "");
  const projectDir = join(folder, "movies");
  mkdirSync(join(projectDir, "samples"), { recursive: true });
  const program = 'import sys, zipfile; zipfile.ZipFile(sys.argv[1], "w").writestr("a.csv", sys.argv[2])';
  execFileSync("python3", ["-c", program, join(projectDir, "samples/titles.csv.zip"), titles()]);
  const run = async (name: string, pipeline: string) => {
    const artifactsDir = join(folder, name);
    compileInto(artifactsDir, memoryHost({ ...input, "pipelines/pipeline.yaml": pipeline }));
    const stateDir = join(folder, `${name}-state`);
    const { failure } = await runJob({ artifactsDir, projectDir, stateDir, runner });
    expect(failure).toBeUndefined();
    const made = ["genre", "label", "part", "is_short", "chosen", "is_same", "nested", "elements"];
    return {
      genres: await rowsOf(stateDir, "silver/genres", "id", "again", ...made),
      outer: await rowsOf(stateDir, "silver/outer", "id", "title", "genres", "kind", "genre"),
    };
  };
  const byFlow = await run("by-flow", declared);
  const byNotebooks = await run("by-notebooks", declared.replaceAll(/ *engine: data-flow,?\n?/g, ""));
  expect(byFlow).toEqual(byNotebooks);
  // Of each column there are different values, and where there can be none there is one without.
  const { genres, outer } = byFlow;
  for (const at of genres[0]?.keys() ?? [])
    expect(new Set(genres.map((row) => row[at])).size).toBeGreaterThan(at === 9 ? 0 : 1);
  expect(genres.length).toBeGreaterThan(50);
  // A row whose list is null is there without an element; beside it those of whose lists one is taken apart.
  expect(outer.filter((row) => row[2] === null).every((row) => row[4] === null)).toBe(true);
  expect(outer.filter((row) => row[4] === null).length).toBe(6 * 3);
  expect(outer.filter((row) => row[2] === "a,,b").length).toBe(6 * 3 * 3);
});

it("computes nothing of a null of which the vendor's page does not say what becomes of it", async () => {
  const path = join(folder, "nulls.parquet");
  const columns = ["nothing", "some"].map((name) => ({ name, type: "string" }));
  await runner.parquet({ path, columns, records: [[null, "x"]] });
  const source =
    "source(output(nothing as string, some as string), allowSchemaDrift: false, validateSchema: false, ignoreNoFilesFound: false, format: 'parquet') ~> s";
  const run = (lines: string, sink = join(folder, "lake/nulls")) =>
    runner.dataFlow({
      script: parseScript(`${source}\n${lines} ~> t\nt sink(format: 'delta') ~> w`),
      ...{ parameters: {}, sources: { s: path }, sinks: { w: sink } },
    });
  const none = "iif(isNull(some), true())"; // a condition that is null
  for (const [text, what] of [
    [`s filter(${none})`, "filter"],
    [`s filter(!(${none}))`, "!"],
    [`s filter(false() && ${none})`, "&&"],
    [`s filter(${none} && false())`, "&&"],
    [`s filter(true() || ${none})`, "||"],
    [`s derive(a = iif(${none}, 'a', 'b'))`, "iif"],
    ["s filter(nothing == some)", "=="],
    ["s derive(a = upper(nothing))", "upper"],
    [`s assert(expectTrue(${none}, true, 'a', null, 'b'))`, "expectTrue"],
  ] as const)
    expect(await run(text)).toContain(`NOT_TOLD: what '${what}' makes of null`);
  const told = "a = coalesce(nothing, some), b = iif(isNull(nothing), 'none'), c = iif(isNull(some), 'none')";
  expect(await run(`s derive(${told})`)).toBeUndefined();
  expect(await rowsOf(folder, "nulls", "nothing", "some", "a", "b", "c")).toEqual([[null, "x", "x", "none", null]]);
});

it("computes a value within twenty others at once", async () => {
  const path = join(folder, "nulls.parquet");
  const nested = Array.from({ length: 20 }).reduce((inner) => `concat(lower(${inner}), 'a')`, "some");
  const script = parseScript(
    `source(output(nothing as string, some as string), format: 'parquet') ~> s\ns derive(a = ${nested}) ~> t\nt sink(format: 'delta') ~> w`,
  );
  const sinks = { w: join(folder, "lake/deep") };
  expect(await runner.dataFlow({ script, parameters: {}, sources: { s: path }, sinks })).toBeUndefined();
  expect(await rowsOf(folder, "deep", "a")).toEqual([[`x${"a".repeat(20)}`]]);
});

/** All pairs of texts that functions and conditions could tell apart, and of none. */
function titles(): string {
  const cell = (text: string) => (text === "" ? "" : `"${text}"`);
  const names = ["", "a", " tale ", "Ła a", "x", "short, tale"];
  const kinds = ["", "short", "Short"];
  const lists = ["", "a", " tale ", "Drama, Short", "a,,b", ", ", "x, ,y , "];
  const rows = names.flatMap((title) => kinds.flatMap((kind) => lists.map((list) => [title, kind, list] as const)));
  const lines = rows.map(([title, kind, list], at) => [`${at}`, title, list, kind, "e"].map(cell).join(","));
  return ["id,title,genres,kind,elements", ...lines, ""].join("\n");
}

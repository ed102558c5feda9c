import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readWalk } from "../../../local/adf/walk.js";
import { ensureSpark, ensureSql } from "../../../local/engines/engines.js";
import { loadFlow } from "../../../local/flow.js";
import { script } from "../../../local/runner/script.js";
import { type Databases, startDatabases } from "../../../local/sql/databases.js";
import { makeDatabases } from "../../../local/sql/make.js";
import { memoryHost, readCase } from "../../golden.js";
import { compileInto } from "./project.js";

/* When the emitted pipeline computes tables by data flows, as the control table on H2 tells. No Spark is started here. */

const folder = mkdtempSync(join(tmpdir(), "sluice-data-flow-marks-"));
const state = join(folder, "state");
const own = "pipelines/pipeline.yaml";
let databases: Databases;

beforeAll(async () => {
  const sql = await ensureSql(await ensureSpark(() => {}), () => {});
  databases = await startDatabases(sql, { folder: join(folder, "sql") });
  const drop = join(state, "files/drop/titles");
  mkdirSync(drop, { recursive: true });
  const program = 'import sys, zipfile; zipfile.ZipFile(sys.argv[1], "w").writestr("a.csv", sys.argv[2])';
  const text = "id,title,genres,kind,elements\n1,A,Drama,x,e\n";
  execFileSync("python3", ["-c", program, join(drop, "a.csv.zip"), text]);
});
afterAll(async () => {
  await databases.stop();
  rmSync(folder, { recursive: true });
});

/** The artifacts of the project, whose YAML is changed. `rests`: nothing is landed, as where a run goes on behind what has landed. */
async function compiled(name: string, change: (yaml: string) => string, rests = false) {
  const artifactsDir = join(folder, name);
  const { input } = readCase("adf-data-flow");
  compileInto(artifactsDir, memoryHost({ ...input, [own]: change(input[own] ?? "") }));
  const path = join(artifactsDir, "common/adf/pipeline/movie-files.json");
  const landing = '"name": "each source of files",';
  const text = readFileSync(path, "utf8");
  expect(text).toContain(landing);
  if (rests)
    writeFileSync(path, text.replace(landing, `${landing} "state": "Inactive", "onInactiveMarkAs": "Succeeded",`));
  const flow = await loadFlow(artifactsDir, "movie-files");
  if (flow === undefined) throw new Error("There is no flow.");
  return { flow, artifactsDir };
}

/** The tables that a run computes, in order of their names. `fails`: how often each data flow does at first. */
async function run({ flow, artifactsDir }: Awaited<ReturnType<typeof compiled>>, fails = 0) {
  await makeDatabases(databases, flow, artifactsDir);
  const computed: string[] = [];
  const unzip = [dirname(script("notebooks.py"))];
  const program = "import sys; sys.path.insert(0, sys.argv[1]); from unzip import unzip; unzip(*sys.argv[2:])";
  const runner = {
    run: async () => ({ kind: "done" }) as const,
    parquet: async () => {},
    unzip: async (archive: string, into: string) =>
      execFileSync("python3", ["-B", "-c", program, ...unzip, archive, into], { encoding: "utf8" }) || undefined,
    dataFlow: async ({ sinks }: { readonly sinks: Readonly<Record<string, string>> }) => {
      const table = (sinks["written"] ?? "").split("/").at(-1) ?? "";
      computed.push(table);
      return computed.filter((one) => one === table).length > fails ? undefined : "It has failed.";
    },
  };
  const walk = readWalk({ flow, artifactsDir, places: { state, kafka: "" }, databases, runner, signal: undefined });
  const failure = await walk({ onActivity: () => {}, onNotebook: () => {} });
  return { computed: computed.toSorted(), failure: failure?.error };
}

const changed = (yaml: string): string => yaml.replace("again: id", "again: lower(id)");

it("a table is computed once of each landing, and again where its script has changed or it has failed", async () => {
  const [lands, rests, other] = [
    await compiled("lands", (yaml) => yaml),
    await compiled("rests", (yaml) => yaml, true),
    await compiled("other", changed, true),
  ];
  const done = (...computed: readonly string[]) => ({ computed, failure: undefined });
  expect(await run(rests)).toEqual(done()); // nothing has landed yet
  expect(await run(lands)).toEqual(done("genres", "outer"));
  expect(await run(rests)).toEqual(done());
  expect(await run(lands)).toEqual(done("genres", "outer"));
  expect(await run(other)).toEqual(done("genres"));
  expect(await run(other)).toEqual(done());
  expect(await run(rests)).toEqual(done("genres"));

  // Each is tried twice, as `retry` says.
  expect(await run(lands, 1)).toEqual(done("genres", "genres", "outer", "outer"));
  expect(await run(rests)).toEqual(done());
  expect(await run(lands, 2)).toMatchObject({
    computed: ["genres", "genres", "outer", "outer"],
    failure: expect.stringContaining("It has failed."),
  });
  expect(await run(rests)).toEqual(done("genres", "outer"));
  expect(await run(rests)).toEqual(done());
});

it("more tables than a pipeline has room for are computed by several, each once of a landing", async () => {
  const names = Array.from({ length: 30 }, (_, at) => `t_${at}`);
  const tables = names.map((name) => `  ${name}: { from: bronze.titles, engine: data-flow, write: replace }\n`);
  const many = (yaml: string): string => yaml.replace(/silver:[\s\S]*/, `silver:\n${tables.join("")}`);
  const [lands, rests] = [await compiled("many", many), await compiled("many-rest", many, true)];
  expect(readdirSync(join(lands.artifactsDir, "common/adf/pipeline")).length).toBeGreaterThan(2);
  expect(await run(lands)).toEqual({ computed: names.toSorted(), failure: undefined });
  expect(await run(rests)).toEqual({ computed: [], failure: undefined });
});

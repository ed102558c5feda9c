import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readWalk } from "../../../local/adf/walk.js";
import { ensureSpark, ensureSql } from "../../../local/engines/engines.js";
import { type LocalFlow, loadFlow } from "../../../local/flow.js";
import type { ParquetFile } from "../../../local/runner/runner.js";
import { script } from "../../../local/runner/script.js";
import { type Databases, startDatabases } from "../../../local/sql/databases.js";
import { makeDatabases } from "../../../local/sql/make.js";
import { memoryHost, readCase } from "../../golden.js";
import { compileInto } from "./project.js";

const folder = mkdtempSync(join(tmpdir(), "sluice-archives-"));
const artifactsDir = join(folder, "artifacts");
const state = join(folder, "walked");
let databases: Databases;
let flow: LocalFlow;

beforeAll(async () => {
  compileInto(artifactsDir, memoryHost(readCase("adf-archives").input));
  const found = await loadFlow(artifactsDir, "movies");
  if (found === undefined) throw new Error("There is no flow.");
  flow = found;
  const sql = await ensureSql(await ensureSpark(() => {}), () => {});
  databases = await startDatabases(sql, { folder: join(state, "sql") });
  await makeDatabases(databases, flow, artifactsDir);
});
afterAll(async () => {
  await databases.stop();
  rmSync(folder, { recursive: true });
});

/** Makes an archive, by Python's own library. */
function zip(path: string, entries: Readonly<Record<string, string>>): string {
  const file = join(state, "files/drop", path);
  mkdirSync(dirname(file), { recursive: true });
  const program = `import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as archive:
    [archive.writestr(name, text) for name, text in json.loads(sys.argv[2]).items()]`;
  execFileSync("python3", ["-c", program, file, JSON.stringify(entries)]);
  return file;
}

/** The runner's own program, without its Spark. */
const unzip = async (archive: string, into: string): Promise<string | undefined> => {
  const program =
    "import json, sys; sys.path.insert(0, sys.argv[1]); from unzip import unzip; print(json.dumps(unzip(*sys.argv[2:])))";
  const given = [dirname(script("notebooks.py")), archive, into];
  return JSON.parse(execFileSync("python3", ["-B", "-c", program, ...given], { encoding: "utf8" })) ?? undefined;
};

/** How a run differs from others: what unpacks archives, and the artifacts that are walked. */
interface Differing {
  readonly unzip?: typeof unzip;
  readonly artifacts?: string;
}

/** Runs the pipeline: the rows that landed without the time of their reading, how activities ended, and why it has failed. */
async function run({ unzip: by = unzip, artifacts = artifactsDir }: Differing = {}) {
  const parquets: ParquetFile[] = [];
  const ended = new Map<string, string>();
  const runner = {
    run: async () => ({ kind: "done" }) as const,
    parquet: async (file: ParquetFile) => void parquets.push(file),
    unzip: by,
    dataFlow: async () => undefined,
  };
  const places = { state, kafka: "" };
  const walk = readWalk({ flow, artifactsDir: artifacts, places, databases, runner, signal: undefined });
  const failure = await walk({
    onActivity: ({ activity, state }) => void ended.set(activity.replace(/ 2$/, ""), state),
    onNotebook: () => {},
  });
  return { error: failure?.error, rows: parquets[0]?.records.map(([, ...cells]) => cells), ended };
}

const unzipped = (): readonly string[] => {
  const [identity = ""] = existsSync(join(state, "lake/bronze/titles"))
    ? readdirSync(join(state, "lake/bronze/titles"))
    : [];
  const below = join(state, "lake/bronze/titles", identity, "unzipped");
  return existsSync(below) ? readdirSync(below) : [];
};

it("files of several archives, also of one name and in folders, are read as one; of archives that are broken nothing is", async () => {
  zip("names/a.csv", { "n.csv": "" });
  writeFileSync(join(state, "files/drop/names/a.csv"), "nconst\nn1\n");
  expect((await run()).error).toContain(
    "titles/*.csv.zip of 'drop': there is no such archive. Nothing was taken: put one there, or mend the source's 'path'.",
  );
  zip("titles/a.csv.zip", {
    "part.csv": 'tconst|title|year\nt1|"A | ""B"""|1999\nt2||\n',
    "below/part.csv": "title|tconst|year\nŁódź|t3|2001\n",
  });
  zip("titles/b.csv.zip", { "part.csv": "year|title|tconst\n|two|t4\n" });
  const { error, rows } = await run();
  expect(error).toBeUndefined();
  expect(rows?.toSorted()).toEqual([
    ["t1", 'A | "B"', "1999"],
    ["t2", null, null],
    ["t3", "Łódź", "2001"],
    ["t4", "two", null],
  ]);
  expect(unzipped()).toEqual([]);

  zip("titles/b.csv.zip", { "part.csv": "year|tconst\n1|t4\n" });
  expect((await run()).error).toContain("it has no column 'title'");
  expect(unzipped()).toEqual([]);
  writeFileSync(join(state, "files/drop/titles/b.csv.zip"), "PK\u0003\u0004 broken");
  expect((await run()).error).toContain("b.csv.zip is no whole archive");
  rmSync(join(state, "files/drop/titles/b.csv.zip"));
  expect(await run()).toMatchObject({ error: undefined, rows: { length: 3 } });
});

it("what an attempt left that broke off is not read by the next one, nor by the next run", async () => {
  rmSync(join(state, "files/drop/titles"), { recursive: true });
  zip("titles/a.csv.zip", { "part.csv": "tconst|title|year\nt1|whole|1999\n" });
  const folders: string[] = [];
  const breaking = (times: number) => async (archive: string, into: string) => {
    folders.push(dirname(into));
    if (folders.length > times) return unzip(archive, into);
    mkdirSync(into, { recursive: true });
    writeFileSync(join(into, "gone.csv"), "tconst|title|year\nt0|half|\n");
    return "It broke off.";
  };
  const { error, rows, ended } = await run({ unzip: breaking(1) });
  expect({ error, rows }).toEqual({ error: undefined, rows: [["t1", "whole", "1999"]] });
  expect(ended.get("unzip the files")).toBe("Failed");
  expect(new Set(folders).size).toBe(2);
  expect(unzipped()).toEqual([]);

  folders.length = 0;
  expect((await run({ unzip: breaking(2) })).error).toContain("It broke off.");
  expect(folders).toHaveLength(2);
  expect(unzipped()).toEqual([]);
});

it("what cannot be removed stops nothing, and is removed by the next run", async () => {
  const broken = join(folder, "broken");
  cpSync(artifactsDir, broken, { recursive: true });
  const path = join(broken, "common/adf/pipeline/movies.json");
  const text = readFileSync(path, "utf8");
  expect(text).toContain("@concat(item().path, '/unzipped')");
  writeFileSync(path, text.replace("@concat(item().path, '/unzipped')", "@concat(item().path, '/../unzipped')"));
  const { error, rows, ended } = await run({ artifacts: broken });
  expect({ error, rows }).toEqual({ error: undefined, rows: [["t1", "whole", "1999"]] });
  expect(ended.get("remove what was unzipped")).toBe("Failed");
  expect(ended.get("keep the files")).toBe("Succeeded");
  expect(unzipped()).toHaveLength(1);
  expect(await run()).toMatchObject({ error: undefined, rows: [["t1", "whole", "1999"]] });
  expect(unzipped()).toEqual([]);
});

it("what an archive is encrypted by is not guessed, and a sum that is wrong is told", async () => {
  const file = zip("names/z.zip", { "a.csv": "a\n1\n" });
  const changed = (flag: string) => {
    const program = `import sys
data = bytearray(open(sys.argv[1], "rb").read())
central = data.rindex(b"PK\\x01\\x02")
${flag}
open(sys.argv[1], "wb").write(data)`;
    execFileSync("python3", ["-c", program, file]);
    return unzip(file, join(folder, "out"));
  };
  expect(await changed("data[central + 16] ^= 1")).toContain("Bad CRC-32");
  expect(await changed("data[central + 16] ^= 1; data[central + 8] |= 1")).toBe(`${file}: a.csv is encrypted.`);
  expect(existsSync(join(folder, "out"))).toBe(false);
});

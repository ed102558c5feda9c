import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readWalk } from "../../../local/adf/walk.js";
import { ensureSpark, ensureSql } from "../../../local/engines/engines.js";
import { type LocalFlow, loadFlow } from "../../../local/flow.js";
import type { NotebookRun, Runner } from "../../../local/runner/runner.js";
import { type Databases, startDatabases } from "../../../local/sql/databases.js";
import { makeDatabases } from "../../../local/sql/make.js";
import { memoryHost, readCase } from "../../golden.js";
import { keptRunner } from "../kept.js";
import { compileInto } from "./project.js";

/* Notebooks that read tables of mapping data flows, in runs of the emitted pipeline that are killed and gone on with. */

const folder = mkdtempSync(join(tmpdir(), "sluice-data-flow-read-"));
let databases: Databases;

beforeAll(async () => {
  const sql = await ensureSql(await ensureSpark(() => {}), () => {});
  databases = await startDatabases(sql, { folder: join(folder, "sql") });
});
afterAll(async () => {
  await databases.stop();
  rmSync(folder, { recursive: true });
});

interface Compiled {
  readonly flow: LocalFlow;
  readonly artifactsDir: string;
}

interface PipelineFile {
  readonly properties: { readonly activities: readonly { readonly name: string }[] };
}

/** The artifacts of a case; `rests`: nothing is landed, as where a run goes on behind what has landed. */
async function compiled(golden: string, change: (yaml: string) => string, rests: boolean): Promise<Compiled> {
  const artifactsDir = join(folder, `${golden}${rests ? "-rests" : ""}`);
  const { input } = readCase(golden);
  const own = "pipelines/pipeline.yaml";
  compileInto(artifactsDir, memoryHost({ ...input, [own]: change(input[own] ?? "") }));
  const path = join(artifactsDir, "common/adf/pipeline/movies.json");
  const { properties, ...named }: PipelineFile = JSON.parse(readFileSync(path, "utf8"));
  // Backwards: of activities that do not wait for each other the service may begin with any.
  const activities = properties.activities
    .map((one) =>
      rests && one.name.startsWith("each source of files")
        ? { ...one, state: "Inactive", onInactiveMarkAs: "Succeeded" }
        : one,
    )
    .toReversed();
  writeFileSync(path, JSON.stringify({ ...named, properties: { ...properties, activities } }));
  const flow = await loadFlow(artifactsDir, "movies");
  if (flow === undefined) throw new Error("There is no flow.");
  return { flow, artifactsDir };
}

type Engine = Pick<Runner, "run" | "parquet" | "unzip" | "dataFlow">;

/** What a project's runs on this machine have in common. */
interface Place {
  readonly state: string;
  readonly own: Databases;
  readonly engine: Engine;
}

/** One run, killed when so many of its activities have ended or one of a name has; the activities that have. */
async function run({ flow, artifactsDir }: Compiled, { state, own, engine }: Place, kill?: number | string) {
  const ended: string[] = [];
  const places = { state, kafka: "" };
  const walk = readWalk({ flow, artifactsDir, places, databases: own, runner: engine, signal: undefined });
  const onActivity = ({ activity, state: now }: { readonly activity: string; readonly state: string }) => {
    if (now === "started") return;
    ended.push(activity);
    if (ended.length === kill || activity === kill) throw new Error("killed");
  };
  const problem: unknown = await walk({ onActivity, onNotebook: () => {} }).catch((error) => error.message);
  expect([undefined, "killed"]).toContain(problem);
  return { ended, isKilled: problem === "killed" };
}

const work = (ended: readonly string[]) => ended.filter((name) => /^(land |compute|take|keep)/.test(name));

function write(state: string, wave: Readonly<Record<string, readonly string[]>>): void {
  for (const [name, lines] of Object.entries(wave)) {
    mkdirSync(join(state, `files/drop/${name}`), { recursive: true });
    writeFileSync(join(state, `files/drop/${name}/${name}.csv`), `${lines.join("\n")}\n`);
  }
}

/** Titles lose a genre, come and go, ratings change alone. */
const waves: readonly Readonly<Record<string, readonly string[]>>[] = [
  {
    titles: ["id,title,genres", '1,A,"Drama, Short"', "2,B,Drama", "3,C,"],
    ratings: ["id,votes", "1,5", "2,"],
    names: ["genre,name", "Drama,Plays"],
  },
  {
    titles: ["id,title,genres", "1,A,Drama", '3,C,"War,Drama"', "4,D,War"],
    ratings: ["id,votes", "2,7", "3,1", "4,"],
    names: ["genre,name", "Drama,Theatre"],
  },
  {
    titles: ["id,title,genres", "1,A,Drama", '3,C,"War,Drama"', "4,D,War"],
    ratings: ["id,votes", "4,2"],
    names: ["genre,name", "War,Battles"],
  },
];

/** By source, the file that its last whole landing is; and whether the notebooks have taken it. */
async function landed({ state, own }: Place) {
  const [marks] = await own.database("movies_db").run(["SELECT [source], [landing], [taken] FROM [sluice].[marks]"]);
  const rows = marks && "rows" in marks ? marks.rows : [];
  return new Map(
    rows.flatMap(([source, landing, taken]) => {
      const [, table = "", identity = "", taker] = /bronze\.(\w+)\/([\w-]+)(\/.*)?$/.exec(String(source)) ?? [];
      const number = String(landing).padStart(10, "0");
      const path = join(state, `lake/bronze/${table}/${identity}/landing=${number}/rows.parquet`);
      return taker === undefined ? [[table, { path, isTaken: landing === taken }] as const] : [];
    }),
  );
}

/** Which file data flows and notebooks have last read, of each table: what an engine without Spark knows. */
function told(): { readonly engine: Engine; readonly gold: Map<string, string>; readonly stale: string[] } {
  const silver = new Map<string, string>();
  const gold = new Map<string, string>();
  const stale: string[] = [];
  const take = ({ path, parameters }: NotebookRun): void => {
    const given: readonly { readonly source: string; readonly landing: number }[] = JSON.parse(
      parameters["landings"] ?? "",
    );
    for (const table of path.includes("counts") ? ["titles"] : path.includes("ratings") ? ["titles", "ratings"] : []) {
      const { landing = 0 } = given.find(({ source }) => source.includes(`/bronze.${table}/`)) ?? {};
      const read = silver.get(table) ?? "";
      if (!read.includes(`landing=${String(landing).padStart(10, "0")}`)) stale.push(`${table} ${landing}: ${read}`);
      gold.set(`${path.includes("counts") ? "counts" : "ratings"} ${table}`, read);
    }
  };
  const engine: Engine = {
    run: async (notebooks) => {
      for (const one of notebooks) take(one);
      return { kind: "done" };
    },
    parquet: async () => {},
    unzip: async () => undefined,
    dataFlow: async ({ sources, sinks }) => {
      const [from = ""] = Object.values(sources);
      if (!(sinks["written"] ?? "").endsWith("unread"))
        silver.set(from.includes("/titles/") ? "titles" : "ratings", from);
      return undefined;
    },
  };
  return { engine, gold, stale };
}

it("killed after any of its activities, a run is gone on with: notebooks take what data flows have computed, and nothing older", async () => {
  const [lands, rests] = [
    await compiled("adf-data-flow-read", (yaml) => yaml, false),
    await compiled("adf-data-flow-read", (yaml) => yaml, true),
  ];
  let last = 0;
  for (let kill = 1; kill !== last; kill += 1) {
    const { engine, gold, stale } = told();
    const own = { database: (name: string) => databases.database(`${name}-${kill}`), stop: databases.stop };
    const place: Place = { state: join(folder, `state-${kill}`), own, engine };
    await makeDatabases(own, lands.flow, lands.artifactsDir);
    write(place.state, waves[0] ?? {});
    await run(lands, place);
    if (!(await run(lands, place, kill)).isKilled) last = kill + 1;
    await run(rests, place);
    const files = await landed(place);
    expect({ kill, taken: [...files.values()].map(({ isTaken }) => isTaken) }).toEqual({
      kill,
      taken: [true, true, true],
    });
    const [titles, ratings] = ["titles", "ratings"].map((table) => files.get(table)?.path);
    expect({ kill, stale, gold: Object.fromEntries(gold) }).toEqual({
      ...{ kill, stale: [] },
      gold: { "counts titles": titles, "ratings titles": titles, "ratings ratings": ratings },
    });
    expect(work((await run(rests, place)).ended)).toEqual([]);
  }
  expect(last).toBeGreaterThan(25);
});

const sorted = (rows: readonly (readonly unknown[])[]) =>
  rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** What the table must hold, calculated in plain Python from the files alone. */
function expected(state: string): readonly (readonly string[])[] {
  const script = fileURLToPath(new URL("./expected_data_flow_read.py", import.meta.url));
  return JSON.parse(execFileSync("python3", [script, join(state, "files/drop")], { encoding: "utf8" }));
}

/** One table that reads one of a data flow, and looks rows up in another. */
const smaller = (yaml: string): string => yaml.replaceAll(/^ {2}(names|unread|named|genres):.*\n/gm, "");

it("what tables of data flows hold is computed on, as a calculation in plain Python has it, and once", async () => {
  const runner = await keptRunner();
  const place: Place = { state: join(folder, "state"), own: databases, engine: runner };
  const [lands, rests] = [
    await compiled("spark-data-flow-read", smaller, false),
    await compiled("spark-data-flow-read", smaller, true),
  ];
  await makeDatabases(databases, lands.flow, lands.artifactsDir);
  const lake = join(place.state, "lake");
  const found = async () => {
    const rows = await runner.rows(join(lake, "gold/rated"), ["id", "genre"]);
    return sorted(rows.map(({ id, genre }) => [id, genre]));
  };
  // Between a data flow and its mark, and between the notebooks and theirs.
  const kills = [undefined, "compute silver title_genres", "take what has landed"];
  for (const [at, wave] of waves.entries()) {
    write(place.state, wave);
    expect((await run(lands, place, kills[at])).isKilled).toBe(kills[at] !== undefined);
    if (kills[at] !== undefined) await run(rests, place);
    expect({ at, rows: await found() }).toEqual({ at, rows: sorted(expected(place.state)) });
  }
  const batches = await runner.rows(join(lake, "_ops/batches"), ["query", "batch"]);
  expect(batches.map(({ query, batch }) => `${query} ${batch}`).toSorted()).toEqual(
    [0, 1, 2].map((batch) => `movies/gold.rated ${batch}`),
  );
});

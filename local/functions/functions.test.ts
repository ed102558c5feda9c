import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { readWalk } from "../adf/walk.js";
import { apiFeeds, type LocalFlow } from "../flow.js";
import type { LocalApiFeed } from "../job.js";
import { type Functions, startFunctions } from "./functions.js";
import { startsOf } from "./starts.js";

const root = mkdtempSync(join(tmpdir(), "sluice-functions-"));
const projectDir = "pipelines/tmdb";
const python = process.env["SLUICE_PYTHON"] || "python3";
let state = "";
let runs = 0;
const up: Functions[] = [];
beforeEach(() => {
  state = join(root, `run-${++runs}`);
  mkdirSync(state);
});
afterAll(async () => {
  await Promise.all(up.map((one) => one.stop()));
  rmSync(root, { recursive: true });
});

const trigger = (name: string, more: object = {}, pipeline = "tmdb") => ({
  name,
  properties: {
    annotations: [],
    runtimeState: "Started",
    pipelines: [{ pipelineReference: { referenceName: pipeline, type: "PipelineReference" }, parameters: {} }],
    type: "CustomEventsTrigger",
    typeProperties: { events: ["MovieListLoaded"], scope: "/topics/tmdb", ...more },
  },
});
const flowOf = (more: Partial<LocalFlow> = {}): LocalFlow => ({
  ...{ pipeline: "tmdb", folder: "common/synapse", global_parameters: {}, databases: [], stores: [], notebooks: {} },
  functions: [
    {
      linked_service: "tmdb_app",
      folder: "functions",
      sources: [
        { source: "tmdb/sources.lists", function: "load-movie-lists", called_by: "outside", file: "lists-*.json" },
      ],
    },
  ],
  triggers: [trigger("loaded")],
  ...more,
});

async function start(flow: LocalFlow): Promise<Functions> {
  const functions = await startFunctions({ flow, projectDir, places: { state, kafka: "" }, python });
  up.push(functions);
  return functions;
}

const feedOf = (flow: LocalFlow): LocalApiFeed => {
  const [feed] = apiFeeds(flow);
  if (feed === undefined) throw new Error("no feed");
  return feed;
};

let samples = 0;
function sample(...titles: readonly string[]): string {
  const file = join(root, `lists-${++samples}.json`);
  const page = [{ page: 1, results: titles.map((title, id) => ({ id, title })), total_pages: 1 }];
  writeFileSync(file, JSON.stringify({ "/3/movie/popular": page, "/3/movie/top_rated": page }));
  return file;
}

const loads = () => {
  const folder = join(state, "lake", "tmdb");
  return readdirSync(folder)
    .toSorted()
    .map((load) => JSON.parse(readFileSync(join(folder, load, "popular.json"), "utf8")).results.length);
};

describe("a function that runs beside the pipeline", () => {
  it("loads what the API has in a wave, and its event starts the pipeline", async () => {
    const flow = flowOf();
    const functions = await start(flow);
    expect(await functions.feed(feedOf(flow), sample("a", "b"), 0)).toBe(true);
    const told: object[] = [];
    expect(startsOf(functions, 1, (event) => told.push(event))).toBe(1);
    expect(told).toMatchObject([{ type: "MovieListLoaded", starts: 1 }]);
    expect(await functions.feed(feedOf(flow), sample("a", "b", "c"), 1)).toBe(true);
    expect(loads()).toEqual([2, 3]);
    expect(functions.arrived()).toHaveLength(1);
    expect(functions.arrived()).toEqual([]);
  });

  it("is not run again for what it has loaded, also by another run; the pipeline then starts by hand", async () => {
    const flow = flowOf();
    const [file, again] = [sample("a"), sample("a")];
    const feed = feedOf(flow);
    expect(await (await start(flow)).feed(feed, file, 0)).toBe(true);
    const functions = await start(flow);
    expect(await functions.feed(feed, file, 0)).toBe(false);
    expect(startsOf(functions, 0, () => {})).toBe(1);
    // The same lists in another wave are another load.
    expect(await functions.feed(feed, again, 1)).toBe(true);
    expect(loads()).toEqual([1, 1]);
  });

  it("starts the pipeline for each trigger that fires, and no other pipeline", async () => {
    const flow = flowOf({
      triggers: [
        trigger("one"),
        trigger("two"),
        trigger("three", {}, "other"),
        trigger("four", { subjectEndsWith: "x" }),
      ],
    });
    const functions = await start(flow);
    await functions.feed(feedOf(flow), sample("a"), 0);
    expect(startsOf(functions, 1, () => {})).toBe(2);
  });

  it("starts it once where it waits for no event", async () => {
    for (const triggers of [[], [trigger("other", {}, "other")]]) {
      const flow = flowOf({ triggers });
      const functions = await start(flow);
      await functions.feed(feedOf(flow), sample("a"), triggers.length);
      expect(startsOf(functions, 1, () => {})).toBe(1);
    }
  });

  it("whose event starts nothing is told, each time", async () => {
    const flow = flowOf({ triggers: [trigger("loaded", { events: ["ListLoaded"] })] });
    const functions = await start(flow);
    const file = sample("a");
    for (let time = 0; time < 2; time++)
      await expect(functions.feed(feedOf(flow), file, 0)).rejects.toThrow(
        /^'load-movie-lists' has posted 'MovieListLoaded' with the subject 'tmdb\/load=.*', and no trigger of the pipeline waits for that\.$/,
      );
  });

  it("that fails fails the run, and is run again by the next", async () => {
    const flow = flowOf();
    const functions = await start(flow);
    const bad = join(root, "bad.json");
    writeFileSync(bad, '{"/3/movie/popular": []}');
    await expect(functions.feed(feedOf(flow), bad, 0)).rejects.toThrow(
      /'load-movie-lists' has failed: OSError: .* answered 404/,
    );
    expect(await functions.feed(feedOf(flow), sample("a"), 0)).toBe(true);
    writeFileSync(bad, '{"movie": []}');
    await expect(functions.feed(feedOf(flow), bad, 1)).rejects.toThrow(/what an API answers is an object of paths/);
  });
});

it("what is not there is named before anything begins", async () => {
  const [app] = flowOf().functions ?? [];
  const source = { source: "tmdb/sources.lists", called_by: "outside", file: null } as const;
  const functionsOf = (name: string) => (app ? [{ ...app, sources: [{ ...source, function: name }] }] : []);
  await expect(start(flowOf({ functions: functionsOf("load-list") }))).rejects.toThrow(
    "tmdb/sources.lists: the app in 'functions' has no function 'load-list' with a timer. It has: load-movie-lists.",
  );
  await expect(start(flowOf({ functions: app ? [{ ...app, folder: "none" }] : [] }))).rejects.toThrow(
    /there is no function in it/,
  );
  await expect(start(flowOf({ triggers: [trigger("a"), trigger("b", { scope: "/topics/b" })] }))).rejects.toThrow(
    /several topics, and on this machine there is one: \/topics\/tmdb, \/topics\/b\./,
  );
});

it("a pipeline calls a function of the app over HTTP", async () => {
  const activity = (name: string) => ({
    name: "load",
    type: "AzureFunctionActivity",
    linkedServiceName: { referenceName: "tmdb_app", type: "LinkedServiceReference" },
    typeProperties: { method: "POST", functionName: name, headers: { "Content-Type": "application/json" }, body: "{}" },
  });
  const write = (name: string) => {
    mkdirSync(join(state, "common/synapse/pipeline"), { recursive: true });
    const properties = { activities: [activity(name)] };
    writeFileSync(join(state, "common/synapse/pipeline/tmdb.json"), JSON.stringify({ name: "tmdb", properties }));
  };
  const flow = flowOf();
  const functions = await start(flow);
  await functions.feed({ ...feedOf(flow), runs: null }, sample("a"), 0);
  const fails = async () => {
    throw new Error("not here");
  };
  const walking = {
    ...{ flow, functions, artifactsDir: state, places: { state, kafka: "" }, signal: undefined },
    databases: {
      database: () => {
        throw new Error("no database");
      },
      stop: async () => {},
    },
    runner: { run: fails, parquet: fails, unzip: fails, dataFlow: fails },
  };
  write("load-movie-lists");
  expect(() => readWalk(walking)).toThrow(
    "there is no function 'load-movie-lists' with an HTTP trigger in the app of 'tmdb_app'.",
  );
  write("load-movie-lists-now");
  const outputs: object[] = [];
  const onActivity = ({ output }: { readonly output: object }) => outputs.push(output);
  expect(await readWalk(walking)({ onActivity, onNotebook: () => {} })).toBeUndefined();
  expect(outputs.at(-1)).toMatchObject({ folder: expect.stringMatching(/^tmdb\/load=/) });
  expect(loads()).toEqual([1]);
});

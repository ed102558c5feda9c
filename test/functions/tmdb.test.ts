import { execFile } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { GridEvent } from "../../local/events/event.js";
import { startTopic, type Topic } from "../../local/events/topic.js";
import { readFunctionApp } from "../../local/functions/app.js";
import { type FunctionHost, startHost } from "../../local/functions/host.js";
import { readSamples, type SampleApi, samplesOf, startSampleApi } from "../../local/http/sample-api.js";

const app = readFunctionApp(resolve("pipelines/tmdb/functions"));
const folder = mkdtempSync(join(tmpdir(), "sluice-tmdb-"));
const lake = join(folder, "lake");
const events: GridEvent[] = [];
let [api, topic, host]: [SampleApi?, Topic?, FunctionHost?] = [];
const python = process.env["SLUICE_PYTHON"] || "python3";

const movie = (id: number) => ({ id, title: `Łódź ${id}`, vote_average: id / 2 });
const none = [{ page: 1, results: [], total_pages: 1 }];
const samples = {
  "/3/movie/popular": [
    { page: 1, results: [movie(1), movie(2)], total_pages: 2 },
    { page: 2, results: [movie(3)], total_pages: 2 },
  ],
  "/3/movie/top_rated": none,
};

const show = (what: object): void => api?.show(samplesOf(JSON.stringify(what)) ?? {});

beforeAll(async () => {
  api = await startSampleApi("a-token-of-the-api");
  topic = await startTopic("/topics/movies", (posted) => events.push(...posted));
  host = await startHost({ app, python, settings: settings(), log: join(folder, "log") });
});
beforeEach(() => {
  rmSync(lake, { recursive: true, force: true });
  mkdirSync(lake);
  events.length = 0;
  show(samples);
});
afterAll(async () => {
  await Promise.all([api?.stop(), topic?.stop(), host?.stop()]);
  rmSync(folder, { recursive: true });
});

const settings = (): Readonly<Record<string, string>> => ({
  MOVIE_API: `${api?.address}/3/`,
  MOVIE_API_TOKEN: api?.key ?? "",
  MOVIE_LISTS: "popular, top_rated",
  MOVIE_PAGES: "5",
  LAKE: lake,
  LOADED_TOPIC: topic?.endpoint ?? "",
  LOADED_TOPIC_KEY: topic?.key ?? "",
});

const loads = (): readonly string[] => readdirSync(join(lake, "tmdb"));
const read = (load: string, name: string) => readFileSync(join(lake, "tmdb", load, name), "utf8");

describe("a load", () => {
  it("is a folder with the lists, then a note of them, then an event", async () => {
    const before = new Date().toISOString();
    await host?.run("load-movie-lists");
    const [load = "", ...others] = loads();
    expect(others).toEqual([]);
    expect(load).toMatch(/^load=\d{8}T\d{6}\.\d{6}Z-[0-9a-f]{8}$/);
    expect(load > `load=${before.replaceAll(/[-:]|Z/g, "")}`).toBe(true);
    const popular = read(load, "popular.json");
    expect(popular.endsWith("\n")).toBe(true);
    expect(JSON.parse(popular)).toEqual({ list: "popular", results: [movie(1), movie(2), movie(3)] });
    expect(JSON.parse(read(load, "top_rated.json"))).toEqual({ list: "top_rated", results: [] });
    expect(JSON.parse(read(load, "_load.json"))).toEqual({
      files: [
        { name: "popular.json", length: Buffer.byteLength(popular) },
        { name: "top_rated.json", length: Buffer.byteLength(read(load, "top_rated.json")) },
      ],
    });
    expect(readdirSync(join(lake, "tmdb", load))).toHaveLength(3);
    expect(events).toMatchObject([
      { eventType: "MovieListLoaded", subject: `tmdb/${load}`, data: { folder: `tmdb/${load}` }, dataVersion: "1" },
    ]);
  });

  it("leaves those before as they are, and has a later name", async () => {
    await host?.run("load-movie-lists");
    const [first = ""] = loads();
    const was = read(first, "popular.json");
    show({ "/3/movie/popular": none, "/3/movie/top_rated": [{ page: 1, results: [movie(4)], total_pages: 1 }] });
    await host?.run("load-movie-lists");
    const [again, second = ""] = loads().toSorted();
    expect(again).toBe(first);
    expect(read(first, "popular.json")).toBe(was);
    expect(JSON.parse(read(second, "popular.json"))).toEqual({ list: "popular", results: [] });
    expect(new Set(events.map(({ id }) => id)).size).toBe(2);
  });

  it("is made over HTTP too, and its answer says what it has written", async () => {
    const call = (key: string) =>
      fetch(`${host?.address}/api/load-movie-lists-now`, {
        method: "POST",
        headers: { "x-functions-key": key },
        body: "{}",
      });
    expect((await call("none")).status).toBe(401);
    const answer: unknown = await (await call(host?.key ?? "")).json();
    const [load = ""] = loads();
    expect(answer).toEqual({ folder: `tmdb/${load}`, files: JSON.parse(read(load, "_load.json")).files });
  });

  it("keeps all digits of what the API says, and its nulls", async () => {
    api?.show(await readSamples("pipelines/tmdb/samples/lists-3.json"));
    await host?.run("load-movie-lists");
    expect(read(loads()[0] ?? "", "top_rated.json")).toContain(
      '{"id": 9007199254740993, "title": null, "adult": false}',
    );
  });

  it("has a movie once that has moved to a later page while the list was read, and all that have no id", async () => {
    const [nobody, text] = [{ id: null, title: "Nobody" }, { title: "No id" }];
    show({
      ...samples,
      "/3/movie/popular": [
        { page: 1, results: [movie(1), movie(2), nobody], total_pages: 3 },
        { page: 2, results: [{ ...movie(2), vote_average: 9 }, movie(3), nobody], total_pages: 3 },
        { page: 3, results: [text, movie(1), text, movie(4)], total_pages: 3 },
      ],
      "/3/movie/top_rated": [{ page: 1, results: [movie(2)], total_pages: 1 }],
    });
    await host?.run("load-movie-lists");
    const [load = ""] = loads();
    const popular = [movie(1), movie(2), nobody, movie(3), nobody, text, text, movie(4)];
    expect(JSON.parse(read(load, "popular.json"))).toEqual({ list: "popular", results: popular });
    // Of another list it is another row.
    expect(JSON.parse(read(load, "top_rated.json"))).toEqual({ list: "top_rated", results: [movie(2)] });
  });

  it("reads no more pages than it is to", async () => {
    const { address, key } = await anotherHost({ MOVIE_PAGES: "1" });
    const answer = await fetch(`${address}/api/load-movie-lists-now?code=${key}`, { method: "POST", body: "{}" });
    expect(answer.status).toBe(200);
    expect(JSON.parse(read(loads()[0] ?? "", "popular.json"))).toEqual({
      list: "popular",
      results: [movie(1), movie(2)],
    });
  });
});

const hosts: FunctionHost[] = [];
afterAll(() => Promise.all(hosts.map((one) => one.stop())));
async function anotherHost(other: Readonly<Record<string, string>>): Promise<FunctionHost> {
  const one = await startHost({ app, python, settings: { ...settings(), ...other }, log: join(folder, "log") });
  hosts.push(one);
  return one;
}

describe("a load that fails", () => {
  const nothing = () => expect(readdirSync(lake)).toEqual([]);

  it("has written nothing where the API does not answer as it promises", async () => {
    show({ "/3/movie/popular": [{ page: 1, results: "none", total_pages: 1 }] });
    await expect(host?.run("load-movie-lists")).rejects.toThrow(
      /Page 1 of the list popular is not as the API promises/,
    );
    nothing();
    show({ "/3/movie/popular": samples["/3/movie/popular"] });
    await expect(host?.run("load-movie-lists")).rejects.toThrow(/\/3\/movie\/top_rated\?page=1 answered 404: /);
    nothing();
    const wrong = await anotherHost({ MOVIE_API_TOKEN: "a wrong one" });
    await expect(wrong.run("load-movie-lists")).rejects.toThrow(/answered 401/);
    nothing();
    expect(events).toEqual([]);
  });

  it("has written nothing where all lists are empty", async () => {
    show({ "/3/movie/popular": none, "/3/movie/top_rated": none });
    await expect(host?.run("load-movie-lists")).rejects.toThrow(
      /The API has no movie in any of the lists popular, top_rated$/,
    );
    nothing();
    expect(events).toEqual([]);
  });

  it("fails where the event is not taken, although its folder counts", async () => {
    const unheard = await anotherHost({ LOADED_TOPIC_KEY: "a-wrong-key-of-the-topic" });
    await expect(unheard.run("load-movie-lists")).rejects.toThrow(/\/api\/events\?api-version=2018-01-01 answered 401/);
    const [load = ""] = loads();
    expect(JSON.parse(read(load, "_load.json")).files).toHaveLength(2);
    await host?.run("load-movie-lists");
    expect(loads()).toHaveLength(2);
    expect(events).toHaveLength(1);
  });

  it("names the settings that are missing, and takes no list for a path", async () => {
    const without = await anotherHost({ MOVIE_API: "", LAKE: "" });
    await expect(without.run("load-movie-lists")).rejects.toThrow(/settings are missing: MOVIE_API, LAKE$/);
    const climbing = await anotherHost({ MOVIE_LISTS: "popular,../up" });
    await expect(climbing.run("load-movie-lists")).rejects.toThrow(/'..\/up' is no name of a list/);
    const unread = await anotherHost({ MOVIE_PAGES: "0" });
    await expect(unread.run("load-movie-lists")).rejects.toThrow(/MOVIE_PAGES: 0 is no number of pages/);
    nothing();
  });

  it("says nothing of its keys, neither to who asks nor in its log", async () => {
    for (const wrong of [
      { MOVIE_API: "http://127.0.0.1:1" },
      { LOADED_TOPIC: "http://127.0.0.1:1" },
      { MOVIE_PAGES: "many" },
    ]) {
      const failing = await anotherHost(wrong);
      const asked = { method: "POST", headers: { "x-functions-key": failing.key }, body: "{}" };
      const answer = await fetch(`${failing.address}/api/load-movie-lists-now`, asked);
      expect([answer.status, await answer.text()]).toEqual([500, ""]);
      const said = await failing.run("load-movie-lists").catch((error: Error) => error.message);
      for (const secret of [api?.key ?? "", topic?.key ?? ""])
        expect(`${said}${readFileSync(join(folder, "log"))}`).not.toContain(secret);
    }
  });
});

it("killed after any of its lines, a load counts whole or not at all, and no event comes before that", async () => {
  const counter = join(folder, "counter");
  writeFileSync(counter, "");
  const counting = await startTopic("/topics/movies", () => appendFileSync(counter, "."));
  const env = { ...process.env, ...settings(), LOADED_TOPIC: counting.endpoint, LOADED_TOPIC_KEY: counting.key };
  const script = [resolve("test/functions/killed.py"), app.folder, join(folder, "killed"), counter];
  const { stdout } = await promisify(execFile)(python, script, { env: { ...env, PYTHONDONTWRITEBYTECODE: "1" } });
  await counting.stop();
  const runs = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  for (const { line, loads: standing, events: posted } of runs) {
    expect(standing.length, `line ${line}`).toBeLessThanOrEqual(1);
    const [load] = standing;
    if (load?.note) {
      const { "_load.json": note, ...lengths } = load.lengths;
      expect(note).toBeGreaterThan(0);
      const noted = load.note.files.map(({ name, length }: { readonly name: string; readonly length: number }) => [
        name,
        length,
      ]);
      expect(Object.fromEntries(noted), `line ${line}`).toEqual(lengths);
      expect(Object.keys(lengths)).toHaveLength(2);
    } else expect(posted, `line ${line}`).toBe(0);
  }
  // It was killed before, in and after its writing, and the last run was let alone.
  const counted = runs.map(({ loads: [load] }) => (load === undefined ? "none" : load.note ? "whole" : "broken off"));
  expect([...new Set(counted)]).toEqual(["none", "broken off", "whole"]);
  expect(runs.at(-1)).toMatchObject({ killed: false, events: 1 });
  expect(runs.filter(({ killed }) => killed).length).toBeGreaterThan(60);
});

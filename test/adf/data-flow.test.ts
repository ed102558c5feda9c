import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../compiler/compile.js";
import { targets } from "../../targets/index.js";
import { memoryHost, readCase } from "../golden.js";
import { at, type Json, namesIn, referencesIn, within } from "./factory.js";

const own = "pipelines/pipeline.yaml";

/** The pipeline of the case with data flows, whose text is changed. */
function pipelineOf(change: (yaml: string) => string): Json {
  const { input } = readCase("adf-data-flow");
  const { artifacts, diagnostics } = compile(memoryHost({ ...input, [own]: change(input[own] ?? "") }), targets);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return JSON.parse(artifacts.find(({ path }) => path.endsWith("pipeline/movie-files.json"))?.body ?? "");
}

/** What the activity `landed` asks: of which landings the job has something to do. */
function askedFor(pipeline: Json): readonly string[] {
  const activities = at(pipeline, "properties", "activities");
  const found = [...within(activities ?? null)].find((one) => at(one, "name") === "landed");
  const query = at(found, "typeProperties", "source", "sqlReaderQuery");
  return [...String(query).matchAll(/bronze\.\w+/g)].map(([name]) => name);
}

const source = (name: string): string =>
  `  ${name}: { kind: files, connection: drop, path: "${name}/*.csv", read: full, changes: snapshot, format: csv, columns: { id: string } }\n`;

const names = (yaml: string): string =>
  yaml
    .replace("\nbronze:\n", `\n${source("names")}bronze:\n  names: { from: sources.names, format: parquet }\n`)
    .replace("counted: { from: bronze.titles", "counted: { from: bronze.names");

it("starts no notebook for what only data flows read", () => {
  expect(askedFor(pipelineOf((yaml) => yaml))).toEqual(["bronze.titles"]);
  expect(askedFor(pipelineOf(names))).toEqual(["bronze.names"]);
});

/** The script of a data flow whose only computed column is this, or whose condition. */
function scriptOf(column: string, where = "id <> ''"): string {
  const { input } = readCase("adf-data-flow");
  const table = `silver:\n  genres: { from: bronze.titles, engine: data-flow, columns: { id: id, title: title, kind: kind, made: "${column}" }, where: "${where}", write: replace }\n`;
  const yaml = (input[own] ?? "").replace(/silver:[\s\S]*/, table);
  const { artifacts, diagnostics } = compile(memoryHost({ ...input, [own]: yaml }), targets);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const flow: Json = JSON.parse(artifacts.find(({ kind }) => kind === "dataflow")?.body ?? "");
  const lines = at(flow, "properties", "typeProperties", "scriptLines");
  return Array.isArray(lines) ? lines.join("\n") : "";
}

const nested = (depth: number, first: string, around: (inner: string) => string): string =>
  depth === 0 ? first : around(nested(depth - 1, first, around));

it.each([
  ["functions", "title", (inner: string) => `upper(coalesce(${inner}, kind))`],
  ["cases", "title", (inner: string) => `lower(case when kind = 'a' then ${inner} end)`],
  ["comparisons", "(title = kind)", (inner: string) => `((${inner} = (kind = 'a')) and title = 'b')`],
  ["comparisons with null", "(title = kind)", (inner: string) => `((${inner} is null) and (kind = 'a'))`],
  ["null-safe comparisons", "(title = kind)", (inner: string) => `(${inner} <=> (kind = 'a'))`],
  ["lists", "title", (inner: string) => `lower(case when ${inner} in (kind, title, 'a') then kind end)`],
])("is as long as what is nested in it, and not twice as long at each depth: %s", (_, first, around) => {
  const [shallow, deep, deeper] = [0, 20, 40].map((depth) => scriptOf(nested(depth, first, around)).length);
  if (shallow === undefined || deep === undefined || deeper === undefined) throw new Error();
  expect(deeper - shallow).toBeLessThan(2.2 * (deep - shallow));
  expect(deep).toBeLessThan(8000);
});

it("a condition is no longer either, and what was made for it alone is not written", () => {
  const condition = nested(20, "(title = kind)", (inner) => `((${inner} = (kind = 'a')) is not null)`);
  const script = scriptOf("title", condition);
  expect(script.length).toBeLessThan(8000);
  expect(script).toMatch(/wanted select\(mapColumn\(id, title, kind, made\),/);
});

/** Strings and conditions, the one within the other. */
const { text } = fc.letrec<{ text: string; condition: string }>((tie) => ({
  text: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom("title", "kind", "id", "'a'"),
    tie("text").map((one) => `upper(${one})`),
    fc.tuple(tie("text"), tie("text")).map(([one, other]) => `coalesce(${one}, ${other})`),
    fc.tuple(tie("text"), tie("text")).map(([one, other]) => `(${one} || ${other})`),
    fc.tuple(tie("condition"), tie("text")).map(([one, other]) => `case when ${one} then ${other} end`),
  ),
  condition: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom("(title = kind)", "(id = 'a')", "(kind is null)"),
    fc.tuple(tie("text"), tie("text")).map(([one, other]) => `(${one} = ${other})`),
    fc.tuple(tie("text"), tie("text")).map(([one, other]) => `(${one} <=> ${other})`),
    fc.tuple(tie("text"), tie("text")).map(([one, other]) => `(${one} in (${other}, title))`),
    fc.tuple(tie("condition"), tie("condition")).map(([one, other]) => `(${one} = ${other})`),
    fc.tuple(tie("condition"), tie("condition")).map(([one, other]) => `(${one} and not ${other})`),
    tie("condition").map((one) => `(${one} is null)`),
  ),
}));

it("is refused where it is larger than what the service runs", () => {
  const { input } = readCase("adf-data-flow");
  const long = (count: number): string => `concat(title, '${"a".repeat(1000 * count)}')`;
  const found = (count: number) => {
    const yaml = (input[own] ?? "").replace("again: id\n", `again: "${long(count)}"\n`);
    return compile(memoryHost({ ...input, [own]: yaml }), targets).diagnostics.map((one) => one.message);
  };
  expect(found(850)).toEqual([]);
  expect(found(950)).toEqual([
    "What 'silver.genres' computes is 933 KB as a data flow, and Data Factory runs at most 896 KB: leave 'engine: data-flow' out, or make its columns by two tables.",
  ]);
});

it("is no longer than some times what was written, whatever that is", () => {
  fc.assert(
    fc.property(text, (written) => {
      expect(scriptOf(written).length).toBeLessThan(2000 + 25 * written.length);
    }),
    { numRuns: 60 },
  );
});

/** The pipelines of a project with as many tables that data flows compute of one, by name. */
function pipelinesWith(count: number, golden = "adf-data-flow", more = ""): ReadonlyMap<string, Json> {
  const { input } = readCase(golden);
  const [path = "", text = ""] = Object.entries(input).find(([, one]) => one.includes("engine: data-flow")) ?? [];
  const tables = Array.from(
    { length: count },
    (_, number) => `  t_${number}: { from: bronze.titles, engine: data-flow, write: replace }\n`,
  );
  const yaml = text.replace(/silver:[\s\S]*/, `silver:\n${tables.join("")}`);
  const { artifacts, diagnostics } = compile(memoryHost({ ...input, [path]: yaml + more }), targets);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return new Map(
    artifacts
      .filter(({ kind, path: of }) => kind === "pipeline" && of.startsWith("common/"))
      .map(({ body }) => JSON.parse(body))
      .map((pipeline: Json) => [String(at(pipeline, "name")), pipeline]),
  );
}

const sizeOf = (pipeline: Json): number => namesIn(at(pipeline, "properties", "activities")).length;

const computedBy = (pipeline: Json): readonly string[] =>
  referencesIn(pipeline).filter((one) => one.startsWith("dataFlow/"));

describe.each([
  ["adf-data-flow", 120, [3, 26, 27, 60, 400]],
  ["adf-data-flow-synapse", 40, [3, 7, 9, 60, 120]],
] as const)("%s: however many tables data flows compute", (golden, most, counts) => {
  it.each(counts)("%s are each computed once, by pipelines that the service takes and that are called", (count) => {
    const pipelines = pipelinesWith(count, golden);
    const names = [...pipelines.keys()];
    const main = names.find((name) => !/_(compute|land)_|environment/.test(name)) ?? "";
    for (const pipeline of pipelines.values()) expect(sizeOf(pipeline)).toBeLessThanOrEqual(most);
    const computed = [...pipelines.values()].flatMap(computedBy);
    expect(computed).toHaveLength(count);
    expect(new Set(computed).size).toBe(count);
    const parts = names.filter((name) => name.includes("_compute_"));
    const called = referencesIn(pipelines.get(main) ?? null).filter((one) => one.startsWith("pipeline/"));
    expect(called.filter((one) => one.includes("_compute_")).toSorted()).toEqual(
      parts.map((name) => `pipeline/${name}`).toSorted(),
    );
    expect(parts.length === 0).toBe(count === counts[0] || count === counts[1]);
    const activities = at(pipelines.get(main), "properties", "activities");
    const calls = [...within(activities ?? null)].filter((one) => /^compute part/.test(String(at(one, "name"))));
    // A part waits for what lands, as what is computed does in one pipeline.
    for (const call of calls) expect(JSON.stringify(at(call, "dependsOn"))).toContain("each source of files");
    expect(calls).toHaveLength(parts.length);
  });
});

it("one more table moves few others to another part", () => {
  const partsOf = (count: number) =>
    [...pipelinesWith(count)].filter(([name]) => name.includes("_compute_")).map(([, one]) => computedBy(one));
  const [before, after] = [partsOf(60), partsOf(61)];
  const moved = before.flat().filter((table) => {
    const [from, to] = [before, after].map((parts) => parts.findIndex((part) => part.includes(table)));
    return from !== to;
  });
  expect(before.length).toBe(after.length);
  expect(moved.length).toBeLessThan(6);
});

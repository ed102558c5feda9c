import fc from "fast-check";
import { expect, it } from "vitest";
import { compile } from "../../compiler/compile.js";
import { targets } from "../../targets/index.js";
import { memoryHost, readCase } from "../golden.js";
import { at, type Json, within } from "./factory.js";

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

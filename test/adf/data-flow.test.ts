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

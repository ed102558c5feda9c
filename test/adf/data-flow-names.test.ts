import { expect, it } from "vitest";
import { compile } from "../../compiler/compile.js";
import { targets } from "../../targets/index.js";
import { memoryHost, readCase } from "../golden.js";
import { at, namesIn } from "./factory.js";

it("calls the activities of a data flow so that the service takes it, however long the table's name is", () => {
  const { input } = readCase("adf-data-flow");
  const long = (end: string): string => `${"genres_of_titles_".repeat(4)}${end}`;
  const renamed = Object.fromEntries(
    Object.entries(input).map(([path, text]) => [
      path,
      text.replace(/^ {2}genres:$/m, `  ${long("one")}:`).replace(/^ {2}outer:/m, `  ${long("two")}:`),
    ]),
  );
  const { artifacts, diagnostics } = compile(memoryHost(renamed), targets);
  expect(diagnostics).toEqual([]);
  const pipelines = artifacts.filter(({ kind }) => kind === "pipeline").map(({ body }) => JSON.parse(body));
  const names = pipelines.flatMap((pipeline) => namesIn(at(pipeline, "properties", "activities")));
  expect(names.filter((name) => name.startsWith("compute silver genres of titles"))).toEqual([]);
  expect(names.filter((name) => name.startsWith("compute silver genres_of_titles"))).toHaveLength(2);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => name.length > 55)).toEqual([]);
});

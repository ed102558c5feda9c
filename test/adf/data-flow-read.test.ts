import { describe, expect, it } from "vitest";
import { compile } from "../../compiler/compile.js";
import { targets } from "../../targets/index.js";
import { memoryHost, readCase } from "../golden.js";
import { at, type Json, within } from "./factory.js";

/* Jobs that read what mapping data flows have computed. */

const own = "pipelines/pipeline.yaml";

/** What is made of a case whose pipeline is changed: its pipelines by name, and its notebooks by path. */
function made(golden: string, change: (yaml: string) => string = (yaml) => yaml) {
  const { input } = readCase(golden);
  const { artifacts, diagnostics } = compile(memoryHost({ ...input, [own]: change(input[own] ?? "") }), targets);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const found = artifacts.filter(({ kind, path }) => kind === "pipeline" && path.startsWith("common/"));
  const pipelines: readonly Json[] = found.map(({ body }) => JSON.parse(body));
  const notebook = (path: string): string => artifacts.find((one) => one.path.endsWith(path))?.body ?? "";
  return { pipelines: new Map(pipelines.map((one) => [String(at(one, "name")), one])), notebook };
}

const activity = (pipeline: Json | undefined, name: string): Json | undefined =>
  [...within(at(pipeline, "properties", "activities") ?? null)].find((one) => at(one, "name") === name);

/** The activities that what hands over to the jobs waits for. */
const waitsFor = (pipeline: Json | undefined): readonly string[] => {
  const depends = at(activity(pipeline, "is there anything to take"), "dependsOn");
  return Array.isArray(depends) ? depends.map((one) => String(at(one, "activity"))) : [];
};

/** By what the control table knows the queries of the jobs. */
const takers = (pipeline: Json | undefined): string => {
  const query = at(activity(pipeline, "landed"), "typeProperties", "source", "sqlReaderQuery");
  return /\[taken_by\] <> N'(\w+)'/.exec(String(query))?.[1] ?? "";
};

const identity = (notebook: string): string => /identity=f"(\d+-\w+)-/.exec(notebook)?.[1] ?? "";

describe.each(["adf-data-flow-read", "adf-data-flow-read-synapse"])("%s", (golden) => {
  it.each([0, 70])("jobs wait for what computes the tables that they read, beside %s others", (count) => {
    const others = Array.from(
      { length: count },
      (_, number) => `  t_${number}: { from: bronze.titles, engine: data-flow, write: replace }\n`,
    );
    const { pipelines } = made(golden, (yaml) => yaml.replace("silver:\n", `silver:\n${others.join("")}`));
    const main = pipelines.get("movies");
    const computes = (table: string): string => {
      const name = `is it new to silver ${table}`;
      if (activity(main, name) !== undefined) return name;
      const part = [...pipelines].find(([of, one]) => of !== "movies" && activity(one, name) !== undefined);
      const call = [...within(at(main, "properties", "activities") ?? null)].find(
        (one) =>
          at(one, "type") === "ExecutePipeline" && at(one, "typeProperties", "pipeline", "referenceName") === part?.[0],
      );
      expect(at(call, "typeProperties", "waitOnCompletion")).toBe(true);
      return String(at(call, "name"));
    };
    const expected = new Set(["landed", computes("title_genres"), computes("rated")]);
    expect(waitsFor(main).toSorted()).toEqual([...expected].toSorted());
    if (count === 0) expect(waitsFor(main)).not.toContain("is it new to silver unread");
    else expect(computes("rated")).toMatch(/^compute part \d+$/);
  });

  it("takes anew what another script has computed, and nothing for one that no job reads", () => {
    const of = (change?: (yaml: string) => string) => takers(made(golden, change).pipelines.get("movies"));
    const before = of();
    expect(before).toMatch(/^\w{12}$/);
    expect(of((yaml) => yaml.replace("votes <> ''", "votes <> '0'"))).not.toBe(before);
    expect(of((yaml) => yaml.replace("columns: { id: id }", "columns: { id: upper(id) }"))).toBe(before);
    expect(of((yaml) => yaml.replace("rated: { from: bronze", "rated: { description: Rated., from: bronze"))).toBe(
      before,
    );
  });
});

it("a table begins anew where what it reads of a data flow is another table", () => {
  const of = (table: string, change?: (yaml: string) => string) =>
    identity(made("adf-data-flow-read", change).notebook(`movies_ratings/gold_${table}.py`));
  const changed = (yaml: string): string => yaml.replace("trim(genre)", "upper(genre)");
  expect(of("rated")).toMatch(/^1-\w{8}$/);
  expect(of("rated", changed)).not.toBe(of("rated"));
});
